import { DAY_COUNTS, type DayCountContext, type DayCountName, type DayCountRule } from '../dates/day-counts.js'
import { type Fraction, fraction, minus, plus, times, zero } from '../money/fraction.js'
import type { Stretch } from './stretches.js'

/** Day counts that count whole months or years from the first day: a cut in the middle must not start the count again. */
const FROM_FIRST_DAY: ReadonlySet<string> = /* @__PURE__ */ new Set<DayCountName>([
  'month/12',
  'full-month/12',
  'started-month/12',
  'nearest-month/12',
  'whole-year',
])

/**
 * Interest over stretches, in exact yuan.
 *
 * interest = Σ balance × rate × share of the year, added over one common denominator (积数计息); nothing is rounded.
 *
 * `rateOf` puts another yearly rate in the place of the loan's: the subsidy rate, a reference rate. Day counts by month count from `anchor`, the
 * first day of the first stretch unless given, so a change of balance or rate in between starts no new count.
 */
export function accrue(
  stretches: readonly Stretch[],
  dayCount: DayCountName,
  rateOf: (stretch: Stretch) => Fraction = rateOfLoan,
  context?: DayCountContext,
  anchor?: string,
): Fraction {
  let interest = zero
  for (let index = 0; index < stretches.length; index += 1)
    interest = plus(interest, accrualOf(stretches, index, dayCount, rateOf, context, anchor))
  return interest
}

/** The part of `accrue` each stretch contributes, in exact yuan; the parts add up to it. */
export function accruals(
  stretches: readonly Stretch[],
  dayCount: DayCountName,
  rateOf: (stretch: Stretch) => Fraction = rateOfLoan,
  context?: DayCountContext,
): readonly Fraction[] {
  return stretches.map((_, index) => accrualOf(stretches, index, dayCount, rateOf, context))
}

function accrualOf(
  stretches: readonly Stretch[],
  index: number,
  dayCount: DayCountName,
  rateOf: (stretch: Stretch) => Fraction,
  context: DayCountContext | undefined,
  anchor = (stretches[0] as Stretch).from,
): Fraction {
  const stretch = stretches[index] as Stretch
  const { from, until, balance } = stretch
  const { yearFraction }: DayCountRule = DAY_COUNTS[dayCount]
  const share =
    from !== anchor && FROM_FIRST_DAY.has(dayCount)
      ? minus(yearFraction(anchor, until, context), yearFraction(anchor, from, context))
      : yearFraction(from, until, context)
  return times(times(fraction(balance), rateOf(stretch)), share)
}

const rateOfLoan = (stretch: Stretch): Fraction => stretch.rate
