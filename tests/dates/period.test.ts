import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/dates/calendar-date.js'
import { contains, daysIn, overlap, type Period, splitAt } from '../../src/dates/period.js'

const of = (from: string, until: string): Period => ({ from, until })
const date = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-12-01', days))
const period = fc.tuple(date, date).map((pair) => {
  const [from = '', until = ''] = [...pair].sort()
  return of(from, until)
})

describe('overlap', () => {
  const year = of('2025-01-01', '2026-01-01')
  test.each([
    { name: 'inside', other: of('2025-03-01', '2025-04-01'), expect: of('2025-03-01', '2025-04-01') },
    { name: 'over the beginning', other: of('2024-03-01', '2025-04-01'), expect: of('2025-01-01', '2025-04-01') },
    { name: 'over the end', other: of('2025-12-31', '2026-04-01'), expect: of('2025-12-31', '2026-01-01') },
    { name: 'the same', other: year, expect: year },
    { name: 'ends where it begins', other: of('2024-01-01', '2025-01-01'), expect: undefined },
    { name: 'one day in', other: of('2024-01-01', '2025-01-02'), expect: of('2025-01-01', '2025-01-02') },
    { name: 'begins where it ends', other: of('2026-01-01', '2027-01-01'), expect: undefined },
    { name: 'no days', other: of('2025-03-01', '2025-03-01'), expect: undefined },
  ])('$name', ({ other, expect: expected }) => {
    expect(overlap(year, other)).toEqual(expected)
    expect(overlap(other, year)).toEqual(expected)
  })

  test('law: it holds the days both hold', () => {
    fc.assert(
      fc.property(period, period, date, (a, b, day) => {
        const shared = overlap(a, b)
        expect(shared !== undefined && contains(shared, day)).toBe(contains(a, day) && contains(b, day))
      }),
    )
  })
})

describe('lengths', () => {
  test('days and months', () => {
    expect(daysIn(of('2024-02-28', '2024-03-01'))).toBe(2)
    expect(daysIn(of('2025-03-01', '2025-03-01'))).toBe(0)
  })

  test('the first day is in, the last is not', () => {
    const march = of('2025-03-01', '2025-04-01')
    expect(['2025-02-28', '2025-03-01', '2025-03-31', '2025-04-01'].map((day) => contains(march, day))).toEqual([false, true, true, false])
  })
})

describe('splitAt', () => {
  test('in order, once, inside only', () => {
    const year = of('2025-01-01', '2026-01-01')
    expect(splitAt(year, '2025-06-21', '2025-03-21', '2025-06-21', '2025-01-01', '2026-01-01', '2030-01-01')).toEqual([
      of('2025-01-01', '2025-03-21'),
      of('2025-03-21', '2025-06-21'),
      of('2025-06-21', '2026-01-01'),
    ])
    expect(splitAt(year)).toEqual([year])
  })

  test('law: the parts follow each other and add up', () => {
    fc.assert(
      fc.property(period, fc.array(date), (whole, dates) => {
        const parts = splitAt(whole, ...dates)
        expect(parts[0]?.from).toBe(whole.from)
        expect(parts.at(-1)?.until).toBe(whole.until)
        parts.slice(1).forEach((part, index) => {
          expect(part.from).toBe(parts[index]?.until)
        })
        expect(parts.reduce((days, part) => days + daysIn(part), 0)).toBe(daysIn(whole))
      }),
    )
  })
})
