import type { Assessment } from '../assessment/assessment.js'
import type { Issue } from '../assessment/errors.js'
import { type Check, issue, record } from '../loan/checks.js'
import { compared } from './division.js'
import { amount, list, name, refuseFaults } from './errors.js'
import { type Amount, fenOf, yuanOf } from './fen.js'

/** One answer as totals count it. */
export interface Entry {
  readonly id: string
  /** Such as 'granted', 'refused', 'incomplete'. */
  readonly outcome: string
  /** Absent where there is none, as in an incomplete answer; it is then not counted as zero. */
  readonly amount?: Amount
  /** Why nothing or less is paid; each counts once. */
  readonly reasons?: readonly string[]
  /** The limits that bound; each counts once. */
  readonly limits?: readonly string[]
}

/** What totals keep besides sums and counts. Totals merge only with those of the same form. */
export interface TotalsForm {
  /** Where one bin ends and the next begins, ascending; an amount equal to an edge is in the upper bin. */
  readonly edges?: readonly Amount[]
  /** How many of the highest amounts to keep, those equal by id. */
  readonly best?: number
}

/** Counts by name. */
export type Counts = { readonly [name: string]: number }

/**
 * Exact totals of any number of answers: whole fen as text, counts, no means. Plain JSON as they are, with their keys in one order, so that equal totals
 * are equal to the byte.
 */
export interface Totals {
  readonly rows: number
  readonly outcomes: Counts
  /** How many answers have an amount. */
  readonly amounts: number
  readonly fen: string
  /** `null` while no answer has an amount. */
  readonly lowestFen: string | null
  readonly highestFen: string | null
  readonly reasons: Counts
  readonly limits: Counts
  readonly edges: readonly string[]
  /** One more than there are edges: below the first, between two, from the last. */
  readonly bins: readonly number[]
  readonly bestCount: number
  /** Highest first. */
  readonly best: readonly { readonly id: string; readonly fen: string }[]
}

/** Totals of nothing: merging them changes nothing. PortfolioError for edges that do not ascend, or a number of best that is not a whole number. */
export function emptyTotals({ edges = [], best = 0 }: TotalsForm = {}): Totals {
  const issues: Issue[] = []
  list(amount, 0)(edges, 'edges', issues)
  count(best, 'best', issues)
  refuseFaults(issues)
  const fens = edges.map(fenOf)
  fens.forEach((fen, index) => {
    if (index > 0 && fen <= (fens[index - 1] as bigint))
      issues.push(issue('order', `edges[${index}]`, '由小到大的金额', 'an amount above the one before', yuanOf(fen)))
  })
  refuseFaults(issues)
  const bins = Array.from({ length: edges.length + 1 }, () => 0)
  return {
    rows: 0,
    outcomes: {},
    amounts: 0,
    fen: '0',
    lowestFen: null,
    highestFen: null,
    reasons: {},
    limits: {},
    edges: fens.map(String),
    bins,
    bestCount: best,
    best: [],
  }
}

/** Totals with one more answer. */
export function addToTotals(totals: Totals, { id, outcome, amount: own, reasons = [], limits = [] }: Entry): Totals {
  const fen = own === undefined ? undefined : fenOf(own)
  const counted: Totals = {
    ...totals,
    rows: totals.rows + 1,
    outcomes: withOneMore(totals.outcomes, [outcome]),
    reasons: withOneMore(totals.reasons, reasons),
    limits: withOneMore(totals.limits, limits),
  }
  if (fen === undefined) return counted
  const text = String(fen)
  const bin = totals.edges.filter((edge) => comparedFen(edge, text) <= 0).length
  return {
    ...counted,
    amounts: totals.amounts + 1,
    fen: String(BigInt(totals.fen) + fen),
    lowestFen: lowestOf(totals.lowestFen, text),
    highestFen: highestOf(totals.highestFen, text),
    bins: totals.bins.map((number, index) => (index === bin ? number + 1 : number)),
    best: withBest(totals.best, { id, fen: text }, totals.bestCount),
  }
}

/** The totals of both together: associative, commutative, exact. RangeError for totals of two forms. */
export function mergeTotals(a: Totals, b: Totals): Totals {
  if (a.bestCount !== b.bestCount || a.edges.join() !== b.edges.join())
    throw new RangeError('expected totals with the same edges and number of best')
  return {
    ...a,
    rows: a.rows + b.rows,
    outcomes: together(a.outcomes, b.outcomes),
    amounts: a.amounts + b.amounts,
    fen: String(BigInt(a.fen) + BigInt(b.fen)),
    lowestFen: lowestOf(a.lowestFen, b.lowestFen),
    highestFen: highestOf(a.highestFen, b.highestFen),
    reasons: together(a.reasons, b.reasons),
    limits: together(a.limits, b.limits),
    bins: a.bins.map((number, index) => number + (b.bins[index] as number)),
    best: bestOf([...a.best, ...b.best], a.bestCount),
  }
}

