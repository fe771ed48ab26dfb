import { readFileSync } from 'node:fs'
import {
  add,
  divide,
  type Exact,
  type ExactMode,
  exact,
  exactOf,
  fenText,
  least,
  most,
  multiply,
  NOTHING,
  order,
  roundedUnits,
  subtract,
} from './exact.js'

/**
 * A second opinion on the interest subsidy: loans are walked day by day in whole fen, everything else is exact fractions of whole numbers.
 *
 * Written from the documents' words and sharing nothing with `src`, neither code nor data nor the shape of a policy.
 */

/** A figure with its value; the text is what a policy prints. */
export interface Figure {
  readonly text: string
  readonly value: Exact
}

export type Rate =
  | { readonly points: Figure }
  | { readonly rate: 'own' }
  /** The one-year LPR: stated, or of a day. */
  | { readonly rate: 'reference'; readonly on: 'drawdown' | 'year-end-before' }
  | { readonly share: Figure; readonly of: Rate }
  | { readonly lowest: readonly Rate[] }
  | { readonly highest: readonly Rate[] }
  | { readonly sum: readonly Rate[] }
  | { readonly excess: readonly [Rate, ...Rate[]] }

export type Amount =
  | { readonly interest: Rate; readonly onFirst?: Figure }
  | { readonly stated: 'interestPaid' | 'guaranteeFeePaid' | 'principal' }
  | { readonly flat: Figure }
  | { readonly share: Figure; readonly of: Amount }
  | { readonly lowest: readonly Amount[] }
  | { readonly highest: readonly Amount[] }
  | { readonly sum: readonly Amount[] }
  | { readonly excess: readonly [Amount, ...Amount[]] }
  /** By the principal drawn: the first line whose end is not passed, then the last. */
  | { readonly brackets: readonly { readonly end: Figure; readonly included: boolean; readonly value: Amount }[]; readonly last: Amount }
  | { readonly slices: readonly { readonly end?: Figure; readonly rate: Figure }[]; readonly of: Amount }
  | { readonly eachFull: Figure; readonly beyond: Figure; readonly of: Amount; readonly value: Figure }
  | { readonly byClass: readonly { readonly borrower: string; readonly value: Amount }[]; readonly otherwise: Amount }

/** For the applicant: sums over the loans. */
export type Total =
  | { readonly total: Amount }
  | { readonly flat: Figure }
  | { readonly share: Figure; readonly of: Total }
  | { readonly lowest: readonly Total[] }

export type Order = 'drawdown-date' | 'largest-principal' | 'largest-subsidy' | 'as-listed'
export type Proration = 'actual/365' | 'actual/360' | 'month/12' | 'full-month/12' | 'started-month/12' | 'whole-year'

export type Limit =
  | { readonly per: 'loan' | 'bank'; readonly cap: Figure }
  | { readonly per: 'loan'; readonly shareOfInterestPaid: Figure }
  | { readonly per: 'loan'; readonly netOfInterestPaid: true }
  | { readonly per: 'applicant'; readonly cap: Figure; readonly period?: 'year' | 'window' | 'lifetime' }
  | { readonly per: 'applicant'; readonly shareOfInterestPaid: Figure }
  | { readonly per: 'applicant'; readonly netOfInterestPaid: true }
  | { readonly per: 'loan' | 'applicant'; readonly cap: Figure; readonly each: 'month' | 'quarter' }

