import type { Assessment } from '../assessment/assessment.js'
import type { ClauseAnswer } from '../assessment/clause.js'
import type { Message } from '../assessment/errors.js'
import { type ExplanationLine, explainClause } from '../assessment/explain.js'
import { type FactToAsk, factsToAsk } from './asking.js'
import { type CapCost, capCosts } from './caps.js'
import { ENGINE } from './engine.js'
import { factLabel } from './fact-at.js'
import { type ClausePlace, changed, type FactChange, failingClauses, inTheWay, singleChanges, waysToMeet } from './failing.js'
import { differencesOf, pathText } from './json-path.js'
import type { CalculationInput } from './record.js'
import { type StatedFacts, type Trial, trialOf } from './trial.js'
import { daysLater, movedByTime, type Waiting, waitingFor, waitingForClause } from './waiting.js'

/** A clause that is not met: what stands in its way, and what would meet it. */
export interface FailingClause {
  readonly id: string
  readonly part?: string
  /** The item it is asked of: `loans[0]`. */
  readonly item?: string
  /** The clause as it was answered, with its article. */
  readonly clause: ClauseAnswer
  /** The same as lines in Chinese and English. */
  readonly lines: readonly ExplanationLine[]
  /** The tests in its way, each with the value given, the limit, and the distance between them. */
  readonly tests: readonly ClauseAnswer[]
  /** Ways to meet it, all else the same; none where no stated fact decides it. */
  readonly ways: readonly (readonly FactChange[])[]
  /** When time alone meets it; absent where it does not within ten years. */
  readonly earliest?: Waiting
}

/** Changes that together turn a refusal, and what comes of them. */
export interface Turning {
  readonly changes: readonly FactChange[]
  readonly outcome: Assessment['outcome']
  /** The outcome as the document's kind of answer has it: 可予补贴, 退出价格：可按此转让. */
  readonly words: Message
  readonly amount?: string
}

/** What would change an answer. */
export interface WhatWouldChange {
  readonly outcome: Assessment['outcome']
  /** The same in words. */
  readonly words: Message
  readonly amount?: string
  /** Of a refusal: why, in words. */
  readonly reasons: readonly ExplanationLine[]
  /** Of a refusal: every clause that is not met. */
  readonly failing: readonly FailingClause[]
  /** Of a refusal: changes of facts after which it is none. Absent where none were found. */
  readonly turning?: Turning
  /** Of a refusal: the first day on which time alone turns it. */
  readonly earliest?: Waiting
  /** Of an incomplete answer: what to ask next, in order. */
  readonly ask: readonly FactToAsk[]
  /** What each cap that lowers the amount costs; `withoutCaps` is the amount without any of them. */
  readonly caps: readonly CapCost[]
  readonly withoutCaps?: string
}

export interface WhatWouldChangeOptions {
  /** Paths of the facts that move with time; `application.date` and `loans[].daysOverdue`, where they are stated, unless given. */
  readonly moving?: readonly string[]
}

/**
 * What would change the answer to an application, all that is not named staying as it is.
 *
 * A refusal: each clause that is not met, with value, limit, and distance; the nearest values that meet it; the first day on which time alone
 * does; and changes that together turn the outcome, found clause by clause. An incomplete answer: the facts to ask next. A capped one: what each cap costs.
 *
 * Everything said was assessed: stating the facts so has that outcome. Takes a record as well. Throws PolicyError and FactsError as `assess` and
 * `parseFacts` do.
 */
export function whatWouldChange(input: CalculationInput, { moving }: WhatWouldChangeOptions = {}): WhatWouldChange {
  const trial = trialOf(input)
  const { outcome, amount } = trial.given
  // Faulty paths are refused whatever the answer is.
  if (moving !== undefined) daysLater(trial, trial.facts, moving, 1)
  const about = answered(trial.given)
  const { caps, withoutAll } = amount === undefined ? { caps: [], withoutAll: undefined } : capCosts(input, amount)
  const capped = { caps, ...(withoutAll === undefined || withoutAll === amount ? {} : { withoutCaps: withoutAll }) }
  if (outcome !== 'refused')
    return { ...about, reasons: [], failing: [], ask: outcome === 'incomplete' ? factsToAsk(trial) : [], ...capped }
  const timed = moving ?? movedByTime(trial.facts)
  const failing = failingClauses(trial.given).map(({ clause, ...place }) => failingClause(trial, timed, place, clause))
  const turning = turningOf(trial)
  const earliest = failing.some((one) => one.earliest !== undefined) ? earliestOf(trial, timed, failing) : undefined
  return {
    ...about,
    reasons: ENGINE.explain(trial.given).filter(({ kind, level }) => kind === 'reason' && level === 0),
    failing,
    ...(turning === undefined ? {} : { turning }),
    ...(earliest === undefined ? {} : { earliest }),
    ask: [],
    ...capped,
  }
}

