import type { Missing } from '../assessment/context.js'
import type { Message } from '../assessment/errors.js'
import { alike, quantityKindOf } from '../assessment/scope.js'
import { decimalOf } from '../money/decimal.js'
import { compare, type Fraction, fractionOf, minus, times, wholeOf, zero } from '../money/fraction.js'
import { isAmountText } from '../money/input.js'
import { readPrinted } from '../money/printed.js'
import { moneyText } from '../money/rounding.js'
import type { FactKind, Policy } from '../policy/policy.js'
import { factAtPath, factLabel } from './fact-at.js'
import { type Grid, gridOf, type Span, type StatedValue } from './grid.js'
import { leavesOf, pathOf, replacedAt, valueAt } from './json-path.js'
import type { CalculationInput } from './record.js'
import { type StatedFacts, type Trial, trialOf } from './trial.js'

/** Which fact is looked for, and what it must give. */
export interface Wanted extends Span {
  /** Where the fact stands: `loans[0].principal`. */
  readonly fact: string
  /** The amount wanted in yuan, or as much as can be had: the smallest value for that is the longest useful term. */
  readonly amount: string
}

/** Values one step apart, both ends included. */
export interface SolutionRange {
  readonly from: StatedValue
  readonly through: StatedValue
}

/** An amount that can be had, and a value that gives it. */
export interface Nearby {
  readonly amount: string
  readonly value: StatedValue
}

/** The values of a fact that give an amount, all other facts as they are. */
export interface Solution {
  readonly fact: string
  readonly label: Message
  readonly kind: FactKind
  readonly found: 'value' | 'interval' | 'intervals' | 'none'
  readonly amount: string
  /** From the smallest values up; each was assessed at both ends. */
  readonly ranges: readonly SolutionRange[]
  /** Where no value gives the amount: the nearest amounts that can be had, as at a cliff or a rounding step. */
  readonly below?: Nearby
  readonly above?: Nearby
  /** The distance between two values that are tried. */
  readonly step: string
  /** How it is known that nothing was passed over. */
  readonly certainty: Certainty
  /** What else must be known before any value gives an amount. */
  readonly missing: readonly Missing[]
}

export type Certainty =
  /** Every value from the first to the last was tried. */
  | 'every-value'
  /** Between points that were found, the exact amount lies on a line in seven places. */
  | 'linear-between-points'
  /** Somewhere too many points would have been needed: there the amount is taken only to rise or to fall from one point to the next. */
  | 'monotone-between-points'

const MOST = 'most'
/** So many values are tried one by one. */
const FEW = 1000
/** So many values are tried in all before the search makes do with what it has found. */
const MANY = 3000

/**
 * The smallest and largest principal, term, rate, day, or other whole-number fact that gives a wanted amount, exactly: every value, every interval, or none.
 *
 * `amount: 'most'` asks for as much as can be had; its smallest value is then the longest term or the highest principal that is of use. Amounts are
 * tried fen by fen, months and days one by one, rates by `step` (one basis point unless given), from `from` through `through`.
 *
 * Promised: each end of a range was assessed and gives the amount, and one step beyond it does not. Up to 1000 values are all tried. Beyond that
 * the span is cut at every figure the document prints and every amount that is stated, then in halves until the exact amount before rounding lies on
 * a line between two points, looked at in seven places; along a line the rounded amount only rises or only falls, so halving finds it. Caps, cliffs
 * and steps are found this way. Not promised: a step up and down again that lies between those seven places, or what lies between points where
 * `certainty` says that more than 3000 would have been needed.
 *
 * RangeError for a path that is no amount, rate, count, or day, or a wanted amount that is none. Throws PolicyError and FactsError as `assess` and
 * `parseFacts` do.
 */
export function solveFor(input: CalculationInput, { fact, amount, ...span }: Wanted): Solution {
  const trial = trialOf(input)
  const path = pathOf(fact)
  const kind = factAtPath(path, trial.policy)?.kind
  const grid = kind === undefined ? undefined : gridOf(kind, span, valueAt(trial.facts, path))
  if (kind === undefined || grid === undefined)
    throw new RangeError(`fact: expected an amount, a rate, a count or a day of the document, received ${JSON.stringify(fact)}`)
  if (amount !== MOST && !isAmountText(amount))
    throw new RangeError(`amount: expected an amount in yuan such as "50000.00" or "most", received ${JSON.stringify(amount)}`)
  const pointAt = pointsOf(trial, (position) => replacedAt(trial.facts, path, grid.valueAt(position)) as StatedFacts)
  const { pieces, certainty } =
    grid.through - grid.from < FEW ? everyValue(grid) : lines(pointAt, foundPoints(grid, kind, trial), eachRounded(trial.policy))
  const wanted = amount === MOST ? mostIn(pieces, pointAt) : fenOf(amount)
  const { ranges, below, above } = amount === MOST && wanted === 0n ? NOTHING : valuesOf(pieces, pointAt, wanted)
  const nearby = (place: number | undefined): Nearby | undefined =>
    place === undefined ? undefined : { amount: textOf(pointAt(place).fen as bigint), value: grid.valueAt(place) }
  const [lower, higher] = ranges.length === 0 ? [nearby(below), nearby(above)] : []
  return {
    fact,
    label: factLabel(path, [trial.policy]),
    kind,
    found: foundIn(ranges),
    amount: textOf(wanted),
    ranges: ranges.map(([from, through]) => ({ from: grid.valueAt(from), through: grid.valueAt(through) })),
    ...(lower === undefined ? {} : { below: lower }),
    ...(higher === undefined ? {} : { above: higher }),
    step: grid.step,
    certainty,
    missing: pointAt(grid.through).missing,
  }
}

