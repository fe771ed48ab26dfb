import type { Instrument, Instruments } from '../assessment/compile.js'
import { checkPolicies } from '../items/insurance-checks.js'
import { POLICIES } from '../items/insurance-terms.js'
import { checkLoans } from '../items/loan-checks.js'
import { LOANS } from '../items/loan-terms.js'
import { APPLICANT_FACTS, INSURANCE_FACTS, LOAN_FACTS } from '../policy/standard-facts.js'

/** The tech-insurance premium subsidy (科技保险保费补贴) for the general engine: its items are insurance policies, or the insured loans. */
export const PREMIUM_SUBSIDY: Instrument = {
  instrument: 'premium-subsidy',
  facts: [APPLICANT_FACTS, LOAN_FACTS, INSURANCE_FACTS],
  kinds: [POLICIES, LOANS],
  checks: [checkLoans, checkPolicies],
  orderOfLimits: {
    zh: '限额按所列次序适用：先每份保单和每一险种（含与其他财政支持合计的限制），再企业年度限额，最后取整',
    en: 'Limits apply in the order listed: of a policy and of a line first, with other public support, then of the enterprise; rounding comes last',
  },
}

export const INSTRUMENTS: Instruments = [PREMIUM_SUBSIDY]
