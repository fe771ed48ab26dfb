import type { Context, Item } from './context.js'

/** What an item may be that is several things under one amount: facts in place of its own, for each of them. */
export type Alternatives = (item: Item) => readonly { readonly [key: string]: string }[]

/** Works a value out for each thing the item at hand is. */
export function forEach<Value>(forms: ReturnType<Alternatives>, evaluate: (context: Context) => Value, context: Context): readonly Value[] {
  const item = context.item as Item
  const values = forms.map((form) => {
    item.inPlace = form
    return evaluate(context)
  })
  item.inPlace = undefined
  return values
}

/** A value that does not depend on which of several things an item is; where it does, what it is is asked for. */
export function alike<Value>(
  alternatives: Alternatives,
  evaluate: (context: Context) => Value,
  same: (a: Value, b: Value) => boolean,
): (context: Context) => Value {
  return (context) => {
    const forms = context.item === undefined ? [] : alternatives(context.item)
    if (forms.length === 0) return evaluate(context)
    const [first, ...others] = forEach(forms, evaluate, context) as [Value, ...Value[]]
    return others.every((other) => same(first, other)) ? first : evaluate(context)
  }
}
