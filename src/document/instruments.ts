import type { Instrument, Instruments } from '../assessment/compile.js'
import { INSTRUMENTS as GUIDANCE_FUND } from '../guidance-fund/terms.js'
import { INTEREST_SUBSIDY } from '../interest-subsidy/terms.js'
import type { Policy } from '../policy/policy.js'
import { PREMIUM_SUBSIDY } from '../premium-subsidy/terms.js'
import { RISK_COMPENSATION } from '../risk-compensation/terms.js'

/** Every instrument the library knows. */
const ALL: readonly Instrument[] = [INTEREST_SUBSIDY, RISK_COMPENSATION, PREMIUM_SUBSIDY, ...GUIDANCE_FUND]

const CHOSEN = /* @__PURE__ */ new Map<string, Instruments>()

/** The instruments of some documents: always the same list for the same instruments. */
export function instrumentsOf(...policies: readonly Policy[]): Instruments {
  const names = new Set(policies.flatMap(({ parts }) => parts.map((part: Policy['parts'][number] | null) => part?.instrument)))
  const chosen = ALL.filter(({ instrument }) => names.has(instrument))
  const key = chosen.map(({ instrument }) => instrument).join()
  const kept = CHOSEN.get(key)
  if (kept !== undefined) return kept
  const [first = INTEREST_SUBSIDY, ...more] = chosen
  const instruments: Instruments = [first, ...more]
  CHOSEN.set(key, instruments)
  return instruments
}
