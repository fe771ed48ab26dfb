import { describe, expect, test } from 'vitest'
import { parsePolicy } from '../../src/index.js'
import { assess, parseFacts } from '../../src/interest-subsidy/index.js'

const place = '示例通知'
type Known = 'yes' | 'no' | 'unknown'

/** A document whose one condition is made of two questions. */
const document = (clause: object) =>
  parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    facts: { 'borrower.first': { kind: 'yes-no', label: '甲' }, 'borrower.second': { kind: 'yes-no', label: '乙' } },
    parts: [
      {
        instrument: 'interest-subsidy',
        eligibility: [{ id: 'both', place, ...clause }],
        terms: { formula: { value: { fact: 'loan.interestPaid' }, place } },
        rounding: { value: { to: 'fen', mode: 'half-up' }, place },
      },
    ],
  })

const first = { fact: 'borrower.first', is: true }
const second = { fact: 'borrower.second', is: true }
const stated = (key: string, known: Known): object => (known === 'unknown' ? {} : { [key]: known === 'yes' })

function answered(clause: object, a: Known, b: Known) {
  const policy = document(clause)
  const facts = { borrower: { ...stated('first', a), ...stated('second', b) }, loans: [{ id: 'A', interestPaid: '100' }] }
  const { outcome, clauses, missing } = assess(policy, parseFacts(policy, facts))
  return { outcome, result: clauses[0]?.result, asked: missing.map(({ path }) => path.replace('borrower.', '')) }
}

const OUTCOMES = { met: 'granted', 'not-met': 'refused', unknown: 'incomplete' } as const
type Row = readonly [a: Known, b: Known, any: keyof typeof OUTCOMES, all: keyof typeof OUTCOMES]

describe('what is not known decides nothing, and undoes nothing that is decided', () => {
  test.each<Row>([
    ['yes', 'yes', 'met', 'met'],
    ['yes', 'no', 'met', 'not-met'],
    ['no', 'yes', 'met', 'not-met'],
    ['no', 'no', 'not-met', 'not-met'],
    ['yes', 'unknown', 'met', 'unknown'],
    ['unknown', 'yes', 'met', 'unknown'],
    ['no', 'unknown', 'unknown', 'not-met'],
    ['unknown', 'no', 'unknown', 'not-met'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s and %s: any %s, all %s', (a, b, any, all) => {
    const turned = { met: 'not-met', 'not-met': 'met', unknown: 'unknown' } as const
    expect(answered({ any: [first, second] }, a, b)).toMatchObject({ result: any, outcome: OUTCOMES[any] })
    expect(answered({ all: [first, second] }, a, b)).toMatchObject({ result: all, outcome: OUTCOMES[all] })
    expect(answered({ not: { any: [first, second] } }, a, b).result).toBe(turned[any])
    expect(answered({ not: { all: [first, second] } }, a, b).result).toBe(turned[all])
    // Neither of them is the same as both not.
    const neither = { all: [{ not: first }, { not: second }] }
    expect(answered(neither, a, b).result).toBe(answered({ not: { any: [first, second] } }, a, b).result)
  })

  test('only what is not decided is asked for', () => {
    expect(answered({ any: [first, second] }, 'unknown', 'yes').asked).toEqual([])
    expect(answered({ any: [first, second] }, 'unknown', 'no').asked).toEqual(['first'])
    expect(answered({ all: [first, second] }, 'unknown', 'no').asked).toEqual([])
    expect(answered({ all: [first, second] }, 'yes', 'unknown').asked).toEqual(['second'])
    expect(answered({ all: [first, second] }, 'unknown', 'unknown').asked.sort()).toEqual(['first', 'second'])
  })
})

describe('a loan of no time has no tenor of the benchmark rate', () => {
  const policy = parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'interest-subsidy',
        terms: {
          formula: { value: { interestAt: { referenceRate: 'benchmark', on: { fact: 'loan.drawdownDate' } } }, place },
          proration: { value: 'month/12', place },
        },
        rounding: { value: { to: 'fen', mode: 'half-up' }, place },
      },
    ],
  })
  test.each([
    ['a stated term of zero', { termMonths: 0 }],
    ['due on the day of drawdown', { maturityDate: '2019-01-10' }],
  ])('%s: its term is asked for, with the reason', (_, loan) => {
    const facts = parseFacts(policy, { loans: [{ id: 'A', principal: '100', drawdownDate: '2019-01-10', ...loan }] })
    const { outcome, missing } = assess(policy, facts)
    expect([outcome, missing.map(({ path }) => path)]).toEqual(['incomplete', ['loans[0].termMonths']])
    expect(missing[0]?.reason).toEqual({
      zh: '贷款期限为零，没有对应档次的基准利率',
      en: 'a loan of no time has no tenor of the benchmark rate',
    })
  })
})
