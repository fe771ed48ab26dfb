import type { Assessment } from '../assessment/assessment.js'
import type { ClauseAnswer } from '../assessment/clause.js'
import type { Missing } from '../assessment/context.js'
import type { Policy } from '../policy/policy.js'
import { factAtPath } from './fact-at.js'
import { valuesNear } from './failing.js'
import { leavesOf, pathOf, replacedAt, valueAt } from './json-path.js'
import type { StatedFacts, Trial } from './trial.js'

/** A fact to ask for next. */
export interface FactToAsk extends Missing {
  /** Whether one answer to it alone would settle the application as refused: such facts are asked first. */
  readonly decides: boolean
}

interface Asked extends FactToAsk {
  readonly value: unknown
}

/** More facts are never asked for one application. */
const MOST = 200

/**
 * The facts to ask next, in order: those that may settle the application by themselves, then those the amount needs; a list before what stands in it.
 *
 * Found by trying values until the answer is complete, then leaving out again every fact the answer does without: none of those that are left can be
 * spared on the way that was tried. Where no value that was tried completes the answer, everything that is missing is asked.
 */
export function factsToAsk(trial: Trial): readonly FactToAsk[] {
  let facts = trial.facts
  let answer = trial.given
  const asked: Asked[] = []
  while (answer.outcome === 'incomplete' && asked.length < MOST) {
    const next = answer.missing.find(({ path }) => asked.every((one) => one.path !== path))
    const found = next && tried(trial, facts, next, answer)
    if (found === undefined) return inOrder([...asked, ...answer.missing.filter(({ path }) => asked.every((one) => one.path !== path))])
    asked.push(found.asked)
    facts = found.facts
    answer = found.answer
  }
  return inOrder(needed(trial, asked))
}

interface Tried {
  readonly asked: Asked
  readonly facts: StatedFacts
  readonly answer: Assessment
}

/** A missing fact with the first value that does not refuse the application. */
function tried(trial: Trial, facts: StatedFacts, missing: Missing, before: Assessment): Tried | undefined {
  const answers = valuesFor(missing, before, trial).flatMap((value) => {
    const stated = replacedAt(facts, pathOf(missing.path), value) as StatedFacts
    const answer = trial.answerTo(stated)
    const isNews = answer?.missing.every(({ path }) => path !== missing.path) === true
    return answer === undefined || !isNews ? [] : [{ value, facts: stated, answer }]
  })
  const best = answers.find(({ answer }) => answer.outcome !== 'refused') ?? answers[0]
  if (best === undefined) return undefined
  const decides = answers.some(({ answer }) => answer.outcome === 'refused') && best.answer.outcome !== 'refused'
  return { asked: { ...missing, decides, value: best.value }, facts: best.facts, answer: best.answer }
}

/** Leaves out again what the answer does without. */
function needed(trial: Trial, asked: readonly Asked[]): readonly Asked[] {
  const stateOf = (list: readonly Asked[]): Assessment | undefined =>
    trial.answerTo(list.reduce<unknown>((stated, { path, value }) => replacedAt(stated, pathOf(path), value), trial.facts) as StatedFacts)
  return asked.reduceRight<readonly Asked[]>((kept, one) => {
    const without = kept.filter((other) => other !== one && !isWithin(other.path, one.path))
    const answer = stateOf(without)
    return answer === undefined || answer.outcome === 'incomplete' ? kept : without
  }, asked)
}

const isWithin = (path: string, list: string): boolean => path.startsWith(`${list}[`) || path.startsWith(`${list}.`)

function inOrder(asked: readonly (Missing & { readonly decides?: boolean; readonly value?: unknown })[]): readonly FactToAsk[] {
  const decides = ({ path, decides: own = false }: Missing & { readonly decides?: boolean }): boolean =>
    own || asked.some((other) => other.decides === true && isWithin(other.path, path))
  const facts = asked.map(({ fact, path, label, kind, reason, ...rest }): FactToAsk => {
    const why = reason === undefined ? {} : { reason }
    return { fact, path, label, kind, ...why, decides: decides({ ...rest, fact, path, label, kind }) }
  })
  return [...facts.filter((one) => one.decides), ...facts.filter((one) => !one.decides)]
}

const USUAL: { readonly [kind in Missing['kind']]?: readonly unknown[] } = {
  'yes-no': [true, false],
  amount: ['1000000', '0'],
  'signed-amount': ['1000000', '0'],
  amounts: [['1000000'], []],
  'amounts-by-party': [{ party: '1000000' }],
  rate: ['0.04', '0'],
  share: ['0.5', '0', '1'],
  growth: ['0.2', '0'],
  number: ['1', '0'],
  count: [1, 0, 2025],
  months: [12, 0],
  days: [30, 0],
  month: ['2025-06'],
  text: ['-'],
  list: [[], [{}]],
}

/** Values to try for a missing fact: at the bounds of the clauses that test it, of its classes each, then usual ones. */
function valuesFor({ fact, path, kind }: Missing, { clauses, items }: Assessment, { policy, facts }: Trial): readonly unknown[] {
  const definition = factAtPath(pathOf(path), policy)
  const tests = [...clauses, ...items.flatMap((item) => item.clauses)].flatMap(leavesIn).filter((leaf) => leaf.fact === fact)
  const bounds = tests.flatMap((leaf) => valuesNear(leaf, undefined))
  const classes = Object.keys(definition?.oneOf ?? {})
  if (kind === 'class') return [...bounds, ...classes, '-']
  if (kind === 'classes') return [...bounds, ...classes.map((one) => [one]), [], ['-']]
  if (kind === 'date') return [...bounds, ...daysIn(facts), ...daysIn(policy)]
  return [...bounds, ...(USUAL[kind] ?? [])]
}

const leavesIn = (clause: ClauseAnswer): readonly ClauseAnswer[] => clause.clauses?.flatMap(leavesIn) ?? [clause]

const daysIn = (value: StatedFacts | Policy): readonly string[] => [
  ...new Set(
    leavesOf(value).flatMap((path) => {
      const text = valueAt(value, path)
      return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? [text] : []
    }),
  ),
]
