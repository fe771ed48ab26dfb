import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, assessRule, parseFacts, safeParseFacts } from '../../src/guidance-fund/index.js'
import { FactsError, type Issue, parsePolicy, safeParsePolicy } from '../../src/index.js'
import builtIn from '../../src/policies/cn-tech-sme-vc-fund-2007.js'
import { mutated, strange } from '../document/strange.js'

const place = { place: '办法' } as const
const rounding = { ...place, value: { to: 'fen', mode: 'half-up' } }
const formula = (value: unknown): object => ({ formula: { ...place, value } })
/** A document of some parts: a contribution and a price unless others are given. */
const document = (...parts: readonly object[]): object => ({
  id: 'example',
  title: '办法',
  evidence: 'official',
  effective: {},
  parts: parts.map((part) => ({ instrument: 'guidance-fund', rounding, ...part })),
})
const contribution = { rule: 'contribution', terms: formula({ share: '25%', of: { fact: 'fund.size' } }) }
const exitPrice = { rule: 'exit-price', terms: formula({ fact: 'instalment.originalInvestment' }) }
const policy = parsePolicy(document(contribution, exitPrice))

function issuesOf(input: unknown): readonly Issue[] {
  const result = safeParseFacts(policy, input)
  return result.success ? [] : result.issues
}

interface Row {
  readonly name: string
  readonly input: object
  readonly code: string
  readonly path: string
  readonly given?: string
  readonly zh: string
  readonly en: string
}

const size = '100000000'
const more = '100000000.01'
const ofTheFund = { zh: '超过基金规模100000000', en: 'expected at most the size of the fund, 100000000' }
const notNegative = { zh: '不能为负', en: 'expected zero or more' }
const onlyOnce = { zh: '同一事项只能计入一次', en: 'nothing counts twice' }
const nothing = { zh: '没有出资请不要填写', en: 'leave it out where nothing was put in' }
const notKnown = { zh: '如尚不清楚，请不要写', en: 'leave it out while it is unknown' }
const ofOne = { zh: '0到1之间的份额', en: 'a share from 0 to 1' }

