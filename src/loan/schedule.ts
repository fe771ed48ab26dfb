import { addMonths, daysBetween } from '../dates/calendar-date.js'
import type { DayCountName } from '../dates/day-counts.js'
import { Approximate, Decimal, decimalOf, ZERO } from '../money/decimal.js'
import { compare, type Fraction, fraction, plus, times, zero } from '../money/fraction.js'
import { moneyText, round } from '../money/rounding.js'
import { type RateRow, REFERENCE_RATES, type UnknownRate } from '../reference-rates/index.js'
import { accrue } from './accrual.js'
import { approximate, levelPayment } from './annuity.js'
import * as checks from './checks.js'
import { type RepricingDay, repricedRates } from './repricing.js'
import { type RateStep, stretchesOf } from './stretches.js'

/** The ways a loan is repaid. */
export const REPAYMENTS = {
  'level-payment': { zh: '等额本息', en: 'level payment' },
  'level-principal': { zh: '等额本金', en: 'level principal' },
  'interest-only': { zh: '按期付息、到期还本', en: 'interest only, principal at maturity' },
  bullet: { zh: '到期一次还本付息', en: 'principal and interest at maturity' },
} as const

export type Repayment = keyof typeof REPAYMENTS

/** Principal repaid before it is due: what stays afterwards, the term (the payment falls) or the payment (the term shortens). */
export interface Prepayment {
  readonly date: string
  readonly amount: string
  readonly keep: 'term' | 'payment'
}

/** A loan priced on the LPR, as text. `knownOn` hides LPRs published later; `more` adds those published since. */
export interface Pricing {
  readonly reference: 'lpr-1y' | 'lpr-5y-plus'
  readonly spread: string
  readonly repricing: RepricingDay
  readonly pricedOn?: string
  readonly firstRate?: string
  readonly knownOn?: string
  readonly more?: readonly RateRow[]
}

/**
 * The terms of a repayment schedule. Amounts in yuan and yearly rates as decimal text; exactly one of `annualRate`, `rates` and `pricing`.
 *
 * Without `dayCount`, level payment and level principal charge each period months/12 of a year, which is what their formulas mean. With it they
 * accrue by days, as some banks do. Interest-only and bullet loans need it. `oddDayCount` charges what is not whole periods: an odd first period
 * and the interest on a prepayment; it is asked for only there, and `dayCount` goes before it.
 */
export interface ScheduleTerms {
  readonly principal: string
  readonly drawdownDate: string
  /** The whole term; for level payment and level principal the number of payments × months between them. */
  readonly months: number
  readonly repayment: Repayment
  readonly annualRate?: string
  /** A rate from each day on, the first from the drawdown. */
  readonly rates?: readonly { readonly from: string; readonly annualRate: string }[]
  readonly pricing?: Pricing
  /** Months between payments; default 1. Not for a bullet loan. */
  readonly every?: 1 | 3 | 6 | 12
  /** Default: `every` months after the drawdown. The others follow on its corresponding days. */
  readonly firstDueDate?: string
  readonly dayCount?: DayCountName
  readonly oddDayCount?: DayCountName
  readonly prepayments?: readonly Prepayment[]
}

/** One payment. Interest is for the days from `from`, included, until `date`, excluded. */
export interface SchedulePayment {
  readonly kind: 'instalment' | 'prepayment'
  readonly from: string
  readonly date: string
  readonly payment: string
  readonly principal: string
  readonly interest: string
  /** Owed after the payment. */
  readonly balance: string
}

export interface ScheduleTotals {
  readonly payment: string
  readonly principal: string
  readonly interest: string
}

/**
 * A repayment schedule, amounts in yuan with two places. When complete the last balance is `'0.00'` and the principal adds up to the loan; when
 * an LPR is not known it stops before the period that needs it and says why.
 */
