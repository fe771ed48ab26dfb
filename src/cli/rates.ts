import { isCalendarDate } from '../dates/calendar-date.js'
import type { RateRow } from '../reference-rates/index.js'
import { REFERENCE_RATES } from '../reference-rates/rates.js'
import { UsageError } from './failure.js'
import { jsonOf } from './files.js'
import { both } from './language.js'

/** Reference rates published since, from a JSON file: a list of `{ from, rates, source, knownThrough? }`. */
export async function ratesOf(path: string | undefined): Promise<readonly RateRow[] | undefined> {
  if (path === undefined) return undefined
  const rows = await jsonOf(path)
  const faults: { path: string; message: { zh: string; en: string } }[] = []
  const expect = (holds: boolean, at: string, zh: string, en: string): void => {
    if (!holds) faults.push({ path: at, message: both(`应为${zh}`, `expected ${en}`) })
  }
  expect(Array.isArray(rows), path, '利率行的列表', 'a list of rows')
  for (const [index, row] of (Array.isArray(rows) ? (rows as unknown[]) : []).entries()) {
    const at = `[${index}]`
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      expect(false, at, '对象 { from, rates, source }', 'an object { from, rates, source }')
      continue
    }
    const { from, rates, source, knownThrough, ...others } = row as { readonly [key: string]: unknown }
    for (const key of Object.keys(others))
      expect(false, `${at}.${key}`, 'from、rates、source、knownThrough 之一', 'one of from, rates, source, knownThrough')
    expect(isCalendarDate(from), `${at}.from`, '公布日期，如"2026-12-21"', 'the day of publication such as "2026-12-21"')
    expect(typeof source === 'string' && source !== '', `${at}.source`, '来源', 'where it is published')
    expect(
      knownThrough === undefined || isCalendarDate(knownThrough),
      `${at}.knownThrough`,
      '日期，如"2027-01-19"',
      'a day such as "2027-01-19"',
    )
    const isObject = typeof rates === 'object' && rates !== null && Object.keys(rates).length > 0
    expect(isObject, `${at}.rates`, '利率，如 {"lpr-1y": "0.03"}', 'rates such as {"lpr-1y": "0.03"}')
    for (const [name, rate] of Object.entries(isObject ? rates : {})) {
      const names = Object.keys(REFERENCE_RATES).join(', ')
      expect(Object.hasOwn(REFERENCE_RATES, name), `${at}.rates.${name}`, `${names} 之一`, `one of ${names}`)
      const holds = typeof rate === 'string' && /^-?(0(\.\d{1,12})?|1(\.0{1,12})?)$/.test(rate)
      expect(holds, `${at}.rates.${name}`, '以小数表示的年利率文本，如"0.03"', 'a yearly fraction in a string such as "0.03"')
    }
  }
  if (faults.length > 0) throw new UsageError(both(`${path} 有误`, `${path} is faulty`), faults)
  return rows as readonly RateRow[]
}
