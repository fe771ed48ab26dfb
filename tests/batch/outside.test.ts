import { describe, expect, test } from 'vitest'
import type { DocumentOptions } from '../../src/document/assess.js'
import type { Policy } from '../../src/policy/policy.js'
import { beyondOf, bothWays, type Node } from './both-ways.js'

const place = { place: 'test' } as const
const POINTS = { interestAt: '2%' }
const PART: Node = {
  instrument: 'interest-subsidy',
  terms: { formula: { ...place, value: POINTS }, proration: { ...place, value: 'actual/360' } },
  rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
}
const policyWith = (part: Node, whole: Node = {}): Policy =>
  ({ id: 'written', title: 'written', evidence: 'official', effective: {}, parts: [{ ...PART, ...part }], ...whole }) as unknown as Policy
const withTerms = (terms: Node): Policy => policyWith({ terms: { ...(PART['terms'] as Node), ...terms } })
const withFormula = (value: unknown): Policy => withTerms({ formula: { ...place, value } })

const LOAN = { principal: '1000000', drawdownDate: '2023-01-01', maturityDate: '2024-01-01', annualRate: '0.036', classes: ['a'] }
const stated = (change: Node = {}, more: Node = {}): object => ({ loans: [{ ...LOAN, ...change }], ...more })

/** Both ways say the same, the fast path only where it is said to. */
function agrees(policy: Policy, application: object, fast: boolean): unknown {
  const { batched, ordinary, isFast } = bothWays(policy)(application)
  expect(batched).toBe(ordinary)
  expect(isFast).toBe(fast)
  return (JSON.parse(ordinary) as { readonly outcome?: string }).outcome
}

describe('what the fast path does not know is beyond it', () => {
  const cap = { ...place, per: 'applicant', cap: '1万元' }
  test.each<{ name: string; policy: Policy; options?: Node; beyond?: string }>([
    { name: 'nothing', policy: policyWith({}) },
    { name: 'a key of a quantity', policy: withFormula({ ...POINTS, heardOfLater: 1 }), beyond: 'heardOfLater' },
    { name: 'a key of a term', policy: withTerms({ longest: { ...place, value: '1年', heardOfLater: 1 } }), beyond: 'heardOfLater' },
    {
      name: 'a key of a limit on the principal of a loan',
      policy: withTerms({ principalLimits: [{ ...place, per: 'loan', value: '1万元', heardOfLater: 1 }] }),
      beyond: 'heardOfLater',
    },
    { name: 'a key of a part', policy: policyWith({ heardOfLater: 1 }), beyond: 'heardOfLater' },
    { name: 'a key of a document', policy: policyWith({}, { heardOfLater: 1 }), beyond: 'heardOfLater' },
    { name: 'a key of a limit', policy: policyWith({ limits: [{ ...cap, heardOfLater: 1 }] }), beyond: 'heardOfLater' },
    {
      name: 'a key of a declared fact',
      policy: policyWith({}, { facts: { 'borrower.a': { kind: 'yes-no', label: 'a', heardOfLater: 1 } } }),
      beyond: 'heardOfLater',
    },
    {
      name: 'a key of a parameter',
      policy: policyWith(
        { limits: [{ ...cap, cap: { parameter: 'most' } }] },
        { parameters: { most: { kind: 'amount', label: 'most', value: '1万元', reading: 'test', heardOfLater: 1 } } },
      ),
      beyond: 'heardOfLater',
    },
    {
      name: 'a key of the rounding',
      policy: policyWith({ rounding: { ...place, value: { to: 'fen', mode: 'half-up', heardOfLater: 1 } } }),
      beyond: 'heardOfLater',
    },
    {
      name: 'a choice of recipients',
      policy: policyWith({ recipient: { ...place, value: { cases: [{ recipient: 'lender' }] } } }),
      beyond: 'several recipients',
    },
    { name: 'an option', policy: policyWith({}), options: { heardOfLater: 1 }, beyond: 'heardOfLater' },
    {
      name: 'interest within some days',
      policy: withFormula({ ...POINTS, within: { from: '2023-02-01', until: '2023-03-01' } }),
      beyond: 'within',
    },
    { name: 'a cap for each month', policy: policyWith({ limits: [{ ...cap, each: 'month' }] }), beyond: 'each' },
    {
      name: 'a cap that says whom it cuts',
      policy: policyWith({ limits: [{ ...cap, cut: 'pro-rata' }] }),
      beyond: 'cut',
    },
    {
      name: 'a limit on the loans of one bank',
      policy: policyWith({ limits: [{ ...cap, per: { by: 'loan.bank' }, when: { fact: 'loan.settled', is: true } }] }),
      beyond: 'a limit on the loans that have a fact in common',
    },
  ])('$name', ({ policy, options = {}, beyond }) => {
    expect(beyondOf(policy, options as DocumentOptions)).toBe(beyond)
  })
})

