import * as z from 'zod/mini'
import { isCalendarDate } from '../dates/calendar-date.js'
import { decimalOf } from '../money/decimal.js'
import { type Fraction, fraction, wholeOf } from '../money/fraction.js'
import { isAmountText, isRateText } from '../money/input.js'
import type { FactKind, Policy } from '../policy/policy.js'
import type { FactGroup, Facts, FactValue } from './context.js'
import { FactsError, type Issue, type Message, shown } from './errors.js'
import { type FactDefinition, factsOf, groupOf, keyOf, listOf } from './scope.js'

/** The largest input that is read: nesting of 32, 100,000 keys in all. */
const DEEPEST = 32
const MOST_KEYS = 100_000

interface Form {
  readonly holds: (value: string) => boolean
  readonly read: (value: string) => FactValue
  readonly expected: Message
}

const ratio = (text: string): Fraction => {
  const [top = '', bottom] = text.split('/')
  return bottom === undefined ? fraction(decimalOf(top)) : fraction(decimalOf(top), decimalOf(bottom))
}
const isGrowth = (text: string): boolean => /^-?\d{1,12}(\.\d{1,15})?$/.test(text) && !/^-(1\.0*[1-9]|[2-9]|\d\d)/.test(text)
const isShare = (text: string): boolean => isRateText(text) && !text.startsWith('-')
const plainText = (text: string): string => text

const FORMS: { readonly [kind in Exclude<FactKind, 'yes-no' | 'count' | 'months' | 'days' | 'classes'>]: Form } = {
  amount: {
    holds: isAmountText,
    read: (text) => fraction(decimalOf(text)),
    expected: {
      zh: '以元为单位的十进制文本，如"3000000.00"（不为负，小于10的15次方，至多两位小数）',
      en: 'an amount in yuan as a decimal string such as "3000000.00" (not negative, below 10^15, at most two decimals)',
    },
  },
  rate: {
    holds: isRateText,
    read: ratio,
    expected: {
      zh: '以小数表示的年利率文本，如"0.0435"表示4.35%（大于-1，不超过1）',
      en: 'a yearly rate as a fraction in a string, such as "0.0435" for 4.35% (above -1, at most 1)',
    },
  },
  share: {
    holds: isShare,
    read: ratio,
    expected: { zh: '0到1之间的份额文本，如"0.5"或"1/3"', en: 'a share from 0 to 1 in a string, such as "0.5" or "1/3"' },
  },
  growth: {
    holds: isGrowth,
    read: ratio,
    expected: {
      zh: '以小数表示的增长率文本，如"0.25"表示25%（不低于-1）',
      en: 'growth as a fraction in a string, such as "0.25" for 25% (at least -1)',
    },
  },
  number: {
    holds: (text) => /^-?\d{1,15}(\.\d{1,12})?$/.test(text),
    read: ratio,
    expected: { zh: '十进制数文本，如"12.5"', en: 'a decimal number in a string, such as "12.5"' },
  },
  date: {
    holds: isCalendarDate,
    read: plainText,
    expected: { zh: '实际存在的日期，如"2025-03-16"', en: 'a day that exists, such as "2025-03-16"' },
  },
  month: {
    holds: (text) => isCalendarDate(`${text}-01`),
    read: plainText,
    expected: { zh: '月份，如"2026-02"', en: 'a month such as "2026-02"' },
  },
  text: {
    holds: (text) => text.length > 0 && text.length <= 200,
    read: plainText,
    expected: { zh: '200字以内的文字', en: 'text of at most 200 characters' },
  },
  class: {
    holds: (text) => text.length > 0 && text.length <= 200,
    read: plainText,
    expected: { zh: '类别的名称', en: 'the name of a class' },
  },
}

const OTHERS: { readonly [kind: string]: Message } = {
  'yes-no': { zh: 'true 或 false', en: 'true or false' },
  count: { zh: '不为负的整数', en: 'a whole number, not negative' },
  months: { zh: '月数：不为负的整数', en: 'months: a whole number, not negative' },
  days: { zh: '天数：不为负的整数', en: 'days: a whole number, not negative' },
  classes: { zh: '类别名称的列表，如["ip-pledge"]', en: 'a list of class names such as ["ip-pledge"]' },
}

