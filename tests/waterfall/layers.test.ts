import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, fractionText, plus } from '../../src/money/fraction.js'
import { moneyText } from '../../src/money/rounding.js'
import { inFen } from '../../src/waterfall/fen.js'
import { type Layer, layersInMoney, throughLayers } from '../../src/waterfall/layers.js'
import { moneySum, sumOf } from '../../src/waterfall/parties.js'
import { evaluateBecause } from '../oracle/exact.js'
import { exactly, fenOf, sharesOf, textsOf } from './amounts.js'

const layer = (shares: Readonly<Record<string, string>>, limit?: string): Layer => ({
  shares: sharesOf(shares),
  ...(limit !== undefined && { limit: exactly(limit) }),
})

describe('throughLayers', () => {
  const pool = [layer({ pool: '1' }, '100'), layer({ bank: '0.2', city: '0.8' }, '50'), layer({ bank: '1' })]

  test.each([
    { name: 'nothing', whole: '0', amounts: ['0', '0', '0'] },
    { name: 'inside the first', whole: '99.99', amounts: ['99.99', '0', '0'] },
    { name: 'exactly the first', whole: '100', amounts: ['100', '0', '0'] },
    { name: 'a fen into the second', whole: '100.01', amounts: ['100', '0.01', '0'] },
    { name: 'all three', whole: '151', amounts: ['100', '50', '1'] },
  ])('$name', ({ whole, amounts }) => {
    const { layers, left } = throughLayers(exactly(whole), pool)
    expect(layers.map(({ amount }) => fractionText(amount))).toEqual(amounts)
    expect(fractionText(left)).toBe('0')
  })

  test('a party in several layers has the sum of its parts; what no layer takes is left', () => {
    const { parties, left } = throughLayers(exactly('160'), [layer({ bank: '1/3', city: '2/3' }, '90'), layer({ bank: '1' }, '50')])
    expect(textsOf(parties)).toEqual({ bank: '80', city: '60' })
    expect(fractionText(left)).toBe('20')
  })

  test.each([
    ['a negative whole', '-1', [layer({ a: '1' })]],
    ['a negative limit', '1', [layer({ a: '1' }, '-1')]],
    ['shares above one', '1', [layer({ a: '0.6', b: '0.41' })]],
    ['shares below one', '1', [layer({ a: '0.6', b: '0.39' })]],
    ['a negative share', '1', [layer({ a: '1.5', b: '-0.5' })]],
    ['no party', '1', [layer({})]],
  ])('refuses %s', (_, whole, layers) => {
    expect(() => throughLayers(exactly(whole), layers)).toThrow(RangeError)
  })
})

describe('layersInMoney', () => {
  const money = (whole: string, layers: readonly Layer[], oddFenTo?: string) =>
    layersInMoney(throughLayers(exactly(whole), layers), oddFenTo)

  test.each([
    {
      name: 'thirds',
      whole: '100.00',
      shares: { a: '1/3', b: '1/3', c: '1/3' },
      to: 'c',
      expected: { a: '33.33', b: '33.33', c: '33.34' },
    },
    {
      name: 'four parties',
      whole: '100.01',
      shares: { city: '0.15', district: '0.15', bank: '0.2', guarantor: '0.5' },
      to: 'guarantor',
      expected: { city: '15.00', district: '15.00', bank: '20.00', guarantor: '50.01' },
    },
    {
      name: 'a bearer without a part bears nothing',
      whole: '0.01',
      shares: { a: '1', b: '0' },
      to: 'b',
      expected: { a: '0.01', b: '0.00' },
    },
    { name: 'nobody named: the largest part cut off', whole: '0.10', shares: { a: '0.24', b: '0.76' }, expected: { a: '0.02', b: '0.08' } },
    { name: 'nothing to share', whole: '0', shares: { a: '0.5', b: '0.5' }, to: 'a', expected: { a: '0.00', b: '0.00' } },
  ])('$name', ({ whole, shares, to, expected }) => {
    expect(fenOf(money(whole, [layer(shares)], to).parties)).toEqual(expected)
  })

  test('4321: shares of a payout of ten million', () => {
    const shares = { localGuarantor: '0.4', provincialReGuarantor: '0.3', bank: '0.2', localGovernment: '0.1' }
    const { parties } = money('10000000', [layer(shares)], 'bank')
    expect(fenOf(parties)).toEqual({
      localGuarantor: evaluateBecause('1000万 × 40%'),
      provincialReGuarantor: evaluateBecause('1000万 × 30%'),
      bank: evaluateBecause('1000万 × 20%'),
      localGovernment: evaluateBecause('1000万 × 10%'),
    })
  })

  test('a layer full at whole fen keeps its limit, whatever the whole is rounded to', () => {
    const shared = layer({ a: '1' }, '0.0025')
    const { whole, layers } = money('100.005', [layer({ a: '1' }, '100'), shared, shared], 'a')
    expect(moneyText(whole)).toBe('100.01')
    expect(layers.map(({ amount }) => moneyText(amount))).toEqual(['100.00', '0.00', '0.01'])
  })
})

const weights = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 5 }).filter((list) => list.some(Boolean))
const randomLayer = fc
  .record({ limit: fc.option(fc.nat({ max: 100_000 }), { nil: undefined }), weights })
  .map(({ limit, weights: list }): Layer => {
    const whole = list.reduce((sum, each) => sum + each, 0)
    return layer(
      Object.fromEntries(list.map((each, index) => [`p${index}`, `${each}/${whole}`])),
      limit === undefined ? undefined : `${limit}/700`,
    )
  })
const randomWhole = fc.nat({ max: 1_000_000 }).map((sevenths) => exactly(`${sevenths}/700`))
const randomLayers = fc.array(randomLayer, { maxLength: 5 })

test('law: parts and what is left sum to the whole, exactly and in fen', () => {
  fc.assert(
    fc.property(randomWhole, randomLayers, fc.constantFrom('p0', 'p1', undefined), (whole, layers, bearer) => {
      const exact = throughLayers(whole, layers)
      expect(compare(plus(sumOf(Object.values(exact.parties)), exact.left), whole)).toBe(0)
      const money = layersInMoney(exact, bearer)
      expect(moneyText(moneySum(Object.values(money.parties)).plus(money.left))).toBe(moneyText(inFen(whole)))
      for (const { amount, parts } of money.layers) {
        expect(moneyText(moneySum(Object.values(parts)))).toBe(moneyText(amount))
        expect(Object.values(parts).every((part) => !part.isNegative())).toBe(true)
      }
    }),
  )
})

test('law: a larger whole never lowers a part', () => {
  fc.assert(
    fc.property(randomWhole, randomWhole, randomLayers, (whole, more, layers) => {
      const less = throughLayers(whole, layers)
      const larger = throughLayers(plus(whole, more), layers)
      for (const [party, part] of Object.entries(less.parties))
        expect(compare(larger.parties[party] ?? exactly('0'), part)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('law: the order of parties changes nothing, and with a named bearer not a fen', () => {
  fc.assert(
    fc.property(randomWhole, randomLayers, (whole, layers) => {
      const reversed = layers.map(({ shares, ...rest }) => ({
        ...rest,
        shares: Object.fromEntries(Object.entries(shares).sort(([a], [b]) => (a < b ? 1 : -1))),
      }))
      expect(textsOf(throughLayers(whole, reversed).parties)).toEqual(textsOf(throughLayers(whole, layers).parties))
      const total = (list: readonly Layer[]) => moneyText(layersInMoney(throughLayers(whole, list), 'p0').whole)
      expect(total(reversed)).toBe(total(layers))
    }),
  )
})
