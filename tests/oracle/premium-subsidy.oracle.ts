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

/**
 * A second opinion on the premium subsidy: whole fen, days counted by number, everything else exact fractions of whole numbers.
 *
 * Written from the documents' words and sharing nothing with `src`, neither code nor data nor the shape of a policy.
 */

/** A figure with its value; the text is what a policy prints. */
export interface Figure {
  readonly text: string
  readonly value: Exact
}

/** Days since 1 January 1970, by the Gregorian rule. */
export function dayOf(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] as number))
const two = (value: number): string => String(value).padStart(2, '0')

export function textOfDay(day: number): string {
  let year = 1970 + Math.floor(day / 366)
  while (dayOf(`${year + 1}-01-01`) <= day) year += 1
  let left = day - dayOf(`${year}-01-01`)
  let month = 1
  while (left >= lengthOf(year, month)) {
    left -= lengthOf(year, month)
    month += 1
  }
  return `${year}-${two(month)}-${two(left + 1)}`
}

/** The same day so many months later; the last of a month that has no such day. */
export function monthsLater(day: number, months: number): number {
  const [year = 0, month = 0, date = 0] = textOfDay(day).split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(`${y}-${two(m)}-${two(Math.min(date, lengthOf(y, m)))}`)
}

function wholeMonths(from: number, until: number): number {
  let months = 0
  while (monthsLater(from, months + 1) <= until) months += 1
  return months
}

export interface Terms {
  readonly lines: readonly string[]
  readonly minimumPremium?: { readonly figure: Figure; readonly included: boolean }
  readonly startsFrom?: number
  readonly rate:
    | { readonly kind: 'fixed'; readonly rate: Figure }
    | { readonly kind: 'by-line'; readonly rates: readonly { readonly line: string; readonly rate: Figure }[]; readonly otherwise?: Figure }
    | {
        readonly kind: 'by-year'
        readonly rates: readonly Figure[]
        readonly per: 'applicant' | 'line' | 'insuredObject'
        readonly restartsAfter?: number
      }
    | { readonly kind: 'by-insured'; readonly end: Figure; readonly included: boolean; readonly low: Figure; readonly high: Figure }
    | { readonly kind: 'by-date'; readonly from: number; readonly through: number; readonly inside: Figure; readonly outside: Figure }
  readonly uplift?: { readonly kind: 'points' | 'relative'; readonly figure: Figure }
  readonly insuredCaps: { readonly contractTimes?: Figure; readonly absolute?: Figure }
  readonly borneShareOfInsured?: Figure
  readonly rateLimit?: { readonly figure: Figure; readonly per: 'year' | 'policy' }
  readonly longestMonths?: number
  readonly window?: { readonly from: number; readonly through: number }
  readonly proration: 'month/12' | 'actual/365'
  readonly limits: readonly Limit[]
  readonly rounding: { readonly unit: Figure; readonly unitName: 'fen' | 'yuan' | 'hundred-yuan'; readonly mode: ExactMode }
  readonly corrects: boolean
  readonly insurerLine?: string
}

export type Limit =
  | { readonly per: 'policy'; readonly cap: Figure }
  | { readonly per: 'line'; readonly cap: Figure }
  | { readonly per: 'line'; readonly combinedShare: Figure }
  | { readonly per: 'line'; readonly exclude: 'city' }
  | { readonly per: 'insurer'; readonly cap: Figure; readonly onlyLine?: string }
  | { readonly per: 'applicant'; readonly cap: Figure; readonly lessReceived: boolean }
  | { readonly per: 'applicant'; readonly minimum: Figure }

export interface Insurance {
  readonly id: string
  readonly lines: readonly string[]
  readonly insurer: string
  readonly insuredObject: string
  readonly start: number
  /** The last day of cover. */
  readonly end: number
  readonly paidFen: number
  readonly refundedFen: number
  readonly insuredFen: number
  readonly contractFen: number
  readonly favored: boolean
}

export interface Cover {
  readonly line: string
  readonly insuredObject: string
  readonly start: number
  readonly end: number
}

export interface Application {
  readonly policies: readonly Insurance[]
  readonly covers: readonly Cover[]
  readonly support: readonly { readonly line: string; readonly level: 'city' | 'district'; readonly fen: number }[]
  readonly receivedFen: number
}

export interface Answer {
  readonly outcome: 'granted' | 'refused'
  readonly amount: string
  readonly counted: readonly string[]
  readonly perPolicy: ReadonlyMap<string, Exact>
  readonly gross: Exact
  readonly exact: Exact
  readonly supplement: string
  readonly clawBack: string
}

