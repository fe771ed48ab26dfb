import { describe, expect, test } from 'vitest'
import { assess, parseFacts, parsePolicy } from '../../src/index.js'
import serviceSector from '../../src/policies/cn-service-sector-2025.js'
import lukeLoan from '../../src/policies/shandong-luke-loan-2023.js'
import guaranteeInsurance from '../../src/policies/wuhan-guarantee-insurance-loan-2019.js'
import qingshan from '../../src/policies/wuhan-qingshan-hightech-2020.js'
import type { Policy } from '../../src/policy/policy.js'
import { type CalculationInput, type FactChange, type WhatWouldChange, whatWouldChange } from '../../src/record/index.js'
import { evaluateBecause } from '../oracle/exact.js'
import { factsOf as laidOver } from '../policies/cases.js'
import { applications } from './applications.js'

const place = '示例'
const highTech = {
  borrower: { highTechEnterprise: true, inKeyField: true, revenueGrowth: '0.25', districtFiscalContribution: '120000' },
  loans: [{ id: '1', principal: '10000000', drawdownDate: '2019-01-10', termMonths: 12, settled: true }],
  history: { receivedThisYear: '0' },
}
const changesOf = (changes: readonly FactChange[] | undefined): unknown => changes?.map(({ path, after }) => [path, after])

/** A document of the given conditions, half the interest paid. */
const document = (eligibility: readonly object[], more: object = {}, about: object = {}): Policy =>
  parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    facts: {
      'borrower.registered': { kind: 'date', label: '登记日期' },
      'borrower.employees': { kind: 'count', label: '职工人数' },
      'borrower.kinds': { kind: 'classes', label: '类别', oneOf: { a: '甲', b: '乙', c: '丙' } },
    },
    parts: [
      {
        instrument: 'interest-subsidy',
        eligibility: eligibility.map((clause) => ({ place, ...clause })),
        terms: { formula: { place, value: { share: '50%', of: { fact: 'loan.interestPaid' } } } },
        rounding: { place, value: { to: 'fen', mode: 'half-up' } },
        ...more,
      },
    ],
    ...about,
  })
const loans = [{ id: 'A', interestPaid: '1000' }]
const under = (clauses: readonly object[], facts: object, more?: object): WhatWouldChange =>
  whatWouldChange({ policy: document(clauses, more), facts: { loans, ...facts } })

