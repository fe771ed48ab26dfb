import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { AskedWhen } from '../../src/assessment/asked-when.js'
import { factsSchema, parsePolicy, safeParseFacts } from '../../src/index.js'
import type { FactKind, Policy } from '../../src/policy/policy.js'
import { answered } from '../policies/answered.js'
import { applications } from '../record/applications.js'

interface Schema {
  readonly title: string
  readonly description?: string
  readonly type?: string
  readonly properties?: { readonly [key: string]: Schema }
  readonly items?: Schema
  readonly minItems?: number
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[]
  readonly 'x-kind'?: FactKind
  readonly 'x-order'?: number
  readonly 'x-entry'?: string
  readonly 'x-none'?: unknown
  readonly 'x-unit'?: string
  readonly 'x-titles': { readonly zh: string; readonly en: string }
  readonly 'x-descriptions'?: { readonly zh: string; readonly en: string }
  readonly 'x-entered-in'?: readonly { readonly unit: object; readonly factor: string }[]
  readonly 'x-asked-when'?: AskedWhen
}
type Facts = { readonly [key: string]: unknown }

const schemaOf = (policy: Policy, options = {}): Schema => factsSchema(policy, options) as unknown as Schema
const VALIDATORS = new Map<string, z.ZodType>()
/** Whether facts are accepted by a schema; documents with the same form share a validator. */
function validates(schema: Schema, facts: unknown): boolean {
  const { title: _, ...form } = schema
  const key = JSON.stringify(form)
  const validator = VALIDATORS.get(key) ?? z.fromJSONSchema(schema as unknown as Parameters<typeof z.fromJSONSchema>[0])
  VALIDATORS.set(key, validator)
  return validator.safeParse(facts).success
}

/** Whether a condition holds for the facts in reach; undefined where a fact it needs is not stated. */
function holds(condition: AskedWhen, stated: (fact: string) => unknown): boolean | undefined {
  if ('all' in condition || 'any' in condition) {
    const [members, decisive] = 'all' in condition ? [condition.all, false] : [condition.any, true]
    const results = members.map((member) => holds(member, stated))
    return results.includes(decisive) ? decisive : results.includes(undefined) ? undefined : !decisive
  }
  const value = stated(condition.fact)
  if (value === undefined) return undefined
  const values = [value].flat() as unknown as readonly (string | boolean)[]
  return 'oneOf' in condition ? values.some((one) => condition.oneOf.includes(one)) : !values.some((one) => condition.noneOf.includes(one))
}

/** What is stated of the facts that a form has; `hidden` says whether those it does not ask for now stay. */
function onTheForm(facts: Facts, schema: Schema, hidden: 'kept' | 'left out', root: Facts = facts): Facts {
  const entry = schema['x-entry']
  const stated = (name: string): unknown => {
    const [group = '', key] = name.split('.')
    if (key === undefined) return root[group]
    return group === entry ? facts[key] : (root[group] as Facts | undefined)?.[key]
  }
  const kept = Object.entries(facts).flatMap(([key, value]) => {
    const field = schema.properties?.[key]
    if (field === undefined) return []
    const condition = field['x-asked-when']
    if (hidden === 'left out' && condition !== undefined && holds(condition, stated) === false) return []
    if (field.items?.properties !== undefined)
      return [[key, (value as readonly Facts[]).map((one) => onTheForm(one, field.items as Schema, hidden, root))] as const]
    return [[key, field.properties === undefined ? value : onTheForm(value as Facts, field, hidden, root)] as const]
  })
  return Object.fromEntries(kept)
}

function fieldsIn(schema: Schema, path = ''): (readonly [path: string, field: Schema])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const at = path === '' ? key : `${path}.${key}`
    return [[at, field] as const, ...fieldsIn(field.items ?? field, field.items === undefined ? at : `${at}[]`)]
  })
}

/** Lines of insurance may be stated by other names of theirs; a form offers each once. */
const BY_OTHER_NAMES = [
  'maanshan-tech-insurance-2018: the insurer is named in another way and so is the line',
  'shenzhen-tech-insurance-2017: a line of the notice of 2006 by its Chinese name',
  'suzhou-tech-insurance-2019: the rate of the second group is the one given',
]

