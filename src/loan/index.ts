/**
 * `subvention/loan`: what a loan does over time, to the fen. Amounts in yuan and yearly rates go in and come out as decimal text, dates as
 * 'YYYY-MM-DD'; the first day of a period counts, its last does not. Wrong input throws LoanError with every issue.
 *
 * `stretchesOf`, `accrue` and `accruals` work on the exact values of `parseLoan`.
 */
export type { DayCountName } from '../dates/day-counts.js'
export type { Period } from '../dates/period.js'
export { accruals, accrue } from './accrual.js'
export {
  type AnnualCost,
  annualCost,
  annualCostOfPeriods,
  annualCostWithSubsidy,
  type CostDayCount,
  type CostRate,
} from './annual-cost.js'
export {
  type AnnuityTerms,
  cumulativeInterest,
  cumulativePrincipal,
  effectiveRate,
  type Flow,
  futureValue,
  interestPart,
  levelPayment,
  presentValue,
  presentValueOn,
  principalPart,
  type SavingTerms,
} from './calculator.js'
export { LoanError, type LoanIssue } from './checks.js'
export { type Extension, extendedMaturity, extensionRate, longestExtension } from './extension.js'
export {
  flowsOf,
  type Interest,
  interest,
  interestByMethod,
  interestBySettlement,
  interestFromSlips,
  type LoanInput,
  lprRates,
  type Penalties,
  type PenaltyInput,
  parseLoan,
  parseSlips,
  penalties,
  type SlipInput,
  type StretchInterest,
  type UnpaidInterestInput,
} from './interest.js'
export { INTEREST_METHODS, type InterestMethod } from './interest-methods.js'
export { PENALTY_UPLIFTS, type PenaltyKind } from './penalties.js'
export { type RepricingDay, repricingDays } from './repricing.js'
export {
  type Prepayment,
  type Pricing,
  REPAYMENTS,
  type Repayment,
  type Schedule,
  type SchedulePayment,
  type ScheduleTerms,
  type ScheduleTotals,
  schedule,
} from './schedule.js'
export { type SettlementRule, settlementDays, settlementPeriods } from './settlement.js'
export { INTEREST_KINDS, type InterestKind, type InterestSlip, type SlipRule } from './slips.js'
export { type Loan, type Movement, type RateStep, type Stretch, stretchesOf } from './stretches.js'
