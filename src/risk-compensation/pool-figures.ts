import type { Decimal } from '../money/decimal.js'
import { isAmountText } from '../money/input.js'
import { moneyText } from '../money/rounding.js'
import type { Book, PoolLoan } from './pool-book.js'
import type { PoolEvent, StatedFacts } from './pool-events.js'
import { added, moneyOf, sumOf } from './postings.js'

/** Facts that say what is lost of the principal: recoveries before the compensation lower them. */
const LOSSES: { readonly [group: string]: readonly string[] } = {
  loan: ['nplBalance', 'actualLoss', 'principalLoss', 'overduePrincipal', 'unpaidPrincipalInPayout'],
  losses: ['guarantorPayout', 'principalLoss'],
}

type Group = { readonly [key: string]: unknown }
const groupOf = (value: unknown): Group => (typeof value === 'object' && value !== null ? (value as Group) : {})

/** The figures a pool knows by itself, as far as the document knows them: of a lender with a further loss, and of a borrower. */
export function figuresOf(
  { pool, known }: Pick<Book, 'pool' | 'known'>,
  lender: string,
  borrower: string | undefined,
  loss: Decimal,
): StatedFacts {
  const own = pool.lenders[lender]
  const all = Object.values(pool.lenders)
  const total = (key: 'registered' | 'loss'): Decimal => sumOf(all.map((each) => moneyOf(each[key])))
  const granted = borrower === undefined ? undefined : pool.borrowers[borrower]
  const figures: { readonly [group: string]: Group } = {
    bank: {
      principalRegisteredThisYear: moneyText(moneyOf(own?.registered)),
      annualNplLoss: moneyText(moneyOf(own?.loss).plus(loss)),
      compensatedThisYear: moneyText(moneyOf(own?.compensated)),
    },
    pool: {
      balance: moneyText(freeCash(pool)),
      deposit: moneyText(depositOf(pool)),
      loans: pool.lending,
      paidThisYear: pool.paidThisYear,
      principalRegisteredThisYear: moneyText(total('registered')),
      annualNplLoss: moneyText(total('loss').plus(loss)),
    },
    ...(borrower === undefined
      ? {}
      : { history: { receivedTotal: moneyText(moneyOf(granted?.total)), receivedThisYear: moneyText(moneyOf(granted?.thisYear)) } }),
  }
  return Object.fromEntries(
    Object.entries(figures).map(([group, facts]) => [
      group,
      Object.fromEntries(Object.entries(facts).filter(([key]) => known.has(`${group}.${key}`))),
    ]),
  )
}

/** Cash that is not owed yet; never below zero. */
export function freeCash({ balances }: Pick<Book['pool'], 'balances'>): Decimal {
  const free = moneyOf(balances['cash']).minus(owedOf({ balances }))
  return free.isNegative() ? moneyOf(undefined) : free
}

export const owedOf = ({ balances }: Pick<Book['pool'], 'balances'>): Decimal =>
  moneyOf(balances['claims-payable']).plus(moneyOf(balances['claims-queued']))

/** What the funders have paid in and not had back. */
export const depositOf = ({ paidIn }: Pick<Book['pool'], 'paidIn'>): Decimal => sumOf(Object.values(paidIn).map(moneyOf))

/** A loan as it is registered. */
export const registeredLoan = ({ date, lender, borrower, principal, facts }: PoolEvent & { readonly kind: 'registration' }): PoolLoan => ({
  on: date,
  lender,
  borrower,
  principal: moneyText(moneyOf(principal)),
  outstanding: moneyText(moneyOf(principal)),
  recovered: '0.00',
  ...(facts && { facts }),
})

/** The facts of a claim: what the lender reported, what was stated at registration, what the claim states, and what the pool knows. */
export function claimFacts(
  { pool, asked }: Pick<Book, 'pool' | 'asked'>,
  id: string,
  { facts, lender, principal, on, recovered }: PoolLoan,
  claim: StatedFacts | undefined,
  figures: StatedFacts,
): StatedFacts {
  const stated = [pool.lenders[lender]?.reported ?? {}, facts ?? {}, claim ?? {}]
  const ofLoan = stated.map((one) => ({ loan: (one['loans'] as readonly unknown[] | undefined)?.[0] ?? {} }))
  const registered = { loan: { principal, registeredAmount: principal, registeredDate: on } }
  const { loan, ...others } = mergedGroups([registered, ...stated, ...ofLoan, figures, { loan: { id, bank: lender } }])
  const entry = loan as Group
  // Where the document takes recoveries off by itself, it is told of them.
  if (asked.has('loan.recovered')) {
    const before = isAmountText(entry['recovered']) ? entry['recovered'] : undefined
    return { ...others, loans: [{ ...entry, recovered: added(before, moneyOf(recovered)) }] }
  }
  const losses = others['losses'] === undefined ? {} : { losses: lowered(others['losses'] as Group, 'losses', recovered) }
  return { ...others, ...losses, loans: [lowered(entry, 'loan', recovered)] }
}

/** Statements of facts laid over one another, group by group; the later wins. */
export function mergedGroups(statements: readonly StatedFacts[]): StatedFacts {
  const merged: { [group: string]: unknown } = {}
  for (const [group, value] of statements.flatMap((facts) => Object.entries(facts))) {
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
    merged[group] = isGroup ? { ...groupOf(merged[group]), ...value } : value
  }
  return merged
}

function lowered(facts: Group, group: string, recovered: string): Group {
  const after = { ...facts }
  for (const key of LOSSES[group] ?? []) {
    const stated = facts[key]
    if (!isAmountText(stated)) continue
    const left = moneyOf(stated).minus(moneyOf(recovered))
    after[key] = left.isNegative() ? '0.00' : moneyText(left)
  }
  return after
}
