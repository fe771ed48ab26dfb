import { Decimal, ZERO } from '../money/decimal.js'
import { fraction } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import { mapParties } from '../waterfall/parties.js'
import { type Book, type Pool, type PoolLender, type PoolLoan, post, say } from './pool-book.js'
import { takeIn, takeUpHeld } from './pool-claims.js'
import type { PoolEvent, PoolEventKind } from './pool-events.js'
import { freeCash, mergedGroups, registeredLoan } from './pool-figures.js'
import { fusesNow, release, stopsLoans, watch } from './pool-fuses.js'
import { lapse, payOwed } from './pool-payments.js'
import { recover } from './pool-recoveries.js'
import { fundingOf, leverageOf, replenishmentOf } from './pool-statement.js'
import { byFunding } from './pool-terms.js'
import { added, addedParts, moneyOf, movesOf, sharedBy, sumOf } from './postings.js'

type Deed<Kind extends PoolEventKind> = (book: Book, event: PoolEvent & { readonly kind: Kind }) => void

/** What each kind of event does. */
export const DEEDS: { readonly [Kind in PoolEventKind]: Deed<Kind> } = {
  contribution: (book, { funder, amount }) => payIn(book, { [funder]: moneyOf(amount) }),
  replenishment: (book, { amount }) => payIn(book, sharedBy(moneyOf(amount), byFunding(book.terms))),
  registration: register,
  repayment: repay,
  report: (book, { lender, facts }) => {
    const own = lenderOf(book, lender)
    book.pool.lenders[lender] = { ...own, reported: mergedGroups([own.reported ?? {}, facts]) }
    watch(book, lender, fusesNow(book, lender).fuses)
  },
  claim: takeIn,
  payment: (book) => {
    takeUpHeld(book)
    payOwed(book)
    const needed = replenishmentOf(book.pool, book.terms)
    if (needed?.due === true) say(book, { kind: 'replenishment', ...needed })
  },
  recovery: recover,
  interest: (book, { amount }) => earn(book, moneyOf(amount)),
  reopening: (book, { lender, fuse }) => {
    release(book, lender, (_, id) => id === fuse)
    watch(book, lender, fusesNow(book, lender).fuses)
  },
  'year-end': closeYear,
}

function lenderOf({ pool }: Book, lender: string): PoolLender {
  const own = pool.lenders[lender] ?? { registered: '0.00', loss: '0.00', compensated: '0.00', fuses: {} }
  pool.lenders[lender] = own
  return own
}

function payIn(book: Book, money: { readonly [funder: string]: Decimal }): void {
  post(book, [['debit', 'cash', sumOf(Object.values(money))], ...movesOf('credit', 'capital', money)])
  book.pool.paidIn = addedParts(book.pool.paidIn, money)
  say(book, { kind: 'funding', ...fundingOf(book.pool, book.terms) })
}

/** A loan is registered unless a fuse stops new loans of its lender. */
function register(book: Book, event: PoolEvent & { readonly kind: 'registration' }): void {
  const { pool } = book
  const { loan, lender } = event
  lenderOf(book, lender)
  const { fuses, missing } = fusesNow(book, lender)
  watch(book, lender, fuses)
  const fuse = stopsLoans(pool.lenders[lender] as PoolLender)
  if (fuse !== undefined) {
    say(book, { kind: 'registration', loan, outcome: 'refused', fuse })
    return
  }
  pool.loans[loan] = registeredLoan(event)
  const principal = moneyOf(event.principal)
  pool.lending = added(pool.lending, principal)
  const own = pool.lenders[lender] as PoolLender
  pool.lenders[lender] = { ...own, registered: added(own.registered, principal) }
  // A rate of nothing over nothing is not a figure that could be stated.
  const asked = missing.filter(({ reason }) => reason === undefined)
  say(book, { kind: 'registration', loan, outcome: 'registered', ...(asked.length === 0 ? {} : { missing: asked }) })
  const leverage = leverageOf(pool, book.terms)
  if (leverage !== undefined) say(book, { kind: 'leverage', ...leverage })
}

