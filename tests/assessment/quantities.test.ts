import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, type Issue, parseFacts, parsePolicy, safeParsePolicy } from '../../src/index.js'
import { evaluateBecause } from '../oracle/exact.js'

const place = '示例通知'

const written = (value: unknown, more: object = {}) => ({
  id: 'example',
  title: '示例',
  evidence: 'official',
  effective: {},
  facts: {
    'project.cost': { kind: 'amount', label: '项目成本' },
    'project.start': { kind: 'date', label: '开工日期' },
    'project.end': { kind: 'date', label: '完工日期' },
    'project.grants': { kind: 'amounts', label: '已获补助' },
    'deal.rank': { kind: 'count', label: '名次' },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'concession',
      items: { of: 'none' },
      terms: { formula: { value, place } },
      rounding: { value: { to: 'fen', mode: 'half-up' }, place },
      ...more,
    },
  ],
})

/** A formula that is nothing but the quantity, worked out on a project. */
const worth = (value: unknown, facts: object): string | undefined => {
  const policy = parsePolicy(written(value))
  return assess(policy, parseFacts(policy, facts)).amount
}

const project = { cost: '1000000', start: '2024-01-31', end: '2024-04-30', grants: ['300000', '200000.50'] }
const cost = { fact: 'project.cost' }
const days = { between: [{ fact: 'project.start' }, { fact: 'project.end' }], in: 'days' }
const months = { ...days, in: 'months' }
const years = { ...days, in: 'years', by: 'actual/365' }

describe('what each form comes to', () => {
  const rows: readonly (readonly [name: string, value: unknown, because: string, expected: string])[] = [
    ['divided by a share', { divided: cost, by: '75%' }, '1000000 / 75%', '1333333.33'],
    ['divided by what is left of one', { divided: cost, by: { excessOf: ['1', '0.6'] } }, '1000000 / (1 - 0.6)', '2500000.00'],
    ['rounded down to whole 30,000', { rounded: cost, unit: '3万元', mode: 'down' }, '33 × 30000', '990000.00'],
    ['rounded up to whole 30,000', { rounded: cost, unit: '3万元', mode: 'up' }, '34 × 30000', '1020000.00'],
    ['half of a unit goes up', { rounded: '15000元', unit: '1万元', mode: 'half-up' }, '2 × 10000', '20000.00'],
    ['half of a unit goes to the even one', { rounded: '25000元', unit: '1万元', mode: 'half-even' }, '2 × 10000', '20000.00'],
    ['a day short of half goes down', { rounded: '14999.99元', unit: '1万元', mode: 'half-up' }, '1 × 10000', '10000.00'],
    ['days, the last excluded', { share: { ratio: [days, '1天'] }, of: '1元' }, '90', '90.00'],
    ['months, no corresponding day is the last of the month', { share: { ratio: [months, '1个月'] }, of: '1元' }, '3', '3.00'],
    ['years by a day count', { share: years, of: '365元' }, '365 × 90 / 365', '90.00'],
    ['grown at simple interest', { grown: cost, at: '10%', for: '2.5', interest: 'simple' }, '1000000 × (1 + 10% × 2.5)', '1250000.00'],
    ['grown at compound interest', { grown: cost, at: '10%', for: '3', interest: 'compound' }, '1000000 × 1.1 × 1.1 × 1.1', '1331000.00'],
    ['a list of amounts counts as its sum', { fact: 'project.grants' }, '300000 + 200000.50', '500000.50'],
  ]
  test.each(rows)('%s', (_, value, because, expected) => {
    expect(evaluateBecause(because)).toBe(expected)
    expect(worth(value, { project })).toBe(expected)
  })

  test('time is zero where the second day is not later', () => {
    const backwards = { ...project, start: '2024-04-30' }
    expect(worth({ share: { ratio: [days, '1天'] }, of: '1元' }, { project: backwards })).toBe('0.00')
    expect(worth({ share: { ratio: [days, '1天'] }, of: '1元' }, { project: { ...backwards, end: '2024-05-01' } })).toBe('1.00')
  })

  test('a divisor of zero is asked for, never an error', () => {
    const policy = parsePolicy(written({ divided: '1元', by: { ratio: [cost, '1元'] } }))
    const { outcome, missing } = assess(policy, parseFacts(policy, { project: { cost: '0' } }))
    expect({ outcome, reasons: missing.map(({ reason }) => reason !== undefined) }).toEqual({ outcome: 'incomplete', reasons: [true] })
  })

  test('years that are not whole grow to forty digits', () => {
    // The square root of 1.08 to the power of 5, of 1.4693280768, is 1.212158437169003….
    expect(worth({ grown: '10000000000元', at: '8%', for: '2.5', interest: 'compound' }, {})).toBe('12121584371.69')
  })
})

