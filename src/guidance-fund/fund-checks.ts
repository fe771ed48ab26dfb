import type { AmountsByParty, FactGroup, Facts } from '../assessment/context.js'
import { type Issue, type Message, shown } from '../assessment/errors.js'
import { compare, type Fraction, fractionText, isNegative, isZero, plus, zero } from '../money/fraction.js'
import { checkFlows } from './distribution/facts.js'

/** What the facts of a fund must agree on among themselves: each deal once, money in that is more than nothing, times that pass, parts within the whole. */
export function checkFund(facts: Facts): Issue[] {
  const issues: Issue[] = []
  for (const list of ['deals', 'holders', 'instalments']) checkNumbers(facts, list, issues)
  checkContributions(facts, issues)
  checkTimes(facts, issues)
  const exit = facts['exit'] as FactGroup | undefined
  const instalments = (facts['instalments'] ?? []) as readonly FactGroup[]
  if (exit?.['originalInvestment'] !== undefined && instalments.length > 0) {
    issues.push(
      issue('contradiction', 'exit.originalInvestment', exit['originalInvestment'], {
        zh: '已分期填写 instalments：请删除 exit 中的出资额',
        en: 'instalments state what was paid in: leave it out of exit',
      }),
    )
  }
  const entries = [...(exit === undefined ? [] : [[exit, 'exit'] as const]), ...pathsOf(instalments, 'instalments')]
  for (const [instalment, path] of entries) checkInstalment(instalment, path, exit?.['transferDate'] as string | undefined, issues)
  issues.push(...checkFlows(facts))
  for (const [deal, path] of pathsOf((facts['deals'] ?? []) as readonly FactGroup[], 'deals')) checkDeal(deal, path, issues)
  return issues
}

const pathsOf = (entries: readonly FactGroup[], list: string): (readonly [FactGroup, string])[] =>
  entries.map((entry, index) => [entry, `${list}[${index}]`] as const)

const issue = (code: string, path: string, given: unknown, message: Message): Issue => {
  const text = shown(typeof given === 'object' ? fractionText(given as Fraction) : given)
  return { code, path, given: text, message: { zh: message.zh, en: `${path}: ${message.en}, received ${text}` } }
}

/** Each entry has a number of its own: the same deal twice would count twice. */
function checkNumbers(facts: Facts, list: string, issues: Issue[]): void {
  const first = new Map<unknown, number>()
  for (const [index, { id }] of ((facts[list] ?? []) as readonly FactGroup[]).entries()) {
    const earlier = id === undefined ? undefined : first.get(id)
    if (earlier === undefined) {
      if (id !== undefined) first.set(id, index)
      continue
    }
    issues.push(
      issue('duplicate', `${list}[${index}].id`, id, {
        zh: `与${list}[${earlier}]编号相同：同一事项只能计入一次`,
        en: `the same number as ${list}[${earlier}]: nothing counts twice`,
      }),
    )
  }
}

/** Money put in is more than nothing; no part exceeds the fund, nor what is paid in what is committed. */
function checkContributions(facts: Facts, issues: Issue[]): void {
  const fund = (facts['fund'] ?? {}) as FactGroup
  const amount = (key: string): Fraction | undefined => fund[key] as Fraction | undefined
  const holders = pathsOf((facts['holders'] ?? []) as readonly FactGroup[], 'holders')
  for (const key of ['guidanceContribution', 'requestedContribution']) moreThanNothing(`fund.${key}`, amount(key), issues)
  for (const [holder, path] of holders) moreThanNothing(`${path}.contribution`, holder['contribution'] as Fraction | undefined, issues)
  const sum = (amounts: readonly (Fraction | undefined)[]): Fraction => amounts.reduce<Fraction>((all, one) => plus(all, one ?? zero), zero)
  const size = { zh: '基金规模', en: 'the size of the fund' }
  const committed = { zh: '认缴资本', en: 'the committed capital' }
  const parts: readonly (readonly [path: string, part: Fraction | undefined, whole: Fraction | undefined, of: Message])[] = [
    ['holders', sum(holders.map(([holder]) => holder['contribution'] as Fraction | undefined)), amount('size'), size],
    ['fund.contributions', sum(Object.values((fund['contributions'] ?? {}) as AmountsByParty)), amount('size'), size],
    ...['guidanceContribution', 'requestedContribution', 'firstInstalment'].map(
      (key) => [`fund.${key}`, amount(key), amount('size'), size] as const,
    ),
    ['fund.paidInCapital', amount('paidInCapital'), amount('committedCapital'), committed],
  ]
  for (const [path, part, whole, of] of parts) {
    if (part === undefined || whole === undefined || compare(part, whole) <= 0) continue
    issues.push(
      issue('contradiction', path, part, {
        zh: `超过${of.zh}${fractionText(whole)}`,
        en: `expected at most ${of.en}, ${fractionText(whole)}`,
      }),
    )
  }
}