function repay({ pool }: Book, { loan: id, amount }: PoolEvent & { readonly kind: 'repayment' }): void {
  const loan = pool.loans[id] as PoolLoan
  const less = moneyOf(amount).negated()
  pool.loans[id] = { ...loan, outstanding: added(loan.outstanding, less) }
  pool.lending = added(pool.lending, less)
}

/** Interest belongs to the funders by their funding; where the document says so it goes straight back to them. */
function earn(book: Book, amount: Decimal): void {
  const parts = sharedBy(amount, byFunding(book.terms))
  post(book, [['debit', 'cash', amount], ...movesOf('credit', 'interest', parts)])
  if (book.terms.interest === 'returned') post(book, [...movesOf('debit', 'interest', parts), ['credit', 'cash', amount]])
}

/** What waits lapses where the document says so; the year's result goes to the funders' capital; the year's figures begin anew. */
function closeYear(book: Book): void {
  const { pool, terms } = book
  if (terms.queueAtYearEnd === 'lapses') {
    for (const id of pool.owed) {
      const { queued, owed } = pool.claims[id] as Pool['claims'][string]
      if (!queued) continue
      lapse(book, id, moneyOf(owed))
      say(book, { kind: 'lapsed', loan: id, amount: owed })
    }
    pool.owed = pool.owed.filter((id) => !moneyOf(pool.claims[id]?.owed).isZero())
  }
  closeResult(book)
  if (terms.balanceAtYearEnd === 'returned') giveBackBalance(book)
  pool.year = String(Number(pool.year) + 1)
  pool.paidThisYear = '0.00'
  pool.lenders = Object.fromEntries(
    Object.entries(pool.lenders).map(([lender, own]) => [lender, { ...own, registered: '0.00', loss: '0.00', compensated: '0.00' }]),
  )
  pool.borrowers = mapParties(pool.borrowers, ({ total }) => ({ total, thisYear: '0.00' }))
  for (const lender of Object.keys(pool.lenders)) {
    const { fuses } = fusesNow(book, lender)
    // A rate of the year's figures has nothing to go by until there are new ones.
    const unknown = (id: string): boolean => !fuses.some((fuse) => fuse.id === id)
    release(book, lender, ({ reset }, id) => reset === 'next-year' || (reset === 'below-level' && unknown(id)))
    watch(book, lender, fuses)
  }
}

/** Compensation, recoveries and interest of the year into the capital of the funder they belong to. */
function closeResult(book: Book): void {
  const accounts = Object.entries(book.pool.balances).flatMap(([key, text]) => {
    const [account, funder] = key.split(/:(.*)/s)
    return funder !== undefined && (account === 'compensation' || account === 'recoveries' || account === 'interest')
      ? [{ account, funder, amount: moneyOf(text) } as const]
      : []
  })
  for (const { account, funder, amount } of accounts) {
    // What lapses of a claim of an earlier year lowers the compensation below zero: then it is a gain.
    const loses = (account === 'compensation') !== amount.isNegative()
    post(book, [
      [loses ? 'credit' : 'debit', account, amount.abs(), funder],
      [loses ? 'debit' : 'credit', 'capital', amount.abs(), funder],
    ])
  }
}

/** What is not owed goes back to the funders, in proportion to their capital. */
function giveBackBalance(book: Book): void {
  const { pool } = book
  const capital = Object.fromEntries(
    book.terms.funders.flatMap((funder) => {
      const amount = moneyOf(pool.balances[`capital:${funder}`])
      return amount.greaterThan(ZERO) ? [[funder, fraction(amount)]] : []
    }),
  )
  const free = Object.keys(capital).length === 0 ? ZERO : freeCash(pool)
  const parts = sharedBy(free, capital)
  post(book, [...movesOf('debit', 'capital', parts), ['credit', 'cash', free]])
  // Income of the pool goes back as well: what was paid in falls to nothing at the most.
  pool.paidIn = mapParties(pool.paidIn, (text, funder) => moneyText(Decimal.max(moneyOf(text).minus(parts[funder] ?? ZERO), ZERO)))
}