describe('a refusal: the nearest value that meets each clause', () => {
  const revenueGrowth = { fact: 'borrower.revenueGrowth' }
  test.each<[string, object, object, [path: string, after: unknown]]>([
    [
      'a bound that is included',
      { ...revenueGrowth, atLeast: '10%' },
      { borrower: { revenueGrowth: '0.05' } },
      ['borrower.revenueGrowth', '0.1'],
    ],
    ['one that is not', { fact: 'borrower.revenue', above: '100万元' }, { borrower: { revenue: '5' } }, ['borrower.revenue', '1000000.01']],
    ['of whole numbers', { fact: 'borrower.employees', below: '300' }, { borrower: { employees: 900 } }, ['borrower.employees', 299]],
    [
      'a yes',
      { fact: 'borrower.firstTimeBorrower', is: true },
      { borrower: { firstTimeBorrower: false } },
      ['borrower.firstTimeBorrower', true],
    ],
    ['a class among several', { fact: 'borrower.kinds', includes: 'b' }, { borrower: { kinds: ['a'] } }, ['borrower.kinds', ['a', 'b']]],
    ['a class too many', { fact: 'borrower.kinds', noneOf: ['b'] }, { borrower: { kinds: ['a', 'b'] } }, ['borrower.kinds', ['a']]],
    [
      'a day',
      { fact: 'borrower.registered', until: '2020-01-01' },
      { borrower: { registered: '2021-05-01' } },
      ['borrower.registered', '2019-12-31'],
    ],
    [
      'the opposite of a clause',
      { not: { fact: 'borrower.employees', atLeast: '300' } },
      { borrower: { employees: 300 } },
      ['borrower.employees', 299],
    ],
    ['no other support', { otherSupport: 'none' }, { otherSupport: [{ level: 'city', amount: '1' }] }, ['otherSupport', []]],
    [
      'what is worked out: by a stated fact it follows from',
      { value: { ratio: [{ fact: 'borrower.districtTax' }, { fact: 'borrower.revenue' }] }, atLeast: '5%' },
      { borrower: { districtTax: '4', revenue: '100' } },
      ['borrower.districtTax', '5'],
    ],
  ])('%s', (_, clause, facts, change) => {
    const { outcome, failing, turning } = under([clause], facts)
    expect([outcome, failing.length, failing[0]?.tests.length]).toEqual(['refused', 1, 1])
    expect(changesOf(failing[0]?.ways[0])).toEqual([change])
    expect(turning).toMatchObject({ outcome: 'granted', amount: '500.00' })
  })

  test('value, limit and distance stand beside it', () => {
    const { failing } = whatWouldChange({
      policy: qingshan,
      facts: { ...highTech, borrower: { ...highTech.borrower, revenueGrowth: '0.04' } },
    })
    expect(failing).toMatchObject([
      { id: 'growth', tests: [{ given: '0.04', bounds: [{ test: 'at-least', limit: '0.1', distance: '-0.06' }] }] },
    ])
  })

  test('of two that are asked together both, of two either of which is enough each', () => {
    const two = [
      { fact: 'borrower.employees', atMost: '300' },
      { fact: 'borrower.revenue', atMost: '4亿元' },
    ]
    const facts = { borrower: { employees: 400, revenue: '500000000' } }
    const [all] = under([{ id: 'size', all: two }], facts).failing
    expect(all?.ways.map(changesOf)).toEqual([
      [
        ['borrower.employees', 300],
        ['borrower.revenue', '400000000'],
      ],
    ])
    const [any] = under([{ id: 'size', any: two }], facts).failing
    expect(any?.ways.map(changesOf)).toContainEqual([['borrower.employees', 300]])
    expect(any?.ways.map(changesOf)).toContainEqual([['borrower.revenue', '400000000']])
  })

  test('loans that do not count: the one that lacks least', () => {
    const items = {
      items: {
        where: [
          { place, fact: 'loan.settled', is: true },
          { place, fact: 'loan.termMonths', atMost: '12个月' },
        ],
      },
    }
    const several = [
      { id: 'A', interestPaid: '1000', settled: false, termMonths: 24 },
      { id: 'B', interestPaid: '600', settled: false, termMonths: 12 },
    ]
    const { failing, turning } = under([], { loans: several }, items)
    expect(failing.map(({ item, id }) => `${item} ${id}`)).toEqual([
      'loans[0] loan.settled',
      'loans[0] loan.termMonths',
      'loans[1] loan.settled',
    ])
    expect(turning).toMatchObject({ changes: [{ path: 'loans[1].settled', before: false, after: true }], amount: '300.00' })
  })

  test('a gap in a table, a least amount, support that excludes: one fact that turns it', () => {
    const gap = whatWouldChange({
      policy: guaranteeInsurance,
      facts: {
        application: { date: '2019-08-12' },
        borrower: { techEnterprise: true },
        history: { receivedThisYear: '0' },
        loans: [
          {
            id: '1',
            guaranteeInsurance: true,
            principal: '990000',
            drawdownDate: '2018-03-01',
            interestPaid: '34000',
            premiumPaid: '15000',
            settled: true,
          },
        ],
        otherSupport: [],
      },
    })
    expect(gap.turning).toMatchObject({ changes: [{ path: 'loans[0].principal', after: '1000000' }], outcome: 'granted' })
    const least = under([], {}, { limits: [{ place, per: 'applicant', minimum: '600元' }] })
    expect(least.turning).toMatchObject({
      changes: [{ path: 'loans[0].interestPaid', before: '1000', after: '1200' }],
      amount: '600.00',
    })
    const excluded = under(
      [],
      { otherSupport: [{ level: 'city', amount: '1' }] },
      { limits: [{ place, per: 'applicant', stacking: 'exclude' }] },
    )
    expect(excluded.turning).toMatchObject({ changes: [{ path: 'otherSupport[0]' }], amount: '500.00' })
  })

  test('what no stated fact decides is not promised', () => {
    const parameters = { open: { kind: 'class', label: '是否开放', oneOf: ['yes', 'no'], value: 'no', reading: '示例' } }
    const policy = document([{ id: 'open', parameter: 'open', is: 'yes' }], {}, { parameters })
    const { failing, turning } = whatWouldChange({ policy, facts: { loans } })
    expect([failing[0]?.ways, turning]).toEqual([[], undefined])
  })
})

