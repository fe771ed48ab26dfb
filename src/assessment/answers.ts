export type { AssessOptions } from './assess.js'
export type {
  Assessment,
  CorrectionAnswer,
  Extras,
  FlagAnswer,
  FuseAnswer,
  ItemAnswer,
  LimitAnswer,
  Outcome,
  PayerAnswer,
  PaymentAnswer,
  PolicyIdentity,
  ReadingAnswer,
  Reason,
  ReasonCode,
  RecipientAnswer,
  RecoveryAnswer,
  RoundingAnswer,
  ShareAnswer,
} from './assessment.js'
export type { ClauseAnswer, ClauseResult, TestedBound } from './clause.js'
export type { Facts, Missing, SharesConflict, UsedRate, WorksheetValue } from './context.js'
export type { ExplanationLine } from './explain.js'
export type { ReadFacts } from './facts.js'
export type { FormOptions } from './form.js'
