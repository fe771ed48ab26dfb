import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/dates/calendar-date.js'
import * as loan from '../../src/loan/index.js'
import { interestBy } from '../../src/loan/interest-methods.js'
import { balanceOn } from '../../src/loan/stretches.js'
import { decimalOf } from '../../src/money/decimal.js'
import { compare, fraction, fractionText, plus } from '../../src/money/fraction.js'

const once: loan.LoanInput = { drawdowns: [{ date: '2024-02-05', amount: '1000000' }], maturityDate: '2025-03-10', annualRate: '0.0345' }
const faultsOf = (deed: () => unknown): readonly string[] => {
  try {
    deed()
  } catch (error) {
    if (!(error instanceof loan.LoanError)) throw error
    return error.issues.map(({ code, path }) => `${path} ${code}`)
  }
  return []
}

describe('stretches', () => {
  const stretches = (input: loan.LoanInput, within?: loan.Period): readonly string[] =>
    loan
      .stretchesOf(loan.parseLoan(input), within)
      .map(({ from, until, balance, rate }) => `${from} ${until} ${balance.toFixed()} ${fractionText(rate)}`)
  const moving: loan.LoanInput = {
    drawdowns: [
      { date: '2024-03-01', amount: '300' },
      { date: '2024-01-01', amount: '100.50' },
    ],
    repayments: [{ date: '2024-04-01', amount: '400.50' }],
    maturityDate: '2024-12-31',
    annualRate: '0.05',
  }
  const table: readonly (readonly [string, loan.LoanInput, loan.Period | undefined, readonly string[]])[] = [
    ['one drawdown, one rate', once, undefined, ['2024-02-05 2025-03-10 1000000 0.0345']],
    ['within a period', once, { from: '2024-02-06', until: '2025-03-09' }, ['2024-02-06 2025-03-09 1000000 0.0345']],
    ['within a longer period', once, { from: '2024-02-04', until: '2025-03-11' }, ['2024-02-05 2025-03-10 1000000 0.0345']],
    ['within a period before', once, { from: '2024-01-01', until: '2024-02-05' }, []],
    ['within a period after', once, { from: '2025-03-10', until: '2025-04-01' }, []],
    ['drawn twice, repaid at once', moving, undefined, ['2024-01-01 2024-03-01 100.5 0.05', '2024-03-01 2024-04-01 400.5 0.05']],
    [
      'cut inside',
      moving,
      { from: '2024-02-01', until: '2024-03-02' },
      ['2024-02-01 2024-03-01 100.5 0.05', '2024-03-01 2024-03-02 400.5 0.05'],
    ],
    ['cut where nothing is owed', moving, { from: '2024-04-01', until: '2024-06-01' }, []],
    [
      'drawn again after full repayment',
      { ...moving, drawdowns: [...moving.drawdowns, { date: '2024-06-01', amount: '1' }] },
      { from: '2024-03-15', until: '2024-07-01' },
      ['2024-03-15 2024-04-01 400.5 0.05', '2024-06-01 2024-07-01 1 0.05'],
    ],
    [
      'rolled over on one day: no change',
      {
        ...moving,
        repayments: [{ date: '2024-03-01', amount: '100' }],
        drawdowns: [
          { date: '2024-01-01', amount: '100' },
          { date: '2024-03-01', amount: '100' },
        ],
      },
      undefined,
      ['2024-01-01 2024-12-31 100 0.05'],
    ],
    [
      'a rate that changes',
      {
        drawdowns: once.drawdowns,
        maturityDate: once.maturityDate,
        rates: [
          { from: '2024-01-01', annualRate: '0.04' },
          { from: '2024-02-05', annualRate: '1/30' },
          { from: '2025-01-01', annualRate: '0.03' },
        ],
      },
      undefined,
      ['2024-02-05 2025-01-01 1000000 1/30', '2025-01-01 2025-03-10 1000000 0.03'],
    ],
  ]
  test.each(table)('%s', (_, input, within, expected) => {
    expect(stretches(input, within)).toEqual(expected)
  })

  test('repayments above the principal drawn by then', () => {
    const parsed = loan.parseLoan(once)
    const repayments = [{ date: '2024-03-01', amount: decimalOf('1000000.01') }]
    expect(() => loan.stretchesOf({ ...parsed, repayments })).toThrow(/received 0.01 more by 2024-03-01/)
    expect(() => loan.stretchesOf({ ...parsed, drawdowns: [] })).toThrow(RangeError)
  })

  test('the balance of a day has its movements', () => {
    const parsed = loan.parseLoan(moving)
    expect(['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2024-04-01'].map((day) => balanceOn(parsed, day).toFixed())).toEqual([
      '0',
      '100.5',
      '100.5',
      '400.5',
      '0',
    ])
  })
})

