import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths as monthsLater } from 'date-fns/addMonths'

/**
 * A day of the calendar as text, 'YYYY-MM-DD', from 1900-01-01 to 2999-12-31.
 *
 * Text sorts as the days do, so `<` compares two of them. No zone, no time of day.
 */
export type CalendarDate = string

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether a text is a real day written 'YYYY-MM-DD', in the years 1900 to 2999. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  return typeof text === 'string' && read(text) !== undefined
}

/** Year, month 1 to 12 and day of a date. RangeError for any other text. */
export function partsOf(text: CalendarDate): Parts {
  const parts = read(text)
  if (!parts) throw new RangeError(`expected a day such as "2026-01-31", from 1900 to 2999, received ${JSON.stringify(text)}`)
  return parts
}

/** Days since 1970-01-01. RangeError when the text is not a date. */
export function dayNumber(text: CalendarDate): number {
  const { year, month, day } = partsOf(text)
  return dayOf(year, month, day)
}

/**
 * The date so many days after 1970-01-01. RangeError outside 1900 to 2999 or for a number that is not whole.
 *
 * @internal Tested as the inverse of `dayNumber`.
 */
export function dateOf(day: number): CalendarDate {
  if (!Number.isInteger(day)) throw new RangeError(`expected a whole number of days, received ${day}`)
  return textOf(new UTCDateMini(day * DAY))
}

export function addDays(text: CalendarDate, days: number): CalendarDate {
  return dateOf(dayNumber(text) + days)
}

/** The corresponding day so many months later (earlier when negative), the month's last day where there is none. Count from the first date: repeated steps drift. */
export function addMonths(text: CalendarDate, months: number): CalendarDate {
  if (!Number.isInteger(months)) throw new RangeError(`expected a whole number of months, received ${months}`)
  return textOf(monthsLater(new UTCDateMini(dayNumber(text) * DAY), months))
}

/** The corresponding day so many years later; 29 February becomes the 28th in a year without it. */
export function addYears(text: CalendarDate, years: number): CalendarDate {
  return addMonths(text, years * 12)
}

/** Days from the first date, included, to the second, excluded; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return dayNumber(until) - dayNumber(from)
}

/**
 * Whole months counted from `from`, and the odd days left.
 *
 * A month is complete on the corresponding day, or on the month's last day where there is none: 31 January to 28 February is one month.
 * RangeError when `until` is earlier than `from`.
 */
export function monthsBetween(from: CalendarDate, until: CalendarDate): { readonly months: number; readonly days: number } {
  const start = partsOf(from)
  const end = partsOf(until)
  if (until < from) throw new RangeError(`expected a period that does not end before it begins, received ${from} to ${until}`)
  let index = end.year * 12 + end.month - 1
  let corresponding = Math.min(start.day, monthLength(end.year, end.month))
  let days = end.day - corresponding
  if (days < 0) {
    index -= 1
    const year = Math.floor(index / 12)
    const length = monthLength(year, (index % 12) + 1)
    corresponding = Math.min(start.day, length)
    days = length - corresponding + end.day
  }
  return { months: index - (start.year * 12 + start.month - 1), days }
}

export function isMonthEnd(text: CalendarDate): boolean {
  const { year, month, day } = partsOf(text)
  return day === monthLength(year, month)
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days of a month, 1 to 12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b
}

export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b
}

function read(text: string): Parts | undefined {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  return text.length === 10 &&
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    year >= 1900 &&
    year <= 2999 &&
    day >= 1 &&
    day <= monthLength(year, month)
    ? { year, month, day }
    : undefined
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** The day number of a year, a month 1 to 12 and a day that exist; nothing is checked. */
export function dayOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const marchMonth = month <= 2 ? month + 9 : month - 3
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return 365 * marchYear + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 719_469
}

/** Milliseconds in a day, as the host counts them. */
const DAY = 86_400_000
const FIRST = dayOf(1900, 1, 1) * DAY
const LAST = dayOf(2999, 12, 31) * DAY

function textOf(date: Date): CalendarDate {
  const time = date.getTime()
  if (!(time >= FIRST && time <= LAST)) throw new RangeError('expected a day from 1900 to 2999')
  return date.toISOString().slice(0, 10)
}