const rows: readonly Row[] = [
  {
    name: 'a contribution of zero',
    input: { fund: { guidanceContribution: '0' } },
    code: 'zero',
    path: 'fund.guidanceContribution',
    given: '"0"',
    ...nothing,
  },
  {
    name: 'a contribution of zero applied for',
    input: { fund: { requestedContribution: '0.00' } },
    code: 'zero',
    path: 'fund.requestedContribution',
    given: '"0"',
    ...nothing,
  },
  {
    name: 'a holder of nothing',
    input: { holders: [{ id: 'a', contribution: '0' }] },
    code: 'zero',
    path: 'holders[0].contribution',
    given: '"0"',
    ...nothing,
  },
  {
    name: 'an instalment of nothing',
    input: { instalments: [{ id: '1', originalInvestment: '0' }] },
    code: 'zero',
    path: 'instalments[0].originalInvestment',
    given: '"0"',
    ...nothing,
  },
  {
    name: 'a contribution above the fund',
    input: { fund: { size, guidanceContribution: more } },
    code: 'contradiction',
    path: 'fund.guidanceContribution',
    given: '"100000000.01"',
    ...ofTheFund,
  },
  {
    name: 'a contribution applied for above the fund',
    input: { fund: { size, requestedContribution: more } },
    code: 'contradiction',
    path: 'fund.requestedContribution',
    given: '"100000000.01"',
    ...ofTheFund,
  },
  {
    name: 'a first instalment above the fund',
    input: { fund: { size, firstInstalment: more } },
    code: 'contradiction',
    path: 'fund.firstInstalment',
    given: '"100000000.01"',
    ...ofTheFund,
  },
  {
    name: 'holders above the fund',
    input: {
      fund: { size },
      holders: [
        { id: 'a', contribution: '60000000' },
        { id: 'b', contribution: '40000000.01' },
      ],
    },
    code: 'contradiction',
    path: 'holders',
    given: '"100000000.01"',
    ...ofTheFund,
  },
  {
    name: 'contributions above the fund',
    input: { fund: { size, contributions: { a: '60000000', b: '40000000.01' } } },
    code: 'contradiction',
    path: 'fund.contributions',
    given: '"100000000.01"',
    ...ofTheFund,
  },
  {
    name: 'more paid in than committed',
    input: { fund: { committedCapital: size, paidInCapital: more } },
    code: 'contradiction',
    path: 'fund.paidInCapital',
    given: '"100000000.01"',
    zh: '超过认缴资本100000000',
    en: 'expected at most the committed capital, 100000000',
  },
  {
    name: 'held for less than nothing',
    input: { exit: { holdingYears: '-1' } },
    code: 'negative',
    path: 'exit.holdingYears',
    given: '"-1"',
    ...notNegative,
  },
  {
    name: 'an instalment held for less than nothing',
    input: { instalments: [{ id: '1', holdingYears: '-0.5' }] },
    code: 'negative',
    path: 'instalments[0].holdingYears',
    given: '"-0.5"',
    ...notNegative,
  },
  {
    name: 'a holding held for less than nothing',
    input: { holding: { heldYears: '-3' } },
    code: 'negative',
    path: 'holding.heldYears',
    given: '"-3"',
    ...notNegative,
  },
  {
    name: 'a fund held for less than nothing',
    input: { fund: { holdingYears: '-1' } },
    code: 'negative',
    path: 'fund.holdingYears',
    given: '"-1"',
    zh: '年数不能为负',
    en: 'expected a time of zero or more years',
  },
  {
    name: 'a price below nothing',
    input: { deals: [{ price: '-8' }] },
    code: 'negative',
    path: 'deals[0].price',
    given: '"-8"',
    ...notNegative,
  },
  {
    name: 'a price of the VC below nothing',
    input: { deals: [{ vcPrice: '-8' }] },
    code: 'negative',
    path: 'deals[0].vcPrice',
    given: '"-8"',
    ...notNegative,
  },
  {
    name: 'sold the day before it was paid in',
    input: { exit: { paidInDate: '2024-02-29', transferDate: '2024-02-28' } },
    code: 'order',
    path: 'exit.paidInDate',
    given: '"2024-02-29"',
    zh: '晚于转让日期2024-02-28，持有时间不能为负',
    en: 'expected a day not after the transfer of 2024-02-28',
  },
  {
    name: 'an instalment paid in after the sale',
    input: { exit: { transferDate: '2024-02-28' }, instalments: [{ paidInDate: '2024-02-28' }, { paidInDate: '2024-02-29' }] },
    code: 'order',
    path: 'instalments[1].paidInDate',
    given: '"2024-02-29"',
    zh: '晚于转让日期',
    en: 'not after the transfer',
  },
  {
    name: 'more sold than was held',
    input: { exit: { originalInvestment: '10000000', costOfPartSold: '10000000.01' } },
    code: 'contradiction',
    path: 'exit.costOfPartSold',
    given: '"10000000.01"',
    zh: '超过原始投资额10000000',
    en: 'expected at most the original investment, 10000000',
  },
  {
    name: 'one contribution beside instalments',
    input: { exit: { originalInvestment: '1' }, instalments: [{ originalInvestment: '1' }] },
    code: 'contradiction',
    path: 'exit.originalInvestment',
    given: '"1"',
    zh: '请删除 exit 中的出资额',
    en: 'leave it out of exit',
  },
  {
    name: 'a deal twice',
    input: { deals: [{ id: 'A' }, { id: 'B' }, { id: 'A' }] },
    code: 'duplicate',
    path: 'deals[2].id',
    given: '"A"',
    zh: `与deals[0]编号相同：${onlyOnce.zh}`,
    en: `the same number as deals[0]: ${onlyOnce.en}`,
  },
  {
    name: 'a holder twice',
    input: { holders: [{ id: 'A' }, { id: 'A' }] },
    code: 'duplicate',
    path: 'holders[1].id',
    given: '"A"',
    ...onlyOnce,
  },
  {
    name: 'an instalment twice',
    input: { instalments: [{ id: '1' }, { id: '1' }] },
    code: 'duplicate',
    path: 'instalments[1].id',
    given: '"1"',
    ...onlyOnce,
  },
  {
    name: 'invested before the firm was founded',
    input: { deals: [{ investedDate: '2024-01-01', investeeFoundedDate: '2024-01-02' }] },
    code: 'order',
    path: 'deals[0].investedDate',
    given: '"2024-01-01"',
    zh: '早于企业成立日期2024-01-02',
    en: 'expected a day not before the day the firm was founded, 2024-01-02',
  },
  {
    name: 'invested before the VC',
    input: { deals: [{ investedDate: '2024-01-01', vcInvestedDate: '2024-01-02' }] },
    code: 'order',
    path: 'deals[0].investedDate',
    given: '"2024-01-01"',
    zh: '早于创投机构投资日期2024-01-02',
    en: 'expected a day not before the day the VC invested, 2024-01-02',
  },
  {
    name: 'an exit before the investment',
    input: { deals: [{ investedDate: '2024-01-02', exitDate: '2024-01-01' }] },
    code: 'order',
    path: 'deals[0].exitDate',
    given: '"2024-01-01"',
    zh: '早于投资日期',
    en: 'expected a day not before the day of the investment',
  },
  {
    name: 'flows out of order',
    input: {
      flows: {
        distributions: [
          { date: '2024-02-01', amount: '1' },
          { date: '2024-01-31', amount: '1' },
        ],
      },
    },
    code: 'order',
    path: 'flows.distributions[1].date',
    given: '"2024-01-31"',
    zh: '应按时间先后列出',
    en: 'expected the entries in order of time',
  },
  { name: 'no instalments', input: { instalments: [] }, code: 'empty', path: 'instalments', given: 'list of 0', ...notKnown },
  { name: 'no periods of the fee', input: { feePeriods: [] }, code: 'empty', path: 'feePeriods', given: 'list of 0', ...notKnown },
  { name: 'no holders', input: { holders: [] }, code: 'empty', path: 'holders', given: 'list of 0', ...notKnown },
  {
    name: 'a share above one',
    input: { deals: [{ guidanceShareInVc: '1.01' }] },
    code: 'share',
    path: 'deals[0].guidanceShareInVc',
    given: '"1.01"',
    ...ofOne,
  },
  {
    name: 'a share of 30 for 30%',
    input: { deals: [{ guidanceShareInVc: '30' }] },
    code: 'share',
    path: 'deals[0].guidanceShareInVc',
    given: '"30"',
    zh: '是否应为"0.3"？',
    en: 'did you mean "0.3"?',
  },
  {
    name: 'a share below nothing',
    input: { deals: [{ guidanceShareInVc: '-0.1' }] },
    code: 'share',
    path: 'deals[0].guidanceShareInVc',
    given: '"-0.1"',
    ...ofOne,
  },
  {
    name: 'a fee in percent',
    input: { fee: { annualRate: '2%' } },
    code: 'rate',
    path: 'fee.annualRate',
    given: '"2%"',
    zh: '请写成小数',
    en: 'write it as a fraction',
  },
  {
    name: 'days below nothing',
    input: { fee: { days: -1 } },
    code: 'days',
    path: 'fee.days',
    given: '-1',
    zh: '不为负的整数',
    en: 'a whole number, not negative',
  },
  {
    name: 'dividends as one amount',
    input: { holding: { dividends: '300000' } },
    code: 'amounts',
    path: 'holding.dividends',
    given: '"300000"',
    zh: '金额文本的列表',
    en: 'a list of amounts',
  },
  {
    name: 'a stage nobody knows',
    input: { deals: [{ stage: 'pre-seed' }] },
    code: 'class',
    path: 'deals[0].stage',
    given: '"pre-seed"',
    zh: 'seed、start-up、early-middle、later',
    en: 'one of seed, start-up, early-middle, later',
  },
  {
    name: 'a holder of a kind nobody knows',
    input: { holders: [{ kind: 'bank' }] },
    code: 'class',
    path: 'holders[0].kind',
    given: '"bank"',
    zh: 'guidance、government、manager、private',
    en: 'one of guidance, government, manager, private',
  },
  {
    name: 'a misspelled fact',
    input: { fund: { paidinCapital: '1' } },
    code: 'unknown-key',
    path: 'fund.paidinCapital',
    given: '"paidinCapital"',
    zh: '是否应为“paidInCapital”？',
    en: 'did you mean "paidInCapital"?',
  },
  {
    name: 'deals that are no list',
    input: { deals: { id: 'A' } },
    code: 'not-a-list',
    path: 'deals',
    given: '{id}',
    zh: '应为列表',
    en: 'expected a list',
  },
]

