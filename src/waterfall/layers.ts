import { allocate } from '../money/allocation.js'
import type { Decimal } from '../money/decimal.js'
import { type Fraction, fractionText, isNegative, isZero, lower, minus, times } from '../money/fraction.js'
import { fenInTurn, inFen } from './fen.js'
import { addParties, amountOf, checkShares, heldBy, type Money, mapParties, moneySum, type Party, type Shares, sumOf } from './parties.js'

/** A slice of the whole: up to its limit, or all that is left where there is none, shared by exact shares that sum to one. */
export interface Layer {
  readonly limit?: Fraction
  readonly shares: Shares
}

export interface LayersWorksheet {
  readonly whole: Fraction
  readonly layers: readonly { readonly amount: Fraction; readonly parts: Shares }[]
  /** What each party has from all layers. */
  readonly parties: Shares
  /** What no layer took. */
  readonly left: Fraction
}

export interface LayersInMoney {
  readonly whole: Decimal
  readonly layers: readonly { readonly amount: Decimal; readonly parts: Money }[]
  readonly parties: Money
  readonly left: Decimal
}

/**
 * A whole that runs through layers in order, exactly: a loss from the first-loss pool upward, or proceeds from the first in line downward.
 *
 * amount of a layer = min(limit, what the layers before it left); part of a party = amount × share. The parts and what is left sum to the whole.
 *
 * RangeError for a negative whole or limit, or shares that are negative or do not sum to one.
 */
export function throughLayers(whole: Fraction, layers: readonly Layer[]): LayersWorksheet {
  if (isNegative(whole)) throw new RangeError(`expected a whole of zero or more, received ${fractionText(whole)}`)
  let left = whole
  const filled = layers.map(({ limit, shares }) => {
    if (limit !== undefined && isNegative(limit)) throw new RangeError(`expected a limit of zero or more, received ${fractionText(limit)}`)
    checkShares(shares)
    const amount = limit === undefined ? left : lower(limit, left)
    left = minus(left, amount)
    return { amount, parts: mapParties(shares, (share) => times(amount, share)) }
  })
  return { whole, layers: filled, parties: addParties(filled.map(({ parts }) => parts)), left }
}

/**
 * The same in whole fen that add up across parties and layers to the whole, rounded half up once.
 *
 * Layers are cut first, in turn, so that one with a limit in whole fen never exceeds it; each is then shared by `allocate`. `oddFenTo` has the odd fen
 * of every layer in which it has a part; in others, and where nobody is named, the largest parts cut off have it.
 */
export function layersInMoney({ whole, layers, left }: LayersWorksheet, oddFenTo?: Party): LayersInMoney {
  const total = inFen(whole)
  const amounts = fenInTurn([...layers.map(({ amount }) => amount), left], total)
  const filled = layers.map(({ parts }, index) => {
    const amount = amounts[index] as Decimal
    return { amount, parts: moneyInProportion(amount, parts, oddFenTo) }
  })
  const names = [...new Set(filled.flatMap(({ parts }) => Object.keys(parts)))]
  const parties = names.map((party) => [party, moneySum(filled.flatMap(({ parts }) => heldBy(parts, party) ?? []))])
  return { whole: total, layers: filled, parties: Object.fromEntries(parties), left: amounts[layers.length] as Decimal }
}

/** Money shared in proportion to exact parts, to the fen; the odd fen to the bearer where it has a part, otherwise to the largest parts cut off. */
export function moneyInProportion(amount: Decimal, parts: Shares, oddFenTo?: Party): Money {
  if (amount.isZero() && isZero(sumOf(Object.values(parts)))) return mapParties(parts, () => amount)
  const bearer = oddFenTo === undefined || isZero(amountOf(parts, oddFenTo)) ? -1 : Object.keys(parts).indexOf(oddFenTo)
  const shares = allocate(amount, Object.values(parts), bearer < 0 ? {} : { remainderTo: bearer })
  return Object.fromEntries(Object.keys(parts).map((party, index) => [party, shares[index] as Decimal]))
}