const WHOLE = /* @__PURE__ */ z.number().check(/* @__PURE__ */ z.int(), /* @__PURE__ */ z.nonnegative(), /* @__PURE__ */ z.lte(100_000))
const classText = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(200))

function schemaOf({ kind, oneOf }: FactDefinition): z.ZodMiniType {
  const allowed = oneOf === undefined ? undefined : Object.keys(oneOf)
  if (kind === 'yes-no') return z.boolean()
  if (kind === 'count' || kind === 'months' || kind === 'days') return WHOLE
  if (kind === 'classes') return z.array(allowed === undefined ? classText : z.enum(allowed))
  if (kind === 'class' && allowed !== undefined) return z.enum(allowed)
  return z.string().check(z.refine(FORMS[kind].holds))
}

type Shape = { [key: string]: z.ZodMiniType }

/** How the facts of some policies are read: their schema, and every fact by name. */
export interface FactsReader {
  readonly schema: z.ZodMiniType
  readonly facts: ReadonlyMap<string, FactDefinition>
}

const KEPT = /* @__PURE__ */ new WeakMap<Policy, FactsReader>()

/** The reader for one policy is kept for as long as the policy is; building one costs far more than using it. */
export function readerFor(policies: readonly Policy[]): FactsReader {
  const only = policies.length === 1 ? policies[0] : undefined
  const kept = only && KEPT.get(only)
  if (kept !== undefined) return kept
  const facts = new Map<string, FactDefinition>()
  for (const policy of policies)
    for (const [name, definition] of factsOf(policy)) if (!facts.has(name) || policy.facts?.[name]) facts.set(name, definition)
  const reader = { schema: schemaOfAll(facts), facts }
  if (only !== undefined) KEPT.set(only, reader)
  return reader
}

function schemaOfAll(facts: ReadonlyMap<string, FactDefinition>): z.ZodMiniType {
  const groups = new Map<string, Shape>()
  const root: Shape = {}
  for (const [name, definition] of facts) {
    const group = groupOf(name)
    const shape = group === '' ? root : (groups.get(group) ?? {})
    if (group !== '') groups.set(group, shape)
    shape[keyOf(name)] = z.exactOptional(schemaOf(definition))
  }
  // Lists inside an item come first, so that the item's own shape holds them.
  for (const [group, shape] of groups) {
    const list = listOf(group)
    if (list?.includes('.')) {
      const holder = groups.get(groupOf(list))
      if (holder !== undefined) holder[keyOf(list)] = z.exactOptional(z.array(z.strictObject(shape)))
    }
  }
  for (const [group, shape] of groups) {
    const list = listOf(group)
    if (list === undefined) root[group] = z.exactOptional(z.strictObject(shape))
    else if (!list.includes('.')) root[list] = z.exactOptional(z.array(z.strictObject(shape)))
  }
  return z.strictObject(root)
}

/** The result of reading facts without throwing: the facts, or every issue. */
export type ReadFacts = { readonly success: true; readonly facts: Facts } | { readonly success: false; readonly issues: readonly Issue[] }

/** Reads what an applicant states under one or several policies; `check` looks at what belongs together. */
export function readFacts(policies: readonly Policy[], input: unknown, check: (facts: Facts) => readonly Issue[]): ReadFacts {
  const fault = sizeFault(input)
  if (fault !== undefined) return { success: false, issues: [fault] }
  const reader = readerFor(policies)
  const result = z.safeParse(reader.schema, input, { reportInput: false })
  if (!result.success)
    return { success: false, issues: result.error.issues.flatMap((issue) => issuesOf(issue as z.core.$ZodIssue, input, reader)) }
  const facts = typed(result.data as Stated, reader, '') as Facts
  const issues = check(facts)
  return issues.length === 0 ? { success: true, facts } : { success: false, issues }
}

/** The facts; FactsError with every issue at once. */
export function parsedFacts(result: ReadFacts): Facts {
  if (!result.success) throw new FactsError(result.issues)
  return result.facts
}

interface Stated {
  readonly [key: string]: unknown
}

