import type { DayCountName } from '../dates/day-counts.js'
import type { AmountText, RateText, TenorText } from '../money/printed.js'
import type { RoundingMode } from '../money/rounding.js'
import type { Clause } from './clause.js'
import type { MaybeSource, Text } from './source.js'

/** What a fact, a parameter or a quantity measures. */
export type QuantityKind = 'amount' | 'rate' | 'number' | 'months' | 'days'

/** A figure as the document prints it: `'1000万元'`, `'50%'`, `'1.5个百分点'`, `'2年'`, `'3'`. */
export type Printed = AmountText | RateText | TenorText | `${number}` | `${number}倍`

/** A reference rate by its published name; `lpr` and `benchmark` follow the tenor of the loan. */
export type ReferenceRateName = 'lpr' | 'lpr-1y' | 'lpr-5y-plus' | 'benchmark' | 'benchmark-1y' | 'deposit-1y'

/** A day: printed, stated by the applicant, given as a parameter, or counted from one of these. */
export type DateExpression<Fact extends string = string> =
  | string
  | { readonly fact: Fact }
  | { readonly parameter: string }
  | { readonly date: DateExpression<Fact>; readonly plus: TenorText | { readonly parameter: string } }
  | { readonly date: DateExpression<Fact>; readonly minus: TenorText | { readonly parameter: string } }
  /** 31 December of the year before. */
  | { readonly yearEndBefore: DateExpression<Fact> }
  /** The last day of a named month, in the year of the day or `years` later (negative: earlier). */
  | { readonly month: number; readonly of: DateExpression<Fact>; readonly years?: number }
  /** A day of the year a fact names (`12-20` of `award.year`), or of one `years` later. */
  | { readonly yearOf: Fact; readonly day: string; readonly years?: number }
  | { readonly earlierOf: readonly DateExpression<Fact>[] }
  | { readonly laterOf: readonly DateExpression<Fact>[] }

/** Some days: `from` and `through` included, `until` not. */
export interface Span<Fact extends string = string> {
  readonly from?: DateExpression<Fact>
  readonly through?: DateExpression<Fact>
  readonly until?: DateExpression<Fact>
}

/** One line of a choice: taken when every clause of `when` is met; without `when`, always. */
export type Case<Fact extends string = string> = MaybeSource & {
  readonly when?: Clause<Fact> | readonly Clause<Fact>[]
  readonly value: Quantity<Fact>
  readonly label?: Text
}

/** One line of a bracket table. Each end says whether it is included: `atLeast` and `atMost` are, `above` and `below` are not. */
export type Bracket<Fact extends string = string> = Case<Fact> & {
  readonly atLeast?: Quantity<Fact>
  readonly above?: Quantity<Fact>
  readonly atMost?: Quantity<Fact>
  readonly below?: Quantity<Fact>
}

/** One slice of a marginal table: its rate applies to the part up to `upTo`; the last slice has no end. */
export type Slice<Fact extends string = string> = { readonly upTo?: Quantity<Fact>; readonly rate: Quantity<Fact> }

/** A name makes a value an entry of the worksheet and a line of the explanation. */
interface Named {
  readonly name?: string
  readonly label?: Text
}

/**
 * An amount, rate, number or tenor of a document: printed, stated, looked up, chosen or combined.
 *
 * A closed set: there is no text to parse beyond a printed figure, and no arithmetic beyond these forms.
 */
