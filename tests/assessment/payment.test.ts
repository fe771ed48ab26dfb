import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePolicy } from '../../src/index.js'
import { assess, parseFacts } from '../../src/interest-subsidy/index.js'

const place = '示例通知'
type Payment =
  | { readonly form: 'lump-sum' }
  | { readonly form: 'deducted'; readonly each?: 'month' | 'quarter'; readonly refundsElapsed?: boolean }

/** One point on the principal, by the month, paid as the document says. */
const document = (payment: Payment) =>
  parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'interest-subsidy',
        terms: { formula: { value: { interestAt: '1%' }, place }, proration: { value: 'month/12', place } },
        rounding: { value: { to: 'fen', mode: 'half-up' }, place },
        payment: { value: payment, place },
      },
    ],
  })

const monthly = document({ form: 'deducted', each: 'month', refundsElapsed: true })
const quarterly = document({ form: 'deducted', each: 'quarter', refundsElapsed: true })
const loan = (principal: string, id = 'A') => ({ id, principal, drawdownDate: '2025-10-01', maturityDate: '2026-10-01' })

function paymentsOf(policy: ReturnType<typeof document>, facts: object) {
  const { amount, payments } = assess(policy, parseFacts(policy, facts))
  return { amount, payments }
}
const funded = (month: string, principal = '900000') => ({ loans: [loan(principal)], events: { bankReceivesFunds: month } })

/** An amount in fen. */
const fen = (text: string): bigint => BigInt(text.replace('.', ''))
const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + fen(amount), 0n)

describe('how the money of a loan is paid', () => {
  test('in one sum', () => {
    expect(paymentsOf(document({ form: 'lump-sum' }), { loans: [loan('900000')] }).payments).toEqual([
      { item: 'A', form: 'lump-sum', amount: '9000.00', source: { place } },
    ])
  })

  test('deducted, but not said how often', () => {
    expect(paymentsOf(document({ form: 'deducted' }), { loans: [loan('900000')] }).payments).toEqual([
      { item: 'A', form: 'deducted', amount: '9000.00', source: { place } },
    ])
  })

  test('until it is known when the bank is funded, only the month', () => {
    const [payment] = paymentsOf(monthly, { loans: [loan('900000')] }).payments
    expect(payment).toEqual({ item: 'A', form: 'deducted', amount: '9000.00', perMonth: '750', source: { place } })
  })

  test('elapsed months are refunded on the day the bank is funded, the others deducted', () => {
    const [payment] = paymentsOf(monthly, funded('2026-02')).payments
    expect(payment).toMatchObject({ perMonth: '750', elapsedMonths: 4, remainingMonths: 8, refundForElapsedMonths: '3000.00' })
    expect(payment?.instalments).toHaveLength(9)
    expect(payment?.instalments?.[0]).toEqual({ month: '2026-02', amount: '3000.00', kind: 'refund' })
    expect(payment?.instalments?.[1]).toEqual({ month: '2026-02', amount: '750.00', kind: 'deduction' })
    expect(payment?.instalments?.at(-1)).toEqual({ month: '2026-09', amount: '750.00', kind: 'deduction' })
  })

  test.each([
    ['2025-09', 0, 12],
    ['2025-10', 0, 12],
    ['2025-11', 1, 11],
    ['2026-09', 11, 1],
    ['2026-10', 12, 0],
    ['2027-03', 12, 0],
  ])('funded in %s: %i months refunded, %i to come', (month, elapsed, remaining) => {
    const [payment] = paymentsOf(monthly, funded(month)).payments
    expect(payment).toMatchObject({ elapsedMonths: elapsed, remainingMonths: remaining })
    expect(payment?.instalments?.filter(({ kind }) => kind === 'refund')).toHaveLength(elapsed === 0 ? 0 : 1)
    expect(payment?.instalments?.filter(({ kind }) => kind === 'deduction')).toHaveLength(remaining)
  })

  test('by the quarter, deductions fall on its last month', () => {
    const [payment] = paymentsOf(quarterly, funded('2025-11')).payments
    expect(payment?.instalments).toEqual([
      { month: '2025-11', amount: '750.00', kind: 'refund' },
      { month: '2025-12', amount: '1500.00', kind: 'deduction' },
      { month: '2026-03', amount: '2250.00', kind: 'deduction' },
      { month: '2026-06', amount: '2250.00', kind: 'deduction' },
      { month: '2026-09', amount: '2250.00', kind: 'deduction' },
    ])
  })
})

describe('to the fen', () => {
  const principal = fc.integer({ min: 1, max: 10 ** 9 }).map(String)
  const month = fc.constantFrom('2025-10', '2025-12', '2026-02', '2026-09', '2026-12')

  test('the instalments of a loan sum to its amount', () => {
    fc.assert(
      fc.property(principal, month, fc.constantFrom(monthly, quarterly), (given, day, policy) => {
        const { payments } = paymentsOf(policy, funded(day, given))
        for (const { amount, instalments = [] } of payments) expect(sum(instalments.map((part) => part.amount))).toBe(fen(amount))
      }),
      { numRuns: 200 },
    )
  })

  test('the payments of the loans sum to the amount granted', () => {
    fc.assert(
      fc.property(fc.array(principal, { minLength: 1, maxLength: 5 }), (list) => {
        const { amount = '', payments } = paymentsOf(monthly, { loans: list.map((given, index) => loan(given, `L${index}`)) })
        expect(sum(payments.map((payment) => payment.amount))).toBe(fen(amount))
      }),
      { numRuns: 200 },
    )
  })
})
