import { compileAs } from '../assessment/bounds.js'
import { type CompiledTerms, type ItemKind, mustHaveSource, type OwnTerms } from '../assessment/compile.js'
import type { Context, Evaluate, FactGroup, Item } from '../assessment/context.js'
import { compileDate } from '../assessment/date.js'
import { dayCountAt } from '../assessment/day-count.js'
import { compileOrder, ordered } from '../assessment/order.js'
import { forgetMissing, readerOf } from '../assessment/reading.js'
import {
  type Asked,
  askFor,
  askForAll,
  broken,
  type CompileNode,
  factAt,
  fault,
  type Scope,
  sourceOf,
  within,
} from '../assessment/scope.js'
import { addDays, addMonths, earlier } from '../dates/calendar-date.js'
import { type Period, splitAt } from '../dates/period.js'
import { settlementPeriods } from '../loan/settlement.js'
import { type Fraction, higher, lower, minus, plus, zero } from '../money/fraction.js'
import type { CapEach, LoanTerms } from '../policy/policy.js'
import type { Quantity, Span } from '../policy/quantity.js'
import type { Sourced } from '../policy/source.js'
import {
  countedMonths,
  countedPrincipal,
  countedTime,
  drawdownOf,
  drawdownUnknown,
  interestAt,
  interestOnSlips,
  maturityOf,
  pricedRates,
  principalOf,
  type Reset,
  slipsUnknown,
  stateOf,
  type Terms,
  termOf,
  timeCounted,
} from './loan-formula.js'

/** `interestAt`: interest on the counted principal over the counted time. */
const interestNode: CompileNode = (node, scope) => {
  const {
    interestAt: rate,
    onFirst,
    within: span,
  } = node as { readonly interestAt: Quantity; readonly onFirst?: Quantity; readonly within?: Span }
  if (scope.entry !== 'loan') return fault(scope, 'out-of-reach', 'interestAt', 'loan')
  const resets = new Set<string>()
  const yearly = compileAs(rate, 'rate', within({ ...scope, resets }, 'interestAt'))
  const first = onFirst === undefined ? undefined : compileAs(onFirst, 'amount', within(scope, 'onFirst'))
  const days = span === undefined ? undefined : spanOf(span, within(scope, 'within'))
  return {
    kind: 'amount',
    evaluate: (context) => {
      const part = first?.evaluate(context)
      const only = days?.(context)
      if ((first !== undefined && part === undefined) || (days !== undefined && only === undefined)) return undefined
      const period = only && { from: only.from ?? '1900-01-01', until: only.until ?? '2999-12-31' }
      return interestAt(termsOf(context), yearly.evaluate, context, part, period, [...resets] as Reset[])
    },
  }
}

/** `counted`: the principal of a loan that counts, or its time as a number. */
const countedNode: CompileNode = (node, scope) => {
  const { counted } = node as { readonly counted: string }
  if (scope.entry !== 'loan') return fault(scope, 'out-of-reach', 'counted', 'loan')
  if (counted === 'principal') return { kind: 'amount', evaluate: (context) => countedPrincipal(termsOf(context), context) }
  if (counted !== 'years' && counted !== 'months' && counted !== 'days') return fault(scope, 'unknown-quantity', node)
  if (counted === 'years') scope.uses.add('years')
  return { kind: 'number', evaluate: (context) => timeCounted(termsOf(context), counted, context) }
}

const termsOf = (context: Context): Terms => context.terms as Terms

/** A loan stated with its principal and day was drawn once. */
function singleDrawdown({ facts }: Item): readonly FactGroup[] | undefined {
  const { principal: amount, drawdownDate: date } = facts
  return amount === undefined || date === undefined ? undefined : [{ date, amount }]
}

