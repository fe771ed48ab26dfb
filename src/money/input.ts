/** Whether a text is an amount in yuan as applicants send it: digits, at most two decimal places, below 10^15, never negative. */
export function isAmountText(text: unknown): text is string {
  return typeof text === 'string' && /^\d{1,15}(\.\d{1,2})?$/.test(text)
}

/** Whether a text is a yearly rate or a share as applicants send it: '0.0345' or 'n/d', above -1 and at most 1. */
export function isRateText(text: unknown): text is string {
  if (typeof text !== 'string') return false
  const [, numerator = '', denominator = ''] = /^(-?\d{1,15})\/([1-9]\d{0,14})$/.exec(text) ?? []
  if (denominator !== '') return Number(numerator) > -Number(denominator) && Number(numerator) <= Number(denominator)
  return /^(-?0(\.\d{1,15})?|1(\.0{1,15})?)$/.test(text)
}
