import { Decimal as Host } from 'decimal.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY_COUNTS } from '../../src/dates/day-counts.js'
import { allocate } from '../../src/money/allocation.js'
import { Approximate, Decimal, decimalOf, ONE, ZERO } from '../../src/money/decimal.js'
import { fraction, fractionText, times } from '../../src/money/fraction.js'
import { printedAmount, readAmount } from '../../src/money/printed.js'
import { moneyText, round } from '../../src/money/rounding.js'

describe('decimalOf', () => {
  test.each([
    ['3000000.00', '3000000'],
    ['-0.5', '-0.5'],
    ['0', '0'],
    ['0.0000000001', '0.0000000001'],
    ['999999999999999.99', '999999999999999.99'],
    [36, '36'],
    [-3, '-3'],
  ] as const)('%s', (given, text) => expect(decimalOf(given).toFixed()).toBe(text))

  test.each([
    '',
    '1e3',
    '0x10',
    '1_000',
    '1,000',
    '.5',
    '5.',
    '+5',
    ' 5',
    '５',
    'NaN',
    'Infinity',
    '--1',
    0.5,
    Number.NaN,
    2 ** 53,
    Number.POSITIVE_INFINITY,
  ])('refuses %s', (given) => expect(() => decimalOf(given)).toThrow(RangeError))

  test('zero and one', () => {
    expect([ZERO.toFixed(), ONE.toFixed()]).toEqual(['0', '1'])
    expect(Approximate.precision).toBe(50)
  })

  test('products of long numbers keep every digit', () => {
    const digits = '7'.repeat(200)
    expect(decimalOf(digits).times(decimalOf(digits)).plus(ONE).toFixed()).toBe(String(BigInt(digits) * BigInt(digits) + 1n))
  })
})

describe('a program that sets its own decimal.js', () => {
  const before = { precision: Host.precision, rounding: Host.rounding, toExpPos: Host.toExpPos, toExpNeg: Host.toExpNeg }
  beforeAll(() => {
    Host.set({ precision: 5, rounding: 1, toExpPos: 2, toExpNeg: 0, maxE: 9 })
  })
  afterAll(() => {
    Host.set({ defaults: true })
    Host.set(before)
  })

  test('changes nothing', () => {
    expect(new Host('1').div(3).toString()).toBe('3.3333e-1')
    const interest = times(fraction(decimalOf('999999999999.99')), DAY_COUNTS['actual/360'].yearFraction('2025-01-01', '2025-12-31'))
    expect(fractionText(interest)).toBe('1011111111111.101')
    expect(moneyText(round(interest, { to: 'fen', mode: 'half-up' }))).toBe('1011111111111.10')
    expect(moneyText(new Decimal('1234567890.125'))).toBe('1234567890.13')
    expect(allocate(decimalOf('1234567.89'), [fraction(ONE), fraction(ONE), fraction(ONE)]).map(moneyText)).toEqual([
      '411522.63',
      '411522.63',
      '411522.63',
    ])
    expect(printedAmount(readAmount('1234567890.12元') ?? fraction(ZERO))).toBe('1234567890.12元')
    expect(Host.precision).toBe(5)
  })
})
