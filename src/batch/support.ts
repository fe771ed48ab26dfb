import { plus } from './exact.js'
import { UNUSUAL } from './outside.js'
import type { Loan, Row, Stated, Test, Work } from './row.js'
import type { Scope } from './scope.js'

/** Which support from elsewhere is meant. */
interface Chosen {
  readonly levels?: readonly string[] | undefined
  readonly lines?: readonly string[] | undefined
}

/** Whether a level that is not stated in full could be one of those named. */
const isVague = (level: string, named: readonly string[]): boolean =>
  level === 'fiscal' || (level === 'local' && named.some((name) => name !== 'central' && name !== 'other' && name !== 'fiscal'))

/** Whether support counts here: by its level and line, and by the loan it is for. Throws `UNUSUAL` where that is not known. */
function counts({ levels, lines }: Chosen, scope: Scope): (support: Stated, row: Row) => boolean {
  const named = (fact: string, values: readonly string[] | undefined): ((support: Stated) => boolean) => {
    const { place } = scope.facts.at(fact)
    if (values === undefined) return () => true
    return ({ under, words }) => {
      const value = words[place] as string
      if (under[place] === 0) throw UNUSUAL
      if (values.includes(value)) return true
      if (isVague(value, values)) throw UNUSUAL
      return false
    }
  }
  const isOfLevel = named('support.level', levels)
  const isOfLine = named('support.line', lines)
  const loanPlace = scope.facts.at('support.loan').place
  return (support, row) => isOfLevel(support) && isOfLine(support) && isFor(row.loan, support, loanPlace, row)
}

function isFor(loan: Loan | undefined, { under, words }: Stated, place: number, row: Row): boolean {
  if (loan === undefined) return true
  if (under[place] !== 0) return words[place] === loan.id
  // While it is being decided which loans count, the one at hand stands for itself.
  if (row.counting > 1) throw UNUSUAL
  return true
}

/** Whether there is no other support of the kind; support of zero counts as none. */
export function noSupport(chosen: Chosen, scope: Scope): Test {
  const isMeant = counts(chosen, scope)
  const amount = scope.facts.at('support.amount').place
  const rate = scope.facts.at('support.annualRate').place
  return (row) => {
    if (!row.supportIsStated) throw UNUSUAL
    let none = true
    for (let index = 0; index < row.supportCount; index += 1) {
      const support = row.supports[index] as Stated
      if (!isMeant(support, row)) continue
      const { over, under } = support
      const place = under[amount] === 0 ? rate : amount
      if (under[place] === 0) throw UNUSUAL
      if (over[place] !== 0) none = false
    }
    return none
  }
}

/** The sum of support from elsewhere: its amounts, or its yearly rates. Support stated otherwise is left to the ordinary path. */
export function supportSum(of: 'amount' | 'annual-rate', chosen: Chosen, scope: Scope): Work {
  const isMeant = counts(chosen, scope)
  const { place } = scope.facts.at(of === 'amount' ? 'support.amount' : 'support.annualRate')
  return (row) => {
    if (!row.supportIsStated) throw UNUSUAL
    let sum = 0
    let sumUnder = 1
    for (let index = 0; index < row.supportCount; index += 1) {
      const support = row.supports[index] as Stated
      if (!isMeant(support, row)) continue
      if (support.under[place] === 0) throw UNUSUAL
      sum = plus(row, sum, sumUnder, support.over[place] as number, support.under[place] as number)
      sumUnder = row.under
    }
    row.under = sumUnder
    return sum
  }
}
