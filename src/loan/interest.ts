import { daysBetween } from '../dates/calendar-date.js'
import type { DayCountName } from '../dates/day-counts.js'
import type { Period } from '../dates/period.js'
import { type Decimal, decimalOf } from '../money/decimal.js'
import { compare, type Fraction, fractionText } from '../money/fraction.js'
import { moneyText, round } from '../money/rounding.js'
import { accruals, accrue } from './accrual.js'
import type { Flow } from './calculator.js'
import * as checks from './checks.js'
import * as methods from './interest-methods.js'
import * as penalty from './penalties.js'
import { type Pricing, pricedRates, pricingCheck, type Schedule } from './schedule.js'
import * as settlement from './settlement.js'
import * as slip from './slips.js'
import { type Loan, productSum, type Stretch, stretchesOf } from './stretches.js'

/**
 * One loan as its contract and receipts state it, amounts and yearly rates as decimal text. Either `annualRate` or `rates`, a rate from each day
 * on; `lprRates` gives those of a loan priced on the LPR. Principal not repaid by `maturityDate` is overdue and bears no ordinary interest after it.
 */
export interface LoanInput {
  readonly drawdowns: readonly Flow[]
  readonly repayments?: readonly Flow[]
  readonly maturityDate: string
  readonly annualRate?: string
  readonly rates?: readonly { readonly from: string; readonly annualRate: string }[]
}

const movement = /* @__PURE__ */ checks.record({ date: checks.date, amount: checks.sum })
const rateSteps = /* @__PURE__ */ checks.listOf(/* @__PURE__ */ checks.record({ from: checks.date, annualRate: checks.rate }), 1)

const loanInput = /* @__PURE__ */ checks.record({
  drawdowns: /* @__PURE__ */ checks.listOf(movement, 1),
  repayments: /* @__PURE__ */ checks.optional(/* @__PURE__ */ checks.listOf(movement)),
  maturityDate: checks.date,
  annualRate: /* @__PURE__ */ checks.optional(checks.rate),
  rates: /* @__PURE__ */ checks.optional(rateSteps),
})

const period = /* @__PURE__ */ checks.record({ from: checks.date, until: checks.date })

/** A loan with exact values from its text, for `stretchesOf` and `accrue`. Throws LoanError with every issue. */
export function parseLoan(input: LoanInput): Loan {
  checks.checkInput(loanInput, input, (issues) => crossChecks(input, issues))
  const { drawdowns, repayments = [], maturityDate, annualRate, rates } = input
  const movements = (list: readonly Flow[]): Loan['drawdowns'] =>
    list.map(({ date, amount }) => ({ date, amount: decimalOf(amount) })).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const drawn = movements(drawdowns)
  const steps = rates ?? [{ from: (drawn[0] as { readonly date: string }).date, annualRate: annualRate as string }]
  return {
    drawdowns: drawn,
    repayments: movements(repayments),
    maturityDate,
    rates: steps.map((step) => ({ from: step.from, rate: checks.rateOf(step.annualRate) })),
  }
}

function crossChecks({ drawdowns, repayments = [], maturityDate, annualRate, rates }: LoanInput, issues: checks.LoanIssue[]): void {
  const add = (...args: Parameters<typeof checks.issue>): void => {
    issues.push(checks.issue(...args))
  }
  const first = drawdowns.map(({ date }) => date).sort()[0] as string
  if ((annualRate === undefined) === (rates === undefined)) {
    add('one-rate', 'annualRate', 'annualRate 或 rates 之一', 'either annualRate or rates', annualRate)
  }
  rates?.forEach(({ from }, index) => {
    const before = rates[index - 1]
    if (before === undefined ? from > first : from <= before.from) {
      add(
        'order',
        `rates[${index}].from`,
        '按日期先后排列，且首个不晚于首次放款日',
        'days in order, the first not after the first drawdown',
        from,
      )
    }
  })
  drawdowns.forEach(({ date }, index) => {
    if (date >= maturityDate)
      add('order', `drawdowns[${index}].date`, `${maturityDate}之前的日期`, `a day before maturity, ${maturityDate}`, date)
  })
  const events = [
    ...drawdowns.map(({ date, amount }) => ({ date, amount: decimalOf(amount), index: -1 })),
    ...repayments.map(({ date, amount }, index) => ({ date, amount: decimalOf(amount).negated(), index })),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index))
  let balance = decimalOf(0)
  for (const { date, amount, index } of events) {
    const owed = balance
    balance = balance.plus(amount)
    if (index < 0 || !balance.isNegative() || balance.isZero()) continue
    const path = `repayments[${index}]`
    if (date < first) add('order', `${path}.date`, `首次放款日${first}及以后的日期`, `a day not before the first drawdown, ${first}`, date)
    else {
      const text = moneyText(owed)
      add(
        'above-balance',
        `${path}.amount`,
        `不超过${date}的余额${text}`,
        `at most the balance of ${date}, ${text}`,
        moneyText(amount.negated()),
      )
    }
    return
  }
}

