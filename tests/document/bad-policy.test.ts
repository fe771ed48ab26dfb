import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Issue, type ParameterValue, PolicyError, parsePolicy, safeParsePolicy, withParameters } from '../../src/index.js'
import { assess, factsSchema, parseFacts } from '../../src/interest-subsidy/index.js'
import eastLake from '../../src/policies/wuhan-eastlake-tech-sme-loans-2023.js'
import template from '../../src/policies/wuhan-loan-interest-subsidy-2012.js'
import type { Policy } from '../../src/policy/policy.js'
import futian from '../policies/json/shenzhen-futian-energy-2022.json' with { type: 'json' }
import { mutated, strange } from './strange.js'

const article = '第一条'
const terms = { formula: { article, value: { interestAt: '1%' } }, proration: { article, value: 'month/12' } }
const rounding = { article, value: { to: 'fen', mode: 'half-up' } }

/** A good document with something added to its part or to itself. */
const document = (part: object = {}, policy: object = {}): object => ({
  id: 'example',
  title: '示例',
  evidence: 'official',
  effective: {},
  parts: [{ instrument: 'interest-subsidy', terms, rounding, ...part }],
  ...policy,
})
const formula = (value: unknown): object => document({ terms: { ...terms, formula: { article, value } } })
const brackets = (...lines: readonly object[]): object => formula({ interestAt: { by: { fact: 'loan.principal' }, brackets: lines } })
const clause = (of: object): object => document({ eligibility: [of] })
const limits = (...entries: readonly object[]): object => document({ limits: entries })

const issuesOf = (json: unknown): readonly Issue[] => {
  const result = safeParsePolicy(json)
  return result.success ? [] : result.issues
}

/** A day that fails two checks of its form is named for each. */
const once = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter(({ code, path }, index) => issues.findIndex((other) => other.code === code && other.path === path) === index)

interface Row {
  readonly name: string
  readonly json: unknown
  readonly code: string
  readonly path: string
  readonly given?: string
  readonly zh: string
  readonly en: string
}

const FORMULA = 'parts[0].terms.formula.value'
const oneSource = { zh: '每个值应恰有 article、place、reading 之一，此处有', en: 'exactly one of article, place and reading; here are' }
const printed = { zh: '“1000万元”“50%”“1.5个百分点”“2年”', en: 'a printed figure such as "1000万元", "50%", "1.5个百分点" or "2年"' }
const overlapping = { code: 'overlap', zh: '各档有重叠：请检查是否含本数', en: 'brackets overlap: check which ends are included' }
const unequal = { code: 'shares', zh: '各方份额之和应为1', en: 'the shares of the payers must sum to 1' }
const nested = (depth: number): unknown => (depth === 1 ? {} : { a: nested(depth - 1) })

