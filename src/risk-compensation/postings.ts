import { allocate } from '../money/allocation.js'
import { type Decimal, decimalOf, ZERO } from '../money/decimal.js'
import type { Fraction } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import { type Money, mapParties } from '../waterfall/parties.js'

/** The accounts of a pool: the side on which each stands, and what it is called. */
export const ACCOUNTS = {
  cash: { side: 'debit', label: { zh: '资金池存款', en: 'cash of the pool' } },
  capital: { side: 'credit', label: { zh: '出资人权益', en: "funders' capital" } },
  'claims-payable': { side: 'credit', label: { zh: '应付补偿款', en: 'claims payable' } },
  'claims-queued': { side: 'credit', label: { zh: '排队待付补偿款', en: 'claims queued' } },
  compensation: { side: 'debit', label: { zh: '补偿支出', en: 'compensation' } },
  recoveries: { side: 'credit', label: { zh: '追偿收入', en: 'recoveries' } },
  interest: { side: 'credit', label: { zh: '利息收入', en: 'interest' } },
} as const

export type AccountName = keyof typeof ACCOUNTS

/** One side of a posting, in yuan. `of` names the funder, where an account is kept for each. */
export interface Entry {
  readonly account: AccountName
  readonly of?: string
  readonly side: 'debit' | 'credit'
  readonly amount: string
}

/** What an event moves: its debits come to as much as its credits. */
export interface Posting {
  readonly event: string
  readonly date: string
  /** The loan it is about, where it is about one. */
  readonly loan?: string
  readonly entries: readonly Entry[]
}

/** An entry while it is being made. */
export type Move = readonly [side: Entry['side'], account: AccountName, amount: Decimal, of?: string]

/** What stands on an account, on its own side: `cash`, `capital:province`. */
export type Balances = { readonly [account: string]: string }

/** Money by party, as text in yuan. */
export type Parts = { readonly [party: string]: string }

const accountKey = (account: AccountName, of?: string): string => (of === undefined ? account : `${account}:${of}`)

export const moneyOf = (text: string | undefined): Decimal => (text === undefined ? ZERO : decimalOf(text))

export const added = (text: string | undefined, amount: Decimal): string => moneyText(moneyOf(text).plus(amount))

export const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), ZERO)

/** Money of parties with more of it, or with less. */
export function addedParts(parts: Parts, more: Money, sign: 1 | -1 = 1): Parts {
  const after: { [party: string]: string } = { ...parts }
  for (const [party, amount] of Object.entries(more)) after[party] = added(after[party], amount.times(sign))
  return after
}

export const partsText = (money: Money): Parts => addedParts({}, money)

export const moneyParts = (parts: Parts): Money => mapParties(parts, moneyOf)

/** The same move for each party. */
export const movesOf = (side: Entry['side'], account: AccountName, money: Money): readonly Move[] =>
  Object.entries(money).map(([party, amount]) => [side, account, amount, party])

/** The moves of an event as entries, without those of nothing. RangeError where they do not balance. */
export function entriesOf(moves: readonly Move[]): readonly Entry[] {
  const made = moves.filter(([, , amount]) => !amount.isZero())
  const total = (of: Entry['side']): Decimal => sumOf(made.filter(([side]) => side === of).map(([, , amount]) => amount))
  if (!total('debit').equals(total('credit')))
    throw new RangeError(`expected debits and credits alike, received ${moneyText(total('debit'))} and ${moneyText(total('credit'))}`)
  return made.map(([side, account, amount, of]) => ({
    account,
    ...(of === undefined ? {} : { of }),
    side,
    amount: moneyText(amount),
  }))
}

/** The balances after some entries. */
export function booked(balances: Balances, entries: readonly Entry[]): Balances {
  const after: { [account: string]: string } = { ...balances }
  for (const { account, of, side, amount } of entries) {
    const key = accountKey(account, of)
    const signed = side === ACCOUNTS[account].side ? decimalOf(amount) : decimalOf(amount).negated()
    after[key] = added(after[key], signed)
  }
  return after
}

/** An amount shared by party in proportion to the weights, to the fen; nothing of nothing. */
export function sharedBy(amount: Decimal, weights: { readonly [party: string]: Fraction }): Money {
  const parties = Object.keys(weights)
  const parts = amount.isZero() ? [] : allocate(amount, Object.values(weights))
  return Object.fromEntries(parties.map((party, index) => [party, parts[index] ?? ZERO]))
}
