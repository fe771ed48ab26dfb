import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { decimalOf } from '../../src/money/decimal.js'
import { compare, fraction, fractionText } from '../../src/money/fraction.js'
import {
  type AmountText,
  printedAmount,
  printedRate,
  type RateText,
  readAmount,
  readPrinted,
  readRate,
  type TenorText,
} from '../../src/money/printed.js'

describe('readPrinted', () => {
  test.each([
    ['300元', 'amount', '300'],
    ['0元', 'amount', '0'],
    ['1000万元', 'amount', '10000000'],
    ['0.5万元', 'amount', '5000'],
    ['1.5亿元', 'amount', '150000000'],
    ['33333.33元', 'amount', '33333.33'],
    ['3000000 yuan', 'amount', '3000000'],
    ['50%', 'rate', '0.5'],
    ['0.5%', 'rate', '0.005'],
    ['100%', 'rate', '1'],
    ['3‰', 'rate', '0.003'],
    ['1.5个百分点', 'rate', '0.015'],
    ['2百分点', 'rate', '0.02'],
    ['-0.5个百分点', 'rate', '-0.005'],
    ['1.5 points', 'rate', '0.015'],
    ['1 point', 'rate', '0.01'],
    ['150BP', 'rate', '0.015'],
    ['-30BP', 'rate', '-0.003'],
    ['50 bp', 'rate', '0.005'],
    ['25个基点', 'rate', '0.0025'],
    ['1/3', 'rate', '1/3'],
    ['3/4', 'rate', '0.75'],
    ['三分之一', 'rate', '1/3'],
    ['四分之三', 'rate', '0.75'],
    ['二十五分之十二', 'rate', '0.48'],
    ['九十九分之十', 'rate', '10/99'],
    ['百分之三十', 'rate', '0.3'],
    ['百分之九十九', 'rate', '0.99'],
    ['千分之三', 'rate', '0.003'],
    ['万分之五', 'rate', '0.0005'],
    ['3', 'number', '3'],
    ['0.5', 'number', '0.5'],
    ['1.3倍', 'number', '1.3'],
    ['5倍', 'number', '5'],
    ['2年', 'months', '24'],
    ['24个月', 'months', '24'],
    ['1年6个月', 'months', '18'],
    ['1 year', 'months', '12'],
    ['2 years', 'months', '24'],
    ['1 month', 'months', '1'],
    ['6 months', 'months', '6'],
    ['180天', 'days', '180'],
    ['180日', 'days', '180'],
    ['1 day', 'days', '1'],
    ['180 days', 'days', '180'],
  ] as const)('%s', (text, kind, value) => {
    const printed = readPrinted(text)
    expect([printed?.kind, printed && fractionText(printed.value)]).toEqual([kind, value])
  })

  test.each([
    '',
    ' ',
    '元',
    '万元',
    '%',
    '1000万',
    '1,000元',
    '1，000元',
    '１０００元',
    '1e5',
    '1e5元',
    'NaN',
    'Infinity',
    '+5元',
    '-5元',
    '-50%',
    '-3',
    '-2年',
    '-1/3',

    '5 元',
    '5元 ',
    ' 5元',
    '05元',
    '.5元',
    '5.元',
    '1.5年',
    '0.5个月',
    '1.5天',
    '1/0',
    '0/0',
    '1/-3',
    '1.5/2',
    '1年零6个月',
    '1年0个月',
    '半年',
    '50％',

    '零分之一',
    '三分之零',
    '分之一',
    '三分之',
    '三分之一点五',
    '一百分之一',
    '三分之百',
    '二五分之一',
    '十十分之一',
    '两分之一',
    'constructor',
    '5constructor',
    'toString',
    '5__proto__',
    '1BP2',
    '1234567890123456789元',
    '0x10',
    '1_000元',
    '--5BP',
    '5 BPs',
  ])('refuses "%s"', (text) => expect(readPrinted(text)).toBeUndefined())

  test('each reader takes its own kind only', () => {
    const texts = ['1000万元', '50%', '3', '2年']
    expect(texts.map((text) => readAmount(text) !== undefined)).toEqual([true, false, false, false])
    expect(texts.map((text) => readRate(text) !== undefined)).toEqual([false, true, false, false])
  })

  test('law: 一 to 九十九 are read as their numbers', () => {
    const digits = '一二三四五六七八九'.split('')
    const numeral = (number: number): string => {
      const [tens, ones] = [Math.floor(number / 10), number % 10]
      return (tens > 1 ? (digits[tens - 1] ?? '') : '') + (tens > 0 ? '十' : '') + (ones > 0 ? (digits[ones - 1] ?? '') : '')
    }
    for (let denominator = 1; denominator <= 99; denominator += 1) {
      for (const numerator of [1, denominator, 99]) {
        const value = readRate(`${numeral(denominator)}分之${numeral(numerator)}`)
        expect(value && compare(value, fraction(decimalOf(numerator), decimalOf(denominator)))).toBe(0)
      }
    }
  })
})

