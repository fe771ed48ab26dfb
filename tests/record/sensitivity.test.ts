import { describe, expect, test } from 'vitest'
import { assess, parseFacts, withParameters } from '../../src/index.js'
import serviceSector from '../../src/policies/cn-service-sector-2025.js'
import qingshan from '../../src/policies/wuhan-qingshan-hightech-2020.js'
import type { Policy } from '../../src/policy/policy.js'
import { type CalculationRecord, type ReadingSensitivity, record, sensitivity } from '../../src/record/index.js'
import { sealed } from '../../src/record/record.js'
import { add, evaluateBecause, exactOf } from '../oracle/exact.js'
import { applications } from './applications.js'

const money = (because: string): string => evaluateBecause(because)
const found = (all: readonly ReadingSensitivity[], about: string): ReadingSensitivity =>
  all.find((one) => one.about === about) ?? expect.fail(`no reading at ${about}`)
const amounts = ({ alternatives }: ReadingSensitivity): unknown[] => alternatives.map(({ value, amount }) => [value, amount])

describe('a day count the document leaves open', () => {
  const facts = {
    borrower: { highTechEnterprise: true, inKeyField: true, revenueGrowth: '0.25', districtFiscalContribution: '500000' },
    loans: [{ id: 'A', principal: '4000000', drawdownDate: '2019-01-10', termMonths: 12, settled: true }],
    history: { receivedThisYear: '0' },
  }

  test('the amount under each of the document’s choices', () => {
    const proration = found(sensitivity(record({ policy: qingshan, facts })), 'parameters.proration')
    expect(proration).toMatchObject({ value: 'actual/365', label: { zh: '实际天数/365' }, matters: true })
    expect(amounts(proration)).toEqual([
      ['actual/360', money('400万 × 4.35% × 365 / 360 × 40%')],
      ['month/12', money('400万 × 4.35% × 40%')],
      ['whole-year', money('400万 × 4.35% × 40%')],
    ])
    expect(proration.alternatives.map(({ difference }) => difference)).toEqual([money('400万 × 4.35% × 5 / 360 × 40%'), '0.00', '0.00'])
  })

  test('under a cap that binds it does not matter', () => {
    const capped = { ...facts, borrower: { ...facts.borrower, districtFiscalContribution: '10000' } }
    expect(found(sensitivity(record({ policy: qingshan, facts: capped })), 'parameters.proration').matters).toBe(false)
  })

  test('a refusal that stands under every reading does not depend on them', () => {
    const refused = record({ policy: qingshan, facts: { ...facts, borrower: { ...facts.borrower, highTechEnterprise: false } } })
    expect(refused.result.outcome).toBe('refused')
    expect(sensitivity(refused).filter(({ matters }) => matters)).toEqual([])
  })
})

const reading = '示例：文件未规定'
const loan = { id: 'A', principal: '1000', drawdownDate: '2025-01-01', maturityDate: '2025-07-01', annualRate: '0.0333' }

/** A document in which everything is a reading. */
const open: Policy = {
  id: 'open',
  title: '示例',
  evidence: 'official',
  effective: {},
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'growth', reading, fact: 'borrower.revenueGrowth', atLeast: '10%' }],
      terms: {
        formula: { place: '示例', value: { interestAt: { fact: 'loan.annualRate' } } },
        windows: [{ reading, value: { from: '2025-01-01', through: '2025-03-31' } }],
        proration: { reading, value: 'actual/360' },
      },
      rounding: { reading, value: { to: 'fen', mode: 'half-up' } },
    },
  ],
}
const openFacts = { borrower: { revenueGrowth: '0.1' }, loans: [loan] }

