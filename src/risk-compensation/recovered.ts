import type { Extras } from '../assessment/assessment.js'
import { compileAs } from '../assessment/bounds.js'
import type { Context } from '../assessment/context.js'
import { forgetMissing } from '../assessment/reading.js'
import { type Scope, sourceOf, within } from '../assessment/scope.js'
import { type Fraction, fraction } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import { inOrder } from '../policy/parties.js'
import type { RiskCompensationTerms } from '../policy/policy.js'
import type { MaybeSource } from '../policy/source.js'
import { inFen } from '../waterfall/fen.js'
import { addParties } from '../waterfall/parties.js'
import { recovery, recoveryInMoney } from '../waterfall/recovery.js'
import type { BorneShare } from './settlement.js'

/** Money recovered after compensation, and where the document says what becomes of it. */
export interface Recovered {
  readonly gross: Fraction
  readonly cost: Fraction
  readonly source: MaybeSource
}

/** What was recovered; `nothing` where it is not stated, `unknown` while its cost is. */
export function compileRecovery(
  term: NonNullable<RiskCompensationTerms['recovery']>,
  scope: Scope,
): (context: Context) => Recovered | 'nothing' | 'unknown' {
  const inside = within(scope, 'value')
  const gross = compileAs(term.value.gross, 'amount', within(inside, 'gross'))
  const cost = compileAs(term.value.cost, 'amount', within(inside, 'cost'))
  return (context) => {
    const before = context.missing.size
    const recovered = gross.evaluate(context)
    if (recovered === undefined) {
      // Nothing need be recovered yet.
      forgetMissing(context, before)
      return 'nothing'
    }
    const spent = cost.evaluate(context)
    return spent === undefined ? 'unknown' : { gross: recovered, cost: spent, source: sourceOf(term) }
  }
}

/** What each party has back of what it bore, to the fen, and what is left over. */
export function returnedOf(
  shares: readonly BorneShare[],
  { gross, cost, source }: Recovered,
  part: string | undefined,
): Pick<Extras, 'returned' | 'recoveries'> {
  const borne = inOrder(addParties(shares.map(({ party, amount }) => ({ [party]: fraction(amount) }))))
  const worksheet = recovery({ borne, gross, cost })
  const { returned, returnedTotal, excess } = recoveryInMoney(worksheet, shares[0]?.loss.oddFenTo)
  const about = part === undefined ? { source } : { source, part }
  return {
    returned: Object.entries(returned).map(([party, amount]) => ({ party, amount: moneyText(amount), ...about })),
    recoveries: [
      {
        gross: moneyText(inFen(gross)),
        cost: moneyText(inFen(cost)),
        uncoveredCost: moneyText(inFen(worksheet.uncoveredCost)),
        returned: moneyText(returnedTotal),
        excess: moneyText(excess),
        ...about,
      },
    ],
  }
}