export interface Terms {
  readonly formula: { readonly loan: Amount } | { readonly applicant: Total }
  readonly principal: 'drawn' | 'lower-of-drawn-and-confirmed' | { readonly shareOfDrawn: Figure }
  readonly principalPerLoan?: Figure
  readonly principalShared?: {
    readonly limit: Figure
    readonly order: 'drawdown-date' | 'largest-principal' | 'as-listed'
    readonly perBank: boolean
  }
  readonly basis: 'balance' | 'original'
  readonly start: 'drawdown' | 'supplier-payment'
  readonly longest?: { readonly months: number } | { readonly days: number }
  readonly windows: readonly { readonly from?: string; readonly through?: string; readonly until?: string }[]
  readonly extension: 'excluded' | 'included'
  readonly proration: Proration
  readonly rateAtMost?: Figure
  readonly select?: { readonly atMost: number; readonly order: Order }
  readonly limits: readonly Limit[]
  readonly rounding: { readonly unit: Figure & { readonly name: string }; readonly mode: ExactMode; readonly each: 'item' | 'total' }
  readonly payers?: { readonly shares: readonly (readonly [party: string, share: Figure])[]; readonly remainderTo: string | undefined }
}

export interface Movement {
  readonly date: string
  readonly fen: number
}

export interface Loan {
  readonly id: string
  readonly bank: string
  readonly drawdowns: readonly Movement[]
  readonly repayments: readonly Movement[]
  readonly confirmedFen: number
  readonly contractDate: string
  readonly supplierPaymentDate: string
  readonly maturityDate: string
  readonly settledDate?: string
  readonly extensionUntil?: string
  /** A yearly rate, or the LPR and a spread with the days it follows the LPR. */
  readonly rate:
    | string
    | {
        readonly spread: string
        readonly tenor: '1y' | '5y-plus'
        readonly repricing: 'anniversary' | '1-january' | 'first-of-month' | 'first-of-quarter'
      }
  readonly interestPaidFen: number
  readonly guaranteeFeePaidFen: number
  /** Support for this loan from elsewhere. */
  readonly otherSupportFen: number
}

export interface Application {
  readonly borrower: string
  readonly loans: readonly Loan[]
  readonly lpr1y?: string
  readonly receivedFen: { readonly year: number; readonly window: number; readonly lifetime: number }
}

export interface Answer {
  readonly outcome: 'granted' | 'refused'
  readonly amount: string
  /** Before rounding. */
  readonly exact: Exact
  readonly gross: Exact
  readonly counted: readonly string[]
  readonly principals: ReadonlyMap<string, Exact>
  /** Whether each limit lowered the sum. */
  readonly payers: readonly string[]
}

// The calendar, day by day.
const DAYS: string[] = []
const NUMBER_OF = new Map<string, number>()
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const lengthOf = (year: number, month: number): number =>
  month === 2 && new Set([2016, 2020, 2024, 2028, 2032, 2036, 2040, 2044]).has(year) ? 29 : (LENGTHS[month - 1] as number)
const textOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
for (let year = 2015; year < 2045; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    for (let day = 1; day <= lengthOf(year, month); day += 1) {
      NUMBER_OF.set(textOf(year, month, day), DAYS.length)
      DAYS.push(textOf(year, month, day))
    }
  }
}
const numberOf = (date: string): number => NUMBER_OF.get(date) ?? Number.NaN
const YEAR_OF = DAYS.map((text) => Number(text.slice(0, 4)))
const MONTH_OF = DAYS.map((text) => Number(text.slice(5, 7)))
const DAY_OF = DAYS.map((text) => Number(text.slice(8)))

export const dateAt = (day: number): string => DAYS[day] as string
export const dayAt = numberOf

/** The corresponding day so many months later, the month's last where there is none. */
function monthsLater(day: number, months: number): number {
  const index = (YEAR_OF[day] as number) * 12 + (MONTH_OF[day] as number) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return numberOf(textOf(year, month, Math.min(DAY_OF[day] as number, lengthOf(year, month))))
}

const LPR = readFileSync(new URL('../data/lpr.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([published = '', year = '', five = '']) => ({
    day: numberOf(published),
    '1y': divide(exactOf(year), exact(100n)),
    '5y-plus': divide(exactOf(five), exact(100n)),
  }))

function lprOn(day: number, tenor: '1y' | '5y-plus'): Exact {
  const row = LPR.filter((candidate) => candidate.day <= day).at(-1)
  if (row === undefined) throw new RangeError('expected a day with a published LPR')
  return row[tenor]
}

