import { describe, expect, test } from 'vitest'
import { parsePolicy } from '../../src/index.js'
import ministry2025 from '../../src/policies/cn-service-sector-2025.js'
import ministry2026 from '../../src/policies/cn-service-sector-2026.js'
import type { Policy } from '../../src/policy/policy.js'
import { type CalculationRecord, editionFor, explainDifference, record, verify } from '../../src/record/index.js'
import { evaluateBecause } from '../oracle/exact.js'

const place = '示例'
const edition = (id: string, issued: string, points: string, more: object = {}): Policy =>
  parsePolicy({
    id,
    title: '示例',
    issued,
    evidence: 'official',
    effective: { from: '2025-01-01' },
    parts: [
      {
        instrument: 'interest-subsidy',
        terms: { formula: { place, value: { interestAt: points } }, proration: { place, value: 'month/12' } },
        rounding: { place, value: { to: 'fen', mode: 'half-up' } },
      },
    ],
    ...more,
  })
const first = edition('first', '2025-01-01', '1%')
/** Issued in 2026, for loans since the beginning of 2025. */
const amended = edition('amended', '2026-03-01', '1.5%', { replaces: ['first'] })
const facts = { loans: [{ id: 'A', principal: '1000000', drawdownDate: '2025-06-01', termMonths: 12 }] }

describe('which edition holds', () => {
  test.each<[string, readonly Policy[], string, string, string | undefined]>([
    ['the day before the amendment is issued', [first, amended], '2025-06-01', '2026-02-28', 'first'],
    ['the day it is issued, for what happened before', [first, amended], '2025-06-01', '2026-03-01', 'amended'],
    ['whatever order they stand in', [amended, first], '2025-06-01', '2026-03-01', 'amended'],
    ['before either', [first, amended], '2024-12-31', '2026-03-01', undefined],
    ['before the first is issued', [first, amended], '2025-06-01', '2024-12-31', undefined],
    ['the last day of the ministry’s first year', [ministry2025, ministry2026], '2025-12-31', '2026-06-30', ministry2025.id],
    ['the first day of its second', [ministry2025, ministry2026], '2026-01-01', '2026-06-30', ministry2026.id],
    [
      'an edition whose day of issue is not stated counts as known',
      [ministry2025, ministry2026],
      '2026-01-01',
      '2025-12-31',
      ministry2026.id,
    ],
  ])('%s', (_, editions, event, knownOn, id) => expect(editionFor(editions, { event, knownOn })?.id).toBe(id))

  test('two that hold at once and do not replace each other', () => {
    const other = edition('other', '2025-01-01', '2%')
    expect(() => editionFor([first, other], { event: '2025-06-01', knownOn: '2026-01-01' })).toThrow(/first and other/)
  })

  test.each(['event', 'knownOn'])('a %s that is no day', (name) =>
    expect(() => editionFor([first], { event: '2025-06-01', knownOn: '2026-01-01', [name]: '2025-02-30' })).toThrow(RangeError),
  )
})

describe('two dates', () => {
  const asKnownOn = (knownOn: string): CalculationRecord => {
    const policy = editionFor([first, amended], { event: '2025-06-01', knownOn }) as Policy
    return record({ policy, facts, options: { knownOn } })
  }
  const decided = asKnownOn('2025-07-01')

  test('what was decided still verifies, and a rerun as known then is the same to the byte', () => {
    expect(verify(JSON.stringify(decided)).outcome).toBe('same')
    expect(asKnownOn('2025-07-01').hash).toBe(decided.hash)
  })

  test('today’s rerun gives today’s answer, and the difference is that of the document', () => {
    const today = asKnownOn('2026-03-01')
    expect([decided.result.amount, today.result.amount]).toEqual([evaluateBecause('100万 × 1%'), evaluateBecause('100万 × 1.5%')])
    const { difference, causes } = explainDifference(decided, today)
    expect(difference).toBe(evaluateBecause('100万 × 0.5%'))
    expect(causes.map(({ changes, difference: own }) => [changes[0]?.group, own])).toEqual([
      ['document', evaluateBecause('100万 × 0.5%')],
      ['options', '0.00'],
    ])
  })

  test('a rate published later: incomplete as known then, known today, and the day of decision is the change', () => {
    const atLpr = edition('lpr', '2019-01-01', '1%', {
      parts: [
        {
          instrument: 'interest-subsidy',
          terms: {
            formula: { place, value: { interestAt: { referenceRate: 'lpr-1y', on: { fact: 'loan.drawdownDate' } } } },
            proration: { place, value: 'month/12' },
          },
          rounding: { place, value: { to: 'fen', mode: 'half-up' } },
        },
      ],
    })
    const late = { loans: [{ id: 'A', principal: '1000000', drawdownDate: '2025-06-20', termMonths: 12 }] }
    const [then, now] = ['2025-06-19', '2025-06-20'].map((knownOn) => record({ policy: atLpr, facts: late, options: { knownOn } })) as [
      CalculationRecord,
      CalculationRecord,
    ]
    expect([then.result.outcome, now.result.outcome]).toEqual(['incomplete', 'granted'])
    expect(then.result.missing.map(({ path }) => path)).toEqual(['rates.lpr1y'])
    expect(verify(then).outcome).toBe('same')
    expect(explainDifference(then, now).changes).toMatchObject([
      { group: 'options', path: 'options.knownOn', before: '2025-06-19', after: '2025-06-20' },
    ])
  })
})
