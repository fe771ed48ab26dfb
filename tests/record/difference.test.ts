import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePolicy, withParameters } from '../../src/index.js'
import serviceSector from '../../src/policies/cn-service-sector-2025.js'
import eastLake from '../../src/policies/wuhan-eastlake-working-capital-2021.js'
import qingshan from '../../src/policies/wuhan-qingshan-hightech-2020.js'
import { type CalculationRecord, explainDifference, type RecordDifference, record } from '../../src/record/index.js'
import { sealed } from '../../src/record/record.js'
import { add, evaluateBecause, exactOf, fenText, NOTHING, roundedUnits, subtract } from '../oracle/exact.js'
import { applications } from './applications.js'

const loan = {
  id: 'A',
  principal: '900000',
  contractDate: '2025-03-28',
  drawdownDate: '2025-04-01',
  maturityDate: '2026-04-01',
  annualRate: '0.0345',
}
const facts = {
  borrower: { inListedServiceSector: true },
  loans: [loan],
  otherSupport: [],
  history: { principalSupported: '0' },
  events: { bankReceivesFunds: '2025-08' },
}
const withLoan = (changes: object): object => ({ ...facts, loans: [{ ...loan, ...changes }] })
const base = record({ policy: serviceSector, facts })

const shown = ({ causes }: RecordDifference): string[] =>
  causes.map(({ changes, difference }) => `${changes.map(({ group, path }) => (path === '' ? group : path)).join(' + ')}: ${difference}`)
const money = (because: string): string => evaluateBecause(because)

const sixMonths = parsePolicy({
  ...serviceSector,
  parts: serviceSector.parts.map((part) => ({ ...part, terms: { ...part.terms, longest: { place: '示例', value: '6个月' } } })),
})

describe('causes of a difference', () => {
  test.each<[string, CalculationRecord, string[]]>([
    ['nothing', record({ policy: serviceSector, facts }), []],
    [
      'one fact',
      record({ policy: serviceSector, facts: withLoan({ principal: '800000' }) }),
      [`loans[0].principal: ${money('800000 × 1% - 900000 × 1%')}`],
    ],
    [
      'two facts, by their path',
      record({ policy: serviceSector, facts: withLoan({ principal: '800000', maturityDate: '2025-10-01' }) }),
      [
        `loans[0].maturityDate: ${money('900000 × 1% × 6 / 12 - 900000 × 1%')}`,
        `loans[0].principal: ${money('800000 × 1% × 6 / 12 - 900000 × 1% × 6 / 12')}`,
      ],
    ],
    ['a fact without effect', record({ policy: serviceSector, facts: { ...facts, applicant: { name: '甲' } } }), ['applicant: 0.00']],
    ['the document', record({ policy: sixMonths, facts }), [`document: ${money('900000 × 1% × 6 / 12 - 900000 × 1%')}`]],
    [
      'facts before the document',
      record({ policy: sixMonths, facts: withLoan({ principal: '800000' }) }),
      [`loans[0].principal: ${money('800000 × 1% - 900000 × 1%')}`, `document: ${money('800000 × 1% × 6 / 12 - 800000 × 1%')}`],
    ],
    [
      'a refusal',
      record({ policy: serviceSector, facts: { ...facts, borrower: { inListedServiceSector: false } } }),
      [`borrower.inListedServiceSector: -${money('900000 × 1%')}`],
    ],
    ['the day of decision', record({ policy: serviceSector, facts, options: { knownOn: '2025-12-31' } }), ['options.knownOn: 0.00']],
  ])('%s', (_, other, causes) => expect(shown(explainDifference(base, other))).toEqual(causes))
})

test('two facts of which one alone contradicts the others count together', () => {
  const half = record({ policy: serviceSector, facts: withLoan({ maturityDate: '2025-10-01' }) })
  const later = record({ policy: serviceSector, facts: withLoan({ drawdownDate: '2025-11-01', maturityDate: '2026-02-01' }) })
  const { causes } = explainDifference(half, later)
  expect(shown(explainDifference(half, later))).toEqual([
    `loans[0].drawdownDate + loans[0].maturityDate: ${money('900000 × 1% × 3 / 12 - 900000 × 1% × 6 / 12')}`,
  ])
  expect(causes[0]?.message).toEqual({
    zh: '放款日期（loans[0].drawdownDate）由2025-04-01改为2025-11-01；到期日（当日不计息）（loans[0].maturityDate）由2025-10-01改为2026-02-01：金额减少2250.00元',
    en: 'day of drawdown (loans[0].drawdownDate) from 2025-04-01 to 2025-11-01; maturity (interest stops the day before) (loans[0].maturityDate) from 2025-10-01 to 2026-02-01: the amount falls by 2250.00 yuan',
  })
})

test('a loan more, and a loan less', () => {
  const other = { ...loan, id: 'B', principal: '50000' }
  const two = record({ policy: serviceSector, facts: { ...facts, loans: [loan, other] } })
  expect(shown(explainDifference(base, two))).toEqual([`loans[1]: ${money('50000 × 1%')}`])
  expect(shown(explainDifference(two, base))).toEqual([`loans[1]: ${money('0 - 50000 × 1%')}`])
})

