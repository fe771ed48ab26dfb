// Writes what follows from the policy files: the catalogue, the command's list of documents, the JSON Schemas of policy files and records, the
// tables of documents in the READMEs.
// --check writes nothing and fails when a committed file is stale.
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withSource } from './load-source.mjs'
import { filesBelow, root, run } from './run.mjs'

const notice = '// Generated from src/policies by `npm run generate`; do not edit.\n'

/** What the catalogue says of a document: everything but its terms. */
function catalogueEntry({ id, title, number, issued, replaces, effective, evidence, status = 'built-in', parts, parameters = {} }) {
  const instruments = [...new Set(parts.flatMap(({ instrument, also = [] }) => [instrument, ...also]))]
  const required = Object.keys(parameters).filter((name) => parameters[name].value === undefined)
  return { id, title, number, issued, replaces, effective, evidence, status, instruments, parameters: required }
}

function catalogueModule(policies) {
  const entries = policies.map((policy) => JSON.stringify(catalogueEntry(policy))).join(',\n')
  return `${notice}import type { CatalogueEntry } from './catalogue-entry.js'\n\n/** Every document that ships, in order of id, without its terms. */\nexport const policies: readonly CatalogueEntry[] = [${entries}]\n`
}

function loadersModule(policies) {
  const loaders = policies.map(({ id }) => `  '${id}': () => import('../policies/${id}.js'),`).join('\n')
  return `${notice}import type { Policy } from '../policy/policy.js'\n\n/** How the command loads a built-in document by its id. */\nexport const builtInPolicies: Readonly<Record<string, () => Promise<{ readonly default: Policy }>>> = {\n${loaders}\n}\n`
}

const instrumentNames = {
  'interest-subsidy': { 'README.md': 'interest subsidy', 'README.zh-CN.md': '贷款贴息' },
  'risk-compensation': { 'README.md': 'risk compensation', 'README.zh-CN.md': '信贷风险补偿' },
  'premium-subsidy': { 'README.md': 'premium subsidy', 'README.zh-CN.md': '科技保险保费补贴' },
  'guidance-fund': { 'README.md': 'guidance fund', 'README.zh-CN.md': '创业投资引导基金' },
}

/** A README with the rows of its table of documents, which follow its line `|---|---|---|`, made anew. */
async function readme(path, policies) {
  const entries = policies.map(catalogueEntry)
  const rows = Object.entries(instrumentNames).map(([instrument, names]) => {
    const ids = (wanted) =>
      entries.filter(({ status, instruments }) => status === wanted && instruments.includes(instrument)).map(({ id }) => `\`${id}\``)
    const separator = path === 'README.md' ? ', ' : '、'
    return `| ${names[path]} | ${ids('built-in').join(separator)} | ${ids('template').join(separator)} |`
  })
  const text = await readFile(join(root, path), 'utf8')
  return text.replace(/(?<=\n\|---\|---\|---\|\n)(?:\|.*\n)+/, `${rows.join('\n')}\n`)
}

async function formatted(path, text) {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const { code, stdout, stderr } = await run(process.execPath, [biome, 'check', '--write', `--stdin-file-path=${path}`], { input: text })
  if (code !== 0) throw new Error(`${path} could not be formatted:\n${stderr}`)
  return stdout
}

/** The generated files: path from the root and text. */
async function generatedFiles() {
  return withSource(async (load) => {
    const policies = []
    for (const path of await filesBelow('src/policies', '.ts')) {
      const { default: policy } = await load(path)
      if (policy?.id !== basename(path, '.ts')) throw new Error(`${path}: the id is ${policy?.id}, expected the file's name`)
      policies.push(policy)
    }
    const files = [
      ['src/catalogue/policies.generated.ts', catalogueModule(policies)],
      ['src/cli/policies.generated.ts', loadersModule(policies)],
    ]
    const answer = []
    for (const [path, text] of files) answer.push([path, await formatted(path, text)])
    if (existsSync(join(root, 'src/document/schema.ts'))) {
      const { policyJsonSchema } = await load('src/document/schema.ts')
      answer.push(['schema/policy.json', `${JSON.stringify(policyJsonSchema(), null, 2)}\n`])
    }
    const { recordJsonSchema } = await load('src/record/schema.ts')
    answer.push(['schema/record.json', `${JSON.stringify(recordJsonSchema(), null, 2)}\n`])
    for (const path of ['README.md', 'README.zh-CN.md']) answer.push([path, await readme(path, policies)])
    return answer
  })
}

/** Writes the generated files that changed; with `check` only names them. */
export async function generate({ check = false } = {}) {
  const stale = []
  for (const [path, text] of await generatedFiles()) {
    const committed = await readFile(join(root, path), 'utf8').catch(() => '')
    if (committed === text) continue
    stale.push(path)
    if (check) continue
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return stale
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check')
  const stale = await generate({ check })
  for (const path of stale) console.log(`${check ? 'stale, run npm run generate:' : 'written:'} ${path}`)
  if (check && stale.length > 0) process.exitCode = 1
}
