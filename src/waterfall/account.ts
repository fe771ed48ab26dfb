import { type Decimal, ZERO } from '../money/decimal.js'
import { type Fraction, fraction, fractionText, higher, isNegative, minus, one, plus, times, zero } from '../money/fraction.js'
import { growth } from './growth.js'

/** The years from one moment to another, by the caller's day count; the first is never later. */
export type Years<Moment> = (from: Moment, until: Moment) => Fraction

export interface PreferredReturn {
  /** Of a year; zero or more. */
  readonly rate: Fraction
  readonly compounding: 'simple' | 'compound'
}

interface Drawdown<Moment> {
  readonly at: Moment
  readonly amount: Decimal
}

interface Payment<Moment> {
  readonly at: Moment
  /** The part that returned capital. */
  readonly capital: Decimal
  /** The part that paid preferred return. */
  readonly preferred: Decimal
}

/** What a party has paid in and had back since it was last owed nothing, in order of time. */
export interface Account<Moment> {
  readonly drawdowns: readonly Drawdown<Moment>[]
  readonly payments: readonly Payment<Moment>[]
}

/** Capital paid in and not yet returned. */
export function unreturned<Moment>({ drawdowns, payments }: Account<Moment>): Decimal {
  const paidIn = drawdowns.reduce((sum, { amount }) => sum.plus(amount), ZERO)
  return payments.reduce((sum, { capital }) => sum.minus(capital), paidIn)
}

/**
 * The preferred return earned until a moment and not yet paid; never below zero.
 *
 * Simple: Σ part of a drawdown × rate × years from its drawdown until it is returned, the earliest drawdown returned first, less what was paid.
 * Compound: Σ drawdowns × growth − Σ payments × growth − unreturned capital, each from its own day; preferred return unpaid earns as capital does.
 *
 * RangeError for a negative rate.
 */
export function preferredDue<Moment>(
  account: Account<Moment>,
  { rate, compounding }: PreferredReturn,
  until: Moment,
  years: Years<Moment>,
): Fraction {
  if (isNegative(rate)) throw new RangeError(`expected a preferred rate of zero or more, received ${fractionText(rate)}`)
  const due = compounding === 'simple' ? simpleDue(account, rate, until, years) : compoundDue(account, rate, until, years)
  return higher(due, zero)
}

function compoundDue<Moment>({ drawdowns, payments }: Account<Moment>, rate: Fraction, until: Moment, years: Years<Moment>): Fraction {
  const grown = (at: Moment): Fraction => growth(rate, years(at, until))
  const earned = drawdowns.map(({ at, amount }) => times(fraction(amount), minus(grown(at), one)))
  const spent = payments.map(({ at, capital, preferred }) => minus(times(fraction(capital.plus(preferred)), grown(at)), fraction(capital)))
  return minus(earned.reduce(plus, zero), spent.reduce(plus, zero))
}

function simpleDue<Moment>(account: Account<Moment>, rate: Fraction, until: Moment, years: Years<Moment>): Fraction {
  const earned = stretchesOf(account, until).map(({ amount, from, end }) => times(fraction(amount), years(from, end)))
  const paid = account.payments.reduce((sum, { preferred }) => sum.plus(preferred), ZERO)
  return minus(times(earned.reduce(plus, zero), rate), fraction(paid))
}

/** Parts of drawdowns, each from its drawdown until it was returned or until now. */
function stretchesOf<Moment>({ drawdowns, payments }: Account<Moment>, until: Moment) {
  const stretches: { readonly amount: Decimal; readonly from: Moment; readonly end: Moment }[] = []
  const returned = payments.filter(({ capital }) => capital.greaterThan(ZERO))
  const returns = [...returned.map(({ at, capital }) => ({ at, left: capital })), { at: until, left: undefined }]
  let index = 0
  for (const { at: from, amount } of drawdowns) {
    let open = amount
    while (open.greaterThan(ZERO)) {
      const { at: end, left = open } = returns[index] as { readonly at: Moment; readonly left: Decimal | undefined }
      const part = left.lessThan(open) ? left : open
      stretches.push({ amount: part, from, end })
      open = open.minus(part)
      if (returns[index]?.left === undefined) continue
      returns[index] = { at: end, left: left.minus(part) }
      if (part.equals(left)) index += 1
    }
  }
  return stretches
}
