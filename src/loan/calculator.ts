import { earlier } from '../dates/calendar-date.js'
import { DAY_COUNTS, type DayCountName } from '../dates/day-counts.js'
import { Approximate, type Decimal, decimalOf } from '../money/decimal.js'
import * as core from './annuity.js'
import {
  amount,
  checkInput,
  count,
  date,
  dayCount as dayCountName,
  listOf,
  optional,
  rate,
  rateOf,
  record,
  signedAmount,
  sum,
  yesNo,
} from './checks.js'

/** Equal payments as a financial calculator asks for them. The rate is that of one period, as a fraction: `'0.004'`, `'49/12000'`. */
export interface AnnuityTerms {
  readonly ratePerPeriod: string
  readonly periods: number
  readonly principal: string
  /** Still owed after the last payment; default none. Negative: to be saved up by then. */
  readonly residual?: string
  /** Paid at the start of each period; default at its end. */
  readonly inAdvance?: boolean
}

const annuityTerms = /* @__PURE__ */ record({
  ratePerPeriod: rate,
  periods: count,
  principal: sum,
  residual: /* @__PURE__ */ optional(signedAmount),
  inAdvance: /* @__PURE__ */ optional(yesNo),
})

function annuityOf(terms: AnnuityTerms): core.Annuity {
  checkInput(annuityTerms, terms)
  const { ratePerPeriod, periods, principal, residual = '0', inAdvance = false } = terms
  return { rate: rateOf(ratePerPeriod), periods, principal: decimalOf(principal), residual: decimalOf(residual), inAdvance }
}

/** Forty digits, never an exponent: unrounded figures for a calculator, not amounts to pay. */
const text = (figure: Decimal): string => figure.toSignificantDigits(40).toFixed()

function periodOf(annuity: core.Annuity, ...periods: readonly number[]): void {
  for (const period of periods) {
    if (!Number.isSafeInteger(period) || period < 1 || period > annuity.periods) {
      throw new RangeError(`expected a period from 1 to ${annuity.periods}, received ${period}`)
    }
  }
}

/** The level payment of one period, unrounded: P·i·(1+i)^n ÷ ((1+i)^n − 1). */
export function levelPayment(terms: AnnuityTerms): string {
  return text(core.levelPayment(annuityOf(terms)))
}

/** The interest in the payment of one period (counted from 1), unrounded. */
export function interestPart(terms: AnnuityTerms, period: number): string {
  const annuity = annuityOf(terms)
  periodOf(annuity, period)
  return text(core.interestPart(annuity, period))
}

/** The principal in the payment of one period (counted from 1), unrounded. */
export function principalPart(terms: AnnuityTerms, period: number): string {
  const annuity = annuityOf(terms)
  periodOf(annuity, period)
  return text(core.principalPart(annuity, period))
}

/** The interest in the payments `from` to `through`, both counted, unrounded. */
export function cumulativeInterest(terms: AnnuityTerms, from: number, through: number): string {
  const annuity = annuityOf(terms)
  periodOf(annuity, from, through)
  return text(core.cumulativeInterest(annuity, from, through))
}

/** The principal in the payments `from` to `through`, both counted, unrounded. */
export function cumulativePrincipal(terms: AnnuityTerms, from: number, through: number): string {
  const annuity = annuityOf(terms)
  periodOf(annuity, from, through)
  return text(core.cumulativePrincipal(annuity, from, through))
}

/** Equal deposits as a calculator asks for them. */
export interface SavingTerms {
  readonly ratePerPeriod: string
  readonly periods: number
  readonly payment: string
  readonly opening?: string
  readonly inAdvance?: boolean
}

const savingTerms = /* @__PURE__ */ record({
  ratePerPeriod: rate,
  periods: count,
  payment: amount,
  opening: /* @__PURE__ */ optional(amount),
  inAdvance: /* @__PURE__ */ optional(yesNo),
})

/** What an opening amount and equal deposits grow to, unrounded. */
export function futureValue(terms: SavingTerms): string {
  checkInput(savingTerms, terms)
  const { ratePerPeriod, periods, payment, opening = '0', inAdvance = false } = terms
  return text(core.futureValue(decimalOf(payment), { rate: rateOf(ratePerPeriod), periods, opening: decimalOf(opening), inAdvance }))
}

/** The yearly rate with compounding of a nominal yearly rate paid so many times a year: (1 + nominal/n)^n − 1. */
export function effectiveRate(nominal: string, timesAYear: number): string {
  checkInput(record({ nominal: rate, timesAYear: count }), { nominal, timesAYear })
  return text(core.effectiveRate(rateOf(nominal), timesAYear))
}

/** Money that moves on a day: received positive, paid negative. */
export interface Flow {
  readonly date: string
  readonly amount: string
}

export const flows = /* @__PURE__ */ listOf(/* @__PURE__ */ record({ date, amount: signedAmount }), 1)

/** The value of amounts one period apart, the first of them today (after one period with `firstAfter: 1`), unrounded: Σ amount ÷ (1+i)^k. */
export function presentValue(
  ratePerPeriod: string,
  amounts: readonly string[],
  { firstAfter = 0 }: { readonly firstAfter?: number } = {},
): string {
  checkInput(record({ ratePerPeriod: rate, amounts: listOf(signedAmount, 1) }), { ratePerPeriod, amounts })
  const growth = core.approximate(rateOf(ratePerPeriod)).plus(1)
  return text(amounts.reduce((total, each, index) => total.plus(growth.pow(-index - firstAfter).times(each)), new Approximate(0)))
}

/** The value on the earliest day of amounts on days, unrounded: Σ amount ÷ (1+r)^(share of the year since). */
export function presentValueOn(annualRate: string, list: readonly Flow[], dayCount: DayCountName): string {
  checkInput(record({ annualRate: rate, flows, dayCount: dayCountName }), { annualRate, flows: list, dayCount })
  const first = list.reduce((earliest, flow) => earlier(earliest, flow.date), (list[0] as Flow).date)
  const growth = core.approximate(rateOf(annualRate)).plus(1)
  const worth = (flow: Flow): Decimal =>
    growth.pow(core.approximate(DAY_COUNTS[dayCount].yearFraction(first, flow.date)).negated()).times(flow.amount)
  return text(list.reduce((total, flow) => total.plus(worth(flow)), new Approximate(0)))
}
