import type { Extras, ShareAnswer } from '../../assessment/assessment.js'
import type { Worksheet, WorksheetValue } from '../../assessment/context.js'
import type { Labels } from '../../assessment/explain.js'
import type { CalendarDate } from '../../dates/calendar-date.js'
import { type Decimal, ZERO } from '../../money/decimal.js'
import { fractionText } from '../../money/fraction.js'
import { moneyText } from '../../money/rounding.js'
import { PARTIES } from '../../policy/parties.js'
import type { MaybeSource, Text } from '../../policy/source.js'
import type { FundFlow } from '../../waterfall/distribution.js'
import { inFen } from '../../waterfall/fen.js'
import type { TierMoney } from '../../waterfall/fund.js'
import { type Money, moneySum, type Party } from '../../waterfall/parties.js'
import { type FundMeasures, measured, multiples } from '../measures.js'
import type { Moment } from './facts.js'
import type { ConcededAmount, Distribution, Run } from './formula.js'

/** How each value of a distribution reads. */
export const DISTRIBUTION_LABELS: Labels = {
  paidIn: { zh: '实缴出资', en: 'paid in' },
  distributed: { zh: '分配金额', en: 'distributed' },
  capitalReturned: { zh: '返还本金', en: 'capital returned' },
  preferredDue: { zh: '应计优先回报', en: 'preferred return due' },
  preferredReturn: { zh: '已付优先回报', en: 'preferred return paid' },
  catchUp: { zh: '管理机构追补', en: 'catch-up to the manager' },
  catchUpToInvestors: { zh: '追补阶段归出资人', en: 'to the investors during the catch-up' },
  splitToInvestors: { zh: '分成阶段归出资人', en: 'split: to the investors' },
  splitToManager: { zh: '分成阶段归管理机构', en: 'split: to the manager' },
  gain: { zh: '收益（不含本金）', en: 'gain, capital not included' },
  gainToInvestors: { zh: '出资人收益', en: 'gain of the investors' },
  gainToManager: { zh: '管理机构收益', en: 'gain of the manager' },
  totalToInvestors: { zh: '出资人合计（含本金）', en: 'to the investors in all' },
  totalToManager: { zh: '管理机构合计（含自有出资）', en: 'to the manager in all, its own money included' },
  carry: { zh: '业绩报酬', en: 'carry' },
  unreturned: { zh: '未收回本金', en: 'capital not returned' },
  undistributed: { zh: '未分配金额', en: 'not distributed' },
  conceded: { zh: '让利金额', en: 'conceded' },
  carryDue: { zh: '按整个基金应得业绩报酬', en: 'carry due on the whole fund' },
  clawBackLimit: { zh: '回拨上限', en: 'most that is given back' },
  clawBack: { zh: '回拨金额', en: 'claw-back' },
  dealGain: { zh: '项目损益', en: 'gain or loss of the deal' },
  carryPaid: { zh: '已付业绩报酬', en: 'carry paid' },
  distributedToPaidIn: { zh: 'DPI（已分配/实缴）', en: 'DPI: distributed to paid in' },
  totalValueToPaidIn: { zh: 'TVPI（总价值/实缴）', en: 'TVPI: total value to paid in' },
  internalRate: { zh: '内部收益率（实际天数/365）', en: 'internal rate of return (actual/365)' },
}

/** What a document says of one of its tiers. */
export interface Described {
  readonly kind: keyof typeof TIER_LABELS
  readonly id: string
  readonly label: Text
  readonly source: MaybeSource
}

/** The tiers and concessions of an answer, in the order in which they were worked out. */
export interface Description {
  readonly manager: Party
  readonly tiers: readonly Described[]
  readonly concessions: readonly MaybeSource[]
  readonly clawBack: MaybeSource
  readonly distribution: MaybeSource
}

/** What each tier is called, where the document has no name for it. */
export const TIER_LABELS = {
  capital: { zh: '返还本金', en: 'return of capital' },
  preference: { zh: '优先清算', en: 'liquidation preference' },
  preferred: { zh: '优先回报', en: 'preferred return' },
  'catch-up': { zh: '追补', en: 'catch-up' },
  split: { zh: '收益分成', en: 'split' },
} as const

/** Where a value comes from stands on every one of them. */
const amountOf = (amount: Decimal, source: MaybeSource): WorksheetValue => ({ kind: 'amount', value: moneyText(amount), source })

