import type { Context, FactGroup, Item, WorksheetValue } from '../assessment/context.js'
import { addDays, addMonths, daysBetween, earlier, later, monthsBetween } from '../dates/calendar-date.js'
import { DAY_COUNTS, type DayCountName } from '../dates/day-counts.js'
import { overlap, type Period, splitAt } from '../dates/period.js'
import { accrue } from '../loan/accrual.js'
import { type RepricingDay, repricedRates, repricingDays } from '../loan/repricing.js'
import { type InterestSlip, interestFromSlips } from '../loan/slips.js'
import { type Loan, type Movement, type Stretch, stretchesOf } from '../loan/stretches.js'
import { Decimal, ONE } from '../money/decimal.js'
import { dividedBy, type Fraction, fraction, fractionText, isZero, lower, plus, times, wholeOf, zero } from '../money/fraction.js'
import { round } from '../money/rounding.js'
import type { InterestKind } from '../policy/policy.js'
import type { MaybeSource } from '../policy/source.js'

/** What a document fixes about interest, as values. */
export interface Terms {
  /** Principal of the loan at hand that counts, after its own limits. */
  readonly principal: (context: Context) => Fraction | undefined
  readonly principalBasis: 'balance' | 'original'
  readonly periodStart: (context: Context) => string | undefined
  /** Longest time that counts: whole months or days from the first day. */
  readonly longest: { readonly unit: 'months' | 'days'; readonly evaluate: (context: Context) => Fraction | undefined } | undefined
  readonly windows: readonly ((context: Context) => { readonly from?: string; readonly until?: string } | undefined)[]
  readonly countsExtension: boolean
  readonly countsLastDay: boolean
  readonly proration: DayCountName | undefined
  readonly interest: { readonly kinds: readonly InterestKind[]; readonly by: 'period' | 'paid-on' }
  readonly sources: { readonly principal: MaybeSource; readonly period: MaybeSource; readonly proration: MaybeSource }
}

/** The counted time of a loan: days on the calendar, months of a term without dates, or days stated on a slip. */
type CountedTime =
  | { readonly period: Period | undefined; readonly start: string }
  | { readonly months: Fraction }
  | { readonly days: Fraction }

/** What has been worked out for a loan. */
export interface LoanState {
  /** Principal left for this loan after what other loans took of a shared limit. */
  shared?: Fraction
  /** Whether a shared limit could not be worked out. */
  unknown?: true
  principal?: Fraction
  time?: CountedTime
  stretches?: readonly Stretch[]
  /** Only this part of the counted time: a settlement period or a year with its own limit. */
  only?: Period
}

export const stateOf = (item: Item): LoanState => {
  item.state ??= {}
  return item.state as LoanState
}

const note = (item: Item, name: string, kind: WorksheetValue['kind'], value: string, source: MaybeSource): void => {
  if (item.worksheet !== undefined) item.worksheet[name] = { kind, value, source }
}

/** The principal of the loan at hand that counts: after its own limits and its part of a shared one. */
export function countedPrincipal(terms: Terms, context: Context): Fraction | undefined {
  const item = context.item as Item
  const state = stateOf(item)
  if (state.principal !== undefined) return state.principal
  const own = terms.principal(context)
  if (own === undefined || state.unknown === true) return undefined
  const principal = state.shared === undefined ? own : lower(own, state.shared)
  note(item, 'countedPrincipal', 'amount', fractionText(principal), terms.sources.principal)
  state.principal = principal
  return principal
}

const MONTHLY: ReadonlySet<string> = /* @__PURE__ */ new Set<DayCountName>([
  'month/12',
  'full-month/12',
  'started-month/12',
  'nearest-month/12',
  'whole-year',
])
const DAILY: { readonly [name: string]: number } = { 'actual/360': 360, 'actual/365': 365 }

