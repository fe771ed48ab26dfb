import { compileAs } from '../../assessment/bounds.js'
import { type CompiledClause, compileClauses } from '../../assessment/clause.js'
import { mustHaveSource } from '../../assessment/compile.js'
import type { Context, Evaluate } from '../../assessment/context.js'
import { noteMissing } from '../../assessment/reading.js'
import { behind, fault, plain, printedAt, type Scope, sourceOf, within, wordAt } from '../../assessment/scope.js'
import { compare, type Fraction, isNegative, isZero, minus, one, plus, zero } from '../../money/fraction.js'
import type { Compounding, ConcessionTerms, DistributionTier, PartySelection } from '../../policy/distribution.js'
import type { Quantity } from '../../policy/quantity.js'
import type { MaybeSource, Sourced } from '../../policy/source.js'
import type { PreferredReturn } from '../../waterfall/account.js'
import type { Shares } from '../../waterfall/parties.js'
import type { Tier } from '../../waterfall/tiers.js'
import { preferredAmountIn } from './facts.js'
import { type Concession, sharesAmong } from './formula.js'
import { type Described, TIER_LABELS } from './lines.js'
import { type Parties, selected, spread } from './parties.js'

/** A tier of a document, ready for the parties of a fund. */
export interface CompiledTier extends Described {
  readonly when: CompiledClause | undefined
  /** The tier itself; undefined where a figure is unknown. */
  readonly tier: (context: Context, parties: Parties) => Tier | undefined
}

/** What a document says of a concession, ready for the parties of a fund. */
export interface CompiledConcession {
  readonly source: MaybeSource
  readonly when: CompiledClause | undefined
  /** The concession itself; undefined where a figure is unknown. */
  readonly concession: (context: Context, parties: Parties) => Concession | undefined
}

/** A figure that must be a share, from 0 to 1. */
export function shareOf(quantity: Quantity, scope: Scope): Evaluate {
  return between(quantity, scope, one, 'share')
}

/** A figure of zero or more. */
function notBelowZero(quantity: Quantity, scope: Scope): Evaluate {
  return between(quantity, scope, undefined, 'rate')
}

function between(quantity: Quantity, scope: Scope, most: Fraction | undefined, kind: 'share' | 'rate'): Evaluate {
  const { kind: found, constant, evaluate } = compileAs(quantity, 'rate', scope)
  const outside = (value: Fraction): boolean => isNegative(value) || (most !== undefined && compare(value, most) > 0)
  if (constant !== undefined && plain(found) && outside(constant)) fault(scope, 'unreadable', quantity, kind)
  return (context) => {
    const value = evaluate(context)
    if (value === undefined || !outside(value)) return value
    return noteMissing(context, { fact: scope.path, path: scope.path, label: OUTSIDE, kind, reason: OUTSIDE })
  }
}

const OUTSIDE = { zh: '应不为负，份额不超过1', en: 'expected zero or more, and for a share at most one' }

export function compileTier(written: DistributionTier, managerWord: string, scope: Scope): CompiledTier {
  mustHaveSource(written, scope)
  return {
    kind: written.tier,
    id: written.id ?? written.tier,
    label: written.label ?? TIER_LABELS[written.tier],
    source: sourceOf(written),
    when: written.when && compileClauses(written.when, within(scope, 'when')),
    tier: tierOf(written, managerWord, behind(scope, true, written.when)),
  }
}

