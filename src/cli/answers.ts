import type { Assessment } from '../assessment/assessment.js'
import { shown } from '../assessment/errors.js'
import type { ExplanationLine } from '../assessment/explain.js'
import type { Policy } from '../policy/policy.js'
import type { RateRow } from '../reference-rates/index.js'
import type { Instrument } from './instruments.js'
import type { Row, RowError } from './rows/row.js'

/** What every application of a run is assessed under. */
export interface Desk {
  readonly policy: Policy
  readonly instrument: Instrument
  readonly options: { readonly knownOn?: string; readonly rates?: readonly RateRow[] }
}

/** The answer to one application: an assessment with its explanation when asked for, or why there is none. */
export type Answer =
  | { readonly assessment: Assessment; readonly lines: () => readonly ExplanationLine[]; readonly error?: never }
  | { readonly error: RowError; readonly assessment?: never }

/** Answers one application. Bad facts are an answer of their own; nothing is thrown. */
export function answerTo(row: Row, { policy, instrument, options }: Desk): Answer {
  if (row.error !== undefined) return { error: row.error }
  try {
    const facts = instrument.safeParseFacts(policy, row.input)
    if (!facts.success) return { error: { code: 'facts-invalid', issues: facts.issues } }
    const assessment = instrument.assess(policy, facts.facts, options)
    return { assessment, lines: () => instrument.explain(assessment) }
  } catch (error) {
    const { message } = error as Error
    const text = { zh: `未能计算，请报告这一问题：${message}`, en: `not assessed, please report this: ${message}` }
    return { error: { code: 'unexpected', issues: [{ code: 'unexpected', path: '', given: shown(row.input), message: text }] } }
  }
}

/** Facts that state nothing, to see whether the document itself can be assessed. Throws PolicyError where it cannot. */
export function checkDesk({ policy, instrument, options }: Desk): void {
  const facts = instrument.safeParseFacts(policy, {})
  if (facts.success) instrument.assess(policy, facts.facts, options)
}
