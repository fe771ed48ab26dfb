/**
 * `subvention/record`: what is archived of a calculation, and what can be asked of it later.
 */

export { acceptsCapitals, capitals, readCapitals } from '../money/capitals.js'
export { canonicalJson } from './canonical-json.js'
export { contentHash } from './content-hash.js'
export { type CreditCodeAnswer, checkCreditCode } from './credit-code.js'
export { type DifferenceCause, explainDifference, type RecordChange, type RecordDifference } from './difference.js'
export { type CalculationInput, type CalculationRecord, RECORD_FORMAT, type RecordOptions, type RecordPart, record } from './record.js'
export { type ReadingAlternative, type ReadingSensitivity, sensitivity } from './sensitivity.js'
export { sheetHtml, sheetMarkdown } from './sheet.js'
export { type Finding, type FindingCode, type Verification, verify } from './verify.js'
