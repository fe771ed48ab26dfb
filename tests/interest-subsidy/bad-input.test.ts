import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FactsError, type Issue, parsePolicy } from '../../src/index.js'
import { assess, parseFacts, safeParseFacts } from '../../src/interest-subsidy/index.js'
import builtIn from '../../src/policies/cn-service-sector-2025.js'
import { mutated, strange } from '../document/strange.js'

const place = '示例通知'
const policy = parsePolicy({
  id: 'example',
  title: '示例',
  evidence: 'official',
  effective: {},
  facts: { 'borrower.kind': { kind: 'class', label: { zh: '企业性质', en: 'kind of firm' }, oneOf: { small: '小微', large: '大型' } } },
  parts: [
    {
      instrument: 'interest-subsidy',
      terms: { formula: { value: { interestAt: '1%' }, place }, proration: { value: 'month/12', place } },
      rounding: { value: { to: 'fen', mode: 'half-up' }, place },
    },
  ],
})
const loan = { id: 'A', principal: '1000000', drawdownDate: '2025-04-01', maturityDate: '2026-04-01', annualRate: '0.0435' }
const withLoan = (changes: object): object => ({ loans: [{ ...loan, ...changes }] })

function issuesOf(input: unknown): readonly Issue[] {
  const result = safeParseFacts(policy, input)
  return result.success ? [] : result.issues
}

/** An object so many levels deep. */
const nested = (depth: number): object => (depth === 1 ? {} : { a: nested(depth - 1) })
const keys = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]))

const slip = (from: string, until: string, kind = 'normal') => ({ from, until, amount: '100', kind })
const repaid = (date: string, amount: string) => ({ date, amount })

