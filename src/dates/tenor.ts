import { addDays, addMonths, type CalendarDate } from './calendar-date.js'

/** A length of time as contracts print it: months (a year is twelve), days, or months and then days. */
export interface Tenor {
  readonly months?: number
  readonly days?: number
}

/** The day a tenor ends, counted from its first day: months first, from the anchor, then days. */
export function addTenor(date: CalendarDate, { months = 0, days = 0 }: Tenor): CalendarDate {
  const monthsLater = months ? addMonths(date, months) : date
  return days ? addDays(monthsLater, days) : monthsLater
}

/** A tenor in words: whole years as '2年' or '2 years', other months as '18个月' or '18 months', days as '180天' or '180 days'. */
export function tenorText({ months = 0, days = 0 }: Tenor, language: 'zh' | 'en'): string {
  const years = months % 12 === 0 ? months / 12 : 0
  const counts: readonly (readonly [number, string, string])[] = [
    [years, '年', 'year'],
    [years ? 0 : months, '个月', 'month'],
    [days, '天', 'day'],
  ]
  const shown = counts.filter(([count]) => count !== 0)
  const [first = [0, '天', 'day'] as const, ...others] = shown
  const words = [first, ...others].map(([count, zh, en]) =>
    language === 'zh' ? `${count}${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`,
  )
  return words.join(language === 'zh' ? '' : ' ')
}
