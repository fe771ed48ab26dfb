import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, openPool, type Pool, type PoolEvent, type Posting, statement } from '../../src/risk-compensation/index.js'
import { replay } from '../../src/risk-compensation/pool.js'
import { add, type Exact, exactOf, NOTHING, order, subtract } from '../oracle/exact.js'
import { poolPolicy } from './pool-documents.js'
import { anyEvents, anyPolicy, yuan } from './pool-random.js'

const sum = (texts: readonly string[]): Exact => texts.map(exactOf).reduce(add, NOTHING)
const isNegative = (text: string): boolean => order(exactOf(text), NOTHING) < 0

/** One event after the other; those that cannot be booked are left out. */
function stepwise(pool: Pool, events: readonly PoolEvent[]): { readonly pools: readonly Pool[]; readonly postings: readonly Posting[] } {
  const pools = [pool]
  const postings: Posting[] = []
  for (const event of events) {
    try {
      const applied = apply(pools.at(-1) as Pool, event)
      pools.push(applied.pool)
      postings.push(...applied.postings)
    } catch (error) {
      expect((error as { readonly code: string }).code).toBe('facts-invalid')
    }
  }
  return { pools, postings }
}

const law = (holds: (policy: Parameters<typeof openPool>[0], events: readonly PoolEvent[]) => void): void => {
  fc.assert(fc.property(anyPolicy, anyEvents, holds), { numRuns: 60 })
}

describe('whatever happens to a pool', () => {
  test('no balance of the pool is ever negative, and cash and what is owed stand against capital and result', () => {
    law((policy, events) => {
      for (const { balances, paidThisYear, claims, owed } of stepwise(openPool(policy), events).pools) {
        const of = (account: string): Exact =>
          sum(Object.entries(balances).flatMap(([key, text]) => (key.split(':')[0] === account ? [text] : [])))
        for (const account of ['cash', 'claims-payable', 'claims-queued']) expect(order(of(account), NOTHING)).toBeGreaterThanOrEqual(0)
        expect(add(of('cash'), of('compensation'))).toEqual(
          [of('capital'), of('claims-payable'), of('claims-queued'), of('recoveries'), of('interest')].reduce(add),
        )
        expect(add(of('claims-payable'), of('claims-queued'))).toEqual(sum(Object.values(claims).map((claim) => claim.owed)))
        expect(owed).toEqual(expect.arrayContaining(Object.keys(claims).filter((id) => claims[id]?.owed !== '0.00')))
        expect(isNegative(paidThisYear)).toBe(false)
      }
    })
  })

  test('every posting balances', () => {
    law((policy, events) => {
      for (const { entries } of replay(policy, events).postings) {
        const side = (of: string): Exact => sum(entries.filter((entry) => entry.side === of).map(({ amount }) => amount))
        expect(side('debit')).toEqual(side('credit'))
        expect(entries.every(({ amount }) => !isNegative(amount) && amount !== '0.00')).toBe(true)
      }
    })
  })

  test('a loss is borne in full, nobody has back more than it bore, and the pool bears what it has paid and owes', () => {
    law((policy, events) => {
      for (const { loss, paid, owed, heldBy, funders, others, returned } of Object.values(replay(policy, events).pool.claims)) {
        if (heldBy !== undefined) continue
        expect(sum([...Object.values(funders), ...Object.values(others)])).toEqual(exactOf(loss))
        const back = { ...returned.funders }
        for (const [party, amount] of Object.entries(funders))
          expect(order(exactOf(back[party] ?? '0'), exactOf(amount))).toBeLessThanOrEqual(0)
        for (const [party, amount] of Object.entries(others))
          expect(order(exactOf(returned.others[party] ?? '0'), exactOf(amount))).toBeLessThanOrEqual(0)
        expect(order(subtract(sum([paid, owed]), sum(Object.values(funders))), NOTHING)).toBeLessThanOrEqual(0)
      }
    })
  })

  test('the yearly pot is never exceeded', () => {
    law((policy, events) => {
      for (const pool of stepwise(openPool(policy), events).pools) {
        const left = statement(pool).annualPot?.left
        if (left !== undefined) expect(isNegative(left)).toBe(false)
      }
    })
  })

  test('two halves come to what the whole does, and event by event as well', () => {
    law((policy, events) => {
      const whole = replay(policy, events)
      const half = Math.floor(events.length / 2)
      const first = stepwise(openPool(policy), events.slice(0, half))
      const second = stepwise(first.pools.at(-1) as Pool, events.slice(half))
      expect(second.pools.at(-1)).toEqual(whole.pool)
      expect([...first.postings, ...second.postings]).toEqual(whole.postings)
    })
  })

  test('a pool that was written down and read back goes on as before', () => {
    law((policy, events) => {
      const half = Math.floor(events.length / 2)
      const pool = replay(policy, events.slice(0, half)).pool
      const read = JSON.parse(JSON.stringify(pool)) as Pool
      expect(read).toEqual(pool)
      expect(stepwise(read, events.slice(half)).pools.at(-1)).toEqual(stepwise(pool, events.slice(half)).pools.at(-1))
    })
  })

  test('the same events twice are harmless', () => {
    law((policy, events) => {
      const booked = replay(policy, events)
      const { pools, postings } = stepwise(
        booked.pool,
        events.filter(({ id }) => Object.hasOwn(booked.pool.seen, id)),
      )
      expect(pools.at(-1)).toEqual(booked.pool)
      expect(postings).toEqual([])
    })
  })
})

