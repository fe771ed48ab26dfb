import { daysBetween, monthsBetween } from '../dates/calendar-date.js'
import { type Decimal, decimalOf } from '../money/decimal.js'
import { type Fraction, fraction, plus, times, zero } from '../money/fraction.js'

/**
 * The methods 银发〔2005〕129号 allows, by name. The bank picks one and tells the customer, so there is no default.
 *
 * - `product-sum` 积数计息法: Σ (balance × days) × R ÷ 360.
 * - `whole-periods` 逐笔计息, whole years or months: P × months × R ÷ 12; RangeError when odd days are left.
 * - `periods-and-odd-days` 逐笔计息, whole months and odd days: P × months × R ÷ 12 + P × odd days × R ÷ 360.
 * - `actual-days` 逐笔计息, all in actual days: P × days × R ÷ 360.
 */
export const INTEREST_METHODS = {
  'product-sum': { zh: '积数计息法', en: 'product sum of daily balances' },
  'whole-periods': { zh: '逐笔计息法：整年整月', en: 'per transaction, whole years or months' },
  'periods-and-odd-days': { zh: '逐笔计息法：整年整月加零头天数', en: 'per transaction, whole months and odd days' },
  'actual-days': { zh: '逐笔计息法：实际天数', en: 'per transaction, actual days' },
} as const

export type InterestMethod = keyof typeof INTEREST_METHODS

/** A principal lent over a period at one rate. */
export interface MethodStretch {
  readonly from: string
  readonly until: string
  readonly balance: Decimal
  readonly rate: Fraction
}

/**
 * The interest of stretches by one of the lawful methods, in exact yuan.
 *
 * The daily rate is the yearly rate ÷ `yearDays`: 360 in the notice; some contracts and foreign currencies take 365. The per-transaction
 * methods count each stretch on its own, as one transaction; the product sum adds all days first.
 */
export function interestBy(method: InterestMethod, stretches: readonly MethodStretch[], yearDays: 360 | 365): Fraction {
  const year = decimalOf(yearDays)
  const twelve = decimalOf(12)
  let interest = zero
  for (const { from, until, balance, rate } of stretches) {
    const principal = times(fraction(balance), rate)
    const yearly = (count: number, parts: Decimal): void => {
      interest = plus(interest, times(principal, fraction(decimalOf(count), parts)))
    }
    if (method === 'product-sum' || method === 'actual-days') yearly(daysBetween(from, until), year)
    else {
      const { months, days } = monthsBetween(from, until)
      if (days > 0 && method === 'whole-periods') {
        throw new RangeError(`whole-periods: expected whole months from ${from}, received ${until}, which leaves ${days} odd days`)
      }
      yearly(months, twelve)
      if (days > 0) yearly(days, year)
    }
  }
  return interest
}
