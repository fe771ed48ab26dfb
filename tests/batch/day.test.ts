import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, dayFrom, monthsBetween, monthsIn, oddDaysIn, yearOf } from '../../src/batch/day.js'
import { YEAR_SHARES } from '../../src/batch/day-count.js'
import { UNUSUAL } from '../../src/batch/outside.js'
import { rowOf } from '../../src/batch/row.js'
import * as calendar from '../../src/dates/calendar-date.js'
import { DAY_COUNTS, type DayCountName } from '../../src/dates/day-counts.js'
import { Decimal } from '../../src/money/decimal.js'
import { compare, fraction } from '../../src/money/fraction.js'

const FIRST = calendar.dayNumber('1950-01-01')
const LAST = calendar.dayNumber('2899-12-31')
const day = fc.integer({ min: FIRST, max: LAST })
const row = rowOf({ applicant: 1, loan: 1, support: 1 })

test('a day is read as the calendar has it', () => {
  fc.assert(
    fc.property(day, (number) => {
      expect(dayFrom(calendar.dateOf(number))).toBe(number)
    }),
  )
  const others = [
    '1949-12-31',
    '2900-01-01',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-1-01',
    '2023-01-01 ',
    '２023-01-01',
    20230101,
    undefined,
  ]
  for (const other of others) expect(() => dayFrom(other)).toThrow(UNUSUAL)
  expect(dayFrom('2024-02-29')).toBe(calendar.dayNumber('2024-02-29'))
})

test('years, months later and months between are those of the calendar', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -600, max: 600 }), fc.integer({ min: 0, max: 5000 }), (from, months, days) => {
      const text = calendar.dateOf(from)
      expect(yearOf(from)).toBe(Number(text.slice(0, 4)))
      expect(calendar.dateOf(addMonths(from, months))).toBe(calendar.addMonths(text, months))
      const between = monthsBetween(from, from + days)
      expect({ months: monthsIn(between), days: oddDaysIn(between) }).toEqual(calendar.monthsBetween(text, calendar.dateOf(from + days)))
    }),
    { numRuns: 3000 },
  )
})

test('every day count of the fast path is that of its name', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 5000 }), fc.constantFrom(...Object.keys(YEAR_SHARES)), (from, days, name) => {
      const over = YEAR_SHARES[name]?.(row, from, from + days) ?? Number.NaN
      const wanted = DAY_COUNTS[name as DayCountName].yearFraction(calendar.dateOf(from), calendar.dateOf(from + days))
      expect(compare(fraction(new Decimal(over), new Decimal(row.under)), wanted)).toBe(0)
    }),
    { numRuns: 3000 },
  )
})