const yuan = (fen: number): Exact => exact(BigInt(fen), 100n)
const notBelowNothing = (value: Exact): Exact => most(value, NOTHING)
const total = (values: readonly Exact[]): Exact => values.reduce(add, NOTHING)
const netOf = ({ paidFen, refundedFen }: Insurance): Exact => yuan(paidFen - refundedFen)

interface Days {
  readonly from: number
  readonly until: number
}

export function yearsIn({ from, until }: Days, proration: Terms['proration']): Exact {
  if (proration === 'actual/365') return exact(BigInt(until - from), 365n)
  const months = wholeMonths(from, until)
  return add(exact(BigInt(months), 12n), exact(BigInt(until - monthsLater(from, months)), 360n))
}

function countedCover({ start, end }: Insurance, { longestMonths, window }: Terms): Days | undefined {
  const longest = longestMonths === undefined ? end + 1 : monthsLater(start, longestMonths)
  const from = Math.max(start, window?.from ?? start)
  const until = Math.min(end + 1, longest, window === undefined ? end + 1 : window.through + 1)
  return from < until ? { from, until } : undefined
}

function countedInsured({ insuredFen, contractFen }: Insurance, { contractTimes, absolute }: Terms['insuredCaps']): Exact {
  const caps = [
    ...(contractTimes === undefined ? [] : [multiply(contractTimes.value, yuan(contractFen))]),
    ...(absolute === undefined ? [] : [absolute.value]),
  ]
  return least(yuan(insuredFen), ...caps)
}

function countedPremium(policy: Insurance, terms: Terms): Exact {
  const insured = countedInsured(policy, terms.insuredCaps)
  const borne = terms.borneShareOfInsured === undefined ? NOTHING : multiply(terms.borneShareOfInsured.value, insured)
  const whole = notBelowNothing(subtract(netOf(policy), borne))
  const cover = { from: policy.start, until: policy.end + 1 }
  const days = countedCover(policy, terms)
  const share =
    days === undefined
      ? NOTHING
      : days.from === cover.from && days.until === cover.until
        ? exact(1n)
        : divide(yearsIn(days, terms.proration), yearsIn(cover, terms.proration))
  const premium = multiply(whole, share)
  if (terms.rateLimit === undefined) return premium
  const { figure, per } = terms.rateLimit
  const times = per === 'policy' ? share : days === undefined ? NOTHING : yearsIn(days, terms.proration)
  return least(premium, multiply(multiply(figure.value, insured), times))
}

/** Walks back from the policy through covers that reach it, one by one. */
function yearOf(policy: Insurance, terms: Terms, { policies, covers }: Application): number {
  const { rate } = terms
  if (rate.kind !== 'by-year') return 1
  const alike = (other: Cover): boolean =>
    rate.per === 'applicant' || (rate.per === 'line' ? other.line === policy.lines[0] : other.insuredObject === policy.insuredObject)
  const others = [
    ...covers,
    ...policies.filter((other) => other !== policy).map((other) => ({ ...other, line: other.lines[0] as string })),
  ].filter(alike)
  let first = policy.start
  let moved = true
  while (moved) {
    moved = false
    for (const { start, end } of others) {
      const gap = first - end - 1
      if (start >= first || (rate.restartsAfter !== undefined && gap >= rate.restartsAfter)) continue
      first = start
      moved = true
    }
  }
  const from = countedCover(policy, terms)?.from ?? policy.start
  return Math.floor(wholeMonths(first, from) / 12) + 1
}

/** The rate of a line; undefined where the document has none. */
function rateOf(policy: Insurance, line: string, terms: Terms, application: Application): Exact | undefined {
  const base = baseRate(policy, line, terms, application)
  if (base === undefined || terms.uplift === undefined || !policy.favored) return base
  const { kind, figure } = terms.uplift
  return kind === 'points' ? add(base, figure.value) : multiply(base, add(exact(1n), figure.value))
}

function baseRate(policy: Insurance, line: string, terms: Terms, application: Application): Exact | undefined {
  const { rate } = terms
  if (rate.kind === 'fixed') return rate.rate.value
  if (rate.kind === 'by-line') return (rate.rates.find((one) => one.line === line)?.rate ?? rate.otherwise)?.value
  if (rate.kind === 'by-year') return (rate.rates[Math.min(yearOf(policy, terms, application), rate.rates.length) - 1] as Figure).value
  if (rate.kind === 'by-insured') {
    const side = order(yuan(policy.insuredFen), rate.end.value)
    return side < 0 || (side === 0 && rate.included) ? rate.low.value : rate.high.value
  }
  return (policy.start >= rate.from && policy.start <= rate.through ? rate.inside : rate.outside).value
}