describe('each wrong input has its code, its path, what was given, and what to do in both languages', () => {
  test.each(rows)('$name', ({ input, code, path, given, zh, en }) => {
    const issues = issuesOf(input)
    expect(issues.map((issue) => [issue.code, issue.path, issue.given])).toEqual([[code, path, given]])
    expect(issues[0]?.message.zh).toContain(zh)
    expect(issues[0]?.message.en).toContain(en)
    expect(() => parseFacts(policy, input)).toThrow(FactsError)
  })
})

describe('on the allowed side of each limit nothing is wrong', () => {
  test.each<[string, object]>([
    ['a fen put in', { fund: { guidanceContribution: '0.01' }, holders: [{ contribution: '0.01' }] }],
    ['all of the fund', { fund: { size, guidanceContribution: size, requestedContribution: size, firstInstalment: size } }],
    [
      'holders of exactly the fund',
      {
        fund: { size },
        holders: [
          { id: 'a', contribution: '60000000' },
          { id: 'b', contribution: '40000000' },
        ],
      },
    ],
    ['all that is committed is paid in', { fund: { committedCapital: size, paidInCapital: size } }],
    [
      'held for no time',
      { exit: { holdingYears: '0', paidInDate: '2024-02-29', transferDate: '2024-02-29' }, holding: { heldYears: '0' } },
    ],
    ['all of it sold', { exit: { originalInvestment: '10000000', costOfPartSold: '10000000' } }],
    [
      'invested on the day of founding and of the VC',
      { deals: [{ investedDate: '2024-01-01', investeeFoundedDate: '2024-01-01', vcInvestedDate: '2024-01-01', exitDate: '2024-01-01' }] },
    ],
    ['no deals at all: none was made', { deals: [] }],
    ['a price of nothing', { deals: [{ price: '0', vcPrice: '0' }] }],
    ['a share of one, and of nothing', { deals: [{ guidanceShareInVc: '1' }, { guidanceShareInVc: '0' }] }],
    ['deals without numbers', { deals: [{}, {}] }],
    ['no dividends', { holding: { dividends: [] } }],
  ])('%s', (_, input) => expect(issuesOf(input)).toEqual([]))
})

