import type { Decimal } from '../money/decimal.js'
import { compare, type Fraction, one, plus, zero } from '../money/fraction.js'
import { readPrinted } from '../money/printed.js'
import type { Rounding } from '../money/rounding.js'
import { inOrder } from '../policy/parties.js'
import type {
  BudgetRule,
  CapEach,
  Cut,
  Flag,
  FundRule,
  InstrumentName,
  JointLimit,
  Limit,
  Meaning,
  Parameter,
  Part,
  PlainTerms,
  Policy,
  Recipient,
  Selection,
  Shares,
  SharesRule,
} from '../policy/policy.js'
import type { Quantity } from '../policy/quantity.js'
import type { MaybeSource, Text } from '../policy/source.js'
import type { FactTable } from '../policy/standard-facts.js'
import { alike } from './alternatives.js'
import type { PartResult } from './assess.js'
import type { Extras, LimitAnswer, PolicyIdentity, ReadingAnswer, Reason } from './assessment.js'
import { compileAs } from './bounds.js'
import { type CompiledClause, compileClause, compileClauses } from './clause.js'
import type { Context, Evaluate, Facts, Item } from './context.js'
import { type Issue, PolicyError } from './errors.js'
import { type CompiledOrder, compileOrder } from './order.js'
import { compileQuantity } from './quantity.js'
import { type ReadFact, readerOf } from './reading.js'
import {
  askFor,
  behind,
  type Compiled,
  type Fault,
  factAt,
  factsOf,
  fault,
  type Gate,
  listOf,
  parameterAt,
  type Scope,
  sourceOf,
  type Vocabulary,
  within,
  wordAt,
} from './scope.js'

/** What an instrument makes of a part's terms. */
export interface CompiledTerms {
  /** The terms as values, for the facts and quantities that depend on them. */
  readonly values: unknown
  /** The amount before limits: of the item at hand, or of the applicant where `perApplicant`; absent where the part is a check without an amount. */
  readonly gross: Evaluate | undefined
  /** Where there is no amount: worked out in its stead, undefined while it is unknown. */
  readonly check?: Evaluate
  readonly perApplicant: boolean
  /** Clauses that hold only for what is stated: of each item, or of the applicant where there are none. */
  readonly clauses?: (context: Context) => readonly CompiledClause[]
  /** Whether the part pays at all now: the reason why not, undefined where that is unknown; open unless given. */
  readonly gate?: (context: Context) => Reason | 'open' | undefined
  /** What the instrument adds to the answer, once the amount is known: who bears what, what is returned. */
  readonly finish?: (result: PartResult, amount: Decimal, context: Context) => Extras
  /** Works out the values that are shown beside the formula, of the item at hand or where there are none of the applicant. */
  readonly show: (context: Context) => void
  /** The quantities that limits may be stated in, where they are more than those of the items. */
  readonly nodes?: Vocabulary['nodes']
  /** Checks what the whole part uses of the terms, once the rest of it is compiled. */
  readonly complete?: () => void
  /** Works out what the items share, once it is known which count. */
  readonly prepare: (context: Context) => void
  /** The amount of the item at hand in each settlement month or quarter. */
  readonly grossBy?: (each: CapEach, context: Context) => { readonly key: string; readonly amount: Fraction }[] | undefined
  /** First day and months of the counted time, for money that is paid month by month. */
  readonly months?: (item: Item) => { readonly from: string; readonly months: number } | undefined
}

/** The terms about some items beside those of every part. */
export type OwnTerms<Terms extends PlainTerms> = { readonly [term in Exclude<keyof Terms, keyof PlainTerms>]-?: true }

/** A kind of items: what may be said of them, and how terms about them become a formula. */
export interface ItemKind extends Vocabulary {
  /** What terms say of these items, beside what those of every part do; an instrument may add its own. */
  readonly terms: { readonly [term: string]: true }
  compileTerms(terms: PlainTerms, scope: Scope): CompiledTerms
}

