import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, addYears, daysBetween } from '../../src/dates/calendar-date.js'
import { DAY_COUNTS, type DayCountContext, type DayCountName, type DayCountRule } from '../../src/dates/day-counts.js'
import { decimalOf } from '../../src/money/decimal.js'
import { compare, fraction, fractionText, minus, plus } from '../../src/money/fraction.js'
import numericCases from '../data/numeric-cases.json' with { type: 'json' }
import { dayCountCases } from './day-counts.cases.js'

const rules: Readonly<Record<DayCountName, DayCountRule>> = DAY_COUNTS
const names = Object.keys(DAY_COUNTS) as DayCountName[]

const PUBLISHED_NAMES: Readonly<Record<string, DayCountName>> = {
  'ACT/360': 'actual/360',
  'ACT/365F': 'actual/365',
  'ACT/ACT-ISDA': 'actual/actual-isda',
  'ACT/ACT-ICMA': 'actual/actual-icma',
  '30/360-bond': '30/360-bond',
  '30/360-US': '30/360-us',
  '30E/360': '30e/360',
  '30E/360-ISDA': '30e/360-isda',
}

interface PublishedInputs {
  readonly convention?: string
  readonly basis?: number
  readonly start: string
  readonly end: string
  readonly terminationDate?: string
  readonly frequencyPerYear?: number
  readonly quasiCouponPeriods?: readonly (readonly [string, string])[]
}

const published = numericCases.cases
  .filter(({ kind }) => ['dayCount', 'yearFraction', 'excelYearfrac'].includes(kind))
  .map(({ id, kind, inputs, expected, tolerance }) => {
    const {
      convention = '',
      basis,
      start,
      end,
      terminationDate,
      frequencyPerYear,
      quasiCouponPeriods,
    } = inputs as unknown as PublishedInputs
    const name = basis === undefined ? PUBLISHED_NAMES[convention] : (`excel-${basis}` as DayCountName)
    const context: DayCountContext = {
      ...(terminationDate !== undefined && { terminationDate }),
      ...(frequencyPerYear !== undefined && { frequency: frequencyPerYear }),
      ...(quasiCouponPeriods && { quasiPeriods: quasiCouponPeriods.map(([from, until]) => ({ from, until })) }),
    }
    return { id, kind, name: name as DayCountName, start, end, context, expected: Number(expected), tolerance }
  })

describe('published figures', () => {
  test('all of them are here', () => expect(published).toHaveLength(19 + 17 + 7))

  test.each(published)('$id $name $start to $end', ({ kind, name, start, end, context, expected, tolerance }) => {
    const rule = rules[name]
    if (kind === 'dayCount') {
      expect(rule.days?.(start, end, context)).toBe(expected)
      return
    }
    const plain = (value: number) => fraction(decimalOf(value.toFixed(17)))
    const away = minus(rule.yearFraction(start, end, context), plain(expected))
    expect(compare({ numerator: away.numerator.abs(), denominator: away.denominator }, plain(tolerance))).toBeLessThanOrEqual(0)
  })
})

describe('our own rows', () => {
  test.each(names)('%s has at least eight', (name) =>
    expect(dayCountCases.filter((row) => row.name === name).length).toBeGreaterThanOrEqual(8),
  )

  test.each(dayCountCases)('$name $from to $until', ({ name, from, until, yearFraction, days, context }) => {
    expect(fractionText(rules[name].yearFraction(from, until, context))).toBe(yearFraction)
    expect(rules[name].days?.(from, until, context)).toBe(days)
  })
})

describe('every day count', () => {
  const context: DayCountContext = {
    terminationDate: '2999-01-01',
    frequency: 1,
    quasiPeriods: [{ from: '2024-01-01', until: '2025-01-01' }],
  }

  test.each(names)('%s: labels in both languages, nothing for no days, no period that ends before it begins', (name) => {
    expect(rules[name].label.zh).not.toBe('')
    expect(rules[name].label.en).not.toBe('')
    expect(fractionText(rules[name].yearFraction('2024-03-05', '2024-03-05', context))).toBe('0')
    expect(() => rules[name].yearFraction('2024-03-05', '2024-03-04', context)).toThrow(RangeError)
    expect(() => rules[name].yearFraction('2024-02-30', '2024-03-04', context)).toThrow(RangeError)
    expect(() => rules[name].yearFraction('2024-02-20', '2024-3-4', context)).toThrow(RangeError)
  })

  test('what a rule needs beyond two dates is asked for', () => {
    const { 'actual/actual-icma': icma, '30e/360-isda': isda } = rules
    expect(() => icma.yearFraction('2024-01-01', '2024-02-01')).toThrow('quasiPeriods')
    expect(() => icma.yearFraction('2024-01-01', '2025-01-02', context)).toThrow('cover')
    expect(() => isda.yearFraction('2024-01-31', '2024-02-29')).toThrow('terminationDate')
    expect(fractionText(isda.yearFraction('2024-01-31', '2024-03-31'))).toBe('1/6')
  })
})

describe('laws', () => {
  const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))
  const ordered = fc.tuple(date, date, date).map((dates) => [...dates].sort() as [string, string, string])

  test('splitting a period changes nothing for actual days over a fixed or a calendar year', () => {
    fc.assert(
      fc.property(ordered, fc.constantFrom<DayCountName>('actual/360', 'actual/365', 'actual/actual-isda'), ([from, cut, until], name) => {
        const { yearFraction } = rules[name]
        expect(compare(plus(yearFraction(from, cut), yearFraction(cut, until)), yearFraction(from, until))).toBe(0)
      }),
    )
  })

  test('a whole number of months counted from the anchor is that many twelfths', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 400 }), (from, months) => {
        for (const name of ['month/12', 'full-month/12', 'started-month/12', 'nearest-month/12'] as const)
          expect(compare(rules[name].yearFraction(from, addMonths(from, months)), fraction(decimalOf(months), decimalOf(12)))).toBe(0)
      }),
    )
  })

  test('full months ≤ months and days ≤ started months, all within one month', () => {
    fc.assert(
      fc.property(ordered, ([from, , until]) => {
        const [full, exact, started] = (['full-month/12', 'month/12', 'started-month/12'] as const).map((name) =>
          rules[name].yearFraction(from, until),
        )
        if (!full || !exact || !started) throw new Error('three values')
        expect(compare(full, exact)).toBeLessThanOrEqual(0)
        expect(compare(exact, started)).toBeLessThanOrEqual(0)
        expect(compare(minus(started, full), fraction(decimalOf(1), decimalOf(12)))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('a calendar year is one year for Actual/Actual ISDA, and from any day whole years are whole for whole-year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2990 }), date, fc.integer({ min: 0, max: 60 }), (year, from, years) => {
        expect(fractionText(rules['actual/actual-isda'].yearFraction(`${year}-01-01`, `${year + 1}-01-01`))).toBe('1')
        expect(fractionText(rules['whole-year'].yearFraction(from, addYears(from, years)))).toBe(String(years))
        if (years > 0)
          expect(fractionText(rules['whole-year'].yearFraction(from, addDays(addYears(from, years), -1)))).toBe(String(years - 1))
      }),
    )
  })

  test('the days counted are the days there are', () => {
    fc.assert(fc.property(ordered, ([from, , until]) => rules['actual/360'].days?.(from, until) === daysBetween(from, until)))
  })
})
