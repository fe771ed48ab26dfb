import { describe, expect, test } from 'vitest'
import { parsePolicy, safeParsePolicy, withParameters } from '../../src/index.js'
import {
  type Assessment,
  type AssessOptions,
  assess,
  explain,
  parseFacts,
  toHtml,
  toMarkdown,
  toText,
} from '../../src/interest-subsidy/index.js'
import { evaluateBecause } from '../oracle/exact.js'

const place = '示例通知'
const loan = { id: 'A', principal: '1000000', drawdownDate: '2022-03-01', maturityDate: '2025-03-01', annualRate: '0.05' }
const second = { ...loan, id: 'B', principal: '500000', drawdownDate: '2022-04-01', maturityDate: '2025-04-01' }
const perYear = { formula: { value: { interestAt: '2个百分点' }, place } }
const rounding = { value: { to: 'fen', mode: 'half-up' }, place }

/** A document that fixes just what a case is about. */
const json = (terms: object, part: object = {}, policy: object = {}): object => ({
  id: 'example',
  title: '示例',
  evidence: 'official',
  effective: {},
  facts: {
    'loan.product': { kind: 'class', label: '产品', oneOf: { credit: '信用贷', pledge: '质押贷' } },
    'loan.receivedBefore': { kind: 'amount', label: '该笔已获补贴' },
  },
  parts: [{ instrument: 'interest-subsidy', terms: { proration: { value: 'month/12', place }, ...terms }, rounding, ...part }],
  ...policy,
})
const document = (...given: Parameters<typeof json>) => parsePolicy(json(...given))
type Document = ReturnType<typeof document>

const answer = (policy: Document, facts: object = {}, options: AssessOptions = {}): Assessment =>
  assess(policy, parseFacts(policy, { loans: [loan], ...facts }), options)

const faultsOf = (given: object): string[] => {
  const result = safeParsePolicy(given)
  return result.success ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
}
const messagesOf = (given: object) => {
  const result = safeParsePolicy(given)
  return result.success ? [] : result.issues.map(({ message }) => message)
}
const brief = ({ outcome, amount, missing }: Assessment) => ({ outcome, amount, missing: missing.map(({ path }) => path) })
const granted = (amount: string) => ({ outcome: 'granted', amount, missing: [] })
const asksFor = (...missing: readonly string[]) => ({ outcome: 'incomplete', amount: undefined, missing })

describe('a formula that comes to less than zero pays nothing', () => {
  test('per loan: another loan keeps its amount', () => {
    const policy = document({ formula: { value: { interestAt: { fact: 'loan.annualRate' } }, place } })
    const loans = [{ ...loan, annualRate: '-0.05' }, second]
    expect(evaluateBecause('500000 × 5% × 3')).toBe('75000.00')
    expect(brief(answer(policy, { loans }))).toEqual(granted('75000.00'))
    expect(answer(policy, { loans }).items.map(({ amount }) => amount)).toEqual(['0', '75000'])
  })

  test('per applicant', () => {
    const policy = document({
      formula: { value: { total: { share: { fact: 'loan.annualRate' }, of: { fact: 'loan.principal' } } }, per: 'applicant', place },
    })
    expect(brief(answer(policy))).toEqual(granted('50000.00'))
    expect(brief(answer(policy, { loans: [{ ...loan, annualRate: '-0.05' }] })).amount).toBe('0.00')
  })
})

