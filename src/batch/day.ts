import { dayOf, monthLength } from '../dates/calendar-date.js'
import { UNUSUAL } from './outside.js'

/** Years in which no rule of a document leads out of the calendar. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2899

/** Days since 1970-01-01 of a day of the usual years; throws `UNUSUAL` for anything else. */
export function dayFrom(text: unknown): number {
  if (typeof text !== 'string' || text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) throw UNUSUAL
  const year = digitAt(text, 0) * 1000 + digitAt(text, 1) * 100 + digitAt(text, 2) * 10 + digitAt(text, 3)
  const month = digitAt(text, 5) * 10 + digitAt(text, 6)
  const day = digitAt(text, 8) * 10 + digitAt(text, 9)
  if (!isUsualYear(year) || day < 1 || day > monthLength(year, month)) throw UNUSUAL
  return dayOf(year, month, day)
}

const HYPHEN = 45
const ZERO = 48

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - ZERO
  if (!(digit >= 0 && digit <= 9)) throw UNUSUAL
  return digit
}

export const isUsualYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR

// A day as year × 512 + month × 32 + day of the month, so that one number says all three.
const yearIn = (parts: number): number => parts >> 9
const monthIn = (parts: number): number => (parts >> 5) & 15
const dayIn = (parts: number): number => parts & 31

/** The inverse of `dayOf`, counted from 1 March of the year 0 so that the leap day comes last. */
function partsOf(day: number): number {
  const days = day + 719_468
  const era = (days / 146_097) | 0
  const ofEra = days - era * 146_097
  const yearOfEra = ((ofEra - ((ofEra / 1460) | 0) + ((ofEra / 36_524) | 0) - ((ofEra / 146_096) | 0)) / 365) | 0
  const ofYear = ofEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const marchMonth = ((5 * ofYear + 2) / 153) | 0
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (year << 9) + (month << 5) + (ofYear - (((153 * marchMonth + 2) / 5) | 0) + 1)
}

export const yearOf = (day: number): number => yearIn(partsOf(day))

/** The corresponding day so many months later, the month's last day where there is none. */
export function addMonths(day: number, months: number): number {
  const parts = partsOf(day)
  const index = yearIn(parts) * 12 + monthIn(parts) - 1 + months
  const year = Math.floor(index / 12)
  if (!(year >= 1900 && year <= 2999)) throw UNUSUAL
  const month = (index % 12) + 1
  return dayOf(year, month, Math.min(dayIn(parts), monthLength(year, month)))
}

/** Whole months between two days, and the odd days left: months × 32 + days. */
export function monthsBetween(from: number, until: number): number {
  const start = partsOf(from)
  const end = partsOf(until)
  let index = yearIn(end) * 12 + monthIn(end) - 1
  let days = dayIn(end) - Math.min(dayIn(start), monthLength(yearIn(end), monthIn(end)))
  if (days < 0) {
    index -= 1
    const length = monthLength(Math.floor(index / 12), (index % 12) + 1)
    days = length - Math.min(dayIn(start), length) + dayIn(end)
  }
  return (index - (yearIn(start) * 12 + monthIn(start) - 1)) * 32 + days
}

export const monthsIn = (between: number): number => between >> 5
export const oddDaysIn = (between: number): number => between & 31
