import { type Decimal, ZERO } from '../money/decimal.js'
import { compare, dividedBy, type Fraction, fractionText, isNegative, isZero, one, plus, times, zero } from '../money/fraction.js'

/** Who bears or receives, by name. */
export type Party = string

/** Exact amounts or shares by party. */
export type Shares = Readonly<Record<Party, Fraction>>

/** Money by party. */
export type Money = Readonly<Record<Party, Decimal>>

/** What a record holds for a party; undefined where it does not name it. */
export function heldBy<Value>(record: Readonly<Record<Party, Value>>, party: Party): Value | undefined {
  return Object.hasOwn(record, party) ? record[party] : undefined
}

/** The amount of a party, zero where it has none. */
export function amountOf(amounts: Shares, party: Party): Fraction {
  return heldBy(amounts, party) ?? zero
}

export function sumOf(amounts: Iterable<Fraction>): Fraction {
  let sum = zero
  for (const amount of amounts) sum = plus(sum, amount)
  return sum
}

export function moneySum(amounts: Iterable<Decimal>): Decimal {
  let sum = ZERO
  for (const amount of amounts) sum = sum.plus(amount)
  return sum
}

export function mapParties<From, To>(
  record: Readonly<Record<Party, From>>,
  change: (value: From, party: Party) => To,
): Readonly<Record<Party, To>> {
  return Object.fromEntries(Object.entries(record).map(([party, value]) => [party, change(value, party)]))
}

/** The amounts of several records, party by party. */
export function addParties(records: readonly Shares[]): Shares {
  const sums = new Map<Party, Fraction>()
  for (const record of records) {
    for (const [party, amount] of Object.entries(record)) sums.set(party, plus(sums.get(party) ?? zero, amount))
  }
  return Object.fromEntries(sums)
}

/** An amount shared in proportion to the weights, exactly. RangeError for a negative weight, or when none is above zero. */
export function inProportion(amount: Fraction, weights: Shares): Shares {
  const whole = sumOf(Object.values(weights))
  if (isZero(whole) || Object.values(weights).some(isNegative))
    throw new RangeError('expected weights of zero or more, at least one above zero')
  return mapParties(weights, (weight) => dividedBy(times(amount, weight), whole))
}

/** Shares that are zero or more and sum to one. RangeError otherwise. */
export function checkShares(shares: Shares): void {
  const sum = sumOf(Object.values(shares))
  if (compare(sum, one) !== 0) throw new RangeError(`expected shares that sum to 1, received shares that sum to ${fractionText(sum)}`)
  notNegative(shares, 'a share')
}

/** RangeError naming the first party whose amount is below zero. */
export function notNegative(amounts: Shares, what: string): void {
  const [party, amount] = Object.entries(amounts).find(([, each]) => isNegative(each)) ?? []
  if (amount !== undefined) throw new RangeError(`expected ${what} of zero or more for ${party}, received ${fractionText(amount)}`)
}