describe('what a clause cannot test is a fault', () => {
  const clause = (of: object): object => json(perYear, { items: { where: [{ place, ...of }] } })

  test.each([
    { name: 'is on a fact of several classes', of: { fact: 'loan.classes', is: 'credit' }, says: 'includes, oneOf or noneOf' },
    { name: 'oneOf on a yes-no fact', of: { fact: 'loan.settled', oneOf: ['true'] }, says: 'tested with is' },
    { name: 'noneOf on a yes-no fact', of: { fact: 'loan.settled', noneOf: ['true'] }, says: 'tested with is' },
    { name: 'includes on a yes-no fact', of: { fact: 'loan.settled', includes: 'true' }, says: 'tested with is' },
  ])('$name', ({ of, says }) => {
    expect(faultsOf(clause(of))).toEqual(['untested parts[0].items.where[0]'])
    expect(messagesOf(clause(of))[0]?.en).toContain(says)
  })

  test.each([
    { name: 'a class is not a yes-no', of: { fact: 'loan.product', is: true } },
    { name: 'a yes-no is not a class', of: { fact: 'loan.settled', is: 'true' } },
  ])('$name', ({ of }) => {
    expect(faultsOf(clause(of))).toEqual(['kind parts[0].items.where[0].is'])
  })

  test('a class that is not listed', () => {
    expect(faultsOf(clause({ fact: 'loan.product', is: 'lease' }))).toEqual(['unknown-class parts[0].items.where[0].is'])
  })

  test.each([
    { fact: 'loan.classes', includes: 'credit' },
    { fact: 'loan.product', oneOf: ['credit'] },
    { fact: 'loan.settled', is: true },
  ])('$fact tested as it may be', (of) => {
    expect(faultsOf(clause(of))).toEqual([])
  })
})

describe('what the loans come to together is not known while it is decided which count', () => {
  test.each([
    { name: 'total', value: { total: { fact: 'loan.principal' } }, atMost: '1000万元' },
    { name: 'count', value: { count: 'loans' }, atMost: '3' },
    { name: 'count inside another value', value: { sumOf: [{ count: 'loans' }, '1'] }, atMost: '3' },
  ])('$name in items.where', ({ value, atMost }) => {
    const clause = { id: 'together', place, value, atMost }
    const [fault = ''] = faultsOf(json(perYear, { items: { where: [clause] } }))
    expect(fault).toMatch(/^out-of-reach parts\[0\]\.items\.where\[0\]\.value/)
    expect(messagesOf(json(perYear, { items: { where: [clause] } }))[0]?.en).toContain('move the clause to eligibility')
    expect(faultsOf(json(perYear, { eligibility: [clause] }))).toEqual([])
  })

  test('lists of the loan itself may be summed there', () => {
    const where = [{ place, value: { total: { fact: 'repayment.amount' }, over: 'loan.repayments' }, atLeast: '1元' }]
    expect(faultsOf(json(perYear, { items: { where } }))).toEqual([])
  })
})

describe('a window with through and until ends with the earlier', () => {
  const ending = (through: string, until: string) =>
    document({ ...perYear, windows: [{ value: { from: '2022-03-01', through, until }, place }] })

  test.each([
    { through: '2023-02-28', until: '2024-03-01', because: '1000000 × 2%' },
    { through: '2024-02-29', until: '2023-03-01', because: '1000000 × 2%' },
    { through: '2023-02-28', until: '2023-03-01', because: '1000000 × 2%' },
    { through: '2024-02-29', until: '2025-03-01', because: '1000000 × 2% × 2' },
  ])('through $through, until $until', ({ through, until, because }) => {
    expect(brief(answer(ending(through, until)))).toEqual(granted(evaluateBecause(because)))
  })
})

describe('limits of loans that share a fact', () => {
  const shared = (more: object = {}, per: unknown = { by: 'loan.product' }): object =>
    json(perYear, { limits: [{ id: 'shared', cap: '7万元', per, place, ...more }] })
  const both = [
    { ...loan, product: 'credit' },
    { ...second, product: 'credit' },
  ]

  test('one cap for the loans of one value', () => {
    expect(evaluateBecause('1000000 × 2% × 3 + 500000 × 2% × 3')).toBe('90000.00')
    expect(brief(answer(parsePolicy(shared()), { loans: both }))).toEqual(granted('70000.00'))
  })

  test('a loan without the fact makes the answer incomplete', () => {
    expect(brief(answer(parsePolicy(shared()), { loans: [both[0], second] }))).toEqual(asksFor('loans[1].product'))
    expect(brief(answer(parsePolicy(shared()), { loans: [loan] }))).toEqual(asksFor('loans[0].product'))
  })

  test.each([
    { name: 'per loan', per: 'loan' },
    { name: 'per value of a fact', per: { by: 'loan.product' } },
  ])('earlier receipts $name are not those of the applicant', ({ per }) => {
    expect(faultsOf(shared({ period: 'year' }, per))).toEqual(['absent parts[0].limits[0].received'])
    expect(messagesOf(shared({ period: 'year' }, per))[0]?.en).toContain('state the amount with received')
    const policy = parsePolicy(shared({ period: 'year', received: { fact: 'loan.receivedBefore' } }, per))
    const facts = { loans: [{ ...loan, product: 'credit', receivedBefore: '30000' }] }
    expect(brief(answer(policy, facts))).toEqual(granted('40000.00'))
  })

  test.each([
    { per: 'applicant', history: { receivedThisYear: '30000' }, path: 'history.receivedThisYear' },
    { per: 'group', history: { groupReceivedThisYear: '30000' }, path: 'history.groupReceivedThisYear' },
  ])('earlier receipts of the $per are a standard fact', ({ per, history, path }) => {
    const policy = parsePolicy(shared({ period: 'year' }, per))
    expect(brief(answer(policy, { history }))).toEqual(granted('40000.00'))
    expect(brief(answer(policy))).toEqual(asksFor(path))
  })
})

