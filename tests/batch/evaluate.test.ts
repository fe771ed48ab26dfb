import { describe, expect, test } from 'vitest'
import { knownPath } from '../../src/batch/fast-path.js'
import { compile } from '../../src/batch/index.js'
import { assess, FactsError, PolicyError, parseFacts } from '../../src/index.js'
import type { Policy } from '../../src/policy/policy.js'

const place = { place: 'test' } as const
const policy: Policy = {
  id: 'written',
  title: 'written',
  evidence: 'official',
  effective: {},
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ ...place, id: 'growth', fact: 'borrower.revenueGrowth', atLeast: '10%' }],
      terms: { formula: { ...place, value: { interestAt: { fact: 'loan.annualRate' } } }, proration: { ...place, value: 'actual/360' } },
      rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
    },
  ],
}
const loan = { principal: '1000000', drawdownDate: '2023-01-01', maturityDate: '2024-01-01', annualRate: '0.036' }
const stated = (change: object = {}, growth: unknown = '0.1'): object => ({
  borrower: { revenueGrowth: growth },
  loans: [{ ...loan, ...change }],
})

const path = knownPath(policy, {})
const isFast = (input: object): boolean => typeof path === 'function' && path(input) !== undefined
const { evaluate } = compile(policy)
const ordinary = (input: object) => assess(policy, parseFacts(policy, input), { explain: false })

test('outcome and amount, and the whole assessment on demand', () => {
  const batch = compile(policy)
  expect(batch.fast).toBe(true)
  expect(batch.evaluate(stated())).toEqual({ outcome: 'granted', amount: '36500.00', meaning: 'exact' })
  expect(batch.evaluate(stated({}, '0.0999'))).toEqual({ outcome: 'refused', amount: '0.00', meaning: 'exact' })
  expect(batch.evaluate({ borrower: {}, loans: [loan] })).toEqual({ outcome: 'incomplete', meaning: 'exact' })
  expect(batch.assess(stated())).toEqual(assess(policy, parseFacts(policy, stated())))
})

describe('amounts and rates at the edge of what is worked out in whole numbers', () => {
  test.each([
    { name: 'the largest amount of thirteen digits', change: { principal: '9999999999999.99', annualRate: '0' }, fast: true },
    { name: 'fourteen digits', change: { principal: '10000000000000', annualRate: '0' }, fast: false },
    { name: 'the largest amount there is', change: { principal: '999999999999999.99', annualRate: '1' }, fast: false },
    { name: 'a product just within', change: { principal: '617616000', annualRate: '0.3995' }, fast: true },
    { name: 'odd fen at a rate of seven places', change: { principal: '9999999999.99', annualRate: '0.0412345' }, fast: false },
    { name: 'round yuan at a rate of seven places', change: { principal: '20000000', annualRate: '0.0412345' }, fast: true },
    { name: 'a rate of thirteen places', change: { principal: '1000000.01', annualRate: '0.0412345678901' }, fast: false },
    { name: 'a rate as a quotient', change: { annualRate: '1/30' }, fast: false },
    { name: 'a rate below zero', change: { annualRate: '-0.01' }, fast: false },
    { name: 'a loan that ends with the calendar', change: { drawdownDate: '2990-01-01', maturityDate: '2999-12-31' }, fast: false },
    { name: 'a loan of 1949', change: { drawdownDate: '1949-12-31' }, fast: false },
    { name: 'a loan from 1950 on', change: { drawdownDate: '1950-01-01' }, fast: true },
  ])('$name', ({ change, fast }) => {
    const input = stated(change)
    expect({ fast: isFast(input), answer: evaluate(input) }).toEqual({ fast, answer: ordinary(input) })
  })

  test.each([
    { growth: '-1', fast: true },
    { growth: '-0.05', fast: true },
    { growth: '12', fast: true },
    { growth: '100000000000.5', fast: true },
    { growth: '-00.5', fast: false },
  ])('growth of $growth', ({ growth, fast }) => {
    const input = stated({}, growth)
    expect(isFast(input)).toBe(fast)
    if (fast) expect(evaluate(input)).toEqual(ordinary(input))
    else expect(() => evaluate(input)).toThrow(FactsError)
  })
})

test('bad input has the issues parseFacts finds', () => {
  const input = { borrower: { revenueGrowth: 0.1 }, loans: [{ ...loan, principle: '1' }], __extra: 1 }
  const issuesOf = (work: () => unknown): unknown => {
    try {
      return work()
    } catch (error) {
      return (error as FactsError).issues
    }
  }
  expect(issuesOf(() => evaluate(input))).toEqual(issuesOf(() => parseFacts(policy, input)))
})

test('an application does not remember the one before', () => {
  const two = { borrower: { revenueGrowth: '0.2' }, loans: [loan, { ...loan, principal: '500000' }], otherSupport: [] }
  const inputs = [stated(), two, { borrower: {}, loans: [loan] }, stated({ principal: undefined }), stated(), two]
  for (const input of inputs) expect(attempt(() => evaluate(input))).toEqual(attempt(() => ordinary(input)))
})

const attempt = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return (error as FactsError).issues
  }
}

test('a faulty document is said so at once', () => {
  const faulty = { ...policy, parts: [{ ...policy.parts[0], rounding: { value: { to: 'fen', mode: 'half-up' } } }] } as unknown as Policy
  expect(() => compile(faulty)).toThrow(PolicyError)
})

test('rates published later count when they are handed in, and not when they were not known', () => {
  const dated: Policy = {
    ...policy,
    parts: [
      {
        ...policy.parts[0],
        terms: {
          formula: { ...place, value: { interestAt: { referenceRate: 'lpr-1y', on: { fact: 'loan.drawdownDate' } } } },
          proration: { ...place, value: 'actual/360' },
        },
      } as Policy['parts'][number],
    ],
  }
  for (const options of [{}, { knownOn: '2022-12-01' }, { knownOn: '2023-06-01' }]) {
    const facts = parseFacts(dated, stated())
    expect(compile(dated, options).evaluate(stated())).toEqual(assess(dated, facts, { ...options, explain: false }))
  }
})
