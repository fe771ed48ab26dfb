import type { Instrument, Instruments } from '../assessment/compile.js'
import { checkLoans } from '../items/loan-checks.js'
import { LOANS } from '../items/loan-terms.js'
import { APPLICANT_FACTS, LOAN_FACTS } from '../policy/standard-facts.js'

/** The interest subsidy (贷款贴息) for the general engine: its items are loans. */
export const INTEREST_SUBSIDY: Instrument = {
  instrument: 'interest-subsidy',
  facts: [APPLICANT_FACTS, LOAN_FACTS],
  kinds: [LOANS],
  checks: [checkLoans],
}

export const INSTRUMENTS: Instruments = [INTEREST_SUBSIDY]