/** Values most distributions do not have: shown only where they have. */
const SHOWN_ABOVE_ZERO: ReadonlySet<string> = new Set(['catchUpToInvestors', 'undistributed'])

const sumsOf = (money: Money): Decimal => moneySum(Object.values(money))

/** Every intermediate value of a distribution, in whole fen. */
export function worksheetOf(distribution: Distribution, { manager, distribution: source, clawBack }: Description): Worksheet {
  const { runs, distributed, paidIn, preferredDue, carry, conceded } = distribution
  const amounts: { [name: string]: Decimal } = {}
  if (runs.length > 0) {
    const parts = partsOf(runs)
    const sum = (kinds: readonly TierMoney['kind'][], of: (tier: TierMoney) => Decimal): Decimal =>
      moneySum(parts.filter(({ kind }) => kinds.includes(kind)).map(of))
    const all = runs.flatMap(({ worksheet }) => Object.entries(worksheet.parties))
    const own = all.filter(([party]) => party === manager).map(([, totals]) => totals)
    const toManager = moneySum(own.map(({ received }) => received))
    const capital = moneySum(all.map(([, totals]) => totals.capital))
    const ownCapital = moneySum(own.map((totals) => totals.capital))
    Object.assign(amounts, {
      paidIn,
      distributed,
      capitalReturned: capital,
      ...(preferredDue && { preferredDue: inFen(preferredDue) }),
      preferredReturn: sum(['preferred', 'stated-preferred', 'preference'], ({ preferred }) => sumsOf(preferred)),
      catchUp: sum(['catch-up'], (tier) => tier.carry),
      catchUpToInvestors: sum(['catch-up'], ({ gain }) => sumsOf(gain)),
      splitToInvestors: sum(['split'], ({ gain }) => sumsOf(gain)),
      splitToManager: sum(['split'], (tier) => tier.carry),
      gain: distributed.minus(capital),
      gainToInvestors: distributed.minus(capital).minus(toManager).plus(ownCapital),
      gainToManager: toManager.minus(ownCapital),
      totalToInvestors: distributed.minus(toManager),
      totalToManager: toManager,
      unreturned: moneySum(all.map(([, { unreturned }]) => unreturned)),
      undistributed: moneySum(runs.flatMap(({ worksheet }) => worksheet.distributions.map(({ money }) => money.left))),
    })
  }
  amounts['carry'] = carry
  if (conceded.some((list) => list.length > 0)) amounts['conceded'] = moneySum(conceded.flat().map(({ amount }) => amount))
  const worksheet: Worksheet = Object.fromEntries(
    Object.entries(amounts)
      .filter(([name, amount]) => !(SHOWN_ABOVE_ZERO.has(name) && amount.isZero()))
      .map(([name, amount]) => [name, amountOf(amount, source)]),
  )
  if (distribution.clawBack !== undefined) {
    const { carryDue, limit, amount } = distribution.clawBack
    worksheet['carryDue'] = amountOf(inFen(carryDue), clawBack)
    worksheet['clawBackLimit'] = amountOf(inFen(limit), clawBack)
    worksheet['clawBack'] = amountOf(amount, clawBack)
  }
  return worksheet
}

const partsOf = (runs: readonly Run[]): readonly TierMoney[] =>
  runs.flatMap(({ worksheet }) => worksheet.distributions.flatMap(({ money }) => money.tiers))

/** DPI, TVPI and, where all flows are dated, IRR of a fund. */
export function measuresOf(
  flows: readonly FundFlow<Moment>[],
  { paidIn, distributed }: Distribution,
  held: Decimal,
  source: MaybeSource,
): Worksheet {
  const isDated = flows.every(({ at }) => typeof at === 'string')
  const into = flows.flatMap((flow) => ('paidIn' in flow ? [{ date: flow.at as CalendarDate, amount: sumsOf(flow.paidIn) }] : []))
  const out = flows.flatMap((flow) => ('proceeds' in flow ? [{ date: flow.at as CalendarDate, amount: flow.proceeds }] : []))
  const { internalRate, ...found }: Partial<FundMeasures> = isDated
    ? measured({ paidIn: into, paidOut: out, held }, 'actual/365', IRR_PLACES)
    : multiples(paidIn, distributed, held)
  const worksheet: Worksheet = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, { kind: 'number', value, source }]))
  if (internalRate?.solution === 'one') worksheet['internalRate'] = { kind: 'rate', value: internalRate.rate, source }
  return worksheet
}

