import { compileAs } from '../assessment/bounds.js'
import { mustHaveSource } from '../assessment/compile.js'
import { fault, parameterAt, type Scope, sourceOf, within } from '../assessment/scope.js'
import type { Decimal } from '../money/decimal.js'
import { compare, type Fraction, one, plus, zero } from '../money/fraction.js'
import { type PrintedValue, readPrinted } from '../money/printed.js'
import { round } from '../money/rounding.js'
import { inOrder } from '../policy/parties.js'
import type { RiskCompensationTerms } from '../policy/policy.js'
import type { PoolFigure, PoolTerms, PoolWord } from '../policy/pool.js'
import type { QuantityKind } from '../policy/quantity.js'
import type { MaybeSource } from '../policy/source.js'

/** The terms of a pool as values. */
export interface CompiledPool {
  readonly funders: readonly string[]
  /** In which parts the funders pay in; what they sum to makes no difference. */
  readonly funding: readonly Fraction[]
  readonly shortfall: 'queue' | 'pro-rata' | 'refuse'
  readonly interest: 'stays' | 'returned'
  readonly balanceAtYearEnd: 'carried' | 'returned'
  readonly queueAtYearEnd: 'carried' | 'lapses'
  readonly leverage?: {
    readonly bound: 'at-most' | 'at-least'
    readonly multiple: Fraction
    readonly of: 'pool' | 'deposit'
    readonly source: MaybeSource
  }
  readonly annualPot?: Decimal
  readonly replenishment?: { readonly below?: Decimal; readonly to?: Decimal; readonly source: MaybeSource }
  readonly sources: { readonly funding: MaybeSource; readonly shortfall: MaybeSource }
}

/** Compiles the terms of a pool, noting every fault: among them what it needs of the terms beside it. */
export function compilePool(terms: PoolTerms, { formula, losses, fuses = [] }: RiskCompensationTerms, outside: Scope): CompiledPool {
  if (formula === undefined || losses === undefined)
    fault(within(outside, formula === undefined ? 'formula' : 'losses'), 'absent', undefined, 'pool')
  for (const [index, { reset }] of fuses.entries())
    if (reset === undefined) fault(within(within(within(outside, 'fuses'), index), 'reset'), 'absent', undefined, 'reset')
  const scope = within(outside, 'pool')
  for (const [key, value] of Object.entries(terms)) mustHaveSource(value as MaybeSource, within(scope, key))
  const valueAt = (key: keyof PoolTerms): Scope => within(within(scope, key), 'value')
  const { balance, queue } = terms.yearEnd.value
  const annualPot = moneyAt(terms.annualPot?.value, valueAt('annualPot'))
  const replenishment = terms.replenishment && replenishmentOf(terms.replenishment, valueAt('replenishment'))
  const leverage = terms.leverage && leverageOf(terms.leverage, valueAt('leverage'))
  return {
    ...fundingOf(terms.funding.value, valueAt('funding')),
    shortfall: chosen(terms.shortfall.value, ['queue', 'pro-rata', 'refuse'], valueAt('shortfall')),
    interest: chosen(terms.interest.value, ['stays', 'returned'], valueAt('interest')),
    balanceAtYearEnd: chosen(balance, ['carried', 'returned'], within(valueAt('yearEnd'), 'balance')),
    queueAtYearEnd: chosen(queue, ['carried', 'lapses'], within(valueAt('yearEnd'), 'queue')),
    ...(leverage && { leverage }),
    ...(annualPot && { annualPot }),
    ...(replenishment && { replenishment }),
    sources: { funding: sourceOf(terms.funding), shortfall: sourceOf(terms.shortfall) },
  }
}

function fundingOf(value: PoolTerms['funding']['value'], scope: Scope): Pick<CompiledPool, 'funders' | 'funding'> {
  const given = 'parameter' in value ? parameterAt(value['parameter'], scope)?.value : value
  // A template without its parameters is compiled as well.
  if (given === undefined) return { funders: [], funding: [] }
  const entries = Object.entries(inOrder(given as { readonly [funder: string]: string }))
  const parts = entries.map(([funder, text]) => readPrinted(text) ?? fault(within(scope, funder), 'unreadable', text, 'share'))
  const read = parts.filter((part): part is PrintedValue => part !== undefined)
  if (read.length < entries.length || entries.length === 0) return { funders: [], funding: [] }
  const sum = read.reduce((total, part) => plus(total, part.value), zero)
  const ratio = read.every(({ kind }) => kind === 'number') && compare(sum, zero) > 0
  const shares = read.every(({ kind }) => kind === 'rate') && compare(sum, one) === 0
  if (!ratio && !shares) fault(scope, 'shares', value, 'funding')
  return { funders: entries.map(([funder]) => funder), funding: read.map((part) => part.value) }
}

function leverageOf({ value, ...source }: NonNullable<PoolTerms['leverage']>, scope: Scope): CompiledPool['leverage'] {
  const [key, figure] = 'atMost' in value ? (['atMost', value.atMost] as const) : (['atLeast', value.atLeast] as const)
  const multiple = figureAt(figure, 'number', within(scope, key))
  const of = chosen(value.of, ['pool', 'deposit'], within(scope, 'of'))
  return multiple && { bound: key === 'atMost' ? 'at-most' : 'at-least', multiple, of, source: sourceOf(source) }
}

function replenishmentOf({ value, ...source }: NonNullable<PoolTerms['replenishment']>, scope: Scope): CompiledPool['replenishment'] {
  if (value.below === undefined && value.to === undefined) fault(scope, 'empty', value)
  const below = moneyAt(value.below, within(scope, 'below'))
  const to = moneyAt(value.to, within(scope, 'to'))
  if (below !== undefined && to?.lessThan(below) === true) fault(scope, 'order', value, 'replenishment')
  return { ...(below && { below }), ...(to && { to }), source: sourceOf(source) }
}

/** A word of the document; the first of those allowed stands for one that is absent or wrong, whose fault is noted. */
function chosen<Value extends string>(word: PoolWord<Value>, allowed: readonly [Value, ...Value[]], scope: Scope): Value {
  const given = typeof word === 'string' ? word : parameterAt(word.parameter, scope)?.value
  const value = allowed.find((each) => each === given)
  if (value === undefined && given !== undefined) fault(scope, 'unknown-word', given, allowed.join(', '))
  return value ?? allowed[0]
}

function figureAt(figure: PoolFigure, kind: QuantityKind, scope: Scope): Fraction | undefined {
  return compileAs(figure, kind, scope).constant
}

function moneyAt(figure: PoolFigure | undefined, scope: Scope): Decimal | undefined {
  const amount = figure === undefined ? undefined : figureAt(figure, 'amount', scope)
  return amount && round(amount, { to: 'fen', mode: 'half-up' })
}

/** The funders with the parts in which they pay in. */
export const byFunding = ({ funders, funding }: Pick<CompiledPool, 'funders' | 'funding'>): { readonly [funder: string]: Fraction } =>
  Object.fromEntries(funders.map((funder, index) => [funder, funding[index] as Fraction]))