describe('a compensation that is recovered', () => {
  const anyLoss = fc.integer({ min: 1, max: 900_000 })
  const opening = (loss: number, cash: string): readonly PoolEvent[] => [
    { id: '1', date: '2025-01-01', kind: 'replenishment', amount: cash },
    { id: '2', date: '2025-01-01', kind: 'registration', loan: 'A', lender: 'bank-a', borrower: 'firm', principal: '9000' },
    { id: '3', date: '2025-06-01', kind: 'claim', loan: 'A', facts: { loans: [{ principalLoss: yuan(loss) }] } },
    { id: '4', date: '2025-06-30', kind: 'payment' },
  ]

  test('in full at no cost, at once or in two parts, leaves every party at zero net', () => {
    fc.assert(
      fc.property(anyLoss, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('5000', '10000'), (loss, part, cash) => {
        const first = Math.floor(loss * part)
        const { pool, faults } = replay(poolPolicy(), [
          ...opening(loss, cash),
          { id: '5', date: '2025-09-01', kind: 'recovery', loan: 'A', gross: yuan(first), cost: '0' },
          { id: '6', date: '2025-10-01', kind: 'recovery', loan: 'A', gross: yuan(loss - first), cost: '0' },
        ])
        expect(faults).toEqual([])
        const { bearers } = statement(pool)
        expect(bearers.length).toBeGreaterThan(1)
        expect(bearers.filter(({ net }) => net !== '0.00')).toEqual([])
        expect(pool.balances['cash']).toBe(`${cash}.00`)
        expect(pool.owed).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('never comes back above what was paid, whatever is recovered', () => {
    fc.assert(
      fc.property(anyLoss, fc.array(fc.tuple(anyLoss, anyLoss), { maxLength: 4 }), (loss, recoveries) => {
        const { pool } = replay(poolPolicy(), [
          ...opening(loss, '10000'),
          ...recoveries.map(
            ([gross, cost], index) =>
              ({ id: `r${index}`, date: '2025-09-01', kind: 'recovery', loan: 'A', gross: yuan(gross), cost: yuan(cost) }) as const,
          ),
        ])
        expect(order(exactOf(pool.balances['cash'] as string), exactOf('10000'))).toBeLessThanOrEqual(0)
      }),
      { numRuns: 100 },
    )
  })
})