test('one recipient, the order of limits and payers by case are within it', () => {
  const shares = {
    cases: [{ when: { fact: 'loan.settled', is: true }, shares: { city: '100%' } }, { shares: { city: '50%', district: '50%' } }],
  }
  expect(
    beyondOf(
      policyWith({ recipient: { ...place, value: 'borrower' }, orderOfLimits: place, payment: { ...place, value: { form: 'lump-sum' } } }),
    ),
  ).toBe(undefined)
  expect(beyondOf(policyWith({ payers: { ...place, value: { city: '100%' } } }))).toBe(undefined)
  const asked = { cases: [{ ...shares.cases[0], when: { fact: 'borrower.a', is: true } }, shares.cases[1]] }
  const byCase = policyWith({ payers: { ...place, value: asked } }, { facts: { 'borrower.a': { kind: 'yes-no', label: 'a' } } })
  expect(beyondOf(byCase)).toBe(undefined)
  expect(agrees(byCase, stated({}, { borrower: { a: false } }), true)).toBe('granted')
  expect(agrees(byCase, stated(), false)).toBe('incomplete')
})

test('who is paid must be known before an amount is granted', () => {
  const named = { cases: [{ recipient: 'lender', named: 'loan.bank' }] }
  expect(agrees(policyWith({ recipient: { ...place, value: named } }), stated(), false)).toBe('incomplete')
  expect(agrees(policyWith({ recipient: { ...place, value: named } }), stated({ bank: 'B' }), false)).toBe('granted')
})

describe('a table that does not cover a loan leaves it out, whatever the clauses beside it say', () => {
  const gap = { value: { by: { fact: 'loan.principal' }, brackets: [{ atMost: '50万元', value: '1' }] }, atLeast: '1' }
  const met = { fact: 'loan.annualRate', above: '0' }
  const unmet = { fact: 'loan.annualRate', above: '90%' }
  const choose = (when: unknown): Policy => withFormula({ choose: 'first', cases: [{ when, value: POINTS }], otherwise: '1元' })
  test.each([
    { name: 'one of two conditions', policy: policyWith({ items: { where: [{ ...place, id: 'either', any: [met, gap] }] } }) },
    { name: 'both conditions of a line', policy: choose([unmet, gap]) },
    { name: 'neither of two', policy: choose({ not: { any: [met, gap] } }) },
    {
      name: 'principal by a table',
      policy: withTerms({
        principal: { ...place, value: { by: { fact: 'loan.principal' }, brackets: [{ atMost: '50万元', value: '10万元' }] } },
        formula: {
          ...place,
          value: { choose: 'first', cases: [{ when: { any: [met, { value: { counted: 'principal' }, atLeast: '1元' }] }, value: '2元' }] },
        },
      }),
    },
  ])('$name', ({ policy }) => {
    expect(beyondOf(policy)).toBe(undefined)
    expect(agrees(policy, stated({ principal: '500000' }), true)).toBe('granted')
    expect(agrees(policy, stated({ principal: '500000.01' }), false)).toBe('refused')
  })
})

/** A list with a hole. */
const HOLE: string[] = ['a']
HOLE[2] = 'a'

describe('input that is not plain is judged by the ordinary path', () => {
  const policy = policyWith({ items: { where: [{ ...place, fact: 'loan.classes', oneOf: ['a'] }] } })
  test.each([
    { name: 'plain', classes: ['a'], fast: true },
    { name: 'a hole in a list of classes', classes: HOLE, fast: false },
    { name: 'nothing in a list of classes', classes: ['a', undefined], fast: false },
    { name: 'a list as an object', classes: { 0: 'a' }, fast: false },
  ])('$name', ({ classes, fast }) => {
    agrees(policy, stated({ classes }), fast)
  })

  test.each([
    { name: 'a day an entry inherits', entry: Object.assign(Object.create({ date: '2023-01-01' }), { amount: '1000000', note: '' }) },
    { name: 'a hole', entry: undefined },
  ])('$name', ({ entry }) => {
    agrees(policy, stated({ drawdowns: [entry] }), false)
  })
})
