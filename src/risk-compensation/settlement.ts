import type { PartResult } from '../assessment/assess.js'
import type { Context, Item } from '../assessment/context.js'
import { Decimal, ZERO } from '../money/decimal.js'
import { compare, dividedBy, type Fraction, fraction, isZero, times, zero } from '../money/fraction.js'
import { inOrder } from '../policy/parties.js'
import { fenInTurn, inFen } from '../waterfall/fen.js'
import { layersInMoney, moneyInProportion } from '../waterfall/layers.js'
import { type Money, moneySum, type Party, type Shares, sumOf } from '../waterfall/parties.js'
import type { CompiledLoss } from './losses.js'

/** One kind of loss of one loan, or of the applicant: what each party bears before limits, exactly. */
interface Row {
  readonly item: Item | undefined
  readonly loss: CompiledLoss
  readonly whole: Decimal
  /** To the fen, as the layers share it. */
  readonly money: Money
  /** Of those the document compensates through, and of the others. */
  readonly publicParts: Shares
  readonly others: Shares
}

/** What a party bears of a loss, to the fen. */
export interface BorneShare {
  readonly item: Item | undefined
  readonly loss: CompiledLoss
  readonly party: Party
  readonly amount: Decimal
  /** Whether it is what limits cut off the compensation. */
  readonly aboveLimits: boolean
}

/** Bears what limits cut off where the document does not say who does. */
const NOT_STATED = 'not-stated'

/** Who is compensated through, and who bears what limits cut off. */
export interface Bearers {
  readonly compensating: ReadonlySet<Party>
  readonly aboveLimitsTo: Party | undefined
}

/**
 * Who bears what of each loss in whole fen: for every kind of loss the shares sum to the rounded loss, and those of the public parties to the
 * amount.
 *
 * The amount is laid over the losses in proportion to what the limits left of them, within each to the public parties in proportion to their
 * exact parts. The others share the rest likewise; what limits cut off goes to the party the document names.
 */
export function borneShares(
  losses: readonly CompiledLoss[],
  bearers: Bearers,
  result: PartResult,
  amount: Decimal,
  context: Context,
): readonly BorneShare[] {
  const rows = rowsOf(losses, bearers.compensating, result, context)
  if (bearers.compensating.size === 0) return rows.flatMap((row) => sharesOf(row, row.money))
  const left = rows.map((row) => leftOf(row, rows, result))
  const paid = laidOver(rows, left, amount)
  return rows.flatMap((row, index) => {
    const exact = sumOf(Object.values(row.publicParts))
    const cut = compare(left[index] as Fraction, exact) < 0 || result.compiled.rounding.to !== 'fen'
    const unpaid = cut ? Decimal.max(inFen(exact).minus(paid[index] as Decimal), 0) : ZERO
    return settled(row, paid[index] as Decimal, unpaid, bearers)
  })
}

function rowsOf(losses: readonly CompiledLoss[], compensating: ReadonlySet<Party>, result: PartResult, context: Context): readonly Row[] {
  const { perApplicant } = result.compiled.terms
  const items = perApplicant ? [undefined] : result.items.filter(({ notCovered }) => notCovered === undefined)
  const rows = items.flatMap((item) => {
    context.item = item
    return losses.flatMap((loss) => {
      const worksheet = loss.bear(context)
      if (worksheet === undefined) return []
      const { whole, parties: money } = layersInMoney(worksheet, loss.oddFenTo)
      const partsOf = (isPublic: boolean): Shares =>
        Object.fromEntries(Object.entries(inOrder(worksheet.parties)).filter(([party]) => compensating.has(party) === isPublic))
      return [{ item, loss, whole, money, publicParts: partsOf(true), others: partsOf(false) }]
    })
  })
  context.item = undefined
  return rows
}

/** What the limits left of the public parts of a loss. */
function leftOf({ item, publicParts }: Row, rows: readonly Row[], { kept, exact = zero }: PartResult): Fraction {
  const together = rows.filter((row) => row.item === item)
  const before = sumOf(together.flatMap((row) => Object.values(row.publicParts)))
  const after = item === undefined ? exact : (kept.get(item) ?? zero)
  return isZero(before) ? zero : dividedBy(times(sumOf(Object.values(publicParts)), after), before)
}

/** The amount in whole fen over the losses in turn, to none more than the loss. */
function laidOver(rows: readonly Row[], left: readonly Fraction[], amount: Decimal): readonly Decimal[] {
  const all = sumOf(left)
  if (isZero(all)) return rows.map(() => ZERO)
  const scaled = left.map((part) => dividedBy(times(part, fraction(amount)), all))
  const paid = fenInTurn(scaled, amount).map((fen, index) => Decimal.min(fen, (rows[index] as Row).whole))
  let rest = amount.minus(moneySum(paid))
  return paid.map((fen, index) => {
    const more = isZero(left[index] as Fraction) ? ZERO : Decimal.min(rest, (rows[index] as Row).whole.minus(fen))
    rest = rest.minus(more)
    return fen.plus(more)
  })
}

/** One loss to the fen: the public parties have what is paid, the others the rest, the bearer of what limits cut off the unpaid. */
function settled(row: Row, paid: Decimal, unpaid: Decimal, { aboveLimitsTo = NOT_STATED }: Bearers): readonly BorneShare[] {
  const { loss, whole, publicParts, others } = row
  const rest = whole.minus(paid)
  const cut = isZero(sumOf(Object.values(others))) ? rest : Decimal.min(unpaid, rest)
  const shares = sharesOf(row, {
    ...moneyInProportion(paid, publicParts, loss.oddFenTo),
    ...moneyInProportion(rest.minus(cut), others, loss.oddFenTo),
  })
  return cut.isZero() ? shares : [...shares, { item: row.item, loss, party: aboveLimitsTo, amount: cut, aboveLimits: true }]
}

const sharesOf = ({ item, loss }: Row, money: Money): readonly BorneShare[] =>
  Object.entries(money).map(([party, amount]) => ({ item, loss, party, amount, aboveLimits: false }))