describe('interest', () => {
  const table: readonly (readonly [string, loan.DayCountName, string, string])[] = [
    // 399 days
    ['actual/360', 'actual/360', '38237.5', '38237.50'],
    ['actual/365', 'actual/365', '2753100/73', '37713.70'],
    // one year, one month, five days of 30
    ['30/360', '30e/360', '227125/6', '37854.17'],
    ['whole months, odd days', 'month/12', '227125/6', '37854.17'],
    ['whole months only', 'full-month/12', '37375', '37375.00'],
    ['started months', 'started-month/12', '40250', '40250.00'],
    ['whole years', 'whole-year', '34500', '34500.00'],
  ]
  test.each(table)('%s', (_, dayCount, exact, rounded) => {
    expect(loan.interest(once, { dayCount })).toMatchObject({ exact, interest: rounded, productSum: '399000000' })
  })

  test('is rounded once, half up', () => {
    // 18 yuan at 10% for one day of 360 is half a fen; eleven such days, each its own stretch, are 5.5 fen
    const rates = Array.from({ length: 11 }, (_, index) => ({
      from: addDays('2024-01-01', index),
      annualRate: index % 2 === 0 ? '0.1' : '0.10',
    }))
    const made = loan.interest(
      { drawdowns: [{ date: '2024-01-01', amount: '18' }], maturityDate: '2024-01-12', rates },
      { dayCount: 'actual/360' },
    )
    expect([made.exact, made.interest]).toEqual(['0.055', '0.06'])
    expect(made.stretches.map(({ interest }) => interest)).toEqual(Array(11).fill('0.01'))
  })

  test('months count from the first day, whatever changes in between', () => {
    const changed = {
      drawdowns: once.drawdowns,
      maturityDate: '2025-02-05',
      rates: [
        { from: '2024-02-05', annualRate: '0.036' },
        { from: '2024-05-20', annualRate: '0.0360' },
      ],
    }
    const { exact, stretches } = loan.interest(changed, { dayCount: 'full-month/12' })
    // three months before the 20th of May, the started fourth with the rest
    expect([exact, ...stretches.map((stretch) => stretch.exact)]).toEqual(['36000', '9000', '27000'])
  })

  test('at another rate', () => {
    const [first, rest] = [loan.parseLoan(once), fraction(decimalOf('0.015'))]
    expect(fractionText(loan.accrue(loan.stretchesOf(first), 'actual/365', () => rest))).toBe('1197000/73')
    expect(fractionText(loan.accrue([], 'actual/365'))).toBe('0')
  })
})

