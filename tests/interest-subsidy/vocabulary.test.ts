import { describe, expect, test } from 'vitest'
import { parsePolicy, withParameters } from '../../src/index.js'
import { assess, parseFacts } from '../../src/interest-subsidy/index.js'
import { evaluateBecause } from '../oracle/exact.js'

const place = '示例通知'
const loan = { id: 'A', principal: '1000000', drawdownDate: '2022-03-01', maturityDate: '2025-03-01', annualRate: '0.05' }

/** A document that fixes just what a case is about. */
const document = (terms: object, part: object = {}, policy: object = {}) =>
  parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    facts: { 'loan.product': { kind: 'class', label: '产品', oneOf: { credit: '信用贷', pledge: '质押贷' } } },
    parts: [
      {
        instrument: 'interest-subsidy',
        terms: { proration: { value: 'month/12', place }, ...terms },
        rounding: { value: { to: 'fen', mode: 'half-up' }, place },
        ...part,
      },
    ],
    ...policy,
  })

const answer = (policy: ReturnType<typeof document>, facts: object = {}) => assess(policy, parseFacts(policy, { loans: [loan], ...facts }))

interface Row {
  readonly name: string
  readonly because: string
  readonly expect: string
  readonly policy: ReturnType<typeof document>
  readonly facts?: object
}

const secondYear = { date: { fact: 'loan.drawdownDate' }, plus: '12个月' }
const perYear = { formula: { value: { interestAt: '2个百分点' }, place } }
const credit = { ...loan, id: 'A', product: 'credit' }
const pledge = { ...loan, id: 'B', product: 'pledge' }
const byProduct = {
  choose: 'first',
  cases: [{ when: { fact: 'loan.product', is: 'credit' }, value: '5万元' }],
  otherwise: '1万元',
}

const halfOfLpr = (reset: string | undefined) => ({
  interestAt: {
    share: '50%',
    of: { referenceRate: 'lpr-1y', on: { fact: 'loan.drawdownDate' }, ...(reset === undefined ? {} : { reset }) },
  },
})

