import { cutNumber } from './reasons.js'

/** What a rule gives to each claim in fen, and the number of the reason where that is less than it asks for. */
export interface Grants {
  readonly given: BigInt64Array
  readonly cuts: Uint8Array
}

const SPENT = cutNumber('budget-spent')
const PART_PAID = cutNumber('part-paid')
const DOES_NOT_FIT = cutNumber('does-not-fit')
const CLOSED = cutNumber('queue-closed')
const PRO_RATA = cutNumber('pro-rata')
const RATE = cutNumber('rate-set-afterwards')

/** What becomes of the first claim that asks for more than is left, and of those behind it. */
export type LastClaim =
  /** It is given what is left. */
  | 'part-paid'
  /** It is not paid, and the queue ends there. */
  | 'not-paid'
  /** It is not paid, and those behind it that still fit are. */
  | 'skipped'

export function sumOf(amounts: BigInt64Array): bigint {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

/** Everyone is given what he asks for. */
const inFull = (asked: BigInt64Array): Grants => ({ given: asked.slice(), cuts: new Uint8Array(asked.length) })

/** The places of a column: 0, 1, 2 … */
export function places(count: number): Uint32Array {
  const all = new Uint32Array(count)
  for (let index = 0; index < count; index += 1) all[index] = index
  return all
}

/** Nobody is given anything, for one reason. */
export function nothing(asked: BigInt64Array, reason: number): Grants {
  const given = new BigInt64Array(asked.length)
  return { given, cuts: cutsOf(asked, given, reason) }
}

/** The claims in the order they stand, each in full until the budget is spent. */
export function firstCome(asked: BigInt64Array, budget: bigint, last: LastClaim): Grants {
  const { given, cuts } = nothing(asked, SPENT)
  let left = budget
  let closed = false
  asked.forEach((amount, index) => {
    if (closed && left > 0n && amount > 0n) cuts[index] = CLOSED
    if (closed || left === 0n || amount === 0n) return
    if (amount <= left) {
      given[index] = amount
      cuts[index] = 0
      left -= amount
      return
    }
    cuts[index] = last === 'part-paid' ? PART_PAID : DOES_NOT_FIT
    closed = last === 'not-paid'
    if (last !== 'part-paid') return
    given[index] = left
    left = 0n
  })
  return { given, cuts }
}

/** Who has the units that cutting down to whole units leaves: the largest parts cut off, nobody, or one claim by its place. */
export type Remainder = 'largest-remainder' | 'unspent' | number

/**
 * share = budget × asked ÷ all that is asked, cut down to whole units.
 *
 * Units left go, one each, to the largest parts cut off, those equal in the order of `tie`; never above what is asked, so that in units above the fen
 * some may stay unspent. A named claim has all that is left, up to what it asks for. Nothing is cut where the budget is enough for all.
 */
export function proRata(
  asked: BigInt64Array,
  budget: bigint,
  unit: bigint,
  remainder: Remainder,
  tie: (a: number, b: number) => number = (a, b) => a - b,
): Grants {
  const whole = sumOf(asked)
  if (whole <= budget) return inFull(asked)
  const given = asked.map((amount) => ((budget * amount) / (whole * unit)) * unit)
  const left = budget - sumOf(given)
  if (typeof remainder === 'number') given[remainder] = least(at(given, remainder) + left, at(asked, remainder))
  else if (remainder === 'largest-remainder') addUnits(given, asked, budget, left / unit, unit, tie)
  return { given, cuts: cutsOf(asked, given, budget === 0n ? SPENT : PRO_RATA) }
}

function addUnits(
  given: BigInt64Array,
  asked: BigInt64Array,
  budget: bigint,
  units: bigint,
  unit: bigint,
  tie: (a: number, b: number) => number,
): void {
  if (units === 0n) return
  const whole = sumOf(asked)
  const rests: bigint[] = []
  for (const amount of asked) rests.push((budget * amount) % (whole * unit))
  const rest = (index: number): bigint => rests[index] as bigint
  const order = places(asked.length)
    .filter((index) => rest(index) > 0n && at(given, index) + unit <= at(asked, index))
    .sort((a, b) => (rest(a) === rest(b) ? tie(a, b) : rest(a) > rest(b) ? -1 : 1))
  for (const index of order.subarray(0, Number(units))) given[index] = at(given, index) + unit
}

/** A quotient of whole numbers; the second is above zero. */
export type Quotient = readonly [top: bigint, bottom: bigint]

/**
 * The highest rate at which every claim can be given base × rate, and no claim more than it asks for.
 *
 * rate = (budget − what those who ask for a lower rate ask for) ÷ bases of the others; where nobody asks for less that is budget ÷ all bases.
 * Cut down to a multiple of `step` where one is given. Undefined where the budget is enough for all.
 */
export function rateOfBudget(asked: BigInt64Array, bases: BigInt64Array, budget: bigint, step: Quotient | undefined): Quotient | undefined {
  if (sumOf(asked) <= budget) return undefined
  const lowestFirst = places(asked.length)
    .filter((index) => at(asked, index) > 0n)
    .sort((a, b) => sign(at(asked, a) * at(bases, b) - at(asked, b) * at(bases, a)) || a - b)
  let left = budget
  let base = lowestFirst.reduce((sum, index) => sum + at(bases, index), 0n)
  for (const index of lowestFirst) {
    if (at(asked, index) * base > left * at(bases, index)) break
    left -= at(asked, index)
    base -= at(bases, index)
  }
  return step === undefined ? [left, base] : [((left * step[1]) / (base * step[0])) * step[0], step[1]]
}

/** base × rate cut down to whole units, and never above what is asked. */
export function atRate(asked: BigInt64Array, bases: BigInt64Array, budget: bigint, unit: bigint, rate: Quotient | undefined): Grants {
  if (rate === undefined) return inFull(asked)
  const [top, bottom] = rate
  const given = asked.map((amount, index) => {
    const exact = at(bases, index) * top
    return exact >= amount * bottom ? amount : (exact / (bottom * unit)) * unit
  })
  return { given, cuts: cutsOf(asked, given, budget === 0n ? SPENT : RATE) }
}

function cutsOf(asked: BigInt64Array, given: BigInt64Array, reason: number): Uint8Array {
  const cuts = new Uint8Array(asked.length)
  for (let index = 0; index < cuts.length; index += 1) if (at(given, index) < at(asked, index)) cuts[index] = reason
  return cuts
}

const at = (column: BigInt64Array, index: number): bigint => column[index] as bigint
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0)
