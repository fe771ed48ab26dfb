import { daysBetween } from '../dates/calendar-date.js'
import { contains, overlap, type Period } from '../dates/period.js'
import { type Decimal, decimalOf } from '../money/decimal.js'
import { type Fraction, fraction, plus, times, zero } from '../money/fraction.js'

/** What a bank slip charges for, kept apart because subsidies count some and leave out others. */
export const INTEREST_KINDS = {
  normal: { zh: '正常利息', en: 'ordinary interest' },
  overdue: { zh: '逾期罚息', en: 'penalty interest for overdue principal' },
  misuse: { zh: '挪用罚息', en: 'penalty interest for misuse' },
  compound: { zh: '复利', en: 'compound interest on unpaid interest' },
  surcharge: { zh: '加息', en: 'surcharge' },
  extension: { zh: '展期利息', en: 'interest of an extension' },
} as const

export type InterestKind = keyof typeof INTEREST_KINDS

/** Interest a bank charged, from its slip: the period it is for, the amount, and the day it was paid. */
export interface InterestSlip extends Period {
  readonly amount: Decimal
  readonly kind: InterestKind
  readonly paidOn?: string
}

/** Which interest counts. */
export interface SlipRule {
  /** Kinds that count; never a default. */
  readonly kinds: readonly InterestKind[]
  /** `period`: by the days the interest is for. `paid-on`: whole slips paid within the window; a slip without a day of payment is not counted. */
  readonly by: 'period' | 'paid-on'
  readonly within?: Period
}

/** A slip and how much of it counts. */
export interface CountedSlip {
  readonly slip: InterestSlip
  readonly counted: Fraction
}

/** Each slip with the part of it that counts: by days when it straddles the window, nothing when its kind or day is outside. */
export function countedSlips(slips: readonly InterestSlip[], { kinds, by, within }: SlipRule): readonly CountedSlip[] {
  return slips.map((slip) => ({ slip, counted: kinds.includes(slip.kind) ? countedOf(slip, by, within) : zero }))
}

function countedOf(slip: InterestSlip, by: SlipRule['by'], within: Period | undefined): Fraction {
  const { from, until, amount, paidOn } = slip
  if (by === 'paid-on') return paidOn !== undefined && (within === undefined || contains(within, paidOn)) ? fraction(amount) : zero
  if (within === undefined || (within.from <= from && until <= within.until)) return fraction(amount)
  const shared = overlap(slip, within)
  if (shared === undefined) return zero
  const days = decimalOf(daysBetween(shared.from, shared.until))
  return times(fraction(amount), fraction(days, decimalOf(daysBetween(from, until))))
}

/** The interest of bank slips that counts, in exact yuan. */
export function interestFromSlips(slips: readonly InterestSlip[], rule: SlipRule): Fraction {
  return countedSlips(slips, rule).reduce((total, { counted }) => plus(total, counted), zero)
}

/** Two slips of one kind for the same days, by their positions; undefined when none overlap. */
export function overlappingSlips(slips: readonly (Period & { readonly kind: string })[]): readonly [number, number] | undefined {
  const order = slips.map((slip, index) => ({ slip, index })).sort((a, b) => (a.slip.from < b.slip.from ? -1 : 1))
  const lastOfKind = new Map<string, (typeof order)[number]>()
  for (const entry of order) {
    const last = lastOfKind.get(entry.slip.kind)
    if (last !== undefined && entry.slip.from < last.slip.until) return [last.index, entry.index]
    lastOfKind.set(entry.slip.kind, entry)
  }
  return undefined
}