/** An instrument, or one rule of the guidance fund: the facts it knows, the items its parts may have, and what its terms add to those of the items. */
export interface Instrument {
  readonly instrument: InstrumentName
  readonly rule?: FundRule
  readonly facts: readonly FactTable[]
  /** The kinds of items a part may have; the first unless the part says otherwise. */
  readonly kinds: readonly [ItemKind, ...ItemKind[]]
  /** What the facts of an application must agree on among themselves. */
  readonly checks: readonly ((facts: Facts) => readonly Issue[])[]
  /** How the instrument orders limits where a document does not say: a reading of every answer to which it matters. */
  readonly orderOfLimits?: Text
  /** Compiles a part's terms; as the kind of its items does unless given. */
  readonly compileTerms?: (part: Part, kind: ItemKind, scope: Scope) => CompiledTerms
}

export interface CompiledLimit {
  readonly limit: Limit
  readonly kind: LimitAnswer['kind']
  /** Whether it applies to each item by itself. */
  readonly perItem: boolean
  readonly source: MaybeSource
  readonly when: CompiledClause | undefined
  /** The highest amount before earlier receipts are taken off. */
  readonly cap: Evaluate | undefined
  /** The lowest amount that is paid. */
  readonly minimum: Evaluate | undefined
  readonly received: Evaluate | undefined
  /** Support that shares the limit. */
  readonly support: Evaluate | undefined
  /** For `exclude` and `choose-one`: whether this support may be given. */
  readonly open: ((context: Context) => boolean | undefined) | undefined
  readonly by: ReadFact | undefined
  /** How what is left is cut among the items: in an order until it is used up, or in proportion. */
  readonly cut: CompiledOrder | 'pro-rata' | undefined
}

/** Something an official must look at, which refuses nothing. */
export interface CompiledFlag {
  readonly id: string
  readonly label: Text
  readonly source: MaybeSource
  readonly when: CompiledClause
}

export interface CompiledSelection {
  readonly order: CompiledOrder
  readonly source: MaybeSource
  readonly atMost: number
  readonly per: ReadFact | undefined
  readonly distinct: ReadFact | undefined
}

export interface CompiledPart {
  readonly part: Part
  readonly kind: ItemKind
  readonly eligibility: readonly CompiledClause[]
  readonly where: readonly CompiledClause[]
  readonly select: readonly CompiledSelection[]
  readonly terms: CompiledTerms
  readonly limits: readonly CompiledLimit[]
  readonly rounding: Rounding & { readonly each: 'item' | 'total'; readonly source: MaybeSource }
  /** What has been paid for the same claim before. */
  readonly paid: Evaluate | undefined
  /** The payers by tier: the first whose clauses are met share the amount. */
  readonly payers: readonly CompiledPayers[] | PayersBySlice
  readonly flags: readonly CompiledFlag[]
  /** Who is paid for an item, where the document pays different ones: the first case that applies. */
  readonly recipients: readonly CompiledRecipient[]
}

export interface CompiledRecipient {
  readonly when: CompiledClause | undefined
  readonly recipient: Recipient
  /** The name of the recipient, where the document tells several apart. */
  readonly named: ReadFact | undefined
}

export interface CompiledPayers {
  readonly when: CompiledClause | undefined
  readonly parties: readonly string[]
  readonly shares: readonly Fraction[]
  readonly texts: readonly string[]
  /** Who has the odd fen; those whose parts were cut off the most unless given. */
  readonly remainderTo: number | undefined
}

/** Payers of each slice of the amount: up to its end, the last without one. */
export interface PayersBySlice {
  readonly slices: readonly (Pick<CompiledPayers, 'parties' | 'shares'> & { readonly upTo: Compiled | undefined })[]
  /** Who has the odd fen. */
  readonly oddFenTo: string | undefined
}

/** What every answer under a policy says alike. */
export interface FixedAnswer {
  readonly policy: PolicyIdentity
  readonly meaning: Meaning
  readonly meaningSource: MaybeSource | undefined
  readonly recipient: { readonly value: string; readonly source: MaybeSource } | undefined
  readonly budget: { readonly value: BudgetRule; readonly source: MaybeSource } | undefined
  readonly rule: FundRule | undefined
  readonly readings: readonly ReadingAnswer[]
  readonly notes: readonly Text[]
}

export interface CompiledPolicy {
  readonly policy: Policy
  readonly fixed: FixedAnswer
  readonly parts: readonly CompiledPart[]
  readonly joint: readonly {
    readonly limit: JointLimit
    readonly cap: Evaluate
    readonly received: Evaluate | undefined
    readonly source: MaybeSource
  }[]
  readonly asked: ReadonlyMap<string, readonly (readonly Gate[])[]>
}

