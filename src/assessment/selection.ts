import { compare, type Fraction } from '../money/fraction.js'
import type { ItemOrder, Word } from '../policy/policy.js'
import type { Reason } from './assessment.js'
import type { CompiledPart } from './compile.js'
import type { Context, Evaluate, FactValue, Item } from './context.js'
import { afterOwnLimits } from './limits.js'
import { type ReadFact, readerOf } from './reading.js'
import { factAt, fault, quantityKindOf, type Scope, within, wordAt } from './scope.js'

/** In which order items are taken: as listed, by what they bring, or by a fact of theirs. */
export type CompiledOrder = 'as-listed' | 'largest-subsidy' | { readonly key: ReadFact; readonly first: 'low' | 'high' }

/** The named orders of loans, by the fact that decides. */
const NAMED: { readonly [order: string]: Exclude<ItemOrder, string> } = {
  'drawdown-date': { earliest: 'loan.drawdownDate' },
  'largest-principal': { largest: 'loan.principal' },
}

/** An order of the document, ready to be followed; as listed where it has a fault. */
export function compileOrder(word: Word<ItemOrder>, scope: Scope): CompiledOrder {
  const order = wordAt(word, scope) ?? 'as-listed'
  if (order === 'as-listed' || order === 'largest-subsidy') return order
  const by = typeof order === 'string' ? NAMED[order] : order
  const [[way, name] = ['', '']] = Object.entries(by ?? {}) as [string, string][]
  const definition = factAt(name, { ...scope, entry: scope.vocabulary.item }, 'order')
  if (definition === undefined) return 'as-listed'
  const isDay = way === 'earliest' || way === 'latest'
  if (isDay ? definition.kind !== 'date' : quantityKindOf(definition.kind) === undefined) {
    fault(within(scope, 'order'), 'kind', name, isDay ? 'date-fact' : 'figure-fact')
    return 'as-listed'
  }
  return { key: readerOf(definition, scope), first: way === 'earliest' || way === 'smallest' ? 'low' : 'high' }
}

/** The items in the order a rule takes them; equal ones by their number. Undefined when what decides the order is unknown. */
export function ordered(items: readonly Item[], order: CompiledOrder, context: Context, subsidy: Evaluate): readonly Item[] | undefined {
  if (order === 'as-listed' || items.length < 2) return items
  const keys = new Map<Item, Fraction | string>()
  let unknown = false
  const before = context.item
  for (const item of items) {
    context.item = item
    const key = order === 'largest-subsidy' ? subsidy(context) : (order.key(context) as Fraction | string | undefined)
    context.item = before
    if (key !== undefined) keys.set(item, key)
    else if (item.notCovered === undefined) unknown = true
  }
  if (unknown) return undefined
  const sign = order === 'largest-subsidy' || order.first === 'high' ? -1 : 1
  return [...items].sort((a, b) => sign * byKey(keys.get(a), keys.get(b)) || byId(a.id, b.id) || a.index - b.index)
}

/** Whole numbers as numbers, so that 9 comes before 10; anything else as text. */
function byId(a: string, b: string): number {
  const digits = /^\d+$/
  if (digits.test(a) && digits.test(b) && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** Ascending; what has no key stays where it is. */
function byKey(a: Fraction | string | undefined, b: Fraction | string | undefined): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return a === undefined || b === undefined ? 0 : compare(a as Fraction, b as Fraction)
}

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
