import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePolicy } from '../../src/index.js'
import serviceSector from '../../src/policies/cn-service-sector-2025.js'
import exitPrice from '../../src/policies/cn-tech-sme-vc-fund-2007.js'
import guaranteeInsurance from '../../src/policies/wuhan-guarantee-insurance-loan-2019.js'
import qingshan from '../../src/policies/wuhan-qingshan-hightech-2020.js'
import { type CalculationInput, record, type Solution, solveFor } from '../../src/record/index.js'
import { trialOf } from '../../src/record/trial.js'
import { evaluateBecause } from '../oracle/exact.js'
import { applications } from './applications.js'

const restaurant: CalculationInput = {
  policy: serviceSector,
  facts: {
    borrower: { inListedServiceSector: true },
    loans: [{ principal: '900000', contractDate: '2025-09-28', drawdownDate: '2025-10-01', termMonths: 12, annualRate: '0.0345' }],
    otherSupport: [],
    history: { principalSupported: '0' },
    events: { bankReceivesFunds: '2026-02' },
  },
}
const highTech: CalculationInput = {
  policy: qingshan,
  facts: {
    borrower: { highTechEnterprise: true, inKeyField: true, revenueGrowth: '0.25', districtFiscalContribution: '120000' },
    loans: [{ id: '1', principal: '10000000', drawdownDate: '2019-01-10', termMonths: 12, settled: true }],
    history: { receivedThisYear: '0' },
  },
}
const insuredLoan: CalculationInput = {
  policy: guaranteeInsurance,
  facts: {
    application: { date: '2019-08-12' },
    borrower: { techEnterprise: true },
    history: { receivedThisYear: '0' },
    loans: [
      {
        id: '1',
        guaranteeInsurance: true,
        principal: '990000',
        drawdownDate: '2018-03-01',
        interestPaid: '34000',
        premiumPaid: '15000',
        settled: true,
      },
    ],
    otherSupport: [],
  },
}
const fundExit: CalculationInput = {
  policy: exitPrice,
  facts: { exit: { originalInvestment: '10000000', paidInDate: '2007-08-01', transferDate: '2011-08-01' } },
  options: { rule: 'exit-price' },
}

const shown = ({ found, ranges }: Solution): string =>
  [found, ...ranges.map(({ from, through }) => (from === through ? String(from) : `${from}~${through}`))].join(' ')