export interface Schedule {
  readonly complete: boolean
  readonly unknown?: UnknownRate
  readonly principal: string
  readonly drawdownDate: string
  readonly payments: readonly SchedulePayment[]
  /** The sums of the payments listed. */
  readonly totals: ScheduleTotals
  /**
   * Level payment only: the regular first payment, and what calculators print as totals, the rounded payment × the number of payments. It differs
   * from `totals` by what the last payment clears, and means nothing once a rate changes or something is prepaid.
   */
  readonly level?: { readonly payment: string; readonly totalPayment: string; readonly totalInterest: string }
}

const prepayment = /* @__PURE__ */ checks.record({
  date: checks.date,
  amount: checks.sum,
  keep: /* @__PURE__ */ checks.oneOf('term', 'payment'),
})

const rateRow: checks.Check = /* @__PURE__ */ checks.record({
  from: checks.date,
  rates: /* @__PURE__ */ checks.record(
    /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ Object.keys(REFERENCE_RATES).map((name) => [name, checks.optional(checks.rate)])),
  ),
  source: checks.text,
  knownThrough: /* @__PURE__ */ checks.optional(checks.date),
})

export const pricingCheck: checks.Check = /* @__PURE__ */ checks.record({
  reference: /* @__PURE__ */ checks.oneOf('lpr-1y', 'lpr-5y-plus'),
  spread: checks.rate,
  repricing: /* @__PURE__ */ checks.oneOf('never', '1-january', 'anniversary', 'first-of-month', 'first-of-quarter'),
  pricedOn: /* @__PURE__ */ checks.optional(checks.date),
  firstRate: /* @__PURE__ */ checks.optional(checks.rate),
  knownOn: /* @__PURE__ */ checks.optional(checks.date),
  more: /* @__PURE__ */ checks.optional(/* @__PURE__ */ checks.listOf(rateRow)),
})

const scheduleTerms = /* @__PURE__ */ checks.record({
  principal: checks.sum,
  drawdownDate: checks.date,
  months: checks.count,
  repayment: /* @__PURE__ */ checks.oneOf('level-payment', 'level-principal', 'interest-only', 'bullet'),
  annualRate: /* @__PURE__ */ checks.optional(checks.rate),
  rates: /* @__PURE__ */ checks.optional(
    /* @__PURE__ */ checks.listOf(/* @__PURE__ */ checks.record({ from: checks.date, annualRate: checks.rate }), 1),
  ),
  pricing: /* @__PURE__ */ checks.optional(pricingCheck),
  every: /* @__PURE__ */ checks.optional(/* @__PURE__ */ checks.oneOf(1, 3, 6, 12)),
  firstDueDate: /* @__PURE__ */ checks.optional(checks.date),
  dayCount: /* @__PURE__ */ checks.optional(checks.dayCount),
  oddDayCount: /* @__PURE__ */ checks.optional(checks.dayCount),
  prepayments: /* @__PURE__ */ checks.optional(/* @__PURE__ */ checks.listOf(prepayment)),
})

/**
 * The repayment schedule of a loan, each amount rounded half up to the fen, cleared to exactly zero by the last payment.
 *
 * Level payment: A = P·i·(1+i)^n ÷ ((1+i)^n − 1), rounded once; interest is balance × i, the rest of A is principal. Level principal: P ÷ n each
 * period. A period in which the rate changes is charged by the share of its days at each rate and repays the principal it would have repaid
 * without the change; the new level payment starts with the next period (our reading). A prepayment pays the interest of the prepaid principal to
 * its day, and the period it falls in is charged on what is left. An odd first period changes its interest only, not its principal.
 *
 * Throws LoanError with every issue.
 */
