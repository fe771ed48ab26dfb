import type { Terms } from '../items/loan-formula.js'
import type { LoanTerms } from '../policy/policy.js'
import type { Span } from '../policy/quantity.js'
import type { Sourced } from '../policy/source.js'
import { accrued } from './accrual.js'
import { compileDate, inCalendar } from './date.js'
import { addMonths, monthsBetween, monthsIn, oddDaysIn } from './day.js'
import { YEAR_SHARES, type YearShare } from './day-count.js'
import { dividedBy, plus, times, wholeQuotient } from './exact.js'
import { dayFact, numberFact } from './fact.js'
import { known, Outside, only, UNUSUAL } from './outside.js'
import { compileQuantity, higher, lower, minus } from './quantity.js'
import type { Loan, Row, Work, WorkDay } from './row.js'
import type { LoanWork, Scope } from './scope.js'
import { compileOrder } from './selection.js'
import { slipInterest, type Window } from './slips.js'

/** The terms of a part about its loans, and what gives each loan its part of a limit on principal that loans share. */
export interface LoanTermsWork extends LoanWork {
  readonly share: (row: Row) => void
}

/** Compiles what a document says of a loan's principal and time. `read` holds the words of the terms, parameters in place. */
export function compileLoanTerms(written: LoanTerms, read: Terms, scope: Scope): LoanTermsWork {
  only(written, TERMS)
  only(read, READ)
  only(read.interest, ['kinds', 'by'])
  known(read.interest.by, ['period', 'paid-on'])
  known(read.principalBasis, ['balance', 'original'])
  const before = scope.gaps.count
  const own = ownPrincipal(written, scope)
  const principal = countedPrincipal(own)
  const share = sharedLimits(written, own, scope)
  const shareOfYear = read.proration === undefined ? noShare : YEAR_SHARES[read.proration]
  if (shareOfYear === undefined) throw new Outside(`the day count ${read.proration}`)
  const windows = (written.windows ?? []).map((window) => windowOf(termValue(window), scope))
  const time = countedTime(written, read, windows, scope)
  return {
    principal,
    share,
    interestAt: interestWith(principal, time, shareOfYear, read, scope),
    slips: slipInterest(read, windows, time, scope),
    time: (unit) => timeIn(unit, time, shareOfYear, read),
    hasGap: scope.gaps.count > before,
  }
}

/** The value of a term that says nothing else. */
function termValue<Value>(term: Sourced<Value>): Value {
  only(term, ['value'])
  return term.value
}

const TERMS = [
  'formula',
  'shown',
  'principal',
  'principalLimits',
  'principalBasis',
  'periodStart',
  'longest',
  'windows',
  'lastDay',
  'extension',
  'proration',
  'interest',
]

/** What the engine makes of the terms. */
const READ = [
  'principal',
  'principalBasis',
  'periodStart',
  'longest',
  'windows',
  'countsExtension',
  'countsLastDay',
  'proration',
  'interest',
  'sources',
]

const noShare: YearShare = () => {
  throw UNUSUAL
}

/** What counts of the loan at hand, after limits per loan. */
function ownPrincipal({ principal, principalLimits = [] }: LoanTerms, scope: Scope): Work {
  const values = principalLimits
    .filter(({ per }) => per === 'loan')
    .map((limit) => {
      only(limit, ['value', 'per', 'order'])
      return compileQuantity(limit.value, scope)
    })
  return values.reduce(
    (before, limit): Work =>
      (row) => {
        const over = before(row)
        const under = row.under
        const most = limit(row)
        return lower(row, over, under, most, row.under)
      },
    compileQuantity(principal === undefined ? { fact: 'loan.principal' } : termValue(principal), scope),
  )
}

/** The principal of the loan at hand that counts, worked out once. */
function countedPrincipal(own: Work): Work {
  return (row) => {
    const loan = row.loan as Loan
    if (loan.principalUnder === 0) {
      const over = own(row)
      loan.principalOver = loan.sharedUnder === 0 ? over : lower(row, over, row.under, loan.sharedOver, loan.sharedUnder)
      loan.principalUnder = row.under
    }
    row.under = loan.principalUnder
    return loan.principalOver
  }
}