function tierOf(written: DistributionTier, managerWord: string, scope: Scope): CompiledTier['tier'] {
  if (written.tier === 'capital') return (_, parties) => ({ kind: 'capital', of: selected(written.to, parties) })
  if (written.tier === 'preference') {
    const multiple = notBelowZero(written.multiple, within(scope, 'multiple'))
    return (context, parties) => {
      const value = multiple(context)
      return value && { kind: 'preference', of: selected(written.to, parties), multiple: value }
    }
  }
  if (written.tier === 'preferred') {
    const preferred = returnOf(written, scope)
    const ofDeals = scope.vocabulary.item === 'deal'
    return (context, parties) => {
      const of = selected(written.to, parties)
      const amount = ofDeals ? undefined : preferredAmountIn(context)
      if (amount !== undefined) return { kind: 'stated-preferred', amount, among: of }
      const terms = preferred(context)
      return terms && { kind: 'preferred', of, ...terms }
    }
  }
  if (written.tier === 'catch-up') {
    const rate = shareOf(written.toManager, within(scope, 'toManager'))
    const carry = shareOf(written.carry, within(scope, 'carry'))
    return (context, parties) => {
      const [toManager, share] = [rate(context), carry(context)]
      if (toManager === undefined || share === undefined) return undefined
      // Nothing to the manager is no catch-up: the tier then has nothing to catch up to.
      return { kind: 'catch-up', rate: toManager, carry: isZero(toManager) ? zero : share, among: selected(written.to, parties) }
    }
  }
  if ('shares' in written) return fixedSplit(written.shares, managerWord, within(scope, 'shares'))
  const carry = shareOf(written.carry, within(scope, 'carry'))
  return (context, parties) => {
    const share = carry(context)
    return share && { kind: 'split', carry: share, among: selected(written.to, parties) }
  }
}

/** Return at a rate of the document, simple or compound. */
function returnOf(
  written: { readonly rate: Quantity; readonly interest: Compounding },
  scope: Scope,
): (context: Context) => PreferredReturn | undefined {
  const rate = notBelowZero(written.rate, within(scope, 'rate'))
  const compounding = wordAt(written.interest, within(scope, 'interest'))
  return (context) => {
    const value = rate(context)
    return value === undefined || compounding === undefined ? undefined : { rate: value, compounding }
  }
}

/** Printed shares that sum to one, by the words of the document. */
function printedShares(printed: { readonly [party: string]: string }, scope: Scope): Shares {
  const shares = Object.fromEntries(
    Object.entries(printed).map(([party, text]) => {
      const read = printedAt(text, within(scope, party))
      if (read !== undefined && read.kind !== 'rate' && read.kind !== 'number') fault(within(scope, party), 'unreadable', text, 'share')
      return [party, read?.value ?? zero]
    }),
  )
  if (compare(Object.values(shares).reduce(plus, zero), one) !== 0) fault(scope, 'shares', printed)
  return shares
}

function fixedSplit(printed: { readonly [party: string]: string }, managerWord: string, scope: Scope): CompiledTier['tier'] {
  const { [managerWord]: carry = zero, ...others } = printedShares(printed, scope)
  return (_, parties) => ({
    kind: 'split',
    carry,
    among: compare(carry, one) === 0 ? parties.holders.map(({ name }) => name) : spread(others, minus(one, carry), parties),
  })
}

export function compileConcession(written: Sourced<ConcessionTerms>, outer: Scope): CompiledConcession {
  mustHaveSource(written, outer)
  const { by, share, above, to, when } = written.value
  const scope = within(outer, 'value')
  const inside = behind(scope, true, when)
  const part = shareOf(share, within(inside, 'share'))
  const kept = above && returnOf(above, within(inside, 'above'))
  const isFixed = !Array.isArray(to) && !('except' in to)
  const fixed = isFixed ? printedShares(to as { readonly [party: string]: string }, within(scope, 'to')) : undefined
  return {
    source: sourceOf(written),
    when: when && compileClauses(when, within(scope, 'when')),
    concession: (context, parties) => {
      const value = part(context)
      const rate = kept?.(context)
      if (value === undefined || (kept !== undefined && rate === undefined)) return undefined
      const receivers =
        fixed === undefined ? sharesAmong(selected(to as PartySelection, parties), parties.weights) : spread(fixed, one, parties)
      return { by: selected(by, parties), share: receivers === undefined ? zero : value, ...(rate && { above: rate }), to: receivers ?? {} }
    },
  }
}
