import * as z from 'zod/mini'
import { RECORD_FORMAT, RECORD_PARTS } from './record.js'

const optional = z.exactOptional
const hash = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const message = z.strictObject({ zh: z.string(), en: z.string() })
const text = z.union([z.string(), message])
/** Exact decimal text, or a quotient where no decimal ends. */
const exact = z.string().check(z.regex(/^-?\d+(\.\d+)?(\/\d+)?$/))
const money = z.string().check(z.regex(/^\d+\.\d{2}$/))
const source = z.looseObject({ article: optional(text), place: optional(text), reading: optional(text) })
const object = z.looseObject({})
const list = z.array(object)

/** An assessment, as far as an archive needs to look into it; what it also holds is read through its lines. */
const result = z.looseObject({
  outcome: z.enum(['granted', 'refused', 'incomplete']),
  amount: optional(money),
  meaning: z.enum(['exact', 'at-most', 'not-below']),
  policy: z.looseObject({ id: z.string(), title: text, evidence: z.enum(['official', 'secondary']) }),
  instrument: z.string(),
  reasons: list,
  missing: list,
  clauses: list,
  items: list,
  worksheet: z.record(z.string(), z.looseObject({ kind: z.string(), value: z.string() })),
  limits: z.array(z.looseObject({ kind: z.string(), source, before: exact, after: exact, binding: z.boolean() })),
  rounding: z.array(z.looseObject({ before: exact, after: money, to: z.string(), mode: z.string(), source })),
  payers: z.array(z.looseObject({ party: z.string(), share: z.string(), amount: money })),
  payments: list,
  readings: z.array(z.strictObject({ about: z.string(), reading: text })),
  rates: z.array(z.looseObject({ rate: z.string(), on: day, value: exact, published: day, source: z.string() })),
  notes: z.array(text),
})

const line = z.looseObject({
  id: z.string(),
  kind: z.string(),
  level: z.number().check(z.int(), z.gte(0)),
  label: message,
  value: optional(message),
  source: optional(source),
})

const rateRow = z.looseObject({ from: day, rates: z.record(z.string(), exact), source: z.string() })

/** The form of a calculation record, format 1. */
export const RECORD_SCHEMA = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  engine: z.string(),
  policy: z.looseObject({ id: z.string(), title: text, parts: list }),
  facts: object,
  options: z.strictObject({ knownOn: optional(day), rates: optional(z.array(rateRow)), rule: optional(z.string()) }),
  result,
  lines: z.array(line),
  hashes: z.strictObject(Object.fromEntries(RECORD_PARTS.map((part) => [part, hash]))),
  hash,
})

/** The JSON Schema of a calculation record, draft 2020-12. The document within has a schema of its own: `schema/policy.json`. */
export function recordJsonSchema(): unknown {
  return {
    $id: 'https://unpkg.com/subvention/schema/record.json',
    title: 'subvention calculation record',
    ...z.toJSONSchema(RECORD_SCHEMA, { io: 'input' }),
  }
}
