import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, parseFacts } from '../../src/interest-subsidy/index.js'
import policy from '../../src/policies/cn-service-sector-2025.js'
import {
  addToTotals,
  type Entry,
  emptyTotals,
  entryOf,
  mergeTotals,
  PortfolioError,
  readTotals,
  type Totals,
} from '../../src/portfolio/index.js'

const form = { edges: ['10', '100.50'], best: 2 }
const totalsOf = (entries: readonly Entry[]): Totals => entries.reduce(addToTotals, emptyTotals(form))

describe('totals', () => {
  test('sums, counts, extremes, bins and the highest', () => {
    const entries: readonly Entry[] = [
      { id: 'b', outcome: 'granted', amount: '100.50', limits: ['yearly-cap'] },
      { id: 'a', outcome: 'granted', amount: '100.50' },
      { id: 'c', outcome: 'granted', amount: '100.49', limits: ['yearly-cap', 'net-cost'] },
      { id: 'd', outcome: 'granted', amount: '10' },
      { id: 'e', outcome: 'refused', amount: '0.00', reasons: ['clause-not-met:contract', 'no-item-counts'] },
      { id: 'f', outcome: 'incomplete' },
    ]
    expect(totalsOf(entries)).toEqual({
      rows: 6,
      outcomes: { granted: 4, incomplete: 1, refused: 1 },
      amounts: 5,
      fen: '31149',
      lowestFen: '0',
      highestFen: '10050',
      reasons: { 'clause-not-met:contract': 1, 'no-item-counts': 1 },
      limits: { 'net-cost': 1, 'yearly-cap': 2 },
      edges: ['1000', '10050'],
      bins: [1, 2, 2],
      bestCount: 2,
      best: [
        { id: 'a', fen: '10050' },
        { id: 'b', fen: '10050' },
      ],
    })
  })

  const anyEntry: fc.Arbitrary<Entry> = fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      outcome: fc.constantFrom('granted', 'refused', 'incomplete', 'constructor', '__proto__', '7'),
      amount: fc.option(
        fc.bigInt(0n, 10n ** 15n).map((fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`),
        { nil: undefined },
      ),
      reasons: fc.uniqueArray(fc.constantFrom('x', 'y', 'toString')),
      limits: fc.uniqueArray(fc.constantFrom('cap', 'net-cost')),
    })
    .map(({ amount, ...entry }) => ({ ...entry, ...(amount !== undefined && { amount }) }))
  const anyTotals = fc.array(anyEntry, { maxLength: 6 }).map(totalsOf)
  const bytes = (totals: Totals): string => JSON.stringify(totals)

  test('law: merging is associative and commutative, and nothing merged in changes nothing, to the byte', () => {
    fc.assert(
      fc.property(anyTotals, anyTotals, anyTotals, (a, b, c) => {
        expect(bytes(mergeTotals(mergeTotals(a, b), c))).toBe(bytes(mergeTotals(a, mergeTotals(b, c))))
        expect(bytes(mergeTotals(a, b))).toBe(bytes(mergeTotals(b, a)))
        expect(bytes(mergeTotals(a, emptyTotals(form)))).toBe(bytes(a))
        expect(bytes(mergeTotals(emptyTotals(form), a))).toBe(bytes(a))
      }),
    )
  })

  test('law: shards come to the same bytes as the whole in any order, through JSON', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (entries, shards) => {
        const parts = Array.from({ length: shards }, (_, shard) => totalsOf(entries.filter((_entry, index) => index % shards === shard)))
        const read = parts.map((part) => readTotals(JSON.parse(bytes(part))))
        expect(bytes(read.reduceRight(mergeTotals, emptyTotals(form)))).toBe(bytes(totalsOf(entries)))
        expect(bytes(entries.reduceRight(addToTotals, emptyTotals(form)))).toBe(bytes(totalsOf(entries)))
      }),
    )
  })

  test('an assessment as totals count it', () => {
    const refused = assess(policy, parseFacts(policy, { borrower: { inListedServiceSector: false } }))
    expect(
      entryOf('a', {
        ...refused,
        outcome: 'refused',
        amount: '0.00',
        reasons: [
          { code: 'clause-not-met', source: {}, clauses: ['contract', 'sector'] },
          { code: 'no-item-counts', source: {} },
        ],
      }),
    ).toEqual({
      id: 'a',
      outcome: 'refused',
      amount: '0.00',
      reasons: ['clause-not-met:contract', 'clause-not-met:sector', 'no-item-counts'],
      limits: [],
    })
  })

  test('totals of two forms do not merge', () => {
    expect(() => mergeTotals(emptyTotals(form), emptyTotals())).toThrow(RangeError)
    expect(() => mergeTotals(emptyTotals(form), emptyTotals({ ...form, best: 3 }))).toThrow(RangeError)
  })

  test.each<{ name: string; change: object; faults: readonly string[] }>([
    { name: 'a binary fraction for a sum', change: { fen: 0.5 }, faults: ['fen fen'] },
    { name: 'rows that are not the sum of the outcomes', change: { rows: 2 }, faults: ['rows rows'] },
    { name: 'bins that do not hold the amounts', change: { bins: [0, 0, 0] }, faults: ['amounts amounts'] },
    { name: 'a bin too few', change: { bins: [0, 1] }, faults: ['bins bins'] },
    { name: 'what is not there', change: { outcomes: undefined, more: 1 }, faults: ['unknown-key more', 'missing outcomes'] },
  ])('refuses $name', ({ change, faults }) => {
    const given: unknown = { ...totalsOf([{ id: 'a', outcome: 'granted', amount: '50' }]), ...change }
    const found = (() => {
      try {
        readTotals(given)
        return []
      } catch (error) {
        return (error as PortfolioError).issues.map(({ code, path }) => `${code} ${path}`)
      }
    })()
    expect(found).toEqual(faults)
  })

  test('edges that do not ascend', () => {
    expect(() => emptyTotals({ edges: ['10', '10.00'] })).toThrow(PortfolioError)
  })
})
