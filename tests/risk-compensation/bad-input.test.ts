import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FactsError, type Issue, PolicyError, parsePolicy, safeParsePolicy } from '../../src/index.js'
import { assess, parseFacts, safeParseFacts } from '../../src/risk-compensation/index.js'
import { mutated, strange } from '../document/strange.js'

const place = '示例办法'
const bank = { pool: '50%', bank: '50%' }
const loss = (changes: object = {}): object => ({
  id: 'principal',
  place,
  value: { fact: 'loan.principalLoss' },
  layers: [{ shares: bank }],
  ...changes,
})
const compensation = (value: unknown): object => ({ formula: { place, value } })
const terms = { ...compensation({ borneBy: ['pool'] }), losses: [loss()] }

/** A good document with its terms, its part or itself changed. */
const document = (changes: object = {}, part: object = {}, policy: object = {}): object => ({
  id: 'example',
  title: '示例',
  evidence: 'official',
  effective: {},
  parts: [
    {
      instrument: 'risk-compensation',
      terms: { ...terms, ...changes },
      rounding: { value: { to: 'fen', mode: 'half-up' }, place },
      ...part,
    },
  ],
  ...policy,
})
const shares = (of: object): object => document({ losses: [loss({ layers: [{ shares: of }] })] })
const layers = (...of: readonly object[]): object => document({ losses: [loss({ layers: of })] })
const recovery = { place, value: { gross: { fact: 'recovery.gross' }, cost: { fact: 'recovery.cost' } } }
const bounds = (of: object, stated?: object): object =>
  document({ bounds: { place, value: { of: { fact: 'loan.principal' }, shares: of, ...(stated && { stated }) } } })
const slicesOf = (...slices: readonly object[]): object => ({ place, value: { slices } })
const slices = (...of: readonly object[]): object => ({ payers: slicesOf(...of) })
const fuse = (changes: object): object => ({
  id: 'npl',
  place,
  metric: { fact: 'bank.nplRate' },
  levels: [{ atLeast: '5%', effect: 'warning' }],
  ...changes,
})
const splitAs = (kind: string, value: unknown): object =>
  document(
    { losses: [loss({ layers: [{ shares: { parameter: 'split' } }] })] },
    {},
    { parameters: { split: { kind, label: '比例', value } } },
  )

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

const TERMS = 'parts[0].terms'
const LOSS = `${TERMS}.losses[0]`
const SHARES = `${LOSS}.layers[0].shares`
const unequal = { code: 'shares', zh: ['应不为负，其和为1'], en: ['zero or more and sum to 1'] }
const printed = { zh: ['“50%”'], en: ['a printed figure such as'] }
const named = (party: string) => ({
  given: `"${party}"`,
  zh: [`"${party}"不合规定`, '以小写字母开头，只含字母和数字'],
  en: [`"${party}" is not a name`, 'starts with a small letter and has letters and digits only'],
})
const stranger = (party: string, of: string) => ({
  code: 'unknown-party',
  given: `"${party}"`,
  zh: [`"${party}"不在各方之中`, `应为下列之一：${of}`],
  en: [`"${party}" is not one of the parties`, `expected one of ${of}`],
})
const contradicting = { code: 'shares', zh: ['上下限互相矛盾', '没有份额能同时满足'], en: ['no shares can keep within these bounds'] }
const rising = { code: 'overlap', zh: ['从第一元起算', '逐层升高'], en: ['counts from the first yuan', 'further than the one before'] }