/** The rates of a loan priced on the LPR as text, for `rates` of a loan or a schedule; with the day from which an LPR is not known, and why. */
export function lprRates(
  pricing: Pricing,
  term: { readonly from: string; readonly until: string },
): {
  readonly complete: boolean
  readonly rates: readonly { readonly from: string; readonly annualRate: string }[]
  readonly unknownFrom?: string
  readonly message?: { readonly zh: string; readonly en: string }
} {
  checks.checkInput(checks.record({ pricing: pricingCheck, term: period }), { pricing, term })
  const priced = pricedRates(pricing, term.from, term.until)
  const rates = priced.rates.map(({ from, rate }) => ({ from, annualRate: fractionText(rate) }))
  if (priced.complete) return { complete: true, rates }
  return { complete: false, rates, unknownFrom: priced.unknownFrom, message: priced.unknown.message }
}

/** The interest of one stretch: exact, as a decimal or a quotient of whole numbers, and rounded to the fen for reading. */
export interface StretchInterest extends Period {
  readonly days: number
  readonly balance: string
  readonly annualRate: string
  readonly exact: string
  readonly interest: string
}

/** Interest rounded once, at the end; the stretches are listed for checking and may not add up to it by a fen. */
export interface Interest {
  readonly interest: string
  readonly exact: string
  /** 积数: Σ balance × days, in yuan-days. */
  readonly productSum: string
  readonly stretches: readonly StretchInterest[]
}

/** The interest of a loan, over its term or within a period, at the loan's rate. Throws LoanError. */
export function interest(input: LoanInput, { dayCount, within }: { readonly dayCount: DayCountName; readonly within?: Period }): Interest {
  const loan = parseLoan(input)
  checks.checkInput(checks.record({ dayCount: checks.dayCount, within: checks.optional(period) }), { dayCount, within })
  const stretches = stretchesOf(loan, within)
  return interestText(stretches, accrue(stretches, dayCount), accruals(stretches, dayCount))
}

/** The interest of a loan by one of the lawful methods of 银发〔2005〕129号; the daily rate is the yearly rate ÷ `yearDays`. Throws LoanError. */
export function interestByMethod(
  input: LoanInput,
  { method, yearDays, within }: { readonly method: methods.InterestMethod; readonly yearDays: 360 | 365; readonly within?: Period },
): Interest {
  const loan = parseLoan(input)
  const options = checks.record({
    method: checks.oneOf(...Object.keys(methods.INTEREST_METHODS)),
    yearDays: checks.oneOf(360, 365),
    within: checks.optional(period),
  })
  checks.checkInput(options, { method, yearDays, within })
  const stretches = stretchesOf(loan, within)
  const each = stretches.map((stretch) => methods.interestBy(method, [stretch], yearDays))
  return interestText(stretches, methods.interestBy(method, stretches, yearDays), each)
}

function interestText(stretches: readonly Stretch[], total: Fraction, each: readonly Fraction[]): Interest {
  return {
    interest: fenText(total),
    exact: fractionText(total),
    productSum: productSum(stretches).toFixed(),
    stretches: stretches.map((stretch, index) => ({
      from: stretch.from,
      until: stretch.until,
      days: daysBetween(stretch.from, stretch.until),
      balance: moneyText(stretch.balance),
      annualRate: fractionText(stretch.rate),
      exact: fractionText(each[index] as Fraction),
      interest: fenText(each[index] as Fraction),
    })),
  }
}

/**
 * The interest of a loan settlement period by settlement period, each rounded to the fen as booked. The settlement day is counted; the last
 * period ends with the loan. `total` adds the rounded periods, `unsplit` rounds the whole once. Throws LoanError.
 */