/** A policy compiled for an instrument, and every fault found on the way. */
export interface Compilation {
  readonly compiled: CompiledPolicy
  readonly faults: readonly Fault[]
  /** Required parameters that have not been supplied. */
  readonly absent: readonly Issue[]
}

/** Some instruments, for which a policy is compiled. */
export type Instruments = readonly [Instrument, ...Instrument[]]

/** A policy compiled for some instruments with every fault found; the compiled form is kept for as long as the policy is. */
export function compilePolicy(policy: Policy, instruments: Instruments): Compilation {
  const known = KEPT.get(policy) ?? new Map<Instruments, Compilation>()
  KEPT.set(policy, known)
  const kept = known.get(instruments)
  if (kept !== undefined) return kept
  const result = compile(policy, instruments)
  known.set(instruments, result)
  return result
}

const KEPT = /* @__PURE__ */ new WeakMap<Policy, Map<Instruments, Compilation>>()

/** The compiled policy; PolicyError with every fault, or naming every required parameter that is absent. */
export function compiledPolicy(policy: Policy, instruments: Instruments): CompiledPolicy {
  const { compiled, faults, absent } = compilePolicy(policy, instruments)
  const left = compiled.parts.length === 0 ? [noPart(policy, instruments)] : sharedWithOthers(policy, compiled)
  if (faults.length === 0 && absent.length === 0 && left.length === 0) return compiled
  throw new PolicyError([...faults.map(briefly), ...absent, ...left])
}

function noPart(policy: Policy, instruments: Instruments): Issue {
  const names = instruments.map(({ instrument, rule }) => rule ?? instrument).join(', ')
  return {
    code: 'other-instrument',
    path: 'parts',
    given: policy.parts.map((part) => part.instrument).join(', '),
    message: { zh: `该文件没有“${names}”部分`, en: `the document has no part of ${names}` },
  }
}

/** Joint limits over parts that are not assessed here: without those the amount would be wrong. */
function sharedWithOthers(policy: Policy, { parts }: CompiledPolicy): Issue[] {
  return (policy.limits ?? []).flatMap(({ over }, index) => {
    const others = over.filter((id) => !parts.some(({ part }) => idOf(part) === id))
    if (others.length === 0 || others.length === over.length) return []
    return [
      {
        code: 'other-instrument',
        path: `limits[${index}].over`,
        given: others.join(', '),
        message: {
          zh: '合计限额还涉及其他工具的部分：请用 subvention 的 assess 一并计算',
          en: 'the joint limit also covers parts of other instruments: assess them together with the assess of subvention',
        },
      },
    ]
  })
}

/** A fault without its words, which `parsePolicy` has. */
const briefly = ({ code, path, given, detail }: Fault): Issue => ({
  code,
  path,
  ...(given === undefined ? {} : { given }),
  message: {
    zh: `文件此处有误（${[code, detail, given].filter(Boolean).join('，')}）：parsePolicy 给出说明`,
    en: `the document has a fault here (${[code, detail, given].filter(Boolean).join(', ')}): parsePolicy says more`,
  },
})

/** Required parameters of a template that have not been supplied. */
export function absentParameters(policy: Policy): Issue[] {
  return Object.entries(policy.parameters ?? {}).flatMap(([name, { label, value, neededWhen }]) =>
    value !== undefined || !isNeeded(policy, neededWhen)
      ? []
      : [
          {
            code: 'parameter-missing',
            path: `parameters.${name}`,
            message: {
              zh: `缺少必需参数“${textIn(label, 'zh')}”：请用 withParameters 提供`,
              en: `the required parameter "${textIn(label, 'en')}" is missing: supply it with withParameters`,
            },
          },
        ],
  )
}

function isNeeded({ parameters }: Policy, when: Parameter['neededWhen']): boolean {
  if (when === undefined) return true
  const value = parameters?.[when.parameter]?.value
  const wanted = typeof when.is === 'string' ? [when.is] : when.is
  return typeof value === 'string' ? wanted.includes(value) : Array.isArray(value) && wanted.some((each) => value.includes(each))
}

/** A text in one language. */
export const textIn = (text: Text, language: 'zh' | 'en'): string => (typeof text === 'string' ? text : text[language])

