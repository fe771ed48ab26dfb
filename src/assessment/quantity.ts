import { daysBetween } from '../dates/calendar-date.js'
import { DAY_COUNTS } from '../dates/day-counts.js'
import {
  compare,
  dividedBy,
  type Fraction,
  fraction,
  fractionText,
  higher,
  isNegative,
  isZero,
  lower,
  minus,
  one,
  plus,
  times,
  wholeOf,
  zero,
} from '../money/fraction.js'
import { round } from '../money/rounding.js'
import type { Bracket, Case, Quantity, QuantityKind, ReferenceRateName } from '../policy/quantity.js'
import type { Text } from '../policy/source.js'
import { FACT_LISTS, LIST_LABELS } from '../policy/standard-facts.js'
import { benchmarkFor, type LookupOptions, type RateAnswer, rateOn } from '../reference-rates/index.js'
import { ratesBetween } from '../reference-rates/lookup.js'
import { growth } from '../waterfall/growth.js'
import { compileAs, compileBounds, inBounds } from './bounds.js'
import { type CompiledClause, compileClauses } from './clause.js'
import type { Context, Evaluate } from './context.js'
import { compileDate } from './date.js'
import { dayCountAt } from './day-count.js'
import { eachEntry, eachItem, forgetMissing, noteMissing, readerOf, readNumber } from './reading.js'
import {
  askFor,
  behind,
  broken,
  type Compiled,
  constant,
  factAt,
  fault,
  isOfItems,
  isSource,
  listOf,
  parameterAt,
  plain,
  printedAt,
  quantityKindOf,
  type Scope,
  sourceOf,
  within,
  wordAt,
} from './scope.js'
import { compileSupport } from './support.js'

/** A quantity of the document, ready to be worked out. */
export function compileQuantity(quantity: Quantity, scope: Scope): Compiled {
  if (typeof quantity === 'string') {
    const printed = printedAt(quantity, scope)
    return printed === undefined ? broken : constant(printed.kind, printed.value)
  }
  const inside = isSource(quantity) ? { ...scope, source: sourceOf(quantity) } : scope
  const compiled = compileNode(quantity, inside)
  if (compiled === undefined) return broken
  return quantity.name === undefined ? compiled : named(compiled, quantity.name, quantity.label, inside)
}

/** Writes the value to the worksheet of the item or of the applicant. */
function named(compiled: Compiled, name: string, label: Text | undefined, scope: Scope): Compiled {
  const { source } = scope
  return {
    kind: compiled.kind,
    evaluate: (context) => {
      const value = compiled.evaluate(context)
      const worksheet = context.item === undefined ? context.worksheet : context.item.worksheet
      if (value !== undefined && worksheet !== undefined) {
        const text = fractionText(value)
        worksheet[name] =
          label === undefined ? { kind: compiled.kind, value: text, source } : { label, kind: compiled.kind, value: text, source }
      }
      return value
    },
  }
}

type Node = Exclude<Quantity, string>

