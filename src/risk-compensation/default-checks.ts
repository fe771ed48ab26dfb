import type { FactGroup, Facts } from '../assessment/context.js'
import { type Issue, type Message, shown } from '../assessment/errors.js'
import { compare, type Fraction, fractionText } from '../money/fraction.js'

/** Parts of a loan's principal: none can be more than was lent. */
const OF_PRINCIPAL = ['nplPrincipal', 'principalLoss', 'overduePrincipal', 'unpaidPrincipalInPayout'] as const

/** Days of a loan in order: none can come before one that stands ahead of it. */
const IN_TURN = [
  ['drawdownDate', { zh: '放款日期', en: 'the drawdown of' }],
  ['defaultDate', { zh: '逾期（违约）日期', en: 'the default of' }],
  ['payoutDate', { zh: '代偿日期', en: 'the payout of' }],
] as const

/** What the loans of an application must agree on among themselves, each loss with its loan, and a recovery with its cost. */
export function checkDefaults(facts: Facts): Issue[] {
  const loans = (facts['loans'] ?? []) as readonly FactGroup[]
  const { gross, cost } = (facts['recovery'] ?? {}) as { readonly gross?: Fraction; readonly cost?: Fraction }
  return [
    ...loans.flatMap((loan, index) => [...partIssues(loan, `loans[${index}]`), ...dayIssues(loan, `loans[${index}]`)]),
    ...(cost === undefined || gross !== undefined
      ? []
      : [
          issue('absent', 'recovery.gross', undefined, {
            zh: '只写了追偿费用（recovery.cost）：请写明追偿所得，没有追回的写"0"',
            en: 'expected what was recovered beside recovery.cost: state it, "0" where nothing was',
          }),
        ]),
  ]
}

function partIssues(loan: FactGroup, at: string): Issue[] {
  const principal = loan['principal'] as Fraction | undefined
  return OF_PRINCIPAL.flatMap((key) => {
    const part = loan[key] as Fraction | undefined
    if (principal === undefined || part === undefined || compare(part, principal) <= 0) return []
    const most = fractionText(principal)
    return [
      issue('contradiction', `${at}.${key}`, fractionText(part), {
        zh: `超过贷款本金${most}：请核对`,
        en: `expected at most the principal of the loan, ${most}`,
      }),
    ]
  })
}

function dayIssues(loan: FactGroup, at: string): Issue[] {
  const days = loan as { readonly [key: string]: string | undefined }
  return IN_TURN.flatMap(([key], index) => {
    const day = days[key]
    const later = IN_TURN.slice(0, index).find(([earlier]) => day !== undefined && day < (days[earlier] ?? ''))
    if (later === undefined) return []
    const [earlier, { zh, en }] = later
    const first = days[earlier]
    return [issue('order', `${at}.${key}`, day, { zh: `早于${zh}${first}：请核对`, en: `expected a day not before ${en} ${first}` })]
  })
}

const issue = (code: string, path: string, given: string | undefined, { zh, en }: Message): Issue => ({
  code,
  path,
  ...(given === undefined ? {} : { given: shown(given) }),
  message: { zh, en: `${path}: ${en}${given === undefined ? '' : `, received ${shown(given)}`}` },
})
