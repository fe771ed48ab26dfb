import { type Fraction, isZero, plus, zero } from '../money/fraction.js'
import type { Quantity } from '../policy/quantity.js'
import { STANDARD_CLASSES } from '../policy/standard-facts.js'
import type { Context, FactGroup } from './context.js'
import { eachItem, noteMissing } from './reading.js'
import { askFor, type Compiled, fault, type Scope, within } from './scope.js'

interface Chosen {
  readonly levels?: readonly string[] | undefined
  readonly lines?: readonly string[] | undefined
}

const LIST = 'otherSupport'
const LABEL = { zh: '其他财政支持（没有则为空列表）', en: 'other public support (an empty list where there is none)' }

/** Whether a level that is not stated in full could be one of those named. */
const isVague = (level: string, named: readonly string[]): boolean =>
  level === 'fiscal' || (level === 'local' && named.some((name) => name !== 'central' && name !== 'other' && name !== 'fiscal'))

/**
 * Whether support is for the items at hand: by the number of the item it names, else by what items may be supported, such as those of its line;
 * undefined where that does not decide.
 */
function supportsItem(support: FactGroup, context: Context, { vocabulary: { item: group, maySupport } }: Scope): boolean | undefined {
  if (context.item === undefined) return true
  const here = context.together ?? [context.item]
  const named = support[group]
  if (named !== undefined) return here.some(({ id }) => id === named)
  // While it is being decided which items count, the one at hand stands for itself.
  const all = context.items.length === 0 ? here : context.items
  const possible = maySupport === undefined ? all : all.filter((item) => maySupport(support, item))
  const inside = possible.filter((item) => here.includes(item))
  return inside.length === possible.length ? inside.length > 0 : inside.length === 0 ? false : undefined
}

/** The other support that counts here: of the levels and lines named, and for the items at hand. */
function supportsOf(context: Context, chosen: Chosen, scope: Scope): { readonly facts: FactGroup; readonly path: string }[] | undefined {
  const all = context.facts[LIST] as readonly FactGroup[] | undefined
  if (all === undefined) return noteMissing(context, { fact: LIST, path: LIST, label: LABEL, kind: 'list' })
  let unknown = false
  const must = (facts: FactGroup, index: number, key: string, values: readonly string[] | undefined): boolean => {
    if (values === undefined) return true
    const value = facts[key]
    if (value !== undefined && (values.includes(value as string) || !isVague(value as string, values)))
      return values.includes(value as string)
    unknown = true
    noteMissing(context, { fact: `support.${key}`, path: `${LIST}[${index}].${key}`, label: LABEL, kind: 'class' })
    return false
  }
  const counting = all.flatMap((facts, index) => {
    if (!must(facts, index, 'level', chosen.levels) || !must(facts, index, 'line', chosen.lines)) return []
    const isFor = supportsItem(facts, context, scope)
    if (isFor === false) return []
    if (isFor === undefined) {
      unknown = true
      const { item } = scope.vocabulary
      noteMissing(context, { fact: `support.${item}`, path: `${LIST}[${index}].${item}`, label: LABEL, kind: 'text' })
    }
    return [{ facts, path: `${LIST}[${index}]` }]
  })
  return unknown ? undefined : counting
}

/** Levels of government have the same names in every document. */
export function knownLevels(levels: readonly string[] | undefined, scope: Scope): void {
  const known = STANDARD_CLASSES['support.level'] ?? {}
  for (const level of levels ?? []) {
    if (!Object.hasOwn(known, level)) fault(within(scope, 'levels'), 'unknown-class', level, Object.keys(known).join(', '))
  }
}

/** Compiles support from elsewhere as an amount or as a yearly rate. */
export function compileSupport(node: Extract<Quantity, { otherSupport: unknown }>, scope: Scope): Compiled {
  askFor(LIST, scope)
  knownLevels(node.levels, scope)
  const wanted = node.otherSupport === 'amount' ? 'amount' : 'annualRate'
  const { supportAmount } = scope.vocabulary
  const one = (context: Context): Fraction | undefined => {
    const supports = supportsOf(context, node, scope)
    return supports?.reduce<Fraction | undefined>((sum, { facts, path }) => {
      const stated = facts[wanted] as Fraction | undefined
      const rate = facts['annualRate'] as Fraction | undefined
      const value = stated ?? (wanted === 'amount' && rate !== undefined ? amountAt(rate, context, supportAmount) : undefined)
      if (value === undefined && rate === undefined) {
        noteMissing(context, {
          fact: `support.${wanted}`,
          path: `${path}.${wanted}`,
          label: LABEL,
          kind: wanted === 'amount' ? 'amount' : 'rate',
        })
      }
      return sum === undefined || value === undefined ? undefined : plus(sum, value)
    }, zero)
  }
  return { kind: wanted === 'amount' ? 'amount' : 'rate', evaluate: one }
}

/** A yearly rate of support as an amount: for the item at hand, or summed over the items that count. */
function amountAt(rate: Fraction, context: Context, supportAmount: Scope['vocabulary']['supportAmount']): Fraction | undefined {
  if (context.item !== undefined) return supportAmount(rate, context)
  return eachItem(context, (inside) => supportAmount(rate, inside)).reduce<Fraction | undefined>(
    (sum, amount) => (sum === undefined || amount === undefined ? undefined : plus(sum, amount)),
    zero,
  )
}

/** Whether there is no other support of the kind; support of zero counts as none. */
export function hasNoSupport(context: Context, chosen: Chosen, scope: Scope): boolean | undefined {
  const supports = supportsOf(context, chosen, scope)
  if (supports === undefined) return undefined
  let result: boolean | undefined = true
  for (const { facts, path } of supports) {
    const size = (facts['amount'] ?? facts['annualRate']) as Fraction | undefined
    if (size === undefined) {
      noteMissing(context, { fact: 'support.amount', path: `${path}.amount`, label: LABEL, kind: 'amount' })
      result &&= undefined
    } else if (!isZero(size)) result = false
  }
  return result
}
