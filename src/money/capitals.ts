const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['仟', '佰', '拾', '']

/**
 * An amount in Chinese capitals (人民币大写): '1409.50' is 人民币壹仟肆佰零玖元伍角整.
 *
 * 整 follows 元 and 角, which both the payment rules and the accounting rules allow. Of the zeros that may be left out, the one after 元 is written,
 * the one between 亿, 万 and 元 is not. RangeError unless the text is an amount below 10^15 yuan with at most two decimal places.
 *
 * Source: 支付结算办法 annex; 会计基础工作规范 art. 52.
 */
export function capitals(amount: string): string {
  const { pieces, optional, ending } = spell(amount)
  const last = pieces.length - 1
  return `人民币${written(pieces, optional[last] === true ? last : -1)}${ending === 'none' ? '' : '整'}`
}

/**
 * Whether a text is one of the permitted capitals of an amount.
 *
 * Accepted besides the form `capitals` prints: no 整 after 角, at most one of the zeros that may be written or left out, 正 for 整, 圆 for 元 and
 * the traditional characters. The text begins with 人民币.
 */
export function acceptsCapitals(amount: string, text: string): boolean {
  const plain = plainText(text)
  const { pieces, optional, ending } = spell(amount)
  const zeros = [-1, ...optional.flatMap((may, index) => (may ? [index] : []))]
  const ends = { must: ['整'], may: ['', '整'], none: [''] }[ending]
  return zeros.some((zero) => ends.some((end) => plain === `人民币${written(pieces, zero)}${end}`))
}

/** The amount that permitted capitals state, in yuan with two places: '1409.50'. Undefined where the text is not permitted. */
export function readCapitals(text: string): string | undefined {
  const [, yuan = '零', jiao = '零', fen = '零'] = /^人民币(?:(.{1,40})元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(plainText(text)) ?? []
  const amount = `${wholeYuan(yuan)}.${digitOf(jiao)}${digitOf(fen)}`
  return /^\d{1,15}\.\d\d$/.test(amount) && acceptsCapitals(amount, text) ? amount : undefined
}

/** What a numeral comes to, read from left to right; a text that is none comes to some number that it does not spell. */
function wholeYuan(numeral: string): bigint {
  let whole = 0n
  let section = 0n
  let digit = 0n
  for (const character of numeral) {
    const place = PLACES.indexOf(character)
    if (place >= 0) {
      section += digit * 10n ** BigInt(3 - place)
      digit = 0n
    } else if (character === '万' || character === '亿') {
      whole = character === '万' ? whole + (section + digit) * 10_000n : (whole + section + digit) * 100_000_000n
      section = 0n
      digit = 0n
    } else digit = BigInt(Math.max(0, digitOf(character)))
  }
  return whole + section + digit
}

const digitOf = (character: string): number => DIGITS.indexOf(character)

const plainText = (text: string): string => text.replace(/[正圆圓億萬貳陸]/g, (character) => PLAIN[character] ?? character)

const PLAIN: Readonly<Record<string, string>> = { 正: '整', 圆: '元', 圓: '元', 億: '亿', 萬: '万', 貳: '贰', 陸: '陆' }

interface Spelling {
  /** Groups of four digits with their unit, then 角 and 分; a zero that must be written is part of its piece. */
  readonly pieces: readonly string[]
  /** Before which pieces a zero may be written or left out. */
  readonly optional: readonly boolean[]
  readonly ending: 'must' | 'may' | 'none'
}

function spell(amount: string): Spelling {
  const [, yuan = '', fraction = ''] = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(amount) ?? []
  if (!yuan) throw new RangeError(`expected an amount in yuan such as "1409.50", received ${JSON.stringify(amount)}`)
  const groups = yuan.padStart(16, '0').match(/\d{4}/g) ?? []
  const [jiao = '0', fen = '0'] = fraction.padEnd(2, '0')
  const pieces: string[] = []
  const optional: boolean[] = []
  let previous = ''
  groups.forEach((group, index) => {
    const unit = ['万', '亿', '万', ''][index] ?? ''
    const number = Number(group)
    if (number > 0) {
      pieces.push((previous && group.startsWith('0') ? '零' : '') + spellGroup(group) + unit)
      optional.push(previous.endsWith('0') && !group.startsWith('0'))
    } else if (unit === '亿' && previous) {
      pieces.push(unit)
      optional.push(false)
    }
    if (number > 0 || previous) previous += group
  })
  if (previous) pieces[pieces.length - 1] += '元'
  const parts = (jiao === '0' ? '' : `${DIGITS[Number(jiao)]}角`) + (fen === '0' ? '' : `${DIGITS[Number(fen)]}分`)
  if (parts) {
    pieces.push((previous && jiao === '0' ? '零' : '') + parts)
    optional.push(previous.endsWith('0') && jiao !== '0')
  } else if (!previous) {
    return { pieces: ['零元'], optional: [false], ending: 'must' }
  }
  return { pieces, optional, ending: fen !== '0' ? 'none' : jiao !== '0' ? 'may' : 'must' }
}

function spellGroup(group: string): string {
  const digits = Array.from(group, (digit, place) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[place]}`)).join('')
  return digits.replace(/零+/g, '零').replace(/^零|零$/g, '')
}

function written(pieces: readonly string[], zero: number): string {
  return pieces.map((piece, index) => (index === zero ? `零${piece}` : piece)).join('')
}
