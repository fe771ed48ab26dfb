import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths as referenceAddMonths } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  dateOf,
  dayNumber,
  daysBetween,
  earlier,
  isCalendarDate,
  isLeapYear,
  isMonthEnd,
  later,
  monthLength,
  monthsBetween,
  partsOf,
} from '../../src/dates/calendar-date.js'

const LAST = dayNumber('2999-12-31')
const FIRST = dayNumber('1900-01-01')
const date = fc.integer({ min: FIRST, max: LAST }).map(dateOf)
const nearDate = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2100-01-01') }).map(dateOf)
const utc = (text: string): Date => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return new UTCDateMini(year, month - 1, day)
}

describe('isCalendarDate', () => {
  test.each(['1900-01-01', '2999-12-31', '2024-02-29', '2000-02-29', '2011-12-30', '1986-05-04', '2025-04-30', '2025-12-31'])(
    '%s',
    (text) => expect(isCalendarDate(text)).toBe(true),
  )
  test.each([
    '',
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '1899-12-31',
    '3000-01-01',
    '0000-01-01',

    '2025-1-5',
    '20250105',
    '2025-01',
    '2025-01-05T00:00',
    ' 2025-01-05',
    '2025-01-05 ',
    '2025-01-05\n',
    '2025/01/05',
    '２０２５-01-05',
    '-025-01-05',
    '+025-01-05',
    '2e25-01-05',
    '2025-W05-1',
    20250105,
    null,
    undefined,
    ['2025-01-05'],
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  test('a text that is no date is refused by every function', () => {
    const faulty = '2025-02-29'
    const calls = [
      () => dayNumber(faulty),
      () => partsOf(faulty),
      () => addDays(faulty, 0),
      () => addMonths(faulty, 0),
      () => isMonthEnd(faulty),
    ]
    for (const call of [...calls, () => monthsBetween(faulty, '2025-03-01'), () => monthsBetween('2025-01-01', faulty)])
      expect(call).toThrow(RangeError)
    expect(() => dayNumber(faulty)).toThrow('expected a day such as "2026-01-31", from 1900 to 2999, received "2025-02-29"')
  })

  test('days outside 1900 to 2999 and parts of days are refused', () => {
    expect(() => dateOf(FIRST - 1)).toThrow(RangeError)
    expect(() => dateOf(LAST + 1)).toThrow(RangeError)
    expect(() => dateOf(0.5)).toThrow(RangeError)
    expect(() => dateOf(Number.NaN)).toThrow(RangeError)
    expect(() => addMonths('2999-12-31', 1)).toThrow(RangeError)
    expect(() => addMonths('2025-01-31', 0.5)).toThrow(RangeError)
    expect(() => addMonths('1900-01-31', -1)).toThrow(RangeError)
  })
})

describe('dayNumber and dateOf', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-03-01', 59],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['1900-01-01', -25_567],
    ['2026-01-31', 20_484],
  ])('%s is %i', (text, day) => {
    expect(dayNumber(text)).toBe(day)
    expect(dateOf(day)).toBe(text)
  })

  test('every day from 1900 to 2999 follows the one before, as in the calendar of the engine', () => {
    for (let day = FIRST; day <= LAST; day += 1) {
      const text = dateOf(day)
      if (dayNumber(text) !== day || new Date(day * 86_400_000).toISOString().slice(0, 10) !== text) throw new Error(`${day}: ${text}`)
    }
    expect([dateOf(FIRST), dateOf(LAST)]).toEqual(['1900-01-01', '2999-12-31'])
  })

  test('text sorts as days do', () => {
    fc.assert(fc.property(date, date, (a, b) => a < b === dayNumber(a) < dayNumber(b)))
  })
})

