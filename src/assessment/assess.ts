import { allocate } from '../money/allocation.js'
import { Decimal } from '../money/decimal.js'
import { compare, type Fraction, fraction, fractionText, higher, isZero, lower, minus, plus, zero } from '../money/fraction.js'
import { moneyText, round } from '../money/rounding.js'
import type { Policy } from '../policy/policy.js'
import type { RateRow } from '../reference-rates/index.js'
import type { Assessment, ItemAnswer, LimitAnswer, Outcome, PayerAnswer, PolicyIdentity, Reason, RoundingAnswer } from './assessment.js'
import type { ClauseAnswer, CompiledClause } from './clause.js'
import { type CompiledLimit, type CompiledPart, type CompiledPolicy, compiledPolicy, type Instrument } from './compile.js'
import type { Context, FactGroup, Facts, Item, Missing, UsedRate, Worksheet } from './context.js'
import { paymentsOf } from './payment.js'
import { noteMissing } from './reading.js'
import { listOf } from './scope.js'
import { select } from './selection.js'

/** How an assessment is made. */
export interface AssessOptions {
  /** The day of decision: a rate published later is unknown. */
  readonly knownOn?: string
  /** Published reference rates later than those the library holds. */
  readonly rates?: readonly RateRow[]
  /** `false` leaves the explanation out: only outcome, amount and meaning are worked out. */
  readonly explain?: boolean
}

/** What one part comes to, before rounding. */
interface PartResult {
  readonly compiled: CompiledPart
  readonly outcome: Assessment['outcome']
  exact: Fraction | undefined
  readonly reasons: Reason[]
  readonly clauses: ClauseAnswer[]
  readonly items: readonly Item[]
  readonly answers: ItemAnswer[]
  readonly limits: LimitAnswer[]
  readonly worksheet: Worksheet
  /** What each item brings after its own limits. */
  readonly amounts: ReadonlyMap<Item, Fraction>
}

/** Assesses an application under a policy, in the one order of every assessment. */
export function assessWith(policy: Policy, facts: Facts, options: AssessOptions, instrument: Instrument): Assessment | Outcome {
  const compiled = compiledPolicy(policy, instrument)
  const explained = options.explain !== false
  const missing = new Map<string, Missing>()
  const used = explained ? new Map<string, UsedRate>() : undefined
  const common = {
    facts,
    knownOn: options.knownOn,
    moreRates: options.rates,
    missing,
    used,
    items: [],
    item: undefined,
    entry: undefined,
    notCovered: undefined,
  }
  const context: Context = { ...common, worksheet: undefined }
  const parts = compiled.parts.map((part) =>
    assessPart(part, { ...common, worksheet: explained ? {} : undefined }, instrument, compiled.parts.length > 1),
  )
  const joint = applyJoint(compiled, parts, context)
  const outcome = outcomeOf(parts, joint.unknown)
  const { amounts, rounding } = roundParts(parts, outcome === 'granted')
  const amount = outcome === 'incomplete' ? undefined : moneyText(amounts.reduce((sum, part) => sum.plus(part), new Decimal(0)))
  const result: Outcome = {
    outcome,
    ...(amount === undefined ? {} : { amount }),
    meaning: compiled.parts[0]?.part.meaning?.value ?? 'exact',
  }
  if (!explained) return result
  const first = compiled.parts[0]?.part
  const granted = outcome === 'granted'
  return {
    ...result,
    policy: identityOf(policy),
    instrument: instrument.instrument,
    reasons: parts.flatMap((part) => part.reasons),
    missing: outcome === 'incomplete' ? [...missing.values()] : [],
    clauses: parts.flatMap((part) => part.clauses),
    items: parts.flatMap((part) => part.answers),
    worksheet: Object.assign({}, ...parts.map((part) => part.worksheet)) as Worksheet,
    limits: [...parts.flatMap((part) => part.limits), ...joint.answers],
    rounding,
    payers: granted ? parts.flatMap((part, index) => payersOf(part, amounts[index] as Decimal)) : [],
    payments: granted ? parts.flatMap((part, index) => paymentsOf(part, amounts[index] as Decimal, context, instrument)) : [],
    ...(first?.recipient && { recipient: { value: first.recipient.value, source: plainSource(first.recipient) } }),
    ...(first?.budget && { budget: { value: first.budget.value, source: plainSource(first.budget) } }),
    ...(first?.meaning && { meaningSource: plainSource(first.meaning) }),
    readings: compiled.readings,
    rates: [...(used?.values() ?? [])],
    notes: policy.notes ?? [],
  }
}