describe('a formula of the applicant has no amount per loan', () => {
  const formula = { formula: { value: { total: { fact: 'loan.interestPaid' } }, per: 'applicant', place } }
  const limited = (per: unknown): object => json(formula, { limits: [{ cap: '7万元', per, place }] })

  test.each([
    { name: 'loan', per: 'loan' },
    { name: 'a fact of the loan', per: { by: 'loan.product' } },
  ])('a limit per $name is a fault', ({ per }) => {
    expect(faultsOf(limited(per))).toEqual(['out-of-reach parts[0].limits[0]'])
    expect(messagesOf(limited(per))[0]?.en).toContain('use per: "applicant"')
  })

  test('a limit per applicant is not', () => {
    expect(brief(answer(parsePolicy(limited('applicant')), { loans: [{ ...loan, interestPaid: '80000' }] }))).toEqual(granted('70000.00'))
  })
})

describe('bank slips follow the time that counts', () => {
  const paid = { formula: { value: { fact: 'loan.interestPaid' }, place } }
  const slips = [
    { from: '2022-03-01', until: '2023-03-01', amount: '50000', kind: 'normal' },
    { from: '2023-03-01', until: '2024-03-01', amount: '40000', kind: 'normal' },
  ]

  test.each([
    { longest: '12个月', amount: '50000.00' },
    { longest: '24个月', amount: '90000.00' },
    { longest: '365天', amount: '50000.00' },
  ])('at most $longest', ({ longest, amount }) => {
    expect(brief(answer(document({ ...paid, longest: { value: longest, place } }), { loans: [{ ...loan, slips }] }))).toEqual(
      granted(amount),
    )
  })

  test('without a longest time all slips count', () => {
    expect(brief(answer(document(paid), { loans: [{ ...loan, slips }] }))).toEqual(granted('90000.00'))
  })

  test('interest in one sum cannot be told apart by quarter: the slips are asked for', () => {
    const policy = document(paid, { limits: [{ cap: '1万元', per: 'loan', each: 'quarter', place }] })
    expect(brief(answer(policy, { loans: [{ ...loan, interestPaid: '90000' }] }))).toEqual(asksFor('loans[0].slips'))
    const quarters = [
      { from: '2022-03-01', until: '2022-03-21', amount: '4000', kind: 'normal' },
      { from: '2022-03-21', until: '2022-06-21', amount: '12000', kind: 'normal' },
    ]
    expect(brief(answer(policy, { loans: [{ ...loan, slips: quarters }] }))).toEqual(granted('14000.00'))
  })
})

describe('levels of government have one set of names', () => {
  const stacking = (levels: readonly string[]): object =>
    json(perYear, { limits: [{ stacking: 'exclude', levels, per: 'applicant', place }] })

  test.each([
    { name: 'in a stacking rule', given: stacking(['municipal']), path: 'parts[0].limits[0].levels' },
    {
      name: 'in a clause',
      given: json(perYear, { eligibility: [{ otherSupport: 'none', levels: ['municipal'], place }] }),
      path: 'parts[0].eligibility[0].levels',
    },
    {
      name: 'in a value',
      given: json({ formula: { value: { otherSupport: 'amount', levels: ['municipal'] }, per: 'applicant', place } }),
      path: 'parts[0].terms.formula.value.levels',
    },
  ])('an unknown level $name is a fault', ({ given, path }) => {
    expect(faultsOf(given)).toEqual([`unknown-class ${path}`])
    expect(messagesOf(given)[0]?.en).toContain('central, provincial, city')
  })

  test('known levels are not', () => {
    expect(faultsOf(stacking(['central', 'provincial', 'city', 'district', 'county', 'zone', 'local', 'fiscal', 'other']))).toEqual([])
  })

  test('an applicant may state no other', () => {
    const policy = document(perYear)
    expect(() => parseFacts(policy, { otherSupport: [{ level: 'municipal', amount: '1' }] })).toThrow(
      /otherSupport\[0\]\.level: expected one of/,
    )
  })
})

