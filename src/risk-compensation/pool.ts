import { compiledPolicy } from '../assessment/compile.js'
import { FactsError, type Issue } from '../assessment/errors.js'
import { readFacts } from '../assessment/facts.js'
import { factsOf } from '../assessment/scope.js'
import { ZERO } from '../money/decimal.js'
import type { Policy } from '../policy/policy.js'
import { factIssues, formIssues, repeatedOrIssue, stateIssues } from './event-checks.js'
import { type Applied, type Book, type Pool, say } from './pool-book.js'
import { DEEDS } from './pool-deeds.js'
import { poolTermsOf } from './pool-documents.js'
import { eventText, type PoolEvent } from './pool-events.js'
import { claimFacts, figuresOf, registeredLoan } from './pool-figures.js'
import { INSTRUMENTS } from './terms.js'

/** An empty pool under a document. PolicyError where the document is faulty, or has no part with a pool. */
export function openPool(policy: Policy): Pool {
  poolTermsOf(policy)
  return {
    policy,
    balances: {},
    paidIn: {},
    paidThisYear: '0.00',
    lending: '0.00',
    loans: {},
    claims: {},
    owed: [],
    held: [],
    lenders: {},
    borrowers: {},
    seen: {},
  }
}

/**
 * A pool after an event: what it comes to, what is posted, and what the document answers.
 *
 * The pool given is not changed. An event that was booked before, with the same content, changes nothing. Throws FactsError with every issue of an
 * event that cannot be booked.
 */
export function apply(pool: Pool, event: PoolEvent): Applied {
  const book = bookOf(pool)
  const issues = enter(book, event)
  if (issues.length > 0) throw new FactsError(issues)
  return closed(book)
}

/** A pool from its events, in order of date. FactsError with every issue of every event that cannot be booked, each under its place: `[3].amount`. */
export function rebuild(policy: Policy, events: readonly PoolEvent[]): Applied {
  const { faults, ...applied } = replay(policy, events)
  const placed = ({ index, issues }: EventFault): readonly Issue[] =>
    issues.map((issue) => ({ ...issue, path: issue.path === '' ? `[${index}]` : `[${index}].${issue.path}` }))
  if (faults.length > 0) throw new FactsError(faults.flatMap(placed))
  return applied
}

/** An event that cannot be booked, by its place, and why. */
export interface EventFault {
  readonly index: number
  readonly issues: readonly Issue[]
}

/** The same without throwing: an event that cannot be booked is left out. */
export function replay(policy: Policy, events: readonly unknown[]): Applied & { readonly faults: readonly EventFault[] } {
  const book = bookOf(openPool(policy))
  const faults = events.flatMap((event, index): EventFault[] => {
    const issues = enter(book, event as PoolEvent)
    return issues.length === 0 ? [] : [{ index, issues }]
  })
  return { ...closed(book), faults }
}

function bookOf(pool: Pool): Book {
  const { policy, balances, paidIn, loans, claims, owed, held, lenders, borrowers, seen } = pool
  return {
    policy,
    terms: poolTermsOf(policy),
    known: factsOf(policy, INSTRUMENTS[0].facts),
    asked: compiledPolicy(policy, INSTRUMENTS).asked,
    pool: {
      ...pool,
      balances,
      paidIn,
      loans: { ...loans },
      claims: { ...claims },
      owed: [...owed],
      held: [...held],
      lenders: { ...lenders },
      borrowers: { ...borrowers },
      seen: { ...seen },
    },
    event: { id: '', date: '', kind: 'payment' },
    postings: [],
    answers: [],
  }
}

const closed = ({ pool, policy, postings, answers }: Book): Applied => ({ pool: { ...pool, policy }, postings, answers })

/** Books an event, or says why it cannot be: then nothing changes. */
function enter(book: Book, event: PoolEvent): readonly Issue[] {
  const wrong = formIssues(event)
  if (wrong.length > 0) return wrong
  const { pool } = book
  const repeated = repeatedOrIssue(pool, event)
  if (typeof repeated === 'object') return [repeated]
  book.event = event
  if (repeated) {
    say(book, { kind: 'repeated' })
    return []
  }
  const issues = stateIssues(pool, book.terms, event)
  const faulty = issues.length > 0 ? issues : statedIssues(book, event)
  if (faulty.length > 0) return faulty
  pool.seen[event.id] = eventText(event)
  pool.on = event.date
  pool.year ??= event.date.slice(0, 4)
  const deed = DEEDS[event.kind] as (book: Book, event: PoolEvent) => void
  deed(book, event)
  return []
}

/** What is wrong with the facts an event states, by themselves and with what the pool knows of the loan. */
function statedIssues(book: Book, event: PoolEvent): readonly Issue[] {
  if (event.kind !== 'registration' && event.kind !== 'report' && event.kind !== 'claim') return []
  const id = event.kind === 'report' ? undefined : event.loan
  const loan = event.kind === 'registration' ? registeredLoan(event) : book.pool.loans[id as string]
  const figures = figuresOf(book, loan?.lender ?? '', id, ZERO)
  const known = factIssues(event.facts, id, figures)
  if (known.length > 0) return known
  const claim = event.kind === 'claim' ? event.facts : undefined
  const facts =
    loan === undefined
      ? event.facts
      : claimFacts(book, { id: id as string, loan, on: event.date, facts: claim, told: '0', takenOff: '0' }, figures)
  const read = readFacts(book.policy, facts, INSTRUMENTS)
  return read.success ? [] : read.issues.map((issue) => ({ ...issue, path: `facts.${issue.path}` }))
}
