import type { Instrument, Instruments } from '../assessment/compile.js'
import { DEALS, NO_ITEMS } from '../items/plain-terms.js'
import { APPLICANT_FACTS, FUND_FACTS } from '../policy/standard-facts.js'

/** The venture guidance fund (创业投资引导基金) for the general engine: its items are deals, or none where the fund as a whole is looked at. */
export const GUIDANCE_FUND: Instrument = {
  instrument: 'guidance-fund',
  facts: [APPLICANT_FACTS, FUND_FACTS],
  kinds: [NO_ITEMS, DEALS],
  check: () => [],
}

export const INSTRUMENTS: Instruments = [GUIDANCE_FUND]
