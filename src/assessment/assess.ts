import { Decimal } from '../money/decimal.js'
import { type Fraction, fractionText, isNegative, plus, zero } from '../money/fraction.js'
import { moneyText, round } from '../money/rounding.js'
import type { Policy } from '../policy/policy.js'
import { LIST_LABELS } from '../policy/standard-facts.js'
import type { RateRow } from '../reference-rates/index.js'
import type { Assessment, CorrectionAnswer, Extras, FlagAnswer, ItemAnswer, LimitAnswer, Outcome, Reason } from './assessment.js'
import type { ClauseAnswer, CompiledClause } from './clause.js'
import { type CompiledFlag, type CompiledPart, compiledPolicy, type Instruments, idOf } from './compile.js'
import type { Context, Evaluate, FactGroup, Facts, Item, Missing, NotCovered, UsedRate, Worksheet } from './context.js'
import { applyJointLimits, applyLimits, type Entry, textOf } from './limits.js'
import { paymentsOf } from './payment.js'
import { forgetMissing, noteMissing } from './reading.js'
import { type PaidTo, recipientsOf, sharesOfRecipients } from './recipients.js'
import { type Payers, paidBy, payersOf, roundParts } from './rounding.js'
import { listOf, sourceOf } from './scope.js'
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
export interface PartResult {
  readonly compiled: CompiledPart
  outcome: Assessment['outcome']
  /** After all limits, in exact yuan; undefined unless granted. */
  exact: Fraction | undefined
  /** What rounding must not exceed: the lowest cap the amount has passed. */
  ceiling: Fraction | undefined
  /** Whether a joint limit cut it. */
  cut: boolean
  readonly reasons: Reason[]
  readonly clauses: ClauseAnswer[]
  items: readonly Item[]
  answers: readonly ItemAnswer[]
  readonly limits: LimitAnswer[]
  readonly worksheet: Worksheet
  /** Whether a limit of items that share a fact cut one of them. */
  shared: boolean
  /** What each item brings after its own limits and those of its group. */
  readonly amounts: Map<Item, Fraction>
  /** What each item keeps after all limits, in exact yuan: what was cut together is cut in proportion. For instruments that add to the answer. */
  readonly kept: Map<Item, Fraction>
  /** The lowest cap each item has passed by itself. */
  readonly ceilings: Map<Item, Fraction>
  /** Who pays, once it is known. */
  payers: Payers | 'nobody'
  /** Who is paid for each item, where the document pays different ones. */
  recipients: ReadonlyMap<Item, PaidTo>
  /** What has been paid for the same claim before. */
  paid: Fraction | undefined
  flags: readonly FlagAnswer[]
  /** The id of the part, where the document has several. */
  readonly id: string | undefined
}

