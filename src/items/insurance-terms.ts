import { type Alternatives, forEach } from '../assessment/alternatives.js'
import { compileAs } from '../assessment/bounds.js'
import { type CompiledTerms, type ItemKind, mustHaveSource, type OwnTerms } from '../assessment/compile.js'
import type { Context, Evaluate, Item } from '../assessment/context.js'
import { dayCountAt } from '../assessment/day-count.js'
import { noteMissing } from '../assessment/reading.js'
import {
  type Asked,
  askFor,
  askForAll,
  type CompileNode,
  factAt,
  fault,
  parameterAt,
  printedAt,
  type Scope,
  sourceOf,
  within,
} from '../assessment/scope.js'
import { compare } from '../money/fraction.js'
import type { InsuranceTerms } from '../policy/policy.js'
import type { Span } from '../policy/quantity.js'
import type { MaybeSource } from '../policy/source.js'
import {
  countedInsuredAmount,
  countedPremium,
  needsTime,
  netPremium,
  type Participation,
  paidDate,
  participationYear,
  premiumPaid,
  premiumRate,
  type Terms,
  timeCounted,
} from './insurance-formula.js'
import { longestOf, spanOf } from './loan-terms.js'
import { compilePlainTerms } from './plain-terms.js'

const termsOf = (context: Context): Terms => context.terms as Terms

/** `counted`: the insured amount or the premium of a policy that counts, or its time as a number. */
const countedNode: CompileNode = (node, scope) => {
  const { counted, within: span } = node as { readonly counted: string; readonly within?: Span }
  if (scope.entry !== 'policy') return fault(scope, 'out-of-reach', 'counted', 'policy')
  if (counted === 'insuredAmount' || counted === 'premium') scope.uses.add(counted)
  if (counted === 'insuredAmount') return { kind: 'amount', evaluate: (context) => countedInsuredAmount(termsOf(context), context) }
  if (counted === 'premium') {
    const days = span === undefined ? undefined : spanOf(span, within(scope, 'within'))
    if (days !== undefined) scope.uses.add('years')
    return {
      kind: 'amount',
      evaluate: (context) => {
        const only = days?.(context)
        if (days !== undefined && only === undefined) return undefined
        const period = only && { from: only.from ?? '1900-01-01', until: only.until ?? '2999-12-31' }
        return countedPremium(termsOf(context), context, period)
      },
    }
  }
  if (counted !== 'years' && counted !== 'months' && counted !== 'days') return fault(scope, 'unknown-quantity', node)
  if (counted === 'years') scope.uses.add('years')
  return { kind: 'number', evaluate: (context) => timeCounted(termsOf(context), counted, context) }
}

const derived: ItemKind['derived'] = {
  'policy.line': ((context: Context) => lineOf(context.item as Item, context)) as unknown as Evaluate,
  'policy.premiumPaid': premiumPaid,
  'policy.netPremium': netPremium,
  'policy.premiumRate': premiumRate,
  'policy.paidDate': ((context: Context) => paidDate(context.item as Item)) as unknown as Evaluate,
  'policy.participationYear': (context) => participationYear(termsOf(context), context),
}

const linesOf = ({ facts }: Item): readonly string[] => (facts['lines'] ?? []) as readonly string[]

/** The one line of a policy that states its lines as a list; several cannot stand where one is asked for. */
function lineOf(item: Item, context: Context): string | undefined {
  const lines = linesOf(item)
  if (lines.length < 2) return lines[0]
  return noteMissing(context, {
    fact: 'policy.line',
    path: `${item.path}.line`,
    label: { zh: '险种', en: 'line of insurance' },
    kind: 'class',
    reason: {
      zh: '一张保单含多个险种，此处须按险种计算：请按险种分别填报',
      en: 'the policy has several lines and one is needed here: state each line with its premium',
    },
  })
}

