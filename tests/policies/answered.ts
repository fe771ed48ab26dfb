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
  'guidance-fund': guidanceFund,
}

/** An application assessed as a case asks: under one instrument of the document, or under all of it. */
export function answered(policy: Policy, raw: RawFacts, { instrument, knownOn }: Pick<Case, 'instrument' | 'knownOn'>): Assessment {
  const { parseFacts, assess } = instrument === undefined ? whole : INSTRUMENTS[instrument]
  return assess(policy, parseFacts(policy, raw), knownOn === undefined ? {} : { knownOn })
}