function compileNode(node: Node, scope: Scope): Compiled | undefined {
  if ('fact' in node) {
    const definition = factAt(node.fact, scope)
    if (definition === undefined) return undefined
    const kind = quantityKindOf(definition.kind)
    if (kind === undefined) {
      return fault(scope, 'kind', node.fact, 'figure-fact')
    }
    return { kind, evaluate: readNumber(definition, scope) }
  }
  if ('figure' in node) {
    const printed = printedAt(node.figure, within(scope, 'figure'))
    return printed && constant(printed.kind, printed.value)
  }
  if ('parameter' in node) {
    const parameter = parameterAt(node.parameter, scope)
    if (parameter === undefined) return undefined
    const kind = quantityKindOf(parameter.kind as 'amount')
    if (kind === undefined) return fault(scope, 'kind', node.parameter, 'figure-parameter')
    if (typeof parameter.value !== 'string') return { kind, evaluate: () => undefined }
    const printed = printedAt(parameter.value, scope)
    return printed && constant(kind, printed.value)
  }
  if ('interestAt' in node || 'counted' in node || 'borneBy' in node || !isGeneral(node)) return compileOwn(node, scope)
  if ('share' in node) {
    const share = compileQuantity(node.share, within(scope, 'share'))
    const of = compileQuantity(node.of, within(scope, 'of'))
    if (share !== broken && !plain(share.kind)) {
      fault(within(scope, 'share'), 'kind', node.share, 'share')
    }
    if (typeof node.share === 'string' && /^\d\d+(\.\d+)?$/.test(node.share))
      fault(within(scope, 'share'), 'unreadable', node.share, 'share')
    return combined(of.kind, [share, of], times)
  }
  if ('ratio' in node) {
    const [above, below] = node.ratio
    const numerator = compileQuantity(above, within(within(scope, 'ratio'), 0))
    const denominator = compileAs(below, numerator.kind, within(within(scope, 'ratio'), 1))
    return quotient('number', numerator, denominator, below, scope)
  }
  if ('divided' in node) return divided(node, scope)
  if ('rounded' in node) return roundedOff(node, scope)
  if ('accruedRate' in node) return accruedRate(node, scope)
  if ('between' in node) return between(node, scope)
  if ('grown' in node) return grown(node, scope)
  if ('firstKnown' in node) return firstKnown(node, scope)
  if ('sumOf' in node) return combineAll(node.sumOf, 'sumOf', plus, scope)
  if ('lowerOf' in node) return combineAll(node.lowerOf, 'lowerOf', lower, scope)
  if ('higherOf' in node) return combineAll(node.higherOf, 'higherOf', higher, scope)
  if ('excessOf' in node) {
    const difference = combineAll(node.excessOf, 'excessOf', minus, scope)
    if (difference === undefined) return undefined
    const floor = (value: Fraction | undefined): Fraction | undefined => (value !== undefined && isNegative(value) ? zero : value)
    if (difference.constant !== undefined) return constant(difference.kind, floor(difference.constant) ?? zero)
    return { kind: difference.kind, evaluate: (context) => floor(difference.evaluate(context)) }
  }
  if ('total' in node) return total(node, scope)
  if ('largest' in node || 'smallest' in node) return extreme(node, scope)
  if ('count' in node) return counted(node, scope)
  if ('choose' in node) return choice(node, scope)
  if ('brackets' in node) return brackets(node, scope)
  if ('slices' in node) return slices(node, scope)
  if ('step' in node) return steps(node, scope)
  if ('referenceRate' in node) return referenceRate(node, scope)
  return compileSupport(node, scope)
}

const GENERAL = [
  'divided',
  'rounded',
  'between',
  'grown',
  'largest',
  'smallest',
  'share',
  'ratio',
  'firstKnown',
  'sumOf',
  'lowerOf',
  'higherOf',
  'excessOf',
  'total',
  'count',
  'choose',
  'brackets',
  'slices',
  'step',
  'referenceRate',
  'accruedRate',
  'otherSupport',
]
const isGeneral = (node: object): boolean => GENERAL.some((key) => key in node)

function compileOwn(node: object, scope: Scope): Compiled | undefined {
  for (const [key, compile] of Object.entries(scope.vocabulary.nodes)) {
    if (!(key in node)) continue
    scope.uses.add(key)
    return compile(node as Record<string, unknown>, scope)
  }
  return fault(scope, 'unknown-quantity', node)
}

type Combine = (a: Fraction, b: Fraction) => Fraction

function combined(kind: QuantityKind, operands: readonly Compiled[], combine: Combine): Compiled {
  const constants = operands.map((operand) => operand.constant)
  if (constants.every((value): value is Fraction => value !== undefined)) return constant(kind, constants.reduce(combine))
  const evaluates = operands.map((operand) => operand.evaluate)
  return {
    kind,
    evaluate: (context) => {
      let result: Fraction | undefined
      let unknown = false
      for (const evaluate of evaluates) {
        const value = evaluate(context)
        if (value === undefined) unknown = true
        else result = result === undefined ? value : combine(result, value)
      }
      return unknown ? undefined : result
    },
  }
}

