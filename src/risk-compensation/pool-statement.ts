import { Decimal, ZERO } from '../money/decimal.js'
import { compare, dividedBy, type Fraction, fraction, higher, isZero, times, zero } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import { inFen } from '../waterfall/fen.js'
import { mapParties } from '../waterfall/parties.js'
import type { Pool, PoolFunding, PoolLeverage, PoolReplenishment, TrippedFuse } from './pool-book.js'
import { poolTermsOf } from './pool-documents.js'
import { depositOf } from './pool-figures.js'
import { byFunding, type CompiledPool } from './pool-terms.js'
import { type Balances, moneyOf, type Parts, partsText, sharedBy } from './postings.js'

/** How a pool stands. */
export interface PoolStatement {
  readonly on?: string
  readonly balances: Balances
  readonly funding: PoolFunding
  readonly leverage?: PoolLeverage
  readonly replenishment?: PoolReplenishment
  readonly annualPot?: { readonly limit: string; readonly paid: string; readonly left: string }
  readonly fuses: readonly ({ readonly lender: string; readonly fuse: string } & TrippedFuse)[]
  /** What each has borne of all losses, what it has had back, and what it bears still; the pool by its funders. */
  readonly bearers: readonly {
    readonly party: string
    readonly throughPool: boolean
    readonly borne: string
    readonly returned: string
    readonly net: string
  }[]
}

/** How a pool stands: balances, funding, leverage, fuses, and who has borne what. */
export function statement(pool: Pool): PoolStatement {
  const terms = poolTermsOf(pool.policy)
  const leverage = leverageOf(pool, terms)
  const replenishment = replenishmentOf(pool, terms)
  const { annualPot } = terms
  return {
    ...(pool.on === undefined ? {} : { on: pool.on }),
    balances: pool.balances,
    funding: fundingOf(pool, terms),
    ...(leverage && { leverage }),
    ...(replenishment && { replenishment }),
    ...(annualPot && {
      annualPot: { limit: moneyText(annualPot), paid: pool.paidThisYear, left: moneyText(annualPot.minus(moneyOf(pool.paidThisYear))) },
    }),
    fuses: Object.entries(pool.lenders).flatMap(([lender, { fuses }]) =>
      Object.entries(fuses).map(([fuse, state]) => ({ lender, fuse, ...state })),
    ),
    bearers: bearersOf(pool),
  }
}

type Standing = Omit<Pool, 'policy'>

/** What each funder would have paid in had it kept up with the one that is furthest ahead, and what it is behind. */
export function fundingOf({ paidIn }: Standing, terms: CompiledPool): PoolFunding {
  const paid = terms.funders.map((funder) => moneyOf(paidIn[funder]))
  const scales = paid.flatMap((amount, index) => {
    const part = terms.funding[index] as Fraction
    return isZero(part) ? [] : [dividedBy(fraction(amount), part)]
  })
  const furthest = scales.reduce(higher, zero)
  const behind = Object.fromEntries(
    terms.funders.map((funder, index) => {
      const due = inFen(times(furthest, terms.funding[index] as Fraction))
      return [funder, Decimal.max(due.minus(paid[index] as Decimal), ZERO)]
    }),
  )
  return {
    inProportion: Object.values(behind).every((amount) => amount.isZero()),
    paidIn: mapParties(behind, (_, funder) => paidIn[funder] ?? '0.00'),
    behind: partsText(behind),
    source: terms.sources.funding,
  }
}

export function leverageOf(pool: Standing, { leverage }: CompiledPool): PoolLeverage | undefined {
  if (leverage === undefined) return undefined
  const { of, bound, multiple, source } = leverage
  const base = of === 'pool' ? moneyOf(pool.balances['cash']) : depositOf(pool)
  const limit = times(fraction(base), multiple)
  const side = compare(fraction(moneyOf(pool.lending)), limit)
  const met = bound === 'at-most' ? side <= 0 : side >= 0
  return { loans: pool.lending, base: moneyText(base), of, bound, limit: moneyText(inFen(limit)), met, source }
}

export function replenishmentOf(pool: Standing, terms: CompiledPool): PoolReplenishment | undefined {
  if (terms.replenishment === undefined) return undefined
  const { below, to, source } = terms.replenishment
  const balance = moneyOf(pool.balances['cash'])
  const due = balance.lessThan((below ?? to) as Decimal)
  const amount = due && to !== undefined ? to.minus(balance) : undefined
  return {
    balance: moneyText(balance),
    due,
    ...(amount && { amount: moneyText(amount), funders: partsText(sharedBy(amount, byFunding(terms))) }),
    source,
  }
}

function bearersOf({ claims }: Pool): PoolStatement['bearers'] {
  const rows = new Map<string, { readonly party: string; readonly throughPool: boolean; borne: Decimal; returned: Decimal }>()
  const add = (throughPool: boolean, borne: Parts, returned: Parts): void => {
    for (const [party, amount] of Object.entries(borne)) {
      const key = `${throughPool} ${party}`
      const row = rows.get(key) ?? { party, throughPool, borne: ZERO, returned: ZERO }
      row.borne = row.borne.plus(moneyOf(amount))
      row.returned = row.returned.plus(moneyOf(returned[party]))
      rows.set(key, row)
    }
  }
  for (const { funders, others, returned } of Object.values(claims)) {
    add(true, funders, returned.funders)
    add(false, others, returned.others)
  }
  return [...rows.values()].map(({ party, throughPool, borne, returned }) => ({
    party,
    throughPool,
    borne: moneyText(borne),
    returned: moneyText(returned),
    net: moneyText(borne.minus(returned)),
  }))
}