/** Every fault that can be found in a policy whose form may be broken: what stands before the break, and after it where that can be read. */
export function faultsWithin(policy: Policy, instruments: Instruments): readonly Fault[] {
  const faults: Fault[] = []
  try {
    compile(policy, instruments, faults)
  } catch {
    // The form itself is broken here, which the reader of the form reports.
  }
  return faults
}

function compile(policy: Policy, instruments: Instruments, faults: Fault[] = []): Compilation {
  const readings: ReadingAnswer[] = []
  const root: Scope = {
    policy,
    vocabulary: NO_VOCABULARY,
    path: '',
    source: {},
    facts: factsOf(policy, tablesOf(instruments)),
    asked: new Map(),
    faults,
    compileQuantity,
    uses: new Set(),
  }
  const parts = policy.parts.flatMap((part, index) => {
    const instrument = instrumentOf(part, instruments)
    return instrument === undefined ? [] : [compilePart(part, within(within(root, 'parts'), index), instrument)]
  })
  const joint = (policy.limits ?? []).map((limit, index) => {
    const scope = within(within(root, 'limits'), index, limit)
    mustHaveSource(limit, scope)
    const ids = policy.parts.map(idOf)
    for (const id of limit.over) {
      if (!ids.includes(id)) fault(within(scope, 'over'), 'unknown-part', id)
    }
    return {
      limit,
      source: sourceOf(limit),
      cap: compileAs(limit.cap, 'amount', within(scope, 'cap')).evaluate,
      received: receivedOf(limit, 'applicant', scope),
    }
  })
  const { parts: all, ...about } = policy
  collectReadings(about, '', readings)
  for (const { part } of parts) {
    const at = `parts[${all.indexOf(part)}]`
    collectReadings(part, at, readings)
    const order = instrumentOf(part, instruments)?.orderOfLimits
    if (order !== undefined && (part.limits ?? []).length > 1 && part.orderOfLimits === undefined)
      readings.push({ about: `${at}.limits`, reading: order })
  }
  const compiled = { policy, fixed: fixedAnswer(policy, parts, readings), parts, joint, asked: root.asked }
  return { compiled, faults, absent: absentParameters(policy) }
}

/** What may be said of the document as a whole. */
const NO_VOCABULARY: Vocabulary = {
  item: 'none',
  nodes: {},
  derived: {},
  derivedLists: {},
  supportAmount: () => undefined,
}

/** The tables of some instruments' facts, each once; the same list for the same instruments. */
export function tablesOf(instruments: Instruments): readonly FactTable[] {
  const kept = TABLES.get(instruments)
  if (kept !== undefined) return kept
  const tables = [...new Set(instruments.flatMap(({ facts }) => facts))]
  TABLES.set(instruments, tables)
  return tables
}

const TABLES = /* @__PURE__ */ new WeakMap<Instruments, readonly FactTable[]>()

/** What a part is called: its id, or the rule it states. */
export const idOf = (part: Part): string | undefined => part.id ?? ruleOf(part)

const ruleOf = (part: Part): FundRule | undefined => ('rule' in part ? part.rule : undefined)

/** The instrument under which a part is assessed: its own, or one it belongs to as well. */
function instrumentOf(part: Part, instruments: Instruments): Instrument | undefined {
  const { instrument, also = [] } = part
  const rule = ruleOf(part)
  const find = (name: InstrumentName): Instrument | undefined =>
    instruments.find((known) => known.instrument === name && (known.rule === undefined || known.rule === rule))
  return find(instrument) ?? also.map(find).find((known) => known !== undefined)
}

function fixedAnswer(policy: Policy, compiled: readonly CompiledPart[], readings: readonly ReadingAnswer[]): FixedAnswer {
  const parts = compiled.map(({ part }) => part)
  const meaning = parts.map((part) => part.meaning).find((value) => value !== undefined && value.value !== 'exact')
  const first = parts[0]
  return {
    policy: identityOf(policy),
    meaning: meaning?.value ?? 'exact',
    meaningSource: (meaning ?? first?.meaning) && sourceOf((meaning ?? first?.meaning) as MaybeSource),
    recipient:
      typeof first?.recipient?.value === 'string' ? { value: first.recipient.value, source: sourceOf(first.recipient) } : undefined,
    budget: first?.budget && { value: first.budget.value, source: sourceOf(first.budget) },
    rule: first && parts.every((part) => ruleOf(part) === ruleOf(first)) ? ruleOf(first) : undefined,
    readings,
    notes: policy.notes ?? [],
  }
}