interface Row {
  readonly name: string
  readonly input: unknown
  readonly code: string
  readonly path: string
  readonly given?: string
  /** What each message says: what was expected, what was given, what to do. */
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

const yuan = { zh: '以元为单位的十进制文本，如"3000000.00"', en: 'an amount in yuan as a decimal string such as "3000000.00"' }

/** A principal that is no amount. */
const money = (name: string, principal: unknown, given: string, zh: string, en: string): Row => ({
  name,
  input: withLoan({ principal }),
  code: 'amount',
  path: 'loans[0].principal',
  given,
  zh: [yuan.zh, given, zh],
  en: [yuan.en, given, en],
})
const rate = (name: string, annualRate: unknown, given: string, zh: string, en: string): Row => ({
  name,
  input: withLoan({ annualRate }),
  code: 'rate',
  path: 'loans[0].annualRate',
  given,
  zh: ['以小数表示的年利率文本，如"0.0435"', '大于-1，不超过1', given, zh],
  en: ['a yearly rate as a fraction in a string, such as "0.0435"', 'above -1, at most 1', given, en],
})
const day = (name: string, drawdownDate: unknown, given: string, zh: string, en: string): Row => ({
  name,
  input: withLoan({ drawdownDate }),
  code: 'date',
  path: 'loans[0].drawdownDate',
  given,
  zh: ['实际存在的日期，如"2025-03-16"', given, zh],
  en: ['a day that exists, such as "2025-03-16"', given, en],
})

const asText = ['请改为文本', 'send it as a string'] as const
const noExponent = ['请写成不带指数的数', 'write it without an exponent'] as const
const halfWidth = ['请把全角数字改为半角', 'write the digits in half width'] as const
const noThousands = ['请去掉千分位逗号', 'remove the thousands separators'] as const
const bounded = ['小于10的15次方', 'below 10^15'] as const

const rows: readonly Row[] = [
  money('a number for money', 3_000_000, '3000000', ...asText),
  money('the number Infinity', Number.POSITIVE_INFINITY, 'Infinity', ...asText),
  money('the number NaN', Number.NaN, 'NaN', ...asText),
  money('an exponent', '1e5', '"1e5"', ...noExponent),
  money('an exponent with a sign', '1.5E+5', '"1.5E+5"', ...noExponent),
  money('infinity as text', 'Infinity', '"Infinity"', ...bounded),
  money('NaN as text', 'NaN', '"NaN"', ...bounded),
  money('full-width digits', '３０００', '"３０００"', ...halfWidth),
  money('full-width digits, comma and point', '３，０００．００', '"３，０００．００"', ...halfWidth),
  money('thousands separators', '3,000,000', '"3,000,000"', ...noThousands),
  money('negative', '-1', '"-1"', '金额不为负', 'amounts are not negative'),
  money('three decimals', '1.005', '"1.005"', '请先按文件规定取到分', 'round it to the fen first'),
  money('10^30', `1${'0'.repeat(30)}`, `"1${'0'.repeat(30)}"`, ...bounded),
  money('10^15', '1000000000000000', '"1000000000000000"', ...bounded),
  money('a unit', '100万元', '"100万元"', '请换算为元并去掉单位', 'convert it to yuan and leave the unit out'),
  money('spaces around', ' 5', '" 5"', '请去掉首尾空格', 'remove the spaces around it'),
  money('empty text', '', '""', ...bounded),
  money('null', null, 'null', ...bounded),
  money('an object', { yuan: '1' }, '{yuan}', ...bounded),
  money('a list', ['1', '2'], 'list of 2', ...bounded),
  rate('48 instead of 0.048', '48', '"48"', '是否应为"0.48"？', 'did you mean "0.48"?'),
  rate('4.8 instead of 0.048', '4.8', '"4.8"', '是否应为"0.048"？', 'did you mean "0.048"?'),
  rate('just above 1', '1.000001', '"1.000001"', '是否应为"0.01000001"？', 'did you mean "0.01000001"?'),
  rate('-1', '-1', '"-1"', '大于-1', 'above -1'),
  rate('-1 as a fraction', '-3/3', '"-3/3"', '大于-1', 'above -1'),
  rate('above 1 as a fraction', '4/3', '"4/3"', '不超过1', 'at most 1'),
  rate('a percent sign', '4.8%', '"4.8%"', '请写成小数', 'write it as a fraction'),
  rate('a number', 0.048, '0.048', ...asText),
  day('a day that does not exist', '2026-02-30', '"2026-02-30"', '实际存在', 'exists'),
  day('29 February of a common year', '2025-02-29', '"2025-02-29"', '实际存在', 'exists'),
  day('a time', '2026-02-28T00:00:00Z', '"2026-02-28T00:00:00Z"', '只写日期，不写时间', 'give the day only, without a time'),
  day('a time after a space', '2026-02-28 08:00', '"2026-02-28 08:00"', '只写日期，不写时间', 'give the day only, without a time'),
  day('strokes', '2026/02/28', '"2026/02/28"', '请写成"年-月-日"', 'write it as year-month-day'),
  {
    name: 'an unknown key',
    input: { ...withLoan({}), favourite: 'blue' },
    code: 'unknown-key',
    path: 'favourite',
    given: '"favourite"',
    zh: ['未知的事实名称', '请删除，或在文件的 facts 中声明'],
    en: ['not a fact of the document', 'remove it, or declare it under facts'],
  },
  {
    name: 'a misspelled fact',
    input: withLoan({ principle: '1' }),
    code: 'unknown-key',
    path: 'loans[0].principle',
    given: '"principle"',
    zh: ['是否应为“principal”？'],
    en: ['did you mean "principal"?'],
  },
  {
    name: 'a misspelled declared fact',
    input: { borrower: { kindd: 'small' } },
    code: 'unknown-key',
    path: 'borrower.kindd',
    given: '"kindd"',
    zh: ['是否应为“kind”？'],
    en: ['did you mean "kind"?'],
  },
  {
    name: 'a class the document does not list',
    input: { borrower: { kind: 'tiny' } },
    code: 'class',
    path: 'borrower.kind',
    given: '"tiny"',
    zh: ['“企业性质”应为下列之一：small、large', '"tiny"'],
    en: ['expected one of small, large for "kind of firm"', '"tiny"'],
  },
  {
    name: 'an own key __proto__',
    input: JSON.parse('{"__proto__":{"principal":"1"}}'),
    code: 'unknown-key',
    path: '__proto__',
    given: '"__proto__"',
    zh: ['请删除'],
    en: ['remove it'],
  },
  {
    name: 'an own key __proto__ inside',
    input: JSON.parse('{"loans":[{"__proto__":{"principal":"1"}}]}'),
    code: 'unknown-key',
    path: 'loans[0].__proto__',
    given: '"__proto__"',
    zh: ['请删除'],
    en: ['remove it'],
  },
  {
    name: '33 deep',
    input: nested(33),
    code: 'too-large',
    path: Array.from({ length: 32 }, () => 'a').join('.'),
    zh: ['嵌套32层', '请拆分后提交'],
    en: ['nesting of 32', 'split it'],
  },
  {
    name: '100,001 keys',
    input: keys(100_001),
    code: 'too-large',
    path: '',
    zh: ['100000个键', '请拆分后提交'],
    en: ['100000 keys', 'split it'],
  },
  {
    name: 'a repayment before the drawdown',
    input: withLoan({ repayments: [repaid('2025-03-31', '1')] }),
    code: 'order',
    path: 'loans[0].repayments[0].date',
    given: '"2025-03-31"',
    zh: ['早于放款日期2025-04-01'],
    en: ['expected a day not before the drawdown of 2025-04-01', '"2025-03-31"'],
  },
  {
    name: 'maturity before the drawdown',
    input: withLoan({ maturityDate: '2025-03-31' }),
    code: 'order',
    path: 'loans[0].maturityDate',
    given: '"2025-03-31"',
    zh: ['早于放款日期2025-04-01'],
    en: ['expected a day not before the drawdown of 2025-04-01', '"2025-03-31"'],
  },
  {
    name: 'repayments a fen above the principal',
    input: withLoan({ repayments: [repaid('2025-05-01', '600000'), repaid('2025-06-01', '400000.01')] }),
    code: 'repaid-too-much',
    path: 'loans[0].repayments',
    given: '"1000000.01"',
    zh: ['超过放款本金1000000'],
    en: ['expected repayments of at most the principal, 1000000', '"1000000.01"'],
  },
  {
    name: 'slips of one kind that share a day',
    input: withLoan({ slips: [slip('2025-04-01', '2025-05-01'), slip('2025-04-30', '2025-06-01')] }),
    code: 'overlap',
    path: 'loans[0].slips[1]',
    given: '"2025-04-30"',
    zh: ['与slips[0]同一种利息的期间重叠'],
    en: ['its period overlaps that of slips[0] of the same kind', '"2025-04-30"'],
  },
  {
    name: 'a slip that ends where it begins',
    input: withLoan({ slips: [slip('2025-04-01', '2025-04-01')] }),
    code: 'order',
    path: 'loans[0].slips[0].until',
    given: '"2025-04-01"',
    zh: ['应晚于起日2025-04-01'],
    en: ['expected a day after 2025-04-01', '"2025-04-01"'],
  },
  {
    name: 'an empty list of loans',
    input: { loans: [] },
    code: 'empty',
    path: 'loans',
    given: 'list of 0',
    zh: ['应至少有一笔贷款', '请不要写 loans'],
    en: ['expected at least one loan', 'leave loans out', 'list of 0'],
  },
  {
    name: 'two loans of one id',
    input: { loans: [loan, loan] },
    code: 'duplicate',
    path: 'loans[1].id',
    given: '"A"',
    zh: ['与loans[0]编号相同', '编号应各不相同'],
    en: ['the same number as loans[0]', 'give each loan its own', '"A"'],
  },
  {
    name: 'support for a loan that is not stated',
    input: { ...withLoan({}), otherSupport: [{ loan: 'B', amount: '1' }] },
    code: 'unknown-loan',
    path: 'otherSupport[0].loan',
    given: '"B"',
    zh: ['loans 中没有这个编号的贷款'],
    en: ['no loan of this number is among loans', '"B"'],
  },
  {
    name: 'interest stated beside the slips',
    input: withLoan({ interestPaid: '5', slips: [slip('2025-04-01', '2025-05-01')] }),
    code: 'contradiction',
    path: 'loans[0].interestPaid',
    given: '"5"',
    zh: ['请删除 interestPaid'],
    en: ['leave interestPaid out', '"5"'],
  },
  {
    name: 'a principal that is not the sum of the drawdowns',
    input: withLoan({ drawdowns: [repaid('2025-04-01', '999999.99')] }),
    code: 'contradiction',
    path: 'loans[0].principal',
    given: '"1000000"',
    zh: ['999999.99'],
    en: ['expected the sum of the drawdowns, 999999.99', '"1000000"'],
  },
  {
    name: 'loans that are no list',
    input: { loans: loan },
    code: 'not-a-list',
    path: 'loans',
    given: '{id, principal, drawdownDate, maturityDate, annualRate}',
    zh: ['应为列表', '{id, principal'],
    en: ['expected a list', '{id, principal'],
  },
  {
    name: 'facts that are a list',
    input: [loan],
    code: 'not-an-object',
    path: '',
    given: 'list of 1',
    zh: ['应为以事实名称为键的对象', 'list of 1'],
    en: ['expected an object of facts', 'list of 1'],
  },
]

describe('each wrong input has its code, its path, what was given, and what to do in both languages', () => {
  test.each(rows)('$name', ({ input, code, path, given, zh, en }) => {
    const issues = issuesOf(input)
    expect(issues.map((issue) => [issue.code, issue.path, issue.given])).toEqual([[code, path, given]])
    for (const words of zh) expect(issues[0]?.message.zh).toContain(words)
    for (const words of en) expect(issues[0]?.message.en).toContain(words)
    expect(() => parseFacts(policy, input)).toThrow(FactsError)
  })
})

interface Allowed {
  readonly name: string
  readonly input: unknown
}
const allowed: readonly Allowed[] = [
  { name: 'a fen below 10^15', input: withLoan({ principal: '999999999999999.99' }) },
  { name: 'nothing at all', input: withLoan({ principal: '0' }) },
  { name: 'two decimals', input: withLoan({ principal: '0.01' }) },
  { name: 'a rate of exactly 1', input: withLoan({ annualRate: '1' }) },
  { name: 'a rate of 3/3', input: withLoan({ annualRate: '3/3' }) },
  { name: 'a rate just above -1', input: withLoan({ annualRate: '-0.999999999999999' }) },
  { name: 'a rate of -2/3', input: withLoan({ annualRate: '-2/3' }) },
  { name: '29 February of a leap year', input: withLoan({ drawdownDate: '2024-02-29' }) },
  { name: 'a repayment on the day of drawdown', input: withLoan({ repayments: [repaid('2025-04-01', '1')] }) },
  { name: 'repayments of exactly the principal', input: withLoan({ repayments: [repaid('2025-05-01', '1000000')] }) },
  { name: 'slips that meet', input: withLoan({ slips: [slip('2025-04-01', '2025-05-01'), slip('2025-05-01', '2025-06-01')] }) },
  {
    name: 'slips of two kinds on the same days',
    input: withLoan({ slips: [slip('2025-04-01', '2025-05-01'), slip('2025-04-01', '2025-05-01', 'overdue')] }),
  },
  { name: 'no loans stated', input: {} },
  { name: 'no other support', input: { ...withLoan({}), otherSupport: [] } },
]

describe('on the allowed side of each limit nothing is wrong', () => {
  test.each(allowed)('$name', ({ input }) => {
    expect(issuesOf(input)).toEqual([])
  })

  test('32 deep is read: only its keys are unknown', () => {
    expect(issuesOf(nested(32)).map(({ code, path }) => [code, path])).toEqual([['unknown-key', 'a']])
  })

  test('100,000 keys are read: each is unknown by itself', () => {
    const issues = issuesOf(keys(100_000))
    expect({ count: issues.length, codes: [...new Set(issues.map(({ code }) => code))] }).toEqual({
      count: 100_000,
      codes: ['unknown-key'],
    })
  })

  test('a loop is too deep, not endless', () => {
    const loop: { [key: string]: unknown } = {}
    loop['a'] = loop
    expect(issuesOf(loop).map(({ code }) => code)).toEqual(['too-large'])
  })
})

test('every fault at once, each with its path', () => {
  const input = {
    borower: {},
    loans: [
      { ...loan, principal: 3, drawdownDate: '2026-02-30', annualRate: '48', repayments: [repaid('x', '1,000')], extra: 1 },
      { ...loan, id: 'B', principal: '１' },
    ],
    otherSupport: [{ level: 'town', amount: '-5' }],
  }
  expect(issuesOf(input).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'unknown-key borower',
    'amount loans[0].principal',
    'date loans[0].drawdownDate',
    'rate loans[0].annualRate',
    'date loans[0].repayments[0].date',
    'amount loans[0].repayments[0].amount',
    'unknown-key loans[0].extra',
    'amount loans[1].principal',
    'class otherSupport[0].level',
    'amount otherSupport[0].amount',
  ])
})

