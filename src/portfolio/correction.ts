import type { Outcome } from '../assessment/assessment.js'
import type { Issue, Message } from '../assessment/errors.js'
import { type Check, issue, optional, record } from '../loan/checks.js'
import { amount, callable, distinct, list, name, refuseFaults } from './errors.js'
import { type Amount, fenOf, yuanOf } from './fen.js'

/** What a claim came to, and where the caller knows them, the parts of it: by loan, by cause. The parts make the amount. */
export interface Result {
  readonly amount: Amount
  readonly parts?: { readonly [cause: string]: Amount }
}

/** A claim worked out again: what it came to before and now, and what was paid on it so far, less what came back. */
export interface Reworked {
  readonly claim: string
  readonly before: Result
  readonly after: Result
  readonly paid: Amount
}

/** What became known after a claim was paid: a prepayment, a refund, a recovery, a title lost, a corrected interest slip. */
export interface Finding<Facts> {
  /** What the correction names it by. */
  readonly cause: string
  readonly label: Message
  /** The facts as they stand with it, made of those known before it. */
  readonly change: (facts: Facts) => Facts
}

/** A claim with the facts it was decided on, and what was paid on it so far, less what came back. */
export interface DecidedClaim<Facts> {
  readonly claim: string
  readonly facts: Facts
  readonly paid: Amount
}

/** One cause of a difference, in signed yuan. */
export interface DifferenceCause {
  /** The finding, or the part that changed; `result` where no parts are known; `payment` where more or less was paid than was due before. */
  readonly cause: string
  readonly label?: Message
  readonly before: string
  readonly after: string
  readonly difference: string
}

/** due = paid − clawBack + supplement; at most one of the two is above zero. */
export interface Correction {
  readonly claim: string
  readonly due: string
  readonly paid: string
  readonly supplement: string
  readonly clawBack: string
  /** Only what differs; the differences add up to due − paid. */
  readonly causes: readonly DifferenceCause[]
}

const CAUSES = {
  result: { zh: '重新计算', en: 'worked out again' },
  payment: { zh: '实付与原应付之差', en: 'paid other than was due before' },
} as const satisfies { readonly [cause: string]: Message }

/** The supplement or the claw-back that brings what was paid to what is due, explained by cause. PortfolioError with every issue. */
export function correct(reworked: Reworked): Correction {
  checkReworked(reworked)
  const { claim, before, after, paid } = reworked
  return correctionOf(claim, fenOf(before.amount), fenOf(after.amount), fenOf(paid), causesOf(before, after))
}

/**
 * The correction of a claim after findings, each worked out on top of those before it.
 *
 * A finding explains what it changes in that order, which is our reading: where two meet the same cap, the order decides how much each explains, never
 * the sum. Undefined where an answer has no amount, since facts are missing. PortfolioError with every issue.
 */
export function correctByCause<Facts>(
  decided: DecidedClaim<Facts>,
  findings: readonly Finding<Facts>[],
  assess: (facts: Facts) => Pick<Outcome, 'amount'>,
): Correction | undefined {
  checkDecided(decided, findings)
  let { facts } = decided
  const before = assess(facts).amount
  if (before === undefined) return undefined
  let due = fenOf(before)
  const causes: DifferenceCause[] = []
  for (const { cause, label, change } of findings) {
    facts = change(facts)
    const after = assess(facts).amount
    if (after === undefined) return undefined
    causes.push(causeOf(cause, due, fenOf(after), label))
    due = fenOf(after)
  }
  return correctionOf(decided.claim, fenOf(before), due, fenOf(decided.paid), causes)
}

function correctionOf(claim: string, before: bigint, due: bigint, paid: bigint, causes: readonly DifferenceCause[]): Correction {
  const difference = due - paid
  return {
    claim,
    due: yuanOf(due),
    paid: yuanOf(paid),
    supplement: yuanOf(difference > 0n ? difference : 0n),
    clawBack: yuanOf(difference < 0n ? -difference : 0n),
    causes: [...causes, causeOf('payment', paid, before, CAUSES.payment)].filter((cause) => cause.difference !== '0.00'),
  }
}

function causesOf(before: Result, after: Result): readonly DifferenceCause[] {
  if (before.parts === undefined || after.parts === undefined)
    return [causeOf('result', fenOf(before.amount), fenOf(after.amount), CAUSES.result)]
  const earlier = new Map(Object.entries(before.parts))
  const later = new Map(Object.entries(after.parts))
  const causes = [...new Set([...earlier.keys(), ...later.keys()])].sort()
  return causes.map((cause) => causeOf(cause, fenOf(earlier.get(cause) ?? '0'), fenOf(later.get(cause) ?? '0')))
}

function causeOf(cause: string, before: bigint, after: bigint, label?: Message): DifferenceCause {
  return { cause, ...(label !== undefined && { label }), before: yuanOf(before), after: yuanOf(after), difference: yuanOf(after - before) }
}

const parts: Check = (given, path, issues) => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    issues.push(issue('record', path, '一组金额', 'a record of amounts', given))
  else for (const [cause, value] of Object.entries(given)) amount(value, `${path}.${cause}`, issues)
}

const result = /* @__PURE__ */ record({ amount, parts: /* @__PURE__ */ optional(parts) })
const form = /* @__PURE__ */ record({ claim: name, before: result, after: result, paid: amount })

function checkReworked(reworked: Reworked): void {
  const issues: Issue[] = []
  form(reworked, '', issues)
  if (issues.length === 0) {
    checkParts(reworked.before, 'before.parts', issues)
    checkParts(reworked.after, 'after.parts', issues)
  }
  refuseFaults(issues)
}

const decidedForm = /* @__PURE__ */ record({ claim: name, facts: () => {}, paid: amount })
const findingForm = /* @__PURE__ */ record({ cause: name, label: /* @__PURE__ */ record({ zh: name, en: name }), change: callable })

function checkDecided<Facts>(decided: DecidedClaim<Facts>, findings: readonly Finding<Facts>[]): void {
  const issues: Issue[] = []
  decidedForm(decided, '', issues)
  list(findingForm, 0)(findings, 'findings', issues)
  refuseFaults(issues)
  distinct(
    findings.map(({ cause }) => cause),
    (index) => `findings[${index}].cause`,
    issues,
  )
  refuseFaults(issues)
}

function checkParts({ amount: whole, parts: given }: Result, path: string, issues: Issue[]): void {
  if (given === undefined) return
  const sum = Object.values(given).reduce((total, part) => total + fenOf(part), 0n)
  if (sum !== fenOf(whole))
    issues.push(issue('parts', path, `合计为${yuanOf(fenOf(whole))}的各部分`, `parts that add up to ${yuanOf(fenOf(whole))}`, yuanOf(sum)))
}
