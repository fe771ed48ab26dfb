import * as interestSubsidy from '../interest-subsidy/index.js'
import type { InstrumentName, Policy } from '../policy/policy.js'
import { UsageError } from './failure.js'
import { both } from './language.js'

/** What the command needs of an instrument. */
export type Instrument = Pick<typeof interestSubsidy, 'assess' | 'explain' | 'factsSchema' | 'safeParseFacts'>

/** The instruments the command knows: one line each. */
const INSTRUMENTS: { readonly [name in InstrumentName]?: Instrument } = {
  'interest-subsidy': interestSubsidy,
}

/** The instrument asked for, or that of the document's first part that is known. */
export function instrumentOf(policy: Policy, name?: string): Instrument {
  const names = [...new Set(policy.parts.map((part) => part.instrument))]
  const chosen = names.find((each) => (name === undefined ? INSTRUMENTS[each] !== undefined : each === name))
  const instrument = chosen === undefined ? undefined : INSTRUMENTS[chosen]
  if (instrument !== undefined) return instrument
  const parts = names.join(', ')
  throw new UsageError(
    both(
      `${policy.id} 的各部分是：${parts}；没有可用的${name ?? ''}计算`,
      `${policy.id} has parts of ${parts}; ${name ?? 'none of them'} cannot be assessed`,
    ),
  )
}