test('every issue at once', () => {
  const input = {
    fund: { size, guidanceContribution: more, holdingYears: '-1' },
    holders: [{ id: 'a', contribution: '0' }, { id: 'a' }],
    exit: { transferDate: '2024-01-01', costOfPartSold: '2', originalInvestment: '1', holdingYears: '-2' },
    deals: [
      { id: 'A', price: '-1' },
      { id: 'A', investedDate: '2024-01-01', vcInvestedDate: '2024-01-02' },
    ],
    instalments: [],
  }
  expect(issuesOf(input).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'duplicate deals[1].id',
    'duplicate holders[1].id',
    'zero holders[0].contribution',
    'contradiction fund.guidanceContribution',
    'negative exit.holdingYears',
    'negative deals[0].price',
    'contradiction exit.costOfPartSold',
    'empty instalments',
    'negative fund.holdingYears',
    'order deals[1].investedDate',
  ])
})

describe('faulty documents', () => {
  const measures = [{ ...place, value: { name: 'loss', fact: 'fund.size' } }]
  const distribution = {
    basis: { ...place, value: 'whole-fund' },
    manager: { ...place, value: 'manager' },
    tiers: [{ ...place, tier: 'split', carry: '20%' }],
  }
  const cap = { ...place, id: 'cap', per: 'applicant', cap: '1亿元' }
  const at = 'parts[0].terms.'
  test.each<[name: string, part: object, code: string, path: string, zh: string, en: string]>([
    [
      'measures beside a formula',
      { ...contribution, terms: { ...contribution.terms, measures } },
      'unknown-term',
      `${at}measures`,
      '有 formula 时请改用 shown',
      'beside a formula use shown',
    ],
    [
      'a distribution under another rule',
      { ...contribution, terms: { distribution } },
      'unknown-term',
      `${at}distribution`,
      '请放入 rule 为 distribution 的部分',
      'move it to a part whose rule is distribution',
    ],
    [
      'a formula beside a distribution',
      { rule: 'distribution', terms: { ...contribution.terms, distribution } },
      'unknown-term',
      `${at}formula`,
      '不起作用：请删除',
      'would have no effect: remove it',
    ],
    [
      'measures beside a distribution',
      { rule: 'distribution', terms: { measures, distribution } },
      'unknown-term',
      `${at}measures`,
      '不起作用：请删除',
      'would have no effect: remove it',
    ],
    [
      'values shown beside a distribution',
      { rule: 'distribution', terms: { shown: measures, distribution } },
      'unknown-term',
      `${at}shown`,
      '不起作用：请删除',
      'would have no effect: remove it',
    ],
    [
      'no distribution',
      { rule: 'distribution', terms: {} },
      'absent',
      `${at}distribution`,
      '应写明 distribution',
      'needs its distribution',
    ],
    [
      'a limit without an amount',
      { rule: 'use-test', terms: {}, limits: [cap] },
      'absent',
      `${at}formula`,
      '限额需要有金额',
      'limits need an amount',
    ],
    ['deals of a contribution', { ...contribution, items: { of: 'deal' } }, 'unknown-items', 'parts[0].items.of', 'none', 'none'],
    [
      'a limit per deal of a contribution',
      { ...contribution, limits: [{ ...cap, per: 'deal' }] },
      'unknown-scope',
      'parts[0].limits[0].per',
      'applicant',
      'applicant',
    ],
    [
      'a cap of one deal that is cut among deals',
      { rule: 'follow-on', terms: formula({ fact: 'deal.invested' }), limits: [{ ...cap, per: 'deal', cut: 'pro-rata' }] },
      'unknown-scope',
      'parts[0].limits[0].cut',
      '单笔限额无需分摊',
      'needs no cut',
    ],
    [
      'a fact of a deal where no deal is at hand',
      { ...contribution, terms: formula({ fact: 'deal.invested' }) },
      'out-of-reach',
      `${at}formula.value.fact`,
      '请用 total 或 count',
      'use total or count',
    ],
    [
      'a measure without a source',
      { rule: 'leverage', terms: { measures: [{ value: { fact: 'fund.size' } }] } },
      'source',
      `${at}measures[0]`,
      '恰有 article、place、reading 之一',
      'exactly one of article, place and reading',
    ],
    [
      'a flag without a source',
      { ...contribution, flags: [{ id: 'promise', label: '承诺', when: { fact: 'fund.promisesPrincipal', is: true } }] },
      'source',
      'parts[0].flags[0]',
      '恰有',
      'exactly one',
    ],
    [
      'an amount that is a rate',
      { ...contribution, terms: formula('25%') },
      'kind',
      `${at}formula.value`,
      '此处应为金额',
      'expected an amount',
    ],
    [
      'a share below nothing',
      { ...contribution, terms: formula({ share: '-25%', of: { fact: 'fund.size' } }) },
      'unreadable',
      `${at}formula.value.share`,
      '“50%”',
      '"50%"',
    ],
    [
      '25 in the place of 25%',
      { ...contribution, terms: formula({ share: '25', of: { fact: 'fund.size' } }) },
      'unreadable',
      `${at}formula.value.share`,
      '倍数请写“10倍”',
      'a multiple is written "10倍"',
    ],
    [
      'a fee whose slices fall',
      {
        rule: 'fee',
        terms: formula({
          of: { fact: 'fee.committedCapital' },
          slices: [{ upTo: '50亿元', rate: '2%' }, { upTo: '20亿元', rate: '1%' }, { rate: '1%' }],
        }),
      },
      'overlap',
      `${at}formula.value.slices[0]`,
      '各段应从小到大',
      'slices go upward',
    ],
    [
      'nothing that may be known',
      { ...contribution, terms: formula({ firstKnown: [] }) },
      'empty',
      `${at}formula.value.firstKnown`,
      '不能为空',
      'must not be empty',
    ],
  ])('%s', (_, part, code, path, zh, en) => {
    const result = safeParsePolicy(document(part))
    const issues = result.success ? [] : result.issues
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]])
    expect(issues[0]?.message.zh).toContain(zh)
    expect(issues[0]?.message.en).toContain(en)
  })

  test('two parts of one rule need an id each, parts of two rules do not', () => {
    const faults = (...parts: readonly object[]): readonly string[] => {
      const result = safeParsePolicy(document(...parts))
      return result.success ? [] : result.issues.map(({ code }) => code)
    }
    expect(faults(contribution, exitPrice)).toEqual([])
    expect(faults(contribution, contribution)).toContain('part-id')
    expect(faults({ ...contribution, id: 'a' }, { ...contribution, id: 'b' })).toEqual([])
  })

  test('a rule the document does not state, and a rule nobody knows', () => {
    expect(() => assessRule(policy, 'fee', parseFacts(policy, {}))).toThrow(expect.objectContaining({ code: 'policy-invalid' }))
    const result = safeParsePolicy(document({ ...contribution, rule: 'dividend' }))
    expect(result.success ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['choice parts[0].rule'])
  })
})

