/**
 * `subvention`: how much public money an application gets under a published document, and why.
 *
 * This entry reads documents and assesses applications under those of any instrument; an instrument's own entry
 * (`subvention/interest-subsidy`) weighs less.
 */

export type * from './assessment/answers.js'
export { FactsError, type Issue, type Message, PolicyError } from './assessment/errors.js'
export { type Language, sourceText, toHtml, toMarkdown, toText } from './assessment/render.js'
export { version } from './assessment/version.js'
export { assess, type DocumentOptions, explain, factsSchema, parseFacts, safeParseFacts } from './document/assess.js'
export { withParameters } from './document/parameters.js'
export { type ParsedPolicy, parsePolicy, safeParsePolicy } from './document/parse.js'
export type { RuleFormOptions } from './guidance-fund/asked.js'
export type { Bounds, Clause, DateBounds, SourcedClause } from './policy/clause.js'
export type { Compounding, ConcessionTerms, DistributionTerms, DistributionTier, PartySelection } from './policy/distribution.js'
export type {
  BudgetRule,
  CapEach,
  Cut,
  FactDeclaration,
  FactKind,
  Flag,
  FundRule,
  FundTerms,
  Fuse,
  FuseEffect,
  InstrumentName,
  InsuranceTerms,
  ItemName,
  ItemOrder,
  JointLimit,
  Limit,
  LoanTerms,
  Loss,
  LossLayer,
  Meaning,
  Parameter,
  ParameterValue,
  Part,
  Payment,
  PlainTerms,
  Policy,
  Recipient,
  RecipientRule,
  RiskCompensationTerms,
  Scope,
  Selection,
  Share,
  ShareBound,
  Shares,
  SharesRule,
  StandardFact,
  Word,
} from './policy/policy.js'
export type { PoolFigure, PoolTerms, PoolWord } from './policy/pool.js'
export type { Bracket, Case, DateExpression, Printed, Quantity, QuantityKind, ReferenceRateName, Slice, Span } from './policy/quantity.js'
export type { Evidence, MaybeSource, Source, Sourced, Text } from './policy/source.js'
