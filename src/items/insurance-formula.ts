import type { Context, Evaluate, FactGroup, Item, WorksheetValue } from '../assessment/context.js'
import { noteMissing } from '../assessment/reading.js'
import { addDays, addMonths, daysBetween, earlier, later, monthsBetween } from '../dates/calendar-date.js'
import { DAY_COUNTS, type DayCountName } from '../dates/day-counts.js'
import { overlap, type Period } from '../dates/period.js'
import { dividedBy, type Fraction, fractionText, isZero, lower, minus, one, plus, times, wholeOf, zero } from '../money/fraction.js'
import type { MaybeSource } from '../policy/source.js'
import { type FactTable, INSURANCE_FACTS, LIST_LABELS } from '../policy/standard-facts.js'

/** What a document fixes about premiums, as values. */
export interface Terms {
  readonly insuredAmount: Evaluate
  /** The premium of the whole cover, before its ceilings. */
  readonly premium: Evaluate
  readonly rateLimit: { readonly per: 'year' | 'policy'; readonly evaluate: Evaluate } | undefined
  readonly longest: { readonly unit: 'months' | 'days'; readonly evaluate: Evaluate } | undefined
  readonly windows: readonly ((context: Context) => { readonly from?: string; readonly until?: string } | undefined)[]
  readonly proration: DayCountName | undefined
  readonly participation: Participation | undefined
  readonly sources: {
    readonly insuredAmount: MaybeSource
    readonly premium: MaybeSource
    readonly rateLimit: MaybeSource
    readonly period: MaybeSource
    readonly proration: MaybeSource
    readonly participation: MaybeSource
  }
}

/** Which earlier covers belong to the same participation, and the days without cover after which it starts again. */
export interface Participation {
  /** The fact that policies and earlier covers share; all of the enterprise belong together without one. */
  readonly key: string | undefined
  readonly restartsAfter: number | undefined
}

const note = (item: Item, name: string, kind: WorksheetValue['kind'], value: string, source: MaybeSource): void => {
  if (item.worksheet !== undefined) item.worksheet[name] = { kind, value, source }
}

/** Notes a fact as missing: `policy.start` at `policies[0].start`. */
function ask(context: Context, fact: string, at: string): undefined {
  const [kind, zh, en] = (INSURANCE_FACTS as FactTable)[fact] ?? ['text', fact, fact]
  return noteMissing(context, { fact, path: `${at}.${fact.slice(fact.indexOf('.') + 1)}`, label: { zh, en }, kind })
}

/** A fact of the policy at hand; an absent one is asked for. */
function stated(context: Context, key: string): FactGroup[string] {
  const { facts, path } = context.item as Item
  return facts[key] ?? ask(context, `policy.${key}`, path)
}

/** What was paid: as stated, or the sum of the payments, each at the exchange rate of its day where it was made in another currency. */
export function premiumPaid(context: Context): Fraction | undefined {
  const item = context.item as Item
  const whole = item.facts['premiumPaid'] as Fraction | undefined
  const payments = item.facts['payments'] as readonly FactGroup[] | undefined
  if (whole !== undefined || payments === undefined) return whole
  return payments
    .map((payment, index) => paymentInYuan(payment, `${item.path}.payments[${index}]`, context))
    .reduce<Fraction | undefined>((sum, amount) => (sum === undefined || amount === undefined ? undefined : plus(sum, amount)), zero)
}

function paymentInYuan(payment: FactGroup, path: string, context: Context): Fraction | undefined {
  const amount = payment['amount'] as Fraction | undefined
  if (amount !== undefined) return amount
  const rate = payment['exchangeRate'] as Fraction | undefined
  return rate === undefined ? ask(context, 'payment.exchangeRate', path) : times(payment['currencyAmount'] as Fraction, rate)
}

/** What was paid less what was refunded. A refund that is not stated is asked for, never taken as zero. */
export function netPremium(context: Context): Fraction | undefined {
  const before = context.missing.size
  const paid = premiumPaid(context)
  if (paid === undefined && context.missing.size === before) ask(context, 'policy.premiumPaid', (context.item as Item).path)
  const refunded = stated(context, 'premiumRefunded') as Fraction | undefined
  return paid && refunded && minus(paid, refunded)
}