function isEligible(policy: Insurance, line: string, { lines, minimumPremium, startsFrom }: Terms): boolean {
  const side = minimumPremium === undefined ? 1 : order(netOf(policy), minimumPremium.figure.value)
  const enough = side > 0 || (side === 0 && minimumPremium?.included === true)
  return lines.includes(line) && enough && (startsFrom === undefined || policy.start >= startsFrom)
}

interface Piece {
  readonly policy: Insurance
  value: Exact
}

/** What each policy brings, or that it brings nothing; lines under one premium must come to the same. */
function pieceOf(policy: Insurance, terms: Terms, application: Application): Piece | undefined {
  const premium = countedPremium(policy, terms)
  const values = policy.lines.map((line) => {
    const rate = isEligible(policy, line, terms) ? rateOf(policy, line, terms, application) : undefined
    return rate && multiply(rate, premium)
  })
  const [first] = values
  if (first === undefined || values.some((value) => value === undefined || order(value, first) !== 0)) return undefined
  return { policy, value: first }
}

/** A limit over some pieces; what is left is shared in proportion. */
function cut(pieces: readonly Piece[], highest: Exact): void {
  const before = total(pieces.map(({ value }) => value))
  if (order(before, highest) <= 0) return
  for (const piece of pieces) piece.value = divide(multiply(piece.value, highest), before)
}

function grouped(pieces: readonly Piece[], keyOf: (policy: Insurance) => string): Piece[][] {
  const keys = [...new Set(pieces.map(({ policy }) => keyOf(policy)))]
  return keys.map((key) => pieces.filter(({ policy }) => keyOf(policy) === key))
}

const lineOf = ({ lines }: Insurance): string => lines[0] as string

/** What an application comes to under the terms. Policies of several lines meet no limit that asks for the line. */
export function expectedAnswer(terms: Terms, application: Application): Answer {
  const refused: Answer = {
    outcome: 'refused',
    amount: '0.00',
    counted: [],
    perPolicy: new Map(),
    gross: NOTHING,
    exact: NOTHING,
    supplement: '0.00',
    clawBack: '0.00',
  }
  const paidBefore = BigInt(application.receivedFen)
  const corrected = (answer: Answer, due: bigint): Answer =>
    terms.corrects
      ? {
          ...answer,
          supplement: fenText(due > paidBefore ? due - paidBefore : 0n),
          clawBack: fenText(paidBefore > due ? paidBefore - due : 0n),
        }
      : answer
  const pieces = application.policies.flatMap((policy) => pieceOf(policy, terms, application) ?? [])
  if (pieces.length === 0) return corrected(refused, 0n)
  const gross = total(pieces.map(({ value }) => value))
  const supportFor = (line: string, level?: string): Exact =>
    yuan(
      application.support
        .filter((support) => support.line === line && (level === undefined || support.level === level))
        .reduce((sum, { fen }) => sum + fen, 0),
    )
  let closing = false
  let perPolicy = new Map(pieces.map(({ policy, value }) => [policy.id, value]))
  let caps: Exact | undefined
  let left: Exact | undefined
  for (const limit of terms.limits) {
    if (limit.per === 'policy') {
      for (const piece of pieces) piece.value = least(piece.value, limit.cap.value)
    } else if (limit.per === 'line') {
      for (const group of grouped(pieces, lineOf)) {
        const line = lineOf((group[0] as Piece).policy)
        if ('exclude' in limit) {
          if (order(supportFor(line, limit.exclude), NOTHING) === 0) continue
          closing = true
          for (const piece of group) piece.value = NOTHING
          continue
        }
        const paid = total(group.map(({ policy }) => netOf(policy)))
        const highest =
          'cap' in limit ? limit.cap.value : notBelowNothing(subtract(multiply(limit.combinedShare.value, paid), supportFor(line)))
        cut(group, highest)
      }
    } else if (limit.per === 'insurer') {
      const touched = pieces.filter(({ policy }) => limit.onlyLine === undefined || lineOf(policy) === limit.onlyLine)
      for (const group of grouped(touched, ({ insurer }) => insurer)) cut(group, limit.cap.value)
    } else {
      left ??= total(pieces.map(({ value }) => value))
      if ('minimum' in limit) {
        if (order(left, limit.minimum.value) < 0) {
          left = NOTHING
          closing = true
        }
      } else {
        const highest = limit.lessReceived ? notBelowNothing(subtract(limit.cap.value, yuan(application.receivedFen))) : limit.cap.value
        left = least(left, highest)
        caps = caps === undefined ? highest : least(caps, highest)
      }
    }
    if (left === undefined) perPolicy = new Map(pieces.map(({ policy, value }) => [policy.id, value]))
  }
  const result = left ?? total(pieces.map(({ value }) => value))
  const counted = pieces.map(({ policy }) => policy.id)
  if (closing && order(result, NOTHING) === 0) return corrected({ ...refused, counted, perPolicy, gross }, 0n)
  const { unit, mode } = terms.rounding
  const fenOf = (value: Exact, how: ExactMode): bigint => {
    const { over, under } = divide(multiply(exact(roundedUnits(value, unit.value, how)), unit.value), exact(1n, 100n))
    return over / under
  }
  const rounded = fenOf(result, mode)
  // Limits that stand over every part of the sum are not passed by rounding.
  const ceiling = ceilingOf(terms, application, pieces, caps)
  const fen = ceiling !== undefined && order(exact(rounded, 100n), ceiling) > 0 ? fenOf(ceiling, 'down') : rounded
  return corrected(
    { outcome: 'granted', amount: fenText(fen), counted, perPolicy, gross, exact: result, supplement: '0.00', clawBack: '0.00' },
    fen,
  )
}

