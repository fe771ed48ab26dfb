import {
  compare,
  dividedBy,
  type Fraction,
  fractionText,
  higher,
  isNegative,
  isZero,
  lower,
  minus,
  one,
  times,
  zero,
} from '../money/fraction.js'
import type { PreferredReturn } from './account.js'
import { amountOf, checkShares, inProportion, mapParties, type Party, type Shares, sumOf } from './parties.js'

/** Parties that share in proportion to what they have paid in, or fixed shares that sum to one. */
export type Sharing = readonly Party[] | Shares

/** One priority of a distribution. Tiers are filled in order; those of a whole fund are made by `wholeFundTiers`. */
export type Tier =
  /** Capital paid in and not yet returned, in proportion to it. A party in an earlier tier is paid, and so spared a loss, before those in later ones. */
  | { readonly kind: 'capital'; readonly of: readonly Party[] }
  /** Liquidation preference: a multiple of what was paid in, less all that was received but carry; capital first, the rest counts as preferred return. */
  | { readonly kind: 'preference'; readonly of: readonly Party[]; readonly multiple: Fraction }
  /** Preferred return from each drawdown on the unreturned part, in proportion to what each is due. */
  | ({ readonly kind: 'preferred'; readonly of: readonly Party[] } & PreferredReturn)
  /** Preferred return as a stated sum, less what was paid of it. */
  | { readonly kind: 'stated-preferred'; readonly amount: Fraction; readonly among: Sharing }
  /**
   * The manager takes `rate` of the tier until it has `carry` of all gain: length = (carry × gain − carry paid) ÷ (rate − carry).
   *
   * At a rate equal to or below the carry it never catches up: the tier has no end.
   */
  | { readonly kind: 'catch-up'; readonly rate: Fraction; readonly carry: Fraction; readonly among: Sharing }
  /** All that is left: `carry` to the manager, the rest shared. */
  | { readonly kind: 'split'; readonly carry: Fraction; readonly among: Sharing }

export type TierKind = Tier['kind']

/** What one tier paid, by what it paid for. `carry` is the manager's; its own money stands among the parties. */
export interface TierPart {
  readonly kind: TierKind
  /** What the tier could have taken; absent where it has no end. */
  readonly due?: Fraction
  readonly amount: Fraction
  readonly capital: Shares
  readonly preferred: Shares
  readonly gain: Shares
  readonly carry: Fraction
}

/** What a fund owes and has paid, before a tier runs. */
export interface Standing {
  readonly paidIn: Shares
  /** All but carry. */
  readonly received: Shares
  readonly unreturned: Shares
  readonly preferredPaid: Shares
  /** Preferred return due to each party under a tier of that kind, after what earlier tiers paid. */
  readonly preferredDue: (tier: PreferredReturn, party: Party) => Fraction
  /** All that was distributed but returned capital. */
  readonly gain: Fraction
  readonly carryPaid: Fraction
}

/** What a tier takes of the money left and for whom. RangeError for shares that do not sum to one, or when nobody who shares by contribution paid in. */
export function fillTier(tier: Tier, left: Fraction, standing: Standing): TierPart {
  const { kind } = tier
  if (kind === 'preference') return preference(tier, left, standing)
  if (kind === 'catch-up') return catchUp(tier, left, standing)
  if (kind === 'split') return { ...nothing, kind, ...divided(left, tier.carry, tier.among, standing) }
  if (kind === 'stated-preferred') {
    const paid = sumOf(partiesOf(tier.among).map((party) => amountOf(standing.preferredPaid, party)))
    const due = higher(minus(tier.amount, paid), zero)
    const amount = lower(due, left)
    return { ...nothing, kind, due, amount, preferred: shared(amount, tier.among, standing) }
  }
  if (kind === 'preferred') {
    const { parts, ...filled } = paidInProportion(tier.of, left, (party) => standing.preferredDue(tier, party))
    return { ...nothing, kind, ...filled, preferred: parts }
  }
  const { parts, ...filled } = paidInProportion(tier.of, left, (party) => amountOf(standing.unreturned, party))
  return { ...nothing, kind, ...filled, capital: parts }
}

/** The parties a tier pays as investors. */
export function partiesOf(sharing: Sharing): readonly Party[] {
  return Array.isArray(sharing) ? (sharing as readonly Party[]) : Object.keys(sharing)
}

