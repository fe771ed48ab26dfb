import { Decimal, decimalOf, ONE, ZERO } from './decimal.js'
import { compare, dividedBy, type Fraction, fraction, isNegative, isZero, minus, plus, sum, times, wholeOf } from './fraction.js'

export interface AllocationRule {
  /** The unit of every share, in the unit of the total; '0.01' unless given. */
  readonly unit?: string
  /** Index of the party that bears or takes the rest. */
  readonly remainderTo?: number
}

/**
 * The shares of a total in proportion to the weights, in whole units that add up to the total exactly.
 *
 * Without a named bearer each share is cut to units and the units left go, one each, to the largest parts cut off (the earlier party where two are
 * equal). With `remainderTo` every other share is rounded half up and that party has the rest; where the others would together exceed the total,
 * it has nothing and they share by the first rule.
 *
 * RangeError for a total that is negative or not in whole units, a negative weight, no weight above zero, or a bearer who is not a party.
 */
export function allocate(total: Decimal, weights: readonly Fraction[], { unit = '0.01', remainderTo }: AllocationRule = {}): Decimal[] {
  const size = decimalOf(unit)
  const all = sum(weights)
  if (!size.greaterThan(0)) throw new RangeError(`expected a unit above zero, received ${unit}`)
  if (weights.some(isNegative) || isZero(all)) throw new RangeError('expected weights of zero or more, at least one above zero')
  if (total.lessThan(0) || !total.modulo(size).isZero())
    throw new RangeError(`expected a total of zero or more in units of ${unit}, received ${total.toFixed()}`)
  if (remainderTo !== undefined && !weights[remainderTo])
    throw new RangeError(`expected the index of one of ${weights.length} parties, received ${remainderTo}`)

  const units = total.dividedToIntegerBy(size)
  const exact = weights.map((weight) => dividedBy(times(fraction(units), weight), all))
  if (remainderTo !== undefined) {
    const rounded = exact.map((share, index) => (index === remainderTo ? ZERO : wholeUnits(plus(share, HALF))))
    const rest = rounded.reduce((left, share) => left.minus(share), units)
    if (!rest.isNegative()) return rounded.map((share, index) => (index === remainderTo ? rest : share).times(size))
    const others = weights.map((weight, index) => (index === remainderTo ? wholeOf(0) : weight))
    return allocate(total, others, { unit })
  }
  const cut = exact.map(wholeUnits)
  const left = cut.reduce((rest, share) => rest.minus(share), units).toNumber()
  const parts = exact.map((share, index) => ({ index, part: minus(share, fraction(cut[index] ?? ZERO)) }))
  const first = new Set(
    parts
      .sort((a, b) => compare(b.part, a.part) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  )
  return cut.map((share, index) => (first.has(index) ? share.plus(ONE) : share).times(size))
}

const HALF: Fraction = /* @__PURE__ */ fraction(ONE, /* @__PURE__ */ new Decimal(2))

function wholeUnits({ numerator, denominator }: Fraction): Decimal {
  return numerator.dividedToIntegerBy(denominator)
}