describe('the lawful methods', () => {
  const methods: readonly (readonly [loan.InterestMethod, 360 | 365, string])[] = [
    ['product-sum', 360, '38237.50'],
    ['actual-days', 360, '38237.50'],
    ['actual-days', 365, '37713.70'],
    ['periods-and-odd-days', 360, '37854.17'],
    ['periods-and-odd-days', 365, '37847.60'],
  ]
  test.each(methods)('%s over %i', (method, yearDays, expected) => {
    expect(loan.interestByMethod(once, { method, yearDays }).interest).toBe(expected)
  })

  test('whole periods: every whole month, no odd day', () => {
    const whole = { ...once, maturityDate: '2025-03-05' }
    expect(loan.interestByMethod(whole, { method: 'whole-periods', yearDays: 360 }).interest).toBe('37375.00')
    expect(() => loan.interestByMethod({ ...once, maturityDate: '2025-03-06' }, { method: 'whole-periods', yearDays: 360 })).toThrow(
      /leaves 1 odd days/,
    )
  })

  test('are never a default', () => {
    expect(faultsOf(() => loan.interestByMethod(once, {} as never))).toEqual(['method missing', 'yearDays missing'])
    expect(faultsOf(() => loan.interest(once, {} as never))).toEqual(['dayCount missing'])
  })

  test('the product sum is the actual days of every stretch', () => {
    const stretches = loan.stretchesOf(loan.parseLoan({ ...once, repayments: [{ date: '2024-05-01', amount: '1' }] }))
    expect(fractionText(interestBy('product-sum', stretches, 360))).toBe(fractionText(loan.accrue(stretches, 'actual/360')))
  })
})

describe('settlement', () => {
  const period = { from: '2024-01-20', until: '2025-01-20' }
  const days: readonly (readonly [string, loan.SettlementRule, readonly string[]])[] = [
    ['the 20th of the quarter', { every: 'quarter', day: 20 }, ['2024-03-20', '2024-06-20', '2024-09-20', '2024-12-20']],
    ['from another month', { every: 'quarter', day: 20, month: 1 }, ['2024-01-20', '2024-04-20', '2024-07-20', '2024-10-20']],
    ['half-years', { every: 'half-year', day: 20 }, ['2024-06-20', '2024-12-20']],
    ['a year', { every: 'year', day: 20 }, ['2024-12-20']],
    ['a year from another month', { every: 'year', day: 21, month: 6 }, ['2024-06-21']],
  ]
  test.each(days)('%s', (_, rule, expected) => {
    expect(loan.settlementDays(rule, period)).toEqual(expected)
  })

  test('each month; no such day, its last', () => {
    expect(loan.settlementDays({ every: 'month', day: 31 }, { from: '2024-01-31', until: '2024-05-01' })).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ])
    expect(loan.settlementDays({ every: 'month', day: 20 }, period)).toHaveLength(12)
  })

  test('a loan drawn on a settlement day has one day in its first period; one that ends the day after has no extra', () => {
    expect(loan.settlementPeriods({ every: 'month', day: 20 }, { from: '2024-01-20', until: '2024-02-21' })).toEqual([
      { from: '2024-01-20', until: '2024-01-21' },
      { from: '2024-01-21', until: '2024-02-21' },
    ])
  })

  test('rounded periods may differ from the whole', () => {
    const input = { ...once, drawdowns: [{ date: '2024-01-21', amount: '100000' }], maturityDate: '2025-01-21', annualRate: '0.0335' }
    const made = loan.interestBySettlement(input, { settlement: { every: 'month', day: 20 }, dayCount: 'actual/360' })
    // 366 days: 3405.833…; months of 31, 30 and 29 days: 7 × 288.47, 4 × 279.17, 269.86
    expect([made.periods.length, made.total, made.unsplit]).toEqual([12, '3405.83', '3405.83'])
    const small = loan.interestBySettlement(
      { ...input, drawdowns: [{ date: '2024-01-21', amount: '100' }] },
      { settlement: { every: 'month', day: 20 }, dayCount: 'actual/360' },
    )
    // 7 × 0.29, 4 × 0.28, 0.27
    expect([small.total, small.unsplit]).toEqual(['3.42', '3.41'])
  })

  test('bad rules', () => {
    const settle = (settlement: object) =>
      faultsOf(() => loan.interestBySettlement(once, { settlement: settlement as never, dayCount: 'actual/360' }))
    expect(settle({ every: 'week', day: 0 })).toEqual(['settlement.every choice', 'settlement.day count'])
    expect(settle({ every: 'month', day: 32, month: 13 })).toEqual(['settlement.day day', 'settlement.month month'])
  })
})

