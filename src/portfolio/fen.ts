import { Decimal } from '../money/decimal.js'
import { isAmountText } from '../money/input.js'

/** An amount in yuan with at most two places: decimal text such as '3000000.00', or a Decimal. */
export type Amount = string | Decimal

/** Whether a value is an amount of zero or more in whole fen, below 10^15 yuan. */
export function isAmount(value: unknown): value is Amount {
  return isAmountText(Decimal.isDecimal(value) ? value.toFixed() : value)
}

/** Whole fen of an amount. RangeError where it is none. */
export function fenOf(amount: Amount): bigint {
  const text = typeof amount === 'string' ? amount : amount.toFixed()
  if (!isAmountText(text)) throw new RangeError(`expected an amount in yuan with at most two places, received ${JSON.stringify(text)}`)
  const dot = text.indexOf('.')
  return BigInt(dot < 0 ? `${text}00` : text.slice(0, dot) + text.slice(dot + 1).padEnd(2, '0'))
}

/** Yuan with two places, such as '9000.00' or '-0.05'. */
export function yuanOf(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
