import { type Decimal, ZERO } from '../money/decimal.js'
import { type Fraction, isZero, plus, zero } from '../money/fraction.js'
import { round } from '../money/rounding.js'

/** An exact amount as money: rounded half up to the fen. */
export function inFen(amount: Fraction): Decimal {
  return round(amount, { to: 'fen', mode: 'half-up' })
}

/**
 * Parts that follow one another, in whole fen that add up to the total exactly.
 *
 * Each part ends where the exact sum through it, rounded half up and never above the total, ends; the last that is not zero ends at the total. A part that begins and
 * ends at whole fen keeps its amount.
 */
export function fenInTurn(parts: readonly Fraction[], total: Decimal): readonly Decimal[] {
  const last = parts.reduce((found, part, index) => (isZero(part) ? found : index), 0)
  let through = zero
  let taken = ZERO
  return parts.map((part, index) => {
    through = plus(through, part)
    const rounded = inFen(through)
    const end = index >= last || rounded.greaterThan(total) ? total : rounded
    const fen = end.minus(taken)
    taken = end
    return fen
  })
}
