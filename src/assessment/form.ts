import type { FactKind, Part, Policy } from '../policy/policy.js'
import type { Text } from '../policy/source.js'
import { askedWhen } from './asked-when.js'
import { type CompiledPolicy, compilePolicy, type Instruments, tablesOf, textIn } from './compile.js'
import type { Message } from './errors.js'
import { ENTRIES, FURTHER, GROUPS, HELP, HELP_OF_GROUP, HELP_OF_KIND, NONE, NONE_AT_ALL, NONE_OF_THESE, UNITS } from './form-words.js'
import type { Language } from './render.js'
import { type Asked, type FactDefinition, factsOf, groupOf, keyOf, listOf } from './scope.js'

type Schema = { [key: string]: unknown }

/** How a form is written. */
export interface FormOptions {
  /** The language of `title` and `description`, Chinese unless given; the other keywords have both. */
  readonly language?: Language
}

const both = (text: Text): Message => (typeof text === 'string' ? { zh: text, en: text } : text)

/** What is entered in a unit, times its factor, is what is stated. */
const IN_YUAN: Schema = {
  'x-unit': 'yuan',
  'x-units': UNITS.yuan,
  'x-entered-in': [
    { unit: UNITS.yuan, factor: '1' },
    { unit: { zh: '万元', en: '10,000 yuan' }, factor: '10000' },
  ],
}
const inPercent = (unit: 'fraction' | 'fraction a year', more: Message = { zh: '', en: '' }): Schema => ({
  'x-unit': unit,
  'x-units': UNITS[unit],
  'x-entered-in': [{ unit: { zh: `%${more.zh}`, en: `%${more.en}` }, factor: '0.01' }],
})
const whole = (unit?: 'months' | 'days'): Schema => ({
  type: 'integer',
  minimum: 0,
  maximum: 100_000,
  ...(unit === undefined ? {} : { 'x-unit': unit, 'x-units': UNITS[unit] }),
})

const AMOUNT = '^\\d{1,15}(\\.\\d{1,2})?$'
const NOT_NEGATIVE = '(0(\\.\\d{1,15})?|1(\\.0{1,15})?|\\d{1,15}/[1-9]\\d{0,14})'
const WORD = { type: 'string', minLength: 1, maxLength: 200 } as const

const FORMS: { readonly [kind in FactKind]: Schema } = {
  'yes-no': { type: 'boolean' },
  amount: { type: 'string', pattern: AMOUNT, examples: ['3000000.00'], ...IN_YUAN },
  amounts: {
    type: 'array',
    items: { type: 'string', pattern: AMOUNT },
    examples: [['300000', '200000.00']],
    'x-none': NONE_AT_ALL,
    ...IN_YUAN,
  },
  'signed-amount': { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,2})?$', examples: ['-6000000.00'], ...IN_YUAN },
  'amounts-by-party': {
    type: 'object',
    propertyNames: { pattern: '^\\D', maxLength: 200 },
    additionalProperties: { type: 'string', pattern: AMOUNT },
    examples: [{ guidance: '30000000', others: '70000000' }],
    ...IN_YUAN,
  },
  rate: {
    type: 'string',
    pattern: `^(${NOT_NEGATIVE}|-0(\\.\\d{1,15})?|-\\d{1,15}/[1-9]\\d{0,14})$`,
    examples: ['0.0435'],
    ...inPercent('fraction a year', { zh: '（年利率）', en: ' a year' }),
  },
  share: { type: 'string', pattern: `^${NOT_NEGATIVE}$`, examples: ['0.5'], ...inPercent('fraction') },
  growth: {
    type: 'string',
    pattern: '^(\\d{1,12}(\\.\\d{1,15})?|-(0(\\.\\d{1,15})?|1(\\.0{1,15})?))$',
    examples: ['0.25'],
    ...inPercent('fraction'),
  },
  number: { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,12})?$', examples: ['12.5'] },
  count: whole(),
  months: whole('months'),
  days: whole('days'),
  date: { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2025-03-16'] },
  month: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2026-02'] },
  text: WORD,
  class: WORD,
  classes: { type: 'array', items: WORD, uniqueItems: true, 'x-none': NONE_OF_THESE },
}

