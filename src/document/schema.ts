import * as z from 'zod/mini'
import { isCalendarDate } from '../dates/calendar-date.js'
import { INTEREST_KINDS } from '../loan/slips.js'
import { readPrinted } from '../money/printed.js'
import { ROUNDING_MODES, ROUNDING_UNITS } from '../money/rounding.js'

const optional = z.exactOptional
const keys = <Key extends string>(table: { readonly [key in Key]: unknown }): [Key, ...Key[]] => Object.keys(table) as [Key, ...Key[]]

const word = z.string().check(z.minLength(1), z.maxLength(2000))
const text = z.union([word, z.strictObject({ zh: word, en: word })])
const name = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,60}$/))
const identifier = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,80}$/i))
const factName = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,60}(\.[a-z][A-Za-z0-9]{0,60})?$/))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isCalendarDate))
const printed = z.string().check(z.refine((value) => readPrinted(value) !== undefined))
const evidence = z.enum(['official', 'secondary'])
const parameterReference = z.strictObject({ parameter: name })

/** At most one of the three may stand on a value inside another; where it stands by itself exactly one must: checked when the policy is compiled. */
const source = { article: optional(text), place: optional(text), reading: optional(text), evidence: optional(evidence) }
const named = { name: optional(name), label: optional(text), ...source }
const sourced = <Value extends z.ZodMiniType>(value: Value) => z.strictObject({ value, ...source })

const dateExpression: z.ZodMiniType = z.lazy(() =>
  z.union([
    day,
    z.strictObject({ fact: factName }),
    parameterReference,
    z.strictObject({ date: dateExpression, plus: z.union([printed, parameterReference]) }),
    z.strictObject({ date: dateExpression, minus: z.union([printed, parameterReference]) }),
    z.strictObject({ yearEndBefore: dateExpression }),
    z.strictObject({
      month: z.number().check(z.int(), z.gte(1), z.lte(12)),
      of: dateExpression,
      years: optional(z.number().check(z.int(), z.gte(-50), z.lte(50))),
    }),
    z.strictObject({
      yearOf: factName,
      day: z.string().check(z.regex(/^\d{2}-\d{2}$/)),
      years: optional(z.number().check(z.int(), z.gte(-50), z.lte(50))),
    }),
    z.strictObject({ earlierOf: z.array(dateExpression).check(z.minLength(1)) }),
    z.strictObject({ laterOf: z.array(dateExpression).check(z.minLength(1)) }),
  ]),
)

const clause: z.ZodMiniType = z.lazy(() => z.union(CLAUSES))
const clauses = z.union([clause, z.array(clause)])
const quantity: z.ZodMiniType = z.lazy(() => z.union([printed, ...QUANTITIES]))

const bounds = { atLeast: optional(quantity), above: optional(quantity), atMost: optional(quantity), below: optional(quantity) }
const dateBounds = {
  from: optional(dateExpression),
  after: optional(dateExpression),
  through: optional(dateExpression),
  until: optional(dateExpression),
}
const span = z.strictObject({ from: optional(dateExpression), through: optional(dateExpression), until: optional(dateExpression) })
const support = { levels: optional(z.array(word)), lines: optional(z.array(word)) }
const line = { when: optional(clauses), value: quantity, label: optional(text), ...source }

const QUANTITIES = [
  z.strictObject({ figure: printed, ...named }),
  z.strictObject({ fact: factName, ...named }),
  z.strictObject({ parameter: name, ...named }),
  z.strictObject({ share: quantity, of: quantity, ...named }),
  z.strictObject({ ratio: z.tuple([quantity, quantity]), ...named }),
  z.strictObject({ sumOf: z.array(quantity).check(z.minLength(1)), ...named }),
  z.strictObject({ lowerOf: z.array(quantity).check(z.minLength(1)), ...named }),
  z.strictObject({ higherOf: z.array(quantity).check(z.minLength(1)), ...named }),
  z.strictObject({ excessOf: z.array(quantity).check(z.minLength(2)), ...named }),
  z.strictObject({ total: quantity, over: optional(word), where: optional(clauses), ...named }),
  z.strictObject({ count: word, where: optional(clauses), ...named }),
  z.strictObject({
    choose: z.enum(['first', 'highest', 'lowest', 'sum']),
    cases: z.array(z.strictObject(line)).check(z.minLength(1)),
    atMost: optional(quantity),
    otherwise: optional(quantity),
    ...named,
  }),
  z.strictObject({
    by: quantity,
    brackets: z.array(z.strictObject({ ...line, ...bounds })).check(z.minLength(1)),
    otherwise: optional(quantity),
    ...named,
  }),
  z.strictObject({
    of: quantity,
    slices: z.array(z.strictObject({ upTo: optional(quantity), rate: quantity })).check(z.minLength(1)),
    ...named,
  }),
  z.strictObject({ by: quantity, step: quantity, beyond: optional(quantity), value: quantity, ...named }),
  z.strictObject({
    referenceRate: z.enum(['lpr', 'lpr-1y', 'lpr-5y-plus', 'benchmark', 'benchmark-1y', 'deposit-1y']),
    on: dateExpression,
    sameDay: optional(z.boolean()),
    ...named,
  }),
  z.strictObject({ otherSupport: z.enum(['amount', 'annual-rate']), ...support, ...named }),
  z.strictObject({ interestAt: quantity, onFirst: optional(quantity), within: optional(span), ...named }),
  z.strictObject({ counted: z.enum(['principal', 'years', 'months', 'days']), ...named }),
] as const