export function schedule(terms: ScheduleTerms): Schedule {
  checks.checkInput(scheduleTerms, terms, (issues) => crossChecks(terms, issues))
  const { drawdownDate, prepayments = [] } = terms
  const principal = decimalOf(terms.principal)
  const dates = dueDates(terms)
  const last = dates.at(-1) as string
  const priced = ratesOf(terms, last)
  const state = {
    balance: principal,
    left: dates.length,
    portion: undefined as Decimal | undefined,
    portionRate: undefined as Fraction | undefined,
  }
  const payments: SchedulePayment[] = []
  const totals = { payment: ZERO, principal: ZERO, interest: ZERO }
  const pay = (kind: SchedulePayment['kind'], from: string, date: string, repaid: Decimal, interest: Decimal): void => {
    state.balance = state.balance.minus(repaid)
    const payment = repaid.plus(interest)
    totals.payment = totals.payment.plus(payment)
    totals.principal = totals.principal.plus(repaid)
    totals.interest = totals.interest.plus(interest)
    payments.push({
      kind,
      from,
      date,
      payment: moneyText(payment),
      principal: moneyText(repaid),
      interest: moneyText(interest),
      balance: moneyText(state.balance),
    })
  }
  const early = prepayments
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index))
  let next = 0
  let from = drawdownDate
  let level: string | undefined
  for (let period = 0; period < dates.length && !state.balance.isZero(); period += 1) {
    const until = dates[period] as string
    if (!priced.complete && until > priced.unknownFrom) break
    const calendar = calendarOf(terms, priced.rates, from, until, period)
    if (calendar.rate !== state.portionRate) {
      // A level principal does not depend on the rate.
      if (terms.repayment === 'level-payment' || state.portion === undefined) renew(terms, state, calendar.rate)
      state.portionRate = calendar.rate
    }
    if (period === 0 && terms.repayment === 'level-payment') level = moneyText(state.portion as Decimal)
    for (; early[next] !== undefined && (early[next] as Prepayment).date < until; next += 1) {
      const { date, amount, keep, index } = early[next] as Prepayment & { readonly index: number }
      const repaid = decimalOf(amount)
      if (repaid.greaterThan(state.balance)) {
        const owed = moneyText(state.balance)
        throw new checks.LoanError([
          checks.issue(
            'above-balance',
            `prepayments[${index}].amount`,
            `不超过${date}的余额${owed}`,
            `at most the balance of ${date}, ${owed}`,
            amount,
          ),
        ])
      }
      pay('prepayment', from, date, repaid, toFen(calendar.interestUntil(repaid, date)))
      if (keep === 'term') renew(terms, state, calendar.rate)
      else shorten(terms, state, calendar.rate)
    }
    if (state.balance.isZero()) break
    const interest = toFen(calendar.interest(state.balance))
    pay('instalment', from, until, principalDue(terms, state, interest, calendar), interest)
    state.left -= 1
    from = until
  }
  return {
    complete: priced.complete,
    ...(priced.complete ? {} : { unknown: priced.unknown }),
    principal: moneyText(principal),
    drawdownDate,
    payments,
    totals: { payment: moneyText(totals.payment), principal: moneyText(totals.principal), interest: moneyText(totals.interest) },
    ...(level === undefined ? {} : { level: levelTotals(level, dates.length, principal) }),
  }
}

interface State {
  balance: Decimal
  /** Payments left, the coming one included. */
  left: number
  /** The level payment, or the level principal; nothing for the other ways to repay. */
  portion: Decimal | undefined
  portionRate: Fraction | undefined
}

/** What one period charges. */
interface PeriodCalendar {
  /** The yearly rate on its first day. */
  readonly rate: Fraction
  readonly interest: (balance: Decimal) => Fraction
  /** On part of the balance, from the first day of the period to a day in it. */
  readonly interestUntil: (balance: Decimal, date: string) => Fraction
  /** The interest that decides how much of a level payment is principal, where the period is charged otherwise. */
  readonly regular?: (balance: Decimal) => Fraction
}

