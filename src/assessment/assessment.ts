import type { BudgetRule, FundRule, FuseEffect, Meaning, Payment, Scope } from '../policy/policy.js'
import type { QuantityKind } from '../policy/quantity.js'
import type { Evidence, MaybeSource, Text } from '../policy/source.js'
import type { ClauseAnswer } from './clause.js'
import type { Missing, SharesConflict, UsedRate, WorksheetValue } from './context.js'

/** Why nothing is paid, or why an item does not count. */
export type ReasonCode =
  /** A clause of the document is not met. */
  | 'clause-not-met'
  /** A table of the document has no line for the case. */
  | 'not-covered'
  /** One premium for several lines that the document does not treat alike. */
  | 'lines-not-split'
  /** None of the loans, lines or deals counts. */
  | 'no-item-counts'
  /** More items than the document takes. */
  | 'not-selected'
  /** The amount is lower than the least the document pays. */
  | 'below-minimum'
  /** Other support excludes this one. */
  | 'other-support'
  /** Shares that the document works out or bounds cannot stand together. */
  | 'shares-inconsistent'
  /** A fuse of the document has stopped the compensation. */
  | 'fuse'

export interface Reason {
  readonly code: ReasonCode
  readonly source: MaybeSource
  /** The clauses that are not met, by id. */
  readonly clauses?: readonly string[]
  /** The shares that cannot stand together. */
  readonly conflict?: SharesConflict
  /** The fuse that has stopped the compensation, by id. */
  readonly fuse?: string
  readonly part?: string
}

/** A cap or stacking rule as it was applied, in exact yuan. */
export interface LimitAnswer {
  readonly id?: string
  readonly kind: 'cap' | 'minimum' | 'net-cost' | 'combined-share' | 'exclude' | 'stack' | 'choose-one' | 'joint-cap'
  readonly label?: Text
  readonly source: MaybeSource
  readonly per: Scope | 'document'
  readonly period?: 'year' | 'window' | 'lifetime'
  readonly before: string
  /** The highest amount that was left; absent for rules that set none. */
  readonly limit?: string
  /** The cap as the document gives it, where earlier receipts used up part of it. */
  readonly cap?: string
  readonly received?: string
  readonly after: string
  /** Whether it lowered the amount. */
  readonly binding: boolean
  readonly part?: string
  /** The items it was applied to, where it is not applied to all. */
  readonly items?: readonly string[]
}

/** One loan, line or deal: whether it counts, why not, and what it brings. */
export interface ItemAnswer {
  readonly id: string
  /** Where it stands in the facts: `loans[0]`. */
  readonly path: string
  readonly part?: string
  readonly counted: boolean
  readonly leftOut?: Reason
  readonly clauses: readonly ClauseAnswer[]
  readonly worksheet: { readonly [name: string]: WorksheetValue }
  readonly limits: readonly LimitAnswer[]
  /** After its own limits and its part of what limits by a fact leave, in exact yuan; after those of all items only where these say how they cut it. */
  readonly amount?: string
}

/** What one payer contributes. */
export interface PayerAnswer {
  readonly party: string
  readonly share: string
  readonly amount: string
  readonly part?: string
}

/** What one recipient gets. */
export interface RecipientAnswer {
  readonly recipient: string
  /** Which one, where the document tells several apart. */
  readonly name?: string
  readonly amount: string
  /** The items it is paid for. */
  readonly items: readonly string[]
  readonly source: MaybeSource
  readonly part?: string
}

/** How the money of one loan reaches the borrower over time. */
export interface PaymentAnswer {
  readonly item: string
  readonly form: Payment['form']
  readonly amount: string
  /** Exact amount for one month of the counted time. */
  readonly perMonth?: string
  readonly refundForElapsedMonths?: string
  readonly elapsedMonths?: number
  readonly remainingMonths?: number
  readonly instalments?: readonly { readonly month: string; readonly amount: string; readonly kind: 'refund' | 'deduction' }[]
  readonly source: MaybeSource
  readonly part?: string
}

/** A statement of the document that the answer rests on because the text is silent. */
export interface ReadingAnswer {
  /** What it is about: a path in the policy. */
  readonly about: string
  readonly reading: Text
}

/** The rounding of the exact result. */
export interface RoundingAnswer {
  readonly before: string
  readonly after: string
  readonly to: string
  readonly mode: string
  readonly source: MaybeSource
  readonly part?: string
}

/** The document behind an answer. */
export interface PolicyIdentity {
  readonly id: string
  readonly title: Text
  readonly number?: string
  readonly issued?: string
  readonly evidence: Evidence
  readonly status?: 'built-in' | 'template'
  readonly effective: { readonly from?: string; readonly until?: string; readonly endsWhen?: Text; readonly decidedBy?: Text }
  readonly parameters?: { readonly [name: string]: unknown }
}