test('everything that contradicts itself at once', () => {
  const input = {
    loans: [
      {
        ...loan,
        maturityDate: '2025-03-01',
        repayments: [repaid('2025-03-31', '2000000')],
        slips: [slip('2025-05-01', '2025-04-01')],
        interestPaid: '1',
      },
      loan,
    ],
    otherSupport: [{ loan: 'C' }],
  }
  expect(issuesOf(input).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'order loans[0].maturityDate',
    'order loans[0].repayments[0].date',
    'repaid-too-much loans[0].repayments',
    'contradiction loans[0].interestPaid',
    'order loans[0].slips[0].until',
    'duplicate loans[1].id',
    'unknown-loan otherSupport[0].loan',
  ])
})

test('the error carries the issues and names every path', () => {
  const input = withLoan({ principal: 3, annualRate: '48' })
  let thrown: unknown
  try {
    parseFacts(policy, input)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ name: 'FactsError', code: 'facts-invalid', issues: issuesOf(input) })
  expect((thrown as FactsError).message.split('\n').map((line) => line.split(':')[0])).toEqual([
    'loans[0].principal',
    'loans[0].annualRate',
  ])
})

test('an own key __proto__ changes no prototype', () => {
  issuesOf(JSON.parse('{"__proto__":{"polluted":true},"loans":[{"__proto__":{"polluted":true}}]}'))
  expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined()
})