export function interestBySettlement(
  input: LoanInput,
  { settlement: rule, dayCount }: { readonly settlement: settlement.SettlementRule; readonly dayCount: DayCountName },
): {
  readonly periods: readonly { readonly from: string; readonly until: string; readonly days: number; readonly interest: string }[]
  readonly total: string
  readonly unsplit: string
} {
  const loan = parseLoan(input)
  const settlementRule = checks.record({
    every: checks.oneOf('month', 'quarter', 'half-year', 'year'),
    day: checks.count,
    month: checks.optional(checks.count),
  })
  checks.checkInput(checks.record({ settlement: settlementRule, dayCount: checks.dayCount }), { settlement: rule, dayCount }, (issues) => {
    if (rule.day > 31) issues.push(checks.issue('day', 'settlement.day', '1至31的日', 'a day of the month from 1 to 31', rule.day))
    if ((rule.month ?? 1) > 12) issues.push(checks.issue('month', 'settlement.month', '1至12的月', 'a month from 1 to 12', rule.month))
  })
  const { periods, total, unsplit } = settlement.settledInterest(loan, rule, dayCount)
  return {
    periods: periods.map(({ from, until, days, interest: booked }) => ({ from, until, days, interest: moneyText(booked) })),
    total: moneyText(total),
    unsplit: moneyText(unsplit),
  }
}

/** A bank's interest slip as text. */
export interface SlipInput extends Period {
  readonly amount: string
  readonly kind: slip.InterestKind
  readonly paidOn?: string
}

const slipInput = /* @__PURE__ */ checks.listOf(
  /* @__PURE__ */ checks.record({
    from: checks.date,
    until: checks.date,
    amount: checks.amount,
    kind: /* @__PURE__ */ checks.oneOf('normal', 'overdue', 'misuse', 'compound', 'surcharge', 'extension'),
    paidOn: /* @__PURE__ */ checks.optional(checks.date),
  }),
)

/** Bank slips with exact values. Slips of one kind may not overlap. Throws LoanError. */
export function parseSlips(slips: readonly SlipInput[]): readonly slip.InterestSlip[] {
  checks.checkInput(checks.record({ slips: slipInput }), { slips }, (issues) => {
    slips.forEach(({ from, until }, index) => {
      if (until <= from) issues.push(checks.issue('order', `slips[${index}].until`, `${from}之后的日期`, `a day after ${from}`, until))
    })
    const overlap = issues.length === 0 ? slip.overlappingSlips(slips) : undefined
    if (overlap !== undefined) {
      const [one, other] = overlap
      const zh = `与slips[${one}]不重叠的期间`
      issues.push(checks.issue('overlap', `slips[${other}]`, zh, `a period that does not overlap slips[${one}]`, slips[other]?.from))
    }
  })
  return slips.map((each) => ({ ...each, amount: decimalOf(each.amount) }))
}

/** The interest of bank slips that counts, and how much of each slip does. Throws LoanError. */
export function interestFromSlips(
  slips: readonly SlipInput[],
  rule: slip.SlipRule,
): { readonly interest: string; readonly exact: string; readonly slips: readonly { readonly counted: string; readonly exact: string }[] } {
  const kinds = checks.listOf(checks.oneOf(...Object.keys(slip.INTEREST_KINDS)), 1)
  checks.checkInput(checks.record({ kinds, by: checks.oneOf('period', 'paid-on'), within: checks.optional(period) }), rule)
  const parsed = parseSlips(slips)
  const total = slip.interestFromSlips(parsed, rule)
  return {
    interest: fenText(total),
    exact: fractionText(total),
    slips: slip.countedSlips(parsed, rule).map(({ counted }) => ({ counted: fenText(counted), exact: fractionText(counted) })),
  }
}

/** Principal in arrears or misused, over days at one contract rate; uplifts are shares of that rate. Both at once: the heavier. */
export interface PenaltyInput extends Period {
  readonly principal: string
  readonly annualRate: string
  readonly overdueUplift?: string
  readonly misuseUplift?: string
}

/** Interest not paid, and the rate it bears: the contract rate within the term, the penalty rate after maturity. */
export interface UnpaidInterestInput extends Period {
  readonly unpaidInterest: string
  readonly annualRate: string
}

/** Penalty and compound interest, kept apart by kind, each rounded to the fen once. */
export interface Penalties {
  readonly overdue: string
  readonly misuse: string
  readonly compound: string
  readonly total: string
}

/**
 * What arrears cost: penalty interest for overdue and for misused principal, and compound interest on unpaid interest.
 *
 * penalty = principal × R × (1 + uplift) × share of the year; the uplift of overdue principal is 0.30 to 0.50, of misused principal 0.50 to 1.00
 * (银发〔2003〕251号 art. 3). Penalty interest is not compounded. Throws LoanError.
 */
