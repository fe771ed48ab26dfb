import { allocate } from '../money/allocation.js'
import { Decimal } from '../money/decimal.js'
import { compare, dividedBy, type Fraction, fraction, fractionText, higher, isZero, minus, plus, zero } from '../money/fraction.js'
import { moneyText, type Rounding, round } from '../money/rounding.js'
import { inOrder } from '../policy/parties.js'
import { type Layer, type LayersWorksheet, layersInMoney, throughLayers } from '../waterfall/layers.js'
import type { PartResult } from './assess.js'
import type { PayerAnswer, RoundingAnswer } from './assessment.js'
import type { CompiledPart, CompiledPayers, PayersBySlice } from './compile.js'
import type { Context } from './context.js'

/**
 * Rounds once: the total of a part, or each item where the document says so.
 *
 * Every part is rounded by its own rule. Rounding never lifts an amount above a cap: it then stops at the last unit below. Our reading, since
 * no text says otherwise.
 */
export function roundParts(
  parts: readonly PartResult[],
  granted: boolean,
  explained: boolean,
): { readonly amounts: readonly Decimal[]; readonly rounding: readonly RoundingAnswer[] } {
  const rounding: RoundingAnswer[] = []
  const cut = sharesOfCut(parts)
  const amounts = parts.map((part) => {
    const { exact, compiled, id } = part
    if (exact === undefined || !granted) return new Decimal(0)
    const rule = compiled.rounding
    const amount = cut.get(part) ?? notAbove(byItem(part) ?? round(exact, rule), part.ceiling, rule)
    if (explained) {
      const answer = { before: fractionText(exact), after: moneyText(amount), to: rule.to, mode: rule.mode, source: rule.source }
      rounding.push(id === undefined ? answer : { ...answer, part: id })
    }
    return amount
  })
  return { amounts, rounding }
}

/**
 * What a joint limit left is shared in whole units: rounded as the sum of the parts grows, so that they come to the limit, never above it.
 * Parts that round differently are each rounded down.
 */
function sharesOfCut(parts: readonly PartResult[]): ReadonlyMap<PartResult, Decimal> {
  const cut = parts.filter((part) => part.cut)
  const amounts = new Map<PartResult, Decimal>()
  const rules = new Set(cut.map(({ compiled: { rounding } }) => `${rounding.mode} ${rounding.to}`))
  const limit = cut.reduce((sum, { exact }) => plus(sum, exact ?? zero), zero)
  let exactSum = zero
  let roundedSum = new Decimal(0)
  for (const part of cut) {
    const { exact = zero, compiled } = part
    const rule = compiled.rounding
    exactSum = plus(exactSum, exact)
    const amount =
      rules.size === 1 ? notAbove(round(exactSum, rule), limit, rule).minus(roundedSum) : round(exact, { to: rule.to, mode: 'down' })
    roundedSum = roundedSum.plus(amount)
    amounts.set(part, amount)
  }
  return amounts
}

function notAbove(amount: Decimal, ceiling: Fraction | undefined, rule: Rounding): Decimal {
  return ceiling === undefined || compare(fraction(amount), ceiling) <= 0 ? amount : round(ceiling, { to: rule.to, mode: 'down' })
}

/** Items rounded one by one, unless a limit cut their sum or that of some of them: then the sum is what is rounded. */
function byItem({ exact, shared, amounts, ceilings, compiled: { rounding } }: PartResult): Decimal | undefined {
  if (shared || rounding.each !== 'item' || amounts.size < 2 || exact === undefined) return undefined
  if (compare([...amounts.values()].reduce(plus, zero), exact) !== 0) return undefined
  return [...amounts].reduce(
    (sum, [item, value]) => sum.plus(notAbove(round(value, rounding), ceilings.get(item), rounding)),
    new Decimal(0),
  )
}

/** Who pays: by shares of the whole amount, or of each slice of it. */
export type Payers = CompiledPayers | { readonly layers: readonly Layer[]; readonly oddFenTo: string | undefined }

/** The payers whose clauses are met; undefined while that is unknown. */
export function payersOf({ payers }: CompiledPart, context: Context): Payers | 'nobody' | undefined {
  if ('slices' in payers) return layersOf(payers, context)
  for (const tier of payers) {
    const applies = tier.when === undefined ? true : tier.when.test(context)
    if (applies === undefined) return undefined
    if (applies) return tier
  }
  return 'nobody'
}

/** The slices with their lengths; undefined while an end is unknown. */
function layersOf({ slices, oddFenTo }: PayersBySlice, context: Context): Payers | undefined {
  let reached = zero
  let unknown = false
  const layers = slices.map(({ upTo, parties, shares: parts }): Layer => {
    const shares = Object.fromEntries(parties.map((party, index) => [party, parts[index] as Fraction]))
    const end = upTo?.evaluate(context)
    unknown ||= upTo !== undefined && end === undefined
    if (end === undefined) return { shares }
    const limit = higher(minus(end, reached), zero)
    reached = higher(end, reached)
    return { limit, shares }
  })
  return unknown ? undefined : { layers, oddFenTo }
}

/** What each payer contributes: the amount by the document's shares, the odd fen to the party it names. */
export function paidBy({ payers, id }: PartResult, amount: Decimal): PayerAnswer[] {
  if (payers === 'nobody') return []
  if ('layers' in payers) return paidBySlice(throughLayers(fraction(amount), payers.layers), payers.oddFenTo, id)
  if (payers.parties.length === 0) return []
  const shares = allocate(amount, payers.shares, payers.remainderTo === undefined ? {} : { remainderTo: payers.remainderTo })
  return payers.parties.map((party, index) => {
    const answer = { party, share: payers.texts[index] as string, amount: moneyText(shares[index] as Decimal) }
    return id === undefined ? answer : { ...answer, part: id }
  })
}

/** The same by slices: the share of a payer is its exact part of the whole amount. */
function paidBySlice(worksheet: LayersWorksheet, oddFenTo: string | undefined, part: string | undefined): PayerAnswer[] {
  const { whole, parties } = worksheet
  return Object.entries(inOrder(layersInMoney(worksheet, oddFenTo).parties)).map(([party, amount]) => ({
    party,
    share: isZero(whole) ? '0' : fractionText(dividedBy(parties[party] as Fraction, whole)),
    amount: moneyText(amount),
    ...(part === undefined ? {} : { part }),
  }))
}