describe('the largest and the smallest of a list', () => {
  const holders = [
    { id: 'guidance', contribution: '25000000' },
    { id: 'a', contribution: '18750000' },
    { id: 'b', contribution: '21000000' },
  ]
  const others = { over: 'holders', where: { not: { fact: 'holder.id', is: 'guidance' } } }
  test.each([
    ['largest', { largest: { fact: 'holder.contribution' }, over: 'holders' }, '25000000.00'],
    ['largest of those that meet the clauses', { largest: { fact: 'holder.contribution' }, ...others }, '21000000.00'],
    ['smallest', { smallest: { fact: 'holder.contribution' }, over: 'holders' }, '18750000.00'],
  ])('%s', (_, value, expected) => {
    expect(worth(value, { holders })).toBe(expected)
  })

  test('of nothing: the value that is given for it, or not covered', () => {
    const value = { largest: { fact: 'holder.contribution' }, ...others }
    expect(worth({ ...value, otherwise: '5元' }, { holders: [holders[0]] })).toBe('5.00')
    const policy = parsePolicy(written(value))
    const { outcome, reasons } = assess(policy, parseFacts(policy, { holders: [holders[0]] }))
    expect({ outcome, codes: reasons.map(({ code }) => code) }).toEqual({ outcome: 'refused', codes: ['not-covered'] })
  })

  test('an unknown entry makes it unknown', () => {
    const policy = parsePolicy(written({ largest: { fact: 'holder.contribution' }, over: 'holders' }))
    const { outcome, missing } = assess(policy, parseFacts(policy, { holders: [holders[0], { id: 'c' }] }))
    expect({ outcome, paths: missing.map(({ path }) => path) }).toEqual({ outcome: 'incomplete', paths: ['holders[1].contribution'] })
  })
})

describe('orders by a fact of the items', () => {
  const deals = [
    { id: 'A', cashInvested: '300', rank: 2 },
    { id: 'B', cashInvested: '200', rank: 1 },
    { id: 'C', cashInvested: '100', rank: 3 },
  ]
  const kept = (order: object): readonly string[] => {
    const items = { of: 'deal', select: [{ atMost: 2, order, place }] }
    const policy = parsePolicy(written({ fact: 'deal.cashInvested' }, { items }))
    const { items: answers } = assess(policy, parseFacts(policy, { deals }))
    return answers.filter(({ counted }) => counted).map(({ id }) => id)
  }
  test.each([
    [{ smallest: 'deal.rank' }, ['A', 'B']],
    [{ largest: 'deal.rank' }, ['A', 'C']],
    [{ smallest: 'deal.cashInvested' }, ['B', 'C']],
  ])('%o', (order, expected) => {
    expect(kept(order)).toEqual(expected)
  })

  const faults = (order: object): readonly Issue[] => {
    const items = { of: 'deal', select: [{ atMost: 2, order, place }] }
    const result = safeParsePolicy(written({ fact: 'deal.cashInvested' }, { items }))
    return result.success ? [] : result.issues
  }
  test.each([
    ['a day that is a figure', { earliest: 'deal.rank' }, 'kind'],
    ['a figure that is a class', { largest: 'deal.stage' }, 'kind'],
    ['a fact that is not known', { largest: 'deal.height' }, 'unknown-fact'],
    ['a fact of other items', { largest: 'holder.contribution' }, 'out-of-reach'],
  ])('%s is a fault', (_, order, code) => {
    expect(faults(order).map((issue) => issue.code)).toEqual([code])
  })
})

