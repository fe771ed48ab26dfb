import { Decimal, decimalOf, ONE, ZERO } from './decimal.js'
import type { Fraction } from './fraction.js'
import { wholeQuotient } from './rounding.js'

export interface AllocationRule {
  /** The unit of every share, in the unit of the total; '0.01' unless given. */
  readonly unit?: string
  /** Index of the party that bears or takes the rest. */
  readonly remainderTo?: number
}

const HUNDREDTH = /* @__PURE__ */ new Decimal('0.01')

/**
 * The shares of a total in proportion to the weights, in whole units that add up to the total exactly.
 *
 * Without a named bearer each share is cut to units and the units left go, one each, to the largest parts cut off (the earlier party where two are
 * equal). With `remainderTo` every other share is rounded half up and that party has the rest; where the others would together exceed the total,
 * it has nothing and they share by the first rule.
 *
 * RangeError for a total that is negative or not in whole units, a negative weight, no weight above zero, or a bearer who is not a party.
 */
export function allocate(total: Decimal, weights: readonly Fraction[], { unit, remainderTo }: AllocationRule = {}): Decimal[] {
  const size = unit === undefined ? HUNDREDTH : decimalOf(unit)
  if (!size.greaterThan(ZERO)) throw new RangeError(`expected a unit above zero, received ${unit}`)
  const units = unit === undefined ? total.times(100) : total.dividedToIntegerBy(size)
  if (total.lessThan(ZERO) || !units.isInteger() || !units.times(size).equals(total))
    throw new RangeError(`expected a total of zero or more in units of ${size.toFixed()}, received ${total.toFixed()}`)
  if (remainderTo !== undefined && !weights[remainderTo])
    throw new RangeError(`expected the index of one of ${weights.length} parties, received ${remainderTo}`)
  if (weights.length === 0) throw new RangeError('expected at least one party, received none')
  const parts = overOneDenominator(weights)
  const whole = wholeOf(parts)
  if (whole.isZero() || parts.some((part) => part.lessThan(ZERO)))
    throw new RangeError('expected weights of zero or more, at least one above zero')
  return (remainderTo === undefined ? byLargestRest(units, parts, whole) : withBearer(units, parts, whole, remainderTo)).map((share) =>
    share.times(size),
  )
}

function withBearer(units: Decimal, parts: readonly Decimal[], whole: Decimal, bearer: number): Decimal[] {
  const shares = parts.map((part, index) => (index === bearer ? ZERO : wholeQuotient(units.times(part), whole, 'half-up')))
  const rest = units.minus(shares.reduce(add, ZERO))
  if (!rest.lessThan(ZERO)) return shares.map((share, index) => (index === bearer ? rest : share))
  const others = parts.map((part, index) => (index === bearer ? ZERO : part))
  return byLargestRest(units, others, wholeOf(others))
}

function byLargestRest(units: Decimal, parts: readonly Decimal[], whole: Decimal): Decimal[] {
  const exact = parts.map((part) => units.times(part))
  const shares = exact.map((share) => wholeQuotient(share, whole, 'down'))
  const left = units.minus(shares.reduce(add, ZERO)).toNumber()
  if (left === 0) return shares
  const rests = exact.map((share, index) => share.minus((shares[index] ?? ZERO).times(whole)))
  const order = parts.map((_part, index) => index).sort((a, b) => (rests[b] ?? ZERO).comparedTo(rests[a] ?? ZERO) || a - b)
  for (const index of order.slice(0, left)) shares[index] = (shares[index] ?? ZERO).plus(ONE)
  return shares
}

function overOneDenominator(weights: readonly Fraction[]): readonly Decimal[] {
  const denominator = weights[0]?.denominator
  if (weights.every((weight) => weight.denominator === denominator)) return weights.map(({ numerator }) => numerator)
  return weights.map(({ numerator }, own) =>
    weights.reduce((product, other, index) => (index === own ? product : product.times(other.denominator)), numerator),
  )
}

function wholeOf(parts: readonly Decimal[]): Decimal {
  const whole = parts.reduce(add)
  return whole.equals(ONE) ? ONE : whole
}

function add(a: Decimal, b: Decimal): Decimal {
  return a.plus(b)
}