/** Assesses an application under a policy, in the one order of every assessment. */
export function assessWith(policy: Policy, facts: Facts, options: AssessOptions, instruments: Instruments): Assessment | Outcome {
  const compiled = compiledPolicy(policy, instruments)
  const explained = options.explain !== false
  const context: Context = {
    facts,
    knownOn: options.knownOn,
    moreRates: options.rates,
    items: [],
    itemsKnown: true,
    item: undefined,
    resetDays: undefined,
    together: undefined,
    terms: undefined,
    entry: undefined,
    missing: new Map<string, Missing>(),
    used: explained ? new Map<string, UsedRate>() : undefined,
    worksheet: undefined,
    notCovered: undefined,
  }
  const several = compiled.parts.length > 1
  const parts = compiled.parts.map((part) => assessPart(part, context, explained, several))
  const joint: LimitAnswer[] = []
  const known = compiled.joint.length === 0 || applyJointLimits(compiled, parts, context, joint)
  const outcome = outcomeOf(parts, known)
  const { fixed } = compiled
  if (outcome === 'incomplete' && !explained) return { outcome, meaning: fixed.meaning }
  const { amounts, rounding } = roundParts(parts, outcome === 'granted', explained)
  const amount = moneyText(amounts.length === 1 ? (amounts[0] as Decimal) : amounts.reduce((sum, part) => sum.plus(part), new Decimal(0)))
  const onlyChecks = compiled.parts.every(({ terms }) => terms.gross === undefined)
  if (!explained) return { outcome, ...(onlyChecks ? {} : { amount }), meaning: fixed.meaning }
  const granted = outcome === 'granted'
  const gathered = <Value>(of: (part: PartResult, index: number) => readonly Value[]): readonly Value[] =>
    several ? parts.flatMap(of) : of(parts[0] as PartResult, 0)
  const { rule, recipient, budget, meaningSource } = fixed
  const flags = gathered((part) => part.flags)
  const assessment: { -readonly [key in keyof Assessment]: Assessment[key] } = {
    outcome,
    amount,
    meaning: fixed.meaning,
    policy: fixed.policy,
    instrument: [...new Set(compiled.parts.flatMap(({ part }) => [part.instrument, ...(part.also ?? [])]))].join(', '),
    reasons: gathered((part) => part.reasons),
    missing: outcome === 'incomplete' ? [...context.missing.values()] : [],
    clauses: gathered((part) => part.clauses),
    items: gathered((part) => part.answers),
    worksheet: several ? worksheetOf(parts) : (parts[0] as PartResult).worksheet,
    limits: joint.length === 0 ? gathered((part) => part.limits) : [...gathered((part) => part.limits), ...joint],
    rounding,
    payers: granted ? gathered((part, index) => paidBy(part, amounts[index] as Decimal)) : [],
    payments: granted ? gathered((part, index) => paymentsOf(part, amounts[index] as Decimal, context)) : [],
    readings: fixed.readings,
    rates: context.used === undefined || context.used.size === 0 ? [] : [...context.used.values()],
    notes: fixed.notes,
  }
  if (outcome === 'incomplete' || onlyChecks) delete assessment.amount
  const corrections = outcome === 'incomplete' ? [] : parts.flatMap((part, index) => correctionOf(part, amounts[index] as Decimal))
  if (corrections.length > 0) assessment.corrections = corrections
  if (flags.length > 0) assessment.flags = flags
  if (outcome !== 'incomplete') addExtras(assessment, parts, amounts, context)
  if (rule !== undefined) assessment.rule = rule
  if (recipient !== undefined) assessment.recipient = recipient
  const recipients = granted ? gathered((part, index) => sharesOfRecipients(part, amounts[index] as Decimal)) : []
  if (recipients.length > 0) assessment.recipients = recipients
  if (budget !== undefined) assessment.budget = budget
  if (meaningSource !== undefined) assessment.meaningSource = meaningSource
  return assessment
}

/** What is still due, or must be given back, beside what has been paid. */
function correctionOf({ compiled: { part }, paid, id }: PartResult, due: Decimal): CorrectionAnswer[] {
  if (paid === undefined || part.correction === undefined) return []
  const before = round(paid, { to: 'fen', mode: 'half-up' })
  const more = due.minus(before)
  const answer = {
    paid: moneyText(before),
    due: moneyText(due),
    supplement: moneyText(Decimal.max(more, 0)),
    clawBack: moneyText(Decimal.max(more.negated(), 0)),
    source: sourceOf(part.correction),
  }
  return [id === undefined ? answer : { ...answer, part: id }]
}

/** What the instruments add: lists of several parts one after the other. */
function addExtras(
  assessment: { -readonly [key in keyof Extras]: Extras[key] },
  parts: readonly PartResult[],
  amounts: readonly Decimal[],
  context: Context,
): void {
  for (const [index, part] of parts.entries()) {
    context.terms = part.compiled.terms.values
    context.items = part.items
    context.worksheet = undefined
    const extras = part.compiled.terms.finish?.(part, amounts[index] as Decimal, context) ?? {}
    const { shares, returned, recoveries, fuses, flags } = extras
    if (shares !== undefined) assessment.shares = [...(assessment.shares ?? []), ...shares]
    if (returned !== undefined) assessment.returned = [...(assessment.returned ?? []), ...returned]
    if (recoveries !== undefined) assessment.recoveries = [...(assessment.recoveries ?? []), ...recoveries]
    if (fuses !== undefined) assessment.fuses = [...(assessment.fuses ?? []), ...fuses]
    if (flags !== undefined) assessment.flags = [...(assessment.flags ?? []), ...flags]
  }
}

/** The worksheets of several parts in one, each value under its part's name: `interest:beforeLimits`. */
function worksheetOf(parts: readonly PartResult[]): Worksheet {
  return Object.fromEntries(
    parts.flatMap(({ id, worksheet }) => Object.entries(worksheet).map(([name, value]) => [`${id ?? ''}:${name}`, value])),
  )
}

