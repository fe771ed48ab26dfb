import type { FactKind, Policy } from '../policy/policy.js'
import type { Text } from '../policy/source.js'
import { compilePolicy, type Instruments, tablesOf } from './compile.js'
import { type FactDefinition, factsOf, groupOf, keyOf, listOf } from './scope.js'

type Schema = { [key: string]: unknown }

const both = (text: Text): { readonly zh: string; readonly en: string } => (typeof text === 'string' ? { zh: text, en: text } : text)

const FORMS: { readonly [kind in FactKind]: Schema } = {
  'yes-no': { type: 'boolean' },
  amount: { type: 'string', pattern: '^\\d{1,15}(\\.\\d{1,2})?$', 'x-unit': 'yuan' },
  amounts: { type: 'array', items: { type: 'string', pattern: '^\\d{1,15}(\\.\\d{1,2})?$' }, 'x-unit': 'yuan' },
  'signed-amount': { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,2})?$', 'x-unit': 'yuan' },
  'amounts-by-party': {
    type: 'object',
    propertyNames: { pattern: '^\\D', maxLength: 200 },
    additionalProperties: { type: 'string', pattern: '^\\d{1,15}(\\.\\d{1,2})?$' },
    'x-unit': 'yuan',
  },
  rate: { type: 'string', pattern: '^-?(0(\\.\\d{1,15})?|1(\\.0{1,15})?|\\d{1,15}/[1-9]\\d{0,14})$', 'x-unit': 'fraction a year' },
  share: { type: 'string', pattern: '^(0(\\.\\d{1,15})?|1(\\.0{1,15})?|\\d{1,15}/[1-9]\\d{0,14})$', 'x-unit': 'fraction' },
  growth: { type: 'string', pattern: '^-?\\d{1,12}(\\.\\d{1,15})?$', 'x-unit': 'fraction' },
  number: { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,12})?$' },
  count: { type: 'integer', minimum: 0, maximum: 100_000 },
  months: { type: 'integer', minimum: 0, maximum: 100_000, 'x-unit': 'months' },
  days: { type: 'integer', minimum: 0, maximum: 100_000, 'x-unit': 'days' },
  date: { type: 'string', format: 'date' },
  month: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
  text: { type: 'string', minLength: 1, maxLength: 200 },
  class: { type: 'string', minLength: 1, maxLength: 200 },
  classes: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, uniqueItems: true },
}

/** The schema of one fact: its form, its titles, its classes with theirs. */
function schemaOf({ kind, label, help, oneOf }: FactDefinition): Schema {
  const titles = both(label)
  const about = {
    title: titles.zh,
    'x-titles': titles,
    ...(help === undefined ? {} : { description: both(help).zh, 'x-descriptions': both(help) }),
  }
  if (oneOf === undefined) return { ...about, ...FORMS[kind], 'x-kind': kind }
  const choices = Object.entries(oneOf).map(([value, name]) => ({ const: value, title: both(name).zh, 'x-titles': both(name) }))
  if (kind === 'classes') return { ...about, type: 'array', items: { oneOf: choices }, uniqueItems: true, 'x-kind': kind }
  return { ...about, type: 'string', oneOf: choices, 'x-kind': kind }
}

const PAYMENTS = ['payment.date', 'payment.amount', 'payment.currency', 'payment.currencyAmount', 'payment.exchangeRate']

/** Facts of a list's entry that go together: a document that asks for the balance over time may be told it. */
const NESTED: { readonly [group: string]: readonly string[] } = {
  'loan.principal': ['drawdown.date', 'drawdown.amount'],
  'loan.maturityDate': ['repayment.date', 'repayment.amount'],
  'loan.interestPaid': ['slip.from', 'slip.until', 'slip.amount', 'slip.kind', 'slip.paidOn'],
  'policy.line': ['policy.lines'],
  'policy.netPremium': ['policy.premiumPaid', 'policy.premiumRefunded', ...PAYMENTS],
  'policy.premiumPaid': PAYMENTS,
  covers: ['cover.line', 'cover.insuredObject', 'cover.start', 'cover.end'],
}
const SUPPORT = ['support.level', 'support.line', 'support.amount', 'support.annualRate']

/** The JSON Schema of the facts a policy asks for under an instrument. */
export function factsSchemaWith(policy: Policy, instruments: Instruments): Schema {
  const { compiled } = compilePolicy(policy, instruments)
  const facts = factsOf(policy, tablesOf(instruments))
  const items = new Set(compiled.parts.map(({ kind }) => kind.item))
  const asked = new Set(compiled.asked)
  if (asked.has('otherSupport')) for (const name of [...SUPPORT, ...[...items].map((item) => `support.${item}`)]) asked.add(name)
  for (const [name, more] of Object.entries(NESTED)) if (asked.has(name)) for (const fact of more) asked.add(fact)
  for (const item of items) asked.add(`${item}.id`)
  for (const { kind } of compiled.parts) {
    if (kind.alone === undefined) continue
    for (const name of asked)
      if (groupOf(name) === kind.item && facts.has(`${kind.alone}.${keyOf(name)}`)) asked.add(`${kind.alone}.${keyOf(name)}`)
  }
  // What follows from other facts alone is worked out, not asked for.
  asked.delete('policy.netPremium')
  const properties: Schema = {}
  const groups = new Map<string, Schema>()
  // In the order in which the facts are declared, which is the order a form asks them in.
  for (const [name, definition] of facts) {
    if (!asked.has(name)) continue
    const group = groupOf(name)
    if (group === '') properties[name] = schemaOf(definition)
    else {
      const inGroup = groups.get(group) ?? {}
      inGroup[keyOf(name)] = schemaOf(definition)
      groups.set(group, inGroup)
    }
  }
  const objectOf = (shape: Schema): Schema => ({ type: 'object', properties: shape, additionalProperties: false })
  const nested = [...groups].filter(([group]) => listOf(group)?.includes('.') === true)
  for (const [group, shape] of nested) {
    const list = listOf(group) as string
    const holder = groups.get(groupOf(list))
    if (holder !== undefined) holder[keyOf(list)] = { type: 'array', items: objectOf(shape) }
  }
  for (const [group, shape] of groups) {
    const list = listOf(group)
    if (list === undefined) properties[group] = objectOf(shape)
    else if (!list.includes('.')) properties[list] = { type: 'array', items: objectOf(shape), ...(items.has(group) ? { minItems: 1 } : {}) }
  }
  const title = both(policy.title)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: title.zh,
    'x-titles': title,
    'x-policy': policy.id,
    ...objectOf(properties),
  }
}