export function penalties(
  arrears: readonly PenaltyInput[],
  { dayCount, unpaid = [] }: { readonly dayCount: DayCountName; readonly unpaid?: readonly UnpaidInterestInput[] },
): Penalties {
  const arrearsCheck = checks.listOf(
    checks.record({
      from: checks.date,
      until: checks.date,
      principal: checks.sum,
      annualRate: checks.rate,
      overdueUplift: checks.optional(checks.rate),
      misuseUplift: checks.optional(checks.rate),
    }),
  )
  const unpaidCheck = checks.listOf(
    checks.record({ from: checks.date, until: checks.date, unpaidInterest: checks.sum, annualRate: checks.rate }),
  )
  checks.checkInput(
    checks.record({ arrears: arrearsCheck, unpaid: unpaidCheck, dayCount: checks.dayCount }),
    { arrears, unpaid, dayCount },
    (issues) => penaltyChecks(arrears, unpaid, issues),
  )
  const totals = penalty.penalties(
    arrears.map(({ from, until, principal, annualRate, overdueUplift, misuseUplift }) => ({
      from,
      until,
      principal: decimalOf(principal),
      rate: checks.rateOf(annualRate),
      uplifts: {
        ...(overdueUplift === undefined ? {} : { overdue: checks.rateOf(overdueUplift) }),
        ...(misuseUplift === undefined ? {} : { misuse: checks.rateOf(misuseUplift) }),
      },
    })),
    unpaid.map(({ from, until, unpaidInterest, annualRate }) => ({
      from,
      until,
      unpaidInterest: decimalOf(unpaidInterest),
      rate: checks.rateOf(annualRate),
    })),
    dayCount,
  )
  const [overdue, misuse, compound] = [totals.overdue, totals.misuse, totals.compound].map(toFen) as [Decimal, Decimal, Decimal]
  return {
    overdue: moneyText(overdue),
    misuse: moneyText(misuse),
    compound: moneyText(compound),
    total: moneyText(overdue.plus(misuse).plus(compound)),
  }
}

function penaltyChecks(arrears: readonly PenaltyInput[], unpaid: readonly UnpaidInterestInput[], issues: checks.LoanIssue[]): void {
  const ordered = (path: string, { from, until }: Period): void => {
    if (until < from) issues.push(checks.issue('order', `${path}.until`, `${from}及以后的日期`, `a day not before ${from}`, until))
  }
  unpaid.forEach((each, index) => {
    ordered(`unpaid[${index}]`, each)
  })
  arrears.forEach((each, index) => {
    const path = `arrears[${index}]`
    ordered(path, each)
    const { overdueUplift, misuseUplift } = each
    if (overdueUplift === undefined && misuseUplift === undefined) {
      issues.push(
        checks.issue('missing', `${path}.overdueUplift`, '逾期或挪用的加收比例', 'an uplift for overdue or for misused principal'),
      )
    }
    for (const kind of ['overdue', 'misuse'] as const) {
      const given = each[`${kind}Uplift`]
      const { from, through } = penalty.PENALTY_UPLIFTS[kind]
      const outside = (text: string): boolean => {
        const uplift = checks.rateOf(text)
        return compare(uplift, checks.rateOf(from)) < 0 || compare(uplift, checks.rateOf(through)) > 0
      }
      if (given !== undefined && outside(given)) {
        issues.push(
          checks.issue('uplift', `${path}.${kind}Uplift`, `${from}至${through}的加收比例`, `an uplift from ${from} to ${through}`, given),
        )
      }
    }
  })
}

/** The dated flows of a schedule for `annualCost`: the principal received, each payment, and fees paid to the lender or a third party for the loan. RangeError when the schedule is not complete. */
export function flowsOf(schedule: Schedule, fees: readonly Flow[] = []): readonly Flow[] {
  if (!schedule.complete) throw new RangeError('expected a complete schedule: an LPR of its term is not known')
  checks.checkInput(checks.record({ fees: checks.listOf(movement) }), { fees })
  const paid = (date: string, amount: string): Flow => ({ date, amount: `-${amount}` })
  return [
    { date: schedule.drawdownDate, amount: schedule.principal },
    ...schedule.payments.map(({ date, payment }) => paid(date, payment)),
    ...fees.map(({ date, amount }) => paid(date, amount)),
  ]
}

const toFen = (exact: Fraction): Decimal => round(exact, { to: 'fen', mode: 'half-up' })
const fenText = (exact: Fraction): string => moneyText(toFen(exact))
