import type { Assessment } from '../../src/assessment/assessment.js'
import * as guidanceFund from '../../src/guidance-fund/index.js'
import * as whole from '../../src/index.js'
import * as interestSubsidy from '../../src/interest-subsidy/index.js'
import type { Policy } from '../../src/policy/policy.js'
import * as premiumSubsidy from '../../src/premium-subsidy/index.js'
import * as riskCompensation from '../../src/risk-compensation/index.js'
import type { Case, RawFacts } from './cases.js'

const INSTRUMENTS = {
  'interest-subsidy': interestSubsidy,
  'risk-compensation': riskCompensation,
  'premium-subsidy': premiumSubsidy,
}

/** An application assessed as a case asks: under one rule of a guidance fund, one instrument of the document, or all of it. */
export function answered(
  policy: Policy,
  raw: RawFacts,
  { instrument, rule, knownOn }: Pick<Case, 'instrument' | 'rule' | 'knownOn'>,
): Assessment {
  const options = knownOn === undefined ? {} : { knownOn }
  if (rule !== undefined) return guidanceFund.assessRule(policy, rule, guidanceFund.parseFacts(policy, raw), options)
  const { parseFacts, assess } = instrument === undefined || instrument === 'guidance-fund' ? whole : INSTRUMENTS[instrument]
  return assess(policy, parseFacts(policy, raw), options)
}