describe('what a document may not say', () => {
  const shares = (order: unknown): object => json({ ...perYear, principalLimits: [{ value: '100万元', per: 'applicant', order, place }] })

  test('principal shared by the size of a subsidy that is not known yet', () => {
    expect(faultsOf(shares('largest-subsidy'))).toEqual(['unknown-order parts[0].terms.principalLimits[0].order'])
    for (const order of ['drawdown-date', 'largest-principal', 'as-listed']) expect(faultsOf(shares(order))).toEqual([])
  })

  test('a fact of a list named in the plural', () => {
    const declared = (name: string): object => json(perYear, {}, { facts: { [name]: { kind: 'yes-no', label: '甲' } } })
    for (const name of ['loans.green', 'vouchers.used', 'otherSupport.paid'])
      expect(faultsOf(declared(name))).toEqual([`key facts.${name}`])
    expect(faultsOf(declared('loan.green'))).toEqual([])
  })

  test('two clauses or limits of one id', () => {
    const clause = { id: 'same', place, fact: 'borrower.receivedBefore', is: false }
    const limit = { id: 'same', place, cap: '1万元', per: 'applicant' }
    expect(faultsOf(json(perYear, { eligibility: [clause, clause] }))).toEqual(['duplicate parts[0]'])
    expect(faultsOf(json(perYear, { eligibility: [clause], limits: [limit] }))).toEqual(['duplicate parts[0]'])
    expect(faultsOf(json(perYear, { eligibility: [clause], limits: [{ ...limit, id: 'other' }] }))).toEqual([])
  })

  test('a share of 50 that is not 50%', () => {
    const shared = (share: string): object => json({ formula: { value: { share, of: { interestAt: '2%' } }, place } })
    expect(faultsOf(shared('50'))).toEqual(['unreadable parts[0].terms.formula.value.share'])
    expect(faultsOf(shared('10.5'))).toEqual(['unreadable parts[0].terms.formula.value.share'])
    for (const share of ['50%', '10倍', '0.5', '2']) expect(faultsOf(shared(share))).toEqual([])
  })
})

describe('parameters of months', () => {
  const parameters = { grace: { kind: 'months', label: '宽限期' } }
  const windows = [{ value: { until: { date: { fact: 'loan.drawdownDate' }, plus: { parameter: 'grace' } } }, place }]
  const template = document({ ...perYear, windows }, {}, { parameters, status: 'template' })

  test.each([
    { grace: '6', because: '1000000 × 2% × 6 / 12' },
    { grace: '6个月', because: '1000000 × 2% × 6 / 12' },
    { grace: '1年', because: '1000000 × 2%' },
  ])('$grace', ({ grace, because }) => {
    expect(brief(answer(withParameters(template, { grace })))).toEqual(granted(evaluateBecause(because)))
  })

  test('a printed tenor of the document needs its unit', () => {
    const plain = [{ value: { until: { date: { fact: 'loan.drawdownDate' }, plus: '6' } }, place }]
    expect(faultsOf(json({ ...perYear, windows: plain }))).toHaveLength(1)
  })
})