const documents: readonly Row[] = [
  {
    name: 'shares that sum to less than 1',
    input: shares({ pool: '50%', bank: '49.99%' }),
    path: SHARES,
    given: '{pool, bank}',
    ...unequal,
  },
  {
    name: 'shares that sum to more than 1',
    input: shares({ pool: '50%', bank: '50.01%' }),
    path: SHARES,
    given: '{pool, bank}',
    ...unequal,
  },
  { name: 'a third as 33.33%', input: shares({ pool: '33.33%', bank: '66.66%' }), path: SHARES, given: '{pool, bank}', ...unequal },
  { name: 'a share above 1', input: shares({ pool: '120%', bank: 'remainder' }), path: SHARES, given: '{pool, bank}', ...unequal },
  {
    name: 'a percentage without its sign',
    input: shares({ pool: '50', bank: 'remainder' }),
    path: SHARES,
    given: '{pool, bank}',
    ...unequal,
  },
  {
    name: 'shares above 1 beside one that is worked out',
    input: shares({ pool: { fact: 'loan.unsecuredShare' }, bank: '60%', guarantor: '60%' }),
    path: SHARES,
    given: '{pool, bank, guarantor}',
    ...unequal,
  },
  {
    name: 'a negative share',
    input: shares({ pool: '-10%', bank: '110%' }),
    code: 'unreadable',
    path: `${SHARES}.pool`,
    given: '"-10%"',
    ...printed,
  },
  {
    name: 'a share that is no figure',
    input: shares({ pool: '一半', bank: 'remainder' }),
    code: 'unreadable',
    path: `${SHARES}.pool`,
    given: '"一半"',
    ...printed,
  },
  {
    name: 'a share that is an amount',
    input: shares({ pool: '50万元', bank: 'remainder' }),
    code: 'kind',
    path: `${SHARES}.pool`,
    given: '"50万元"',
    zh: ['应为比率（如“50%”）', '给出的是金额'],
    en: ['expected a rate such as "50%", received an amount'],
  },
  {
    name: 'two parties with the remainder',
    input: shares({ pool: '20%', bank: 'remainder', guarantor: 'remainder' }),
    code: 'shares',
    path: SHARES,
    given: '{pool, bank, guarantor}',
    zh: ['只能有一方承担其余部分'],
    en: ['only one party can have the remainder'],
  },
  {
    name: 'a party in Chinese',
    input: shares({ pool: '50%', 银行: '50%' }),
    code: 'key',
    path: `${SHARES}.银行`,
    given: '"银行"',
    zh: ['键名不合规定', '以小写字母开头'],
    en: ['not allowed here', 'starts with a small letter'],
  },
  {
    name: 'shares as a parameter of another kind',
    input: splitAs('rate', '50%'),
    code: 'kind',
    path: SHARES,
    given: '"split"',
    zh: ['应为份额类参数', 'kind: "shares"'],
    en: ['expected a parameter of the kind shares'],
  },
  {
    name: 'a bearer of the odd fen who bears nothing',
    input: document({ losses: [loss({ remainderTo: 'guarantor' })] }),
    path: `${LOSS}.remainderTo`,
    ...stranger('guarantor', 'pool, bank'),
  },
  {
    name: 'a bearer of the odd fen in Chinese',
    input: document({ losses: [loss({ remainderTo: '银行' })] }),
    code: 'unreadable',
    path: `${LOSS}.remainderTo`,
    ...named('银行'),
  },
  {
    name: 'compensation through a party without a share',
    input: document(compensation({ borneBy: ['pool', 'city'] })),
    path: `${TERMS}.formula.value.borneBy`,
    ...stranger('city', 'pool, bank'),
  },
  {
    name: 'compensation through a party in Chinese',
    input: document(compensation({ borneBy: ['资金池'] })),
    code: 'unreadable',
    path: `${TERMS}.formula.value.borneBy[0]`,
    ...named('资金池'),
  },
  {
    name: 'compensation through a party, without losses',
    input: document({ losses: undefined }),
    code: 'absent',
    path: `${TERMS}.formula.value.borneBy`,
    given: 'list of 1',
    zh: ['borneBy 需要 losses'],
    en: ['borneBy needs losses'],
  },
  {
    name: 'what a loan bears, in a limit of the applicant',
    input: document({}, { limits: [{ id: 'all', place, cap: { borneBy: ['bank'] }, per: 'applicant' }] }),
    code: 'out-of-reach',
    path: 'parts[0].limits[0].cap.borneBy',
    given: 'list of 1',
    zh: ['请用 total'],
    en: ['use total'],
  },
  {
    name: 'recovery without losses',
    input: document({ ...compensation('1元'), losses: undefined, recovery }),
    code: 'absent',
    path: `${TERMS}.recovery`,
    zh: ['按承担比例返还', '请写明 losses', '否则删除 recovery'],
    en: ['in the proportion borne', 'state losses', 'leave recovery out'],
  },
  {
    name: 'recovery beside an empty list of losses',
    input: document({ ...compensation('1元'), losses: [], recovery }),
    code: 'absent',
    path: `${TERMS}.recovery`,
    zh: ['请写明 losses'],
    en: ['state losses'],
  },
  {
    name: 'what is above the limits, where nobody is compensated through a party',
    input: document({ ...compensation('1元'), aboveLimitsTo: { place, value: 'bank' } }),
    code: 'absent',
    path: `${TERMS}.aboveLimitsTo`,
    zh: ['在 formula 中写 borneBy', '否则删除 aboveLimitsTo'],
    en: ['a formula with borneBy', 'leave aboveLimitsTo out'],
  },
  {
    name: 'what is above the limits to the pool itself',
    input: document({ aboveLimitsTo: { place, value: 'pool' } }),
    code: 'unknown-party',
    path: `${TERMS}.aboveLimitsTo`,
    given: '"pool"',
    zh: ['不能由补偿资金承担', '请写其他一方'],
    en: ['cannot fall to a party the compensation is paid through', 'name another'],
  },
  {
    name: 'what is above the limits to a party in Chinese',
    input: document({ aboveLimitsTo: { place, value: '银行' } }),
    code: 'unreadable',
    path: `${TERMS}.aboveLimitsTo.value`,
    ...named('银行'),
  },
  {
    name: 'a layer that reaches no further than the one before',
    input: layers(
      { upTo: '100万元', shares: { pool: '100%' } },
      { upTo: '100万元', shares: { bank: '100%' } },
      { shares: { bank: '100%' } },
    ),
    path: `${LOSS}.layers[1].upTo`,
    ...rising,
  },
  {
    name: 'a layer that counts from the layer before',
    input: layers(
      { upTo: '100万元', shares: { pool: '100%' } },
      { upTo: '50万元', shares: { bank: '100%' } },
      { shares: { bank: '100%' } },
    ),
    path: `${LOSS}.layers[1].upTo`,
    ...rising,
  },
  {
    name: 'a layer behind one that takes all',
    input: layers({ shares: bank }, { shares: { pool: '100%' } }),
    code: 'order',
    path: `${LOSS}.layers[1]`,
    zh: ['前一层没有 upTo', '永远不会用到'],
    en: ['the layer before has no upTo', 'never has anything'],
  },
  {
    name: 'no layer',
    input: layers(),
    code: 'empty',
    path: `${LOSS}.layers`,
    given: 'list of 0',
    zh: ['不能为空'],
    en: ['must not be empty'],
  },
  {
    name: 'two losses of one id',
    input: document({ losses: [loss(), loss()] }),
    code: 'duplicate',
    path: `${TERMS}.losses[1].id`,
    given: '"principal"',
    zh: ['编号"principal"重复'],
    en: ['"principal" is used twice'],
  },
  {
    name: 'a loss without a source',
    input: document({ losses: [loss({ place: undefined })] }),
    code: 'source',
    path: LOSS,
    zh: ['恰有 article、place、reading 之一', '此处有0个'],
    en: ['exactly one of article, place and reading', 'here are 0'],
  },
  {
    name: 'lowest shares above 1',
    input: bounds({ bank: { atLeast: '60%' }, guarantor: { atLeast: '40.01%' } }),
    path: `${TERMS}.bounds.value.shares`,
    given: '{bank, guarantor}',
    ...contradicting,
  },
  {
    name: 'highest shares below 1',
    input: bounds({ bank: { atMost: '60%' }, guarantor: { atMost: '39.99%' } }),
    path: `${TERMS}.bounds.value.shares`,
    given: '{bank, guarantor}',
    ...contradicting,
  },
  {
    name: 'a single share of at least 101%',
    input: bounds({ bank: { atLeast: '101%' }, guarantor: 'remainder' }),
    path: `${TERMS}.bounds.value.shares`,
    given: '{bank, guarantor}',
    ...contradicting,
  },
  {
    name: 'lowest shares above 1, whatever another is worked out to',
    input: bounds({ bank: { atLeast: '60%' }, guarantor: { atLeast: '60%' }, nationalFund: { atMost: { fact: 'loan.unsecuredShare' } } }),
    path: `${TERMS}.bounds.value.shares`,
    given: '{bank, guarantor, nationalFund}',
    ...contradicting,
  },
  {
    name: 'a share stated of a party without a bound',
    input: bounds(
      { bank: { atLeast: '20%' }, guarantor: 'remainder' },
      { bank: 'loan.unsecuredShare', guarantor: 'bank.nplRate', city: 'bank.nplRate' },
    ),
    path: `${TERMS}.bounds.value.stated`,
    ...stranger('city', 'bank, guarantor'),
  },
  {
    name: 'a bounded share that nobody can state',
    input: bounds({ bank: { atLeast: '20%' }, guarantor: 'remainder' }, { bank: 'loan.unsecuredShare' }),
    code: 'absent',
    path: `${TERMS}.bounds.value.stated.guarantor`,
    zh: ['应为每一方写明一项事实'],
    en: ['a fact for every party'],
  },
  {
    name: 'a slice of the payers that reaches no further than the one before',
    input: document(
      {},
      slices({ upTo: '10万元', shares: { city: '100%' } }, { upTo: '10万元', shares: { city: '100%' } }, { shares: { city: '100%' } }),
    ),
    code: 'overlap',
    path: 'parts[0].payers.value.slices[1]',
    zh: ['从小到大', '只有最后一段可以没有上限'],
    en: ['slices go upward', 'only the last may have no end'],
  },
  {
    name: 'slices of the payers that all end',
    input: document({}, slices({ upTo: '10万元', shares: { city: '100%' } })),
    code: 'overlap',
    path: 'parts[0].payers.value.slices[0]',
    zh: ['只有最后一段可以没有上限'],
    en: ['only the last may have no end'],
  },
  {
    name: 'shares of a slice of the payers that sum to less than 1',
    input: document({}, slices({ shares: { city: '50%', district: '49%' } })),
    code: 'shares',
    path: 'parts[0].payers.value.slices[0].shares',
    given: '{city, district}',
    zh: ['份额之和应为1'],
    en: ['must sum to 1'],
  },
  {
    name: 'a bearer of the odd fen who pays nothing',
    input: document({}, { payers: { ...slicesOf({ shares: { city: '100%' } }), remainderTo: 'district' } }),
    path: 'parts[0].payers.value.slices',
    ...stranger('district', 'city'),
  },
  {
    name: 'levels of a fuse that fall',
    input: document({
      fuses: [
        fuse({
          levels: [
            { atLeast: '8%', effect: 'warning' },
            { atLeast: '5%', effect: 'on-hold' },
          ],
        }),
      ],
    }),
    code: 'overlap',
    path: `${TERMS}.fuses[0].levels`,
    given: 'list of 2',
    zh: ['从低到高'],
    en: ['rise from the lowest'],
  },
  {
    name: 'a level of a fuse of another kind than its rate',
    input: document({ fuses: [fuse({ levels: [{ above: '300万元', effect: 'on-hold' }] })] }),
    code: 'kind',
    path: `${TERMS}.fuses[0].levels[0].above`,
    given: '"300万元"',
    zh: ['应为比率', '给出的是金额'],
    en: ['expected a rate', 'received an amount'],
  },
  {
    name: 'an effect that does not exist',
    input: document({ fuses: [fuse({ levels: [{ atLeast: '5%', effect: 'stop' }] })] }),
    code: 'choice',
    path: `${TERMS}.fuses[0].levels[0].effect`,
    given: '"stop"',
    zh: ['warning', 'lender-removed'],
    en: ['expected one of warning', 'lender-removed'],
  },
]