/** Gives each loan that counts its part of the limits all loans share, in the document's order. */
function sharedLimits({ principalLimits = [] }: LoanTerms, own: Work, scope: Scope): (row: Row) => void {
  const limits = principalLimits
    .filter(({ per }) => per !== 'loan')
    .map((limit) => {
      only(limit, ['value', 'per', 'order'])
      const { per, order, value } = limit
      if (per !== 'applicant') throw new Outside('principal shared by the loans that have a fact in common')
      return { order: compileOrder(order ?? 'drawdown-date', scope), value: compileQuantity(value, scope) }
    })
  return (row) => {
    for (const { order, value } of limits) {
      order(row)
      row.loan = undefined
      let left = value(row)
      let leftUnder = row.under
      for (let index = 0; index < row.counting; index += 1) {
        const loan = row.order[index] as Loan
        row.loan = loan
        const over = own(row)
        const share = lower(row, over, row.under, left, leftUnder)
        const shareUnder = row.under
        loan.sharedOver = loan.sharedUnder === 0 ? share : lower(row, share, shareUnder, loan.sharedOver, loan.sharedUnder)
        loan.sharedUnder = row.under
        const rest = minus(row, left, leftUnder, loan.sharedOver, loan.sharedUnder)
        left = higher(row, 0, 1, rest, row.under)
        leftUnder = row.under
      }
      row.loan = undefined
    }
  }
}

const DAYS_OF_YEAR: { readonly [dayCount: string]: number } = { 'actual/360': 360, 'actual/365': 365 }

/** Works out the time of the loan at hand that counts, once. */
function countedTime(written: LoanTerms, read: Terms, windows: readonly Window[], scope: Scope): (row: Row) => void {
  const countedDays = scope.facts.at('loan.countedDays').place
  const term = scope.facts.at('loan.termMonths').place
  const drawn = scope.facts.at('loan.drawdownDate').place
  const inDays = read.proration !== undefined && DAYS_OF_YEAR[read.proration] !== undefined
  const inMonths = read.proration !== undefined && !inDays && read.windows.length === 0
  const longest = written.longest === undefined ? undefined : compileQuantity(termValue(written.longest), scope)
  const dated = datedTime(written, read, longest, windows, scope)
  return (row) => {
    const loan = row.loan as Loan
    if (loan.time !== 'unknown') return
    const { over, under } = loan.stated
    if (inDays && under[countedDays] !== 0) {
      loan.time = 'days'
      loan.timeOver = over[countedDays] as number
      loan.timeUnder = 1
    } else if (inMonths && under[drawn] === 0 && under[term] !== 0) {
      if (longest !== undefined && read.longest?.unit !== 'months') throw UNUSUAL
      const most = longest === undefined ? (over[term] as number) : longest(row)
      loan.timeOver = lower(row, over[term] as number, 1, most, longest === undefined ? 1 : row.under)
      loan.timeUnder = row.under
      loan.time = 'months'
    } else dated(row, loan)
  }
}

/** The loan, the windows and the longest time together, from the day the document names. */
function datedTime(
  written: LoanTerms,
  read: Terms,
  longest: Work | undefined,
  windows: readonly Window[],
  scope: Scope,
): (row: Row, loan: Loan) => void {
  const start = compileDate(written.periodStart === undefined ? { fact: 'loan.drawdownDate' } : termValue(written.periodStart), scope)
  const end = endOf(read, scope)
  const isMonths = read.longest?.unit === 'months'
  return (row, loan) => {
    const first = start(row)
    let from = first
    let until = end(row)
    if (longest !== undefined) {
      const count = longest(row)
      if (row.under !== 1) throw UNUSUAL
      until = Math.min(until, isMonths ? addMonths(first, count) : inCalendar(first + count))
    }
    for (const window of windows) {
      if (window.from !== undefined) from = Math.max(from, window.from(row))
      for (const last of window.until) until = Math.min(until, last(row))
    }
    loan.time = 'period'
    loan.from = from
    loan.until = until
  }
}

function windowOf(span: Span, scope: Scope): Window {
  only(span, ['from', 'through', 'until'])
  const { from, through, until } = span
  const last = through === undefined ? undefined : compileDate(through, scope)
  return {
    from: from === undefined ? undefined : compileDate(from, scope),
    until: [
      ...(last === undefined ? [] : [(row: Row): number => inCalendar(last(row) + 1)]),
      ...(until === undefined ? [] : [compileDate(until, scope)]),
    ],
  }
}

