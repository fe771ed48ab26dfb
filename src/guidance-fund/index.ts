/**
 * `subvention/guidance-fund`: what a venture guidance fund (创业投资引导基金) may put in, must get and concedes under a document, and why.
 *
 * A family of rules: a document states several, and each is answered by itself.
 */

import { type AssessOptions, assessWith } from '../assessment/assess.js'
import type { Assessment, Outcome } from '../assessment/assessment.js'
import type { Facts } from '../assessment/context.js'
import { type ExplanationLine, explainWith } from '../assessment/explain.js'
import { factsSchemaWith } from '../assessment/form.js'
import type { FundRule, Policy } from '../policy/policy.js'
import { type RuleFormOptions, rulesAsked } from './asked.js'
import { LABELS, WORDS } from './lines.js'
import { INSTRUMENTS, RULE_INSTRUMENTS } from './terms.js'

export type * from '../assessment/answers.js'
export { type Language, sourceText, toHtml, toMarkdown, toText } from '../assessment/render.js'
export type { FundRule } from '../policy/policy.js'
export { type RuleFormOptions, rulesAsked, rulesOf } from './asked.js'
export { parseFacts, safeParseFacts } from './facts.js'
export {
  type DatedAmount,
  type FundFlows,
  type FundMeasures,
  fundMeasures,
  type InternalRate,
  type ReturnDayCount,
} from './measures.js'

/** The answers under a document, by rule. */
export type Assessments<Answer = Assessment> = { readonly [rule in FundRule]?: Answer }

/**
 * Assesses every rule of the document whose facts are given, each by itself: granted with its amount, refused with its reasons, or incomplete
 * with what is missing.
 *
 * A rule's facts are given when a fact it asks for is stated that is its own: of a group that belongs to the rule (`deals` for what is judged by
 * deals, `exit` and `instalments` for the exit price, `fund` and `holders` for the contribution, …), or asked for by no other rule of the document.
 * A rule none of whose own facts are stated is left out. Throws PolicyError where the policy is faulty or a required parameter is absent.
 */
export function assess(policy: Policy, facts: Facts, options: AssessOptions & { readonly explain: false }): Assessments<Outcome>
export function assess(policy: Policy, facts: Facts, options?: AssessOptions): Assessments
export function assess(policy: Policy, facts: Facts, options: AssessOptions = {}): Assessments | Assessments<Outcome> {
  return Object.fromEntries(rulesAsked(policy, facts).map((rule) => [rule, assessWith(policy, facts, options, RULE_INSTRUMENTS[rule])]))
}

/** Assesses one rule of the document, whatever facts are given. PolicyError where the document does not state it. */
export function assessRule(policy: Policy, rule: FundRule, facts: Facts, options: AssessOptions & { readonly explain: false }): Outcome
export function assessRule(policy: Policy, rule: FundRule, facts: Facts, options?: AssessOptions): Assessment
export function assessRule(policy: Policy, rule: FundRule, facts: Facts, options: AssessOptions = {}): Assessment | Outcome {
  return assessWith(policy, facts, options, RULE_INSTRUMENTS[rule])
}

/** The answer to one rule as lines in Chinese and English, for any outcome. Works on an assessment read back from JSON as well. */
export function explain(assessment: Assessment): readonly ExplanationLine[] {
  return explainWith(assessment, LABELS, WORDS)
}

/** The JSON Schema (draft 2020-12) of exactly the facts a document, or one rule of it, asks for, from which a form is drawn: `docs/reference/forms.md`. */
export function factsSchema(policy: Policy, { rule, ...options }: RuleFormOptions = {}): { readonly [key: string]: unknown } {
  return factsSchemaWith(policy, rule === undefined ? INSTRUMENTS : RULE_INSTRUMENTS[rule], options)
}
