import type { Issue } from '../assessment/errors.js'
import { issue, oneOf, record } from '../loan/checks.js'
import { ROUNDING_UNITS } from '../money/rounding.js'
import type { FirstCome, ProRata } from './budget.js'
import { unitFen } from './division.js'
import { amount, name, PortfolioError, refuseFaults } from './errors.js'
import { type Amount, fenOf, isAmount, yuanOf } from './fen.js'
import { type CutReason, cutReason } from './reasons.js'
import { firstCome, type Grants, places, proRata, sumOf } from './rules.js'

/** A claim as a queue needs it: lowest priority first, then earliest time, then id. */
export interface Candidate {
  readonly id: string
  readonly amount: Amount
  readonly priority: number
  /** Any number that grows with time. */
  readonly time: number
}

/**
 * Candidates in their order, as columns: about 28 bytes each and two for every character of the id, however many there are.
 *
 * The order is by priority, time and id, so that any way of cutting the same candidates into shards comes to the same columns.
 */
export interface Candidates {
  readonly count: number
  readonly priority: Float64Array
  readonly time: Float64Array
  readonly fen: BigInt64Array
  /** The code units of all ids; those of one end where the next begin. */
  readonly idUnits: Uint16Array
  readonly idEnds: Uint32Array
}

/** Candidates as columns, in their order. PortfolioError with every issue. */
export function candidatesOf(list: readonly Candidate[]): Candidates {
  checkCandidates(list)
  const lengths = list.map(({ id }) => id.length)
  const columns = emptyColumns(
    list.length,
    lengths.reduce((sum, length) => sum + length, 0),
  )
  let end = 0
  list.forEach(({ id, amount: asked, priority, time }, index) => {
    columns.priority[index] = priority
    columns.time[index] = time
    columns.fen[index] = fenOf(asked)
    for (let at = 0; at < id.length; at += 1) columns.idUnits[end + at] = id.charCodeAt(at)
    end += id.length
    columns.idEnds[index] = end
  })
  return inOrder(columns)
}

/** The candidates of all shards as one. Associative and commutative; no shards make no candidates. */
export function mergeCandidates(shards: readonly Candidates[]): Candidates {
  const columns = emptyColumns(
    shards.reduce((sum, { count }) => sum + count, 0),
    shards.reduce((sum, { idUnits }) => sum + idUnits.length, 0),
  )
  let start = 0
  let end = 0
  for (const { count, priority, time, fen, idUnits, idEnds } of shards) {
    columns.priority.set(priority, start)
    columns.time.set(time, start)
    columns.fen.set(fen, start)
    columns.idUnits.set(idUnits, end)
    for (let index = 0; index < count; index += 1) columns.idEnds[start + index] = end + (idEnds[index] as number)
    start += count
    end += idUnits.length
  }
  return inOrder(columns)
}

/**
 * The candidates of a shard that can still be given something by a queue that ends at its last claim, in their order.
 *
 * Not for a queue that skips: there a small claim behind the others may still fit.
 */
export function contenders(candidates: Candidates, budget: Amount): Candidates {
  const money = fenOf(budget)
  let before = 0n
  let count = 0
  for (; count < candidates.count && before < money; count += 1) before += candidates.fen[count] as bigint
  return firstOf(candidates, count)
}

/** Money and a rule for candidates, whose order is theirs already. */
export interface CandidateBudget {
  readonly amount: Amount
  readonly rule: Pick<FirstCome, 'rule' | 'last'> | (Omit<ProRata, 'remainder'> & { readonly remainder: 'largest-remainder' | 'unspent' })
}

/** What each candidate is given, in the order of the columns; given + unspent = budget. */
export interface CandidateGrants extends Grants {
  readonly budget: string
  readonly asked: string
  readonly total: string
  readonly unspent: string
}

/**
 * Divides a budget among candidates, to the same fen as `allocateBudget` does among claims.
 *
 * PortfolioError for a budget that is not well formed, and for every id that stands twice.
 */
export function allocateCandidates(candidates: Candidates, budget: CandidateBudget): CandidateGrants {
  checkCandidateBudget(budget)
  refuseRepeated(candidates)
  const { fen } = candidates
  const { rule } = budget
  const money = fenOf(budget.amount)
  const grants =
    rule.rule === 'first-come'
      ? firstCome(fen, money, rule.last)
      : proRata(fen, money, unitFen(rule.unit), rule.remainder, (a, b) => comparedIds(candidates, a, b))
  const total = sumOf(grants.given)
  return { ...grants, budget: yuanOf(money), asked: yuanOf(sumOf(fen)), total: yuanOf(total), unspent: yuanOf(money - total) }
}

/** What one candidate is given, and why less than it asks for. */
export interface CandidateShare {
  readonly id: string
  readonly asked: string
  readonly given: string
  readonly reason?: CutReason
}

/** The answer to the candidate at a place of the columns. */
export function candidateShare(candidates: Candidates, { given, cuts }: Grants, index: number): CandidateShare {
  const reason = cutReason(cuts[index])
  return {
    id: idAt(candidates, index),
    asked: yuanOf(candidates.fen[index] as bigint),
    given: yuanOf(given[index] as bigint),
    ...(reason !== undefined && { reason }),
  }
}

