import * as guidanceFund from '../guidance-fund/index.js'
import * as whole from '../index.js'
import * as interestSubsidy from '../interest-subsidy/index.js'
import type { InstrumentName, Policy } from '../policy/policy.js'
import * as premiumSubsidy from '../premium-subsidy/index.js'
import * as riskCompensation from '../risk-compensation/index.js'
import { UsageError } from './failure.js'
import { both } from './language.js'

/** What the command needs of an instrument. */
export type Instrument = Pick<typeof interestSubsidy, 'assess' | 'explain' | 'factsSchema' | 'safeParseFacts'>

const INSTRUMENTS: { readonly [name in InstrumentName]: Instrument } = {
  'interest-subsidy': interestSubsidy,
  'risk-compensation': riskCompensation,
  'premium-subsidy': premiumSubsidy,
  'guidance-fund': guidanceFund,
}

/** The instrument asked for; where none is, all of the document together. */
export function instrumentOf(policy: Policy, name?: string): Instrument {
  if (name === undefined) return whole
  const names = [...new Set(policy.parts.flatMap(({ instrument, also = [] }) => [instrument, ...also]))]
  const chosen = names.find((each) => each === name)
  if (chosen !== undefined) return INSTRUMENTS[chosen]
  const parts = names.join(', ')
  throw new UsageError(
    both(`${policy.id} 的各部分是：${parts}；没有${name}`, `${policy.id} has parts of ${parts}; ${name} is none of them`),
  )
}