function outcomeOf(parts: readonly PartResult[], known: boolean): Assessment['outcome'] {
  if (!known || parts.some((part) => part.outcome === 'incomplete')) return 'incomplete'
  return parts.some((part) => part.outcome === 'granted') ? 'granted' : 'refused'
}

/** The items of a part; none where it has no items, undefined where they are not stated. */
function itemsOf(context: Context, { kind }: CompiledPart, explained: boolean): Item[] | undefined {
  const list = listOf(kind.item)
  if (list === undefined) return []
  const stated = context.facts[list] as readonly FactGroup[] | undefined
  const alone = kind.alone === undefined || stated !== undefined ? undefined : (context.facts[kind.alone] as FactGroup | undefined)
  const entries = stated ?? (alone && [alone])
  if (entries === undefined) return noteMissing(context, { fact: list, path: list, label: LIST_LABELS[list] ?? list, kind: 'list' })
  return entries.map((facts, index) => ({
    id: (facts['id'] as string | undefined) ?? String(index + 1),
    index,
    path: stated === undefined ? (kind.alone as string) : `${list}[${index}]`,
    facts,
    worksheet: explained ? {} : undefined,
    notCovered: undefined,
    state: undefined,
    inPlace: undefined,
  }))
}

function assessPart(compiled: CompiledPart, context: Context, explained: boolean, several: boolean): PartResult {
  const result: PartResult = {
    compiled,
    outcome: 'incomplete',
    exact: undefined,
    ceiling: undefined,
    cut: false,
    shared: false,
    reasons: [],
    clauses: [],
    items: [],
    answers: [],
    limits: [],
    worksheet: {},
    amounts: new Map(),
    kept: new Map(),
    ceilings: new Map(),
    payers: 'nobody',
    recipients: new Map(),
    paid: undefined,
    flags: [],
    id: several ? idOf(compiled.part) : undefined,
  }
  context.worksheet = explained ? result.worksheet : undefined
  context.notCovered = undefined
  context.items = []
  context.terms = compiled.terms.values
  const items = itemsOf(context, compiled, explained)
  const states = items === undefined ? [] : items.map((item) => testItem(item, compiled, context, explained))
  settle(result, states, items !== undefined, context, explained)
  if (compiled.paid !== undefined && result.outcome !== 'incomplete') {
    result.paid = compiled.paid(context)
    if (result.paid === undefined && result.outcome === 'granted') result.outcome = 'incomplete'
  }
  if (!explained) return result
  result.answers = states.map((state) => answerOf(state, result))
  result.flags = compiled.flags.map((flag) => flagOf(flag, context, result.id))
  return result
}

/** Looks at a flag; what it would need is not asked for. */
function flagOf({ id, label, source, when }: CompiledFlag, context: Context, part: string | undefined): FlagAnswer {
  const before = context.missing.size
  const raised = when.test(context)
  forgetMissing(context, before)
  const result = raised === undefined ? 'unknown' : raised ? 'raised' : 'not-raised'
  return { id, label, result, source, ...(part === undefined ? {} : { part }) }
}

