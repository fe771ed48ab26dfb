import type { Terms } from '../items/loan-formula.js'
import type { InterestKind } from '../policy/policy.js'
import { plus, times } from './exact.js'
import { NOT_STATED, type Slips } from './lists.js'
import { UNUSUAL } from './outside.js'
import type { Loan, Row, Work, WorkDay } from './row.js'
import type { Scope } from './scope.js'

/** Days in which time counts. */
export interface Window {
  readonly from: WorkDay | undefined
  readonly until: readonly WorkDay[]
}

/** Interest on the slips that counts: of the kinds the document counts, in its windows and in the counted time of the loan. */
export function slipInterest(read: Terms, windows: readonly Window[], time: (row: Row) => void, scope: Scope): Work {
  const { kinds, by } = read.interest
  const isTimed = timed(read, scope)
  return (row) => {
    const loan = row.loan as Loan
    const { slips } = loan.lists
    if (!slips.isStated) throw UNUSUAL
    let from = Number.NEGATIVE_INFINITY
    let until = Number.POSITIVE_INFINITY
    for (const window of windows) {
      if (window.from !== undefined) from = Math.max(from, window.from(row))
      for (const last of window.until) until = Math.min(until, last(row))
    }
    if (isTimed(loan)) {
      time(row)
      if (loan.time === 'period') {
        // A loan without a day that counts has no slips that do.
        until = loan.from < loan.until ? Math.min(until, loan.until) : NOT_STATED
        from = Math.max(from, loan.from)
      }
    }
    let sum = 0
    let sumUnder = 100
    for (let index = 0; index < slips.count; index += 1) {
      if (!kinds.includes(slips.kinds[index] as InterestKind)) continue
      const counted = by === 'paid-on' ? paidWithin(slips, index, from, until) : partWithin(row, slips, index, from, until)
      sum = plus(row, sum, sumUnder, counted, by === 'paid-on' ? 100 : row.under)
      sumUnder = row.under
    }
    row.under = sumUnder
    return sum
  }
}

/** Whether the loan's own days cut its slips: where they are known, or where a longest time needs them. */
function timed({ longest }: Terms, scope: Scope): (loan: Loan) => boolean {
  const [drawn, matures, term] = ['loan.drawdownDate', 'loan.maturityDate', 'loan.termMonths'].map(
    (name) => scope.facts.at(name).place,
  ) as [number, number, number]
  return ({ stated: { under } }) => longest !== undefined || (under[drawn] !== 0 && (under[matures] !== 0 || under[term] !== 0))
}

/** A slip by its day of payment: all of it or nothing. */
function paidWithin({ paidOn, fen }: Slips, index: number, from: number, until: number): number {
  const day = paidOn[index] as number
  if (day === NOT_STATED) throw UNUSUAL
  return day >= from && day < until ? (fen[index] as number) : 0
}

/** A slip by the days it is for: the part of it within the time that counts. */
function partWithin(row: Row, slips: Slips, index: number, from: number, until: number): number {
  const start = slips.from[index] as number
  const end = slips.until[index] as number
  const first = Math.max(start, from)
  const last = Math.min(end, until)
  row.under = 100
  if (first >= last) return 0
  const fen = slips.fen[index] as number
  return first === start && last === end ? fen : times(row, fen, 100, last - first, end - start)
}
