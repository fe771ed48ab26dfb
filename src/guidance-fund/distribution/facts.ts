import type { AmountsByParty, Context, FactGroup, Facts, Item, Missing } from '../../assessment/context.js'
import { type Issue, type Message, shown } from '../../assessment/errors.js'
import { noteMissing } from '../../assessment/reading.js'
import type { CalendarDate } from '../../dates/calendar-date.js'
import { allocate } from '../../money/allocation.js'
import { type Decimal, ZERO } from '../../money/decimal.js'
import { compare, type Fraction, fraction, fractionText, isNegative, isZero, minus, zero } from '../../money/fraction.js'
import { FUND_FACTS, LIST_LABELS } from '../../policy/standard-facts.js'
import type { FundFlow } from '../../waterfall/distribution.js'
import { inFen } from '../../waterfall/fen.js'
import { type Money, moneySum, type Party } from '../../waterfall/parties.js'

/** A day, or years since the first flow where no days are stated. */
export type Moment = CalendarDate | Fraction

/** Who has put money into a fund. */
export interface Holder {
  readonly name: Party
  readonly kind?: string
  readonly contribution: Decimal
}

/** The money that goes in and out of a fund or a deal, in one form whichever way it was stated. */
export interface StatedFlows {
  readonly flows: readonly FundFlow<Moment>[]
  /** The fact to ask for and its path, where the times between the flows are not stated. */
  readonly untimed?: readonly [fact: FundFactName, path: string]
}

type FundFactName = keyof typeof FUND_FACTS

const groupIn = (facts: Facts, name: string): FactGroup => (facts[name] ?? {}) as FactGroup
const listIn = (group: FactGroup, key: string): readonly FactGroup[] | undefined => group[key] as readonly FactGroup[] | undefined
const moneyIn = (group: FactGroup, key: string): Decimal | undefined => {
  const amount = group[key] as Fraction | undefined
  return amount && inFen(amount)
}

/** Notes a standard fact of the fund as missing. */
export function ask(context: Context, fact: FundFactName, path: string = fact): undefined {
  const [kind, zh, en] = FUND_FACTS[fact]
  const missing: Missing = { fact, path, label: { zh, en }, kind }
  return noteMissing(context, missing)
}

function askList(context: Context, list: string): undefined {
  return noteMissing(context, { fact: list, path: list, label: LIST_LABELS[list] ?? list, kind: 'list' })
}

/**
 * Who holds the fund: `holders`, `fund.contributions`, the holders the drawdowns name, or all investors as one.
 *
 * A contribution that is not stated but drawn is the sum of its drawdowns; undefined where one is unknown.
 */
export function holdersOf(context: Context, investors: Party): readonly Holder[] | undefined {
  const { facts } = context
  const fund = groupIn(facts, 'fund')
  const drawdowns = listIn(groupIn(facts, 'flows'), 'drawdowns') ?? []
  const drawnBy = (name: Party | undefined): Decimal | undefined => {
    const own = drawdowns.filter((drawdown) => name === undefined || drawdown['holder'] === name)
    return own.length === 0 ? undefined : moneySum(own.flatMap((drawdown) => moneyIn(drawdown, 'amount') ?? []))
  }
  const listed = facts['holders'] as readonly FactGroup[] | undefined
  if (listed !== undefined) {
    const holders = listed.map((holder, index) => {
      const name = (holder['id'] as string | undefined) ?? String(index + 1)
      const contribution = moneyIn(holder, 'contribution') ?? drawnBy(name)
      if (contribution === undefined) return ask(context, 'holder.contribution', `holders[${index}].contribution`)
      const kind = holder['kind'] as string | undefined
      return kind === undefined ? { name, contribution } : { name, kind, contribution }
    })
    return allKnown(holders)
  }
  const contributions = fund['contributions'] as AmountsByParty | undefined
  if (contributions !== undefined) return Object.entries(contributions).map(([name, amount]) => ({ name, contribution: inFen(amount) }))
  const named = [...new Set(drawdowns.flatMap((drawdown) => (drawdown['holder'] as string | undefined) ?? []))]
  if (named.length > 0) return named.map((name) => ({ name, contribution: drawnBy(name) ?? ZERO }))
  return [{ name: investors, contribution: drawnBy(undefined) ?? moneyIn(fund, 'capital') ?? ZERO }]
}

/** The values, where every one is known. */
export const allKnown = <Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined

/** The flows of the fund as a whole; undefined where an amount is unknown. */
export function fundFlows(context: Context, holders: readonly Holder[]): StatedFlows | undefined {
  const flows = groupIn(context.facts, 'flows')
  const pool = moneyIn(flows, 'profitPool')
  if (pool !== undefined) return { flows: [{ at: zero, proceeds: pool }], untimed: ['flows.preferredAmount', 'flows.preferredAmount'] }
  const drawdowns = listIn(flows, 'drawdowns')
  return drawdowns === undefined ? contributedFlows(context, holders) : drawnFlows(context, holders, drawdowns)
}