/** Decides a part: eligibility, which items count, their amounts, the limits. */
function settle(result: PartResult, states: readonly ItemState[], stated: boolean, context: Context, explained: boolean): void {
  const { compiled, reasons } = result
  const refuse = (reason: Reason): void => {
    result.outcome = 'refused'
    reasons.push(result.id === undefined ? reason : { ...reason, part: result.id })
  }
  const counting = states.filter((state) => state.met === true)
  context.items = counting.map((state) => state.item)
  context.itemsKnown = stated && states.every((state) => state.met !== undefined)
  const clauses = compiled.kind.item === 'none' ? withStated(compiled.eligibility, compiled, context) : compiled.eligibility
  const eligible = testAll(clauses, context, explained ? result.clauses : undefined)
  if (result.id !== undefined)
    for (const [index, answer] of result.clauses.entries()) result.clauses[index] = { ...answer, part: result.id }
  if (eligible.met === false) refuse({ code: 'clause-not-met', source: eligible.source, clauses: eligible.failed })
  const none = stated && compiled.kind.item !== 'none' && states.every((state) => state.met === false)
  if (none) refuse({ code: 'no-item-counts', source: {} })
  if (reasons.length > 0) return
  if (eligible.met === undefined || !context.itemsKnown) {
    askAhead(compiled, states, context)
    return
  }

  const gate = compiled.terms.gate === undefined ? 'open' : compiled.terms.gate(context)
  if (gate === undefined) askAhead(compiled, states, context)
  else if (gate !== 'open') refuse(gate)
  if (gate !== 'open') return
  const taken = select(compiled, context.items, context)
  if (taken === undefined) return
  for (const state of counting) state.leftOut ??= taken.leftOut.get(state.item)
  context.items = taken.items
  result.items = taken.items
  compiled.terms.prepare(context)
  const gross = grossOf(compiled, context, states)
  // What no line of a table covers takes no part of what the loans share: the others are worked out again without it.
  const left = context.items.length
  const again = left > 0 && left < taken.items.length
  if (again) {
    for (const item of context.items) item.state = undefined
    compiled.terms.prepare(context)
  }
  const entries = again ? grossOf(compiled, context, states) : gross
  if (context.notCovered !== undefined) refuse(reasonOf(context.notCovered))
  if (entries === undefined || reasons.length > 0) return
  if (compiled.terms.gross === undefined) {
    result.outcome = 'granted'
    return
  }
  if (explained) result.worksheet['beforeLimits'] = { kind: 'amount', value: sumText(entries) }
  const limited = applyLimits(compiled, entries, context, states, result)
  if (limited === undefined) return
  if (limited.closed !== undefined) {
    refuse({ code: limited.closed.minimum === undefined ? 'other-support' : 'below-minimum', source: limited.closed.source })
    return
  }
  const payers = payersOf(compiled, context)
  if (payers === undefined) return
  result.payers = payers
  const recipients = recipientsOf(compiled, context)
  if (recipients === undefined) return
  result.recipients = recipients
  if (explained) result.worksheet['afterLimits'] = { kind: 'amount', value: sumText(limited.entries) }
  result.exact = sumOf(limited.entries)
  result.ceiling = ceilingOf(limited.entries)
  result.outcome = 'granted'
}

/** Looks at what the amount will need, so that an incomplete answer names everything at once and not step by step. */
function askAhead({ terms, limits, payers }: CompiledPart, states: readonly ItemState[], context: Context): void {
  context.items = states.filter((state) => state.met !== false).map((state) => state.item)
  context.itemsKnown = true
  terms.prepare(context)
  const forItems = (ask: () => void, each: boolean): void => {
    for (const item of each ? context.items : [undefined]) {
      context.item = item
      ask()
    }
    context.item = undefined
  }
  forItems(() => (terms.gross ?? terms.check)?.(context), !terms.perApplicant)
  terms.gate?.(context)
  for (const { when, cap, minimum, received, support, open, perItem, by } of limits) {
    forItems(
      () => {
        if (when?.test(context) === false) return
        for (const evaluate of [cap, minimum, received, support, open, by]) evaluate?.(context)
      },
      perItem || by !== undefined,
    )
  }
  if ('slices' in payers) for (const { upTo } of payers.slices) upTo?.evaluate(context)
  else for (const { when } of payers) when?.test(context)
}

const sumOf = (entries: readonly Entry[]): Fraction =>
  entries.length === 1 ? (entries[0] as Entry).value : entries.reduce((sum, entry) => plus(sum, entry.value), zero)

const ceilingOf = (entries: readonly Entry[]): Fraction | undefined =>
  entries.reduce<Fraction | undefined>(
    (sum, { ceiling }) => (sum === undefined || ceiling === undefined ? undefined : plus(sum, ceiling)),
    zero,
  )

const sumText = (entries: readonly Entry[]): string => (entries.length === 1 ? textOf(entries[0] as Entry) : fractionText(sumOf(entries)))

/** One item on its way: whether its clauses are met, and why it was left out. */
export interface ItemState {
  readonly item: Item
  readonly met: boolean | undefined
  readonly clauses: readonly ClauseAnswer[]
  leftOut: Reason | undefined
  readonly limits: LimitAnswer[]
}

