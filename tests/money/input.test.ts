import { describe, expect, test } from 'vitest'
import { isAmountText, isRateText } from '../../src/money/input.js'

describe('isAmountText', () => {
  test.each(['0', '0.00', '0.1', '3000000', '3000000.00', '999999999999999', '999999999999999.99'])('%s', (text) =>
    expect(isAmountText(text)).toBe(true),
  )
  test.each([
    '',
    '-1',
    '+1',
    '1.',
    '.5',
    '1.001',
    '1000000000000000',
    '1e3',
    '1,000',
    '1_000',
    '0x1',
    ' 1',
    '1 ',
    '1\n',
    '１',
    'NaN',
    'Infinity',
    3,

    null,
    undefined,
    ['1'],
  ])('refuses %j', (text) => expect(isAmountText(text)).toBe(false))
})

describe('isRateText', () => {
  test.each(['0', '0.0345', '1', '1.00', '-0.999', '-0', '1/3', '3/3', '-1/3', '0/7'])('%s', (text) => expect(isRateText(text)).toBe(true))
  test.each([
    '',
    '1.01',
    '2',
    '-1',
    '-1.0',
    '-3/3',
    '4/3',
    '1/0',
    '1/-3',
    '3.45%',
    '.5',
    '0.',
    '1e-2',
    '+0.1',
    '00.1',
    '0.1\n',
    'NaN',
    0.0345,
    null,
    undefined,
  ])('refuses %j', (text) => expect(isRateText(text)).toBe(false))
})