/** The day interest stops: maturity, the end of an extension that counts, or earlier full repayment. */
function endOf({ countsExtension, countsLastDay }: Terms, scope: Scope): WorkDay {
  const maturity = dayFact('loan.maturityDate', scope)
  const extension = scope.facts.at('loan.extensionUntil').place
  const settled = scope.facts.at('loan.settledDate').place
  return (row) => {
    const { over, under } = (row.loan as Loan).stated
    const end = countsExtension && under[extension] !== 0 ? (over[extension] as number) : maturity(row)
    const last = under[settled] === 0 ? end : Math.min(end, over[settled] as number)
    return countsLastDay ? inCalendar(last + 1) : last
  }
}

/** Interest on the counted principal: Σ balance × rate × share of the year. */
function interestWith(
  principal: Work,
  time: (row: Row) => void,
  shareOfYear: YearShare,
  read: Terms,
  scope: Scope,
): LoanWork['interestAt'] {
  const drawn = numberFact('loan.principal', scope)
  const drawdown = dayFact('loan.drawdownDate', scope)
  const onBalance = read.principalBasis === 'balance'
  return (rate, first) => (row) => {
    const loan = row.loan as Loan
    const part = first === undefined ? 0 : first(row)
    const partUnder = row.under
    const whole = principal(row)
    const counted = first === undefined ? whole : lower(row, whole, row.under, part, partUnder)
    const countedUnder = row.under
    time(row)
    const yearly = rate(row)
    const yearlyUnder = row.under
    if (loan.time !== 'period') {
      const aYear = times(row, counted, countedUnder, yearly, yearlyUnder)
      const aYearUnder = row.under
      const share = undatedShare(row, loan, read)
      return times(row, aYear, aYearUnder, share, row.under)
    }
    const from = Math.max(loan.from, drawdown(row))
    const balance = drawn(row)
    const balanceUnder = row.under
    // A loan bears no interest on more than was drawn.
    const bears = lower(row, balance, balanceUnder, counted, countedUnder)
    const bearsUnder = row.under
    if (from >= loan.until) {
      row.under = 1
      return 0
    }
    const { drawdowns, repayments } = loan.lists
    if (drawdowns.count > 1 || repayments.count > 0) {
      const sum = accrued(row, loan, onBalance ? counted : balance, onBalance ? countedUnder : balanceUnder, shareOfYear)
      const interest = times(row, sum, row.under, yearly, yearlyUnder)
      if (onBalance) return interest
      const interestUnder = row.under
      const counts = dividedBy(row, bears, bearsUnder, balance, balanceUnder)
      return times(row, interest, interestUnder, counts, row.under)
    }
    const aYear = times(row, bears, bearsUnder, yearly, yearlyUnder)
    const aYearUnder = row.under
    const share = shareOfYear(row, from, loan.until)
    return times(row, aYear, aYearUnder, share, row.under)
  }
}

/** The share of a year of a time without a calendar. */
function undatedShare(row: Row, { time, timeOver, timeUnder }: Loan, { proration }: Terms): number {
  row.under = timeUnder * (time === 'days' ? (DAYS_OF_YEAR[proration as string] as number) : 12)
  if (proration !== 'whole-year') return timeOver
  const years = wholeQuotient(timeOver, row.under)
  row.under = 1
  return years
}

function timeIn(unit: 'years' | 'months' | 'days', time: (row: Row) => void, shareOfYear: YearShare, read: Terms): Work {
  const ofPeriod: YearShare = unit === 'years' ? shareOfYear : unit === 'days' ? daysIn : monthsOver
  return (row) => {
    const loan = row.loan as Loan
    time(row)
    if (loan.time === 'period') {
      row.under = 1
      return loan.from < loan.until ? ofPeriod(row, loan.from, loan.until) : 0
    }
    if (unit === 'years') return undatedShare(row, loan, read)
    if (unit !== loan.time) throw UNUSUAL
    row.under = loan.timeUnder
    return loan.timeOver
  }
}

const daysIn: YearShare = (_row, from, until) => until - from

/** Whole months, and odd days as thirtieths. */
const monthsOver: YearShare = (row, from, until) => {
  const between = monthsBetween(from, until)
  return plus(row, monthsIn(between), 1, oddDaysIn(between), 30)
}
