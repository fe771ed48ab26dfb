import { addDays, addMonths, isCalendarDate } from '../dates/calendar-date.js'
import { compare, type Fraction, wholeOf } from '../money/fraction.js'
import { round } from '../money/rounding.js'
import { type LookupOptions, type RateAnswer, rateOn } from './lookup.js'
import type { ReferenceRate } from './rates.js'

/** The length of a loan for choosing a tenor: whole months, odd days left, or a term stated in days alone. */
export interface RateTerm {
  readonly months?: number
  readonly days?: number
}

/** The benchmark tenors, each with its longest term in months, and in days for a term stated in days: the longest such span of the calendar. */
const BENCHMARK_TENORS: readonly (readonly [ReferenceRate, number, number])[] = [
  ['benchmark-6m', 6, 184],
  ['benchmark-1y', 12, 366],
  ['benchmark-3y', 36, 1096],
  ['benchmark-5y', 60, 1827],
]

/**
 * The benchmark lending rate for a loan of this term.
 *
 * A term of exactly 6 months, 1, 3 or 5 years belongs to the shorter tenor; one day more to the next. A term stated in days alone counts as
 * within a tenor while it is no longer than that many months can be (366 days for a year): our reading.
 */
export function benchmarkFor(term: number | RateTerm): ReferenceRate {
  const { months = 0, days = 0 } = typeof term === 'number' ? { months: term } : term
  if (
    !Number.isSafeInteger(months) ||
    !Number.isSafeInteger(days) ||
    months < 0 ||
    days < 0 ||
    months + days === 0 ||
    (months > 0 && days > 30)
  ) {
    throw new RangeError(
      `expected a term of whole months and at most 30 odd days, or of days alone, received ${months} months and ${days} days`,
    )
  }
  const within = ([, mostMonths, mostDays]: readonly [ReferenceRate, number, number]): boolean =>
    months === 0 ? days <= mostDays : months < mostMonths || (months === mostMonths && days === 0)
  return BENCHMARK_TENORS.find(within)?.[0] ?? 'benchmark-over-5y'
}

/** The published rate a document's wording means: a named one is itself, "benchmark" follows the term of the loan in months. */
export function referenceRateFor(name: ReferenceRate | 'benchmark', months?: Fraction): ReferenceRate {
  if (name !== 'benchmark') return name
  if (months === undefined) throw new RangeError('expected the term in months: the benchmark lending rate depends on it')
  const whole = round(months, { to: 'yuan', mode: 'down' }).toNumber()
  return benchmarkFor({ months: whole, days: compare(months, wholeOf(whole)) > 0 ? 1 : 0 })
}

/** The benchmark lending rate in force on a day for a loan of this term. */
export function benchmarkOn(date: string, term: number | RateTerm, options?: LookupOptions): RateAnswer {
  return rateOn(benchmarkFor(term), date, options)
}

/**
 * The LPR tenor for a loan of so many months: 1 year up to 12, "5 years and above" beyond 60.
 *
 * Undefined for more than 1 and up to 5 years, where the bank chooses: ask. Odd days beyond 12 or 60 months count as longer.
 */
export function lprFor(term: number | RateTerm): 'lpr-1y' | 'lpr-5y-plus' | undefined {
  const tenor = benchmarkFor(term)
  if (tenor === 'benchmark-6m' || tenor === 'benchmark-1y') return 'lpr-1y'
  return tenor === 'benchmark-over-5y' ? 'lpr-5y-plus' : undefined
}

/** 31 December of the year before: documents that name the rate at the end of the previous year. */
export function yearEndBefore(date: string): string {
  return addDays(`${date.slice(0, 4)}-01-01`, -1)
}

/** The last day of a month, 1 to 12: documents that name the rate of a month, such as "the LPR of December". */
export function monthEnd(year: number, month: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  if (!isCalendarDate(first)) throw new RangeError(`expected a year and a month from 1 to 12, received ${year} and ${month}`)
  return addDays(addMonths(first, 1), -1)
}
