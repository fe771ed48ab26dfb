import { describe, expect, test } from 'vitest'
import type { FactsError, Issue } from '../../src/assessment/errors.js'
import { apply, openPool, type Pool, type PoolEvent, rebuild } from '../../src/risk-compensation/index.js'
import { fuse, poolPolicy } from './pool-documents.js'

const policy = poolPolicy({}, { fuses: [fuse] })
const events: readonly PoolEvent[] = [
  { id: '1', date: '2025-01-01', kind: 'contribution', funder: 'city', amount: '1000000' },
  { id: '2', date: '2025-02-01', kind: 'registration', loan: 'A', lender: 'bank-a', borrower: 'firm', principal: '5000000' },
  { id: '3', date: '2025-03-01', kind: 'registration', loan: 'B', lender: 'bank-a', borrower: 'firm', principal: '5000000' },
  { id: '4', date: '2025-06-01', kind: 'claim', loan: 'A', facts: { loans: [{ principalLoss: '100' }] } },
]
const { pool } = rebuild(policy, events)

const issuesOf = (deed: () => unknown): readonly Issue[] => {
  try {
    deed()
  } catch (error) {
    expect((error as FactsError).code).toBe('facts-invalid')
    return (error as FactsError).issues
  }
  throw new Error('expected the event to be refused')
}
const applied = (event: object, to: Pool = pool) => issuesOf(() => apply(to, { id: 'x', date: '2025-07-01', ...event } as PoolEvent))

describe('an event that cannot be booked', () => {
  test.each<{ name: string; event: object; issues: readonly string[] }>([
    { name: 'no event at all', event: { kind: undefined }, issues: ['class kind'] },
    { name: 'a kind that does not exist', event: { kind: 'donation' }, issues: ['class kind'] },
    { name: 'no id', event: { id: undefined, kind: 'payment' }, issues: ['absent id'] },
    { name: 'an id that is a number', event: { id: 7, kind: 'payment' }, issues: ['text id'] },
    { name: 'a day that does not exist', event: { kind: 'payment', date: '2025-02-29' }, issues: ['date date'] },
    { name: 'a negative recovery', event: { kind: 'recovery', loan: 'A', gross: '-1', cost: '0' }, issues: ['amount gross'] },
    { name: 'a negative cost', event: { kind: 'recovery', loan: 'A', gross: '1', cost: '-0.01' }, issues: ['amount cost'] },
    { name: 'an amount as a number', event: { kind: 'interest', amount: 12.5 }, issues: ['amount amount'] },
    { name: 'a third decimal', event: { kind: 'interest', amount: '0.001' }, issues: ['amount amount'] },
    { name: 'a key of another kind', event: { kind: 'payment', amount: '1' }, issues: ['unknown-key amount'] },
    {
      name: 'several faults at once',
      event: { kind: 'contribution', amount: '1e5', city: '1' },
      issues: ['absent funder', 'amount amount', 'unknown-key city'],
    },
    { name: 'facts that are a list', event: { kind: 'claim', loan: 'B', facts: [] }, issues: ['not-an-object facts'] },
    { name: 'an unknown funder', event: { kind: 'contribution', funder: 'county', amount: '1' }, issues: ['unknown-funder funder'] },
    { name: 'a claim on a loan that is not registered', event: { kind: 'claim', loan: 'Z' }, issues: ['unknown-loan loan'] },
    { name: 'a recovery of one', event: { kind: 'recovery', loan: 'Z', gross: '1', cost: '0' }, issues: ['unknown-loan loan'] },
    { name: 'a second claim', event: { kind: 'claim', loan: 'A' }, issues: ['duplicate loan'] },
    {
      name: 'a loan registered twice',
      event: { kind: 'registration', loan: 'A', lender: 'b', borrower: 'f', principal: '1' },
      issues: ['duplicate loan'],
    },
    {
      name: 'a repayment above what is outstanding',
      event: { kind: 'repayment', loan: 'B', amount: '5000000.01' },
      issues: ['repaid-too-much amount'],
    },
    { name: 'a day before the last event', event: { kind: 'payment', date: '2025-05-31' }, issues: ['order date'] },
    { name: 'a year that has not been opened', event: { kind: 'payment', date: '2026-01-01' }, issues: ['year-open date'] },
    { name: 'a year that ends early', event: { kind: 'year-end', date: '2025-12-30' }, issues: ['year-end date'] },
    { name: 'a fuse that has not tripped', event: { kind: 'reopening', lender: 'bank-a', fuse: 'npl' }, issues: ['unknown-fuse fuse'] },
    {
      name: 'out of order and on an unknown loan',
      event: { kind: 'claim', loan: 'Z', date: '2024-01-01' },
      issues: ['order date', 'year-closed date', 'unknown-loan loan'],
    },
    {
      name: 'facts the document does not know',
      event: { kind: 'claim', loan: 'B', facts: { loans: [{ principleLoss: '1' }], borrower: { class: 1 } } },
      issues: ['unknown-key facts.loans[0].principleLoss', 'class facts.borrower.class'],
    },
    {
      name: 'facts the pool knows by itself',
      event: { kind: 'claim', loan: 'B', facts: { bank: { annualNplLoss: '0' }, pool: { balance: '1' }, history: { receivedTotal: '0' } } },
      issues: ['known facts.bank.annualNplLoss', 'known facts.pool.balance', 'known facts.history.receivedTotal'],
    },
    { name: 'another loan', event: { kind: 'claim', loan: 'B', facts: { loans: [{ id: 'A' }] } }, issues: ['other-loan facts.loans'] },
    { name: 'two loans', event: { kind: 'claim', loan: 'B', facts: { loans: [{}, {}] } }, issues: ['other-loan facts.loans'] },
    { name: 'a loan in a report', event: { kind: 'report', lender: 'bank-a', facts: { loans: [{}] } }, issues: ['other-loan facts.loans'] },
    {
      name: 'a loss above the principal the loan was registered with',
      event: { kind: 'claim', loan: 'B', facts: { loans: [{ principalLoss: '5000000.01' }] } },
      issues: ['contradiction facts.loans[0].principalLoss'],
    },
  ])('$name', ({ event, issues }) => {
    const before = JSON.stringify(pool)
    const found = applied(event)
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual(issues)
    for (const { message } of found) expect([message.zh, message.en].every((text) => text.length > 3)).toBe(true)
    expect(JSON.stringify(pool)).toBe(before)
  })

  test.each([null, 'payment', 7, [], undefined])('%j instead of an event', (event) => {
    expect(issuesOf(() => apply(pool, event as unknown as PoolEvent)).map(({ code }) => code)).toEqual(['not-an-object'])
  })

  test('a year that has been closed', () => {
    const { pool: closed } = apply(pool, { id: '5', date: '2025-12-31', kind: 'year-end' })
    expect(applied({ kind: 'payment', date: '2025-12-31' }, closed).map(({ code }) => code)).toEqual(['year-closed'])
  })
})