const rows: readonly Row[] = [
  {
    name: 'two points in the first year of the loan, one after',
    because: '1000000 × 2% + 1000000 × 1% × 2',
    expect: '40000.00',
    policy: document({
      formula: {
        value: {
          sumOf: [
            { interestAt: '2个百分点', within: { until: secondYear } },
            { interestAt: '1个百分点', within: { from: secondYear } },
          ],
        },
        place,
      },
    }),
  },
  {
    name: 'half of an LPR that is reset each 1 January',
    because:
      '1000000 × 3.7% × 50% × 306 / 365 + 1000000 × 3.65% × 50% × 365 / 365 + 1000000 × 3.45% × 50% × 366 / 365 + 1000000 × 3.1% × 50% × 59 / 365',
    expect: '53562.33',
    policy: document({ formula: { value: halfOfLpr('1-january'), place }, proration: { value: 'actual/365', place } }),
  },
  {
    name: 'half of an LPR that is reset each anniversary of the drawdown',
    because: '1000000 × 3.7% × 50% × 365 / 365 + 1000000 × 3.65% × 50% × 366 / 365 + 1000000 × 3.45% × 50% × 365 / 365',
    expect: '54050.00',
    policy: document({ formula: { value: halfOfLpr('anniversary'), place }, proration: { value: 'actual/365', place } }),
  },
  {
    name: 'half of the LPR of the first day throughout',
    because: '1000000 × 3.7% × 50% × 1096 / 365',
    expect: '55550.68',
    policy: document({ formula: { value: halfOfLpr(undefined), place }, proration: { value: 'actual/365', place } }),
  },
  {
    name: 'the last day counts as well',
    because: '1000000 × 2% × 1097 / 365',
    expect: '60109.59',
    policy: document({
      formula: { value: { interestAt: '2个百分点' }, place },
      proration: { value: 'actual/365', place },
      lastDay: { value: 'included', place },
    }),
  },
  {
    name: 'a loan repaid early counts the day of repayment as well, and no day after it',
    because: '1000000 × 2% × 32 / 365',
    expect: '1753.42',
    policy: document({
      formula: { value: { interestAt: '2个百分点' }, place },
      proration: { value: 'actual/365', place },
      lastDay: { value: 'included', place },
    }),
    facts: { loans: [{ ...loan, settledDate: '2022-04-01' }] },
  },
  {
    name: 'a flat amount for each year of the counted time',
    because: '5000 × 36 / 12',
    expect: '15000.00',
    policy: document({ formula: { value: { share: { counted: 'years' }, of: '5000元' }, place } }),
  },
  {
    name: 'a flat amount for each month of the counted time',
    because: '100 × 36',
    expect: '3600.00',
    policy: document({ formula: { value: { share: { counted: 'months' }, of: '100元' }, place } }),
  },
  {
    name: 'one yuan for each day of the counted time',
    because: '1096',
    expect: '1096.00',
    policy: document({ formula: { value: { share: { counted: 'days' }, of: '1元' }, place } }),
  },
  {
    name: 'a cap for each calendar year by itself',
    because: 'min(1000000 × 2% × 10 / 12, 18000) + 18000 + 18000 + min(1000000 × 2% × 2 / 12, 18000)',
    expect: '56000.00',
    policy: document(perYear, { limits: [{ id: 'yearly', cap: '1.8万元', per: 'loan', each: 'calendar-year', place }] }),
  },
  {
    name: 'a cap for each year of the loan by itself',
    because: '3 × 18000',
    expect: '54000.00',
    policy: document(perYear, { limits: [{ id: 'yearly', cap: '1.8万元', per: 'loan', each: 'loan-year', place }] }),
  },
  {
    name: 'a cap for each settlement quarter, through the 20th',
    because: '12 × min(1000000 × 2% × 3 / 12, 4000) + min(1000000 × 2% × 20 / 360, 4000)',
    expect: '49111.11',
    policy: document(perYear, { limits: [{ id: 'quarterly', cap: '4000元', per: 'applicant', each: 'quarter', place }] }),
    facts: { loans: [{ ...loan, drawdownDate: '2022-03-01', maturityDate: '2025-03-21' }] },
  },
  {
    name: 'a cap that differs by the product the loans share',
    because: '50000 + 10000',
    expect: '60000.00',
    policy: document(perYear, { limits: [{ id: 'product', cap: byProduct, per: { by: 'loan.product' }, place }] }),
    facts: { loans: [credit, pledge] },
  },
  {
    name: 'fifteen odd days count as a month',
    because: '1000000 × 2% × 13 / 12',
    expect: '21666.67',
    policy: document({ ...perYear, proration: { value: 'nearest-month/12', place } }),
    facts: { loans: [{ ...loan, maturityDate: '2023-03-16' }] },
  },
  {
    name: 'fourteen odd days count for nothing',
    because: '1000000 × 2%',
    expect: '20000.00',
    policy: document({ ...perYear, proration: { value: 'nearest-month/12', place } }),
    facts: { loans: [{ ...loan, maturityDate: '2023-03-15' }] },
  },
  {
    name: 'exactly the least amount is paid',
    because: '1000000 × 2% × 3',
    expect: '60000.00',
    policy: document(perYear, { limits: [{ id: 'least', minimum: '6万元', per: 'applicant', place }] }),
  },
]

const figure = { figure: '2个百分点', name: 'appliedRate', reading: '按两个百分点' }
const shownRate = { name: 'netAnnualRate', excessOf: [{ fact: 'loan.annualRate' }, '2个百分点'] }
const scaled = {
  formula: {
    value: { share: { ratio: [{ counted: 'principal' }, { fact: 'loan.principal' }] }, of: { fact: 'loan.interestPaid' } },
    place,
  },
  principalLimits: [{ value: '60万元', per: 'applicant', order: { value: 'drawdown-date', reading: '按放款先后' }, place }],
}

