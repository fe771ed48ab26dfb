import type { FactGroup, Facts } from '../assessment/context.js'
import { type Issue, type Message, shown } from '../assessment/errors.js'
import { overlappingSlips } from '../loan/slips.js'
import { compare, type Fraction, fractionText, plus, zero } from '../money/fraction.js'
import { isEmptyAlone } from './empty-list.js'

/** What the loans of an application must agree on among themselves, and support from elsewhere with them. */
export function checkLoans(facts: Facts): Issue[] {
  const issues: Issue[] = []
  const loans = facts['loans'] as readonly FactGroup[] | undefined
  if (isEmptyAlone(facts, 'loans')) {
    issues.push(
      issue('empty', 'loans', loans, {
        zh: '应至少有一笔贷款；如尚不清楚，请不要写 loans',
        en: 'expected at least one loan; leave loans out while they are unknown',
      }),
    )
  }
  const ids = new Map<string, number>()
  for (const [index, loan] of (loans ?? []).entries()) {
    const path = `loans[${index}]`
    const id = loan['id'] as string | undefined
    const earlier = id === undefined ? undefined : ids.get(id)
    if (id !== undefined && earlier !== undefined) {
      issues.push(
        issue('duplicate', `${path}.id`, id, {
          zh: `与loans[${earlier}]编号相同：每笔贷款的编号应各不相同`,
          en: `the same number as loans[${earlier}]: give each loan its own`,
        }),
      )
    } else if (id !== undefined) ids.set(id, index)
    checkLoan(loan, path, issues)
  }
  for (const [index, support] of ((facts['otherSupport'] ?? []) as readonly FactGroup[]).entries()) {
    const id = support['loan'] as string | undefined
    if (id !== undefined && loans !== undefined && !ids.has(id)) {
      issues.push(
        issue('unknown-loan', `otherSupport[${index}].loan`, id, {
          zh: 'loans 中没有这个编号的贷款',
          en: 'no loan of this number is among loans',
        }),
      )
    }
  }
  return issues
}

const issue = (code: string, path: string, given: unknown, message: Message): Issue => ({
  code,
  path,
  given: shown(given),
  message: { zh: message.zh, en: `${path}: ${message.en}, received ${shown(given)}` },
})

interface Movement {
  readonly date?: string
  readonly amount?: Fraction
}

function checkLoan(loan: FactGroup, path: string, issues: Issue[]): void {
  const drawdowns = (loan['drawdowns'] ?? []) as readonly Movement[]
  const repayments = (loan['repayments'] ?? []) as readonly Movement[]
  const first = (loan['drawdownDate'] as string | undefined) ?? drawdowns.map(({ date }) => date ?? '').sort()[0]
  const notBefore = (key: string): void => {
    const day = loan[key] as string | undefined
    if (day !== undefined && first !== undefined && day < first) {
      issues.push(
        issue('order', `${path}.${key}`, day, { zh: `早于放款日期${first}`, en: `expected a day not before the drawdown of ${first}` }),
      )
    }
  }
  notBefore('maturityDate')
  notBefore('settledDate')
  for (const [index, { date, amount }] of drawdowns.entries()) stated(`${path}.drawdowns[${index}]`, { date, amount }, issues)
  for (const [index, { date, amount }] of repayments.entries()) {
    stated(`${path}.repayments[${index}]`, { date, amount }, issues)
    if (date !== undefined && first !== undefined && date < first) {
      issues.push(
        issue('order', `${path}.repayments[${index}].date`, date, {
          zh: `早于放款日期${first}`,
          en: `expected a day not before the drawdown of ${first}`,
        }),
      )
    }
  }
  const sum = (list: readonly Movement[]): Fraction => list.reduce((total, { amount }) => plus(total, amount ?? zero), zero)
  const principal = loan['principal'] as Fraction | undefined
  const drawn = drawdowns.length > 0 ? sum(drawdowns) : principal
  if (drawdowns.length > 0 && principal !== undefined && compare(principal, sum(drawdowns)) !== 0) {
    issues.push(
      issue('contradiction', `${path}.principal`, fractionText(principal), {
        zh: `与各次放款之和${fractionText(sum(drawdowns))}不一致`,
        en: `expected the sum of the drawdowns, ${fractionText(sum(drawdowns))}`,
      }),
    )
  }
  if (drawn !== undefined && compare(sum(repayments), drawn) > 0) {
    issues.push(
      issue('repaid-too-much', `${path}.repayments`, fractionText(sum(repayments)), {
        zh: `归还本金合计超过放款本金${fractionText(drawn)}`,
        en: `expected repayments of at most the principal, ${fractionText(drawn)}`,
      }),
    )
  }
  checkSlips(loan, path, issues)
}

interface Slip {
  readonly from?: string
  readonly until?: string
  readonly amount?: Fraction
  readonly kind?: string
}

function checkSlips(loan: FactGroup, path: string, issues: Issue[]): void {
  const slips = loan['slips'] as readonly Slip[] | undefined
  if (slips === undefined) return
  if (loan['interestPaid'] !== undefined) {
    issues.push(
      issue('contradiction', `${path}.interestPaid`, fractionText(loan['interestPaid'] as Fraction), {
        zh: '已有付息凭证 slips：利息按凭证计算，请删除 interestPaid',
        en: 'the bank slips give the interest: leave interestPaid out',
      }),
    )
  }
  let whole = true
  for (const [index, { from, until, amount, kind }] of slips.entries()) {
    const at = `${path}.slips[${index}]`
    const before = issues.length
    stated(at, { from, until, amount, kind }, issues)
    if (from !== undefined && until !== undefined && until <= from) {
      issues.push(issue('order', `${at}.until`, until, { zh: `应晚于起日${from}`, en: `expected a day after ${from}` }))
    }
    whole &&= issues.length === before
  }
  const pair = whole ? overlappingSlips(slips as Parameters<typeof overlappingSlips>[0]) : undefined
  if (pair !== undefined) {
    issues.push(
      issue('overlap', `${path}.slips[${pair[1]}]`, (slips[pair[1]] as Slip).from, {
        zh: `与slips[${pair[0]}]同一种利息的期间重叠`,
        en: `its period overlaps that of slips[${pair[0]}] of the same kind`,
      }),
    )
  }
}

/** Entries of a list are useless in part: each of their values must be there. */
function stated(path: string, values: { readonly [key: string]: unknown }, issues: Issue[]): void {
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined) continue
    issues.push({
      code: 'absent',
      path: `${path}.${key}`,
      message: { zh: `缺少 ${key}`, en: `${path}.${key}: expected a value, received nothing` },
    })
  }
}
