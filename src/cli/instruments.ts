import type { AssessOptions } from '../assessment/assess.js'
import type { Assessment } from '../assessment/assessment.js'
import type { Facts } from '../assessment/context.js'
import * as guidanceFund from '../guidance-fund/index.js'
import * as whole from '../index.js'
import * as interestSubsidy from '../interest-subsidy/index.js'
import type { FundRule, InstrumentName, Policy } from '../policy/policy.js'
import * as premiumSubsidy from '../premium-subsidy/index.js'
import * as riskCompensation from '../risk-compensation/index.js'
import { UsageError } from './failure.js'
import { both } from './language.js'

/** What the command needs of an instrument. */
export type Instrument = Pick<typeof interestSubsidy, 'explain' | 'factsSchema' | 'safeParseFacts'> & {
  readonly assess: (policy: Policy, facts: Facts, options: AssessOptions) => Assessment
}

const INSTRUMENTS: { readonly [name in Exclude<InstrumentName, 'guidance-fund'>]: Instrument } = {
  'interest-subsidy': interestSubsidy,
  'risk-compensation': riskCompensation,
  'premium-subsidy': premiumSubsidy,
}

/** The rules of a guidance fund to answer one by one: those of a document that states nothing else, or whose guidance fund is asked for. */
export function rulesToAnswer(policy: Policy, name?: string): readonly FundRule[] {
  const isFund = name === 'guidance-fund' || policy.parts.every(({ instrument }) => instrument === 'guidance-fund')
  return isFund ? guidanceFund.rulesOf(policy) : []
}

/** One rule of a guidance fund, as the command needs an instrument. */
export function ruleOf(policy: Policy, name: string): Instrument {
  const rules = guidanceFund.rulesOf(policy)
  const rule = rules.find((each) => each === name)
  if (rule === undefined) {
    const stated = rules.join(', ')
    throw new UsageError(
      both(
        `${policy.id} 的规则是：${stated || '无'}；没有${name}`,
        `${policy.id} states the rules: ${stated || 'none'}; ${name} is none of them`,
      ),
    )
  }
  return {
    ...guidanceFund,
    assess: (document, facts, options) => guidanceFund.assessRule(document, rule, facts, options),
    factsSchema: (document) => guidanceFund.factsSchema(document, { rule }),
  }
}

/** The instrument asked for; where none is, all of the document together. */
export function instrumentOf(policy: Policy, name?: string): Instrument {
  if (name === undefined) return whole
  const rules = name === 'guidance-fund' ? guidanceFund.rulesOf(policy) : []
  if (rules[0] !== undefined) return rules.length === 1 ? ruleOf(policy, rules[0]) : { ...guidanceFund, assess: whole.assess }
  const names = [...new Set(policy.parts.flatMap(({ instrument, also = [] }) => [instrument, ...also]))]
  const chosen = names.find((each) => each === name)
  if (chosen !== undefined && chosen !== 'guidance-fund') return INSTRUMENTS[chosen]
  const parts = names.join(', ')
  throw new UsageError(
    both(`${policy.id} 的各部分是：${parts}；没有${name}`, `${policy.id} has parts of ${parts}; ${name} is none of them`),
  )
}