/** Everyone paid in once, and all comes out once. */
function contributedFlows(context: Context, holders: readonly Holder[]): StatedFlows | undefined {
  const { facts } = context
  const flows = groupIn(facts, 'flows')
  if (holders.every(({ contribution }) => contribution.isZero())) return ask(context, 'fund.capital')
  const paidIn = Object.fromEntries(holders.map(({ name, contribution }) => [name, contribution]))
  const dated = listIn(flows, 'distributions')
  if (dated !== undefined) {
    const out = distributionsIn(context, dated)
    const [first] = out ?? []
    return out && first && { flows: [{ at: first.at, paidIn }, ...out], untimed: ['paidIn.date', 'flows.drawdowns'] }
  }
  const proceeds = proceedsIn(context, moneySum(Object.values(paidIn)))
  if (proceeds === undefined) return undefined
  const years = groupIn(facts, 'fund')['holdingYears'] as Fraction | undefined
  const stated = [
    { at: zero, paidIn },
    { at: years ?? zero, proceeds },
  ] as const
  return years === undefined ? { flows: stated, untimed: ['fund.holdingYears', 'fund.holdingYears'] } : { flows: stated }
}

/** Money drawn in parts: on stated days with distributions on stated days, or years before one distribution. */
function drawnFlows(context: Context, holders: readonly Holder[], drawdowns: readonly FactGroup[]): StatedFlows | undefined {
  const flows = groupIn(context.facts, 'flows')
  const paid = allKnown(
    drawdowns.map((drawdown, index) => {
      const amount = moneyIn(drawdown, 'amount')
      return amount === undefined ? ask(context, 'paidIn.amount', `flows.drawdowns[${index}].amount`) : amount
    }),
  )
  if (paid === undefined) return undefined
  const shares = drawdowns.map((drawdown, index) => byHolder(paid[index] as Decimal, holders, drawdown['holder'] as string | undefined))
  const days = drawdowns.map((drawdown) => drawdown['date'] as CalendarDate | undefined)
  const dated = listIn(flows, 'distributions')
  if (dated !== undefined || days.some((day) => day !== undefined)) {
    if (dated === undefined) return askList(context, 'flows.distributions')
    const out = distributionsIn(context, dated)
    const undated = days.indexOf(undefined)
    if (undated >= 0) return ask(context, 'paidIn.date', `flows.drawdowns[${undated}].date`)
    return out && { flows: inOrder([...shares.map((paidIn, index) => ({ at: days[index] as Moment, paidIn })), ...out]) }
  }
  const proceeds = proceedsIn(context, moneySum(paid))
  if (proceeds === undefined) return undefined
  const before = drawdowns.map((drawdown) => drawdown['yearsBeforeDistribution'] as Fraction | undefined)
  const [longest = zero] = before
  const timed = before.every((years) => years !== undefined)
  const stated = [
    ...shares.map((paidIn, index) => ({ at: timed ? minus(longest, before[index] as Fraction) : zero, paidIn })),
    { at: timed ? longest : zero, proceeds },
  ]
  const path = `flows.drawdowns[${before.indexOf(undefined)}].yearsBeforeDistribution`
  return timed ? { flows: stated } : { flows: stated, untimed: ['paidIn.yearsBeforeDistribution', path] }
}

function distributionsIn(context: Context, dated: readonly FactGroup[]) {
  return allKnown(
    dated.map((one, index) => {
      const at = one['date'] as CalendarDate | undefined
      const proceeds = moneyIn(one, 'amount')
      if (at === undefined) return ask(context, 'paidOut.date', `flows.distributions[${index}].date`)
      return proceeds === undefined
        ? ask(context, 'paidOut.amount', `flows.distributions[${index}].amount`)
        : { at: at as Moment, proceeds }
    }),
  )
}

/** All that is to be distributed at once: stated with capital, or as the gain beyond it. */
function proceedsIn(context: Context, paidIn: Decimal): Decimal | undefined {
  const flows = groupIn(context.facts, 'flows')
  const gain = moneyIn(flows, 'gain')
  return moneyIn(flows, 'proceeds') ?? moneyIn(flows, 'recovered') ?? gain?.plus(paidIn) ?? ask(context, 'flows.proceeds')
}

/** A sum paid in by one holder, or by all in proportion to their contributions. */
function byHolder(amount: Decimal, holders: readonly Holder[], only?: Party): Money {
  if (only !== undefined) return { [only]: amount }
  const [single] = holders
  if (holders.length === 1 && single !== undefined) return { [single.name]: amount }
  const shares = allocate(
    amount,
    holders.map(({ contribution }) => fraction(contribution)),
  )
  return Object.fromEntries(holders.map(({ name }, index) => [name, shares[index] ?? ZERO]))
}

