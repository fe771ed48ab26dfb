import type { DayCountName } from '../dates/day-counts.js'
import type { TenorText } from '../money/printed.js'
import type { RoundingMode, RoundingUnit } from '../money/rounding.js'
import type { Clause, SourcedClause } from './clause.js'
import type { DistributionTerms } from './distribution.js'
import type { PoolTerms } from './pool.js'
import type { DateExpression, Quantity, Span } from './quantity.js'
import type { Evidence, MaybeSource, Source, Sourced, Text } from './source.js'
import type { StandardFactName } from './standard-facts.js'

/** The four instruments of the 2012 plan: 贷款贴息, 信贷风险补偿, 科技保险保费补贴, 创业投资引导基金. */
export type InstrumentName = 'interest-subsidy' | 'risk-compensation' | 'premium-subsidy' | 'guidance-fund'

/**
 * The rules of a guidance fund, each assessed by itself: what the fund may put in, invest beside a VC, guarantee, subsidize or compensate; what the
 * sub-fund must invest locally and for what; at what price the fund leaves, when it may leave early, what it concedes; how proceeds are
 * distributed, what fee is due, and how much private money public money brought.
 */
export type FundRule =
  | 'contribution'
  | 'follow-on'
  | 'investment-guarantee'
  | 'risk-subsidy'
  | 'loss-compensation'
  | 'reinvestment'
  | 'use-test'
  | 'exit-price'
  | 'early-exit'
  | 'concession'
  | 'distribution'
  | 'fee'
  | 'leverage'

/** What the items of a part are: loans, insurance policies, deals, instalments of a contribution. */
export type ItemName = 'loan' | 'policy' | 'deal' | 'instalment'

/** What an applicant states for a fact. Growth is a rate without an upper end; a month is `YYYY-MM`; several amounts count as their sum; a signed amount may be a loss. */
export type FactKind =
  | 'yes-no'
  | 'amount'
  | 'rate'
  | 'share'
  | 'growth'
  | 'number'
  | 'count'
  | 'months'
  | 'days'
  | 'date'
  | 'month'
  | 'text'
  | 'class'
  | 'classes'
  | 'amounts'
  | 'signed-amount'
  | 'amounts-by-party'

/** A fact a document or an instrument asks for. */
export interface FactDeclaration {
  readonly kind: FactKind
  readonly label: Text
  /** How to answer, where the label is not enough. */
  readonly help?: Text
  /** The classes to choose from, each with its label. */
  readonly oneOf?: { readonly [value: string]: Text }
}

/** What a caller must supply (no `value`) or may change (`value`, our reading or the document's usual figure). */
export type Parameter = MaybeSource & {
  readonly kind: 'amount' | 'rate' | 'number' | 'months' | 'date' | 'class' | 'classes' | 'proration' | 'shares'
  readonly label: Text
  readonly oneOf?: readonly string[]
  readonly value?: ParameterValue
  /** Needed only while another parameter has this value, or one of these. */
  readonly neededWhen?: { readonly parameter: string; readonly is: string | readonly string[] }
}
export type ParameterValue = string | readonly string[] | { readonly [party: string]: string }

/** What a limit applies to: an item of the instrument, the items that share a fact, the applicant, or a group of related firms. */
export type Scope<Fact extends string = string> = ItemName | 'applicant' | 'group' | { readonly by: Fact }

/** The stretches of time a cap may hold for one by one. */
export type CapEach = 'month' | 'quarter' | 'calendar-year' | 'loan-year'

/** How a cap that items share cuts them: those last in an order first, or all in proportion. */
export type Cut<Fact extends string = string> = 'pro-rata' | { readonly lastFirst: Word<ItemOrder<Fact>> }