function calendarOf(terms: ScheduleTerms, rates: readonly RateStep[], from: string, until: string, period: number): PeriodCalendar {
  const { dayCount, oddDayCount, every = 1 } = terms
  const steps = rates.filter((step, index) => step.from < until && (rates[index + 1]?.from ?? until) > from)
  const rate = (steps[0] as RateStep).rate
  const byDays = (counted: DayCountName, balance: Decimal, end: string): Fraction =>
    from < end
      ? accrue(stretchesOf({ drawdowns: [{ date: from, amount: balance }], repayments: [], maturityDate: end, rates: steps }), counted)
      : zero
  const interestUntil = (balance: Decimal, date: string): Fraction => byDays((dayCount ?? oddDayCount) as DayCountName, balance, date)
  if (dayCount !== undefined) return { rate, interest: (balance) => byDays(dayCount, balance, until), interestUntil }
  const months = fraction(decimalOf(every), decimalOf(12))
  const regular = (balance: Decimal): Fraction => times(times(fraction(balance), rate), months)
  if (period === 0 && isOdd(terms)) {
    return { rate, interest: (balance) => byDays(oddDayCount as DayCountName, balance, until), interestUntil, regular }
  }
  if (steps.length === 1) return { rate, interest: regular, interestUntil }
  const days = decimalOf(daysBetween(from, until))
  const average = steps.reduce((total, step, index) => {
    const start = step.from > from ? step.from : from
    const end = steps[index + 1]?.from ?? until
    return plus(total, times(step.rate, fraction(decimalOf(daysBetween(start, end)), days)))
  }, zero)
  return { rate, interest: (balance) => times(times(fraction(balance), average), months), interestUntil, regular }
}

/** The level payment or principal from here on, over the payments left. */
function renew({ repayment, every = 1 }: ScheduleTerms, state: State, rate: Fraction): void {
  if (repayment === 'level-payment') {
    const perPeriod = times(rate, fraction(decimalOf(every), decimalOf(12)))
    const payment = levelPayment({ rate: perPeriod, periods: state.left, principal: state.balance })
    state.portion = toFen(fraction(new Decimal(payment)))
  } else if (repayment === 'level-principal') {
    state.portion = toFen(fraction(state.balance, decimalOf(state.left)))
  }
}

/** As many payments as the same payment still needs, the last of them smaller. */
function shorten({ repayment, every = 1 }: ScheduleTerms, state: State, rate: Fraction): void {
  const { portion, balance, left } = state
  if (portion === undefined || portion.isZero() || balance.isZero()) return
  const i = approximate(rate).times(every).dividedBy(12)
  const owed = new Approximate(balance)
  const needed =
    repayment === 'level-principal' || i.isZero()
      ? owed.dividedBy(portion)
      : owed.times(i).dividedBy(portion).negated().plus(1).ln().negated().dividedBy(i.plus(1).ln())
  // A payment rounded down to the fen can miss by a few fen: the last payment takes them, not one more payment.
  const whole = needed.minus('0.001').ceil().toNumber()
  state.left = Math.max(1, Math.min(left, whole))
}

function principalDue(
  { repayment }: ScheduleTerms,
  { balance, left, portion }: State,
  interest: Decimal,
  { regular }: PeriodCalendar,
): Decimal {
  if (left === 1) return balance
  if (portion === undefined) return ZERO
  const due = repayment === 'level-principal' ? portion : portion.minus(regular === undefined ? interest : toFen(regular(balance)))
  if (due.isNegative()) return ZERO
  return due.lessThan(balance) ? due : balance
}

/** The days payments are due: corresponding days of the drawdown, or of the first due day; interest-only loans end on their maturity. */
function dueDates({ drawdownDate, firstDueDate, months, every = 1, repayment }: ScheduleTerms): readonly string[] {
  const maturity = addMonths(drawdownDate, months)
  if (repayment === 'bullet') return [maturity]
  const due = (index: number): string =>
    firstDueDate === undefined ? addMonths(drawdownDate, (index + 1) * every) : addMonths(firstDueDate, index * every)
  if (repayment !== 'interest-only') return Array.from({ length: months / every }, (_, index) => due(index))
  const dates: string[] = []
  for (let index = 0; due(index) < maturity; index += 1) dates.push(due(index))
  return [...dates, maturity]
}

function isOdd({ drawdownDate, firstDueDate, every = 1 }: ScheduleTerms): boolean {
  return firstDueDate !== undefined && firstDueDate !== addMonths(drawdownDate, every)
}

type PricedRates = ReturnType<typeof repricedRates>