const yuan = (fen: number | bigint): Exact => exact(BigInt(fen), 100n)
const total = (values: readonly Exact[]): Exact => values.reduce(add, NOTHING)
const atLeastNothing = (value: Exact): Exact => most(value, NOTHING)
const sumFen = (movements: readonly Movement[]): number => movements.reduce((sum, { fen }) => sum + fen, 0)

/** Days (or parts of months) on which one balance and one rate held, within one settlement month. */
interface Cell {
  readonly balanceFen: number
  readonly rate: Exact
  readonly settlement: number
  units: number
}

const UNITS_IN_YEAR: { readonly [name in Proration]: bigint } = {
  'actual/365': 365n,
  'actual/360': 360n,
  'month/12': 360n,
  'full-month/12': 12n,
  'started-month/12': 12n,
  'whole-year': 1n,
}

/** One loan under some terms. */
class Walk {
  readonly loan: Loan
  readonly terms: Terms
  readonly application: Application
  readonly drawn: Exact
  /** What the loan's own limits leave of its principal, and then the limits it shares. */
  principal: Exact
  private kept: readonly Cell[] | undefined

  constructor(loan: Loan, terms: Terms, application: Application) {
    this.loan = loan
    this.terms = terms
    this.application = application
    this.drawn = yuan(sumFen(loan.drawdowns))
    const { principal, principalPerLoan } = terms
    const counted =
      principal === 'drawn'
        ? this.drawn
        : principal === 'lower-of-drawn-and-confirmed'
          ? least(this.drawn, yuan(loan.confirmedFen))
          : multiply(principal.shareOfDrawn.value, this.drawn)
    this.principal = principalPerLoan === undefined ? counted : least(counted, principalPerLoan.value)
  }

  get firstDay(): number {
    return Math.min(...this.loan.drawdowns.map(({ date }) => numberOf(date)))
  }

  /** The rate in force on each day that begins a new one. */
  private rateSteps(): { readonly from: number; readonly rate: Exact }[] {
    const { rate, contractDate, maturityDate, extensionUntil } = this.loan
    const first = this.firstDay
    if (typeof rate === 'string') return [{ from: first, rate: exactOf(rate) }]
    const spread = exactOf(rate.spread)
    const priced = numberOf(contractDate)
    const steps = [{ from: first, rate: add(lprOn(priced, rate.tenor), spread) }]
    const last = Math.max(numberOf(maturityDate), numberOf(extensionUntil ?? maturityDate))
    for (let day = first + 1, turn = 1; day < last; day += 1) {
      while (monthsLater(priced, 12 * turn) < day) turn += 1
      const newMonth = DAY_OF[day] === 1
      const month = MONTH_OF[day] as number
      const repriced =
        rate.repricing === 'anniversary'
          ? monthsLater(priced, 12 * turn) === day
          : newMonth && (rate.repricing === 'first-of-month' || (rate.repricing === 'first-of-quarter' ? month % 3 === 1 : month === 1))
      if (repriced) steps.push({ from: day, rate: add(lprOn(day, rate.tenor), spread) })
    }
    return steps
  }

  get firstRate(): Exact {
    return (this.rateSteps()[0] as { readonly rate: Exact }).rate
  }

  /** First day that counts and the day after the last. */
  private time(): readonly [from: number, until: number] {
    const { loan, terms } = this
    const start = terms.start === 'drawdown' ? this.firstDay : numberOf(loan.supplierPaymentDate)
    let from = start
    let until = numberOf(terms.extension === 'included' && loan.extensionUntil !== undefined ? loan.extensionUntil : loan.maturityDate)
    if (loan.settledDate !== undefined) until = Math.min(until, numberOf(loan.settledDate))
    if (terms.longest !== undefined)
      until = Math.min(until, 'months' in terms.longest ? monthsLater(start, terms.longest.months) : start + terms.longest.days)
    for (const window of terms.windows) {
      if (window.from !== undefined) from = Math.max(from, numberOf(window.from))
      if (window.until !== undefined) until = Math.min(until, numberOf(window.until))
      if (window.through !== undefined) until = Math.min(until, numberOf(window.through) + 1)
    }
    return [from, until]
  }

