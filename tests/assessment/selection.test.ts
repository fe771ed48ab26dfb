import { describe, expect, test } from 'vitest'
import { parsePolicy } from '../../src/index.js'
import { assess, parseFacts } from '../../src/interest-subsidy/index.js'

const place = '示例通知'
/** Half of the interest paid, of the loans the rules take. */
const document = (...select: readonly object[]) =>
  parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'interest-subsidy',
        items: { select: select.map((rule) => ({ place, ...rule })) },
        terms: { formula: { value: { share: '50%', of: { fact: 'loan.interestPaid' } }, place } },
        rounding: { value: { to: 'fen', mode: 'half-up' }, place },
      },
    ],
  })

const loan = (id: string, bank: string, drawdownDate: string, principal: string, interestPaid: string) => ({
  id,
  bank,
  drawdownDate,
  principal,
  interestPaid,
  maturityDate: '2026-12-31',
})
const loans = [
  loan('A', 'east', '2025-03-01', '1000000', '30000'),
  loan('B', 'west', '2025-01-01', '2000000', '10000'),
  loan('C', 'east', '2025-02-01', '3000000', '20000'),
]
const answered = (policy: ReturnType<typeof document>, given: readonly object[] = loans) =>
  assess(policy, parseFacts(policy, { loans: given }))
const counted = (policy: ReturnType<typeof document>, given?: readonly object[]): string =>
  answered(policy, given)
    .items.flatMap(({ id, counted: counts }) => (counts ? [id] : []))
    .join('')

describe('which loans a document takes', () => {
  test.each([
    { order: 'drawdown-date', one: 'B', two: 'BC', amounts: ['5000.00', '15000.00'] },
    { order: 'largest-principal', one: 'C', two: 'BC', amounts: ['10000.00', '15000.00'] },
    { order: 'largest-subsidy', one: 'A', two: 'AC', amounts: ['15000.00', '25000.00'] },
    { order: 'as-listed', one: 'A', two: 'AB', amounts: ['15000.00', '20000.00'] },
  ])('$order', ({ order, one, two, amounts }) => {
    for (const [index, ids] of [one, two].entries()) {
      const policy = document({ atMost: index + 1, order })
      expect(counted(policy)).toBe(ids)
      expect(answered(policy).amount).toBe(amounts[index])
    }
    expect(counted(document({ atMost: 3, order }))).toBe('ABC')
  })

  test('what is not taken says so, with the source of the rule', () => {
    const { outcome, items } = answered(document({ atMost: 1, order: 'as-listed' }))
    expect(outcome).toBe('granted')
    expect(items.map(({ leftOut }) => leftOut)).toEqual([
      undefined,
      { code: 'not-selected', source: { place } },
      { code: 'not-selected', source: { place } },
    ])
  })

  test('equal loans go by their number', () => {
    const [a, b] = [loan('A', 'east', '2025-01-01', '1', '100'), loan('B', 'east', '2025-01-01', '1', '100')]
    for (const order of ['drawdown-date', 'largest-principal', 'largest-subsidy']) {
      expect(counted(document({ atMost: 1, order }), [b, a])).toBe('A')
    }
    expect(counted(document({ atMost: 1, order: 'as-listed' }), [b, a])).toBe('B')
  })

  test('so many for each value of a fact', () => {
    expect(counted(document({ atMost: 1, order: 'drawdown-date', per: 'loan.bank' }))).toBe('BC')
    expect(counted(document({ atMost: 1, order: 'largest-subsidy', per: 'loan.bank' }))).toBe('AB')
  })

  test('so many values of a fact, each with all its loans', () => {
    expect(counted(document({ atMost: 1, order: 'as-listed', distinct: 'loan.bank' }))).toBe('AC')
    expect(counted(document({ atMost: 1, order: 'drawdown-date', distinct: 'loan.bank' }))).toBe('B')
  })

  test('rules follow one another: one of each bank, then the one with the largest subsidy', () => {
    expect(counted(document({ atMost: 1, order: 'drawdown-date', per: 'loan.bank' }, { atMost: 1, order: 'largest-subsidy' }))).toBe('C')
  })
})

describe('what decides is asked for', () => {
  const without = (key: string) => loans.map((stated, index) => (index === 1 ? { ...stated, [key]: undefined } : stated))
  const given = (key: string) => without(key).map((stated) => JSON.parse(JSON.stringify(stated)) as object)

  test.each([
    ['drawdown-date', 'drawdownDate'],
    ['largest-principal', 'principal'],
    ['largest-subsidy', 'interestPaid'],
  ])('%s: %s', (order, key) => {
    const { outcome, missing } = answered(document({ atMost: 1, order }), given(key))
    expect(outcome).toBe('incomplete')
    expect(missing.map(({ path }) => path)).toContain(`loans[1].${key}`)
  })

  test.each(['per', 'distinct'])('the fact of %s', (rule) => {
    const { outcome, missing } = answered(document({ atMost: 1, order: 'as-listed', [rule]: 'loan.bank' }), given('bank'))
    expect(outcome).toBe('incomplete')
    expect(missing.map(({ path }) => path)).toContain('loans[1].bank')
  })

  test('in the order they are listed nothing decides but the list', () => {
    expect(answered(document({ atMost: 1, order: 'as-listed' }), given('drawdownDate'))).toMatchObject({
      outcome: 'granted',
      amount: '15000.00',
    })
  })
})