/** Facts that go together: a document that asks for the one may be told the others, in its place or beside it. */
const PAYMENTS = ['payment.date', 'payment.amount', 'payment.currency', 'payment.currencyAmount', 'payment.exchangeRate']
const SLIPS = ['slip.from', 'slip.until', 'slip.amount', 'slip.kind', 'slip.paidOn']
const TOLD_WITH: { readonly [name: string]: readonly string[] } = {
  'loan.principal': ['drawdown.date', 'drawdown.amount'],
  'loan.maturityDate': ['loan.settledDate', 'repayment.date', 'repayment.amount'],
  'loan.termMonths': ['loan.maturityDate'],
  'loan.annualRate': ['loan.lprTenor', 'loan.lprSpread', 'loan.repricing', 'loan.contractDate'],
  'loan.interestPaid': SLIPS,
  'loan.interestAndPremiumPaid': ['loan.interestPaid', 'loan.premiumPaid', ...SLIPS],
  'policy.line': ['policy.lines'],
  'policy.netPremium': ['policy.premiumPaid', 'policy.premiumRefunded', ...PAYMENTS],
  'policy.premiumPaid': PAYMENTS,
  'policy.premiumRate': ['policy.insuredAmount'],
  covers: ['cover.line', 'cover.insuredObject', 'cover.start', 'cover.end'],
}
const SUPPORT = ['support.level', 'support.line', 'support.amount', 'support.annualRate']

/** What may be told of the time of a loan under these terms: the days of a statement, an extension that counts. */
function toldOfTime({ terms }: Part, { parameters }: Policy): readonly string[] {
  const word = 'proration' in terms ? terms.proration?.value : undefined
  const dayCount = typeof word === 'object' ? parameters?.[word.parameter]?.value : word
  return [
    ...(dayCount === 'actual/360' || dayCount === 'actual/365' ? ['loan.countedDays'] : []),
    ...('extension' in terms && terms.extension?.value === 'included' ? ['loan.extensionUntil'] : []),
  ]
}

/** The facts a form asks for, each with the gates before its uses. */
function onTheForm(compiled: CompiledPolicy, facts: ReadonlyMap<string, FactDefinition>): Asked {
  const kinds = compiled.parts.map(({ kind }) => kind)
  const asked: Asked = new Map(compiled.asked)
  const also = (name: string, as: string): void => {
    const uses = compiled.asked.get(as) ?? [[]]
    asked.set(name, [...(asked.get(name) ?? []), ...uses])
  }
  if (asked.has('otherSupport')) for (const name of [...SUPPORT, ...kinds.map(({ item }) => `support.${item}`)]) also(name, 'otherSupport')
  for (const [name, more] of Object.entries(TOLD_WITH)) if (compiled.asked.has(name)) for (const fact of more) also(fact, name)
  const ofTime = compiled.parts.flatMap(({ part }) => toldOfTime(part, compiled.policy))
  if (asked.has('loan.maturityDate')) for (const name of ofTime) also(name, 'loan.maturityDate')
  for (const { item, alone } of kinds) {
    asked.set(`${item}.id`, [[]])
    if (alone === undefined) continue
    for (const name of compiled.asked.keys())
      if (groupOf(name) === item && facts.has(`${alone}.${keyOf(name)}`)) also(`${alone}.${keyOf(name)}`, name)
  }
  // What follows from other facts alone is worked out, not asked for.
  asked.delete('policy.netPremium')
  return asked
}

/** A form while it is drawn up. */
interface Draft {
  readonly policy: Policy
  readonly asked: Asked
  /** The facts that an answer may ask for; the others are told where they apply. */
  readonly needed: ReadonlySet<string>
  readonly language: Language
  /** The groups of the items that an answer is about. */
  readonly items: ReadonlySet<string>
  /** The fields of each group, in the order in which its facts are declared. */
  readonly fields: Map<string, Map<string, Schema>>
}

/**
 * The JSON Schema of the facts a policy asks for under an instrument: everything a form needs to be drawn, in the order in which it asks.
 *
 * A fact that the parameters of the document leave without use is not on the form.
 */
export function factsSchemaWith(policy: Policy, instruments: Instruments, { language = 'zh' }: FormOptions = {}): Schema {
  const facts = factsOf(policy, tablesOf(instruments))
  const { compiled } = compilePolicy(policy, instruments)
  const items = new Set(compiled.parts.map(({ kind }) => kind.item))
  const needed = new Set(compiled.asked.keys())
  const draft: Draft = { policy, asked: onTheForm(compiled, facts), needed, language, items, fields: new Map() }
  for (const [name, definition] of facts) if (draft.asked.has(name)) place(name, fieldOf(definition, draft), draft)
  const groups = [...draft.fields.keys()].filter((group) => group !== '').sort((a, b) => rankOf(a) - rankOf(b))
  const isNested = (group: string): boolean => listOf(group)?.includes('.') === true
  // Lists within an entry first, so that the list they stand in holds them.
  for (const group of [...groups.filter(isNested), ...groups.filter((one) => !isNested(one))]) placeGroup(group, draft)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...titled(language, policy.title),
    'x-policy': policy.id,
    ...objectOf('', draft),
  }
}

