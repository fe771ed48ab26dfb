import type { Issue } from '../assessment/errors.js'
import { type Check, issue, oneOf, optional, record } from '../loan/checks.js'
import { amount, name, refuseFaults } from './errors.js'
import { type Amount, fenOf, yuanOf } from './fen.js'
import { addToTotals, type Counts, emptyTotals, mergeTotals, type Totals, type TotalsForm, together } from './totals.js'

/** The answer to an application under one of two documents. */
export interface Side {
  /** 'granted', 'refused', 'incomplete', or 'bad' where the facts are faulty. */
  readonly outcome: 'granted' | 'refused' | 'incomplete' | 'bad'
  /** Absent where there is none, as in an incomplete answer; it is then not counted as zero. */
  readonly amount?: Amount
}

/** One application under two documents, or under one before and after a change. */
export interface ComparedClaim {
  readonly id: string
  /** The class, industry or district it is counted with. */
  readonly group?: string
  readonly before: Side
  readonly after: Side
}

/** What a change does to one application; `undecided` where either answer has no amount. */
export type Change = 'gains' | 'loses' | 'same' | 'undecided'

/** What changes for one application, in yuan with two places. */
export interface ClaimChange {
  readonly id: string
  readonly change: Change
  readonly before?: string
  readonly after?: string
  /** after − before, signed. */
  readonly difference?: string
}

/** What changes for the applications of one group. */
export interface GroupChange {
  readonly rows: number
  readonly gains: number
  readonly loses: number
  readonly undecided: number
  /** Of the applications that are decided on both sides. */
  readonly beforeFen: string
  readonly afterFen: string
}

/**
 * Who gains, who loses, what it costs, and how the differences are distributed: exact sums in whole fen as text, plain JSON, equal to the byte for any
 * order and any shards.
 */
export interface Comparison {
  readonly rows: number
  readonly same: number
  readonly undecided: number
  /** How many applications go from one outcome to another, such as 'refused → granted'. */
  readonly moves: Counts
  readonly before: Totals
  readonly after: Totals
  /** Of after − before, where that is above zero. */
  readonly gains: Totals
  /** Of before − after, where that is above zero. */
  readonly losses: Totals
  readonly groups: { readonly [group: string]: GroupChange }
}

/** A comparison of nothing. PortfolioError for edges that do not ascend, or a number of best that is not a whole number. */
export function emptyComparison(form: TotalsForm = {}): Comparison {
  const none = emptyTotals(form)
  return { rows: 0, same: 0, undecided: 0, moves: {}, before: none, after: none, gains: none, losses: none, groups: {} }
}

/** What changes for one application. PortfolioError with every issue. */
export function changeOf(claim: ComparedClaim): ClaimChange {
  checkClaim(claim)
  const { id, before, after } = claim
  const sides = {
    ...(before.amount !== undefined && { before: yuanOf(fenOf(before.amount)) }),
    ...(after.amount !== undefined && { after: yuanOf(fenOf(after.amount)) }),
  }
  if (before.amount === undefined || after.amount === undefined) return { id, change: 'undecided', ...sides }
  const difference = fenOf(after.amount) - fenOf(before.amount)
  return { id, change: difference > 0n ? 'gains' : difference < 0n ? 'loses' : 'same', ...sides, difference: yuanOf(difference) }
}

/** A comparison with one more application. PortfolioError with every issue. */
export function addToComparison(comparison: Comparison, claim: ComparedClaim): Comparison {
  const { change, difference } = changeOf(claim)
  const { id, group, before, after } = claim
  const moved = { id, outcome: 'changed', amount: difference?.replace('-', '') ?? '0' }
  return {
    rows: comparison.rows + 1,
    same: comparison.same + (change === 'same' ? 1 : 0),
    undecided: comparison.undecided + (change === 'undecided' ? 1 : 0),
    moves:
      before.outcome === after.outcome ? comparison.moves : together(comparison.moves, { [`${before.outcome} → ${after.outcome}`]: 1 }),
    before: addToTotals(comparison.before, { id, ...before }),
    after: addToTotals(comparison.after, { id, ...after }),
    gains: change === 'gains' ? addToTotals(comparison.gains, moved) : comparison.gains,
    losses: change === 'loses' ? addToTotals(comparison.losses, moved) : comparison.losses,
    groups: group === undefined ? comparison.groups : groupsOf(comparison.groups, { [group]: groupOf(claim, change) }),
  }
}

/** The comparisons of both together: associative, commutative, exact. RangeError for comparisons of two forms. */
export function mergeComparisons(a: Comparison, b: Comparison): Comparison {
  return {
    rows: a.rows + b.rows,
    same: a.same + b.same,
    undecided: a.undecided + b.undecided,
    moves: together(a.moves, b.moves),
    before: mergeTotals(a.before, b.before),
    after: mergeTotals(a.after, b.after),
    gains: mergeTotals(a.gains, b.gains),
    losses: mergeTotals(a.losses, b.losses),
    groups: groupsOf(a.groups, b.groups),
  }
}

/** after − before over the applications that are decided on both sides, in signed yuan: Σ gains − Σ losses. */
export const differenceOf = ({ gains, losses }: Comparison): string => yuanOf(BigInt(gains.fen) - BigInt(losses.fen))

function groupOf({ before, after }: ComparedClaim, change: Change): GroupChange {
  const decided = change !== 'undecided'
  return {
    rows: 1,
    gains: change === 'gains' ? 1 : 0,
    loses: change === 'loses' ? 1 : 0,
    undecided: decided ? 0 : 1,
    beforeFen: decided ? String(fenOf(before.amount as Amount)) : '0',
    afterFen: decided ? String(fenOf(after.amount as Amount)) : '0',
  }
}

function groupsOf(a: Comparison['groups'], b: Comparison['groups']): Comparison['groups'] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  const sums = names.map((group): [string, GroupChange] => {
    const one = Object.hasOwn(a, group) ? a[group] : undefined
    const other = Object.hasOwn(b, group) ? b[group] : undefined
    return [group, one === undefined || other === undefined ? ((one ?? other) as GroupChange) : sumOf(one, other)]
  })
  return Object.fromEntries(sums)
}

const sumOf = (a: GroupChange, b: GroupChange): GroupChange => ({
  rows: a.rows + b.rows,
  gains: a.gains + b.gains,
  loses: a.loses + b.loses,
  undecided: a.undecided + b.undecided,
  beforeFen: String(BigInt(a.beforeFen) + BigInt(b.beforeFen)),
  afterFen: String(BigInt(a.afterFen) + BigInt(b.afterFen)),
})

const side = /* @__PURE__ */ record({
  outcome: /* @__PURE__ */ oneOf('granted', 'refused', 'incomplete', 'bad'),
  amount: /* @__PURE__ */ optional(amount),
})
const text: Check = (given, path, issues) => {
  if (typeof given !== 'string') issues.push(issue(given === undefined ? 'missing' : 'text', path, '文本', 'a text', given))
}
const form = /* @__PURE__ */ record({ id: text, group: /* @__PURE__ */ optional(name), before: side, after: side })

function checkClaim(claim: ComparedClaim): void {
  const issues: Issue[] = []
  form(claim, '', issues)
  refuseFaults(issues)
}