/** The day of the last payment. */
export function paidDate({ facts }: Item): string | undefined {
  const payments = facts['payments'] as readonly FactGroup[] | undefined
  return payments?.map(({ date }) => date as string).reduce(later)
}

/** The rate that premium and insured amount come to. */
export function premiumRate(context: Context): Fraction | undefined {
  const insured = (context.item as Item).facts['insuredAmount'] as Fraction | undefined
  if (insured === undefined) return undefined
  const paid = premiumPaid(context)
  return paid && dividedBy(paid, insured)
}

interface Time {
  readonly cover: Period
  /** The cover that counts; undefined where none does. */
  readonly counted: Period | undefined
}

/** The cover of the policy at hand, and the part of it that counts. */
function timeOf(terms: Terms, context: Context): Time | undefined {
  const start = stated(context, 'start') as string | undefined
  const end = stated(context, 'end') as string | undefined
  const longest = terms.longest?.evaluate(context)
  const windows = terms.windows.map((span) => span(context))
  if (start === undefined || end === undefined || windows.includes(undefined)) return undefined
  if (terms.longest !== undefined && longest === undefined) return undefined
  const cover = { from: start, until: addDays(end, 1) }
  let { from, until } = cover
  if (longest !== undefined) {
    const count = longest.numerator.toNumber()
    until = earlier(until, terms.longest?.unit === 'days' ? addDays(start, count) : addMonths(start, count))
  }
  for (const span of windows) {
    if (span?.from !== undefined) from = later(from, span.from)
    if (span?.until !== undefined) until = earlier(until, span.until)
  }
  return { cover, counted: from < until ? { from, until } : undefined }
}

const yearsIn = (period: Period | undefined, proration: DayCountName): Fraction =>
  period === undefined ? zero : DAY_COUNTS[proration].yearFraction(period.from, period.until)

/** The part of the premium that falls to a part of the cover. */
function shareOf(part: Period | undefined, cover: Period, proration: DayCountName): Fraction {
  if (part === undefined) return zero
  if (part.from === cover.from && part.until === cover.until) return one
  const whole = yearsIn(cover, proration)
  // A cover shorter than the unit that is counted has no part that counts.
  return isZero(whole) ? zero : dividedBy(yearsIn(part, proration), whole)
}

/** The insured amount of the policy at hand that counts. */
export function countedInsuredAmount(terms: Terms, context: Context): Fraction | undefined {
  const amount = terms.insuredAmount(context)
  if (amount !== undefined) note(context.item as Item, 'countedInsuredAmount', 'amount', fractionText(amount), terms.sources.insuredAmount)
  return amount
}

/** Whether time matters to the premium. */
export const needsTime = ({ windows, longest, rateLimit }: Terms): boolean =>
  windows.length > 0 || longest !== undefined || rateLimit?.per === 'year'

/**
 * The premium of the policy at hand that counts, in exact yuan; only that for some days where `within` is given.
 *
 * premium × counted cover ÷ cover, at most the rate limit × counted insured amount (× counted years, for a limit a year).
 */
export function countedPremium(terms: Terms, context: Context, within?: Period): Fraction | undefined {
  const item = context.item as Item
  const whole = terms.premium(context)
  const rate = terms.rateLimit?.evaluate(context)
  const insured = terms.rateLimit === undefined ? undefined : countedInsuredAmount(terms, context)
  const timed = within !== undefined || needsTime(terms)
  const time = timed ? timeOf(terms, context) : undefined
  if (whole === undefined || (timed && time === undefined)) return undefined
  if (terms.rateLimit !== undefined && (rate === undefined || insured === undefined)) return undefined
  const period = time === undefined || within === undefined || time.counted === undefined ? time?.counted : overlap(time.counted, within)
  const share = time === undefined ? one : shareOf(period, time.cover, terms.proration as DayCountName)
  const premium = times(whole, share)
  if (within === undefined && time !== undefined) noteTime(terms, item, time)
  if (terms.rateLimit === undefined) return counted(premium)
  const years = terms.rateLimit.per === 'policy' ? share : yearsIn(period, terms.proration as DayCountName)
  const ceiling = times(times(rate as Fraction, insured as Fraction), years)
  if (within === undefined) note(item, 'premiumCeiling', 'amount', fractionText(ceiling), terms.sources.rateLimit)
  return counted(lower(premium, ceiling))

  function counted(value: Fraction): Fraction {
    if (within === undefined) note(item, 'countedPremium', 'amount', fractionText(value), terms.sources.premium)
    return value
  }
}

