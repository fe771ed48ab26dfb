import { DAY_COUNTS, type DayCountName } from '../dates/day-counts.js'
import type { Period } from '../dates/period.js'
import type { Decimal } from '../money/decimal.js'
import { compare, type Fraction, fraction, one, plus, times, zero } from '../money/fraction.js'

/** Why a loan bears penalty interest, with the uplift on the contract rate that 银发〔2003〕251号 art. 3 allows, both ends included. */
export const PENALTY_UPLIFTS = {
  overdue: { from: '0.30', through: '0.50', label: { zh: '逾期', en: 'overdue' } },
  misuse: { from: '0.50', through: '1.00', label: { zh: '挪用', en: 'misuse' } },
} as const

export type PenaltyKind = keyof typeof PENALTY_UPLIFTS

/** Principal that bears penalty interest over a period at one contract rate. `uplifts` are shares of the contract rate: `0.5` for 50%. */
export interface PenaltyStretch extends Period {
  readonly principal: Decimal
  readonly rate: Fraction
  readonly uplifts: { readonly [Kind in PenaltyKind]?: Fraction }
}

/** Interest on interest that was not paid: at the contract rate within the term, at the penalty rate after maturity. */
export interface CompoundStretch extends Period {
  readonly unpaidInterest: Decimal
  readonly rate: Fraction
}

/** The heavier of the uplifts that apply: overdue and misuse at once are not added up. */
function heavierUplift(uplifts: PenaltyStretch['uplifts']): { readonly kind: PenaltyKind; readonly uplift: Fraction } | undefined {
  const { overdue, misuse } = uplifts
  if (misuse !== undefined && (overdue === undefined || compare(misuse, overdue) >= 0)) return { kind: 'misuse', uplift: misuse }
  return overdue === undefined ? undefined : { kind: 'overdue', uplift: overdue }
}

/** The penalty rate: R × (1 + uplift). */
function penaltyRate(rate: Fraction, uplift: Fraction): Fraction {
  return times(rate, plus(one, uplift))
}

/** Penalty and compound interest by kind, in exact yuan. Penalty interest itself is not compounded: whether it may be is disputed. */
export function penalties(
  stretches: readonly PenaltyStretch[],
  compound: readonly CompoundStretch[],
  dayCount: DayCountName,
): { readonly overdue: Fraction; readonly misuse: Fraction; readonly compound: Fraction } {
  const totals = { overdue: zero, misuse: zero, compound: zero }
  const share = ({ from, until }: Period): Fraction => DAY_COUNTS[dayCount].yearFraction(from, until)
  for (const stretch of stretches) {
    const heavier = heavierUplift(stretch.uplifts)
    if (heavier === undefined) continue
    const yearly = times(fraction(stretch.principal), penaltyRate(stretch.rate, heavier.uplift))
    totals[heavier.kind] = plus(totals[heavier.kind], times(yearly, share(stretch)))
  }
  for (const stretch of compound) {
    totals.compound = plus(totals.compound, times(times(fraction(stretch.unpaidInterest), stretch.rate), share(stretch)))
  }
  return totals
}
