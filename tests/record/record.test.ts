import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, explain, parseFacts, safeParseFacts } from '../../src/index.js'
import { type CalculationInput, canonicalJson, contentHash, record, verify } from '../../src/record/index.js'
import { agreement, tiersOf } from '../guidance-fund/distribution/documents.js'
import { policyOf, randomApplication, randomFrom, randomTerms, statedFacts } from '../oracle/random-cases.js'
import * as premiums from '../oracle/random-premiums.js'
import * as losses from '../risk-compensation/random-losses.js'
import { applications } from './applications.js'

const all = await applications()
const sample = all.filter((_, index) => index % 14 === 0)

describe('records of the cases of every document', () => {
  test('there are hundreds', () => expect(all.length).toBeGreaterThan(300))

  test.each(sample)('$name', (application) => {
    const before = structuredClone(application)
    const made = record(application)
    expect(verify(made)).toEqual({ outcome: 'same', findings: [], hash: made.hash })
    expect(verify(JSON.stringify(made))).toEqual(verify(made))
    expect(application).toEqual(before)
  })

  test('the answer is that of assess, whatever the order of keys', () => {
    for (const { policy, facts, options } of all) {
      const { result, lines } = record({ policy, facts, ...(options && { options }) })
      const answer = assess(policy, parseFacts(policy, facts), options)
      const inAnyOrder = (list: readonly object[] = []): string[] => list.map((one) => canonicalJson(one)).sort()
      for (const key of ['readings', 'shares', 'returned', 'payers'] as const)
        expect(inAnyOrder(result[key])).toEqual(inAnyOrder(answer[key]))
      const others = { readings: [], shares: [], returned: [], payers: [] }
      expect({ ...result, ...others }).toEqual({ ...answer, ...others })
      expect(lines.map(({ id }) => id).sort()).toEqual(
        explain(answer)
          .map(({ id }) => id)
          .sort(),
      )
    }
  })
})

describe('record', () => {
  const application = all.find(({ name }) => name.startsWith('cn-service-sector-2025')) as (typeof all)[number]

  test('holds what was given, the answer, and the hash of everything but the hash', () => {
    const { hash, ...rest } = record({ ...application, options: { knownOn: '2026-01-31' } })
    expect(hash).toBe(contentHash(rest))
    expect(rest).toMatchObject({ format: 'subvention-record/1', engine: '0.1.0', options: { knownOn: '2026-01-31' } })
    expect(rest.policy).toEqual(application.policy)
    expect(rest.facts).toEqual(application.facts)
    for (const part of ['engine', 'policy', 'facts', 'options', 'result', 'lines'] as const)
      expect(rest.hashes[part]).toBe(contentHash(rest[part]))
  })

  test('is its own canonical JSON, and shares nothing with what was given', () => {
    const facts = structuredClone(application.facts) as { loans: { principal: string }[] }
    const made = record({ policy: application.policy, facts })
    const text = canonicalJson(made)
    for (const loan of facts.loans) loan.principal = '1'
    expect(canonicalJson(made)).toBe(text)
    expect(verify(made).outcome).toBe('same')
  })

  test('the order of keys in document and facts is nothing', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? 1 : -1))
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value
    for (const { policy, facts, options = {} } of sample)
      expect(record({ policy: reversed(policy) as typeof policy, facts: reversed(facts), options }).hash).toBe(
        record({ policy, facts, options }).hash,
      )
  })

  test('bad facts, a bad document and what is not JSON are told as such', () => {
    const { policy, facts } = application
    expect(() => record({ policy, facts: { nonsense: 1, loans: 'none' } })).toThrow(
      expect.objectContaining({
        code: 'facts-invalid',
        issues: [{ path: 'nonsense' }, { path: 'loans' }].map((one) => expect.objectContaining(one) as unknown),
      }),
    )
    expect(() => record({ policy: { ...policy, title: 1 } as unknown as typeof policy, facts })).toThrow(
      expect.objectContaining({ code: 'policy-invalid' }),
    )
    expect(() => record({ policy: { ...policy, number: undefined } as unknown as typeof policy, facts })).toThrow(
      new RangeError('number: expected a JSON value, received undefined'),
    )
  })
})

describe('law: what is recorded verifies as the same, as a value and as text', () => {
  const seed = fc.integer({ min: 1, max: 2 ** 30 })

  test('random documents and applications', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const made = record({
          policy: policyOf(randomTerms(randomFrom(from))),
          facts: statedFacts(randomApplication(randomFrom(from + 1))),
        })
        expect(verify(made)).toEqual({ outcome: 'same', findings: [], hash: made.hash })
        expect(verify(canonicalJson(made)).outcome).toBe('same')
      }),
      { numRuns: 50 },
    )
  })

  test.each<[string, (from: number) => CalculationInput]>([
    [
      'premiums',
      (from) => ({
        policy: premiums.policyOf(premiums.randomTerms(randomFrom(from), from % 2 === 0)),
        facts: premiums.statedFacts(premiums.randomApplication(randomFrom(from + 1), from % 2 === 0)),
      }),
    ],
    ['losses', (from) => ({ policy: losses.policyOf(losses.randomLosses(from)), facts: losses.statedFacts(losses.randomLosses(from)) })],
    [
      'distributions of a fund',
      (from) => ({
        policy: agreement({ tiers: tiersOf(`${from % 50}%`, { rate: '8%', interest: from % 2 === 0 ? 'simple' : 'compound' }) }),
        facts: {
          fund: { contributions: { central: String(from), manager: '1' }, holdingYears: '3' },
          flows: { proceeds: String(from * 2) },
        },
        options: { rule: 'distribution' },
      }),
    ],
  ])('random documents and applications: %s', (_, given) => {
    fc.assert(
      fc.property(seed, (from) => {
        const made = record(given(from))
        expect(verify(made)).toEqual({ outcome: 'same', findings: [], hash: made.hash })
        expect(verify(canonicalJson(made)).outcome).toBe('same')
      }),
      { numRuns: 15 },
    )
  })

  test('random loans under the built-in documents', () => {
    const loan = fc.record(
      {
        principal: fc.nat({ max: 10 ** 9 }).map(String),
        annualRate: fc.integer({ min: 0, max: 2000 }).map((points) => `0.${String(points).padStart(4, '0')}`),
        termMonths: fc.integer({ min: 1, max: 60 }),
        drawdownDate: fc.integer({ min: 1, max: 28 }).map((day) => `2025-04-${String(day).padStart(2, '0')}`),
        settled: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(loan, { minLength: 1, maxLength: 3 }), ({ policy, facts }, loans) => {
        const given = { ...(facts as object), loans }
        fc.pre(safeParseFacts(policy, given).success)
        const made = record({ policy, facts: given })
        expect(verify(made)).toEqual({ outcome: 'same', findings: [], hash: made.hash })
      }),
      { numRuns: 100 },
    )
  })
})
