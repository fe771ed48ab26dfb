import { addMonths } from '../dates/calendar-date.js'
import { allocate } from '../money/allocation.js'
import type { Decimal } from '../money/decimal.js'
import { dividedBy, fraction, fractionText, isZero, one, wholeOf } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import type { PartResult } from './assess.js'
import type { PaymentAnswer } from './assessment.js'
import type { Context, FactGroup } from './context.js'
import { sourceOf } from './scope.js'

/** How the amount of a part reaches the borrower: at once, or month by month with the elapsed months refunded when the bank is funded. */
export function paymentsOf({ compiled, items, amounts, id }: PartResult, total: Decimal, context: Context): PaymentAnswer[] {
  const { part, terms } = compiled
  const payment = part.payment
  if (payment === undefined) return []
  const weights = items.map((item) => amounts.get(item) ?? one)
  const shares = allocate(total, weights.every(isZero) ? weights.map(() => one) : weights)
  return items.map((item, index) => {
    const amount = shares[index] as Decimal
    const answer = {
      item: item.id,
      form: payment.value.form,
      amount: moneyText(amount),
      source: sourceOf(payment),
      ...(id === undefined ? {} : { part: id }),
    }
    const counted = payment.value.form === 'deducted' ? terms.months?.(item) : undefined
    if (counted === undefined || counted.months === 0) return answer
    return { ...answer, ...monthByMonth(amount, counted, context) }
  })
}

function monthByMonth(
  amount: Decimal,
  { from, months }: { readonly from: string; readonly months: number },
  context: Context,
): Partial<PaymentAnswer> {
  const perMonth = fractionText(dividedBy(fraction(amount), wholeOf(months)))
  const funded = (context.facts['events'] as FactGroup | undefined)?.['bankReceivesFunds'] as string | undefined
  if (funded === undefined) return { perMonth }
  const between = (Number(funded.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(funded.slice(5, 7)) - Number(from.slice(5, 7))
  const elapsed = Math.min(Math.max(between, 0), months)
  const monthly = allocate(
    amount,
    Array.from({ length: months }, () => one),
  )
  const refund = monthly.slice(0, elapsed).reduce((sum, part) => sum.plus(part), amount.minus(amount))
  const later = monthly.slice(elapsed).map((part, index) => ({
    month: addMonths(`${from.slice(0, 7)}-01`, elapsed + index).slice(0, 7),
    amount: moneyText(part),
    kind: 'deduction' as const,
  }))
  return {
    perMonth,
    refundForElapsedMonths: moneyText(refund),
    elapsedMonths: elapsed,
    remainingMonths: months - elapsed,
    instalments: [...(elapsed > 0 ? [{ month: funded, amount: moneyText(refund), kind: 'refund' as const }] : []), ...later],
  }
}
