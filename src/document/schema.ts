import * as z from 'zod/mini'
import { INTEREST_KINDS } from '../loan/slips.js'
import { ROUNDING_MODES, ROUNDING_UNITS } from '../money/rounding.js'
import { distributionTerms } from './distribution-form.js'
import {
  byFact,
  clause,
  clauses,
  dateExpression,
  day,
  evidence,
  factName,
  identifier,
  keys,
  limit,
  name,
  optional,
  order,
  parameterReference,
  period,
  printed,
  quantity,
  selection,
  source,
  sourced,
  span,
  text,
  word,
  wordOf,
} from './forms.js'

/** The terms of a part whose items carry nothing but facts. */
const plainTerms = {
  formula: z.strictObject({ value: quantity, per: optional(z.enum(['loan', 'policy', 'deal', 'instalment', 'applicant'])), ...source }),
  shown: optional(z.array(z.strictObject({ value: quantity, ...source }))),
}

/** The terms of a part whose items are loans. */
const loanTerms = {
  ...plainTerms,
  principal: optional(sourced(quantity)),
  principalLimits: optional(
    z.array(z.strictObject({ value: quantity, per: z.union([z.enum(['loan', 'applicant']), byFact]), order: optional(order), ...source })),
  ),
  principalBasis: optional(sourced(z.enum(['balance', 'original']))),
  periodStart: optional(sourced(dateExpression)),
  longest: optional(sourced(quantity)),
  windows: optional(z.array(sourced(span))),
  lastDay: optional(sourced(z.enum(['excluded', 'included']))),
  extension: optional(sourced(z.enum(['excluded', 'included']))),
  proration: optional(sourced(z.union([word, parameterReference]))),
  interest: optional(
    sourced(z.strictObject({ kinds: z.array(z.enum(keys(INTEREST_KINDS))).check(z.minLength(1)), by: z.enum(['period', 'paid-on']) })),
  ),
}

/** The terms of a part whose items are insurance policies. */
const insuranceTerms = {
  ...plainTerms,
  insuredAmount: optional(sourced(quantity)),
  premium: optional(sourced(quantity)),
  premiumRateLimit: optional(z.strictObject({ value: quantity, per: z.enum(['year', 'policy']), ...source })),
  windows: optional(z.array(sourced(span))),
  longest: optional(sourced(quantity)),
  proration: optional(sourced(z.union([word, parameterReference]))),
  participation: optional(
    sourced(
      z.strictObject({ per: z.union([z.literal('applicant'), byFact]), restartsAfter: optional(z.union([printed, parameterReference])) }),
    ),
  ),
}

const shares = z.record(name, printed)

const fuseEffect = z.enum(['warning', 'on-hold', 'compensation-suspended', 'new-loans-suspended', 'lender-removed'])

const figure = z.union([printed, parameterReference])
const choiceOf = (...words: [string, ...string[]]) => z.union([z.enum(words), parameterReference])

/** What a document fixes of a pool over time. */
const pool = z.strictObject({
  funding: sourced(z.union([parameterReference, z.record(name, printed)])),
  shortfall: sourced(choiceOf('queue', 'pro-rata', 'refuse')),
  interest: sourced(choiceOf('stays', 'returned')),
  yearEnd: sourced(z.strictObject({ balance: choiceOf('carried', 'returned'), queue: choiceOf('carried', 'lapses') })),
  leverage: optional(
    sourced(
      z.union([
        z.strictObject({ atMost: figure, of: choiceOf('pool', 'deposit') }),
        z.strictObject({ atLeast: figure, of: choiceOf('pool', 'deposit') }),
      ]),
    ),
  ),
  annualPot: optional(sourced(figure)),
  replenishment: optional(sourced(z.strictObject({ below: optional(figure), to: optional(figure) }))),
})

