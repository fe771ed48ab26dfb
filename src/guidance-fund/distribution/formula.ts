import { allocate } from '../../money/allocation.js'
import { type Decimal, ZERO } from '../../money/decimal.js'
import { type Fraction, fraction, higher, isZero, minus, one, plus, times, zero } from '../../money/fraction.js'
import { type PreferredReturn, preferredDue, type Years } from '../../waterfall/account.js'
import { type ClawBackWorksheet, clawBack } from '../../waterfall/claw-back.js'
import { type FundFlow, type FundWorksheet, runWaterfall } from '../../waterfall/distribution.js'
import { inFen } from '../../waterfall/fen.js'
import { amountOf, inProportion, type Money, moneySum, type Party, type Shares, sumOf } from '../../waterfall/parties.js'
import { partiesOf, type Tier } from '../../waterfall/tiers.js'
import { type Holder, type Moment, type StatedDeal, together } from './facts.js'

/** What some parties concede of their own gain, ready to be worked out. */
export interface Concession {
  readonly by: readonly Party[]
  readonly share: Fraction
  /** Only what exceeds this return on their money. */
  readonly above?: PreferredReturn
  readonly to: Shares
}

/** A document's waterfall for the parties of one fund. */
export interface Rule {
  readonly manager: Party
  readonly tiers: readonly Tier[]
  readonly years: Years<Moment>
  readonly oddFenTo?: Party
  readonly concessions: readonly Concession[]
  /** Share of the carry that went to tax; absent where nothing is clawed back. */
  readonly taxShare?: Fraction
}

/** One run of flows through the tiers: the fund's, or a deal's by itself. */
export interface Run {
  readonly deal?: string
  readonly worksheet: FundWorksheet<Moment>
}

export interface ConcededAmount {
  readonly from: Party
  readonly amount: Decimal
  readonly to: Money
}

export interface Distribution {
  readonly runs: readonly Run[]
  /** What each deal brought and the carry on it. */
  readonly deals: readonly { readonly id: string; readonly gain: Decimal; readonly carry: Decimal }[]
  readonly distributed: Decimal
  readonly paidIn: Decimal
  /** Preferred return earned, paid or not; absent where no tier has one. */
  readonly preferredDue?: Fraction
  /** Carry: paid by the tiers, or as stated for deals. */
  readonly carry: Decimal
  readonly conceded: readonly (readonly ConcededAmount[])[]
  readonly clawBack?: ClawBackWorksheet & { readonly amount: Decimal; readonly returned: Money }
}

/** The flows of a whole fund, through its tiers together. */
export function wholeFund(rule: Rule, flows: readonly FundFlow<Moment>[], weights: Shares): Distribution {
  const worksheet = runWaterfall(rule, flows)
  const gain = moneySum([worksheet.gain, ...Object.values(worksheet.parties).map(({ unreturned }) => unreturned.negated())])
  return completed(rule, [{ worksheet }], { carry: worksheet.carryPaid, gain, whole: worksheet }, flows, weights)
}

/** By what the gain of a fund goes to its holders; one holder has it all. */
export function weightsOf(holders: readonly Holder[]): Shares {
  const [only] = holders
  if (holders.length === 1 && only !== undefined) return { [only.name]: one }
  return Object.fromEntries(holders.map(({ name, contribution }) => [name, fraction(contribution)]))
}

/** Each deal's flows through the tiers by itself; the carry of a deal is what was really paid, where that is stated. */
export function dealByDeal(rule: Rule, deals: readonly StatedDeal[], weights: Shares): Distribution {
  const runs = deals.flatMap(({ id, flows }) => (flows === undefined ? [] : [{ deal: id, worksheet: runWaterfall(rule, flows.flows) }]))
  const settled = deals.map(({ id, gain, carryPaid }) => {
    const run = runs.find(({ deal }) => deal === id)
    return { id, gain, carry: carryPaid ?? run?.worksheet.carryPaid ?? ZERO }
  })
  const flows = together(deals.flatMap((deal) => deal.flows ?? []))
  const whole = runs.length === deals.length ? runWaterfall(rule, flows) : undefined
  const outcome = { carry: moneySum(settled.map(({ carry }) => carry)), gain: moneySum(settled.map(({ gain }) => gain)), whole }
  return { ...completed(rule, runs, outcome, flows, weights), deals: settled }
}

