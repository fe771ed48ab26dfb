import { Approximate, Decimal } from '../money/decimal.js'
import { type Fraction, fraction, fractionText, isNegative, one, plus } from '../money/fraction.js'

/** Digits of numerator and denominator together, up to which a power stays exact; beyond, and where the years are not whole, it has the second number. */
const EXACT_DIGITS = 160
const DIGITS = 40

/**
 * What one grows to at a yearly rate: (1 + rate)^years.
 *
 * Exact for whole years while it has at most 160 digits; otherwise a decimal of forty digits. RangeError for a negative rate or time.
 */
export function growth(rate: Fraction, years: Fraction): Fraction {
  if (isNegative(rate)) throw new RangeError(`expected a yearly rate of zero or more, received ${fractionText(rate)}`)
  if (isNegative(years)) throw new RangeError(`expected a time of zero or more years, received ${fractionText(years)}`)
  const base = plus(one, rate)
  const count = years.numerator.dividedToIntegerBy(years.denominator)
  const digits = base.numerator.precision() + base.denominator.precision()
  if (count.times(years.denominator).equals(years.numerator) && count.times(digits).lessThanOrEqualTo(EXACT_DIGITS))
    return fraction(base.numerator.pow(count), base.denominator.pow(count))
  const power = new Approximate(base.numerator)
    .dividedBy(base.denominator)
    .pow(new Approximate(years.numerator).dividedBy(years.denominator))
  return fraction(new Decimal(power.toSignificantDigits(DIGITS)))
}
