import { type Fraction, fractionText, higher, isNegative, lower, minus, one, times, zero } from '../money/fraction.js'
import { notNegative, sumOf } from './parties.js'

/** What one investment brought, below zero when it lost. */
export interface Deal {
  readonly gain: Fraction
}

export interface DealByDealWorksheet {
  /** Carry on each deal alone; none on a loss. */
  readonly carryOfDeals: readonly Fraction[]
  readonly carryPaid: Fraction
  readonly wholeFundGain: Fraction
  readonly carryDue: Fraction
}

export interface ClawBackWorksheet {
  readonly carryPaid: Fraction
  readonly carryDue: Fraction
  readonly excess: Fraction
  /** The most that can be asked back: what was received, after tax where tax counts. */
  readonly limit: Fraction
  readonly clawBack: Fraction
}

/**
 * Carry deal by deal beside carry on the whole fund, without a hurdle: carry × gain of each deal, carry × the sum of gains; zero where that is a loss.
 *
 * @internal What the documents' waterfalls are tested against.
 */
export function dealByDeal(deals: readonly Deal[], carry: Fraction): DealByDealWorksheet {
  checkShare(carry, 'a carry')
  const carryOfDeals = deals.map(({ gain }) => times(higher(gain, zero), carry))
  const wholeFundGain = sumOf(deals.map(({ gain }) => gain))
  return { carryOfDeals, carryPaid: sumOf(carryOfDeals), wholeFundGain, carryDue: times(higher(wholeFundGain, zero), carry) }
}

/**
 * Carry the manager gives back at the end: max(0, carry paid − carry due on the whole fund), at most what it received.
 *
 * `taxShare` is the share of the carry that went to tax and is not asked back: the limit is then carry paid × (1 − tax share).
 */
export function clawBack(carryPaid: Fraction, carryDue: Fraction, taxShare: Fraction = zero): ClawBackWorksheet {
  notNegative({ carryPaid, carryDue }, 'an amount')
  checkShare(taxShare, 'a tax share')
  const excess = higher(minus(carryPaid, carryDue), zero)
  const limit = times(carryPaid, minus(one, taxShare))
  return { carryPaid, carryDue, excess, limit, clawBack: lower(excess, limit) }
}

function checkShare(share: Fraction, what: string): void {
  if (isNegative(share) || isNegative(minus(one, share)))
    throw new RangeError(`expected ${what} from 0 to 1, received ${fractionText(share)}`)
}
