/**
 * `subvention`: how much public money an application gets under a published document, and why.
 *
 * This entry reads documents; an instrument's entry (`subvention/interest-subsidy`) assesses applications under them.
 */
export { FactsError, type Issue, type Message, PolicyError } from './assessment/errors.js'
export { withParameters } from './document/parameters.js'
export { type ParsedPolicy, parsePolicy, safeParsePolicy } from './document/parse.js'
export type { Bounds, Clause, DateBounds, SourcedClause } from './policy/clause.js'
export type {
  BudgetRule,
  CapEach,
  FactDeclaration,
  FactKind,
  InstrumentName,
  InterestSubsidyTerms,
  ItemOrder,
  JointLimit,
  Limit,
  Meaning,
  Parameter,
  ParameterValue,
  Part,
  Payment,
  Policy,
  Scope,
  Selection,
  Shares,
  SharesRule,
  StandardFact,
  Word,
} from './policy/policy.js'
export type { Bracket, Case, DateExpression, Printed, Quantity, QuantityKind, ReferenceRateName, Slice, Span } from './policy/quantity.js'
export type { Evidence, MaybeSource, Source, Sourced, Text } from './policy/source.js'

/** The version of this package. */
export const version = '0.1.0'
