import { isCalendarDate } from '../dates/calendar-date.js'
import { DAY_COUNTS } from '../dates/day-counts.js'
import { decimalOf } from '../money/decimal.js'
import { type Fraction, fraction } from '../money/fraction.js'
import { isAmountText, isRateText } from '../money/input.js'

/** One fault of what a caller gave: where, what was expected, what was received. Test `code`; messages may improve. */
export interface LoanIssue {
  readonly code: string
  readonly path: string
  readonly given?: string
  readonly message: { readonly zh: string; readonly en: string }
}

/** A loan, or terms of one, that is not well formed, with every issue. `code` is `loan-invalid`. */
export class LoanError extends RangeError {
  readonly code = 'loan-invalid'
  readonly issues: readonly LoanIssue[]
  constructor(issues: readonly LoanIssue[]) {
    super(issues.map(({ path, message }) => `${path}: ${message.en}`).join('\n'))
    this.name = 'LoanError'
    this.issues = issues
  }
}

/** Looks at one value and notes what is wrong with it. */
export type Check = (value: unknown, path: string, issues: LoanIssue[]) => void

/** A value as an error shows it, cut to 60 characters; a list or a record by its shape. */
function shown(given: unknown): string {
  if (typeof given === 'string') return given.length > 60 ? `${JSON.stringify(given.slice(0, 57))}…` : JSON.stringify(given)
  if (typeof given === 'number' || typeof given === 'boolean' || typeof given === 'bigint') return String(given).slice(0, 60)
  if (Array.isArray(given)) return `list of ${given.length}`
  return given === null ? 'null' : typeof given
}

/** Something expected and something else received. */
export function issue(code: string, path: string, zh: string, en: string, given?: unknown): LoanIssue {
  if (given === undefined) return { code, path, message: { zh: `应为${zh}，但没有给出`, en: `expected ${en}, received nothing` } }
  const cut = shown(given)
  const kind = typeof given === 'number' ? ['数值', 'the number '] : ['', '']
  return { code, path, given: cut, message: { zh: `应为${zh}，收到${kind[0]}${cut}`, en: `expected ${en}, received ${kind[1]}${cut}` } }
}

const value =
  (code: string, zh: string, en: string, holds: (given: unknown) => boolean): Check =>
  (given, path, issues) => {
    if (!holds(given)) issues.push(issue(given === undefined ? 'missing' : code, path, zh, en, given))
  }

export const amount: Check = /* @__PURE__ */ value(
  'amount',
  '以元为单位的小数文本，如"3000000.00"',
  'an amount in yuan as a decimal text such as "3000000.00"',
  isAmountText,
)

/** An amount above zero. */
export const sum: Check = /* @__PURE__ */ value(
  'amount',
  '大于零的金额，以元为单位的小数文本，如"3000000.00"',
  'an amount above zero in yuan as a decimal text such as "3000000.00"',
  (given) => isAmountText(given) && /[1-9]/.test(given),
)

/** An amount that may be negative: money paid out. */
export const signedAmount: Check = /* @__PURE__ */ value(
  'amount',
  '以元为单位的小数文本，支出为负，如"-3000.00"',
  'an amount in yuan as a decimal text, negative when paid, such as "-3000.00"',
  (given) => typeof given === 'string' && isAmountText(given.replace(/^-/, '')),
)

export const rate: Check = /* @__PURE__ */ value(
  'rate',
  '以小数表示的年利率文本，大于-1且不超过1，如"0.0345"',
  'a yearly rate as a fraction above -1 and at most 1, such as "0.0345"',
  isRateText,
)

export const date: Check = /* @__PURE__ */ value('date', '日期，如"2026-01-31"', 'a date such as "2026-01-31"', isCalendarDate)

export const count: Check = /* @__PURE__ */ value('count', '1至1200的整数', 'a whole number from 1 to 1200', isCount)

function isCount(given: unknown): boolean {
  return Number.isSafeInteger(given) && (given as number) >= 1 && (given as number) <= 1200
}

export const yesNo: Check = /* @__PURE__ */ value('yes-no', 'true 或 false', 'true or false', (given) => typeof given === 'boolean')

export const dayCount: Check = /* @__PURE__ */ value(
  'day-count',
  '计息天数规则的名称，如"actual/360"',
  'the name of a day count such as "actual/360"',
  (given) => typeof given === 'string' && Object.hasOwn(DAY_COUNTS, given),
)

export const text: Check = /* @__PURE__ */ value('text', '文本', 'a text', (given) => typeof given === 'string')

export function oneOf(...names: readonly (string | number)[]): Check {
  const list = names.map((name) => JSON.stringify(name)).join(', ')
  return value('choice', `${list}之一`, `one of ${list}`, (given) => (names as readonly unknown[]).includes(given))
}

export function optional(check: Check): Check {
  return (given, path, issues) => {
    if (given !== undefined) check(given, path, issues)
  }
}

export function listOf(check: Check, atLeast = 0): Check {
  return (given, path, issues) => {
    if (!Array.isArray(given) || given.length < atLeast || given.length > 10_000) {
      issues.push(issue(given === undefined ? 'missing' : 'list', path, `至少${atLeast}项的列表`, `a list of at least ${atLeast}`, given))
      return
    }
    given.forEach((entry, index) => {
      check(entry, `${path}[${index}]`, issues)
    })
  }
}

/** A record with exactly these keys; any other key is an issue. */
export function record(fields: { readonly [key: string]: Check }): Check {
  return (given, path, issues) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      issues.push(issue(given === undefined ? 'missing' : 'record', path === '' ? 'input' : path, '一组字段', 'a record', given))
      return
    }
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`)
    for (const key of Object.keys(given)) {
      if (!Object.hasOwn(fields, key)) {
        const known = Object.keys(fields).join(', ')
        issues.push({
          code: 'unknown-key',
          path: at(key),
          message: { zh: `没有这个字段；可用：${known}`, en: `unknown key; expected one of ${known}` },
        })
      }
    }
    for (const key of Object.keys(fields)) (fields[key] as Check)((given as Record<string, unknown>)[key], at(key), issues)
  }
}

/** Every issue at once: first of form, then, when the form is right, of what `cross` finds between fields. Throws LoanError. */
export function checkInput(check: Check, given: unknown, cross?: (issues: LoanIssue[]) => void): void {
  const issues: LoanIssue[] = []
  check(given, '', issues)
  if (issues.length === 0) cross?.(issues)
  if (issues.length > 0) throw new LoanError(issues)
}

/** A rate text, decimal or n/d, as an exact fraction. */
export function rateOf(written: string): Fraction {
  const [numerator, denominator] = written.split('/') as [string, string?]
  return denominator === undefined ? fraction(decimalOf(numerator)) : fraction(decimalOf(numerator), decimalOf(denominator))
}