/** The time of the loan at hand that counts: the loan, the windows and the longest time together, from the day the document names. */
export function countedTime(terms: Terms, context: Context): CountedTime | undefined {
  const item = context.item as Item
  const state = stateOf(item)
  if (state.time !== undefined) return state.time
  const { facts } = item
  const days = facts['countedDays'] as Fraction | undefined
  const term = facts['termMonths'] as Fraction | undefined
  const undated = facts['drawdownDate'] === undefined && facts['drawdowns'] === undefined
  if (days !== undefined && terms.proration !== undefined && DAILY[terms.proration] !== undefined) state.time = { days }
  else if (undated && term !== undefined && terms.windows.length === 0 && terms.proration !== undefined && MONTHLY.has(terms.proration)) {
    const longest = terms.longest?.unit === 'months' ? terms.longest.evaluate(context) : undefined
    if (terms.longest !== undefined && longest === undefined) return undefined
    state.time = { months: longest === undefined ? term : lower(term, longest) }
  } else {
    const dated = datedTime(terms, context)
    if (dated === undefined) return undefined
    state.time = dated
  }
  return state.time
}

function datedTime(terms: Terms, context: Context): CountedTime | undefined {
  const start = terms.periodStart(context)
  const end = endOf(terms, context)
  const longest = terms.longest?.evaluate(context)
  const windows = terms.windows.map((span) => span(context))
  if (start === undefined || end === undefined || (terms.longest !== undefined && longest === undefined) || windows.includes(undefined))
    return undefined
  let from = start
  let until = end
  if (longest !== undefined && terms.longest !== undefined) {
    const count = longest.numerator.toNumber()
    until = earlier(until, terms.longest.unit === 'months' ? addMonths(start, count) : addDays(start, count))
  }
  for (const span of windows) {
    if (span?.from !== undefined) from = later(from, span.from)
    if (span?.until !== undefined) until = earlier(until, span.until)
  }
  return { period: from < until ? { from, until } : undefined, start: from }
}

/** The day interest stops: maturity, the end of an extension that counts, or earlier full repayment. */
function endOf(terms: Terms, context: Context): string | undefined {
  const item = context.item as Item
  const settled = item.facts['settledDate'] as string | undefined
  const extended = terms.countsExtension ? (item.facts['extensionUntil'] as string | undefined) : undefined
  const maturity = extended ?? maturityOf(item) ?? settled
  if (maturity === undefined) {
    context.missing.set(`${item.path}.maturityDate`, {
      fact: 'loan.maturityDate',
      path: `${item.path}.maturityDate`,
      label: { zh: '到期日（或贷款期限、结清日期）', en: 'maturity (or the term, or the day of full repayment)' },
      kind: 'date',
    })
    return undefined
  }
  const end = settled === undefined ? maturity : earlier(maturity, settled)
  return terms.countsLastDay ? addDays(end, 1) : end
}

export function drawdownOf({ facts }: Item): string | undefined {
  const stated = facts['drawdownDate'] as string | undefined
  const [first, ...others] = (facts['drawdowns'] ?? []) as readonly { readonly date: string }[]
  return stated ?? (first && others.reduce((day, { date }) => earlier(day, date), first.date))
}

/** What was drawn: as stated, or the sum of the drawdowns. */
export function principalOf({ facts }: Item): Fraction | undefined {
  const drawdowns = facts['drawdowns'] as readonly { readonly amount: Fraction }[] | undefined
  return (facts['principal'] as Fraction | undefined) ?? drawdowns?.reduce((sum, { amount }) => plus(sum, amount), zero)
}

export function maturityOf(item: Item): string | undefined {
  const stated = item.facts['maturityDate'] as string | undefined
  if (stated !== undefined) return stated
  const drawn = drawdownOf(item)
  const term = item.facts['termMonths'] as Fraction | undefined
  return drawn === undefined || term === undefined ? undefined : addMonths(drawn, term.numerator.toNumber())
}

/** The term in months; odd days count as their part of a month of 31 days, so that a day more is always longer. */
export function termOf(item: Item): Fraction | undefined {
  const from = drawdownOf(item)
  const until = item.facts['maturityDate'] as string | undefined
  if (from === undefined || until === undefined || until < from) return undefined
  const { months, days } = monthsBetween(from, until)
  return days === 0 ? wholeOf(months) : plus(wholeOf(months), fraction(new Decimal(days), new Decimal(31)))
}

/** The stretches of the loan in its counted time, with its balance and rate of each day. */
function stretchesCounted(terms: Terms, context: Context, principal: Fraction, period: Period): readonly Stretch[] | undefined {
  const item = context.item as Item
  const state = stateOf(item)
  if (state.stretches === undefined) {
    const loan = loanOf(item, context, principal, terms)
    if (loan !== undefined) state.stretches = stretchesOf(loan, period)
  }
  return state.stretches
}