describe('readings of a document', () => {
  const all = sensitivity(record({ policy: open, facts: openFacts }))

  test('each reading with a closed choice is there, and no other', () => {
    expect(all.map(({ about }) => about).sort()).toEqual([
      'parts[0].eligibility[0]',
      'parts[0].rounding',
      'parts[0].terms.proration',
      'parts[0].terms.windows[0]',
    ])
  })

  test('an end that is included or not: exactly at the bound it decides', () => {
    const growth = found(all, 'parts[0].eligibility[0]')
    expect(growth).toMatchObject({ label: { zh: '含本数' }, matters: true })
    expect(growth.alternatives).toEqual([
      {
        value: { id: 'growth', reading, fact: 'borrower.revenueGrowth', above: '10%' },
        label: { zh: '不含本数', en: 'the end excluded' },
        outcome: 'refused',
        amount: '0.00',
        difference: `-${money('1000 × 3.33% × 90 / 360')}`,
      },
    ])
  })

  test('the last day of a window', () => {
    const last = found(all, 'parts[0].terms.windows[0]')
    expect(last.alternatives.map(({ amount }) => amount)).toEqual([money('1000 × 3.33% × 89 / 360')])
  })

  test('the rounding: mode, unit and stage one at a time', () => {
    const rounding = found(all, 'parts[0].rounding')
    expect(rounding.alternatives.map(({ label, amount }) => `${label.zh}: ${amount}`)).toEqual([
      '合计四舍六入五成双到分: 8.32',
      '合计舍去尾数到分: 8.32',
      '合计进一到分: 8.33',
      '合计四舍五入到元: 8.00',
      '合计四舍五入到百元: 0.00',
      '合计四舍五入到万元: 0.00',
      '逐笔四舍五入到分: 8.33',
    ])
    expect(money('1000 × 3.33% × 90 / 360')).toBe('8.33')
  })

  test('day counts', () => {
    expect(amounts(found(all, 'parts[0].terms.proration'))).toContainEqual(['actual/365', money('1000 × 3.33% × 90 / 365')])
  })

  test('what the document says is no reading', () => {
    expect(sensitivity(record({ policy: serviceSector, facts: {} })).map(({ about }) => about)).not.toContain('parts[0].terms.proration')
  })
})

const INSTRUMENTS = ['interest-subsidy', 'risk-compensation', 'premium-subsidy', 'guidance-fund']

test('law: an alternative is what the document answers with that parameter, and matters says whether any differs', async () => {
  const all = await applications()
  const given = INSTRUMENTS.flatMap((name) => {
    const own = all.filter(({ policy }) => policy.parts.some(({ instrument }) => instrument === name))
    const step = Math.floor(own.length / 12)
    return own.filter((_, index) => index % step === 0)
  })
  let tried = 0
  for (const one of given) {
    const made = record(one)
    for (const { about, matters, alternatives } of sensitivity(made)) {
      const { outcome, amount } = made.result
      expect(matters).toBe(alternatives.some((other) => other.outcome !== outcome || other.amount !== amount))
      for (const other of alternatives) {
        if (other.difference !== undefined)
          expect(add(exactOf(amount ?? ''), exactOf(other.difference))).toEqual(exactOf(other.amount ?? ''))
        if (!about.startsWith('parameters.')) continue
        tried += 1
        const policy = withParameters(one.policy, { [about.slice('parameters.'.length)]: other.value as string })
        const answer = assess(policy, parseFacts(policy, one.facts), one.options)
        expect([other.outcome, other.amount]).toEqual([answer.outcome, answer.amount])
      }
    }
  }
  expect(tried).toBeGreaterThan(20)
})

test('an altered record is refused; one that cannot be worked out today has none', () => {
  const made = record({ policy: open, facts: openFacts })
  expect(() => sensitivity({ ...made, engine: '9' })).toThrow(RangeError)
  const { format, policy, options, result, lines } = made
  const unreadable: CalculationRecord = sealed({ format, engine: '0.0.9', policy, facts: { nonsense: 1 }, options, result, lines })
  expect(sensitivity(unreadable)).toEqual([])
})