  get cells(): readonly Cell[] {
    this.kept ??= this.walk()
    return this.kept
  }

  private walk(): Cell[] {
    const { loan, terms } = this
    const [from, until] = this.time()
    const changes = new Map<number, number>()
    for (const { date, fen } of loan.drawdowns) changes.set(numberOf(date), (changes.get(numberOf(date)) ?? 0) + fen)
    for (const { date, fen } of loan.repayments) changes.set(numberOf(date), (changes.get(numberOf(date)) ?? 0) - fen)
    const steps = this.rateSteps()
    const cells: Cell[] = []
    let balance = 0
    let step = 0
    let first: number | undefined
    let months = 0
    let reached = 0
    for (let day = this.firstDay; day < until; day += 1) {
      balance += changes.get(day) ?? 0
      while (step + 1 < steps.length && (steps[step + 1] as { readonly from: number }).from <= day) step += 1
      if (day < from || (balance === 0 && first === undefined)) continue
      first ??= day
      // Time from the first day until the end of this one, in the units of the day count.
      if (monthsLater(first, months + 1) <= day + 1) months += 1
      const odd = day + 1 - monthsLater(first, months)
      const whole =
        terms.proration === 'month/12'
          ? months * 30 + odd
          : terms.proration === 'full-month/12'
            ? months
            : terms.proration === 'started-month/12'
              ? months + (odd > 0 ? 1 : 0)
              : terms.proration === 'whole-year'
                ? Math.floor(months / 12)
                : day + 1 - first
      const units = whole - reached
      reached = whole
      if (balance === 0) continue
      const { rate } = steps[step] as { readonly rate: Exact }
      const settlement = (YEAR_OF[day] as number) * 12 + (MONTH_OF[day] as number) - 1 + ((DAY_OF[day] as number) > 20 ? 1 : 0)
      const last = cells.at(-1)
      if (last !== undefined && last.balanceFen === balance && last.rate === rate && last.settlement === settlement) last.units += units
      else cells.push({ balanceFen: balance, rate, settlement, units })
    }
    return cells
  }

  private rateAt(rate: Rate, own: Exact): Exact {
    if ('points' in rate) return rate.points.value
    if ('share' in rate) return multiply(rate.share.value, this.rateAt(rate.of, own))
    if ('lowest' in rate) return least(...(rate.lowest.map((each) => this.rateAt(each, own)) as [Exact]))
    if ('highest' in rate) return most(...(rate.highest.map((each) => this.rateAt(each, own)) as [Exact]))
    if ('sum' in rate) return total(rate.sum.map((each) => this.rateAt(each, own)))
    if ('excess' in rate) {
      const [first, ...others] = rate.excess.map((each) => this.rateAt(each, own)) as [Exact, ...Exact[]]
      return atLeastNothing(others.reduce(subtract, first))
    }
    if (rate.rate === 'own') return own
    if (this.application.lpr1y !== undefined) return exactOf(this.application.lpr1y)
    const day = this.firstDay
    return lprOn(rate.on === 'drawdown' ? day : numberOf(`${(YEAR_OF[day] as number) - 1}-12-31`), '1y')
  }

