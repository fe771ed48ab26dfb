import type { YearShare } from './day-count.js'
import { plus, times } from './exact.js'
import type { Movements } from './lists.js'
import { UNUSUAL } from './outside.js'
import { lower, minus } from './quantity.js'
import type { Loan, Row } from './row.js'

/**
 * Σ balance × share of the year of a loan whose balance changes, over its counted time.
 *
 * No balance counts for more than `most`. Shares of the year are counted from the first day with a balance, so that a change in between starts no new
 * count.
 */
export function accrued(row: Row, loan: Loan, most: number, mostUnder: number, shareOfYear: YearShare): number {
  const { drawdowns, repayments } = loan.lists
  const { from, until } = loan
  let [sum, sumUnder] = [0, 1]
  let [before, beforeUnder] = [0, 1]
  let anchor = until
  let balance = 0
  let drawn = 0
  let repaid = 0
  for (let day = nextDay(drawdowns, 0, repayments, 0); day < until; ) {
    for (; drawn < drawdowns.count && drawdowns.days[drawn] === day; drawn += 1) balance += drawdowns.fen[drawn] as number
    for (; repaid < repayments.count && repayments.days[repaid] === day; repaid += 1) balance -= repayments.fen[repaid] as number
    if (balance < 0) throw UNUSUAL
    const next = Math.min(nextDay(drawdowns, drawn, repayments, repaid), until)
    if (next > from && (balance > 0 || anchor < until)) {
      if (anchor === until) anchor = Math.max(day, from)
      const reached = shareOfYear(row, anchor, next)
      const reachedUnder = row.under
      const share = minus(row, reached, reachedUnder, before, beforeUnder)
      const shareUnder = row.under
      const counted = lower(row, balance, 100, most, mostUnder)
      const product = times(row, counted, row.under, share, shareUnder)
      sum = plus(row, sum, sumUnder, product, row.under)
      sumUnder = row.under
      before = reached
      beforeUnder = reachedUnder
    }
    day = next
  }
  row.under = sumUnder
  return sum
}

function nextDay(drawdowns: Movements, drawn: number, repayments: Movements, repaid: number): number {
  const a = drawn < drawdowns.count ? (drawdowns.days[drawn] as number) : Number.POSITIVE_INFINITY
  const b = repaid < repayments.count ? (repayments.days[repaid] as number) : Number.POSITIVE_INFINITY
  return Math.min(a, b)
}
