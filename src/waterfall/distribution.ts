import { allocate } from '../money/allocation.js'
import { type Decimal, ZERO } from '../money/decimal.js'
import { type Fraction, fraction, higher, isNegative, isZero, minus, plus, zero } from '../money/fraction.js'
import { type Account, preferredDue, unreturned, type Years } from './account.js'
import { fenInTurn } from './fen.js'
import { addParties, type Money, mapParties, moneySum, type Party, type Shares, sumOf } from './parties.js'
import { fillTier, partiesOf, type Standing, type Tier, type TierKind, type TierPart } from './tiers.js'

export interface Waterfall<Moment> {
  readonly tiers: readonly Tier[]
  /** Who has the carry; where it is an investor too, its own money stands among the investors. */
  readonly manager: Party
  readonly years: Years<Moment>
  /** Who has the odd fen of each distribution; without one the largest parts cut off have it. */
  readonly oddFenTo?: Party
}

/** Money in or out of the fund, in whole fen, in order of time; on one day in the order listed. */
export type FundFlow<Moment> = { readonly at: Moment; readonly paidIn: Money } | { readonly at: Moment; readonly proceeds: Decimal }

/** What one tier paid in whole fen. */
export interface TierMoney {
  readonly kind: TierKind
  readonly amount: Decimal
  readonly capital: Money
  readonly preferred: Money
  readonly gain: Money
  readonly carry: Decimal
}

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

/** What a party paid in and has had by the last flow, in fen. `received` sums the rest; `carry` is zero for all but the manager. */
export interface PartyTotals {
  readonly paidIn: Decimal
  readonly capital: Decimal
  readonly preferred: Decimal
  readonly gain: Decimal
  readonly carry: Decimal
  readonly received: Decimal
  /** Capital not yet returned; once the fund has ended, the party's loss. */
  readonly unreturned: Decimal
}

export interface FundWorksheet<Moment> {
  readonly distributions: readonly DistributionWorksheet<Moment>[]
  readonly parties: Readonly<Record<Party, PartyTotals>>
  /** All that was distributed but returned capital. */
  readonly gain: Decimal
  readonly carryPaid: Decimal
}

/** A party's account and totals while the flows run. */
interface Holding<Moment> {
  readonly account: Account<Moment>
  readonly paidIn: Decimal
  readonly capital: Decimal
  readonly preferred: Decimal
  readonly gain: Decimal
}

interface Fund<Moment> {
  readonly holdings: Readonly<Record<Party, Holding<Moment>>>
  readonly carryPaid: Decimal
}

/** Years of undated flows, whose moments are years since any one start. */
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
  const names = namesOf(waterfall, flows)
  let fund: Fund<Moment> = { holdings: Object.fromEntries(names.map((party) => [party, emptyHolding])), carryPaid: ZERO }
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

const emptyHolding = { account: { drawdowns: [], payments: [] }, paidIn: ZERO, capital: ZERO, preferred: ZERO, gain: ZERO } as const

function namesOf<Moment>({ tiers, manager }: Waterfall<Moment>, flows: readonly FundFlow<Moment>[]): readonly Party[] {
  const paying = flows.flatMap((flow) => ('paidIn' in flow ? Object.keys(flow.paidIn) : []))
  const paid = tiers.flatMap((tier) => ('of' in tier ? tier.of : partiesOf(tier.among)))
  return [...new Set([...paying, ...paid, manager])]
}