describe('adding', () => {
  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 2, '2025-03-31'],
    ['2025-02-28', 1, '2025-03-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-01-15', -13, '2023-12-15'],
    ['2025-12-31', 12, '2026-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-06-30', 0, '2025-06-30'],
    ['2025-10-31', 360, '2055-10-31'],
  ])('%s and %i months is %s', (from, months, text) => expect(addMonths(from, months)).toBe(text))

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2025-03-16', -1, '2024-03-16'],
  ])('%s and %i years is %s', (from, years, text) => expect(addYears(from, years)).toBe(text))

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-01-01', 365, '2026-01-01'],
  ])('%s and %i days is %s', (from, days, text) => expect(addDays(from, days)).toBe(text))

  test('law: as date-fns counts in UTC', () => {
    fc.assert(
      fc.property(nearDate, nearDate, fc.integer({ min: -500, max: 500 }), (a, b, months) => {
        expect(addMonths(a, months)).toBe(referenceAddMonths(utc(a), months).toISOString().slice(0, 10))
        expect(daysBetween(a, b)).toBe(differenceInCalendarDays(utc(b), utc(a)))
        expect(addDays(a, daysBetween(a, b))).toBe(b)
      }),
      { numRuns: 1000 },
    )
  })

  test('law: months from the anchor never drift, and land in the month they should', () => {
    fc.assert(
      fc.property(nearDate, fc.integer({ min: -300, max: 300 }), (from, months) => {
        const start = partsOf(from)
        const end = partsOf(addMonths(from, months))
        expect(end.year * 12 + end.month - (start.year * 12 + start.month)).toBe(months)
        expect(end.day).toBe(Math.min(start.day, monthLength(end.year, end.month)))
      }),
    )
  })
})

describe('monthsBetween', () => {
  test.each([
    ['2025-01-15', '2025-01-15', 0, 0],
    ['2025-01-15', '2025-02-14', 0, 30],
    ['2025-01-15', '2025-02-15', 1, 0],
    ['2025-01-15', '2025-02-16', 1, 1],
    ['2025-01-31', '2025-02-27', 0, 27],
    ['2025-01-31', '2025-02-28', 1, 0],
    ['2025-01-31', '2025-03-01', 1, 1],
    ['2025-01-31', '2025-03-30', 1, 30],
    ['2025-01-31', '2025-03-31', 2, 0],
    ['2025-02-28', '2025-03-28', 1, 0],
    ['2025-02-28', '2025-03-31', 1, 3],
    ['2024-02-29', '2025-02-28', 12, 0],
    ['2024-02-29', '2025-02-27', 11, 29],
    ['2024-02-05', '2025-03-10', 13, 5],
    ['2025-12-31', '2026-01-01', 0, 1],
    ['2025-12-31', '2026-01-30', 0, 30],
  ])('%s to %s is %i months and %i days', (from, until, months, days) => expect(monthsBetween(from, until)).toEqual({ months, days }))

  test('an end before the beginning is refused', () => expect(() => monthsBetween('2025-01-02', '2025-01-01')).toThrow(RangeError))

  test('law: the most months that fit, then the days left', () => {
    fc.assert(
      fc.property(nearDate, nearDate, (a, b) => {
        const [from, until] = [earlier(a, b), later(a, b)]
        const { months, days } = monthsBetween(from, until)
        expect(addDays(addMonths(from, months), days)).toBe(until)
        expect(days).toBeGreaterThanOrEqual(0)
        expect(addMonths(from, months + 1) > until).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

test('month ends and leap years', () => {
  expect(['2025-02-28', '2024-02-28', '2024-02-29', '2025-04-30', '2025-12-30', '2025-12-31'].map(isMonthEnd)).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ])
  expect([1900, 2000, 2023, 2024, 2100, 2400].map(isLeapYear)).toEqual([false, true, false, true, false, true])
  expect([monthLength(2024, 2), monthLength(2025, 2), monthLength(2025, 1), monthLength(2025, 13), monthLength(2025, 0)]).toEqual([
    29, 28, 31, 0, 0,
  ])
  expect([earlier('2025-01-01', '2024-12-31'), later('2025-01-01', '2024-12-31')]).toEqual(['2024-12-31', '2025-01-01'])
})