function identityOf(policy: Policy): PolicyIdentity {
  const { id, title, number, issued, evidence, status, effective, parameters } = policy
  const given = Object.entries(parameters ?? {}).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))
  return {
    id,
    title,
    ...(number === undefined ? {} : { number }),
    ...(issued === undefined ? {} : { issued }),
    evidence,
    ...(status === undefined ? {} : { status }),
    effective,
    ...(given.length === 0 ? {} : { parameters: Object.fromEntries(given) as { readonly [name: string]: unknown } }),
  }
}

function compilePart(part: Part, outer: Scope, instrument: Instrument): CompiledPart {
  const kind = kindOf(part, outer, instrument)
  const scope: Scope = { ...outer, vocabulary: kind, uses: new Set() }
  const inItems: Scope = { ...scope, entry: kind.item }
  const list = listOf(kind.item)
  if (list !== undefined) askFor(list, scope)
  const clausesAt = (clauses: readonly Parameters<typeof compileClause>[0][] | undefined, at: Scope): CompiledClause[] =>
    (clauses ?? []).map((clause, index) => {
      const place = within(at, index)
      mustHaveSource(clause, place)
      return compileClause(clause, place)
    })
  const inTerms = within(scope, 'terms')
  for (const key of Object.keys(part.terms)) {
    if (!isTerm(key, kind, instrument)) fault(within(inTerms, key), 'unknown-term', key)
  }
  const terms = instrument.compileTerms?.(part, kind, inTerms) ?? kind.compileTerms(part.terms, inTerms)
  const inLimits = within({ ...scope, vocabulary: { ...kind, nodes: terms.nodes ?? kind.nodes } }, 'limits')
  const limits = (part.limits ?? []).map((limit, index) => {
    if ('cap' in limit && limit.each !== undefined && terms.grossBy === undefined)
      fault(within(within(inLimits, index), 'each'), 'out-of-reach', limit.each, 'each')
    return compileLimit(limit, within(inLimits, index, limit), kind)
  })
  const per = part.terms.formula?.per
  if (per !== undefined && per !== kind.item && per !== 'applicant')
    fault(within(within(within(scope, 'terms'), 'formula'), 'per'), 'unknown-scope', per, kind.item)
  if (per === 'applicant' || kind.item === 'none') {
    for (const [index, { perItem, by }] of limits.entries()) {
      if (perItem || by !== undefined) fault(within(within(scope, 'limits'), index), 'out-of-reach', part.limits?.[index]?.per, 'applicant')
    }
  }
  noDuplicates(part, scope)
  const order = limits.map(({ limit }) => (limit.per === kind.item ? 0 : typeof limit.per === 'object' ? 1 : 2))
  order.forEach((rank, index) => {
    if (index > 0 && rank < (order[index - 1] as number)) {
      fault(within(within(scope, 'limits'), index), 'order', part.limits?.[index]?.per)
    }
  })
  const eligibility = clausesAt(part.eligibility, within(scope, 'eligibility'))
  const where = clausesAt(part.items?.where, within(within({ ...inItems, deciding: true }, 'items'), 'where'))
  if (terms.gross === undefined && limits.length > 0) fault(within(inTerms, 'formula'), 'absent', undefined, 'amount')
  const select = (part.items?.select ?? []).map((selection, index) =>
    compileSelection(selection, within(within(within(inItems, 'items'), 'select'), index, selection)),
  )
  terms.complete?.()
  const { rounding } = part
  mustHaveSource(rounding, within(scope, 'rounding'))
  if (part.correction !== undefined) mustHaveSource(part.correction, within(scope, 'correction'))
  if (part.orderOfLimits !== undefined) mustHaveSource(part.orderOfLimits, within(scope, 'orderOfLimits'))
  return {
    part,
    kind,
    eligibility,
    where,
    select,
    terms,
    limits,
    rounding: { to: rounding.value.to, mode: rounding.value.mode, each: rounding.value.each ?? 'total', source: sourceOf(rounding) },
    paid: part.correction && compileAs(part.correction.value.paid, 'amount', within(within(scope, 'correction'), 'paid')).evaluate,
    payers: part.payers === undefined ? [] : compilePayers(part.payers, within(scope, 'payers', part.payers)),
    flags: (part.flags ?? []).map((flag, index) => compileFlag(flag, within(within(scope, 'flags'), index, flag))),
    recipients: part.recipient === undefined ? [] : compileRecipients(part.recipient, within(inItems, 'recipient', part.recipient), terms),
  }
}