function testItem(item: Item, compiled: CompiledPart, context: Context, explained: boolean): ItemState {
  context.item = item
  const forms = compiled.kind.alternatives?.(item) ?? []
  const tests = (forms.length === 0 ? [undefined] : forms).map((form) => {
    item.inPlace = form
    const clauses: ClauseAnswer[] = []
    return { clauses, ...testAll(withStated(compiled.where, compiled, context), context, explained ? clauses : undefined) }
  })
  item.inPlace = undefined
  context.item = undefined
  const first = tests[0] as (typeof tests)[number]
  const decisive = tests.find(({ met }) => met === false) ?? first
  const results = new Set(tests.map(({ met }) => met))
  const met = results.has(false) ? false : results.has(undefined) ? undefined : true
  const leftOut: Reason | undefined =
    met !== false
      ? undefined
      : results.size === 1
        ? { code: 'clause-not-met', source: decisive.source, clauses: decisive.failed }
        : { code: 'lines-not-split', source: decisive.source, clauses: decisive.failed }
  return { item, met, clauses: decisive.clauses, leftOut, limits: [] }
}

/** The clauses with those that hold only for what is stated. */
function withStated(clauses: readonly CompiledClause[], { terms }: CompiledPart, context: Context): readonly CompiledClause[] {
  return terms.clauses === undefined ? clauses : [...clauses, ...terms.clauses(context)]
}

/** Tests every clause: one that is not met decides, but all are answered. */
function testAll(
  clauses: readonly CompiledClause[],
  context: Context,
  answers: ClauseAnswer[] | undefined,
): { readonly met: boolean | undefined; readonly failed: readonly string[]; readonly source: Reason['source'] } {
  let met: boolean | undefined = true
  const failed: string[] = []
  let source: Reason['source'] = {}
  for (const clause of clauses) {
    let result: boolean | undefined
    if (answers === undefined) result = clause.test(context)
    else {
      const answer = clause.answer(context)
      answers.push(answer)
      result = answer.result === 'unknown' ? undefined : answer.result === 'met'
      if (result === false && failed.length === 0) source = answer.source
    }
    if (result === false) {
      met = false
      failed.push(clause.id)
    } else if (result === undefined && met === true) met = undefined
  }
  return { met, failed, source }
}

/** A subsidy is never negative, whatever a formula comes to. */
const notNegative = (value: Fraction): Fraction => (isNegative(value) ? zero : value)

const reasonOf = ({ code, source, conflict }: NotCovered): Reason =>
  conflict === undefined ? { code: code ?? 'not-covered', source } : { code: 'shares-inconsistent', source, conflict }

const NO_AMOUNT: Evaluate = () => zero

/**
 * The amounts before limits, of each item or of the applicant, or zero where the part only checks; undefined when one is unknown. Items no table
 * covers are left out.
 */
function grossOf({ terms, kind }: CompiledPart, context: Context, states: readonly ItemState[]): Entry[] | undefined {
  const amountOf = terms.gross ?? terms.check ?? NO_AMOUNT
  if (terms.perApplicant) {
    const value = amountOf(context)
    if (context.worksheet !== undefined) {
      if (kind.item === 'none') terms.show(context)
      else forEach(context.items, context, terms.show)
    }
    return value && [{ items: context.items, value: notNegative(value), ceiling: undefined }]
  }
  const entries: Entry[] = []
  let unknown = false
  for (const state of states) {
    const { item } = state
    if (!context.items.includes(item)) continue
    context.item = item
    const value = amountOf(context)
    if (item.worksheet !== undefined) terms.show(context)
    if (item.notCovered !== undefined) state.leftOut = reasonOf(item.notCovered)
    else if (value === undefined) unknown = true
    else entries.push({ items: [item], value: notNegative(value), ceiling: undefined })
  }
  context.item = undefined
  const covered = context.items.filter((item) => item.notCovered === undefined)
  if (covered.length === 0) context.notCovered = context.items[0]?.notCovered
  context.items = covered
  return unknown ? undefined : entries
}

/** Does it for each item, or once where there are none. */
function forEach(items: readonly Item[], context: Context, deed: (context: Context) => void): void {
  for (const item of items.length === 0 ? [undefined] : items) {
    context.item = item
    deed(context)
  }
  context.item = undefined
}

function answerOf({ item, met, clauses, leftOut, limits }: ItemState, { id, amounts }: PartResult): ItemAnswer {
  const counted = met === true && leftOut === undefined
  const amount = amounts.get(item)
  const answer: { -readonly [key in keyof ItemAnswer]: ItemAnswer[key] } = {
    id: item.id,
    path: item.path,
    counted,
    clauses,
    worksheet: item.worksheet ?? {},
    limits,
  }
  if (id !== undefined) answer.part = id
  if (leftOut !== undefined) answer.leftOut = leftOut
  if (counted && amount !== undefined) answer.amount = fractionText(amount)
  return answer
}
