import type { Issue } from '../assessment/errors.js'
import { type Check, issue } from '../loan/checks.js'
import { isAmount } from './fen.js'

/** Claims, a budget, grants or totals that are not well formed, with every issue. `code` is `portfolio-invalid`. */
export class PortfolioError extends Error {
  readonly code = 'portfolio-invalid'
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, message }) => `${path}: ${message.en}`).join('\n'))
    this.name = 'PortfolioError'
    this.issues = issues
  }
}

/** Throws PortfolioError where there is an issue. */
export function refuseFaults(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new PortfolioError(issues)
}

/** An amount as text or as a Decimal. */
export const amount: Check = (given, path, issues) => {
  if (isAmount(given)) return
  const zh = '以元为单位、最多两位小数的金额，如"3000000.00"'
  issues.push(
    issue(given === undefined ? 'missing' : 'amount', path, zh, 'an amount in yuan with at most two places, such as "3000000.00"', given),
  )
}

/** A text that is not empty: an id, a party, a class. */
export const name: Check = (given, path, issues) => {
  if (typeof given === 'string' && given !== '') return
  issues.push(issue(given === undefined ? 'missing' : 'text', path, '非空文本', 'a text that is not empty', given))
}

/** What the portfolio calls for its answers. */
export const callable: Check = (given, path, issues) => {
  if (typeof given === 'function') return
  issues.push(issue(given === undefined ? 'missing' : 'function', path, '计算函数', 'a function that answers', given))
}

/** A share of a whole from zero to one, such as '0.8' or '1/3'. */
export const share: Check = (given, path, issues) => {
  if (typeof given === 'string' && SHARE.test(given) && isUpToOne(given)) return
  issues.push(
    issue(
      given === undefined ? 'missing' : 'share',
      path,
      '0至1的比例，如"0.8"或"1/3"',
      'a share from 0 to 1 such as "0.8" or "1/3"',
      given,
    ),
  )
}

const SHARE = /^(0(\.\d{1,15})?|1(\.0{1,15})?|\d{1,15}\/[1-9]\d{0,14})$/

function isUpToOne(text: string): boolean {
  const [top = '', bottom] = text.split('/')
  return bottom === undefined || Number(top) <= Number(bottom)
}

/** A list; each entry is looked at. */
export function list(check: Check, atLeast = 1): Check {
  return (given, path, issues) => {
    if (!Array.isArray(given) || given.length < atLeast)
      issues.push(issue(given === undefined ? 'missing' : 'list', path, `至少${atLeast}项的列表`, `a list of at least ${atLeast}`, given))
    else for (const [index, entry] of given.entries()) check(entry, `${path}[${index}]`, issues)
  }
}

/** Notes every id that stands in a list more than once. */
export function distinct(ids: readonly string[], pathOf: (index: number) => string, issues: Issue[]): void {
  const seen = new Set<string>()
  ids.forEach((id, index) => {
    if (seen.has(id)) issues.push({ ...issue('duplicate', pathOf(index), '不重复的编号', 'an id that stands once', id) })
    seen.add(id)
  })
}