describe('bank slips', () => {
  const slips: readonly loan.SlipInput[] = [
    { from: '2023-12-21', until: '2024-03-21', amount: '910.00', kind: 'normal', paidOn: '2024-03-21' },
    { from: '2024-03-21', until: '2024-06-21', amount: '920.00', kind: 'normal', paidOn: '2024-06-25' },
    { from: '2024-06-21', until: '2024-07-01', amount: '50.00', kind: 'overdue', paidOn: '2024-07-01' },
    { from: '2024-06-21', until: '2024-09-21', amount: '919.99', kind: 'normal' },
  ]
  const rules: readonly (readonly [string, loan.SlipRule, string, readonly string[]])[] = [
    ['all ordinary interest', { kinds: ['normal'], by: 'period' }, '2749.99', ['910.00', '920.00', '0.00', '919.99']],
    ['with penalties', { kinds: ['normal', 'overdue'], by: 'period' }, '2799.99', ['910.00', '920.00', '50.00', '919.99']],
    // 80 of 91 days, 10 of 92
    [
      'straddling both ends, by days',
      { kinds: ['normal'], by: 'period', within: { from: '2024-01-01', until: '2024-07-01' } },
      '1820.00',
      ['800.00', '920.00', '0.00', '100.00'],
    ],
    [
      'by day of payment, whole',
      { kinds: ['normal'], by: 'paid-on', within: { from: '2024-03-21', until: '2024-06-25' } },
      '910.00',
      ['910.00', '0.00', '0.00', '0.00'],
    ],
    [
      'the day after the last is outside',
      { kinds: ['normal'], by: 'paid-on', within: { from: '2024-03-22', until: '2024-06-26' } },
      '920.00',
      ['0.00', '920.00', '0.00', '0.00'],
    ],
    ['without a window every paid slip', { kinds: ['normal'], by: 'paid-on' }, '1830.00', ['910.00', '920.00', '0.00', '0.00']],
    [
      'a window that touches none',
      { kinds: ['normal'], by: 'period', within: { from: '2024-09-21', until: '2025-01-01' } },
      '0.00',
      ['0.00', '0.00', '0.00', '0.00'],
    ],
  ]
  test.each(rules)('%s', (_, rule, interest, counted) => {
    const made = loan.interestFromSlips(slips, rule)
    expect([made.interest, made.slips.map((slip) => slip.counted)]).toEqual([interest, counted])
  })

  test('the exact share of a slip', () => {
    const within = { from: '2024-09-20', until: '2024-09-21' }
    expect(loan.interestFromSlips(slips, { kinds: ['normal'], by: 'period', within }).exact).toBe('91999/9200')
  })

  test.each([
    ['overlapping slips of one kind', [slips[0], { ...slips[1], from: '2024-03-20' }], ['slips[1] overlap']],
    ['whatever their order', [slips[1], { ...slips[0], until: '2024-03-22' }], ['slips[0] overlap']],
    ['a slip of no days', [{ ...slips[0], until: '2023-12-21' }], ['slips[0].until order']],
    [
      'an unknown kind and a negative amount',
      [{ ...slips[0], kind: 'fee', amount: '-1' }],
      ['slips[0].amount amount', 'slips[0].kind choice'],
    ],
  ])('%s', (_, given, expected) => {
    expect(faultsOf(() => loan.parseSlips(given as readonly loan.SlipInput[]))).toEqual(expected)
  })

  test('slips of two kinds may cover the same days; the kinds that count are never a default', () => {
    expect(faultsOf(() => loan.parseSlips(slips))).toEqual([])
    expect(faultsOf(() => loan.interestFromSlips(slips, { by: 'period', kinds: [] }))).toEqual(['kinds list'])
  })
})