function combineAll(quantities: readonly Quantity[], key: string, combine: Combine, scope: Scope): Compiled | undefined {
  const inside = within(scope, key)
  if (quantities.length === 0) return fault(inside, 'empty', quantities)
  const operands = compileAll(quantities, inside)
  return combined(kindOfAll(operands), operands, combine)
}

function firstKnown(node: Extract<Node, { firstKnown: unknown }>, scope: Scope): Compiled | undefined {
  const inside = within(scope, 'firstKnown')
  if (node.firstKnown.length === 0) return fault(inside, 'empty', node.firstKnown)
  const ways = compileAll(node.firstKnown, inside)
  return {
    kind: kindOfAll(ways),
    evaluate: (context) => {
      const before = context.missing.size
      for (const { evaluate } of ways) {
        forgetMissing(context, before)
        const value = evaluate(context)
        if (value !== undefined) return value
      }
      return undefined
    },
  }
}

function compileAll(quantities: readonly Quantity[], scope: Scope): Compiled[] {
  const [first, ...rest] = quantities
  if (first === undefined) return []
  const leading = compileQuantity(first, within(scope, 0))
  return [leading, ...rest.map((quantity, index) => compileAs(quantity, leading.kind, within(scope, index + 1)))]
}

const kindOfAll = (operands: readonly Compiled[]): QuantityKind =>
  operands.find((operand) => operand.kind !== 'number' && operand !== broken)?.kind ?? operands[0]?.kind ?? 'number'

const clausesIn = (when: Case['when'], scope: Scope): CompiledClause | undefined =>
  when === undefined ? undefined : compileClauses(when, within(scope, 'when'))

/** One quantity divided by another; by zero it cannot be decided. */
function quotient(kind: QuantityKind, above: Compiled, below: Compiled, written: Quantity, scope: Scope): Compiled {
  return {
    kind,
    evaluate: (context) => {
      const a = above.evaluate(context)
      const b = below.evaluate(context)
      if (a === undefined || b === undefined) return undefined
      if (!isZero(b)) return dividedBy(a, b)
      const fact = typeof written === 'object' && 'fact' in written ? written.fact : scope.path
      const label = scope.facts.get(fact)?.label ?? { zh: '比率的除数', en: 'divisor of a ratio' }
      const reason = { zh: '除数为零，比率无法确定', en: 'the divisor is zero, so the ratio cannot be decided' }
      return noteMissing(context, { fact, path: fact, label, kind: 'number', reason })
    },
  }
}

function divided(node: Extract<Node, { divided: unknown }>, scope: Scope): Compiled {
  const above = compileQuantity(node.divided, within(scope, 'divided'))
  const below = compileAs(node.by, 'number', within(scope, 'by'))
  return quotient(above.kind, above, below, node.by, scope)
}

function roundedOff(node: Extract<Node, { rounded: unknown }>, scope: Scope): Compiled {
  const value = compileQuantity(node.rounded, within(scope, 'rounded'))
  const unit = compileAs(node.unit, value.kind, within(scope, 'unit')).constant
  if (unit === undefined) return broken
  if (isNegative(unit) || isZero(unit)) {
    fault(within(scope, 'unit'), 'unreadable', node.unit, 'unit')
    return broken
  }
  return {
    kind: value.kind,
    evaluate: (context) => {
      const exact = value.evaluate(context)
      return exact && times(unit, fraction(round(dividedBy(exact, unit), { to: 'yuan', mode: node.mode })))
    },
  }
}

