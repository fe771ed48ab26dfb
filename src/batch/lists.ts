import { STANDARD_CLASSES } from '../policy/standard-facts.js'
import { dayFrom } from './day.js'
import { UNUSUAL } from './outside.js'
import { fenOf, MOST_ENTRIES, plainObject } from './read.js'

/** The lists of a loan: money that moves, and interest on bank slips. */
export interface Lists {
  readonly drawdowns: Movements
  readonly repayments: Movements
  readonly slips: Slips
}

/** Drawdowns or repayments, in order of day. */
export interface Movements {
  count: number
  readonly days: number[]
  readonly fen: number[]
  sum: number
}

export interface Slips {
  isStated: boolean
  count: number
  readonly from: number[]
  readonly until: number[]
  readonly fen: number[]
  readonly kinds: string[]
  /** The day of payment, or `NOT_STATED`. */
  readonly paidOn: number[]
}

export const NOT_STATED: number = Number.NEGATIVE_INFINITY

const movementsOf = (): Movements => ({ count: 0, days: [], fen: [], sum: 0 })

export const listsOf = (): Lists => ({
  drawdowns: movementsOf(),
  repayments: movementsOf(),
  slips: { isStated: false, count: 0, from: [], until: [], fen: [], kinds: [], paidOn: [] },
})

export function clear({ drawdowns, repayments, slips }: Lists): void {
  drawdowns.count = 0
  drawdowns.sum = 0
  repayments.count = 0
  repayments.sum = 0
  slips.count = 0
  slips.isStated = false
}

/** Reads a list of a loan; throws `UNUSUAL` for what the ordinary path must judge. */
export function readList(key: string, entries: unknown, lists: Lists): void {
  if (!Array.isArray(entries) || entries.length > MOST_ENTRIES) throw UNUSUAL
  if (key === 'slips') for (const entry of entries) readSlip(entry, lists.slips)
  else if (key === 'repayments') for (const entry of entries) readMovement(entry, lists.repayments)
  else if (key === 'drawdowns' && entries.length > 0) for (const entry of entries) readMovement(entry, lists.drawdowns)
  else throw UNUSUAL
  if (key === 'slips') lists.slips.isStated = true
}

/** Puts a movement where its day belongs. */
function readMovement(entry: unknown, movements: Movements): void {
  const { date, amount } = partsOf(entry, 2)
  const day = dayFrom(date)
  const fen = fenOf(amount)
  const { days, fen: amounts } = movements
  let at = movements.count
  for (; at > 0 && (days[at - 1] as number) > day; at -= 1) {
    days[at] = days[at - 1] as number
    amounts[at] = amounts[at - 1] as number
  }
  days[at] = day
  amounts[at] = fen
  movements.count += 1
  movements.sum += fen
  if (movements.sum > Number.MAX_SAFE_INTEGER) throw UNUSUAL
}

function readSlip(entry: unknown, slips: Slips): void {
  const { from, until, amount, kind, paidOn } = partsOf(
    entry,
    (entry as { readonly paidOn?: unknown } | null)?.paidOn === undefined ? 4 : 5,
  )
  if (typeof kind !== 'string' || !Object.hasOwn(STANDARD_CLASSES['slip.kind'] ?? {}, kind)) throw UNUSUAL
  const { count } = slips
  const first = dayFrom(from)
  const end = dayFrom(until)
  if (end <= first) throw UNUSUAL
  // Slips of one kind must not overlap.
  for (let other = 0; other < count; other += 1)
    if (slips.kinds[other] === kind && first < (slips.until[other] as number) && (slips.from[other] as number) < end) throw UNUSUAL
  slips.from[count] = first
  slips.until[count] = end
  slips.fen[count] = fenOf(amount)
  slips.kinds[count] = kind
  slips.paidOn[count] = paidOn === undefined ? NOT_STATED : dayFrom(paidOn)
  slips.count += 1
}

/** An entry with exactly so many facts; those that are read below must be among them. */
function partsOf(entry: unknown, count: number): { readonly [key: string]: unknown } {
  const parts = plainObject(entry)
  if (Object.keys(parts).length !== count) throw UNUSUAL
  return parts
}