const rows: readonly Row[] = [
  {
    name: 'shares that sum to less than 1',
    json: document({ payers: { article, value: { city: '66.7%', district: '33.2%' } } }),
    path: 'parts[0].payers.value',
    given: '{city, district}',
    ...unequal,
  },
  {
    name: 'shares that sum to more than 1',
    json: document({ payers: { article, value: { city: '50%', district: '50.01%' } } }),
    path: 'parts[0].payers.value',
    given: '{city, district}',
    ...unequal,
  },
  {
    name: 'shares of one tier that do not sum to 1',
    json: document({ payers: { article, value: { cases: [{ shares: { city: '90%' } }] } } }),
    path: 'parts[0].payers.value.cases[0]',
    given: '{city}',
    ...unequal,
  },
  {
    name: 'brackets that share their end',
    json: brackets({ atMost: '100万元', value: '2%' }, { atLeast: '100万元', value: '1%' }),
    path: `${FORMULA}.interestAt.brackets`,
    ...overlapping,
  },
  {
    name: 'brackets of which one contains the other',
    json: brackets({ atMost: '100万元', value: '2%' }, { atMost: '50万元', value: '1%' }),
    path: `${FORMULA}.interestAt.brackets`,
    ...overlapping,
  },
  {
    name: 'slices that go down',
    json: formula({
      of: { fact: 'loan.interestPaid' },
      slices: [{ upTo: '100万元', rate: '2%' }, { upTo: '50万元', rate: '1%' }, { rate: '0.5%' }],
    }),
    code: 'overlap',
    path: `${FORMULA}.slices[0]`,
    zh: '各段应从小到大，只有最后一段可以没有上限',
    en: 'slices go upward and only the last may have no end',
  },
  {
    name: 'a clause without article, place or reading',
    json: clause({ fact: 'borrower.receivedBefore', is: false }),
    code: 'source',
    path: 'parts[0].eligibility[0]',
    zh: `${oneSource.zh}0个`,
    en: `${oneSource.en} 0`,
  },
  {
    name: 'a value with article and place',
    json: document({ rounding: { ...rounding, place: '示例通知' } }),
    code: 'source',
    path: 'parts[0].rounding',
    zh: `${oneSource.zh}2个`,
    en: `${oneSource.en} 2`,
  },
  {
    name: 'a limit with article and reading',
    json: limits({ cap: '1万元', per: 'applicant', article, reading: '按单户' }),
    code: 'source',
    path: 'parts[0].limits[0]',
    zh: `${oneSource.zh}2个`,
    en: `${oneSource.en} 2`,
  },
  {
    name: 'a term with all three',
    json: document({ terms: { ...terms, longest: { value: '1年', article, place: '示例', reading: '一年' } } }),
    code: 'source',
    path: 'parts[0].terms.longest',
    zh: `${oneSource.zh}3个`,
    en: `${oneSource.en} 3`,
  },
  {
    name: 'a joint limit without source',
    json: document({ id: 'interest' }, { limits: [{ cap: '1万元', over: ['interest'], cut: 'pro-rata' }] }),
    code: 'source',
    path: 'limits[0]',
    zh: `${oneSource.zh}0个`,
    en: `${oneSource.en} 0`,
  },
  {
    name: 'two clauses of one id',
    json: document({
      eligibility: [
        { id: 'a', article, fact: 'borrower.receivedBefore', is: false },
        { id: 'a', article, fact: 'borrower.firstTimeBorrower', is: true },
      ],
    }),
    code: 'duplicate',
    path: 'parts[0]',
    given: '"a"',
    zh: '编号"a"重复',
    en: 'the id "a" is used twice',
  },
  {
    name: 'a clause and a limit of one id',
    json: document({
      items: { where: [{ id: 'a', article, fact: 'loan.settled', is: true }] },
      limits: [{ id: 'a', article, cap: '1万元', per: 'applicant' }],
    }),
    code: 'duplicate',
    path: 'parts[0]',
    given: '"a"',
    zh: '编号"a"重复',
    en: 'the id "a" is used twice',
  },
  {
    name: 'an amount as a number',
    json: limits({ cap: 100_000, per: 'applicant', article }),
    code: 'form',
    path: 'parts[0].limits[0].cap',
    given: '100000',
    zh: '没有与100000相符的写法',
    en: 'no form fits 100000',
  },
  {
    name: 'an amount without its unit',
    json: limits({ cap: '100000', per: 'applicant', article }),
    code: 'kind',
    path: 'parts[0].limits[0].cap',
    given: '"100000"',
    zh: '此处应为金额（如“1000万元”），给出的是数',
    en: 'expected an amount such as "1000万元", received a number',
  },
  ...['1e5元', 'NaN', 'Infinity', '1,000元', '-', ' ', '1000万', '5毛'].map(
    (cap): Row => ({
      name: `a cap of ${JSON.stringify(cap)}`,
      json: limits({ cap, per: 'applicant', article }),
      code: 'unreadable',
      path: 'parts[0].limits[0].cap',
      given: JSON.stringify(cap),
      zh: `${printed.zh}（金额必须带单位），收到${JSON.stringify(cap)}`,
      en: `${printed.en} (an amount needs its unit), received ${JSON.stringify(cap)}`,
    }),
  ),
  ...['2026-02-30', '2026-2-3', '2026-02-28T00:00:00Z', '1899-12-31'].map(
    (from): Row => ({
      name: `in force from ${from}`,
      json: document({}, { effective: { from } }),
      code: 'unreadable',
      path: 'effective.from',
      given: JSON.stringify(from),
      zh: `应为日期，如“2025-03-16”，收到"${from}"`,
      en: `expected a day such as "2025-03-16", received "${from}"`,
    }),
  ),
  {
    name: 'an unknown key of a part',
    json: document({ roundings: rounding }),
    code: 'unknown-key',
    path: 'parts[0].roundings',
    given: '"roundings"',
    zh: '未知的键“roundings”：请检查拼写',
    en: 'unknown key "roundings": check its spelling',
  },
  {
    name: 'a misspelled fact',
    json: clause({ article, fact: 'borrower.turnover', atLeast: '1万元' }),
    code: 'unknown-fact',
    path: 'parts[0].eligibility[0].fact',
    given: '"borrower.turnover"',
    zh: '没有名为"borrower.turnover"的事实：请使用标准事实，或在 facts 中声明',
    en: 'no fact is named "borrower.turnover": use a standard fact or declare it under facts',
  },
  {
    name: 'an own key __proto__',
    json: JSON.parse('{"id":"x","__proto__":{"title":"x"}}'),
    code: 'unknown-key',
    path: '__proto__',
    zh: '未知的键',
    en: 'unknown key',
  },
  {
    name: 'an own key __proto__ in the text',
    json: '{"parts":[{"__proto__":{}}]}',
    code: 'unknown-key',
    path: 'parts[0].__proto__',
    zh: '未知的键',
    en: 'unknown key',
  },
  {
    name: '65 deep',
    json: nested(65),
    code: 'too-large',
    path: Array.from({ length: 64 }, () => 'a').join('.'),
    zh: '嵌套超过64层',
    en: 'nested more than 64 deep',
  },
  {
    name: '100,001 keys',
    json: Object.fromEntries(Array.from({ length: 100_001 }, (_, index) => [`k${index}`, 1])),
    code: 'too-large',
    path: '',
    zh: '超过100000个键',
    en: 'more than 100,000 keys',
  },
  {
    name: 'text that is not JSON',
    json: '{"id": 1,}',
    code: 'not-json',
    path: '',
    given: '"{\\"id\\": 1,}"',
    zh: '不是合法的JSON',
    en: 'not JSON',
  },
  { name: 'null', json: null, code: 'type', path: '', given: 'null', zh: '收到null', en: 'expected object, received null' },
  { name: 'a list', json: [], code: 'type', path: '', given: 'list of 0', zh: '收到list of 0', en: 'expected object, received list of 0' },
  { name: 'nothing', json: undefined, code: 'absent', path: '', zh: '缺少', en: 'missing' },
  {
    name: 'no parts',
    json: document({}, { parts: [] }),
    code: 'empty',
    path: 'parts',
    given: 'list of 0',
    zh: '不能为空',
    en: 'must not be empty',
  },
  {
    name: 'a window without an end',
    json: document({ terms: { ...terms, windows: [{ article, value: {} }] } }),
    code: 'empty',
    path: 'parts[0].terms.windows[0].value',
    given: '{}',
    zh: '窗口至少应有 from、through、until 之一',
    en: 'a window has at least one of from, through and until',
  },
]

