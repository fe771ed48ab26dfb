/**
 * `subvention/portfolio`: many claims and one budget, several documents for one application, what was granted before, what is paid again or taken back,
 * what a change of a document does, and totals that merge. Amounts in yuan
 * go in and come out as decimal text. Works on claims and grants, with any instrument or none. Wrong input throws PortfolioError with every issue.
 */
export { allocateBudget } from './allocate-budget.js'
export type {
  Allocation,
  AllocationRule,
  Budget,
  Claim,
  ClaimShare,
  FirstCome,
  Money,
  OrderKey,
  ProRata,
  Purse,
  PurseAnswer,
  RateSetAfterwards,
  Tiers,
} from './budget.js'
export {
  allocateCandidates,
  type Candidate,
  type CandidateBudget,
  type CandidateGrants,
  type CandidateShare,
  type Candidates,
  candidateShare,
  candidatesOf,
  contenders,
  mergeCandidates,
} from './candidates.js'
export { claimOf } from './claims.js'
export {
  type Correction,
  correct,
  correctByCause,
  type DecidedClaim,
  type DifferenceCause,
  type Finding,
  type Result,
  type Reworked,
} from './correction.js'
export { PortfolioError } from './errors.js'
export type { Amount } from './fen.js'
export { appendGrants, type Grant, type History, type LookBack, lookBack, type PastSupport } from './history.js'
export { allocateAmongParties, type JointAllocation, type JointShare, type PayingParties, type PayingParty } from './payers.js'
export { CUT_REASONS, type CutReason, type CutReasonCode } from './reasons.js'
export { comparisonHtml, type ReportTerms } from './report.js'
export type { Grants, LastClaim } from './rules.js'
export {
  type LeftOutDocument,
  MOST_STACKED,
  type OtherSupport,
  STACKING_REASONS,
  type StackedAnswer,
  type StackedShare,
  type Stacking,
  type StackingDocument,
  type StackingReasonCode,
  type StackingTerms,
  SUPPORT_LEVELS,
  type SupportLevel,
  stack,
} from './stacking.js'
export { PROGRAM_TARGETS, progressOf, type Target, type TargetProgress } from './targets.js'
export {
  type AssessedAmount,
  addToTotals,
  type Counts,
  type Entry,
  emptyTotals,
  entryOf,
  mergeTotals,
  readTotals,
  type Totals,
  type TotalsForm,
} from './totals.js'
export {
  addToComparison,
  type Change,
  type ClaimChange,
  type ComparedClaim,
  type Comparison,
  changeOf,
  differenceOf,
  emptyComparison,
  type GroupChange,
  mergeComparisons,
  type Side,
} from './what-if.js'
