import type { Assessment } from '../assessment/assessment.js'
import type { Policy } from '../policy/policy.js'
import { ENGINE } from './engine.js'
import { type CalculationInput, documentOf } from './record.js'

/** Facts as an applicant states them. */
export interface StatedFacts {
  readonly [name: string]: unknown
}

/** An application of which other facts can be tried. */
export interface Trial {
  /** The document as it is read. */
  readonly policy: Policy
  readonly facts: StatedFacts
  /** The answer to the facts as stated. */
  readonly given: Assessment
  /** The answer to other facts; undefined where they contradict themselves. */
  readonly answerTo: (facts: StatedFacts) => Assessment | undefined
}

/** Makes an application ready to be tried. Throws PolicyError and FactsError as `assess` and `parseFacts` do. */
export function trialOf({ policy, facts, options = {} }: CalculationInput): Trial {
  const document = documentOf(policy)
  const assessed = (stated: unknown): Assessment => ENGINE.assess(document, ENGINE.parseFacts(document, stated), options)
  return {
    policy: document,
    facts: facts as StatedFacts,
    given: assessed(facts),
    answerTo: (stated) => {
      try {
        return assessed(stated)
      } catch {
        return undefined
      }
    },
  }
}