describe('values of a fact that give an amount', () => {
  test.each<[string, CalculationInput, string, string, string]>([
    ['a rounding step: half a fen below to half a fen above', restaurant, 'loans[0].principal', '5000.01', 'interval 500000.50~500001.49'],
    ['as much as can be had: up to the cap on principal', restaurant, 'loans[0].principal', 'most', 'interval 999999.50~100000000000.00'],
    ['the longest useful term', restaurant, 'loans[0].termMonths', 'most', 'interval 12~600'],
    ['a term', restaurant, 'loans[0].termMonths', '5250', 'value 7'],
    ['under a cap that another fact sets', highTech, 'loans[0].principal', 'most', 'interval 6896551.44~100000000000.00'],
    [
      'a cliff: the lump sum begins one fen above 50,000 yuan of cost',
      insuredLoan,
      'loans[0].interestPaid',
      '50000',
      'interval 35000.01~100000000000.00',
    ],
    ['a tier by growth, one basis point apart', highTech, 'borrower.revenueGrowth', '120000', 'interval 0.2~10'],
    ['days: no return is due until three years have passed', fundExit, 'exit.transferDate', '10000000', 'interval 2007-08-01~2010-08-01'],
    ['an investment', fundExit, 'exit.originalInvestment', '20000000', 'value 15842839.04'],
    [
      'a lower amount by the last day that counts',
      restaurant,
      'loans[0].drawdownDate',
      '0',
      'intervals 2015-09-24~2025-03-15 2026-01-01~2035-10-09',
    ],
  ])('%s', (_, input, fact, amount, expected) => expect(shown(solveFor(input, { fact, amount }))).toBe(expected))

  test('a step that is asked for', () => {
    const solution = solveFor(highTech, { fact: 'borrower.revenueGrowth', amount: '120000', step: '0.01', through: '0.5' })
    expect(solution).toMatchObject({ step: '0.01', certainty: 'every-value', ranges: [{ from: '0.2', through: '0.5' }] })
  })

  test('none: the nearest amounts that can be had, on both sides', () => {
    const solution = solveFor(restaurant, { fact: 'loans[0].termMonths', amount: '5000' })
    expect(solution).toMatchObject({
      found: 'none',
      below: { amount: evaluateBecause('900000 × 1% × 6 / 12'), value: 6 },
      above: { amount: evaluateBecause('900000 × 1% × 7 / 12'), value: 7 },
    })
    const beyond = solveFor(restaurant, { fact: 'loans[0].principal', amount: '10000.01' })
    expect(beyond).toMatchObject({ found: 'none', below: { amount: '10000.00' } })
    expect(beyond).not.toHaveProperty('above')
  })

  test('nothing is found while other facts are missing: they are named', () => {
    const { history: _, ...fewer } = highTech.facts as { readonly [group: string]: unknown }
    const solution = solveFor({ ...highTech, facts: fewer }, { fact: 'loans[0].principal', amount: 'most' })
    expect([solution.found, solution.missing.map(({ path }) => path)]).toEqual(['none', ['history.receivedThisYear']])
  })

  test.each([
    ['loans[0].settled', '1', {}],
    ['loans[0].nothing', '1', {}],
    ['loans[0].principal', 'some', {}],
    ['loans[0].principal', '1', { from: '2', through: '1' }],
    ['loans[0].principal', '1', { step: '0' }],
    ['loans[0].settledDate', '1', {}],
  ])('RangeError: %s, %s, %j', (fact, amount, span) => expect(() => solveFor(highTech, { fact, amount, ...span })).toThrow(RangeError))
})

const place = '示例'
/** A document of one amount, worked out from revenue by whatever is given. */
const document = (value: object, limits: readonly object[], rounding: object) =>
  parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'interest-subsidy',
        terms: { formula: { place, value, per: 'applicant' } },
        limits: limits.map((limit) => ({ place, per: 'applicant', ...limit })),
        rounding: { place, value: rounding },
      },
    ],
  })
const factsOf = (revenue: string) => ({ borrower: { revenue }, loans: [{ id: 'A' }] })
const revenue = { fact: 'borrower.revenue' }
const yuan = (max: number) => fc.integer({ min: 1, max: max * 100 }).map((fen) => `${fen / 100}元`)
const percent = fc.integer({ min: 0, max: 150 }).map((one) => `${one}%`)