function between(node: Extract<Node, { between: unknown }>, scope: Scope): Compiled {
  const [from, until] = node.between.map((date, index) => compileDate(date, within(within(scope, 'between'), index)))
  const dayCount = node.in === 'years' ? dayCountAt(node.by, within(scope, 'by')) : undefined
  const time = (start: string, end: string): Fraction | undefined => {
    if (node.in === 'days') return wholeOf(daysBetween(start, end))
    if (node.in === 'months') return times(DAY_COUNTS['month/12'].yearFraction(start, end), wholeOf(12))
    return dayCount && DAY_COUNTS[dayCount].yearFraction(start, end)
  }
  return {
    kind: node.in === 'years' ? 'number' : node.in,
    evaluate: (context) => {
      const start = from?.(context)
      const end = until?.(context)
      if (start === undefined || end === undefined) return undefined
      return start < end ? time(start, end) : zero
    },
  }
}

function grown(node: Extract<Node, { grown: unknown }>, scope: Scope): Compiled {
  const value = compileQuantity(node.grown, within(scope, 'grown'))
  const rate = compileAs(node.at, 'rate', within(scope, 'at'))
  const years = compileAs(node.for, 'number', within(scope, 'for'))
  const interest = wordAt(node.interest, within(scope, 'interest'))
  return {
    kind: value.kind,
    evaluate: (context) => {
      const base = value.evaluate(context)
      const yearly = rate.evaluate(context)
      const time = years.evaluate(context)
      if (base === undefined || yearly === undefined || time === undefined || interest === undefined) return undefined
      return times(base, interest === 'compound' ? growth(yearly, time) : plus(one, times(yearly, time)))
    },
  }
}

/** The values of a list's entries that meet the clauses, or their sums by a fact; undefined where one is unknown. */
interface Gathered {
  readonly kind: QuantityKind
  readonly values: (context: Context) => readonly Fraction[] | undefined
}

function gathered(
  written: Quantity,
  key: string,
  node: { readonly over?: string; readonly where?: Case['when']; readonly by?: string },
  scope: Scope,
): Gathered | undefined {
  const over = node.over ?? listOf(scope.vocabulary.item) ?? ''
  const entry = Object.entries(FACT_LISTS).find(([, name]) => name === over)?.[0]
  if (entry === undefined) return fault(scope, 'unknown-list', over)
  if (isOfItems(over) && scope.entry !== scope.vocabulary.item) return fault(scope, 'out-of-reach', over, 'loan')
  if (entry === scope.vocabulary.item && scope.deciding === true) return fault(scope, 'out-of-reach', over, 'where')
  askFor(over, scope)
  const inside = { ...scope, entry }
  const value = compileQuantity(written, within(behind(inside, true, node.where), key))
  const where = clausesIn(node.where, inside)
  const sharing = node.by === undefined ? undefined : factAt(node.by, inside, 'by')
  if (node.by !== undefined && sharing === undefined) return undefined
  const keyOf = sharing && readerOf(sharing, inside)
  const memberIn = (context: Context): Member | 'left out' | undefined => {
    const met = where === undefined ? true : where.test(context)
    if (met !== true) return met === undefined ? undefined : 'left out'
    const [number, shared] = [value.evaluate(context), keyOf === undefined ? '' : keyOf(context)]
    return number === undefined || shared === undefined ? undefined : { value: number, key: JSON.stringify(shared) }
  }
  const label = LIST_LABELS[over] ?? over
  const each = (context: Context): readonly (Member | 'left out' | undefined)[] | undefined => {
    if (entry === scope.vocabulary.item) {
      // A list that is named is all that count; without a name it is what shares the limit.
      const items = scope.grouped === true && node.over === undefined ? context.together : undefined
      return context.itemsKnown ? eachItem(context, memberIn, items) : undefined
    }
    return eachEntry(context, over, label, memberIn, scope.vocabulary.derivedLists[over])
  }
  return {
    kind: value.kind,
    values: (context) => {
      const found = each(context)
      if (found === undefined || found.includes(undefined)) return undefined
      const members = found.filter((member): member is Member => member !== undefined && member !== 'left out')
      return keyOf === undefined ? members.map((member) => member.value) : sumsOf(members)
    },
  }
}

/** An entry's value, and what it shares with others. */
interface Member {
  readonly value: Fraction
  readonly key: string
}