  private interest(rate: Rate, onFirst: Figure | undefined, settlement: ((cell: Cell) => boolean) | undefined): Exact {
    const { terms, principal, drawn } = this
    const counted = onFirst === undefined ? principal : least(principal, onFirst.value)
    const perYear = new Map<Exact, Exact>()
    for (const cell of this.cells) {
      if (settlement !== undefined && !settlement(cell)) continue
      const balance = yuan(cell.balanceFen)
      const part = terms.basis === 'balance' ? least(balance, counted) : multiply(balance, divide(counted, drawn))
      perYear.set(cell.rate, add(perYear.get(cell.rate) ?? NOTHING, multiply(part, exact(BigInt(cell.units)))))
    }
    const interest = total([...perYear].map(([own, units]) => multiply(units, this.rateAt(rate, own))))
    return divide(interest, exact(UNITS_IN_YEAR[terms.proration]))
  }

  amount(node: Amount, settlement?: (cell: Cell) => boolean): Exact {
    const at = (each: Amount): Exact => this.amount(each, settlement)
    if ('interest' in node) return this.interest(node.interest, node.onFirst, settlement)
    if ('stated' in node) return node.stated === 'principal' ? this.drawn : yuan(this.loan[`${node.stated}Fen`])
    if ('flat' in node) return node.flat.value
    if ('share' in node) return multiply(node.share.value, at(node.of))
    if ('lowest' in node) return least(...(node.lowest.map(at) as [Exact]))
    if ('highest' in node) return most(...(node.highest.map(at) as [Exact]))
    if ('sum' in node) return total(node.sum.map(at))
    if ('excess' in node) {
      const [first, ...others] = node.excess.map(at) as [Exact, ...Exact[]]
      return atLeastNothing(others.reduce(subtract, first))
    }
    if ('brackets' in node) {
      const line = node.brackets.find(({ end, included }) => order(this.drawn, end.value) < (included ? 1 : 0))
      return at(line === undefined ? node.last : line.value)
    }
    if ('slices' in node) {
      const whole = at(node.of)
      let paid = NOTHING
      let below = NOTHING
      for (const { end, rate } of node.slices) {
        const top = end === undefined ? whole : least(whole, end.value)
        paid = add(paid, multiply(atLeastNothing(subtract(top, below)), rate.value))
        below = most(below, top)
      }
      return paid
    }
    if ('eachFull' in node) {
      const over = divide(atLeastNothing(subtract(at(node.of), node.beyond.value)), node.eachFull.value)
      return multiply(node.value.value, exact(over.over / over.under))
    }
    const line = node.byClass.find(({ borrower }) => borrower === this.application.borrower)
    return at(line === undefined ? node.otherwise : line.value)
  }
}

function applicantAmount(node: Total, walks: readonly Walk[]): Exact {
  if ('total' in node) return total(walks.map((walk) => walk.amount(node.total)))
  if ('flat' in node) return node.flat.value
  if ('share' in node) return multiply(node.share.value, applicantAmount(node.of, walks))
  return least(...(node.lowest.map((each) => applicantAmount(each, walks)) as [Exact]))
}

const byId = (a: Walk, b: Walk): number => (a.loan.id < b.loan.id ? -1 : 1)

function inOrder(walks: readonly Walk[], by: Order, terms: Terms): readonly Walk[] {
  if (by === 'as-listed') return walks
  if (by === 'drawdown-date') return [...walks].sort((a, b) => a.firstDay - b.firstDay || byId(a, b))
  const size = new Map(walks.map((walk) => [walk, by === 'largest-principal' ? walk.drawn : aloneAmount(walk, terms)]))
  return [...walks].sort((a, b) => order(size.get(b) as Exact, size.get(a) as Exact) || byId(a, b))
}

/** What a loan brings when it is the only one, after the limits that hold for it alone. */
function aloneAmount({ loan, application }: Walk, terms: Terms): Exact {
  const walk = new Walk(loan, terms, application)
  sharePrincipal([walk], terms)
  const value = 'loan' in terms.formula ? walk.amount(terms.formula.loan) : applicantAmount(terms.formula.applicant, [walk])
  const shared = terms.limits.findIndex(({ per }) => per !== 'loan')
  const own = shared < 0 ? terms.limits : terms.limits.slice(0, shared)
  return own.reduce((left, limit) => {
    const sum = { walks: [walk], value: left }
    return limited(limit, sum, terms, mostUnder(limit, sum, application))
  }, value)
}

