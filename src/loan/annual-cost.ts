import { earlier } from '../dates/calendar-date.js'
import { DAY_COUNTS } from '../dates/day-counts.js'
import { Approximate, type Decimal } from '../money/decimal.js'
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
  const { terms, exact } = merged(amounts, times)
  const text = (rate: Decimal): string => {
    const places = rate.toFixed(15)
    return places.includes('.') ? places.replace(/\.?0+$/, '').replace(/^-0$/, '0') : places
  }
  const rates = zerosOf(terms)
    .map((log) => checkedDiscount(exact, log))
    .filter((discount) => discount !== undefined)
    .map((discount) => {
      const { effective, nominal } = ratesOf(discount)
      return { effective: text(effective), nominal: text(nominal) }
    })
  const [only] = rates
  if (only === undefined) return { solution: 'no-solution' }
  return rates.length === 1 ? { solution: 'one', ...only } : { solution: 'several-solutions', rates }
}

interface Term {
  readonly amount: number
  readonly time: number
}

interface ExactTerm {
  readonly amount: Decimal
  readonly time: number
}

/** The flows in order of time, those of one day added up, nothing left out but zeros. */
function merged(
  amounts: readonly string[],
  times: readonly number[],
): { readonly terms: readonly Term[]; readonly exact: readonly ExactTerm[] } {
  const byTime = new Map<number, Decimal>()
  amounts.forEach((amount, index) => {
    const time = times[index] as number
    byTime.set(time, new Approximate(amount).plus(byTime.get(time) ?? 0))
  })
  const exact = [...byTime].filter(([, amount]) => !amount.isZero()).sort(([a], [b]) => a - b)
  return {
    terms: exact.map(([time, amount]) => ({ time, amount: amount.toNumber() })),
    exact: exact.map(([time, amount]) => ({ time, amount })),
  }
}

/** Σ amount · e^(−u·time), scaled so that the largest term is near its amount: only the sign and the relative size mean something. */
function worthAt(terms: readonly Term[], u: number): { readonly worth: number; readonly size: number } {
  let highest = Number.NEGATIVE_INFINITY
  for (const { time } of terms) highest = Math.max(highest, -u * time)
  let worth = 0
  let size = 0
  for (const { amount, time } of terms) {
    const part = amount * Math.exp(-u * time - highest)
    worth += part
    size += Math.abs(part)
  }
  return { worth, size }
}

/** Below this share of its parts a sum of binary numbers counts as zero. */
const NOTHING = 1e-13

function signAt(terms: readonly Term[], u: number): number {
  const { worth, size } = worthAt(terms, u)
  return Math.abs(worth) <= NOTHING * size ? 0 : Math.sign(worth)
}

/**
 * All u with Σ amount · e^(−u·time) = 0, ascending.
 *
 * Multiplied by e^(u·s), with s between two times where the sign changes, the sum has a derivative with one change of sign less; between the
 * zeros of that derivative it is monotone and has at most one zero. No sign change, no zero (Descartes).
 */
function zerosOf(terms: readonly Term[]): readonly number[] {
  const change = terms.findIndex((term, index) => index > 0 && term.amount * (terms[index - 1] as Term).amount < 0)
  if (change < 0) return []
  const before = terms[change - 1] as Term
  const after = terms[change] as Term
  const middle = (before.time + after.time) / 2
  const turns = zerosOf(terms.map(({ amount, time }) => ({ time, amount: amount * (middle - time) })))
  const width = 1 / ((terms.at(-1) as Term).time - (terms[0] as Term).time)
  const zeros: number[] = []
  for (let index = 0; index <= turns.length; index += 1) {
    const turn = turns[index]
    const left = turns[index - 1]
    if (left !== undefined && signAt(terms, left) === 0) zeros.push(left)
    const low = left ?? outward(terms, turn ?? 0, -width, Math.sign((terms.at(-1) as Term).amount))
    const high = turn ?? outward(terms, left ?? 0, width, Math.sign((terms[0] as Term).amount))
    if (signAt(terms, low) * signAt(terms, high) < 0) zeros.push(bisected(terms, low, high))
  }
  return zeros
}

/** A point so far out that the sum has the sign of its first (or last) amount. */
function outward(terms: readonly Term[], from: number, width: number, sign: number): number {
  let step = width
  for (let tries = 0; tries < 200 && signAt(terms, from + step) !== sign; tries += 1) step *= 2
  return from + step
}

function bisected(terms: readonly Term[], from: number, until: number): number {
  let [low, high] = [from, until]
  const sign = Math.sign(worthAt(terms, low).worth)
  for (let tries = 0; tries < 200; tries += 1) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (Math.sign(worthAt(terms, middle).worth) === sign) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The discount of one unit of time, e^(−u), made exact to fifty digits and checked in decimals; undefined when the flows are not worth nothing there. */
function checkedDiscount(terms: readonly ExactTerm[], u: number): Decimal | undefined {
  let discount = new Approximate(-u).exp()
  for (let tries = 0; tries < 3; tries += 1) {
    const { worth, slope } = worthIn(terms, discount)
    if (slope.isZero()) break
    const next = discount.minus(worth.dividedBy(slope))
    // At a touching zero the slope vanishes as well: keep what bisection found.
    if (next.dividedBy(discount).minus(1).abs().greaterThan('1e-9')) break
    discount = next
  }
  const { worth, size } = worthIn(terms, discount)
  return worth.abs().lessThanOrEqualTo(size.times('1e-12')) ? discount : undefined
}

function worthIn(
  terms: readonly ExactTerm[],
  discount: Decimal,
): { readonly worth: Decimal; readonly slope: Decimal; readonly size: Decimal } {
  const powers = new Map<number, Decimal>()
  const power = (gap: number): Decimal => {
    const known = powers.get(gap) ?? discount.pow(gap)
    powers.set(gap, known)
    return known
  }
  let worth = new Approximate(0)
  let slope = worth
  let size = worth
  for (let index = terms.length - 1; index >= 0; index -= 1) {
    const { amount, time } = terms[index] as ExactTerm
    const gap = (terms[index + 1]?.time ?? time) - time
    const grown = power(gap)
    slope = slope.times(grown).plus(gap === 0 ? 0 : worth.times(gap).times(grown).dividedBy(discount))
    worth = worth.times(grown).plus(amount)
    size = size.times(grown).plus(amount.abs())
  }
  return { worth, slope, size }
}