/** Shares that sum to one among some parties, by weights; undefined where none of them has any. */
export function sharesAmong(parties: readonly Party[], weights: Shares): Shares | undefined {
  const own = Object.fromEntries(parties.map((party) => [party, amountOf(weights, party)]))
  return Object.values(own).every(isZero) ? undefined : inProportion(one, own)
}

interface Outcome {
  readonly carry: Decimal
  readonly gain: Decimal
  /** All flows through the tiers together, where they are stated. */
  readonly whole: FundWorksheet<Moment> | undefined
}

function completed(
  rule: Rule,
  runs: readonly Run[],
  { carry, gain, whole }: Outcome,
  flows: readonly FundFlow<Moment>[],
  weights: Shares,
): Distribution {
  const worksheets = runs.map(({ worksheet }) => worksheet)
  const totals = worksheets.flatMap(({ parties }) => Object.values(parties))
  const result = {
    runs,
    deals: [],
    distributed: moneySum(totals.map(({ received }) => received)),
    paidIn: moneySum(totals.map(({ paidIn }) => paidIn)),
    ...preferredOf(rule.tiers, worksheets),
    carry,
    conceded: rule.concessions.map((concession) => conceded(concession, rule, worksheets, flows)),
  }
  if (rule.taxShare === undefined) return result
  const worked = clawBack(fraction(carry), fraction(carryDue(rule, gain, whole)), rule.taxShare)
  const amount = inFen(worked.clawBack)
  return { ...result, clawBack: { ...worked, amount, returned: byWeights(amount, weights) } }
}

/** A sum in whole fen, in proportion to weights. */
function byWeights(amount: Decimal, weights: Shares): Money {
  const parties = Object.keys(weights)
  if (amount.isZero()) return {}
  const parts = allocate(amount, Object.values(weights))
  return Object.fromEntries(parties.map((party, index) => [party, parts[index] ?? ZERO]))
}

/**
 * Carry due on the whole fund at the end: the gain of the fund, after its losses, through the tiers behind the capital.
 *
 * What investors are preferred by is what all flows together earned them, paid or not. Nothing on a loss.
 */
function carryDue({ tiers, manager, years }: Rule, gain: Decimal, whole: FundWorksheet<Moment> | undefined): Decimal {
  if (!gain.greaterThan(ZERO)) return ZERO
  const among = { gain: one }
  const behind = tiers.flatMap((tier, index): Tier[] => {
    const { kind } = tier
    if (kind === 'capital') return []
    if (kind === 'preference' || kind === 'preferred') return [{ kind: 'stated-preferred', amount: preferredIn(whole, index), among }]
    return [{ ...tier, among }]
  })
  return runWaterfall<Moment>({ tiers: behind, manager, years }, [{ at: zero, proceeds: gain }]).carryPaid
}

function preferredOf(tiers: readonly Tier[], worksheets: readonly FundWorksheet<Moment>[]): { readonly preferredDue?: Fraction } {
  const own = tiers.flatMap(({ kind }, index) => (kind === 'preferred' || kind === 'stated-preferred' ? [index] : []))
  if (own.length === 0 || worksheets.length === 0) return {}
  return { preferredDue: sumOf(own.flatMap((index) => worksheets.map((worksheet) => preferredIn(worksheet, index)))) }
}

/** What one tier preferred investors by: paid before the last distribution, and due at it. */
function preferredIn(whole: FundWorksheet<Moment> | undefined, tier: number): Fraction {
  const parts = (whole?.distributions ?? []).map(({ tiers }) => tiers[tier])
  return parts.reduce((sum, part, index) => {
    const own = sumOf(Object.values(part?.preferred ?? {}))
    const last = index === parts.length - 1
    return plus(sum, last && part?.kind !== 'preference' ? (part?.due ?? own) : own)
  }, zero)
}