const derived: ItemKind['derived'] = {
  'loan.principal': (context) => principalOf(context.item as Item),
  'loan.drawdownDate': ((context: Context) => drawdownOf(context.item as Item)) as unknown as Evaluate,
  'loan.maturityDate': ((context: Context) => maturityOf(context.item as Item)) as unknown as Evaluate,
  'loan.termMonths': (context) => termOf(context.item as Item),
  'loan.interestPaid': (context) => interestOnSlips(termsOf(context), context),
  'loan.interestAndPremiumPaid': (context) => {
    const { facts } = context.item as Item
    const interest = (facts['interestPaid'] as Fraction | undefined) ?? interestOnSlips(termsOf(context), context)
    const premium = facts['premiumPaid'] as Fraction | undefined
    return interest === undefined || premium === undefined ? undefined : plus(interest, premium)
  },
  'loan.annualRate': (context) => {
    const item = context.item as Item
    if (item.facts['lprSpread'] === undefined) return undefined
    const from = drawdownOf(item)
    return from === undefined ? undefined : pricedRates(item, context, from, addDays(from, 1))?.[0]?.rate
  },
}

/** Interest that may be stated by slips, which are cut to the counted time. */
const ON_SLIPS = ['loan.interestPaid', 'loan.interestAndPremiumPaid']

function compileTerms(written: LoanTerms, scope: Scope): CompiledTerms {
  const inLoan: Scope = { ...scope, entry: 'loan' }
  for (const [key, value] of Object.entries(written)) {
    if (!Array.isArray(value)) mustHaveSource(value as Sourced<unknown>, within(scope, key))
    else for (const [index, entry] of value.entries()) mustHaveSource(entry as Sourced<unknown>, within(within(scope, key), index))
  }
  const principal = principalTerm(written, inLoan)
  const proration = written.proration && dayCountAt(written.proration.value, within(within(scope, 'proration'), 'value'))
  const start = written.periodStart ?? { value: { fact: 'loan.drawdownDate' } }
  const compiled: Terms = {
    principal: principal.own,
    principalBasis: written.principalBasis?.value ?? 'balance',
    periodStart: compileDate(start.value, within(within(inLoan, 'periodStart'), 'value')),
    longest: longestOf(written.longest, within(inLoan, 'longest')),
    windows: (written.windows ?? []).map((span, index) => spanOf(span.value, within(within(within(inLoan, 'windows'), index), 'value'))),
    countsExtension: written.extension?.value === 'included',
    countsLastDay: written.lastDay?.value === 'included',
    proration,
    interest: written.interest?.value ?? { kinds: ['normal'], by: 'period' },
    sources: {
      principal: sourceOf(written.principalLimits?.[0] ?? written.principal ?? {}),
      period: sourceOf(written.longest ?? written.windows?.[0] ?? written.periodStart ?? {}),
      proration: sourceOf(written.proration ?? {}),
    },
  }
  const perApplicant = written.formula?.per === 'applicant'
  const at = within(within(perApplicant ? scope : inLoan, 'formula', written.formula), 'value')
  const shown = (written.shown ?? []).map((value, index) =>
    scope.compileQuantity(value.value, within(within(within(inLoan, 'shown'), index, value), 'value')),
  )
  const ofFormula: Asked = new Map()
  const formula = written.formula && compileAs(written.formula.value, 'amount', { ...at, asked: ofFormula })
  askForAll(ofFormula, scope)
  return {
    complete: () => {
      const isCounted = ['interestAt', 'counted'].some((node) => scope.uses.has(node)) || ON_SLIPS.some((name) => scope.asked.has(name))
      if (isCounted) for (const name of ['principal', 'drawdownDate', 'maturityDate', 'termMonths']) askFor(`loan.${name}`, scope)
      if (written.proration === undefined && (scope.uses.has('interestAt') || scope.uses.has('years')))
        fault(within(scope, 'proration'), 'absent', undefined, 'proration')
    },
    values: compiled,
    gross: formula?.evaluate,
    show: (context) => {
      const before = context.missing.size
      for (const { evaluate } of shown) evaluate(context)
      // What is only shown is not asked for.
      forgetMissing(context, before)
    },
    perApplicant,
    prepare: (context) => {
      principal.share(context, compiled)
      // Loans whose principal is used up by others still show it, at zero.
      if (!perApplicant) for (const item of context.items) show(item, compiled, context)
    },
    grossBy: (each, context) => {
      const item = context.item as Item
      const state = stateOf(item)
      const time = countedTime(compiled, context)
      if (time === undefined) return undefined
      if (!('period' in time)) return drawdownUnknown(context)
      // Interest stated as one sum cannot be told apart by settlement or year: the slips can.
      if (ofFormula.has('loan.interestPaid') && item.facts['slips'] === undefined) return slipsUnknown(context)
      if (time.period === undefined) return []
      const amounts: { key: string; amount: Fraction }[] = []
      for (const { key, period } of partsOf(each, time.period)) {
        state.only = period
        const amount = formula?.evaluate(context)
        delete state.only
        if (amount === undefined) return undefined
        amounts.push({ key, amount })
      }
      return amounts
    },
    months: countedMonths,
  }
}

