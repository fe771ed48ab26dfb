/** Whole fen of decimal text in yuan, as the library writes amounts. */
export const fenOf = (yuan) => {
  const [whole, places = ''] = yuan.split('.')
  return BigInt(whole + places.padEnd(2, '0'))
}

/** Yuan with two places of whole fen of zero or more; null where there is none. */
export const yuanOf = (fen) => {
  if (fen === null) return null
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
