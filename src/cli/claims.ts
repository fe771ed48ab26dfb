import type { Message } from '../assessment/errors.js'
import { isAmount } from '../portfolio/fen.js'
import type { Claim } from '../portfolio/index.js'
import { textIn } from './csv-text.js'
import { UsageError } from './failure.js'
import { both } from './language.js'
import { csvInput, type Records } from './rows/csv.js'
import { type Lines, linesOf } from './rows/ndjson.js'
import type { Many } from './rows/pieces.js'

/** One line of a file of claims or of answers: a claim, an answer that claims nothing, or why it cannot be read. */
export type ClaimRow = { readonly line: number } & (
  | { readonly claim: Claim; readonly outcome?: never; readonly fault?: never }
  | { readonly outcome: 'refused' | 'incomplete' | 'bad'; readonly claim?: never; readonly fault?: never }
  | { readonly fault: Message; readonly claim?: never; readonly outcome?: never }
)

/** The claims of a stream of `{ id, amount, base?, keys? }`, or of answers of `subvention assess`, as many at a time as arrive together. */
export async function* claimRows(chunks: AsyncIterable<Uint8Array>, many: Many): AsyncGenerator<readonly ClaimRow[]> {
  if (many === 'ndjson') for await (const lines of linesOf(chunks)) yield claimsInLines(lines)
  else {
    const { header, pieces } = await csvInput(chunks, 'auto')
    const names = header.map((name) => name.trim())
    const missing = ['id', 'amount'].filter((name) => !names.includes(name))
    if (missing.length > 0)
      throw new UsageError(both(`CSV缺少列：${missing.join('、')}`, `the CSV file lacks the columns ${missing.join(', ')}`))
    for await (const records of pieces) yield claimsInRecords(records, names)
  }
}

const NEWLINE = 10

function claimsInLines({ line: first, bytes, tooLong }: Lines): readonly ClaimRow[] {
  if (tooLong === true) return [{ line: first, fault: both('一行过长', 'the line is too long') }]
  const rows: ClaimRow[] = []
  let line = first
  for (let from = 0; from < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, from)
    const end = newline < 0 ? bytes.length : newline
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString()
    if (text.trim() !== '') rows.push({ line, ...inObject(text) })
    from = end + 1
  }
  return rows
}

interface Stated {
  readonly id?: unknown
  readonly amount?: unknown
  readonly base?: unknown
  readonly keys?: { readonly [name: string]: unknown }
  readonly priority?: unknown
  readonly time?: unknown
  readonly outcome?: unknown
  readonly error?: unknown
  readonly policy?: { readonly id?: unknown }
}

type Read =
  | Omit<ClaimRow & { readonly claim: Claim }, 'line'>
  | { readonly outcome: 'refused' | 'incomplete' | 'bad' }
  | { readonly fault: Message }

function inObject(text: string): Read {
  let stated: Stated
  try {
    stated = JSON.parse(text) as Stated
  } catch {
    return { fault: both('不是合法的JSON', 'not JSON') }
  }
  if (typeof stated !== 'object' || stated === null) return { fault: both('不是一笔申请', 'not a claim') }
  const { id, amount, base, keys, priority, time, outcome, error, policy } = stated
  if (error !== undefined) return { outcome: 'bad' }
  const ranks = { ...(priority !== undefined && { priority }), ...(time !== undefined && { time }) }
  return claimIn(outcome, id, amount, base, { ...keys, ...ranks, ...(policy?.id !== undefined && { policy: policy.id }) })
}

function claimIn(outcome: unknown, id: unknown, amount: unknown, base: unknown, keys: { readonly [name: string]: unknown }): Read {
  if (outcome === 'refused' || outcome === 'incomplete' || outcome === 'bad') return { outcome }
  if (outcome !== undefined && outcome !== 'granted') return { fault: both('不认识的 outcome', 'its outcome is none that is known') }
  if (typeof id !== 'string' || id === '')
    return { fault: both('没有编号：分配以编号为最后的排序依据', 'it has no id, by which ties are broken') }
  if (!isAmount(amount)) return { fault: both(`“${id}”没有合法的金额`, `"${id}" has no amount in yuan with at most two places`) }
  if (base !== undefined && !isAmount(base)) return { fault: both(`“${id}”的基数不是金额`, `the base of "${id}" is no amount`) }
  const wrong = Object.keys(keys).find((name) => typeof keys[name] !== 'string' && !Number.isFinite(keys[name]))
  if (wrong !== undefined) return { fault: both(`“${id}”的 ${wrong} 不是文本或数值`, `${wrong} of "${id}" is neither a text nor a number`) }
  return { claim: { id, amount, ...(base !== undefined && { base }), keys: keys as NonNullable<Claim['keys']> } }
}

/** Columns of answers that rank or class nothing. */
const PLAIN = new Set(['line', 'id', 'outcome', 'amount', 'base', 'meaning', 'reasons', 'missing', 'error', 'message', ''])
const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,12})?$/

function claimsInRecords({ records }: Records, names: readonly string[]): readonly ClaimRow[] {
  return records
    .filter((record) => record.fault !== undefined || record.cells.some((cell) => cell !== ''))
    .map((record): ClaimRow => {
      const { line, cells } = record
      if (cells?.length !== names.length)
        return { line, fault: both('单元格数与列数不符，或引号有误', 'not as many cells as columns, or a faulty quote') }
      const cell = (name: string): string | undefined => {
        const text = cells[names.indexOf(name)]
        return text === '' ? undefined : text
      }
      const keys = Object.fromEntries(
        names.flatMap((name, index) => {
          const text = cells[index] ?? ''
          return PLAIN.has(name) || text === '' ? [] : [[name, NUMBER.test(text) ? Number(text) : textIn(text)]]
        }),
      )
      return { line, ...claimIn(cell('outcome'), textIn(cell('id') ?? ''), cell('amount'), cell('base'), keys) }
    })
}
