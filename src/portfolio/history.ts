import type { Issue } from '../assessment/errors.js'
import { addYears, type CalendarDate } from '../dates/calendar-date.js'
import { contains, type Period } from '../dates/period.js'
import { type Check, date, issue, oneOf, optional, record } from '../loan/checks.js'
import { amount, list, name, refuseFaults } from './errors.js'
import { type Amount, fenOf, yuanOf } from './fen.js'

/** Money that was granted, added later, or taken back. Never changed once it is on the list. */
export interface Grant {
  readonly id: string
  readonly applicant: string
  /** What it counts against: a document, or a program of several. */
  readonly program: string
  /** The day it counts on. */
  readonly date: CalendarDate
  readonly amount: Amount
  /** The claim it pays; a claim that is worked out again does not look back at itself. */
  readonly claim?: string
  /** Absent for an ordinary grant. A supplement or claw-back counts where the grant it corrects does. */
  readonly correction?: { readonly kind: 'supplement' | 'claw-back'; readonly of: string }
  /** Principal it was granted for, where a document counts principal. */
  readonly principal?: Amount
  /** Months it was granted for, where a document counts months. */
  readonly months?: number
}

/** Grants in the order they became known. */
export type History = readonly Grant[]

/** What an application asks of the history. */
export interface LookBack {
  readonly applicant: string
  readonly program: string
  /** Grants after this day are not known yet. */
  readonly on: CalendarDate
  /** The claim in hand, which does not count. */
  readonly claim?: string
  /** The year that counts as this year: of the calendar, of the budget, of the policy. */
  readonly year: Period
  /** The window of the policy. */
  readonly window?: Period
  /** The other firms of the group. Absent means unknown; an empty list says there are none. */
  readonly relatedFirms?: readonly string[]
  /** Days of re-certification: what counts ever, and in consecutive years, begins again on the latest of them. */
  readonly recertified?: readonly CalendarDate[]
}

/** What the history says, as facts an application may state, and as counts for a document that declares facts of its own. */
export interface PastSupport {
  /** To be laid into the facts. What the list or the question does not say is absent. */
  readonly facts: {
    readonly history: {
      readonly receivedTotal: string
      readonly receivedThisYear: string
      readonly receivedInWindow?: string
      readonly groupReceivedTotal?: string
      readonly groupReceivedThisYear?: string
      readonly groupReceivedInWindow?: string
      readonly monthsSupported?: number
      readonly principalSupported?: string
    }
    readonly borrower: { readonly receivedBefore: boolean }
  }
  /** How often it was granted something that was not all taken back. */
  readonly timesReceived: number
  /** Years in a row with support, up to the year before this one. */
  readonly consecutiveYears: number
  /** The grants and corrections of the applicant that were counted, by id. */
  readonly counted: readonly string[]
}

const months: Check = (given, path, issues) => {
  if (Number.isSafeInteger(given) && (given as number) >= 0) return
  issues.push(issue('months', path, '不小于零的整数月数', 'a whole number of months, zero or more', given))
}

const grant = /* @__PURE__ */ record({
  id: name,
  applicant: name,
  program: name,
  date,
  amount,
  claim: /* @__PURE__ */ optional(name),
  correction: /* @__PURE__ */ optional(/* @__PURE__ */ record({ kind: /* @__PURE__ */ oneOf('supplement', 'claw-back'), of: name })),
  principal: /* @__PURE__ */ optional(amount),
  months: /* @__PURE__ */ optional(months),
})

/**
 * The history with these grants at its end. One that is there already, with the same content, changes nothing.
 *
 * PortfolioError for a known id with other content, a correction of a grant that is not there or of another applicant or program, and where more
 * would be taken back than was granted.
 */
export function appendGrants(history: History, grants: readonly Grant[]): History {
  const issues: Issue[] = []
  list(grant, 0)(grants, 'grants', issues)
  refuseFaults(issues)
  const known = new Map(history.map((one) => [one.id, one]))
  const added: Grant[] = []
  grants.forEach((one, index) => {
    const before = known.get(one.id)
    if (before === undefined) {
      known.set(one.id, one)
      added.push(one)
    } else if (contentOf(before) !== contentOf(one))
      issues.push(
        issue('conflict', `grants[${index}].id`, '新的编号：同一编号已有不同内容', 'a new id: this one stands for other content', one.id),
      )
  })
  grants.forEach((one, index) => {
    checkCorrection(one, `grants[${index}]`, known, issues)
  })
  checkTakenBack(known, issues)
  refuseFaults(issues)
  return added.length === 0 ? history : [...history, ...added]
}

function contentOf(one: Grant): string {
  const { id, applicant, program, correction, claim = null } = one
  const principal = one.principal === undefined ? null : yuanOf(fenOf(one.principal))
  const corrected = correction === undefined ? null : [correction.kind, correction.of]
  return JSON.stringify([id, applicant, program, one.date, yuanOf(fenOf(one.amount)), claim, corrected, principal, one.months ?? null])
}

function checkCorrection(
  { correction, applicant, program }: Grant,
  path: string,
  known: ReadonlyMap<string, Grant>,
  issues: Issue[],
): void {
  if (correction === undefined) return
  const corrected = known.get(correction.of)
  if (corrected?.applicant === applicant && corrected.program === program && corrected.correction === undefined) return
  const en = 'the id of a grant to the same applicant under the same program'
  issues.push(issue('unknown-grant', `${path}.correction.of`, '同一申请人、同一项目已有拨付的编号', en, correction.of))
}

