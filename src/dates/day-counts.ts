import { Decimal, ONE } from '../money/decimal.js'
import { type Fraction, fraction, plus, zero } from '../money/fraction.js'
import {
  addYears,
  type CalendarDate,
  dayNumber,
  dayOf,
  daysBetween,
  isLeapYear,
  isMonthEnd,
  monthsBetween,
  partsOf,
} from './calendar-date.js'
import { daysIn, overlap, type Period } from './period.js'

/** What some day counts need beyond two dates. */
export interface DayCountContext {
  /** The day the loan or bond ends, for 30E/360 ISDA. */
  readonly terminationDate?: CalendarDate
  /** The regular interest periods that cover the days counted, for Actual/Actual ICMA. */
  readonly quasiPeriods?: readonly Period[]
  /** Regular interest periods in a year, for Actual/Actual ICMA. */
  readonly frequency?: number
}

/** How a stretch of days becomes a share of a year. */
export interface DayCountRule {
  readonly label: { readonly zh: string; readonly en: string }
  /** The exact share of a year from `from`, included, until `until`, excluded. RangeError when the end is earlier. */
  readonly yearFraction: (from: CalendarDate, until: CalendarDate, context?: DayCountContext) => Fraction
  /** The days the rule counts, where it counts days. */
  readonly days?: (from: CalendarDate, until: CalendarDate, context?: DayCountContext) => number
}

type Days = (from: CalendarDate, until: CalendarDate, context?: DayCountContext) => number

const YEARS: Readonly<Record<number, Decimal>> = {
  1: ONE,
  12: /* @__PURE__ */ new Decimal(12),
  360: /* @__PURE__ */ new Decimal(360),
  365: /* @__PURE__ */ new Decimal(365),
  366: /* @__PURE__ */ new Decimal(366),
}

const counted = (zh: string, en: string, days: Days, year: number): DayCountRule => ({
  label: { zh, en },
  yearFraction: (from, until, context) => over(days(from, until, context), year),
  days,
})

const stated = (zh: string, en: string, yearFraction: DayCountRule['yearFraction']): DayCountRule => ({ label: { zh, en }, yearFraction })

/**
 * The day counts, by name. Each says what is counted and what divides it; `docs/reference/day-counts.md` has sources and other names.
 *
 * `from` counts, `until` does not.
 */
export const DAY_COUNTS = {
  'actual/360': /* @__PURE__ */ counted('实际天数/360', 'Actual/360', actualDays, 360),
  'actual/365': /* @__PURE__ */ counted('实际天数/365', 'Actual/365 Fixed', actualDays, 365),
  'actual/actual-isda': /* @__PURE__ */ stated('实际天数/实际天数（ISDA）', 'Actual/Actual ISDA', actualIsda),
  'actual/actual-icma': /* @__PURE__ */ stated('实际天数/实际天数（ICMA）', 'Actual/Actual ICMA', actualIcma),
  '30/360-bond': /* @__PURE__ */ counted('30/360（债券基准）', '30/360 Bond Basis', bondDays, 360),
  '30/360-us': /* @__PURE__ */ counted('30/360（美国，月末规则）', '30/360 US', usDays, 360),
  '30e/360': /* @__PURE__ */ counted('30E/360（欧洲）', '30E/360', europeanDays, 360),
  '30e/360-isda': /* @__PURE__ */ counted('30E/360（ISDA）', '30E/360 ISDA', isdaDays, 360),
  'excel-0': /* @__PURE__ */ counted('Excel 基准0', 'Excel basis 0', excelDays, 360),
  'excel-1': /* @__PURE__ */ stated('Excel 基准1', 'Excel basis 1', excelAverageYear),
  'excel-2': /* @__PURE__ */ counted('Excel 基准2', 'Excel basis 2', actualDays, 360),
  'excel-3': /* @__PURE__ */ counted('Excel 基准3', 'Excel basis 3', actualDays, 365),
  'excel-4': /* @__PURE__ */ counted('Excel 基准4', 'Excel basis 4', europeanDays, 360),
  'month/12': /* @__PURE__ */ stated('按月：整月/12，零头天数/360', 'whole months over 12, odd days over 360', (from, until) => {
    const { months, days } = monthsBetween(from, until)
    return days === 0 ? over(months, 12) : over(months * 30 + days, 360)
  }),
  'full-month/12': /* @__PURE__ */ stated('按满月：整月/12，零头不计', 'completed months over 12', (from, until) =>
    over(monthsBetween(from, until).months, 12),
  ),
  'started-month/12': /* @__PURE__ */ stated('按月：不足一月按一月计', 'started months over 12', (from, until) => {
    const { months, days } = monthsBetween(from, until)
    return over(months + (days > 0 ? 1 : 0), 12)
  }),
  'nearest-month/12': /* @__PURE__ */ stated(
    '按月：满15天按一月计，不满不计',
    'months over 12, 15 odd days and more as one',
    (from, until) => {
      const { months, days } = monthsBetween(from, until)
      return over(months + (days >= 15 ? 1 : 0), 12)
    },
  ),
  'whole-year': /* @__PURE__ */ stated('按满年：不足一年不计', 'completed years', (from, until) =>
    over(Math.floor(monthsBetween(from, until).months / 12), 1),
  ),
} as const satisfies Readonly<Record<string, DayCountRule>>

