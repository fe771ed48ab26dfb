import { type Fraction, fractionText } from '../money/fraction.js'
import { UNUSUAL } from './outside.js'
import type { Row } from './row.js'

/** A constant of the document: whole numbers without a common divisor. */
export interface Pair {
  readonly over: number
  readonly under: number
}

/** An exact fraction as whole numbers in lowest terms; throws `UNUSUAL` where they are too large. */
export function pairOf(value: Fraction): Pair {
  const [decimal = '', denominator = '1'] = fractionText(value).split('/')
  const [whole = '', part = ''] = decimal.split('.')
  const over = BigInt(whole + part)
  const under = BigInt(denominator) * 10n ** BigInt(part.length)
  let [divisor, rest] = [under, over < 0n ? -over : over]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return { over: safe(Number(over / divisor)), under: safe(Number(under / divisor)) }
}

/** The number, where a double holds it exactly; a sum or product of two such numbers is exact when it is itself within these bounds. */
export function safe(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER) throw UNUSUAL
  return value
}

const isSafe = (value: number): boolean => value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER

/** The greatest common divisor of two whole numbers, never zero. */
function shared(a: number, b: number): number {
  let divisor = Math.abs(a)
  for (let rest = b; rest !== 0; ) {
    const next = divisor % rest
    divisor = rest
    rest = next
  }
  return divisor
}

export function plus(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  if (aUnder === bUnder && isSafe(a + b)) {
    row.under = aUnder
    return a + b
  }
  const divisor = shared(aUnder, bUnder)
  const over = a * (bUnder / divisor)
  const other = b * (aUnder / divisor)
  const under = aUnder * (bUnder / divisor)
  if (isSafe(over) && isSafe(other) && isSafe(over + other) && isSafe(under)) {
    row.under = under
    return over + other
  }
  return shortSum(row, a, aUnder, b, bUnder)
}

/** A sum of quotients in lowest terms, where the plain one is too large. */
function shortSum(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  const own = shared(a, aUnder)
  const other = shared(b, bUnder)
  const [aDivisor, bDivisor] = [aUnder / own, bUnder / other]
  const divisor = shared(aDivisor, bDivisor)
  row.under = safe(aDivisor * (bDivisor / divisor))
  return safe(safe((a / own) * (bDivisor / divisor)) + safe((b / other) * (aDivisor / divisor)))
}

export function times(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  const over = a * b
  const under = aUnder * bUnder
  if (isSafe(over) && isSafe(under)) {
    row.under = under
    return over
  }
  return shortProduct(row, a, aUnder, b, bUnder)
}

/** A product in lowest terms, where the plain one is too large. */
function shortProduct(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  const own = shared(a, aUnder)
  const other = shared(b, bUnder)
  const [aOver, aDivisor, bOver, bDivisor] = [a / own, aUnder / own, b / other, bUnder / other]
  const across = shared(aOver, bDivisor)
  const back = shared(bOver, aDivisor)
  row.under = safe((aDivisor / back) * (bDivisor / across))
  return safe((aOver / across) * (bOver / back))
}

/** Throws `UNUSUAL` for a divisor of zero: the ordinary path says that it cannot be decided. */
export function dividedBy(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  if (b === 0) throw UNUSUAL
  if (aUnder === bUnder && b > 0) {
    row.under = b
    return a
  }
  return b < 0 ? times(row, -a, aUnder, bUnder, -b) : times(row, a, aUnder, bUnder, b)
}

/** Below zero when `a` is the lower, above zero when it is the higher, zero when both are equal. */
export function compare(a: number, aUnder: number, b: number, bUnder: number): number {
  if (aUnder === bUnder) return a - b
  const left = a * bUnder
  const right = b * aUnder
  if (isSafe(left) && isSafe(right)) return left - right
  const [exactLeft, exactRight] = [BigInt(a) * BigInt(bUnder), BigInt(b) * BigInt(aUnder)]
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0
}

/** The whole number of times `under` goes into `over`, rounded toward zero. Exact: nothing is left over when a double divides. */
export const wholeQuotient = (over: number, under: number): number => (over - (over % under)) / under
