import { addMonths } from '../dates/calendar-date.js'
import { benchmarkFor, type LookupOptions, lprFor, type RateAnswer, rateOn } from '../reference-rates/index.js'

/** An extension (展期) asked for: the term agreed first, the months added, and the day it begins, which is the first maturity. */
export interface Extension {
  readonly originalMonths: number
  readonly addedMonths: number
  readonly date: string
}

/**
 * The most months a loan may be extended by, under the general lending rules (贷款通则 art. 12): up to a year, the original term; above one and
 * up to five years, half of it; above five years, three years. Half months count down. The lending rules of 2024 may have changed this.
 */
export function longestExtension(originalMonths: number): number {
  if (originalMonths <= 12) return originalMonths
  return originalMonths <= 60 ? Math.floor(originalMonths / 2) : 36
}

/** The day an extended loan is due. */
export function extendedMaturity({ addedMonths, date }: Extension): string {
  return addMonths(date, addedMonths)
}

/**
 * The reference rate of an extension (〔1999〕77号): the terms add up; if the total reaches a longer tenor, that tenor's rate of the extension
 * day, else the old tenor's rate of the extension day.
 *
 * `series` is what the contract is priced on. Undefined for an LPR where the total is above one and up to five years and the bank chooses.
 */
export function extensionRate(series: 'lpr' | 'benchmark', extension: Extension, options?: LookupOptions): RateAnswer | undefined {
  const months = extension.originalMonths + extension.addedMonths
  const name = series === 'lpr' ? lprFor(months) : benchmarkFor(months)
  return name && rateOn(name, extension.date, options)
}
