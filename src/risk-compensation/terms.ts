import type { Instrument, Instruments } from '../assessment/compile.js'
import { checkLoans } from '../items/loan-checks.js'
import { LOANS } from '../items/loan-terms.js'
import { NO_ITEMS } from '../items/plain-terms.js'
import { APPLICANT_FACTS, DEFAULT_FACTS, LOAN_FACTS } from '../policy/standard-facts.js'

/** Credit-risk compensation (信贷风险补偿) for the general engine: its items are loans in default, or none where a portfolio is compensated. */
export const RISK_COMPENSATION: Instrument = {
  instrument: 'risk-compensation',
  facts: [APPLICANT_FACTS, LOAN_FACTS, DEFAULT_FACTS],
  kinds: [LOANS, NO_ITEMS],
  check: checkLoans,
}

export const INSTRUMENTS: Instruments = [RISK_COMPENSATION]
