// Packs the package, installs the tarball into an ESM, a CommonJS and a TypeScript consumer, and uses every entry and the command there.
// `--node 22.23.3 24.21.0` runs the first two consumers under these versions of Node as well.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './run.mjs'

const folder = await mkdtemp(join(tmpdir(), 'subvention-consumers-'))
const id = 'cn-service-sector-2025'
const typescript = join(root, 'node_modules', 'typescript', 'bin', 'tsc')

const versions = process.argv.includes('--node') ? process.argv.slice(process.argv.indexOf('--node') + 1) : []

/** The same use of every entry, given how the consumer gets them. */
const program = `
const policy = serviceSector
const answer = (facts) => interestSubsidy.assess(policy, interestSubsidy.parseFacts(policy, facts))
const expect = (what, condition) => { if (!condition) throw new Error('consumer: ' + what) }
expect('version', root.version === manifest.version)
expect('document', policy.id === '${id}')
expect('catalogue', policies.some((entry) => entry.id === '${id}' && entry.instruments.includes('interest-subsidy')))
expect('no facts is an incomplete answer', answer({}).outcome === 'incomplete')
expect('parsePolicy takes a document that was JSON', root.parsePolicy(JSON.parse(JSON.stringify(policy))).id === '${id}')
expect('loan', Object.keys(loan).length > 0)
expect('reference rates', Object.keys(referenceRates).length > 0)
expect('record', record.verify(record.record({ policy, facts: {} })).outcome === 'same')
expect('portfolio', portfolio.allocateBudget([{ id: 'a', amount: '1.00' }], { rule: 'unlimited' }).given === '1.00')
expect('batch', batch.compile(policy).evaluate({}).outcome === 'incomplete')
expect('schema of records', recordSchema.$schema === schema.$schema)
expect('schema', typeof schema === 'object' && '$schema' in schema)
try {
  interestSubsidy.parseFacts(policy, { nonsense: 1 })
  expect('an unknown key is an issue', false)
} catch (error) {
  expect('the error has a code and all issues', typeof error.code === 'string' && error.issues.length === 1 && error instanceof root.FactsError)
}
console.log('used')
`
const names = [
  ['* as root', 'subvention'],
  ['* as interestSubsidy', 'subvention/interest-subsidy'],
  ['* as loan', 'subvention/loan'],
  ['* as portfolio', 'subvention/portfolio'],
  ['* as batch', 'subvention/batch'],
  ['* as record', 'subvention/record'],
  ['* as referenceRates', 'subvention/reference-rates'],
  ['{ policies }', 'subvention/policies'],
  ['serviceSector', `subvention/policies/${id}`],
]
const json = [
  ['schema', 'subvention/schema/policy.json'],
  ['recordSchema', 'subvention/schema/record.json'],
  ['manifest', 'subvention/package.json'],
]
const imports = (entries, suffix = '') => entries.map(([name, from]) => `import ${name} from '${from}'${suffix}\n`).join('')
const requires = [...names, ...json].map(([name, from]) => {
  const target = name.replace('* as ', '')
  return `const ${target} = require('${from}')${target === 'serviceSector' ? '.default' : ''}\n`
})
const typed = `${imports(names)}
const entries: readonly CatalogueEntry[] = policies
const facts = interestSubsidy.parseFacts(serviceSector, JSON.parse('{}'))
const outcome: 'granted' | 'refused' | 'incomplete' = interestSubsidy.assess(serviceSector, facts).outcome
// @ts-expect-error an outcome is one of three
const other: 'approved' = interestSubsidy.assess(serviceSector, facts).outcome
const hash: string = record.record({ policy: serviceSector, facts: {} }).hash
export { batch, entries, hash, loan, other, outcome, portfolio, referenceRates, root }
`

async function must(what, command, args, options) {
  const { code, stdout, printed } = await run(command, args, options)
  if (code !== 0) throw new Error(`${what}: exit code ${code}\n${printed}`)
  return stdout
}

async function consumer(name, type, files, tarball, steps) {
  const cwd = join(folder, name)
  await mkdir(cwd, { recursive: true })
  await writeFile(join(cwd, 'package.json'), JSON.stringify({ name, version: '1.0.0', private: true, type }))
  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text)
  await must(`${name}: npm install`, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], {
    cwd,
  })
  for (const [what, command, args, expected] of steps) {
    const printed = await must(`${name}: ${what}`, command, args, { cwd })
    if (expected !== undefined && !printed.includes(expected)) throw new Error(`${name}: ${what} printed no ${expected}:\n${printed}`)
  }
  console.log(`${name}: ${steps.map(([what]) => what).join(', ')}`)
}

const options = {
  strict: true,
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
}
const resolution = (module, moduleResolution, files) => JSON.stringify({ compilerOptions: { ...options, module, moduleResolution }, files })

/** The Node binaries to use: this one, then those asked for, which npm carries as packages. */
async function nodes() {
  const found = [['every entry', process.execPath]]
  for (const version of versions) {
    const name = `node-${process.platform}-${process.arch}`
    const cwd = join(folder, `node-${version}`)
    await mkdir(cwd)
    await writeFile(join(cwd, 'package.json'), '{ "private": true }')
    await must(`node ${version}`, 'npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`], { cwd })
    found.push([`every entry under Node ${version}`, join(cwd, 'node_modules', name, 'bin', 'node')])
  }
  return found
}

try {
  const binaries = await nodes()
  const use = binaries.map(([what, binary]) => [what, binary, ['use.js'], 'used'])
  const packed = JSON.parse(await must('npm pack', 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]))
  const tarball = join(folder, packed[0].filename)
  const command = ['the command', 'npx', ['--no-install', 'subvention', 'policies', '--json'], `"${id}"`]

  await consumer('esm', 'module', { 'use.js': imports(names) + imports(json, " with { type: 'json' }") + program }, tarball, [
    ...use,
    command,
  ])
  await consumer('commonjs', 'commonjs', { 'use.js': requires.join('') + program }, tarball, [...use, command])
  const typeImport = "import type { CatalogueEntry } from 'subvention/policies'\n"
  await consumer(
    'typescript',
    'module',
    {
      'use.ts': typeImport + typed,
      'use.cts': typeImport + typed,
      'node16.json': resolution('node16', 'node16', ['use.ts', 'use.cts']),
      'bundler.json': resolution('esnext', 'bundler', ['use.ts']),
    },
    tarball,
    [
      ['types under node16, ESM and CommonJS', process.execPath, [typescript, '-p', 'node16.json']],
      ['types under bundler', process.execPath, [typescript, '-p', 'bundler.json']],
    ],
  )
} catch (error) {
  console.log(error.message)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
