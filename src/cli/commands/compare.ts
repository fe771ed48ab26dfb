import { closeSync, type ReadStream, writeSync } from 'node:fs'
import type { Language } from '../../assessment/render.js'
import { isCalendarDate } from '../../dates/calendar-date.js'
import { assess, type Policy, safeParseFacts } from '../../index.js'
import type { Text } from '../../policy/source.js'
import { yuanOf } from '../../portfolio/fen.js'
import {
  addToComparison,
  type ClaimChange,
  type Comparison,
  changeOf,
  comparisonHtml,
  differenceOf,
  emptyComparison,
  type Side,
} from '../../portfolio/index.js'
import { checkDesk, type Desk } from '../answers.js'
import { policyChanged } from '../changes.js'
import { BYTE_ORDER_MARK, csvLine, textCell } from '../csv-text.js'
import { policyOf, policyWith } from '../documents.js'
import { UsageError } from '../failure.js'
import { bytesOf, opened, sizeOf, unreadable } from '../files.js'
import { instrumentOf } from '../instruments.js'
import { both } from '../language.js'
import { outputFor } from '../output.js'
import { progressOn } from '../progress.js'
import { ratesOf } from '../rates.js'
import { statedAt } from '../results.js'
import { factLabel } from '../rows/csv-columns.js'
import type { Encoding } from '../rows/encoding.js'
import { inputOf, type Many, manyByName, readerOf } from '../rows/pieces.js'
import type { Row } from '../rows/row.js'

export interface CompareCommandOptions {
  readonly language: Language
  readonly withA?: string
  readonly withB?: string
  readonly changes?: string
  readonly knownOn?: string
  readonly rates?: string
  readonly input?: Many
  readonly encoding: Encoding
  readonly ignore: readonly string[]
  readonly by?: string
  readonly rows?: string
  readonly report?: string
  readonly summary?: string
}

/** Where one bin of differences ends and the next begins, in yuan. */
const EDGES = ['1000', '10000', '50000', '100000', '500000']
/** How many of the largest gains and losses are shown. */
const LARGEST = 10

/** Assesses the same applications under two documents and says what changes. The exit code: 0, or 1 where some facts are bad. */
export async function compareCommand(
  a: string,
  b: string,
  paths: readonly string[],
  options: CompareCommandOptions,
): Promise<{ readonly text: string; readonly code: number }> {
  const { language, knownOn, by } = options
  if (knownOn !== undefined && !isCalendarDate(knownOn))
    throw new UsageError(both(`--known-on 应为日期，收到 ${String(knownOn)}`, `--known-on: expected a day, received ${String(knownOn)}`))
  const rates = await ratesOf(options.rates)
  const before = await policyWith(await policyOf(a), options.withA)
  const after = await policyChanged(await policyWith(await policyOf(b), options.withB), options.changes)
  // Frozen, so that the shape of their facts is kept.
  const policies = Object.freeze([before, after])
  const assessOptions = { ...(knownOn !== undefined && { knownOn }), ...(rates !== undefined && { rates }) }
  for (const policy of policies) checkDesk({ policy, instrument: instrumentOf(policy), options: assessOptions })
  const groups = by === undefined ? undefined : factLabel(by, policies)
  if (by !== undefined && groups === undefined)
    throw new UsageError(both(`--by：不是这些文件的事实：${by}`, `--by: not a fact of these documents: ${by}`))
  const files = [options.report, options.summary].map((path) => (path === undefined ? undefined : opened(path)))
  const [reportFile, summaryFile] = files
  const output = options.rows === undefined ? undefined : outputFor(options.rows)
  await output?.write(BYTE_ORDER_MARK + csvLine(COLUMNS))
  let comparison = emptyComparison({ edges: EDGES, best: LARGEST })
  for (const path of paths) {
    const rowsBefore = comparison.rows
    for await (const rows of rowsIn(path, policies, options, rowsBefore)) {
      let text = ''
      for (const row of rows) {
        const sides = sidesOf(row, policies, assessOptions)
        const group = by === undefined ? undefined : String(statedAt(row, by) ?? (language === 'zh' ? '未填' : 'not stated'))
        const claim = { id: row.id ?? String(row.line), ...(group !== undefined && { group }), before: sides[0], after: sides[1] }
        comparison = addToComparison(comparison, claim)
        if (output !== undefined) text += changeLine(row, changeOf(claim), sides, group)
      }
      await output?.write(text)
    }
  }
  await output?.end()
  const changed = options.changes !== undefined
  const titles = { before: before.title, after: changed ? changedTitle(after.title) : after.title }
  if (reportFile !== undefined) {
    writeSync(reportFile, comparisonHtml(comparison, { language, ...titles, ...(groups !== undefined && { groups }) }))
    closeSync(reportFile)
  }
  if (summaryFile !== undefined) {
    const named = { before: before.id, after: after.id, changed }
    writeSync(summaryFile, `${JSON.stringify({ ...named, difference: differenceOf(comparison), comparison }, null, 2)}\n`)
    closeSync(summaryFile)
  }
  return { text: comparisonText(comparison, language), code: (comparison.before.outcomes['bad'] ?? 0) > 0 ? 1 : 0 }
}

