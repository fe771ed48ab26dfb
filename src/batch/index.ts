/**
 * `subvention/batch`: one document, many applications. The same answers as `assess`, worked out in whole numbers.
 */

import type { Assessment, Outcome } from '../assessment/assessment.js'
import { assess, type DocumentOptions, parseFacts } from '../document/assess.js'
import type { Policy } from '../policy/policy.js'
import { fastPathOf } from './fast-path.js'

export type { Assessment, Outcome } from '../assessment/assessment.js'

/** The options of `assess`, but for a choice about the explanation. */
export type BatchOptions = Omit<DocumentOptions, 'explain'>

/** Assesses applications under one document, one after the other. */
export interface Batch {
  /** Whether the document is within the fast path; where it is not, every application is answered at the speed of `assess`. */
  readonly fast: boolean
  /** Outcome and amount of an application as it is stated, equal to those of `parseFacts` and `assess`. Throws FactsError with all issues at once. */
  readonly evaluate: (input: unknown) => Outcome
  /** The whole assessment, with every reason. */
  readonly assess: (input: unknown) => Assessment
}

/**
 * Compiles a document for many applications.
 *
 * What a document or an application says beyond the usual is answered by the ordinary assessment, at its own speed: the answer is the same. Throws
 * PolicyError where the policy is faulty or a required parameter is absent.
 */
export function compile(policy: Policy, options: BatchOptions = {}): Batch {
  const fast = fastPathOf(policy, options)
  const brief = { ...options, explain: false } as const
  return {
    fast: fast !== undefined,
    evaluate: (input) => fast?.(input) ?? assess(policy, parseFacts(policy, input), brief),
    assess: (input) => assess(policy, parseFacts(policy, input), options),
  }
}
