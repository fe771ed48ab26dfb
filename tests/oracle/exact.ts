/** A quotient of whole numbers in lowest terms; the denominator is above zero. Shares nothing with `src`: it is the second opinion. */
export interface Exact {
  readonly over: bigint
  readonly under: bigint
}

export function exact(over: bigint, under = 1n): Exact {
  if (under === 0n) throw new RangeError('expected a divisor other than zero')
  let divisor = under < 0n ? -under : under
  for (let rest = over < 0n ? -over : over; rest !== 0n; ) [divisor, rest] = [rest, divisor % rest]
  const sign = under < 0n ? -1n : 1n
  return { over: (sign * over) / divisor, under: (sign * under) / divisor }
}

export const NOTHING: Exact = { over: 0n, under: 1n }

/** A plain decimal text such as '0.0345', exactly. */
export function exactOf(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new RangeError(`expected a plain decimal, received "${text}"`)
  const [, sign, whole = '', places = ''] = match
  return exact(BigInt(`${sign}${whole}${places}`), 10n ** BigInt(places.length))
}

export const add = (a: Exact, b: Exact): Exact => exact(a.over * b.under + b.over * a.under, a.under * b.under)
export const subtract = (a: Exact, b: Exact): Exact => exact(a.over * b.under - b.over * a.under, a.under * b.under)
export const multiply = (a: Exact, b: Exact): Exact => exact(a.over * b.over, a.under * b.under)
export const divide = (a: Exact, b: Exact): Exact => exact(a.over * b.under, a.under * b.over)
/** Below zero, zero or above zero, as `a` is less than, equal to or more than `b`. */
export const order = (a: Exact, b: Exact): number =>
  Number(a.over * b.under - b.over * a.under > 0n) - Number(a.over * b.under - b.over * a.under < 0n)
export const least = (first: Exact, ...others: readonly Exact[]): Exact => others.reduce((a, b) => (order(a, b) <= 0 ? a : b), first)
export const most = (first: Exact, ...others: readonly Exact[]): Exact => others.reduce((a, b) => (order(a, b) >= 0 ? a : b), first)

export type ExactMode = 'half-up' | 'half-even' | 'down' | 'up'

/** How many whole units a quotient makes, rounded; half up, up and down are about distance from zero. */
export function roundedUnits(value: Exact, unit: Exact, mode: ExactMode): bigint {
  const { over, under } = divide(value, unit)
  const size = over < 0n ? -over : over
  const whole = size / under
  const twice = 2n * (size % under)
  const away =
    mode === 'up' ? twice > 0n : mode === 'down' ? false : twice > under || (twice === under && (mode === 'half-up' || whole % 2n === 1n))
  const units = away ? whole + 1n : whole
  return over < 0n ? -units : units
}

const FEN: Exact = { over: 1n, under: 100n }

/** Fen as yuan with two places, such as '9000.00'. */
export function fenText(fen: bigint): string {
  const size = fen < 0n ? -fen : fen
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** An amount rounded half up to the fen, as text. */
export const moneyOf = (value: Exact): string => fenText(roundedUnits(value, FEN, 'half-up'))

const UNITS: readonly (readonly [string, Exact])[] = [
  ['万元', { over: 10_000n, under: 1n }],
  ['亿元', { over: 100_000_000n, under: 1n }],
  ['万', { over: 10_000n, under: 1n }],
  ['亿', { over: 100_000_000n, under: 1n }],
  ['元', { over: 1n, under: 1n }],
  ['%', { over: 1n, under: 100n }],
  ['个百分点', { over: 1n, under: 100n }],
  ['points', { over: 1n, under: 100n }],
  ['point', { over: 1n, under: 100n }],
]

/**
 * The value of an arithmetic text: numbers (with 万, 亿, 元, %, 个百分点 or points), + - × ÷ /, parentheses, min(…, …) and max(…, …).
 *
 * Multiplication and division before addition and subtraction, from left to right. A comma separates the terms of min and max and is followed by a
 * space: thousands are never separated. RangeError for anything else.
 */
export function exactValue(text: string): Exact {
  let at = 0
  const wrong = (expected: string): never => {
    throw new RangeError(`expected ${expected} at ${at + 1} of "${text}"`)
  }
  const skip = () => {
    while (text[at] === ' ') at += 1
  }
  const takes = (token: string): boolean => {
    skip()
    if (!text.startsWith(token, at)) return false
    at += token.length
    return true
  }
  const must = (token: string) => takes(token) || wrong(`"${token}"`)

  const list = (): Exact[] => {
    must('(')
    const values = [sum()]
    while (takes(',')) {
      if (text[at] !== ' ') wrong('a space after the comma')
      values.push(sum())
    }
    must(')')
    if (values.length < 2) wrong('at least two terms')
    return values
  }
  const number = (): Exact => {
    skip()
    const digits = /^(?:0|[1-9]\d*)(?:\.\d+)?/.exec(text.slice(at))?.[0] ?? wrong('a number')
    at += digits.length
    if (/^[\d.]/.test(text.slice(at))) wrong('a number without leading zeros and with one point')
    const value = exactOf(digits)
    const start = at
    for (const [unit, size] of UNITS) if (takes(unit)) return multiply(value, size)
    at = start
    return value
  }
  const term = (): Exact => {
    if (takes('-')) return subtract(NOTHING, term())
    if (takes('min')) {
      const [first, ...others] = list() as [Exact, ...Exact[]]
      return least(first, ...others)
    }
    if (takes('max')) {
      const [first, ...others] = list() as [Exact, ...Exact[]]
      return most(first, ...others)
    }
    if (takes('(')) {
      const value = sum()
      must(')')
      return value
    }
    return number()
  }
  const product = (): Exact => {
    let value = term()
    for (;;) {
      if (takes('×')) value = multiply(value, term())
      else if (takes('÷') || takes('/')) value = divide(value, term())
      else return value
    }
  }
  function sum(): Exact {
    let value = product()
    for (;;) {
      if (takes('+')) value = add(value, product())
      else if (takes('-')) value = subtract(value, product())
      else return value
    }
  }

  const value = sum()
  skip()
  return at === text.length ? value : wrong('an operator or the end')
}

/** What a `because` comes to, rounded half up to the fen, such as '9000.00'. RangeError where it cannot be read. */
export const evaluateBecause = (text: string): string => moneyOf(exactValue(text))