/** The applications of a file, with what is done shown on a terminal. */
async function* rowsIn(
  path: string,
  policies: readonly Policy[],
  { language, input, encoding, ignore }: CompareCommandOptions,
  before: number,
): AsyncGenerator<readonly Row[]> {
  const many = input ?? manyByName(path) ?? 'ndjson'
  const progress = progressOn(process, language)
  const size = sizeOf(path)
  const bytes = bytesOf(path)
  let read = before
  try {
    const { header, pieces } = await inputOf(bytes, many, encoding)
    const rowsOf = readerOf(many, header, policies, ignore)
    for await (const piece of pieces) {
      const rows = rowsOf(piece)
      yield rows
      read += rows.length
      progress.show(read, size === undefined ? undefined : (bytes as ReadStream).bytesRead / size)
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : unreadable(path, error)
  } finally {
    progress.clear()
    bytes.destroy()
  }
}

const changedTitle = (title: Text): Text =>
  both(`${typeof title === 'string' ? title : title.zh}（有改动）`, `${typeof title === 'string' ? title : title.en} (changed)`)

type Sides = readonly [before: Side, after: Side]

function sidesOf(row: Row, policies: readonly Policy[], options: Desk['options']): Sides {
  const bad: Side = { outcome: 'bad' }
  if (row.error !== undefined) return [bad, bad]
  const read = safeParseFacts(policies, row.input)
  if (!read.success) return [bad, bad]
  return policies.map((policy): Side => {
    const { outcome, amount } = assess(policy, read.facts, { ...options, explain: false })
    return { outcome, ...(amount !== undefined && { amount }) }
  }) as unknown as Sides
}

const COLUMNS = ['line', 'id', 'group', 'outcomeBefore', 'outcomeAfter', 'before', 'after', 'difference', 'change']

function changeLine(
  { line, id = '' }: Row,
  { change, before = '', after = '', difference = '' }: ClaimChange,
  sides: Sides,
  group = '',
): string {
  return csvLine([String(line), textCell(id), textCell(group), ...sides.map(({ outcome }) => outcome), before, after, difference, change])
}

/** The comparison in a few lines. */
function comparisonText(comparison: Comparison, language: Language): string {
  const { rows, same, undecided, gains, losses, before, after } = comparison
  const [cost, costAfter, gained, lost] = [before, after, gains, losses].map(({ fen }) => yuanOf(BigInt(fen))) as [
    string,
    string,
    string,
    string,
  ]
  const difference = differenceOf(comparison)
  if (language === 'zh') {
    return [
      `共${rows}份申请：增加${gains.rows}，减少${losses.rows}，不变${same}，无法比较${undecided}`,
      `补贴总额：${cost}元 → ${costAfter}元；增加共${gained}元，减少共${lost}元，差额${difference}元`,
      '',
    ].join('\n')
  }
  return [
    `${rows} applications: ${gains.rows} gain, ${losses.rows} lose, ${same} stay the same, ${undecided} undecided`,
    `cost: ${cost} yuan → ${costAfter} yuan; gains ${gained}, losses ${lost}, difference ${difference}`,
    '',
  ].join('\n')
}
