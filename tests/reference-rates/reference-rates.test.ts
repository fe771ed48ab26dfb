import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOf, dayNumber } from '../../src/dates/calendar-date.js'
import { decimalOf } from '../../src/money/decimal.js'
import { fraction, fractionText } from '../../src/money/fraction.js'
import * as rates from '../../src/reference-rates/index.js'

type Row = Readonly<Record<string, string>>
function csv(name: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
  const keys = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [keys[index] as string, cell])))
}
const lpr = csv('lpr.csv')
const benchmark = csv('benchmark-lending.csv')
/** Percent with two places as a yearly fraction, by moving digits. */
const fractionOfPercent = (percent: string): string => {
  const digits = percent.replace('.', '').padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/0+$/, '')
}
const answer = (name: rates.ReferenceRate, date: string, options?: rates.LookupOptions) => {
  const found = rates.rateOn(name, date, options)
  return found.found ? found.rateText : `${found.reason} ${found.lastKnownDay}`
}

describe('the tables hold every published row', () => {
  test('their length', () => {
    expect([lpr.length, benchmark.length]).toEqual([85, 29])
  })

  test.each(lpr)('LPR of $published', (row) => {
    for (const [name, column] of [
      ['lpr-1y', 'lpr_1y'],
      ['lpr-5y-plus', 'lpr_5y_plus'],
    ] as const) {
      expect(rates.rateOn(name, row['published'] as string)).toMatchObject({
        found: true,
        rateText: fractionOfPercent(row[column] as string),
        published: row['published'],
        source: row['source'],
        confidence: row['confidence'],
      })
    }
  })

  test.each(benchmark)('benchmark of $effective_date', (row) => {
    const columns = [
      ['benchmark-6m', 'le_6m', 'le_6m_confidence'],
      ['benchmark-1y', 'gt_6m_le_1y', 'loan_confidence'],
      ['benchmark-3y', 'gt_1y_le_3y', 'loan_confidence'],
      ['benchmark-5y', 'gt_3y_le_5y', 'loan_confidence'],
      ['benchmark-over-5y', 'gt_5y', 'loan_confidence'],
      ['deposit-1y', 'deposit_1y', 'deposit_confidence'],
      ...(row['tenor_regime'] === 'three_tenor'
        ? ([
            ['benchmark-6m', 'le_1y', 'le_6m_confidence'],
            ['benchmark-1y', 'le_1y', 'loan_confidence'],
            ['benchmark-3y', 'gt_1y_le_5y', 'loan_confidence'],
            ['benchmark-5y', 'gt_1y_le_5y', 'loan_confidence'],
          ] as const)
        : []),
    ] as const
    for (const [name, column, confidence] of columns) {
      expect(rates.rateOn(name, row['effective_date'] as string)).toMatchObject({
        found: true,
        rateText: fractionOfPercent(row[column] as string),
        published: row['effective_date'],
        source: row['source'],
        confidence: row[confidence],
      })
    }
  })

  test('rate and text are the same number', () => {
    for (const { published = '' } of lpr) {
      const found = rates.rateOn('lpr-1y', published)
      expect(found.found && fractionText(found.rate)).toBe(found.found && found.rateText)
    }
  })
})

describe('published cases', () => {
  interface NumericCase {
    readonly id: string
    readonly kind: string
    readonly inputs: { readonly date: string; readonly contractRate: string; readonly lprDec2019_5y: string }
    readonly expected: { readonly lpr1y: string; readonly lpr5yPlus: string } & string
  }
  const { cases } = JSON.parse(readFileSync(new URL('../data/numeric-cases.json', import.meta.url), 'utf8')) as { cases: NumericCase[] }

  test.each(cases.filter(({ kind }) => kind === 'lprInForce'))('$id', ({ inputs, expected }) => {
    expect([answer('lpr-1y', inputs.date), answer('lpr-5y-plus', inputs.date)]).toEqual(
      [expected.lpr1y, expected.lpr5yPlus].map(fractionOfPercent),
    )
  })

  test.each(cases.filter(({ kind }) => kind === 'lprSpread'))('$id', ({ inputs, expected }) => {
    const december = rates.rateOn('lpr-5y-plus', rates.monthEnd(2019, 12))
    expect(december.found && december.rate.numerator.equals(inputs.lprDec2019_5y)).toBe(true)
    expect(december.found && decimalOf(inputs.contractRate).minus(december.rate.numerator).toFixed()).toBe(expected)
  })
})

