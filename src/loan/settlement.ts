import { addDays, daysBetween, earlier, monthLength } from '../dates/calendar-date.js'
import type { DayCountName } from '../dates/day-counts.js'
import type { Period } from '../dates/period.js'
import type { Decimal } from '../money/decimal.js'
import { type Fraction, fraction, plus, zero } from '../money/fraction.js'
import { round } from '../money/rounding.js'
import { accrue } from './accrual.js'
import { type Loan, stretchesOf } from './stretches.js'

/**
 * When the bank settles interest: on a day of each month, quarter, half-year or year; the usual one is the 20th of the quarter's last month.
 *
 * `month` is a month of settlement (the others follow from it); default the last month of the quarter, half-year or year.
 */
export interface SettlementRule {
  readonly every: 'month' | 'quarter' | 'half-year' | 'year'
  readonly day: number
  readonly month?: number
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** The settlement days in a period, whose own first and last day count; where the month has no such day, its last day. */
export function settlementDays({ every, day, month = 12 }: SettlementRule, { from, until }: Period): readonly string[] {
  const step = MONTHS[every]
  const days: string[] = []
  const year = Number(from.slice(0, 4))
  for (let index = year * 12 + ((month - 1) % step); ; index += step) {
    const of = Math.floor(index / 12)
    const inYear = (index % 12) + 1
    const settled = `${of}-${String(inYear).padStart(2, '0')}-${String(Math.min(day, monthLength(of, inYear))).padStart(2, '0')}`
    if (settled >= until) return days
    if (settled >= from) days.push(settled)
  }
}

/** The periods interest is settled for: the settlement day itself is counted, so each begins on the day after one; the last ends with the loan. */
export function settlementPeriods(rule: SettlementRule, period: Period): readonly Period[] {
  const cuts = settlementDays(rule, period)
    .map((day) => addDays(day, 1))
    .filter((day) => day > period.from && day < period.until)
  const starts = [period.from, ...cuts]
  return starts.map((from, index) => ({ from, until: starts[index + 1] ?? period.until }))
}

/** The interest of one settlement period. */
export interface SettledInterest extends Period {
  readonly days: number
  readonly exact: Fraction
  /** Rounded half up to the fen, as the bank books it. */
  readonly interest: Decimal
}

/** Interest period by period, each rounded to the fen; `total` adds the rounded, `unsplit` rounds the exact interest of the whole loan once. They may differ by a fen or so. */
export function settledInterest(
  loan: Loan,
  rule: SettlementRule,
  dayCount: DayCountName,
): { readonly periods: readonly SettledInterest[]; readonly total: Decimal; readonly unsplit: Decimal } {
  const from = loan.drawdowns.reduce((first, { date }) => earlier(first, date), (loan.drawdowns[0] as { date: string }).date)
  const whole = { from, until: loan.maturityDate }
  const toFen = (exact: Fraction): Decimal => round(exact, { to: 'fen', mode: 'half-up' })
  const periods = settlementPeriods(rule, whole).map((period) => {
    const exact = accrue(stretchesOf(loan, period), dayCount)
    return { ...period, days: daysBetween(period.from, period.until), exact, interest: toFen(exact) }
  })
  const total = periods.reduce((sofar, { interest }) => plus(sofar, fraction(interest)), zero)
  return { periods, total: total.numerator, unsplit: toFen(accrue(stretchesOf(loan), dayCount)) }
}
