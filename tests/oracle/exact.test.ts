import { describe, expect, it } from 'vitest'
import { evaluateBecause, exact, exactOf, exactValue, moneyOf, roundedUnits } from './exact.js'

describe('evaluateBecause', () => {
  it.each([
    ['900000 × 1% × 12 / 12', '9000.00'],
    ['900000 × 1% × 12 ÷ 12', '9000.00'],
    ['90万 × 1个百分点', '9000.00'],
    ['90万元 × 1 个百分点', '9000.00'],
    ['1.5亿 × 1.5 points / 2', '1125000.00'],
    ['1亿元 × 1 point', '1000000.00'],
    ['100元 / 3', '33.33'],
    ['200 / 3', '66.67'],
    ['0.005', '0.01'],
    ['0.0049999999999999999999', '0.00'],
    ['-0.005', '-0.01'],
    ['1 / 3 × 3', '1.00'],
    ['2 + 3 × 4', '14.00'],
    ['(2 + 3) × 4', '20.00'],
    ['10 - 2 - 3', '5.00'],
    ['100 / 10 / 2', '5.00'],
    ['100 / 10 × 2', '20.00'],
    ['-(2 - 5)', '3.00'],
    ['5 - -2', '7.00'],
    ['min(100万, 3000万 × 4%)', '1000000.00'],
    ['max(1, 2, 3) - min(3, 2, 1)', '2.00'],
    ['min(max(1, 2), 50%)', '0.50'],
    ['min(5 , 3)', '3.00'],
    ['0', '0.00'],
    ['100050.50×4%×180÷360×50%', '1000.51'],
    ['100000000000000000000000000000 + 0.01', '100000000000000000000000000000.01'],
  ])('%s = %s', (text, value) => {
    expect(evaluateBecause(text)).toBe(value)
  })

  it.each([
    '',
    '1,000',
    'min(1,000, 2)',
    'min(1,2)',
    'min(1)',
    '007',
    '1.2.3',
    '.5',
    '5.',
    '1e5',
    '1 2',
    '2 x 3',
    '2 * 3',
    '(1',
    '1)',
    '1 +',
    '× 2',
    'abs(1, 2)',
    '５',
    '1 ÷ 0',
    '1 / (2 - 2)',
  ])('refuses "%s"', (text) => {
    expect(() => evaluateBecause(text)).toThrow(RangeError)
  })

  it('keeps quotients exact until the end', () => {
    expect(exactValue('1 / 3 + 1 / 6')).toEqual({ over: 1n, under: 2n })
    expect(exactValue('3.45%')).toEqual({ over: 69n, under: 2000n })
  })
})

describe('rounding to units', () => {
  it.each([
    ['half-up', '2.5', 3n],
    ['half-up', '-2.5', -3n],
    ['half-up', '2.4999', 2n],
    ['half-even', '2.5', 2n],
    ['half-even', '3.5', 4n],
    ['half-even', '-2.5', -2n],
    ['half-even', '2.5001', 3n],
    ['down', '2.9', 2n],
    ['down', '-2.9', -2n],
    ['up', '2.1', 3n],
    ['up', '2', 2n],
    ['up', '-2.1', -3n],
  ] as const)('%s of %s is %s', (mode, value, units) => {
    expect(roundedUnits(exactOf(value), exact(1n), mode)).toBe(units)
  })

  it('shows an amount in fen', () => {
    expect(moneyOf(exactOf('12345.675'))).toBe('12345.68')
    expect(moneyOf(exactOf('-0.004'))).toBe('0.00')
  })
})