describe('whatever is thrown at it', () => {
  const facts = {
    application: { date: '2025-05-01', choice: 'loan' },
    award: { year: 2025 },
    borrower: { revenue: '5000000', revenueGrowth: '0.1', firstTimeBorrower: true },
    loans: [
      { ...loan, repayments: [repaid('2025-05-01', '600000')], classes: ['a'], termMonths: 12 },
      { ...loan, id: 'B', slips: [slip('2025-04-01', '2025-05-01')] },
      { id: 'C', drawdowns: [repaid('2025-04-01', '5')], maturityDate: '2026-04-01', lprSpread: '0.001', lprTenor: '1y' },
    ],
    otherSupport: [{ level: 'city', loan: 'A', amount: '1' }],
    vouchers: [{ id: 'V', faceValue: '100', expiryDate: '2026-01-01' }],
    events: { bankReceivesFunds: '2025-05' },
    history: { receivedThisYear: '0' },
  }

  const hasNoDrawdowns = ({ loans }: { readonly [key: string]: unknown }): boolean =>
    ((loans ?? []) as readonly { readonly drawdowns?: readonly object[] }[]).some(({ drawdowns }) => drawdowns?.length === 0)

  const onlyFactsErrors = (input: unknown): void => {
    for (const document of [policy, builtIn]) {
      const result = safeParseFacts(document, input)
      if (result.success) {
        if (hasNoDrawdowns(result.facts)) continue
        expect(['granted', 'refused', 'incomplete']).toContain(assess(document, result.facts).outcome)
        continue
      }
      expect(result.issues.length).toBeGreaterThan(0)
      for (const { code, path, message } of result.issues) {
        expect([typeof code, typeof path, message.zh.length > 0, message.en.length > 0]).toEqual(['string', 'string', true, true])
      }
      expect(() => parseFacts(document, input)).toThrow(FactsError)
    }
  }

  test('any value', () => {
    fc.assert(fc.property(strange, onlyFactsErrors), { numRuns: 500 })
  })

  test('any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), onlyFactsErrors), { numRuns: 500 })
  })

  test('good facts with something changed, taken out or added', () => {
    fc.assert(fc.property(mutated(facts), onlyFactsErrors), { numRuns: 2000 })
  })
})

test.each([
  ['a list of loans', (hole: readonly unknown[]) => ({ loans: hole }), 'not-an-object loans[0]'],
  ['classes of a loan', (hole: readonly unknown[]) => withLoan({ classes: hole }), 'classes loans[0].classes'],
])('a hole in %s is an issue', (_, input, expected) => {
  expect(issuesOf(input(Object.assign([], { length: 1 }))).map(({ code, path }) => `${code} ${path}`)).toEqual([expected])
})
