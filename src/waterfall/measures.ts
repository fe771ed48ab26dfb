import { type CalendarDate, earlier } from '../dates/calendar-date.js'
import { DAY_COUNTS } from '../dates/day-counts.js'
import type { Decimal } from '../money/decimal.js'
import { discountsOf } from '../money/discount.js'
import { dividedBy, type Fraction, isZero, plus } from '../money/fraction.js'
import { notNegative } from './parties.js'

/** Public money's leverage by its two definitions; they differ by exactly one. */
export interface Leverage {
  readonly privateToPublic: Fraction
  readonly totalToPublic: Fraction
}

/** Money paid in is negative, money received positive. */
export interface DatedFlow {
  readonly date: CalendarDate
  readonly amount: Decimal
}

/** How the days between flows become years. */
export type ReturnDayCount = 'actual/365' | 'actual/360' | '30e/360'

/** The yearly rate as decimal text: one, several that all solve it (lowest first), or none. */
export type InternalRate =
  | { readonly solution: 'one'; readonly rate: string }
  | { readonly solution: 'several-solutions'; readonly rates: readonly string[] }
  | { readonly solution: 'no-solution' }

const YEAR_DAYS: Readonly<Record<ReturnDayCount, number>> = { 'actual/365': 365, 'actual/360': 360, '30e/360': 360 }

/**
 * Private money over public money, and all money over public money. Undefined without public money; RangeError for a negative amount.
 *
 * @internal What the documents' waterfalls are tested against.
 */
export function leverage(publicMoney: Fraction, privateMoney: Fraction): Leverage | undefined {
  notNegative({ publicMoney, privateMoney }, 'an amount')
  if (isZero(publicMoney)) return undefined
  return { privateToPublic: dividedBy(privateMoney, publicMoney), totalToPublic: dividedBy(plus(privateMoney, publicMoney), publicMoney) }
}

/** DPI: distributed ÷ paid in. Undefined when nothing was paid in; RangeError for a negative amount. */
export function distributedToPaidIn(distributed: Fraction, paidIn: Fraction): Fraction | undefined {
  notNegative({ distributed, paidIn }, 'an amount')
  return isZero(paidIn) ? undefined : dividedBy(distributed, paidIn)
}

/** TVPI: (distributed + value still held) ÷ paid in. Undefined when nothing was paid in; RangeError for a negative amount. */
export function totalValueToPaidIn(distributed: Fraction, held: Fraction, paidIn: Fraction): Fraction | undefined {
  notNegative({ held }, 'an amount')
  return distributedToPaidIn(plus(distributed, held), paidIn)
}

/**
 * IRR of dated flows: every yearly rate above −1 with Σ amount ÷ (1 + rate)^(days ÷ year) = 0, days counted from the earliest flow.
 *
 * As XIRR of a spreadsheet under 'actual/365'. Rounded half up to so many places; flows may come in any order. RangeError for places that are not 0 to 30.
 */
export function internalRate(
  flows: readonly DatedFlow[],
  { dayCount, places }: { readonly dayCount: ReturnDayCount; readonly places: number },
): InternalRate {
  if (!Number.isInteger(places) || places < 0 || places > 30) throw new RangeError(`expected places from 0 to 30, received ${places}`)
  const first = flows.reduce((earliest, { date }) => earlier(earliest, date), flows[0]?.date ?? '')
  const days = flows.map(({ date }) => DAY_COUNTS[dayCount].days?.(first, date) ?? 0)
  const amounts = flows.map(({ amount }) => amount)
  const rates = discountsOf(amounts, days).map((discount) => rateText(discount.pow(-YEAR_DAYS[dayCount]).minus(1), places))
  const [only] = rates
  if (only === undefined) return { solution: 'no-solution' }
  return rates.length === 1 ? { solution: 'one', rate: only } : { solution: 'several-solutions', rates }
}

function rateText(rate: Decimal, places: number): string {
  const text = rate.toFixed(places)
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
}
