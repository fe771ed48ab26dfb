import type { Assessment, LimitAnswer, Reason } from '../assessment/assessment.js'
import type { Issue, Message } from '../assessment/errors.js'
import { issue, oneOf, optional, record } from '../loan/checks.js'
import { compared } from './division.js'
import { amount, callable, distinct, list, name, refuseFaults } from './errors.js'
import { type Amount, fenOf, yuanOf } from './fen.js'
import { least } from './rules.js'

/** Levels of support, from the nation down; documents are taken in this order where nothing else decides. */
export const SUPPORT_LEVELS = ['central', 'provincial', 'city', 'district', 'county', 'zone', 'local', 'fiscal', 'other'] as const

export type SupportLevel = (typeof SUPPORT_LEVELS)[number]

/** Support as a document is told of it: an entry of `otherSupport`. */
export interface OtherSupport {
  readonly level: SupportLevel
  readonly amount: string
  readonly line?: string
  readonly loan?: string
  readonly policy?: string
  readonly deal?: string
}

/** What of an assessment decides whether documents stack. */
export type StackedAnswer = Pick<Assessment, 'outcome' | 'amount' | 'reasons' | 'limits' | 'items'>

/** One document that may support the same enterprise, loan or policy. */
export interface StackingDocument {
  readonly id: string
  /** The level that pays; other documents see it. */
  readonly level: SupportLevel
  /** What its support is for, where it is for one item: told to the other documents. */
  readonly for?: Pick<OtherSupport, 'line' | 'loan' | 'policy' | 'deal'>
  /** The answer under this document where there is such other support: its own clauses and limits decide. Must depend on nothing else. */
  readonly assess: (otherSupport: readonly OtherSupport[]) => StackedAnswer
}

export interface StackingTerms {
  /** What the enterprise really pays: interest, premium, fee. Support never exceeds it. */
  readonly cost: Amount
  /** Support that is received already, whatever is chosen. */
  readonly received?: readonly OtherSupport[]
}

/** Why a document is not in the combination, or gives less than it would alone. */
export const STACKING_REASONS = {
  'refused-alone': { zh: '单独申请也不予补贴', en: 'it grants nothing even alone' },
  incomplete: { zh: '材料不全，无法判断', en: 'facts are missing: it cannot be decided' },
  'excluded-by-others': { zh: '有其他支持时，本文件不予补贴', en: 'its own rules grant nothing beside the others' },
  'nothing-left': { zh: '扣除其他支持后没有余额', en: 'its own limits leave nothing beside the others' },
  'excludes-others': { zh: '与其同时享受时，其他文件不予补贴或减少', en: 'beside it, others would grant less than they do' },
  'cost-reached': { zh: '补贴合计已达到实际成本', en: 'the support has reached the real cost' },
} as const satisfies { readonly [code: string]: Message }

export type StackingReasonCode = keyof typeof STACKING_REASONS

/** A document of the combination, in the order in which it is applied for. */
export interface StackedShare {
  readonly id: string
  readonly level: SupportLevel
  /** What it would grant without the others. */
  readonly alone: string
  readonly given: string
  /** What it would grant where it stands, before the real cost; above `given` where the cost cuts it. */
  readonly granted: string
  /** Its own rules that reduce it beside the others, by id or kind. */
  readonly reducedBy: readonly string[]
}

export interface LeftOutDocument {
  readonly id: string
  readonly level: SupportLevel
  readonly reason: { readonly code: StackingReasonCode; readonly label: Message }
  /** The documents it does not go with. */
  readonly besides?: readonly string[]
  /** What its own document says. */
  readonly reasons?: readonly Reason[]
  /** What it would grant alone; absent where facts are missing. */
  readonly alone?: string
  /** The highest total of an admissible combination with it; absent where there is none. */
  readonly highestWith?: string
}

/** The best admissible combination. total = received + Σ given ≤ cost, unless what is received exceeds the cost already. */
export interface Stacking {
  readonly cost: string
  readonly received: string
  readonly total: string
  readonly chosen: readonly StackedShare[]
  /** By level and id. */
  readonly leftOut: readonly LeftOutDocument[]
  /** Some answers are incomplete: with them known there may be a better combination. */
  readonly undecided: boolean
  /** How many orders of documents were tried. */
  readonly tried: number
}

