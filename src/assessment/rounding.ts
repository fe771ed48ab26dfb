import { allocate } from '../money/allocation.js'
import { Decimal } from '../money/decimal.js'
import { compare, type Fraction, fraction, fractionText, plus, zero } from '../money/fraction.js'
import { moneyText, type Rounding, round } from '../money/rounding.js'
import type { PartResult } from './assess.js'
import type { PayerAnswer, RoundingAnswer } from './assessment.js'
import type { CompiledPart, CompiledPayers } from './compile.js'
import type { Context } from './context.js'

/**
 * Rounds once: the total of a part, or each item where the document says so.
 *
 * Several parts are rounded as their sum grows, so that together they come to the sum of the document, rounded.
 */
export function roundParts(
  parts: readonly PartResult[],
  granted: boolean,
  explained: boolean,
): { readonly amounts: readonly Decimal[]; readonly rounding: readonly RoundingAnswer[] } {
  const rounding: RoundingAnswer[] = []
  let exactSum = zero
  let roundedSum = new Decimal(0)
  const amounts = parts.map((part) => {
    const { exact, compiled, worksheet, id } = part
    if (exact === undefined || !granted) return new Decimal(0)
    const rule = compiled.rounding
    exactSum = parts.length === 1 ? exact : plus(exactSum, exact)
    const rounded = byItem(part) ?? (parts.length === 1 ? round(exact, rule) : round(exactSum, rule).minus(roundedSum))
    const amount = notAbove(rounded, part.ceiling, rule)
    if (parts.length > 1) roundedSum = roundedSum.plus(amount)
    if (explained) {
      const before =
        compiled.limits.length > 0 && parts.length > 1 ? fractionText(exact) : (worksheet['afterLimits']?.value ?? fractionText(exact))
      const answer = { before, after: moneyText(amount), to: rule.to, mode: rule.mode, source: rule.source }
      rounding.push(id === undefined ? answer : { ...answer, part: id })
    }
    return amount
  })
  return { amounts, rounding }
}

/** Rounding never lifts an amount above a cap: it then stops at the last unit below. Our reading, since no text says otherwise. */
function notAbove(amount: Decimal, ceiling: Fraction | undefined, rule: Rounding): Decimal {
  return ceiling === undefined || compare(fraction(amount), ceiling) <= 0 ? amount : round(ceiling, { to: rule.to, mode: 'down' })
}

/** Items rounded one by one, unless a limit on the applicant cut their sum: then the sum is what is rounded. */
function byItem({ exact, amounts, compiled: { rounding } }: PartResult): Decimal | undefined {
  if (rounding.each !== 'item' || amounts.size < 2 || exact === undefined) return undefined
  const values = [...amounts.values()]
  if (compare(values.reduce(plus, zero), exact) !== 0) return undefined
  return values.reduce((sum, value) => sum.plus(round(value, rounding)), new Decimal(0))
}

/** The payers whose clauses are met; undefined while that is unknown. */
export function payersOf({ payers }: CompiledPart, context: Context): CompiledPayers | 'nobody' | undefined {
  for (const tier of payers) {
    const applies = tier.when === undefined ? true : tier.when.test(context)
    if (applies === undefined) return undefined
    if (applies) return tier
  }
  return 'nobody'
}

/** What each payer contributes: the amount by the document's shares, the odd fen to the party it names. */
export function paidBy({ payers, id }: PartResult, amount: Decimal): PayerAnswer[] {
  if (payers === 'nobody' || payers.parties.length === 0) return []
  const shares = allocate(amount, payers.shares, { remainderTo: payers.remainderTo })
  return payers.parties.map((party, index) => {
    const answer = { party, share: payers.texts[index] as string, amount: moneyText(shares[index] as Decimal) }
    return id === undefined ? answer : { ...answer, part: id }
  })
}