function sumsOf(members: readonly Member[]): readonly Fraction[] {
  const sums = new Map<string, Fraction>()
  for (const { key, value } of members) sums.set(key, plus(sums.get(key) ?? zero, value))
  return [...sums.values()]
}

function total(node: Extract<Node, { total: unknown }>, scope: Scope): Compiled {
  const list = gathered(node.total, 'total', node, scope)
  return list === undefined ? broken : { kind: list.kind, evaluate: (context) => list.values(context)?.reduce(plus, zero) }
}

function extreme(node: Extract<Node, { largest: unknown } | { smallest: unknown }>, scope: Scope): Compiled {
  const list = 'largest' in node ? gathered(node.largest, 'largest', node, scope) : gathered(node.smallest, 'smallest', node, scope)
  if (list === undefined) return broken
  const pick = 'largest' in node ? higher : lower
  const otherwise = node.otherwise === undefined ? undefined : compileAs(node.otherwise, list.kind, within(scope, 'otherwise'))
  return {
    kind: list.kind,
    evaluate: (context) => {
      const values = list.values(context)
      if (values === undefined) return undefined
      if (values.length > 0) return values.reduce(pick)
      return otherwise === undefined ? uncovered(context, scope) : otherwise.evaluate(context)
    },
  }
}

function counted(node: Extract<Node, { count: unknown }>, scope: Scope): Compiled {
  const { count, where, by } = node
  const list = gathered(
    '1',
    'count',
    { over: count, ...(where === undefined ? {} : { where }), ...(by === undefined ? {} : { by }) },
    scope,
  )
  return list === undefined
    ? broken
    : {
        kind: 'number',
        evaluate: (context) => {
          const values = list.values(context)
          return values && wholeOf(values.length)
        },
      }
}

interface CompiledCase {
  readonly applies: (context: Context) => boolean | undefined
  readonly value: Compiled
}

function compileCases(
  cases: readonly Case[],
  scope: Scope,
  before: (index: number) => readonly Case['when'][],
  bounds?: (line: Bracket, scope: Scope) => CompiledCase['applies'],
): CompiledCase[] {
  let like: QuantityKind | undefined
  return cases.map((line, index) => {
    const inside = within(behind(scope, false, ...before(index)), index, line)
    const when = clausesIn(line.when, inside)
    const inBracket = bounds?.(line, inside)
    const at = within(behind(inside, true, line.when), 'value')
    const value = like === undefined ? compileQuantity(line.value, at) : compileAs(line.value, like, at)
    if (value !== broken) like ??= value.kind
    return {
      value,
      applies: (context) => {
        const bounded = inBracket === undefined ? true : inBracket(context)
        if (bounded === false) return false
        const met = when === undefined ? true : when.test(context)
        return met === false ? false : met === undefined || bounded === undefined ? undefined : true
      },
    }
  })
}

const kindOfCases = (cases: readonly CompiledCase[]): QuantityKind => kindOfAll(cases.map((line) => line.value))

function uncovered(context: Context, scope: Scope): undefined {
  const holder = context.item ?? context
  holder.notCovered ??= { path: scope.path, source: scope.source }
  return undefined
}

function choice(node: Extract<Node, { choose: unknown }>, scope: Scope): Compiled {
  const conditions = node.cases.map(({ when }) => when)
  const cases = compileCases(node.cases, within(scope, 'cases'), (index) => (node.choose === 'first' ? conditions.slice(0, index) : []))
  const kind = kindOfCases(cases)
  const inOther = within(behind(scope, false, ...conditions), 'otherwise')
  const otherwise = node.otherwise === undefined ? undefined : compileAs(node.otherwise, kind, inOther)
  const atMost = node.atMost === undefined ? undefined : compileAs(node.atMost, kind, within(scope, 'atMost'))
  const none: Evaluate = (context) => (otherwise === undefined ? uncovered(context, scope) : otherwise.evaluate(context))
  if (node.choose === 'first') return { kind, evaluate: firstOf(cases, none) }
  const pick = node.choose === 'highest' ? higher : node.choose === 'lowest' ? lower : plus
  return {
    kind,
    evaluate: (context) => {
      let result: Fraction | undefined
      let unknown = false
      for (const line of cases) {
        const applies = line.applies(context)
        if (applies === false) continue
        const value = applies === undefined ? undefined : line.value.evaluate(context)
        if (value === undefined) unknown = true
        else result = result === undefined ? value : pick(result, value)
      }
      if (unknown) return undefined
      if (result === undefined) return none(context)
      const ceiling = atMost?.evaluate(context)
      return atMost === undefined ? result : ceiling && lower(result, ceiling)
    },
  }
}

