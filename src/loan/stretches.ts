import { dayNumber, earlier, later } from '../dates/calendar-date.js'
import type { Period } from '../dates/period.js'
import { type Decimal, ZERO } from '../money/decimal.js'
import type { Fraction } from '../money/fraction.js'

/** Money that moves on a day: a drawdown or a repayment of principal, in yuan. */
export interface Movement {
  readonly date: string
  readonly amount: Decimal
}

/** A yearly rate in force from a day on. */
export interface RateStep {
  readonly from: string
  readonly rate: Fraction
}

/**
 * One loan over time: what was drawn, what was repaid, when it ends and what it costs a year.
 *
 * `rates` are in order of day and the first is in force from the first drawdown; `repricedRates` gives them for a loan priced on the LPR. What
 * is not repaid by `maturityDate` is overdue from that day on and no longer part of the loan's ordinary interest.
 */
export interface Loan {
  readonly drawdowns: readonly Movement[]
  readonly repayments: readonly Movement[]
  readonly maturityDate: string
  readonly rates: readonly RateStep[]
}

/** Days on which neither the balance nor the rate of a loan changes. */
export interface Stretch extends Period {
  readonly balance: Decimal
  readonly rate: Fraction
}

/**
 * The stretches of a loan from its first drawdown until its maturity, cut to `within` when given; days without a balance are left out.
 *
 * The day of drawdown counts, the day of repayment does not (算头不算尾). RangeError when repayments exceed what was drawn by then.
 */
export function stretchesOf(loan: Loan, within?: Period): readonly Stretch[] {
  const { drawdowns, repayments, maturityDate, rates } = loan
  const drawn = drawdowns[0]
  const firstRate = rates[0]
  if (drawn === undefined || firstRate === undefined) throw new RangeError('expected at least one drawdown and one rate')
  if (drawdowns.length === 1 && repayments.length === 0 && rates.length === 1) {
    const from = within !== undefined && within.from > drawn.date ? within.from : drawn.date
    const until = within !== undefined && within.until < maturityDate ? within.until : maturityDate
    return from < until ? [{ from, until, balance: drawn.amount, rate: firstRate.rate }] : []
  }
  return steppedStretches(loan, within)
}

function steppedStretches({ drawdowns, repayments, maturityDate, rates }: Loan, within: Period | undefined): readonly Stretch[] {
  const movements = [...drawdowns, ...repayments.map(({ date, amount }) => ({ date, amount: amount.negated() }))].sort(byDay)
  const end = within !== undefined && within.until < maturityDate ? within.until : maturityDate
  const start = within?.from ?? ''
  const stretches: Stretch[] = []
  let balance = ZERO
  let movement = 0
  let step = 0
  let day = (movements[0] as Movement).date
  while (day < end) {
    for (; movements[movement]?.date === day; movement += 1) balance = balance.plus((movements[movement] as Movement).amount)
    if (balance.isNegative() && !balance.isZero()) {
      throw new RangeError(`expected repayments within the principal drawn, received ${balance.negated().toFixed()} more by ${day}`)
    }
    while ((rates[step + 1]?.from ?? end) <= day) step += 1
    const until = earlier(earlier(movements[movement]?.date ?? end, rates[step + 1]?.from ?? end), end)
    if (until > start && !balance.isZero()) {
      const from = later(day, start)
      const { rate } = rates[step] as RateStep
      const last = stretches.at(-1)
      // A movement of zero, or out and in on one day, is no change.
      if (last !== undefined && last.until === from && last.rate === rate && last.balance.equals(balance)) {
        stretches[stretches.length - 1] = { ...last, until }
      } else stretches.push({ from, until, balance, rate })
    }
    day = until
  }
  return stretches
}

const byDay = (a: Movement, b: Movement): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)

/**
 * The balance outstanding at the end of a day: drawdowns and repayments of the day itself are in.
 *
 * @internal What interest day by day is checked with.
 */
export function balanceOn({ drawdowns, repayments }: Loan, date: string): Decimal {
  const until = (list: readonly Movement[]): Decimal =>
    list.reduce((total, { date: day, amount }) => (day <= date ? total.plus(amount) : total), ZERO)
  return until(drawdowns).minus(until(repayments))
}

/** 积数: Σ balance × days, in yuan-days. */
export function productSum(stretches: readonly Stretch[]): Decimal {
  return stretches.reduce((total, { from, until, balance }) => total.plus(balance.times(dayNumber(until) - dayNumber(from))), ZERO)
}
