import type { Assessment, FuseAnswer } from '../assessment/assessment.js'
import type { Missing } from '../assessment/context.js'
import { ZERO } from '../money/decimal.js'
import type { FuseEffect } from '../policy/policy.js'
import { type Book, type PoolLender, say, type TrippedFuse } from './pool-book.js'
import { assessed, documentsOf } from './pool-documents.js'
import { figuresOf, mergedGroups } from './pool-figures.js'

/** From the mildest to the hardest: what each effect stops. */
const EFFECTS: {
  readonly [effect in 'normal' | FuseEffect]: { readonly rank: number; readonly claims: boolean; readonly loans: boolean }
} = {
  normal: { rank: 0, claims: false, loans: false },
  warning: { rank: 1, claims: false, loans: false },
  'on-hold': { rank: 2, claims: true, loans: false },
  'compensation-suspended': { rank: 3, claims: true, loans: false },
  'new-loans-suspended': { rank: 4, claims: false, loans: true },
  'lender-removed': { rank: 5, claims: true, loans: true },
}

/** The first fuse of a lender that stops new loans. */
export const stopsLoans = ({ fuses }: PoolLender): string | undefined => firstOf(fuses, ({ state }) => EFFECTS[state].loans)

/** The first fuse of a lender that stops claims and does not open by itself as its rate falls. */
export const stopsClaims = ({ fuses }: PoolLender): string | undefined =>
  firstOf(fuses, ({ state, reset }) => EFFECTS[state].claims && reset !== 'below-level')

const firstOf = (fuses: PoolLender['fuses'], holds: (fuse: TrippedFuse) => boolean): string | undefined =>
  Object.entries(fuses).find(([, fuse]) => holds(fuse))?.[0]

/** Where the fuses of a lender stand by its figures now, without a claim; what is missing to say so. */
export function fusesNow(book: Book, lender: string): { readonly fuses: readonly FuseAnswer[]; readonly missing: readonly Missing[] } {
  const facts = mergedGroups([book.pool.lenders[lender]?.reported ?? {}, figuresOf(book, lender, undefined, ZERO)])
  const answers = documentsOf(book.policy).fuses.map((document) => assessed(document, facts))
  return {
    fuses: answers.flatMap(({ fuses = [] }) => fuses),
    missing: answers.flatMap(({ missing }) => missing),
  }
}

/** Notes where the fuses of a lender stand. One that opens only by decision or with the next year keeps the hardest state it has reached. */
export function watch(book: Book, lender: string, answers: Assessment['fuses'] = []): void {
  const { pool, event } = book
  for (const { id, state, metric, reset = 'below-level', label } of answers) {
    const { fuses, ...own } = pool.lenders[lender] as PoolLender
    const before = fuses[id]
    const keeps = before !== undefined && reset !== 'below-level' && EFFECTS[before.state].rank >= EFFECTS[state].rank
    const after = keeps ? before.state : state
    if (after === (before?.state ?? 'normal')) continue
    const { [id]: _, ...others } = fuses
    const tripped =
      after === 'normal'
        ? others
        : { ...fuses, [id]: { state: after, since: event.date, metric, reset, ...(label === undefined ? {} : { label }) } }
    pool.lenders[lender] = { ...own, fuses: tripped }
    say(book, { kind: 'fuse', lender, fuse: id, before: before?.state ?? 'normal', state: after, metric })
  }
}

/** Watches the fuses of every lender: a figure of the pool may trip them all. */
export function watchAll(book: Book, besides?: string): void {
  for (const lender of Object.keys(book.pool.lenders)) if (lender !== besides) watch(book, lender, fusesNow(book, lender).fuses)
}

/** Closes the fuses of a lender that meet a condition. */
export function release(book: Book, lender: string, meets: (fuse: TrippedFuse, id: string) => boolean): void {
  const { fuses, ...own } = book.pool.lenders[lender] as PoolLender
  const open = Object.entries(fuses).filter(([id, fuse]) => meets(fuse, id))
  if (open.length === 0) return
  book.pool.lenders[lender] = { ...own, fuses: Object.fromEntries(Object.entries(fuses).filter(([id, fuse]) => !meets(fuse, id))) }
  for (const [fuse, { state: before }] of open) say(book, { kind: 'fuse', lender, fuse, before, state: 'normal' })
}
