/**
 * `subvention/premium-subsidy`: what a tech-insurance premium subsidy (科技保险保费补贴) comes to under a document, and why.
 */

import { type AssessOptions, assessWith } from '../assessment/assess.js'
import type { Assessment, Outcome } from '../assessment/assessment.js'
import type { Facts } from '../assessment/context.js'
import { type ExplanationLine, explainWith } from '../assessment/explain.js'
import { type FormOptions, factsSchemaWith } from '../assessment/form.js'
import type { Policy } from '../policy/policy.js'
import { LABELS } from './lines.js'
import { INSTRUMENTS } from './terms.js'

export type * from '../assessment/answers.js'
export { type Language, sourceText, toHtml, toMarkdown, toText } from '../assessment/render.js'
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
  return assessWith(policy, facts, options, INSTRUMENTS)
}

/** An assessment as lines in Chinese and English, for any outcome. Works on an assessment read back from JSON as well. */
export function explain(assessment: Assessment): readonly ExplanationLine[] {
  return explainWith(assessment, LABELS)
}

/** The JSON Schema (draft 2020-12) of exactly the facts a document asks for, from which a form is drawn: `docs/reference/forms.md`. */
export function factsSchema(policy: Policy, options: FormOptions = {}): { readonly [key: string]: unknown } {
  return factsSchemaWith(policy, INSTRUMENTS, options)
}
