import { type AssessOptions, assessWith } from '../assessment/assess.js'
import type { Assessment, Outcome } from '../assessment/assessment.js'
import type { Facts } from '../assessment/context.js'
import { type ExplanationLine, explainWith, type Labels } from '../assessment/explain.js'
import { parsedFacts, type ReadFacts, readFacts } from '../assessment/facts.js'
import { factsSchemaWith } from '../assessment/form.js'
import { LABELS as GUIDANCE_FUND } from '../guidance-fund/lines.js'
import { LABELS as INTEREST_SUBSIDY } from '../interest-subsidy/lines.js'
import type { Policy } from '../policy/policy.js'
import { LABELS as PREMIUM_SUBSIDY } from '../premium-subsidy/lines.js'
import { LABELS as RISK_COMPENSATION } from '../risk-compensation/lines.js'
import { instrumentsOf } from './instruments.js'

/** Facts of an application under documents of any instrument. FactsError with all issues at once. */
export function parseFacts(policies: Policy | readonly Policy[], input: unknown): Facts {
  return parsedFacts(safeParseFacts(policies, input))
}

/** The same without throwing: the facts, or every issue. */
export function safeParseFacts(policies: Policy | readonly Policy[], input: unknown): ReadFacts {
  return readFacts(policies, input, instrumentsOf(...(Array.isArray(policies) ? (policies as readonly Policy[]) : [policies as Policy])))
}

/**
 * Assesses an application under a document of any instrument, all its parts together.
 *
 * As the `assess` of an instrument's own entry, which weighs less; a document whose joint limits cover parts of several instruments is assessed
 * here. Throws PolicyError where the policy is faulty or a required parameter is absent.
 */
export function assess(policy: Policy, facts: Facts, options: AssessOptions & { readonly explain: false }): Outcome
export function assess(policy: Policy, facts: Facts, options?: AssessOptions): Assessment
export function assess(policy: Policy, facts: Facts, options: AssessOptions = {}): Assessment | Outcome {
  return assessWith(policy, facts, options, instrumentsOf(policy))
}

const LABELS: Labels = { ...INTEREST_SUBSIDY, ...RISK_COMPENSATION, ...PREMIUM_SUBSIDY, ...GUIDANCE_FUND }

/** An assessment as lines in Chinese and English, for any outcome. Works on an assessment read back from JSON as well. */
export function explain(assessment: Assessment): readonly ExplanationLine[] {
  return explainWith(assessment, LABELS)
}

/** The JSON Schema (draft 2020-12) of exactly the facts a document asks for, with titles in Chinese and English. */
export function factsSchema(policy: Policy): { readonly [key: string]: unknown } {
  return factsSchemaWith(policy, instrumentsOf(policy))
}