/** Own gain of a party: what it received beyond what it paid in, carry apart; zero until its capital is back. */
function ownGain(party: Party, worksheets: readonly FundWorksheet<Moment>[]): Decimal {
  const net = worksheets.flatMap(({ parties }) => {
    const own = parties[party]
    return own === undefined ? [] : [own.received.minus(own.carry).minus(own.paidIn)]
  })
  const sum = moneySum(net)
  return sum.greaterThan(ZERO) ? sum : ZERO
}

function conceded(
  { by, share, above, to }: Concession,
  { years }: Rule,
  worksheets: readonly FundWorksheet<Moment>[],
  flows: readonly FundFlow<Moment>[],
): readonly ConcededAmount[] {
  return by.flatMap((from) => {
    const gain = fraction(ownGain(from, worksheets))
    const kept = above === undefined ? zero : earned(from, above, worksheets, flows, years)
    const amount = inFen(times(share, higher(minus(gain, kept), zero)))
    return amount.isZero() ? [] : [{ from, amount, to: byWeights(amount, to) }]
  })
}

/** What a party's money would have earned at a rate until the last flow, each part from its drawdown until it was returned. */
function earned(
  party: Party,
  terms: PreferredReturn,
  worksheets: readonly FundWorksheet<Moment>[],
  flows: readonly FundFlow<Moment>[],
  years: Years<Moment>,
): Fraction {
  const last = flows.at(-1)
  if (last === undefined) return zero
  const drawdowns = flows.flatMap((flow) => ('paidIn' in flow ? [{ at: flow.at, amount: flow.paidIn[party] ?? ZERO }] : []))
  const payments = worksheets.flatMap(({ distributions }) =>
    distributions.map(({ at, money }) => ({
      at,
      capital: moneySum(money.tiers.map(({ capital }) => capital[party] ?? ZERO)),
      preferred: ZERO,
    })),
  )
  return preferredDue({ drawdowns, payments }, terms, last.at, years)
}

/**
 * The tiers with every gain that goes by contribution as fixed shares; undefined where nobody is there to share it.
 *
 * Needed where nobody paid into the flows at hand: a pool of profit, a single deal.
 */
export function byContribution(tiers: readonly Tier[], weights: Shares): readonly Tier[] | undefined {
  const fixed = tiers.flatMap((tier): Tier[] => {
    if (!('among' in tier) || !Array.isArray(tier.among)) return [tier]
    const among = sharesAmong(tier.among as readonly Party[], weights)
    return among === undefined ? [] : [{ ...tier, among }]
  })
  return fixed.length === tiers.length ? fixed : undefined
}

/** Whether everyone who shares a gain by what was paid in includes somebody who had paid in before the first money came out. */
export function someonePaidIn(tiers: readonly Tier[], flows: readonly FundFlow<Moment>[]): boolean {
  const first = flows.findIndex((flow) => 'proceeds' in flow)
  const before = flows.slice(0, first).flatMap((flow) => ('paidIn' in flow ? Object.entries(flow.paidIn) : []))
  const paid = new Set(before.filter(([, amount]) => !amount.isZero()).map(([party]) => party))
  return tiers.every((tier) => !('among' in tier) || !Array.isArray(tier.among) || partiesOf(tier.among).some((party) => paid.has(party)))
}

/** The first tier that pays others capital or a return while some public money is not yet back and has no part in it; below zero where none does. */
export function firstPromise(tiers: readonly Tier[], publicParties: readonly Party[]): number {
  return tiers.findIndex((tier, index) => {
    if (tier.kind === 'catch-up' || tier.kind === 'split') return false
    const paid = paidBy(tier)
    const before = tiers
      .slice(0, index)
      .flatMap((earlier) => (earlier.kind === 'capital' || earlier.kind === 'preference' ? earlier.of : []))
    const waiting = publicParties.some((party) => !paid.includes(party) && !before.includes(party))
    return waiting && paid.some((party) => !publicParties.includes(party))
  })
}

const paidBy = (tier: Tier): readonly Party[] => ('of' in tier ? tier.of : partiesOf(tier.among))
