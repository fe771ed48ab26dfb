import type { PoolEvent } from '../../src/risk-compensation/index.js'

/** What a pool goes by in this model: 80% of a loss, half each by two funders, the bank the rest; at most so much for a borrower in a year. */
export interface PoolRules {
  readonly shortfall: 'queue' | 'pro-rata' | 'refuse'
  readonly interest: 'stays' | 'returned'
  readonly queue: 'carried' | 'lapses'
  readonly pot: bigint | undefined
  readonly cap: bigint | undefined
}

interface Claim {
  on: string
  stated: bigint
  paid: bigint
  owed: bigint
  queued: boolean
  /** Province, city, bank, claimant: what each bears, and has had back. */
  borne: [bigint, bigint, bigint, bigint]
  returned: [bigint, bigint, bigint, bigint]
}

export interface PoolOutcome {
  readonly cash: bigint
  readonly claims: { readonly [loan: string]: Claim }
}

const fenOf = (yuan: string): bigint => {
  const [whole = '0', part = ''] = yuan.split('.')
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
}
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** So many fen in proportion to the weights: each part cut to fen, the fen left to the largest parts cut off, the earlier first. */
function shared(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sum(weights)
  if (total === 0n || whole === 0n) return weights.map(() => 0n)
  const parts = weights.map((weight) => (total * weight) / whole)
  const rests = weights.map((weight, index) => ({ index, rest: (total * weight) % whole }))
  const order = rests.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (let left = total - sum(parts), at = 0; left > 0n; left -= 1n, at += 1) {
    const { index } = order[at] as { readonly index: number }
    parts[index] = (parts[index] as bigint) + 1n
  }
  return parts
}

/** A pool in whole fen, event by event. It shares no code with `src`; events that cannot be booked are not handed to it. */
export function pooled(rules: PoolRules, events: readonly PoolEvent[]): PoolOutcome {
  let cash = 0n
  let paidThisYear = 0n
  let owed: string[] = []
  const loans: { [loan: string]: { borrower: string; recovered: bigint } } = {}
  const claims: { [loan: string]: Claim } = {}
  let granted: { [borrower: string]: bigint } = {}

  const approve = (loan: string, on: string, stated: bigint): void => {
    const { borrower, recovered } = loans[loan] as { borrower: string; recovered: bigint }
    const loss = stated > recovered ? stated - recovered : 0n
    const before = granted[borrower] ?? 0n
    const due = (loss * 8n + 5n) / 10n
    const amount = rules.cap === undefined ? due : least(due, rules.cap > before ? rules.cap - before : 0n)
    granted[borrower] = before + amount
    const [province, city] = shared(amount, [1n, 1n]) as [bigint, bigint]
    claims[loan] = {
      on,
      stated,
      paid: 0n,
      owed: amount,
      queued: false,
      borne: [province, city, loss - amount, 0n],
      returned: [0n, 0n, 0n, 0n],
    }
    if (amount > 0n) owed.push(loan)
  }
  const lapse = (claim: Claim, amount: bigint): void => {
    const [province, city] = shared(amount, [claim.borne[0] - claim.returned[0], claim.borne[1] - claim.returned[1]]) as [bigint, bigint]
    claim.borne = [claim.borne[0] - province, claim.borne[1] - city, claim.borne[2], claim.borne[3] + amount]
    claim.owed -= amount
  }
  const settle = (): void => {
    owed = owed.filter((loan) => (claims[loan] as Claim).owed > 0n)
  }
  const pay = (): void => {
    for (const day of new Set(owed.map((loan) => (claims[loan] as Claim).on))) {
      const due = owed.filter((loan) => (claims[loan] as Claim).on === day).map((loan) => claims[loan] as Claim)
      let money = rules.pot === undefined ? cash : least(cash, rules.pot - paidThisYear)
      const short = sum(due.map((claim) => claim.owed)) > money
      const parts = shared(
        money,
        due.map((claim) => claim.owed),
      )
      for (const [index, claim] of due.entries()) {
        const whole = claim.owed <= money
        const paid =
          !short || whole
            ? short && rules.shortfall === 'pro-rata'
              ? (parts[index] as bigint)
              : claim.owed
            : rules.shortfall === 'queue'
              ? money
              : rules.shortfall === 'refuse'
                ? 0n
                : (parts[index] as bigint)
        if (rules.shortfall !== 'pro-rata') money -= paid
        cash -= paid
        paidThisYear += paid
        claim.paid += paid
        claim.owed -= paid
        if (rules.shortfall === 'queue') claim.queued ||= claim.owed > 0n
        else lapse(claim, claim.owed)
      }
    }
    settle()
  }
  const recover = (loan: string, net: bigint, year: string): void => {
    const claim = claims[loan]
    if (claim === undefined || (claim.paid === 0n && claim.on.startsWith(year))) {
      const known = loans[loan] as { borrower: string; recovered: bigint }
      known.recovered += net
      if (claim === undefined) return
      granted[known.borrower] = (granted[known.borrower] ?? 0n) - claim.owed
      const place = owed.indexOf(loan)
      owed = owed.filter((each) => each !== loan)
      approve(loan, claim.on, claim.stated)
      if (place >= 0 && owed.at(-1) === loan) owed.splice(place, 0, ...owed.splice(-1))
      return
    }
    const still = claim.borne.map((amount, index) => amount - (claim.returned[index] as bigint))
    const back = shared(least(net, sum(still)), still)
    claim.returned = claim.returned.map((amount, index) => amount + (back[index] as bigint)) as Claim['returned']
    const toPool = (back[0] as bigint) + (back[1] as bigint)
    const less = least(toPool, claim.owed)
    claim.owed -= less
    cash += toPool - less
    settle()
  }

  for (const event of events) {
    const year = event.date.slice(0, 4)
    if (event.kind === 'contribution' || event.kind === 'replenishment') cash += fenOf(event.amount)
    if (event.kind === 'interest' && rules.interest === 'stays') cash += fenOf(event.amount)
    if (event.kind === 'registration') loans[event.loan] = { borrower: event.borrower, recovered: 0n }
    if (event.kind === 'claim')
      approve(event.loan, event.date, fenOf((event.facts as { loans: [{ principalLoss: string }] }).loans[0].principalLoss))
    if (event.kind === 'payment') pay()
    if (event.kind === 'recovery') {
      const net = fenOf(event.gross) - fenOf(event.cost)
      recover(event.loan, net > 0n ? net : 0n, year)
    }
    if (event.kind === 'year-end') {
      for (const loan of owed) {
        const claim = claims[loan] as Claim
        if (rules.queue === 'lapses' && claim.queued) lapse(claim, claim.owed)
      }
      settle()
      paidThisYear = 0n
      granted = {}
    }
  }
  return { cash, claims }
}