/** A highest amount, or a rule about support from elsewhere. Applied in the order in which the document lists them. */
export type Limit<Fact extends string = string> = Source & {
  readonly id?: string
  readonly label?: Text
  readonly per: Scope<Fact>
  /** The limit applies only then. */
  readonly when?: Clause<Fact> | readonly Clause<Fact>[]
} & (
    | {
        readonly cap: Quantity<Fact>
        /** Time over which amounts already received use up the cap: this year, the policy's window, ever. */
        readonly period?: 'year' | 'window' | 'lifetime'
        /** Amounts already received that use up the cap, where they are not the standard fact of the period. */
        readonly received?: Quantity<Fact>
        /** The cap holds for each settlement month or quarter (through the 20th), calendar year or year of the loan by itself. */
        readonly each?: CapEach
        /** How a cap that several items share cuts them; without it each item shows its amount before the cap. */
        readonly cut?: Cut<Fact>
      }
    /** An amount below this is not paid at all. */
    | { readonly minimum: Quantity<Fact> }
    /** Together with other support, never above the cost. */
    | {
        readonly stacking: 'net-cost'
        readonly cost: Quantity<Fact>
        readonly levels?: readonly string[]
        readonly lines?: readonly string[]
      }
    /** Together with other support, never above a share of a base. */
    | {
        readonly stacking: 'combined-share'
        readonly share: Quantity<Fact>
        readonly of: Quantity<Fact>
        readonly levels?: readonly string[]
        readonly lines?: readonly string[]
      }
    /** Nothing where other support exists: of any level, or of the named ones. */
    | { readonly stacking: 'exclude'; readonly levels?: readonly string[]; readonly lines?: readonly string[] }
    /** Other support stands beside this one without effect. */
    | { readonly stacking: 'stack'; readonly levels?: readonly string[] }
    /** The applicant takes one of several kinds of support; this one only when it is the one chosen. */
    | { readonly stacking: 'choose-one'; readonly fact: Fact; readonly is: string }
  )

/**
 * In which order items are taken: loans by day of drawdown or largest principal, any items by largest subsidy, by a fact of theirs (a day or a
 * figure), or as listed.
 */
export type ItemOrder<Fact extends string = string> =
  | 'drawdown-date'
  | 'largest-subsidy'
  | 'largest-principal'
  | 'as-listed'
  | { readonly earliest: Fact }
  | { readonly latest: Fact }
  | { readonly largest: Fact }
  | { readonly smallest: Fact }

/** A word of the document, given as a parameter, or with a source of its own where it differs from that of the value it belongs to. */
export type Word<Value> = Value | { readonly parameter: string } | Sourced<Value | { readonly parameter: string }>

/** At most so many items, or so many different values of a fact, are taken in an order. */
export type Selection<Fact extends string = string> = Source & {
  readonly atMost: number | { readonly parameter: string }
  readonly order: Word<ItemOrder<Fact>>
  /** Counted separately for each value of this fact. */
  readonly per?: Fact
  /** Counts different values of this fact instead of items. */
  readonly distinct?: Fact
}

/** Which kinds of interest on the bank's slips count: the subsidy rules leave out what comes of default. */
export type InterestKind = 'normal' | 'overdue' | 'misuse' | 'compound' | 'surcharge' | 'extension'

/** What every part fixes. */
export interface PlainTerms<Fact extends string = string> {
  /** The amount before limits, for each item or once for the applicant; a part without one only checks. */
  readonly formula?: Sourced<Quantity<Fact>> & { readonly per?: ItemName | 'applicant' }
  /** Named values that are worked out and shown beside the formula. */
  readonly shown?: readonly Sourced<Quantity<Fact>>[]
}

/** What a document fixes for a rule of a guidance fund. */
export interface FundTerms<Fact extends string = string> extends PlainTerms<Fact> {
  /** Named values that are the answer where it is not an amount: how much private money public money brought. */
  readonly measures?: readonly Sourced<Quantity<Fact>>[]
  /** How the money of the fund is distributed: the answer of the rule `distribution`. */
  readonly distribution?: DistributionTerms<Fact>
}

/** Terms of a part that always comes to an amount. */
type WithFormula<Terms extends PlainTerms> = Terms & { readonly formula: NonNullable<Terms['formula']> }