const plainSource = <Value>({ value: _, ...source }: { readonly value: Value }): Assessment['reasons'][number]['source'] =>
  source as Assessment['reasons'][number]['source']

function identityOf(policy: Policy): PolicyIdentity {
  const { id, title, number, issued, evidence, status, effective, parameters } = policy
  const given = Object.entries(parameters ?? {}).map(([name, { value }]) => [name, value])
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

function outcomeOf(parts: readonly PartResult[], unknown: boolean): Assessment['outcome'] {
  if (unknown || parts.some((part) => part.outcome === 'incomplete')) return 'incomplete'
  return parts.some((part) => part.outcome === 'granted') ? 'granted' : 'refused'
}

function itemsOf(context: Context, instrument: Instrument): Item[] | undefined {
  const list = listOf(instrument.item) as string
  const stated = context.facts[list] as readonly FactGroup[] | undefined
  if (stated === undefined) {
    return noteMissing(context, { fact: list, path: list, label: { zh: '贷款（至少一笔）', en: 'the loans, at least one' }, kind: 'list' })
  }
  return stated.map((facts, index) => ({
    id: (facts['id'] as string | undefined) ?? String(index + 1),
    index,
    path: `${list}[${index}]`,
    facts,
    worksheet: context.worksheet === undefined ? undefined : {},
    notCovered: undefined,
    state: undefined,
    inPlace: undefined,
  }))
}

function assessPart(compiled: CompiledPart, context: Context, instrument: Instrument, several: boolean): PartResult {
  const { part, where } = compiled
  const explained = context.worksheet !== undefined
  const inPart = several && part.id !== undefined ? { part: part.id } : {}
  const reasons: Reason[] = []
  const result: PartResult = {
    compiled,
    outcome: 'incomplete',
    exact: undefined,
    reasons,
    clauses: [],
    items: [],
    answers: [],
    limits: [],
    worksheet: context.worksheet ?? {},
    amounts: new Map(),
  }
  const items = itemsOf(context, instrument)
  const states = (items ?? []).map((item) => testItem(item, where, context, explained))
  const counting = states.filter((state) => state.met === true).map((state) => state.item)
  let unknown = items === undefined || states.some((state) => state.met === undefined)

  context.items = counting
  const eligible = testAll(compiled.eligibility, context, explained ? result.clauses : undefined)
  if (explained && several) for (const [index, answer] of result.clauses.entries()) result.clauses[index] = { ...answer, ...inPart }
  if (eligible.failed.length > 0)
    reasons.push({ code: 'clause-not-met', source: eligible.source ?? {}, clauses: eligible.failed, ...inPart })
  if (eligible.met === undefined) unknown = true

  const none = items !== undefined && states.every((state) => state.met === false)
  if (none) reasons.push({ code: 'no-item-counts', source: {}, ...inPart })
  if (reasons.length > 0) return { ...result, outcome: 'refused', answers: answersOf(states, undefined, inPart, explained) }
  if (unknown) return { ...result, answers: answersOf(states, undefined, inPart, explained) }

  const taken = select(compiled, counting, context)
  if (taken === undefined) return { ...result, answers: answersOf(states, undefined, inPart, explained) }
  for (const state of states)
    if (counting.includes(state.item) && !taken.items.includes(state.item)) state.leftOut = taken.leftOut.get(state.item)
  context.items = taken.items
  for (const item of taken.items) item.state = undefined
  compiled.terms.prepare(context)

  const limited = amountsOf(compiled, context, states, result.limits, inPart)
  const answers = answersOf(states, limited, inPart, explained)
  if (limited.uncovered !== undefined) {
    reasons.push({ code: 'not-covered', source: limited.uncovered.source, ...inPart })
    return { ...result, outcome: 'refused', answers, items: taken.items }
  }
  if (limited.closed !== undefined) {
    reasons.push({ code: 'other-support', source: limited.closed, ...inPart })
    return { ...result, outcome: 'refused', answers, items: taken.items }
  }
  const outcome = limited.total === undefined ? 'incomplete' : 'granted'
  return { ...result, outcome, exact: limited.total, answers, items: taken.items, amounts: limited.perItem }
}

/** One item on its way: whether its clauses are met, and why it was left out. */
interface ItemState {
  readonly item: Item
  readonly met: boolean | undefined
  readonly clauses: readonly ClauseAnswer[]
  leftOut: Reason | undefined
  readonly limits: LimitAnswer[]
}

function testItem(item: Item, where: readonly CompiledClause[], context: Context, explained: boolean): ItemState {
  context.item = item
  const clauses: ClauseAnswer[] = []
  const { met, failed, source } = testAll(where, context, explained ? clauses : undefined)
  context.item = undefined
  const leftOut: Reason | undefined = failed.length > 0 ? { code: 'clause-not-met', source: source ?? {}, clauses: failed } : undefined
  return { item, met, clauses, leftOut, limits: [] }
}

/** Tests every clause: one that is not met decides, but all are answered. */
function testAll(clauses: readonly CompiledClause[], context: Context, answers: ClauseAnswer[] | undefined) {
  let met: boolean | undefined = true
  const failed: string[] = []
  let source: Reason['source'] | undefined
  for (const clause of clauses) {
    let result: boolean | undefined
    if (answers === undefined) result = clause.test(context)
    else {
      const answer = clause.answer(context)
      answers.push(answer)
      result = answer.result === 'unknown' ? undefined : answer.result === 'met'
      if (result === false) source ??= answer.source
    }
    if (result === false) {
      met = false
      failed.push(clause.id)
    } else if (result === undefined && met) met = undefined
  }
  return { met, failed, source }
}

interface Limited {
  readonly total: Fraction | undefined
  readonly perItem: Map<Item, Fraction>
  readonly uncovered: { readonly source: Reason['source'] } | undefined
  /** The rule that closes the support off because of support from elsewhere. */
  readonly closed: Reason['source'] | undefined
}

/** A sum of items on its way through the limits. */
interface Entry {
  readonly items: readonly Item[]
  value: Fraction
}

function amountsOf(
  compiled: CompiledPart,
  context: Context,
  states: readonly ItemState[],
  limits: LimitAnswer[],
  inPart: { part?: string },
): Limited {
  const { terms } = compiled
  const perItem = new Map<Item, Fraction>()
  let entries: Entry[] = []
  let unknown = false
  let uncovered: Limited['uncovered']
  if (terms.perApplicant) {
    const value = terms.gross(context)
    if (context.notCovered !== undefined) uncovered = { source: context.notCovered.source }
    if (value === undefined) unknown = true
    else entries = [{ items: context.items, value }]
  } else {
    for (const item of context.items) {
      context.item = item
      const value = terms.gross(context)
      if (item.notCovered !== undefined) {
        const state = states.find((other) => other.item === item)
        if (state !== undefined) state.leftOut = { code: 'not-covered', source: item.notCovered.source }
      } else if (value === undefined) unknown = true
      else entries.push({ items: [item], value })
    }
    context.item = undefined
    const covered = context.items.filter((item) => item.notCovered === undefined)
    if (covered.length === 0) uncovered = { source: context.items[0]?.notCovered?.source ?? {} }
    context.items = covered
  }
  if (uncovered !== undefined || unknown) return { total: undefined, perItem, uncovered, closed: undefined }
  const gross = entries.reduce((sum, entry) => plus(sum, entry.value), zero)
  write(context, 'beforeLimits', gross)
  let closed: Limited['closed']
  for (const limit of compiled.limits) {
    entries = gathered(entries, limit, context)
    for (const entry of entries) {
      const answer = applyLimit(limit, entry, context, compiled)
      if (answer === undefined) unknown = true
      else {
        if (answer.closes) closed = limit.source
        if (answer.answer !== undefined && context.worksheet !== undefined) {
          const state =
            entry.items.length === 1 && limit.limit.per !== 'applicant' ? states.find((other) => other.item === entry.items[0]) : undefined
          if (state !== undefined && typeof limit.limit.per === 'string' && limit.limit.per !== 'group') state.limits.push(answer.answer)
          else limits.push({ ...answer.answer, ...inPart })
        }
      }
    }
    if (!unknown) for (const entry of entries) if (entry.items.length === 1) perItem.set(entry.items[0] as Item, entry.value)
  }
  for (const entry of entries)
    if (entry.items.length === 1 && !perItem.has(entry.items[0] as Item)) perItem.set(entry.items[0] as Item, entry.value)
  if (unknown) return { total: undefined, perItem, uncovered: undefined, closed: undefined }
  const total = entries.reduce((sum, entry) => plus(sum, entry.value), zero)
  write(context, 'afterLimits', total)
  return { total, perItem, uncovered: undefined, closed: isZero(total) ? closed : undefined }
}

function write(context: Context, name: string, value: Fraction): void {
  if (context.worksheet !== undefined) context.worksheet[name] = { kind: 'amount', value: fractionText(value) }
}

/** Brings amounts together as the scope of the limit asks: per item, per value of a fact, or for the applicant. */
function gathered(entries: Entry[], { limit, by }: CompiledLimit, context: Context): Entry[] {
  if (limit.per === 'applicant' || limit.per === 'group') {
    if (entries.length === 1) return entries
    return [{ items: entries.flatMap((entry) => entry.items), value: entries.reduce((sum, entry) => plus(sum, entry.value), zero) }]
  }
  if (by === undefined) return entries
  const groups = new Map<string, Entry>()
  for (const entry of entries) {
    context.item = entry.items[0]
    const key = String(by(context) ?? '')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { ...entry })
    else groups.set(key, { items: [...group.items, ...entry.items], value: plus(group.value, entry.value) })
  }
  context.item = undefined
  return [...groups.values()]
}

