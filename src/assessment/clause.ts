import { daysBetween } from '../dates/calendar-date.js'
import { type Fraction, fractionText, minus } from '../money/fraction.js'
import type { Clause, DateBounds } from '../policy/clause.js'
import type { FactKind } from '../policy/policy.js'
import type { DateExpression, Quantity, QuantityKind } from '../policy/quantity.js'
import type { MaybeSource, Text } from '../policy/source.js'
import { type CompiledBound, compileBounds, inBounds } from './bounds.js'
import type { Context, FactValue } from './context.js'
import { compileDate, type EvaluateDate } from './date.js'
import { forgetMissing, readerOf } from './reading.js'
import { askFor, behind, broken, type FactDefinition, factAt, fault, parameterAt, quantityKindOf, type Scope, within } from './scope.js'
import { hasNoSupport, knownLevels } from './support.js'

export type ClauseResult = 'met' | 'not-met' | 'unknown'

/** One bound of a clause as it was tested. */
export interface TestedBound {
  readonly test:
    | 'is'
    | 'one-of'
    | 'none-of'
    | 'includes'
    | 'at-least'
    | 'above'
    | 'at-most'
    | 'below'
    | 'from'
    | 'after'
    | 'through'
    | 'until'
    | 'none'
  readonly limit?: string | readonly string[]
  /** How far the value given is beyond the limit (positive) or short of it (negative), in its own unit; days for dates. */
  readonly distance?: string
}

/** A clause of the document, answered: its source, what was given, what was asked. */
export interface ClauseAnswer {
  readonly id: string
  readonly result: ClauseResult
  readonly source: MaybeSource
  readonly label?: Text
  /** The fact tested, where it is one. */
  readonly fact?: string
  /** What is tested, in words. */
  readonly subject?: Text
  readonly kind?: FactKind | QuantityKind
  /** The classes of the subject with their labels. */
  readonly oneOf?: { readonly [value: string]: Text }
  readonly given?: string | readonly string[]
  readonly bounds?: readonly TestedBound[]
  readonly part?: string
  readonly item?: string
  readonly operator?: 'any' | 'all' | 'not'
  readonly clauses?: readonly ClauseAnswer[]
}

/** A clause ready to be tested. `answer` tests it and says everything about it. */
export interface CompiledClause {
  readonly id: string
  readonly test: (context: Context) => boolean | undefined
  readonly answer: (context: Context) => ClauseAnswer
}

const resultOf = (met: boolean | undefined): ClauseResult => (met === undefined ? 'unknown' : met ? 'met' : 'not-met')

/** Compiles one clause, or several that must all be met. */
export function compileClauses(clauses: Clause | readonly Clause[], scope: Scope): CompiledClause {
  if (!isList(clauses)) return compileClause(clauses, scope)
  const parts = clauses.map((clause, index) => compileClause(clause, within(behind(scope, true, ...clauses.slice(0, index)), index)))
  return group('all', parts, scope.path, scope.source)
}

const isList = (clauses: Clause | readonly Clause[]): clauses is readonly Clause[] => Array.isArray(clauses)