/** What a document fixes where the items are loans. */
export interface LoanTerms<Fact extends string = string> extends PlainTerms<Fact> {
  /** The principal that counts for one loan before limits; the drawn amount unless stated. */
  readonly principal?: Sourced<Quantity<Fact>>
  /** Highest principal that counts, per loan or shared by the loans of the applicant in an order. */
  readonly principalLimits?: readonly (Sourced<Quantity<Fact>> & {
    readonly per: 'loan' | 'applicant' | { readonly by: Fact }
    readonly order?: Word<ItemOrder<Fact>>
  })[]
  /** Whether a limit on principal holds against the balance of each day or scales the whole loan. */
  readonly principalBasis?: Sourced<'balance' | 'original'>
  /** First day that counts; the day of drawdown unless stated. */
  readonly periodStart?: Sourced<DateExpression<Fact>>
  /** Longest time that counts, from the first day. */
  readonly longest?: Sourced<Quantity<Fact>>
  /** Whether the day of repayment or maturity counts as well (算头又算尾); excluded unless stated. */
  readonly lastDay?: Sourced<'excluded' | 'included'>
  /** Windows in which time counts: award year, window of the document. */
  readonly windows?: readonly Sourced<Span<Fact>>[]
  /** Whether an extension of the loan counts. */
  readonly extension?: Sourced<'excluded' | 'included'>
  /** How time becomes a fraction of a year. */
  readonly proration?: Sourced<DayCountName | { readonly parameter: string }>
  /** Which kinds of interest on bank slips count, and whether by the period they are for or the day they were paid. */
  readonly interest?: Sourced<{ readonly kinds: readonly InterestKind[]; readonly by: 'period' | 'paid-on' }>
}

/** A party's share of a loss: printed, given, worked out, or what the shares of the others leave of the whole. */
export type Share<Fact extends string = string> = Quantity<Fact> | 'remainder'

/** A slice of a loss and who bears it; the first slice without an end takes all that is left. */
export type LossLayer<Fact extends string = string> = MaybeSource & {
  readonly label?: Text
  /** The layer is there only then. */
  readonly when?: Clause<Fact> | readonly Clause<Fact>[]
  /** The loss up to which it reaches, counted from the first yuan. */
  readonly upTo?: Quantity<Fact>
  readonly shares: { readonly [party: string]: Share<Fact> } | { readonly parameter: string }
}

/** A kind of loss and who bears it: of each loan, or of the applicant where the part has no items. */
export type Loss<Fact extends string = string> = Sourced<Quantity<Fact>> & {
  readonly id: string
  readonly label?: Text
  readonly layers: readonly LossLayer<Fact>[]
  /** Who has the odd fen. */
  readonly remainderTo?: Word<string>
}

/** What a document says of a party's share without fixing it: each bound is included. */
export type ShareBound<Fact extends string = string> =
  | (MaybeSource & ({ readonly exactly: Quantity<Fact> } | { readonly atLeast: Quantity<Fact> } | { readonly atMost: Quantity<Fact> }))
  | 'remainder'

/** What happens at a level of a fuse: the last three but one stop the compensation, new loans alone do not. */
export type FuseEffect = 'warning' | 'on-hold' | 'compensation-suspended' | 'new-loans-suspended' | 'lender-removed'

/** A rate that is watched, and what is done as it rises. */
export type Fuse<Fact extends string = string> = Source & {
  readonly id: string
  readonly label?: Text
  /** The fuse is there only then. */
  readonly when?: Clause<Fact> | readonly Clause<Fact>[]
  readonly metric: Quantity<Fact>
  /** From the lowest up; the highest one reached holds. */
  readonly levels: readonly (MaybeSource &
    ({ readonly atLeast: Quantity<Fact> } | { readonly above: Quantity<Fact> }) & { readonly effect: FuseEffect })[]
  /** Whether the claim that trips the fuse is still paid; the metric `before` that claim then decides. */
  readonly trippingClaim?: Sourced<'held' | { readonly before: Quantity<Fact> }>
  /** When it closes again. */
  readonly reset?: Sourced<'below-level' | 'by-decision' | 'next-year'>
}

/** What a document fixes where losses are shared and compensated. */
export interface RiskCompensationTerms<Fact extends string = string> extends LoanTerms<Fact> {
  readonly losses?: readonly Loss<Fact>[]
  /** Who bears what limits cut off the compensation. */
  readonly aboveLimitsTo?: Sourced<string>
  /** Shares the document only bounds, of an amount. */
  readonly bounds?: Sourced<{
    readonly of: Quantity<Fact>
    readonly shares: { readonly [party: string]: ShareBound<Fact> }
    /** The facts in which an applicant may state the share of each party, to have them held against the bounds. */
    readonly stated?: { readonly [party: string]: Fact }
  }>
  readonly fuses?: readonly Fuse<Fact>[]
  /** Money recovered after compensation: costs first, then back in the proportion borne, never above what was borne. */
  readonly recovery?: Sourced<{ readonly gross: Quantity<Fact>; readonly cost: Quantity<Fact> }>
  /** The pool over time: it needs losses, so that it is known who bears what, and a reset of every fuse. */
  readonly pool?: PoolTerms
}