function loanOf(item: Item, context: Context, principal: Fraction, terms: Terms): Loan | undefined {
  const { facts } = item
  const from = drawdownOf(item)
  const maturityDate = endOf(terms, context)
  if (maturityDate === undefined) return undefined
  const start = from ?? ''
  const moved = (key: string): Movement[] =>
    ((facts[key] ?? []) as readonly { readonly date: string; readonly amount: Fraction }[]).map(({ date, amount }) => ({
      date,
      amount: amount.numerator,
    }))
  const repayments = moved('repayments')
  const stated = facts['principal'] as Fraction | undefined
  const drawdowns = facts['drawdowns'] === undefined ? [{ date: start, amount: (stated ?? principal).numerator }] : moved('drawdowns')
  const rates = facts['lprSpread'] === undefined ? [{ from: start, rate: zero }] : pricedRates(item, context, start, maturityDate)
  return rates && { drawdowns, repayments, maturityDate, rates }
}

/** The rates of a loan priced on the LPR; what is missing is noted. */
export function pricedRates(item: Item, context: Context, from: string, until: string) {
  const { facts } = item
  const missing = (key: string, zh: string, en: string): undefined => {
    context.missing.set(`${item.path}.${key}`, { fact: `loan.${key}`, path: `${item.path}.${key}`, label: { zh, en }, kind: 'class' })
    return undefined
  }
  const tenor = facts['lprTenor'] as string | undefined
  const repricing = facts['repricing'] as RepricingDay | undefined
  if (tenor === undefined) return missing('lprTenor', '所参照的LPR期限品种', 'tenor of the LPR the loan is priced on')
  if (repricing === undefined) return missing('repricing', '重定价日', 'repricing day')
  const pricing = {
    reference: tenor === '1y' ? ('lpr-1y' as const) : ('lpr-5y-plus' as const),
    spread: facts['lprSpread'] as Fraction,
    repricing,
    ...(facts['contractDate'] === undefined ? {} : { pricedOn: facts['contractDate'] as string }),
    ...(facts['annualRate'] === undefined ? {} : { firstRate: facts['annualRate'] as Fraction }),
  }
  const answer = repricedRates(pricing, from, until, {
    ...(context.knownOn === undefined ? {} : { knownOn: context.knownOn }),
    ...(context.moreRates === undefined ? {} : { more: context.moreRates }),
  })
  if (answer.complete) return answer.rates
  const fact = tenor === '1y' ? 'rates.lpr1y' : 'rates.lpr5yPlus'
  context.missing.set(fact, { fact, path: fact, label: { zh: 'LPR', en: 'LPR' }, kind: 'rate', reason: answer.unknown.message })
  return undefined
}

/**
 * Interest on the counted principal over the counted time at a yearly rate, in exact yuan.
 *
 * interest = Σ counted balance × rate × share of the year. A rate that follows the loan's own is worked out for each stretch.
 */
export function interestAt(
  terms: Terms,
  rate: (context: Context) => Fraction | undefined,
  context: Context,
  first?: Fraction,
  span?: Period,
  resets: readonly Reset[] = [],
): Fraction | undefined {
  const item = context.item as Item
  const whole = countedPrincipal(terms, context)
  const time = countedTime(terms, context)
  if (whole === undefined || time === undefined || terms.proration === undefined) {
    rate(context)
    if (terms.proration === undefined) noteProration(context)
    return undefined
  }
  const principal = first === undefined ? whole : lower(whole, first)
  if (!('period' in time)) {
    if (span !== undefined || resets.length > 0) return drawdownUnknown(context)
    const yearly = rate(context)
    return yearly && times(times(principal, yearly), yearsOf(time, terms, item))
  }
  const state = stateOf(item)
  const { period } = time
  noteTime(terms, item, time)
  if (period === undefined) return rate(context) === undefined ? undefined : zero
  const stretches = stretchesCounted(terms, context, whole, period)
  if (stretches === undefined) return undefined
  const only = state.only === undefined ? stretches : within(stretches, state.only)
  const spanned = span === undefined ? only : within(only, span)
  const days = resets.map((reset) => [reset, repricingDays(reset, drawdownOf(item) ?? period.from, period.until)] as const)
  const cut =
    days.length === 0
      ? spanned
      : cutAt(
          spanned,
          days.flatMap(([, each]) => each),
        )
  const floats = item.facts['lprSpread'] !== undefined
  const moves = floats || days.length > 0
  const fixed = moves ? undefined : rate(context)
  if (!moves && fixed === undefined) return undefined
  let unknown = false
  const rateOf = (stretch: Stretch): Fraction => {
    if (fixed !== undefined) return fixed
    if (floats) item.inPlace = { annualRate: stretch.rate }
    context.resetDays = resetDaysAt(stretch.from, days)
    const value = rate(context)
    if (value === undefined) unknown = true
    return value ?? zero
  }
  const onBalance = terms.principalBasis === 'balance'
  const interest = accrue(onBalance ? capped(cut, principal) : cut, terms.proration, rateOf, undefined, stretches[0]?.from)
  item.inPlace = undefined
  context.resetDays = undefined
  if (unknown) return undefined
  if (onBalance) return principal.denominator === ONE ? interest : dividedBy(interest, fraction(principal.denominator))
  const drawn = principalOf(item) ?? whole
  // A loan bears no interest on more than was drawn.
  return isZero(drawn) ? zero : times(interest, dividedBy(lower(principal, drawn), drawn))
}

