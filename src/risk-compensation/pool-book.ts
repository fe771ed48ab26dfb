import type { Assessment, FuseAnswer } from '../assessment/assessment.js'
import type { Missing } from '../assessment/context.js'
import type { FuseEffect, Policy } from '../policy/policy.js'
import type { MaybeSource, Text } from '../policy/source.js'
import type { PoolEvent, StatedFacts } from './pool-events.js'
import type { CompiledPool } from './pool-terms.js'
import { type Balances, booked, entriesOf, type Move, type Parts, type Posting } from './postings.js'

/** A registered loan. */
export interface PoolLoan {
  readonly on: string
  readonly lender: string
  readonly borrower: string
  readonly principal: string
  readonly outstanding: string
  /** Recovered net of costs before any compensation was paid: it lowers the loss. */
  readonly recovered: string
  /** Its loss, in the year in which it is counted. */
  readonly loss?: { readonly year: string; readonly amount: string }
  readonly facts?: StatedFacts
}

/** A claim the pool has taken in. */
export interface PoolClaim {
  /** The event that brought it. */
  readonly event: string
  readonly on: string
  readonly facts?: StatedFacts
  /** The fuse that holds it, by id: nothing is owed until it closes again. */
  readonly heldBy?: string
  /** The loss that is shared. */
  readonly loss: string
  /** What the pool bears of it: paid, and still owed. */
  readonly paid: string
  readonly owed: string
  /** Whether what is owed waits for money. */
  readonly queued: boolean
  /** Who bears the loss: the funders through the pool, and the others. */
  readonly funders: Parts
  readonly others: Parts
  /** What each has had back. */
  readonly returned: { readonly funders: Parts; readonly others: Parts }
}

/** A fuse that has tripped for a lender. */
export interface TrippedFuse {
  readonly state: FuseEffect
  readonly since: string
  readonly metric: string
  readonly reset: NonNullable<FuseAnswer['reset']>
  readonly label?: Text
}

/** A lender: its figures of the year, what it reported, and the fuses that have tripped. */
export interface PoolLender {
  readonly registered: string
  readonly loss: string
  readonly compensated: string
  readonly reported?: StatedFacts
  readonly fuses: { readonly [fuse: string]: TrippedFuse }
}

/** A pool as it stands after its last event. Plain and serializable; amounts are text in yuan. */
export interface Pool {
  readonly policy: Policy
  /** The day of the last event, and the year that is open; absent before the first. */
  readonly on?: string
  readonly year?: string
  readonly balances: Balances
  /** What each funder has paid in and not had back. */
  readonly paidIn: Parts
  readonly paidThisYear: string
  /** Outstanding principal of all loans. */
  readonly lending: string
  readonly loans: { readonly [loan: string]: PoolLoan }
  readonly claims: { readonly [loan: string]: PoolClaim }
  /** The loans whose claims are owed, and those whose claims are held, the earliest first. */
  readonly owed: readonly string[]
  readonly held: readonly string[]
  readonly lenders: { readonly [lender: string]: PoolLender }
  /** What each borrower has been granted. */
  readonly borrowers: { readonly [borrower: string]: { readonly total: string; readonly thisYear: string } }
  /** The events that have been booked, as text, by id. */
  readonly seen: { readonly [event: string]: string }
}

/** What each funder has paid in, and what it is behind the one that is furthest ahead. */
export interface PoolFunding {
  readonly inProportion: boolean
  readonly paidIn: Parts
  readonly behind: Parts
  readonly source: MaybeSource
}

/** The outstanding loans beside a multiple of the pool's balance, or of the deposit. */
export interface PoolLeverage {
  readonly loans: string
  readonly base: string
  readonly of: 'pool' | 'deposit'
  readonly bound: 'at-most' | 'at-least'
  /** The multiple of the base, in yuan. */
  readonly limit: string
  readonly met: boolean
  readonly source: MaybeSource
}

