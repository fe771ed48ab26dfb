import type { FuseAnswer, Reason } from '../assessment/assessment.js'
import { compileAs } from '../assessment/bounds.js'
import { type CompiledClause, compileClauses } from '../assessment/clause.js'
import { mustHaveSource } from '../assessment/compile.js'
import type { Context, Evaluate } from '../assessment/context.js'
import { behind, type Compiled, fault, type Scope, sourceOf, within } from '../assessment/scope.js'
import { compare, type Fraction, fractionText, minus } from '../money/fraction.js'
import type { Fuse, FuseEffect } from '../policy/policy.js'
import type { MaybeSource } from '../policy/source.js'

/** What stops the compensation; a warning or a stop of new loans does not. */
const STOPS: { readonly [effect in FuseEffect]: boolean } = {
  warning: false,
  'on-hold': true,
  'compensation-suspended': true,
  'new-loans-suspended': false,
  'lender-removed': true,
}

interface CompiledLevel {
  readonly effect: FuseEffect
  readonly limit: Compiled
  /** Whether the level itself trips. */
  readonly included: boolean
  readonly source: MaybeSource
}

/** A fuse, ready to be read. */
export interface CompiledFuse {
  readonly fuse: Fuse
  readonly when: CompiledClause | undefined
  readonly metric: Compiled
  /** The metric without the claim at hand, where that claim is still paid. */
  readonly before: Evaluate | undefined
  readonly levels: readonly CompiledLevel[]
}

export const compileFuses = (fuses: readonly Fuse[], scope: Scope): readonly CompiledFuse[] =>
  fuses.map((fuse, index) => {
    const inside = within(scope, index, fuse)
    if (fuses.findIndex(({ id }) => id === fuse.id) !== index) fault(within(inside, 'id'), 'duplicate', fuse.id)
    return compileFuse(fuse, inside)
  })

function compileFuse(fuse: Fuse, outer: Scope): CompiledFuse {
  mustHaveSource(fuse, outer)
  const scope = behind(outer, true, fuse.when)
  const { trippingClaim, reset } = fuse
  if (trippingClaim !== undefined) mustHaveSource(trippingClaim, within(scope, 'trippingClaim'))
  if (reset !== undefined) mustHaveSource(reset, within(scope, 'reset'))
  const metric = scope.compileQuantity(fuse.metric, within(scope, 'metric'))
  const levels = fuse.levels.map((level, index): CompiledLevel => {
    const at = within(within(scope, 'levels'), index, level)
    const included = 'atLeast' in level
    const limit = compileAs(included ? level.atLeast : level.above, metric.kind, within(at, included ? 'atLeast' : 'above'))
    return { effect: level.effect, limit, included, source: at.source }
  })
  const limits = levels.map(({ limit }) => limit.constant)
  const rises = limits.every((limit, index) => {
    const below = limits[index - 1]
    return index === 0 || limit === undefined || below === undefined || compare(below, limit) < 0
  })
  if (levels.length === 0 || !rises) fault(within(scope, 'levels'), levels.length === 0 ? 'empty' : 'overlap', fuse.levels, 'levels')
  return {
    fuse,
    when: fuse.when === undefined ? undefined : compileClauses(fuse.when, within(outer, 'when')),
    metric,
    before:
      trippingClaim === undefined || trippingClaim.value === 'held'
        ? undefined
        : compileAs(trippingClaim.value.before, metric.kind, within(within(within(scope, 'trippingClaim'), 'value'), 'before')).evaluate,
    levels,
  }
}

interface Reached {
  readonly level: CompiledLevel
  readonly limit: Fraction
}

/** The levels with their limits now; undefined where one is unknown. */
function limitsOf({ levels }: CompiledFuse, context: Context): readonly Reached[] | undefined {
  const known = levels.map((level) => ({ level, limit: level.limit.evaluate(context) }))
  return known.every((one): one is Reached => one.limit !== undefined) ? known : undefined
}

const isReached = (metric: Fraction, { level, limit }: Reached): boolean => compare(metric, limit) >= (level.included ? 0 : 1)

/** The highest level a metric reaches. */
const highest = (metric: Fraction, levels: readonly Reached[]): Reached | undefined =>
  levels.filter((level) => isReached(metric, level)).at(-1)

/** Whether the compensation is open: the first fuse that stops it, undefined while one is unknown. */
export function fuseGate(fuses: readonly CompiledFuse[], context: Context): Reason | 'open' | undefined {
  let unknown = false
  let stopped: Reason | undefined
  for (const compiled of fuses) {
    const applies = compiled.when === undefined ? true : compiled.when.test(context)
    const levels = applies === false ? [] : limitsOf(compiled, context)
    const metric = applies === false ? undefined : (compiled.before ?? compiled.metric.evaluate)(context)
    if (applies === false) continue
    if (applies === undefined || levels === undefined || metric === undefined) {
      unknown = true
      continue
    }
    const reached = highest(metric, levels)
    if (reached !== undefined && STOPS[reached.level.effect])
      stopped ??= { code: 'fuse', source: reached.level.source, fuse: compiled.fuse.id }
  }
  return stopped ?? (unknown ? undefined : 'open')
}

/** Where each fuse stands; those whose metric is unknown are left out. */
export function fuseAnswers(fuses: readonly CompiledFuse[], context: Context, part: string | undefined): readonly FuseAnswer[] {
  return fuses.flatMap((compiled) => {
    const { fuse, when, metric } = compiled
    if (when !== undefined && when.test(context) !== true) return []
    const value = metric.evaluate(context)
    const levels = limitsOf(compiled, context)
    if (value === undefined || levels === undefined) return []
    const reached = highest(value, levels)
    const next = levels.find((level) => !isReached(value, level))
    return [
      {
        id: fuse.id,
        ...(fuse.label === undefined ? {} : { label: fuse.label }),
        state: reached?.level.effect ?? 'normal',
        metric: fractionText(value),
        // A ratio is read as its levels are printed.
        kind: levels[0]?.level.limit.kind ?? metric.kind,
        ...(reached === undefined ? {} : { level: fractionText(reached.limit) }),
        ...(next === undefined
          ? {}
          : { next: { effect: next.level.effect, level: fractionText(next.limit), distance: fractionText(minus(next.limit, value)) } }),
        ...(fuse.trippingClaim === undefined ? {} : { trippingClaim: fuse.trippingClaim.value === 'held' ? 'held' : 'paid' }),
        ...(fuse.reset === undefined ? {} : { reset: fuse.reset.value }),
        source: reached?.level.source ?? sourceOf(fuse),
        ...(part === undefined ? {} : { part }),
      } satisfies FuseAnswer,
    ]
  })
}