describe('several parts', () => {
  const part = (id: string, value: unknown, more: object = {}): object => ({
    id,
    instrument: 'interest-subsidy',
    terms: { formula: { value, place } },
    rounding,
    ...more,
  })
  const half = { share: '50%', of: { fact: 'loan.interestPaid' } }
  const fee = { share: '50%', of: { fact: 'loan.guaranteeFeePaid' } }
  const two = (policy: object = {}, first: object = {}, last: object = {}): Document =>
    parsePolicy({
      id: 'example',
      title: '示例',
      evidence: 'official',
      effective: {},
      parts: [part('interest', half, first), part('fee', fee, last)],
      ...policy,
    })
  const paid = { loans: [{ ...loan, interestPaid: '60000', guaranteeFeePaid: '20000' }] }
  const joint = (cut: string, more: object = {}): object => ({
    limits: [{ id: 'joint', cap: '3万元', over: ['interest', 'fee'], cut, place, ...more }],
  })
  const payer = { payers: { value: { city: '100%' }, place } }
  const partsOf = (policy: Document, facts: object = paid): (string | undefined)[][] =>
    answer(policy, facts).payers.map(({ part: id, amount }) => [id, amount])

  test('the meaning of a later part is that of the answer', () => {
    const meaning = { meaning: { value: 'at-most', place } }
    expect(answer(two(), paid).meaning).toBe('exact')
    expect(answer(two({}, meaning), paid)).toMatchObject({ meaning: 'at-most', meaningSource: { place } })
    expect(answer(two({}, {}, meaning), paid)).toMatchObject({ meaning: 'at-most', meaningSource: { place } })
  })

  test('each part has its own worksheet', () => {
    const { worksheet } = answer(two(), paid)
    expect(Object.keys(worksheet).filter((key) => key.endsWith('beforeLimits'))).toEqual(['interest:beforeLimits', 'fee:beforeLimits'])
    expect([worksheet['interest:beforeLimits']?.value, worksheet['fee:beforeLimits']?.value]).toEqual(['30000', '10000'])
  })

  test('a joint limit takes from the last part first', () => {
    const policy = two(joint('last-first'), payer, payer)
    expect(partsOf(policy)).toEqual([
      ['interest', '30000.00'],
      ['fee', '0.00'],
    ])
    expect(answer(policy, paid).limits).toMatchObject([
      { id: 'joint', kind: 'joint-cap', per: 'document', before: '40000', limit: '30000', after: '30000', binding: true },
    ])
  })

  test('a joint limit in proportion', () => {
    expect(evaluateBecause('30000 × 30000 / 40000')).toBe('22500.00')
    expect(partsOf(two(joint('pro-rata'), payer, payer))).toEqual([
      ['interest', '22500.00'],
      ['fee', '7500.00'],
    ])
  })

  test('what was received uses up a joint limit, and is asked for', () => {
    const policy = two(joint('last-first', { period: 'year' }), payer, payer)
    expect(answer(policy, { ...paid, history: { receivedThisYear: '5000' } })).toMatchObject({
      amount: '25000.00',
      limits: [{ cap: '30000', received: '5000', limit: '25000' }],
    })
    expect(brief(answer(policy, { ...paid, history: { receivedThisYear: '30000.01' } })).amount).toBe('0.00')
    expect(brief(answer(policy, paid))).toEqual(asksFor('history.receivedThisYear'))
  })

  test('a joint limit that is just enough cuts nothing', () => {
    expect(answer(two(joint('pro-rata', { cap: '4万元' })), paid)).toMatchObject({ amount: '40000.00', limits: [{ binding: false }] })
    expect(answer(two(joint('pro-rata', { cap: '39999.99元' })), paid)).toMatchObject({ amount: '39999.99', limits: [{ binding: true }] })
  })

  test('thirds in proportion come to the limit exactly', () => {
    const loans = [{ ...loan, interestPaid: '20000', guaranteeFeePaid: '40000' }]
    const policy = two(joint('pro-rata', { cap: '100元' }), payer, payer)
    expect(answer(policy, { loans }).amount).toBe('100.00')
    expect(partsOf(policy, { loans })).toEqual([
      ['interest', '33.33'],
      ['fee', '66.67'],
    ])
  })

  test('a part that is refused leaves the other its share', () => {
    const refused = { ...payer, eligibility: [{ place, fact: 'borrower.receivedBefore', is: false }] }
    const policy = two(joint('last-first'), refused, payer)
    expect(brief(answer(policy, { ...paid, borrower: { receivedBefore: true } }))).toEqual(granted('10000.00'))
  })
})

