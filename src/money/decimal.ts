import { Decimal as Shared } from 'decimal.js'

/**
 * The decimal number of every amount, rate and count: products, sums and differences are exact.
 *
 * A thousand significant digits, so nothing is ever cut off; a quotient is a `Fraction`, never a decimal. Our own constructor:
 * settings a program makes on its own copy of decimal.js have no effect here.
 */
export const Decimal: typeof Shared = /* @__PURE__ */ Shared.clone({
  defaults: true,
  precision: 1000,
  rounding: 4,
  toExpNeg: -1_000_000,
  toExpPos: 1_000_000,
})
export type Decimal = Shared

/**
 * A decimal number of fifty digits, for what no fraction can hold or only at absurd length: level payments, powers, checks of a rate of return.
 *
 * Never for an amount that a formula can state exactly.
 */
export const Approximate: typeof Shared = /* @__PURE__ */ Shared.clone({
  defaults: true,
  precision: 50,
  rounding: 4,
  toExpNeg: -1_000_000,
  toExpPos: 1_000_000,
})

export const ZERO: Decimal = /* @__PURE__ */ new Decimal(0)
export const ONE: Decimal = /* @__PURE__ */ new Decimal(1)

/**
 * A plain decimal text or a whole number as a Decimal.
 *
 * RangeError for anything else: exponents, signs other than a leading minus, separators, numbers that are not whole.
 */
export function decimalOf(value: string | number): Decimal {
  if (typeof value === 'number' ? Number.isSafeInteger(value) : /^-?\d+(\.\d+)?$/.test(value)) return new Decimal(value)
  throw new RangeError(`expected a decimal text such as "3000000.00" or a whole number, received ${JSON.stringify(value) ?? String(value)}`)
}
