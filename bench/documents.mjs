// Every interest subsidy of the library on the applications of its table of cases: the batch path beside the assessment of one application.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'tsup'

const load = async (path) => (await import(pathToFileURL(path).href)).default

/** The documents with their tables, which are written in TypeScript. */
async function tablesOf(root) {
  const compiled = await mkdtemp(join(tmpdir(), 'subvention-bench-'))
  const entry = ['tests/policies/*.cases.ts', 'tests/policies/cases.ts']
  await build({ config: false, entry, outDir: compiled, format: ['esm'], outExtension: () => ({ js: '.mjs' }), silent: true })
  const ids = (await readdir(join(root, 'tests/policies'))).flatMap((file) => /^(.*)\.cases\.ts$/.exec(file)?.[1] ?? [])
  const tables = []
  for (const id of ids.sort())
    tables.push({ id, table: await load(join(compiled, `${id}.cases.mjs`)), policy: await load(join(root, `dist/policies/${id}.js`)) })
  const { factsOf } = await import(pathToFileURL(join(compiled, 'cases.mjs')).href)
  await rm(compiled, { recursive: true })
  return tables.map((each) => ({ ...each, factsOf }))
}

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

// Processor time, so that what else the machine does counts less.
const processorMilliseconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function rateOf(count, evaluate, leastMilliseconds) {
  const start = processorMilliseconds()
  let done = 0
  let elapsed = 0
  while (elapsed < leastMilliseconds) {
    for (let pass = 0; pass < 50; pass += 1) for (let index = 0; index < count; index += 1) evaluate(index)
    done += 50 * count
    elapsed = processorMilliseconds() - start
  }
  return (done * 1000) / elapsed
}

/** For each document: applications per second of processor time in each way, and how many answers differ. */
export async function measureDocuments(root, { rounds, leastMilliseconds }) {
  const entry = (path) => import(pathToFileURL(join(root, 'dist', path)).href)
  const [{ compile }, { assess, parseFacts, withParameters }] = await Promise.all([entry('batch/index.js'), entry('index.js')])
  const subsidies = (await tablesOf(root)).filter(({ policy }) => policy.parts.every(({ instrument }) => instrument === 'interest-subsidy'))
  return subsidies.map(({ id, policy, table, factsOf }) => {
    // Complete applications under one set of parameters: what a file of a year's applications is made of.
    const rows = table.cases.filter((row) => row.incomplete === undefined && row.parameters === undefined && row.knownOn === undefined)
    const given = withParameters(policy, table.parameters ?? {})
    const stated = [{}, ...rows].map((row) => JSON.parse(JSON.stringify(factsOf(table.base, row))))
    const facts = stated.map((input) => parseFacts(given, input))
    const { evaluate } = compile(given)
    const brief = { explain: false }
    const differ = stated.filter(
      (input, index) => JSON.stringify(evaluate(input)) !== JSON.stringify(assess(given, facts[index], brief)),
    ).length
    const ways = [
      (index) => evaluate(stated[index]),
      (index) => assess(given, facts[index], brief),
      (index) => assess(given, parseFacts(given, stated[index]), brief),
    ]
    const rates = ways.map(() => [])
    for (const way of ways) rateOf(stated.length, way, leastMilliseconds)
    for (let round = 0; round < rounds; round += 1)
      for (const [index, way] of ways.entries()) rates[index].push(rateOf(stated.length, way, leastMilliseconds))
    const [batch, assessed, parsed] = rates.map(medianOf)
    return { id, applications: stated.length, differ, batch, assessed, parsed }
  })
}