const all = (await applications())
  .filter(({ name }) => !BY_OTHER_NAMES.includes(name))
  .map((application) => {
    const schema = schemaOf(application.policy, application.options?.rule === undefined ? {} : { rule: application.options.rule })
    return { ...application, schema, facts: application.facts as Facts }
  })
const byPolicy = [...new Map(all.map((application) => [application.policy.id, application])).values()]

describe('a form can be drawn of it', () => {
  test.each(byPolicy)('$policy.id', ({ policy }) => {
    const schema = schemaOf(policy)
    const english = new Map(fieldsIn(schemaOf(policy, { language: 'en' })))
    for (const [path, field] of fieldsIn(schema)) {
      const { zh, en } = field['x-titles']
      const about = { path, title: field.title, help: field.description, english: english.get(path)?.title }
      expect(about).toEqual({ path, title: zh, help: field['x-descriptions']?.zh, english: en })
      expect(/[\u4e00-\u9fff]/.test(zh) && /[a-z]/.test(en)).toBe(true)
      expect(field['x-unit'] === undefined || field['x-unit'].endsWith('s') || field['x-entered-in'] !== undefined).toBe(true)
      for (const inner of [field, field.items]) {
        const orders = Object.values(inner?.properties ?? {}).map((one) => one['x-order'])
        expect(orders).toEqual(orders.map((_, index) => index + 1))
      }
    }
  })

  test('a fact that others depend on stands before them', () => {
    const late = byPolicy.flatMap(({ policy }) =>
      fieldsIn(schemaOf(policy)).flatMap(([path, { items, properties = items?.properties ?? {} }]) =>
        Object.entries(properties).flatMap(([key, field], index) =>
          [...JSON.stringify(field['x-asked-when'] ?? '').matchAll(/"fact":"([^"]+)"/g)]
            .map(([, name = '']) => name.split('.').at(-1) as string)
            .filter((name) => Object.keys(properties).indexOf(name) > index)
            .map((name) => `${policy.id}: ${path}.${key} before ${name}`),
        ),
      ),
    )
    expect(late).toEqual([])
  })
})

describe('what is on the form is what counts', () => {
  test.each(byPolicy)('$policy.id', ({ policy: { id } }) => {
    for (const { name, policy, facts, schema, options = {} } of all.filter((one) => one.policy.id === id)) {
      const answerTo = (given: Facts): object => {
        const { outcome, amount, missing } = answered(policy, given, options)
        return { name, outcome, amount, missing: missing.map(({ path }) => path) }
      }
      const asked = onTheForm(facts, schema, 'kept')
      const answer = answerTo(facts)
      expect(answerTo(asked)).toEqual(answer)
      expect(answerTo(onTheForm(facts, schema, 'left out'))).toEqual(answer)
      const paths = new Set(fieldsIn(schema).map(([path]) => path))
      const unknown = answered(policy, facts, options).missing.filter(
        ({ path, reason }) => reason === undefined && !paths.has(path.replaceAll(/\[\d+\]/g, '[]')),
      )
      expect({ name, unknown }).toEqual({ name, unknown: [] })
    }
  })
})

