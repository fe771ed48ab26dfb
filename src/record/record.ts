import type { Assessment } from '../assessment/assessment.js'
import type { ExplanationLine } from '../assessment/explain.js'
import type { DocumentOptions } from '../document/assess.js'
import { parsePolicy } from '../document/parse.js'
import type { Policy } from '../policy/policy.js'
import { canonicalJson } from './canonical-json.js'
import { contentHash } from './content-hash.js'
import { ENGINE } from './engine.js'

export const RECORD_FORMAT = 'subvention-record/1'

/** What may be stated besides document and facts: the day of decision, rates published after the package, the rule of a guidance fund. */
export type RecordOptions = Pick<DocumentOptions, 'knownOn' | 'rates' | 'rule'>

/** What an answer follows from. Facts as they were submitted, before they are read. */
export interface CalculationInput {
  readonly policy: Policy
  readonly facts: unknown
  readonly options?: RecordOptions
}

/** What follows from it. */
export interface Calculation {
  readonly result: Assessment
  readonly lines: readonly ExplanationLine[]
}

/** The parts of a record that have a hash of their own, so that an altered one is named. */
export const RECORD_PARTS = ['engine', 'policy', 'facts', 'options', 'result', 'lines'] as const
export type RecordPart = (typeof RECORD_PARTS)[number]

/** What a record says, without its hashes. */
export interface RecordContent extends Calculation {
  readonly format: typeof RECORD_FORMAT
  /** The version of the package that answered. */
  readonly engine: string
  /** The whole document, with the parameters supplied. */
  readonly policy: Policy
  readonly facts: { readonly [name: string]: unknown }
  readonly options: RecordOptions
}

/**
 * A calculation as it is archived: all it was made from, all it came to, and its hashes.
 *
 * `hash` is the hash of the canonical JSON (RFC 8785) of everything but itself; `hashes` has that of each part.
 */
export interface CalculationRecord extends RecordContent {
  readonly hashes: { readonly [Part in RecordPart]: string }
  readonly hash: string
}

/**
 * The record of an application under a document: the assessment with everything it follows from.
 *
 * Plain JSON, its keys in canonical order, sharing nothing with what was given. Throws PolicyError and FactsError as `assess` and `parseFacts` do, and
 * RangeError with the path for what is not JSON.
 */
export function record({ policy, facts, options = {} }: CalculationInput): CalculationRecord {
  const { result, lines } = calculate({ policy, facts, options })
  const content = { format: RECORD_FORMAT, engine: ENGINE.version, policy, facts, options, result, lines } as RecordContent
  return sealed(copyOf(content))
}

/**
 * Works out an answer from what a record holds.
 *
 * JSON objects have no order, and an archive may change it: the document is read in canonical order, so that the answer cannot depend on it.
 */
export function calculate({ policy, facts, options = {} }: CalculationInput): Calculation {
  const document = documentOf(policy)
  const result = ENGINE.assess(document, ENGINE.parseFacts(document, facts), options)
  return { result, lines: ENGINE.explain(result) }
}

/** A document as it is read back from an archive. Kept for as long as the policy is, since reading one takes longer than answering many. */
export function documentOf(policy: Policy): Policy {
  const text = canonicalJson(policy)
  const kept = KEPT.get(policy)
  if (kept?.text === text) return kept.document
  const document = parsePolicy(JSON.parse(text))
  KEPT.set(policy, { text, document })
  return document
}

const KEPT = /* @__PURE__ */ new WeakMap<Policy, { readonly text: string; readonly document: Policy }>()

/** A record's content with its hashes. RangeError for what is not JSON. */
export function sealed(content: RecordContent): CalculationRecord {
  const hashes = Object.fromEntries(RECORD_PARTS.map((part) => [part, contentHash(content[part])])) as CalculationRecord['hashes']
  return { ...content, hashes, hash: contentHash({ ...content, hashes }) }
}

/** A JSON value anew, with its keys in canonical order. */
const copyOf = <Value>(value: Value): Value => JSON.parse(canonicalJson(value)) as Value
