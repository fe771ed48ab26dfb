import {
  compare,
  dividedBy,
  type Fraction,
  fractionText,
  higher,
  isZero,
  lower,
  minus,
  plus,
  times,
  wholeOf,
  zero,
} from '../money/fraction.js'
import type { CapEach } from '../policy/policy.js'
import type { ItemState, PartResult } from './assess.js'
import type { LimitAnswer } from './assessment.js'
import type { CompiledLimit, CompiledPart, CompiledPolicy } from './compile.js'
import type { Context, Item } from './context.js'
import { ordered } from './order.js'
import { forgetMissing, type ReadFact } from './reading.js'

/** An amount on its way through the limits: of one item, of the items that share a fact, or of all. */
export interface Entry {
  readonly items: readonly Item[]
  value: Fraction
  /** The lowest cap it has passed, which rounding must not exceed. */
  ceiling: Fraction | undefined
  /** The value as exact text, worked out once. */
  text?: string
}

export const textOf = (entry: Entry): string => {
  entry.text ??= fractionText(entry.value)
  return entry.text
}

/** What the limits leave, and the one that left nothing because of support from elsewhere or a minimum. */
export interface Limited {
  readonly entries: readonly Entry[]
  readonly closed: CompiledLimit | undefined
}

/** Applies the limits of a part in the document's order; undefined when a fact one of them needs is unknown. */
export function applyLimits(
  compiled: CompiledPart,
  gross: readonly Entry[],
  context: Context,
  states: readonly ItemState[],
  result: PartResult,
): Limited | undefined {
  let entries = gross
  let unknown = false
  let closed: CompiledLimit | undefined
  const explained = context.worksheet !== undefined
  keepPerItem(entries, result)
  keep(entries, result)
  for (const limit of compiled.limits) {
    const groups = gathered(entries, limit, context)
    if (groups === undefined) {
      unknown = true
      continue
    }
    for (const { entry } of groups) {
      // Items that share a fact share what depends on it: the first speaks for all.
      if (limit.perItem || limit.by !== undefined) {
        context.item = entry.items[0]
        context.together = entry.items
      }
      const applied = applyLimit(limit, entry, context, compiled, explained)
      context.item = undefined
      context.together = undefined
      if (applied === undefined || !shared(limit, entry, context, result)) unknown = true
      else if (applied.closes) closed ??= limit
      if (applied?.answer === undefined) continue
      const state = limit.perItem ? states.find((other) => other.item === entry.items[0]) : undefined
      if (state !== undefined) state.limits.push(applied.answer)
      else result.limits.push(result.id === undefined ? applied.answer : { ...applied.answer, part: result.id })
    }
    if (limit.by === undefined) entries = groups.map(({ entry }) => entry)
    else {
      const cut = limit.cut === undefined ? undefined : result.amounts
      result.shared ||= cut === undefined && groups.some(({ entry, before }) => entry.value !== before)
      const apart = new Map(groups.flatMap((group) => takenApart(group, cut)))
      entries = entries.map((entry) => apart.get(entry) ?? entry)
    }
    if (limit.perItem) keepPerItem(entries, result)
    else if (limit.by !== undefined) for (const { items, value } of entries) result.amounts.set(items[0] as Item, value)
    keep(entries, result)
  }
  if (unknown) return undefined
  return { entries, closed: closed !== undefined && entries.every((entry) => isZero(entry.value)) ? closed : undefined }
}

/** An item's amount after the limits that hold for it alone; undefined when a fact one of them needs is unknown. */
export function afterOwnLimits(compiled: CompiledPart, value: Fraction, item: Item, context: Context): Fraction | undefined {
  const entry: Entry = { items: [item], value, ceiling: undefined }
  for (const limit of compiled.limits) {
    if (!limit.perItem) break
    if (applyLimit(limit, entry, context, compiled, false) === undefined) return undefined
  }
  return entry.value
}

/** Cuts the items to what a shared limit leaves them together, where the document says how. False when what decides their order is unknown. */
function shared({ cut }: CompiledLimit, entry: Entry, context: Context, { amounts, ceilings }: PartResult): boolean {
  if (cut === undefined) return true
  const amountOf = (item: Item): Fraction => amounts.get(item) ?? zero
  const items = cut === 'pro-rata' ? entry.items : ordered(entry.items, cut, context, (at) => at.item && amountOf(at.item))
  if (items === undefined) return false
  const before = items.reduce((sum, item) => plus(sum, amountOf(item)), zero)
  if (compare(before, entry.value) <= 0) return true
  let rest = entry.value
  for (const item of items) {
    const amount = cut === 'pro-rata' ? dividedBy(times(amountOf(item), entry.value), before) : lower(amountOf(item), rest)
    rest = minus(rest, amount)
    amounts.set(item, amount)
    ceilings.set(item, amount)
  }
  return true
}

/** What each item brings after its own limits. */
function keepPerItem(entries: readonly Entry[], { amounts, ceilings }: PartResult): void {
  for (const { items, value, ceiling } of entries) {
    if (items.length !== 1) continue
    amounts.set(items[0] as Item, value)
    if (ceiling !== undefined) ceilings.set(items[0] as Item, ceiling)
  }
}