export type Quantity<Fact extends string = string> =
  | Printed
  | (Named &
      MaybeSource &
      (
        | { readonly fact: Fact }
        | { readonly parameter: string }
        /** A printed figure that has a name or a source of its own. */
        | { readonly figure: Printed }
        /** `share` × `of`: a share of an amount or of a rate, a multiple of a number. */
        | { readonly share: Quantity<Fact>; readonly of: Quantity<Fact> }
        /** First ÷ second: a number. */
        | { readonly ratio: readonly [Quantity<Fact>, Quantity<Fact>] }
        /** A quantity ÷ a share or a number: what it stays to measure. */
        | { readonly divided: Quantity<Fact>; readonly by: Quantity<Fact> }
        /** Rounded on the way, to whole units of this size: only where the document says so. */
        | { readonly rounded: Quantity<Fact>; readonly unit: Printed; readonly mode: RoundingMode }
        /**
         * The time from one day to another, the second excluded; zero where it is not later. Years by a day count, months with odd days as their
         * part, or days.
         */
        | {
            readonly between: readonly [DateExpression<Fact>, DateExpression<Fact>]
            readonly in: 'months' | 'days'
          }
        | {
            readonly between: readonly [DateExpression<Fact>, DateExpression<Fact>]
            readonly in: 'years'
            readonly by: DayCountName | { readonly parameter: string }
          }
        /** What an amount grows to at a yearly rate over some years (a number): at simple or compound interest. */
        | {
            readonly grown: Quantity<Fact>
            readonly at: Quantity<Fact>
            readonly for: Quantity<Fact>
            readonly interest: 'simple' | 'compound' | { readonly parameter: string }
          }
        /** The first that is known, where a figure may be stated in several ways; the last is the one that is asked for. */
        | { readonly firstKnown: readonly Quantity<Fact>[] }
        | { readonly sumOf: readonly Quantity<Fact>[] }
        | { readonly lowerOf: readonly Quantity<Fact>[] }
        | { readonly higherOf: readonly Quantity<Fact>[] }
        /** What the first exceeds the others by; zero when it does not. */
        | { readonly excessOf: readonly [Quantity<Fact>, ...Quantity<Fact>[]] }
        /** The sum of a value over the items that count, over another list of facts, or over a list of the loan at hand (`loan.drawdowns`). */
        | { readonly total: Quantity<Fact>; readonly over?: string; readonly where?: Clause<Fact> | readonly Clause<Fact>[] }
        /** The largest or smallest of a value over a list, or of its sums by a fact that entries share; `otherwise` where no entry meets the clauses. */
        | {
            readonly largest: Quantity<Fact>
            readonly over?: string
            readonly by?: Fact
            readonly where?: Clause<Fact> | readonly Clause<Fact>[]
            readonly otherwise?: Quantity<Fact>
          }
        | {
            readonly smallest: Quantity<Fact>
            readonly over?: string
            readonly by?: Fact
            readonly where?: Clause<Fact> | readonly Clause<Fact>[]
            readonly otherwise?: Quantity<Fact>
          }
        /** How many items of a list meet the clauses, or how many different values of a fact these have. */
        | { readonly count: string; readonly where?: Clause<Fact> | readonly Clause<Fact>[]; readonly by?: Fact }
        | {
            readonly choose: 'first' | 'highest' | 'lowest' | 'sum'
            readonly cases: readonly Case<Fact>[]
            /** Ceiling of a sum of cases. */
            readonly atMost?: Quantity<Fact>
            /** When no case applies; without it the document does not cover the application. */
            readonly otherwise?: Quantity<Fact>
          }
        /** Whole-amount table: the bracket that holds `by` gives the value. */
        | { readonly by: Quantity<Fact>; readonly brackets: readonly Bracket<Fact>[]; readonly otherwise?: Quantity<Fact> }
        /** Marginal table: every slice of `of` at its own rate. */
        | { readonly of: Quantity<Fact>; readonly slices: readonly Slice<Fact>[] }
        /** `value` for each full `step` of `by` beyond `beyond`. */
        | { readonly by: Quantity<Fact>; readonly step: Quantity<Fact>; readonly beyond?: Quantity<Fact>; readonly value: Quantity<Fact> }
        | {
            readonly referenceRate: ReferenceRateName
            readonly on: DateExpression<Fact>
            /** Whether a rate published on the day itself counts; true unless the document says the working day before. */
            readonly sameDay?: boolean
            /** Inside `interestAt`: the days on which the rate of the day replaces it; anniversaries are those of the drawdown. */
            readonly reset?: 'anniversary' | '1-january' | 'first-of-month' | 'first-of-quarter'
          }
        /** A published rate × time, added over its history from one day to another: the return at the rate of each day, simple. */
        | {
            readonly accruedRate: Exclude<ReferenceRateName, 'lpr' | 'benchmark'>
            readonly during: readonly [DateExpression<Fact>, DateExpression<Fact>]
            readonly by: DayCountName | { readonly parameter: string }
          }
        /** Support from elsewhere, as an amount or as a yearly rate; of the named levels or of all. */
        | { readonly otherSupport: 'amount' | 'annual-rate'; readonly levels?: readonly string[]; readonly lines?: readonly string[] }
        /**
         * Interest on the counted principal over the counted time at a yearly rate: on its first part only (`onFirst`), or for the part of the
         * time that lies within some days (`within`).
         */
        | { readonly interestAt: Quantity<Fact>; readonly onFirst?: Quantity<Fact>; readonly within?: Span<Fact> }
        /**
         * What counts of a loan: its principal after all limits on principal. What counts of an insurance policy: its insured amount, or its
         * premium after all ceilings, also for the part of the cover that lies within some days (`within`). The time that counts of either, as a
         * number: years by the document's proration, whole months with odd days as their part, or days.
         */
        | { readonly counted: 'principal' | 'insuredAmount' | 'years' | 'months' | 'days' }
        | { readonly counted: 'premium'; readonly within?: Span<Fact> }
        /** What some parties bear of the losses at hand. */
        | { readonly borneBy: readonly string[] }
      ))