describe('penalties', () => {
  const arrears = { from: '2024-06-01', until: '2024-07-01', principal: '1000000', annualRate: '0.0435' }
  const cost = (uplifts: object) => loan.penalties([{ ...arrears, ...uplifts }], { dayCount: 'actual/360' })

  test('overdue and misuse at once: the heavier, not both', () => {
    expect(cost({ overdueUplift: '0.5', misuseUplift: '1' })).toEqual({
      overdue: '0.00',
      misuse: '7250.00',
      compound: '0.00',
      total: '7250.00',
    })
    expect(cost({ overdueUplift: '0.5', misuseUplift: '0.5' })).toMatchObject({ overdue: '0.00', misuse: '5437.50' })
  })

  test('in segments, kinds apart', () => {
    const parts = [
      { ...arrears, overdueUplift: '0.3' },
      { ...arrears, from: '2024-07-01', until: '2024-07-11', principal: '500000', overdueUplift: '0.3' },
    ]
    const unpaid = [{ from: '2024-06-01', until: '2024-06-01', unpaidInterest: '10', annualRate: '0.05' }]
    // 4712.50 and 785.4166…
    expect(loan.penalties(parts, { dayCount: 'actual/360', unpaid })).toEqual({
      overdue: '5497.92',
      misuse: '0.00',
      compound: '0.00',
      total: '5497.92',
    })
  })

  test.each([
    [{ overdueUplift: '0.3' }, []],
    [{ overdueUplift: '0.29' }, ['arrears[0].overdueUplift uplift']],
    [{ overdueUplift: '0.51' }, ['arrears[0].overdueUplift uplift']],
    [{ overdueUplift: '1/3' }, []],
    [{ overdueUplift: '2/3' }, ['arrears[0].overdueUplift uplift']],
    [{ misuseUplift: '0.49' }, ['arrears[0].misuseUplift uplift']],
    [{ misuseUplift: '0.5' }, []],
    [{}, ['arrears[0].overdueUplift missing']],
    [{ overdueUplift: '0.5', until: '2024-05-31' }, ['arrears[0].until order']],
  ])('%j', (uplifts, expected) => {
    expect(faultsOf(() => cost(uplifts))).toEqual(expected)
  })
})

