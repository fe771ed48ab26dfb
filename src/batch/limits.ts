import type { CompiledLimit } from '../assessment/compile.js'
import type { Limit } from '../policy/policy.js'
import { compileClause, compileClauses } from './clause.js'
import { compare, plus } from './exact.js'
import { Outside, only } from './outside.js'
import { compileQuantity, higher, lower, minus } from './quantity.js'
import type { Entry, Row, Test, Work } from './row.js'
import type { Scope } from './scope.js'
import { noSupport, supportSum } from './support.js'

/** Applies a limit to an amount; whether it leaves nothing because of other support or a minimum. */
export type ApplyLimit = (row: Row, entry: Entry) => boolean

/** One limit of the document, ready to be applied to the loan at hand or to the amount of all loans. */
export function compileLimit(compiled: CompiledLimit, scope: Scope): ApplyLimit {
  only(compiled, COMPILED)
  const { limit, received } = compiled
  const apply = ruleOf(limit, received !== undefined, scope)
  if (limit.when === undefined) return apply
  const applies = compileClauses(limit.when, scope)
  return (row, entry) => applies(row) && apply(row, entry)
}

const COMPILED = ['limit', 'kind', 'perItem', 'source', 'when', 'cap', 'minimum', 'received', 'support', 'open', 'by', 'cut']
const COMMON = ['per', 'when']

function ruleOf(limit: Limit, isUsedUp: boolean, scope: Scope): ApplyLimit {
  if ('cap' in limit) {
    only(limit, [...COMMON, 'cap', 'period', 'received'])
    return cap(compileQuantity(limit.cap, scope), isUsedUp ? receivedOf(limit, scope) : undefined)
  }
  if ('minimum' in limit) {
    only(limit, [...COMMON, 'minimum'])
    return minimum(compileQuantity(limit.minimum, scope))
  }
  only(limit, [...COMMON, 'stacking', 'cost', 'share', 'of', 'fact', 'is', 'levels', 'lines'])
  switch (limit.stacking) {
    case 'net-cost':
      return cap(compileQuantity(limit.cost, scope), supportSum('amount', limit, scope))
    case 'combined-share':
      return cap(compileQuantity({ share: limit.share, of: limit.of }, scope), supportSum('amount', limit, scope))
    case 'exclude':
      return closedUnless(noSupport(limit, scope))
    case 'choose-one':
      return closedUnless(compileClause({ fact: limit.fact, is: limit.is }, scope))
    case 'stack':
      return () => false
    default:
      throw new Outside('this rule of stacking')
  }
}

const RECEIVED = {
  year: ['history.receivedThisYear', 'history.groupReceivedThisYear'],
  window: ['history.receivedInWindow', 'history.groupReceivedInWindow'],
  lifetime: ['history.receivedTotal', 'history.groupReceivedTotal'],
} as const

/** What has been received of a limit before: as the limit says, else the fact of its period. */
function receivedOf({ received: written, period, per }: Extract<Limit, { readonly cap: unknown }>, scope: Scope): Work {
  return compileQuantity(written ?? { fact: RECEIVED[period ?? 'year'][per === 'group' ? 1 : 0] }, scope)
}

/** At most the cap, less what has been received or comes from elsewhere. */
function cap(most: Work, used: Work | undefined): ApplyLimit {
  return (row, entry) => {
    let left = most(row)
    let leftUnder = row.under
    if (used !== undefined) {
      const before = used(row)
      const rest = minus(row, left, leftUnder, before, row.under)
      left = higher(row, 0, 1, rest, row.under)
      leftUnder = row.under
    }
    if (compare(entry.over, entry.under, left, leftUnder) > 0) {
      entry.over = left
      entry.under = leftUnder
    }
    entry.ceilingOver = entry.ceilingUnder === 0 ? left : lower(row, entry.ceilingOver, entry.ceilingUnder, left, leftUnder)
    entry.ceilingUnder = entry.ceilingUnder === 0 ? leftUnder : row.under
    return false
  }
}

function minimum(least: Work): ApplyLimit {
  return (row, entry) => {
    const edge = least(row)
    if (compare(entry.over, entry.under, edge, row.under) >= 0) return false
    entry.over = 0
    entry.under = 1
    return true
  }
}

function closedUnless(open: Test): ApplyLimit {
  return (row, entry) => {
    if (open(row)) return false
    entry.over = 0
    entry.under = 1
    return true
  }
}

/** Starts an amount: a subsidy is never negative, whatever a formula comes to. */
export function begin(entry: Entry, over: number, under: number): void {
  entry.over = Math.max(0, over)
  entry.under = under
  entry.ceilingUnder = 0
}

/** Adds an amount to another; together they have a ceiling only where each has one. */
export function add(row: Row, to: Entry, { over, under, ceilingOver, ceilingUnder }: Entry): void {
  to.over = plus(row, to.over, to.under, over, under)
  to.under = row.under
  if (to.ceilingUnder !== 0 && ceilingUnder !== 0) {
    to.ceilingOver = plus(row, to.ceilingOver, to.ceilingUnder, ceilingOver, ceilingUnder)
    to.ceilingUnder = row.under
  } else to.ceilingUnder = 0
}
