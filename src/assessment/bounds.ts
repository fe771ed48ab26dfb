import { compare, type Fraction } from '../money/fraction.js'
import type { Quantity, QuantityKind } from '../policy/quantity.js'
import type { Context } from './context.js'
import { alike, broken, type Compiled, fault, type Scope, within } from './scope.js'

/** A quantity with its kind checked; `like` is what is expected. */
export function compileAs(quantity: Quantity, like: QuantityKind, scope: Scope): Compiled {
  const compiled = scope.compileQuantity(quantity, scope)
  if (compiled !== broken && !alike(compiled.kind, like)) {
    fault(scope, 'kind', quantity, `${like} ${compiled.kind}`)
  }
  return compiled
}

/** One bound of a number: `atLeast` and `atMost` include it, `above` and `below` do not. */
export interface CompiledBound {
  readonly key: 'atLeast' | 'above' | 'atMost' | 'below'
  readonly limit: Compiled
}

const BOUNDS = ['atLeast', 'above', 'atMost', 'below'] as const

export function compileBounds(
  bounds: { readonly [key in CompiledBound['key']]?: Quantity },
  kind: QuantityKind,
  scope: Scope,
): CompiledBound[] {
  return BOUNDS.flatMap((key) => {
    const limit = bounds[key]
    return limit === undefined ? [] : [{ key, limit: compileAs(limit, kind, within(scope, key)) }]
  })
}

/** Whether a value keeps within every bound; unknown when a bound is. */
export function inBounds(value: Fraction, bounds: readonly CompiledBound[], context: Context): boolean | undefined {
  let result: boolean | undefined = true
  for (const { key, limit } of bounds) {
    const edge = limit.constant ?? limit.evaluate(context)
    if (edge === undefined) {
      if (result === true) result = undefined
      continue
    }
    const order = compare(value, edge)
    if (!(key === 'atLeast' ? order >= 0 : key === 'above' ? order > 0 : key === 'atMost' ? order <= 0 : order < 0)) result = false
  }
  return result
}