/** Applies one limit; undefined when a fact it needs is unknown. */
function applyLimit(
  compiled: CompiledLimit,
  entry: Entry,
  context: Context,
  part: CompiledPart,
): { readonly answer: LimitAnswer | undefined; readonly closes: boolean } | undefined {
  const { limit } = compiled
  const single = typeof limit.per === 'string' && limit.per !== 'applicant' && limit.per !== 'group'
  if (single) context.item = entry.items[0]
  const result = limitEntry(compiled, entry, context, part)
  context.item = undefined
  return result
}

function limitEntry(compiled: CompiledLimit, entry: Entry, context: Context, part: CompiledPart): ReturnType<typeof applyLimit> {
  const { limit, source } = compiled
  const applies = compiled.when === undefined ? true : compiled.when.test(context)
  if (applies === undefined) return undefined
  if (!applies) return { answer: undefined, closes: false }
  const before = entry.value
  const about = {
    ...(limit.id === undefined ? {} : { id: limit.id }),
    ...(limit.label === undefined ? {} : { label: limit.label }),
    kind: 'cap' in limit ? ('cap' as const) : limit.stacking,
    source,
    per: limit.per,
    ...('period' in limit && limit.period !== undefined ? { period: limit.period } : {}),
    ...(typeof limit.per === 'object' || entry.items.length < context.items.length ? { items: entry.items.map((item) => item.id) } : {}),
  }
  const answered = (rest: Pick<LimitAnswer, 'limit' | 'cap' | 'received'>, closes = false): ReturnType<typeof applyLimit> => {
    if (context.worksheet === undefined) return { answer: undefined, closes }
    const texts = { before: fractionText(before), after: fractionText(entry.value), binding: compare(entry.value, before) < 0 }
    return { answer: { ...about, ...rest, ...texts }, closes }
  }
  if (compiled.open !== undefined) {
    const open = compiled.open(context)
    if (open === undefined) return undefined
    if (!open) entry.value = zero
    return answered({}, !open)
  }
  if (compiled.cap === undefined) return answered({})
  const cap = compiled.cap(context)
  const received = (compiled.received ?? compiled.support)?.(context)
  if (cap === undefined || (received === undefined && (compiled.received ?? compiled.support) !== undefined)) return undefined
  const left = received === undefined ? cap : higher(zero, minus(cap, received))
  if ('cap' in limit && limit.each !== undefined) {
    const value = cappedEach(limit.each, left, entry, context, part)
    if (value === undefined) return undefined
    entry.value = value
  } else entry.value = lower(before, left)
  return answered({
    limit: fractionText(left),
    ...(received === undefined ? {} : { cap: fractionText(cap), received: fractionText(received) }),
  })
}