/** The terms of risk compensation beside those of loans. */
const riskTerms = {
  pool: optional(pool),
  losses: optional(
    z.array(
      z.strictObject({
        id: identifier,
        label: optional(text),
        value: quantity,
        layers: z
          .array(
            z.strictObject({
              label: optional(text),
              when: optional(clauses),
              upTo: optional(quantity),
              shares: z.union([parameterReference, z.record(name, z.union([z.literal('remainder'), quantity]))]),
              ...source,
            }),
          )
          .check(z.minLength(1)),
        remainderTo: optional(wordOf(name)),
        ...source,
      }),
    ),
  ),
  aboveLimitsTo: optional(sourced(name)),
  bounds: optional(
    sourced(
      z.strictObject({
        of: quantity,
        shares: z.record(
          name,
          z.union([
            z.literal('remainder'),
            z.strictObject({ exactly: quantity, ...source }),
            z.strictObject({ atLeast: quantity, ...source }),
            z.strictObject({ atMost: quantity, ...source }),
          ]),
        ),
        stated: optional(z.record(name, factName)),
      }),
    ),
  ),
  fuses: optional(
    z.array(
      z.strictObject({
        id: identifier,
        label: optional(text),
        when: optional(clauses),
        metric: quantity,
        levels: z
          .array(
            z.union([
              z.strictObject({ atLeast: quantity, effect: fuseEffect, ...source }),
              z.strictObject({ above: quantity, effect: fuseEffect, ...source }),
            ]),
          )
          .check(z.minLength(1)),
        trippingClaim: optional(sourced(z.union([z.literal('held'), z.strictObject({ before: quantity })]))),
        reset: optional(sourced(z.enum(['below-level', 'by-decision', 'next-year']))),
        ...source,
      }),
    ),
  ),
  recovery: optional(sourced(z.strictObject({ gross: quantity, cost: quantity }))),
}

const recipient = z.enum(['borrower', 'lender', 'guarantor', 'enterprise', 'insurer', 'manager', 'investor', 'other-holders'])

const instrument = z.enum(['interest-subsidy', 'risk-compensation', 'premium-subsidy', 'guidance-fund'])

const fundRule = z.enum([
  'contribution',
  'follow-on',
  'investment-guarantee',
  'risk-subsidy',
  'loss-compensation',
  'reinvestment',
  'use-test',
  'exit-price',
  'early-exit',
  'concession',
  'distribution',
  'fee',
  'leverage',
])

/** What a part of any instrument says before its terms, and after them. */
const beforeTerms = {
  also: optional(z.array(instrument).check(z.minLength(1))),
  id: optional(identifier),
  label: optional(text),
  eligibility: optional(z.array(clause)),
  items: optional(
    z.strictObject({
      of: optional(z.enum(['loan', 'policy', 'deal', 'instalment', 'none'])),
      where: optional(z.array(clause)),
      select: optional(z.array(selection)),
    }),
  ),
}
const afterTerms = {
  limits: optional(z.array(limit)),
  orderOfLimits: optional(z.strictObject(source)),
  meaning: optional(sourced(z.enum(['exact', 'at-most', 'not-below']))),
  rounding: sourced(
    z.strictObject({ to: z.enum(keys(ROUNDING_UNITS)), mode: z.enum(keys(ROUNDING_MODES)), each: optional(z.enum(['item', 'total'])) }),
  ),
  payers: optional(
    z.strictObject({
      value: z.union([
        parameterReference,
        z.strictObject({ cases: z.array(z.strictObject({ when: optional(clauses), shares })) }),
        z.strictObject({ slices: z.array(z.strictObject({ upTo: optional(quantity), shares })).check(z.minLength(1)) }),
        shares,
      ]),
      remainderTo: optional(wordOf(name)),
      ...source,
    }),
  ),
  payment: optional(
    sourced(
      z.union([
        z.strictObject({ form: z.literal('lump-sum') }),
        z.strictObject({
          form: z.literal('deducted'),
          each: optional(z.enum(['month', 'quarter'])),
          refundsElapsed: optional(z.boolean()),
        }),
      ]),
    ),
  ),
  recipient: optional(
    sourced(
      z.union([
        recipient,
        z.strictObject({
          cases: z.array(z.strictObject({ when: optional(clauses), recipient, named: optional(factName) })).check(z.minLength(1)),
        }),
      ]),
    ),
  ),
  correction: optional(sourced(z.strictObject({ paid: quantity }))),
  flags: optional(z.array(z.strictObject({ id: identifier, label: text, when: clauses, ...source }))),
  budget: optional(sourced(z.enum(['none', 'total-control', 'first-come', 'pro-rata', 'rate-set-afterwards']))),
}