test('a parameter has its own cause, after the facts', () => {
  const application = {
    borrower: { highTechEnterprise: true, inKeyField: true, revenueGrowth: '0.25', districtFiscalContribution: '500000' },
    loans: [{ id: 'A', principal: '4000000', drawdownDate: '2019-01-10', termMonths: 12, settled: true }],
    history: { receivedThisYear: '0' },
  }
  const usual = record({ policy: qingshan, facts: application })
  const other = record({
    policy: withParameters(qingshan, { proration: 'actual/360' }),
    facts: { ...application, loans: [{ ...application.loans[0], principal: '3000000' }] },
  })
  expect(shown(explainDifference(usual, other))).toEqual([
    `loans[0].principal: ${money('300万 × 4.35% × 40% - 400万 × 4.35% × 40%')}`,
    `parameters.proration: ${money('300万 × 4.35% × 365 / 360 × 40% - 300万 × 4.35% × 40%')}`,
  ])
})

test('a rate given otherwise has its own cause', () => {
  const application = {
    award: { year: 2027 },
    borrower: {
      aboveScaleIndustry: true,
      inZone: true,
      outputGrowth: '0.30',
      localContribution: '2000000',
      localContributionBefore: '1500000',
      leadingEnterpriseReward: false,
    },
    loans: [{ id: 'A', workingCapital: true, principal: '10000000', drawdownDate: '2027-02-01', termMonths: 12 }],
    otherSupport: [],
    round: { zoneOutputGrowth: '0.1' },
  }
  const given = (rate: string): CalculationRecord => {
    const rates = [{ from: '2027-01-20', rates: { 'lpr-1y': rate, 'lpr-5y-plus': '0.035' }, source: '示例' }]
    return record({ policy: eastLake, facts: application, options: { rates } })
  }
  expect(shown(explainDifference(given('0.03'), given('0.029')))).toEqual([
    `options.rates: ${money('1000万 × 2.9% × 50% - 1000万 × 3% × 50%')}`,
  ])
})

test('what another version answered otherwise is a cause, on either side', () => {
  const { format, policy, options, result, lines } = base
  const earlier = sealed({ format, engine: '0.0.9', policy, facts: base.facts, options, result: { ...result, amount: '9000.07' }, lines })
  const other = record({ policy: serviceSector, facts: withLoan({ principal: '800000' }) })
  expect(shown(explainDifference(earlier, other))).toEqual(['engine: -0.07', 'loans[0].principal: -1000.00'])
  expect(shown(explainDifference(other, earlier))).toEqual(['loans[0].principal: 1000.00', 'engine: 0.07'])
})

test('an incomplete answer has no difference, but its changes', () => {
  const { otherSupport: _, ...fewer } = facts
  const found = explainDifference(base, record({ policy: serviceSector, facts: fewer }))
  expect(found).toMatchObject({ before: { outcome: 'granted', amount: '9000.00' }, after: { outcome: 'incomplete' }, causes: [] })
  expect(found).not.toHaveProperty('difference')
  expect(found.changes.map(({ path }) => path)).toEqual(['otherSupport'])
})

test('an altered record is refused', () => {
  const altered = { ...base, result: { ...base.result, amount: '1.00' } }
  expect(() => explainDifference(altered, base)).toThrow(RangeError)
  expect(() => explainDifference(base, altered)).toThrow(RangeError)
})

test('law: the causes sum to the difference, and lead from one amount to the other', async () => {
  const all = (await applications()).filter((_, index) => index % 5 === 0).map((given) => record(given))
  const withAmount = all.filter(({ result }) => result.amount !== undefined)
  const pairs = withAmount.flatMap((a, index) => withAmount.slice(index + 1, index + 4).map((b) => [a, b] as const))
  expect(pairs.filter(([a, b]) => a.policy.id === b.policy.id).length).toBeGreaterThan(50)
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.boolean(), (pair, turned) => {
      const [a, b] = turned ? [pair[1], pair[0]] : pair
      const { difference = '', causes } = explainDifference(a, b)
      const [from, to] = [a, b].map(({ result }) => exactOf(result.amount as string)) as [
        ReturnType<typeof exactOf>,
        ReturnType<typeof exactOf>,
      ]
      expect(exactOf(difference)).toEqual(subtract(to, from))
      expect(causes.map((cause) => exactOf(cause.difference)).reduce(add, NOTHING)).toEqual(subtract(to, from))
      let current = a.result.amount
      for (const cause of causes) {
        expect(cause.before).toBe(current)
        expect(cause.difference).toBe(
          fenText(roundedUnits(subtract(exactOf(cause.after), exactOf(cause.before)), exactOf('0.01'), 'half-up')),
        )
        current = cause.after
      }
      expect(current).toBe(b.result.amount)
    }),
    { numRuns: 60 },
  )
})
