import {
  add,
  divide,
  type Exact,
  type ExactMode,
  exact,
  fenText,
  least,
  most,
  multiply,
  NOTHING,
  order,
  roundedUnits,
  subtract,
} from './exact.js'
import { type Figure, monthsLater, yearsIn } from './premium-subsidy.oracle.js'

/**
 * A second opinion on the rules of a guidance fund beside the distribution: whole fen, days counted by number, everything else exact fractions of
 * whole numbers.
 *
 * Written from the documents' words and sharing nothing with `src`, neither code nor data nor the shape of a policy.
 */

/** What the guidance fund may put in: a base, and what it may not exceed. */
export interface ContributionTerms {
  /** A share of a base, or what is applied for. Of private money the share is of the whole that it leaves a part of. */
  readonly base: 'size' | 'paid-in' | 'committed' | 'private' | 'requested'
  readonly share: Figure
  /** The share of angel funds, where they have one of their own. */
  readonly angelShare?: Figure
  readonly minimumSize?: { readonly figure: Figure; readonly included: boolean }
  /** The least share of the fund that is contributed. */
  readonly least?: Figure
  readonly othersPayFirst: boolean
  /** Own share, unless more than the named share of the fund goes to start-ups. */
  readonly ratio?: { readonly share: Figure; readonly relaxedAbove?: Figure }
  readonly absolute?: Figure
  readonly matchesPrivate: boolean
  readonly allPublic?: Figure
  readonly largest?: 'tie-forbidden' | 'tie-allowed'
}

/** At what price the fund leaves, instalment by instalment. */
export interface ExitTerms {
  /** Up to here the original investment. */
  readonly months: number
  readonly included: boolean
  readonly from: 'paid-in' | 'step'
  readonly rate: 'stated' | 'each-day'
  readonly premium?: Figure
  readonly compound: boolean
  readonly proration: 'month/12' | 'actual/365'
}

/** What must be invested locally. */
export interface ReinvestmentTerms {
  readonly ways: readonly string[]
  readonly weights: readonly { readonly way: string; readonly weight: Figure }[]
  readonly multiple: Figure
  readonly share: Figure
  readonly test: 'multiple' | 'share' | 'both' | 'either'
  readonly included: boolean
}

/** What the fund gives up of its own gain. */
export interface ConcessionTerms {
  readonly of: 'gain' | 'excess' | 'dividends-and-gain'
  readonly share: Figure
  /** The share where the sub-fund put more than the named multiple of the contribution into local firms. */
  readonly raised?: { readonly above: Figure; readonly share: Figure }
  readonly yearly: Figure
  readonly compound: boolean
  readonly principalFirst: boolean
}

/** What the manager or trustee is paid. */
export interface FeeTerms {
  readonly kind: 'flat' | 'falling' | 'periods'
  readonly rates: readonly [Figure, Figure, Figure]
  readonly ends: readonly [Figure, Figure]
  readonly bounds?: { readonly least: Figure; readonly most: Figure }
}

export interface Terms {
  readonly contribution: ContributionTerms
  readonly exit: ExitTerms
  readonly reinvestment: ReinvestmentTerms
  readonly concession: ConcessionTerms
  readonly fee: FeeTerms
  readonly mode: ExactMode
}

export interface Holder {
  readonly kind: 'guidance' | 'government' | 'private'
  readonly fen: number
  readonly dueFen: number
  readonly paidFen: number
}

export interface Instalment {
  readonly paidIn: number
  readonly fen: number
  readonly soldFen?: number
}

export interface Deal {
  readonly fen: number
  readonly ways: readonly string[]
}

export interface FeePeriod {
  readonly baseFen: number
  readonly days: number
  readonly investing: boolean
}

export interface Application {
  readonly angel: boolean
  readonly sizeFen: number
  readonly paidInFen: number
  readonly committedFen: number
  readonly privateFen: number
  readonly requestedFen: number
  readonly guidanceFen: number
  readonly startUpsFen: number
  readonly holders: readonly Holder[]
  readonly transfer: number
  readonly rate: Figure
  readonly instalments: readonly Instalment[]
  readonly deals: readonly Deal[]
  readonly holding: {
    readonly originalFen: number
    readonly recoveredFen: number
    readonly years: number
    readonly dividendsFen: readonly number[]
    readonly exitGainFen: number
  }
  readonly fee: { readonly baseFen: number; readonly days: number; readonly rate: Figure; readonly periods: readonly FeePeriod[] }
}

/** A published rate and the first day it holds. */
export interface PublishedRate {
  readonly from: number
  readonly rate: Exact
}

export interface Answer {
  readonly outcome: 'granted' | 'refused'
  /** Absent where the rule only checks. */
  readonly amount?: string
  readonly gross?: Exact
  readonly exact?: Exact
  readonly items?: readonly Exact[]
  readonly binding?: readonly string[]
  readonly values?: { readonly [name: string]: Exact }
}