const part = z.discriminatedUnion('instrument', [
  z.strictObject({ instrument: z.literal('interest-subsidy'), ...beforeTerms, terms: z.strictObject(loanTerms), ...afterTerms }),
  z.strictObject({
    instrument: z.literal('risk-compensation'),
    ...beforeTerms,
    terms: z.strictObject({ ...loanTerms, ...riskTerms, formula: optional(plainTerms.formula) }),
    ...afterTerms,
  }),
  // Of insurance policies or of insured loans: which terms go with which items is checked when the document is compiled.
  z.strictObject({
    instrument: z.literal('premium-subsidy'),
    ...beforeTerms,
    terms: z.strictObject({ ...loanTerms, ...insuranceTerms }),
    ...afterTerms,
  }),
  z.strictObject({
    instrument: z.literal('guidance-fund'),
    rule: fundRule,
    ...beforeTerms,
    terms: z.strictObject({
      ...plainTerms,
      formula: optional(plainTerms.formula),
      measures: optional(z.array(z.strictObject({ value: quantity, ...source })).check(z.minLength(1))),
      distribution: optional(distributionTerms),
    }),
    ...afterTerms,
  }),
])

const kind = z.enum([
  'yes-no',
  'amount',
  'rate',
  'share',
  'growth',
  'number',
  'count',
  'months',
  'days',
  'date',
  'month',
  'text',
  'class',
  'classes',
  'amounts',
  'signed-amount',
  'amounts-by-party',
])

/** The form of a policy document as JSON. What its parts mean together is checked when it is compiled. */
export const POLICY_SCHEMA = z.strictObject({
  $schema: optional(word),
  id: identifier,
  title: text,
  number: optional(word),
  issuer: optional(text),
  issued: optional(day),
  replaces: optional(z.array(identifier)),
  url: optional(word),
  evidence,
  status: optional(z.enum(['built-in', 'template'])),
  effective: z.strictObject({ from: optional(day), until: optional(day), endsWhen: optional(text), decidedBy: optional(text) }),
  facts: optional(z.record(factName, z.strictObject({ kind, label: text, help: optional(text), oneOf: optional(z.record(word, text)) }))),
  parameters: optional(
    z.record(
      name,
      z.strictObject({
        kind: z.enum(['amount', 'rate', 'number', 'months', 'date', 'class', 'classes', 'proration', 'shares']),
        label: text,
        oneOf: optional(z.array(word)),
        value: optional(z.union([word, z.array(word), z.record(name, word)])),
        neededWhen: optional(z.strictObject({ parameter: name, is: z.union([word, z.array(word)]) })),
        ...source,
      }),
    ),
  ),
  parts: z.array(part).check(z.minLength(1)),
  limits: optional(
    z.array(
      z.strictObject({
        id: optional(identifier),
        label: optional(text),
        cap: quantity,
        over: z.array(identifier).check(z.minLength(1)),
        period: optional(period),
        received: optional(quantity),
        cut: z.enum(['last-first', 'pro-rata']),
        ...source,
      }),
    ),
  ),
  notes: optional(z.array(text)),
})

const REGISTRY = z.registry<{ readonly id: string }>()
for (const [schema, id] of [
  [text, 'text'],
  [quantity, 'quantity'],
  [clause, 'clause'],
  [dateExpression, 'date'],
  [limit, 'limit'],
  [part, 'part'],
] as const)
  REGISTRY.add(schema, { id })

/** The JSON Schema of a policy file, draft 2020-12. A value with a source field allows exactly one of article, place and reading. */
export function policyJsonSchema(): unknown {
  const schema = z.toJSONSchema(POLICY_SCHEMA, { metadata: REGISTRY, io: 'input' })
  return withSources({
    $id: 'https://unpkg.com/subvention/schema/policy.json',
    title: 'subvention policy document',
    ...schema,
  })
}

interface Schema {
  readonly [key: string]: unknown
}

/** Adds to every object that may carry a source that it carries at most one; a `value` with a source carries exactly one. */
function withSources(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withSources)
  if (typeof schema !== 'object' || schema === null) return schema
  const mapped: { [key: string]: unknown } = {}
  for (const [key, value] of Object.entries(schema as Schema)) mapped[key] = withSources(value)
  const properties = mapped['properties'] as Schema | undefined
  if (properties?.['article'] === undefined) return mapped
  const one = ['article', 'place', 'reading'].map((key) => ({ required: [key] }))
  return {
    ...mapped,
    not: { anyOf: [pair('article', 'place'), pair('article', 'reading'), pair('place', 'reading')] },
    ...(properties['value'] !== undefined && properties['when'] === undefined && properties['atLeast'] === undefined ? { anyOf: one } : {}),
  }
}

const pair = (a: string, b: string): Schema => ({ required: [a, b] })
