import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, fractionText, minus, plus } from '../../src/money/fraction.js'
import { moneyText } from '../../src/money/rounding.js'
import { inFen } from '../../src/waterfall/fen.js'
import { throughLayers } from '../../src/waterfall/layers.js'
import { moneySum, sumOf } from '../../src/waterfall/parties.js'
import { recovery, recoveryInMoney } from '../../src/waterfall/recovery.js'
import { evaluateBecause } from '../oracle/exact.js'
import { exactly, fenOf, sharesOf, textsOf } from './amounts.js'

const borne = { localGuarantor: '4000000', provincialReGuarantor: '3000000', bank: '2000000', localGovernment: '1000000' }
const recovered = (gross: string, cost: string, returnedBefore: Readonly<Record<string, string>> = {}) =>
  recovery({ borne: sharesOf(borne), returnedBefore: sharesOf(returnedBefore), gross: exactly(gross), cost: exactly(cost) })

describe('recovery', () => {
  test('costs first, then in the proportion borne', () => {
    expect(fenOf(recoveryInMoney(recovered('200000', '20000'), 'bank').returned)).toEqual({
      localGuarantor: evaluateBecause('(200000 - 20000) × 40%'),
      provincialReGuarantor: evaluateBecause('(200000 - 20000) × 30%'),
      bank: evaluateBecause('(200000 - 20000) × 20%'),
      localGovernment: evaluateBecause('(200000 - 20000) × 10%'),
    })
  })

  test.each([
    { name: 'costs as high as the recovery', gross: '100', cost: '100', net: '0', total: '0', uncovered: '0', excess: '0' },
    { name: 'costs above it', gross: '100', cost: '100.01', net: '0', total: '0', uncovered: '0.01', excess: '0' },
    { name: 'all that was borne', gross: '10000001', cost: '1', net: '10000000', total: '10000000', uncovered: '0', excess: '0' },
    { name: 'more than was borne', gross: '10000002', cost: '1', net: '10000001', total: '10000000', uncovered: '0', excess: '1' },
  ])('$name', ({ gross, cost, net, total, uncovered, excess }) => {
    const worksheet = recovered(gross, cost)
    expect([worksheet.net, worksheet.returnedTotal, worksheet.uncoveredCost, worksheet.excess].map(fractionText)).toEqual([
      net,
      total,
      uncovered,
      excess,
    ])
  })

  test('what came back before is never returned again', () => {
    const worksheet = recovered('9000001', '0', {
      localGuarantor: '400000',
      provincialReGuarantor: '300000',
      bank: '200000',
      localGovernment: '100000',
    })
    expect(textsOf(worksheet.returned)).toEqual({
      localGuarantor: '3600000',
      provincialReGuarantor: '2700000',
      bank: '1800000',
      localGovernment: '900000',
    })
    expect(fractionText(worksheet.excess)).toBe('1')
  })

  test('nothing borne: all is excess', () => {
    const worksheet = recovery({ borne: sharesOf({ a: '0', b: '0' }), gross: exactly('5'), cost: exactly('1') })
    expect(textsOf(worksheet.returned)).toEqual({ a: '0', b: '0' })
    expect(fenOf(recoveryInMoney(worksheet, 'a').returned)).toEqual({ a: '0.00', b: '0.00' })
    expect(moneyText(recoveryInMoney(worksheet, 'a').excess)).toBe('4.00')
  })

  test('the bearer of the odd fen never has back more than it bore', () => {
    const parties = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`p${index}`, '0.01']))
    const worksheet = recovery({ borne: sharesOf(parties), gross: exactly('0.05'), cost: exactly('0') })
    expect(Object.values(recoveryInMoney(worksheet, 'p10').returned).every((share) => share.lessThanOrEqualTo('0.01'))).toBe(true)
  })

  test.each([
    ['a negative recovery', () => recovered('-1', '0')],
    ['a negative cost', () => recovered('1', '-1')],
    ['more returned than borne', () => recovered('1', '0', { bank: '2000000.01' })],
    ['a return to a stranger', () => recovered('1', '0', { insurer: '1' })],
  ])('refuses %s', (_, call) => {
    expect(call).toThrow(RangeError)
  })
})

const fen = fc.nat({ max: 10_000_000 }).map((amount) => exactly(`${amount}/100`))
const amounts = fc.dictionary(fc.constantFrom('bank', 'city', 'fund', 'insurer'), fen, { minKeys: 1 })

test('law: nobody has back more than it bore; returns and excess sum to the net, to the fen', () => {
  fc.assert(
    fc.property(amounts, fen, fen, fc.constantFrom('bank', 'city', undefined), (bearing, gross, cost, bearer) => {
      const worksheet = recovery({ borne: bearing, gross, cost })
      expect(compare(plus(sumOf(Object.values(worksheet.returned)), worksheet.excess), worksheet.net)).toBe(0)
      const { returned, excess } = recoveryInMoney(worksheet, bearer)
      expect(moneyText(moneySum(Object.values(returned)).plus(excess))).toBe(moneyText(inFen(worksheet.net)))
      for (const [party, share] of Object.entries(returned))
        expect(share.lessThanOrEqualTo(inFen(bearing[party] ?? exactly('0')))).toBe(true)
    }),
  )
})

test('law: compensation, then full recovery at no cost, returns every party to zero', () => {
  fc.assert(
    fc.property(fen, fen, fen, (limit, loss, cost) => {
      const layers = [{ limit, shares: sharesOf({ pool: '1' }) }, { shares: sharesOf({ bank: '1/3', city: '1/6', district: '1/2' }) }]
      const { parties } = throughLayers(loss, layers)
      const { returned, excess } = recovery({ borne: parties, gross: plus(loss, cost), cost })
      for (const [party, amount] of Object.entries(parties)) expect(fractionText(minus(amount, returned[party] ?? exactly('0')))).toBe('0')
      expect(fractionText(excess)).toBe('0')
    }),
  )
})
