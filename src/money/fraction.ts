import { Decimal, decimalOf, ONE, ZERO } from './decimal.js'

/** An exact quotient of two decimals; the denominator is above zero, and the two need not be in lowest terms. */
export interface Fraction {
  readonly numerator: Decimal
  readonly denominator: Decimal
}

export const zero: Fraction = { numerator: ZERO, denominator: ONE }
export const one: Fraction = { numerator: ONE, denominator: ONE }

// In words of seven digits: reduced above the first, refused above the second, so that no product reaches the thousand digits a Decimal keeps exact.
const LONG = 30
const LONGEST = 68

/** A quotient as a Fraction. RangeError when the denominator is zero. */
export function fraction(numerator: Decimal, denominator: Decimal = ONE): Fraction {
  if (denominator === ONE) return { numerator, denominator }
  if (denominator.isZero()) throw new RangeError('expected a denominator other than zero')
  if (denominator.equals(ONE)) return { numerator, denominator: ONE }
  return denominator.isNegative() ? fraction(numerator.negated(), denominator.negated()) : bounded(numerator, denominator)
}

/** A whole number as a Fraction. */
export function wholeOf(value: number): Fraction {
  return { numerator: new Decimal(value), denominator: ONE }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return bounded(a.numerator.plus(b.numerator), a.denominator)
  if (a.numerator.isZero()) return b
  if (b.numerator.isZero()) return a
  if (a.denominator.equals(b.denominator)) return bounded(a.numerator.plus(b.numerator), a.denominator)
  return bounded(product(a.numerator, b.denominator).plus(product(b.numerator, a.denominator)), product(a.denominator, b.denominator))
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: b.numerator.negated(), denominator: b.denominator })
}

export function times(a: Fraction, b: Fraction): Fraction {
  return bounded(product(a.numerator, b.numerator), product(a.denominator, b.denominator))
}

/** RangeError when the divisor is zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.numerator.isZero()) throw new RangeError('expected a divisor other than zero')
  return fraction(product(a.numerator, b.denominator), product(a.denominator, b.numerator))
}

/** Below zero when `a` is the lower, above zero when `a` is the higher, zero when both are equal. */
export function compare(a: Fraction, b: Fraction): number {
  return a.denominator === b.denominator
    ? a.numerator.comparedTo(b.numerator)
    : product(a.numerator, b.denominator).comparedTo(product(b.numerator, a.denominator))
}

export function lower(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

export function higher(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

export function isZero(a: Fraction): boolean {
  return a.numerator.isZero()
}

/** Below zero; zero itself is not negative. */
export function isNegative(a: Fraction): boolean {
  return a.numerator.isNegative() && !a.numerator.isZero()
}

/** A decimal text or a quotient of two, as `fractionText` writes it. RangeError for anything else. */
export function fractionOf(text: string): Fraction {
  const [top = '', bottom] = text.split('/')
  return bottom === undefined ? fraction(decimalOf(top)) : fraction(decimalOf(top), decimalOf(bottom))
}

/** The exact decimal text when there is one, such as '0.0345'; otherwise a quotient of whole numbers in lowest terms, such as '1/3'. */
export function fractionText({ numerator, denominator }: Fraction): string {
  if (denominator === ONE) return numerator.toFixed()
  return shortText(numerator.toFixed(), denominator) ?? longText(numerator, denominator)
}

/** The same where the denominator is small enough to be exact as a plain integer; undefined where it is not. */
function shortText(numerator: string, denominator: Decimal): string | undefined {
  const dot = numerator.indexOf('.')
  const digits = dot < 0 ? numerator : numerator.slice(0, dot) + numerator.slice(dot + 1)
  const bottom = Number(denominator.toFixed()) * 10 ** (dot < 0 ? 0 : numerator.length - dot - 1)
  if (!denominator.isInteger() || !Number.isSafeInteger(bottom)) return undefined
  const top = digits.length > 15 ? BigInt(digits) : Number(digits)
  let divisor = bottom
  for (let rest = Math.abs(typeof top === 'number' ? top % bottom : Number(top % BigInt(bottom))); rest !== 0; ) {
    ;[divisor, rest] = [rest, divisor % rest]
  }
  const whole = typeof top === 'number' ? top / divisor : top / BigInt(divisor)
  const parts = bottom / divisor
  let others = parts
  let places = 0
  for (; others % 10 === 0; others /= 10) places += 1
  for (; others % 5 === 0; others /= 5) places += 1
  for (; others % 2 === 0; others /= 2) places += 1
  if (others !== 1) return `${whole}/${parts}`
  if (places === 0) return String(whole)
  const scaled = String(BigInt(whole) * (10n ** BigInt(places) / BigInt(parts)))
  const sign = scaled.startsWith('-') ? '-' : ''
  const text = scaled.slice(sign.length).padStart(places + 1, '0')
  return `${sign}${text.slice(0, -places)}.${text.slice(-places)}`
}

function longText(numerator: Decimal, denominator: Decimal): string {
  const [top, bottom] = lowestTerms(numerator, denominator)
  let rest = bottom
  let places = 0
  for (; rest % 10n === 0n; rest /= 10n) places += 1
  for (; rest % 5n === 0n; rest /= 5n) places += 1
  for (; rest % 2n === 0n; rest /= 2n) places += 1
  if (rest !== 1n) return `${top}/${bottom}`
  return new Decimal(String((top * 10n ** BigInt(places)) / bottom)).times(new Decimal(`1e-${places}`)).toFixed()
}

/** A decimal text of so many places, rounded half up (away from zero). For display only: amounts are rounded by `round`. */
export function decimalText({ numerator, denominator }: Fraction, places: number): string {
  const scaled = numerator.abs().times(new Decimal(`1e${places}`))
  const quotient = scaled.times(2).plus(denominator).dividedToIntegerBy(denominator.times(2))
  const sign = numerator.isNegative() && !quotient.isZero() ? '-' : ''
  return sign + quotient.times(new Decimal(`1e-${places}`)).toFixed(places)
}

function product(a: Decimal, b: Decimal): Decimal {
  return b === ONE ? a : a === ONE ? b : a.times(b)
}

function bounded(numerator: Decimal, denominator: Decimal): Fraction {
  if (denominator.d.length <= LONG && numerator.d.length <= LONGEST) return { numerator, denominator }
  const [top, bottom] = lowestTerms(numerator, denominator).map((whole) => new Decimal(String(whole))) as [Decimal, Decimal]
  if (Math.max(top.d.length, bottom.d.length) > LONGEST)
    throw new RangeError('expected a quotient short enough to stay exact: the numbers have too many digits')
  return { numerator: top, denominator: bottom.equals(ONE) ? ONE : bottom }
}

function lowestTerms(numerator: Decimal, denominator: Decimal): [bigint, bigint] {
  const scale = new Decimal(`1e${Math.max(numerator.decimalPlaces(), denominator.decimalPlaces())}`)
  const top = BigInt(numerator.times(scale).toFixed())
  const bottom = BigInt(denominator.times(scale).toFixed())
  let divisor = bottom
  for (let rest = top < 0n ? -top : top; rest !== 0n; ) [divisor, rest] = [rest, divisor % rest]
  return [top / divisor, bottom / divisor]
}