/** How often a reference rate is reset. */
export type Reset = Exclude<RepricingDay, 'never'>

const cutAt = (stretches: readonly Stretch[], days: readonly string[]): Stretch[] =>
  stretches.flatMap((stretch) => splitAt(stretch, ...days).map((part) => ({ ...stretch, ...part })))

/** The last reset day of each kind by a day. */
const resetDaysAt = (day: string, days: readonly (readonly [Reset, readonly string[]])[]): { readonly [kind: string]: string } =>
  Object.fromEntries(
    days.flatMap(([reset, each]) => {
      const last = each.filter((one) => one <= day).at(-1)
      return last === undefined ? [] : [[reset, last]]
    }),
  )

/** The balances up to the counted principal, as multiples of its denominator where it has one (two thirds of the principal). */
function capped(stretches: readonly Stretch[], { numerator, denominator }: Fraction): readonly Stretch[] {
  const isWithin = ({ balance }: Stretch): boolean => balance === numerator || balance.lessThanOrEqualTo(numerator)
  if (denominator === ONE && stretches.every(isWithin)) return stretches
  return stretches.map((stretch) => ({ ...stretch, balance: Decimal.min(stretch.balance.times(denominator), numerator) }))
}

/** A span of days needs the days of the loan, not just its term. */
export function drawdownUnknown(context: Context): undefined {
  const path = `${context.item?.path ?? ''}.drawdownDate`
  context.missing.set(path, { fact: 'loan.drawdownDate', path, label: { zh: '放款日期', en: 'day of drawdown' }, kind: 'date' })
  return undefined
}

/** Interest stated in one sum, where it is needed for parts of the time. */
export function slipsUnknown(context: Context): undefined {
  const path = `${context.item?.path ?? ''}.slips`
  context.missing.set(path, { fact: 'loan.slips', path, label: { zh: '银行付息凭证', en: 'bank slips of the interest' }, kind: 'list' })
  return undefined
}

/** The counted time of the loan at hand: in years by the document's proration, in whole months and the part of one, or in days. */
export function timeCounted(terms: Terms, unit: 'years' | 'months' | 'days', context: Context): Fraction | undefined {
  const time = countedTime(terms, context)
  const item = context.item as Item
  if (time === undefined || (unit === 'years' && terms.proration === undefined)) return undefined
  if (!('period' in time)) {
    if (unit === 'years') return yearsOf(time, terms, item)
    if (unit === 'months' && 'months' in time) return time.months
    return unit === 'days' && 'days' in time ? time.days : drawdownUnknown(context)
  }
  noteTime(terms, item, time)
  const only = stateOf(item).only
  const period = time.period === undefined || only === undefined ? time.period : overlap(time.period, only)
  if (period === undefined) return zero
  if (unit === 'days') return wholeOf(daysBetween(period.from, period.until))
  if (unit === 'months') return times(DAY_COUNTS['month/12'].yearFraction(period.from, period.until), wholeOf(12))
  return DAY_COUNTS[terms.proration as DayCountName].yearFraction(period.from, period.until)
}

/** Support stated as a yearly rate cannot become an amount under a document that counts no time. */
function noteProration(context: Context): void {
  const label = { zh: '其他支持的金额', en: 'amount of the other support' }
  context.missing.set('otherSupport', { fact: 'support.amount', path: 'otherSupport', label, kind: 'amount' })
}

