import { allocate } from '../money/allocation.js'
import { type Decimal, ZERO } from '../money/decimal.js'
import { type Fraction, fraction, isNegative, isZero, minus, zero } from '../money/fraction.js'
import { fenInTurn } from './fen.js'
import { drawn, type Fund, fundOf, type PartyTotals, settled, standingOf, type TierMoney, totalsOf, type Waterfall } from './fund.js'
import { amountOf, type Money, mapParties, moneySum, type Party, sumOf } from './parties.js'
import { fillTier, partiesOf, type TierPart } from './tiers.js'

/** Money in or out of the fund, in whole fen, in order of time; on one day in the order listed. */
export type FundFlow<Moment> = { readonly at: Moment; readonly paidIn: Money } | { readonly at: Moment; readonly proceeds: Decimal }

export interface DistributionWorksheet<Moment> {
  readonly at: Moment
  readonly proceeds: Decimal
  /** Each tier exactly, from what was really paid before. */
  readonly tiers: readonly TierPart[]
  /** What no tier took. */
  readonly left: Fraction
  readonly money: {
    readonly tiers: readonly TierMoney[]
    /** What each party is paid, rounded once. */
    readonly parties: Money
    readonly left: Decimal
  }
}

export interface FundWorksheet<Moment> {
  readonly distributions: readonly DistributionWorksheet<Moment>[]
  readonly parties: Readonly<Record<Party, PartyTotals>>
  /** All that was distributed but returned capital. */
  readonly gain: Decimal
  readonly carryPaid: Decimal
}

/**
 * Years of undated flows, whose moments are years since any one start.
 *
 * @internal What the documents' waterfalls are tested against.
 */
export function yearsApart(from: Fraction, until: Fraction): Fraction {
  return minus(until, from)
}

/**
 * A fund's drawdowns and distributions in order of time: every distribution runs through the same tiers, exactly, with what earlier ones really paid.
 *
 * Each distribution is rounded once per party, half up to the fen; the amounts and what is left add up to the proceeds. Only capital returned and preferred
 * return paid lower a later preferred return: gain received beyond them does not.
 *
 * RangeError for flows out of order, negative money, a sum finer than a fen, or what a tier refuses.
 */
export function runWaterfall<Moment>(waterfall: Waterfall<Moment>, flows: readonly FundFlow<Moment>[]): FundWorksheet<Moment> {
  let fund: Fund<Moment> = fundOf(namesOf(waterfall, flows))
  const distributions: DistributionWorksheet<Moment>[] = []
  flows.forEach((flow, index) => {
    const before = flows[index - 1]
    if (before !== undefined && isNegative(waterfall.years(before.at, flow.at))) throw new RangeError('expected flows in order of time')
    if ('paidIn' in flow) fund = drawn(fund, flow)
    else {
      const worksheet = distribute(waterfall, fund, flow)
      distributions.push(worksheet)
      fund = settled(waterfall, fund, worksheet)
    }
  })
  const { holdings, carryPaid } = fund
  const gain = moneySum(Object.values(holdings).flatMap((holding) => [holding.preferred, holding.gain]))
  return {
    distributions,
    parties: mapParties(holdings, (holding, party) => totalsOf(holding, party === waterfall.manager ? carryPaid : ZERO)),
    gain: gain.plus(carryPaid),
    carryPaid,
  }
}

function namesOf<Moment>({ tiers, manager }: Waterfall<Moment>, flows: readonly FundFlow<Moment>[]): readonly Party[] {
  const paying = flows.flatMap((flow) => ('paidIn' in flow ? Object.keys(flow.paidIn) : []))
  const paid = tiers.flatMap((tier) => ('of' in tier ? tier.of : partiesOf(tier.among)))
  return [...new Set([...paying, ...paid, manager])]
}

function distribute<Moment>(
  waterfall: Waterfall<Moment>,
  fund: Fund<Moment>,
  { at, proceeds }: { readonly at: Moment; readonly proceeds: Decimal },
): DistributionWorksheet<Moment> {
  let left = fraction(proceeds)
  const parts: TierPart[] = []
  for (const tier of waterfall.tiers) {
    const part = fillTier(tier, left, standingOf(waterfall, fund, at, parts))
    left = minus(left, part.amount)
    parts.push(part)
  }
  return { at, proceeds, tiers: parts, left, money: inMoney(waterfall, Object.keys(fund.holdings), parts, left, proceeds) }
}

/** The four things a party can be paid for in one tier, in the order of the money. */
function piecesOf(part: TierPart, party: Party, manager: Party): readonly Fraction[] {
  return [amountOf(part.capital, party), amountOf(part.preferred, party), amountOf(part.gain, party), party === manager ? part.carry : zero]
}

function inMoney<Moment>(
  { manager, oddFenTo }: Waterfall<Moment>,
  names: readonly Party[],
  parts: readonly TierPart[],
  left: Fraction,
  proceeds: Decimal,
): DistributionWorksheet<Moment>['money'] {
  const exact = names.map((party) => parts.flatMap((part) => piecesOf(part, party, manager)))
  const weights = [...exact.map(sumOf), left]
  const bearer = oddFenTo === undefined ? -1 : names.indexOf(oddFenTo)
  const totals = proceeds.isZero()
    ? weights.map(() => ZERO)
    : allocate(proceeds, weights, isZero(weights[bearer] ?? zero) ? {} : { remainderTo: bearer })
  const cells = new Map(names.map((party, index) => [party, fenInTurn(exact[index] as Fraction[], totals[index] as Decimal)]))
  const cell = (party: Party, tier: number, piece: number): Decimal => cells.get(party)?.[tier * 4 + piece] ?? ZERO
  return {
    tiers: parts.map((part, tier) => {
      const capital = mapParties(part.capital, (_, party) => cell(party, tier, 0))
      const preferred = mapParties(part.preferred, (_, party) => cell(party, tier, 1))
      const gain = mapParties(part.gain, (_, party) => cell(party, tier, 2))
      const carry = cell(manager, tier, 3)
      const amount = moneySum([...Object.values(capital), ...Object.values(preferred), ...Object.values(gain), carry])
      return { kind: part.kind, amount, capital, preferred, gain, carry }
    }),
    parties: Object.fromEntries(names.map((party, index) => [party, totals[index] as Decimal])),
    left: totals[names.length] as Decimal,
  }
}