export function compileClause(clause: Clause, outer: Scope): CompiledClause {
  const scope: Scope = { ...outer, source: within(outer, 0, clause).source }
  const id = clause.id ?? ('fact' in clause ? clause.fact : scope.path)
  const about = { id, source: scope.source, ...(clause.label === undefined ? {} : { label: clause.label }) }
  if ('any' in clause) return labelled(group('any', compileEach(clause.any, 'any', scope), id, scope.source), clause.label)
  if ('all' in clause) return labelled(group('all', compileEach(clause.all, 'all', scope), id, scope.source), clause.label)
  if ('not' in clause) {
    const inner = compileClause(clause.not, within(scope, 'not'))
    const test = (context: Context): boolean | undefined => opposite(inner.test(context))
    return {
      id,
      test,
      answer: (context) => {
        const answer = inner.answer(context)
        const result = answer.result === 'unknown' ? 'unknown' : answer.result === 'met' ? 'not-met' : 'met'
        return { ...about, result, operator: 'not', clauses: [answer] }
      },
    }
  }
  if ('otherSupport' in clause) {
    askFor('otherSupport', scope)
    knownLevels(clause.levels, scope)
    const test = (context: Context): boolean | undefined => hasNoSupport(context, clause, scope)
    const subject = { zh: '其他财政支持', en: 'other public support' }
    return {
      id: clause.id ?? 'otherSupport',
      test,
      answer: (context) => ({
        ...about,
        id: clause.id ?? 'otherSupport',
        subject,
        bounds: [{ test: 'none' }],
        result: resultOf(test(context)),
      }),
    }
  }
  if ('parameter' in clause) {
    const parameter = parameterAt(clause.parameter, scope)
    const met = parameter?.value === undefined ? undefined : parameter.value === String(clause.is)
    const given = typeof parameter?.value === 'string' ? parameter.value : undefined
    const bounds = [{ test: 'is', limit: String(clause.is) }] as const
    return {
      id,
      test: () => met,
      answer: () => ({
        ...about,
        ...(parameter && { subject: parameter.label }),
        bounds,
        ...(given === undefined ? {} : { given }),
        result: resultOf(met),
      }),
    }
  }
  if ('value' in clause) return compileNumber(clause, scope.compileQuantity(clause.value, within(scope, 'value')), undefined, about, scope)
  if ('date' in clause) return compileDay(clause, compileDate(clause.date, within(scope, 'date')), undefined, about, scope)
  if (!('fact' in clause)) {
    fault(scope, 'unknown-clause', clause)
    return { id, test: () => undefined, answer: () => ({ ...about, result: 'unknown' }) }
  }
  return compileFact(clause, about, scope)
}

const opposite = (met: boolean | undefined): boolean | undefined => (met === undefined ? undefined : !met)

const labelled = (clause: CompiledClause, label: Text | undefined): CompiledClause =>
  label === undefined ? clause : { ...clause, answer: (context) => ({ ...clause.answer(context), label }) }

/** Members of a condition: a later one is looked at only while the earlier ones do not decide. */
const compileEach = (clauses: readonly Clause[], key: 'any' | 'all', scope: Scope): CompiledClause[] => {
  const inside = within(scope, key)
  if (clauses.length === 0) fault(inside, 'empty', clauses)
  return clauses.map((clause, index) => compileClause(clause, within(behind(inside, key === 'all', ...clauses.slice(0, index)), index)))
}

/** Every member is tested, so that every missing fact is found; unknown only where the known ones do not decide. */
function group(operator: 'any' | 'all', clauses: readonly CompiledClause[], id: string, source: MaybeSource): CompiledClause {
  const decisive = operator === 'any'
  const join = (results: readonly (boolean | undefined)[]): boolean | undefined =>
    results.includes(decisive) ? decisive : results.includes(undefined) ? undefined : !decisive
  return {
    id,
    test: (context) => {
      const before = context.missing.size
      const met = join(clauses.map((clause) => clause.test(context)))
      if (met !== undefined) forgetMissing(context, before)
      return met
    },
    answer: (context) => {
      const before = context.missing.size
      const answers = clauses.map((clause) => clause.answer(context))
      const met = join(answers.map(({ result }) => (result === 'unknown' ? undefined : result === 'met')))
      if (met !== undefined) forgetMissing(context, before)
      return { id, source, operator, clauses: answers, result: resultOf(met) }
    },
  }
}

type About = Pick<ClauseAnswer, 'id' | 'source' | 'label'>

const NUMBER_TESTS = { atLeast: 'at-least', above: 'above', atMost: 'at-most', below: 'below' } as const

