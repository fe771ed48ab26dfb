import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptsCapitals, capitals, readCapitals } from '../../src/money/capitals.js'
import numericCases from '../data/numeric-cases.json' with { type: 'json' }

const published = numericCases.cases.flatMap(({ id, kind, inputs, expected }) =>
  kind === 'rmbUppercase' ? [{ id, amount: (inputs as { amount: string }).amount, forms: expected as string[] }] : [],
)

describe('published forms', () => {
  test('there are seven', () => expect(published).toHaveLength(7))
  test.each(published)('$id $amount', ({ amount, forms }) => {
    expect(forms).toContain(capitals(amount))
    for (const form of forms) {
      expect(acceptsCapitals(amount, form)).toBe(true)
      expect(Number(readCapitals(form))).toBe(Number(amount))
    }
  })
})

describe('capitals', () => {
  test.each([
    ['0', '人民币零元整'],
    ['0.00', '人民币零元整'],
    ['1.00', '人民币壹元整'],
    ['0.05', '人民币伍分'],
    ['0.50', '人民币伍角整'],
    ['0.5', '人民币伍角整'],
    ['0.55', '人民币伍角伍分'],
    ['10', '人民币壹拾元整'],
    ['100', '人民币壹佰元整'],
    ['101', '人民币壹佰零壹元整'],
    ['110', '人民币壹佰壹拾元整'],
    ['1001', '人民币壹仟零壹元整'],
    ['1010', '人民币壹仟零壹拾元整'],
    ['1409.50', '人民币壹仟肆佰零玖元伍角整'],
    ['1680.32', '人民币壹仟陆佰捌拾元零叁角贰分'],
    ['325.04', '人民币叁佰贰拾伍元零肆分'],
    ['10000', '人民币壹万元整'],
    ['10001', '人民币壹万零壹元整'],
    ['107000.53', '人民币壹拾万柒仟元零伍角叁分'],
    ['1000000', '人民币壹佰万元整'],
    ['100000000', '人民币壹亿元整'],
    ['100000001', '人民币壹亿零壹元整'],
    ['100010000', '人民币壹亿零壹万元整'],
    ['100100000', '人民币壹亿零壹拾万元整'],
    ['123456789012345.67', '人民币壹佰贰拾叁万肆仟伍佰陆拾柒亿捌仟玖佰零壹万贰仟叁佰肆拾伍元陆角柒分'],
    ['1000000000000', '人民币壹万亿元整'],
    ['1000000000001', '人民币壹万亿零壹元整'],
    ['007', '人民币柒元整'],
  ])('%s', (amount, text) => expect(capitals(amount)).toBe(text))

  test.each(['', '-1', '1.005', '1000000000000000', '1e3', '1,000', 'x'])('refuses %j', (amount) => {
    expect(() => capitals(amount)).toThrow(RangeError)
    expect(() => acceptsCapitals(amount, '人民币壹元整')).toThrow(RangeError)
  })
})

describe('acceptsCapitals', () => {
  test.each([
    ['1680.32', '人民币壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '人民币壹拾万零柒仟元伍角叁分'],
    ['107000', '人民币壹拾万零柒仟元整'],
    ['100001000', '人民币壹亿零壹仟元整'],
    ['100001000', '人民币壹亿壹仟元整'],
    ['1.00', '人民币壹元正'],
    ['26000.5', '人民币貳萬陸仟圓伍角正'],
    ['1409.50', '人民币壹仟肆佰零玖元伍角'],
  ])('%s may be %s', (amount, text) => {
    expect(acceptsCapitals(amount, text)).toBe(true)
    expect(Number(readCapitals(text))).toBe(Number(amount))
  })

  test.each([
    ['1.00', '人民币壹元', 'no 整 after 元'],
    ['0.05', '人民币伍分整', '整 after 分'],
    ['1.00', '壹元整', 'no prefix'],
    ['325.04', '人民币叁佰贰拾伍元肆分', 'a zero that must be written'],
    ['6007.14', '人民币陆仟柒元壹角肆分', 'a zero that must be written'],
    ['107000.53', '人民币壹拾万零柒仟元零伍角叁分', 'both optional zeros'],
    ['101.1', '人民币壹佰零壹元零壹角整', 'a zero where none is'],
    ['10', '人民币拾元整', 'ten without its one'],
    ['1.00', '人民币一元整', 'plain numerals'],
    ['1.00', '人民币贰元整', 'another amount'],
  ])('%s is not %s: %s', (amount, text) => expect(acceptsCapitals(amount, text)).toBe(false))

  const fen = fc.oneof(fc.bigInt(0n, 10n ** 17n - 1n), fc.bigInt(0n, 10n ** 8n), roundNumbers())
  const textOf = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`

  test('law: the printed form is accepted, for its own amount only', () => {
    fc.assert(
      fc.property(fen, fen, (a, b) => {
        expect(acceptsCapitals(textOf(a), capitals(textOf(a)))).toBe(true)
        expect(acceptsCapitals(textOf(b), capitals(textOf(a)))).toBe(a === b)
      }),
    )
  })

  test('law: what is printed is read back, and two amounts are never printed alike', () => {
    fc.assert(
      fc.property(fen, (value) => {
        expect(readCapitals(capitals(textOf(value)))).toBe(textOf(value))
      }),
    )
    const printed = Array.from({ length: 20_000 }, (_, index) => capitals(textOf(BigInt(index * 7919))))
    expect(new Set(printed).size).toBe(printed.length)
  })
})

/** Amounts of few digits among many zeros, where the zeros of the spelling are decided. */
function roundNumbers(): fc.Arbitrary<bigint> {
  const digit = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 16 }))
  return fc.array(digit, { minLength: 1, maxLength: 4 }).map((digits) => {
    const places = Array<number>(17).fill(0)
    for (const [value, place] of digits) places[place] = value
    return BigInt(places.join(''))
  })
}

describe('readCapitals', () => {
  test.each([
    '',
    '人民币',
    '人民币整',
    '人民币元整',
    '人民币壹元',
    '壹元整',
    '人民币伍分整',
    '人民币拾元整',
    '人民币一元整',
    '人民币壹佰贰元整',
    '人民币叁佰贰拾伍元肆分',
    '人民币壹万万元整',
    '人民币零元',
    '人民币零壹元整',
    `人民币${'壹'.repeat(60)}元整`,
    '人民币壹仟万亿元整',
  ])('reads nothing in %j', (text) => expect(readCapitals(text)).toBeUndefined())

  test('law: whatever is read is one of the permitted forms', () => {
    const characters = fc.constantFrom(...'人民币零壹贰叁玖拾佰仟万亿元角分整'.split(''))
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 12 }), (rest) => {
        const text = `人民币${rest.join('')}`
        const amount = readCapitals(text)
        if (amount !== undefined) expect(acceptsCapitals(amount, text)).toBe(true)
        else expect(acceptsCapitals('1.00', text)).toBe(false)
      }),
    )
  })
})
