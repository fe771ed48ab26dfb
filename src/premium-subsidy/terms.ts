import type { Instrument, Instruments } from '../assessment/compile.js'
import { POLICIES } from '../items/insurance-terms.js'
import { checkLoans } from '../items/loan-checks.js'
import { LOANS } from '../items/loan-terms.js'
import { APPLICANT_FACTS, INSURANCE_FACTS, LOAN_FACTS } from '../policy/standard-facts.js'

/** The tech-insurance premium subsidy (科技保险保费补贴) for the general engine: its items are insurance policies, or the insured loans. */
export const PREMIUM_SUBSIDY: Instrument = {
  instrument: 'premium-subsidy',
  facts: [APPLICANT_FACTS, LOAN_FACTS, INSURANCE_FACTS],
  kinds: [POLICIES, LOANS],
  check: checkLoans,
}

export const INSTRUMENTS: Instruments = [PREMIUM_SUBSIDY]