describe('each wrong document has its code, its path, what was given, and what to do in both languages', () => {
  test.each(rows)('$name', ({ json, code, path, given, zh, en }) => {
    const issues = once(issuesOf(json))
    expect(issues.map((issue) => [issue.code, issue.path, ...(given === undefined ? [] : [issue.given])])).toEqual([
      [code, path, ...(given === undefined ? [] : [given])],
    ])
    expect(issues[0]?.message.zh).toContain(zh)
    expect(issues[0]?.message.en).toContain(en)
    expect(() => parsePolicy(json)).toThrow(PolicyError)
  })
})

describe('on the allowed side nothing is wrong', () => {
  test.each([
    { name: 'the example itself', json: document() },
    { name: 'JSON text', json: JSON.stringify(document()) },
    { name: 'thirds', json: document({ payers: { article, value: { a: '1/3', b: '三分之一', c: '1/3' } } }) },
    { name: 'brackets that meet', json: brackets({ atMost: '100万元', value: '2%' }, { above: '100万元', value: '1%' }) },
    { name: 'one source each, of any sort', json: document({ rounding: { value: rounding.value, reading: '四舍五入' } }) },
    { name: 'a source on a value inside another', json: formula({ interestAt: { figure: '1%', place: '附件' } }) },
    {
      name: 'two ids',
      json: limits({ id: 'a', article, cap: '1万元', per: 'applicant' }, { id: 'b', article, cap: '2万元', per: 'applicant' }),
    },
  ])('$name', ({ json }) => {
    expect(issuesOf(json)).toEqual([])
  })

  test('64 deep is read: its keys are unknown', () => {
    expect(issuesOf(nested(64)).map(({ code }) => code)).not.toContain('too-large')
  })

  test('100,000 keys are read: each is unknown', () => {
    const codes = issuesOf(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]))).map(({ code }) => code)
    expect(codes.filter((code) => code === 'unknown-key')).toHaveLength(100_000)
    expect(codes).not.toContain('too-large')
  })
})

