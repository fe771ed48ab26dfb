import { add, divide, type Exact, exact, least, most, multiply, NOTHING, order, roundedUnits, subtract } from './exact.js'

/** Moments in quarters of a year; amounts in fen. */
export interface OracleTerms {
  readonly investors: number
  /** The party, among the investors or after the last of them, that has the carry. */
  readonly manager: number
  readonly carry: Exact
  readonly rate: Exact
  readonly compounding: 'simple' | 'compound'
  readonly hurdle: 'none' | 'excess' | 'all-gain'
  readonly catchUp: Exact
}

export type OracleFlow = { readonly at: number } & ({ readonly paidIn: readonly bigint[] } | { readonly proceeds: bigint })

export interface OracleDistribution {
  readonly capital: readonly Exact[]
  readonly preferred: readonly Exact[]
  readonly catchUp: Exact
  readonly carry: Exact
  readonly total: readonly Exact[]
}

const ONE: Exact = { over: 1n, under: 1n }
const FEN: Exact = { over: 1n, under: 1n }

const power = (base: Exact, times: number): Exact => (times === 0 ? ONE : multiply(base, power(base, times - 1)))
const sum = (list: readonly Exact[]): Exact => list.reduce(add, NOTHING)

/** Of one party: a balance that is carried from quarter to quarter, capital and preferred return apart. */
interface Ledger {
  paidIn: Exact
  capital: Exact
  earned: Exact
  since: number
}

/**
 * The exact amounts of every distribution, kept as balances that earn from one flow to the next; what was really paid, in fen, is taken from `paid`.
 *
 * Compound needs whole years between all flows, so that both ways of counting are exact.
 */
export function oracleDistributions(
  { investors, manager, carry, rate, compounding, hurdle, catchUp }: OracleTerms,
  flows: readonly OracleFlow[],
  paid: (distribution: number) => {
    readonly capital: readonly bigint[]
    readonly preferred: readonly bigint[]
    readonly all: bigint
    readonly carry: bigint
  },
): readonly OracleDistribution[] {
  const ledgers: Ledger[] = Array.from({ length: investors }, () => ({ paidIn: NOTHING, capital: NOTHING, earned: NOTHING, since: 0 }))
  let gain = NOTHING
  let carried = NOTHING
  const results: OracleDistribution[] = []
  for (const flow of flows) {
    for (const ledger of ledgers) {
      const quarters = flow.at - ledger.since
      if (compounding === 'simple')
        ledger.earned = add(ledger.earned, multiply(multiply(ledger.capital, rate), exact(BigInt(quarters), 4n)))
      else {
        const balance = add(ledger.capital, ledger.earned)
        ledger.earned = subtract(multiply(balance, power(add(ONE, rate), quarters / 4)), ledger.capital)
      }
      ledger.since = flow.at
    }
    if ('paidIn' in flow) {
      flow.paidIn.forEach((fen, party) => {
        const ledger = ledgers[party] as Ledger
        ledger.paidIn = add(ledger.paidIn, exact(fen))
        ledger.capital = add(ledger.capital, exact(fen))
      })
      continue
    }
    let left = exact(flow.proceeds)
    const take = (dues: readonly Exact[]): readonly Exact[] => {
      const due = sum(dues)
      const amount = least(due, left)
      left = subtract(left, amount)
      return dues.map((each) => (due.over === 0n ? NOTHING : divide(multiply(amount, each), due)))
    }
    const capital = take(ledgers.map((ledger) => most(ledger.capital, NOTHING)))
    const preferred = take(ledgers.map((ledger) => (hurdle === 'none' ? NOTHING : most(ledger.earned, NOTHING))))
    const profit = add(gain, sum(preferred))
    let caught = NOTHING
    let own = NOTHING
    if (hurdle === 'all-gain' && catchUp.over > 0n) {
      const behind = subtract(multiply(carry, profit), carried)
      if (behind.over > 0n) caught = order(catchUp, carry) <= 0 ? left : least(left, divide(behind, subtract(catchUp, carry)))
      own = multiply(caught, catchUp)
    }
    const rest = subtract(left, caught)
    own = add(own, multiply(rest, carry))
    const shared = subtract(left, own)
    const whole = sum(ledgers.map(({ paidIn }) => paidIn))
    const total = ledgers.map(({ paidIn }, party) =>
      sum([capital[party] as Exact, preferred[party] as Exact, whole.over === 0n ? NOTHING : divide(multiply(shared, paidIn), whole)]),
    )
    if (manager < investors) total[manager] = add(total[manager] as Exact, own)
    else total.push(own)
    const money = paid(results.length)
    // The bearer of the odd fen may be paid above its capital: the rest is gain.
    const returned = ledgers.map((ledger, party) => least(ledger.capital, exact(money.capital[party] as bigint)))
    ledgers.forEach((ledger, party) => {
      const settled =
        order(capital[party] as Exact, ledger.capital) === 0 && (hurdle === 'none' || order(preferred[party] as Exact, ledger.earned) === 0)
      ledger.capital = settled ? NOTHING : subtract(ledger.capital, returned[party] as Exact)
      ledger.earned = settled ? NOTHING : subtract(ledger.earned, exact(money.preferred[party] as bigint))
    })
    gain = add(gain, subtract(exact(money.all), sum(returned)))
    carried = add(carried, exact(money.carry))
    results.push({ capital, preferred, catchUp: caught, carry: own, total })
  }
  return results
}

/** Payees in fen: every one rounded half up but the bearer, who has the rest; undefined where the others would have more than all. */
export function payeesInFen(total: readonly Exact[], bearer: number, proceeds: bigint): readonly bigint[] | undefined {
  const fen = total.map((amount) => roundedUnits(amount, FEN, 'half-up'))
  const rest = proceeds - fen.reduce((a, b, index) => (index === bearer ? a : a + b), 0n)
  return rest < 0n ? undefined : fen.map((amount, index) => (index === bearer ? rest : amount))
}

export interface OracleLayer {
  readonly limit: Exact | undefined
  readonly weights: readonly bigint[]
}

/** What each party bears of a whole that runs through layers, and what is left. */
export function oracleLayers(whole: Exact, layers: readonly OracleLayer[]): { readonly parties: readonly Exact[]; readonly left: Exact } {
  const borne = Array.from({ length: Math.max(0, ...layers.map(({ weights }) => weights.length)) }, () => NOTHING)
  let from = NOTHING
  for (const { limit, weights } of layers) {
    const until = limit === undefined ? whole : add(from, limit)
    const amount = subtract(least(whole, most(until, from)), least(whole, from))
    const all = weights.reduce((a, b) => a + b, 0n)
    weights.forEach((weight, party) => {
      borne[party] = add(borne[party] as Exact, multiply(amount, exact(weight, all)))
    })
    from = until
  }
  return { parties: borne, left: subtract(whole, sum(borne)) }
}

/** What each party has back of a recovery, by what it bore, and what is left over. */
export function oracleRecovery(
  borne: readonly bigint[],
  gross: bigint,
  cost: bigint,
): { readonly returned: readonly Exact[]; readonly excess: bigint } {
  const net = gross > cost ? gross - cost : 0n
  const all = borne.reduce((a, b) => a + b, 0n)
  const back = net < all ? net : all
  return { returned: borne.map((fen) => (all === 0n ? NOTHING : exact(fen * back, all))), excess: net - back }
}
