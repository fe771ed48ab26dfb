import type { ShareAnswer } from '../assessment/assessment.js'
import { type CompiledTerms, type Instrument, type Instruments, type ItemKind, mustHaveSource } from '../assessment/compile.js'
import type { Context, Evaluate } from '../assessment/context.js'
import { fault, type Scope, sourceOf, within } from '../assessment/scope.js'
import { checkLoans } from '../items/loan-checks.js'
import { LOANS } from '../items/loan-terms.js'
import { NO_ITEMS } from '../items/plain-terms.js'
import { zero } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import type { Part, RiskCompensationTerms } from '../policy/policy.js'
import { APPLICANT_FACTS, DEFAULT_FACTS, LOAN_FACTS } from '../policy/standard-facts.js'
import type { Party } from '../waterfall/parties.js'
import { checkDefaults } from './default-checks.js'
import { compileFuses, fuseAnswers, fuseGate } from './fuses.js'
import { bearersIn, borneNode, compileLosses } from './losses.js'
import { type CompiledPool, compilePool } from './pool-terms.js'
import { compileRecovery, returnedOf } from './recovered.js'
import { type BorneShare, borneShares } from './settlement.js'
import { compileShareBounds } from './share-bounds.js'

/** Credit-risk compensation (信贷风险补偿) for the general engine: its items are loans in default, or none where a portfolio is compensated. */
export const RISK_COMPENSATION: Instrument = {
  instrument: 'risk-compensation',
  facts: [APPLICANT_FACTS, LOAN_FACTS, DEFAULT_FACTS],
  kinds: [LOANS, NO_ITEMS],
  checks: [checkLoans, checkDefaults],
  compileTerms,
}

export const INSTRUMENTS: Instruments = [RISK_COMPENSATION]

/** Compiled terms with those of the pool, where the document has one. */
export type RiskTerms = CompiledTerms & { readonly pool?: CompiledPool }

/** The terms of the items, with the losses and who bears them, bounds of shares, fuses and what is returned. */
function compileTerms(part: Part, kind: ItemKind, scope: Scope): RiskTerms {
  const {
    losses: written = [],
    aboveLimitsTo,
    bounds: bounded,
    fuses: watched = [],
    recovery: returns,
    pool: pooled,
    ...ofItems
  } = part.terms as RiskCompensationTerms
  const perApplicant = ofItems.formula?.per === 'applicant' || kind.item === 'none'
  const inItem: Scope = perApplicant ? scope : { ...scope, entry: kind.item }
  for (const [key, term] of Object.entries({ aboveLimitsTo, bounds: bounded, recovery: returns }))
    if (term !== undefined) mustHaveSource(term, within(scope, key))
  const losses = compileLosses(written, within(inItem, 'losses'))
  const bounds = bounded && compileShareBounds(bounded, within(inItem, 'bounds', bounded))
  const fuses = compileFuses(watched, within(scope, 'fuses'))
  const recovered = returns && compileRecovery(returns, within(scope, 'recovery', returns))
  const pool = pooled && compilePool(pooled, part.terms, scope)
  const compensating: ReadonlySet<Party> = new Set(bearersIn(ofItems.formula))
  const nodes = { ...kind.nodes, borneBy: borneNode(losses, inItem.entry) }
  const terms = kind.compileTerms(ofItems, { ...scope, vocabulary: { ...kind, nodes } })
  if (returns !== undefined && losses.length === 0) fault(within(scope, 'recovery'), 'absent', undefined, 'losses-of-recovery')
  if (aboveLimitsTo !== undefined && compensating.size === 0) fault(within(scope, 'aboveLimitsTo'), 'absent', undefined, 'borne')
  if (aboveLimitsTo !== undefined && compensating.has(aboveLimitsTo.value))
    fault(within(scope, 'aboveLimitsTo'), 'unknown-party', aboveLimitsTo.value, 'compensating')
  const bearers = { compensating, aboveLimitsTo: aboveLimitsTo?.value }
  /** Works out the losses and bounds, so that the answer can say who bears what. */
  const shared = (context: Context): boolean => {
    const known = [...losses.map(({ bear }) => bear(context)), ...(bounds === undefined ? [] : [bounds.check(context)])]
    return !known.includes(undefined)
  }
  const sharing =
    (evaluate: Evaluate): Evaluate =>
    (context) => {
      const value = evaluate(context)
      return shared(context) ? value : undefined
    }
  return {
    ...terms,
    nodes,
    ...(pool && { pool }),
    gross: terms.gross && sharing(terms.gross),
    check: sharing(() => zero),
    ...(bounds === undefined ? {} : { clauses: bounds.clauses }),
    gate: (context) => {
      const open = fuseGate(fuses, context)
      return recovered?.(context) === 'unknown' && open === 'open' ? undefined : open
    },
    finish: (result, amount, context) => {
      const { id, outcome } = result
      const states = fuseAnswers(fuses, context, id)
      const extras = states.length === 0 ? {} : { fuses: states }
      if (outcome !== 'granted' || losses.length === 0) return extras
      const shares = borneShares(losses, bearers, result, amount, context)
      const back = recovered?.(context)
      return {
        ...extras,
        shares: shares.map((share) => shareAnswer(share, aboveLimitsTo, id)),
        ...(typeof back === 'object' ? returnedOf(shares, back, id) : {}),
      }
    },
  }
}

function shareAnswer(
  { item, loss, party, amount, aboveLimits }: BorneShare,
  aboveLimitsTo: RiskCompensationTerms['aboveLimitsTo'],
  part: string | undefined,
): ShareAnswer {
  return {
    party,
    amount: moneyText(amount),
    of: loss.id,
    ...(loss.label === undefined ? {} : { label: loss.label }),
    ...(item === undefined ? {} : { item: item.id }),
    ...(aboveLimits ? { aboveLimits } : {}),
    source: aboveLimits ? sourceOf(aboveLimitsTo ?? {}) : loss.source,
    ...(part === undefined ? {} : { part }),
  }
}
