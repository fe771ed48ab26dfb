/**
 * `subvention/record`: what is archived of a calculation, and what can be asked of it later.
 */

export { acceptsCapitals, capitals, readCapitals } from '../money/capitals.js'
export type { FactToAsk } from './asking.js'
export { canonicalJson } from './canonical-json.js'
export type { CapCost } from './caps.js'
export { contentHash } from './content-hash.js'
export { type CreditCodeAnswer, checkCreditCode } from './credit-code.js'
export { type DifferenceCause, explainDifference, type RecordChange, type RecordDifference } from './difference.js'
export { editionFor, type TwoDates } from './edition.js'
export type { FactChange } from './failing.js'
export type { StatedValue } from './grid.js'
export { type CalculationInput, type CalculationRecord, RECORD_FORMAT, type RecordOptions, type RecordPart, record } from './record.js'
export { type ReadingAlternative, type ReadingSensitivity, sensitivity } from './sensitivity.js'
export { sheetHtml, sheetMarkdown } from './sheet.js'
export { type Certainty, type Nearby, type Solution, type SolutionRange, solveFor, type Wanted } from './solve.js'
export { type Finding, type FindingCode, type Verification, verify } from './verify.js'
export type { Waiting } from './waiting.js'
export {
  type FailingClause,
  type Turning,
  type WhatWouldChange,
  type WhatWouldChangeOptions,
  whatWouldChange,
} from './what-would-change.js'