/**
 * The answer to one application under one document.
 *
 * `granted` carries the amount in yuan with two places (none where the document only checks); `refused` is `'0.00'` with its reasons; `incomplete` has no amount and lists what is
 * missing. Plain and serializable; exact values are decimal text, or `numerator/denominator` where no finite decimal exists.
 */
export interface Assessment extends Extras {
  readonly outcome: 'granted' | 'refused' | 'incomplete'
  readonly amount?: string
  readonly meaning: Meaning
  readonly policy: PolicyIdentity
  readonly instrument: string
  /** The rule of the guidance fund that is answered. */
  readonly rule?: FundRule
  readonly reasons: readonly Reason[]
  readonly missing: readonly Missing[]
  readonly clauses: readonly ClauseAnswer[]
  readonly items: readonly ItemAnswer[]
  readonly worksheet: { readonly [name: string]: WorksheetValue }
  readonly limits: readonly LimitAnswer[]
  readonly rounding: readonly RoundingAnswer[]
  readonly payers: readonly PayerAnswer[]
  readonly payments: readonly PaymentAnswer[]
  readonly corrections?: readonly CorrectionAnswer[]
  readonly recipient?: { readonly value: string; readonly source: MaybeSource }
  /** Who gets how much, where the document pays different ones; it adds to the amount. */
  readonly recipients?: readonly RecipientAnswer[]
  readonly budget?: { readonly value: BudgetRule; readonly source: MaybeSource }
  readonly meaningSource?: MaybeSource
  readonly readings: readonly ReadingAnswer[]
  readonly rates: readonly UsedRate[]
  readonly notes: readonly Text[]
}

/** What one party bears of a loss, gets back of what it bore, or receives of proceeds. */
export interface ShareAnswer {
  readonly party: string
  readonly amount: string
  /** The layer, tier or kind of loss it belongs to, by its name. */
  readonly of?: string
  readonly label?: Text
  /** The loan or deal it is for. */
  readonly item?: string
  /** Whether it is what limits cut off the amount; its party is `not-stated` where the document does not say who bears that. */
  readonly aboveLimits?: boolean
  readonly source: MaybeSource
  readonly part?: string
}

/** The answer beside what has been paid for the same claim: one of the two is `0.00`. */
export interface CorrectionAnswer {
  readonly paid: string
  readonly due: string
  readonly supplement: string
  readonly clawBack: string
  readonly source: MaybeSource
  readonly part?: string
}

/** Money recovered after compensation: what of it goes back, and what is left beyond all that was borne. */
export interface RecoveryAnswer {
  readonly gross: string
  readonly cost: string
  /** Costs above what was recovered. */
  readonly uncoveredCost: string
  readonly returned: string
  readonly excess: string
  readonly source: MaybeSource
  readonly part?: string
}

/** A rate that is watched: where it stands, and how far the next level is. */
export interface FuseAnswer {
  readonly id: string
  readonly label?: Text
  readonly state: 'normal' | FuseEffect
  readonly metric: string
  readonly kind: QuantityKind
  /** The level that holds, where one is reached. */
  readonly level?: string
  /** Of the level above: how much the metric may still rise to it. */
  readonly next?: { readonly effect: FuseEffect; readonly level: string; readonly distance: string }
  /** Whether the claim that trips the fuse is still paid, where the document or our reading says so. */
  readonly trippingClaim?: 'paid' | 'held'
  readonly reset?: 'below-level' | 'by-decision' | 'next-year'
  readonly source: MaybeSource
  readonly part?: string
}

/** Something an official must look at: raised, not raised, or unknown because its facts are not stated. It refuses nothing. */
export interface FlagAnswer {
  readonly id: string
  readonly label: Text
  readonly result: 'raised' | 'not-raised' | 'unknown'
  readonly source: MaybeSource
  readonly part?: string
}

/** What an instrument adds to an answer. */
export interface Extras {
  /** Who bears what of the loss, or who receives what of the proceeds. */
  readonly shares?: readonly ShareAnswer[]
  /** What each party gets back of what it bore. */
  readonly returned?: readonly ShareAnswer[]
  readonly recoveries?: readonly RecoveryAnswer[]
  readonly fuses?: readonly FuseAnswer[]
  /** What an official must look at. */
  readonly flags?: readonly FlagAnswer[]
}

/** The outcome alone, where the explanation is left out. */
export type Outcome = Pick<Assessment, 'outcome' | 'amount' | 'meaning'>