test('faults of form and of meaning at once', () => {
  const json = document(
    {
      eligibility: [
        { fact: 'borrower.revenueGrowth', atLeast: '10%' },
        { article, fact: 'borrower.districtTax', atLeast: '10' },
        { article, fact: 'borrower.turnover', atLeast: '1万元' },
      ],
      roundings: rounding,
      payers: { article, value: { city: '66.7%', district: '33%' } },
    },
    { evidence: 'certain', effective: { from: '2025-02-30' } },
  )
  expect(
    issuesOf(json)
      .map(({ code, path }) => `${code} ${path}`)
      .sort(),
  ).toEqual(
    [
      'choice evidence',
      'unreadable effective.from',
      'unknown-key parts[0].roundings',
      'source parts[0].eligibility[0]',
      'kind parts[0].eligibility[1].atLeast',
      'unknown-fact parts[0].eligibility[2].fact',
      'shares parts[0].payers.value',
    ].sort(),
  )
})

test('the error carries every issue, and its code', () => {
  let thrown: unknown
  try {
    parsePolicy({})
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ name: 'PolicyError', code: 'policy-invalid', issues: issuesOf({}) })
  expect(issuesOf({}).map(({ path }) => path)).toEqual(['id', 'title', 'evidence', 'effective', 'parts'])
})

describe('parameters', () => {
  const parameters = {
    cap: { kind: 'amount', label: { zh: '上限', en: 'cap' } },
    share: { kind: 'rate', label: { zh: '比例', en: 'share' } },
    day: { kind: 'date', label: { zh: '首日', en: 'first day' } },
    count: { kind: 'proration', label: { zh: '计息办法', en: 'day count' } },
    form: { kind: 'class', label: { zh: '方式', en: 'form' }, oneOf: ['a', 'b'] },
    forms: { kind: 'classes', label: { zh: '各方式', en: 'forms' }, oneOf: ['a', 'b'] },
    months: { kind: 'months', label: { zh: '期限', en: 'tenor' } },
    payers: { kind: 'shares', label: { zh: '分担', en: 'payers' } },
  }
  const policy = parsePolicy(document({}, { parameters }))
  const good = {
    cap: '30万元',
    share: '50%',
    day: '2025-01-01',
    count: 'actual/365',
    form: 'a',
    forms: ['a'],
    months: '6',
    payers: { city: '50%', district: '1/2' },
  }
  const issuesWith = (values: object): readonly Issue[] => {
    try {
      withParameters(policy, { ...good, ...values })
      return []
    } catch (error) {
      expect(error).toBeInstanceOf(PolicyError)
      return (error as PolicyError).issues
    }
  }

  test('all of the right kind', () => {
    expect(issuesWith({})).toEqual([])
  })

  test.each([
    { name: 'cap', value: 300_000, code: 'amount', given: '300000', says: 'an amount such as "30万元"' },
    { name: 'cap', value: '-1元', code: 'amount', given: '"-1元"', says: 'an amount such as "30万元"' },
    { name: 'cap', value: '1e5', code: 'amount', given: '"1e5"', says: 'an amount such as "30万元"' },
    { name: 'cap', value: '1,000元', code: 'amount', given: '"1,000元"', says: 'an amount such as "30万元"' },
    { name: 'cap', value: null, code: 'amount', given: 'null', says: 'an amount such as "30万元"' },
    { name: 'share', value: '48', code: 'rate', given: '"48"', says: 'above -1, at most 1' },
    { name: 'share', value: '100.01%', code: 'rate', given: '"100.01%"', says: 'above -1, at most 1' },
    { name: 'share', value: '-100.01%', code: 'rate', given: '"-100.01%"', says: 'above -1, at most 1' },
    { name: 'day', value: '2025-02-30', code: 'date', given: '"2025-02-30"', says: 'a day such as "2025-03-16"' },
    { name: 'day', value: '2025-02-28T00:00', code: 'date', given: '"2025-02-28T00:00"', says: 'a day such as "2025-03-16"' },
    { name: 'count', value: 'actual/364', code: 'proration', given: '"actual/364"', says: 'a day count' },
    { name: 'count', value: 'constructor', code: 'proration', given: '"constructor"', says: 'a day count' },
    { name: 'form', value: 'c', code: 'class', given: '"c"', says: 'one of: a, b' },
    { name: 'forms', value: [], code: 'classes', given: 'list of 0', says: 'a list of: a, b' },
    { name: 'forms', value: ['a', 'c'], code: 'classes', given: 'list of 2', says: 'a list of: a, b' },
    { name: 'months', value: '6天', code: 'months', given: '"6天"', says: 'a tenor such as "2年"' },
    { name: 'payers', value: { city: '50%', district: '49%' }, code: 'shares', given: '{city, district}', says: 'sum to 1' },
    { name: 'payers', value: {}, code: 'shares', given: '{}', says: 'sum to 1' },
  ])('$name: $given', ({ name, value, code, given, says }) => {
    const [issue, ...others] = issuesWith({ [name]: value })
    expect([issue?.code, issue?.path, issue?.given, others.length]).toEqual([code, `parameters.${name}`, given, 0])
    expect(issue?.message.en).toContain(says)
    expect(issue?.message.en).toContain(`received ${given}`)
    expect(issue?.message.zh).toContain(`收到${given}`)
  })

  test.each([
    { name: 'a rate of exactly 1', values: { share: '100%' } },
    { name: 'a rate of zero', values: { share: '0%' } },
    { name: 'a cap of zero', values: { cap: '0元' } },
    { name: 'a cap in plain yuan', values: { cap: '300000' } },
  ])('$name is allowed', ({ values }) => {
    expect(issuesWith(values)).toEqual([])
  })

  test('unknown, wrong and absent at once', () => {
    const { cap: _, ...rest } = good
    try {
      withParameters(policy, { ...rest, share: '2', caps: '1元' })
      expect.unreachable()
    } catch (error) {
      const issues = (error as PolicyError).issues
      expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
        'rate parameters.share',
        'unknown-parameter parameters.caps',
        'parameter-missing parameters.cap',
      ])
      expect(issues[1]?.message.en).toContain('it has: cap, share')
      expect(issues[2]?.message.zh).toContain('请用 withParameters 提供')
    }
  })

  test('an own key __proto__ is an unknown parameter', () => {
    const values = JSON.parse('{"__proto__":"1元"}') as { readonly [name: string]: ParameterValue }
    expect(() => withParameters(policy, values)).toThrow(/parameters\.__proto__: the document has no parameter/)
  })
})

