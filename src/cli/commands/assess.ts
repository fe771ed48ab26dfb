import { closeSync, existsSync, type ReadStream, realpathSync, writeSync } from 'node:fs'
import { type Language, toHtml, toMarkdown, toText } from '../../assessment/render.js'
import { isCalendarDate } from '../../dates/calendar-date.js'
import { rulesAsked, rulesOf, safeParseFacts } from '../../guidance-fund/index.js'
import type { FundRule, Policy } from '../../policy/policy.js'
import { emptyTotals, mergeTotals } from '../../portfolio/index.js'
import { type Answer, answerTo, checkDesk, type Desk } from '../answers.js'
import { policyOf, policyWith } from '../documents.js'
import { UsageError } from '../failure.js'
import { factsFaultsText } from '../faults.js'
import { bytesOf, opened, sizeOf, textOf, unreadable } from '../files.js'
import { instrumentOf, ruleOf, rulesToAnswer } from '../instruments.js'
import { both, inLanguage } from '../language.js'
import { type Output, outputFor } from '../output.js'
import { progressOn } from '../progress.js'
import { ratesOf } from '../rates.js'
import { resumed, tasksOf } from '../resume.js'
import { factLabel } from '../rows/csv-columns.js'
import type { Encoding } from '../rows/encoding.js'
import { inputOf, type Many, manyByName } from '../rows/pieces.js'
import { badRow, type Row, type RowError, rowOf } from '../rows/row.js'
import { summaryOf, summaryText } from '../summary.js'
import { type Answered, type Bench, benchFor, type Task, type Work } from '../work.js'
import { answeredByWorkers } from '../workers.js'

export interface AssessCommandOptions {
  readonly language: Language
  readonly format?: 'text' | 'md' | 'html' | 'json'
  readonly with?: string
  readonly knownOn?: string
  readonly rates?: string
  readonly instrument?: string
  readonly rule?: string
  readonly input?: Many
  readonly output?: Many
  readonly encoding: Encoding
  readonly ignore: readonly string[]
  readonly brief?: boolean
  /** Facts that the answers keep. */
  readonly keep: readonly string[]
  readonly summary?: string
  readonly out?: string
  readonly workers: number
  readonly resume?: boolean
}

/** Assesses one application, or every row of a file. The exit code: 0 answered, 1 some facts are bad. */
export async function assessCommand(document: string, facts: string, options: AssessCommandOptions): Promise<number> {
  const { knownOn, instrument, rule } = options
  const many = options.input ?? manyByName(facts)
  checkOptions(options, many, document, facts)
  const policy = await policyWith(await policyOf(document), options.with)
  const rates = await ratesOf(options.rates)
  const about = { policy, options: { ...(knownOn === undefined ? {} : { knownOn }), ...(rates === undefined ? {} : { rates }) } }
  const deskOf = (name: string): Desk => ({ ...about, instrument: ruleOf(policy, name) })
  const rules = rule === undefined ? rulesToAnswer(policy, instrument) : []
  if (rules.length > 1 && many !== undefined) throw severalRules(rules)
  const desk: Desk = rule === undefined ? { ...about, instrument: instrumentOf(policy, instrument) } : deskOf(rule)
  for (const each of rules.length > 1 ? rules.map(deskOf) : [desk]) checkDesk(each)
  checkKept(options.keep, policy)
  if (facts === '-' && process.stdin.isTTY) {
    process.stderr.write(
      options.language === 'zh' ? '从终端读取事实，以 Ctrl-D 结束\n' : 'reading facts from the terminal, end with Ctrl-D\n',
    )
  }
  if (rules.length > 1) return assessRules(policy, deskOf, facts, options)
  return many === undefined ? assessOne(desk, facts, options) : assessMany(desk, facts, many, options)
}

const severalRules = (rules: readonly FundRule[]): UsageError =>
  new UsageError(
    both(
      `文件有多项规则，成批计算请用 --rule 指明一项：${rules.join(', ')}`,
      `the document states several rules: over many applications name one with --rule: ${rules.join(', ')}`,
    ),
  )

