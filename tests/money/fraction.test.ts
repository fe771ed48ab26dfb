import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, decimalOf } from '../../src/money/decimal.js'
import {
  compare,
  decimalText,
  dividedBy,
  type Fraction,
  fraction,
  fractionText,
  higher,
  isNegative,
  isZero,
  lower,
  minus,
  one,
  plus,
  times,
  wholeOf,
  zero,
} from '../../src/money/fraction.js'

/** The sum of a list. */
const sum = (list: readonly Fraction[]): Fraction => list.reduce(plus, zero)

const of = (numerator: string | number, denominator: string | number = 1): Fraction =>
  fraction(decimalOf(numerator), decimalOf(denominator))

/** The same quotient in whole numbers, worked out without the library. */
interface Exact {
  readonly top: bigint
  readonly bottom: bigint
}
const exactly = (top: bigint, bottom: bigint): Exact => ({ top, bottom })
const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b))
const same = (value: Fraction, { top, bottom }: Exact): void => {
  const places = Math.max(value.numerator.decimalPlaces(), value.denominator.decimalPlaces())
  const whole = (decimal: Decimal): bigint => BigInt(decimal.times(new Decimal(10).pow(places)).toFixed())
  expect(whole(value.numerator) * bottom).toBe(whole(value.denominator) * top)
}

const small = fc.record({ top: fc.bigInt(-(10n ** 20n), 10n ** 20n), bottom: fc.bigInt(1n, 10n ** 12n) })
const value = ({ top, bottom }: Exact): Fraction => fraction(new Decimal(String(top)), new Decimal(String(bottom)))

describe('fraction', () => {
  test.each([
    { name: 'a whole number', given: of('3000000'), text: '3000000' },
    { name: 'trailing zeros go', given: of('9000.00'), text: '9000' },
    { name: 'zero', given: zero, text: '0' },
    { name: 'zero over something', given: of(0, 360), text: '0' },
    { name: 'a negative zero', given: of('-0'), text: '0' },
    { name: 'a terminating quotient', given: of(1, 8), text: '0.125' },
    { name: 'a quotient with fives', given: of(7, 125), text: '0.056' },
    { name: 'decimals above and below', given: of('0.3', '0.75'), text: '0.4' },
    { name: 'no exponent for the small', given: of(1, '10000000000'), text: '0.0000000001' },
    { name: 'no exponent for the large', given: of('1000000000000000000000000'), text: '1000000000000000000000000' },
    { name: 'lowest terms', given: of(120, 360), text: '1/3' },
    { name: 'a sign above', given: of(-2, 6), text: '-1/3' },
    { name: 'a sign below moves up', given: of(1, -3), text: '-1/3' },
    { name: 'two signs cancel', given: of(-1, -4), text: '0.25' },
    { name: 'decimals that do not end', given: of('0.1', '0.3'), text: '1/3' },
    {
      name: 'a denominator with fen and too many digits for a plain number',
      given: fraction(decimalOf('1'), decimalOf('70562379599999.99')),
      text: '100/7056237959999999',
    },
    {
      name: 'a numerator too long for a plain number',
      given: fraction(decimalOf('1234567890123456.77'), decimalOf('360')),
      text: '123456789012345677/36000',
    },
  ])('text: $name', ({ given, text }) => expect(fractionText(given)).toBe(text))

  test.each([
    { given: of(1, 3), places: 4, text: '0.3333' },
    { given: of(2, 3), places: 4, text: '0.6667' },
    { given: of(1, 8), places: 2, text: '0.13' },
    { given: of('0.1249999'), places: 2, text: '0.12' },
    { given: of(-1, 8), places: 2, text: '-0.13' },
    { given: of(-1, 1000), places: 2, text: '0.00' },
    { given: of(5), places: 0, text: '5' },
    { given: of(1, 2), places: 0, text: '1' },
    { given: of('0.4999'), places: 0, text: '0' },
  ])('to $places places: $text', ({ given, places, text }) => expect(decimalText(given, places)).toBe(text))

  test('zero below is refused', () => {
    expect(() => of(1, 0)).toThrow(RangeError)
    expect(() => of(0, 0)).toThrow(RangeError)
    expect(() => dividedBy(one, zero)).toThrow(RangeError)
    expect(() => dividedBy(one, of(0, 7))).toThrow(RangeError)
  })

  test('whole numbers share one denominator, and a given one is kept', () => {
    const year = decimalOf(360)
    expect(fraction(decimalOf(7), year).denominator).toBe(year)
    expect(of(7, '1.00').denominator).toBe(one.denominator)
    expect(of(7, -1).denominator).toBe(one.denominator)
    expect(dividedBy(of(7), of(-1)).denominator).toBe(one.denominator)
  })

  test('lower, higher and signs', () => {
    expect(fractionText(lower(of(1, 3), of('0.33')))).toBe('0.33')
    expect(fractionText(higher(of(1, 3), of('0.33')))).toBe('1/3')
    expect([isZero(of(0, 5)), isZero(of(1, 5)), isNegative(of(0, 5)), isNegative(of('-0')), isNegative(of(-1, 5))]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
    expect([compare(of(1, 3), of(2, 6)), Math.sign(compare(of(1, 3), of(1, 2))), Math.sign(compare(of(1, 2), of(1, 3)))]).toEqual([
      0, -1, 1,
    ])
    expect(fractionText(wholeOf(36))).toBe('36')
    expect(fractionText(sum([]))).toBe('0')
  })

  test('law: sums, differences, products and quotients are exact', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        same(plus(value(a), value(b)), exactly(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))
        same(minus(value(a), value(b)), exactly(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom))
        same(times(value(a), value(b)), exactly(a.top * b.top, a.bottom * b.bottom))
        if (b.top !== 0n) same(dividedBy(value(a), value(b)), exactly(a.top * b.bottom, a.bottom * b.top))
        const order = a.top * b.bottom - b.top * a.bottom
        expect(Math.sign(compare(value(a), value(b)))).toBe(order < 0n ? -1 : order > 0n ? 1 : 0)
      }),
    )
  })

  test('law: the text of a fraction is the fraction in lowest terms', () => {
    fc.assert(
      fc.property(small, (a) => {
        const [top = '', bottom = '1'] = fractionText(value(a)).split('/')
        same(of(top, bottom), a)
        if (bottom !== '1') expect(divisor(BigInt(top), BigInt(bottom))).toBe(1n)
      }),
    )
  })

  test('a sum over thousands of items with mixed years stays exact and short', () => {
    const years = [360, 365, 366]
    const items = Array.from({ length: 6000 }, (_, index) => of(`${index + 1}.07`, years[index % 3] as number))
    const total = sum(items)
    const expected = items.reduce(
      (tops, _item, index) => tops + BigInt((index + 1) * 100 + 7) * ((366n * 365n * 360n) / BigInt(years[index % 3] as number)),
      0n,
    )
    same(total, exactly(expected, 100n * 366n * 365n * 360n))
    expect(total.denominator.toFixed().length).toBeLessThan(220)
  })

  test('numbers too long to stay exact are refused, never cut off', () => {
    const primes = Array.from({ length: 400 }, (_, index) => 10_007 + 2 * index).filter((candidate) => {
      for (let factor = 3; factor * factor <= candidate; factor += 2) if (candidate % factor === 0) return false
      return true
    })
    expect(primes.length).toBeGreaterThan(80)
    const many = Array.from({ length: 2 }, (_, index) => primes.map((prime) => of(1, prime + index * 100_000))).flat()
    expect(() => sum(many)).toThrow(RangeError)
  })
})
