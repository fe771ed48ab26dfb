// What an applicant types becomes what is stated: 120万元 is 1200000, ４．３５％ is 0.0435. Text that cannot be read stays as it is, and the library says what is wrong.

import { fieldsOf, isGroup, isList } from './form.js'

/** Half-width, without spaces and separators of thousands. */
const plain = (text) => text.normalize('NFKC').replaceAll(/[\s,，_]/g, '')

/** A decimal text times a power of ten, exactly. */
export function shifted(text, places) {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  const zeros = '0'.repeat(Math.abs(places))
  const digits = `${zeros}${whole}${decimals}${zeros}`
  const point = zeros.length + whole.length + places
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = digits.slice(point).replace(/0+$/, '')
  return `${sign}${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`
}

const SCALES = { 亿: 8, 千万: 7, 百万: 6, 十万: 5, 万: 4, 千: 3, 百: 2 }
const AMOUNT = /^(?:人民币|RMB|CNY|¥)?(-?\d+(?:\.\d+)?)(亿|千万|百万|十万|万|千|百)?(?:元|圆|块|yuan)?整?$/i

const placesOf = (factor) => (factor === '1' ? 0 : factor.startsWith('0.') ? -(factor.length - 2) : factor.length - 1)

/** An amount in yuan; a unit that is written wins over the one chosen. */
export function amountOf(text, factor = '1') {
  const [, number, scale] = AMOUNT.exec(plain(text)) ?? []
  if (number === undefined) return text
  const isWritten = scale !== undefined || /[元圆]/.test(text)
  return shifted(number, scale === undefined ? (isWritten ? 0 : placesOf(factor)) : SCALES[scale])
}

/** A rate or share as a fraction, entered in percent unless it is written as a quotient. */
export function fractionOf(text) {
  const [, number, sign] = /^(?:年|年化|年利率)?(-?\d+(?:\.\d+)?)(%|‰|个百分点|BP)?$/i.exec(plain(text)) ?? []
  if (number === undefined) return plain(text)
  return shifted(number, sign === '‰' ? -3 : sign?.toUpperCase() === 'BP' ? -4 : -2)
}

function wholeOf(text, kind) {
  const [, number, unit] = /^(\d+)(个月|月|年|天|日|人|个)?$/.exec(plain(text)) ?? []
  if (number === undefined) return text
  return Number(number) * (kind === 'months' && unit === '年' ? 12 : 1)
}

const isBlank = (typed) => typed === undefined || typed === '' || (typeof typed === 'string' && typed.trim() === '')

/** One fact from what was typed; undefined where nothing was. */
export function readField(field, typed, factor) {
  if (isBlank(typed)) return undefined
  const kind = field['x-kind']
  if (kind === 'amount' || kind === 'signed-amount') return amountOf(typed, factor)
  if (kind === 'rate' || kind === 'share' || kind === 'growth') return fractionOf(typed)
  if (kind === 'count' || kind === 'months' || kind === 'days') return wholeOf(typed, kind)
  if (kind === 'number') return plain(typed)
  if (kind === 'amounts')
    return Array.isArray(typed)
      ? typed
      : typed
          .split(/[、;；\n]+/)
          .filter((text) => text.trim() !== '')
          .map((text) => amountOf(text, factor))
  if (kind === 'amounts-by-party') return partiesOf(typed, factor)
  if (kind === 'text') return typed.trim()
  return typed
}

/** Lines such as `引导基金 3000万元`. */
function partiesOf(typed, factor) {
  const lines = typed.split(/[\n;；]+/).filter((line) => line.trim() !== '')
  const read = lines.map((line) => /^\s*(\D.*?)[\s:：]+(\S+)\s*$/.exec(line))
  return read.includes(null) ? typed : Object.fromEntries(read.map(([, party, amount]) => [party, amountOf(amount, factor)]))
}

/** The facts stated on a form; what is left blank is not stated. */
export function readForm(schema, typed = {}, units = {}, path = '') {
  const facts = {}
  for (const [key, field] of fieldsOf(schema)) {
    const at = path === '' ? key : `${path}.${key}`
    const value = typed[key]
    if (isGroup(field)) {
      const group = readForm(field, value, units, at)
      if (Object.keys(group).length > 0) facts[key] = group
    } else if (isList(field)) {
      if (value !== undefined) facts[key] = value.map((entry, index) => readForm(field.items, entry, units, `${at}[${index}]`))
    } else {
      const read = readField(field, value, units[at])
      if (read !== undefined) facts[key] = read
    }
  }
  return facts
}

/** What was stated as it is typed: the other way round, for a link that reopens a case. */
export function typedOf(schema, facts = {}) {
  const typed = {}
  for (const [key, field] of fieldsOf(schema)) {
    const value = facts[key]
    if (value === undefined) continue
    const kind = field['x-kind']
    if (isGroup(field)) typed[key] = typedOf(field, value)
    else if (isList(field)) typed[key] = Array.isArray(value) ? value.map((entry) => typedOf(field.items, entry)) : []
    else if (kind === 'rate' || kind === 'share' || kind === 'growth')
      typed[key] = /^-?\d+(\.\d+)?$/.test(value) ? shifted(value, 2) : String(value)
    else if (kind === 'amounts') typed[key] = value.length === 0 ? [] : value.join('、')
    else if (kind === 'amounts-by-party')
      typed[key] =
        typeof value === 'object'
          ? Object.entries(value)
              .map((entry) => entry.join(' '))
              .join('\n')
          : String(value)
    else typed[key] = typeof value === 'number' ? String(value) : value
  }
  return typed
}