const firstOf =
  (cases: readonly CompiledCase[], none: Evaluate): Evaluate =>
  (context) => {
    for (const line of cases) {
      const applies = line.applies(context)
      if (applies === undefined) return undefined
      if (applies) return line.value.evaluate(context)
    }
    return none(context)
  }

function brackets(node: Extract<Node, { brackets: unknown }>, scope: Scope): Compiled {
  const by = compileQuantity(node.by, within(scope, 'by'))
  const ends: { from: Fraction | undefined; fromIn: boolean; to: Fraction | undefined; toIn: boolean }[] = []
  const cases = compileCases(
    node.brackets,
    within(scope, 'brackets'),
    () => [],
    (line, inside) => {
      const bounds = compileBounds(line, by.kind, inside)
      const end = (key: 'atLeast' | 'above' | 'atMost' | 'below'): Fraction | undefined =>
        bounds.find((bound) => bound.key === key)?.limit.constant
      // An end that is a parameter or worked out is not known to overlap.
      if (line.when === undefined && bounds.every(({ limit }) => limit.constant !== undefined)) {
        ends.push({
          from: end('atLeast') ?? end('above'),
          fromIn: line.atLeast !== undefined,
          to: end('atMost') ?? end('below'),
          toIn: line.atMost !== undefined,
        })
      }
      return (context) => {
        const value = by.evaluate(context)
        return value && inBounds(value, bounds, context)
      }
    },
  )
  ends.forEach((a, index) => {
    for (const b of ends.slice(index + 1)) {
      if (isBelow(a, b) || isBelow(b, a)) continue
      fault(within(scope, 'brackets'), 'overlap', node.brackets)
    }
  })
  const kind = kindOfCases(cases)
  const otherwise = node.otherwise === undefined ? undefined : compileAs(node.otherwise, kind, within(scope, 'otherwise'))
  return {
    kind,
    evaluate: firstOf(cases, (context) => {
      if (by.evaluate(context) === undefined) return undefined
      return otherwise === undefined ? uncovered(context, scope) : otherwise.evaluate(context)
    }),
  }
}

type End = { from: Fraction | undefined; fromIn: boolean; to: Fraction | undefined; toIn: boolean }

/** Whether bracket `a` ends before bracket `b` begins. */
function isBelow(a: End, b: End): boolean {
  if (a.to === undefined || b.from === undefined) return false
  const order = compare(a.to, b.from)
  return order < 0 || (order === 0 && !(a.toIn && b.fromIn))
}

function slices(node: Extract<Node, { slices: unknown }>, scope: Scope): Compiled {
  const of = compileQuantity(node.of, within(scope, 'of'))
  const inside = within(scope, 'slices')
  const compiled = node.slices.map((slice, index) => ({
    upTo: slice.upTo === undefined ? undefined : compileAs(slice.upTo, of.kind, within(within(inside, index), 'upTo')),
    rate: compileAs(slice.rate, 'rate', within(within(inside, index), 'rate')),
  }))
  compiled.slice(0, -1).forEach(({ upTo }, index) => {
    const next = compiled[index + 1]?.upTo
    const ordered =
      upTo !== undefined &&
      (next === undefined || upTo.constant === undefined || next.constant === undefined || compare(upTo.constant, next.constant) < 0)
    if (!ordered) fault(within(inside, index), 'overlap', node.slices[index], 'slices')
  })
  return {
    kind: of.kind,
    evaluate: (context) => {
      const value = of.evaluate(context)
      if (value === undefined) return undefined
      let result = zero
      let reached = zero
      for (const { upTo, rate } of compiled) {
        const end = upTo === undefined ? value : upTo.evaluate(context)
        const share = rate.evaluate(context)
        if (end === undefined || share === undefined) return undefined
        const part = minus(lower(value, end), reached)
        if (isNegative(part) || isZero(part)) break
        result = plus(result, times(part, share))
        reached = lower(value, end)
      }
      return result
    },
  }
}

