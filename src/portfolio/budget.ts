import type { RoundingUnit } from '../money/rounding.js'
import type { Amount } from './fen.js'
import type { CutReason } from './reasons.js'
import type { LastClaim } from './rules.js'

/** What one application asks for, in yuan, and what a budget may rank or class it by. */
export interface Claim {
  readonly id: string
  readonly amount: Amount
  /** What a rate set afterwards is applied to: interest, principal, premium. */
  readonly base?: Amount
  /** The day it was filed, its score, its class: text is compared as written, numbers as numbers. */
  readonly keys?: { readonly [name: string]: string | number }
}

/** One rank of an order: by a key of the claims, from its lowest or its highest value. */
export interface OrderKey {
  readonly key: string
  readonly first: 'lowest' | 'highest'
}

/** Claims in order, each in full until the money is spent. Ties go by id; `as-listed` is the order of the list itself. */
export interface FirstCome {
  readonly rule: 'first-come'
  readonly order: readonly OrderKey[] | 'as-listed'
  readonly last: LastClaim
}

/** Everyone is cut in the same proportion, in whole units; the units left go as `remainder` says. */
export interface ProRata {
  readonly rule: 'pro-rata'
  readonly unit: RoundingUnit
  readonly remainder: 'largest-remainder' | 'unspent' | { readonly to: string }
}

/** One rate for all, found from the budget and the bases of the claims; nobody has more than he asks for. */
export interface RateSetAfterwards {
  readonly rule: 'rate-set-afterwards'
  /** Whether the rate is applied to the base of a claim or to the amount it asks for. */
  readonly of: 'base' | 'amount'
  /** The amounts are cut down to whole units. */
  readonly unit: RoundingUnit
  /** The rate is cut down to a multiple of this, such as '0.0001'. */
  readonly rateStep?: string
}

/** Tiers in order, each by a rule of its own. A tier has nothing as long as a claim of an earlier one is cut. */
export interface Tiers {
  readonly rule: 'tiers'
  readonly key: string
  readonly tiers: readonly (string | number)[]
  readonly within: FirstCome | ProRata | RateSetAfterwards
}

export type AllocationRule = FirstCome | ProRata | RateSetAfterwards | Tiers

/** A part of the budget. Purses pay in the order they are listed, each what the purses before it left open. */
export interface Purse {
  readonly id: string
  /** Of the budget without its reserve; the shares of all purses are one. */
  readonly share: string
  /** The claims it is meant for; all where it is absent. */
  readonly for?: { readonly key: string; readonly in: readonly (string | number)[] }
  /** What it does not spend: goes to the next purse, or stays unspent. */
  readonly unused: 'spills-over' | 'stays'
  readonly rule: AllocationRule
}

export interface Money {
  readonly amount: Amount
  /** Held back from the start: an amount, or a share of the budget rounded half up to the fen. */
  readonly reserve?: Amount | { readonly share: string }
}

/** How much money there is, and how it is divided where it is not enough. */
export type Budget =
  | { readonly rule: 'unlimited' }
  | (Money & { readonly rule: AllocationRule; readonly purses?: never })
  | (Money & { readonly purses: readonly Purse[]; readonly rule?: never })

/** What one claim is given, and why less than it asks for. */
export interface ClaimShare {
  readonly id: string
  readonly asked: string
  readonly given: string
  readonly cut: string
  /** Present exactly where something is cut: by the last purse that was meant for the claim. */
  readonly reason?: CutReason
  /** What each purse gives, where the budget has several. */
  readonly purses?: { readonly [id: string]: string }
}

/** What became of one purse. */
export interface PurseAnswer {
  readonly id: string
  readonly amount: string
  /** What came over from the purse before. */
  readonly spilledOver: string
  readonly given: string
  readonly unspent: string
  /** Rates set afterwards, exact, by tier where there are tiers; absent where the money was enough. */
  readonly rates?: readonly { readonly tier?: string | number; readonly rate: string }[]
}

/** A budget divided. given + unspent + reserve = budget; every amount in yuan with two places. */
export interface Allocation {
  /** Absent where there is no limit. */
  readonly budget?: string
  readonly reserve: string
  readonly asked: string
  readonly given: string
  /** Absent where there is no limit. */
  readonly unspent?: string
  /** Whether a rule went by the order of the list: with another order of the same claims the answer may differ. */
  readonly dependsOnListing: boolean
  /** By id. */
  readonly claims: readonly ClaimShare[]
  readonly purses: readonly PurseAnswer[]
}
