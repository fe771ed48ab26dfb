import { describe, expect, test } from 'vitest'
import { fractionText } from '../../src/money/fraction.js'
import { growth } from '../../src/waterfall/growth.js'
import { exactly } from './amounts.js'

describe('growth', () => {
  test.each([
    { name: 'no time', rate: '0.08', years: '0', expected: '1' },
    { name: 'no rate', rate: '0', years: '7', expected: '1' },
    { name: 'whole years are exact', rate: '0.08', years: '5', expected: '1.4693280768' },
    { name: 'whole years of a third', rate: '1/3', years: '2', expected: '16/9' },
    { name: 'whole years written as a quotient', rate: '0.08', years: '730/365', expected: '1.1664' },
    { name: 'half a year with an exact root', rate: '0.0816', years: '1/2', expected: '1.04' },
    // √1.08 to forty digits
    { name: 'half a year', rate: '0.08', years: '1/2', expected: '1.039230484541326376116467804903523420166' },
    // 3 digits over 1 digit, 40 times, are 160
    {
      name: 'the last year that is exact',
      rate: '0.08',
      years: '40',
      expected: '21.72452149679984338542819424872625932793588763019904497598020679433402285687832576',
    },
    { name: 'the first that is not', rate: '0.08', years: '41', expected: '23.46248321654383085626244978862436007417' },
  ])('$name', ({ rate, years, expected }) => {
    expect(fractionText(growth(exactly(rate), exactly(years)))).toBe(expected)
  })

  test.each([
    ['-0.01', '1'],
    ['0.08', '-1'],
  ])('refuses a rate of %s over %s years', (rate, years) => {
    expect(() => growth(exactly(rate), exactly(years))).toThrow(RangeError)
  })
})