/** What a document fixes where the items are insurance policies. */
export interface InsuranceTerms<Fact extends string = string> extends PlainTerms<Fact> {
  /** The insured amount that counts; as stated unless given. */
  readonly insuredAmount?: Sourced<Quantity<Fact>>
  /** The premium of the whole cover that counts before its ceilings; what was paid less refunds unless given. */
  readonly premium?: Sourced<Quantity<Fact>>
  /** Highest premium rate that counts, on the counted insured amount: a year, or for the whole cover. */
  readonly premiumRateLimit?: Sourced<Quantity<Fact>> & { readonly per: 'year' | 'policy' }
  /** Windows in which cover counts: award year, window of the document. The premium counts in proportion. */
  readonly windows?: readonly Sourced<Span<Fact>>[]
  /** Longest cover that counts, from its first day. */
  readonly longest?: Sourced<Quantity<Fact>>
  /** How a part of the cover becomes its part of the premium, and time a fraction of a year. */
  readonly proration?: Sourced<DayCountName | { readonly parameter: string }>
  /**
   * How the year of participation follows from earlier covers: of the enterprise, or of the same line or insured object. A gap in cover of
   * `restartsAfter` or more starts again at the first year.
   */
  readonly participation?: Sourced<{
    readonly per: 'applicant' | { readonly by: Fact }
    readonly restartsAfter?: TenorText | { readonly parameter: string }
  }>
}

/** Shares of the payers, as printed; they sum to one. */
export type Shares = { readonly [party: string]: string }

/**
 * Shares of the payers: fixed, given as a parameter, those of the first case that applies, or by slices of the amount: each up to `upTo`, counted
 * from the first yuan, and the last without an end.
 */
export type SharesRule<Fact extends string = string> =
  | Shares
  | { readonly parameter: string }
  | { readonly cases: readonly { readonly when?: Clause<Fact> | readonly Clause<Fact>[]; readonly shares: Shares }[] }
  | { readonly slices: readonly { readonly upTo?: Quantity<Fact>; readonly shares: Shares }[] }

/** How the money reaches the borrower. */
export type Payment =
  | { readonly form: 'lump-sum' }
  /** The bank deducts the subsidy from the interest it collects, and may refund what fell due before it was funded; worked out where `each` is stated. */
  | { readonly form: 'deducted'; readonly each?: 'month' | 'quarter'; readonly refundsElapsed?: boolean }

/** Whether the text fixes the amount, only its ceiling (最高, 不超过), or only its floor. */
export type Meaning = 'exact' | 'at-most' | 'not-below'

/** What is done when the money is not enough for all. Worked out over a portfolio; here it is stated. */
export type BudgetRule = 'none' | 'total-control' | 'first-come' | 'pro-rata' | 'rate-set-afterwards'

/** Who receives the money. */
export type Recipient = 'borrower' | 'lender' | 'guarantor' | 'enterprise' | 'insurer' | 'manager' | 'investor' | 'other-holders'

/** One recipient, or that of the first case that applies to an item; `named` tells several recipients of a kind apart, such as insurers. */
export type RecipientRule<Fact extends string = string> =
  | Recipient
  | {
      readonly cases: readonly {
        readonly when?: Clause<Fact> | readonly Clause<Fact>[]
        readonly recipient: Recipient
        readonly named?: Fact
      }[]
    }

