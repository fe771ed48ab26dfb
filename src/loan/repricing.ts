import { addMonths } from '../dates/calendar-date.js'
import { compare, type Fraction, plus } from '../money/fraction.js'
import { type LookupOptions, rateOn, type UnknownRate } from '../reference-rates/index.js'
import type { RateStep } from './stretches.js'

/** The days on which a loan takes the LPR of the day: never, each 1 January, each anniversary, the first of each month or quarter. */
export type RepricingDay = 'never' | '1-january' | 'anniversary' | 'first-of-month' | 'first-of-quarter'

/** A loan priced on the LPR: the tenor the contract names, and a spread in yearly points that holds for the whole term and may be negative. */
export interface LprPricing {
  readonly reference: 'lpr-1y' | 'lpr-5y-plus'
  readonly spread: Fraction
  readonly repricing: RepricingDay
  /** The day whose LPR prices the loan at first, and the anchor of anniversaries: the contract's, or else the first drawdown. */
  readonly pricedOn?: string
  /** In force until the first repricing day, where the contract states a rate instead. */
  readonly firstRate?: Fraction
}

/** The rates of a loan over its term, or those known and where they end. */
export type RepricedRates =
  | { readonly complete: true; readonly rates: readonly RateStep[] }
  | { readonly complete: false; readonly rates: readonly RateStep[]; readonly unknownFrom: string; readonly unknown: UnknownRate }

/** Months between repricing days, and whether they are anniversaries of the pricing day or calendar days. */
const STEPS: Readonly<Record<Exclude<RepricingDay, 'never'>, number>> = {
  '1-january': 12,
  anniversary: 12,
  'first-of-quarter': 3,
  'first-of-month': 1,
}

/**
 * The repricing days after `from` and before `until`.
 *
 * Anniversaries count from `anchor`; where the month has no such day, its last day.
 */
export function repricingDays(repricing: RepricingDay, from: string, until: string, anchor: string = from): readonly string[] {
  if (repricing === 'never') return []
  const start = repricing === 'anniversary' ? anchor : `${from.slice(0, 4)}-01-01`
  const days: string[] = []
  for (let months = 0; ; months += STEPS[repricing]) {
    const day = addMonths(start, months)
    if (day >= until) return days
    if (day > from) days.push(day)
  }
}

/**
 * The yearly rates of a loan priced on the LPR: LPR of the day + spread, at first and on each repricing day.
 *
 * 1 January takes the LPR of the December before. Where an LPR is not known, the rates before that day and the reason. Days that change nothing
 * give no step.
 */
export function repricedRates(pricing: LprPricing, from: string, until: string, options?: LookupOptions): RepricedRates {
  const { reference, spread, repricing, pricedOn = from, firstRate } = pricing
  const rates: RateStep[] = []
  for (const day of [from, ...repricingDays(repricing, from, until, pricedOn)]) {
    if (day === from && firstRate !== undefined) {
      rates.push({ from, rate: firstRate })
      continue
    }
    const answer = rateOn(reference, day === from ? pricedOn : day, options)
    if (!answer.found) return { complete: false, rates, unknownFrom: day, unknown: answer }
    const rate = plus(answer.rate, spread)
    const last = rates.at(-1)
    if (last === undefined || compare(last.rate, rate) !== 0) rates.push({ from: day, rate })
  }
  return { complete: true, rates }
}
