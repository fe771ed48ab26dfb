import type { DateExpression, Quantity } from './quantity.js'
import type { MaybeSource, Source, Text } from './source.js'

/** The bounds of a number: `atLeast` and `atMost` include it (不低于, 以内), `above` and `below` do not (超过, 不满). */
export interface Bounds<Fact extends string = string> {
  readonly atLeast?: Quantity<Fact>
  readonly above?: Quantity<Fact>
  readonly atMost?: Quantity<Fact>
  readonly below?: Quantity<Fact>
}

/** The bounds of a day: `from` and `through` include it, `after` and `until` do not. */
export interface DateBounds<Fact extends string = string> {
  readonly from?: DateExpression<Fact>
  readonly after?: DateExpression<Fact>
  readonly through?: DateExpression<Fact>
  readonly until?: DateExpression<Fact>
}

type Test<Fact extends string> =
  | { readonly fact: Fact; readonly is: boolean | string }
  | { readonly parameter: string; readonly is: boolean | string }
  | { readonly fact: Fact; readonly oneOf: readonly string[] | { readonly parameter: string } }
  | { readonly fact: Fact; readonly noneOf: readonly string[] }
  /** For a fact that holds several classes. */
  | { readonly fact: Fact; readonly includes: string }
  | ({ readonly fact: Fact } & Bounds<Fact>)
  | ({ readonly fact: Fact } & DateBounds<Fact>)
  | ({ readonly date: DateExpression<Fact> } & DateBounds<Fact>)
  | ({ readonly value: Quantity<Fact> } & Bounds<Fact>)
  /** No other support, of the named levels or of any. */
  | { readonly otherSupport: 'none'; readonly levels?: readonly string[]; readonly lines?: readonly string[] }
  | { readonly any: readonly Clause<Fact>[] }
  | { readonly all: readonly Clause<Fact>[] }
  | { readonly not: Clause<Fact> }

/** A condition of the document. Answered with its source, the value given and the distance to the limit. */
export type Clause<Fact extends string = string> = MaybeSource & Test<Fact> & { readonly id?: string; readonly label?: Text }

/** A clause that stands on its own in a document and therefore carries its source. */
export type SourcedClause<Fact extends string = string> = Source & Test<Fact> & { readonly id?: string; readonly label?: Text }