/** What each item keeps: what is cut together is cut in proportion. */
function keep(entries: readonly Entry[], { compiled, kept }: PartResult): void {
  if (compiled.terms.finish === undefined) return
  for (const { items, value } of entries) {
    const before = items.reduce((sum, item) => plus(sum, kept.get(item) ?? zero), zero)
    for (const item of items) {
      const amount = kept.get(item)
      if (items.length === 1) kept.set(item, value)
      else if (amount !== undefined && compare(value, before) < 0) kept.set(item, dividedBy(times(amount, value), before))
    }
  }
}

/** Amounts a limit is applied to together, what they came to before it, and what they were made of. */
interface Group {
  readonly entry: Entry
  readonly before: Fraction
  readonly members: readonly Entry[]
}

/** Brings amounts together as the scope of the limit asks: per item, per value of a fact for which it applies, or for the applicant. */
function gathered(entries: readonly Entry[], limit: CompiledLimit, context: Context): readonly Group[] | undefined {
  const { perItem, by } = limit
  if (perItem || (by === undefined && entries.length === 1))
    return entries.map((entry) => ({ entry, before: entry.value, members: [entry] }))
  const groups = by === undefined ? [entries] : groupsBy(by, entries, limit, context)
  return groups?.map((members) => {
    const entry = members.reduce((sum, { items, value, ceiling }) => ({
      items: [...sum.items, ...items],
      value: plus(sum.value, value),
      ceiling: both(sum.ceiling, ceiling),
    }))
    return { entry: { items: entry.items, value: entry.value, ceiling: entry.ceiling }, before: entry.value, members }
  })
}

/** The amounts that share a fact and for which the limit applies: first what each item says by itself, then what they say together. */
function groupsBy(by: ReadFact, entries: readonly Entry[], { when }: CompiledLimit, context: Context): readonly Entry[][] | undefined {
  const candidates = new Map<string, Entry[]>()
  const { itemsKnown } = context
  let unknown = false
  for (const entry of entries) {
    context.item = entry.items[0]
    const before = context.missing.size
    context.itemsKnown = false
    const applies = when === undefined ? true : when.test(context)
    context.itemsKnown = itemsKnown
    if (applies === false) continue
    const value = by(context)
    if (value === undefined) {
      unknown = true
      continue
    }
    forgetMissing(context, before)
    const key = typeof value === 'string' ? value : JSON.stringify(value)
    candidates.set(key, [...(candidates.get(key) ?? []), entry])
  }
  const groups = [...candidates.values()].map((sharing) => {
    context.together = sharing.flatMap(({ items }) => items)
    return sharing.filter(({ items }) => {
      context.item = items[0]
      const applies = when === undefined ? true : when.test(context)
      unknown ||= applies === undefined
      return applies === true
    })
  })
  context.item = undefined
  context.together = undefined
  return unknown ? undefined : groups.filter((members) => members.length > 0)
}

/** What a limit left of a group, for each of its members: as the document cuts them, or in proportion to what each brought. */
function takenApart({ entry, before, members }: Group, cut: ReadonlyMap<Item, Fraction> | undefined): readonly (readonly [Entry, Entry])[] {
  const [only] = members
  if (members.length === 1 && only !== undefined) return [[only, entry]]
  const partOf = (whole: Fraction, { value }: Entry): Fraction =>
    isZero(before) ? dividedBy(whole, wholeOf(members.length)) : dividedBy(times(whole, value), before)
  return members.map((member) => [
    member,
    {
      items: member.items,
      value: entry.value === before ? member.value : (cut?.get(member.items[0] as Item) ?? partOf(entry.value, member)),
      ceiling: entry.ceiling && partOf(entry.ceiling, member),
    },
  ])
}