const issuesIn = (json: unknown): readonly Issue[] => {
  const result = safeParsePolicy(json)
  return result.success ? [] : result.issues
}

/** What is left out of JSON is not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function expectOnly(issues: readonly Issue[], { code, path, given, zh, en }: Row): void {
  expect(issues.map((issue) => [issue.code, issue.path, issue.given])).toEqual([[code, path, given]])
  for (const words of zh) expect(issues[0]?.message.zh).toContain(words)
  for (const words of en) expect(issues[0]?.message.en).toContain(words)
}

describe('each fault of a document has its code, its path, what was given, and what to do in both languages', () => {
  test.each(documents)('$name', (row) => {
    expectOnly(issuesIn(asJson(row.input)), row)
    expect(() => parsePolicy(asJson(row.input))).toThrow(PolicyError)
  })

  test('shares of a parameter that do not sum to 1: where it is used, and at the parameter', () => {
    expect(issuesIn(splitAs('shares', { pool: '50%', bank: '40%' })).map(({ code, path }) => `${code} ${path}`)).toEqual([
      `shares ${SHARES}`,
      'shares parameters.split',
    ])
  })

  test('every fault at once', () => {
    const faulty = document(
      {
        ...compensation({ borneBy: ['city'] }),
        losses: [
          loss({ remainderTo: 'guarantor' }),
          loss({ layers: [{ upTo: '1万元', shares: { pool: '60%', bank: '60%' } }, { shares: bank }, { shares: bank }] }),
        ],
        aboveLimitsTo: { value: 'bank' },
        bounds: { place, value: { of: { fact: 'loan.principal' }, shares: { bank: { atLeast: '200%' } } } },
        fuses: [
          fuse({
            levels: [
              { atLeast: '8%', effect: 'warning' },
              { atLeast: '5%', effect: 'on-hold' },
            ],
          }),
        ],
      },
      { limits: [{ place, cap: { borneBy: ['bank'] }, per: 'applicant' }] },
    )
    expect(issuesIn(faulty).map(({ code, path }) => `${code} ${path}`)).toEqual([
      `source ${TERMS}.aboveLimitsTo`,
      `unknown-party ${TERMS}.losses[0].remainderTo`,
      `duplicate ${TERMS}.losses[1].id`,
      `shares ${TERMS}.losses[1].layers[0].shares`,
      `order ${TERMS}.losses[1].layers[2]`,
      `shares ${TERMS}.bounds.value.shares`,
      `overlap ${TERMS}.fuses[0].levels`,
      `unknown-party ${TERMS}.formula.value.borneBy`,
      'out-of-reach parts[0].limits[0].cap.borneBy',
    ])
  })
})

const allowed: readonly (readonly [string, object])[] = [
  ['thirds', shares({ pool: '1/3', bank: '三分之二' })],
  ['a party with nothing', shares({ pool: '0%', bank: '100%' })],
  ['a remainder of nothing', shares({ pool: '100%', bank: 'remainder' })],
  [
    'a party of its own name',
    document({ ...compensation({ borneBy: ['streetOffice'] }), losses: [loss({ layers: [{ shares: { streetOffice: '100%' } }] })] }),
  ],
  ['shares of parties bounded to exactly 1', bounds({ bank: { atLeast: '60%' }, guarantor: { atLeast: '40%' } })],
  ['highest shares of exactly 1', bounds({ bank: { atMost: '60%' }, guarantor: { atMost: '40%' } })],
  ['a layer a fen further', layers({ upTo: '1.00元', shares: { pool: '100%' } }, { upTo: '1.01元', shares: bank }, { shares: bank })],
  [
    'layers that are there by turns',
    layers({ when: { fact: 'mode', is: 'bank' }, shares: bank }, { when: { fact: 'mode', is: 'guarantor' }, shares: { pool: '100%' } }),
  ],
  [
    'slices of the payers that rise by a fen',
    document(
      {},
      slices({ upTo: '1.00元', shares: { city: '100%' } }, { upTo: '1.01元', shares: { district: '100%' } }, { shares: { city: '100%' } }),
    ),
  ],
  [
    'brackets whose ends a template asks for',
    document(
      {
        losses: [
          loss({
            layers: [
              {
                shares: {
                  pool: {
                    by: { fact: 'loan.principal' },
                    brackets: [
                      { atMost: { parameter: 'end' }, value: '50%' },
                      { above: { parameter: 'end' }, value: '20%' },
                    ],
                  },
                  bank: 'remainder',
                },
              },
            ],
          }),
        ],
      },
      {},
      { parameters: { end: { kind: 'amount', label: '分界' } } },
    ),
  ],
  ['shares that a template asks for', splitAs('shares', undefined)],
  [
    'what the bank bears of a loan, in a limit of the loan',
    document({}, { limits: [{ id: 'all', place, cap: { borneBy: ['bank'] }, per: 'loan' }] }),
  ],
]

describe('on the allowed side nothing is wrong', () => {
  test.each(allowed)('%s', (_, input) => {
    expect(issuesIn(asJson(input))).toEqual([])
  })
})

const policy = parsePolicy(
  document(
    { losses: [loss()], recovery },
    {},
    { facts: { 'shares.bank': { kind: 'share', label: { zh: '银行分担比例', en: 'share of the bank' } } } },
  ),
)
const loan = { id: 'A', principal: '1000000', principalLoss: '1000000', drawdownDate: '2025-01-10', defaultDate: '2026-01-11' }
const withLoan = (changes: object): object => ({ loans: [{ ...loan, ...changes }] })
const tooMuch = (key: string): Row => ({
  name: `${key} above the principal`,
  input: withLoan({ principalLoss: '0', [key]: '1000000.01' }),
  code: 'contradiction',
  path: `loans[0].${key}`,
  given: '"1000000.01"',
  zh: ['超过贷款本金1000000', '请核对'],
  en: ['expected at most the principal of the loan, 1000000', 'received "1000000.01"'],
})
const notNegative = (path: string, input: object): Row => ({
  name: `a negative ${path}`,
  input,
  code: 'amount',
  path,
  given: '"-0.01"',
  zh: ['以元为单位', '"-0.01"', '金额不为负'],
  en: ['an amount in yuan', '"-0.01"', 'amounts are not negative'],
})
const share = (name: string, value: unknown, given: string, zh: string, en: string): Row => ({
  name,
  input: { shares: { bank: value } },
  code: 'share',
  path: 'shares.bank',
  given,
  zh: [given, zh],
  en: [given, en],
})

const facts: readonly Row[] = [
  notNegative('recovery.gross', { recovery: { gross: '-0.01', cost: '0' } }),
  notNegative('recovery.cost', { recovery: { gross: '0', cost: '-0.01' } }),
  notNegative('loans[0].principalLoss', withLoan({ principalLoss: '-0.01' })),
  notNegative('loans[0].recovered', withLoan({ recovered: '-0.01' })),
  notNegative('pool.balance', { pool: { balance: '-0.01' } }),
  {
    name: 'the cost of a recovery without what was recovered',
    input: { recovery: { cost: '100' } },
    code: 'absent',
    path: 'recovery.gross',
    zh: ['只写了追偿费用', '没有追回的写"0"'],
    en: ['expected what was recovered', '"0" where nothing was'],
  },
  tooMuch('nplPrincipal'),
  tooMuch('principalLoss'),
  tooMuch('overduePrincipal'),
  tooMuch('unpaidPrincipalInPayout'),
  {
    name: 'a default before the drawdown',
    input: withLoan({ defaultDate: '2025-01-09' }),
    code: 'order',
    path: 'loans[0].defaultDate',
    given: '"2025-01-09"',
    zh: ['早于放款日期2025-01-10'],
    en: ['expected a day not before the drawdown of 2025-01-10', '"2025-01-09"'],
  },
  {
    name: 'a payout before the default',
    input: withLoan({ payoutDate: '2026-01-10' }),
    code: 'order',
    path: 'loans[0].payoutDate',
    given: '"2026-01-10"',
    zh: ['早于逾期（违约）日期2026-01-11'],
    en: ['expected a day not before the default of 2026-01-11', '"2026-01-10"'],
  },
  share('a share above 1', '1.01', '"1.01"', '', ''),
  share('a share in percent', '20%', '"20%"', '请写成小数', 'write it as a fraction'),
  share('a share as a number', 0.2, '0.2', '请改为文本', 'send it as a string'),
  {
    name: 'a share of a party the document does not know',
    input: { shares: { insurer: '0.1' } },
    code: 'unknown-key',
    path: 'shares.insurer',
    given: '"insurer"',
    zh: ['未知的事实名称', '请删除，或在文件的 facts 中声明'],
    en: ['not a fact of the document', 'remove it, or declare it under facts'],
  },
  {
    name: 'a class of loan that does not exist',
    input: withLoan({ classification: '次级类' }),
    code: 'class',
    path: 'loans[0].classification',
    given: '"次级类"',
    zh: ['normal、special-mention、substandard、doubtful、loss'],
    en: ['expected one of normal, special-mention, substandard, doubtful, loss'],
  },
  {
    name: 'days overdue as text',
    input: withLoan({ daysOverdue: '90' }),
    code: 'days',
    path: 'loans[0].daysOverdue',
    given: '"90"',
    zh: ['不为负的整数'],
    en: ['a whole number, not negative'],
  },
  {
    name: 'two loans of one number',
    input: { loans: [loan, loan] },
    code: 'duplicate',
    path: 'loans[1].id',
    given: '"A"',
    zh: ['与loans[0]编号相同'],
    en: ['the same number as loans[0]', '"A"'],
  },
]

const factIssues = (input: unknown): readonly Issue[] => {
  const result = safeParseFacts(policy, input)
  return result.success ? [] : result.issues
}

describe('each fault of facts has its code, its path, what was given, and what to do in both languages', () => {
  test.each(facts)('$name', (row) => {
    expectOnly(factIssues(row.input), row)
    expect(() => parseFacts(policy, row.input)).toThrow(FactsError)
  })

  test('every fault at once: of form, then of what does not agree', () => {
    const issues = (input: object) => factIssues(input).map(({ code, path }) => `${code} ${path}`)
    expect(
      issues({ loans: [{ ...loan, principalLoss: '-1', defaultDate: '2025-13-01' }], recovery: { gross: '-1' }, shares: { bank: '2' } }),
    ).toEqual(['amount loans[0].principalLoss', 'date loans[0].defaultDate', 'amount recovery.gross', 'share shares.bank'])
    expect(
      issues({
        loans: [
          { ...loan, principalLoss: '1000001', defaultDate: '2025-01-01' },
          { ...loan, overduePrincipal: '1000001' },
        ],
        recovery: { cost: '1' },
      }),
    ).toEqual([
      'duplicate loans[1].id',
      'contradiction loans[0].principalLoss',
      'order loans[0].defaultDate',
      'contradiction loans[1].overduePrincipal',
      'absent recovery.gross',
    ])
  })

  test.each<[string, object]>([
    ['a loss of the whole principal', withLoan({})],
    [
      'a default on the day of drawdown, a payout on that of the default',
      withLoan({ defaultDate: '2025-01-10', payoutDate: '2025-01-10' }),
    ],
    ['a share of exactly 1', { shares: { bank: '1' } }],
    ['nothing recovered', { recovery: { gross: '0', cost: '0' } }],
    ['recovered, its cost not yet known', { recovery: { gross: '1' } }],
  ])('nothing is wrong with %s', (_, input) => {
    expect(factIssues(input)).toEqual([])
  })

  test('a recovery above the loss is an answer: back to nobody more than it bore, and the excess reported', () => {
    const { returned, recoveries } = assess(policy, parseFacts(policy, { ...withLoan({}), recovery: { gross: '1200000.01', cost: '0' } }))
    expect(returned?.map(({ party, amount }) => [party, amount])).toEqual([
      ['pool', '500000.00'],
      ['bank', '500000.00'],
    ])
    expect(recoveries?.map(({ excess }) => excess)).toEqual(['200000.01'])
  })
})

describe('whatever is thrown at it', () => {
  const good = {
    ...withLoan({ classification: 'loss' }),
    recovery: { gross: '1', cost: '0' },
    bank: { nplRate: '0.01' },
    shares: { bank: '0.5' },
  }
  const onlyFactsErrors = (input: unknown): void => {
    const result = safeParseFacts(policy, input)
    if (result.success) expect(['granted', 'refused', 'incomplete']).toContain(assess(policy, result.facts).outcome)
    else {
      expect(result.issues.every(({ message }) => message.zh.length > 0 && message.en.length > 0)).toBe(true)
      expect(() => parseFacts(policy, input)).toThrow(FactsError)
    }
  }

  test('any value, and good facts with something changed, taken out or added', () => {
    fc.assert(fc.property(fc.oneof(strange, mutated(good)), onlyFactsErrors), { numRuns: 500 })
  })

  test('a good document with something changed: only faults, each in both languages', () => {
    const whole = asJson(
      document(
        { recovery, fuses: [fuse({})], aboveLimitsTo: { place, value: 'bank' } },
        { limits: [{ id: 'cap', place, cap: '1万元', per: 'loan' }] },
      ),
    )
    fc.assert(
      fc.property(mutated(whole as object), (changed) => {
        const result = safeParsePolicy(changed)
        if (!result.success) expect(result.issues.every(({ message }) => message.zh.length > 0 && message.en.length > 0)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
