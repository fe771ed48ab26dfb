import { DAY_COUNTS, type DayCountContext, type DayCountName, type DayCountRule } from '../dates/day-counts.js'
import { type Fraction, fraction, minus, plus, times, zero } from '../money/fraction.js'
import type { Stretch } from './stretches.js'

/** Day counts that count whole months or years from the first day: a cut in the middle must not start the count again. */
const FROM_FIRST_DAY: ReadonlySet<string> = /* @__PURE__ */ new Set<DayCountName>([
  'month/12',
  'full-month/12',
  'started-month/12',
  'whole-year',
])

/**
 * Interest over stretches, in exact yuan.
 *
 * interest = Σ balance × rate × share of the year, added over one common denominator (积数计息); nothing is rounded.
 *
 * `rateOf` puts another yearly rate in the place of the loan's: the subsidy rate, a reference rate. Day counts by month count from the first
 * day of the first stretch, so a change of balance or rate in between starts no new count.
 */
export function accrue(
  stretches: readonly Stretch[],
  dayCount: DayCountName,
  rateOf: (stretch: Stretch) => Fraction = rateOfLoan,
  context?: DayCountContext,
): Fraction {
  const first = stretches[0]
  if (first === undefined) return zero
  const rule: DayCountRule = DAY_COUNTS[dayCount]
  const anchored = stretches.length > 1 && FROM_FIRST_DAY.has(dayCount)
  let interest = zero
  for (const stretch of stretches) {
    const { from, until, balance } = stretch
    const share = anchored
      ? minus(rule.yearFraction(first.from, until, context), rule.yearFraction(first.from, from, context))
      : rule.yearFraction(from, until, context)
    interest = plus(interest, times(times(fraction(balance), rateOf(stretch)), share))
  }
  return interest
}

const rateOfLoan = (stretch: Stretch): Fraction => stretch.rate
