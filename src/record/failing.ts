import type { Assessment } from '../assessment/assessment.js'
import type { ClauseAnswer, TestedBound } from '../assessment/clause.js'
import type { Message } from '../assessment/errors.js'
import { groupOf, keyOf, listOf } from '../assessment/scope.js'
import { addDays, daysBetween, isCalendarDate } from '../dates/calendar-date.js'
import { Decimal } from '../money/decimal.js'
import { compare, type Fraction, fractionOf, isNegative, minus, zero } from '../money/fraction.js'
import { wholeQuotient } from '../money/rounding.js'
import type { FactKind } from '../policy/policy.js'
import { canonicalJson } from './canonical-json.js'
import { factAtPath, factLabel } from './fact-at.js'
import { leavesOf, pathOf, pathText, replacedAt, valueAt } from './json-path.js'
import type { StatedFacts, Trial } from './trial.js'

/** A fact stated otherwise; `after` is absent where it is taken out. */
export interface FactChange {
  /** Where it stands: `loans[0].principal`. */
  readonly path: string
  readonly label: Message
  readonly before?: unknown
  readonly after?: unknown
}

/** Where a clause stands in an assessment. */
export interface ClausePlace {
  readonly part?: string
  /** The path of the item it is asked of: `loans[0]`. */
  readonly item?: string
  readonly index: number
}

/** Every clause that is not met, with where it stands. */
export function failingClauses({ clauses, items }: Assessment): readonly (ClausePlace & { readonly clause: ClauseAnswer })[] {
  const failing = (list: readonly ClauseAnswer[], item?: string, part?: string) =>
    list.flatMap((clause, index) => {
      const inPart = clause.part ?? part
      return clause.result === 'not-met'
        ? [{ clause, index, ...(item === undefined ? {} : { item }), ...(inPart === undefined ? {} : { part: inPart }) }]
        : []
    })
  return [...failing(clauses), ...items.flatMap((item) => failing(item.clauses, item.path, item.part))]
}

/** The clause at a place of another answer. */
export function clauseAt({ clauses, items }: Assessment, { part, item, index }: ClausePlace): ClauseAnswer | undefined {
  if (item === undefined) return clauses[index]
  return items.find((one) => one.path === item && one.part === part)?.clauses[index]
}

/** The clauses a clause is made of that stand in its way: those not met, and within `not` those that are. */
export function inTheWay(clause: ClauseAnswer, wanted: 'met' | 'not-met' = 'met'): readonly ClauseAnswer[] {
  if (clause.result === wanted) return []
  if (clause.clauses === undefined) return [clause]
  const inside = clause.operator === 'not' ? (wanted === 'met' ? 'not-met' : 'met') : wanted
  return clause.clauses.flatMap((member) => inTheWay(member, inside))
}

/** The facts with changes made. */
export const changed = (facts: StatedFacts, changes: readonly FactChange[]): StatedFacts =>
  changes.reduce<unknown>((stated, { path, after }) => replacedAt(stated, pathOf(path), after), facts) as StatedFacts