describe('what is not stated is asked for, and nothing divides by zero', () => {
  test('no holder, no size, no day', () => {
    const { contribution: first, 'exit-price': price } = assess(
      builtIn,
      parseFacts(builtIn, { applicant: { kind: 'vc-enterprise' }, fund: {}, holders: [{}], exit: {} }),
    )
    expect(first?.missing.map(({ path }) => path)).toEqual([
      'holders[0].kind',
      'holders[0].contribution',
      'fund.privateCapital',
      'fund.paidInCapital',
    ])
    expect(price?.missing.map(({ path }) => path)).toEqual(['exit.transferDate', 'exit.paidInDate'])
  })

  test('leverage without public money, a share of a fund of nothing', () => {
    const leverage = parsePolicy(
      document({
        rule: 'leverage',
        terms: {
          measures: [
            {
              ...place,
              value: { name: 'privateOverPublic', ratio: [{ fact: 'leverage.privateMoney' }, { fact: 'leverage.publicMoney' }] },
            },
          ],
        },
      }),
    )
    const answer = assessRule(leverage, 'leverage', parseFacts(leverage, { leverage: { privateMoney: '1', publicMoney: '0' } }))
    expect([answer.outcome, ...answer.missing.map(({ path }) => path)]).toEqual(['incomplete', 'leverage.publicMoney'])
  })
})

