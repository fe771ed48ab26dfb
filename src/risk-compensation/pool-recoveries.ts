import { Decimal, ZERO } from '../money/decimal.js'
import { type Fraction, fraction } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import { type Money, mapParties } from '../waterfall/parties.js'
import { recovery, recoveryInMoney } from '../waterfall/recovery.js'
import { type Book, type PoolClaim, type PoolLender, type PoolLoan, post, say } from './pool-book.js'
import { approveAgain } from './pool-claims.js'
import type { PoolEvent } from './pool-events.js'
import { watchAll } from './pool-fuses.js'
import { outstandingOf, takeBack } from './pool-payments.js'
import { added, addedParts, moneyOf, movesOf, partsText, sharedBy, sumOf } from './postings.js'

const NONE = { funders: {}, others: {} } as const

/**
 * Money recovered: it lowers a loss of which nothing has been paid, and the claim is worked out again; otherwise it goes back to those who bear the loss.
 *
 * Caps of a year that is closed are not opened again: a claim of an earlier year is lowered in proportion.
 */
export function recover(book: Book, event: PoolEvent & { readonly kind: 'recovery' }): void {
  const claim = book.pool.claims[event.loan]
  const open =
    claim === undefined || claim.heldBy !== undefined || (moneyOf(claim.paid).isZero() && claim.on.startsWith(book.pool.year as string))
  if (open) lowerLoss(book, event, claim)
  else giveBack(book, event, claim)
  watchAll(book)
}

type Recovery = PoolEvent & { readonly kind: 'recovery' }

function lowerLoss(book: Book, { loan: id, gross, cost }: Recovery, claim: PoolClaim | undefined): void {
  const { pool } = book
  const { net, uncoveredCost } = netOf(gross, cost)
  const loss = moneyOf(claim?.loss)
  const loan = pool.loans[id] as PoolLoan
  pool.loans[id] = { ...loan, recovered: added(loan.recovered, net) }
  lessLoss(book, id, net)
  if (claim?.heldBy !== undefined) pool.claims[id] = { ...claim, loss: moneyText(Decimal.max(loss.minus(net), ZERO)) }
  else if (claim !== undefined) approveAgain(book, id)
  const excess = claim === undefined ? ZERO : Decimal.max(net.minus(loss), ZERO)
  say(book, {
    kind: 'recovery',
    loan: id,
    net: moneyText(net),
    uncoveredCost: moneyText(uncoveredCost),
    effect: 'lowers-loss',
    returned: NONE,
    noLongerOwed: '0.00',
    excess: moneyText(excess),
  })
}

function netOf(gross: string, cost: string): { readonly net: Decimal; readonly uncoveredCost: Decimal } {
  const rest = moneyOf(gross).minus(moneyOf(cost))
  return rest.isNegative() ? { net: ZERO, uncoveredCost: rest.negated() } : { net: rest, uncoveredCost: ZERO }
}

/** Costs first, then back in the proportion still borne: to the pool first in what it still owes, then in cash. */
function giveBack(book: Book, { loan: id, gross, cost }: Recovery, claim: PoolClaim): void {
  const { funders, others, returned } = claim
  const still = {
    ...prefixed('funder', outstandingOf(funders, returned.funders)),
    ...prefixed('other', outstandingOf(others, returned.others)),
  }
  const worksheet = recovery({ borne: still, gross: fraction(moneyOf(gross)), cost: fraction(moneyOf(cost)) })
  const back = recoveryInMoney(worksheet)
  const [toFunders, toOthers] = [partsOf('funder', back.returned), partsOf('other', back.returned)]
  const toPool = sumOf(Object.values(toFunders))
  const owed = moneyOf(claim.owed)
  const noLongerOwed = owed.lessThan(toPool) ? owed : toPool
  const less = sharedBy(
    noLongerOwed,
    mapParties(toFunders, (amount) => fraction(amount)),
  )
  takeBack(book, id, less)
  const inCash = mapParties(toFunders, (amount, funder) => amount.minus(less[funder] as Decimal))
  post(book, [['debit', 'cash', toPool.minus(noLongerOwed)], ...movesOf('credit', 'recoveries', inCash)], id)
  const after = book.pool.claims[id] as PoolClaim
  book.pool.claims[id] = {
    ...after,
    returned: { funders: addedParts(returned.funders, toFunders), others: addedParts(returned.others, toOthers) },
  }
  if (moneyOf(after.owed).isZero()) book.pool.owed = book.pool.owed.filter((each) => each !== id)
  lessLoss(book, id, back.returnedTotal)
  const { net, uncoveredCost } = netOf(gross, cost)
  say(book, {
    kind: 'recovery',
    loan: id,
    net: moneyText(net),
    uncoveredCost: moneyText(uncoveredCost),
    effect: 'returned',
    returned: { funders: partsText(toFunders), others: partsText(toOthers) },
    noLongerOwed: moneyText(noLongerOwed),
    excess: moneyText(back.excess),
  })
}

const prefixed = (side: string, parts: { readonly [party: string]: Fraction }): { readonly [key: string]: Fraction } =>
  Object.fromEntries(Object.entries(parts).map(([party, amount]) => [`${side}:${party}`, amount]))

const partsOf = (side: string, money: Money): Money =>
  Object.fromEntries(
    Object.entries(money).flatMap(([key, amount]) => (key.startsWith(`${side}:`) ? [[key.slice(side.length + 1), amount]] : [])),
  )

/** What was recovered of a loss counted in the open year is counted no more. */
function lessLoss({ pool }: Book, id: string, net: Decimal): void {
  const loan = pool.loans[id] as PoolLoan
  if (loan.loss === undefined || loan.loss.year !== pool.year) return
  const counted = moneyOf(loan.loss.amount)
  const less = counted.lessThan(net) ? counted : net
  pool.loans[id] = { ...loan, loss: { ...loan.loss, amount: moneyText(counted.minus(less)) } }
  const own = pool.lenders[loan.lender] as PoolLender
  pool.lenders[loan.lender] = { ...own, loss: added(own.loss, less.negated()) }
}