/** What the pool is to be replenished by, and the funders' parts, where the document says up to what. */
export interface PoolReplenishment {
  readonly balance: string
  readonly due: boolean
  readonly amount?: string
  readonly funders?: Parts
  readonly source: MaybeSource
}

/** What an event comes to, beside its postings. */
export type PoolAnswer = { readonly event: string; readonly date: string } /** The event was booked before: nothing changes. */ & (
  | { readonly kind: 'repeated' }
  | {
      readonly kind: 'registration'
      readonly loan: string
      readonly outcome: 'registered' | 'refused'
      readonly fuse?: string
      /** Figures of fuses that are not known yet. */
      readonly missing?: readonly Missing[]
    }
  | {
      readonly kind: 'claim'
      readonly loan: string
      readonly outcome: 'approved' | 'held' | 'refused' | 'incomplete'
      readonly amount?: string
      /** The fuse that holds or refuses it. */
      readonly fuse?: string
      readonly assessment: Assessment
    }
  /** What becomes of one claim in a payment. */
  | {
      readonly kind: 'payment'
      readonly loan: string
      readonly paid: string
      readonly queued: string
      /** What is not paid now or later: the rest of a pro rata payment, or a claim the money does not cover. */
      readonly lapsed: string
    }
  | {
      readonly kind: 'recovery'
      readonly loan: string
      readonly net: string
      readonly uncoveredCost: string
      /** Before anything was paid it lowers the loss, and the claim with it; after, it goes back to those who bore the loss. */
      readonly effect: 'lowers-loss' | 'returned'
      readonly returned: { readonly funders: Parts; readonly others: Parts }
      /** What no longer has to be paid, of what goes back to the pool. */
      readonly noLongerOwed: string
      /** Recovered beyond the loss. */
      readonly excess: string
    }
  | {
      readonly kind: 'fuse'
      readonly lender: string
      readonly fuse: string
      readonly before: 'normal' | FuseEffect
      readonly state: 'normal' | FuseEffect
      readonly metric?: string
    }
  /** How far the funders have kept to the parts in which they pay in. */
  | ({ readonly kind: 'funding' } & PoolFunding)
  /** The loans beside what the document ties them to. */
  | ({ readonly kind: 'leverage' } & PoolLeverage)
  /** The balance has fallen below what the document says. */
  | ({ readonly kind: 'replenishment' } & PoolReplenishment)
  | { readonly kind: 'lapsed'; readonly loan: string; readonly amount: string }
)

/** What has been done to a pool. */
export interface Applied {
  readonly pool: Pool
  readonly postings: readonly Posting[]
  readonly answers: readonly PoolAnswer[]
}

type Open<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends { readonly [name: string]: infer Entry } ? { [name: string]: Entry } : Value[Key]
}

interface Names {
  readonly has: (fact: string) => boolean
}

/** A pool while events are being booked: its tables are its own, their entries are replaced and never changed. */
export interface Book {
  readonly policy: Policy
  readonly terms: CompiledPool
  /** The facts the document knows, and those it asks for. */
  readonly known: Names
  readonly asked: Names
  readonly pool: Omit<Open<Pool>, 'policy' | 'owed' | 'held'> & { owed: string[]; held: string[] }
  event: PoolEvent
  readonly postings: Posting[]
  readonly answers: PoolAnswer[]
}

/** Books moves that balance. */
export function post(book: Book, moves: readonly Move[], loan?: string): void {
  const entries = entriesOf(moves)
  if (entries.length === 0) return
  const { id, date } = book.event
  book.pool.balances = booked(book.pool.balances, entries)
  book.postings.push({ event: id, date, ...(loan === undefined ? {} : { loan }), entries })
}

type Distributed<Answer> = Answer extends unknown ? Omit<Answer, 'event' | 'date'> : never

export function say(book: Book, answer: Distributed<PoolAnswer>): void {
  const { id, date } = book.event
  book.answers.push({ event: id, date, ...answer })
}