/** The parts of the counted time that have a limit of their own; loans share a limit by its key. */
function partsOf(each: CapEach, period: Period): { readonly key: string; readonly period: Period }[] {
  if (each === 'calendar-year')
    return cutAt(
      period,
      (index) => `${Number(period.from.slice(0, 4)) + index}-01-01`,
      (cut) => cut.from.slice(0, 4),
    )
  if (each === 'loan-year')
    return cutAt(
      period,
      (index) => addMonths(period.from, 12 * index),
      (_, index) => String(index),
    )
  return settlementPeriods({ every: each, day: 20 }, period).map((part) => ({ key: settlementKey(part.until, each), period: part }))
}

/** A period cut at every day a sequence gives within it. */
function cutAt(
  { from, until }: Period,
  dayOf: (index: number) => string,
  keyOf: (part: Period, index: number) => string,
): { readonly key: string; readonly period: Period }[] {
  const cuts: string[] = []
  for (let index = 1; dayOf(index) < until; index += 1) cuts.push(dayOf(index))
  return splitAt({ from, until }, ...cuts).map((part, index) => ({ key: keyOf(part, index), period: part }))
}

/** The settlement a period belongs to, so that loans that end within it share its limit. */
function settlementKey(until: string, each: 'month' | 'quarter'): string {
  const last = addDays(until, -1)
  const month = Number(last.slice(5, 7)) + (Number(last.slice(8, 10)) > 20 ? 1 : 0)
  const index = Number(last.slice(0, 4)) * 12 + month - 1
  return String(each === 'month' ? index : Math.floor(index / 3))
}

function show(item: Item, terms: Terms, context: Context): void {
  if (item.worksheet === undefined) return
  context.item = item
  if (item.facts['principal'] !== undefined || item.facts['drawdowns'] !== undefined) countedPrincipal(terms, context)
  context.item = undefined
}

/** A longest time: whole months, or days. */
export function longestOf(longest: LoanTerms['longest'], scope: Scope): Terms['longest'] {
  if (longest === undefined) return undefined
  const compiled = scope.compileQuantity(longest.value, within(scope, 'value', longest))
  if (compiled !== broken && compiled.kind !== 'months' && compiled.kind !== 'days') {
    fault(within(scope, 'value'), 'kind', longest.value, 'tenor')
  }
  return { unit: compiled.kind === 'days' ? 'days' : 'months', evaluate: compiled.evaluate }
}

/** Some days of the document as a half-open period, either end of which may be open. */
export function spanOf(value: Span, inside: Scope): Terms['windows'][number] {
  const dayOf = (key: keyof Span): ((context: Context) => string | undefined) | undefined => {
    const expression = value[key]
    return expression === undefined ? undefined : compileDate(expression, within(inside, key))
  }
  const from = dayOf('from')
  const through = dayOf('through')
  const until = dayOf('until')
  if ((from ?? through ?? until) === undefined) {
    fault(inside, 'empty', value, 'window')
  }
  return (context) => {
    const first = from?.(context)
    const last = through?.(context)
    const stop = until?.(context)
    if (
      (from !== undefined && first === undefined) ||
      (through !== undefined && last === undefined) ||
      (until !== undefined && stop === undefined)
    ) {
      return undefined
    }
    const ends = [...(last === undefined ? [] : [addDays(last, 1)]), ...(stop === undefined ? [] : [stop])]
    const end = ends.length === 0 ? undefined : ends.reduce(earlier)
    return { ...(first === undefined ? {} : { from: first }), ...(end === undefined ? {} : { until: end }) }
  }
}

