import { type AssessOptions, assessWith } from '../assessment/assess.js'
import type { Assessment, Outcome } from '../assessment/assessment.js'
import type { Instruments } from '../assessment/compile.js'
import type { Facts } from '../assessment/context.js'
import { PolicyError } from '../assessment/errors.js'
import { type ExplanationLine, explainWith, type Labels } from '../assessment/explain.js'
import { parsedFacts, type ReadFacts, readFacts } from '../assessment/facts.js'
import { factsSchemaWith } from '../assessment/form.js'
import { type RuleFormOptions, rulesOf } from '../guidance-fund/asked.js'
import { LABELS as GUIDANCE_FUND, WORDS } from '../guidance-fund/lines.js'
import { RULE_INSTRUMENTS } from '../guidance-fund/terms.js'
import { LABELS as INTEREST_SUBSIDY } from '../interest-subsidy/lines.js'
import type { FundRule, Policy } from '../policy/policy.js'
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

/** How an assessment is made, and which rule of a guidance fund it is of. */
export interface DocumentOptions extends AssessOptions {
  /** Needed where the document states several rules of a guidance fund, which are answered one by one. */
  readonly rule?: FundRule
}

/**
 * Assesses an application under a document of any instrument, all its parts together; of a guidance fund the one rule.
 *
 * As the `assess` of an instrument's own entry, which weighs less; a document whose joint limits cover parts of several instruments is assessed
 * here. Throws PolicyError where the policy is faulty, a required parameter is absent, or several rules of a guidance fund are stated and `rule`
 * names none: `assess` of `subvention/guidance-fund` answers them all.
 */
export function assess(policy: Policy, facts: Facts, options: DocumentOptions & { readonly explain: false }): Outcome
export function assess(policy: Policy, facts: Facts, options?: DocumentOptions): Assessment
export function assess(policy: Policy, facts: Facts, options: DocumentOptions = {}): Assessment | Outcome {
  return assessWith(policy, facts, options, chosenIn(policy, options.rule))
}

/** The instruments of the rule asked for; those of the whole document where it states at most one. */
export function chosenIn(policy: Policy, rule: FundRule | undefined): Instruments {
  if (rule !== undefined) return RULE_INSTRUMENTS[rule]
  const rules = rulesOf(policy)
  if (rules.length < 2) return instrumentsOf(policy)
  const names = rules.join(', ')
  throw new PolicyError([
    {
      code: 'several-rules',
      path: 'parts',
      given: names,
      message: {
        zh: `该文件有多项规则，请用 rule 指明其一：${names}`,
        en: `the document states several rules: name one as rule: ${names}`,
      },
    },
  ])
}

const LABELS: Labels = { ...INTEREST_SUBSIDY, ...RISK_COMPENSATION, ...PREMIUM_SUBSIDY, ...GUIDANCE_FUND }

/** An assessment as lines in Chinese and English, for any outcome. Works on an assessment read back from JSON as well. */
export function explain(assessment: Assessment): readonly ExplanationLine[] {
  return explainWith(assessment, LABELS, WORDS)
}

/** The JSON Schema (draft 2020-12) of exactly the facts a document, or one rule of it, asks for, from which a form is drawn: `docs/reference/forms.md`. */
export function factsSchema(policy: Policy, { rule, ...options }: RuleFormOptions = {}): { readonly [key: string]: unknown } {
  return factsSchemaWith(policy, rule === undefined ? instrumentsOf(policy) : RULE_INSTRUMENTS[rule], options)
}