function answered(answer: Assessment): Pick<WhatWouldChange, 'outcome' | 'words' | 'amount'> {
  const { outcome, amount } = answer
  const words = (ENGINE.explain(answer)[0] as ExplanationLine).label
  return { outcome, words, ...(amount === undefined ? {} : { amount }) }
}

function failingClause(trial: Trial, moving: readonly string[], place: ClausePlace, clause: ClauseAnswer): FailingClause {
  const { part, item } = place
  const earliest = waitingForClause(trial, trial.facts, moving, place, clause)
  return {
    id: clause.id,
    ...(part === undefined ? {} : { part }),
    ...(item === undefined ? {} : { item }),
    clause,
    lines: explainClause(clause),
    tests: inTheWay(clause),
    ways: waysToMeet(trial, trial.facts, place, clause),
    ...(earliest === undefined ? {} : { earliest }),
  }
}

/** The first day on which the application is no longer refused, looked for up to the last day on which a clause is met. */
function earliestOf(trial: Trial, moving: readonly string[], failing: readonly FailingClause[]): Waiting | undefined {
  const last = Math.max(...failing.map(({ earliest }) => earliest?.days ?? 0))
  return waitingFor(trial, trial.facts, moving, ({ outcome }) => outcome !== 'refused', last)
}

/** More clauses than this are not met one after the other. */
const ROUNDS = 20

/** Meets one clause after the other until the application is no longer refused; where no clause is in the way, one fact that turns the outcome. */
function turningOf(trial: Trial): Turning | undefined {
  let facts = trial.facts
  let answer = trial.given
  for (let round = 0; round < ROUNDS && answer.outcome === 'refused'; round += 1) {
    const changes = nextChange(trial, facts, answer)
    if (changes === undefined) return undefined
    facts = changed(facts, changes)
    answer = trial.answerTo(facts) as Assessment
  }
  if (answer.outcome === 'refused') return undefined
  return { changes: changesBetween(trial.facts, facts, trial), ...answered(answer) }
}

function nextChange(trial: Trial, facts: StatedFacts, answer: Assessment): readonly FactChange[] | undefined {
  for (const { clause, ...place } of nearestToMet(answer)) {
    const [way] = waysToMeet(trial, facts, place, clause)
    if (way !== undefined) return way
  }
  const [single] = singleChanges(trial, facts, (changes) => {
    const other = trial.answerTo(changed(facts, changes))
    return other !== undefined && other.outcome !== 'refused'
  })
  return single === undefined ? undefined : [single]
}

/** The clauses in the way: those of the part with the fewest, and of the item with the fewest where none counts. */
function nearestToMet(answer: Assessment): ReturnType<typeof failingClauses> {
  const failing = failingClauses(answer)
  const parts = new Set([...answer.clauses, ...answer.items, ...answer.reasons].map(({ part }) => part))
  const sets = [...parts].map((part) => {
    const own = failing.filter((one) => one.part === part)
    const items = answer.items.filter((item) => item.part === part)
    const ofItems = items.some(({ counted }) => counted) ? [] : fewest(items.map(({ path }) => own.filter(({ item }) => item === path)))
    return [...own.filter(({ item }) => item === undefined), ...ofItems]
  })
  return fewest(sets)
}

const fewest = <Value>(lists: readonly (readonly Value[])[]): readonly Value[] =>
  lists.reduce<readonly Value[]>((least, list, index) => (index === 0 || list.length < least.length ? list : least), [])

/** The changes one after the other as one list: of a fact changed twice, from the first to the last. */
function changesBetween(before: StatedFacts, after: StatedFacts, trial: Trial): readonly FactChange[] {
  return differencesOf(before, after).map(({ path, ...values }) => ({
    path: pathText(path),
    label: factLabel(path, [trial.policy]),
    ...values,
  }))
}