/** Totals that came back from JSON, checked. PortfolioError with every issue. */
export function readTotals(given: unknown): Totals {
  const issues: Issue[] = []
  form(given, '', issues)
  refuseFaults(issues)
  const totals = given as Totals
  if (totals.bins.length !== totals.edges.length + 1)
    issues.push(issue('bins', 'bins', '比分界多一个的区间', 'one bin more than edges', totals.bins.length))
  if (sumOfCounts(totals.outcomes) !== totals.rows) issues.push(issue('rows', 'rows', '各结果之和', 'the sum of the outcomes', totals.rows))
  if (totals.bins.reduce((sum, number) => sum + number, 0) !== totals.amounts)
    issues.push(issue('amounts', 'amounts', '各区间之和', 'the sum of the bins', totals.amounts))
  refuseFaults(issues)
  return totals
}

/** How totals count the answer to an application. A clause that is not met is a reason of its own, `clause-not-met:contract`. */
export function entryOf(id: string, { outcome, amount: own, reasons, limits, items }: AssessedAmount): Entry {
  const binding = [...limits, ...items.flatMap((item) => item.limits)].filter((limit) => limit.binding)
  return {
    id,
    outcome,
    ...(own !== undefined && { amount: own }),
    reasons: unique(
      reasons.flatMap(({ code, clauses }) => (clauses === undefined ? [code] : clauses.map((clause) => `${code}:${clause}`))),
    ),
    limits: unique(binding.map((limit) => limit.id ?? limit.kind)),
  }
}

/** What of an assessment is counted. */
export type AssessedAmount = Pick<Assessment, 'outcome' | 'amount' | 'reasons' | 'limits' | 'items'>

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]

const sumOfCounts = (counts: Counts): number => Object.values(counts).reduce((sum, number) => sum + number, 0)

function withOneMore(counts: Counts, names: readonly string[]): Counts {
  if (names.length === 0) return counts
  const [only = ''] = names
  if (names.length === 1 && Object.hasOwn(counts, only)) return { ...counts, [only]: (counts[only] as number) + 1 }
  return together(counts, Object.fromEntries(names.map((counted) => [counted, 1])))
}

/** The counts of both together, by name. */
export function together(a: Counts, b: Counts): Counts {
  const sums = new Map(Object.entries(a))
  for (const [counted, number] of Object.entries(b)) sums.set(counted, (sums.get(counted) ?? 0) + number)
  return Object.fromEntries([...sums].sort(([one], [other]) => compared(one, other)))
}

function lowestOf(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && comparedFen(b, a) < 0) ? b : a
}

function highestOf(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && comparedFen(b, a) > 0) ? b : a
}

type Best = Totals['best'][number]

const bestFirst = (a: Best, b: Best): number => comparedFen(b.fen, a.fen) || compared(a.id, b.id)

function withBest(best: readonly Best[], entry: Best, most: number): readonly Best[] {
  const last = best[most - 1]
  return most === 0 || (last !== undefined && bestFirst(last, entry) <= 0) ? best : bestOf([...best, entry], most)
}

const bestOf = (entries: readonly Best[], most: number): readonly Best[] => [...entries].sort(bestFirst).slice(0, most)

/** Whole numbers as text without leading zeros: the longer is the larger. */
const comparedFen = (a: string, b: string): number => a.length - b.length || compared(a, b)

const count: Check = (given, path, issues) => {
  if (Number.isSafeInteger(given) && (given as number) >= 0) return
  issues.push(issue(given === undefined ? 'missing' : 'count', path, '不小于零的整数', 'a whole number of zero or more', given))
}

const fen: Check = (given, path, issues) => {
  if (typeof given === 'string' && /^(0|[1-9]\d*)$/.test(given)) return
  issues.push(issue(given === undefined ? 'missing' : 'fen', path, '整数分的文本', 'whole fen as text', given))
}

const extreme: Check = (given, path, issues) => {
  if (given !== null) fen(given, path, issues)
}

const counts: Check = (given, path, issues) => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    issues.push(issue(given === undefined ? 'missing' : 'record', path, '一组计数', 'a record of counts', given))
  else for (const [counted, number] of Object.entries(given)) count(number, `${path}.${counted}`, issues)
}

const form = /* @__PURE__ */ record({
  rows: count,
  outcomes: counts,
  amounts: count,
  fen,
  lowestFen: extreme,
  highestFen: extreme,
  reasons: counts,
  limits: counts,
  edges: /* @__PURE__ */ list(fen, 0),
  bins: /* @__PURE__ */ list(count),
  bestCount: count,
  best: /* @__PURE__ */ list(/* @__PURE__ */ record({ id: name, fen }), 0),
})
