import type { Rounding, RoundingMode, RoundingUnit } from '../money/rounding.js'
import { compare, safe, times, wholeQuotient } from './exact.js'
import type { Entry, Row } from './row.js'

/** Fen in each unit. */
const FEN: { readonly [unit in RoundingUnit]: number } = {
  fen: 1,
  yuan: 100,
  'hundred-yuan': 10_000,
  'hundredth-wan': 10_000,
  wan: 1_000_000,
}

/** The amount in fen, rounded once. */
export function roundedFen(row: Row, entry: Entry, rounding: Rounding): number {
  return notAbove(row, rounded(row, entry.over, entry.under, FEN[rounding.to], rounding.mode), entry, rounding)
}

/** Never above the lowest cap the amount has passed: it then stops at the last unit below. */
export function notAbove(row: Row, fen: number, { ceilingOver, ceilingUnder }: Entry, { to }: Rounding): number {
  if (ceilingUnder === 0 || compare(fen, 100, ceilingOver, ceilingUnder) <= 0) return fen
  return rounded(row, ceilingOver, ceilingUnder, FEN[to], 'down')
}

function rounded(row: Row, over: number, under: number, unit: number, mode: RoundingMode): number {
  // Amounts are mostly stated in fen: a hundred then divides the denominator.
  const isInFen = under % 100 === 0
  const fen = isInFen ? times(row, over, under / 100, 1, unit) : times(row, over, under, 100, unit)
  const divisor = row.under
  const rest = fen % divisor
  const whole = (fen - rest) / divisor
  return safe((whole + (rest !== 0 && IS_UP[mode](rest, divisor - rest, whole) ? 1 : 0)) * unit)
}

/** Whether a rest lifts the amount to the next unit; `other` is what the rest lacks to it. */
const IS_UP: { readonly [mode in RoundingMode]: (rest: number, other: number, whole: number) => boolean } = {
  down: () => false,
  up: () => true,
  'half-up': (rest, other) => rest >= other,
  'half-even': (rest, other, whole) => rest > other || (rest === other && whole % 2 === 1),
}

/** Yuan with two places, such as '9000.00'. */
export function yuanText(fen: number): string {
  const part = fen % 100
  return `${wholeQuotient(fen, 100)}${HUNDREDTHS[part]}`
}

const HUNDREDTHS = /* @__PURE__ */ Array.from({ length: 100 }, (_, part) => `.${String(part).padStart(2, '0')}`)