/** Times held and prices are not negative. */
function checkTimes(facts: Facts, issues: Issue[]): void {
  const group = (name: string): (readonly [FactGroup, string])[] => [[(facts[name] ?? {}) as FactGroup, name]]
  const list = (name: string): (readonly [FactGroup, string])[] => pathsOf((facts[name] ?? []) as readonly FactGroup[], name)
  const numbers: readonly (readonly [FactGroup, string, string])[] = [
    ...[...group('exit'), ...list('instalments')].map(([entry, path]) => [entry, path, 'holdingYears'] as const),
    ...group('holding').map(([entry, path]) => [entry, path, 'heldYears'] as const),
    ...list('deals').flatMap(([entry, path]) => ['price', 'vcPrice'].map((key) => [entry, path, key] as const)),
  ]
  for (const [entry, path, key] of numbers) {
    const value = entry[key] as Fraction | undefined
    if (value === undefined || !isNegative(value)) continue
    issues.push(issue('negative', `${path}.${key}`, value, { zh: '不能为负', en: 'expected zero or more' }))
  }
}

function moreThanNothing(path: string, value: Fraction | undefined, issues: Issue[]): void {
  if (value === undefined || !isZero(value)) return
  issues.push(
    issue('zero', path, value, {
      zh: '出资额应大于零；没有出资请不要填写',
      en: 'expected more than zero; leave it out where nothing was put in',
    }),
  )
}

function checkInstalment(instalment: FactGroup, path: string, transferDate: string | undefined, issues: Issue[]): void {
  const paidIn = instalment['paidInDate'] as string | undefined
  const whole = instalment['originalInvestment'] as Fraction | undefined
  const sold = instalment['costOfPartSold'] as Fraction | undefined
  moreThanNothing(`${path}.originalInvestment`, whole, issues)
  if (paidIn !== undefined && transferDate !== undefined && transferDate < paidIn) {
    issues.push(
      issue('order', `${path}.paidInDate`, paidIn, {
        zh: `晚于转让日期${transferDate}，持有时间不能为负`,
        en: `expected a day not after the transfer of ${transferDate}`,
      }),
    )
  }
  if (whole !== undefined && sold !== undefined && compare(sold, whole) > 0) {
    issues.push(
      issue('contradiction', `${path}.costOfPartSold`, sold, {
        zh: `超过原始投资额${fractionText(whole)}`,
        en: `expected at most the original investment, ${fractionText(whole)}`,
      }),
    )
  }
}

/** A fund cannot invest before the firm is founded, nor beside a VC that has not invested yet. */
function checkDeal(deal: FactGroup, path: string, issues: Issue[]): void {
  const investedDate = deal['investedDate'] as string | undefined
  for (const [key, zh, en] of [
    ['investeeFoundedDate', '企业成立日期', 'the day the firm was founded'],
    ['vcInvestedDate', '创投机构投资日期', 'the day the VC invested'],
  ] as const) {
    const day = deal[key] as string | undefined
    if (day === undefined || investedDate === undefined || investedDate >= day) continue
    issues.push(
      issue('order', `${path}.investedDate`, investedDate, { zh: `早于${zh}${day}`, en: `expected a day not before ${en}, ${day}` }),
    )
  }
}