const aboutClause = { id: optional(identifier), label: optional(text), ...source }
const answer = z.union([z.boolean(), word])

const CLAUSES = [
  z.strictObject({ fact: factName, is: answer, ...aboutClause }),
  z.strictObject({ parameter: name, is: answer, ...aboutClause }),
  z.strictObject({ fact: factName, oneOf: z.union([z.array(word).check(z.minLength(1)), parameterReference]), ...aboutClause }),
  z.strictObject({ fact: factName, noneOf: z.array(word).check(z.minLength(1)), ...aboutClause }),
  z.strictObject({ fact: factName, includes: word, ...aboutClause }),
  z.strictObject({ fact: factName, ...bounds, ...aboutClause }),
  z.strictObject({ fact: factName, ...dateBounds, ...aboutClause }),
  z.strictObject({ date: dateExpression, ...dateBounds, ...aboutClause }),
  z.strictObject({ value: quantity, ...bounds, ...aboutClause }),
  z.strictObject({ otherSupport: z.literal('none'), ...support, ...aboutClause }),
  z.strictObject({ any: z.array(clause).check(z.minLength(1)), ...aboutClause }),
  z.strictObject({ all: z.array(clause).check(z.minLength(1)), ...aboutClause }),
  z.strictObject({ not: clause, ...aboutClause }),
] as const

const byFact = z.strictObject({ by: factName })
const scope = z.union([z.enum(['loan', 'line', 'deal', 'applicant', 'group']), byFact])
const period = z.enum(['year', 'window', 'lifetime'])
/** A word of the document: plain, as a parameter, or with a source of its own. */
const wordOf = <Value extends z.ZodMiniType>(value: Value) =>
  z.union([value, parameterReference, sourced(z.union([value, parameterReference]))])
const order = wordOf(z.enum(['drawdown-date', 'largest-subsidy', 'largest-principal', 'as-listed']))
const aboutLimit = { id: optional(identifier), label: optional(text), per: scope, when: optional(clauses), ...source }

const limit = z.union([
  z.strictObject({
    cap: quantity,
    period: optional(period),
    received: optional(quantity),
    each: optional(z.enum(['month', 'quarter', 'calendar-year', 'loan-year'])),
    ...aboutLimit,
  }),
  z.strictObject({ minimum: quantity, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('net-cost'), cost: quantity, ...support, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('combined-share'), share: quantity, of: quantity, ...support, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('exclude'), ...support, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('stack'), levels: optional(z.array(word)), ...aboutLimit }),
  z.strictObject({ stacking: z.literal('choose-one'), fact: factName, is: word, ...aboutLimit }),
])

const selection = z.strictObject({
  atMost: z.union([z.number().check(z.int(), z.gte(1), z.lte(1000)), parameterReference]),
  order,
  per: optional(factName),
  distinct: optional(factName),
  ...source,
})

const terms = z.strictObject({
  shown: optional(z.array(z.strictObject({ value: quantity, ...source }))),
  formula: z.strictObject({ value: quantity, per: optional(z.enum(['loan', 'applicant'])), ...source }),
  principal: optional(sourced(quantity)),
  principalLimits: optional(
    z.array(z.strictObject({ value: quantity, per: z.union([z.enum(['loan', 'applicant']), byFact]), order: optional(order), ...source })),
  ),
  principalBasis: optional(sourced(z.enum(['balance', 'original']))),
  periodStart: optional(sourced(dateExpression)),
  longest: optional(sourced(quantity)),
  windows: optional(z.array(sourced(span))),
  extension: optional(sourced(z.enum(['excluded', 'included']))),
  proration: optional(sourced(z.union([word, parameterReference]))),
  interest: optional(
    sourced(z.strictObject({ kinds: z.array(z.enum(keys(INTEREST_KINDS))).check(z.minLength(1)), by: z.enum(['period', 'paid-on']) })),
  ),
})

const shares = z.record(name, printed)

const part = z.strictObject({
  instrument: z.enum(['interest-subsidy']),
  id: optional(identifier),
  label: optional(text),
  eligibility: optional(z.array(clause)),
  items: optional(z.strictObject({ where: optional(z.array(clause)), select: optional(z.array(selection)) })),
  terms,
  limits: optional(z.array(limit)),
  meaning: optional(sourced(z.enum(['exact', 'at-most', 'not-below']))),
  rounding: sourced(
    z.strictObject({ to: z.enum(keys(ROUNDING_UNITS)), mode: z.enum(keys(ROUNDING_MODES)), each: optional(z.enum(['item', 'total'])) }),
  ),
  payers: optional(
    z.strictObject({
      value: z.union([parameterReference, z.strictObject({ cases: z.array(z.strictObject({ when: optional(clauses), shares })) }), shares]),
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
  recipient: optional(sourced(z.enum(['borrower', 'lender', 'enterprise', 'insurer']))),
  budget: optional(sourced(z.enum(['none', 'total-control', 'first-come', 'pro-rata', 'rate-set-afterwards']))),
})

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
