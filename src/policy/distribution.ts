import type { DayCountName } from '../dates/day-counts.js'
import type { Clause } from './clause.js'
import type { Quantity } from './quantity.js'
import type { Source, Sourced, Text } from './source.js'

/** Some of a fund's parties, each by its name or by its kind of holder; or all investors except some. */
export type PartySelection = readonly string[] | { readonly except: readonly string[] }

/** At simple or compound interest, as the document says or as a parameter gives it. */
export type Compounding = 'simple' | 'compound' | { readonly parameter: string }

/** What a tier pays for, and what the document fixes about it. Parties are all investors unless stated. */
type TierTerms<Fact extends string> =
  /** Capital paid in and not yet returned, in proportion to it. */
  | { readonly tier: 'capital'; readonly to?: PartySelection }
  /** Liquidation preference: a multiple of what was paid in, before anyone behind it has anything. */
  | { readonly tier: 'preference'; readonly to?: PartySelection; readonly multiple: Quantity<Fact> }
  /** Preferred return on the unreturned part, from each drawdown. Where `flows.preferredAmount` is stated it stands in its place. */
  | { readonly tier: 'preferred'; readonly to?: PartySelection; readonly rate: Quantity<Fact>; readonly interest: Compounding }
  /** The manager takes `toManager` of this tier until it has `carry` of all gain: never at a share up to the carry; a share of nothing is no catch-up. */
  | { readonly tier: 'catch-up'; readonly to?: PartySelection; readonly toManager: Quantity<Fact>; readonly carry: Quantity<Fact> }
  /** All that is left: `carry` to the manager, the rest by contribution. */
  | { readonly tier: 'split'; readonly to?: PartySelection; readonly carry: Quantity<Fact> }
  /** All that is left, by fixed shares that sum to one; the manager's is its carry. */
  | { readonly tier: 'split'; readonly shares: { readonly [party: string]: string } }

/** One priority of a distribution. Tiers are filled in the order in which they are listed. */
export type DistributionTier<Fact extends string = string> = Source &
  TierTerms<Fact> & {
    readonly id?: string
    readonly label?: Text
    /** The tier stands only then. */
    readonly when?: Clause<Fact> | readonly Clause<Fact>[]
  }

/**
 * What some parties concede of their own gain, once their principal is back and the manager has its share: a share of that gain, or of the part above
 * what their money would have earned at a rate.
 */
export interface ConcessionTerms<Fact extends string = string> {
  readonly by: PartySelection
  readonly share: Quantity<Fact>
  readonly above?: { readonly rate: Quantity<Fact>; readonly interest: Compounding }
  /** Fixed shares that sum to one, or parties that share by contribution. */
  readonly to: { readonly [party: string]: string } | PartySelection
  readonly when?: Clause<Fact> | readonly Clause<Fact>[]
}

/** How a fund's money is distributed: a waterfall over its flows. */
export interface DistributionTerms<Fact extends string = string> {
  /** Whether all flows run through the tiers together, or each deal's by itself. */
  readonly basis: Sourced<'whole-fund' | 'deal-by-deal'>
  /** Who has the carry, by name or by kind of holder; its own money stands among the investors. */
  readonly manager: Sourced<string>
  /** What the investors are called where they are stated as one; `investors` unless given. */
  readonly investors?: Sourced<string>
  readonly tiers: readonly DistributionTier<Fact>[]
  /** How the days between dated flows become years; needed where a return on dated flows is asked for. */
  readonly dayCount?: Sourced<DayCountName | { readonly parameter: string }>
  readonly concessions?: readonly Sourced<ConcessionTerms<Fact>>[]
  /** The manager gives back carry above what the whole fund gives it; `taxShare` of what it had is not asked back. */
  readonly clawBack?: Sourced<{ readonly taxShare?: Quantity<Fact> }>
  /** Whose money is public: whoever is paid before it gets a promise of principal or of a return. */
  readonly publicMoney?: Sourced<readonly string[]>
  /** Who has the odd fen; the largest parts cut off unless given. */
  readonly oddFenTo?: Sourced<string>
}