function noteTime({ sources, proration }: Terms, item: Item, { cover, counted }: Time): void {
  const { from, until } = counted ?? { from: cover.from, until: cover.from }
  note(item, 'coverFrom', 'date', from, sources.period)
  note(item, 'coverUntil', 'date', until, sources.period)
  if (proration === undefined) return
  const days = proration.startsWith('actual')
  const time = days ? wholeOf(daysBetween(from, until)) : times(yearsIn({ from, until }, proration), wholeOf(12))
  note(item, days ? 'countedDays' : 'countedMonths', days ? 'days' : 'months', fractionText(time), sources.proration)
}

/** The counted cover of the policy at hand as a number: years by the document's proration, months and the part of one, or days. */
export function timeCounted(terms: Terms, unit: 'years' | 'months' | 'days', context: Context): Fraction | undefined {
  const time = timeOf(terms, context)
  if (time === undefined) return undefined
  noteTime(terms, context.item as Item, time)
  if (time.counted === undefined) return zero
  const { from, until } = time.counted
  if (unit === 'days') return wholeOf(daysBetween(from, until))
  return unit === 'months'
    ? times(DAY_COUNTS['month/12'].yearFraction(from, until), wholeOf(12))
    : terms.proration && yearsIn(time.counted, terms.proration)
}

/**
 * The year of participation that the first counted day of the policy at hand falls into, as earlier covers have it.
 *
 * Full years since the first day of the covers that reach this one without too long a gap, and one.
 */
export function participationYear({ participation, ...terms }: Terms, context: Context): Fraction | undefined {
  if (participation === undefined) return undefined
  const item = context.item as Item
  const time = timeOf({ ...terms, participation }, context)
  const covers = coversBeside(item, participation, context)
  if (time === undefined || covers === undefined) return undefined
  const { restartsAfter } = participation
  let first = time.cover.from
  for (;;) {
    const reaching = covers.filter(
      ({ start, end }) => start < first && (restartsAfter === undefined || daysBetween(addDays(end, 1), first) < restartsAfter),
    )
    if (reaching.length === 0) break
    first = reaching.map(({ start }) => start).reduce(earlier)
  }
  const year = wholeOf(Math.floor(monthsBetween(first, (time.counted ?? time.cover).from).months / 12) + 1)
  note(item, 'participationYear', 'number', fractionText(year), terms.sources.participation)
  return year
}

interface Cover {
  readonly start: string
  readonly end: string
}

/** The earlier covers, and the other policies of the application, that belong to the same participation. */
function coversBeside(item: Item, { key }: Participation, context: Context): readonly Cover[] | undefined {
  const before = context.missing.size
  const lists = ['covers', 'policies'].map((list) => {
    const entries = context.facts[list] as readonly FactGroup[] | undefined
    if (entries === undefined) return noteMissing(context, { fact: list, path: list, label: LIST_LABELS[list] ?? list, kind: 'list' })
    return entries.flatMap((entry, index) => {
      if (entry === item.facts) return []
      const path = `${list}[${index}]`
      if (key !== undefined && needed(item.facts, key, item.path, context) !== needed(entry, key, path, context)) return []
      const [start, end] = [needed(entry, 'start', path, context), needed(entry, 'end', path, context)]
      return start === undefined || end === undefined ? [] : [{ start, end }]
    })
  })
  return context.missing.size > before ? undefined : lists.flatMap((list) => list ?? [])
}

function needed(entry: FactGroup, key: string, path: string, context: Context): string | undefined {
  return (entry[key] as string | undefined) ?? ask(context, `${path.startsWith('covers') ? 'cover' : 'policy'}.${key}`, path)
}