describe('repricing', () => {
  const days: readonly (readonly [loan.RepricingDay, string, string, string | undefined, readonly string[]])[] = [
    ['never', '2024-01-15', '2027-01-15', undefined, []],
    ['1-january', '2024-01-01', '2027-01-01', undefined, ['2025-01-01', '2026-01-01']],
    ['1-january', '2023-12-31', '2024-01-02', undefined, ['2024-01-01']],
    ['anniversary', '2024-02-29', '2027-02-28', undefined, ['2025-02-28', '2026-02-28']],
    ['anniversary', '2024-02-29', '2025-03-01', '2023-11-30', ['2024-11-30']],
    ['first-of-quarter', '2024-01-15', '2024-10-01', undefined, ['2024-04-01', '2024-07-01']],
    ['first-of-month', '2024-11-30', '2025-01-02', undefined, ['2024-12-01', '2025-01-01']],
  ]
  test.each(days)('%s from %s until %s', (repricing, from, until, anchor, expected) => {
    expect(loan.repricingDays(repricing, from, until, anchor)).toEqual(expected)
  })

  const pricing: loan.Pricing = { reference: 'lpr-1y', spread: '-0.001', repricing: '1-january' }
  test('1 January takes the LPR of the December before; equal rates make no step', () => {
    expect(loan.lprRates(pricing, { from: '2024-03-01', until: '2026-06-01' })).toEqual({
      complete: true,
      rates: [
        { from: '2024-03-01', annualRate: '0.0335' },
        { from: '2025-01-01', annualRate: '0.03' },
        { from: '2026-01-01', annualRate: '0.029' },
      ],
    })
    expect(loan.lprRates({ ...pricing, repricing: 'first-of-month' }, { from: '2025-06-01', until: '2026-06-01' }).rates).toHaveLength(1)
  })

  test('priced on the day of the contract, or at a stated first rate', () => {
    const term = { from: '2024-07-22', until: '2024-12-31' }
    expect(loan.lprRates({ ...pricing, pricedOn: '2024-07-21' }, term).rates).toEqual([{ from: '2024-07-22', annualRate: '0.0335' }])
    expect(loan.lprRates({ ...pricing, firstRate: '0.05' }, term).rates).toEqual([{ from: '2024-07-22', annualRate: '0.05' }])
  })

  test('beyond the data: the rates known, and where they end', () => {
    expect(loan.lprRates(pricing, { from: '2026-03-01', until: '2028-03-01' })).toMatchObject({
      complete: false,
      rates: [{ from: '2026-03-01', annualRate: '0.029' }],
      unknownFrom: '2027-01-01',
    })
    const more = [{ from: '2026-12-21', rates: { 'lpr-1y': '0.028' }, source: 'bulletin' }]
    expect(loan.lprRates({ ...pricing, more }, { from: '2026-03-01', until: '2027-03-01' }).rates[1]).toEqual({
      from: '2027-01-01',
      annualRate: '0.027',
    })
    expect(loan.lprRates({ ...pricing, knownOn: '2026-02-01' }, { from: '2026-03-01', until: '2026-04-01' })).toMatchObject({
      complete: false,
      rates: [],
    })
  })
})

describe('extension', () => {
  test.each([
    [6, 6],
    [12, 12],
    [13, 6],
    [60, 30],
    [61, 36],
    [240, 36],
  ])('a loan of %i months by at most %i', (months, expected) => {
    expect(loan.longestExtension(months)).toBe(expected)
  })

  test('terms add up; the rate of the extension day in the tenor they reach', () => {
    const extension = (originalMonths: number, addedMonths: number, date: string) => ({ originalMonths, addedMonths, date })
    const text = (series: 'lpr' | 'benchmark', given: loan.Extension) => {
      const found = loan.extensionRate(series, given)
      return found?.found === true ? `${found.name} ${found.rateText}` : found?.reason
    }
    expect(text('benchmark', extension(6, 6, '2013-06-01'))).toBe('benchmark-1y 0.06')
    expect(text('benchmark', extension(12, 6, '2013-06-01'))).toBe('benchmark-3y 0.0615')
    expect(text('lpr', extension(6, 6, '2024-06-01'))).toBe('lpr-1y 0.0345')
    expect(text('lpr', extension(12, 6, '2024-06-01'))).toBeUndefined()
    expect(text('lpr', extension(60, 6, '2024-06-01'))).toBe('lpr-5y-plus 0.0395')
    expect(text('lpr', extension(6, 6, '2027-06-01'))).toBe('after-last-known')
    expect(loan.extendedMaturity(extension(6, 3, '2024-11-30'))).toBe('2025-02-28')
  })
})

