import type { Assessment } from '../assessment/assessment.js'
import type { ClauseAnswer } from '../assessment/clause.js'
import { decimalOf } from '../money/decimal.js'
import { canonicalJson } from './canonical-json.js'
import { factAtPath } from './fact-at.js'
import { type ClausePlace, clauseAt, inTheWay, shiftOf } from './failing.js'
import { leavesOf, pathOf, pathText, replacedAt, valueAt } from './json-path.js'
import type { StatedFacts, Trial } from './trial.js'

/** How long to wait until time alone has changed something: the day too, where the day of the application is stated. */
export interface Waiting {
  readonly days: number
  readonly date?: string
}

/** Ten years: farther ahead nothing is looked for. */
const HORIZON = 3660

/** The facts that move with time unless others are named: the day of the application, and the days each loan is overdue. */
export const movedByTime = (facts: StatedFacts): readonly string[] =>
  leavesOf(facts)
    .map(pathText)
    .filter((path) => path === 'application.date' || /^loans\[\d+\]\.daysOverdue$/.test(path))

/** The facts as they stand so many days later, all else the same. RangeError for a fact that is no day and no number of days. */
export function daysLater(trial: Trial, facts: StatedFacts, moving: readonly string[], days: number): StatedFacts {
  return moving.reduce<unknown>((stated, path) => {
    const steps = pathOf(path)
    const kind = factAtPath(steps, trial.policy)?.kind
    const shift = kind === 'date' || kind === 'days' ? shiftOf(kind, valueAt(facts, steps)) : undefined
    if (shift === undefined)
      throw new RangeError(`moving: expected a day or a number of days that is stated, received ${JSON.stringify(path)}`)
    return replacedAt(stated, steps, shift(days))
  }, facts) as StatedFacts
}

/** Looks day by day for the first on which time alone has brought something about; undefined where it does not within ten years. */
export function waitingFor(
  trial: Trial,
  facts: StatedFacts,
  moving: readonly string[],
  holds: (answer: Assessment) => boolean,
  through = HORIZON,
): Waiting | undefined {
  for (let days = 1; days <= through; days += 1) {
    const answer = trial.answerTo(daysLater(trial, facts, moving, days))
    if (answer === undefined || !holds(answer)) continue
    const applied = valueAt(daysLater(trial, facts, moving, days), ['application', 'date'])
    const isMoved = moving.includes('application.date') && typeof applied === 'string'
    return isMoved ? { days, date: applied } : { days }
  }
  return undefined
}

/** The first day on which a clause is met by time alone. Not looked for where its tests stay as they are, or as far from their limits, a day and a year later. */
export function waitingForClause(
  trial: Trial,
  facts: StatedFacts,
  moving: readonly string[],
  place: ClausePlace,
  clause: ClauseAnswer,
): Waiting | undefined {
  if (moving.length === 0) return undefined
  const later = [1, 366].map((days) => {
    const answer = trial.answerTo(daysLater(trial, facts, moving, days))
    return answer === undefined ? undefined : clauseAt(answer, place)
  })
  if (!later.some((one) => one !== undefined && comesNearer(clause, one))) return undefined
  return waitingFor(trial, facts, moving, (answer) => clauseAt(answer, place)?.result === 'met')
}

function comesNearer(before: ClauseAnswer, after: ClauseAnswer): boolean {
  if (after.result === 'met') return true
  const distances = (clause: ClauseAnswer): readonly string[] =>
    inTheWay(clause).flatMap(({ bounds = [] }) => bounds.flatMap(({ distance }) => distance ?? []))
  const [first, second] = [distances(before), distances(after)]
  if (first.length !== second.length) return canonicalJson(first) !== canonicalJson(second)
  return first.some((distance, index) => {
    const other = second[index] as string
    return !distance.includes('/') && !other.includes('/') && decimalOf(other).abs().lessThan(decimalOf(distance).abs())
  })
}