function drawn<Moment>(fund: Fund<Moment>, { at, paidIn }: { readonly at: Moment; readonly paidIn: Money }): Fund<Moment> {
  const holdings = mapParties(fund.holdings, (holding, party) => {
    const amount = paidIn[party]
    if (amount === undefined) return holding
    if (amount.isNegative() || amount.decimalPlaces() > 2)
      throw new RangeError(`expected a drawdown of zero or more in whole fen from ${party}, received ${amount.toFixed()}`)
    const { drawdowns, payments } = holding.account
    return {
      ...holding,
      account: { drawdowns: [...drawdowns, { at, amount }], payments },
      paidIn: holding.paidIn.plus(amount),
    }
  })
  return { ...fund, holdings }
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

/** What is owed and paid once the tiers so far have paid. */
function standingOf<Moment>(
  { manager, years }: Waterfall<Moment>,
  { holdings, carryPaid }: Fund<Moment>,
  at: Moment,
  parts: readonly TierPart[],
): Standing {
  const capital = addParties(parts.map((part) => part.capital))
  const preferred = addParties(parts.map((part) => part.preferred))
  const gain = addParties(parts.map((part) => part.gain))
  const carry = plus(fraction(carryPaid), sumOf(parts.map((part) => part.carry)))
  const of = (amounts: Shares, party: Party): Fraction => amounts[party] ?? zero
  const preferredPaid = mapParties(holdings, (holding, party) => plus(fraction(holding.preferred), of(preferred, party)))
  const gainPaid = mapParties(holdings, (holding, party) => plus(fraction(holding.gain), of(gain, party)))
  return {
    paidIn: mapParties(holdings, ({ paidIn }) => fraction(paidIn)),
    received: mapParties(holdings, (holding, party) =>
      sumOf([
        fraction(holding.capital),
        of(capital, party),
        of(preferredPaid, party),
        of(gainPaid, party),
        party === manager ? carry : zero,
      ]),
    ),
    unreturned: mapParties(holdings, ({ account }, party) => minus(fraction(unreturned(account)), of(capital, party))),
    preferredPaid,
    preferredDue: (terms, party) => {
      const account = holdings[party]?.account ?? emptyHolding.account
      return higher(minus(preferredDue(account, terms, at, years), of(preferred, party)), zero)
    },
    gain: sumOf([...Object.values(preferredPaid), ...Object.values(gainPaid), carry]),
    carryPaid: carry,
  }
}

/** The four things a party can be paid for in one tier, in the order of the money. */
function piecesOf(part: TierPart, party: Party, manager: Party): readonly Fraction[] {
  return [part.capital[party] ?? zero, part.preferred[party] ?? zero, part.gain[party] ?? zero, party === manager ? part.carry : zero]
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

/** The fund after a distribution. A party owed nothing more starts a new account, so that neither fen cut off nor days counted twice earn anything. */
function settled<Moment>(
  waterfall: Waterfall<Moment>,
  fund: Fund<Moment>,
  { at, tiers, money }: DistributionWorksheet<Moment>,
): Fund<Moment> {
  const after = standingOf(waterfall, fund, at, tiers)
  const holdings = mapParties(fund.holdings, (holding, party): Holding<Moment> => {
    const sum = (piece: 'capital' | 'preferred' | 'gain'): Decimal => moneySum(money.tiers.flatMap((tier) => tier[piece][party] ?? []))
    const owing = unreturned(holding.account)
    // Who has the odd fen may have more of it than is left of its capital: that is gain.
    const capital = sum('capital').greaterThan(owing) ? owing : sum('capital')
    const preferred = sum('preferred')
    const owed = waterfall.tiers.some(
      (tier) => tier.kind === 'preferred' && tier.of.includes(party) && !isZero(after.preferredDue(tier, party)),
    )
    const { drawdowns, payments } = holding.account
    return {
      account:
        !owed && isZero(after.unreturned[party] ?? zero)
          ? emptyHolding.account
          : { drawdowns, payments: [...payments, { at, capital, preferred }] },
      paidIn: holding.paidIn,
      capital: holding.capital.plus(capital),
      preferred: holding.preferred.plus(preferred),
      gain: moneySum([holding.gain, sum('gain'), sum('capital').minus(capital)]),
    }
  })
  return { holdings, carryPaid: fund.carryPaid.plus(moneySum(money.tiers.map(({ carry }) => carry))) }
}

function totalsOf<Moment>({ account, paidIn, capital, preferred, gain }: Holding<Moment>, carry: Decimal): PartyTotals {
  return {
    paidIn,
    capital,
    preferred,
    gain,
    carry,
    received: moneySum([capital, preferred, gain, carry]),
    unreturned: unreturned(account),
  }
}
