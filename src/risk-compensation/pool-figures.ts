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

const owedOf = ({ balances }: Pick<Book['pool'], 'balances'>): Decimal =>
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

/** A claim on a loan with what was recovered before it: told as a fact of its own, or taken off the losses it states. */
export interface StatedClaim {
  readonly id: string
  readonly loan: PoolLoan
  readonly on: string
  readonly facts: StatedFacts | undefined
  readonly told: string
  readonly takenOff: string
}

/** The facts of a claim: what the lender reported, what was stated at registration, what the claim states, and what the pool knows. */
export function claimFacts({ pool, asked }: Pick<Book, 'pool' | 'asked'>, claim: StatedClaim, figures: StatedFacts): StatedFacts {
  const { lender, principal, on, facts } = claim.loan
  const stated = [pool.lenders[lender]?.reported ?? {}, facts ?? {}, claim.facts ?? {}]
  const ofLoan = stated.map((one) => ({ loan: (one['loans'] as readonly unknown[] | undefined)?.[0] ?? {} }))
  const known = { application: { date: claim.on }, loan: { principal, registeredAmount: principal, registeredDate: on } }
  const { loan, ...others } = mergedGroups([known, ...stated, ...ofLoan, figures, { loan: { id: claim.id, bank: lender } }])
  const entry = lowered(loan as Group, 'loan', claim.takenOff)
  const before = isAmountText(entry['recovered']) ? entry['recovered'] : undefined
  const recovered = asked.has('loan.recovered') ? { recovered: added(before, moneyOf(claim.told)) } : {}
  const losses = others['losses'] === undefined ? {} : { losses: lowered(others['losses'] as Group, 'losses', claim.takenOff) }
  return { ...others, ...losses, loans: [{ ...entry, ...recovered }] }
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