describe('whatever is thrown at it', () => {
  const facts = {
    fund: { size, guidanceContribution: '25000000', privateCapital: '75000000', holdingYears: '4' },
    holders: [
      { id: 'guidance', kind: 'guidance', contribution: '25000000' },
      { id: 'a', kind: 'private', contribution: '75000000' },
    ],
    deals: [{ id: 'A', invested: '1000000', investedDate: '2009-03-01', vcCashInvestment: '2000000', price: '8', vcPrice: '8' }],
    exit: { transferDate: '2011-08-01', rateAtTransfer: '0.0656' },
    instalments: [{ id: '1', originalInvestment: '10000000', paidInDate: '2007-08-01' }],
    holding: { dividends: ['1', '2'], exitGain: '3' },
    feePeriods: [{ base: '1', days: 365, stage: 'investing' }],
  }
  const onlyFactsErrors = (input: unknown): void => {
    const result = safeParseFacts(builtIn, input)
    if (!result.success) {
      expect(result.issues.length).toBeGreaterThan(0)
      expect(() => parseFacts(builtIn, input)).toThrow(FactsError)
      return
    }
    for (const { outcome } of Object.values(assess(builtIn, result.facts))) expect(['granted', 'refused', 'incomplete']).toContain(outcome)
  }

  test('any value', () => fc.assert(fc.property(strange, onlyFactsErrors), { numRuns: 300 }))
  test('good facts with something changed, taken out or added', () =>
    fc.assert(fc.property(mutated(facts), onlyFactsErrors), { numRuns: 1000 }))
})