describe('the same event twice', () => {
  test('with the same content changes nothing, whatever the order of its keys and whenever it comes', () => {
    const again = { facts: { loans: [{ principalLoss: '100' }] }, loan: 'A', kind: 'claim', date: '2025-06-01', id: '4' } as const
    const { pool: later } = apply(pool, { id: '5', date: '2025-12-31', kind: 'year-end' })
    for (const one of [pool, later])
      expect(apply(one, again)).toEqual({ pool: one, postings: [], answers: [{ event: '4', date: '2025-06-01', kind: 'repeated' }] })
  })

  test('with other content is an error', () => {
    expect(applied({ ...events[0], amount: '1000000.01' }).map(({ code, path }) => `${code} ${path}`)).toEqual(['duplicate id'])
  })
})

test('a pool is rebuilt with every issue of every event, each under its place', () => {
  const issues = issuesOf(() =>
    rebuild(policy, [
      { id: '1', date: '2025-01-01', kind: 'contribution', funder: 'county', amount: '1' },
      { id: '2', date: '2025-01-02', kind: 'interest', amount: '-1' },
      'year-end' as unknown as PoolEvent,
    ]),
  )
  expect(issues.map(({ path }) => path)).toEqual(['[0].funder', '[1].amount', '[2]'])
})

test('an empty pool answers an event as any other', () => {
  const first = openPool(policy)
  expect(applied({ kind: 'claim', loan: 'A' }, first).map(({ code }) => code)).toEqual(['unknown-loan'])
  expect(apply(first, { id: '1', date: '2025-01-01', kind: 'payment' })).toMatchObject({ postings: [], answers: [] })
})