function compileFlag(flag: Flag, scope: Scope): CompiledFlag {
  mustHaveSource(flag, scope)
  const { id, label, when } = flag
  return { id, label, source: sourceOf(flag), when: compileClauses(when, within(scope, 'when')) }
}

/** Whether a term can be said of these items; an instrument with terms of its own knows them itself. */
const isTerm = (key: string, { terms }: ItemKind, { compileTerms }: Instrument): boolean =>
  compileTerms !== undefined || key === 'formula' || key === 'shown' || Object.hasOwn(terms, key)

/** The kind of a part's items: as it says, else the instrument's first. */
function kindOf({ items }: Part, scope: Scope, { kinds }: Instrument): ItemKind {
  const kind = items?.of === undefined ? kinds[0] : kinds.find(({ item }) => item === items.of)
  if (kind !== undefined) return kind
  fault(within(within(scope, 'items'), 'of'), 'unknown-items', items?.of, kinds.map(({ item }) => item).join(', '))
  return kinds[0]
}

/** Clauses and limits are named by their ids: each id once. */
function noDuplicates({ eligibility = [], items, limits = [], flags = [] }: Part, scope: Scope): void {
  const seen = new Set<string>()
  for (const { id } of [...eligibility, ...(items?.where ?? []), ...limits, ...flags]) {
    if (id === undefined) continue
    if (seen.has(id)) fault(scope, 'duplicate', id)
    seen.add(id)
  }
}

/** Notes a fault where a value of the document has no source. */
export function mustHaveSource(value: MaybeSource, scope: Scope): void {
  const count = [value.article, value.place, value.reading].filter((source) => source !== undefined).length
  if (count === 1) return
  fault(scope, 'source', undefined, String(count))
}

const RECEIVED = {
  year: ['history.receivedThisYear', 'history.groupReceivedThisYear'],
  window: ['history.receivedInWindow', 'history.groupReceivedInWindow'],
  lifetime: ['history.receivedTotal', 'history.groupReceivedTotal'],
} as const

function receivedOf(
  limit: { readonly period?: 'year' | 'window' | 'lifetime'; readonly received?: Quantity },
  per: unknown,
  scope: Scope,
): Evaluate | undefined {
  if (limit.received !== undefined) return compileAs(limit.received, 'amount', within(scope, 'received')).evaluate
  if (limit.period === undefined) return undefined
  if (per !== 'applicant' && per !== 'group') return fault(within(scope, 'received'), 'absent', undefined, 'received')
  return compileAs({ fact: RECEIVED[limit.period][per === 'group' ? 1 : 0] }, 'amount', scope).evaluate
}

function compileLimit(limit: Limit, scope: Scope, kind: ItemKind): CompiledLimit {
  mustHaveSource(limit, scope)
  const { per } = limit
  const at: Scope =
    per === kind.item ? { ...scope, entry: kind.item } : typeof per === 'object' ? { ...scope, entry: kind.item, grouped: true } : scope
  const inside = behind(at, true, limit.when)
  if (typeof per === 'string' && per !== kind.item && per !== 'applicant' && per !== 'group') {
    fault(within(scope, 'per'), 'unknown-scope', per, kind.item)
  }
  if ('cap' in limit && limit.each !== undefined && limit.period !== undefined)
    fault(within(scope, 'each'), 'kind', limit.each, 'period-each')
  const support = 'stacking' in limit && (limit.stacking === 'net-cost' || limit.stacking === 'combined-share')
  const levels = 'levels' in limit && limit.levels !== undefined ? { levels: limit.levels } : {}
  const lines = 'lines' in limit && limit.lines !== undefined ? { lines: limit.lines } : {}
  return {
    limit,
    kind: 'cap' in limit ? 'cap' : 'minimum' in limit ? 'minimum' : limit.stacking,
    perItem: per === kind.item,
    source: sourceOf(limit),
    when: limit.when === undefined ? undefined : ofEach(compileClauses(limit.when, within(at, 'when')), inside),
    cap: per === kind.item ? amountOfEach(capOf(limit, inside), inside) : capOf(limit, inside),
    minimum: 'minimum' in limit ? compileAs(limit.minimum, 'amount', within(inside, 'minimum')).evaluate : undefined,
    received: 'cap' in limit ? receivedOf(limit, per, inside) : undefined,
    support: support ? compileAs({ otherSupport: 'amount', ...levels, ...lines }, 'amount', inside).evaluate : undefined,
    open: openOf(limit, inside),
    by: typeof per === 'object' ? byOf(per.by, scope, kind) : undefined,
    cut: 'cap' in limit && limit.cut !== undefined ? cutOf(limit.cut, per, within(scope, 'cut'), kind) : undefined,
  }
}

