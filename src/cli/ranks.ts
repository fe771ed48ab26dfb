import { dayNumber, isCalendarDate } from '../dates/calendar-date.js'

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,3})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/

/**
 * What a queue goes by, as a number: a figure as it is, a day or an instant in seconds. An instant without an offset is taken as stated.
 *
 * Undefined for anything else, since a number cannot stand for the order of texts.
 */
export function rankOf(value: string | number): { readonly kind: 'number' | 'time'; readonly rank: number } | undefined {
  if (typeof value === 'number') return { kind: 'number', rank: value }
  if (isCalendarDate(value)) return { kind: 'time', rank: dayNumber(value) * 86_400 }
  const [, day, hours, minutes, seconds = '0', fraction = '', offset = 'Z'] = INSTANT.exec(value) ?? []
  if (!isCalendarDate(day)) return undefined
  const [offsetHours = 0, offsetMinutes = 0] = offset === 'Z' ? [] : offset.slice(1).split(':').map(Number)
  const ahead = (offsetHours * 3600 + offsetMinutes * 60) * (offset.startsWith('-') ? -1 : 1)
  const inDay = Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}${fraction}`)
  return { kind: 'time', rank: dayNumber(day) * 86_400 + inDay - ahead }
}