/** The most documents whose orders are tried: 1,957 orders, each answer worked out once. */
export const MOST_STACKED = 6

/**
 * The combination of documents, and the order, that gives most.
 *
 * In an order each document is assessed with the amounts of those before it as other support. The combination is admissible where each of them, told of all
 * the others, still grants what it gives. The last ones are cut at the real cost. Every order of every subset is tried; of equal totals the one
 * with the fewest documents, then with the higher levels first, then by id. PortfolioError with every issue.
 */
export function stack(documents: readonly StackingDocument[], terms: StackingTerms): Stacking {
  checkStacking(documents, terms)
  const sorted = [...documents].sort((a, b) => rank(a) - rank(b) || compared(a.id, b.id))
  const received = terms.received ?? []
  const before = received.reduce((sum, support) => sum + fenOf(support.amount), 0n)
  const search: Search = {
    received,
    before,
    cost: fenOf(terms.cost),
    answers: new Map(),
    best: undefined,
    bestWith: new Map(),
    undecided: false,
    tried: 0,
  }
  extend([], sorted, search)
  const best = search.best ?? []
  return {
    cost: yuanOf(search.cost),
    received: yuanOf(before),
    total: yuanOf(totalOf(best, search)),
    chosen: best.map((share) => sharePrinted(share, best, search)),
    leftOut: sorted
      .filter((document) => !best.some((share) => share.document === document))
      .map((document) => whyLeftOut(document, best, search)),
    undecided: search.undecided,
    tried: search.tried,
  }
}

interface Share {
  readonly document: StackingDocument
  readonly granted: bigint
  readonly given: bigint
}

interface Search {
  readonly received: readonly OtherSupport[]
  readonly before: bigint
  readonly cost: bigint
  /** Each document's answers by the support it was told of. */
  readonly answers: Map<string, StackedAnswer>
  best: readonly Share[] | undefined
  /** The highest total of an admissible combination with each document. */
  readonly bestWith: Map<StackingDocument, bigint>
  undecided: boolean
  tried: number
}

const rank = ({ level }: StackingDocument): number => SUPPORT_LEVELS.indexOf(level)

const totalOf = (shares: readonly Share[], { before }: Search): bigint => shares.reduce((sum, { given }) => sum + given, before)

/** Tries every document behind those that are placed; first the order as it is. */
function extend(placed: readonly Share[], others: readonly StackingDocument[], search: Search): void {
  for (const document of others) {
    const share = shareBehind(placed, document, search)
    if (share === undefined) continue
    search.tried += 1
    const shares = [...placed, share]
    if (isAdmissible(shares, search)) keep(shares, search)
    extend(
      shares,
      others.filter((other) => other !== document),
      search,
    )
  }
}

/** What a document gives behind others; undefined where that is nothing. */
function shareBehind(placed: readonly Share[], document: StackingDocument, search: Search): Share | undefined {
  const granted = grantedBeside(placed, document, search)
  const left = search.cost - totalOf(placed, search)
  if (granted === undefined || granted === 0n || left <= 0n) return undefined
  return { document, granted, given: least(granted, left) }
}

function grantedBeside(others: readonly Share[], document: StackingDocument, search: Search): bigint | undefined {
  const { outcome, amount: granted } = answerBeside(others, document, search)
  if (outcome === 'incomplete' || (outcome === 'granted' && granted === undefined)) {
    search.undecided = true
    return undefined
  }
  return outcome === 'granted' ? fenOf(granted as string) : 0n
}

/** The document's answer where the others pay; they are named in one order, so that each set of amounts is worked out once. */
function answerBeside(others: readonly Share[], document: StackingDocument, { received, answers }: Search): StackedAnswer {
  const supports = others
    .map(({ document: { id, level, for: item }, given }) => ({ id, support: { level, amount: yuanOf(given), ...item } }))
    .sort((a, b) => compared(a.id, b.id))
  const key = JSON.stringify([document.id, ...supports.map(({ id, support }) => [id, support.amount])])
  const known = answers.get(key)
  if (known !== undefined) return known
  const answer = document.assess([...received, ...supports.map(({ support }) => support)])
  answers.set(key, answer)
  return answer
}

/** Whether each document, told of all the others, still grants what it gives. */
const isAdmissible = (shares: readonly Share[], search: Search): boolean => shares.every((share) => stillGives(share, shares, search))