/** Numbers become exact fractions; days, classes and answers stay as they are. */
function typed(stated: Stated, reader: FactsReader, group: string): FactGroup {
  const result: { [key: string]: FactValue | FactGroup | readonly FactGroup[] } = {}
  for (const [key, value] of Object.entries(stated)) {
    const definition = reader.facts.get(group === '' ? key : `${group}.${key}`)
    if (definition !== undefined) result[key] = readValue(value, definition.kind)
    else if (Array.isArray(value)) {
      const entry = entryOf(group === '' ? key : `${group}.${key}`)
      result[key] = value.map((one: Stated) => typed(one, reader, entry))
    } else result[key] = typed(value as Stated, reader, key)
  }
  return result as FactGroup
}

const entryOf = (list: string): string => ENTRIES[list] ?? list
const ENTRIES: { readonly [list: string]: string } = {
  loans: 'loan',
  otherSupport: 'support',
  vouchers: 'voucher',
  'loan.drawdowns': 'drawdown',
  'loan.repayments': 'repayment',
  'loan.slips': 'slip',
}

function readValue(value: unknown, kind: FactKind): FactValue {
  if (kind === 'yes-no' || kind === 'classes') return value as boolean | readonly string[]
  if (kind === 'count' || kind === 'months' || kind === 'days') return wholeOf(value as number)
  return FORMS[kind].read(value as string)
}

