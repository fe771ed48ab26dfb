import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocateBudget,
  allocateCandidates,
  type Candidate,
  candidateShare,
  candidatesOf,
  contenders,
  mergeCandidates,
  PortfolioError,
} from '../../src/portfolio/index.js'

const anyCandidates: fc.Arbitrary<readonly Candidate[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom('a', 'b', '甲', '\ud83d\ude00', '\uffee'), minLength: 1, maxLength: 4 }),
    amount: fc.nat({ max: 300 }).map((fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`),
    priority: fc.integer({ min: -1, max: 1 }),
    time: fc.constantFrom(0, 1.5, 1_760_000_000_000),
  }),
  { selector: ({ id }) => id, maxLength: 15 },
)
const budgetText = fc.nat({ max: 3000 }).map((fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)
const rule = fc.oneof(
  fc.record({
    rule: fc.constant('first-come' as const),
    last: fc.constantFrom('part-paid' as const, 'not-paid' as const, 'skipped' as const),
  }),
  fc.record({
    rule: fc.constant('pro-rata' as const),
    unit: fc.constantFrom('fen' as const, 'yuan' as const),
    remainder: fc.constantFrom('largest-remainder' as const, 'unspent' as const),
  }),
)
const shardsOf = (list: readonly Candidate[], count: number) =>
  Array.from({ length: count }, (_, shard) => candidatesOf(list.filter((_one, index) => index % count === shard)))

test('in order: priority, time, id by its code units', () => {
  const at = (id: string, priority: number, time: number): Candidate => ({ id, amount: '1', priority, time })
  const columns = candidatesOf([at('b', 1, 5), at('ab', 1, 5), at('z', 1, 4), at('甲', 0, 9), at('a', 1, 5)])
  const grants = allocateCandidates(columns, { amount: '2.50', rule: { rule: 'first-come', last: 'part-paid' } })
  expect(Array.from({ length: columns.count }, (_, index) => candidateShare(columns, grants, index))).toMatchObject([
    { id: '甲', given: '1.00' },
    { id: 'z', given: '1.00' },
    { id: 'a', given: '0.50', reason: { code: 'part-paid' } },
    { id: 'ab', given: '0.00', reason: { code: 'budget-spent' } },
    { id: 'b', given: '0.00', reason: { code: 'budget-spent' } },
  ])
  expect(grants).toMatchObject({ budget: '2.50', asked: '5.00', total: '2.50', unspent: '0.00' })
})

describe('laws', () => {
  test('merging shards is associative and commutative, and any shards make the whole', () => {
    fc.assert(
      fc.property(anyCandidates, fc.integer({ min: 1, max: 4 }), (list, count) => {
        const shards = shardsOf(list, count)
        const whole = candidatesOf(list)
        expect(mergeCandidates(shards)).toEqual(whole)
        expect(mergeCandidates(shards.map((_, index) => shards.at(-1 - index) as (typeof shards)[number]))).toEqual(whole)
        expect(mergeCandidates([mergeCandidates(shards.slice(0, 2)), mergeCandidates(shards.slice(2))])).toEqual(whole)
      }),
    )
  })

  test('to the fen what the budget gives among claims, with the same reasons', () => {
    fc.assert(
      fc.property(anyCandidates, budgetText, rule, (list, amount, how) => {
        const columns = candidatesOf(list)
        const grants = allocateCandidates(columns, { amount, rule: how })
        const shares = Array.from({ length: columns.count }, (_, index) => candidateShare(columns, grants, index))
        const order = [
          { key: 'priority', first: 'lowest' as const },
          { key: 'time', first: 'lowest' as const },
        ]
        const claims = list.map(({ id, amount: asked, priority, time }) => ({ id, amount: asked, keys: { priority, time } }))
        const answer = allocateBudget(claims, { amount, rule: how.rule === 'first-come' ? { ...how, order } : how })
        expect([...shares].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(answer.claims.map(({ cut: _cut, ...share }) => share))
        expect([grants.asked, grants.total, grants.unspent]).toEqual([answer.asked, answer.given, answer.unspent])
      }),
    )
  })

  test('the contenders of the shards are enough for a queue that ends at its last claim', () => {
    fc.assert(
      fc.property(
        anyCandidates,
        fc.integer({ min: 1, max: 4 }),
        budgetText,
        fc.constantFrom('part-paid' as const, 'not-paid' as const),
        (list, count, amount, last) => {
          const budget = { amount, rule: { rule: 'first-come' as const, last } }
          const paid = (columns: ReturnType<typeof candidatesOf>) => {
            const grants = allocateCandidates(columns, budget)
            return Array.from({ length: columns.count }, (_, index) => candidateShare(columns, grants, index)).filter(
              ({ given }) => given !== '0.00',
            )
          }
          expect(paid(mergeCandidates(shardsOf(list, count).map((shard) => contenders(shard, amount))))).toEqual(paid(candidatesOf(list)))
        },
      ),
    )
  })
})

test('every id that stands twice is told, across shards too', () => {
  const one = { id: 'a', amount: '1', priority: 0, time: 0 }
  const columns = mergeCandidates([
    candidatesOf([one, { ...one, id: 'b' }]),
    candidatesOf([
      { ...one, time: 1 },
      { ...one, id: 'b', time: 2 },
    ]),
  ])
  const run = () => allocateCandidates(columns, { amount: '1', rule: { rule: 'first-come', last: 'skipped' } })
  expect(run).toThrow(PortfolioError)
  expect(run).toThrow(/received "a"\n.*received "b"/)
})

test.each([
  { name: 'no id', candidate: { id: '', amount: '1', priority: 0, time: 0 }, fault: 'candidates[0].id' },
  { name: 'a part of a fen', candidate: { id: 'a', amount: '1.001', priority: 0, time: 0 }, fault: 'candidates[0].amount' },
  { name: 'no time', candidate: { id: 'a', amount: '1', priority: 0 }, fault: 'candidates[0].time' },
  {
    name: 'a priority that is no number',
    candidate: { id: 'a', amount: '1', priority: Number.NaN, time: 0 },
    fault: 'candidates[0].priority',
  },
])('refuses $name', ({ candidate, fault }) => {
  expect(() => candidatesOf([candidate as Candidate])).toThrow(fault)
})

test('no candidates', () => {
  const none = mergeCandidates([])
  expect(allocateCandidates(none, { amount: '5', rule: { rule: 'pro-rata', unit: 'fen', remainder: 'unspent' } })).toMatchObject({
    total: '0.00',
    unspent: '5.00',
  })
})
