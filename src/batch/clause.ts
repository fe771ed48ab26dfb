import { quantityKindOf } from '../assessment/scope.js'
import type { Clause, DateBounds } from '../policy/clause.js'
import type { Quantity } from '../policy/quantity.js'
import { compileDate } from './date.js'
import { compare } from './exact.js'
import { dayFact, holderOf, numberFact } from './fact.js'
import { compileForm, known, Outside, UNUSUAL } from './outside.js'
import type { Row, Test, Work, WorkDay } from './row.js'
import { parameterOf, type Scope } from './scope.js'
import { noSupport } from './support.js'

type Written<Key extends string> = Extract<Clause, { readonly [key in Key]: unknown }>

/** One clause, or several that must all be met. */
export function compileClauses(clauses: Clause | readonly Clause[], scope: Scope): Test {
  return Array.isArray(clauses) ? group(clauses as readonly Clause[], false, scope) : compileClause(clauses as Clause, scope)
}

/**
 * Several clauses, of which one with the result `decisive` decides. Members after it are not asked, but for those a table may leave uncovered: that
 * leaves a loan out whatever the others say.
 */
function group(clauses: readonly Clause[], decisive: boolean, scope: Scope): Test {
  const members = clauses.map((clause) => {
    const before = scope.gaps.count
    const test = compileClause(clause, scope)
    return { test, isAsked: scope.terms.hasGap || scope.gaps.count > before }
  })
  const asked = members.filter(({ isAsked }) => isAsked).map(({ test }) => test)
  const tests = members.filter(({ isAsked }) => !isAsked).map(({ test }) => test)
  const others = firstOf(tests, decisive)
  if (asked.length === 0) return others
  return (row) => {
    let decides = false
    for (const test of asked) if (test(row) === decisive) decides = true
    return decides ? decisive : others(row)
  }
}

function firstOf(tests: readonly Test[], decisive: boolean): Test {
  const [first, ...more] = tests
  if (first !== undefined && more.length === 0) return first
  return (row) => {
    for (const test of tests) if (test(row) === decisive) return decisive
    return !decisive
  }
}

export function compileClause(clause: Clause, scope: Scope): Test {
  return compileForm(clause, FORMS, scope)
}

export const BOUNDS = ['atLeast', 'above', 'atMost', 'below'] as const
const DAY_BOUNDS = ['from', 'after', 'through', 'until'] as const

const FORMS = {
  any: { also: [], compile: ({ any }: Written<'any'>, scope: Scope) => group(any, true, scope) },
  all: { also: [], compile: ({ all }: Written<'all'>, scope: Scope) => group(all, false, scope) },
  not: { also: [], compile: ({ not }: Written<'not'>, scope: Scope) => opposite(compileClause(not, scope)) },
  otherSupport: { also: ['levels', 'lines'], compile: supportTest },
  parameter: { also: ['is'], compile: parameterTest },
  value: {
    also: BOUNDS,
    compile: (clause: Written<'value'>, scope: Scope) => numberTest(scope.compileQuantity(clause.value, scope), clause, scope),
  },
  date: { also: DAY_BOUNDS, compile: (clause: Written<'date'>, scope: Scope) => dayTest(compileDate(clause.date, scope), clause, scope) },
  fact: { also: ['is', 'oneOf', 'noneOf', 'includes', ...BOUNDS, ...DAY_BOUNDS], compile: factTest },
}

function supportTest(clause: Written<'otherSupport'>, scope: Scope): Test {
  known(clause.otherSupport, ['none'])
  return noSupport(clause, scope)
}

function parameterTest({ parameter, is }: Written<'parameter'>, scope: Scope): Test {
  const { value } = parameterOf(parameter, scope)
  if (value === undefined) return unknown
  return value === String(is) ? () => true : () => false
}