describe('stacking rules', () => {
  const stacked = (...limits: readonly object[]): Document => document(perYear, { limits })
  const rule = (of: object, per = 'loan'): object => ({ id: 'stacking', per, place, ...of })
  const support = (amount: string, more: object = {}) => ({ otherSupport: [{ level: 'city', amount, ...more }] })
  const netCost = rule({ stacking: 'net-cost', cost: { fact: 'loan.interestPaid' } })
  const priced = { loans: [{ ...loan, interestPaid: '100000' }] }

  test.each([
    { name: 'less support than leaves room', amount: '39999.99', expects: '60000.00', binding: false },
    { name: 'exactly as much', amount: '40000', expects: '60000.00', binding: false },
    { name: 'a fen more', amount: '40000.01', expects: '59999.99', binding: true },
    { name: 'all of the cost', amount: '100000', expects: '0.00', binding: true },
    { name: 'more than the cost', amount: '100000.01', expects: '0.00', binding: true },
  ])('net cost: $name', ({ amount, expects, binding }) => {
    const { amount: paid, items } = answer(stacked(netCost), { ...priced, ...support(amount) })
    expect(paid).toBe(expects)
    expect(items[0]?.limits).toMatchObject([{ kind: 'net-cost', cap: '100000', received: amount.replace(/\.00$/, ''), binding }])
  })

  test.each([
    { name: 'within the share', amount: '10000', expects: '60000.00' },
    { name: 'a fen beyond', amount: '10000.01', expects: '59999.99' },
    { name: 'all of the share', amount: '70000', expects: '0.00' },
  ])('combined share: $name', ({ amount, expects }) => {
    const combined = rule({ stacking: 'combined-share', share: '70%', of: { fact: 'loan.interestPaid' } })
    expect(answer(stacked(combined), { ...priced, ...support(amount) }).amount).toBe(expects)
  })

  test('support as a yearly rate is worked out on the same principal and time', () => {
    const facts = { ...priced, otherSupport: [{ level: 'city', annualRate: '0.02' }] }
    expect(evaluateBecause('100000 - 1000000 × 2% × 3')).toBe('40000.00')
    expect(answer(stacked(netCost), facts).amount).toBe('40000.00')
  })

  test('support is asked for; an empty list says there is none', () => {
    expect(brief(answer(stacked(netCost), priced))).toEqual(asksFor('otherSupport'))
    expect(brief(answer(stacked(netCost), { ...priced, otherSupport: [] }))).toEqual(granted('60000.00'))
  })

  test('with several loans support names its loan', () => {
    const loans = [
      { ...loan, interestPaid: '100000' },
      { ...second, interestPaid: '50000' },
    ]
    expect(brief(answer(stacked(netCost), { loans, ...support('90000') }))).toEqual(asksFor('otherSupport[0].loan'))
    expect(evaluateBecause('10000 + 500000 × 2% × 3')).toBe('40000.00')
    expect(brief(answer(stacked(netCost), { loans, ...support('90000', { loan: 'A' }) }))).toEqual(granted('40000.00'))
  })

  const exclude = rule({ stacking: 'exclude', levels: ['city'] }, 'applicant')
  const outcomeOf = (policy: Document, facts: object) => {
    const { outcome, amount, reasons } = answer(policy, facts)
    return [outcome, amount, reasons.map(({ code }) => code).join()]
  }

  test.each([
    { name: 'support of this level', given: support('0.01'), expects: ['refused', '0.00', 'other-support'] },
    { name: 'support of zero', given: support('0'), expects: ['granted', '60000.00', ''] },
    {
      name: 'support of another level',
      given: { otherSupport: [{ level: 'district', amount: '1' }] },
      expects: ['granted', '60000.00', ''],
    },
    { name: 'no support', given: { otherSupport: [] }, expects: ['granted', '60000.00', ''] },
    { name: 'support whose level is not stated', given: { otherSupport: [{ amount: '1' }] }, expects: ['incomplete', undefined, ''] },
  ])('exclude: $name', ({ given, expects }) => {
    expect(outcomeOf(stacked(exclude), given)).toEqual(expects)
  })

  test('what support excludes is not below a minimum', () => {
    const minimum = { id: 'least', minimum: '1万元', per: 'applicant', place }
    const policy = stacked(exclude, minimum)
    expect(outcomeOf(policy, support('1'))).toEqual(['refused', '0.00', 'other-support'])
    expect(answer(policy, support('1')).reasons[0]?.source).toMatchObject({ place })
    expect(outcomeOf(stacked(exclude, { ...minimum, minimum: '60000.01元' }), support('0'))).toEqual(['refused', '0.00', 'below-minimum'])
  })

  test('choose one: the kind that was chosen', () => {
    const choice = { 'application.choice': { kind: 'class', label: '方式', oneOf: { subsidy: '贴息', award: '奖励' } } }
    const limits = [rule({ stacking: 'choose-one', fact: 'application.choice', is: 'subsidy' }, 'applicant')]
    const policy = document(perYear, { limits }, { facts: choice })
    expect(outcomeOf(policy, { application: { choice: 'subsidy' } })).toEqual(['granted', '60000.00', ''])
    expect(outcomeOf(policy, { application: { choice: 'award' } })).toEqual(['refused', '0.00', 'other-support'])
    expect(brief(answer(policy))).toEqual(asksFor('application.choice'))
    expect(faultsOf(json(perYear, { limits: [{ ...limits[0], is: 'loan' }] }, { facts: choice }))).toEqual([
      'unknown-class parts[0].limits[0].is',
    ])
  })

  test('stack: nothing changes, and the answer says so', () => {
    const policy = stacked(rule({ stacking: 'stack' }, 'applicant'))
    expect(answer(policy, support('100000'))).toMatchObject({
      amount: '60000.00',
      limits: [{ kind: 'stack', before: '60000', after: '60000', binding: false }],
    })
    expect(brief(answer(policy))).toEqual(granted('60000.00'))
  })

  test('rules apply in the order of the document', () => {
    const cap = { id: 'cap', cap: '5万元', per: 'loan', place }
    const share = { id: 'share', stacking: 'net-cost', cost: '8万元', per: 'loan', place }
    const limitsOf = (...limits: readonly object[]) =>
      answer(stacked(...limits), support('40000')).items[0]?.limits.map(({ id, before, after }) => [id, before, after])
    expect(limitsOf(cap, share)).toEqual([
      ['cap', '60000', '50000'],
      ['share', '50000', '40000'],
    ])
    expect(limitsOf(share, cap)).toEqual([
      ['share', '60000', '40000'],
      ['cap', '40000', '40000'],
    ])
  })
})