const IRR_PLACES = 8

/** Who is paid what in each tier, who concedes what to whom, and who has back what the manager gives back. */
export function sharesOf({ runs, conceded, clawBack }: Distribution, about: Description): Extras {
  const shares = runs.flatMap(({ deal, worksheet: { distributions } }) =>
    distributions.flatMap(({ at, money }) => {
      const item = deal ?? (distributions.length > 1 ? momentText(at) : undefined)
      return money.tiers.flatMap((tier, index) => tierShares(tier, about.tiers[index] as Described, about.manager, item))
    }),
  )
  const concessions = conceded.flatMap((list, index) => list.flatMap((one) => concessionShares(one, about.concessions[index] ?? {})))
  const returned = Object.entries(clawBack?.returned ?? {}).map(([party, amount]) => ({
    party,
    amount: moneyText(amount),
    of: 'claw-back',
    label: { zh: '业绩报酬回拨', en: 'claw-back of carry' },
    source: about.clawBack,
  }))
  return { shares: [...shares, ...concessions], ...(returned.length === 0 ? {} : { returned }) }
}

const momentText = (at: Moment): string => (typeof at === 'string' ? at : fractionText(at))

function tierShares(tier: TierMoney, { id, label, source }: Described, manager: Party, item: string | undefined): ShareAnswer[] {
  const { zh, en } = typeof label === 'string' ? { zh: label, en: label } : label
  const parties = [...new Set([tier.capital, tier.preferred, tier.gain].flatMap(Object.keys))]
  const own = parties.map((party): ShareAnswer => {
    const amount = moneySum([tier.capital, tier.preferred, tier.gain].map((money) => money[party] ?? ZERO))
    return { party, amount: moneyText(amount), of: id, label: { zh, en }, ...(item === undefined ? {} : { item }), source }
  })
  const carry: ShareAnswer = {
    party: manager,
    amount: moneyText(tier.carry),
    of: `${id}:carry`,
    label: { zh: `${zh}，业绩报酬`, en: `${en}, carry` },
    ...(item === undefined ? {} : { item }),
    source,
  }
  return [...own, carry].filter(({ amount }) => amount !== '0.00')
}

function concessionShares({ from, amount, to }: ConcededAmount, source: MaybeSource): ShareAnswer[] {
  const about = { of: 'concession', label: { zh: '让利', en: 'concession' }, source }
  return [
    { party: from, amount: moneyText(amount.negated()), ...about },
    ...Object.entries(to).map(([party, part]) => ({ party, amount: moneyText(part), ...about, of: `concession:${from}` })),
  ]
}

/** Where each party stands in the end: what it received in all, what it conceded or had by concession included, and the capital it has lost. */
export function partiesOf({ runs, conceded }: Distribution, source: MaybeSource): Worksheet {
  const names = [
    ...new Set([
      ...runs.flatMap(({ worksheet }) => Object.keys(worksheet.parties)),
      ...conceded.flat().flatMap(({ to }) => Object.keys(to)),
    ]),
  ]
  return Object.fromEntries(
    names.flatMap((party) => {
      const totals = runs.flatMap(({ worksheet }) => worksheet.parties[party] ?? [])
      const given = conceded.flat().map(({ from, amount, to }) => (to[party] ?? ZERO).minus(from === party ? amount : ZERO))
      const received = moneySum([...totals.map((one) => one.received), ...given])
      const lost = moneySum(totals.map((one) => one.unreturned))
      const name = Object.hasOwn(PARTIES, party) ? PARTIES[party] : undefined
      const label = (zh: string, en: string): Text => ({ zh: `${name?.zh ?? party}${zh}`, en: `${en} ${name?.en ?? party}` })
      const entries: [string, WorksheetValue][] = [
        [`received.${party}`, { ...amountOf(received, source), label: label('合计分得', 'received by') }],
      ]
      if (!lost.isZero())
        entries.push([`unreturned.${party}`, { ...amountOf(lost, source), label: label('未收回本金', 'capital not returned to') }])
      return entries
    }),
  )
}
