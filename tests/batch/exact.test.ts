import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, dividedBy, pairOf, plus, times, wholeQuotient } from '../../src/batch/exact.js'
import { UNUSUAL } from '../../src/batch/outside.js'
import { roundedFen, yuanText } from '../../src/batch/rounding.js'
import { type Row, rowOf } from '../../src/batch/row.js'
import { Decimal } from '../../src/money/decimal.js'
import { fraction } from '../../src/money/fraction.js'
import { moneyText, ROUNDING_MODES, ROUNDING_UNITS, type RoundingMode, type RoundingUnit, round } from '../../src/money/rounding.js'

const LARGEST = Number.MAX_SAFE_INTEGER
const row = rowOf({ applicant: 1, loan: 1, support: 1 })

/** Whole numbers of every size, many of them near the largest a double holds exactly. */
const whole = fc.oneof(
  fc.integer({ min: 0, max: LARGEST }),
  fc.integer({ min: LARGEST - 1000, max: LARGEST }),
  fc.integer({ min: 94_906_200, max: 94_906_300 }),
  fc.integer({ min: 0, max: 100_000 }),
)
const signed = fc.tuple(whole, fc.boolean()).map(([value, isNegative]) => (isNegative ? -value : value))
const under = whole.map((value) => Math.max(1, value))
const quotients = fc.tuple(signed, under, signed, under)

/** The result as a quotient, or nothing where it is too large. */
function resultOf(work: () => number): { readonly over: bigint; readonly under: bigint } | undefined {
  try {
    const over = work()
    return { over: BigInt(over), under: BigInt(row.under) }
  } catch (error) {
    expect(error).toBe(UNUSUAL)
    return undefined
  }
}

type Operation = (row: Row, a: number, aUnder: number, b: number, bUnder: number) => number

function agrees(operation: Operation, exact: (a: bigint, b: bigint, c: bigint, d: bigint) => readonly [bigint, bigint]): void {
  fc.assert(
    fc.property(quotients, ([a, b, c, d]) => {
      const result = resultOf(() => operation(row, a, b, c, d))
      const [over, divisor] = exact(BigInt(a), BigInt(b), BigInt(c), BigInt(d))
      if (result === undefined) return
      expect(result.under > 0n).toBe(true)
      expect(result.over * divisor).toBe(over * result.under)
    }),
    { numRuns: 5000 },
  )
}

describe('whole numbers up to the largest a double holds exactly', () => {
  test('a sum is exact or refused', () => agrees(plus, (a, b, c, d) => [a * d + c * b, b * d]))
  test('a product is exact or refused', () => agrees(times, (a, b, c, d) => [a * c, b * d]))
  test('a quotient is exact or refused', () => agrees(dividedBy, (a, b, c, d) => (c === 0n ? [0n, 1n] : [a * d, b * c])))

  test('a comparison is always decided', () => {
    fc.assert(
      fc.property(quotients, ([a, b, c, d]) => {
        const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b)
        expect(Math.sign(compare(a, b, c, d))).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0)
      }),
      { numRuns: 5000 },
    )
  })

  test.each([
    { a: LARGEST, b: 0, sum: LARGEST },
    { a: LARGEST - 1, b: 1, sum: LARGEST },
    { a: LARGEST, b: 1, sum: undefined },
    { a: -LARGEST, b: -1, sum: undefined },
  ])('$a + $b', ({ a, b, sum }) => {
    expect(resultOf(() => plus(row, a, 1, b, 1))?.over).toBe(sum === undefined ? undefined : BigInt(sum))
  })

  test.each([
    { name: 'the largest product', a: 6361, b: 1_416_003_655_831, product: 9_007_199_254_740_991n },
    { name: 'one more', a: 2 ** 26, b: 2 ** 27, product: undefined },
  ])('$name', ({ a, b, product }) => {
    expect(resultOf(() => times(row, a, 1, b, 1))?.over).toBe(product)
  })

  test('a whole quotient leaves less than one divisor', () => {
    fc.assert(
      fc.property(whole, under, (over, divisor) => {
        expect(BigInt(wholeQuotient(over, divisor))).toBe(BigInt(over) / BigInt(divisor))
      }),
    )
  })

  test('a constant is in lowest terms, or refused', () => {
    expect(pairOf(fraction(new Decimal('-0.0150')))).toEqual({ over: -3, under: 200 })
    expect(pairOf(fraction(new Decimal(LARGEST)))).toEqual({ over: LARGEST, under: 1 })
    expect(() => pairOf(fraction(new Decimal('9007199254740992')))).toThrow(UNUSUAL)
  })
})

describe('rounding', () => {
  const units = Object.keys(ROUNDING_UNITS) as RoundingUnit[]
  const modes = Object.keys(ROUNDING_MODES) as RoundingMode[]

  test('is that of the engine, or refused', () => {
    const halves = fc.tuple(whole, fc.constantFrom(2, 200, 20_000, 7_200_000)).map(([over, divisor]) => [over, divisor] as const)
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(whole, under), halves),
        fc.constantFrom(...units),
        fc.constantFrom(...modes),
        ([over, divisor], to, mode) => {
          const fen = resultOf(() => roundedFen(row, { over, under: divisor, ceilingOver: 0, ceilingUnder: 0 }, { to, mode }))
          if (fen === undefined) return
          expect(yuanText(Number(fen.over))).toBe(moneyText(round(fraction(new Decimal(over), new Decimal(divisor)), { to, mode })))
        },
      ),
      { numRuns: 5000 },
    )
  })
})