/** What does not go together, before anything is read or written. */
function checkOptions(options: AssessCommandOptions, many: Many | undefined, document: string, facts: string): void {
  const { format, output, brief, summary, knownOn, out, resume } = options
  const refuse = (zh: string, en: string): never => {
    throw new UsageError(both(zh, en))
  }
  if (knownOn !== undefined && !isCalendarDate(knownOn)) {
    const given = String(knownOn)
    refuse(`--known-on 应为日期，如 2026-03-31，收到 ${given}`, `--known-on: expected a day such as 2026-03-31, received ${given}`)
  }
  if (document === '-' && facts === '-')
    refuse('文件和事实不能都从标准输入读取', 'the document and the facts cannot both come from standard input')
  const forMany = [output, summary, brief, resume, options.workers > 1 || undefined, options.ignore[0], options.keep[0]]
  if (many === undefined && forMany.some((given) => given !== undefined)) {
    refuse(
      '--output、--summary、--brief、--ignore、--keep、--workers、--resume 用于成批申请：请加 --input ndjson 或 --input csv',
      '--output, --summary, --brief, --ignore, --keep, --workers and --resume are for many applications: add --input ndjson or --input csv',
    )
  }
  if (resume === true && out === undefined) refuse('--resume 需要 --out：接着写哪个文件', '--resume needs --out: the file to go on with')
  if (many !== undefined && format !== undefined) {
    refuse(
      '--format 用于单个申请；成批申请用 --output ndjson 或 csv',
      '--format is for one application; over many use --output ndjson or csv',
    )
  }
  const real = (path: string): string | undefined => (existsSync(path) ? realpathSync(path) : undefined)
  for (const written of [out, summary]) {
    if (written === undefined) continue
    for (const read of [facts, document, options.with, options.rates, written === out ? undefined : out]) {
      if (read !== undefined && read !== '-' && (read === written || (real(read) !== undefined && real(read) === real(written)))) {
        refuse(`${written} 既要读取又要写入`, `${written} would be written over`)
      }
    }
  }
}

function checkKept(paths: readonly string[], policy: Policy): void {
  const unknown = paths.filter((path) => factLabel(path, [policy]) === undefined)
  if (unknown.length === 0) return
  const names = unknown.join(', ')
  throw new UsageError(both(`--keep：不是这份文件的事实：${names}`, `--keep: not a fact of this document: ${names}`))
}

async function assessOne(desk: Desk, path: string, options: AssessCommandOptions): Promise<number> {
  const row = applicationIn(await textOf(path))
  const answer = answerTo(row, desk)
  if (answer.error !== undefined) return tellFaults(row, answer.error, options)
  return give(row, [answer], resultOf(answer), options)
}

/** Answers every rule of a guidance fund whose facts are given. */
async function assessRules(policy: Policy, deskOf: (rule: FundRule) => Desk, path: string, options: AssessCommandOptions): Promise<number> {
  const row = applicationIn(await textOf(path))
  const read = row.error === undefined ? safeParseFacts(policy, row.input) : undefined
  if (read?.success === true && rulesAsked(policy, read.facts).length === 0) return tellFaults(row, nothingAsked(rulesOf(policy)), options)
  // Facts that cannot be read are told once, by the first rule.
  const rules = read?.success === true ? rulesAsked(policy, read.facts) : rulesOf(policy).slice(0, 1)
  const answers: Given[] = []
  for (const rule of rules) {
    const answer = answerTo(row, deskOf(rule))
    if (answer.error !== undefined) return tellFaults(row, answer.error, options)
    answers.push(answer)
  }
  return give(row, answers, Object.fromEntries(answers.map((answer, index) => [rules[index], resultOf(answer)])), options)
}

type Given = Extract<Answer, { readonly error?: never }>

function nothingAsked(rules: readonly FundRule[]): RowError {
  const names = rules.join(', ')
  const message = { zh: `没有给出任何一项规则所需的事实：${names}`, en: `no fact of any rule is given: ${names}` }
  return { code: 'facts-invalid', issues: [{ code: 'absent', path: '', message }] }
}

const resultOf = ({ assessment, lines }: Given): object => ({ ...assessment, lines: lines() })

const jsonOf = ({ id }: Row, result: object): string => `${JSON.stringify({ ...(id === undefined ? {} : { id }), ...result }, null, 2)}\n`

