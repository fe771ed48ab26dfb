import { type CalendarDate, daysBetween, earlier, later } from './calendar-date.js'

/** A stretch of days from `from`, included, until `until`, excluded. */
export interface Period {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** The days two periods share, or undefined when they share none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = later(a.from, b.from)
  const until = earlier(a.until, b.until)
  return from < until ? { from, until } : undefined
}

/** The number of days, which may be zero. */
export function daysIn({ from, until }: Period): number {
  return daysBetween(from, until)
}

/** The period cut before each of the dates; dates not inside cut nothing. */
export function splitAt({ from, until }: Period, ...dates: readonly CalendarDate[]): readonly Period[] {
  const cuts = [...new Set(dates)].filter((date) => date > from && date < until).sort()
  const starts = [from, ...cuts]
  return starts.map((start, index) => ({ from: start, until: starts[index + 1] ?? until }))
}

/** Whether a day lies in the period: the first day does, `until` does not. */
export function contains({ from, until }: Period, date: CalendarDate): boolean {
  return date >= from && date < until
}