/** How a shared limit cuts the items: those of a limit on one item alone need no cut. */
function cutOf(cut: Cut, per: Limit['per'], scope: Scope, { item }: ItemKind): CompiledLimit['cut'] {
  if (per === item || item === 'none') return fault(scope, 'unknown-scope', per, 'cut')
  return typeof cut === 'string' ? cut : compileOrder(cut.lastFirst, within(scope, 'lastFirst'))
}

function byOf(name: string, scope: Scope, { item }: ItemKind): ReadFact | undefined {
  const inside = { ...within(scope, 'per'), entry: item }
  const definition = factAt(name, inside, 'by')
  return definition && readerOf(definition, inside)
}

/** A clause about the item at hand; of one that is several things under one amount it is what holds of each of them. */
function ofEach(clause: CompiledClause, { vocabulary }: Scope): CompiledClause {
  const { alternatives } = vocabulary
  return alternatives === undefined ? clause : { ...clause, test: alike(alternatives, clause.test, (a, b) => a === b) }
}

/** The same of an amount. */
function amountOfEach(amount: Evaluate | undefined, { vocabulary }: Scope): Evaluate | undefined {
  const { alternatives } = vocabulary
  const same = (a: Fraction | undefined, b: Fraction | undefined): boolean =>
    a === undefined || b === undefined ? a === b : compare(a, b) === 0
  return amount === undefined || alternatives === undefined ? amount : alike(alternatives, amount, same)
}

function capOf(limit: Limit, scope: Scope): Evaluate | undefined {
  if ('cap' in limit) return compileAs(limit.cap, 'amount', within(scope, 'cap')).evaluate
  if ('minimum' in limit) return undefined
  if (limit.stacking === 'net-cost') return compileAs(limit.cost, 'amount', within(scope, 'cost')).evaluate
  if (limit.stacking === 'combined-share') return compileAs({ share: limit.share, of: limit.of }, 'amount', scope).evaluate
  return undefined
}

function openOf(limit: Limit, scope: Scope): CompiledLimit['open'] {
  if (!('stacking' in limit)) return undefined
  if (limit.stacking === 'choose-one') return compileClause({ fact: limit.fact, is: limit.is }, scope).test
  if (limit.stacking !== 'exclude') return undefined
  const { levels, lines } = limit
  return compileClause({ otherSupport: 'none', ...(levels && { levels }), ...(lines && { lines }) }, scope).test
}

function compileSelection(selection: Selection, scope: Scope): CompiledSelection {
  mustHaveSource(selection, scope)
  const read = (name: string | undefined, key: string): ReadFact | undefined => {
    const definition = name === undefined ? undefined : factAt(name, scope, key)
    return definition && readerOf(definition, scope)
  }
  const { atMost } = selection
  const count = typeof atMost === 'number' ? atMost : Number(parameterAt(atMost.parameter, scope)?.value ?? 0)
  return {
    order: compileOrder(selection.order, scope),
    source: sourceOf(selection),
    atMost: count,
    per: read(selection.per, 'per'),
    distinct: read(selection.distinct, 'distinct'),
  }
}