function compileNumber(
  clause: Clause & { readonly [key in CompiledBound['key']]?: Quantity },
  value: { readonly kind: QuantityKind; readonly evaluate: (context: Context) => Fraction | undefined },
  definition: FactDefinition | undefined,
  about: About,
  scope: Scope,
): CompiledClause {
  const bounds = compileBounds(clause, value.kind, scope)
  if (bounds.length === 0 && value !== broken) untested(clause, scope)
  const texts = bounds.map(({ limit }) => limit.constant && fractionText(limit.constant))
  const subject = definition?.label ?? labelOf('value' in clause ? clause.value : undefined)
  const common = {
    ...about,
    ...(definition && { fact: definition.name }),
    ...(subject === undefined ? {} : { subject }),
    kind: definition?.kind ?? value.kind,
  }
  return {
    id: about.id,
    test: (context) => {
      const given = value.evaluate(context)
      return given && inBounds(given, bounds, context)
    },
    answer: (context) => {
      const given = value.evaluate(context)
      const tested = bounds.map(({ key, limit }, index): TestedBound => {
        const edge = limit.constant ?? limit.evaluate(context)
        if (edge === undefined) return { test: NUMBER_TESTS[key] }
        const text = texts[index] ?? fractionText(edge)
        if (given === undefined) return { test: NUMBER_TESTS[key], limit: text }
        return { test: NUMBER_TESTS[key], limit: text, distance: fractionText(minus(given, edge)) }
      })
      if (given === undefined) return { ...common, bounds: tested, result: 'unknown' }
      return { ...common, given: fractionText(given), bounds: tested, result: resultOf(inBounds(given, bounds, context)) }
    },
  }
}

/** The name of a value that is worked out: its own label, or that of the fact it sums. */
function labelOf(quantity: Quantity | undefined): Text | undefined {
  return quantity === undefined || typeof quantity === 'string' ? undefined : (quantity.label ?? quantity.name)
}

function untested(clause: Clause, scope: Scope): void {
  fault(scope, 'untested', clause)
}

const DATE_TESTS = ['from', 'after', 'through', 'until'] as const

function keeps(test: (typeof DATE_TESTS)[number], day: string, edge: string): boolean {
  if (test === 'from') return day >= edge
  if (test === 'after') return day > edge
  return test === 'through' ? day <= edge : day < edge
}

function compileDay(
  clause: Clause & DateBounds,
  day: EvaluateDate,
  definition: FactDefinition | undefined,
  about: About,
  scope: Scope,
): CompiledClause {
  const bounds = DATE_TESTS.flatMap((test) => {
    const edge: DateExpression | undefined = clause[test]
    return edge === undefined ? [] : [{ test, edge: compileDate(edge, within(scope, test)) }]
  })
  if (bounds.length === 0) untested(clause, scope)
  const join = (results: readonly (boolean | undefined)[]): boolean | undefined =>
    results.includes(false) ? false : results.includes(undefined) ? undefined : true
  const common = { ...about, ...(definition && { fact: definition.name, subject: definition.label }), kind: 'date' as const }
  return {
    id: about.id,
    test: (context) => {
      const given = day(context)
      return join(
        bounds.map(({ test, edge }) => {
          const limit = edge(context)
          return given === undefined || limit === undefined ? undefined : keeps(test, given, limit)
        }),
      )
    },
    answer: (context) => {
      const given = day(context)
      const results: (boolean | undefined)[] = []
      const tested = bounds.map(({ test, edge }): TestedBound => {
        const limit = edge(context)
        if (limit === undefined || given === undefined) {
          results.push(undefined)
          return limit === undefined ? { test } : { test, limit }
        }
        results.push(keeps(test, given, limit))
        return { test, limit, distance: String(daysBetween(limit, given)) }
      })
      const result = resultOf(join(results))
      return given === undefined ? { ...common, bounds: tested, result } : { ...common, given, bounds: tested, result }
    },
  }
}

