// Figures as a reader sees them.
import { shifted } from './entered.js'

const grouped = (text) => text.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replaceAll(/\B(?=(\d{3})+$)/g, ','))

/** A decimal text to so many places, cut off; a quotient as a decimal with an ellipsis. */
function decimal(text, places) {
  const [top, bottom] = text.split('/')
  if (bottom === undefined) return text
  const scaled = (BigInt(shifted(top, 0).replace('.', '')) * 10n ** BigInt(places)) / BigInt(bottom)
  return `${shifted(String(scaled), -places)}…`
}

export function yuan(text, language) {
  const [whole, decimals = ''] = decimal(text, 2).split('.')
  return `${grouped(whole)}.${decimals.padEnd(2, '0')}${language === 'zh' ? '元' : ' yuan'}`
}

export const wan = (text, language) => `${shifted(text, -4)}${language === 'zh' ? '万元' : ' × 10,000 yuan'}`

/** A value in the unit of its kind. */
export function figure(text, kind, language, words) {
  if (kind === 'amount' || kind === 'signed-amount') return yuan(text, language)
  if (kind === 'rate' || kind === 'share' || kind === 'growth') return text.includes('/') ? text : `${shifted(text, 2)}%`
  if (kind === 'months') return `${text}${language === 'zh' ? '个月' : ' months'}`
  if (kind === 'days' || kind === 'date') return `${text}${words.days}`
  return text
}