describe('time alone', () => {
  const from = { id: 'opens', fact: 'application.date', from: '2026-03-01' }
  const established = {
    id: 'a-year',
    date: { date: { fact: 'borrower.registered' }, plus: '12个月' },
    through: { fact: 'application.date' },
  }
  test.each<[string, readonly object[], object, unknown]>([
    ['until it opens', [from], { application: { date: '2026-01-31' } }, { days: 29, date: '2026-03-01' }],
    [
      'until a year has passed, by the last day of a month that has fewer',
      [established],
      { application: { date: '2025-01-01' }, borrower: { registered: '2024-02-29' } },
      { days: 58, date: '2025-02-28' },
    ],
    [
      'of two the later',
      [from, established],
      { application: { date: '2026-01-31' }, borrower: { registered: '2025-06-30' } },
      { days: 150, date: '2026-06-30' },
    ],
    [
      'a window that has closed never opens again',
      [{ fact: 'application.date', through: '2025-12-31' }],
      { application: { date: '2026-01-01' } },
      undefined,
    ],
    [
      'what time does not touch',
      [{ fact: 'borrower.firstTimeBorrower', is: true }],
      { application: { date: '2026-01-01' }, borrower: { firstTimeBorrower: false } },
      undefined,
    ],
  ])('%s', (_, clauses, facts, earliest) => expect(under(clauses, facts).earliest).toEqual(earliest))

  test('days overdue grow, and other days move where they are named', () => {
    const overdue = { items: { where: [{ place, fact: 'loan.lateDays', above: '90天' }] } }
    const policy = document([], overdue, { facts: { 'loan.lateDays': { kind: 'days', label: '逾期天数' } } })
    const input: CalculationInput = { policy, facts: { loans: [{ id: 'A', interestPaid: '1000', lateDays: 60 }] } }
    expect(whatWouldChange(input).earliest).toBeUndefined()
    expect(whatWouldChange(input, { moving: ['loans[0].lateDays'] })).toMatchObject({
      earliest: { days: 31 },
      failing: [{ earliest: { days: 31 } }],
    })
    expect(() => whatWouldChange(input, { moving: ['loans[0].interestPaid'] })).toThrow(RangeError)
  })
})

describe('an incomplete answer: what to ask next', () => {
  const asked = (input: CalculationInput): string[] => whatWouldChange(input).ask.map(({ path, decides }) => (decides ? `${path}!` : path))

  test('what may settle it comes first, a list before what stands in it', () => {
    expect(asked({ policy: lukeLoan, facts: {} })).toEqual([
      'loans!',
      'loans[0].registered!',
      'loans[0].settled!',
      'borrower.receivedBefore!',
      'loans[0].interestPaid',
    ])
  })

  test('what an answer makes needless is not asked', () => {
    const policy = document([
      {
        id: 'size',
        any: [
          { fact: 'borrower.firstTimeBorrower', is: true },
          { fact: 'borrower.employees', atMost: '300' },
        ],
      },
    ])
    expect(asked({ policy, facts: { loans } })).toEqual(['borrower.firstTimeBorrower'])
  })

  test('a rate that is not published can be stated; why it is missing is said', () => {
    const policy = document([{ value: { referenceRate: 'lpr-1y', on: { fact: 'application.date' } }, atMost: '5%' }])
    const { ask } = whatWouldChange({ policy, facts: { loans, application: { date: '2126-01-01' } } })
    expect(ask).toMatchObject([{ path: 'rates.lpr1y', reason: { zh: expect.stringContaining('已知至') as string } }])
  })
})

