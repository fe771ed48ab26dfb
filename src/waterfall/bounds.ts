import { compare, type Fraction, fractionText, isNegative, minus, one, zero } from '../money/fraction.js'
import { heldBy, type Party, type Shares, sumOf } from './parties.js'

/** What a document says about a party's share: a value, a bound that is included, or whatever the others leave. */
export type ShareBound =
  | { readonly exactly: Fraction }
  | { readonly atLeast: Fraction }
  | { readonly atMost: Fraction }
  | { readonly remainder: true }

export type ShareBounds = Readonly<Record<Party, ShareBound>>

/** Why no shares answer the bounds: the parties whose bounds cannot stand together, and what theirs sum to. */
export interface Conflict {
  readonly reason: 'lowest-above-one' | 'highest-below-one' | 'binding-above-one' | 'binding-below-one' | 'several-remainders'
  readonly parties: readonly Party[]
  readonly sum: Fraction
}

/** A share outside its bound; a party without a share, or a share of a party without a bound, has no limit or no share. */
export interface Violation {
  readonly party: Party
  readonly rule: 'exactly' | 'atLeast' | 'atMost' | 'not-negative' | 'missing' | 'unknown'
  readonly limit?: Fraction
  readonly share?: Fraction
}

export interface SharesCheck {
  readonly sum: Fraction
  readonly sumIsOne: boolean
  readonly violations: readonly Violation[]
}

type Entry = readonly [Party, ShareBound]

/**
 * Bounds no shares can answer: the least shares sum to more than one, or the highest to less. Undefined where some shares keep within all.
 *
 * RangeError for a bound below zero. A bound above one is a conflict like any other.
 */
export function conflictOf(bounds: ShareBounds): Conflict | undefined {
  const entries = checked(bounds)
  const floors = entries.filter(([, bound]) => 'exactly' in bound || 'atLeast' in bound)
  const least = sumOf(floors.map(numberOf))
  if (compare(least, one) > 0) return { reason: 'lowest-above-one', parties: floors.map(([party]) => party), sum: least }
  if (entries.some(([, bound]) => 'atLeast' in bound || 'remainder' in bound)) return undefined
  const highest = sumOf(entries.map(numberOf))
  return compare(highest, one) < 0 ? { reason: 'highest-below-one', parties: entries.map(([party]) => party), sum: highest } : undefined
}

/**
 * The shares when every bound binds and the remainder takes the rest, or why there are none. RangeError for a bound below zero.
 *
 * @internal What the documents' waterfalls are tested against.
 */
export function allBinding(bounds: ShareBounds): { readonly shares: Shares } | { readonly conflict: Conflict } {
  const conflict = conflictOf(bounds)
  if (conflict !== undefined) return { conflict }
  const entries = Object.entries(bounds)
  const stated = entries.filter(([, bound]) => !('remainder' in bound))
  const remainders = entries.filter(([, bound]) => 'remainder' in bound).map(([party]) => party)
  const sum = sumOf(stated.map(numberOf))
  if (remainders.length > 1) return { conflict: { reason: 'several-remainders', parties: remainders, sum } }
  const side = compare(sum, one)
  if (side > 0 || (side < 0 && remainders.length === 0)) {
    const reason = side > 0 ? 'binding-above-one' : 'binding-below-one'
    return { conflict: { reason, parties: stated.map(([party]) => party), sum } }
  }
  const rest = minus(one, sum)
  return { shares: Object.fromEntries(entries.map((entry) => [entry[0], 'remainder' in entry[1] ? rest : numberOf(entry)])) }
}

/**
 * Whether shares sum to one and keep within the bounds, with every violation. RangeError for a bound below zero.
 *
 * @internal What the documents' waterfalls are tested against.
 */
export function checkAgainst(bounds: ShareBounds, shares: Shares): SharesCheck {
  const sum = sumOf(Object.values(shares))
  const unknown = Object.entries(shares)
    .filter(([party]) => !Object.hasOwn(bounds, party))
    .map(([party, share]): Violation => ({ party, rule: 'unknown', share }))
  const violations = checked(bounds).flatMap(([party, bound]) => violationsOf(party, bound, heldBy(shares, party)))
  return { sum, sumIsOne: compare(sum, one) === 0, violations: [...violations, ...unknown] }
}

function violationsOf(party: Party, bound: ShareBound, share: Fraction | undefined): readonly Violation[] {
  if (share === undefined) return [{ party, rule: 'missing' }]
  if (isNegative(share)) return [{ party, rule: 'not-negative', limit: zero, share }]
  if ('exactly' in bound) return compare(share, bound.exactly) === 0 ? [] : [{ party, rule: 'exactly', limit: bound.exactly, share }]
  if ('atLeast' in bound) return compare(share, bound.atLeast) >= 0 ? [] : [{ party, rule: 'atLeast', limit: bound.atLeast, share }]
  if ('atMost' in bound) return compare(share, bound.atMost) <= 0 ? [] : [{ party, rule: 'atMost', limit: bound.atMost, share }]
  return []
}

function numberOf([, bound]: Entry): Fraction {
  if ('exactly' in bound) return bound.exactly
  if ('atLeast' in bound) return bound.atLeast
  return 'atMost' in bound ? bound.atMost : zero
}

function checked(bounds: ShareBounds): readonly Entry[] {
  const entries = Object.entries(bounds)
  for (const entry of entries) {
    const value = numberOf(entry)
    if (isNegative(value)) throw new RangeError(`expected a bound of zero or more for ${entry[0]}, received ${fractionText(value)}`)
  }
  return entries
}
