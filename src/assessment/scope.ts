import type { Fraction } from '../money/fraction.js'
import { type PrintedValue, readPrinted } from '../money/printed.js'
import type { Clause } from '../policy/clause.js'
import type { FactKind, Parameter, Policy, Word } from '../policy/policy.js'
import type { Quantity, QuantityKind } from '../policy/quantity.js'
import type { Evidence, MaybeSource, Text } from '../policy/source.js'
import { FACT_LISTS, type FactTable, LINE_ALIASES, LINE_FACTS, STANDARD_CLASSES } from '../policy/standard-facts.js'
import type { Alternatives } from './alternatives.js'
import type { Context, Evaluate, FactGroup, Item } from './context.js'
import { shown } from './errors.js'

/** A fact as the engine knows it: standard or declared. */
export interface FactDefinition {
  readonly name: string
  readonly kind: FactKind
  readonly label: Text
  readonly help?: Text
  /** Classes to choose from; absent when any text is accepted. */
  readonly oneOf?: { readonly [value: string]: Text }
  /** Other names of classes, each with the class it stands for. */
  readonly aliases?: { readonly [alias: string]: string }
}

/** A node of an item's own, beside the general quantities. */
export type CompileNode = (node: Record<string, unknown>, scope: Scope) => Compiled | undefined

/** What may be said of an item: of a loan, an insurance policy, a deal. */
export interface Vocabulary {
  /** Group of an item's facts: `loan`; `none` where a part has no items. */
  readonly item: string
  /** Quantities only these items have, by their key. */
  readonly nodes: { readonly [key: string]: CompileNode }
  /** Facts that follow from others, by name. */
  readonly derived: { readonly [fact: string]: Evaluate }
  /** Lists of an item that follow from its other facts, by name. */
  readonly derivedLists: { readonly [list: string]: (item: Item) => readonly FactGroup[] | undefined }
  /** The group that may state the facts of the only item, where its list is not stated. */
  readonly alone?: string
  /** Whether support from elsewhere that names no item may be for this one, such as by its line; for any unless given. */
  readonly maySupport?: (support: FactGroup, item: Item) => boolean
  /** What an item may be that is several things under one amount: facts in place of its own, for each of them. */
  readonly alternatives?: Alternatives
  /** An amount for support that is stated as a yearly rate. */
  readonly supportAmount: (rate: Fraction, context: Context) => Fraction | undefined
}

/** A compiled quantity: what it measures and how it is worked out. */
export interface Compiled {
  readonly kind: QuantityKind
  readonly evaluate: Evaluate
  /** The value, where it depends on nothing. */
  readonly constant?: Fraction
}

/** The place in a policy that is being compiled, and what may be named there. */
export interface Scope {
  readonly policy: Policy
  readonly vocabulary: Vocabulary
  readonly path: string
  /** Facts of an entry of this list may be named: `loan`, `voucher`. */
  readonly entry?: string
  /** Whether it is still being decided which items count. */
  readonly deciding?: boolean
  /** Whether a total that names no list is one over the items that share a limit. */
  readonly grouped?: boolean
  readonly source: MaybeSource
  readonly facts: Map<string, FactDefinition>
  /** Every fact the document asks for, and the gates before it. */
  readonly asked: Asked
  /** The conditions under which what is compiled here is looked at at all. */
  readonly gates?: readonly Gate[]
  readonly faults: Fault[]
  /** How a quantity is compiled: quantities hold clauses, and clauses quantities. */
  readonly compileQuantity: (quantity: Quantity, scope: Scope) => Compiled
  /** Where a rate of interest is compiled: how often the reference rates in it are reset. */
  readonly resets?: Set<string>
  /** The instrument's own quantities that the part uses. */
  readonly uses: Set<string>
}

/** A condition before which a fact is not looked at: it must be met, or must not. */
export interface Gate {
  readonly clauses: Clause | readonly Clause[]
  readonly met: boolean
}

/** The facts that are asked for, each with the gates before every use of it; a use without gates stands alone. */
export type Asked = Map<string, readonly (readonly Gate[])[]>

/** A fact is asked for here. */
export function askFor(name: string, { asked, gates = [] }: Pick<Scope, 'asked' | 'gates'>): void {
  const uses = asked.get(name) ?? []
  const always = gates.length === 0 || uses.some((use) => use.length === 0)
  asked.set(name, always ? [[]] : [...uses, gates])
}

/** What is asked for there is asked for here. */
export function askForAll(there: Asked, { asked }: Scope): void {
  for (const [name, uses] of there) for (const gates of uses) askFor(name, { asked, gates })
}

/** A place that is looked at only while all these conditions are met, or while none is. */
export const behind = (scope: Scope, met: boolean, ...conditions: readonly (Gate['clauses'] | undefined)[]): Scope => ({
  ...scope,
  gates: [...(scope.gates ?? []), ...conditions.flatMap((clauses) => (clauses === undefined ? [] : [{ clauses, met }]))],
})

export const within = (scope: Scope, step: string | number, source?: MaybeSource): Scope => ({
  ...scope,
  path: typeof step === 'number' ? `${scope.path}[${step}]` : scope.path === '' ? step : `${scope.path}.${step}`,
  source: source !== undefined && isSource(source) ? sourceOf(source) : scope.source,
})

export const isSource = (value: MaybeSource): boolean =>
  value.article !== undefined || value.place !== undefined || value.reading !== undefined