function factTest(clause: Written<'fact'>, scope: Scope): Test {
  const { definition } = scope.facts.at(clause.fact)
  if (quantityKindOf(definition.kind) !== undefined) return numberTest(numberFact(clause.fact, scope), clause as BoundsOf, scope)
  return definition.kind === 'date' ? dayTest(dayFact(clause.fact, scope), clause as DateBounds, scope) : answerTest(clause, scope)
}

const unknown: Test = () => {
  throw UNUSUAL
}

const opposite =
  (test: Test): Test =>
  (row) =>
    !test(row)

interface BoundsOf {
  readonly atLeast?: Quantity
  readonly above?: Quantity
  readonly atMost?: Quantity
  readonly below?: Quantity
}

const KEPT = {
  atLeast: (order: number) => order >= 0,
  above: (order: number) => order > 0,
  atMost: (order: number) => order <= 0,
  below: (order: number) => order < 0,
}

/** Whether a value keeps within every bound. */
export function boundsTest(bounds: BoundsOf, scope: Scope): (row: Row, over: number, under: number) => boolean {
  const tests = BOUNDS.flatMap((key) => {
    const bound = bounds[key]
    if (bound === undefined) return []
    const limit = scope.compileQuantity(bound, scope)
    const keeps = KEPT[key]
    return [
      (row: Row, over: number, under: number): boolean => {
        const edge = limit(row)
        return keeps(compare(over, under, edge, row.under))
      },
    ]
  })
  return (row, over, under) => {
    let kept = true
    for (const test of tests) kept = test(row, over, under) && kept
    return kept
  }
}

function numberTest(value: Work, bounds: BoundsOf, scope: Scope): Test {
  const keeps = boundsTest(bounds, scope)
  return (row) => {
    const given = value(row)
    return keeps(row, given, row.under)
  }
}

const KEEPS = {
  from: (day: number, edge: number) => day >= edge,
  after: (day: number, edge: number) => day > edge,
  through: (day: number, edge: number) => day <= edge,
  until: (day: number, edge: number) => day < edge,
}

function dayTest(date: WorkDay, bounds: DateBounds, scope: Scope): Test {
  return firstOf(
    DAY_BOUNDS.flatMap((key) => {
      const edge = bounds[key]
      if (edge === undefined) return []
      const limit = compileDate(edge, scope)
      const keeps = KEEPS[key]
      return [(row: Row): boolean => keeps(date(row), limit(row))]
    }),
    false,
  )
}

/** A test of an answer or of classes. */
function answerTest(clause: Written<'fact'>, scope: Scope): Test {
  const at = scope.facts.at(clause.fact)
  const { place, definition } = at
  const holder = holderOf(at)
  if (definition.kind === 'yes-no') {
    const wanted = 'is' in clause && clause.is === true ? 1 : 0
    return (row) => {
      const { over, under } = holder(row)
      if (under[place] === 0) throw UNUSUAL
      return over[place] === wanted
    }
  }
  const met = wordTest(clause, scope)
  return (row) => {
    const { under, words } = holder(row)
    if (under[place] === 0) throw UNUSUAL
    return met(words[place] as string | readonly string[])
  }
}

function wordTest(clause: Written<'fact'>, scope: Scope): (given: string | readonly string[]) => boolean {
  const isAmong = (given: string | readonly string[], values: readonly string[]): boolean =>
    typeof given === 'string' ? values.includes(given) : given.some((value) => values.includes(value))
  if ('is' in clause) return (given) => given === clause.is
  if ('oneOf' in clause) {
    const values = 'parameter' in clause.oneOf ? parameterOf(clause.oneOf.parameter, scope).value : clause.oneOf
    if (!Array.isArray(values)) throw new Outside('classes of a parameter')
    return (given) => isAmong(given, values as readonly string[])
  }
  if ('noneOf' in clause) return (given) => !isAmong(given, clause.noneOf)
  if ('includes' in clause) return (given) => isAmong(given, [clause.includes])
  throw new Outside('this test')
}
