import { addDays, daysBetween, isCalendarDate } from '../dates/calendar-date.js'
import { Decimal, decimalOf } from '../money/decimal.js'
import type { FactKind } from '../policy/policy.js'

/** A value as an applicant states it: an amount or a rate as text, a count as a number, a day. */
export type StatedValue = string | number

/** The values a fact can have, one step apart, by their position. */
export interface Grid {
  readonly step: string
  /** The position of the first and of the last value that is tried. */
  readonly from: number
  readonly through: number
  readonly valueAt: (position: number) => StatedValue
  /** The position of a value, or of the last one before it. */
  readonly positionOf: (value: StatedValue) => number
}

/** How values of a kind lie: their step, the first and the last that are tried unless others are asked for. */
const SPANS: { readonly [kind in FactKind]?: readonly [step: string, from: string, through: string] } = {
  amount: ['0.01', '0', '100000000000'],
  'signed-amount': ['0.01', '-100000000000', '100000000000'],
  rate: ['0.0001', '0', '1'],
  share: ['0.0001', '0', '1'],
  growth: ['0.0001', '-1', '10'],
  number: ['0.01', '0', '1000'],
  count: ['1', '0', '3000'],
  months: ['1', '0', '600'],
  days: ['1', '0', '3660'],
}

/** Ten years: how far before and after a day others are tried. */
const DAYS = 3660

export interface Span {
  readonly from?: StatedValue
  readonly through?: StatedValue
  readonly step?: string
}

/** The grid of a fact; undefined for a kind that has no steps. RangeError for an end that is no value of the kind, or too many steps. */
export function gridOf(kind: FactKind, span: Span, present: unknown): Grid | undefined {
  if (kind === 'date') return gridOfDays(span, present)
  const usual = SPANS[kind]
  if (usual === undefined) return undefined
  const step = decimalOf(span.step ?? usual[0])
  if (step.lte(0)) throw new RangeError(`step: expected a step above zero, received ${step.toFixed()}`)
  const counts = kind === 'count' || kind === 'months' || kind === 'days'
  const positionOf = (value: StatedValue): number => decimalOf(value).dividedToIntegerBy(step).toNumber()
  const places = kind === 'amount' || kind === 'signed-amount' ? Math.max(2, step.decimalPlaces()) : undefined
  const valueAt = (position: number): StatedValue =>
    counts ? position * step.toNumber() : new Decimal(position).times(step).toFixed(places)
  return checked({
    step: step.toFixed(),
    from: positionOf(span.from ?? usual[1]),
    through: positionOf(span.through ?? usual[2]),
    valueAt,
    positionOf,
  })
}

function gridOfDays({ from, through }: Span, present: unknown): Grid {
  const [before, after] = isCalendarDate(present) ? [addDays(present, -DAYS), addDays(present, DAYS)] : []
  const [first, last] = [from ?? before, through ?? after]
  if (!isCalendarDate(first) || !isCalendarDate(last))
    throw new RangeError('from, through: expected the first and the last day to try, such as "2025-01-01"')
  const positionOf = (value: StatedValue): number => daysBetween(first, String(value))
  return checked({ step: '1', from: 0, through: positionOf(last), valueAt: (position) => addDays(first, position), positionOf })
}

function checked(grid: Grid): Grid {
  if (grid.from > grid.through || !Number.isSafeInteger(grid.from) || !Number.isSafeInteger(grid.through))
    throw new RangeError('from, through: expected a first value not above the last, at most 2^53 steps')
  return grid
}