/** What is written for a fact of each kind, right and wrong. */
const WRITTEN: { readonly [kind in FactKind]: readonly unknown[] } = {
  'yes-no': [true, false, 'true', 1, null],
  amount: ['0', '3000000.00', '999999999999999', '1000000000000000', '-1', '1.234', '1,000', '120万元', '１２０', 3000000, '', null],
  amounts: [['1', '2.50'], [], '1', [1], ['-1']],
  'signed-amount': ['-6000000.00', '5', '--5', '1.234', 5],
  'amounts-by-party': [{ a: '1' }, {}, { '1a': '1' }, { a: 1 }, ['1']],
  rate: ['0.0435', '1/3', '-0.01', '1', '1.0', '4.35', '4.35%', '1/0', 0.0435, ''],
  share: ['0.5', '1/3', '1', '-0.1', '1.1', '50%', 1],
  growth: ['0.25', '12.5', '-1', '-0.5', '-1.01', '-2', '25%', 0],
  number: ['12.5', '-3', '1e3', 12.5, ''],
  count: [0, 500, 100_000, 100_001, -1, 1.5, '500'],
  months: [12, 0, -1, '12', 1.5],
  days: [30, -1, '30'],
  date: ['2025-03-16', '2024-02-29', '2025-02-29', '2025-3-16', '2025-03-16T00:00', 20250316],
  month: ['2026-02', '2026-13', '2026-2', '2026-02-01'],
  text: ['甲', 'x'.repeat(200), 'x'.repeat(201), '', 1],
  class: ['other', '', 1, null],
  classes: [['other'], [], 'other', [1]],
}

describe('the schema accepts what is read and refuses what is not', () => {
  const accepted = ({ policy, facts }: { readonly policy: Policy; readonly facts: Facts }): boolean => safeParseFacts(policy, facts).success

  test('every application of the tables', () => {
    const refused = all.flatMap(({ name, facts, schema }) => (validates(schema, onTheForm(facts, schema, 'kept')) ? [] : [name]))
    expect(refused).toEqual([])
  })

  test.each(byPolicy)('a wrong value in each fact of $policy.id', ({ policy }) => {
    const schema = schemaOf(policy)
    for (const [path, field] of fieldsIn(schema)) {
      const kind = field['x-kind']
      const classes = field.oneOf?.map((one) => one.const).slice(0, 2) ?? []
      for (const value of kind === undefined ? [] : [...WRITTEN[kind], ...classes]) {
        const facts = path.split('.').reduceRight<unknown>((inner, step) => {
          const key = step.replace('[]', '')
          return { [key]: step.endsWith('[]') ? [inner] : inner }
        }, value) as Facts
        // Checks over several facts, such as an end before its beginning, are no part of a schema.
        const own = safeParseFacts(policy, facts)
        const read = own.success || own.issues.every(({ code }) => code !== kind)
        expect({ path, value, read: validates(schema, facts) }).toEqual({ path, value, read })
      }
    }
  })

  test('a key that is no fact, a list in place of an object, an object in place of a list', () => {
    for (const { policy } of byPolicy) {
      const schema = schemaOf(policy)
      for (const facts of [{ nonsense: 1 }, [], { loans: {} }, { borrower: [] }, { loans: [{ nonsense: 1 }] }, 'loans', null]) {
        expect([facts, validates(schema, facts)]).toEqual([facts, false])
        expect(accepted({ policy, facts: facts as unknown as Facts })).toBe(false)
      }
    }
  })

  test('an application must have an item, and none of what is asked about may be said', () => {
    const { policy } = byPolicy.find((one) => one.policy.id === 'cn-service-sector-2025') as (typeof byPolicy)[number]
    const schema = schemaOf(policy)
    expect(validates(schema, { loans: [] })).toBe(false)
    expect(validates(schema, { otherSupport: [] })).toBe(true)
  })
})

