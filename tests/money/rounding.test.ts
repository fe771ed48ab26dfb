import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, decimalOf } from '../../src/money/decimal.js'
import { compare, type Fraction, fraction, minus } from '../../src/money/fraction.js'
import { moneyText, ROUNDING_MODES, ROUNDING_UNITS, type RoundingMode, type RoundingUnit, round } from '../../src/money/rounding.js'

const of = (numerator: string | number, denominator: string | number = 1): Fraction =>
  fraction(decimalOf(numerator), decimalOf(denominator))

describe('round', () => {
  const rows: readonly (readonly [
    unit: RoundingUnit,
    numerator: string,
    denominator: number,
    halfUp: string,
    halfEven: string,
    down: string,
    up: string,
  ])[] = [
    ['fen', '0.004', 1, '0.00', '0.00', '0.00', '0.01'],
    ['fen', '0.005', 1, '0.01', '0.00', '0.00', '0.01'],
    ['fen', '0.015', 1, '0.02', '0.02', '0.01', '0.02'],
    ['fen', '0.025', 1, '0.03', '0.02', '0.02', '0.03'],
    ['fen', '0.0250000000000000000000000000000000000001', 1, '0.03', '0.03', '0.02', '0.03'],
    ['fen', '0.0249999999999999999999999999999999999999', 1, '0.02', '0.02', '0.02', '0.03'],
    ['fen', '-0.004', 1, '0.00', '0.00', '0.00', '-0.01'],
    ['fen', '-0.005', 1, '-0.01', '0.00', '0.00', '-0.01'],
    ['fen', '-0.015', 1, '-0.02', '-0.02', '-0.01', '-0.02'],
    ['fen', '0', 1, '0.00', '0.00', '0.00', '0.00'],
    ['fen', '9000', 1, '9000.00', '9000.00', '9000.00', '9000.00'],
    ['fen', '1', 3, '0.33', '0.33', '0.33', '0.34'],
    ['fen', '2', 3, '0.67', '0.67', '0.66', '0.67'],
    ['fen', '1', 200, '0.01', '0.00', '0.00', '0.01'],
    ['fen', '3', 200, '0.02', '0.02', '0.01', '0.02'],
    ['fen', '-3', 200, '-0.02', '-0.02', '-0.01', '-0.02'],
    ['fen', '48.6', 360, '0.14', '0.14', '0.13', '0.14'],
    ['fen', '999999999999999.995', 1, '1000000000000000.00', '1000000000000000.00', '999999999999999.99', '1000000000000000.00'],
    ['yuan', '0.5', 1, '1.00', '0.00', '0.00', '1.00'],
    ['yuan', '1.5', 1, '2.00', '2.00', '1.00', '2.00'],
    ['yuan', '2.49', 1, '2.00', '2.00', '2.00', '3.00'],
    ['yuan', '5', 2, '3.00', '2.00', '2.00', '3.00'],
    ['hundred-yuan', '49.99', 1, '0.00', '0.00', '0.00', '100.00'],
    ['hundred-yuan', '50', 1, '100.00', '0.00', '0.00', '100.00'],
    ['hundred-yuan', '150', 1, '200.00', '200.00', '100.00', '200.00'],
    ['hundred-yuan', '-150', 1, '-200.00', '-200.00', '-100.00', '-200.00'],
    ['hundredth-wan', '123450', 1, '123500.00', '123400.00', '123400.00', '123500.00'],
    ['hundredth-wan', '123449.99', 1, '123400.00', '123400.00', '123400.00', '123500.00'],
    ['wan', '4999.99', 1, '0.00', '0.00', '0.00', '10000.00'],
    ['wan', '5000', 1, '10000.00', '0.00', '0.00', '10000.00'],
    ['wan', '15000', 1, '20000.00', '20000.00', '10000.00', '20000.00'],
    ['wan', '50000', 3, '20000.00', '20000.00', '10000.00', '20000.00'],
  ]
  test.each(rows)('to %s: %s / %i', (to, numerator, denominator, ...expected) => {
    const modes: readonly RoundingMode[] = ['half-up', 'half-even', 'down', 'up']
    expect(modes.map((mode) => moneyText(round(of(numerator, denominator), { to, mode })))).toEqual(expected)
  })

  const values = fc.record({
    top: fc.bigInt(-(10n ** 18n), 10n ** 18n),
    bottom: fc.oneof(fc.constantFrom(1n, 200n, 36_000n), fc.bigInt(1n, 10n ** 8n)),
  })
  const rule = fc.record({
    to: fc.constantFrom(...(Object.keys(ROUNDING_UNITS) as RoundingUnit[])),
    mode: fc.constantFrom(...(Object.keys(ROUNDING_MODES) as RoundingMode[])),
  })

  test('law: the result is a whole number of units, less than one unit away, and on the side the mode says', () => {
    fc.assert(
      fc.property(values, rule, ({ top, bottom }, { to, mode }) => {
        const value = of(String(top), String(bottom))
        const rounded = round(value, { to, mode })
        const unit = decimalOf(ROUNDING_UNITS[to].yuan)
        expect(rounded.modulo(unit).isZero()).toBe(true)
        const away = minus(
          { numerator: rounded.abs(), denominator: new Decimal(1) },
          { numerator: value.numerator.abs(), denominator: value.denominator },
        )
        const size = compare(
          { numerator: away.numerator.abs(), denominator: away.denominator },
          fraction(unit, decimalOf(mode === 'up' || mode === 'down' ? 1 : 2)),
        )
        expect(mode === 'up' || mode === 'down' ? size < 0 : size <= 0).toBe(true)
        if (mode === 'down') expect(away.numerator.lessThanOrEqualTo(0)).toBe(true)
        if (mode === 'up') expect(away.numerator.greaterThanOrEqualTo(0)).toBe(true)
        if (mode === 'half-up' && size === 0) expect(away.numerator.greaterThan(0)).toBe(true)
        if (mode === 'half-even' && size === 0) expect(rounded.modulo(unit.times(2)).isZero()).toBe(true)
      }),
    )
  })

  test('law: rounding twice is rounding once', () => {
    fc.assert(
      fc.property(values, rule, ({ top, bottom }, rounding) => {
        const once = round(of(String(top), String(bottom)), rounding)
        expect(moneyText(round(fraction(once), rounding))).toBe(moneyText(once))
      }),
    )
  })
})

describe('moneyText', () => {
  test.each([
    ['0', '0.00'],
    ['-0', '0.00'],
    ['-0.001', '0.00'],
    ['-0.005', '-0.01'],
    ['9000', '9000.00'],
    ['1000000000000000000000000', '1000000000000000000000000.00'],
    ['0.1', '0.10'],
  ])('%s is %s', (given, text) => expect(moneyText(decimalOf(given))).toBe(text))
})

test('every unit and mode has its labels', () => {
  for (const { label } of [...Object.values(ROUNDING_UNITS), ...Object.values(ROUNDING_MODES)])
    expect([label.zh, label.en].every((text) => text.length > 0)).toBe(true)
  expect(Object.keys(ROUNDING_UNITS)).toEqual(['fen', 'yuan', 'hundred-yuan', 'hundredth-wan', 'wan'])
  expect(Object.keys(ROUNDING_MODES)).toEqual(['half-up', 'half-even', 'down', 'up'])
})
