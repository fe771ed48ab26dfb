import { decimalOf } from './decimal.js'
import { dividedBy, type Fraction, fraction, fractionText, isNegative, times } from './fraction.js'

/** An amount as documents print it: '300元', '1000万元', '1.5亿元'. */
export type AmountText = `${number}元` | `${number}万元` | `${number}亿元` | `${number} yuan`

/** A rate, a share or points as documents print them: '50%', '3‰', '1.5个百分点', '150BP', '1/3', '三分之一'. */
export type RateText =
  | `${number}%`
  | `${number}‰`
  | `${number}${'个百分点' | '百分点' | 'BP' | '个基点' | ' bp' | ' points' | ' point'}`
  | `${number}/${number}`
  | `${string}分之${string}`

/** A tenor as documents print it: '2年', '24个月', '1年6个月', '180天'. */
export type TenorText =
  | `${number}${'年' | '个月' | '天' | '日' | ' years' | ' year' | ' months' | ' month' | ' days' | ' day'}`
  | `${number}年${number}个月`

/** What a printed figure says: yuan, a share of one (a yearly one for rates), a plain number, or a tenor in months or in days. */
export interface PrintedValue {
  readonly kind: 'amount' | 'rate' | 'number' | 'months' | 'days'
  readonly value: Fraction
}

// Unit → what it measures, and the power of ten in it; a year is twelve months.
const UNITS: Readonly<Record<string, readonly [kind: PrintedValue['kind'], size: string]>> = {
  元: ['amount', '1'],
  万元: ['amount', '10000'],
  亿元: ['amount', '100000000'],
  ' yuan': ['amount', '1'],
  '%': ['rate', '0.01'],
  '‰': ['rate', '0.001'],
  个百分点: ['rate', '0.01'],
  百分点: ['rate', '0.01'],
  ' point': ['rate', '0.01'],
  ' points': ['rate', '0.01'],
  BP: ['rate', '0.0001'],
  ' bp': ['rate', '0.0001'],
  个基点: ['rate', '0.0001'],
  '': ['number', '1'],
  倍: ['number', '1'],
  年: ['months', '12'],
  ' year': ['months', '12'],
  ' years': ['months', '12'],
  个月: ['months', '1'],
  ' month': ['months', '1'],
  ' months': ['months', '1'],
  天: ['days', '1'],
  日: ['days', '1'],
  ' day': ['days', '1'],
  ' days': ['days', '1'],
}

/**
 * A printed figure as an exact value, or undefined when it is none.
 *
 * Plain digits with an optional decimal part, then the unit: no separators, exponents or full-width digits. Only points and basis points may be
 * negative. Tenors are whole. Fractions are 'n/d' or X分之Y with numerals from 一 to 九十九, X also 百, 千 or 万.
 */
export function readPrinted(text: string): PrintedValue | undefined {
  const [, digits = '', unit = ''] = /^(-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?)(\D*)$/.exec(text) ?? []
  if (digits) {
    const [kind, size] = (Object.hasOwn(UNITS, unit) && UNITS[unit]) || []
    if (kind === undefined || size === undefined || (digits.startsWith('-') && !/点|BP|bp|point/.test(unit))) return undefined
    if (digits.includes('.') && (kind === 'months' || kind === 'days')) return undefined
    return { kind, value: fraction(decimalOf(digits).times(decimalOf(size))) }
  }
  const [, years = '', months = ''] = /^([1-9]\d{0,2})年([1-9]\d{0,2})个月$/.exec(text) ?? []
  if (years && months) return { kind: 'months', value: fraction(decimalOf(Number(years) * 12 + Number(months))) }
  const [, top = '', bottom = ''] = /^(\d{1,15})\/([1-9]\d{0,14})$/.exec(text) ?? []
  if (bottom) return { kind: 'rate', value: fraction(decimalOf(top), decimalOf(bottom)) }
  const [, whole = '', part = ''] = /^(.+)分之(.+)$/.exec(text) ?? []
  const denominator = { 百: 100, 千: 1000, 万: 10_000 }[whole] ?? readNumeral(whole)
  const numerator = readNumeral(part)
  return denominator > 0 && numerator > 0 ? { kind: 'rate', value: fraction(decimalOf(numerator), decimalOf(denominator)) } : undefined
}

/** Yuan of a printed amount such as '1000万元', or undefined. */
export function readAmount(text: string): Fraction | undefined {
  return ofKind('amount', text)
}

/** The share of a printed rate such as '1.5个百分点', or undefined. */
export function readRate(text: string): Fraction | undefined {
  return ofKind('rate', text)
}

/**
 * An amount in yuan as a document prints it, in the largest unit that leaves at least one and at most two decimal places: '1000万元', '1.5亿元', '33333元'.
 *
 * @internal Reading and printing are tested as inverses.
 */
export function printedAmount(amount: Fraction): string {
  for (const unit of ['亿元', '万元']) {
    const count = dividedBy(amount, fraction(decimalOf(UNITS[unit]?.[1] ?? '1')))
    const text = fractionText(count)
    if (/^-?[1-9]\d*(\.\d\d?)?$/.test(text)) return text + unit
  }
  return `${fractionText(amount)}元`
}

/**
 * A rate or share as a document prints it: '50%', '1.5%', a negative one in points, and 'n/d' where no decimal ends.
 *
 * @internal Reading and printing are tested as inverses.
 */
export function printedRate(rate: Fraction): string {
  const percent = fractionText(times(rate, fraction(decimalOf(100))))
  if (percent.includes('/')) return fractionText(rate)
  return percent + (isNegative(rate) ? '个百分点' : '%')
}

function ofKind(kind: PrintedValue['kind'], text: string): Fraction | undefined {
  const printed = readPrinted(text)
  return printed?.kind === kind ? printed.value : undefined
}

/** 一 to 九十九; zero for anything else. */
function readNumeral(text: string): number {
  const [, tens = '', ten = '', ones = ''] = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? []
  const digit = (numeral: string): number => (numeral === '' ? 0 : '零一二三四五六七八九'.indexOf(numeral))
  if (ten === '') return tens === '' || ones === '' ? digit(tens + ones) : 0
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
}