describe('when a fact is asked for', () => {
  const place = '示例通知'
  const yesNo = (label: string): object => ({ kind: 'yes-no', label: { zh: label, en: label.toLowerCase() } })
  const form = (formula: object, parameters: object = {}): { readonly [path: string]: AskedWhen | 'always' } => {
    const policy = parsePolicy({
      id: 'example',
      title: '示例',
      evidence: 'official',
      effective: {},
      parameters,
      facts: {
        'borrower.class': { kind: 'class', label: '类别', oneOf: { a: '甲', b: '乙', c: '丙' } },
        'borrower.new': yesNo('新设'),
        'borrower.one': { kind: 'amount', label: '一' },
        'borrower.two': { kind: 'amount', label: '二' },
      },
      parts: [
        {
          instrument: 'interest-subsidy',
          terms: { formula: { place, per: 'applicant', value: formula }, proration: { place, value: 'actual/365' } },
          rounding: { place, value: { to: 'fen', mode: 'half-up' } },
        },
      ],
    })
    const fields = Object.entries(schemaOf(policy).properties?.['borrower']?.properties ?? {})
    return Object.fromEntries(fields.map(([key, field]) => [key, field['x-asked-when'] ?? 'always']))
  }
  const one = { fact: 'borrower.one' }
  const two = { fact: 'borrower.two' }
  const isA = { fact: 'borrower.class', is: 'a' }
  const isNew = { fact: 'borrower.new', is: true }
  const first = (cases: readonly object[], otherwise: unknown): object => ({ choose: 'first', cases, otherwise })

  test.each([
    ['with its case', first([{ when: isA, value: one }], '1元'), { class: 'always', one: { fact: 'borrower.class', oneOf: ['a'] } }],
    [
      'where no case before it applies',
      first([{ when: isA, value: '1元' }], two),
      { class: 'always', two: { fact: 'borrower.class', noneOf: ['a'] } },
    ],
    [
      'a yes that is not is a no',
      first([{ when: isNew, value: '1元' }], two),
      { new: 'always', two: { fact: 'borrower.new', oneOf: [false] } },
    ],
    ['in every case', first([{ when: isA, value: one }], one), { class: 'always', one: 'always' }],
    [
      'under several conditions',
      first([{ when: [isA, isNew], value: one }], '1元'),
      {
        class: 'always',
        new: { fact: 'borrower.class', oneOf: ['a'] },
        one: {
          all: [
            { fact: 'borrower.class', oneOf: ['a'] },
            { fact: 'borrower.new', oneOf: [true] },
          ],
        },
      },
    ],
    [
      'under one of several',
      first([{ when: { any: [isA, isNew] }, value: one }], '1元'),
      {
        class: 'always',
        new: { fact: 'borrower.class', noneOf: ['a'] },
        one: {
          any: [
            { fact: 'borrower.class', oneOf: ['a'] },
            { fact: 'borrower.new', oneOf: [true] },
          ],
        },
      },
    ],
    [
      'not under a condition',
      first([{ when: { not: { fact: 'borrower.class', oneOf: ['a', 'b'] } }, value: one }], '1元'),
      {
        class: 'always',
        one: { fact: 'borrower.class', noneOf: ['a', 'b'] },
      },
    ],
    ['a figure may be anything', first([{ when: { ...two, above: '5元' }, value: one }], '1元'), { one: 'always', two: 'always' }],
    [
      'each on its own in a choice of the highest',
      {
        choose: 'highest',
        cases: [
          { when: isA, value: one },
          { when: isNew, value: two },
        ],
        otherwise: '1元',
      },
      {
        class: 'always',
        new: 'always',
        one: { fact: 'borrower.class', oneOf: ['a'] },
        two: { fact: 'borrower.new', oneOf: [true] },
      },
    ],
  ])('%s', (_, formula, expected) => expect(form(formula)).toEqual(expected))

  test('a parameter decides at once, and while it is open either may be', () => {
    const formula = first([{ when: { parameter: 'basis', is: 'one' }, value: one }], two)
    const basis = { kind: 'class', label: '基数', oneOf: ['one', 'two'], reading: '示例' }
    expect(form(formula, { basis: { ...basis, value: 'one' } })).toEqual({ one: 'always' })
    expect(form(formula, { basis: { ...basis, value: 'two' } })).toEqual({ two: 'always' })
    const { reading: _, ...open } = basis
    expect(form(formula, { basis: open })).toEqual({ one: 'always', two: 'always' })
  })
})

test.each(['guangzhou-inclusive-loans-2025', 'shanghai-loan-premium-2025', 'cn-service-sector-2025', 'cn-emerging-industry-vc-2011'])(
  'the form of %s reads as it did',
  async (id) => {
    const { policy } = byPolicy.find((one) => one.policy.id === id) as (typeof byPolicy)[number]
    await expect(`${JSON.stringify(schemaOf(policy), null, 1)}\n`).toMatchFileSnapshot(`golden/form.${id}.json`)
  },
)
