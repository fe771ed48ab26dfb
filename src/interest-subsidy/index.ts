/**
 * `subvention/interest-subsidy`: what a loan interest subsidy (贷款贴息) comes to under a document, and why.
 */
import type { Assessment, Outcome } from '../assessment/assessment.js'
import { assessWith, type AssessOptions } from '../assessment/assess.js'
import type { Facts } from '../assessment/context.js'
import type { Policy } from '../policy/policy.js'
import { INTEREST_SUBSIDY } from './terms.js'

export { parseFacts, safeParseFacts } from './facts.js'

/**
 * Assesses an application: granted with its amount, refused with its reasons, or incomplete with what is missing.
 *
 * Every clause is answered; each loan counts or is left out with its reason; limits apply in the document's order; the result is rounded once,
 * by the document's rounding. `knownOn` makes rates published later unknown; `explain: false` leaves out everything but outcome, amount and
 * meaning. Throws PolicyError where the policy is faulty or a required parameter is absent.
 */
export function assess(policy: Policy, facts: Facts, options: AssessOptions & { readonly explain: false }): Outcome
export function assess(policy: Policy, facts: Facts, options?: AssessOptions): Assessment
export function assess(policy: Policy, facts: Facts, options: AssessOptions = {}): Assessment | Outcome {
  return assessWith(policy, facts, options, INTEREST_SUBSIDY)
}
