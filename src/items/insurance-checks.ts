import type { FactGroup, Facts } from '../assessment/context.js'
import { type Issue, type Message, shown } from '../assessment/errors.js'
import { decimalOf } from '../money/decimal.js'
import {
  compare,
  decimalText,
  dividedBy,
  type Fraction,
  fraction,
  fractionText,
  isNegative,
  isZero,
  minus,
  plus,
  times,
  zero,
} from '../money/fraction.js'
import { STANDARD_CLASSES } from '../policy/standard-facts.js'
import { isEmptyAlone } from './empty-list.js'

/** What the insurance policies of an application must agree on among themselves, and support from elsewhere with them. */
export function checkPolicies(facts: Facts): Issue[] {
  const issues: Issue[] = []
  const policies = facts['policies'] as readonly FactGroup[] | undefined
  if (isEmptyAlone(facts, 'policies')) {
    issues.push(
      issue('empty', 'policies', policies, {
        zh: '应至少有一份保单；如尚不清楚，请不要写 policies',
        en: 'expected at least one insurance policy; leave policies out while they are unknown',
      }),
    )
  }
  const ids = new Map<string, number>()
  for (const [index, policy] of (policies ?? []).entries()) {
    const path = `policies[${index}]`
    const id = policy['id'] as string | undefined
    const earlier = id === undefined ? undefined : ids.get(id)
    if (id !== undefined && earlier !== undefined) {
      issues.push(
        issue('duplicate', `${path}.id`, id, {
          zh: `与policies[${earlier}]编号相同：每份保单的编号应各不相同`,
          en: `the same number as policies[${earlier}]: give each policy its own`,
        }),
      )
    } else if (id !== undefined) ids.set(id, index)
    checkPolicy(policy, path, issues)
  }
  for (const [index, cover] of ((facts['covers'] ?? []) as readonly FactGroup[]).entries()) inOrder(cover, `covers[${index}]`, issues)
  if (policies !== undefined) checkSupport(facts, policies, ids, issues)
  return issues
}

const issue = (code: string, path: string, given: unknown, message: Message): Issue => ({
  code,
  path,
  given: shown(given),
  message: { zh: message.zh, en: `${path}: ${message.en}, received ${shown(given)}` },
})

/** Support names a policy by its number, or the line of one. */
function checkSupport(facts: Facts, policies: readonly FactGroup[], ids: ReadonlyMap<string, number>, issues: Issue[]): void {
  const lines = new Set(policies.flatMap(({ line, lines: several = [] }) => [line, ...(several as readonly string[])]))
  for (const [index, support] of ((facts['otherSupport'] ?? []) as readonly FactGroup[]).entries()) {
    const id = support['policy'] as string | undefined
    if (id !== undefined && !ids.has(id)) {
      issues.push(
        issue('unknown-policy', `otherSupport[${index}].policy`, id, {
          zh: 'policies 中没有这个编号的保单',
          en: 'no insurance policy of this number is among policies',
        }),
      )
    }
    const line = support['line'] as string | undefined
    if (line !== undefined && !lines.has(line) && !Object.hasOwn(STANDARD_CLASSES['policy.line'] ?? {}, line)) {
      issues.push(
        issue('unknown-line', `otherSupport[${index}].line`, line, {
          zh: '既不是标准险种，也不是 policies 中保单的险种',
          en: 'expected a standard line of insurance or the line of one of the policies',
        }),
      )
    }
  }
}

function checkPolicy(policy: FactGroup, path: string, issues: Issue[]): void {
  const { line, lines, premiumPaid, netPremium, premiumRefunded: refunded, premiumRate, insuredAmount } = policy
  inOrder(policy, path, issues)
  if (line !== undefined && lines !== undefined) {
    issues.push(
      issue('contradiction', `${path}.lines`, lines, {
        zh: '已填险种 line：一张保单含多个险种且保险费未分列时只填 lines',
        en: 'the policy has a line: state lines in its place where one premium is for several',
      }),
    )
  }
  if ((lines as readonly string[] | undefined)?.length === 0) {
    issues.push(issue('empty', `${path}.lines`, lines, { zh: '应至少有一个险种', en: 'expected at least one line' }))
  }
  positive(`${path}.premiumPaid`, premiumPaid as Fraction | undefined, issues)
  positive(`${path}.insuredAmount`, insuredAmount as Fraction | undefined, issues)
  const paid = checkPayments(policy, path, issues)
  checkRate(`${path}.premiumRate`, premiumRate as Fraction | undefined, paid, insuredAmount as Fraction | undefined, issues)
  if (paid === undefined || refunded === undefined) return
  if (compare(refunded as Fraction, paid) > 0) {
    issues.push(
      issue('refunded-too-much', `${path}.premiumRefunded`, fractionText(refunded as Fraction), {
        zh: `退还保险费超过实际支付保险费${fractionText(paid)}`,
        en: `expected a refund of at most the premium paid, ${fractionText(paid)}`,
      }),
    )
  } else if (netPremium !== undefined && compare(netPremium as Fraction, minus(paid, refunded as Fraction)) !== 0) {
    issues.push(
      issue('contradiction', `${path}.netPremium`, fractionText(netPremium as Fraction), {
        zh: `与实际支付保险费减退费之差${fractionText(minus(paid, refunded as Fraction))}不一致`,
        en: `expected the premium paid less refunds, ${fractionText(minus(paid, refunded as Fraction))}`,
      }),
    )
  }
}