/** Flows by day; on one day those that pay in come first. */
const inOrder = (flows: readonly FundFlow<Moment>[]): readonly FundFlow<Moment>[] =>
  [...flows].sort((a, b) => order(a.at, b.at) || Number('proceeds' in a) - Number('proceeds' in b))

const order = (a: Moment, b: Moment): number => (typeof a === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : compare(a, b as Fraction))

/** What is known of one deal: its flows, or its gain and the carry paid on it. */
export interface StatedDeal {
  readonly id: string
  readonly flows?: StatedFlows
  readonly gain: Decimal
  /** Carry that was really paid, where that is stated. */
  readonly carryPaid?: Decimal
}

/** A deal as it is stated; undefined where an amount is unknown. `inFull` asks for its flows where only the gain is stated. */
export function dealOf(context: Context, item: Item, holders: readonly Holder[], inFull: boolean): StatedDeal | undefined {
  const { id, facts, path } = item
  const carryPaid = moneyIn(facts, 'carryPaid')
  const gain = facts['gain'] as Fraction | undefined
  if (gain !== undefined && facts['proceeds'] === undefined && !inFull)
    return carryPaid === undefined ? ask(context, 'deal.carryPaid', `${path}.carryPaid`) : { id, gain: inFen(gain), carryPaid }
  const flows = dealFlows(context, item, holders)
  if (flows === undefined) return undefined
  const known = { id, flows, gain: netOf(flows) }
  return carryPaid === undefined ? known : { ...known, carryPaid }
}

const netOf = ({ flows }: StatedFlows): Decimal =>
  moneySum(flows.map((flow) => ('proceeds' in flow ? flow.proceeds : moneySum(Object.values(flow.paidIn)).negated())))

/** One deal: what was invested and what came back; undefined where one is unknown. */
function dealFlows(context: Context, item: Item, holders: readonly Holder[]): StatedFlows | undefined {
  const invested = moneyIn(item.facts, 'invested')
  const proceeds = moneyIn(item.facts, 'proceeds')
  if (invested === undefined || proceeds === undefined) {
    if (invested === undefined) ask(context, 'deal.invested', `${item.path}.invested`)
    if (proceeds === undefined) ask(context, 'deal.proceeds', `${item.path}.proceeds`)
    return undefined
  }
  const from = item.facts['investedDate'] as CalendarDate | undefined
  const until = item.facts['exitDate'] as CalendarDate | undefined
  const timed = from !== undefined && until !== undefined
  const flows = [
    { at: timed ? from : zero, paidIn: byHolder(invested, holders) },
    { at: timed ? until : zero, proceeds },
  ]
  if (timed) return { flows }
  return {
    flows,
    untimed: from === undefined ? ['deal.investedDate', `${item.path}.investedDate`] : ['deal.exitDate', `${item.path}.exitDate`],
  }
}

/** The flows of several deals as those of one fund. */
export const together = (deals: readonly StatedFlows[]): readonly FundFlow<Moment>[] => inOrder(deals.flatMap(({ flows }) => flows))

/** The preferred return where it is stated as a sum. */
export const preferredAmountIn = ({ facts }: Context): Fraction | undefined =>
  groupIn(facts, 'flows')['preferredAmount'] as Fraction | undefined

/** What is still held; nothing where it is not stated. */
export const remainingValueIn = ({ facts }: Context): Decimal => moneyIn(groupIn(facts, 'flows'), 'remainingValue') ?? ZERO

/** What the flows of a fund must agree on among themselves. */
export function checkFlows(facts: Facts): Issue[] {
  const fund = groupIn(facts, 'fund')
  const flows = groupIn(facts, 'flows')
  const holders = facts['holders'] as readonly FactGroup[] | undefined
  const drawdowns = listIn(flows, 'drawdowns') ?? []
  const distributions = listIn(flows, 'distributions') ?? []
  return [
    ...twice(flows, ['proceeds', 'recovered', 'gain', 'profitPool', 'distributions']),
    ...(holders !== undefined && fund['contributions'] !== undefined ? [statedTwice('fund.contributions', 'holders')] : []),
    ...emptyLists({
      holders,
      instalments: facts['instalments'],
      feePeriods: facts['feePeriods'],
      'flows.drawdowns': flows['drawdowns'],
      'flows.distributions': flows['distributions'],
      'fund.contributions': fund['contributions'],
    }),
    ...strangers(holders, drawdowns),
    ...nothingPaidIn(fund, drawdowns),
    ...negativeTimes(fund, drawdowns),
    ...outOfOrder(drawdowns, 'flows.drawdowns', 'date', 1),
    ...outOfOrder(drawdowns, 'flows.drawdowns', 'yearsBeforeDistribution', -1),
    ...outOfOrder(distributions, 'flows.distributions', 'date', 1),
    ...outOfOrder([...drawdowns.slice(0, 1), ...distributions.slice(0, 1)], 'flows.distributions', 'date', 1, 1),
    ...dealsEndingBefore((facts['deals'] ?? []) as readonly FactGroup[]),
  ]
}

