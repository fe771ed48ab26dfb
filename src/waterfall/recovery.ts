import type { Decimal } from '../money/decimal.js'
import { type Fraction, higher, isZero, lower, minus, zero } from '../money/fraction.js'
import { inFen } from './fen.js'
import { moneyInProportion } from './layers.js'
import { amountOf, inProportion, type Money, mapParties, notNegative, type Party, type Shares, sumOf } from './parties.js'

export interface Recovered {
  /** What each party bore of the loss. */
  readonly borne: Shares
  /** What each party had back before. */
  readonly returnedBefore?: Shares
  readonly gross: Fraction
  readonly cost: Fraction
}

export interface RecoveryWorksheet {
  readonly net: Fraction
  /** Costs above what was recovered. */
  readonly uncoveredCost: Fraction
  /** What each party still bore before this recovery. */
  readonly outstanding: Shares
  readonly returned: Shares
  readonly returnedTotal: Fraction
  /** What is recovered beyond all that was borne. */
  readonly excess: Fraction
}

export interface RecoveryInMoney {
  readonly returned: Money
  readonly returnedTotal: Decimal
  readonly excess: Decimal
}

/**
 * Money recovered after compensation: costs first, then back in the proportion still borne, never above it.
 *
 * net = max(0, gross − cost); returned = min(net, Σ outstanding), in proportion to outstanding = borne − returned before; excess = net − returned.
 *
 * RangeError for a negative amount, or for a party that had back more than it bore.
 */
export function recovery({ borne, returnedBefore = {}, gross, cost }: Recovered): RecoveryWorksheet {
  notNegative({ gross, cost }, 'an amount')
  notNegative(borne, 'what was borne')
  notNegative(returnedBefore, 'what was returned')
  const strangers = Object.keys(returnedBefore).filter((party) => !Object.hasOwn(borne, party))
  if (strangers.length > 0) throw new RangeError(`expected returns to parties that bore the loss, received ${strangers.join(', ')}`)
  const outstanding = mapParties(borne, (amount, party) => minus(amount, amountOf(returnedBefore, party)))
  notNegative(outstanding, 'what is still borne')
  const net = higher(minus(gross, cost), zero)
  const open = sumOf(Object.values(outstanding))
  const returnedTotal = lower(net, open)
  return {
    net,
    uncoveredCost: higher(minus(cost, gross), zero),
    outstanding,
    returned: isZero(open) ? outstanding : inProportion(returnedTotal, outstanding),
    returnedTotal,
    excess: minus(net, returnedTotal),
  }
}

/** The same in whole fen that add up to the net, rounded half up. The odd fen goes to the bearer unless it would then have back more than it bore. */
export function recoveryInMoney({ net, outstanding, returned, returnedTotal }: RecoveryWorksheet, oddFenTo?: Party): RecoveryInMoney {
  const total = inFen(returnedTotal)
  const shares = moneyInProportion(total, returned, oddFenTo)
  const above = Object.entries(shares).some(([party, share]) => share.greaterThan(inFen(amountOf(outstanding, party))))
  return {
    returned: above ? moneyInProportion(total, returned) : shares,
    returnedTotal: total,
    excess: inFen(net).minus(total),
  }
}