describe('a capped answer: what each cap costs', () => {
  test('the caps of two documents', () => {
    const capped = whatWouldChange({ policy: qingshan, facts: highTech })
    const uncapped = evaluateBecause('1000万 × 4.35% × 40%')
    expect(capped).toMatchObject({
      amount: '120000.00',
      caps: [{ about: 'parts[0].limits[0]', without: uncapped, cost: evaluateBecause('1000万 × 4.35% × 40% - 120000') }],
      withoutCaps: uncapped,
    })
    const principal = whatWouldChange({
      policy: serviceSector,
      facts: {
        borrower: { inListedServiceSector: true },
        loans: [
          { id: '1', principal: '3000000', contractDate: '2025-09-28', drawdownDate: '2025-10-01', termMonths: 24, annualRate: '0.0345' },
        ],
        otherSupport: [],
        history: { principalSupported: '0' },
        events: { bankReceivesFunds: '2026-02' },
      },
    })
    expect(principal.amount).toBe(evaluateBecause('100万 × 1%'))
    expect(principal.caps.map(({ about, cost }) => [about, cost])).toEqual([
      ['parts[0].terms.principalLimits[0]', evaluateBecause('200万 × 1%')],
      ['parts[0].terms.longest', evaluateBecause('100万 × 1%')],
    ])
    expect(principal.withoutCaps).toBe(evaluateBecause('300万 × 1% × 2'))
  })

  test('two caps that bind at once cost nothing one by one', () => {
    const limits = ['400元', '400元'].map((cap) => ({ place, per: 'applicant', cap }))
    expect(under([], {}, { limits })).toMatchObject({ amount: '400.00', caps: [], withoutCaps: '500.00' })
  })
})

describe('laws, over the cases of the documents of every instrument', async () => {
  const all = await applications()
  const outcomeOf = ({ policy, facts, options }: CalculationInput): string => {
    const { outcome } = assess(policy, parseFacts(policy, facts), options)
    return outcome
  }
  const applied = (facts: unknown, changes: readonly FactChange[]): object =>
    changes.reduce<object>(
      (stated, { path, after }) =>
        laidOver(stated as { readonly [key: string]: unknown }, after === undefined ? { without: [path] } : { with: { [path]: after } }),
      facts as object,
    )

  test('what is said to turn a refusal turns it, and most refusals can be turned', () => {
    let [refused, turned] = [0, 0]
    for (const input of all.filter((_, index) => index % 41 === 3)) {
      const { outcome, failing, turning } = whatWouldChange(input)
      if (outcome !== 'refused') continue
      refused += 1
      if (turning === undefined) continue
      turned += 1
      expect(outcomeOf({ ...input, facts: applied(input.facts, turning.changes) })).toBe(turning.outcome)
      expect(turning.outcome).not.toBe('refused')
      for (const { id, item, ways } of failing)
        for (const way of ways) {
          const { policy, options } = input
          const facts = applied(input.facts, way)
          const answer = assess(policy, parseFacts(policy, facts), options)
          const asked =
            item === undefined ? answer.clauses : answer.items.filter(({ path }) => path === item).flatMap(({ clauses }) => clauses)
          expect(asked.filter((clause) => clause.id === id && clause.result === 'met').length).toBeGreaterThan(0)
        }
    }
    expect(turned).toBeGreaterThan(refused * 0.8)
    expect(turned).toBeGreaterThan(5)
  })

  test('whoever answers what is asked comes to an end, and is asked nothing twice', () => {
    let answered = 0
    for (const input of all.filter((_, index) => index % 73 === 1)) {
      const full = outcomeOf(input)
      if (full === 'incomplete') continue
      const groups = Object.keys(input.facts as object)
      const missing = groups[answered % groups.length] as string
      const { [missing]: _, ...fewer } = input.facts as { readonly [group: string]: unknown }
      const { outcome, ask } = whatWouldChange({ ...input, facts: fewer })
      if (outcome !== 'incomplete') continue
      answered += 1
      expect(ask.length).toBeGreaterThan(0)
      expect(new Set(ask.map(({ path }) => path)).size).toBe(ask.length)
      expect(ask.some(({ path }) => path === missing || path.startsWith(missing))).toBe(true)
      expect(ask.map(({ decides }) => decides)).toEqual(ask.map(({ decides }) => decides).sort((a, b) => Number(b) - Number(a)))
    }
    expect(answered).toBeGreaterThan(3)
  })
})