interface PrincipalTerm {
  /** What counts of the loan at hand, after limits per loan. */
  readonly own: Evaluate
  /** Gives each loan its part of the limits that loans share, in the document's order. */
  readonly share: (context: Context, terms: Terms) => void
}

function principalTerm(written: LoanTerms, scope: Scope): PrincipalTerm {
  const counted = compileAs(
    written.principal?.value ?? { fact: 'loan.principal' },
    'amount',
    within(within(scope, 'principal', written.principal), 'value'),
  )
  const limits = (written.principalLimits ?? []).map((limit, index) => {
    const place = within(within(scope, 'principalLimits'), index, limit)
    const atLoan = limit.per === 'loan'
    const by = typeof limit.per === 'object' ? factAt(limit.per.by, place) : undefined
    return {
      per: limit.per,
      order: compileOrder(limit.order ?? 'drawdown-date', place),
      value: compileAs(limit.value, 'amount', within(atLoan || by !== undefined ? place : { ...place, entry: '' }, 'value')).evaluate,
      by: by && readerOf(by, place),
    }
  })
  limits.forEach(({ order }, index) => {
    // The amount of subsidy is not known before the principal is.
    if (order === 'largest-subsidy') fault(within(within(within(scope, 'principalLimits'), index), 'order'), 'unknown-order', order)
  })
  const perLoan = limits.filter(({ per }) => per === 'loan')
  const shared = limits.filter(({ per }) => per !== 'loan')
  const own: Evaluate = (context) => {
    let principal = counted.evaluate(context)
    for (const { value } of perLoan) {
      const limit = value(context)
      principal = principal === undefined || limit === undefined ? undefined : lower(principal, limit)
    }
    return principal
  }
  const share: PrincipalTerm['share'] = (context) => {
    for (const { order, value, by } of shared) {
      const inOrder = ordered(context.items, order, context, () => undefined)
      const left = new Map<string, Fraction>()
      for (const item of inOrder ?? context.items) {
        context.item = item
        const state = stateOf(item)
        const key = by === undefined ? '' : by(context)
        const most =
          typeof key !== 'string' ? undefined : (left.get(key) ?? (by === undefined ? atApplicant(value, context) : value(context)))
        const principal = own(context)
        context.item = undefined
        if (inOrder === undefined || typeof key !== 'string' || most === undefined || principal === undefined) {
          state.unknown = true
          continue
        }
        state.shared = lower(lower(principal, most), state.shared ?? principal)
        left.set(key, higher(zero, minus(most, state.shared)))
      }
    }
  }
  return { own, share }
}

/** A limit the loans share is worked out for the applicant, not for the loan at hand. */
function atApplicant(value: Evaluate, context: Context): Fraction | undefined {
  const { item } = context
  context.item = undefined
  const result = value(context)
  context.item = item
  return result
}

const TERMS: OwnTerms<LoanTerms> = {
  principal: true,
  principalLimits: true,
  principalBasis: true,
  periodStart: true,
  longest: true,
  lastDay: true,
  windows: true,
  extension: true,
  proration: true,
  interest: true,
}

/** Loans: their principal, time and interest. */
export const LOANS: ItemKind = {
  item: 'loan',
  derivedLists: { 'loan.drawdowns': singleDrawdown },
  nodes: { interestAt: interestNode, counted: countedNode },
  derived,
  terms: TERMS,
  supportAmount: (rate, context) => interestAt(termsOf(context), () => rate, context),
  compileTerms,
}