const within = (stretches: readonly Stretch[], { from, until }: Period): Stretch[] =>
  stretches.flatMap((stretch) => {
    const cut = { ...stretch, from: later(stretch.from, from), until: earlier(stretch.until, until) }
    return cut.from < cut.until ? [cut] : []
  })

function yearsOf(time: Exclude<CountedTime, { readonly period: unknown }>, terms: Terms, item: Item): Fraction {
  if ('days' in time) {
    note(item, 'countedDays', 'days', fractionText(time.days), terms.sources.period)
    return dividedBy(time.days, wholeOf(DAILY[terms.proration as string] as number))
  }
  note(item, 'countedMonths', 'months', fractionText(time.months), terms.sources.period)
  const years = dividedBy(time.months, wholeOf(12))
  return terms.proration === 'whole-year' ? fraction(round(years, { to: 'yuan', mode: 'down' })) : years
}

function noteTime(terms: Terms, item: Item, { period, start }: Extract<CountedTime, { readonly period: unknown }>): void {
  if (item.worksheet === undefined || item.worksheet['periodStart'] !== undefined) return
  const { from, until } = period ?? { from: start, until: start }
  note(item, 'periodStart', 'date', from, terms.sources.period)
  note(item, 'periodEnd', 'date', until, terms.sources.period)
  if (terms.proration !== undefined && MONTHLY.has(terms.proration)) {
    const months = times(DAY_COUNTS[terms.proration].yearFraction(from, until), wholeOf(12))
    note(item, 'countedMonths', 'months', fractionText(months), terms.sources.proration)
  } else note(item, 'countedDays', 'days', String(daysBetween(from, until)), terms.sources.proration)
}

/** The counted time as whole months, for money that is paid month by month. */
export function countedMonths(item: Item): { readonly from: string; readonly months: number } | undefined {
  const { time } = stateOf(item)
  if (time === undefined || !('period' in time) || time.period === undefined) return undefined
  const { months, days } = monthsBetween(time.period.from, time.period.until)
  return { from: time.period.from, months: months + (days > 0 ? 1 : 0) }
}

/** Whether a slip that would count by its day of payment does not say it; what is missing is noted. */
function unpaidSlips(slips: readonly FactGroup[], { interest }: Terms, item: Item, context: Context): boolean {
  let unknown = false
  for (const [index, { kind, paidOn }] of slips.entries()) {
    if (paidOn !== undefined || !interest.kinds.includes(kind as InterestKind)) continue
    unknown = true
    const path = `${item.path}.slips[${index}].paidOn`
    context.missing.set(path, { fact: 'slip.paidOn', path, label: { zh: '支付日期', en: 'day paid' }, kind: 'date' })
  }
  return unknown
}

/** Interest on the slips that counts: of the kinds the document counts, in its windows. */
export function interestOnSlips(terms: Terms, context: Context): Fraction | undefined {
  const item = context.item as Item
  const slips = item.facts['slips'] as readonly FactGroup[] | undefined
  if (slips === undefined) return undefined
  const windows = terms.windows.map((span) => span(context))
  if (windows.includes(undefined)) return undefined
  const from = windows.reduce<string>((day, span) => (span?.from === undefined ? day : later(day, span.from)), '0001-01-01')
  const until = windows.reduce<string>((day, span) => (span?.until === undefined ? day : earlier(day, span.until)), '9999-12-31')
  // The loan's own days cut its slips where they are known; the longest time needs them.
  const dated = drawdownOf(item) !== undefined && maturityOf(item) !== undefined
  const time = terms.longest === undefined && !dated ? undefined : countedTime(terms, context)
  if (terms.longest !== undefined && time === undefined) return undefined
  const counted = time !== undefined && 'period' in time ? (time.period ?? { from, until: from }) : { from, until }
  const only = stateOf(item).only ?? counted
  const period = { from: later(later(from, counted.from), only.from), until: earlier(earlier(until, counted.until), only.until) }
  if (terms.interest.by === 'paid-on' && unpaidSlips(slips, terms, item, context)) return undefined
  const read = slips.map((slip) => ({ ...slip, amount: (slip['amount'] as Fraction).numerator })) as unknown as readonly InterestSlip[]
  return interestFromSlips(read, { ...terms.interest, within: period })
}