const nothing = { amount: zero, capital: {}, preferred: {}, gain: {}, carry: zero } as const

function paidInProportion(of: readonly Party[], left: Fraction, dueTo: (party: Party) => Fraction) {
  const dues: Shares = Object.fromEntries(of.map((party) => [party, dueTo(party)]))
  const due = sumOf(Object.values(dues))
  const amount = lower(due, left)
  // A tier paid in full pays each what it is due: no quotient to carry along.
  return { due, amount, parts: compare(amount, due) === 0 ? dues : inProportion(amount, dues) }
}

function preference({ kind, of, multiple }: Extract<Tier, { kind: 'preference' }>, left: Fraction, standing: Standing): TierPart {
  const { due, amount, parts } = paidInProportion(of, left, (party) =>
    higher(minus(times(multiple, amountOf(standing.paidIn, party)), amountOf(standing.received, party)), zero),
  )
  const capital = mapParties(parts, (part, party) => lower(part, amountOf(standing.unreturned, party)))
  return { ...nothing, kind, due, amount, capital, preferred: mapParties(parts, (part, party) => minus(part, amountOf(capital, party))) }
}

function catchUp({ kind, rate, carry, among }: Extract<Tier, { kind: 'catch-up' }>, left: Fraction, standing: Standing): TierPart {
  checkShare(carry, 'carry')
  const behind = higher(minus(times(carry, standing.gain), standing.carryPaid), zero)
  if (!isZero(behind) && compare(rate, carry) <= 0) return { ...nothing, kind, ...divided(left, rate, among, standing) }
  const due = isZero(behind) ? zero : dividedBy(behind, minus(rate, carry))
  return { ...nothing, kind, due, ...divided(lower(due, left), rate, among, standing) }
}

/** An amount of which the manager has a share and the others the rest. */
function divided(amount: Fraction, share: Fraction, among: Sharing, standing: Standing) {
  checkShare(share, 'share of the manager')
  const carry = times(amount, share)
  return { amount, carry, gain: shared(minus(amount, carry), among, standing) }
}

function shared(amount: Fraction, sharing: Sharing, { paidIn }: Standing): Shares {
  if (!Array.isArray(sharing)) {
    checkShares(sharing as Shares)
    return mapParties(sharing as Shares, (share) => times(amount, share))
  }
  const weights = Object.fromEntries((sharing as readonly Party[]).map((party) => [party, amountOf(paidIn, party)]))
  return isZero(amount) ? mapParties(weights, () => zero) : inProportion(amount, weights)
}

function checkShare(share: Fraction, what: string): void {
  if (isNegative(share) || compare(share, one) > 0) throw new RangeError(`expected a ${what} from 0 to 1, received ${fractionText(share)}`)
}

/** How carry depends on the preferred return. Two names that are sometimes swapped, so what they mean is stored. */
export type Hurdle =
  /** Carry on all gain once the preferred return is paid, through a catch-up; without one, or at a rate of zero, it is carry on the excess. */
  | ({ readonly carryOn: 'all-gain'; readonly catchUp?: Fraction } & PreferredReturn)
  /** Carry only on what exceeds the preferred return. */
  | ({ readonly carryOn: 'excess' } & PreferredReturn)

/**
 * The tiers of a whole-fund ("European") waterfall: capital back, preferred return, catch-up, split. Without a hurdle: capital back, split.
 *
 * @internal What the documents' waterfalls are tested against.
 */
export function wholeFundTiers(investors: readonly Party[], carry: Fraction, hurdle?: Hurdle): readonly Tier[] {
  const capital: Tier = { kind: 'capital', of: investors }
  const split: Tier = { kind: 'split', carry, among: investors }
  if (hurdle === undefined) return [capital, split]
  const { rate, compounding } = hurdle
  const preferred: Tier = { kind: 'preferred', of: investors, rate, compounding }
  const catchUpRate = hurdle.carryOn === 'all-gain' ? (hurdle.catchUp ?? zero) : zero
  if (isZero(catchUpRate)) return [capital, preferred, split]
  return [capital, preferred, { kind: 'catch-up', rate: catchUpRate, carry, among: investors }, split]
}
