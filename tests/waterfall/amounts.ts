import { decimalOf } from '../../src/money/decimal.js'
import { type Fraction, fraction, fractionText } from '../../src/money/fraction.js'
import { moneyText } from '../../src/money/rounding.js'
import type { Money, Shares } from '../../src/waterfall/parties.js'

/** '0.2' or '1/3', exactly. */
export function exactly(text: string): Fraction {
  const [top = '', bottom = '1'] = text.split('/')
  return fraction(decimalOf(top), decimalOf(bottom))
}

export const sharesOf = (texts: Readonly<Record<string, string>>): Shares => changed(texts, exactly)
export const moneyOf = (texts: Readonly<Record<string, string>>): Money => changed(texts, decimalOf)
export const textsOf = (shares: Shares): Readonly<Record<string, string>> => changed(shares, fractionText)
export const fenOf = (money: Money): Readonly<Record<string, string>> => changed(money, moneyText)

function changed<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([party, value]) => [party, change(value)]))
}