type Range = readonly [from: number, through: number]

function foundIn(ranges: readonly Range[]): Solution['found'] {
  const [first, second] = ranges
  if (first === undefined) return 'none'
  return second !== undefined ? 'intervals' : first[0] === first[1] ? 'value' : 'interval'
}

const fenOf = (amount: string): bigint => BigInt(moneyText(decimalOf(amount)).replace('.', ''))
const textOf = (fen: bigint): string => moneyText(decimalOf(String(fen)).times('0.01'))

/** What one value gives. */
interface Point {
  /** The amount in fen; undefined where there is none. */
  readonly fen: bigint | undefined
  /** What the amount is made of, exact: it is looked at for lines. */
  readonly exact: readonly Fraction[]
  /** Values of one state may lie on a line. */
  readonly state: string
  readonly missing: readonly Missing[]
}

type PointAt = (position: number) => Point

function pointsOf(trial: Trial, factsAt: (position: number) => StatedFacts): PointAt {
  const known = new Map<number, Point>()
  return (position) => {
    const found = known.get(position) ?? pointOf(trial, factsAt(position))
    known.set(position, found)
    return found
  }
}

function pointOf(trial: Trial, facts: StatedFacts): Point {
  const answer = trial.answerTo(facts)
  if (answer?.amount === undefined)
    return { fen: undefined, exact: [], state: answer === undefined ? 'contradiction' : answer.outcome, missing: answer?.missing ?? [] }
  const parts = [...answer.rounding.map(({ before }) => before), ...answer.items.map((item) => item.amount ?? '0')]
  return {
    fen: fenOf(answer.amount),
    exact: answer.outcome === 'granted' ? parts.map(fractionOf) : [],
    state: `${answer.outcome} ${answer.items.map(({ counted }) => counted).join(' ')}`,
    missing: [],
  }
}

/** A stretch of values along which the amount only rises or only falls. */
type Piece = Range

interface Pieces {
  readonly pieces: readonly Piece[]
  readonly certainty: Certainty
}

const everyValue = ({ from, through }: Grid): Pieces => ({
  pieces: Array.from({ length: through - from + 1 }, (_, index) => [from + index, from + index]),
  certainty: 'every-value',
})

const eachRounded = ({ parts }: Policy): boolean => parts.some(({ rounding }) => rounding.value.each === 'item')

/** The span in pieces that are lines, cut in halves from the widest down. */
function lines(pointAt: PointAt, points: readonly number[], eachItem: boolean): Pieces {
  let certainty: Certainty = 'linear-between-points'
  const pieces: Piece[] = []
  const tried = new Set<number>()
  const open: Piece[] = points.flatMap((point, index) => (index === 0 ? [] : [[points[index - 1] as number, point]]))
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [from, through] = next
    const places = placesIn(from, through)
    for (const place of places) tried.add(place)
    if (through - from <= 1) pieces.push(...[...new Set([from, through])].map((place): Piece => [place, place]))
    else if (isLine(places, pointAt, eachItem)) pieces.push(next)
    else if (tried.size > MANY) {
      certainty = 'monotone-between-points'
      pieces.push(next)
    } else {
      // Where a line ends the answer turns; what is beyond is cut in halves, since it may turn often.
      const end = endOfLine(from, through, pointAt)
      const turn = end < through ? end : middleOf(from, through)
      const middle = middleOf(turn + 1, through)
      open.push([from, turn], [turn + 1, middle], [middle, through])
    }
  }
  return { pieces: pieces.sort(([a], [b]) => a - b), certainty }
}

const middleOf = (from: number, through: number): number => from + Math.floor((through - from) / 2)

/** Seven places of a stretch: its ends, their neighbors, and the quarters. */
function placesIn(from: number, through: number): readonly number[] {
  const quarter = (through - from) / 4
  const inside = [1, 2, 3].map((part) => from + Math.floor(part * quarter))
  return [...new Set([from, from + 1, ...inside, through - 1, through])]
}

