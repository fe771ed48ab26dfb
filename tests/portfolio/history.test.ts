import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFacts } from '../../src/interest-subsidy/index.js'
import policy from '../../src/policies/cn-service-sector-2025.js'
import { appendGrants, type Grant, type LookBack, lookBack, PortfolioError } from '../../src/portfolio/index.js'
import { evaluateBecause } from '../oracle/exact.js'
import { fenOf } from './random-budgets.js'

const grant = (id: string, date: string, amount: string, more: Partial<Grant> = {}): Grant => ({
  id,
  applicant: '甲',
  program: 'plan',
  date,
  amount,
  ...more,
})
const grants: readonly Grant[] = [
  grant('g1', '2022-12-31', '100', { months: 6, principal: '1000' }),
  grant('g2', '2024-01-01', '200', { months: 12, principal: '2000' }),
  grant('g3', '2025-06-30', '300', { months: 3, principal: '3000' }),
  grant('g4', '2026-01-01', '400.50', { months: 1, principal: '4000', claim: 'in-hand' }),
  grant('g5', '2026-03-31', '50', { months: 1, principal: '500' }),
  grant('g6', '2026-04-01', '70', { applicant: '乙' }),
  grant('g7', '2026-04-02', '80', { program: 'other plan' }),
]
const question: LookBack = { applicant: '甲', program: 'plan', on: '2026-12-31', year: { from: '2026-01-01', until: '2027-01-01' } }

describe('what was granted before', () => {
  test.each<{ name: string; ask?: Partial<LookBack>; history?: readonly Grant[]; because: { readonly [fact: string]: string } }>([
    {
      name: 'this year and ever',
      because: {
        receivedTotal: '100 + 200 + 300 + 400.50 + 50',
        receivedThisYear: '400.50 + 50',
        principalSupported: '1000 + 2000 + 3000 + 4000 + 500',
      },
    },
    {
      name: 'the window, whose last day does not count',
      ask: { window: { from: '2024-01-01', until: '2026-01-01' } },
      because: { receivedInWindow: '200 + 300' },
    },
    {
      name: 'the window, whose first day counts',
      ask: { window: { from: '2024-01-02', until: '2026-01-02' } },
      because: { receivedInWindow: '300 + 400.50' },
    },
    {
      name: 'a year that is not of the calendar',
      ask: { year: { from: '2025-04-01', until: '2026-04-01' } },
      because: { receivedThisYear: '300 + 400.50 + 50' },
    },
    { name: 'what comes later is not known', ask: { on: '2026-03-30' }, because: { receivedThisYear: '400.50' } },
    { name: 'the day itself is', ask: { on: '2026-03-31' }, because: { receivedThisYear: '400.50 + 50' } },
    { name: 'the claim in hand does not look back at itself', ask: { claim: 'in-hand' }, because: { receivedThisYear: '50' } },
    {
      name: 'the group',
      ask: { relatedFirms: ['乙'] },
      because: { groupReceivedThisYear: '400.50 + 50 + 70', receivedThisYear: '400.50 + 50' },
    },
    { name: 'a group of one', ask: { relatedFirms: [] }, because: { groupReceivedTotal: '1050.50' } },
    {
      name: 're-certified: what counts ever begins again, this year does not',
      ask: { recertified: ['2023-06-01', '2026-02-01', '2027-01-01'] },
      because: { receivedTotal: '50', receivedThisYear: '400.50 + 50', principalSupported: '500' },
    },
    { name: 're-certified on the day of a grant', ask: { recertified: ['2025-06-30'] }, because: { receivedTotal: '300 + 400.50 + 50' } },
    {
      name: 'corrections count where the grant does',
      history: appendGrants(grants, [
        grant('c1', '2026-05-01', '60', { correction: { kind: 'claw-back', of: 'g3' } }),
        grant('c2', '2026-05-02', '5', { correction: { kind: 'supplement', of: 'g4' } }),
      ]),
      because: { receivedThisYear: '400.50 + 5 + 50', receivedTotal: '1050.50 - 60 + 5' },
    },
  ])('$name', ({ ask, history = grants, because }) => {
    const { facts } = lookBack(history, { ...question, ...ask })
    expect(facts.history).toMatchObject(Object.fromEntries(Object.entries(because).map(([fact, text]) => [fact, evaluateBecause(text)])))
  })

  test('what is not asked or not stated is absent, never zero', () => {
    const { facts } = lookBack([grant('g', '2026-01-01', '1')], question)
    expect(facts).toEqual({ history: { receivedTotal: '1.00', receivedThisYear: '1.00' }, borrower: { receivedBefore: true } })
  })

  test('nothing before', () => {
    const past = lookBack([], question)
    expect(past).toEqual({
      facts: {
        history: { receivedTotal: '0.00', receivedThisYear: '0.00', monthsSupported: 0, principalSupported: '0.00' },
        borrower: { receivedBefore: false },
      },
      timesReceived: 0,
      consecutiveYears: 0,
      counted: [],
    })
  })

  test.each([
    { name: 'a gap ends the row', years: ['2022-05-01', '2024-05-01', '2025-05-01'], expected: 2 },
    { name: 'this year does not count', years: ['2025-12-31', '2026-01-01'], expected: 1 },
    { name: 'nothing last year', years: ['2024-12-31'], expected: 0 },
  ])('years in a row: $name', ({ years, expected }) => {
    const history = years.map((date, index) => grant(`g${index}`, date, '1'))
    expect(lookBack(history, question).consecutiveYears).toBe(expected)
  })

  test('once only: a grant that was all taken back does not count as received', () => {
    const first = [grant('g', '2025-01-01', '10')]
    const back = appendGrants(first, [grant('c', '2025-02-01', '10', { correction: { kind: 'claw-back', of: 'g' } })])
    const part = appendGrants(first, [grant('c', '2025-02-01', '9.99', { correction: { kind: 'claw-back', of: 'g' } })])
    expect([first, back, part].map((history) => lookBack(history, question).facts.borrower.receivedBefore)).toEqual([true, false, true])
    expect(lookBack(back, question).counted).toEqual(['g', 'c'])
  })

  test('the facts are facts the engine reads', () => {
    const { facts } = lookBack(grants, { ...question, window: question.year, relatedFirms: ['乙'] })
    expect(() => parseFacts(policy, facts)).not.toThrow()
    expect(Object.keys(facts.history)).toContain('monthsSupported')
  })
})

