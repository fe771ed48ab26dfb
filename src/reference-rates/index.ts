/**
 * `subvention/reference-rates`: the loan prime rate since 2019-08-20, and the benchmark lending and one-year deposit rates since 1999-06-10,
 * each with its source. Where the data end the answer says so.
 */
export {
  BENCHMARK_FIRST_DAY,
  type FoundRate,
  type LookupOptions,
  LPR_FIRST_DAY,
  type RateAnswer,
  type RateConfidence,
  type RateRow,
  rateOn,
  type UnknownRate,
} from './lookup.js'
export { LPR_KNOWN_THROUGH } from './lpr.js'
export { REFERENCE_RATES, type ReferenceRate } from './rates.js'
export { benchmarkFor, benchmarkOn, lprFor, monthEnd, type RateTerm, referenceRateFor, yearEndBefore } from './rules.js'
