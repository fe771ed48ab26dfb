import { type Decimal, ZERO } from '../money/decimal.js'
import { fraction, higher, isZero, minus, plus, zero } from '../money/fraction.js'
import { type Account, preferredDue, unreturned, type Years } from './account.js'
import { addParties, amountOf, heldBy, type Money, mapParties, moneySum, type Party, sumOf } from './parties.js'
import type { Standing, Tier, TierKind, TierPart } from './tiers.js'

export interface Waterfall<Moment> {
  readonly tiers: readonly Tier[]
  /** Who has the carry; where it is an investor too, its own money stands among the investors. */
  readonly manager: Party
  readonly years: Years<Moment>
  /** Who has the odd fen of each distribution in which it has a part; in others, and where nobody is named, the largest parts cut off have it. */
  readonly oddFenTo?: Party
}

/** What one tier paid in whole fen. */
export interface TierMoney {
  readonly kind: TierKind
  readonly amount: Decimal
  readonly capital: Money
  readonly preferred: Money
  readonly gain: Money
  readonly carry: Decimal
}

/** A distribution: its tiers exactly, and what they paid. */
export interface PaidTiers<Moment> {
  readonly at: Moment
  readonly tiers: readonly TierPart[]
  readonly money: { readonly tiers: readonly TierMoney[] }
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

/** A party's account and totals while the flows run. */
interface Holding<Moment> {
  readonly account: Account<Moment>
  readonly paidIn: Decimal
  readonly capital: Decimal
  readonly preferred: Decimal
  readonly gain: Decimal
}

/** What every party has paid in and had, and the carry the manager has had. */
export interface Fund<Moment> {
  readonly holdings: Readonly<Record<Party, Holding<Moment>>>
  readonly carryPaid: Decimal
}

/** A fund of these parties before its first flow. */
export function fundOf<Moment>(parties: readonly Party[]): Fund<Moment> {
  return { holdings: Object.fromEntries(parties.map((party) => [party, emptyHolding])), carryPaid: ZERO }
}

const emptyHolding = { account: { drawdowns: [], payments: [] }, paidIn: ZERO, capital: ZERO, preferred: ZERO, gain: ZERO } as const

/** The fund after money was paid in. RangeError for an amount that is negative or not in whole fen. */
export function drawn<Moment>(fund: Fund<Moment>, { at, paidIn }: { readonly at: Moment; readonly paidIn: Money }): Fund<Moment> {
  const holdings = mapParties(fund.holdings, (holding, party) => {
    const amount = heldBy(paidIn, party)
    if (amount === undefined) return holding
    if (amount.lessThan(ZERO) || amount.decimalPlaces() > 2)
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

/** What is owed and paid once the tiers so far have paid. */
export function standingOf<Moment>(
  { years }: Waterfall<Moment>,
  { holdings, carryPaid }: Fund<Moment>,
  at: Moment,
  parts: readonly TierPart[],
): Standing {
  const capital = addParties(parts.map((part) => part.capital))
  const preferred = addParties(parts.map((part) => part.preferred))
  const gain = addParties(parts.map((part) => part.gain))
  const carry = plus(fraction(carryPaid), sumOf(parts.map((part) => part.carry)))
  const preferredPaid = mapParties(holdings, (holding, party) => plus(fraction(holding.preferred), amountOf(preferred, party)))
  const gainPaid = mapParties(holdings, (holding, party) => plus(fraction(holding.gain), amountOf(gain, party)))
  return {
    paidIn: mapParties(holdings, ({ paidIn }) => fraction(paidIn)),
    received: mapParties(holdings, (holding, party) =>
      sumOf([fraction(holding.capital), amountOf(capital, party), amountOf(preferredPaid, party), amountOf(gainPaid, party)]),
    ),
    unreturned: mapParties(holdings, ({ account }, party) => minus(fraction(unreturned(account)), amountOf(capital, party))),
    preferredPaid,
    preferredDue: (terms, party) => {
      const account = heldBy(holdings, party)?.account ?? emptyHolding.account
      return higher(minus(preferredDue(account, terms, at, years), amountOf(preferred, party)), zero)
    },
    gain: sumOf([...Object.values(preferredPaid), ...Object.values(gainPaid), carry]),
    carryPaid: carry,
  }
}

/** The fund after a distribution. A party owed nothing more starts a new account, so that neither fen cut off nor days counted twice earn anything. */
export function settled<Moment>(waterfall: Waterfall<Moment>, fund: Fund<Moment>, { at, tiers, money }: PaidTiers<Moment>): Fund<Moment> {
  const after = standingOf(waterfall, fund, at, tiers)
  const holdings = mapParties(fund.holdings, (holding, party): Holding<Moment> => {
    const sum = (piece: 'capital' | 'preferred' | 'gain'): Decimal =>
      moneySum(money.tiers.flatMap((tier) => heldBy(tier[piece], party) ?? []))
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
        !owed && isZero(amountOf(after.unreturned, party))
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

/** What a party has had; the carry is the manager's. */
export function totalsOf<Moment>({ account, paidIn, capital, preferred, gain }: Holding<Moment>, carry: Decimal): PartyTotals {
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