const ONE = exact(1n)
const yuan = (fen: number): Exact => exact(BigInt(fen), 100n)
const total = (values: readonly Exact[]): Exact => values.reduce(add, NOTHING)
const notBelowNothing = (value: Exact): Exact => most(value, NOTHING)
const sumOf = (fen: readonly number[]): Exact => total(fen.map(yuan))

const fenIn = (value: Exact, mode: ExactMode): bigint => roundedUnits(value, exact(1n, 100n), mode)

/** Rounded once; never above what limits the whole. */
function amountOf(value: Exact, mode: ExactMode, ceiling?: Exact): string {
  const fen = fenIn(value, mode)
  return fenText(ceiling !== undefined && order(exact(fen, 100n), ceiling) > 0 ? fenIn(ceiling, 'down') : fen)
}

const refusedAmount: Answer = { outcome: 'refused', amount: '0.00' }

export function contributionOf(terms: ContributionTerms, mode: ExactMode, application: Application): Answer {
  const { holders } = application
  const size = yuan(application.sizeFen)
  const side = terms.minimumSize === undefined ? 1 : order(size, terms.minimumSize.figure.value)
  const bigEnough = side > 0 || (side === 0 && terms.minimumSize?.included === true)
  const given = yuan(application.guidanceFen)
  const enough = terms.least === undefined || order(given, multiply(terms.least.value, size)) >= 0
  const paid = !terms.othersPayFirst || holders.every(({ kind, dueFen, paidFen }) => kind === 'guidance' || paidFen >= dueFen)
  if (!bigEnough || !enough || !paid) return refusedAmount
  const share = application.angel ? (terms.angelShare ?? terms.share).value : terms.share.value
  const bases = {
    size: () => multiply(share, size),
    'paid-in': () => multiply(share, yuan(application.paidInFen)),
    committed: () => multiply(share, yuan(application.committedFen)),
    private: () => divide(multiply(share, yuan(application.privateFen)), subtract(ONE, share)),
    requested: () => yuan(application.requestedFen),
  }
  const gross = bases[terms.base]()
  const caps: [string, Exact][] = []
  const inStartUps = divide(yuan(application.startUpsFen), size)
  const relaxed = terms.ratio?.relaxedAbove !== undefined && order(inStartUps, terms.ratio.relaxedAbove.value) > 0
  if (terms.ratio !== undefined && !relaxed) caps.push(['ratio', multiply(terms.ratio.share.value, size)])
  if (terms.absolute !== undefined) caps.push(['absolute', terms.absolute.value])
  if (terms.matchesPrivate) caps.push(['matching', yuan(application.privateFen)])
  if (terms.allPublic !== undefined) {
    const government = sumOf(holders.filter(({ kind }) => kind === 'government').map(({ fen }) => fen))
    caps.push(['all-public', notBelowNothing(subtract(multiply(terms.allPublic.value, size), government))])
  }
  if (terms.largest !== undefined) {
    const others = holders.filter(({ kind }) => kind !== 'guidance').map(({ fen }) => yuan(fen))
    const largest = most(NOTHING, ...others)
    caps.push(['largest', terms.largest === 'tie-allowed' ? largest : notBelowNothing(subtract(largest, exact(1n, 100n)))])
  }
  let left = gross
  const binding: string[] = []
  for (const [id, cap] of caps) {
    if (order(left, cap) <= 0) continue
    left = cap
    binding.push(id)
  }
  const ceiling = caps.length === 0 ? undefined : caps.map(([, cap]) => cap).reduce((a, b) => least(a, b))
  return { outcome: 'granted', amount: amountOf(left, mode, ceiling), gross, exact: left, binding }
}

/** (1 + rate) to the power of whole years. */
function compounded(rate: Exact, years: number): Exact {
  let result = ONE
  for (let year = 0; year < years; year += 1) result = multiply(result, add(ONE, rate))
  return result
}

/** The time from one day to another that lies before a day in between: counted from the first, so that a change starts no new count of months. */
const yearsUpTo = (from: number, until: number, proration: ExitTerms['proration']): Exact =>
  until <= from ? NOTHING : yearsIn({ from, until }, proration)

/** The rate of each day from one to another, times the time it held. */
function accrued(from: number, until: number, proration: ExitTerms['proration'], rates: readonly PublishedRate[]): Exact {
  return total(
    rates.map(({ from: start, rate }, index) => {
      const begins = Math.max(start, from)
      const ends = Math.min(rates[index + 1]?.from ?? until, until)
      if (begins >= ends) return NOTHING
      return multiply(rate, subtract(yearsUpTo(from, ends, proration), yearsUpTo(from, begins, proration)))
    }),
  )
}

