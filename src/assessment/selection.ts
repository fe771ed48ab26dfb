import type { Reason } from './assessment.js'
import type { CompiledPart } from './compile.js'
import type { Context, Evaluate, FactValue, Item } from './context.js'
import { afterOwnLimits } from './limits.js'
import { ordered } from './order.js'

/** Applies the document's limits on number; undefined when what decides is unknown. */
export function select(
  compiled: CompiledPart,
  counting: readonly Item[],
  context: Context,
): { readonly items: readonly Item[]; readonly leftOut: ReadonlyMap<Item, Reason> } | undefined {
  const { select: rules, terms } = compiled
  let items = counting
  const leftOut = new Map<Item, Reason>()
  for (const { order, source, atMost, per, distinct } of rules) {
    // Each item is tried by itself, without what it would share with others.
    const alone: Evaluate = (at) => {
      const whole = at.items
      at.items = at.item === undefined ? [] : [at.item]
      if (at.item !== undefined) at.item.state = undefined
      const item = at.item
      terms.prepare(at)
      at.item = item
      const gross = terms.gross?.(at)
      const value = gross === undefined || item === undefined ? undefined : afterOwnLimits(compiled, gross, item, at)
      at.items = whole
      if (item !== undefined) item.state = undefined
      return value
    }
    const inOrder = ordered(items, order, context, alone)
    if (inOrder === undefined) return undefined
    const kept = keep(inOrder, atMost, context, per, distinct)
    if (kept === undefined) return undefined
    for (const item of items) if (!kept.has(item)) leftOut.set(item, { code: 'not-selected', source })
    items = items.filter((item) => kept.has(item))
  }
  return { items, leftOut }
}

type Read = ((context: Context) => FactValue | undefined) | undefined

function keep(items: readonly Item[], atMost: number, context: Context, per: Read, distinct: Read): Set<Item> | undefined {
  const kept = new Set<Item>()
  const counts = new Map<string, Set<unknown>>()
  for (const item of items) {
    // An item that no line of a table covers takes no place; it is left out for that reason later.
    if (item.notCovered !== undefined) {
      kept.add(item)
      continue
    }
    context.item = item
    const group = per === undefined ? '' : per(context)
    const value = distinct === undefined ? item : distinct(context)
    context.item = undefined
    if (group === undefined || value === undefined) return undefined
    const key = typeof group === 'string' ? group : JSON.stringify(group)
    const seen = counts.get(key) ?? new Set()
    counts.set(key, seen)
    if (!seen.has(value) && seen.size >= atMost) continue
    seen.add(value)
    kept.add(item)
  }
  return kept
}
