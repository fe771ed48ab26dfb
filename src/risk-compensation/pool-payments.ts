import { allocate } from '../money/allocation.js'
import { Decimal, ZERO } from '../money/decimal.js'
import { type Fraction, fraction } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import type { Money } from '../waterfall/parties.js'
import { type Book, type PoolClaim, post, say } from './pool-book.js'
import { added, addedParts, type Move, moneyOf, movesOf, type Parts, sharedBy, sumOf } from './postings.js'

/** Bears what is not paid of a claim. */
const CLAIMANT = 'claimant'

/** Pays the claims that are owed, day by day, as far as the cash and the yearly pot go; then what the document says of the rest. */
export function payOwed(book: Book): void {
  const { pool, terms } = book
  const days = new Map<string, string[]>()
  for (const id of pool.owed) {
    const { on } = pool.claims[id] as PoolClaim
    days.set(on, [...(days.get(on) ?? []), id])
  }
  for (const ids of days.values()) {
    const owed = ids.map((id) => moneyOf(pool.claims[id]?.owed))
    const paid = paidOf(owed, payable(book), terms.shortfall)
    for (const [index, id] of ids.entries()) {
      const rest = (owed[index] as Decimal).minus(paid[index] as Decimal)
      payClaim(book, id, paid[index] as Decimal, terms.shortfall === 'queue' ? ZERO : rest)
    }
  }
  pool.owed = pool.owed.filter((id) => !moneyOf(pool.claims[id]?.owed).isZero())
}

/** What may be paid now: the cash, within what is left of the yearly pot. */
function payable({ pool, terms: { annualPot } }: Book): Decimal {
  const cash = moneyOf(pool.balances['cash'])
  return annualPot === undefined ? cash : Decimal.min(cash, annualPot.minus(moneyOf(pool.paidThisYear)))
}

/** What is paid of each claim of one day: all where the money suffices; otherwise in turn, in proportion, or those it covers. */
function paidOf(owed: readonly Decimal[], money: Decimal, shortfall: Book['terms']['shortfall']): readonly Decimal[] {
  if (sumOf(owed).lessThanOrEqualTo(money)) return owed
  if (shortfall === 'pro-rata')
    return allocate(
      money,
      owed.map((each) => fraction(each)),
    )
  let left = money
  return owed.map((each) => {
    const covered = each.lessThanOrEqualTo(left)
    const paid = covered ? each : shortfall === 'queue' ? left : ZERO
    left = left.minus(paid)
    return paid
  })
}

/** Pays a part of a claim; what lapses is borne by the claimant, the rest waits. */
function payClaim(book: Book, id: string, paid: Decimal, lapsed: Decimal): void {
  const { pool } = book
  const claim = pool.claims[id] as PoolClaim
  const waits = moneyOf(claim.owed).minus(paid).minus(lapsed)
  const from = claim.queued ? 'claims-queued' : 'claims-payable'
  const queue: readonly Move[] = claim.queued
    ? []
    : [
        ['debit', 'claims-payable', waits],
        ['credit', 'claims-queued', waits],
      ]
  post(book, [['debit', from, paid], ['credit', 'cash', paid], ...queue], id)
  pool.claims[id] = {
    ...claim,
    paid: added(claim.paid, paid),
    owed: added(claim.owed, paid.negated()),
    queued: claim.queued || !waits.isZero(),
  }
  pool.paidThisYear = added(pool.paidThisYear, paid)
  lapse(book, id, lapsed)
  say(book, { kind: 'payment', loan: id, paid: moneyText(paid), queued: moneyText(waits), lapsed: moneyText(lapsed) })
}

/** Takes back what was owed: the claimant bears it in place of the funders. */
export function lapse(book: Book, id: string, amount: Decimal): void {
  if (amount.isZero()) return
  const { funders, returned } = book.pool.claims[id] as PoolClaim
  const parts = sharedBy(amount, outstandingOf(funders, returned.funders))
  takeBack(book, id, parts)
  const claim = book.pool.claims[id] as PoolClaim
  book.pool.claims[id] = {
    ...claim,
    funders: addedParts(claim.funders, parts, -1),
    others: addedParts(claim.others, { [CLAIMANT]: amount }),
  }
}

/** Books that the funders' parts of what was owed are owed no more. */
export function takeBack(book: Book, id: string, parts: Money): void {
  const claim = book.pool.claims[id] as PoolClaim
  const amount = sumOf(Object.values(parts))
  post(book, [['debit', claim.queued ? 'claims-queued' : 'claims-payable', amount], ...movesOf('credit', 'compensation', parts)], id)
  book.pool.claims[id] = { ...claim, owed: added(claim.owed, amount.negated()) }
}

/** What parties still bear: what they bore without what they have had back. */
export const outstandingOf = (borne: Parts, returned: Parts): { readonly [party: string]: Fraction } =>
  Object.fromEntries(Object.entries(borne).map(([party, amount]) => [party, fraction(moneyOf(amount).minus(moneyOf(returned[party])))]))