const issue = (code: string, path: string, given: unknown, message: Message): Issue => ({
  code,
  path,
  given: shown(given),
  message: { zh: message.zh, en: `${path}: ${message.en}, received ${shown(given)}` },
})

const statedTwice = (path: string, other: string): Issue => ({
  code: 'contradiction',
  path,
  message: {
    zh: `与${other}说的是同一件事：只填其中之一`,
    en: `${path}: says what ${other} says already: state one of the two`,
  },
})

function twice(flows: FactGroup, keys: readonly string[]): Issue[] {
  const [first, ...more] = keys.filter((key) => flows[key] !== undefined)
  return more.map((key) => statedTwice(`flows.${key}`, `flows.${first}`))
}

function emptyLists(lists: { readonly [path: string]: unknown }): Issue[] {
  return Object.entries(lists).flatMap(([path, list]) =>
    typeof list !== 'object' || list === null || Object.keys(list).length > 0
      ? []
      : [
          issue('empty', path, list, {
            zh: '应至少有一项；如尚不清楚，请不要写',
            en: 'expected at least one entry; leave it out while it is unknown',
          }),
        ],
  )
}

function strangers(holders: readonly FactGroup[] | undefined, drawdowns: readonly FactGroup[]): Issue[] {
  if (holders === undefined) return []
  const names = holders.map(({ id }) => id)
  return drawdowns.flatMap(({ holder }, index) =>
    holder === undefined || names.includes(holder)
      ? []
      : [
          issue('unknown-holder', `flows.drawdowns[${index}].holder`, holder, {
            zh: 'holders 中没有这个出资人',
            en: 'no holder of this name is among holders',
          }),
        ],
  )
}

/** Contributions that are zero in all: nothing can then go by contribution. */
function nothingPaidIn(fund: FactGroup, drawdowns: readonly FactGroup[]): Issue[] {
  const contributions = Object.values((fund['contributions'] ?? {}) as AmountsByParty)
  const sums: readonly (readonly [string, readonly unknown[]])[] = [
    ['fund.capital', [fund['capital']]],
    ['fund.contributions', contributions],
    ...drawdowns.map(({ amount }, index) => [`flows.drawdowns[${index}].amount`, [amount]] as const),
  ]
  return sums.flatMap(([path, amounts]) => {
    const none = amounts.length > 0 && amounts.every((amount) => amount !== undefined && isZero(amount as Fraction))
    return none ? [issue('zero', path, '0', { zh: '出资额应大于零', en: 'expected an amount above zero' })] : []
  })
}

function negativeTimes(fund: FactGroup, drawdowns: readonly FactGroup[]): Issue[] {
  const times: readonly (readonly [string, unknown])[] = [
    ['fund.holdingYears', fund['holdingYears']],
    ...drawdowns.map(
      (drawdown, index) => [`flows.drawdowns[${index}].yearsBeforeDistribution`, drawdown['yearsBeforeDistribution']] as const,
    ),
  ]
  return times.flatMap(([path, years]) =>
    years === undefined || !isNegative(years as Fraction)
      ? []
      : [issue('negative', path, fractionText(years as Fraction), { zh: '年数不能为负', en: 'expected a time of zero or more years' })],
  )
}

/** Entries of a list that stand before an earlier one: days must not fall, years before the distribution must not rise. */
function outOfOrder(entries: readonly FactGroup[], list: string, key: string, sign: 1 | -1, skipped = 0): Issue[] {
  return entries.flatMap((entry, index) => {
    const [before, own] = [entries[index - 1]?.[key], entry[key]] as (Moment | undefined)[]
    if (before === undefined || own === undefined || sign * order(before, own) <= 0) return []
    return [
      issue('order', `${list}[${index - skipped}].${key}`, typeof own === 'string' ? own : fractionText(own), {
        zh: '应按时间先后列出',
        en: 'expected the entries in order of time',
      }),
    ]
  })
}

function dealsEndingBefore(deals: readonly FactGroup[]): Issue[] {
  return deals.flatMap(({ investedDate, exitDate }, index) =>
    investedDate === undefined || exitDate === undefined || (exitDate as string) >= (investedDate as string)
      ? []
      : [
          issue('order', `deals[${index}].exitDate`, exitDate, {
            zh: '早于投资日期',
            en: 'expected a day not before the day of the investment',
          }),
        ],
  )
}
