import { describe, expect, test } from 'vitest'
import { fundMeasures, type ReturnDayCount } from '../../src/guidance-fund/index.js'
import numericCases from '../data/numeric-cases.json' with { type: 'json' }

interface RateCase {
  readonly id: string
  readonly kind: string
  readonly inputs: { readonly dates?: readonly string[]; readonly values: readonly number[]; readonly dayCount?: string }
  readonly recomputed?: string
}

const DAY_COUNTS: { readonly [name: string]: ReturnDayCount } = { 'ACT/365F': 'actual/365', 'ACT/360': 'actual/360', '30E/360': '30e/360' }
const dated = (numericCases.cases as readonly unknown[] as readonly RateCase[]).filter(
  ({ kind, recomputed }) => kind === 'xirr' && recomputed !== undefined,
)

/** Places both the published case and ours have. */
const PLACES = 12

describe('IRR of dated flows, as published', () => {
  test.each(dated)('$id', ({ inputs: { dates = [], values, dayCount = 'ACT/365F' }, recomputed = '' }) => {
    const flows = values.map((value, index) => ({ date: dates[index] as string, amount: String(Math.abs(value)), out: value > 0 }))
    const { internalRate } = fundMeasures(
      { drawdowns: flows.filter(({ out }) => !out), distributions: flows.filter(({ out }) => out) },
      { dayCount: DAY_COUNTS[dayCount] as ReturnDayCount, places: PLACES },
    )
    const rates =
      internalRate.solution === 'one' ? [internalRate.rate] : internalRate.solution === 'several-solutions' ? internalRate.rates : []
    expect(rates.map((rate) => rate.slice(0, -1))).toContain(recomputed.slice(0, recomputed.indexOf('.') + PLACES))
  })
})

test('DPI, TVPI and IRR of a fund that still holds something', () => {
  const flows = {
    drawdowns: [{ date: '2022-01-01', amount: '100' }],
    distributions: [{ date: '2023-01-01', amount: '60' }],
  }
  const how = { dayCount: 'actual/365', places: 4 } as const
  expect(fundMeasures({ ...flows, remainingValue: '50' }, how)).toEqual({
    distributedToPaidIn: '0.6',
    totalValueToPaidIn: '1.1',
    internalRate: { solution: 'one', rate: '0.1000' },
  })
  expect(fundMeasures(flows, how).internalRate).toEqual({ solution: 'one', rate: '-0.4000' })
})

test('nothing paid in has no multiple and no rate; an amount that is none is refused', () => {
  const how = { dayCount: 'actual/365', places: 4 } as const
  expect(fundMeasures({ drawdowns: [], distributions: [] }, how)).toEqual({ internalRate: { solution: 'no-solution' } })
  expect(() => fundMeasures({ drawdowns: [{ date: '2022-01-01', amount: '1e3' }], distributions: [] }, how)).toThrow(RangeError)
})