/** Says what is wrong with the facts: on standard error, or as JSON where that was asked for. */
async function tellFaults(row: Row, error: RowError, { language, format, out }: AssessCommandOptions): Promise<number> {
  if (format === 'json') await writeOut(jsonOf(row, { error }), out)
  else process.stderr.write(factsFaultsText(error.issues, language))
  return 1
}

async function give(
  row: Row,
  answers: readonly Given[],
  result: object,
  { language, format = 'text', out }: AssessCommandOptions,
): Promise<number> {
  await writeOut(format === 'json' ? jsonOf(row, result) : rendered(answers, format, language), out)
  return 0
}

async function writeOut(text: string, out: string | undefined): Promise<void> {
  const output = outputFor(out)
  await output.write(text)
  await output.end()
}

function applicationIn(text: string): Row {
  try {
    return rowOf(1, JSON.parse(text) as unknown)
  } catch (error) {
    const { message } = error as Error
    return badRow(1, 'not-json', `不是合法的JSON：${message}`, `not JSON: ${message}`)
  }
}

/** One explanation after the other. */
function rendered(answers: readonly Given[], format: 'text' | 'md' | 'html', language: Language): string {
  if (format === 'html') {
    const title = inLanguage((answers[0] as Given).assessment.policy.title, language)
    return page(title, answers.map(({ lines }) => toHtml(lines(), { language })).join('\n'), language)
  }
  const render = format === 'md' ? toMarkdown : toText
  return `${answers.map(({ lines }) => render(lines(), { language })).join('\n\n')}\n`
}

/** A whole page around the table, so that a browser reads the characters rightly. */
function page(title: string, table: string, language: Language): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const style = `body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}tbody th{font-weight:normal}${[1, 2, 3, 4].map((level) => `.level-${level} th{padding-left:${level * 1.5 + 0.6}rem}`).join('')}`
  return `<!doctype html>\n<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">\n<title>${escaped}</title>\n<style>${style}</style>\n</head>\n<body>\n${table}\n</body>\n</html>\n`
}

async function assessMany(desk: Desk, path: string, many: Many, options: AssessCommandOptions): Promise<number> {
  const { language, encoding, ignore, brief = false, keep, summary: summaryPath, out, workers } = options
  const { policy } = desk
  const summaryFile = summaryPath === undefined ? undefined : opened(summaryPath)
  const progress = progressOn(process, language)
  const size = sizeOf(path)
  const bytes = bytesOf(path)
  let totals = emptyTotals()
  let output: Output | undefined
  try {
    const { header, pieces } = await inputOf(bytes, many, encoding)
    const work: Work = {
      policy,
      instrument: options.instrument,
      rule: options.rule,
      options: desk.options,
      input: many,
      header,
      ignored: ignore,
      output: options.output ?? many,
      brief,
      kept: keep,
      language,
    }
    const bench = benchFor(work)
    const begun = options.resume === true && out !== undefined && existsSync(out)
    const kept = begun ? await resumed(out, work.output, policy.id, bench, pieces) : { offset: 0, totals, tasks: tasksOf(pieces) }
    totals = kept.totals
    output = outputFor(out, kept.offset)
    if (kept.offset === 0) await output.write(bench.writer.head)
    for await (const answered of workers > 1 ? answeredByWorkers(work, kept.tasks, workers) : answeredHere(bench, kept.tasks)) {
      if (output.closed) break
      await output.write(answered.text)
      totals = mergeTotals(totals, answered.totals)
      progress.show(totals.rows, size === undefined ? undefined : (bytes as ReadStream).bytesRead / size)
    }
    await output.end()
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : unreadable(path, error)
  } finally {
    progress.clear()
    bytes.destroy()
  }
  const summary = summaryOf(policy.id, totals, !output.closed)
  process.stderr.write(summaryText(summary, language))
  if (summaryFile !== undefined) {
    writeSync(summaryFile, `${JSON.stringify(summary, null, 2)}\n`)
    closeSync(summaryFile)
  }
  return summary.bad > 0 ? 1 : 0
}

async function* answeredHere(bench: Bench, tasks: AsyncIterator<Task>): AsyncGenerator<Answered> {
  for (let coming = await tasks.next(); coming.done !== true; coming = await tasks.next()) yield bench.answered(coming.value)
}