describe('texts of a document are shown, never run', () => {
  const hostile = '<img src=x onerror="alert(1)"> & | `a` **b** [c](d)\n# e \'f\''
  const policy = document(
    { formula: { value: { interestAt: '2%' }, reading: hostile } },
    {
      eligibility: [{ id: 'a', label: hostile, place: hostile, fact: 'borrower.receivedBefore', is: false }],
      limits: [{ id: 'b', label: hostile, cap: '1万元', per: 'applicant', place: hostile }],
    },
    { title: hostile, notes: [hostile] },
  )
  const facts = { borrower: { receivedBefore: false }, loans: [{ ...loan, id: '<script>' }] }
  const lines = explain(answer(policy, facts))

  test.each(['zh', 'en'] as const)('HTML, %s', (language) => {
    const html = toHtml(lines, { language })
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; |')
    expect(html).toContain('&#39;f&#39;')
    expect(html).toContain('&lt;script&gt;')
    const tags = [...html.matchAll(/<\/?([^\s>]+)/g)].map(([, tag]) => tag)
    expect([...new Set(tags)].sort((a = '', b = '') => (a < b ? -1 : 1))).toEqual(['span', 'table', 'tbody', 'td', 'th', 'thead', 'tr'])
    expect(
      [...html.matchAll(/ ([a-z-]+)="/g)]
        .map(([, name]) => name)
        .filter((name) => !['class', 'lang', 'scope', 'aria-hidden'].includes(String(name))),
    ).toEqual([])
  })

  test.each(['zh', 'en'] as const)('Markdown, %s', (language) => {
    const markdown = toMarkdown(lines, { language })
    expect(markdown).toContain('\\<img src=x onerror="alert(1)"\\> & \\| \\`a\\` \\*\\*b\\*\\* \\[c\\](d) \\# e')
    expect(markdown).not.toMatch(/(?<!\\)</)
    // Every line is a row of four cells.
    for (const row of markdown.split('\n')) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)
  })

  test('plain text is left as it is', () => {
    expect(toText(lines, { language: 'en' })).toContain('<img src=x onerror="alert(1)"> & | `a` **b** [c](d)')
  })
})

describe('an answer kept as JSON explains itself the same', () => {
  const policy = document(
    { formula: { value: { interestAt: { referenceRate: 'lpr-1y', on: { fact: 'loan.drawdownDate' } } }, place } },
    {
      eligibility: [{ id: 'new', fact: 'borrower.receivedBefore', is: false, place }],
      limits: [{ id: 'annual', cap: '10万元', per: 'applicant', period: 'year', place }],
      payers: { value: { city: '1/3', district: '2/3' }, place },
    },
  )

  test.each([
    { outcome: 'granted', facts: { borrower: { receivedBefore: false }, history: { receivedThisYear: '0' } } },
    { outcome: 'refused', facts: { borrower: { receivedBefore: true }, history: { receivedThisYear: '0' } } },
    { outcome: 'incomplete', facts: {} },
  ])('$outcome', ({ outcome, facts }) => {
    const original = answer(policy, facts)
    const kept = JSON.parse(JSON.stringify(original)) as Assessment
    expect(original.outcome).toBe(outcome)
    expect(kept).toEqual(original)
    expect(explain(kept)).toEqual(explain(original))
    for (const language of ['zh', 'en'] as const) {
      expect(toText(explain(kept), { language })).toBe(toText(explain(original), { language }))
      expect(toHtml(explain(kept), { language })).toBe(toHtml(explain(original), { language }))
    }
  })
})

describe('reference rates by the day of decision', () => {
  const policy = document({
    formula: { value: { interestAt: { referenceRate: 'lpr-1y', on: { fact: 'loan.drawdownDate' } } }, place },
    longest: { value: '1年', place },
  })
  const drawn = (drawdownDate: string) => ({ loans: [{ ...loan, drawdownDate, maturityDate: '2035-01-01' }] })

  test.each([
    { name: 'the day it is published', knownOn: '2022-01-20', because: '1000000 × 3.7%' },
    { name: 'any day later', knownOn: '2030-01-01', because: '1000000 × 3.7%' },
  ])('known on $name', ({ knownOn, because }) => {
    const assessment = answer(policy, drawn('2022-01-20'), { knownOn })
    expect(brief(assessment)).toEqual(granted(evaluateBecause(because)))
    expect(assessment.rates).toMatchObject([{ rate: 'lpr-1y', value: '0.037', published: '2022-01-20' }])
  })

  test('a rate published the day after the decision is unknown, and neither is the one before it taken', () => {
    const { outcome, amount, missing } = answer(policy, drawn('2022-01-20'), { knownOn: '2022-01-19' })
    expect({ outcome, amount, count: missing.length }).toEqual({ outcome: 'incomplete', amount: undefined, count: 1 })
    expect(missing[0]?.reason).toMatchObject({ en: expect.stringContaining('2022-01-19') })
  })

  test('a rate of a day beyond the data can be supplied', () => {
    const rates = [{ from: '2031-05-20', rates: { 'lpr-1y': '0.0275' }, source: '中国人民银行授权公布' }]
    expect(answer(policy, drawn('2031-05-20')).outcome).toBe('incomplete')
    const assessment = answer(policy, drawn('2031-05-20'), { rates })
    expect(brief(assessment)).toEqual(granted(evaluateBecause('1000000 × 2.75%')))
    expect(assessment.rates).toMatchObject([{ value: '0.0275', published: '2031-05-20', source: '中国人民银行授权公布' }])
    expect(answer(policy, drawn('2031-06-19'), { rates }).amount).toBe('27500.00')
    expect(answer(policy, drawn('2031-06-20'), { rates }).outcome).toBe('incomplete')
    expect(answer(policy, drawn('2031-05-20'), { rates, knownOn: '2031-05-19' }).outcome).toBe('incomplete')
  })

  test('a supplied row does not change what is published', () => {
    const rates = [{ from: '2022-01-20', rates: { 'lpr-1y': '0.99' }, source: '甲' }]
    expect(answer(policy, drawn('2022-01-20'), { rates }).amount).toBe('37000.00')
  })
})