const partOf = (whole: Exact, value: Exact, before: Exact, count: number): Exact =>
  order(before, NOTHING) === 0 ? divide(whole, exact(BigInt(count))) : divide(multiply(whole, value), before)

/** The lowest sum of caps that together stand over the whole amount. */
function ceilingOf(terms: Terms, application: Application, pieces: readonly Piece[], caps: Exact | undefined): Exact | undefined {
  const policies = pieces.map(({ policy }) => policy)
  let each: Map<Insurance, Exact | undefined> = new Map(policies.map((policy) => [policy, undefined]))
  const walk = new Map(policies.map((policy) => [policy, valueBefore(policy, terms, application)]))
  const lower = (a: Exact | undefined, b: Exact): Exact => (a === undefined ? b : least(a, b))
  for (const limit of terms.limits) {
    if (limit.per === 'policy') {
      for (const policy of policies) {
        each.set(policy, lower(each.get(policy), limit.cap.value))
        walk.set(policy, least(walk.get(policy) as Exact, limit.cap.value))
      }
    } else if ('exclude' in limit) {
      // The parts of a sum share its cap by what they bring: what brings nothing leaves its part to the others.
      const next = new Map(each)
      for (const line of new Set(policies.map(lineOf))) {
        const group = policies.filter((policy) => lineOf(policy) === line)
        const before = total(group.map((policy) => walk.get(policy) as Exact))
        const known = group.map((policy) => each.get(policy))
        const sum = known.includes(undefined) ? undefined : total(known as Exact[])
        for (const policy of group) {
          next.set(policy, sum && partOf(sum, walk.get(policy) as Exact, before, group.length))
          if (hasSupport(policy, application, limit.exclude)) walk.set(policy, NOTHING)
        }
      }
      each = next
    } else if (limit.per === 'line' || limit.per === 'insurer') {
      const touched =
        limit.per === 'insurer' && limit.onlyLine !== undefined ? policies.filter((policy) => lineOf(policy) === limit.onlyLine) : policies
      const keyOf = limit.per === 'line' ? lineOf : ({ insurer }: Insurance): string => insurer
      const next = new Map(each)
      for (const key of new Set(touched.map(keyOf))) {
        const group = touched.filter((policy) => keyOf(policy) === key)
        const highest =
          'cap' in limit
            ? limit.cap.value
            : notBelowNothing(
                subtract(
                  multiply(limit.combinedShare.value, total(group.map(netOf))),
                  yuan(application.support.filter(({ line }) => line === key).reduce((sum, { fen }) => sum + fen, 0)),
                ),
              )
        const before = total(group.map((policy) => walk.get(policy) as Exact))
        const known = group.map((policy) => each.get(policy))
        const sum = known.includes(undefined) ? undefined : total(known as Exact[])
        const cap = lower(sum, highest)
        const after = least(before, highest)
        for (const policy of group) {
          const value = walk.get(policy) as Exact
          next.set(policy, partOf(cap, value, before, group.length))
          walk.set(policy, partOf(after, value, before, group.length))
        }
      }
      each = next
    }
  }
  const known = policies.map((policy) => each.get(policy))
  const own = known.includes(undefined) ? undefined : total(known as Exact[])
  return own === undefined ? caps : caps === undefined ? own : least(own, caps)
}

const hasSupport = (policy: Insurance, { support }: Application, level: string): boolean =>
  support.some((one) => one.level === level && one.line === lineOf(policy) && one.fen > 0)

const valueBefore = (policy: Insurance, terms: Terms, application: Application): Exact =>
  pieceOf(policy, terms, application)?.value ?? NOTHING
