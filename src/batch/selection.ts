import type { CompiledSelection } from '../assessment/compile.js'
import { byId } from '../assessment/order.js'
import type { ItemOrder, Selection, Word } from '../policy/policy.js'
import { compare } from './exact.js'
import { dayFact, numberFact } from './fact.js'
import { known, Outside, only } from './outside.js'
import type { Loan, Row, Work } from './row.js'
import { parameterOf, type Scope } from './scope.js'

/** Puts the loans that count in an order of the document, into `row.order`. */
export type Order = (row: Row) => void

/** What loans are ordered by where the document names the order. */
const NAMED: { readonly [order: string]: Exclude<ItemOrder, string> } = {
  'drawdown-date': { earliest: 'loan.drawdownDate' },
  'largest-principal': { largest: 'loan.principal' },
}

/** An order of the document; `subsidy` is what a loan brings by itself. */
export function compileOrder(word: Word<ItemOrder>, scope: Scope, subsidy?: Work): Order {
  const order = orderOf(word, scope)
  if (order === 'as-listed') return asListed
  if (order === 'largest-subsidy') {
    if (subsidy === undefined) throw new Outside('an order by what is not known yet')
    return ranked(subsidy, -1)
  }
  const by = typeof order === 'string' ? NAMED[order] : order
  const [[way, name] = ['', '']] = Object.entries<string>({ ...by })
  known(way, ['earliest', 'latest', 'largest', 'smallest'])
  const isDay = way === 'earliest' || way === 'latest'
  const day = isDay ? dayFact(name, scope) : undefined
  const rank: Work =
    day === undefined
      ? numberFact(name, scope)
      : (row) => {
          const value = day(row)
          row.under = 1
          return value
        }
  return ranked(rank, way === 'earliest' || way === 'smallest' ? 1 : -1)
}

function orderOf(word: Word<ItemOrder>, scope: Scope): ItemOrder {
  if (typeof word === 'string') return word
  if ('value' in word) {
    only(word, ['value'])
    return orderOf(word.value, scope)
  }
  if ('parameter' in word) return parameterOf(word.parameter, scope).value as ItemOrder
  return word
}

const asListed: Order = (row) => {
  let counted = 0
  for (let index = row.first; index < row.end; index += 1) {
    const loan = row.loans[index] as Loan
    if (!loan.counts) continue
    row.order[counted] = loan
    counted += 1
  }
}

function rankLoans(row: Row, rank: Work): void {
  for (let index = row.first; index < row.end; index += 1) {
    const loan = row.loans[index] as Loan
    if (!loan.counts) continue
    row.loan = loan
    loan.rankOver = rank(row)
    loan.rankUnder = row.under
  }
  row.loan = undefined
}

/** By a rank, equal ones by their number, then as listed. */
function ranked(rank: Work, sign: 1 | -1): Order {
  return (row) => {
    if (row.counting > 1) rankLoans(row, rank)
    asListed(row)
    const isAfter = (a: Loan, b: Loan): boolean =>
      (sign * compare(a.rankOver, a.rankUnder, b.rankOver, b.rankUnder) || byId(a.id, b.id)) > 0
    for (let index = 1; index < row.counting; index += 1) {
      const loan = row.order[index] as Loan
      let at = index
      for (; at > 0 && isAfter(row.order[at - 1] as Loan, loan); at -= 1) row.order[at] = row.order[at - 1] as Loan
      row.order[at] = loan
    }
  }
}

/** Leaves out the loans beyond the document's limit on number. */
export function compileSelection(written: Selection, compiled: CompiledSelection, subsidy: Work, scope: Scope): (row: Row) => void {
  only(written, ['atMost', 'order'])
  only(compiled, ['order', 'source', 'atMost', 'per', 'distinct'])
  const { atMost } = compiled
  const order = compileOrder(written.order, scope, subsidy)
  return (row) => {
    order(row)
    for (let index = atMost; index < row.counting; index += 1) (row.order[index] as Loan).counts = false
    row.counting = Math.min(row.counting, atMost)
  }
}