const both = (a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined =>
  a === undefined || b === undefined ? undefined : plus(a, b)

interface Applied {
  readonly answer: LimitAnswer | undefined
  /** Whether it leaves nothing: support from elsewhere excludes this one, or the amount is too low to be paid. */
  readonly closes: boolean
}
const UNCHANGED: Applied = { answer: undefined, closes: false }
const CLOSED: Applied = { answer: undefined, closes: true }

/** Applies one limit to an amount; undefined when a fact it needs is unknown. */
function applyLimit(compiled: CompiledLimit, entry: Entry, context: Context, part: CompiledPart, explained: boolean): Applied | undefined {
  const { limit } = compiled
  // What shares a fact was brought together because the limit applies to it.
  const applies = compiled.when === undefined || compiled.by !== undefined ? true : compiled.when.test(context)
  if (applies === undefined) return undefined
  if (!applies) return UNCHANGED
  const before = entry.value
  const beforeText = explained ? textOf(entry) : ''
  const set = (value: Fraction): void => {
    if (value === before) return
    entry.value = value
    delete entry.text
  }
  if (compiled.open !== undefined) {
    const open = compiled.open(context)
    if (open === undefined) return undefined
    if (!open) set(zero)
    if (!explained) return open ? UNCHANGED : CLOSED
    return { answer: answerOf(compiled, entry, before, beforeText, context), closes: !open }
  }
  if (compiled.minimum !== undefined) {
    const least = compiled.minimum(context)
    if (least === undefined) return undefined
    const tooLow = compare(before, least) < 0
    if (tooLow) set(zero)
    if (!explained) return tooLow ? CLOSED : UNCHANGED
    const answer = answerOf(compiled, entry, before, beforeText, context)
    answer.limit = fractionText(least)
    return { answer, closes: tooLow }
  }
  if (compiled.cap === undefined)
    return explained ? { answer: answerOf(compiled, entry, before, beforeText, context), closes: false } : UNCHANGED
  const used = compiled.received ?? compiled.support
  const cap = compiled.cap(context)
  const received = used?.(context)
  if (cap === undefined || (used !== undefined && received === undefined)) return undefined
  const left = received === undefined ? cap : higher(zero, minus(cap, received))
  if ('cap' in limit && limit.each !== undefined) {
    const value = cappedEach(limit.each, left, entry, context, part)
    if (value === undefined) return undefined
    set(lower(before, value))
  } else {
    if (compare(before, left) > 0) set(left)
    entry.ceiling = entry.ceiling === undefined ? left : lower(entry.ceiling, left)
  }
  if (!explained) return UNCHANGED
  const answer = answerOf(compiled, entry, before, beforeText, context)
  answer.limit = fractionText(left)
  if (received !== undefined) {
    answer.cap = fractionText(cap)
    answer.received = fractionText(received)
  }
  return { answer, closes: false }
}

type Answer = { -readonly [key in keyof LimitAnswer]: LimitAnswer[key] }

function answerOf(
  { limit, source, perItem, kind }: CompiledLimit,
  entry: Entry,
  before: Fraction,
  beforeText: string,
  context: Context,
): Answer {
  const answer: Answer = {
    kind,
    source,
    per: limit.per,
    before: beforeText,
    after: textOf(entry),
    binding: entry.value !== before && compare(entry.value, before) < 0,
  }
  if (limit.id !== undefined) answer.id = limit.id
  if (limit.label !== undefined) answer.label = limit.label
  if ('period' in limit && limit.period !== undefined) answer.period = limit.period
  if (!perItem && (typeof limit.per === 'object' || entry.items.length < context.items.length))
    answer.items = entry.items.map((item) => item.id)
  return answer
}

/** The sum over settlement months or quarters, each capped by itself. */
function cappedEach(each: CapEach, cap: Fraction, entry: Entry, context: Context, { terms }: CompiledPart): Fraction | undefined {
  const sums = new Map<string, Fraction>()
  const before = context.item
  let unknown = false
  for (const item of entry.items) {
    context.item = item
    const amounts = terms.grossBy?.(each, context)
    if (amounts === undefined) unknown = true
    else for (const { key, amount } of amounts) sums.set(key, plus(sums.get(key) ?? zero, amount))
  }
  context.item = before
  return unknown ? undefined : [...sums.values()].reduce((sum, amount) => plus(sum, lower(amount, cap)), zero)
}

/** Joint limits: the parts together are cut, the last one first or in proportion. False when a fact one of them needs is unknown. */
export function applyJointLimits(
  compiled: CompiledPolicy,
  parts: readonly PartResult[],
  context: Context,
  answers: LimitAnswer[],
): boolean {
  let known = true
  for (const { limit, cap: capOf, received: receivedOf, source } of compiled.joint) {
    const sharing = parts.flatMap((part) =>
      part.id !== undefined && limit.over.includes(part.id) && part.exact !== undefined ? [part] : [],
    )
    if (sharing.length === 0) continue
    const cap = capOf(context)
    const received = receivedOf?.(context)
    if (cap === undefined || (receivedOf !== undefined && received === undefined)) {
      known = false
      continue
    }
    const left = received === undefined ? cap : higher(zero, minus(cap, received))
    const total = (): Fraction => sharing.reduce((sum, part) => plus(sum, part.exact ?? zero), zero)
    const before = total()
    if (compare(before, left) > 0) cutParts(sharing, before, left, limit.cut)
    const after = total()
    answers.push({
      kind: 'joint-cap',
      source,
      per: 'document',
      before: fractionText(before),
      limit: fractionText(left),
      after: fractionText(after),
      binding: compare(after, before) < 0,
      ...(limit.id === undefined ? {} : { id: limit.id }),
      ...(limit.label === undefined ? {} : { label: limit.label }),
      ...(limit.period === undefined ? {} : { period: limit.period }),
      ...(received === undefined ? {} : { cap: fractionText(cap), received: fractionText(received) }),
    })
  }
  return known
}

function cutParts(sharing: readonly PartResult[], before: Fraction, left: Fraction, how: 'last-first' | 'pro-rata'): void {
  let rest = left
  for (const part of sharing) {
    const exact = part.exact ?? zero
    part.exact = how === 'pro-rata' ? dividedBy(times(exact, left), before) : lower(exact, rest)
    rest = minus(rest, part.exact)
    part.cut = true
  }
}
