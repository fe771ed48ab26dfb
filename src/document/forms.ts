import * as z from 'zod/mini'
import { isCalendarDate } from '../dates/calendar-date.js'
import { readPrinted } from '../money/printed.js'
import { ROUNDING_MODES } from '../money/rounding.js'

export const optional = z.exactOptional
export const keys = <Key extends string>(table: { readonly [key in Key]: unknown }): [Key, ...Key[]] =>
  Object.keys(table) as [Key, ...Key[]]

export const word = z.string().check(z.minLength(1), z.maxLength(2000))
export const text = z.union([word, z.strictObject({ zh: word, en: word })])
export const NAME_PATTERN = /^[a-z][A-Za-z0-9]{0,60}$/
export const name = z.string().check(z.regex(NAME_PATTERN))
export const identifier = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,80}$/i))
export const factName = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,60}(\.[a-z][A-Za-z0-9]{0,60})?$/))
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isCalendarDate))
export const printed = z.string().check(z.refine((value) => readPrinted(value) !== undefined))
export const evidence = z.enum(['official', 'secondary'])
export const parameterReference = z.strictObject({ parameter: name })

/** At most one of the three may stand on a value inside another; where it stands by itself exactly one must: checked when the policy is compiled. */
export const source = { article: optional(text), place: optional(text), reading: optional(text), evidence: optional(evidence) }
const named = { name: optional(name), label: optional(text), ...source }
export const sourced = <Value extends z.ZodMiniType>(value: Value) => z.strictObject({ value, ...source })

export const dateExpression: z.ZodMiniType = z.lazy(() =>
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

export const clause: z.ZodMiniType = z.lazy(() => z.union(CLAUSES))
export const clauses = z.union([clause, z.array(clause)])
export const quantity: z.ZodMiniType = z.lazy(() => z.union([printed, ...QUANTITIES]))

const bounds = { atLeast: optional(quantity), above: optional(quantity), atMost: optional(quantity), below: optional(quantity) }
const dateBounds = {
  from: optional(dateExpression),
  after: optional(dateExpression),
  through: optional(dateExpression),
  until: optional(dateExpression),
}
export const span = z.strictObject({ from: optional(dateExpression), through: optional(dateExpression), until: optional(dateExpression) })
const support = { levels: optional(z.array(word)), lines: optional(z.array(word)) }
const line = { when: optional(clauses), value: quantity, label: optional(text), ...source }

const QUANTITIES = [
  z.strictObject({ figure: printed, ...named }),
  z.strictObject({ fact: factName, ...named }),
  z.strictObject({ parameter: name, ...named }),
  z.strictObject({ share: quantity, of: quantity, ...named }),
  z.strictObject({ ratio: z.tuple([quantity, quantity]), ...named }),
  z.strictObject({ firstKnown: z.array(quantity).check(z.minLength(1)), ...named }),
  z.strictObject({ sumOf: z.array(quantity).check(z.minLength(1)), ...named }),
  z.strictObject({ lowerOf: z.array(quantity).check(z.minLength(1)), ...named }),
  z.strictObject({ higherOf: z.array(quantity).check(z.minLength(1)), ...named }),
  z.strictObject({ excessOf: z.array(quantity).check(z.minLength(2)), ...named }),
  z.strictObject({ total: quantity, over: optional(word), where: optional(clauses), ...named }),
  z.strictObject({ divided: quantity, by: quantity, ...named }),
  z.strictObject({ rounded: quantity, unit: printed, mode: z.enum(keys(ROUNDING_MODES)), ...named }),
  z.strictObject({ between: z.tuple([dateExpression, dateExpression]), in: z.enum(['months', 'days']), ...named }),
  z.strictObject({
    between: z.tuple([dateExpression, dateExpression]),
    in: z.literal('years'),
    by: z.union([word, parameterReference]),
    ...named,
  }),
  z.strictObject({
    grown: quantity,
    at: quantity,
    for: quantity,
    interest: z.union([z.enum(['simple', 'compound']), parameterReference]),
    ...named,
  }),
  z.strictObject({
    largest: quantity,
    over: optional(word),
    by: optional(factName),
    where: optional(clauses),
    otherwise: optional(quantity),
    ...named,
  }),
  z.strictObject({
    smallest: quantity,
    over: optional(word),
    by: optional(factName),
    where: optional(clauses),
    otherwise: optional(quantity),
    ...named,
  }),
  z.strictObject({ count: word, where: optional(clauses), by: optional(factName), ...named }),
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
    reset: optional(z.enum(['anniversary', '1-january', 'first-of-month', 'first-of-quarter'])),
    ...named,
  }),
  z.strictObject({
    accruedRate: z.enum(['lpr-1y', 'lpr-5y-plus', 'benchmark-1y', 'deposit-1y']),
    during: z.tuple([dateExpression, dateExpression]),
    by: z.union([word, parameterReference]),
    ...named,
  }),
  z.strictObject({ otherSupport: z.enum(['amount', 'annual-rate']), ...support, ...named }),
  z.strictObject({ interestAt: quantity, onFirst: optional(quantity), within: optional(span), ...named }),
  z.strictObject({ counted: z.enum(['principal', 'insuredAmount', 'years', 'months', 'days']), ...named }),
  z.strictObject({ counted: z.literal('premium'), within: optional(span), ...named }),
  z.strictObject({ borneBy: z.array(name).check(z.minLength(1)), ...named }),
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

export const byFact = z.strictObject({ by: factName })
const scope = z.union([z.enum(['loan', 'policy', 'deal', 'instalment', 'applicant', 'group']), byFact])
export const period = z.enum(['year', 'window', 'lifetime'])
/** A word of the document: plain, as a parameter, or with a source of its own. */
export const wordOf = <Value extends z.ZodMiniType>(value: Value) =>
  z.union([value, parameterReference, sourced(z.union([value, parameterReference]))])
export const order = wordOf(
  z.union([
    z.enum(['drawdown-date', 'largest-subsidy', 'largest-principal', 'as-listed']),
    z.strictObject({ earliest: factName }),
    z.strictObject({ latest: factName }),
    z.strictObject({ largest: factName }),
    z.strictObject({ smallest: factName }),
  ]),
)
const aboutLimit = { id: optional(identifier), label: optional(text), per: scope, when: optional(clauses), ...source }

export const limit = z.union([
  z.strictObject({
    cap: quantity,
    period: optional(period),
    received: optional(quantity),
    each: optional(z.enum(['month', 'quarter', 'calendar-year', 'loan-year'])),
    cut: optional(z.union([z.literal('pro-rata'), z.strictObject({ lastFirst: order })])),
    ...aboutLimit,
  }),
  z.strictObject({ minimum: quantity, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('net-cost'), cost: quantity, ...support, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('combined-share'), share: quantity, of: quantity, ...support, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('exclude'), ...support, ...aboutLimit }),
  z.strictObject({ stacking: z.literal('stack'), levels: optional(z.array(word)), ...aboutLimit }),
  z.strictObject({ stacking: z.literal('choose-one'), fact: factName, is: word, ...aboutLimit }),
])

export const selection = z.strictObject({
  atMost: z.union([z.number().check(z.int(), z.gte(1), z.lte(1000)), parameterReference]),
  order,
  per: optional(factName),
  distinct: optional(factName),
  ...source,
})
