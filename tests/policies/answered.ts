import { expect } from 'vitest'
import type { Assessment } from '../../src/assessment/assessment.js'
import { compile } from '../../src/batch/index.js'
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

/**
 * An application assessed as a case asks: under one rule of a guidance fund, one instrument of the document, or all of it. Where it is all of it, the
 * batch path must say the same.
 */
export function answered(
  policy: Policy,
  raw: RawFacts,
  { instrument, rule, knownOn }: Pick<Case, 'instrument' | 'rule' | 'knownOn'>,
): Assessment {
  const options = knownOn === undefined ? {} : { knownOn }
  if (rule !== undefined) return guidanceFund.assessRule(policy, rule, guidanceFund.parseFacts(policy, raw), options)
  const { parseFacts, assess } = instrument === undefined || instrument === 'guidance-fund' ? whole : INSTRUMENTS[instrument]
  const answer = assess(policy, parseFacts(policy, raw), options)
  if (policy.parts.every((part) => part.instrument !== 'guidance-fund' && (instrument === undefined || part.instrument === instrument)))
    sameInBatch(policy, raw, options, answer)
  return answer
}

function sameInBatch(policy: Policy, raw: RawFacts, options: { readonly knownOn?: string }, answer: Assessment): void {
  const { outcome, amount, meaning } = compile(policy, options).evaluate(raw)
  expect({ outcome, meaning }).toEqual({ outcome: answer.outcome, meaning: answer.meaning })
  // Where nothing but conditions is asked, the short answer counts zero.
  if (answer.amount !== undefined || outcome === 'incomplete') expect(amount).toBe(answer.amount)
}