/** The sum over settlement months or quarters, each capped by itself. */
function cappedEach(
  each: 'month' | 'quarter',
  cap: Fraction,
  entry: Entry,
  context: Context,
  { terms }: CompiledPart,
): Fraction | undefined {
  const sums = new Map<string, Fraction>()
  const before = context.item
  for (const item of entry.items) {
    context.item = item
    const amounts = terms.grossBy?.(each, context)
    if (amounts === undefined) {
      context.item = before
      return undefined
    }
    for (const { key, amount } of amounts) sums.set(key, plus(sums.get(key) ?? zero, amount))
  }
  context.item = before
  return [...sums.values()].reduce((sum, amount) => plus(sum, lower(amount, cap)), zero)
}

function answersOf(
  states: readonly ItemState[],
  limited: Limited | undefined,
  inPart: { part?: string },
  explained: boolean,
): ItemAnswer[] {
  if (!explained) return []
  return states.map(({ item, met, clauses, leftOut, limits }) => {
    const amount = limited?.perItem.get(item)
    return {
      id: item.id,
      path: item.path,
      ...inPart,
      counted: met === true && leftOut === undefined,
      ...(leftOut === undefined ? {} : { leftOut }),
      clauses,
      worksheet: item.worksheet ?? {},
      limits,
      ...(amount === undefined || leftOut !== undefined ? {} : { amount: fractionText(amount) }),
    }
  })
}