function sharePrincipal(walks: readonly Walk[], terms: Terms): void {
  const { principalShared } = terms
  if (principalShared === undefined) return
  const left = new Map<string, Exact>()
  for (const walk of inOrder(walks, principalShared.order, terms)) {
    const holder = principalShared.perBank ? walk.loan.bank : ''
    const rest = left.get(holder) ?? principalShared.limit.value
    walk.principal = least(walk.principal, rest)
    left.set(holder, subtract(rest, walk.principal))
  }
}

interface Sum {
  readonly walks: readonly Walk[]
  value: Exact
  /** The lowest cap so far, where one stood over every part of the sum. */
  most?: Exact | undefined
}

function together(sums: readonly Sum[], holderOf: (walk: Walk) => string): Sum[] {
  const held = new Map<string, Sum>()
  for (const { walks, value, most: cap } of sums) {
    const holder = holderOf(walks[0] as Walk)
    const before = held.get(holder)
    const caps = before === undefined ? cap : before.most === undefined || cap === undefined ? undefined : add(before.most, cap)
    held.set(holder, { walks: [...(before?.walks ?? []), ...walks], value: add(before?.value ?? NOTHING, value), most: caps })
  }
  return [...held.values()]
}

/** What a limit leaves at the most; a cap each month or quarter leaves it to the parts. */
function mostUnder(limit: Limit, { walks }: Sum, application: Application): Exact | undefined {
  if ('each' in limit) return undefined
  const paid = yuan(walks.reduce((sum, { loan }) => sum + loan.interestPaidFen, 0))
  if ('netOfInterestPaid' in limit) {
    const elsewhere = yuan(walks.reduce((sum, { loan }) => sum + loan.otherSupportFen, 0))
    const everywhere =
      limit.per === 'loan' ? elsewhere : yuan(application.loans.reduce((sum, { otherSupportFen }) => sum + otherSupportFen, 0))
    return atLeastNothing(subtract(paid, everywhere))
  }
  if ('shareOfInterestPaid' in limit) return multiply(limit.shareOfInterestPaid.value, paid)
  const received = 'period' in limit && limit.period !== undefined ? yuan(application.receivedFen[limit.period]) : NOTHING
  return atLeastNothing(subtract(limit.cap.value, received))
}

function limited(limit: Limit, { walks, value }: Sum, terms: Terms, highest: Exact | undefined): Exact {
  if ('each' in limit && 'loan' in terms.formula) {
    const { loan } = terms.formula
    const keyOf = ({ settlement }: Cell): number => (limit.each === 'month' ? settlement : Math.floor(settlement / 3))
    const keys = new Set(walks.flatMap((walk) => walk.cells.map(keyOf)))
    const parts = [...keys].map((key) =>
      least(limit.cap.value, total(walks.map((walk) => walk.amount(loan, (cell) => keyOf(cell) === key)))),
    )
    return least(value, total(parts))
  }
  return highest === undefined ? value : least(value, highest)
}

const FEN = exact(1n, 100n)

/** Fen of each payer: by the largest remainder; with a bearer the others half up and the rest to it, or without it where they exceed the amount. */
function paidBy(fen: bigint, { shares, remainderTo }: NonNullable<Terms['payers']>): readonly bigint[] {
  if (remainderTo === undefined)
    return byLargestRemainder(
      fen,
      shares.map(([, share]) => share.value),
    )
  const bearer = shares.findIndex(([party]) => party === remainderTo)
  const parts = shares.map(([, share], index) =>
    index === bearer ? 0n : roundedUnits(multiply(exact(fen), share.value), exact(1n), 'half-up'),
  )
  const others = parts.reduce((sum, part) => sum + part, 0n)
  if (others <= fen) return parts.map((part, index) => (index === bearer ? fen - others : part))
  return byLargestRemainder(
    fen,
    shares.map(([, share], index) => (index === bearer ? NOTHING : share.value)),
  )
}