function isLine(places: readonly number[], pointAt: PointAt, eachItem: boolean): boolean {
  const [from, through] = [places[0] as number, places.at(-1) as number]
  const slopes = slopesOf(pointAt(from), pointAt(through))
  const rises = slopes.some((slope) => compare(slope, zero) > 0)
  const falls = slopes.some((slope) => compare(slope, zero) < 0)
  // Items that are rounded one by one add up to no line when some rise while others fall.
  if (eachItem && rises && falls) return false
  return places.every((place) => isOnLine(place, from, through, pointAt))
}

const slopesOf = (first: Point, last: Point): readonly Fraction[] =>
  last.exact.map((exact, index) => minus(exact, first.exact[index] ?? exact))

/** Whether a place lies on the line through two others, in every amount the answer is made of. */
function isOnLine(place: number, from: number, through: number, pointAt: PointAt): boolean {
  const [first, last, { state, exact }] = [pointAt(from), pointAt(through), pointAt(place)]
  if (state !== first.state || state !== last.state || new Set([exact, first.exact, last.exact].map(({ length }) => length)).size > 1)
    return false
  const slopes = slopesOf(first, last)
  return exact.every((value, index) => {
    const part = times(slopes[index] as Fraction, wholeOf(place - from))
    return compare(times(minus(value, first.exact[index] as Fraction), wholeOf(through - from)), part) === 0
  })
}

/** Where the line that begins with the first two places of a stretch ends. */
const endOfLine = (from: number, through: number, pointAt: PointAt): number =>
  firstWhere(from + 1, through, (place) => !isOnLine(place, from, from + 1, pointAt)) - 1

/** Where the answer may turn: the figures the document prints, the values that are stated, each with its neighbors. */
function foundPoints(grid: Grid, kind: FactKind, { policy, facts }: Trial): readonly number[] {
  const printed = leavesOf(policy).flatMap((path) => {
    const text = valueAt(policy, path)
    if (typeof text !== 'string') return []
    if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? [text] : []
    const figure = readPrinted(text)
    const like = quantityKindOf(kind)
    if (figure === undefined || like === undefined || !alike(figure.kind, like) || !figure.value.denominator.equals(1)) return []
    return [figure.value.numerator.toFixed()]
  })
  const stated = leavesOf(facts).flatMap((path) => {
    const value = valueAt(facts, path)
    const isLike = factAtPath(path, policy)?.kind === kind
    return isLike && (typeof value === 'number' || (typeof value === 'string' && !value.includes('/'))) ? [value] : []
  })
  const positions = [...printed, ...stated].map(grid.positionOf).filter((position) => position > grid.from && position < grid.through)
  const around = positions.flatMap((position) => [position - 1, position, position + 1])
  return [...new Set([grid.from, ...around, grid.through])].filter((place) => place >= grid.from).sort((a, b) => a - b)
}

function mostIn(pieces: readonly Piece[], pointAt: PointAt): bigint {
  const fenAt = (place: number): bigint => pointAt(place).fen ?? 0n
  const [first, ...others] = pieces.flat()
  return first === undefined ? 0n : fenAt(others.reduce((best, place) => (fenAt(place) > fenAt(best) ? place : best), first))
}

interface Values {
  readonly ranges: readonly Range[]
  readonly below: number | undefined
  readonly above: number | undefined
}

const NOTHING: Values = { ranges: [], below: undefined, above: undefined }

/** The values that give an amount, and the nearest that give less or more. */
function valuesOf(pieces: readonly Piece[], pointAt: PointAt, wanted: bigint): Values {
  const ranges: [number, number][] = []
  let below: number | undefined
  let above: number | undefined
  const fenAt = (place: number): bigint => pointAt(place).fen as bigint
  for (const [from, through] of pieces) {
    if (pointAt(from).fen === undefined || pointAt(through).fen === undefined) continue
    const rises = fenAt(from) <= fenAt(through)
    const first = firstWhere(from, through, (place) => (rises ? fenAt(place) >= wanted : fenAt(place) <= wanted))
    const after = firstWhere(from, through, (place) => (rises ? fenAt(place) > wanted : fenAt(place) < wanted))
    if (first < after && fenAt(first) === wanted && fenAt(after - 1) === wanted) {
      const last = ranges.at(-1)
      if (last !== undefined && first <= last[1] + 1) last[1] = Math.max(last[1], after - 1)
      else ranges.push([first, after - 1])
    }
    for (const place of [first - 1, first, after - 1, after].filter((one) => one >= from && one <= through)) {
      const fen = fenAt(place)
      if (fen < wanted && (below === undefined || fen > fenAt(below))) below = place
      if (fen > wanted && (above === undefined || fen < fenAt(above))) above = place
    }
  }
  return { ranges, below, above }
}

/** The first place for which it holds, where it holds for all after it; one beyond the last where it holds for none. */
function firstWhere(from: number, through: number, holds: (place: number) => boolean): number {
  let [low, high] = [from, through + 1]
  while (low < high) {
    const middle = middleOf(low, high)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