describe('the rate in force', () => {
  const cases: readonly (readonly [string, rates.ReferenceRate, string, string])[] = [
    ['the first day', 'lpr-1y', '2019-08-20', '0.0425'],
    ['the day before the first', 'lpr-1y', '2019-08-19', 'before-first 2026-09-19'],
    ['the day before a publication', 'lpr-5y-plus', '2024-02-19', '0.042'],
    ['the day of a publication', 'lpr-5y-plus', '2024-02-20', '0.0395'],
    ['a Saturday that was a working day', 'lpr-1y', '2021-02-20', '0.0385'],
    ['the last known day', 'lpr-1y', '2026-09-19', '0.03'],
    ['the day after it', 'lpr-1y', '2026-09-20', 'after-last-known 2026-09-19'],
    ['the first benchmark', 'benchmark-1y', '1999-06-10', '0.0585'],
    ['the day before it', 'benchmark-1y', '1999-06-09', 'before-first 2999-12-31'],
    ['the day before the three tenors', 'benchmark-5y', '2014-11-21', '0.064'],
    ['the first day of the three tenors', 'benchmark-5y', '2014-11-22', '0.06'],
    ['July 2012, dated by the first day in force', 'benchmark-1y', '2012-07-05', '0.0631'],
    ['and the day after', 'benchmark-1y', '2012-07-06', '0.06'],
    ['the last adjustment holds', 'benchmark-over-5y', '2026-12-31', '0.049'],
    ['the deposit rate', 'deposit-1y', '2027-01-01', '0.015'],
  ]
  test.each(cases)('%s', (_, name, date, expected) => {
    expect(answer(name, date)).toBe(expected)
  })

  const optioned: readonly (readonly [string, string, rates.LookupOptions, string])[] = [
    ['the LPR of the day before, on the day of publication', '2024-07-22', { sameDay: false }, '0.0345'],
    ['the LPR of the day before, one day later', '2024-07-23', { sameDay: false }, '0.0335'],
    ['the day before the last known day is known', '2026-09-20', { sameDay: false }, '0.03'],
    ['beyond it is not', '2026-09-21', { sameDay: false }, 'after-last-known 2026-09-19'],
    ['known on the day of publication', '2024-07-22', { knownOn: '2024-07-22' }, '0.0335'],
    ['unknown the day before', '2024-07-22', { knownOn: '2024-07-21' }, 'not-yet-known 2024-07-21'],
    ['the day before was known long ago', '2024-07-21', { knownOn: '2024-06-20' }, '0.0345'],
    ['known from one publication to the next only', '2025-01-01', { knownOn: '2024-06-20' }, 'not-yet-known 2024-07-21'],
    ['nothing was known before the first', '2024-07-22', { knownOn: '2019-08-19' }, 'not-yet-known 2019-08-19'],
    ['the past is no reason to know the future', '2026-10-20', { knownOn: '2024-07-22' }, 'after-last-known 2026-09-19'],
  ]
  test.each(optioned)('%s', (_, date, options, expected) => {
    expect(answer('lpr-1y', date, options)).toBe(expected)
  })

  const september = { from: '2026-09-20', rates: { 'lpr-1y': '0.0295' }, source: 'bulletin' }
  const october = { from: '2026-10-20', rates: { 'lpr-1y': '0.029' }, source: 'bulletin' }
  const given: readonly (readonly [string, string, readonly rates.RateRow[], string])[] = [
    ['a row given', '2026-09-20', [september], '0.0295'],
    ['holds through the 19th of the next month', '2026-10-19', [september], '0.0295'],
    ['not longer', '2026-10-20', [september], 'after-last-known 2026-10-19'],
    ['or as long as stated', '2026-09-30', [{ ...september, knownThrough: '2026-09-30' }], '0.0295'],
    ['and no longer than stated', '2026-10-01', [{ ...september, knownThrough: '2026-09-30' }], 'after-last-known 2026-09-30'],
    ['two rows in any order', '2026-10-20', [october, september], '0.029'],
    ['the first of them until the second', '2026-10-19', [october, september], '0.0295'],
    ['a late second publication leaves no gap', '2026-10-25', [september, { ...october, from: '2026-10-26' }], '0.0295'],
    ['a missing month is a gap', '2026-09-25', [october], 'after-last-known 2026-09-19'],
    ['the row after the gap answers', '2026-10-20', [october], '0.029'],
    ['days of the table are not changed', '2026-09-19', [{ ...september, from: '2026-09-01' }], '0.03'],
    ['another rate says nothing', '2026-09-20', [{ ...september, rates: { 'lpr-5y-plus': '0.0345' } }], 'after-last-known 2026-09-19'],
  ]
  test.each(given)('more: %s', (_, date, more, expected) => {
    expect(answer('lpr-1y', date, { more })).toBe(expected)
  })

  test('a row given is marked as stated, and hidden by knownOn', () => {
    expect(rates.rateOn('lpr-1y', '2026-10-01', { more: [september] })).toMatchObject({ confidence: 'stated', source: 'bulletin' })
    expect(answer('lpr-1y', '2026-10-20', { more: [september, october], knownOn: '2026-10-19' })).toBe('not-yet-known 2026-10-19')
  })

  test('a benchmark row given holds from its day', () => {
    const more = [{ from: '2027-01-01', rates: { 'benchmark-1y': '0.04' }, source: 'bulletin' }]
    expect(answer('benchmark-1y', '2026-12-31', { more })).toBe('0.0435')
    expect(answer('benchmark-1y', '2027-01-01', { more })).toBe('0.04')
    expect(answer('benchmark-1y', '2040-01-01', { more })).toBe('0.04')
    const short = [{ ...(more[0] as rates.RateRow), knownThrough: '2027-06-30' }]
    expect(answer('benchmark-1y', '2027-07-01', { more: short })).toBe('after-last-known 2027-06-30')
  })

  test.each([
    ['a percent', { from: '2026-09-20', rates: { 'lpr-1y': '3.00' }, source: 's' }],
    ['a number', { from: '2026-09-20', rates: { 'lpr-1y': 0.03 as unknown as string }, source: 's' }],
    ['an exponent', { from: '2026-09-20', rates: { 'lpr-1y': '3e-2' }, source: 's' }],
    ['no date', { from: '2026-02-30', rates: { 'lpr-1y': '0.03' }, source: 's' }],
    ['no date to hold through', { from: '2026-09-20', rates: { 'lpr-1y': '0.03' }, source: 's', knownThrough: 'x' }],
  ])('more: %s is a RangeError', (_, row) => {
    expect(() => rates.rateOn('lpr-1y', '2026-10-01', { more: [row] })).toThrow(RangeError)
  })

  test('neither a name that is none nor rows that are none', () => {
    expect(() => rates.rateOn('lpr' as rates.ReferenceRate, '2024-01-01')).toThrow(RangeError)
    expect(() => rates.rateOn('toString' as rates.ReferenceRate, '2024-01-01')).toThrow(RangeError)
    for (const more of [null, {}, [null], ['x'], [{ from: '2026-09-20' }], [{ rates: null }]]) {
      expect(() => rates.rateOn('lpr-1y', '2026-10-01', { more: more as unknown as readonly rates.RateRow[] })).toThrow(RangeError)
    }
  })

  test.each(['2026-02-30', '2026-1-5', '20260105', ''])('%j is not a day', (date) => {
    expect(() => rates.rateOn('lpr-1y', date)).toThrow(RangeError)
    expect(() => rates.rateOn('lpr-1y', '2024-01-01', { knownOn: date })).toThrow(RangeError)
  })

  test('an unknown rate says so in both languages', () => {
    const unknown = rates.rateOn('lpr-5y-plus', '2027-01-01')
    expect(!unknown.found && unknown.message).toEqual({
      zh: '五年期以上LPR已知至2026-09-19，2027-01-01的未知：请补充以后公布的利率。',
      en: 'The 5-years-and-above LPR is known through 2026-09-19, not for 2027-01-01: add the rates published since.',
    })
  })
})

