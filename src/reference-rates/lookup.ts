import { addDays, addMonths, isCalendarDate, later } from '../dates/calendar-date.js'
import { type Decimal, decimalOf } from '../money/decimal.js'
import { type Fraction, fraction } from '../money/fraction.js'
import { BENCHMARK_TABLE } from './benchmark.js'
import { LPR_KNOWN_THROUGH, LPR_TABLE } from './lpr.js'
import { REFERENCE_RATES, type ReferenceRate } from './rates.js'

/** How well a published value is supported: found alike in several tables, in one only, or stated by the caller. */
export type RateConfidence = 'agreed' | 'single' | 'stated'

/**
 * A publication the library does not know yet, given by the caller.
 *
 * `from` is the day of publication and the first day in force; rates are yearly fractions as text. `knownThrough` is the last day the row is
 * known to hold. Without it an LPR row holds through the 19th of the next month, since the next publication is never before the 20th, and a
 * benchmark row holds until changed.
 */
export interface RateRow {
  readonly from: string
  readonly rates: { readonly [Rate in ReferenceRate]?: string }
  readonly source: string
  readonly knownThrough?: string
}

/** What a lookup may be told besides the day. */
export interface LookupOptions {
  /** `false`: the rate in force on the day before, for contracts that name the LPR of the day before. Default `true`. */
  readonly sameDay?: boolean
  /** Rates published after this day are unknown. */
  readonly knownOn?: string
  /** Publications later than the table. Rows for days the table answers are not read. */
  readonly more?: readonly RateRow[]
}

/** A rate in force, with the publication it comes from. */
export interface FoundRate {
  readonly found: true
  readonly name: ReferenceRate
  /** Yearly fraction, exact. */
  readonly rate: Fraction
  /** The same as decimal text: `'0.0345'`. */
  readonly rateText: string
  /** Day of publication (LPR) or first day in force (benchmark). */
  readonly published: string
  readonly source: string
  readonly confidence: RateConfidence
}

/** Why no rate is given. Never the first or the last value in silence. */
export interface UnknownRate {
  readonly found: false
  readonly name: ReferenceRate
  readonly reason: 'before-first' | 'after-last-known' | 'not-yet-known'
  readonly date: string
  readonly firstDay: string
  /** The last day that could be answered, included. */
  readonly lastKnownDay: string
  readonly message: { readonly zh: string; readonly en: string }
}

export type RateAnswer = FoundRate | UnknownRate

/** One published series: its rows in order of day, and the column of each rate. */
interface Series {
  readonly rows: readonly Row[]
  readonly columns: readonly ReferenceRate[]
}

interface Row {
  readonly from: string
  readonly cells: readonly string[]
  readonly found: (FoundRate | undefined)[]
}

function readTable(table: string, columns: readonly ReferenceRate[]): Series {
  const rows = table
    .trim()
    .split('\n')
    .map((line) => {
      const [from, ...cells] = line.split(' ')
      return { from: from as string, cells, found: [] }
    })
  return { rows, columns }
}

const LPR: Series = /* @__PURE__ */ readTable(LPR_TABLE, ['lpr-1y', 'lpr-5y-plus'])
const BENCHMARK: Series = /* @__PURE__ */ readTable(BENCHMARK_TABLE, [
  'benchmark-6m',
  'benchmark-1y',
  'benchmark-3y',
  'benchmark-5y',
  'benchmark-over-5y',
  'deposit-1y',
])

/** The benchmark rates hold until changed: their last row has no end. */
const NO_END = '2999-12-31'

/** The first day of each series: the table has no rate before it. */
export const LPR_FIRST_DAY = '2019-08-20'
export const BENCHMARK_FIRST_DAY = '1999-06-10'

/** The position of the last row on or before the day; -1 before the first row. */
function positionOf(rows: readonly { readonly from: string }[], date: string): number {
  let low = -1
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle] as { from: string }).from <= date) low = middle
    else high = middle - 1
  }
  return low
}

/** The published value of a row; kept, since a batch asks for the same few rows again and again. */
function foundIn(row: Row, series: Series, name: ReferenceRate): FoundRate {
  const column = series.columns.indexOf(name)
  const kept = row.found[column]
  if (kept !== undefined) return kept
  const cell = row.cells[column] as string
  const single = cell.endsWith('*')
  const rate = decimalOf(single ? cell.slice(0, -1) : cell).times('0.01')
  const found = foundRate(name, rate, row.from, row.cells.at(-1) as string, single ? 'single' : 'agreed')
  row.found[column] = found
  return found
}

function foundRate(name: ReferenceRate, rate: Decimal, published: string, source: string, confidence: RateConfidence): FoundRate {
  return Object.freeze({ found: true, name, rate: fraction(rate), rateText: rate.toFixed(), published, source, confidence })
}

/** The last day a row given by the caller is known to hold. Publications in neighboring months leave no gap, however late the second came. */
function heldThrough(row: RateRow, next: RateRow | undefined, isLpr: boolean): string {
  const through = row.knownThrough ?? (isLpr ? `${nextMonth(row.from)}-19` : NO_END)
  const adjoining = next !== undefined && (next.from <= through || next.from.slice(0, 7) === nextMonth(row.from))
  return adjoining ? addDays(next.from, -1) : through
}

