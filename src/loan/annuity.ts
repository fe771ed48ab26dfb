import { Approximate, type Decimal } from '../money/decimal.js'
import type { Fraction } from '../money/fraction.js'

/** Equal payments at equal distances: the rate of one period, how many, and what is owed at the start and left at the end. */
export interface Annuity {
  /** Rate of one period, not of a year. */
  readonly rate: Fraction
  readonly periods: number
  readonly principal: Decimal
  /** Still owed after the last payment; default zero. */
  readonly residual?: Decimal
  /** Paid at the start of each period instead of its end. */
  readonly inAdvance?: boolean
}

/** A fraction as a decimal of fifty digits. */
export function approximate({ numerator, denominator }: Fraction): Decimal {
  return new Approximate(numerator).dividedBy(denominator)
}

/**
 * The level payment of an annuity, before rounding.
 *
 * payment = (P·(1+i)^n − residual) · i ÷ ((1+i)^n − 1), divided by 1+i when paid in advance; P ÷ n when i is zero. Fifty digits.
 */
export function levelPayment({ rate, periods, principal, residual, inAdvance = false }: Annuity): Decimal {
  const i = approximate(rate)
  const left = new Approximate(residual ?? 0)
  if (i.isZero()) return new Approximate(principal).minus(left).dividedBy(periods)
  const growth = i.plus(1).pow(periods)
  const payment = growth.times(principal).minus(left).times(i).dividedBy(growth.minus(1))
  return inAdvance ? payment.dividedBy(i.plus(1)) : payment
}

/** What is owed after so many payments, before rounding: P·(1+i)^k − payment · ((1+i)^k − 1) ÷ i. */
function balanceAfter(annuity: Annuity, payments: number): Decimal {
  const i = approximate(annuity.rate)
  return grown(new Approximate(annuity.principal), levelPayment(annuity), i, payments, annuity.inAdvance ?? false)
}

/** The interest in one payment, counted from 1. In advance, the first payment holds none. */
export function interestPart(annuity: Annuity, period: number): Decimal {
  const i = approximate(annuity.rate)
  if (annuity.inAdvance !== true) return balanceAfter(annuity, period - 1).times(i)
  return period === 1
    ? new Approximate(0)
    : balanceAfter(annuity, period - 1)
        .times(i)
        .dividedBy(i.plus(1))
}

/** The principal in one payment, counted from 1. */
export function principalPart(annuity: Annuity, period: number): Decimal {
  return levelPayment(annuity).minus(interestPart(annuity, period))
}

/** The interest in the payments `from` to `through`, both counted. */
export function cumulativeInterest(annuity: Annuity, from: number, through: number): Decimal {
  let total = new Approximate(0)
  for (let period = from; period <= through; period += 1) total = total.plus(interestPart(annuity, period))
  return total
}

/** The principal in the payments `from` to `through`, both counted. */
export function cumulativePrincipal(annuity: Annuity, from: number, through: number): Decimal {
  return levelPayment(annuity)
    .times(through - from + 1)
    .minus(cumulativeInterest(annuity, from, through))
}

/** What equal deposits grow to: payment · ((1+i)^n − 1) ÷ i, times 1+i when paid in advance, and the opening amount with its interest. */
export function futureValue(
  payment: Decimal,
  {
    rate,
    periods,
    opening,
    inAdvance = false,
  }: { readonly rate: Fraction; readonly periods: number; readonly opening?: Decimal; readonly inAdvance?: boolean },
): Decimal {
  return grown(new Approximate(opening ?? 0), new Approximate(payment).negated(), approximate(rate), periods, inAdvance)
}

/** The yearly rate with compounding: (1 + nominal/n)^n − 1. */
export function effectiveRate(nominal: Fraction, timesAYear: number): Decimal {
  return approximate(nominal).dividedBy(timesAYear).plus(1).pow(timesAYear).minus(1)
}

function grown(opening: Decimal, payment: Decimal, i: Decimal, periods: number, inAdvance: boolean): Decimal {
  if (i.isZero()) return opening.minus(payment.times(periods))
  const growth = i.plus(1).pow(periods)
  const paid = payment.times(growth.minus(1)).dividedBy(i)
  return growth.times(opening).minus(inAdvance ? paid.times(i.plus(1)) : paid)
}