describe('the list of grants', () => {
  const refused = (history: readonly Grant[], added: readonly unknown[]): readonly string[] => {
    try {
      appendGrants(history, added as Grant[])
    } catch (error) {
      if (error instanceof PortfolioError) return error.issues.map(({ code, path }) => `${code} ${path}`)
      throw error
    }
    return []
  }

  test('the same grant twice changes nothing', () => {
    expect(appendGrants(grants, grants)).toBe(grants)
    expect(appendGrants(grants, [{ ...(grants[0] as Grant), amount: '100.00' }])).toBe(grants)
    expect(appendGrants([], [...grants, ...grants])).toEqual(grants)
  })

  test.each([
    {
      name: 'other content',
      added: [grant('g1', '2022-12-31', '100.01', { months: 6, principal: '1000' })],
      faults: ['conflict grants[0].id'],
    },
    {
      name: 'other content within one list',
      added: [grant('x', '2026-01-01', '1'), grant('x', '2026-01-02', '1')],
      faults: ['conflict grants[1].id'],
    },
    {
      name: 'a correction of nothing',
      added: [grant('c', '2026-01-01', '1', { correction: { kind: 'supplement', of: 'x' } })],
      faults: ['unknown-grant grants[0].correction.of'],
    },
    {
      name: 'a correction of another applicant',
      added: [grant('c', '2026-01-01', '1', { correction: { kind: 'supplement', of: 'g6' } })],
      faults: ['unknown-grant grants[0].correction.of'],
    },
    {
      name: 'more taken back than granted',
      added: [grant('c', '2026-01-01', '100.01', { correction: { kind: 'claw-back', of: 'g1' } })],
      faults: ['above-grant grants'],
    },
    {
      name: 'every fault of form',
      added: [{ ...grant('', '2026-02-30', '-1'), note: '' }],
      faults: ['unknown-key grants[0].note', 'text grants[0].id', 'date grants[0].date', 'amount grants[0].amount'],
    },
  ])('refuses $name', ({ added, faults }) => {
    expect(refused(grants, added)).toEqual(faults)
  })

  const anyGrants = fc.uniqueArray(
    fc.record({
      id: fc.nat({ max: 40 }).map(String),
      applicant: fc.constantFrom('甲', '乙'),
      program: fc.constant('plan'),
      day: fc.integer({ min: 1, max: 28 }),
      year: fc.integer({ min: 2023, max: 2026 }),
      amount: fc.nat({ max: 999 }).map(String),
    }),
    { selector: ({ id }) => id, maxLength: 15 },
  )

  test('law: applying any part of the list again changes nothing, and the order of applying changes no fact', () => {
    fc.assert(
      fc.property(anyGrants, fc.nat({ max: 15 }), (list, cut) => {
        const all = list.map(({ day, year, ...one }): Grant => ({ ...one, date: `${year}-05-${String(day).padStart(2, '0')}` }))
        const whole = appendGrants([], all)
        expect(appendGrants(whole, all.slice(cut))).toBe(whole)
        const turned = appendGrants(appendGrants([], all.slice(cut)), all)
        const ask = { ...question, relatedFirms: ['乙'], window: { from: '2024-05-10', until: '2025-05-10' } }
        expect(lookBack(turned, ask).facts).toEqual(lookBack(whole, ask).facts)
        const { receivedTotal, receivedThisYear, groupReceivedTotal = '' } = lookBack(whole, ask).facts.history
        expect(fenOf(receivedThisYear) <= fenOf(receivedTotal) && fenOf(receivedTotal) <= fenOf(groupReceivedTotal)).toBe(true)
      }),
    )
  })
})