export function exitPriceOf(terms: ExitTerms, mode: ExactMode, application: Application, rates: readonly PublishedRate[]): Answer {
  const { transfer, rate } = application
  const items = application.instalments.map(({ paidIn, fen, soldFen }) => {
    const cost = yuan(soldFen ?? fen)
    const step = monthsLater(paidIn, terms.months)
    if (transfer < step || (transfer === step && terms.included)) return cost
    const start = terms.from === 'paid-in' ? paidIn : step
    const years = yearsUpTo(start, transfer, terms.proration)
    const premium = terms.premium?.value ?? NOTHING
    if (terms.rate === 'each-day') {
      const earned = add(accrued(start, transfer, terms.proration, rates), multiply(premium, years))
      return multiply(cost, add(ONE, earned))
    }
    const yearly = add(rate.value, premium)
    if (!terms.compound) return multiply(cost, add(ONE, multiply(yearly, years)))
    if (years.under !== 1n) throw new RangeError('compound interest is exact for whole years only')
    return multiply(cost, compounded(yearly, Number(years.over)))
  })
  const gross = total(items)
  return { outcome: 'granted', amount: amountOf(gross, mode), gross, exact: gross, items }
}

export function reinvestmentOf(terms: ReinvestmentTerms, application: Application): Answer {
  const counted = total(
    application.deals.map(({ fen, ways }) => {
      if (!ways.some((way) => terms.ways.includes(way))) return NOTHING
      const weights = terms.weights.filter(({ way }) => ways.includes(way)).map(({ weight }) => weight.value)
      return multiply(most(ONE, ...weights), yuan(fen))
    }),
  )
  const byMultiple = multiply(terms.multiple.value, yuan(application.guidanceFen))
  const byShare = multiply(terms.share.value, yuan(application.sizeFen))
  const required = {
    multiple: byMultiple,
    share: byShare,
    both: most(byMultiple, byShare),
    either: least(byMultiple, byShare),
  }[terms.test]
  const side = order(counted, required)
  const reached = side > 0 || (side === 0 && terms.included)
  return { outcome: reached ? 'granted' : 'refused', values: { countedReinvestment: counted, requiredReinvestment: required } }
}

export function concessionOf(terms: ConcessionTerms, mode: ExactMode, application: Application): Answer {
  const { originalFen, recoveredFen, years, dividendsFen, exitGainFen } = application.holding
  if (terms.principalFirst && recoveredFen < originalFen) return refusedAmount
  const original = yuan(originalFen)
  const recovered = yuan(recoveredFen)
  const time = exact(BigInt(years))
  const kept = multiply(original, terms.compound ? compounded(terms.yearly.value, years) : add(ONE, multiply(terms.yearly.value, time)))
  const gains = {
    gain: () => notBelowNothing(subtract(recovered, original)),
    excess: () => notBelowNothing(subtract(recovered, kept)),
    'dividends-and-gain': () => sumOf([...dividendsFen, exitGainFen]),
  }
  const gain = gains[terms.of]()
  const invested = sumOf(application.deals.map(({ fen }) => fen))
  const { raised } = terms
  const isRaised = raised !== undefined && order(invested, multiply(raised.above.value, yuan(application.guidanceFen))) > 0
  const gross = multiply((isRaised ? raised.share : terms.share).value, gain)
  return { outcome: 'granted', amount: amountOf(gross, mode), gross, exact: gross }
}

export function feeOf(terms: FeeTerms, mode: ExactMode, application: Application): Answer {
  const { baseFen, days, rate, periods } = application.fee
  const [first, second, third] = terms.rates
  const answered = (gross: Exact): Answer => ({ outcome: 'granted', amount: amountOf(gross, mode), gross, exact: gross })
  if (terms.kind === 'periods') {
    return answered(
      total(
        periods.map((period) => {
          const yearly = (period.investing ? first : second).value
          return multiply(multiply(yuan(period.baseFen), yearly), exact(BigInt(period.days), 365n))
        }),
      ),
    )
  }
  if (terms.kind === 'flat') {
    const outside =
      terms.bounds !== undefined && (order(rate.value, terms.bounds.least.value) < 0 || order(rate.value, terms.bounds.most.value) > 0)
    if (outside) return refusedAmount
    return answered(multiply(multiply(yuan(baseFen), rate.value), exact(BigInt(days), 365n)))
  }
  const base = yuan(baseFen)
  const [low, high] = terms.ends.map(({ value }) => value) as [Exact, Exact]
  const between = (from: Exact, until: Exact): Exact => notBelowNothing(subtract(least(base, until), from))
  return answered(
    total([
      multiply(first.value, least(base, low)),
      multiply(second.value, between(low, high)),
      multiply(third.value, notBelowNothing(subtract(base, high))),
    ]),
  )
}