/** Joint limits: the parts together are cut, the last one first or in proportion. */
function applyJoint(
  compiled: CompiledPolicy,
  parts: readonly PartResult[],
  context: Context,
): { answers: LimitAnswer[]; unknown: boolean } {
  const answers: LimitAnswer[] = []
  let unknown = false
  for (const { limit, cap: evaluate, received: evaluateReceived, source } of compiled.joint) {
    const sharing = parts.filter(
      (part) => part.compiled.part.id !== undefined && limit.over.includes(part.compiled.part.id) && part.exact !== undefined,
    )
    if (sharing.length === 0) continue
    const cap = evaluate(context)
    const received = evaluateReceived?.(context)
    if (cap === undefined || (evaluateReceived !== undefined && received === undefined)) {
      unknown = true
      continue
    }
    const left = received === undefined ? cap : higher(zero, minus(cap, received))
    const before = sharing.reduce((sum, part) => plus(sum, part.exact as Fraction), zero)
    if (compare(before, left) > 0) cut(sharing, before, left, limit.cut)
    const after = sharing.reduce((sum, part) => plus(sum, part.exact as Fraction), zero)
    answers.push({
      ...(limit.id === undefined ? {} : { id: limit.id }),
      ...(limit.label === undefined ? {} : { label: limit.label }),
      kind: 'joint-cap',
      source,
      per: 'document',
      ...(limit.period === undefined ? {} : { period: limit.period }),
      before: fractionText(before),
      limit: fractionText(left),
      ...(received === undefined ? {} : { cap: fractionText(cap), received: fractionText(received) }),
      after: fractionText(after),
      binding: compare(after, before) < 0,
    })
  }
  return { answers, unknown }
}

function cut(sharing: readonly PartResult[], before: Fraction, left: Fraction, how: 'last-first' | 'pro-rata'): void {
  if (how === 'pro-rata') {
    for (const part of sharing) {
      const exact = part.exact as Fraction
      part.exact = fraction(
        exact.numerator.times(left.numerator).times(before.denominator),
        exact.denominator.times(left.denominator).times(before.numerator),
      )
    }
    return
  }
  let rest = left
  for (const part of sharing) {
    part.exact = lower(part.exact as Fraction, rest)
    rest = minus(rest, part.exact)
  }
}

/** Rounds once: the total of a part, or each item where the document says so; the parts together never exceed their exact sum rounded. */
function roundParts(parts: readonly PartResult[], granted: boolean): { amounts: Decimal[]; rounding: RoundingAnswer[] } {
  const rounding: RoundingAnswer[] = []
  let exactSum = zero
  let roundedSum = new Decimal(0)
  const amounts = parts.map((part) => {
    const { exact, compiled } = part
    if (exact === undefined || !granted) return new Decimal(0)
    const rule = compiled.rounding
    exactSum = plus(exactSum, exact)
    const byItem = rule.each === 'item' && part.amounts.size > 1
    const amount = byItem
      ? lowest(
          [...part.amounts.values()].reduce((sum, value) => sum.plus(round(value, rule)), new Decimal(0)),
          round(exact, rule),
          exact,
          part,
        )
      : round(exactSum, rule).minus(roundedSum)
    roundedSum = roundedSum.plus(amount)
    rounding.push({
      before: fractionText(exact),
      after: moneyText(amount),
      to: rule.to,
      mode: rule.mode,
      source: rule.source,
      ...(parts.length > 1 && compiled.part.id !== undefined ? { part: compiled.part.id } : {}),
    })
    return amount
  })
  return { amounts, rounding }
}

/** Items are rounded one by one unless a limit on the applicant cut their sum: then the sum is what is rounded. */
function lowest(byItem: Decimal, total: Decimal, exact: Fraction, part: PartResult): Decimal {
  const items = [...part.amounts.values()].reduce(plus, zero)
  return compare(items, exact) === 0 ? byItem : total
}

function payersOf({ compiled }: PartResult, amount: Decimal): PayerAnswer[] {
  const { payers, part } = compiled
  if (payers === undefined) return []
  const shares = allocate(amount, payers.shares, { remainderTo: payers.remainderTo })
  return payers.parties.map((party, index) => ({
    party,
    share: payers.texts[index] as string,
    amount: moneyText(shares[index] as Decimal),
    ...(part.id === undefined ? {} : { part: part.id }),
  }))
}
