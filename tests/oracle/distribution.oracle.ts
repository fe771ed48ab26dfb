import { add, divide, type Exact, exact, least, most, multiply, NOTHING, subtract } from './exact.js'

/** A fund as its agreement has it, in whole fen and years; one drawdown of each party, one distribution. */
export interface OracleAgreement {
  /** Who is paid back first, second, …: the parties of each group in proportion. */
  readonly order: readonly (readonly number[])[]
  readonly contributions: readonly bigint[]
  readonly years: number
  readonly rate: Exact
  readonly interest: 'simple' | 'compound' | 'none'
  /** Share of the catch-up that goes to the manager; none where there is no catch-up. */
  readonly toManager: Exact | undefined
  readonly carry: Exact
  /** Share of its own gain that a party concedes, of all of it or of the part above a simple rate. */
  readonly conceded: Exact
  readonly above: Exact | undefined
}

export interface OracleAnswer {
  readonly capital: readonly Exact[]
  readonly preferred: readonly Exact[]
  readonly catchUp: Exact
  readonly gain: readonly Exact[]
  readonly carry: Exact
}

const ONE = exact(1n)
const sum = (list: readonly Exact[]): Exact => list.reduce(add, NOTHING)
const power = (base: Exact, times: number): Exact => (times === 0 ? ONE : multiply(base, power(base, times - 1)))

/** The distribution worked out on paper: each level is filled by searching where the money ends, never by the formula of a tier. */
export function oracleAgreement(agreement: OracleAgreement, proceeds: bigint): OracleAnswer {
  const { order, contributions, years, rate, interest, toManager, carry } = agreement
  const none = contributions.map(() => NOTHING)
  const paidIn = contributions.map((amount) => exact(amount))
  const whole = sum(paidIn)
  let left = exact(proceeds)
  const take = (due: readonly Exact[]): readonly Exact[] => {
    const all = sum(due)
    const amount = least(all, left)
    left = subtract(left, amount)
    return all.over === 0n ? none : due.map((each) => divide(multiply(amount, each), all))
  }
  const capital = order
    .map((group) => take(paidIn.map((amount, party) => (group.includes(party) ? amount : NOTHING))))
    .reduce((a, b) => a.map((amount, party) => add(amount, b[party] as Exact)), none)
  const grown =
    interest === 'none'
      ? NOTHING
      : interest === 'simple'
        ? multiply(rate, exact(BigInt(years)))
        : subtract(power(add(ONE, rate), years), ONE)
  const preferred = take(paidIn.map((amount) => multiply(amount, grown)))
  let catchUp = NOTHING
  let own = NOTHING
  if (toManager !== undefined && toManager.over > 0n) {
    // The manager has toManager × x of x; caught up when that is the carry share of hurdle + x.
    const hurdle = sum(preferred)
    const ahead = subtract(toManager, carry)
    catchUp = ahead.over > 0n ? least(left, divide(multiply(carry, hurdle), ahead)) : hurdle.over > 0n && carry.over > 0n ? left : NOTHING
    own = multiply(catchUp, toManager)
  }
  const rest = subtract(left, catchUp)
  const all = add(own, multiply(rest, carry))
  const shared = subtract(left, all)
  const gain = paidIn.map((amount) => divide(multiply(shared, amount), whole))
  return { capital, preferred, catchUp, gain, carry: all }
}

/** What a party concedes of what it really received, carry apart, before rounding. */
export function oracleConcession({ conceded, above, years }: OracleAgreement, paidIn: bigint, received: bigint): Exact {
  const kept = above === undefined ? NOTHING : multiply(multiply(exact(paidIn), above), exact(BigInt(years)))
  return multiply(most(subtract(exact(received - paidIn), kept), NOTHING), conceded)
}

/** Carry paid deal by deal without a hurdle, due on all deals together, and given back: in fen, exactly. */
export function oracleClawBack(
  deals: readonly { readonly invested: bigint; readonly proceeds: bigint }[],
  carry: Exact,
  taxShare: Exact,
): { readonly paid: Exact; readonly due: Exact; readonly back: Exact } {
  const gains = deals.map(({ invested, proceeds }) => proceeds - invested)
  const winners = gains.filter((gain) => gain > 0n).reduce((a, b) => a + b, 0n)
  const all = gains.reduce((a, b) => a + b, 0n)
  const paid = multiply(exact(winners), carry)
  const due = multiply(exact(all > 0n ? all : 0n), carry)
  return { paid, due, back: least(most(subtract(paid, due), NOTHING), multiply(paid, subtract(ONE, taxShare))) }
}
