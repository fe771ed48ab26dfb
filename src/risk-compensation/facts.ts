import type { Facts } from '../assessment/context.js'
import { parsedFacts, type ReadFacts, readFacts } from '../assessment/facts.js'
import type { Policy } from '../policy/policy.js'
import { INSTRUMENTS } from './terms.js'

/**
 * Facts of an application, read and checked under one or several policies.
 *
 * Every standard fact is accepted under every document, declared facts under the documents given; any other key is an issue. An absent fact is
 * never an issue. Throws FactsError with all issues at once.
 */
export function parseFacts(policies: Policy | readonly Policy[], input: unknown): Facts {
  return parsedFacts(safeParseFacts(policies, input))
}

/** The same without throwing: the facts, or every issue. */
export function safeParseFacts(policies: Policy | readonly Policy[], input: unknown): ReadFacts {
  return readFacts(policies, input, INSTRUMENTS)
}