/** What a document fixes for one instrument. */
interface PartOf<Name extends InstrumentName, Terms, Fact extends string> {
  readonly instrument: Name
  /** Instruments the part belongs to as well: one sum against the interest and the premium of a loan. */
  readonly also?: readonly InstrumentName[]
  /** Needed where a document has more than one part. */
  readonly id?: string
  readonly label?: Text
  readonly eligibility?: readonly SourcedClause<Fact>[]
  /** What the items are, where the instrument leaves a choice, and which of them count. */
  readonly items?: {
    readonly of?: ItemName | 'none'
    readonly where?: readonly SourcedClause<Fact>[]
    readonly select?: readonly Selection<Fact>[]
  }
  readonly terms: Terms
  readonly limits?: readonly Limit<Fact>[]
  /** Where the document says in which order its limits apply. */
  readonly orderOfLimits?: Source
  readonly meaning?: Sourced<Meaning>
  readonly rounding: Sourced<{ readonly to: RoundingUnit; readonly mode: RoundingMode; readonly each?: 'item' | 'total' }>
  readonly payers?: Sourced<SharesRule<Fact>> & { readonly remainderTo?: Word<string> }
  readonly payment?: Sourced<Payment>
  readonly recipient?: Sourced<RecipientRule<Fact>>
  readonly budget?: Sourced<BudgetRule>
  /** What has been paid for the same claim, where the answer corrects it: the difference is a supplement or a claw-back, never a negative payout. */
  readonly correction?: Sourced<{ readonly paid: Quantity<Fact> }>
  /** What an official must look at, though it refuses nothing. */
  readonly flags?: readonly Flag<Fact>[]
}

/** Something an official must look at when its clauses are met: it refuses nothing and asks for nothing. */
export type Flag<Fact extends string = string> = Source & {
  readonly id: string
  readonly label: Text
  readonly when: Clause<Fact> | readonly Clause<Fact>[]
}

/** A part that says of itself that its items are loans. */
type LoanPartOf<Name extends InstrumentName, Terms, Fact extends string> = PartOf<Name, Terms, Fact> & {
  readonly items: { readonly of: 'loan' }
}

/** What a document fixes for one instrument: its conditions, its formula, its limits, who pays. */
export type Part<Fact extends string = string> =
  | PartOf<'interest-subsidy', WithFormula<LoanTerms<Fact>>, Fact>
  | PartOf<'risk-compensation', RiskCompensationTerms<Fact>, Fact>
  | PartOf<'premium-subsidy', WithFormula<InsuranceTerms<Fact>>, Fact>
  /** A premium subsidy that goes by the insured loan: a share of its principal, a lump sum. */
  | LoanPartOf<'premium-subsidy', WithFormula<LoanTerms<Fact>>, Fact>
  | (PartOf<'guidance-fund', FundTerms<Fact>, Fact> & { readonly rule: FundRule })

/** A cap that several parts of a document share. Parts are cut from the last one back, or in proportion. */
export type JointLimit<Fact extends string = string> = Source & {
  readonly id?: string
  readonly label?: Text
  readonly cap: Quantity<Fact>
  readonly over: readonly string[]
  readonly period?: 'year' | 'window' | 'lifetime'
  readonly received?: Quantity<Fact>
  readonly cut: 'last-first' | 'pro-rata'
}

/**
 * A published document as data: values as printed, each with its article, its place in the source, or our stated reading.
 *
 * `Declared` names the facts the document asks for beyond the standard facts of its instruments.
 */
export interface Policy<Declared extends string = string> {
  readonly id: string
  readonly title: Text
  readonly number?: string
  readonly issuer?: Text
  /** Day of issue: when the document became known. */
  readonly issued?: string
  /** The ids of the documents this one supersedes. */
  readonly replaces?: readonly string[]
  readonly url?: string
  readonly evidence: Evidence
  readonly status?: 'built-in' | 'template'
  readonly effective: {
    readonly from?: string
    /** The first day it no longer holds. */
    readonly until?: string
    /** Where it ends on a condition rather than a day. */
    readonly endsWhen?: Text
    /** The day that decides which edition applies. */
    readonly decidedBy?: Text
  }
  readonly facts?: { readonly [Name in Declared]: FactDeclaration }
  readonly parameters?: { readonly [name: string]: Parameter }
  readonly parts: readonly Part<StandardFact | Declared>[]
  readonly limits?: readonly JointLimit<StandardFact | Declared>[]
  /** What an official should know when reading the answer. */
  readonly notes?: readonly Text[]
}

/** Names of the facts every document of an instrument may use without declaring them. */
export type StandardFact = StandardFactName
