import { earlier } from '../dates/calendar-date.js'
import { DAY_COUNTS } from '../dates/day-counts.js'
import { Approximate, type Decimal } from '../money/decimal.js'
import { discountsOf } from '../money/discount.js'
import { type Flow, flows } from './calculator.js'
import { checkInput, count, issue, type LoanIssue, listOf, oneOf, record, signedAmount } from './checks.js'

/** How the days between flows become years: actual days over 365 (as XIRR of a spreadsheet does), over 360, or 30E/360. */
export type CostDayCount = 'actual/365' | 'actual/360' | '30e/360'

/**
 * One yearly cost in the two ways it is stated, as fractions to 15 places. `effective` compounds: (1 + monthly rate)^12 − 1, which is the IRR or
 * XIRR of a year. `nominal` does not: 12 × monthly rate. PBoC announcement 〔2021〕 No. 3 is read both ways, so neither is called its rate.
 */
export interface CostRate {
  readonly effective: string
  readonly nominal: string
}

/** The yearly cost of money received and paid: one rate, several that all solve it, or none. */
export type AnnualCost =
  | ({ readonly solution: 'one' } & CostRate)
  | { readonly solution: 'several-solutions'; readonly rates: readonly CostRate[] }
  | { readonly solution: 'no-solution' }

const YEAR_DAYS: Readonly<Record<CostDayCount, number>> = { 'actual/365': 365, 'actual/360': 360, '30e/360': 360 }
const costDayCount = /* @__PURE__ */ oneOf('actual/365', 'actual/360', '30e/360')

/**
 * The yearly cost of a loan from dated flows: money received positive, every payment and fee negative.
 *
 * The rate at which the flows are worth nothing: Σ amount ÷ (1 + r)^(days ÷ year) = 0, days counted from the earliest flow. All rates above −1
 * that solve it are found. Throws LoanError.
 */
export function annualCost(list: readonly Flow[], { dayCount }: { readonly dayCount: CostDayCount }): AnnualCost {
  checkInput(record({ flows, dayCount: costDayCount }), { flows: list, dayCount })
  const first = list.reduce((earliest, { date }) => earlier(earliest, date), (list[0] as Flow).date)
  const rule = DAY_COUNTS[dayCount]
  const days = list.map(({ date }) => (rule.days as (from: string, until: string) => number)(first, date))
  const year = YEAR_DAYS[dayCount]
  const twelfth = new Approximate(1).dividedBy(12)
  return answer(
    list.map(({ amount }) => amount),
    days,
    (discount) => {
      const growth = discount.pow(-year)
      return { effective: growth.minus(1), nominal: growth.pow(twelfth).minus(1).times(12) }
    },
  )
}

/**
 * The yearly cost from amounts one period apart, the first of them on the day of the loan: `nominal` is periods × IRR, `effective` is
 * (1 + IRR)^periods − 1. With one period a year both are the IRR itself. Throws LoanError.
 */
export function annualCostOfPeriods(amounts: readonly string[], periodsPerYear: number): AnnualCost {
  checkInput(record({ amounts: listOf(signedAmount, 1), periodsPerYear: count }), { amounts, periodsPerYear })
  return answer(
    amounts,
    amounts.map((_, index) => index),
    (discount) => {
      const growth = discount.pow(-1)
      return { effective: growth.pow(periodsPerYear).minus(1), nominal: growth.minus(1).times(periodsPerYear) }
    },
  )
}

/** What the money costs before and after subsidies received; subsidies are positive. Throws LoanError. */
export function annualCostWithSubsidy(
  loan: readonly Flow[],
  subsidies: readonly Flow[],
  options: { readonly dayCount: CostDayCount },
): { readonly before: AnnualCost; readonly after: AnnualCost } {
  checkInput(
    record({ loan: flows, subsidies: listOf(record({ date: () => {}, amount: () => {} })) }),
    { loan, subsidies },
    (issues: LoanIssue[]) => {
      subsidies.forEach(({ amount }, index) => {
        if (typeof amount !== 'string' || amount.startsWith('-')) {
          issues.push(issue('amount', `subsidies[${index}].amount`, '不为负的补贴金额', 'a subsidy received, not negative', amount))
        }
      })
    },
  )
  return { before: annualCost(loan, options), after: annualCost([...loan, ...subsidies], options) }
}

function answer(
  amounts: readonly string[],
  times: readonly number[],
  ratesOf: (discount: Decimal) => { readonly effective: Decimal; readonly nominal: Decimal },
): AnnualCost {
  const text = (rate: Decimal): string => {
    const places = rate.toFixed(15)
    return places.includes('.') ? places.replace(/\.?0+$/, '').replace(/^-0$/, '0') : places
  }
  const rates = discountsOf(amounts, times).map((discount) => {
    const { effective, nominal } = ratesOf(discount)
    return { effective: text(effective), nominal: text(nominal) }
  })
  const [only] = rates
  if (only === undefined) return { solution: 'no-solution' }
  return rates.length === 1 ? { solution: 'one', ...only } : { solution: 'several-solutions', rates }
}
