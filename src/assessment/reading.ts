import type { Fraction } from '../money/fraction.js'
import type { Context, FactGroup, FactValue, Item, Missing } from './context.js'
import { type FactDefinition, groupOf, isOfItems, keyOf, listOf, type Scope } from './scope.js'

/** Reads a stated fact; an absent one is noted as missing. */
export type ReadFact = (context: Context) => FactValue | undefined

/** How a named fact is read where it stands: of the item at hand, of an entry of a list, or of the applicant. */
export function readerOf(definition: FactDefinition, scope: Scope): ReadFact {
  const { name } = definition
  const group = groupOf(name)
  const key = keyOf(name)
  const derived = scope.vocabulary.derived[name]
  if (group === scope.vocabulary.item) {
    return (context) => {
      const item = context.item
      const before = context.missing.size
      const value = item?.inPlace?.[key] ?? (item?.facts[key] as FactValue | undefined) ?? derived?.(context)
      // A fact that follows from others is missing only when they do not say what they lack themselves.
      if (value === undefined && item !== undefined && context.missing.size === before) note(context, definition, `${item.path}.${key}`)
      return value
    }
  }
  if (listOf(group) !== undefined) {
    return (context) => {
      const value = context.entry?.facts[key] as FactValue | undefined
      if (value === undefined && context.entry !== undefined) note(context, definition, `${context.entry.path}.${key}`)
      return value
    }
  }
  return (context) => {
    const holder = group === '' ? context.facts : (context.facts[group] as FactGroup | undefined)
    const value = holder?.[key] as FactValue | undefined
    if (value === undefined) note(context, definition, name)
    return value
  }
}

export const readNumber = (definition: FactDefinition, scope: Scope): ((context: Context) => Fraction | undefined) =>
  readerOf(definition, scope) as (context: Context) => Fraction | undefined

function note(context: Context, { name, label, kind }: FactDefinition, path: string): void {
  if (!context.missing.has(path)) context.missing.set(path, { fact: name, path, label, kind })
}

/** Notes that something is missing which is not a plain fact: a list, a rate beyond the data. */
export function noteMissing(context: Context, missing: Missing): undefined {
  const known = context.missing.get(missing.path)
  if (known === undefined || (known.reason === undefined && missing.reason !== undefined)) context.missing.set(missing.path, missing)
  return undefined
}

/** Forgets what was noted as missing since there were so many: the answer did not need it. */
export function forgetMissing(context: Context, before: number): void {
  let index = 0
  for (const path of context.missing.keys()) {
    index += 1
    if (index > before) context.missing.delete(path)
  }
}

/** Evaluates for each entry of a list other than the items. */
export function eachEntry<Value>(
  context: Context,
  list: string,
  label: FactDefinition['label'],
  evaluate: (context: Context) => Value,
  derived?: (item: Item) => readonly FactGroup[] | undefined,
): Value[] | undefined {
  const item = isOfItems(list) ? context.item : undefined
  const path = item === undefined ? list : `${item.path}.${keyOf(list)}`
  const holder = list.includes('.') ? (context.facts[groupOf(list)] as FactGroup | undefined) : context.facts
  const entries = (item === undefined ? holder?.[keyOf(list)] : (item.facts[keyOf(list)] ?? derived?.(item))) as
    | readonly FactGroup[]
    | undefined
  if (entries === undefined) return noteMissing(context, { fact: list, path, label, kind: 'list' })
  const before = context.entry
  const values = entries.map((facts, index) => {
    context.entry = { facts, path: `${path}[${index}]` }
    return evaluate(context)
  })
  context.entry = before
  return values
}

/** Evaluates for each item that counts, or for some of them. */
export function eachItem<Value>(context: Context, evaluate: (context: Context) => Value, items: readonly Item[] = context.items): Value[] {
  const before = context.item
  const values = items.map((item) => {
    context.item = item
    return evaluate(context)
  })
  context.item = before
  return values
}
