import { type CalendarDate, later } from '../dates/calendar-date.js'
import { type Decimal, decimalOf, ZERO } from '../money/decimal.js'
import { type Fraction, fraction, fractionText } from '../money/fraction.js'
import {
  type DatedFlow,
  distributedToPaidIn,
  type InternalRate,
  internalRate,
  type ReturnDayCount,
  totalValueToPaidIn,
} from '../waterfall/measures.js'
import { moneySum } from '../waterfall/parties.js'

export type { InternalRate, ReturnDayCount } from '../waterfall/measures.js'

/** Money on a day, in yuan as decimal text. */
export interface DatedAmount {
  readonly date: CalendarDate
  readonly amount: string
}

/** What went into a fund and came out of it. */
export interface FundFlows {
  readonly drawdowns: readonly DatedAmount[]
  readonly distributions: readonly DatedAmount[]
  /** What is still held, on the day of the last flow. */
  readonly remainingValue?: string
}

/** Exact values as decimal text, or `n/d` where no decimal ends; absent when nothing was paid in. */
export interface FundMeasures {
  /** DPI: distributed ÷ paid in. */
  readonly distributedToPaidIn?: string
  /** TVPI: (distributed + still held) ÷ paid in. */
  readonly totalValueToPaidIn?: string
  /** IRR: the yearly rate at which all flows come to zero; one, several or none. */
  readonly internalRate: InternalRate
}

/**
 * DPI, TVPI and IRR of dated flows.
 *
 * The rate is rounded half up to so many places, days counted from the first flow: `actual/365` is XIRR of a spreadsheet. RangeError for an amount that
 * is not decimal text of zero or more, or places that are not 0 to 30.
 */
export function fundMeasures(
  { drawdowns, distributions, remainingValue = '0' }: FundFlows,
  { dayCount, places }: { readonly dayCount: ReturnDayCount; readonly places: number },
): FundMeasures {
  const read = ({ date, amount }: DatedAmount): DatedFlow => ({ date, amount: decimalOf(amount) })
  return measured({ paidIn: drawdowns.map(read), paidOut: distributions.map(read), held: decimalOf(remainingValue) }, dayCount, places)
}

/** The same from amounts already read. */
export function measured(
  { paidIn, paidOut, held }: { readonly paidIn: readonly DatedFlow[]; readonly paidOut: readonly DatedFlow[]; readonly held: Decimal },
  dayCount: ReturnDayCount,
  places: number,
): FundMeasures {
  const flows = [...paidIn.map(({ date, amount }) => ({ date, amount: amount.negated() })), ...paidOut]
  const last = flows.reduce((latest, { date }) => later(latest, date), flows[0]?.date ?? '')
  return {
    ...multiples(moneySum(paidIn.map(({ amount }) => amount)), moneySum(paidOut.map(({ amount }) => amount)), held),
    internalRate: internalRate(held.greaterThan(ZERO) ? [...flows, { date: last, amount: held }] : flows, { dayCount, places }),
  }
}

/** DPI and TVPI, which need no days. */
export function multiples(
  paidIn: Decimal,
  distributed: Decimal,
  held: Decimal,
): Pick<FundMeasures, 'distributedToPaidIn' | 'totalValueToPaidIn'> {
  const [into, out, left] = [paidIn, distributed, held].map((amount) => fraction(amount)) as [Fraction, Fraction, Fraction]
  const paidOut = distributedToPaidIn(out, into)
  const all = totalValueToPaidIn(out, left, into)
  return paidOut === undefined || all === undefined
    ? {}
    : { distributedToPaidIn: fractionText(paidOut), totalValueToPaidIn: fractionText(all) }
}
