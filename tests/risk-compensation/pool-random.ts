import fc from 'fast-check'
import type { Policy } from '../../src/policy/policy.js'
import type { PoolEvent } from '../../src/risk-compensation/index.js'
import { fuse, poolPolicy } from './pool-documents.js'

const article = '第一条'
const LOANS = ['A', 'B', 'C', 'D']

/** An amount in fen as yuan. */
export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** Documents that differ in what a pool over time goes by. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    shortfall: fc.constantFrom('queue', 'pro-rata', 'refuse'),
    interest: fc.constantFrom('stays', 'returned'),
    balance: fc.constantFrom('carried', 'returned'),
    queue: fc.constantFrom('carried', 'lapses'),
    pot: fc.boolean(),
    fuse: fc.constantFrom(undefined, 'compensation-suspended', 'on-hold', 'lender-removed'),
    reset: fc.constantFrom('below-level', 'next-year', 'by-decision'),
    cap: fc.boolean(),
  } as const)
  .map(({ shortfall, interest, balance, queue, pot, fuse: effect, reset, cap }) =>
    poolPolicy(
      {
        funding: { value: { province: '1', city: '2' }, article },
        shortfall: { value: shortfall, article },
        interest: { value: interest, article },
        yearEnd: { value: { balance, queue }, article },
        ...(pot ? { annualPot: { value: '3000元', article } } : {}),
      },
      {
        ...(effect && { fuses: [{ ...fuse, levels: [{ above: '30%', effect, article }], reset: { value: reset, article } }] }),
        ...(cap ? { limits: [{ id: 'cap', article, cap: '1500元', per: 'applicant', period: 'year' }] } : {}),
      },
    ),
  )

const fen = fc.integer({ min: 0, max: 300_000 })
const loan = fc.constantFrom(...LOANS)

/** Steps of a pool's life; days do not go back, years end where a step says so, and some steps cannot be booked. */
export const anyEvents: fc.Arbitrary<readonly PoolEvent[]> = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('contribution' as const), funder: fc.constantFrom('province', 'city'), amount: fen.map(yuan) }),
      fc.record({ kind: fc.constant('replenishment' as const), amount: fen.map(yuan) }),
      fc.record({
        kind: fc.constant('registration' as const),
        loan,
        lender: fc.constantFrom('bank-a', 'bank-b'),
        borrower: fc.constantFrom('firm', 'other firm'),
        principal: fc.integer({ min: 100_000, max: 1_000_000 }).map(yuan),
      }),
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('claim' as const),
          loan,
          facts: fen.map((loss) => ({ loans: [{ principalLoss: yuan(loss) }] })),
        }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('payment' as const) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('recovery' as const),
          loan,
          gross: fen.map(yuan),
          cost: fc.integer({ min: 0, max: 9_000 }).map(yuan),
        }),
      },
      fc.record({ kind: fc.constant('interest' as const), amount: fc.integer({ min: 0, max: 999 }).map(yuan) }),
      fc.record({ kind: fc.constant('reopening' as const), lender: fc.constantFrom('bank-a', 'bank-b'), fuse: fc.constant('npl') }),
      fc.record({ kind: fc.constant('year-end' as const) }),
    ),
    { minLength: 10, maxLength: 40, size: 'max' },
  )
  .chain((steps) => fc.array(fc.boolean(), { minLength: steps.length, maxLength: steps.length }).map((days) => dated(steps, days)))

/** Loans first, so that most steps find one; then the days. */
function dated(steps: readonly object[], later: readonly boolean[]): readonly PoolEvent[] {
  let day = 1
  let year = 2025
  const opening = LOANS.slice(0, 2).map((each) => ({
    kind: 'registration',
    loan: each,
    lender: 'bank-a',
    borrower: 'firm',
    principal: '9000',
  }))
  const money = { kind: 'replenishment', amount: '1000' }
  return [money, ...opening, ...steps].map((step, index) => {
    if (later[index] === true) day += 1
    const ends = (step as { readonly kind: string }).kind === 'year-end'
    const date = ends ? `${year}-12-31` : `${year}-01-${String(Math.min(day, 31)).padStart(2, '0')}`
    if (ends) {
      year += 1
      day = 1
    }
    return { id: String(index), date, ...step } as PoolEvent
  })
}
