import type { FactDefinition } from '../assessment/scope.js'
import { isCalendarDate } from '../dates/calendar-date.js'
import type { FactKind } from '../policy/policy.js'
import { dayFrom, isUsualYear } from './day.js'
import { UNUSUAL } from './outside.js'
import type { Stated } from './row.js'

/** Reads one stated value into its place; throws `UNUSUAL` for what the ordinary path must judge. */
export type ReadValue = (value: unknown, into: Stated) => void

/** Place of the facts that are checked and not looked at. */
export const NOWHERE = 0

/** As many entries as a list may have here. */
export const MOST_ENTRIES = 64

/** How a fact is read: by the same rules as in `parseFacts`, for the usual ways to state it. */
export function readerOf({ kind, oneOf, aliases }: FactDefinition, place: number, isYear: boolean): ReadValue {
  if (aliases !== undefined) return unread
  const word = (value: unknown): value is string =>
    typeof value === 'string' && (oneOf === undefined ? value.length > 0 && value.length <= 200 : Object.hasOwn(oneOf, value))
  return isYear ? readYear(place) : READERS[kind](place, word)
}

/** For facts that are left to the ordinary path wherever they are stated. */
export const unread: ReadValue = () => {
  throw UNUSUAL
}

const readCount =
  (place: number): ReadValue =>
  (value, into) => {
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 100_000) throw UNUSUAL
    into.over[place] = value as number
    into.under[place] = 1
  }

function readYear(place: number): ReadValue {
  const read = readCount(place)
  return (value, into) => {
    read(value, into)
    if (!isUsualYear(value as number)) throw UNUSUAL
  }
}

type Word = (value: unknown) => value is string

const READERS: { readonly [kind in FactKind]: (place: number, word: Word) => ReadValue } = {
  amount: (place) => (value, into) => {
    into.over[place] = fenOf(value)
    into.under[place] = 100
  },
  count: readCount,
  months: readCount,
  days: readCount,
  amounts: (place) => (value, into) => {
    if (!Array.isArray(value) || value.length > MOST_ENTRIES) throw UNUSUAL
    let fen = 0
    for (const amount of value) fen += fenOf(amount)
    if (fen > Number.MAX_SAFE_INTEGER) throw UNUSUAL
    into.over[place] = fen
    into.under[place] = 100
  },
  'signed-amount': (place) => (value, into) => {
    const isLoss = typeof value === 'string' && value.startsWith('-')
    const fen = fenOf(isLoss ? value.slice(1) : value)
    into.over[place] = isLoss ? -fen : fen
    into.under[place] = 100
  },
  rate: (place) => (value, into) => {
    readShare(value, place, into)
  },
  share: (place) => (value, into) => {
    readShare(value, place, into)
  },
  growth: (place) => (value, into) => {
    readNumber(value, place, into)
    if ((into.over[place] as number) < -(into.under[place] as number)) throw UNUSUAL
  },
  number: (place) => (value, into) => {
    readNumber(value, place, into)
  },
  date: (place) => (value, into) => {
    into.over[place] = dayFrom(value)
    into.under[place] = 1
  },
  month: () => (value) => {
    if (typeof value !== 'string' || !isCalendarDate(`${value}-01`)) throw UNUSUAL
  },
  'yes-no': (place) => (value, into) => {
    if (typeof value !== 'boolean') throw UNUSUAL
    into.over[place] = value ? 1 : 0
    into.under[place] = 1
  },
  class: (place, word) => (value, into) => {
    if (!word(value)) throw UNUSUAL
    into.words[place] = value
    into.under[place] = 1
  },
  text: (place) => (value, into) => {
    if (typeof value !== 'string' || value.length === 0 || value.length > 200) throw UNUSUAL
    into.words[place] = value
    into.under[place] = 1
  },
  classes: (place, word) => (value, into) => {
    if (!Array.isArray(value) || value.length > MOST_ENTRIES) throw UNUSUAL
    // A list is read with its holes, which no class is.
    for (const each of value) if (!word(each)) throw UNUSUAL
    into.words[place] = value
    into.under[place] = 1
  },
  'amounts-by-party': () => unread,
}

/** An object as JSON has it: its keys are its own, so that a loop over them, which is three times as fast as a list of them, finds no others. */
export function plainObject(stated: unknown): { readonly [key: string]: unknown } {
  if (typeof stated !== 'object' || stated === null || Object.getPrototypeOf(stated) !== Object.prototype) throw UNUSUAL
  return stated as { readonly [key: string]: unknown }
}

const ZERO = 48
const POINT = 46
const MINUS = 45

/** Fen of an amount below 10^13 yuan. */
export function fenOf(text: unknown): number {
  if (typeof text !== 'string') throw UNUSUAL
  const { length } = text
  let fen = 0
  let at = 0
  for (; at < length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (!(digit >= 0 && digit <= 9)) break
    fen = fen * 10 + digit
  }
  if (at === 0 || at > 13) throw UNUSUAL
  if (at === length) return fen * 100
  const places = length - at - 1
  if (text.charCodeAt(at) !== POINT || places < 1 || places > 2) throw UNUSUAL
  for (at += 1; at < length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (!(digit >= 0 && digit <= 9)) throw UNUSUAL
    fen = fen * 10 + digit
  }
  return places === 2 ? fen : fen * 10
}

/** A rate or share from 0 to 1, in ten-thousandths or as finely as it is stated. */
function readShare(text: unknown, place: number, into: Stated): void {
  if (typeof text !== 'string' || text.length > 15 || text.length === 2) throw UNUSUAL
  const first = text.charCodeAt(0) - ZERO
  if (!(first === 0 || first === 1) || (text.length > 1 && text.charCodeAt(1) !== POINT)) throw UNUSUAL
  let over = first
  let under = 1
  for (let at = 2; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (!(digit >= 0 && digit <= 9)) throw UNUSUAL
    over = over * 10 + digit
    under *= 10
  }
  if (over > under) throw UNUSUAL
  for (; under > 10_000 && over % 10 === 0; under /= 10) over /= 10
  for (; under < 10_000; under *= 10) over *= 10
  into.over[place] = over
  into.under[place] = under
}

/** A decimal number of at most fifteen digits; with a minus, one digit before the point. */
function readNumber(text: unknown, place: number, into: Stated): void {
  if (typeof text !== 'string') throw UNUSUAL
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  let over = 0
  let under = 0
  let digits = 0
  let whole = 0
  for (let at = start; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit === POINT - ZERO && under === 0 && digits > 0) {
      under = 1
      continue
    }
    if (!(digit >= 0 && digit <= 9)) throw UNUSUAL
    digits += 1
    if (under > 0) under *= 10
    else whole += 1
    over = over * 10 + digit
  }
  if (digits === 0 || digits > 15 || whole > (start === 1 ? 1 : 12) || under === 1 || under > 1e12) throw UNUSUAL
  for (; under > 1 && over % 10 === 0; under /= 10) over /= 10
  into.over[place] = start === 1 ? -over : over
  into.under[place] = under === 0 ? 1 : under
}
