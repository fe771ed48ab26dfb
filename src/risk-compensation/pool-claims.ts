import type { Assessment, Reason } from '../assessment/assessment.js'
import { type Decimal, ZERO } from '../money/decimal.js'
import { fraction } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import type { Money } from '../waterfall/parties.js'
import { type Book, type PoolClaim, type PoolLender, type PoolLoan, post, say } from './pool-book.js'
import { assessed, documentsOf } from './pool-documents.js'
import type { PoolEvent, StatedFacts } from './pool-events.js'
import { claimFacts, figuresOf } from './pool-figures.js'
import { stopsClaims, watch, watchAll } from './pool-fuses.js'
import { takeBack } from './pool-payments.js'
import { byFunding } from './pool-terms.js'
import { added, moneyOf, moneyParts, movesOf, partsText, sharedBy, sumOf } from './postings.js'

/** A claim is assessed with what the pool knows, and taken in, held, or sent back. */
export function takeIn(book: Book, event: PoolEvent & { readonly kind: 'claim' }): void {
  const { loan: id, facts } = event
  const loan = book.pool.loans[id] as PoolLoan
  const found = find(book, id, facts)
  const { lender } = loan
  const latched = stopsClaims(book.pool.lenders[lender] as PoolLender)
  const assessment = found.assessment ?? assessed(book.policy, found.facts)
  const { outcome, reasons } = assessment
  const fuse = fuseOf(reasons) ?? (outcome === 'granted' ? latched : undefined)
  if (outcome === 'incomplete' || found.loss === undefined || (outcome === 'refused' && fuse === undefined)) {
    say(book, { kind: 'claim', loan: id, outcome: outcome === 'incomplete' ? 'incomplete' : 'refused', assessment })
    return
  }
  countLoss(book, id, found.loss)
  watch(book, lender, assessment.fuses)
  watchAll(book, lender)
  const claim = { event: event.id, on: event.date, ...(facts && { facts }) }
  if (fuse === undefined) {
    approve(book, id, claim, assessment, found)
    return
  }
  const held = book.pool.lenders[lender]?.fuses[fuse]?.state === 'on-hold'
  if (held) {
    book.pool.claims[id] = { ...NOTHING, ...claim, heldBy: fuse, loss: moneyText(found.loss) }
    book.pool.held.push(id)
  }
  say(book, { kind: 'claim', loan: id, outcome: held ? 'held' : 'refused', fuse, assessment })
}

const NOTHING = { paid: '0.00', owed: '0.00', queued: false, funders: {}, others: {}, returned: { funders: {}, others: {} } } as const

const fuseOf = (reasons: readonly Reason[]): string | undefined =>
  reasons.every(({ code }) => code === 'fuse') ? reasons[0]?.fuse : undefined

/** The loss of a claim, of the kinds of which the pool bears a part; or why it is not known. */
type SharedLoss =
  | { readonly kinds: ReadonlySet<string | undefined>; readonly loss: Decimal; readonly assessment?: never }
  | { readonly assessment: Assessment; readonly loss?: never }

function sharedLoss({ policy }: Book, facts: StatedFacts): SharedLoss {
  const { losses, compensated } = documentsOf(policy)
  const assessment = assessed(losses, facts)
  if (assessment.outcome !== 'granted') return { assessment }
  const { shares = [] } = assessment
  const kinds = new Set(shares.filter(({ party, amount }) => compensated.has(party) && !moneyOf(amount).isZero()).map(({ of }) => of))
  return { kinds, loss: sumOf(shares.filter(({ of }) => kinds.has(of)).map(({ amount }) => moneyOf(amount))) }
}

/** A claim's loss, with its facts and the pool's own figures. */
type Found =
  | (Exclude<SharedLoss, { readonly assessment: Assessment }> & { readonly facts: StatedFacts })
  | Extract<SharedLoss, { readonly assessment: Assessment }>

function find(book: Book, id: string, facts: StatedFacts | undefined): Found {
  const loan = book.pool.loans[id] as PoolLoan
  const on = book.pool.claims[id]?.on ?? book.event.date
  const factsWith = (told: string, takenOff: string, loss = ZERO): StatedFacts =>
    claimFacts(book, { id, loan, on, facts, told, takenOff }, figuresOf(book, loan.lender, loan.borrower, notCounted(book, loan, loss)))
  const { recovered } = loan
  // A document that takes recoveries off by itself is told of them; for any other they are taken off the losses stated.
  const whole = sharedLoss(book, factsWith('0', '0'))
  const none = moneyOf(recovered).isZero()
  const told = none ? whole : sharedLoss(book, factsWith(recovered, '0'))
  const nets = whole.loss !== undefined && told.loss?.lessThan(whole.loss) === true
  const [tells, takes] = nets ? [recovered, '0'] : ['0', recovered]
  const shared = nets || none ? told : sharedLoss(book, factsWith('0', recovered))
  return shared.assessment === undefined ? { ...shared, facts: factsWith(tells, takes, shared.loss) } : shared
}