describe('printing', () => {
  test.each([
    ['0', '0元'],
    ['0.01', '0.01元'],
    ['300', '300元'],
    ['5000', '5000元'],
    ['9999.99', '9999.99元'],
    ['10000', '1万元'],
    ['12500', '1.25万元'],
    ['33333', '33333元'],
    ['10000000', '1000万元'],
    ['99990000', '9999万元'],
    ['100000000', '1亿元'],
    ['123450000', '12345万元'],
    ['150000000', '1.5亿元'],
    ['5000000000', '50亿元'],
  ])('%s yuan is %s', (yuan, text) => expect(printedAmount(fraction(decimalOf(yuan)))).toBe(text))

  test.each([
    ['0.5', 1, '50%'],
    ['0.015', 1, '1.5%'],
    ['0.0345', 1, '3.45%'],
    ['0', 1, '0%'],
    ['1', 1, '100%'],
    ['1', 3, '1/3'],
    ['2', 6, '1/3'],
    ['3', 4, '75%'],
    ['-0.005', 1, '-0.5个百分点'],
  ] as const)('%s / %i is %s', (numerator, denominator, text) =>
    expect(printedRate(fraction(decimalOf(numerator), decimalOf(denominator)))).toBe(text),
  )

  test('law: what is printed reads back as the same value', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 17n), (fen) => {
        const amount = fraction(decimalOf(String(fen)), decimalOf(100))
        const read = readAmount(printedAmount(amount))
        expect(read && compare(read, amount)).toBe(0)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
        const rate = fraction(decimalOf(numerator), decimalOf(denominator))
        const read = readRate(printedRate(rate))
        expect(read && compare(read, rate)).toBe(0)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: -1 }), (points) => {
        const rate = fraction(decimalOf(points), decimalOf(10_000))
        const read = readRate(printedRate(rate))
        expect(read && compare(read, rate)).toBe(0)
      }),
    )
  })
})

test('types catch a missing unit', () => {
  expectTypeOf<'1000万元'>().toExtend<AmountText>()
  expectTypeOf<'1.5亿元'>().toExtend<AmountText>()
  expectTypeOf<'1000万'>().not.toExtend<AmountText>()
  expectTypeOf<'1000'>().not.toExtend<AmountText>()
  expectTypeOf<'50%'>().toExtend<RateText>()
  expectTypeOf<'-0.5个百分点'>().toExtend<RateText>()
  expectTypeOf<'三分之一'>().toExtend<RateText>()
  expectTypeOf<'50'>().not.toExtend<RateText>()
  expectTypeOf<'2年'>().toExtend<TenorText>()
  expectTypeOf<'1年6个月'>().toExtend<TenorText>()
  expectTypeOf<'6月'>().not.toExtend<TenorText>()
  // @ts-expect-error an amount without its yuan
  const amount: AmountText = '1000万'
  expect(readAmount(amount)).toBeUndefined()
})
