import { Approximate, type Decimal } from './decimal.js'

/**
 * Every discount of one unit of time, above zero, at which amounts are worth nothing: Σ amount × discount^time = 0.
 *
 * Largest discount, so lowest rate, first; empty where there is none. Times are whole numbers of one unit, in any order. Each is bracketed and bisected, then made
 * exact to fifty digits and checked in decimals.
 */
export function discountsOf(amounts: readonly (string | Decimal)[], times: readonly number[]): readonly Decimal[] {
  const { terms, exact } = merged(amounts, times)
  return zerosOf(terms).flatMap((log) => checkedDiscount(exact, log) ?? [])
}

interface Term {
  readonly amount: number
  readonly time: number
}

interface ExactTerm {
  readonly amount: Decimal
  readonly time: number
}

/** The flows in order of time, those of one day added up, nothing left out but zeros. */
function merged(
  amounts: readonly (string | Decimal)[],
  times: readonly number[],
): { readonly terms: readonly Term[]; readonly exact: readonly ExactTerm[] } {
  const byTime = new Map<number, Decimal>()
  amounts.forEach((amount, index) => {
    const time = times[index] as number
    byTime.set(time, new Approximate(amount).plus(byTime.get(time) ?? 0))
  })
  const exact = [...byTime].filter(([, amount]) => !amount.isZero()).sort(([a], [b]) => a - b)
  return {
    terms: exact.map(([time, amount]) => ({ time, amount: amount.toNumber() })),
    exact: exact.map(([time, amount]) => ({ time, amount })),
  }
}

/** Σ amount · e^(−u·time), scaled so that the largest term is near its amount: only the sign and the relative size mean something. */
function worthAt(terms: readonly Term[], u: number): { readonly worth: number; readonly size: number } {
  let highest = Number.NEGATIVE_INFINITY
  for (const { time } of terms) highest = Math.max(highest, -u * time)
  let worth = 0
  let size = 0
  for (const { amount, time } of terms) {
    const part = amount * Math.exp(-u * time - highest)
    worth += part
    size += Math.abs(part)
  }
  return { worth, size }
}

/** Below this share of its parts a sum of binary numbers counts as zero. */
const NOTHING = 1e-13

function signAt(terms: readonly Term[], u: number): number {
  const { worth, size } = worthAt(terms, u)
  return Math.abs(worth) <= NOTHING * size ? 0 : Math.sign(worth)
}

/**
 * All u with Σ amount · e^(−u·time) = 0, ascending.
 *
 * Multiplied by e^(u·s), with s between two times where the sign changes, the sum has a derivative with one change of sign less; between the
 * zeros of that derivative it is monotone and has at most one zero. No sign change, no zero (Descartes).
 */
function zerosOf(terms: readonly Term[]): readonly number[] {
  const change = terms.findIndex((term, index) => index > 0 && term.amount * (terms[index - 1] as Term).amount < 0)
  if (change < 0) return []
  const before = terms[change - 1] as Term
  const after = terms[change] as Term
  const middle = (before.time + after.time) / 2
  const turns = zerosOf(terms.map(({ amount, time }) => ({ time, amount: amount * (middle - time) })))
  const width = 1 / ((terms.at(-1) as Term).time - (terms[0] as Term).time)
  const zeros: number[] = []
  for (let index = 0; index <= turns.length; index += 1) {
    const turn = turns[index]
    const left = turns[index - 1]
    if (left !== undefined && signAt(terms, left) === 0) zeros.push(left)
    const low = left ?? outward(terms, turn ?? 0, -width, Math.sign((terms.at(-1) as Term).amount))
    const high = turn ?? outward(terms, left ?? 0, width, Math.sign((terms[0] as Term).amount))
    if (signAt(terms, low) * signAt(terms, high) < 0) zeros.push(bisected(terms, low, high))
  }
  return zeros
}

/** A point so far out that the sum has the sign of its first (or last) amount. */
function outward(terms: readonly Term[], from: number, width: number, sign: number): number {
  let step = width
  for (let tries = 0; tries < 200 && signAt(terms, from + step) !== sign; tries += 1) step *= 2
  return from + step
}

function bisected(terms: readonly Term[], from: number, until: number): number {
  let [low, high] = [from, until]
  const sign = Math.sign(worthAt(terms, low).worth)
  for (let tries = 0; tries < 200; tries += 1) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (Math.sign(worthAt(terms, middle).worth) === sign) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The discount of one unit of time, e^(−u), made exact to fifty digits and checked in decimals; undefined when the flows are not worth nothing there. */
function checkedDiscount(terms: readonly ExactTerm[], u: number): Decimal | undefined {
  let discount = new Approximate(-u).exp()
  for (let tries = 0; tries < 3; tries += 1) {
    const { worth, slope } = worthIn(terms, discount)
    if (slope.isZero()) break
    const next = discount.minus(worth.dividedBy(slope))
    // At a touching zero the slope vanishes as well: keep what bisection found.
    if (next.dividedBy(discount).minus(1).abs().greaterThan('1e-9')) break
    discount = next
  }
  const { worth, size } = worthIn(terms, discount)
  return worth.abs().lessThanOrEqualTo(size.times('1e-12')) ? discount : undefined
}

function worthIn(
  terms: readonly ExactTerm[],
  discount: Decimal,
): { readonly worth: Decimal; readonly slope: Decimal; readonly size: Decimal } {
  const powers = new Map<number, Decimal>()
  const power = (gap: number): Decimal => {
    const known = powers.get(gap) ?? discount.pow(gap)
    powers.set(gap, known)
    return known
  }
  let worth = new Approximate(0)
  let slope = worth
  let size = worth
  for (let index = terms.length - 1; index >= 0; index -= 1) {
    const { amount, time } = terms[index] as ExactTerm
    const gap = (terms[index + 1]?.time ?? time) - time
    const grown = power(gap)
    slope = slope.times(grown).plus(gap === 0 ? 0 : worth.times(gap).times(grown).dividedBy(discount))
    worth = worth.times(grown).plus(amount)
    size = size.times(grown).plus(amount.abs())
  }
  return { worth, slope, size }
}
