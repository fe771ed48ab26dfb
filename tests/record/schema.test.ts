import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import committed from '../../schema/record.json' with { type: 'json' }
import { record } from '../../src/record/index.js'
import { RECORD_SCHEMA, recordJsonSchema } from '../../src/record/schema.js'
import { applications } from './applications.js'

const all = await applications()
const schema = z.fromJSONSchema(committed as Parameters<typeof z.fromJSONSchema>[0])
const holds = (value: unknown): boolean => schema.safeParse(value).success

test('the committed schema is the generated one', () => expect(committed).toEqual(recordJsonSchema()))

test('every record has the form of the schema', () => {
  for (const given of all) expect(RECORD_SCHEMA.safeParse(record(given)).error?.issues ?? []).toEqual([])
  for (const given of all.filter((_, index) => index % 5 === 0)) expect(holds(record(given))).toBe(true)
})

describe('what is not a record is refused by the schema', () => {
  const made = record(all[0] as (typeof all)[number])
  test.each([
    ['another format', { ...made, format: 'subvention-record/2' }],
    ['a hash too short', { ...made, hash: 'sha256:00' }],
    ['an amount as a number', { ...made, result: { ...made.result, amount: 1 } }],
    ['a member too many', { ...made, note: '' }],
    ['hashes without one', { ...made, hashes: { engine: made.hashes.engine } }],
  ])('%s', (_, value) => expect(holds(value)).toBe(false))
})