function emptyColumns(count: number, units: number): Candidates {
  return {
    count,
    priority: new Float64Array(count),
    time: new Float64Array(count),
    fen: new BigInt64Array(count),
    idUnits: new Uint16Array(units),
    idEnds: new Uint32Array(count),
  }
}

function firstOf({ priority, time, fen, idUnits, idEnds }: Candidates, count: number): Candidates {
  return {
    count,
    priority: priority.slice(0, count),
    time: time.slice(0, count),
    fen: fen.slice(0, count),
    idUnits: idUnits.slice(0, count === 0 ? 0 : idEnds[count - 1]),
    idEnds: idEnds.slice(0, count),
  }
}

function inOrder(columns: Candidates): Candidates {
  const { priority, time } = columns
  const order = places(columns.count).sort(
    (a, b) =>
      (priority[a] as number) - (priority[b] as number) || (time[a] as number) - (time[b] as number) || comparedIds(columns, a, b) || a - b,
  )
  const sorted = emptyColumns(columns.count, columns.idUnits.length)
  let end = 0
  order.forEach((from, to) => {
    sorted.priority[to] = priority[from] as number
    sorted.time[to] = time[from] as number
    sorted.fen[to] = columns.fen[from] as bigint
    for (let at = idStart(columns, from); at < (columns.idEnds[from] as number); at += 1)
      sorted.idUnits[end++] = columns.idUnits[at] as number
    sorted.idEnds[to] = end
  })
  return sorted
}

const idStart = ({ idEnds }: Candidates, index: number): number => (index === 0 ? 0 : (idEnds[index - 1] as number))

/** As two texts compare, unit by unit. */
function comparedIds(candidates: Candidates, a: number, b: number): number {
  const { idUnits, idEnds } = candidates
  const startA = idStart(candidates, a)
  const startB = idStart(candidates, b)
  const lengthA = (idEnds[a] as number) - startA
  const lengthB = (idEnds[b] as number) - startB
  for (let at = 0; at < lengthA && at < lengthB; at += 1) {
    const side = (idUnits[startA + at] as number) - (idUnits[startB + at] as number)
    if (side !== 0) return side
  }
  return lengthA - lengthB
}

function idAt(candidates: Candidates, index: number): string {
  let text = ''
  const end = candidates.idEnds[index] as number
  for (let at = idStart(candidates, index); at < end; at += 1) text += String.fromCharCode(candidates.idUnits[at] as number)
  return text
}

/** Finds ids that stand twice through a table of places, so that no id has to become a text. */
function refuseRepeated(candidates: Candidates): void {
  let size = 2
  while (size < candidates.count * 2) size *= 2
  const table = new Uint32Array(size)
  const issues: Issue[] = []
  for (let index = 0; index < candidates.count; index += 1) {
    let slot = hashAt(candidates, index) & (size - 1)
    for (; table[slot] !== 0 && comparedIds(candidates, (table[slot] as number) - 1, index) !== 0; ) slot = (slot + 1) & (size - 1)
    if (table[slot] === 0) table[slot] = index + 1
    else issues.push(issue('duplicate', `candidates[${index}].id`, '不重复的编号', 'an id that stands once', idAt(candidates, index)))
  }
  if (issues.length > 0) throw new PortfolioError(issues)
}

function hashAt(candidates: Candidates, index: number): number {
  let hash = 0x811c9dc5
  const end = candidates.idEnds[index] as number
  for (let at = idStart(candidates, index); at < end; at += 1) hash = Math.imul(hash ^ (candidates.idUnits[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function checkCandidates(list: readonly Candidate[]): void {
  const issues: Issue[] = []
  list.forEach((candidate, index) => {
    const { id, amount: asked, priority, time } = candidate
    if (typeof id === 'string' && id !== '' && isAmount(asked) && Number.isFinite(priority) && Number.isFinite(time)) return
    record({ id: name, amount, priority: finite, time: finite })(candidate, `candidates[${index}]`, issues)
  })
  refuseFaults(issues)
}

function finite(given: unknown, path: string, issues: Issue[]): void {
  if (!Number.isFinite(given)) issues.push(issue(given === undefined ? 'missing' : 'number', path, '数值', 'a number', given))
}

const firstComeForm = /* @__PURE__ */ record({
  rule: /* @__PURE__ */ oneOf('first-come'),
  last: /* @__PURE__ */ oneOf('part-paid', 'not-paid', 'skipped'),
})
const proRataForm = /* @__PURE__ */ record({
  rule: /* @__PURE__ */ oneOf('first-come', 'pro-rata'),
  unit: /* @__PURE__ */ oneOf(...Object.keys(ROUNDING_UNITS)),
  remainder: /* @__PURE__ */ oneOf('largest-remainder', 'unspent'),
})

function checkCandidateBudget(budget: CandidateBudget): void {
  const issues: Issue[] = []
  const given: { readonly rule?: { readonly rule?: unknown } | null } | null | undefined = budget
  record({ amount, rule: given?.rule?.rule === 'first-come' ? firstComeForm : proRataForm })(budget, 'budget', issues)
  refuseFaults(issues)
}