/** Full units only. */
const WHOLE = { to: 'yuan', mode: 'down' } as const

function steps(node: Extract<Node, { step: unknown }>, scope: Scope): Compiled {
  const by = compileQuantity(node.by, within(scope, 'by'))
  const step = compileAs(node.step, by.kind, within(scope, 'step'))
  const beyond = node.beyond === undefined ? undefined : compileAs(node.beyond, by.kind, within(scope, 'beyond'))
  const value = compileQuantity(node.value, within(scope, 'value'))
  return {
    kind: value.kind,
    evaluate: (context) => {
      const whole = by.evaluate(context)
      const size = step.evaluate(context)
      const start = beyond === undefined ? zero : beyond.evaluate(context)
      const each = value.evaluate(context)
      if (whole === undefined || size === undefined || start === undefined || each === undefined) return undefined
      const over = minus(whole, start)
      return isNegative(over) || isZero(size) ? zero : times(each, fraction(round(dividedBy(over, size), WHOLE)))
    },
  }
}

/** The fact by which an applicant may state a reference rate. */
export const STATED_RATES: { readonly [name in ReferenceRateName]?: string } = {
  'lpr-1y': 'rates.lpr1y',
  'lpr-5y-plus': 'rates.lpr5yPlus',
  benchmark: 'rates.benchmark',
  'benchmark-1y': 'rates.benchmark',
  'deposit-1y': 'rates.deposit1y',
}

function referenceRate(node: Extract<Node, { referenceRate: unknown }>, scope: Scope): Compiled {
  const on = compileDate(node.on, within(scope, 'on'))
  const { referenceRate: name, sameDay = true, reset } = node
  if (reset !== undefined && scope.resets === undefined) fault(within(scope, 'reset'), 'out-of-reach', reset, 'interestAt')
  if (reset !== undefined) scope.resets?.add(reset)
  const byTenor = name === 'lpr' || name === 'benchmark'
  const item = scope.entry === scope.vocabulary.item
  if (byTenor && !item) {
    fault(scope, 'out-of-reach', name, 'loan')
    return broken
  }
  const termFact = byTenor ? factAt('loan.termMonths', scope) : undefined
  const months = termFact && readNumber(termFact, scope)
  const tenor = name === 'lpr' ? factAt('loan.lprTenor', scope) : undefined
  const factName = STATED_RATES[name] ?? 'rates.lpr1y'
  const definition = factAt(factName, scope)
  const key = factName.slice('rates.'.length)
  return {
    kind: 'rate',
    evaluate: (context) => {
      const which =
        name === 'lpr' ? lprTenor(context, months, tenor && ((at: Context) => at.item?.facts['lprTenor'] as string | undefined)) : name
      if (which === undefined) return undefined
      const stated = (context.facts['rates'] as { readonly [key: string]: Fraction | undefined } | undefined)?.[
        which === 'lpr-5y-plus' ? 'lpr5yPlus' : key
      ]
      if (stated !== undefined) return stated
      const first = on(context)
      const day = reset === undefined ? first : (context.resetDays?.[reset] ?? first)
      const term = name === 'benchmark' ? months?.(context) : undefined
      if (day === undefined || (name === 'benchmark' && term === undefined)) return undefined
      if (term !== undefined && isZero(term)) return noTenor(context)
      const answer = rateOn(which === 'benchmark' ? benchmarkFor(termOf(term as Fraction)) : which, day, {
        sameDay,
        ...lookupOf(context),
      })
      return known(answer, day, answer.name, context, definition?.label ?? name, factName)
    },
  }
}

