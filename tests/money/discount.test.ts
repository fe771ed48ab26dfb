import { describe, expect, test } from 'vitest'
import { decimalOf } from '../../src/money/decimal.js'
import { discountsOf } from '../../src/money/discount.js'

const found = (amounts: readonly string[], times: readonly number[]) => discountsOf(amounts, times).map((discount) => discount.toFixed(20))

describe('discountsOf', () => {
  test.each([
    { name: 'one', amounts: ['-100', '125'], times: [0, 1], expected: ['0.80000000000000000000'] },
    { name: 'any order, one unit apart or more', amounts: ['100', '-25'], times: [2, 0], expected: ['0.50000000000000000000'] },
    { name: 'amounts at one time are one amount', amounts: ['-60', '-40', '125'], times: [0, 0, 1], expected: ['0.80000000000000000000'] },
    // −100 + 230 v − 132 v² = 0 at 1 ÷ 1.1 and 1 ÷ 1.2
    {
      name: 'two, the larger first',
      amounts: ['-100', '230', '-132'],
      times: [0, 1, 2],
      expected: ['0.90909090909090909091', '0.83333333333333333333'],
    },
    { name: 'none without a change of sign', amounts: ['1', '2'], times: [0, 1], expected: [] },
    { name: 'none where it is never nothing', amounts: ['-100', '220', '-122'], times: [0, 1, 2], expected: [] },
    { name: 'none of nothing', amounts: [], times: [], expected: [] },
  ])('$name', ({ amounts, times, expected }) => {
    expect(found(amounts, times)).toEqual(expected)
  })

  test('decimals and texts are alike', () => {
    expect(discountsOf([decimalOf('-100'), decimalOf('125')], [0, 1])).toEqual(discountsOf(['-100', '125'], [0, 1]))
  })
})
