import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/money/allocation.js'
import { decimalOf, ZERO } from '../../src/money/decimal.js'
import { fraction } from '../../src/money/fraction.js'

const weightsOf = (texts: readonly string[]) =>
  texts.map((text) => {
    const [numerator = '', denominator = '1'] = text.split('/')
    return fraction(decimalOf(numerator), decimalOf(denominator))
  })
const shares = (total: string, weights: readonly string[], rule?: Parameters<typeof allocate>[2]) =>
  allocate(decimalOf(total), weightsOf(weights), rule).map((share) => share.toFixed(2))

describe('allocate', () => {
  test.each([
    {
      name: 'thirds, the bearer has the rest',
      total: '100.00',
      weights: ['1/3', '1/3', '1/3'],
      remainderTo: 2,
      expect: ['33.33', '33.33', '33.34'],
    },
    {
      name: 'four parties, the bearer has the rest',
      total: '100.01',
      weights: ['0.15', '0.15', '0.2', '0.5'],
      remainderTo: 3,
      expect: ['15.00', '15.00', '20.00', '50.01'],
    },
    { name: 'the others are rounded half up', total: '0.05', weights: ['0.3', '0.7'], remainderTo: 1, expect: ['0.02', '0.03'] },
    { name: 'just below half', total: '0.05', weights: ['0.2999999', '0.7000001'], remainderTo: 1, expect: ['0.01', '0.04'] },
    {
      name: 'a rest below zero is never borne',
      total: '0.01',
      weights: ['1/2', '1/2', '0'],
      remainderTo: 2,
      expect: ['0.01', '0.00', '0.00'],
    },
    { name: 'largest part cut off first', total: '100.00', weights: ['1/3', '1/3', '1/3'], expect: ['33.34', '33.33', '33.33'] },
    { name: 'largest part, not first party', total: '0.10', weights: ['0.24', '0.36', '0.4'], expect: ['0.02', '0.04', '0.04'] },
    { name: 'weights need not add up to one', total: '9000.00', weights: ['9', '1'], expect: ['8100.00', '900.00'] },
    { name: 'a party without weight has nothing', total: '0.01', weights: ['0', '1'], expect: ['0.00', '0.01'] },
    { name: 'a total of zero', total: '0', weights: ['1', '2'], expect: ['0.00', '0.00'] },
    { name: 'one party', total: '12.34', weights: ['0.7'], expect: ['12.34'] },
    { name: 'whole yuan', total: '100', weights: ['1', '1', '1'], unit: '1', expect: ['34.00', '33.00', '33.00'] },
    { name: 'hundreds', total: '1000', weights: ['1', '2'], unit: '100', expect: ['300.00', '700.00'] },
  ])('$name', ({ total, weights, unit, remainderTo, expect: expected }) => {
    expect(shares(total, weights, { ...(unit !== undefined && { unit }), ...(remainderTo !== undefined && { remainderTo }) })).toEqual(
      expected,
    )
  })

  test.each([
    { name: 'no weight above zero', total: '1', weights: ['0', '0'] },
    { name: 'no party', total: '1', weights: [] },
    { name: 'a negative weight', total: '1', weights: ['2', '-1'] },
    { name: 'a negative total', total: '-0.01', weights: ['1'] },
    { name: 'a total finer than the unit', total: '0.001', weights: ['1'] },
    { name: 'a unit of zero', total: '1', weights: ['1'], unit: '0' },
    { name: 'a bearer who is no party', total: '1', weights: ['1'], remainderTo: 1 },
  ])('refuses $name', ({ total, weights, unit, remainderTo }) => {
    expect(() =>
      shares(total, weights, { ...(unit !== undefined && { unit }), ...(remainderTo !== undefined && { remainderTo }) }),
    ).toThrow(RangeError)
  })

  const weight = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 })).map(([top, bottom]) => `${top}/${bottom}`)
  const weightList = fc.array(weight, { minLength: 1, maxLength: 8 }).filter((list) => list.some((text) => !text.startsWith('0/')))

  test('law: shares are whole units of zero or more and add up to the total, with or without a bearer', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 16n), weightList, fc.nat({ max: 7 }), (fen, weights, bearer) => {
        const total = decimalOf(String(fen)).times(decimalOf('0.01'))
        for (const rule of [{}, { remainderTo: bearer % weights.length }]) {
          const list = allocate(total, weightsOf(weights), rule)
          expect(list.reduce((sum, share) => sum.plus(share), ZERO).equals(total)).toBe(true)
          expect(list.every((share) => !share.isNegative() && share.modulo('0.01').isZero())).toBe(true)
        }
      }),
    )
  })

  test('law: without a bearer no share is a whole unit or more away from its exact part', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 6 }).filter((list) => list.some(Boolean)),
        (fen, weights) => {
          const all = weights.reduce((sum, each) => sum + each, 0)
          const list = allocate(decimalOf(fen), weightsOf(weights.map(String)), { unit: '1' })
          list.forEach((share, index) => {
            const distance = BigInt(share.toFixed()) * BigInt(all) - BigInt(fen) * BigInt(weights[index] ?? 0)
            expect(distance > -BigInt(all) && distance < BigInt(all)).toBe(true)
          })
        },
      ),
    )
  })
})