function compileFact(clause: Extract<Clause, { fact: string }>, about: About, scope: Scope): CompiledClause {
  const definition = factAt(clause.fact, scope)
  if (definition === undefined) return { id: about.id, test: () => undefined, answer: () => ({ ...about, result: 'unknown' }) }
  const read = readerOf(definition, scope)
  const kind = quantityKindOf(definition.kind)
  if (kind !== undefined) {
    return compileNumber(clause, { kind, evaluate: read as (context: Context) => Fraction | undefined }, definition, about, scope)
  }
  if (definition.kind === 'date') return compileDay(clause, read as EvaluateDate, definition, about, scope)
  const tested = testOf(clause, definition, scope)
  if (tested === undefined) return { id: about.id, test: () => undefined, answer: () => ({ ...about, result: 'unknown' }) }
  const { bound, met } = tested
  const common = {
    ...about,
    fact: definition.name,
    subject: definition.label,
    kind: definition.kind,
    ...(definition.oneOf === undefined ? {} : { oneOf: definition.oneOf }),
    bounds: [bound],
  }
  const unknown: ClauseAnswer = { ...common, result: 'unknown' }
  const yes: ClauseAnswer = { ...common, given: 'true', result: resultOf(met(true)) }
  const no: ClauseAnswer = { ...common, given: 'false', result: resultOf(met(false)) }
  return {
    id: about.id,
    test: (context) => {
      const given = read(context)
      return given === undefined ? undefined : met(given)
    },
    answer: (context) => {
      const given = read(context)
      if (given === undefined) return unknown
      if (typeof given === 'boolean') return given ? yes : no
      return { ...common, given: given as string | readonly string[], result: resultOf(met(given)) }
    },
  }
}

interface Tested {
  readonly bound: TestedBound
  readonly met: (given: FactValue) => boolean
}

function testOf(clause: Extract<Clause, { fact: string }>, definition: FactDefinition, scope: Scope): Tested | undefined {
  const several = definition.kind === 'classes'
  if (('is' in clause && several) || (('oneOf' in clause || 'noneOf' in clause || 'includes' in clause) && definition.kind === 'yes-no')) {
    return fault(scope, 'untested', clause, several ? 'classes' : 'yes-no')
  }
  if ('is' in clause) {
    if ((typeof clause.is === 'boolean') !== (definition.kind === 'yes-no')) {
      return fault(within(scope, 'is'), 'kind', clause.is, definition.kind === 'yes-no' ? 'yes-no' : 'class')
    }
    if (typeof clause.is === 'string') knownClasses([clause.is], definition, within(scope, 'is'))
    return { bound: { test: 'is', limit: String(clause.is) }, met: (given) => given === clause.is }
  }
  if ('oneOf' in clause) {
    const supplied = 'parameter' in clause.oneOf ? clause.oneOf.parameter : undefined
    const values = 'parameter' in clause.oneOf ? parameterAt(clause.oneOf.parameter, scope)?.value : clause.oneOf
    const listed = (Array.isArray(values) ? values : []) as readonly string[]
    knownClasses(listed, definition, supplied === undefined ? within(scope, 'oneOf') : { ...scope, path: `parameters.${supplied}` })
    return { bound: { test: 'one-of', limit: listed }, met: (given) => each(given).some((value) => listed.includes(value)) }
  }
  if ('noneOf' in clause) {
    knownClasses(clause.noneOf, definition, within(scope, 'noneOf'))
    return { bound: { test: 'none-of', limit: clause.noneOf }, met: (given) => !each(given).some((value) => clause.noneOf.includes(value)) }
  }
  if ('includes' in clause) {
    knownClasses([clause.includes], definition, within(scope, 'includes'))
    return { bound: { test: 'includes', limit: clause.includes }, met: (given) => each(given).includes(clause.includes) }
  }
  untested(clause, scope)
  return undefined
}

const each = (given: FactValue): readonly string[] => (Array.isArray(given) ? given : [given as string])

function knownClasses(values: readonly string[], definition: FactDefinition, scope: Scope): void {
  const { oneOf } = definition
  if (oneOf === undefined) return
  for (const value of values) {
    if (Object.hasOwn(oneOf, value)) continue
    fault(scope, 'unknown-class', value, Object.keys(oneOf).join(', '))
  }
}
