import type { Clause } from '../policy/clause.js'
import type { Policy } from '../policy/policy.js'
import type { Gate } from './scope.js'

/** When a fact is asked for: while other facts, by name, have one of some values, or none of them. */
export type AskedWhen =
  | { readonly fact: string; readonly oneOf: readonly Value[] }
  | { readonly fact: string; readonly noneOf: readonly Value[] }
  | { readonly all: readonly AskedWhen[] }
  | { readonly any: readonly AskedWhen[] }

type Value = string | boolean

/** Decided, where it does not depend on facts; `true` as well where single facts and their values do not say. */
type Condition = AskedWhen | boolean

/**
 * The condition under which a fact is asked for, by the gates before each of its uses.
 *
 * Never narrower than the document: bounds of figures, days and other support may hold, and so may a fact out of reach of the asked one.
 */
export function askedWhen(uses: readonly (readonly Gate[])[], policy: Policy, inReach: (fact: string) => boolean): Condition {
  const conditionOf = (clause: Gate['clauses'], met: boolean): Condition => {
    if (isList(clause)) return joined(clause, met, met)
    if ('any' in clause) return joined(clause.any, !met, met)
    if ('all' in clause) return joined(clause.all, met, met)
    if ('not' in clause) return conditionOf(clause.not, !met)
    if ('parameter' in clause) {
      const value = policy.parameters?.[clause.parameter]?.value
      return value === undefined || (value === String(clause.is)) === met
    }
    const tested = valuesOf(clause, policy)
    if (tested === undefined || !inReach(tested.fact)) return true
    return among(tested.fact, tested.values, tested.among === met)
  }
  const joined = (clauses: readonly Clause[], every: boolean, met: boolean): Condition =>
    (every ? allOf : anyOf)(clauses.map((clause) => conditionOf(clause, met)))
  return anyOf(uses.map((gates) => allOf(gates.map(({ clauses, met }) => conditionOf(clauses, met)))))
}

const isList = (clauses: Gate['clauses']): clauses is readonly Clause[] => Array.isArray(clauses)

/** The fact a clause compares with fixed values, and whether it must be among them; undefined for other clauses. */
function valuesOf(
  clause: Clause,
  policy: Policy,
): { readonly fact: string; readonly values: readonly Value[]; readonly among: boolean } | undefined {
  if (!('fact' in clause)) return undefined
  const { fact } = clause
  if ('is' in clause) return { fact, values: [clause.is], among: true }
  if ('includes' in clause) return { fact, values: [clause.includes], among: true }
  if ('noneOf' in clause) return { fact, values: clause.noneOf, among: false }
  if (!('oneOf' in clause)) return undefined
  const values = 'parameter' in clause.oneOf ? policy.parameters?.[clause.oneOf.parameter]?.value : clause.oneOf
  return Array.isArray(values) ? { fact, values: values as readonly string[], among: true } : undefined
}

/** A yes-no fact that is not the one is the other. */
const among = (fact: string, values: readonly Value[], oneOf: boolean): AskedWhen =>
  oneOf ? { fact, oneOf: values } : typeof values[0] === 'boolean' ? { fact, oneOf: [!values[0]] } : { fact, noneOf: values }

function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false
  const left = different(conditions.flatMap((one) => (typeof one === 'boolean' ? [] : 'all' in one ? one.all : [one])))
  return left.length > 1 ? { all: left } : (left[0] ?? true)
}

function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true
  const left = shortest(different(conditions.flatMap((one) => (typeof one === 'boolean' ? [] : 'any' in one ? one.any : [one]))))
  const excluded = left.filter((one) => 'noneOf' in one)
  const covered = excluded.some(({ fact, noneOf }) =>
    noneOf.every((value) => left.some((one) => 'oneOf' in one && one.fact === fact && one.oneOf.includes(value))),
  )
  const bothAnswers = left.some((one) => 'oneOf' in one && typeof one.oneOf[0] === 'boolean' && left.some((other) => opposed(one, other)))
  if (covered || bothAnswers) return true
  return left.length > 1 ? { any: left } : (left[0] ?? false)
}

const opposed = (one: AskedWhen, other: AskedWhen): boolean =>
  'oneOf' in one && 'oneOf' in other && one.fact === other.fact && typeof one.oneOf[0] === 'boolean' && one.oneOf[0] !== other.oneOf[0]

const different = (conditions: readonly AskedWhen[]): AskedWhen[] => [
  ...new Map(conditions.map((one) => [JSON.stringify(one), one])).values(),
]

/** Without alternatives that only repeat another one with more added to it. */
function shortest(conditions: readonly AskedWhen[]): AskedWhen[] {
  const texts = (one: AskedWhen): string[] => ('all' in one ? one.all : [one]).map((each) => JSON.stringify(each))
  return conditions.filter((one) => {
    const own = new Set(texts(one))
    return !conditions.some((other) => other !== one && texts(other).every((text) => own.has(text)) && texts(other).length < own.size)
  })
}