/** The given rows of one rate from the table's last row on, in order of day. */
function rowsOf(name: ReferenceRate, more: readonly RateRow[], lastTableRow: string): readonly RateRow[] {
  if (!Array.isArray(more) || more.some((row: Partial<RateRow> | null) => typeof row?.rates !== 'object' || row.rates === null)) {
    throw new RangeError('more: expected a list of rows with from, rates and source')
  }
  const rows = more.filter((row) => row.rates[name] !== undefined)
  for (const row of rows) {
    const rate = row.rates[name] as string
    if (!/^-?[01](\.\d{1,12})?$/.test(rate) || Math.abs(Number(rate)) > 1) {
      throw new RangeError(`more: expected ${name} as a yearly fraction such as "0.0345", received ${JSON.stringify(rate)}`)
    }
    for (const day of [row.from, row.knownThrough ?? row.from]) checkDay('more', day)
  }
  return rows.filter((row) => row.from >= lastTableRow).sort((a, b) => (a.from < b.from ? -1 : 1))
}

function checkDay(path: string, day: string): void {
  if (!isCalendarDate(day)) throw new RangeError(`${path}: expected a date such as "2026-09-19", received ${JSON.stringify(day)}`)
}

function nextMonth(date: string): string {
  return addMonths(`${date.slice(0, 7)}-01`, 1).slice(0, 7)
}

/**
 * The reference rate in force on a day.
 *
 * An LPR holds from the day of its publication until the next publication, the table's last one through `LPR_KNOWN_THROUGH`; a benchmark rate
 * holds until changed, the last one (2015-10-24) for good. Beyond the data, before it, or published after `knownOn`: an answer that says so.
 * With `knownOn`, a row counts as known from its `from` day on; a day is answered when the row in force on it was.
 *
 * Throws RangeError when a day is not a calendar date, the name is not a reference rate, or a given row is not well formed.
 */
export function rateOn(name: ReferenceRate, date: string, { sameDay = true, knownOn, more }: LookupOptions = {}): RateAnswer {
  if (!Object.hasOwn(REFERENCE_RATES, name))
    throw new RangeError(`expected a reference rate such as "lpr-1y", received ${JSON.stringify(name)}`)
  checkDay('date', date)
  if (knownOn !== undefined) checkDay('knownOn', knownOn)
  const isLpr = name === 'lpr-1y' || name === 'lpr-5y-plus'
  const series = isLpr ? LPR : BENCHMARK
  const day = sameDay ? date : addDays(date, -1)
  const firstDay = isLpr ? LPR_FIRST_DAY : BENCHMARK_FIRST_DAY
  const lastTableDay = isLpr ? LPR_KNOWN_THROUGH : NO_END
  if (day < firstDay) return unknownRate(name, 'before-first', date, firstDay, lastTableDay)

  const lastTableRow = (series.rows.at(-1) as Row).from
  // Given rows speak where the table does not: after its last known day, or after its last row where that one has no end.
  const given = more === undefined || day <= (isLpr ? lastTableDay : lastTableRow) ? [] : rowsOf(name, more, lastTableRow)
  const position = positionOf(given, day)
  const row = given[position]
  if (row !== undefined) {
    const held = heldThrough(row, given[position + 1], isLpr)
    const through = isLpr ? later(held, lastTableDay) : held
    if (day > through) return unknownRate(name, 'after-last-known', date, firstDay, through)
    if (knownOn === undefined || row.from <= knownOn) {
      return foundRate(name, decimalOf(row.rates[name] as string), row.from, row.source, 'stated')
    }
  } else {
    if (day > lastTableDay) return unknownRate(name, 'after-last-known', date, firstDay, lastTableDay)
    const published = series.rows[positionOf(series.rows, day)] as Row
    if (knownOn === undefined || published.from <= knownOn) return foundIn(published, series, name)
  }
  const firstUnknown = [...series.rows, ...given].find(({ from }) => from > knownOn) as { readonly from: string }
  return unknownRate(name, 'not-yet-known', date, firstDay, addDays(firstUnknown.from, -1))
}

/** The reference rates in force from a day until another: that of the first day and each published since, up to the first that is unknown. */
export function ratesBetween(
  name: ReferenceRate,
  from: string,
  until: string,
  options: LookupOptions = {},
): readonly { readonly from: string; readonly answer: RateAnswer }[] {
  const series = name === 'lpr-1y' || name === 'lpr-5y-plus' ? LPR : BENCHMARK
  const published = [...series.rows, ...(options.more ?? [])].map((row) => row.from).filter((day) => day > from && day < until)
  const steps = [from, ...[...new Set(published)].sort()].map((day) => ({ from: day, answer: rateOn(name, day, options) }))
  const unknown = steps.findIndex(({ answer }) => !answer.found)
  if (unknown >= 0) return steps.slice(0, unknown + 1)
  // The last publication may not hold as far as the end.
  const end = rateOn(name, addDays(until, -1), options)
  return end.found ? steps : [...steps, { from: addDays(end.lastKnownDay, 1), answer: end }]
}

function unknownRate(
  name: ReferenceRate,
  reason: UnknownRate['reason'],
  date: string,
  firstDay: string,
  lastKnownDay: string,
): UnknownRate {
  const { zh, en } = REFERENCE_RATES[name]
  const message =
    reason === 'before-first'
      ? { zh: `${zh}自${firstDay}起有数据，${date}没有。`, en: `The ${en} starts on ${firstDay}: there is none for ${date}.` }
      : {
          zh: `${zh}已知至${lastKnownDay}，${date}的未知：请补充以后公布的利率。`,
          en: `The ${en} is known through ${lastKnownDay}, not for ${date}: add the rates published since.`,
        }
  return { found: false, name, reason, date, firstDay, lastKnownDay, message }
}