describe('the wording of documents', () => {
  test.each([
    [6, 'benchmark-6m'],
    [7, 'benchmark-1y'],
    [12, 'benchmark-1y'],
    [13, 'benchmark-3y'],
    [36, 'benchmark-3y'],
    [37, 'benchmark-5y'],
    [60, 'benchmark-5y'],
    [61, 'benchmark-over-5y'],
    [{ months: 6, days: 1 }, 'benchmark-1y'],
    [{ months: 5, days: 30 }, 'benchmark-6m'],
    [{ months: 12, days: 1 }, 'benchmark-3y'],
    [{ months: 60, days: 1 }, 'benchmark-over-5y'],
    [{ days: 184 }, 'benchmark-6m'],
    [{ days: 185 }, 'benchmark-1y'],
    [{ days: 366 }, 'benchmark-1y'],
    [{ days: 367 }, 'benchmark-3y'],
    [{ days: 1096 }, 'benchmark-3y'],
    [{ days: 1097 }, 'benchmark-5y'],
    [{ days: 1827 }, 'benchmark-5y'],
    [{ days: 1828 }, 'benchmark-over-5y'],
  ] as const)('the benchmark tenor of %j', (term, expected) => {
    expect(rates.benchmarkFor(term)).toBe(expected)
  })

  test.each([0, -1, 1.5, { months: 0, days: 0 }, { months: 3, days: 31 }, { days: -1 }])('%j is no term', (term) => {
    expect(() => rates.benchmarkFor(term)).toThrow(RangeError)
  })

  test.each([
    [12, 'lpr-1y'],
    [{ months: 12, days: 1 }, undefined],
    [13, undefined],
    [60, undefined],
    [61, 'lpr-5y-plus'],
    [{ months: 60, days: 1 }, 'lpr-5y-plus'],
  ] as const)('the LPR tenor of %j', (term, expected) => {
    expect(rates.lprFor(term)).toBe(expected)
  })

  test('a named rate is itself, "benchmark" follows the term', () => {
    const months = (numerator: string, denominator = '1') => fraction(decimalOf(numerator), decimalOf(denominator))
    expect(rates.referenceRateFor('lpr-1y')).toBe('lpr-1y')
    expect(rates.referenceRateFor('benchmark', months('12'))).toBe('benchmark-1y')
    expect(rates.referenceRateFor('benchmark', months('25', '2'))).toBe('benchmark-3y')
    expect(() => rates.referenceRateFor('benchmark')).toThrow(RangeError)
    const found = rates.benchmarkOn('2013-05-01', 12)
    expect(found.found && found.rateText).toBe('0.06')
  })

  test('days documents name', () => {
    expect(rates.yearEndBefore('2024-01-01')).toBe('2023-12-31')
    expect(rates.yearEndBefore('2024-12-31')).toBe('2023-12-31')
    expect([rates.monthEnd(2024, 2), rates.monthEnd(2023, 2), rates.monthEnd(2024, 12)]).toEqual(['2024-02-29', '2023-02-28', '2024-12-31'])
    expect(() => rates.monthEnd(2024, 13)).toThrow(RangeError)
  })
})

describe('laws', () => {
  const day = fc.integer({ min: dayNumber('2019-08-20'), max: dayNumber('2026-09-19') }).map(dateOf)

  test('between publications nothing changes', () => {
    fc.assert(
      fc.property(day, (date) => {
        const found = rates.rateOn('lpr-1y', date)
        const published = lpr
          .map((row) => row['published'] as string)
          .filter((from) => from <= date)
          .at(-1)
        expect(found.found && found.published).toBe(published)
      }),
    )
  })

  test('what was known on a day is what is known now, or not yet known', () => {
    fc.assert(
      fc.property(day, day, (date, knownOn) => {
        const then = rates.rateOn('lpr-5y-plus', date, { knownOn })
        const now = rates.rateOn('lpr-5y-plus', date)
        if (then.found) expect(then).toEqual(now)
        else expect([then.reason, then.lastKnownDay >= knownOn, then.lastKnownDay < date]).toEqual(['not-yet-known', true, true])
      }),
    )
  })

  test('the day before is the same lookup one day earlier', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(answer('lpr-1y', addDays(date, 1), { sameDay: false })).toBe(answer('lpr-1y', date))
      }),
    )
  })
})