function stillGives(share: Share, shares: readonly Share[], search: Search): boolean {
  const granted = grantedBeside(
    shares.filter((other) => other !== share),
    share.document,
    search,
  )
  return granted !== undefined && granted >= share.given
}

function keep(shares: readonly Share[], search: Search): void {
  const total = totalOf(shares, search)
  for (const { document } of shares) {
    if (total > (search.bestWith.get(document) ?? -1n)) search.bestWith.set(document, total)
  }
  // Orders come with the higher levels first, so that of equals the first one found stays.
  const { best } = search
  const side = best === undefined ? 1n : total - totalOf(best, search)
  if (best === undefined ? total > search.before : side > 0n || (side === 0n && shares.length < best.length)) search.best = shares
}

function sharePrinted({ document, granted, given }: Share, shares: readonly Share[], search: Search): StackedShare {
  const alone = answerBeside([], document, search)
  const placed = shares.slice(
    0,
    shares.findIndex((share) => share.document === document),
  )
  const bound = rulesBinding(alone)
  return {
    id: document.id,
    level: document.level,
    alone: alone.amount ?? '0.00',
    given: yuanOf(given),
    granted: yuanOf(granted),
    reducedBy: [...rulesBinding(answerBeside(placed, document, search))].filter((rule) => !bound.has(rule)),
  }
}

function rulesBinding({ limits, items }: StackedAnswer): ReadonlySet<string> {
  const all: readonly LimitAnswer[] = [...limits, ...items.flatMap((item) => item.limits)]
  return new Set(all.filter(({ binding }) => binding).map(({ id, kind }) => id ?? kind))
}

function whyLeftOut(document: StackingDocument, best: readonly Share[], search: Search): LeftOutDocument {
  const alone = answerBeside([], document, search)
  const highest = search.bestWith.get(document)
  const because = (code: StackingReasonCode, more: Pick<LeftOutDocument, 'besides' | 'reasons'> = {}): LeftOutDocument => ({
    id: document.id,
    level: document.level,
    reason: { code, label: STACKING_REASONS[code] },
    ...more,
    ...(alone.amount !== undefined && { alone: alone.amount }),
    ...(highest !== undefined && { highestWith: yuanOf(highest) }),
  })
  if (alone.outcome === 'incomplete' || (alone.outcome === 'granted' && alone.amount === undefined)) return because('incomplete')
  if (alone.outcome === 'refused') return because('refused-alone', { reasons: alone.reasons })
  const beside = answerBeside(best, document, search)
  if (beside.outcome === 'incomplete') return because('incomplete')
  if (beside.outcome === 'refused')
    return because('excluded-by-others', { reasons: beside.reasons, besides: best.map((share) => share.document.id) })
  if (totalOf(best, search) >= search.cost) return because('cost-reached')
  const share = shareBehind(best, document, search)
  if (share === undefined) return because('nothing-left')
  const shares = [...best, share]
  const fewer = best.filter((other) => !stillGives(other, shares, search)).map((other) => other.document.id)
  return because('excludes-others', { besides: fewer })
}

const level = /* @__PURE__ */ oneOf(...SUPPORT_LEVELS)
const item = {
  line: /* @__PURE__ */ optional(name),
  loan: /* @__PURE__ */ optional(name),
  policy: /* @__PURE__ */ optional(name),
  deal: /* @__PURE__ */ optional(name),
}

const documentForm = /* @__PURE__ */ record({
  id: name,
  level,
  for: /* @__PURE__ */ optional(/* @__PURE__ */ record(item)),
  assess: callable,
})
const termsForm = /* @__PURE__ */ record({
  cost: amount,
  received: /* @__PURE__ */ optional(/* @__PURE__ */ list(/* @__PURE__ */ record({ level, amount, ...item }), 0)),
})

function checkStacking(documents: readonly StackingDocument[], terms: StackingTerms): void {
  const issues: Issue[] = []
  list(documentForm, 0)(documents, 'documents', issues)
  termsForm(terms, '', issues)
  refuseFaults(issues)
  distinct(
    documents.map(({ id }) => id),
    (index) => `documents[${index}].id`,
    issues,
  )
  if (documents.length > MOST_STACKED)
    issues.push(issue('too-many', 'documents', `至多${MOST_STACKED}份文件`, `at most ${MOST_STACKED} documents`, documents.length))
  refuseFaults(issues)
}
