import { addMonths } from '../dates/calendar-date.js'
import { allocate } from '../money/allocation.js'
import { type Decimal, ZERO } from '../money/decimal.js'
import { dividedBy, fraction, fractionText, isZero, one, wholeOf } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import type { PartResult } from './assess.js'
import type { PaymentAnswer } from './assessment.js'
import type { Context, FactGroup } from './context.js'
import { sourceOf } from './scope.js'

/** How the amount of a part reaches the borrower: at once, or month by month with the elapsed months refunded when the bank is funded. */
export function paymentsOf({ compiled, items, amounts, id }: PartResult, total: Decimal, context: Context): PaymentAnswer[] {
  const { part, terms } = compiled
  const { payment } = part
  if (payment === undefined) return []
  const { value } = payment
  const weights = items.map((item) => amounts.get(item) ?? one)
  const shares = allocate(total, weights.every(isZero) ? weights.map(() => one) : weights)
  return items.map((item, index) => {
    const amount = shares[index] as Decimal
    const answer = {
      item: item.id,
      form: value.form,
      amount: moneyText(amount),
      source: sourceOf(payment),
      ...(id === undefined ? {} : { part: id }),
    }
    const counted = value.form === 'deducted' && value.each !== undefined ? terms.months?.(item) : undefined
    if (value.form !== 'deducted' || counted === undefined || counted.months === 0) return answer
    const perMonth = fractionText(dividedBy(fraction(amount), wholeOf(counted.months)))
    const funded = (context.facts['events'] as FactGroup | undefined)?.['bankReceivesFunds'] as string | undefined
    if (funded === undefined || value.refundsElapsed !== true) return { ...answer, perMonth }
    return { ...answer, perMonth, ...instalmentsOf(amount, counted, funded, value.each === 'quarter' ? 3 : 1) }
  })
}

/** What is refunded at once for the months that passed before the bank was funded, and what it deducts at each settlement after that. */
function instalmentsOf(
  amount: Decimal,
  { from, months }: { readonly from: string; readonly months: number },
  funded: string,
  step: 1 | 3,
): Partial<PaymentAnswer> {
  const between = monthIndex(funded) - monthIndex(from)
  const elapsed = Math.min(Math.max(between, 0), months)
  const monthly = allocate(
    amount,
    Array.from({ length: months }, () => one),
  )
  const sum = (parts: readonly Decimal[]): Decimal => parts.reduce((total, part) => total.plus(part), ZERO)
  const refund = sum(monthly.slice(0, elapsed))
  const deductions: { month: string; amount: string; kind: 'deduction' }[] = []
  // Settled by month, or with the last month of each calendar quarter.
  for (let start = elapsed; start < months; ) {
    const untilSettlement = step === 1 ? 1 : 3 - ((monthIndex(from) + start) % 3)
    const end = Math.min(start + untilSettlement, months)
    const month = addMonths(`${from.slice(0, 7)}-01`, end - 1).slice(0, 7)
    deductions.push({ month, amount: moneyText(sum(monthly.slice(start, end))), kind: 'deduction' })
    start = end
  }
  return {
    refundForElapsedMonths: moneyText(refund),
    elapsedMonths: elapsed,
    remainingMonths: months - elapsed,
    instalments: [...(elapsed > 0 ? [{ month: funded, amount: moneyText(refund), kind: 'refund' as const }] : []), ...deductions],
  }
}

/** Months since year 0, January first. */
const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
