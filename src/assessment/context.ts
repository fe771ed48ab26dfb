import type { Fraction } from '../money/fraction.js'
import type { FactKind } from '../policy/policy.js'
import type { QuantityKind } from '../policy/quantity.js'
import type { MaybeSource, Text } from '../policy/source.js'
import type { RateRow } from '../reference-rates/index.js'

/** A stated value: numbers as exact fractions, days and classes as text. */
export type FactValue = Fraction | string | boolean | readonly string[]

/** Amounts by party: what each holder of a fund contributed. */
export interface AmountsByParty {
  readonly [party: string]: Fraction
}

/** What is stated of one thing: a borrower, a loan, a voucher. */
export interface FactGroup {
  readonly [key: string]: FactValue | AmountsByParty | readonly FactGroup[] | undefined
}

/** Facts that passed `parseFacts`. Numbers are exact; an absent fact is unknown, never zero. */
export interface Facts {
  readonly [group: string]: FactGroup | readonly FactGroup[] | FactValue | undefined
}

/** A fact an answer needs and does not have. */
export interface Missing {
  readonly fact: string
  /** Where to state it: `loans[0].annualRate`. */
  readonly path: string
  readonly label: Text
  readonly kind: FactKind | 'list'
  /** Why, where it is more than absent: a reference rate beyond its last known day. */
  readonly reason?: Text
}

/** A reference rate an answer used. */
export interface UsedRate {
  readonly rate: string
  readonly on: string
  readonly value: string
  readonly published: string
  readonly source: string
}

/** One value of the worksheet: what a formula worked out on its way. */
export interface WorksheetValue {
  readonly label?: Text
  readonly kind: QuantityKind | 'date'
  /** Exact decimal text; `numerator/denominator` where no finite decimal exists. */
  readonly value: string
  readonly source?: MaybeSource
}

/** The values worked out on the way, by name. */
export type Worksheet = { [name: string]: WorksheetValue }

/** A loan, line or deal while it is being assessed. */
export interface Item {
  readonly id: string
  readonly index: number
  readonly path: string
  readonly facts: FactGroup
  worksheet: Worksheet | undefined
  notCovered: NotCovered | undefined
  /** What the instrument worked out for this item, kept between formulas. */
  state: unknown
  /** Facts that stand in place of the stated ones for a while: the rate of the stretch that is being accrued. */
  inPlace: { readonly [key: string]: Fraction | string } | undefined
}

/** Why the document comes to nothing for an item or the applicant: a table has no line for the case, or shares cannot stand together. */
export interface NotCovered {
  /** `not-covered` unless it is another. */
  readonly code?: 'lines-not-split'
  readonly path: string
  readonly source: MaybeSource
  readonly conflict?: SharesConflict
}

/** Shares that cannot stand together: whose, and what they sum to. */
export interface SharesConflict {
  readonly parties: readonly string[]
  readonly sum: string
}

/** Everything an evaluation may look at, and what it leaves behind. */
export interface Context {
  readonly facts: Facts
  readonly knownOn: string | undefined
  readonly moreRates: readonly RateRow[] | undefined
  /** Items that count so far; totals are taken over these. */
  items: readonly Item[]
  /** Whether it is known of every item if it counts; totals are unknown until then. */
  itemsKnown: boolean
  item: Item | undefined
  /** While interest is accrued: the last reset day of each kind before the days at hand. */
  resetDays: { readonly [kind: string]: string } | undefined
  /** The items a limit is applied to together, where they are not all. */
  together: readonly Item[] | undefined
  /** What the instrument made of the terms of the part at hand. */
  terms: unknown
  /** An entry of another list, where a total is taken over it. */
  entry: { readonly facts: FactGroup; readonly path: string } | undefined
  readonly missing: Map<string, Missing>
  readonly used: Map<string, UsedRate> | undefined
  /** Where named values of the applicant go; absent when the explanation is left out. */
  worksheet: Worksheet | undefined
  notCovered: NotCovered | undefined
}

/** Works out a value; undefined when a fact it needs is unknown or no line of a table applies. */
export type Evaluate = (context: Context) => Fraction | undefined
