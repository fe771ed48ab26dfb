import { Decimal, ONE, ZERO } from './decimal.js'
import type { Fraction } from './fraction.js'

/** The units an amount may be rounded to, with their size in yuan. 0.01万元 and a hundred yuan are one size, printed in two ways. */
export const ROUNDING_UNITS = {
  fen: { yuan: '0.01', label: { zh: '分', en: 'fen' } },
  yuan: { yuan: '1', label: { zh: '元', en: 'yuan' } },
  'hundred-yuan': { yuan: '100', label: { zh: '百元', en: '100 yuan' } },
  'hundredth-wan': { yuan: '100', label: { zh: '0.01万元', en: '0.01 wan yuan' } },
  wan: { yuan: '10000', label: { zh: '万元', en: '10,000 yuan' } },
} as const

/** The ways to round. Half up and up go away from zero, down goes toward zero; half even takes the even neighbor at exactly one half. */
export const ROUNDING_MODES = {
  'half-up': { label: { zh: '四舍五入', en: 'half up' } },
  'half-even': { label: { zh: '四舍六入五成双', en: 'half to even' } },
  down: { label: { zh: '舍去尾数', en: 'down' } },
  up: { label: { zh: '进一', en: 'up' } },
} as const

export type RoundingUnit = keyof typeof ROUNDING_UNITS
export type RoundingMode = keyof typeof ROUNDING_MODES

export interface Rounding {
  readonly to: RoundingUnit
  readonly mode: RoundingMode
}

// What makes units of a yuan, and yuan of a unit.
const scale = (power: number): readonly [Decimal, Decimal] => [new Decimal(`1e${-power}`), new Decimal(`1e${power}`)]
const HUNDREDS = /* @__PURE__ */ scale(2)
const SCALES: Readonly<Record<RoundingUnit, readonly [Decimal, Decimal]>> = {
  fen: /* @__PURE__ */ scale(-2),
  yuan: [ONE, ONE],
  'hundred-yuan': HUNDREDS,
  'hundredth-wan': HUNDREDS,
  wan: /* @__PURE__ */ scale(4),
}

const MINUS_ONE = /* @__PURE__ */ new Decimal(-1)
const DECIMAL_MODES: Readonly<Record<RoundingMode, 0 | 1 | 4 | 6>> = { 'half-up': 4, 'half-even': 6, down: 1, up: 0 }

/** An amount rounded once, exactly: by whole quotient and remainder, never through a decimal that was cut off before. */
export function round({ numerator, denominator }: Fraction, { to, mode }: Rounding): Decimal {
  const [unitsInYuan, yuanInUnit] = SCALES[to]
  const scaled = numerator.times(unitsInYuan)
  const units = wholeQuotient(scaled, denominator, mode)
  return units.isZero() ? ZERO : units.times(yuanInUnit)
}

/** Yuan with two places and no separators, such as '9000.00'. Meant for amounts already rounded; other digits are rounded half up. */
export function moneyText(amount: Decimal): string {
  const text = amount.toFixed(2)
  return text === '-0.00' ? '0.00' : text
}

/** A quotient rounded to a whole number, exactly. The divisor is above zero. */
export function wholeQuotient(scaled: Decimal, denominator: Decimal, mode: RoundingMode): Decimal {
  if (denominator === ONE) return scaled.toDecimalPlaces(0, DECIMAL_MODES[mode])
  const whole = scaled.dividedToIntegerBy(denominator)
  const rest = scaled.minus(whole.times(denominator)).abs()
  if (mode === 'down' || rest.isZero()) return whole
  const side = mode === 'up' ? 1 : rest.plus(rest).comparedTo(denominator)
  const away = side > 0 || (side === 0 && (mode === 'half-up' || !whole.modulo(2).isZero()))
  return away ? whole.plus(scaled.isNegative() ? MINUS_ONE : ONE) : whole
}