describe('laws', () => {
  const formula = fc.oneof(
    percent.map((share) => ({ share, of: revenue })),
    fc.tuple(yuan(30), percent, percent).map(([edge, below, above]) => ({
      by: revenue,
      brackets: [
        { atMost: edge, value: { share: below, of: revenue } },
        { above: edge, value: { share: above, of: revenue } },
      ],
    })),
    fc.tuple(yuan(30), percent, percent).map(([upTo, first, then]) => ({ of: revenue, slices: [{ upTo, rate: first }, { rate: then }] })),
    fc.tuple(yuan(10), yuan(5)).map(([step, value]) => ({ by: revenue, step, value })),
    fc.tuple(percent, yuan(20)).map(([share, less]) => ({ excessOf: [{ share, of: revenue }, less] })),
  )
  const limit = fc.oneof(
    yuan(20).map((cap) => ({ cap })),
    yuan(5).map((minimum) => ({ minimum })),
    percent.map((share) => ({ cap: { higherOf: ['1元', { excessOf: ['30元', { share, of: revenue }] }] } })),
  )
  const rounding = fc.record({ to: fc.constantFrom('fen', 'yuan'), mode: fc.constantFrom('half-up', 'half-even', 'down', 'up') })

  test('against every value one by one: brackets, slices, full steps, caps that fall, least amounts, roundings', () => {
    fc.assert(
      fc.property(formula, fc.array(limit, { maxLength: 2 }), rounding, fc.nat(1200), (value, limits, rule, chosen) => {
        const policy = document(value, limits, rule)
        const input = { policy, facts: factsOf('1') }
        const trial = trialOf(input)
        const values = Array.from({ length: 1301 }, (_, fen) => (fen / 100).toFixed(2))
        const amounts = values.map((one) => trial.answerTo(factsOf(one))?.amount ?? '')
        const amount = amounts[chosen] as string
        const { ranges, certainty } = solveFor(input, { fact: 'borrower.revenue', amount, from: '0', through: '13' })
        const found = values.filter((one) =>
          ranges.some(({ from, through }) => Number(from) <= Number(one) && Number(one) <= Number(through)),
        )
        expect(certainty).toBe('linear-between-points')
        expect(found).toEqual(values.filter((_, index) => amounts[index] === amount))
      }),
      { numRuns: 12 },
    )
  })

  test('of every instrument: the value found gives the amount, one step less or more does not', async () => {
    const all = (await applications()).filter(({ policy }, index) => index % 61 === 0 && policy.parts.length === 1)
    let tried = 0
    for (const given of all) {
      const { result, facts } = record(given)
      if (result.outcome !== 'granted' || result.amount === undefined) continue
      const stated = pathsOf(facts).find((path) => /principal$|interestPaid|premiumPaid|Loss$|invested$|Investment$|gain$/.test(path))
      if (stated === undefined) continue
      tried += 1
      const solution = solveFor(given, { fact: stated, amount: result.amount })
      const trial = trialOf(given)
      const amountAt = (fen: bigint): string | undefined => trial.answerTo(withValue(facts, stated, fen))?.amount
      expect(solution.ranges.length).toBeGreaterThan(0)
      for (const { from, through } of solution.ranges) {
        const [low, high] = [fenOf(String(from)), fenOf(String(through))]
        expect([amountAt(low), amountAt(high)]).toEqual([result.amount, result.amount])
        if (low > 0n) expect(amountAt(low - 1n)).not.toBe(result.amount)
        if (high < 10_000_000_000_000n) expect(amountAt(high + 1n)).not.toBe(result.amount)
      }
      const present = fenOf(valueIn(facts, stated))
      expect(solution.ranges.some(({ from, through }) => fenOf(String(from)) <= present && present <= fenOf(String(through)))).toBe(true)
    }
    expect(tried).toBeGreaterThan(5)
  })

  test('where more points would be needed than are tried, it says so', () => {
    const policy = document({ by: revenue, step: '7元', value: '1元' }, [], { to: 'fen', mode: 'half-up' })
    const solution = solveFor({ policy, facts: factsOf('1') }, { fact: 'borrower.revenue', amount: '123' })
    expect(solution.certainty).toBe('monotone-between-points')
    expect(solution.ranges).toEqual([{ from: evaluateBecause('123 × 7'), through: evaluateBecause('124 × 7 - 0.01') }])
  })
})

type Node = { readonly [key: string]: unknown }
const pathsOf = (value: unknown, at = ''): string[] =>
  typeof value !== 'object' || value === null
    ? [at]
    : Object.entries(value).flatMap(([key, child]) =>
        pathsOf(child, Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`),
      )
const stepsOf = (path: string): string[] => path.split(/[.[\]]+/).filter((step) => step !== '')
const valueIn = (facts: unknown, path: string): string => stepsOf(path).reduce<unknown>((at, step) => (at as Node)[step], facts) as string
const fenOf = (amount: string): bigint => {
  const [whole = '', part = ''] = amount.split('.')
  return BigInt(whole + part.padEnd(2, '0'))
}
function withValue(facts: object, path: string, fen: bigint): Node {
  const copy = structuredClone(facts) as Record<string, unknown>
  const steps = stepsOf(path)
  const last = steps.pop() as string
  const digits = fen.toString().padStart(3, '0')
  const holder = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy)
  holder[last] = `${digits.slice(0, -2)}.${digits.slice(-2)}`
  return copy
}
