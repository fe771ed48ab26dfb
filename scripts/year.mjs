// A year of applications under built-in documents of Wuhan: generates them, assesses them, divides a budget and writes a report, once whole and once in
// shards, and sees that both come to the same bytes.
//   node scripts/year.mjs [--rows 100000] [--shards 8] [--workers 2] [--seed 2026] [--out reports/year] [--command dist/cli/index.js]
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { root, run } from './run.mjs'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const rows = Number(option('rows', 100_000))
const shards = Number(option('shards', 8))
const workers = option('workers', '2')
const folder = resolve(option('out', join(root, 'reports', 'year')))
const command = resolve(option('command', join(root, 'dist', 'cli', 'index.js')))

/** Whole numbers below a bound, always the same for a seed (mulberry32). */
function drawer(seed) {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

const draw = drawer(Number(option('seed', 2026)))
const among = (...values) => values[draw(values.length)]
const oftenTrue = (percent) => draw(100) < percent
const two = (number) => String(number).padStart(2, '0')
const day = (year) => `${year}-${two(1 + draw(12))}-${two(1 + draw(28))}`
const yuan = (least, most) => `${least + draw(most - least)}.${two(draw(100))}`
const share = (least, most) => `${among('', '', '', least < 0 ? '-' : '')}0.${two(draw(most))}`

/** What an application under each document states; now and then a fact is missing. */
const kinds = [
  {
    policy: 'wuhan-qingshan-hightech-2020',
    parts: 5,
    facts: () => ({
      application: { date: day(2020) },
      borrower: {
        highTechEnterprise: oftenTrue(92),
        inKeyField: oftenTrue(88),
        revenueGrowth: share(-1, 60),
        districtFiscalContribution: yuan(20_000, 900_000),
      },
      loans: Array.from({ length: 1 + draw(3) }, (_, index) => ({
        id: `L${index + 1}`,
        principal: yuan(300_000, 8_000_000),
        drawdownDate: day(2018),
        termMonths: among(6, 12, 12, 24),
        ...(oftenTrue(98) && { settled: oftenTrue(95) }),
      })),
      history: { receivedThisYear: among('0', '0', '0', yuan(1_000, 100_000)) },
    }),
  },
  {
    policy: 'wuhan-eastlake-working-capital-2021',
    parts: 2,
    facts: () => ({
      application: { date: day(2020) },
      award: { year: 2020 },
      round: { zoneOutputGrowth: '0.12' },
      borrower: {
        aboveScaleIndustry: oftenTrue(95),
        inZone: oftenTrue(96),
        outputGrowth: share(-1, 45),
        localContribution: yuan(500_000, 3_000_000),
        localContributionBefore: yuan(400_000, 2_500_000),
        leadingEnterpriseReward: oftenTrue(4),
      },
      loans: [
        {
          id: 'L1',
          workingCapital: oftenTrue(97),
          principal: yuan(1_000_000, 40_000_000),
          drawdownDate: day(2020),
          termMonths: among(3, 6, 12, 36),
        },
      ],
      ...(oftenTrue(97) && { otherSupport: oftenTrue(90) ? [] : [{ level: among('district', 'city'), amount: yuan(1_000, 50_000) }] }),
    }),
  },
  {
    policy: 'wuhan-guarantee-insurance-loan-2019',
    parts: 3,
    facts: () => ({
      application: { date: `2019-08-${two(7 + draw(14))}` },
      borrower: { techEnterprise: oftenTrue(96) },
      history: { receivedThisYear: '0' },
      loans: [
        {
          id: 'L1',
          guaranteeInsurance: oftenTrue(97),
          principal: yuan(400_000, 4_000_000),
          drawdownDate: day(2018),
          interestPaid: yuan(20_000, 180_000),
          premiumPaid: yuan(5_000, 60_000),
          settled: oftenTrue(94),
        },
      ],
      otherSupport: oftenTrue(92) ? [] : [{ level: among('city', 'central'), amount: yuan(1_000, 50_000) }],
    }),
  },
]

/** One pot of money: half for the district's enterprises, the rest for the zone and the city; what is left of the first goes to the next. */
const budget = {
  amount: `${rows * 12_000}.00`,
  reserve: { share: '0.05' },
  purses: [
    {
      id: 'qingshan',
      share: '0.5',
      for: { key: 'policy', in: [kinds[0].policy] },
      unused: 'spills-over',
      rule: { rule: 'first-come', order: [{ key: 'application.date', first: 'lowest' }], last: 'part-paid' },
    },
    {
      id: 'eastlake',
      share: '0.3',
      for: { key: 'policy', in: [kinds[1].policy] },
      unused: 'spills-over',
      rule: { rule: 'pro-rata', unit: 'fen', remainder: 'largest-remainder' },
    },
    {
      id: 'guarantee-insurance',
      share: '0.2',
      for: { key: 'policy', in: [kinds[2].policy] },
      unused: 'stays',
      rule: { rule: 'rate-set-afterwards', of: 'amount', unit: 'yuan' },
    },
  ],
}
/** What if the district paid up to 300,000 instead of 200,000? */
const changes = { 'parts[0].limits[0].cap': { lowerOf: [{ fact: 'borrower.districtFiscalContribution' }, '30万元'] } }

const path = (...names) => join(folder, ...names)
const shardNames = Array.from({ length: shards }, (_, index) => `shard-${index + 1}`)

/** Writes every application twice: into the file of its document, and into that of its shard. */
async function generate() {
  const outputs = new Map()
  for (const place of ['whole', ...shardNames]) {
    await mkdir(path(place), { recursive: true })
    for (const { policy } of kinds) outputs.set(`${place} ${policy}`, createWriteStream(path(place, `${policy}.ndjson`)))
  }
  const turns = kinds.flatMap((kind) => Array.from({ length: kind.parts }, () => kind))
  for (let index = 0; index < rows; index += 1) {
    const { policy, facts } = turns[index % turns.length]
    const line = `${JSON.stringify({ id: `${policy}-${String(index).padStart(7, '0')}`, ...facts() })}\n`
    for (const place of ['whole', shardNames[draw(shards)]]) {
      const output = outputs.get(`${place} ${policy}`)
      if (!output.write(line)) await new Promise((resolve) => output.once('drain', resolve))
    }
  }
  await Promise.all([...outputs.values()].map((output) => finished(output.end())))
}

async function subvention(...args) {
  const { code, stderr } = await run(process.execPath, [command, ...args, '--lang', 'en'])
  if (code > 1) throw new Error(`subvention ${args.join(' ')}\n${stderr}`)
  return stderr.trim()
}

async function assess(place) {
  const said = []
  for (const { policy } of kinds) {
    const results = ['-o', path(place, `${policy}.results.ndjson`), '--summary', path(place, `${policy}.summary.json`)]
    const words = ['--brief', '--keep', 'application.date', '--workers', workers]
    said.push(`${policy}: ${await subvention('assess', policy, path(place, `${policy}.ndjson`), ...words, ...results)}`)
  }
  return said
}

/** The three files that must be the same however the work was cut. */
async function conclude(name, places) {
  const files = (ending) => places.flatMap((place) => kinds.map(({ policy }) => path(place, `${policy}.${ending}`)))
  const out = (file) => path(`${name}-${file}`)
  for (const { policy } of kinds) {
    await subvention('totals', ...places.map((place) => path(place, `${policy}.summary.json`)), '-o', out(`totals-${policy}.json`))
  }
  const allocated = await subvention(
    'allocate',
    ...files('results.ndjson'),
    '--budget',
    path('budget.json'),
    '-o',
    out('payable.csv'),
    '--summary',
    out('allocation.json'),
  )
  const qingshan = places.map((place) => path(place, `${kinds[0].policy}.ndjson`))
  const what = ['compare', kinds[0].policy, kinds[0].policy, ...qingshan, '--changes', path('changes.json')]
  await subvention(...what, '--report', out('report.html'), '--summary', out('comparison.json'), '-o', out('comparison.txt'))
  return {
    allocated,
    files: [...kinds.map(({ policy }) => `totals-${policy}.json`), 'payable.csv', 'allocation.json', 'report.html', 'comparison.json'],
  }
}

const began = performance.now()
const timed = async (what, work) => {
  const start = performance.now()
  const answer = await work()
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return answer
}

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
await writeFile(path('budget.json'), JSON.stringify(budget))
await writeFile(path('changes.json'), JSON.stringify(changes))
await timed(`generate ${rows} applications`, generate)
const said = await timed('assess the whole', () => assess('whole'))
await timed(`assess ${shards} shards`, async () => {
  for (const shard of shardNames) await assess(shard)
})
const whole = await timed('totals, allocation and report of the whole', () => conclude('whole', ['whole']))
await timed('totals, allocation and report of the shards', () => conclude('shards', shardNames))
for (const line of said) console.log(line)
console.log(whole.allocated)
console.log((await readFile(path('whole-comparison.txt'), 'utf8')).trim())
const differing = []
for (const file of whole.files) {
  const [one, other] = await Promise.all(['whole', 'shards'].map((name) => readFile(path(`${name}-${file}`))))
  if (!one.equals(other)) differing.push(file)
}
console.log(
  differing.length === 0
    ? `whole and ${shards} shards are equal to the byte: ${whole.files.length} files in ${folder}`
    : `whole and shards differ: ${differing.join(', ')}`,
)
console.log(`all: ${((performance.now() - began) / 1000).toFixed(1)} s`)
process.exitCode = differing.length === 0 ? 0 : 1