/** What of a loss its year does not count yet; nothing where it was counted in a year that is closed. */
function notCounted({ pool: { year } }: Book, { loss }: PoolLoan, amount: Decimal): Decimal {
  if (loss === undefined) return amount
  return loss.year === year ? amount.minus(moneyOf(loss.amount)) : ZERO
}

/** Counts the loss of a loan in the year in which it was first claimed. */
function countLoss(book: Book, id: string, amount: Decimal): void {
  const { pool } = book
  const loan = pool.loans[id] as PoolLoan
  const own = pool.lenders[loan.lender] as PoolLender
  pool.lenders[loan.lender] = { ...own, loss: added(own.loss, notCounted(book, loan, amount)) }
  pool.loans[id] = { ...loan, loss: { year: loan.loss?.year ?? (pool.year as string), amount: moneyText(amount) } }
}

/** Books what the pool owes for a claim, and who bears the loss. */
function approve(
  book: Book,
  id: string,
  about: Pick<PoolClaim, 'event' | 'on' | 'facts'>,
  assessment: Assessment,
  { kinds, loss }: Exclude<SharedLoss, { readonly assessment: Assessment }>,
): void {
  const { pool } = book
  const amount = moneyOf(assessment.amount)
  const { compensated } = documentsOf(book.policy)
  const borne = (byPool: boolean): Money => {
    const sums: { [party: string]: Decimal } = {}
    for (const { party, of, amount: part } of assessment.shares ?? [])
      if (kinds.has(of) && compensated.has(party) === byPool) sums[party] = (sums[party] ?? ZERO).plus(moneyOf(part))
    return sums
  }
  const funders = fundersOf(book, amount, borne(true))
  post(book, [...movesOf('debit', 'compensation', funders), ['credit', 'claims-payable', amount]], id)
  pool.claims[id] = {
    ...NOTHING,
    ...about,
    loss: moneyText(loss),
    owed: moneyText(amount),
    funders: partsText(funders),
    others: partsText(borne(false)),
  }
  if (!amount.isZero()) pool.owed.push(id)
  grant(book, id, amount)
  say(book, { kind: 'claim', loan: id, outcome: 'approved', amount: moneyText(amount), assessment })
}

/** The funders bear it as the document shares the loss among them; by their funding where it does not name them. */
function fundersOf({ terms }: Book, amount: Decimal, borne: Money): Money {
  const named = Object.entries(borne).filter(([, part]) => !part.isZero())
  if (named.length > 0 && named.every(([party]) => terms.funders.includes(party)))
    return sharedBy(amount, Object.fromEntries(named.map(([party, part]) => [party, fraction(part)])))
  return sharedBy(amount, byFunding(terms))
}

/** Counts what is granted, so that caps on what a borrower or a lender receives see it. */
function grant({ pool }: Book, id: string, amount: Decimal): void {
  const { borrower, lender } = pool.loans[id] as PoolLoan
  const { total, thisYear } = pool.borrowers[borrower] ?? {}
  pool.borrowers[borrower] = { total: added(total, amount), thisYear: added(thisYear, amount) }
  const own = pool.lenders[lender] as PoolLender
  pool.lenders[lender] = { ...own, compensated: added(own.compensated, amount) }
}

/** Takes up the claims that are held: those that no fuse holds any more are approved or refused as of now. */
export function takeUpHeld(book: Book): void {
  for (const id of book.pool.held) {
    const { lender } = book.pool.loans[id] as PoolLoan
    if (stopsClaims(book.pool.lenders[lender] as PoolLender) !== undefined) continue
    const found = find(book, id, book.pool.claims[id]?.facts)
    const assessment = found.assessment ?? assessed(book.policy, found.facts)
    if (assessment.outcome === 'incomplete' || fuseOf(assessment.reasons) !== undefined) continue
    book.pool.held = book.pool.held.filter((each) => each !== id)
    watch(book, lender, assessment.fuses)
    decideAgain(book, id, assessment, found)
  }
}

/** A claim of which nothing has been paid is worked out again, by the loss that is left. */
export function approveAgain(book: Book, id: string): void {
  const { facts, owed, funders } = book.pool.claims[id] as PoolClaim
  takeBack(book, id, moneyParts(funders))
  grant(book, id, moneyOf(owed).negated())
  const place = book.pool.owed.indexOf(id)
  book.pool.owed = book.pool.owed.filter((each) => each !== id)
  const found = find(book, id, facts)
  countLoss(book, id, found.loss ?? ZERO)
  decideAgain(book, id, found.assessment ?? assessed(documentsOf(book.policy).withoutFuses, found.facts), found)
  // It keeps its place.
  if (place >= 0 && book.pool.owed.at(-1) === id) book.pool.owed.splice(place, 0, ...book.pool.owed.splice(-1))
}

/** A claim that was taken in stays, with what it comes to now, or goes. */
function decideAgain(book: Book, id: string, assessment: Assessment, found: Found): void {
  const { event, on, facts } = book.pool.claims[id] as PoolClaim
  if (assessment.outcome === 'granted' && found.loss !== undefined) {
    approve(book, id, { event, on, ...(facts && { facts }) }, assessment, found)
    return
  }
  delete book.pool.claims[id]
  say(book, { kind: 'claim', loan: id, outcome: 'refused', assessment })
}
