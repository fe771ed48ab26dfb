import { describe, expect, test } from 'vitest'
import { decimalOf } from '../../src/money/decimal.js'
import { decimalText, fractionText } from '../../src/money/fraction.js'
import {
  type DatedFlow,
  distributedToPaidIn,
  internalRate,
  leverage,
  type ReturnDayCount,
  totalValueToPaidIn,
} from '../../src/waterfall/measures.js'
import numericCases from '../data/numeric-cases.json' with { type: 'json' }
import { exactly } from './amounts.js'

const flow = (date: string, amount: string): DatedFlow => ({ date, amount: decimalOf(amount) })
const yearly = { dayCount: 'actual/365', places: 15 } as const

describe('leverage', () => {
  test.each([
    // 424亿 of public money, 1,901亿 of private money
    { publicMoney: '42400000000', privateMoney: '190100000000', privateToPublic: '4.48', totalToPublic: '5.48' },
    { publicMoney: '180000000', privateMoney: '1030000000', privateToPublic: '5.72', totalToPublic: '6.72' },
    { publicMoney: '1', privateMoney: '0', privateToPublic: '0.00', totalToPublic: '1.00' },
  ])('$publicMoney beside $privateMoney', ({ publicMoney, privateMoney, privateToPublic, totalToPublic }) => {
    const measured = leverage(exactly(publicMoney), exactly(privateMoney))
    expect(measured && decimalText(measured.privateToPublic, 2)).toBe(privateToPublic)
    expect(measured && decimalText(measured.totalToPublic, 2)).toBe(totalToPublic)
  })

  test('undefined without public money, refused below zero', () => {
    expect(leverage(exactly('0'), exactly('1'))).toBeUndefined()
    expect(() => leverage(exactly('-1'), exactly('1'))).toThrow(RangeError)
  })
})

test('DPI and TVPI: exact quotients, undefined when nothing was paid in', () => {
  const [distributed, held, paidIn] = [exactly('50'), exactly('30'), exactly('60')]
  expect(
    [distributedToPaidIn(distributed, paidIn), totalValueToPaidIn(distributed, held, paidIn)].map((found) => found && fractionText(found)),
  ).toEqual(['5/6', '4/3'])
  expect(distributedToPaidIn(distributed, exactly('0'))).toBeUndefined()
  expect(totalValueToPaidIn(distributed, held, exactly('0'))).toBeUndefined()
  expect(() => totalValueToPaidIn(distributed, exactly('-1'), paidIn)).toThrow(RangeError)
})

interface RateCase {
  readonly id: string
  readonly kind: string
  readonly inputs: { readonly dates?: readonly string[]; readonly values: readonly number[]; readonly dayCount?: string }
  readonly expected: number | null
  readonly recomputed?: string
}

describe('published cases', () => {
  const cases = numericCases.cases as readonly unknown[] as readonly RateCase[]
  const dayCounts: Readonly<Record<string, ReturnDayCount>> = { 'ACT/365F': 'actual/365', 'ACT/360': 'actual/360', '30E/360': '30e/360' }
  const ratesOf = (flows: readonly DatedFlow[], dayCount: ReturnDayCount, places: number): readonly string[] => {
    const found = internalRate(flows, { dayCount, places })
    return found.solution === 'one' ? [found.rate] : found.solution === 'several-solutions' ? found.rates : []
  }

  test.each(cases.filter(({ kind }) => kind === 'xirr'))('$id', ({ inputs, recomputed }) => {
    const { dates = [], values, dayCount = '' } = inputs
    const flows = values.map((value, index) => flow(dates[index] ?? '', String(value)))
    const places = recomputed?.split('.')[1]?.length ?? 0
    expect(ratesOf(flows, dayCounts[dayCount] as ReturnDayCount, places)).toContain(recomputed)
  })

  // One period is a year of 360 days, so that the yearly rate is the rate of a period.
  const years = (values: readonly number[]) => values.map((value, index) => flow(`${2001 + index}-01-01`, String(value)))

  test.each(cases.filter(({ kind, expected }) => kind === 'irr' && expected !== null))('$id', ({ inputs, recomputed }) => {
    expect(ratesOf(years(inputs.values), '30e/360', 15)).toContain(recomputed)
  })

  test.each(cases.filter(({ kind, expected }) => kind === 'irr' && expected === null))('$id has no solution', ({ inputs }) => {
    expect(internalRate(years(inputs.values), { dayCount: '30e/360', places: 15 })).toEqual({ solution: 'no-solution' })
  })
})

describe('internalRate', () => {
  test.each([
    { name: 'a year at five per cent', flows: [flow('2025-01-01', '-1000'), flow('2026-01-01', '1050')], places: 4, rate: '0.0500' },
    { name: 'any order', flows: [flow('2026-01-01', '1050'), flow('2025-01-01', '-1000')], places: 4, rate: '0.0500' },
    { name: 'nothing earned', flows: [flow('2025-01-01', '-1000'), flow('2025-06-01', '1000')], places: 2, rate: '0.00' },
    { name: 'a loss that rounds to zero', flows: [flow('2025-01-01', '-1000'), flow('2026-01-01', '999.99')], places: 2, rate: '0.00' },
    { name: 'half up', flows: [flow('2025-01-01', '-1000'), flow('2026-01-01', '1085')], places: 2, rate: '0.09' },
  ])('$name', ({ flows, places, rate }) => {
    expect(internalRate(flows, { dayCount: 'actual/365', places })).toEqual({ solution: 'one', rate })
  })

  test('two rates, lowest first', () => {
    const flows = [flow('2025-01-01', '-100'), flow('2026-01-01', '230'), flow('2027-01-01', '-132')]
    expect(internalRate(flows, { dayCount: 'actual/365', places: 6 })).toEqual({
      solution: 'several-solutions',
      rates: ['0.100000', '0.200000'],
    })
  })

  test.each([
    ['no flow', []],
    ['only money paid in', [flow('2025-01-01', '-1'), flow('2026-01-01', '-2')]],
    ['nothing', [flow('2025-01-01', '0')]],
    ['in and out on one day', [flow('2025-01-01', '-1'), flow('2025-01-01', '1')]],
    ['two changes of sign that meet no rate', [flow('2025-01-01', '-100'), flow('2026-01-01', '220'), flow('2027-01-01', '-122')]],
  ])('no solution: %s', (_, flows) => {
    expect(internalRate(flows, yearly)).toEqual({ solution: 'no-solution' })
  })

  test.each([-1, 31, 1.5, Number.NaN])('refuses %s places', (places) => {
    expect(() => internalRate([], { dayCount: 'actual/365', places })).toThrow(RangeError)
  })
})
