import { add, divide, type Exact, exact, exactOf, fenText, least, multiply, NOTHING, order, roundedUnits, subtract } from './exact.js'

/** One claim as the oracle sees it. */
export interface OracleClaim {
  readonly id: string
  readonly amount: string
  readonly tier: string
}

export interface OracleRule {
  /** Yuan of the unit. */
  readonly unit: string
  readonly remainder: 'largest-remainder' | 'unspent' | { readonly to: string }
}

const total = (amounts: readonly Exact[]): Exact => amounts.reduce(add, NOTHING)
const text = (amount: Exact): string => fenText(roundedUnits(amount, exact(1n, 100n), 'down'))

/** Pro rata by definition: every share is a quotient of its own, units left are handed out one by one to whoever lost most. */
function shares(claims: readonly OracleClaim[], budget: Exact, { unit, remainder }: OracleRule): Map<string, Exact> {
  const asked = new Map(claims.map(({ id, amount }) => [id, exactOf(amount)]))
  const whole = total([...asked.values()])
  if (order(whole, budget) <= 0) return asked
  const size = exactOf(unit)
  const parts = new Map([...asked].map(([id, amount]) => [id, divide(multiply(budget, amount), whole)]))
  const given = new Map([...parts].map(([id, part]) => [id, multiply(exact(roundedUnits(part, size, 'down')), size)]))
  const left = () => subtract(budget, total([...given.values()]))
  if (typeof remainder === 'object') {
    const own = given.get(remainder.to)
    if (own !== undefined) given.set(remainder.to, least(add(own, left()), asked.get(remainder.to) as Exact))
  }
  if (remainder !== 'largest-remainder') return given
  const served = new Set<string>()
  while (order(left(), size) >= 0) {
    let next: string | undefined
    for (const [id, part] of parts) {
      const own = given.get(id) as Exact
      const lost = subtract(part, own)
      if (served.has(id) || order(lost, NOTHING) === 0 || order(add(own, size), asked.get(id) as Exact) > 0) continue
      const best = next === undefined ? undefined : subtract(parts.get(next) as Exact, given.get(next) as Exact)
      const side = best === undefined ? 1 : order(lost, best)
      if (side > 0 || (side === 0 && id < (next as string))) next = id
    }
    if (next === undefined) break
    served.add(next)
    given.set(next, add(given.get(next) as Exact, size))
  }
  return given
}

/** What each claim is given, by id, as text. */
export function expectedProRata(claims: readonly OracleClaim[], budget: string, rule: OracleRule): { readonly [id: string]: string } {
  return Object.fromEntries([...shares(claims, exactOf(budget), rule)].map(([id, amount]) => [id, text(amount)]))
}

/** The same tier by tier: who stands behind a tier that is not paid in full has nothing. */
export function expectedTiers(
  claims: readonly OracleClaim[],
  budget: string,
  rule: OracleRule,
  tiers: readonly string[],
): { readonly [id: string]: string } {
  const given: { [id: string]: string } = {}
  let left = exactOf(budget)
  for (const tier of tiers) {
    const own = claims.filter((claim) => claim.tier === tier)
    const whole = total(own.map(({ amount }) => exactOf(amount)))
    const paid = shares(own, left, rule)
    for (const [id, amount] of paid) given[id] = text(amount)
    left = order(whole, left) <= 0 ? subtract(left, whole) : NOTHING
  }
  return given
}
