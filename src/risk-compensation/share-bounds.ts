import { compileAs } from '../assessment/bounds.js'
import { type CompiledClause, compileClause } from '../assessment/clause.js'
import type { Context } from '../assessment/context.js'
import { forgetMissing } from '../assessment/reading.js'
import { type Compiled, fault, type Scope, within } from '../assessment/scope.js'
import { type Fraction, fractionText } from '../money/fraction.js'
import type { Clause } from '../policy/clause.js'
import type { RiskCompensationTerms, ShareBound } from '../policy/policy.js'
import type { Quantity } from '../policy/quantity.js'
import type { Text } from '../policy/source.js'
import { conflictOf, type ShareBounds } from '../waterfall/bounds.js'

type Bounds = NonNullable<RiskCompensationTerms['bounds']>
type Rule = 'exactly' | 'atLeast' | 'atMost'

/** Shares a document bounds, ready to be worked out and to be held against what is stated. */
export interface CompiledBounds {
  /** Works out the amount of every bound; undefined while one is unknown. */
  readonly check: (context: Context) => Fraction | undefined
  /** The bounds as clauses on the shares an applicant states; none where none is stated. */
  readonly clauses: (context: Context) => readonly CompiledClause[]
}

/** How the amount of a bound reads, after the name of its party. */
const NAMES: { readonly [rule in Rule | 'remainder']: string } = {
  exactly: 'Share',
  atLeast: 'Minimum',
  atMost: 'Maximum',
  remainder: 'Remainder',
}

export function compileShareBounds({ value: { of, shares, stated: facts } }: Bounds, outer: Scope): CompiledBounds {
  const scope = within(outer, 'value')
  const inside = within(scope, 'shares')
  const parties = Object.entries(shares).map(([party, bound]) => ({
    party,
    bound,
    at: within(inside, party, bound === 'remainder' ? {} : bound),
  }))
  const rates = parties.flatMap(({ party, bound, at }) => {
    const rule = ruleOf(bound)
    const quantity = quantityOf(bound)
    return rule === 'remainder' || quantity === undefined ? [] : [{ party, rule, rate: compileAs(quantity, 'rate', within(at, rule)) }]
  })
  if (parties.length - rates.length > 1) fault(inside, 'shares', shares, 'remainders')
  // A bound that is worked out may come to anything.
  const fixed = rates.filter(({ rate }) => rate.constant !== undefined)
  const open = parties
    .filter(({ party }) => !fixed.some((one) => one.party === party))
    .map(({ party, at }) => ({ party, bound: 'remainder' as const, at }))
  const certain = boundsAt(fixed, open, ({ constant }) => constant)
  if (certain !== undefined && conflictOf(certain) !== undefined) fault(inside, 'shares', shares, 'bounds')
  const stated = parties.flatMap(({ bound }) => quantityOf(bound) ?? [])
  const amounts = parties.map(({ party, bound, at }) => {
    const share: Quantity = quantityOf(bound) ?? { excessOf: ['100%', ...stated] }
    return compileAs({ name: `${party}${NAMES[ruleOf(bound)]}`, share, of }, 'amount', at).evaluate
  })
  return {
    check: (context) => {
      const bounds = boundsAt(rates, parties, ({ evaluate }) => evaluate(context))
      const known = amounts.map((amount) => amount(context))
      if (bounds === undefined || known.includes(undefined)) return undefined
      const conflict = conflictOf(bounds)
      if (conflict === undefined) return known[0]
      const holder = context.item ?? context
      holder.notCovered ??= {
        path: inside.path,
        source: inside.source,
        conflict: { parties: conflict.parties, sum: fractionText(conflict.sum) },
      }
      return undefined
    },
    clauses: facts === undefined ? () => [] : statedClauses(parties, facts, scope),
  }
}

interface PartyBound {
  readonly party: string
  readonly bound: ShareBound
  readonly at: Scope
}

const ruleOf = (bound: ShareBound): Rule | 'remainder' =>
  bound === 'remainder' ? 'remainder' : 'exactly' in bound ? 'exactly' : 'atLeast' in bound ? 'atLeast' : 'atMost'

function quantityOf(bound: ShareBound): Quantity | undefined {
  if (bound === 'remainder') return undefined
  return 'exactly' in bound ? bound.exactly : 'atLeast' in bound ? bound.atLeast : bound.atMost
}

/** The bounds as numbers; undefined where one is not known. */
function boundsAt(
  rates: readonly { readonly party: string; readonly rule: Rule; readonly rate: Compiled }[],
  parties: readonly PartyBound[],
  read: (rate: Compiled) => Fraction | undefined,
): ShareBounds | undefined {
  const known = rates.map(({ party, rule, rate }) => [party, rule, read(rate)] as const)
  if (known.some(([, , value]) => value === undefined)) return undefined
  const free = parties.filter(({ bound }) => bound === 'remainder').map(({ party }) => [party, { remainder: true }])
  return Object.fromEntries([...known.map(([party, rule, value]) => [party, { [rule]: value }]), ...free]) as ShareBounds
}

const SUM: Text = { zh: '各方份额之和', en: 'sum of the shares' }

/** A clause for every bound, and one for the sum; they stand once the applicant states one of the shares. */
function statedClauses(
  parties: readonly PartyBound[],
  facts: { readonly [party: string]: string },
  scope: Scope,
): CompiledBounds['clauses'] {
  const at = within(scope, 'stated')
  const named = Object.keys(facts)
  const strangers = named.filter((party) => !parties.some((bound) => bound.party === party))
  for (const party of strangers) fault(at, 'unknown-party', party, parties.map((one) => one.party).join(', '))
  const silent = parties.filter(({ party }) => !named.includes(party))
  for (const { party } of silent) fault(within(at, party), 'absent', undefined, 'stated')
  const shares = parties.flatMap(({ party, bound, at: place }) => {
    const fact = facts[party]
    return fact === undefined ? [] : [{ party, bound, place, fact, read: compileAs({ fact }, 'rate', within(at, party)).evaluate }]
  })
  const bounds = shares.flatMap(({ party, bound, place, fact }): CompiledClause[] => {
    const limit = quantityOf(bound)
    const rule = ruleOf(bound)
    if (limit === undefined) return []
    const id = `shares-${party.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    return [compileClause({ id, fact, ...(rule === 'exactly' ? { atLeast: limit, atMost: limit } : { [rule]: limit }) }, place)]
  })
  const sum: Clause = {
    id: 'shares-sum',
    label: SUM,
    value: { sumOf: shares.map(({ fact }) => ({ fact })) },
    atLeast: '100%',
    atMost: '100%',
  }
  const clauses = [...bounds, compileClause(sum, at)]
  return (context) => {
    const before = context.missing.size
    const someStated = shares.some(({ read }) => read(context) !== undefined)
    // The bounds are worked out whether shares are stated or not.
    if (!someStated) forgetMissing(context, before)
    return someStated ? clauses : []
  }
}
