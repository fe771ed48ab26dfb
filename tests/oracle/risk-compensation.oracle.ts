import { add, divide, type Exact, type ExactMode, exact, least, multiply, NOTHING, order, roundedUnits, subtract } from './exact.js'

/** A document and an application in whole numbers: parties by index, money in fen. */
export interface Losses {
  /** Layers from the first yuan up; the last has no end. */
  readonly layers: readonly { readonly upTo: bigint | undefined; readonly weights: readonly bigint[] }[]
  readonly compensating: readonly number[]
  readonly bearer: number | undefined
  readonly loanCap: bigint | undefined
  readonly cap: bigint | undefined
  readonly unit: bigint
  readonly mode: ExactMode
  /** The loss of each loan. */
  readonly losses: readonly bigint[]
  readonly recovered: { readonly gross: bigint; readonly cost: bigint } | undefined
}

const whole = (fen: bigint): Exact => exact(fen)
const sum = (values: readonly Exact[]): Exact => values.reduce(add, NOTHING)

/** What each party bears of one loss, exactly. */
function borneExactly({ layers }: Losses, loss: bigint): readonly Exact[] {
  const parties = layers[0]?.weights.map(() => NOTHING) ?? []
  let reached = 0n
  for (const { upTo, weights } of layers) {
    const end = upTo === undefined || upTo > loss ? loss : upTo
    if (end <= reached) continue
    const total = weights.reduce((all, weight) => all + weight, 0n)
    for (const [party, weight] of weights.entries())
      parties[party] = add(parties[party] as Exact, multiply(whole(end - reached), exact(weight, total)))
    reached = end
  }
  return parties
}

export interface Compensation {
  /** To the document's unit, in fen. */
  readonly amount: bigint
  /** Whether a limit or the rounding cut what the public parties bear. */
  readonly cut: boolean
  readonly exact: readonly (readonly Exact[])[]
}

/** The compensation: what the public parties bear, per loan and then in all below its cap, rounded once and never above a cap. */
export function compensation(document: Losses): Compensation {
  const { compensating, loanCap, cap, unit, mode, losses } = document
  const borne = losses.map((loss) => borneExactly(document, loss))
  const paid = borne.map((parties) => sum(compensating.map((party) => parties[party] as Exact)))
  const perLoan = loanCap === undefined ? paid : paid.map((amount) => least(amount, whole(loanCap)))
  const total = cap === undefined ? sum(perLoan) : least(sum(perLoan), whole(cap))
  const ceilings = [...(loanCap === undefined ? [] : [loanCap * BigInt(losses.length)]), ...(cap === undefined ? [] : [cap])]
  const [ceiling] = ceilings.sort((a, b) => Number(a - b))
  const size = whole(unit)
  const rounded = roundedUnits(total, size, mode) * unit
  const amount = ceiling === undefined || rounded <= ceiling ? rounded : roundedUnits(whole(ceiling), size, 'down') * unit
  return { amount, cut: unit > 1n || order(total, sum(paid)) < 0, exact: borne }
}

/** Money in proportion to weights, in whole fen: the bearer has what the others, rounded half up, leave; else the largest parts cut off. */
export function allocated(total: bigint, weights: readonly bigint[], bearer: number | undefined): readonly bigint[] {
  const all = weights.reduce((a, b) => a + b, 0n)
  if (all === 0n) return weights.map(() => 0n)
  if (bearer !== undefined && weights[bearer] !== 0n) {
    const others = weights.map((weight, party) => (party === bearer ? 0n : (2n * total * weight + all) / (2n * all)))
    const rest = total - others.reduce((a, b) => a + b, 0n)
    if (rest >= 0n) return others.map((fen, party) => (party === bearer ? rest : fen))
    return allocated(
      total,
      weights.map((weight, party) => (party === bearer ? 0n : weight)),
      undefined,
    )
  }
  const floors = weights.map((weight) => (total * weight) / all)
  const left = Number(total - floors.reduce((a, b) => a + b, 0n))
  const first = weights
    .map((weight, party) => ({ party, rest: (total * weight) % all }))
    .sort((a, b) => (a.rest === b.rest ? a.party - b.party : a.rest > b.rest ? -1 : 1))
    .slice(0, left)
    .map(({ party }) => party)
  return floors.map((fen, party) => fen + (first.includes(party) ? 1n : 0n))
}

/** What goes back to each of those who bore the loss, and what is left over. */
export function returnedTo(
  borne: readonly bigint[],
  { gross, cost }: { readonly gross: bigint; readonly cost: bigint },
  bearer: number | undefined,
): { readonly returned: readonly bigint[]; readonly excess: bigint } {
  const net = gross > cost ? gross - cost : 0n
  const open = borne.reduce((a, b) => a + b, 0n)
  const total = net < open ? net : open
  const shares = allocated(total, borne, bearer)
  const above = shares.some((fen, party) => fen > (borne[party] as bigint))
  return { returned: above ? allocated(total, borne, undefined) : shares, excess: net - total }
}

/** The band of an NPL rate, all in ten-thousandths: nothing below, linear inside, flat above. */
export function bandOf(balance: bigint, rate: bigint, from: bigint, to: bigint, share: bigint): Exact {
  const inside = rate <= from ? 0n : rate >= to ? to - from : rate - from
  return divide(whole(balance * inside * share), whole(100_000_000n))
}

export const difference = (a: Exact, b: Exact): Exact => (order(a, b) >= 0 ? subtract(a, b) : subtract(b, a))