function accruedRate(node: Extract<Node, { accruedRate: unknown }>, scope: Scope): Compiled {
  const [from, until] = node.during.map((date, index) => compileDate(date, within(within(scope, 'during'), index)))
  const dayCount = dayCountAt(node.by, within(scope, 'by'))
  const name = node.accruedRate
  const label = { zh: '参考利率', en: 'reference rate' }
  return {
    kind: 'rate',
    evaluate: (context) => {
      const start = from?.(context)
      const end = until?.(context)
      if (start === undefined || end === undefined || dayCount === undefined) return undefined
      const { yearFraction } = DAY_COUNTS[dayCount]
      const found = start < end ? ratesBetween(name, start, end, lookupOf(context)) : []
      let result = zero
      for (const [index, step] of found.entries()) {
        const rate = known(step.answer, step.from, name, context, label, 'rates')
        if (rate === undefined) return undefined
        // Counted from the first day, so that a change of rate starts no new count of months.
        const time = minus(yearFraction(start, found[index + 1]?.from ?? end), yearFraction(start, step.from))
        result = plus(result, times(rate, time))
      }
      return result
    },
  }
}

const lookupOf = ({ knownOn, moreRates }: Context): LookupOptions => ({
  ...(knownOn === undefined ? {} : { knownOn }),
  ...(moreRates === undefined ? {} : { more: moreRates }),
})

/** A term for choosing a tenor: whole months, and a day where some are left over. */
function termOf(months: Fraction): { readonly months: number; readonly days: number } {
  const whole = round(months, WHOLE)
  return { months: whole.toNumber(), days: compare(months, fraction(whole)) > 0 ? 1 : 0 }
}

/** A loan of no time has no tenor: its term is asked for again. */
const noTenor = (context: Context): undefined =>
  noteMissing(context, {
    fact: 'loan.termMonths',
    path: `${context.item?.path ?? ''}.termMonths`,
    label: { zh: '贷款期限（月）', en: 'term in months' },
    kind: 'months',
    reason: { zh: '贷款期限为零，没有对应档次的基准利率', en: 'a loan of no time has no tenor of the benchmark rate' },
  })

/** The LPR a loan is priced on: one year up to a year, five years and above beyond five; in between the bank chooses. */
function lprTenor(
  context: Context,
  months: Evaluate | undefined,
  stated: ((context: Context) => string | undefined) | undefined,
): 'lpr-1y' | 'lpr-5y-plus' | undefined {
  const chosen = stated?.(context)
  if (chosen !== undefined) return chosen === '1y' ? 'lpr-1y' : 'lpr-5y-plus'
  const term = months?.(context)
  if (term === undefined) return undefined
  if (compare(term, wholeOf(12)) <= 0) return 'lpr-1y'
  if (compare(term, wholeOf(60)) > 0) return 'lpr-5y-plus'
  return noteMissing(context, {
    fact: 'loan.lprTenor',
    path: `${context.item?.path ?? ''}.lprTenor`,
    label: { zh: '所参照的LPR期限品种', en: 'tenor of the LPR the loan is priced on' },
    kind: 'class',
    reason: { zh: '1年以上5年以下的贷款由银行选择LPR期限品种', en: 'for more than one and up to five years the bank chooses the tenor' },
  })
}

function known(answer: RateAnswer, day: string, which: string, context: Context, label: Text, fact: string): Fraction | undefined {
  if (!answer.found) return noteMissing(context, { fact, path: fact, label, kind: 'rate', reason: answer.message })
  context.used?.set(`${which} ${day}`, {
    rate: which,
    on: day,
    value: answer.rateText,
    published: answer.published,
    source: answer.source,
  })
  return answer.rate
}