function checkTakenBack(known: ReadonlyMap<string, Grant>, issues: Issue[]): void {
  const left = new Map<string, bigint>()
  for (const one of known.values()) {
    const id = one.correction?.of ?? one.id
    left.set(id, (left.get(id) ?? 0n) + signedFen(one))
  }
  for (const [id, fen] of left) {
    if (fen >= 0n) continue
    issues.push(
      issue('above-grant', 'grants', `收回不超过已拨付的金额（${id}）`, `no more taken back than was granted (${id})`, yuanOf(fen)),
    )
  }
}

const signedFen = ({ amount: paid, correction }: Grant): bigint => (correction?.kind === 'claw-back' ? -fenOf(paid) : fenOf(paid))

/** A grant with its corrections: what is left of it counts on the day of the grant. */
interface Counted {
  readonly grant: Grant
  readonly fen: bigint
}

/** What earlier grants mean for an application. PortfolioError with every issue. */
export function lookBack(history: History, question: LookBack): PastSupport {
  checkQuestion(question)
  const { applicant, year, window, relatedFirms } = question
  const counted = countedGrants(history, question)
  const own = counted.filter(({ grant: one }) => one.applicant === applicant)
  const since = resetDay(question)
  const ever = own.filter(({ grant: one }) => since === undefined || one.date >= since)
  const received = ever.filter(({ fen }) => fen > 0n)
  const group = relatedFirms === undefined ? undefined : counted
  const groupEver = group?.filter(({ grant: one }) => one.applicant !== applicant || since === undefined || one.date >= since)
  const principal = sumKnown(received, ({ principal: counts }) => (counts === undefined ? undefined : fenOf(counts)))
  const monthsSupported = sumKnown(received, ({ months: counts }) => (counts === undefined ? undefined : BigInt(counts)))
  return {
    facts: {
      history: {
        receivedTotal: yuanOf(sum(ever)),
        receivedThisYear: yuanOf(sum(within(own, year))),
        ...(window !== undefined && { receivedInWindow: yuanOf(sum(within(own, window))) }),
        ...(groupEver !== undefined && { groupReceivedTotal: yuanOf(sum(groupEver)) }),
        ...(group !== undefined && { groupReceivedThisYear: yuanOf(sum(within(group, year))) }),
        ...(group !== undefined && window !== undefined && { groupReceivedInWindow: yuanOf(sum(within(group, window))) }),
        ...(monthsSupported !== undefined && { monthsSupported: Number(monthsSupported) }),
        ...(principal !== undefined && { principalSupported: yuanOf(principal) }),
      },
      borrower: { receivedBefore: received.length > 0 },
    },
    timesReceived: received.length,
    consecutiveYears: yearsInARow(received, year),
    counted: history
      .filter((one) => ever.some(({ grant: other }) => other.id === (one.correction?.of ?? one.id)) && one.date <= question.on)
      .map(({ id }) => id),
  }
}

function countedGrants(history: History, { applicant, program, on, claim, relatedFirms = [] }: LookBack): readonly Counted[] {
  const firms = new Set([applicant, ...relatedFirms])
  const left = new Map<string, bigint>()
  const known = history.filter((one) => firms.has(one.applicant) && one.program === program && one.date <= on)
  for (const one of known) {
    const id = one.correction?.of ?? one.id
    left.set(id, (left.get(id) ?? 0n) + signedFen(one))
  }
  return known
    .filter((one) => one.correction === undefined && (claim === undefined || one.claim !== claim))
    .map((one) => ({ grant: one, fen: left.get(one.id) as bigint }))
}

const resetDay = ({ recertified = [], on }: LookBack): CalendarDate | undefined =>
  recertified
    .filter((day) => day <= on)
    .sort()
    .at(-1)

const within = (counted: readonly Counted[], period: Period): readonly Counted[] =>
  counted.filter(({ grant: one }) => contains(period, one.date))

const sum = (counted: readonly Counted[]): bigint => counted.reduce((total, { fen }) => total + fen, 0n)

/** The sum of what every grant states; undefined where one does not state it. */
function sumKnown(counted: readonly Counted[], of: (one: Grant) => bigint | undefined): bigint | undefined {
  let total = 0n
  for (const { grant: one } of counted) {
    const value = of(one)
    if (value === undefined) return undefined
    total += value
  }
  return total
}

/** Counted back from the year before this one, from the anchor, until a year without support. */
function yearsInARow(received: readonly Counted[], { from }: Period): number {
  let years = 0
  const supported = (back: number): boolean =>
    within(received, { from: addYears(from, -back - 1), until: addYears(from, -back) }).length > 0
  while (supported(years)) years += 1
  return years
}

const period = /* @__PURE__ */ record({ from: date, until: date })

const question = /* @__PURE__ */ record({
  applicant: name,
  program: name,
  on: date,
  claim: /* @__PURE__ */ optional(name),
  year: period,
  window: /* @__PURE__ */ optional(period),
  relatedFirms: /* @__PURE__ */ optional(/* @__PURE__ */ list(name, 0)),
  recertified: /* @__PURE__ */ optional(/* @__PURE__ */ list(date, 0)),
})

function checkQuestion(given: LookBack): void {
  const issues: Issue[] = []
  question(given, '', issues)
  refuseFaults(issues)
}
