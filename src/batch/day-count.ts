import { monthsBetween, monthsIn, oddDaysIn } from './day.js'
import { wholeQuotient } from './exact.js'
import type { Row } from './row.js'

/** The share of a year between two days: its numerator, with the denominator left in the row. */
export type YearShare = (row: Row, from: number, until: number) => number

const over = (row: Row, count: number, year: number): number => {
  row.under = year
  return count
}

const inMonths =
  (counted: (months: number, days: number) => number): YearShare =>
  (row, from, until) => {
    const between = monthsBetween(from, until)
    return over(row, counted(monthsIn(between), oddDaysIn(between)), 12)
  }

/** The day counts of the fast path, each as in `DAY_COUNTS`. */
export const YEAR_SHARES: { readonly [dayCount: string]: YearShare } = {
  'actual/360': (row, from, until) => over(row, until - from, 360),
  'actual/365': (row, from, until) => over(row, until - from, 365),
  'month/12': (row, from, until) => {
    const between = monthsBetween(from, until)
    const days = oddDaysIn(between)
    return days === 0 ? over(row, monthsIn(between), 12) : over(row, monthsIn(between) * 30 + days, 360)
  },
  'full-month/12': inMonths((months) => months),
  'started-month/12': inMonths((months, days) => months + (days > 0 ? 1 : 0)),
  'nearest-month/12': inMonths((months, days) => months + (days >= 15 ? 1 : 0)),
  'whole-year': (row, from, until) => over(row, wholeQuotient(monthsIn(monthsBetween(from, until)), 12), 1),
}