/** Just the source of a node. */
export function sourceOf(node: MaybeSource): MaybeSource {
  const { article, place, reading, evidence } = node
  const source: { article?: Text; place?: Text; reading?: Text; evidence?: Evidence } = {}
  if (article !== undefined) source.article = article
  if (place !== undefined) source.place = place
  if (reading !== undefined) source.reading = reading
  if (evidence !== undefined) source.evidence = evidence
  return source as MaybeSource
}

/** A fault found in a document: its code and place. `parsePolicy` says it in words. */
export interface Fault {
  readonly code: string
  readonly path: string
  readonly given?: string
  /** What is expected or counted, where the code alone does not say. */
  readonly detail?: string
}

export function fault(scope: Scope, code: string, given?: unknown, detail?: string): undefined {
  const about = { ...(given === undefined ? {} : { given: shown(given) }), ...(detail === undefined ? {} : { detail }) }
  // A value that is used in several places has its fault once.
  const known = scope.faults.some((other) => other.code === code && other.path === scope.path && other.given === about.given)
  if (!known) scope.faults.push({ code, path: scope.path, ...about })
  return undefined
}

/** Every fact that may be named under a policy: the standard ones of its instruments, then those the document declares. */
export function factsOf(policy: Policy, tables: readonly FactTable[]): Map<string, FactDefinition> {
  const facts = new Map<string, FactDefinition>()
  for (const [name, [kind, zh, en]] of tables.flatMap((table) => Object.entries(table))) {
    const classes = STANDARD_CLASSES[name]
    facts.set(name, {
      name,
      kind,
      label: { zh, en },
      ...(classes === undefined ? {} : { oneOf: classes }),
    })
  }
  for (const [name, declaration] of Object.entries(policy.facts ?? {})) {
    const classes = declaration.oneOf && { oneOf: { ...STANDARD_CLASSES[name], ...declaration.oneOf } }
    facts.set(name, { name, ...declaration, ...classes })
  }
  const lines = facts.get('policy.line')?.oneOf
  if (lines === undefined) return facts
  const aliases = { ...LINE_ALIASES, ...namesOf(lines) }
  for (const name of LINE_FACTS) {
    const known = facts.get(name)
    if (known !== undefined) facts.set(name, { ...known, oneOf: lines, aliases })
  }
  const ofSupport = facts.get('support.line')
  if (ofSupport !== undefined) facts.set('support.line', { ...ofSupport, aliases })
  return facts
}

/** The names of classes, each with its class. */
const namesOf = (classes: { readonly [value: string]: Text }): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(classes).flatMap(([value, label]) =>
      (typeof label === 'string' ? [label] : [label.zh, label.en]).map((name) => [name, value]),
    ),
  )

/** The list an entry's facts stand in, by the group of its name. */
export const listOf = (group: string): string | undefined => (FACT_LISTS as { readonly [group: string]: string })[group]

/** Whether a list stands in each entry of another: `loan.drawdowns`. */
export const isOfItems = (list: string): boolean => list.includes('.') && listOf(groupOf(list)) !== undefined

/** A named fact, checked: known, and in reach here. */
export function factAt(name: string, scope: Scope, step = 'fact'): FactDefinition | undefined {
  const definition = scope.facts.get(name)
  if (definition === undefined) {
    return fault(within(scope, step), 'unknown-fact', name)
  }
  const group = groupOf(name)
  if (listOf(group) !== undefined && group !== scope.entry) {
    return fault(within(scope, step), 'out-of-reach', name)
  }
  askFor(name, scope)
  return definition
}

export const groupOf = (name: string): string => (name.includes('.') ? name.slice(0, name.indexOf('.')) : '')
export const keyOf = (name: string): string => name.slice(name.indexOf('.') + 1)

/** A parameter's value as given or as the document reads it; a fault where it is required and absent. */
export function parameterAt(name: string, scope: Scope): Parameter | undefined {
  const parameter = scope.policy.parameters?.[name]
  if (parameter === undefined) {
    return fault(scope, 'unknown-parameter', name)
  }
  return parameter
}

/** A word of the document, wherever it is written: plainly, as a parameter, or with a source of its own. */
export function wordAt<Value extends string | object>(word: Word<Value>, scope: Scope): Value | undefined {
  if (typeof word === 'string') return word
  const written: object = word
  if ('value' in written) return wordAt(written.value as Word<Value>, scope)
  return 'parameter' in written ? (parameterAt(String(written.parameter), scope)?.value as Value | undefined) : (word as Value)
}

const KINDS: { readonly [kind in FactKind]?: QuantityKind } = {
  amount: 'amount',
  amounts: 'amount',
  'signed-amount': 'amount',
  rate: 'rate',
  share: 'rate',
  growth: 'rate',
  number: 'number',
  count: 'number',
  months: 'months',
  days: 'days',
}

/** What a fact measures when it stands in a quantity; undefined for facts that measure nothing. */
export const quantityKindOf = (kind: FactKind): QuantityKind | undefined => KINDS[kind]

/** Rates and plain numbers go together; all else must be alike. */
export const alike = (a: QuantityKind, b: QuantityKind): boolean => a === b || (plain(a) && plain(b))
export const plain = (kind: QuantityKind): boolean => kind === 'rate' || kind === 'number'

/** A printed figure, read; a fault where it cannot be. */
export function printedAt(text: string, scope: Scope): PrintedValue | undefined {
  const value = readPrinted(text)
  if (value !== undefined) return value
  return fault(scope, 'unreadable', text)
}

export const constant = (kind: QuantityKind, value: Fraction): Compiled => ({ kind, evaluate: () => value, constant: value })

/** Stands for a quantity that has a fault, so that the rest can still be checked. */
export const broken: Compiled = /* @__PURE__ */ (() => ({ kind: 'number' as const, evaluate: () => undefined }))()
