import type { Issue } from '../../assessment/errors.js'

/** One application as it was read: its line, its own number where it has one, and the facts as sent, or why they cannot be read. */
export type Row = { readonly line: number; readonly id?: string } & (
  | { readonly input: unknown; readonly error?: never }
  | { readonly error: RowError; readonly input?: never }
)

/** Why a line has no answer. */
export interface RowError {
  readonly code: string
  readonly issues: readonly Issue[]
}

/** A line that cannot be read at all, with its one fault. */
export const badRow = (line: number, code: string, zh: string, en: string, given?: string): Row => ({
  line,
  error: { code, issues: [{ code, path: '', ...(given === undefined ? {} : { given }), message: { zh, en } }] },
})

/** The application in a JSON value: a text or whole number under `id` names it and is no fact. */
export function rowOf(line: number, value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, input: value }
  const { id, ...facts } = value as { readonly [key: string]: unknown }
  if (typeof id === 'string' && id.length > 0 && id.length <= 200) return { line, id, input: facts }
  if (Number.isSafeInteger(id)) return { line, id: String(id), input: facts }
  return { line, input: value }
}

/** The longest line that is read, in bytes or characters. */
export const LONGEST_LINE = 16 * 1024 * 1024