describe('bad loans name every fault', () => {
  test.each([
    [{}, ['drawdowns missing', 'maturityDate missing']],
    [{ ...once, drawdowns: [] }, ['drawdowns list']],
    [{ ...once, annualRate: '48' }, ['annualRate rate']],
    [{ ...once, annualRate: undefined }, ['annualRate one-rate']],
    [{ ...once, rates: [{ from: '2024-02-05', annualRate: '0.04' }] }, ['annualRate one-rate']],
    [{ ...once, annualRate: undefined, rates: [{ from: '2024-02-06', annualRate: '0.04' }] }, ['rates[0].from order']],
    [
      {
        ...once,
        annualRate: undefined,
        rates: [
          { from: '2024-02-05', annualRate: '0.04' },
          { from: '2024-02-05', annualRate: '0.05' },
        ],
      },
      ['rates[1].from order'],
    ],
    [{ ...once, maturityDate: '2024-02-05' }, ['drawdowns[0].date order']],
    [{ ...once, repayments: [{ date: '2024-02-04', amount: '1' }] }, ['repayments[0].date order']],
    [{ ...once, repayments: [{ date: '2024-02-05', amount: '1000000' }] }, []],
    [{ ...once, repayments: [{ date: '2024-02-05', amount: '1000000.01' }] }, ['repayments[0].amount above-balance']],
    [
      {
        ...once,
        repayments: [
          { date: '2024-05-01', amount: '1' },
          { date: '2024-04-01', amount: '1000000' },
        ],
      },
      ['repayments[0].amount above-balance'],
    ],
    [
      { ...once, drawdowns: [{ date: '2024-02-05', amount: Number.NaN, day: 1 }] },
      ['drawdowns[0].day unknown-key', 'drawdowns[0].amount amount'],
    ],
    [[], ['input record']],
  ])('%j', (input, expected) => {
    expect(faultsOf(() => loan.parseLoan(input as loan.LoanInput))).toEqual(expected)
  })
})

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2022-01-31', days))
  const amount = fc.integer({ min: 1, max: 9_999_999 }).map((count) => decimalOf(count).times('0.01').toFixed(2))
  const rate = fc.integer({ min: 0, max: 9999 }).map((points) => decimalOf(points).times('0.00001').toFixed())
  const loans: fc.Arbitrary<loan.LoanInput> = fc
    .record({
      drawdowns: fc.array(fc.record({ date: day, amount }), { minLength: 1, maxLength: 4 }),
      shares: fc.array(fc.record({ date: day, share: fc.integer({ min: 1, max: 25 }) }), { maxLength: 3 }),
      rates: fc.uniqueArray(fc.record({ from: day, annualRate: rate }), { minLength: 1, maxLength: 4, selector: ({ from }) => from }),
      tail: fc.integer({ min: 1, max: 400 }),
    })
    .map(({ drawdowns, shares, rates, tail }) => {
      const first = drawdowns.map(({ date }) => date).sort()[0] as string
      const last = drawdowns
        .map(({ date }) => date)
        .sort()
        .at(-1) as string
      const smallest = decimalOf(drawdowns.find(({ date }) => date === first)?.amount ?? '0')
      return {
        drawdowns,
        repayments: shares
          .filter(({ date }) => date >= first)
          .map(({ date, share }) => ({ date, amount: smallest.times(share).times('0.01').toFixed(2) }))
          .filter((repayment) => repayment.amount !== '0.00'),
        maturityDate: addDays(last, tail),
        rates: [
          { from: '2022-01-01', annualRate: '0.05' },
          ...rates.filter(({ from }) => from > '2022-01-01').sort((a, b) => (a.from < b.from ? -1 : 1)),
        ],
      }
    })
    .filter((input) => faultsOf(() => loan.parseLoan(input)).length === 0)
  const additive = fc.constantFrom<loan.DayCountName>('actual/360', 'actual/365', 'actual/actual-isda')

  test('splitting a loan at any day changes nothing', () => {
    fc.assert(
      fc.property(loans, day, additive, (input, cut, dayCount) => {
        const parsed = loan.parseLoan(input)
        const whole = loan.accrue(loan.stretchesOf(parsed), dayCount)
        const before = loan.accrue(loan.stretchesOf(parsed, { from: '2000-01-01', until: cut }), dayCount)
        const after = loan.accrue(loan.stretchesOf(parsed, { from: cut, until: '2100-01-01' }), dayCount)
        expect(compare(plus(before, after), whole)).toBe(0)
      }),
    )
  })

  test('interest is the sum of every day', () => {
    fc.assert(
      fc.property(loans, (input) => {
        const parsed = loan.parseLoan(input)
        let total = decimalOf(0)
        const first = parsed.drawdowns[0]?.date as string
        for (let index = 0; index < daysBetween(first, parsed.maturityDate); index += 1) {
          const date = addDays(first, index)
          const inForce = parsed.rates.filter(({ from }) => from <= date).at(-1) as loan.RateStep
          total = total.plus(balanceOn(parsed, date).times(inForce.rate.numerator))
        }
        expect(compare(loan.accrue(loan.stretchesOf(parsed), 'actual/360'), fraction(total, decimalOf(360)))).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('the parts of an accrual add up to it, by any day count', () => {
    fc.assert(
      fc.property(loans, fc.constantFrom<loan.DayCountName>('month/12', 'started-month/12', '30e/360', 'excel-0'), (input, dayCount) => {
        const stretches = loan.stretchesOf(loan.parseLoan(input))
        const parts = loan.accruals(stretches, dayCount)
        expect(compare(parts.reduce(plus), loan.accrue(stretches, dayCount))).toBe(0)
      }),
    )
  })

  test('a month count does not mind a rate that changes to itself', () => {
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom<loan.DayCountName>('month/12', 'full-month/12', 'started-month/12', 'whole-year'),
        (one, other, dayCount) => {
          const [from = one, until = other] = [one, other].sort()
          if (from === until) return
          const input = { drawdowns: [{ date: from, amount: '1200000' }], maturityDate: until }
          const middle = addDays(from, Math.floor(daysBetween(from, until) / 2) + 1)
          const rates = [
            { from, annualRate: '0.05' },
            { from: middle, annualRate: '0.050' },
          ]
          expect(loan.interest({ ...input, rates }, { dayCount }).exact).toBe(
            loan.interest({ ...input, annualRate: '0.05' }, { dayCount }).exact,
          )
        },
      ),
    )
  })

  test('settled periods cover the loan once', () => {
    fc.assert(
      fc.property(
        loans,
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom<loan.SettlementRule['every']>('month', 'quarter', 'half-year', 'year'),
        (input, settlementDay, every) => {
          const parsed = loan.parseLoan(input)
          const made = loan.interestBySettlement(input, { settlement: { every, day: settlementDay }, dayCount: 'actual/360' })
          expect(made.periods[0]?.from).toBe(parsed.drawdowns[0]?.date)
          expect(made.periods.at(-1)?.until).toBe(parsed.maturityDate)
          for (const [index, { from, until }] of made.periods.entries()) {
            expect(from < until).toBe(true)
            expect(made.periods[index + 1]?.from ?? until).toBe(until)
          }
        },
      ),
    )
  })

  test('slips counted by windows that meet add up to the slip', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), amount, day, (from, days, paid, cut) => {
        const slips = [{ from, until: addDays(from, days), amount: paid, kind: 'normal' as const }]
        const counted = (within: loan.Period) => {
          const [numerator = '0', denominator = '1'] = loan
            .interestFromSlips(slips, { kinds: ['normal'], by: 'period', within })
            .exact.split('/')
          return fraction(decimalOf(numerator), decimalOf(denominator))
        }
        const both = plus(counted({ from: '2000-01-01', until: cut }), counted({ from: cut, until: '2100-01-01' }))
        expect(compare(both, fraction(decimalOf(paid)))).toBe(0)
      }),
    )
  })

  test('inputs are unchanged', () => {
    fc.assert(
      fc.property(loans, (input) => {
        const before = JSON.stringify(input)
        loan.interest(input, { dayCount: 'actual/360' })
        loan.interestBySettlement(input, { settlement: { every: 'quarter', day: 20 }, dayCount: 'month/12' })
        expect(JSON.stringify(input)).toBe(before)
      }),
    )
  })
})
