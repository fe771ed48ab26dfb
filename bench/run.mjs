// node bench/run.mjs [--rounds 9] [--entry dist/interest-subsidy/index.js]: evaluations per second, side by side, as Markdown tables.
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { measureDocuments } from './documents.mjs'
import { bigintFen, decimalAmount, decimalTrace } from './hand-written.mjs'
import { fenOf, inputsOf, policy, statedFacts } from './rule.mjs'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const COUNT = 20_000
const ROUNDS = Number(option('rounds', 9))
const LEAST_MILLISECONDS = 250

const root = resolve(import.meta.dirname, '..')
const entry = resolve(root, option('entry', 'dist/interest-subsidy/index.js'))
const { assess, parseFacts } = await import(pathToFileURL(entry).href)
const { compile } = await import(pathToFileURL(resolve(root, 'dist/batch/index.js')).href)

const inputs = inputsOf(COUNT)
const stated = inputs.map(statedFacts)
const facts = stated.map((input) => parseFacts(policy, input))
const brief = { explain: false }
const batch = compile(policy)

const fenOfText = (text) => BigInt(text.replace('.', ''))
const fenOfAnswer = ({ amount }) => fenOfText(amount)
const contenders = [
  { name: 'hand-written, BigInt fen', given: inputs, evaluate: bigintFen, fen: (fen) => fen },
  { name: 'hand-written, decimal.js', given: inputs, evaluate: decimalAmount, fen: fenOfText },
  { name: 'hand-written, decimal.js with a trace', given: inputs, evaluate: decimalTrace, fen: fenOfAnswer },
  { name: 'batch, from the application as stated', given: stated, evaluate: batch.evaluate, fen: fenOfAnswer },
  { name: 'assess, without explanation', given: facts, evaluate: (fact) => assess(policy, fact, brief), fen: fenOfAnswer },
  { name: 'assess, with explanation', given: facts, evaluate: (fact) => assess(policy, fact), fen: fenOfAnswer },
  {
    name: 'parseFacts and assess, without explanation',
    given: stated,
    evaluate: (input) => assess(policy, parseFacts(policy, input), brief),
    fen: fenOfAnswer,
  },
  {
    name: 'parseFacts and assess, with explanation',
    given: stated,
    evaluate: (input) => assess(policy, parseFacts(policy, input)),
    fen: fenOfAnswer,
  },
]

// Every answer is kept, so that none can be left out as unused.
const kept = Array.from({ length: COUNT })
function pass({ given, evaluate }) {
  for (let index = 0; index < COUNT; index += 1) kept[index] = evaluate(given[index])
}

for (const contender of contenders) {
  const wrong = inputs.filter((input, index) => contender.fen(contender.evaluate(contender.given[index])) !== fenOf(input))
  contender.wrong = wrong.length
  contender.wrongTies = wrong.filter(({ tie }) => tie).length
  contender.rates = []
  for (let warm = 0; warm < 3; warm += 1) pass(contender)
}

// One after the other in every round, so that a busy moment of the machine falls on all of them.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const contender of contenders) {
    const start = performance.now()
    let passes = 0
    let elapsed = 0
    while (elapsed < LEAST_MILLISECONDS) {
      pass(contender)
      passes += 1
      elapsed = performance.now() - start
    }
    contender.rates.push((passes * COUNT * 1000) / elapsed)
  }
}

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const shown = (value) => Math.round(value).toLocaleString('en')
const [, decimal, trace] = contenders.map(({ rates }) => medianOf(rates))
const ties = inputs.filter(({ tie }) => tie).length

const rows = contenders.map(({ name, rates, wrong, wrongTies }) => {
  const median = medianOf(rates)
  const cells = [
    name,
    shown(median),
    `${shown(Math.min(...rates))}..${shown(Math.max(...rates))}`,
    (1e6 / median).toFixed(2),
    (median / decimal).toFixed(2),
    (median / trace).toFixed(2),
    `${wrong} (${wrongTies} of ${ties} ties)`,
  ]
  return `| ${cells.join(' | ')} |`
})
const lines = [
  `Node ${process.version}, ${cpus()[0].model}, ${COUNT} inputs, median of ${ROUNDS} rounds`,
  '',
  `| | evaluations/s | min..max | µs each | ÷ decimal.js | ÷ decimal.js with a trace | wrong of ${COUNT} |`,
  '|---|--:|--:|--:|--:|--:|--:|',
  ...rows,
]
process.stdout.write(`${lines.join('\n')}\n\n`)

const perSecond = (name) => medianOf(contenders.find((contender) => contender.name.startsWith(name)).rates)
const [ofBatch, ofAssess, ofParse] = ['batch', 'assess, without', 'parseFacts and assess, without'].map(perSecond)
const documents = await measureDocuments(root, { rounds: Math.min(ROUNDS, 5), leastMilliseconds: 60 })
const ratio = (above, below) => (above / below).toFixed(1)
const table = documents.map(({ id, applications, differ, batch: fast, assessed, parsed }) =>
  [id, applications, shown(fast), shown(assessed), shown(parsed), ratio(fast, assessed), ratio(fast, parsed), differ].join(' | '),
)
const ratios = documents.map(({ batch: fast, assessed, parsed }) => [fast / assessed, fast / parsed])
const medians = [0, 1].map((at) => medianOf(ratios.map((each) => each[at])).toFixed(1))
const text = [
  `The rule above: batch ÷ assess ${ratio(ofBatch, ofAssess)}, batch ÷ parseFacts and assess ${ratio(ofBatch, ofParse)}.`,
  '',
  '| document | applications | batch, as stated | assess, parsed before | parseFacts and assess | batch ÷ assess | ÷ both | answers that differ |',
  '|---|--:|--:|--:|--:|--:|--:|--:|',
  ...table.map((cells) => `| ${cells} |`),
  `| median | | | | | ${medians.join(' | ')} | ${documents.reduce((sum, { differ }) => sum + differ, 0)} |`,
]
process.stdout.write(`${text.join('\n')}\n`)