describe('corrections', () => {
  const correction = { value: { paid: { fact: 'history.receivedThisYear' } }, place }
  const corrected = (due: string, paid: string | undefined) => {
    const policy = parsePolicy(written({ fact: 'project.cost' }, { correction }))
    const history = paid === undefined ? {} : { receivedThisYear: paid }
    return assess(policy, parseFacts(policy, { project: { cost: due }, history }))
  }
  test.each([
    ['less was paid', '125000', '75000', '50000.00', '0.00'],
    ['more was paid', '125000', '200000', '0.00', '75000.00'],
    ['just as much was paid', '125000', '125000', '0.00', '0.00'],
    ['one fen more', '125000', '125000.01', '0.00', '0.01'],
  ])('%s', (_, due, paid, supplement, clawBack) => {
    expect(corrected(due, paid).corrections).toMatchObject([{ paid: Number(paid).toFixed(2), supplement, clawBack }])
  })

  test('what was paid is asked for', () => {
    const { outcome, missing } = corrected('125000', undefined)
    expect({ outcome, paths: missing.map(({ path }) => path) }).toEqual({ outcome: 'incomplete', paths: ['history.receivedThisYear'] })
  })

  test('paid, less what is given back, plus what is still paid, is what is due', () => {
    const fen = fc.integer({ min: 0, max: 10 ** 12 })
    const text = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
    const inFen = (amount: string): bigint => BigInt(amount.replace('.', ''))
    fc.assert(
      fc.property(fen, fen, (due, paid) => {
        const [answer] = corrected(text(due), text(paid)).corrections ?? []
        if (answer === undefined) throw new Error('no correction')
        expect(inFen(answer.paid) - inFen(answer.clawBack) + inFen(answer.supplement)).toBe(BigInt(due))
        expect([answer.supplement, answer.clawBack]).toContain('0.00')
      }),
      { numRuns: 200 },
    )
  })
})

describe('over entries that share a fact', () => {
  const deal = (investee: string, invested: string): object => ({ investee, invested })
  const deals = [deal('X', '30'), deal('Y', '40'), deal('X', '20'), deal('Z', '5')]
  const invested = { fact: 'deal.invested' }
  const of = (list: readonly object[], value: object): string | undefined => worth(value, { deals: list })
  const byInvestee = { over: 'deals', by: 'deal.investee' }

  test.each([
    ['the largest of the sums, not of the entries', { largest: invested, ...byInvestee }, '50.00'],
    ['the smallest of the sums', { smallest: invested, ...byInvestee }, '5.00'],
    ['the largest entry', { largest: invested, over: 'deals' }, '40.00'],
    ['of those that meet a clause', { largest: invested, ...byInvestee, where: { fact: 'deal.invested', below: '30元' } }, '20.00'],
    ['how many different values', { share: { count: 'deals', by: 'deal.investee' }, of: '1元' }, '3.00'],
    ['how many entries', { share: { count: 'deals' }, of: '1元' }, '4.00'],
    ['none of them', { largest: invested, ...byInvestee, where: { fact: 'deal.invested', above: '99元' }, otherwise: '7元' }, '7.00'],
  ])('%s', (_, value, expected) => expect(of(deals, value)).toBe(expected))

  test('the fact that is shared is asked for, of entries that count alone', () => {
    const policy = parsePolicy(written({ largest: invested, ...byInvestee, where: { fact: 'deal.invested', above: '10元' } }))
    const { missing } = assess(policy, parseFacts(policy, { deals: [{ invested: '5' }, { invested: '20' }] }))
    expect(missing.map(({ path }) => path)).toEqual(['deals[1].investee'])
  })

  test('a fact nobody knows, or of another list, is a fault', () => {
    const faults = (by: string): readonly string[] => {
      const result = safeParsePolicy(written({ largest: invested, over: 'deals', by }))
      return result.success ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
    }
    expect(faults('deal.firm')).toEqual(['unknown-fact parts[0].terms.formula.value.by'])
    expect(faults('holder.kind')).toEqual(['out-of-reach parts[0].terms.formula.value.by'])
  })
})