function ratesOf({ annualRate, rates, pricing, drawdownDate }: ScheduleTerms, until: string): PricedRates {
  if (pricing !== undefined) return pricedRates(pricing, drawdownDate, until)
  const steps = rates?.map((step) => ({ from: step.from, rate: checks.rateOf(step.annualRate) }))
  const changes = steps?.filter(({ rate }, index) => index === 0 || compare(rate, (steps[index - 1] as RateStep).rate) !== 0)
  return { complete: true, rates: changes ?? [{ from: drawdownDate, rate: checks.rateOf(annualRate as string) }] }
}

/** The rates of a text pricing, or where they end. */
export function pricedRates(pricing: Pricing, from: string, until: string): PricedRates {
  const { reference, spread, repricing, pricedOn, firstRate, knownOn, more } = pricing
  return repricedRates(
    {
      reference,
      spread: checks.rateOf(spread),
      repricing,
      ...(pricedOn === undefined ? {} : { pricedOn }),
      ...(firstRate === undefined ? {} : { firstRate: checks.rateOf(firstRate) }),
    },
    from,
    until,
    { ...(knownOn === undefined ? {} : { knownOn }), ...(more === undefined ? {} : { more }) },
  )
}

function crossChecks(terms: ScheduleTerms, issues: checks.LoanIssue[]): void {
  const {
    annualRate,
    rates,
    pricing,
    repayment,
    months,
    every = 1,
    drawdownDate,
    firstDueDate,
    dayCount,
    oddDayCount,
    prepayments = [],
  } = terms
  const add = (...args: Parameters<typeof checks.issue>): void => {
    issues.push(checks.issue(...args))
  }
  if ([annualRate, rates, pricing].filter((given) => given !== undefined).length !== 1) {
    const given = Object.keys(terms).filter((key) => ['annualRate', 'rates', 'pricing'].includes(key))
    add('one-rate', 'annualRate', 'annualRate、rates、pricing 三者之一', 'exactly one of annualRate, rates and pricing', given)
  }
  rates?.forEach(({ from }, index) => {
    const before = rates[index - 1]
    if (before === undefined ? from > drawdownDate : from <= before.from) {
      add('order', `rates[${index}].from`, '按日期先后排列，且首个不晚于放款日', 'days in order, the first not after the drawdown', from)
    }
  })
  if (Number(drawdownDate.slice(0, 4)) + months / 12 >= 2999) {
    add('date', 'drawdownDate', '到期日早于2999年的放款日', 'a drawdown whose loan ends before 2999', drawdownDate)
    return
  }
  const level = repayment === 'level-payment' || repayment === 'level-principal'
  if (!level && dayCount === undefined) {
    add('missing', 'dayCount', '计息天数规则，如"actual/360"', 'a day count such as "actual/360": none is a default')
  }
  if (level && months % every !== 0) add('months', 'months', `${every}的整数倍`, `a multiple of ${every}`, months)
  if (firstDueDate !== undefined && (firstDueDate <= drawdownDate || firstDueDate > addMonths(drawdownDate, months))) {
    add('order', 'firstDueDate', '放款日之后、到期日及以前的日期', 'a day after the drawdown and not after maturity', firstDueDate)
  } else if (level && dayCount === undefined && oddDayCount === undefined && (isOdd(terms) || prepayments.length > 0)) {
    const zh = '不足整期部分的计息天数规则，如"actual/360"'
    add('missing', 'oddDayCount', zh, 'a day count for the odd first period or the interest on a prepayment, such as "actual/360"')
  }
  if (issues.length > 0) return
  const last = dueDates(terms).at(-1) as string
  prepayments.forEach(({ date }, index) => {
    if (date <= drawdownDate || date >= last) {
      add(
        'order',
        `prepayments[${index}].date`,
        `${drawdownDate}之后、${last}之前的日期`,
        `a day after ${drawdownDate} and before ${last}`,
        date,
      )
    }
  })
}

function levelTotals(payment: string, periods: number, principal: Decimal): NonNullable<Schedule['level']> {
  const totalPayment = decimalOf(payment).times(periods)
  return { payment, totalPayment: moneyText(totalPayment), totalInterest: moneyText(totalPayment.minus(principal)) }
}

function toFen(amount: Fraction): Decimal {
  return round(amount, { to: 'fen', mode: 'half-up' })
}