describe('what a formula and a limit can say', () => {
  test.each(rows)('$name', ({ because, policy, facts, expect: wanted }) => {
    expect(evaluateBecause(because)).toBe(wanted)
    expect(answer(policy, facts)).toMatchObject({ outcome: 'granted', amount: wanted })
  })

  test('interest paid counts for the part of the principal that counts', () => {
    const { amount, readings } = answer(document(scaled), { loans: [{ ...loan, interestPaid: '150000' }] })
    expect(evaluateBecause('150000 × 60万 / 100万')).toBe('90000.00')
    expect(amount).toBe('90000.00')
    expect(readings.map(({ about }) => about)).toEqual(['parts[0].terms.principalLimits[0].order'])
  })

  test('a printed figure can have a name and a source of its own', () => {
    const { amount, items, readings } = answer(document({ formula: { value: { interestAt: figure }, place } }))
    expect(amount).toBe('60000.00')
    expect(items[0]?.worksheet['appliedRate']).toEqual({ kind: 'rate', value: '0.02', source: { reading: '按两个百分点' } })
    expect(readings.map(({ about }) => about)).toEqual(['parts[0].terms.formula.value.interestAt'])
  })

  test('a value that is only shown changes nothing and is not asked for', () => {
    const policy = document({ ...perYear, shown: [{ value: shownRate, place }] })
    expect(answer(policy).items[0]?.worksheet).toMatchObject({ netAnnualRate: { kind: 'rate', value: '0.03', source: { place } } })
    const { annualRate: _, ...unpriced } = loan
    const { outcome, amount, items } = answer(policy, { loans: [unpriced] })
    expect({ outcome, amount, shown: items[0]?.worksheet['netAnnualRate'] }).toEqual({
      outcome: 'granted',
      amount: '60000.00',
      shown: undefined,
    })
  })

  test('a window that ends on a day of the award year', () => {
    const windows = [
      { value: { from: { yearOf: 'award.year', day: '12-21', years: -1 }, through: { yearOf: 'award.year', day: '12-20' } }, place },
    ]
    const policy = document({ ...perYear, windows })
    expect(answer(policy, { award: { year: 2023 } })).toMatchObject({ amount: '20000.00' })
    expect(answer(policy)).toMatchObject({ outcome: 'incomplete', missing: [{ path: 'award.year' }] })
  })

  test('the drawdowns of a loan can be counted', () => {
    const part = { items: { where: [{ id: 'voucher', place, value: { count: 'loan.drawdowns' }, atMost: '1' }] } }
    const policy = document(perYear, part)
    const { principal: _, drawdownDate: __, ...drawn } = loan
    const once = { ...drawn, drawdowns: [{ date: '2022-03-01', amount: '1000000' }] }
    const twice = { ...drawn, drawdowns: [...once.drawdowns, { date: '2022-05-01', amount: '1000000' }] }
    expect(answer(policy, { loans: [once] })).toMatchObject({ outcome: 'granted', amount: '60000.00' })
    expect(answer(policy, { loans: [loan] })).toMatchObject({ outcome: 'granted', amount: '60000.00' })
    expect(answer(policy, { loans: [twice] }).items[0]?.leftOut).toMatchObject({ code: 'clause-not-met', clauses: ['voucher'] })
  })

  test('a parameter is required only where another one makes it matter', () => {
    const parameters = {
      kind: { kind: 'class', label: '类型', oneOf: ['points', 'share'] },
      points: { kind: 'rate', label: '点数', neededWhen: { parameter: 'kind', is: 'points' } },
      share: { kind: 'rate', label: '比例', neededWhen: { parameter: 'kind', is: 'share' } },
    }
    const value = {
      choose: 'first',
      cases: [{ when: { parameter: 'kind', is: 'points' }, value: { interestAt: { parameter: 'points' } } }],
      otherwise: { share: { parameter: 'share' }, of: { fact: 'loan.interestPaid' } },
    }
    const template = document({ formula: { value, place } }, {}, { parameters, status: 'template' })
    expect(answer(withParameters(template, { kind: 'points', points: '1%' }))).toMatchObject({ amount: '30000.00' })
    expect(() => withParameters(template, { kind: 'share' })).toThrow(/parameters\.share/)
    expect(() => withParameters(template, { points: '1%' })).toThrow(/parameters\.kind/)
  })

  test('money deducted by the quarter: months past are refunded, the rest falls due with each calendar quarter', () => {
    const payment = { value: { form: 'deducted', each: 'quarter', refundsElapsed: true }, place }
    const policy = document({ ...perYear, longest: { value: '1年', place } }, { payment })
    const [paid] = answer(policy, { events: { bankReceivesFunds: '2022-05' } }).payments
    expect(evaluateBecause('1000000 × 2% × 2 / 12')).toBe('3333.33')
    expect(paid).toMatchObject({ refundForElapsedMonths: '3333.34', elapsedMonths: 2, remainingMonths: 10 })
    expect(paid?.instalments?.map(({ month }) => month)).toEqual(['2022-05', '2022-06', '2022-09', '2022-12', '2023-02'])
    const whole = paid?.instalments?.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
    expect(whole).toBe(2_000_000)
  })

  const half = { ...loan, principal: '5000.50', maturityDate: '2023-03-01' }
  const onePoint = { formula: { value: { interestAt: '1%' }, place } }

  test('rounding item by item never lifts the sum above the cap', () => {
    const rounding = { value: { to: 'fen', mode: 'half-up', each: 'item' }, place }
    const facts = {
      loans: [
        { ...half, id: 'A' },
        { ...half, id: 'B' },
      ],
    }
    expect(evaluateBecause('2 × 50.01')).toBe('100.02')
    expect(answer(document(onePoint, { rounding }), facts).amount).toBe('100.02')
    expect(answer(document(onePoint, { rounding, limits: [{ cap: '100.01元', per: 'applicant', place }] }), facts).amount).toBe('100.01')
    expect(answer(document(onePoint, { rounding, limits: [{ cap: '100.02元', per: 'applicant', place }] }), facts).amount).toBe('100.02')
  })

  test('rounding to a hundred yuan stops below a cap that is not whole hundreds', () => {
    const rounding = { value: { to: 'hundred-yuan', mode: 'half-up' }, place }
    const limits = [{ cap: '3055元', per: 'applicant', place }]
    expect(answer(document(perYear, { rounding, limits })).amount).toBe('3000.00')
    expect(answer(document(perYear, { rounding, limits: [{ cap: '3100元', per: 'applicant', place }] })).amount).toBe('3100.00')
  })

  test('principal confirmed above what was drawn counts only as drawn, on either basis', () => {
    const terms = { ...onePoint, principal: { value: { fact: 'loan.confirmedPrincipal' }, place } }
    const facts = { loans: [{ ...loan, maturityDate: '2023-03-01', confirmedPrincipal: '2000000' }] }
    for (const value of ['original', 'balance']) {
      expect(answer(document({ ...terms, principalBasis: { value, place } }), facts).amount).toBe('10000.00')
    }
  })

  test('a cap each quarter on a loan without days asks for its day of drawdown', () => {
    const policy = document(onePoint, { limits: [{ cap: '1元', per: 'loan', each: 'quarter', place }] })
    const { outcome, missing } = answer(policy, { loans: [{ id: 'A', principal: '1000', termMonths: 12 }] })
    expect({ outcome, paths: missing.map(({ path }) => path) }).toEqual({ outcome: 'incomplete', paths: ['loans[0].drawdownDate'] })
  })

  test('a loan no line covers takes nothing of the principal the loans share', () => {
    const value = { by: { fact: 'loan.termMonths' }, brackets: [{ atLeast: '12个月', value: { interestAt: '1%' } }] }
    const policy = document({ formula: { value, place }, principalLimits: [{ value: '100万元', per: 'applicant', place }] })
    const short = { id: 'A', principal: '800000', drawdownDate: '2022-01-01', maturityDate: '2022-06-01' }
    const long = { id: 'B', principal: '1000000', drawdownDate: '2022-02-01', maturityDate: '2023-02-01' }
    const { amount, items } = answer(policy, { loans: [short, long] })
    expect({ amount, codes: items.map(({ leftOut }) => leftOut?.code) }).toEqual({ amount: '10000.00', codes: ['not-covered', undefined] })
  })

  test('a fen below the least amount is not paid', () => {
    const policy = document(perYear, { limits: [{ id: 'least', minimum: '60000.01元', per: 'applicant', place }] })
    const { outcome, amount, reasons } = answer(policy)
    expect({ outcome, amount, codes: reasons.map(({ code }) => code) }).toEqual({
      outcome: 'refused',
      amount: '0.00',
      codes: ['below-minimum'],
    })
  })

  test('who pays follows the tier; while the tier is unknown so is the answer', () => {
    const payers = {
      value: {
        cases: [
          { when: { fact: 'borrower.class', is: 'poor-county' }, shares: { province: '70%', county: '30%' } },
          { shares: { province: '50%', county: '50%' } },
        ],
      },
      remainderTo: 'county',
      place,
    }
    const policy = document(perYear, { payers })
    const paid = (value: string) => answer(policy, { borrower: { class: value } }).payers.map(({ party, amount }) => [party, amount])
    expect(paid('poor-county')).toEqual([
      ['province', '42000.00'],
      ['county', '18000.00'],
    ])
    expect(paid('other')).toEqual([
      ['province', '30000.00'],
      ['county', '30000.00'],
    ])
    expect(answer(policy)).toMatchObject({ outcome: 'incomplete', missing: [{ path: 'borrower.class' }] })
  })

  test('a span of days needs the days of the loan', () => {
    const policy = document({ formula: { value: { interestAt: '2%', within: { until: '2023-01-01' } }, place } })
    const { outcome, missing } = answer(policy, { loans: [{ id: 'A', principal: '1000000', termMonths: 12 }] })
    expect({ outcome, paths: missing.map(({ path }) => path) }).toEqual({ outcome: 'incomplete', paths: ['loans[0].drawdownDate'] })
  })

  test('shares of one tier that do not sum to one are a fault with its path', () => {
    const payers = { value: { cases: [{ shares: { city: '50%', district: '40%' } }] }, place }
    expect(() => document(perYear, { payers })).toThrow(/parts\[0\]\.payers\.value\.cases\[0\]/)
  })
})
