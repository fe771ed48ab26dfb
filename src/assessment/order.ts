import { compare, type Fraction } from '../money/fraction.js'
import type { ItemOrder, Word } from '../policy/policy.js'
import type { Context, Evaluate, Item } from './context.js'
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
  const [[way, name] = ['', '']] = Object.entries<string>({ ...by })
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
export function byId(a: string, b: string): number {
  const digits = /^\d+$/
  if (digits.test(a) && digits.test(b) && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** Ascending; what has no key stays where it is. */
function byKey(a: Fraction | string | undefined, b: Fraction | string | undefined): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return a === undefined || b === undefined ? 0 : compare(a as Fraction, b as Fraction)
}