const titled = (language: Language, title: Text, help?: Text): Schema => ({
  title: textIn(title, language),
  'x-titles': both(title),
  ...(help === undefined ? {} : { description: textIn(help, language), 'x-descriptions': both(help) }),
})

function fieldOf({ name, kind, label, help, oneOf }: FactDefinition, { language, needed }: Draft): Schema {
  const group = groupOf(name)
  const isOptional = group === 'rates' || (!needed.has(name) && listOf(group)?.includes('.') !== true)
  const about = {
    ...titled(language, label, help ?? HELP[name] ?? HELP_OF_GROUP[group] ?? HELP_OF_KIND[kind]),
    ...(isOptional ? { 'x-optional': true } : {}),
  }
  if (oneOf === undefined) return { ...about, ...FORMS[kind], 'x-kind': kind }
  const choices = Object.entries(oneOf).map(([value, title]) => ({ const: value, ...titled(language, title) }))
  const form = kind === 'classes' ? { ...FORMS.classes, items: { oneOf: choices } } : { type: 'string', oneOf: choices }
  return { ...about, ...form, 'x-kind': kind }
}

/** Puts a field into its group, with the condition under which it is asked for; not at all where that never holds. */
function place(name: string, schema: Schema, { policy, asked, fields }: Draft): void {
  const group = groupOf(name)
  // Facts of the same entry are in its reach, and those of no list.
  const inReach = (fact: string): boolean => groupOf(fact) === group || listOf(groupOf(fact)) === undefined
  const condition = askedWhen(asked.get(name) ?? [[]], policy, inReach)
  if (condition === false) return
  // What stands in a list within an entry has the condition of that list.
  const isConditional = condition !== true && listOf(group)?.includes('.') !== true
  const field = isConditional ? { ...schema, 'x-asked-when': condition } : schema
  fields.set(group, (fields.get(group) ?? new Map<string, Schema>()).set(keyOf(name), field))
}

/** Puts a group where it stands: an object, or a list of its entries. */
function placeGroup(group: string, draft: Draft): void {
  const { asked, fields, items, language } = draft
  const list = listOf(group)
  const title = titled(language, GROUPS[group] ?? FURTHER, HELP[group])
  if (list === undefined) {
    place(group, { ...title, ...objectOf(group, draft) }, draft)
    return
  }
  if (list.includes('.') && !fields.has(groupOf(list))) return
  const isItem = items.has(group)
  const isAsked = asked.has(list)
  if (!isAsked)
    asked.set(
      list,
      keysIn(group, draft).flatMap((key) => asked.get(`${group}.${key}`) ?? []),
    )
  const entry = { ...titled(language, ENTRIES[group] ?? FURTHER), ...objectOf(group, draft), 'x-entry': group }
  const none = isItem ? {} : isAsked ? { 'x-none': NONE[group] ?? NONE_AT_ALL } : { 'x-optional': true }
  place(list, { ...title, type: 'array', items: entry, ...(isItem ? { minItems: 1 } : {}), ...none }, draft)
}

const keysIn = (group: string, { fields }: Draft): readonly string[] => [...(fields.get(group)?.keys() ?? [])]

const objectOf = (group: string, { fields }: Draft): Schema => ({
  type: 'object',
  properties: inOrder(group, fields.get(group)),
  additionalProperties: false,
})

/** Where a group stands on a form; those that a document adds go before what is asked of the past. */
function rankOf(group: string): number {
  const rank = Object.keys(GROUPS).indexOf(group)
  return rank < 0 ? Object.keys(GROUPS).indexOf('cover') - 0.5 : rank
}

/** Fields numbered in their order; one that others depend on goes before them. */
function inOrder(group: string, fields: ReadonlyMap<string, Schema> = new Map()): Schema {
  const ordered = new Map<string, Schema>()
  const put = (key: string): void => {
    const schema = fields.get(key)
    if (schema === undefined || ordered.has(key)) return
    for (const [, name = ''] of JSON.stringify(schema['x-asked-when'] ?? '').matchAll(/"fact":"([^"]+)"/g))
      if (groupOf(name) === group && keyOf(name) !== key) put(keyOf(name))
    ordered.set(key, schema)
  }
  for (const key of fields.keys()) put(key)
  return Object.fromEntries([...ordered].map(([key, schema], index) => [key, { ...schema, 'x-order': index + 1 }]))
}
