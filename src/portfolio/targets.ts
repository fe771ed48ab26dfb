import type { Issue } from '../assessment/errors.js'
import { decimalOf } from '../money/decimal.js'
import { compare, dividedBy, fraction, fractionText } from '../money/fraction.js'
import { type AmountText, readAmount } from '../money/printed.js'
import type { Source, Text } from '../policy/source.js'
import { amount, list, refuseFaults } from './errors.js'
import { type Amount, fenOf, yuanOf } from './fen.js'

/** What a program sets out to reach, as its plan prints it: at least an amount, or more than it. */
export type Target = Source & { readonly label: Text } & (
    | { readonly atLeast: AmountText; readonly above?: never }
    | { readonly above: AmountText; readonly atLeast?: never }
  )

/** Targets of published plans, by the id of the plan. */
export const PROGRAM_TARGETS = {
  'wuhan-science-plan-2012': {
    guidanceFundSize: {
      label: { zh: '科技创业投资引导基金规模', en: 'size of the venture guidance fund' },
      above: '15亿元',
      place: { zh: '武汉市2012年科技工作要点（工作计划）第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
    },
    bankCreditLines: {
      label: { zh: '银行授信额度', en: 'bank credit lines' },
      atLeast: '10亿元',
      place: { zh: '武汉市2012年科技工作要点（工作计划）第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
    },
  },
} as const satisfies { readonly [plan: string]: { readonly [target: string]: Target } }

/** How far a target is reached. */
export interface TargetProgress {
  readonly label: Text
  readonly target: string
  readonly reached: string
  /** What is short of the amount; `'0.00'` where it is equal, which does not meet a target that is to be exceeded. */
  readonly short: string
  /** reached ÷ target, exact, such as '0.75' or '1/3'. */
  readonly share: string
  readonly met: boolean
}

/** How far the amounts of a portfolio reach a target. PortfolioError where one of them is none; RangeError for a target that cannot be read or is zero. */
export function progressOf(target: Target, amounts: readonly Amount[]): TargetProgress {
  const issues: Issue[] = []
  list(amount, 0)(amounts, 'amounts', issues)
  refuseFaults(issues)
  const printed = target.atLeast ?? target.above
  const goal = readAmount(printed)
  if (goal === undefined) throw new RangeError(`expected an amount such as "10亿元", received ${JSON.stringify(printed)}`)
  const fen = amounts.reduce((sum, each) => sum + fenOf(each), 0n)
  const reached = fraction(decimalOf(yuanOf(fen)))
  const goalFen = fenOf(fractionText(goal))
  const side = compare(reached, goal)
  return {
    label: target.label,
    target: printed,
    reached: yuanOf(fen),
    short: yuanOf(goalFen > fen ? goalFen - fen : 0n),
    share: fractionText(dividedBy(reached, goal)),
    met: target.above === undefined ? side >= 0 : side > 0,
  }
}