function compileTerms(written: InsuranceTerms, scope: Scope): CompiledTerms {
  const inPolicy: Scope = { ...scope, entry: 'policy' }
  const { formula, shown, windows = [], ...single } = written
  for (const [key, value] of Object.entries(single)) mustHaveSource(value, within(scope, key))
  for (const [index, entry] of windows.entries()) mustHaveSource(entry, within(within(scope, 'windows'), index))
  const asked: { readonly [term in 'insuredAmount' | 'premium']: Asked } = { insuredAmount: new Map(), premium: new Map() }
  const amountOf = (term: 'insuredAmount' | 'premium', fact: string): Evaluate => {
    const place = within(within({ ...inPolicy, asked: asked[term] }, term, written[term]), 'value')
    return compileAs(written[term]?.value ?? { fact }, 'amount', place).evaluate
  }
  const { premiumRateLimit: limit } = written
  const values: Terms = {
    insuredAmount: amountOf('insuredAmount', 'policy.insuredAmount'),
    premium: amountOf('premium', 'policy.netPremium'),
    rateLimit: limit && {
      per: limit.per,
      evaluate: compileAs(limit.value, 'rate', within(within(inPolicy, 'premiumRateLimit', limit), 'value')).evaluate,
    },
    longest: longestOf(written.longest, within(inPolicy, 'longest')),
    windows: windows.map((span, index) => spanOf(span.value, within(within(within(inPolicy, 'windows'), index), 'value'))),
    proration: written.proration && dayCountAt(written.proration.value, within(within(scope, 'proration'), 'value')),
    participation:
      written.participation && participationOf(written.participation.value, within(within(inPolicy, 'participation'), 'value')),
    sources: {
      insuredAmount: sourceOf(written.insuredAmount ?? {}),
      premium: sourceOf(written.premium ?? formula ?? {}),
      rateLimit: sourceOf(limit ?? {}),
      period: sourceOf(written.longest ?? windows[0] ?? {}),
      proration: sourceOf(written.proration ?? {}),
      participation: sourceOf(written.participation ?? {}),
    },
  }
  const plain = compilePlainTerms({ ...(formula && { formula }), ...(shown && { shown }) }, scope)
  const complete = (): void => {
    // What counts asks for its facts only where the part looks at it.
    if (scope.uses.has('premium')) askForAll(asked.premium, scope)
    if (scope.uses.has('insuredAmount') || limit !== undefined) askForAll(asked.insuredAmount, scope)
    if (scope.uses.has('premium') && needsTime(values)) for (const name of ['policy.start', 'policy.end']) askFor(name, scope)
    if (written.proration === undefined && (needsTime(values) || scope.uses.has('years')))
      fault(within(scope, 'proration'), 'absent', undefined, 'proration-of-cover')
  }
  return { ...plain, complete, values, gross: plain.gross && alike(plain.gross, sourceOf(formula ?? {}), scope.path) }
}

function participationOf({ per, restartsAfter }: NonNullable<InsuranceTerms['participation']>['value'], scope: Scope): Participation {
  const key = per === 'applicant' ? undefined : per.by.slice('policy.'.length)
  if (per !== 'applicant' && factAt(per.by, within(scope, 'per'), 'by') !== undefined && !scope.facts.has(`cover.${key}`))
    fault(within(within(scope, 'per'), 'by'), 'unknown-cover', per.by)
  for (const name of ['policy.start', 'policy.end', 'covers']) askFor(name, scope)
  const text = typeof restartsAfter === 'object' ? parameterAt(restartsAfter.parameter, scope)?.value : restartsAfter
  const gap = typeof text === 'string' ? printedAt(text, within(scope, 'restartsAfter')) : undefined
  if (gap !== undefined && gap.kind !== 'days' && gap.kind !== 'number') fault(within(scope, 'restartsAfter'), 'kind', text, 'days-of-gap')
  return { key, restartsAfter: gap?.value.numerator.toNumber() }
}

/** The formula of a policy whose premium is not split between its lines: what it comes to for each of them, where that is the same. */
function alike(gross: Evaluate, source: MaybeSource, path: string): Evaluate {
  return (context) => {
    const item = context.item
    const forms = item === undefined ? [] : alternatives(item)
    if (item === undefined || forms.length === 0) return gross(context)
    const values = forEach(forms, gross, context)
    const [first] = values
    if (first === undefined || values.includes(undefined)) return undefined
    if (values.every((value) => value !== undefined && compare(value, first) === 0)) return first
    item.notCovered ??= { code: 'lines-not-split', path, source }
    return undefined
  }
}

/** A policy over several lines may be any of them. */
const alternatives: Alternatives = (item) => {
  const lines = linesOf(item)
  return item.facts['line'] !== undefined || lines.length < 2 ? [] : lines.map((line) => ({ line }))
}

const TERMS: OwnTerms<InsuranceTerms> = {
  insuredAmount: true,
  premium: true,
  premiumRateLimit: true,
  windows: true,
  longest: true,
  proration: true,
  participation: true,
}

/** Insurance policies: their premium, insured amount and cover. */
export const POLICIES: ItemKind = {
  item: 'policy',
  nodes: { counted: countedNode },
  derived,
  derivedLists: {},
  supportAmount: (_, context) =>
    noteMissing(context, {
      fact: 'support.amount',
      path: 'otherSupport',
      label: { zh: '其他支持的金额', en: 'amount of the other support' },
      kind: 'amount',
    }),
  maySupport: ({ line }, item) => line === undefined || line === item.facts['line'] || linesOf(item).includes(line as string),
  alternatives,
  terms: TERMS,
  compileTerms,
}
