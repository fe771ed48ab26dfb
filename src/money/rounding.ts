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

/** An amount rounded once, exactly: by whole quotient and remainder, never through a decimal that was cut off before. */
export function round(value: Fraction, { to, mode }: Rounding): Decimal {
  const [unitsInYuan, yuanInUnit] = SCALES[to]
  const scaled = value.numerator.abs().times(unitsInYuan)
  let units = scaled.dividedToIntegerBy(value.denominator)
  const rest = value.denominator === ONE ? scaled.minus(units) : scaled.minus(units.times(value.denominator))
  if (!rest.isZero() && mode !== 'down' && (mode === 'up' || awayFromHalf(rest, value.denominator, mode, units))) units = units.plus(ONE)
  if (units.isZero()) return ZERO
  const amount = units.times(yuanInUnit)
  return value.numerator.isNegative() ? amount.negated() : amount
}

/** Yuan with two places and no separators, such as '9000.00'. Meant for amounts already rounded; other digits are rounded half up. */
export function moneyText(amount: Decimal): string {
  const text = amount.toFixed(2)
  return text === '-0.00' ? '0.00' : text
}

function awayFromHalf(rest: Decimal, denominator: Decimal, mode: RoundingMode, units: Decimal): boolean {
  const side = rest.times(2).comparedTo(denominator)
  return side > 0 || (side === 0 && (mode === 'half-up' || !units.modulo(2).isZero()))
}