function compilePayers(payers: NonNullable<Part['payers']>, scope: Scope): CompiledPart['payers'] {
  mustHaveSource(payers, scope)
  const { value } = payers
  const remainderTo = payers.remainderTo === undefined ? undefined : wordAt(payers.remainderTo, within(scope, 'remainderTo'))
  const inside = within(scope, 'value')
  if ('parameter' in value) {
    const shares = parameterAt(value['parameter'], inside)?.value
    return [compileShares(typeof shares === 'object' && !Array.isArray(shares) ? (shares as Shares) : {}, remainderTo, undefined, inside)]
  }
  if ('slices' in value)
    return payersBySlice((value as Extract<SharesRule, { readonly slices: unknown }>).slices, remainderTo, within(inside, 'slices'))
  if (!('cases' in value)) return [compileShares(value, remainderTo, undefined, inside)]
  const { cases } = value as Extract<SharesRule, { readonly cases: unknown }>
  if (cases.at(-1)?.when !== undefined) fault(within(inside, 'cases'), 'absent', undefined, 'last-case')
  return cases.map(({ when, shares }, index) => {
    const place = within(within(inside, 'cases'), index)
    return compileShares(shares, remainderTo, when === undefined ? undefined : compileClauses(when, within(place, 'when')), place)
  })
}

type PayerSlices = Extract<SharesRule, { readonly slices: unknown }>['slices']

function payersBySlice(written: PayerSlices, oddFenTo: string | undefined, scope: Scope): PayersBySlice {
  const slices = written.map(({ upTo, shares }, index) => {
    const inside = within(scope, index)
    const { parties, shares: read } = compileShares(shares, undefined, undefined, within(inside, 'shares'))
    return { parties, shares: read, upTo: upTo === undefined ? undefined : compileAs(upTo, 'amount', within(inside, 'upTo')) }
  })
  slices.forEach(({ upTo }, index) => {
    const [end, before] = [upTo?.constant, slices[index - 1]?.upTo?.constant]
    const falls = end !== undefined && before !== undefined && compare(end, before) <= 0
    if (falls || (upTo === undefined) !== (index === slices.length - 1)) fault(within(scope, index), 'overlap', undefined, 'slices')
  })
  const known = [...new Set(slices.flatMap(({ parties }) => parties))]
  if (oddFenTo !== undefined && !known.includes(oddFenTo)) fault(scope, 'unknown-party', oddFenTo, known.join(', '))
  return { slices, oddFenTo }
}

function compileShares(printed: Shares, bearer: string | undefined, when: CompiledClause | undefined, scope: Scope): CompiledPayers {
  const entries = Object.entries(inOrder(printed))
  const shares = entries.map(([party, text]) => {
    const read = readPrinted(text)
    if (read !== undefined && (read.kind === 'rate' || read.kind === 'number')) return read.value
    fault(within(scope, party), 'unreadable', text, 'share')
    return zero
  })
  if (entries.length > 0 && compare(shares.reduce(plus, zero), one) !== 0) fault(scope, 'shares', printed)
  const remainderTo = bearer === undefined || entries.length === 0 ? undefined : entries.findIndex(([party]) => party === bearer)
  if (remainderTo === -1) fault(scope, 'unknown-party', bearer, entries.map(([party]) => party).join(', '))
  return { when, parties: entries.map(([party]) => party), shares, texts: entries.map(([, text]) => text), remainderTo }
}

/** Who is paid for each item; nothing where one recipient is paid for all. */
function compileRecipients(recipient: NonNullable<Part['recipient']>, scope: Scope, { perApplicant }: CompiledTerms): CompiledRecipient[] {
  mustHaveSource(recipient, scope)
  if (typeof recipient.value === 'string') return []
  const inside = within(within(scope, 'value'), 'cases')
  const { cases } = recipient.value
  if (perApplicant) fault(inside, 'out-of-reach', recipient.value, 'applicant')
  if (cases.at(-1)?.when !== undefined) fault(inside, 'absent', undefined, 'last-recipient')
  return cases.map(({ when, recipient: paid, named }, index) => {
    const place = within(inside, index)
    const name = named === undefined ? undefined : factAt(named, behind(place, true, when), 'named')
    return {
      when: when === undefined ? undefined : ofEach(compileClauses(when, within(place, 'when')), place),
      recipient: paid,
      named: name && readerOf(name, place),
    }
  })
}

/** Every reading of a policy with the place it stands at. */
function collectReadings(value: unknown, path: string, readings: ReadingAnswer[]): void {
  if (typeof value !== 'object' || value === null) return
  if (path !== '' && path !== 'facts' && 'reading' in value && !path.startsWith('facts.'))
    readings.push({ about: path, reading: value.reading as Text })
  for (const [key, inner] of Object.entries(value)) {
    collectReadings(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, readings)
  }
}
