import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf } from '../../src/money/decimal.js'
import { type Fraction, fraction, fractionText, minus } from '../../src/money/fraction.js'
import { clawBack, dealByDeal } from '../../src/waterfall/claw-back.js'
import { type FundFlow, runWaterfall, yearsApart } from '../../src/waterfall/distribution.js'
import { sumOf } from '../../src/waterfall/parties.js'
import { wholeFundTiers } from '../../src/waterfall/tiers.js'
import { exactly } from './amounts.js'

const texts = (record: object) => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, fractionText(value)]))

describe('clawBack', () => {
  test('two deals: a gain with carry, then a loss', () => {
    const { carryPaid, carryDue } = dealByDeal([{ gain: exactly('10000000') }, { gain: exactly('-6000000') }], exactly('0.2'))
    expect(texts(clawBack(carryPaid, carryDue))).toEqual({
      carryPaid: '2000000',
      carryDue: '800000',
      excess: '1200000',
      limit: '2000000',
      clawBack: '1200000',
    })
  })

  test.each([
    { name: 'less paid than due', paid: '5', due: '6', taxShare: '0', back: '0' },
    { name: 'as much as due', paid: '6', due: '6', taxShare: '0', back: '0' },
    { name: 'nothing due: all that was received', paid: '6', due: '0', taxShare: '0', back: '6' },
    { name: 'nothing due: all that is left after tax', paid: '6', due: '0', taxShare: '1/3', back: '4' },
    { name: 'the excess is below what is left after tax', paid: '6', due: '3', taxShare: '1/3', back: '3' },
    { name: 'nothing paid', paid: '0', due: '3', taxShare: '0', back: '0' },
  ])('$name', ({ paid, due, taxShare, back }) => {
    expect(fractionText(clawBack(exactly(paid), exactly(due), exactly(taxShare)).clawBack)).toBe(back)
  })

  test.each([
    ['a negative carry paid', () => clawBack(exactly('-1'), exactly('0'))],
    ['a tax share above one', () => clawBack(exactly('1'), exactly('0'), exactly('1.01'))],
    ['a carry above one', () => dealByDeal([], exactly('1.01'))],
    ['a negative carry', () => dealByDeal([], exactly('-0.01'))],
  ])('refuses %s', (_, call) => {
    expect(call).toThrow(RangeError)
  })

  test('law: where nothing limits it, deal by deal less claw-back is the whole fund', () => {
    const gains = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }))
    fc.assert(
      fc.property(gains, fc.nat({ max: 100 }), (list, carry) => {
        const { carryPaid, carryDue } = dealByDeal(
          list.map((gain) => ({ gain: exactly(String(gain)) })),
          exactly(`${carry}/100`),
        )
        expect(fractionText(minus(carryPaid, clawBack(carryPaid, carryDue).clawBack))).toBe(fractionText(carryDue))
      }),
    )
  })

  test('law: each deal run alone, less claw-back, leaves the manager what the whole fund run at once gives it', () => {
    const deal = fc.record({ cost: fc.integer({ min: 1, max: 100_000 }), back: fc.nat({ max: 300_000 }) })
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 5 }), fc.nat({ max: 100 }), (deals, percent) => {
        const carry = exactly(`${percent}/100`)
        const carryOf = (list: typeof deals): Fraction => {
          const flows: readonly FundFlow<Fraction>[] = [
            ...list.map(({ cost }) => ({ at: exactly('0'), paidIn: { lp: decimalOf(cost) } })),
            ...list.map(({ back }) => ({ at: exactly('1'), proceeds: decimalOf(back) })),
          ]
          return fraction(runWaterfall({ tiers: wholeFundTiers(['lp'], carry), manager: 'gp', years: yearsApart }, flows).carryPaid)
        }
        const paid = sumOf(deals.map((one) => carryOf([one])))
        const { carryPaid, carryDue } = dealByDeal(
          deals.map(({ cost, back }) => ({ gain: exactly(String(back - cost)) })),
          carry,
        )
        expect(fractionText(paid)).toBe(fractionText(carryPaid))
        expect(fractionText(minus(paid, clawBack(paid, carryDue).clawBack))).toBe(fractionText(carryOf(deals)))
      }),
    )
  })
})