/** What was paid, where it is known in yuan. */
function checkPayments({ premiumPaid, payments }: FactGroup, path: string, issues: Issue[]): Fraction | undefined {
  const whole = premiumPaid as Fraction | undefined
  if (payments === undefined) return whole
  const list = payments as readonly FactGroup[]
  if (list.length === 0) {
    issues.push(issue('empty', `${path}.payments`, list, { zh: '应至少有一笔支付', en: 'expected at least one payment' }))
    return undefined
  }
  let sum: Fraction | undefined = zero
  for (const [index, payment] of list.entries()) {
    const at = `${path}.payments[${index}]`
    const { date, amount, currencyAmount } = payment
    if (date === undefined) absent(`${at}.date`, issues)
    if (amount === undefined && currencyAmount === undefined) absent(`${at}.amount`, issues)
    if (amount !== undefined && currencyAmount !== undefined) {
      issues.push(
        issue('contradiction', `${at}.currencyAmount`, fractionText(currencyAmount as Fraction), {
          zh: '已填人民币支付金额：外币支付只填外币金额和汇率',
          en: 'the payment has an amount in yuan: for another currency give its amount and the exchange rate only',
        }),
      )
    }
    for (const key of ['amount', 'currencyAmount', 'exchangeRate']) positive(`${at}.${key}`, payment[key] as Fraction | undefined, issues)
    sum = amount === undefined || sum === undefined ? undefined : plus(sum, amount as Fraction)
  }
  if (whole !== undefined && sum !== undefined && compare(whole, sum) !== 0) {
    issues.push(
      issue('contradiction', `${path}.premiumPaid`, fractionText(whole), {
        zh: `与各次支付之和${fractionText(sum)}不一致`,
        en: `expected the sum of the payments, ${fractionText(sum)}`,
      }),
    )
  }
  return whole ?? sum
}

const FEN = fraction(decimalOf('0.01'))

/** A stated rate comes to the premium paid, to the fen. */
function checkRate(
  path: string,
  rate: Fraction | undefined,
  paid: Fraction | undefined,
  insured: Fraction | undefined,
  issues: Issue[],
): void {
  if (rate === undefined || paid === undefined || insured === undefined || isZero(insured)) return
  const difference = minus(times(rate, insured), paid)
  if (compare(difference, FEN) < 0 && compare(minus(zero, difference), FEN) < 0) return
  const text = decimalText(dividedBy(paid, insured), 8)
  issues.push(
    issue('contradiction', path, fractionText(rate), {
      zh: `与保险费除以保险金额之商${text}不一致：已有二者时不必填写费率`,
      en: `expected the premium paid over the insured amount, ${text}; leave it out where both are stated`,
    }),
  )
}

/** Cover ends on its first day or later. */
function inOrder({ start, end }: FactGroup, path: string, issues: Issue[]): void {
  if (start === undefined || end === undefined || (end as string) >= (start as string)) return
  issues.push(issue('order', `${path}.end`, end, { zh: `早于起日${start as string}`, en: `expected a day not before ${start as string}` }))
}

function positive(path: string, value: Fraction | undefined, issues: Issue[]): void {
  if (value === undefined || (!isNegative(value) && !isZero(value))) return
  issues.push(issue('not-positive', path, fractionText(value), { zh: '应大于零', en: 'expected more than zero' }))
}

function absent(path: string, issues: Issue[]): void {
  const key = path.slice(path.lastIndexOf('.') + 1)
  issues.push({ code: 'absent', path, message: { zh: `缺少 ${key}`, en: `${path}: expected a value, received nothing` } })
}