const changeAt = (trial: Trial, facts: StatedFacts, path: string, after: unknown): FactChange => {
  const before = valueAt(facts, pathOf(path))
  return {
    path,
    label: factLabel(pathOf(path), [trial.policy]),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

/** At most so many ways are given to meet one clause. */
const WAYS = 5

/**
 * The ways to meet a clause, all else the same: each the nearest value of a fact it tests, and all of them together where one is not enough; where
 * it tests what is worked out, or what follows from other facts, any single stated fact. Every way was assessed.
 */
export function waysToMeet(trial: Trial, facts: StatedFacts, place: ClausePlace, clause: ClauseAnswer): readonly (readonly FactChange[])[] {
  const holds = (changes: readonly FactChange[]): boolean => {
    const answer = trial.answerTo(changed(facts, changes))
    return answer !== undefined && clauseAt(answer, place)?.result === 'met'
  }
  const candidates = inTheWay(clause).map((leaf) => candidatesFor(trial, facts, leaf, place.item))
  const alone = candidates.flatMap(({ changes, several }) => changes.filter((change) => holds([change])).slice(0, several ? WAYS : 1))
  if (alone.length > 0) return alone.slice(0, WAYS).map((change) => [change])
  // Where one is not enough, each has to do with its own test.
  const together = candidates.flatMap(({ changes }) => changes.find((change) => lessInTheWay(trial, facts, place, clause, change)) ?? [])
  if (together.length > 1 && holds(together)) return [together]
  return singleChanges(trial, facts, (changes) => holds(changes))
    .slice(0, WAYS)
    .map((change) => [change])
}

function lessInTheWay(trial: Trial, facts: StatedFacts, place: ClausePlace, clause: ClauseAnswer, change: FactChange): boolean {
  const answer = trial.answerTo(changed(facts, [change]))
  const after = answer === undefined ? undefined : clauseAt(answer, place)
  return after !== undefined && inTheWay(after).length < inTheWay(clause).length
}

/** Where the fact a clause tests is stated: of the item at hand, or of the applicant. */
const pathOfFact = (fact: string, item: string | undefined): string =>
  item !== undefined && listOf(groupOf(fact)) !== undefined ? `${item}.${keyOf(fact)}` : fact

/** Stated otherwise, a fact may turn the test of a clause: the nearest first, of classes any. */
interface Candidates {
  readonly changes: readonly FactChange[]
  readonly several: boolean
}

function candidatesFor(trial: Trial, facts: StatedFacts, leaf: ClauseAnswer, item: string | undefined): Candidates {
  if (leaf.bounds?.some(({ test }) => test === 'none') === true)
    return { changes: [changeAt(trial, facts, 'otherSupport', [])], several: false }
  if (leaf.fact === undefined || leaf.kind === undefined) return { changes: [], several: false }
  const path = pathOfFact(leaf.fact, item)
  const values = valuesNear(leaf, valueAt(facts, pathOf(path)))
  return { changes: values.map((value) => changeAt(trial, facts, path, value)), several: leaf.kind === 'class' || leaf.kind === 'classes' }
}

/** Values at the bounds of a clause and next to them. */
export function valuesNear({ kind, bounds = [], oneOf }: ClauseAnswer, present: unknown): readonly unknown[] {
  const limits = bounds.flatMap(({ limit }: TestedBound) => limit ?? [])
  if (kind === 'yes-no') return [true, false].filter((value) => value !== present)
  if (kind === 'class') return [...new Set([...limits, ...Object.keys(oneOf ?? {})])].filter((value) => value !== present)
  if (kind === 'classes') {
    const stated = Array.isArray(present) ? (present as readonly string[]) : []
    return [...limits.map((limit) => [...stated, limit]), stated.filter((one) => !limits.includes(one)), ...limits.map((limit) => [limit])]
  }
  if (kind === 'date') {
    const apart = (day: string): number => (isCalendarDate(present) ? Math.abs(daysBetween(present, day)) : 0)
    return limits.flatMap((day) => [day, addDays(day, -1), addDays(day, 1)]).sort((a, b) => apart(a) - apart(b))
  }
  const form = kind === undefined || kind === 'text' || kind === 'month' ? undefined : NUMBERS[kind]
  if (form === undefined) return []
  const here = isNumberLike(present) ? fractionOf(String(present)) : zero
  const apart = (value: string | number): Fraction => absolute(minus(fractionOf(String(value)), here))
  return limits.flatMap((limit) => stepsAround(fractionOf(limit), form)).sort((a, b) => compare(apart(a), apart(b)))
}

const absolute = (value: Fraction): Fraction => (isNegative(value) ? minus(zero, value) : value)
const isNumberLike = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?(\/\d+)?$/.test(value))

/** How numbers of a kind are stated: their smallest step, as text or as a plain number. */
interface NumberForm {
  readonly places: number
  readonly plain?: true
}

const NUMBERS: { readonly [kind in FactKind]?: NumberForm } = {
  amount: { places: 2 },
  'signed-amount': { places: 2 },
  rate: { places: 15 },
  share: { places: 15 },
  growth: { places: 15 },
  number: { places: 12 },
  count: { places: 0, plain: true },
  months: { places: 0, plain: true },
  days: { places: 0, plain: true },
}

/** A limit as the kind states it, rounded to its step, and the step before and after. */
function stepsAround({ numerator, denominator }: Fraction, { places, plain }: NumberForm): readonly (string | number)[] {
  const size = new Decimal(`1e-${places}`)
  const below = wholeQuotient(numerator.dividedBy(size), denominator, 'down')
  return [below, below.plus(1), below.minus(1)].map((units) => {
    const value = units.times(size)
    return plain === true ? value.toNumber() : value.toFixed()
  })
}

/** Single stated facts that bring an answer about when they alone are stated otherwise: of numbers and days the nearest value found. */
export function singleChanges(trial: Trial, facts: StatedFacts, holds: (changes: readonly FactChange[]) => boolean): readonly FactChange[] {
  const support = facts['otherSupport']
  const withoutSupport = Array.isArray(support) && support.length > 0 ? [changeAt(trial, facts, 'otherSupport', [])] : []
  const ofOne = leavesOf(facts).flatMap((path) => {
    const definition = factAtPath(path, trial.policy)
    const present = valueAt(facts, path)
    if (definition === undefined || present === undefined) return []
    const at = (value: unknown): FactChange => changeAt(trial, facts, pathText(path), value)
    const { kind, oneOf } = definition
    if (kind === 'yes-no' || kind === 'class' || kind === 'classes') {
      const others =
        kind === 'classes' ? Object.keys(oneOf ?? {}).map((one) => [one]) : kind === 'class' ? Object.keys(oneOf ?? {}) : [true, false]
      return others
        .filter((value) => canonicalJson(value) !== canonicalJson(present))
        .map(at)
        .filter((change) => holds([change]))
        .slice(0, 1)
    }
    const shift = shiftOf(kind, present)
    if (shift === undefined) return []
    return [1, -1].flatMap((way) => {
      const found = nearestShift((steps) => {
        const value = shift(steps * way)
        return value !== undefined && holds([at(value)])
      })
      return found === undefined ? [] : [at(shift(found * way))]
    })
  })
  return [...withoutSupport.filter((change) => holds([change])), ...ofOne]
}

/** A value so many steps away: fen, basis points, months, days. Undefined where the kind has no such value. */
export function shiftOf(kind: FactKind, present: unknown): ((steps: number) => unknown) | undefined {
  if (kind === 'date') return (steps) => dayAfter(String(present), steps)
  const form = NUMBERS[kind]
  if (form === undefined || !isNumberLike(present) || String(present).includes('/')) return undefined
  const start = new Decimal(String(present))
  const size = new Decimal(form.plain === true ? 1 : kind === 'amount' || kind === 'signed-amount' ? '0.01' : '0.0001')
  return (steps) => {
    const value = start.plus(size.times(steps))
    if (kind !== 'signed-amount' && kind !== 'growth' && value.isNegative() && !value.isZero()) return undefined
    return form.plain === true ? value.toNumber() : value.toFixed()
  }
}

function dayAfter(day: string, days: number): string | undefined {
  try {
    return addDays(day, days)
  } catch {
    return undefined
  }
}

/** The farthest that is looked: 2^45 steps, more than any amount has fen. */
const DOUBLINGS = 45

/** The first steps found by doubling, then the fewest between them and the last that did not do. */
function nearestShift(holds: (steps: number) => boolean): number | undefined {
  let steps = 1
  for (let doubling = 0; doubling <= DOUBLINGS; doubling += 1, steps *= 2) {
    if (!holds(steps)) continue
    let [low, high] = [Math.floor(steps / 2), steps]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (holds(middle)) high = middle
      else low = middle
    }
    return high
  }
  return undefined
}