function byLargestRemainder(fen: bigint, weights: readonly Exact[]): readonly bigint[] {
  const weight = total(weights)
  const precise = weights.map((each) => divide(multiply(exact(fen), each), weight))
  const whole = precise.map((part) => part.over / part.under)
  const rests = precise
    .map((part, index) => ({ index, rest: subtract(part, exact(whole[index] as bigint)) }))
    .sort((a, b) => order(b.rest, a.rest) || a.index - b.index)
  let left = fen - whole.reduce((sum, part) => sum + part, 0n)
  for (const { index } of rests) {
    if (left === 0n) break
    whole[index] = (whole[index] as bigint) + 1n
    left -= 1n
  }
  return whole
}

/** What an application comes to under the terms. */
export function expectedAnswer(terms: Terms, application: Application): Answer {
  const every = application.loans.map((loan) => new Walk(loan, terms, application))
  let walks: readonly Walk[] = every.filter((walk) => terms.rateAtMost === undefined || order(walk.firstRate, terms.rateAtMost.value) <= 0)
  if (walks.length === 0)
    return { outcome: 'refused', amount: '0.00', exact: NOTHING, gross: NOTHING, counted: [], principals: new Map(), payers: [] }
  if (terms.select !== undefined) {
    const taken = inOrder(walks, terms.select.order, terms).slice(0, terms.select.atMost)
    walks = walks.filter((walk) => taken.includes(walk))
  }
  sharePrincipal(walks, terms)
  const { formula } = terms
  let sums: Sum[] =
    'loan' in formula
      ? walks.map((walk) => ({ walks: [walk], value: walk.amount(formula.loan) }))
      : [{ walks, value: applicantAmount(formula.applicant, walks) }]
  const gross = total(sums.map(({ value }) => value))
  let perLoan: readonly Sum[] = sums.map((sum) => ({ ...sum }))
  for (const limit of terms.limits) {
    if (limit.per === 'applicant') sums = together(sums, () => '')
    else if (limit.per === 'bank') sums = together(sums, (walk) => walk.loan.bank)
    for (const sum of sums) {
      const cap = mostUnder(limit, sum, application)
      sum.value = limited(limit, sum, terms, cap)
      if (cap !== undefined) sum.most = sum.most === undefined ? cap : least(sum.most, cap)
    }
    if (limit.per === 'loan') perLoan = sums.map((sum) => ({ ...sum }))
  }
  const result = total(sums.map(({ value }) => value))
  const { unit, mode, each } = terms.rounding
  const fenOf = (value: Exact, how = mode): bigint => {
    const { over, under } = divide(multiply(exact(roundedUnits(value, unit.value, how)), unit.value), FEN)
    return over / under
  }
  // Loans are rounded one by one unless a limit they share has cut their sum.
  const oneByOne = each === 'item' && perLoan.length > 1 && order(total(perLoan.map(({ value }) => value)), result) === 0
  // No cap is passed by rounding.
  const capped = (fen: bigint, cap: Exact | undefined): bigint =>
    cap !== undefined && order(divide(exact(fen), exact(100n)), cap) > 0 ? fenOf(cap, 'down') : fen
  const rounded = oneByOne ? perLoan.reduce((sum, loan) => sum + capped(fenOf(loan.value), loan.most), 0n) : fenOf(result)
  const ceiling = sums.some((sum) => sum.most === undefined) ? undefined : total(sums.map((sum) => sum.most as Exact))
  const fen = capped(rounded, ceiling)
  return {
    outcome: 'granted',
    amount: fenText(fen),
    exact: result,
    gross,
    counted: walks.map(({ loan }) => loan.id),
    principals: new Map(walks.map((walk) => [walk.loan.id, walk.principal])),
    payers: terms.payers === undefined ? [] : paidBy(fen, terms.payers).map(fenText),
  }
}