describe('whatever is thrown at it', () => {
  const facts = {
    borrower: { class: 'small', revenue: '1000000' },
    loans: [{ id: 'A', principal: '1000000', drawdownDate: '2024-01-01', maturityDate: '2025-01-01', annualRate: '0.05' }],
    otherSupport: [],
    history: { receivedThisYear: '0' },
  }

  /** A policy that is read can be asked for its form and assessed; only its missing parameters are a reason to throw. */
  const onlyPolicyErrors = (json: unknown): void => {
    const result = safeParsePolicy(json)
    if (!result.success) {
      expect(result.issues.length).toBeGreaterThan(0)
      for (const { code, path, message } of result.issues) {
        expect([typeof code, typeof path, message.zh.length > 0, message.en.length > 0]).toEqual(['string', 'string', true, true])
      }
      expect(() => parsePolicy(json)).toThrow(PolicyError)
      return
    }
    try {
      factsSchema(result.policy)
      expect(['granted', 'refused', 'incomplete']).toContain(assess(result.policy, parseFacts(result.policy, facts)).outcome)
    } catch (error) {
      expect((error as PolicyError).issues?.map(({ code }) => code)).toContain('parameter-missing')
    }
  }

  test('any value', () => {
    fc.assert(fc.property(strange, onlyPolicyErrors), { numRuns: 300 })
  })

  test('any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), onlyPolicyErrors), { numRuns: 300 })
  })

  test('any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), onlyPolicyErrors), { numRuns: 300 })
  })

  test.each([
    { name: 'wuhan-eastlake-tech-sme-loans-2023', good: eastLake as Policy },
    { name: 'wuhan-loan-interest-subsidy-2012', good: template },
    { name: 'shenzhen-futian-energy-2022', good: futian },
  ])('$name with something changed, taken out or added', ({ good }) => {
    fc.assert(fc.property(mutated(good), onlyPolicyErrors), { numRuns: 400 })
  })

  test('any values of parameters', () => {
    const values = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom(...Object.keys(template.parameters ?? {}))),
      fc.oneof(strange, fc.jsonValue(), fc.constantFrom('1元', '50%', '2年', 'none', 'benchmark', 'actual/365')),
    )
    fc.assert(
      fc.property(values, (given) => {
        try {
          withParameters(template, given as { readonly [name: string]: ParameterValue })
        } catch (error) {
          expect((error as PolicyError).code).toBe('policy-invalid')
        }
      }),
      { numRuns: 500 },
    )
  })
})