function sizeFault(input: unknown): Issue | undefined {
  let keys = 0
  const walk = (value: unknown, depth: number, path: string): Issue | undefined => {
    if (typeof value !== 'object' || value === null) return undefined
    if (depth > DEEPEST) return oversized(path, `nesting of ${DEEPEST}`, `嵌套${DEEPEST}层`)
    for (const key of Object.keys(value)) {
      keys += 1
      if (keys > MOST_KEYS) return oversized(path, `${MOST_KEYS} keys`, `${MOST_KEYS}个键`)
      const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
      if (key === '__proto__') return unknownKey(at)
      const fault = walk((value as Stated)[key], depth + 1, at)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  return walk(input, 1, '')
}

const oversized = (path: string, en: string, zh: string): Issue => ({
  code: 'too-large',
  path,
  message: { zh: `输入超出上限（${zh}）：请拆分后提交`, en: `the input exceeds the limit (${en}): split it` },
})

const unknownKey = (path: string, near?: string): Issue => ({
  code: 'unknown-key',
  path,
  given: shown(path.slice(path.lastIndexOf('.') + 1)),
  message: {
    zh: `未知的事实名称：${near === undefined ? '请删除，或在文件的 facts 中声明' : `是否应为“${near}”？`}`,
    en: `this key is not a fact of the document: ${near === undefined ? 'remove it, or declare it under facts of the document' : `did you mean "${near}"?`}`,
  },
})

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`),
    '',
  )
}

function issuesOf(issue: z.core.$ZodIssue, input: unknown, reader: FactsReader): Issue[] {
  const path = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const group = nameAt(issue.path)
    const known = [...reader.facts.keys()].filter((name) => groupOf(name) === group).map(keyOf)
    return issue.keys.map((key) => unknownKey(path === '' ? key : `${path}.${key}`, nearest(key, group === '' ? topKeys(reader) : known)))
  }
  const given = issue.path.reduce<unknown>((value, step) => (value as Stated | undefined)?.[step as string], input)
  const definition = definitionAt(issue.path, reader)
  if (definition === undefined) {
    const list = Array.isArray(given) || entryOf(nameAt(issue.path, true)) !== nameAt(issue.path, true)
    return [
      {
        code: list ? 'not-a-list' : 'not-an-object',
        path,
        given: shown(given),
        message: list
          ? { zh: `应为列表，收到${received(given).zh}`, en: `expected a list, received ${received(given).en}` }
          : {
              zh: `应为以事实名称为键的对象，收到${received(given).zh}`,
              en: `expected an object of facts, received ${received(given).en}`,
            },
      },
    ]
  }
  return [factIssue(definition, path, given)]
}

const topKeys = (reader: FactsReader): string[] => [
  ...new Set([...reader.facts.keys()].map((name) => (groupOf(name) === '' ? name : (listOf(groupOf(name)) ?? groupOf(name))))),
]

/** The group of the facts at a path: `loan` for `loans[0]`. */
function nameAt(path: readonly PropertyKey[], self = false): string {
  const names = path.filter((step): step is string => typeof step === 'string')
  if (names.length === 0) return ''
  const [first = '', second] = names
  if (second === undefined) return self ? first : entryOf(first)
  return self ? `${entryOf(first)}.${second}` : entryOf(`${entryOf(first)}.${second}`)
}

function definitionAt(path: readonly PropertyKey[], reader: FactsReader): FactDefinition | undefined {
  const names = path.filter((step): step is string => typeof step === 'string')
  const key = names.at(-1)
  if (key === undefined) return undefined
  const group = nameAt(names.slice(0, -1))
  return reader.facts.get(group === '' ? key : `${group}.${key}`)
}

const received = (given: unknown): Message => {
  const text = shown(given)
  if (typeof given === 'number') return { zh: `数值 ${text}`, en: `the number ${text}` }
  if (given === undefined) return { zh: '空值', en: 'nothing' }
  return { zh: text, en: text }
}

function factIssue({ kind, oneOf, label }: FactDefinition, path: string, given: unknown): Issue {
  const name = typeof label === 'string' ? { zh: label, en: label } : label
  const classes = oneOf === undefined ? undefined : Object.keys(oneOf)
  const expected =
    classes !== undefined
      ? { zh: `下列之一：${classes.join('、')}`, en: `one of ${classes.join(', ')}` }
      : (OTHERS[kind] ?? FORMS[kind as keyof typeof FORMS].expected)
  const hint = remedy(kind, given)
  return {
    code: kind,
    path,
    given: shown(given),
    message: {
      zh: `“${name.zh}”应为${expected.zh}，收到${received(given).zh}${hint === undefined ? '' : `：${hint.zh}`}`,
      en: `${path}: expected ${expected.en} for "${name.en}", received ${received(given).en}${hint === undefined ? '' : `: ${hint.en}`}`,
    },
  }
}

/** What to do about the usual slips of the pen. */
function remedy(kind: FactKind, given: unknown): Message | undefined {
  if (typeof given === 'number' && kind in FORMS && kind !== 'text')
    return { zh: '请改为文本，避免二进制浮点误差', en: 'send it as a string, so that no binary fraction comes in' }
  if (typeof given !== 'string') return undefined
  if (/[\uFF0C\uFF0E\uFF10-\uFF19]/.test(given)) return { zh: '请把全角数字改为半角', en: 'write the digits in half width' }
  if (/^\s|\s$/.test(given)) return { zh: '请去掉首尾空格', en: 'remove the spaces around it' }
  if (/^-?\d{1,3}(,\d{3})+/.test(given)) return { zh: '请去掉千分位逗号', en: 'remove the thousands separators' }
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(given)) return { zh: '请写成不带指数的数', en: 'write it without an exponent' }
  if (/[万亿元]/.test(given)) return { zh: '请换算为元并去掉单位', en: 'convert it to yuan and leave the unit out' }
  if (kind === 'amount' && /^-/.test(given))
    return { zh: '金额不为负：退款等请用专门的事实', en: 'amounts are not negative: refunds have facts of their own' }
  if (kind === 'amount' && /^\d+\.\d{3,}$/.test(given)) return { zh: '请先按文件规定取到分', en: 'round it to the fen first' }
  if ((kind === 'rate' || kind === 'share') && /%$/.test(given))
    return { zh: '请写成小数，如"0.0435"', en: 'write it as a fraction such as "0.0435"' }
  if ((kind === 'rate' || kind === 'share') && /^\d+(\.\d+)?$/.test(given))
    return { zh: `是否应为"${hundredth(given)}"？`, en: `did you mean "${hundredth(given)}"?` }
  if (kind === 'date' && /T|:/.test(given)) return { zh: '只写日期，不写时间', en: 'give the day only, without a time' }
  if (kind === 'date' && /^\d{4}[/.年]/.test(given)) return { zh: '请写成"年-月-日"，如"2025-03-16"', en: 'write it as year-month-day' }
  return undefined
}

const hundredth = (text: string): string => decimalOf(text).times('0.01').toFixed()

/** The known name closest to an unknown one, where it is close enough to be a slip. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => [name, distance(key.toLowerCase(), name.toLowerCase())] as const).sort((a, b) => a[1] - b[1])
  const [best] = ranked
  return best !== undefined && best[1] <= Math.max(2, Math.floor(key.length / 4)) ? best[0] : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= Math.min(a.length, 60); i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row.at(-1) as number
}