export type DayCountName = keyof typeof DAY_COUNTS

function over(count: number, year: number): Fraction {
  return { numerator: new Decimal(count), denominator: YEARS[year] ?? new Decimal(year) }
}

function actualDays(from: CalendarDate, until: CalendarDate): number {
  const days = daysBetween(from, until)
  if (days < 0) throw new RangeError(`expected a period that does not end before it begins, received ${from} to ${until}`)
  return days
}

function actualIsda(from: CalendarDate, until: CalendarDate): Fraction {
  const days = actualDays(from, until)
  const start = dayNumber(from)
  const end = start + days
  let leap = 0
  let edge = start
  for (let year = partsOf(from).year; edge < end; year += 1) {
    const next = Math.min(end, dayOf(year + 1, 1, 1))
    if (isLeapYear(year)) leap += next - edge
    edge = next
  }
  if (leap === 0) return over(days, 365)
  return leap === days ? over(days, 366) : plus(over(leap, 366), over(days - leap, 365))
}

function actualIcma(from: CalendarDate, until: CalendarDate, { quasiPeriods, frequency }: DayCountContext = {}): Fraction {
  if (quasiPeriods === undefined || frequency === undefined)
    throw new RangeError('expected quasiPeriods and frequency: Actual/Actual ICMA needs the interest periods')
  let left = actualDays(from, until)
  let total = zero
  for (const period of quasiPeriods) {
    const shared = overlap({ from, until }, period)
    if (!shared) continue
    left -= daysIn(shared)
    total = plus(total, fraction(new Decimal(daysIn(shared)), new Decimal(frequency * daysIn(period))))
  }
  if (left !== 0) throw new RangeError(`expected interest periods that cover ${from} to ${until} once, received others`)
  return total
}

/** Days of years of 360 and months of 30, once the two days of the month are adjusted. */
function thirties(from: CalendarDate, until: CalendarDate, adjust: (start: number, end: number) => readonly [number, number]): number {
  actualDays(from, until)
  const a = partsOf(from)
  const b = partsOf(until)
  const [start, end] = adjust(a.day, b.day)
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + end - start
}

function bond(start: number, end: number): readonly [number, number] {
  return [Math.min(start, 30), end === 31 && start >= 30 ? 30 : end]
}

function bondDays(from: CalendarDate, until: CalendarDate): number {
  return thirties(from, until, bond)
}

function usDays(from: CalendarDate, until: CalendarDate): number {
  return thirties(from, until, (start, end) => {
    if (!isFebruaryEnd(from)) return bond(start, end)
    return bond(30, isFebruaryEnd(until) ? 30 : end)
  })
}

function europeanDays(from: CalendarDate, until: CalendarDate): number {
  return thirties(from, until, (start, end) => [Math.min(start, 30), Math.min(end, 30)])
}

function isdaDays(from: CalendarDate, until: CalendarDate, { terminationDate }: DayCountContext = {}): number {
  if (isFebruaryEnd(until) && terminationDate === undefined)
    throw new RangeError('expected terminationDate: 30E/360 ISDA needs it at the end of February')
  return thirties(from, until, (start, end) => [
    isMonthEnd(from) ? 30 : start,
    isMonthEnd(until) && !(isFebruaryEnd(until) && until === terminationDate) ? 30 : end,
  ])
}

function excelDays(from: CalendarDate, until: CalendarDate): number {
  return thirties(from, until, (start, end) => {
    if (start < 30 && isFebruaryEnd(from)) return [30, isFebruaryEnd(until) ? 30 : end]
    return bond(start, end)
  })
}

function excelAverageYear(from: CalendarDate, until: CalendarDate): Fraction {
  const days = actualDays(from, until)
  const first = partsOf(from).year
  const last = partsOf(until).year
  if (first === last) return over(days, isLeapYear(first) ? 366 : 365)
  if (until <= addYears(from, 1)) {
    const leapDay = `${isLeapYear(first) ? first : last}-02-29`
    return over(days, isLeapYear(isLeapYear(first) ? first : last) && from <= leapDay && leapDay <= until ? 366 : 365)
  }
  const calendarDays = dayOf(last + 1, 1, 1) - dayOf(first, 1, 1)
  return fraction(new Decimal(days * (last - first + 1)), new Decimal(calendarDays))
}

function isFebruaryEnd(date: CalendarDate): boolean {
  return date.slice(5, 7) === '02' && isMonthEnd(date)
}
