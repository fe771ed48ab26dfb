import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, parseFacts, parsePolicy } from '../../src/index.js'
import { appendGrants, type Grant, type History, type LookBack, lookBack } from '../../src/portfolio/index.js'
import { fenOf } from './random-budgets.js'

const article = '第三条'

/** All the interest paid, with caps of every reach, to those that had it in at most two years in a row. */
const policy = parsePolicy({
  id: 'years',
  title: 'years',
  evidence: 'official',
  effective: {},
  facts: { 'borrower.yearsInARow': { kind: 'count', label: { zh: '连续享受年数', en: 'years in a row' } } },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'in-a-row', article, fact: 'borrower.yearsInARow', atMost: '2' }],
      terms: { formula: { article, value: { fact: 'loan.interestPaid' } } },
      limits: [
        { id: 'year', article, cap: '200元', per: 'applicant', period: 'year' },
        { id: 'window', article, cap: '350元', per: 'applicant', period: 'window' },
        { id: 'lifetime', article, cap: '500元', per: 'applicant', period: 'lifetime' },
        { id: 'group-year', article, cap: '300元', per: 'group', period: 'year' },
        { id: 'group-lifetime', article, cap: '700元', per: 'group', period: 'lifetime' },
      ],
      rounding: { value: { to: 'fen', mode: 'half-up' }, article },
    },
  ],
})
/** The window of the policy. */
const window = { from: '2024-01-01', until: '2026-01-01' }

interface Application {
  readonly applicant: '甲' | '乙'
  readonly date: string
  readonly interestPaid: string
}

const yearOf = (date: string) => ({ from: `${date.slice(0, 4)}-01-01`, until: `${Number(date.slice(0, 4)) + 1}-01-01` })

function answerTo(history: History, { applicant, date, interestPaid }: Application, more: Partial<LookBack> = {}) {
  const relatedFirms = [applicant === '甲' ? '乙' : '甲']
  const question: LookBack = { applicant, program: 'plan', on: date, year: yearOf(date), window, relatedFirms, ...more }
  const { facts, consecutiveYears } = lookBack(history, question)
  const borrower = { ...facts.borrower, yearsInARow: consecutiveYears }
  return assess(policy, parseFacts(policy, { ...facts, borrower, loans: [{ interestPaid }] }))
}

const grantOf = (id: string, { applicant, date }: Application, amount: string): Grant => ({
  id,
  applicant,
  program: 'plan',
  date,
  amount,
})

const paid = (date: string, amount: string, more: Partial<Grant> = {}): Grant => ({
  ...grantOf(`${date} ${amount}`, { applicant: '甲', date, interestPaid: '0' }, amount),
  ...more,
})

describe('caps that look back', () => {
  test.each<{ name: string; history: readonly Grant[]; ask?: Partial<LookBack>; expect: string; bound?: string }>([
    { name: 'nothing before: the year', history: [], expect: '200.00', bound: 'year' },
    { name: 'this year', history: [paid('2025-02-01', '150')], expect: '50.00', bound: 'year' },
    { name: 'the window, not the year', history: [paid('2024-12-31', '200')], expect: '150.00', bound: 'window' },
    { name: 'before the window', history: [paid('2023-12-31', '200')], expect: '200.00', bound: 'year' },
    {
      name: 'ever, as far as the window leaves it',
      history: [paid('2021-05-01', '200'), paid('2023-05-01', '200')],
      expect: '100.00',
      bound: 'lifetime',
    },
    { name: 'the group this year', history: [paid('2025-02-01', '200', { applicant: '乙' })], expect: '100.00', bound: 'group-year' },
    {
      name: 'certified again: what counts ever begins anew',
      history: [paid('2021-05-01', '200'), paid('2023-05-01', '200')],
      ask: { recertified: ['2024-01-01'] },
      expect: '200.00',
      bound: 'year',
    },
    {
      name: 'what was taken back is free again, in its year',
      history: [paid('2025-02-01', '150'), paid('2025-03-01', '40', { correction: { kind: 'claw-back', of: '2025-02-01 150' } })],
      expect: '90.00',
      bound: 'year',
    },
    {
      name: 'two years in a row are allowed',
      history: [paid('2023-05-01', '1'), paid('2024-05-01', '1')],
      expect: '200.00',
      bound: 'year',
    },
  ])('$name', ({ history, ask, expect: amount, bound }) => {
    const answer = answerTo(appendGrants([], history), { applicant: '甲', date: '2025-06-30', interestPaid: '1000' }, ask)
    expect([answer.outcome, answer.amount]).toEqual(['granted', amount])
    expect(answer.limits.filter(({ binding }) => binding).at(-1)?.id).toBe(bound)
  })

  test('three years in a row are not', () => {
    const history = ['2022-05-01', '2023-05-01', '2024-05-01'].map((date) => paid(date, '1'))
    const answer = answerTo(history, { applicant: '甲', date: '2025-06-30', interestPaid: '1000' })
    expect([answer.outcome, answer.reasons[0]?.clauses]).toEqual(['refused', ['in-a-row']])
  })

  test('a related group that is not known makes the answer incomplete', () => {
    const { facts } = lookBack([], { applicant: '甲', program: 'plan', on: '2025-06-30', year: yearOf('2025-06-30'), window })
    const borrower = { ...facts.borrower, yearsInARow: 0 }
    const answer = assess(policy, parseFacts(policy, { ...facts, borrower, loans: [{ interestPaid: '1000' }] }))
    expect([answer.outcome, answer.missing.map(({ path }) => path)]).toEqual([
      'incomplete',
      ['history.groupReceivedThisYear', 'history.groupReceivedTotal'],
    ])
  })

  const application = fc.record<Application>({
    applicant: fc.constantFrom('甲', '乙'),
    date: fc
      .date({ min: new Date('2023-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    interestPaid: fc.integer({ min: 1, max: 20_000 }).map((fen) => (fen / 100).toFixed(2)),
  })
  const total = (history: History, counts: (grant: Grant) => boolean): bigint =>
    history.reduce((sum, grant) => (counts(grant) ? sum + fenOf(String(grant.amount)) : sum), 0n)
  const least = (amounts: readonly bigint[]): bigint => [...amounts].sort((a, b) => (a < b ? -1 : 1))[0] as bigint

  test('law: year after year each is given all that the caps leave, and no more; a grant put on the list twice counts once', () => {
    fc.assert(
      fc.property(fc.array(application, { minLength: 1, maxLength: 25 }), (applications) => {
        let history: History = []
        const inOrder = [...applications].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
        for (const [index, one] of inOrder.entries()) {
          const { applicant, date, interestPaid } = one
          const answer = answerTo(history, one)
          const own = ({ applicant: other }: Grant): boolean => other === applicant
          const sameYear = ({ date: other }: Grant): boolean => other.startsWith(date.slice(0, 4))
          const inWindow = ({ date: other }: Grant): boolean => other >= window.from && other < window.until
          const lefts = [
            20_000n - total(history, (grant) => own(grant) && sameYear(grant)),
            35_000n - total(history, (grant) => own(grant) && inWindow(grant)),
            50_000n - total(history, own),
            30_000n - total(history, sameYear),
            70_000n - total(history, () => true),
          ]
          for (const left of lefts) expect(left >= 0n).toBe(true)
          if (answer.outcome === 'refused') continue
          expect(fenOf(answer.amount as string)).toBe(least([fenOf(interestPaid), ...lefts]))
          const grants = [grantOf(`g${index}`, one, answer.amount as string)]
          history = appendGrants(appendGrants(history, grants), grants)
        }
      }),
      { numRuns: 40 },
    )
  })
})
