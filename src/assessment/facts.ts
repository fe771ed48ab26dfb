import { isCalendarDate } from '../dates/calendar-date.js'
import { decimalOf } from '../money/decimal.js'
import { type Fraction, fraction, fractionOf, plus, wholeOf, zero } from '../money/fraction.js'
import { isAmountText, isRateText } from '../money/input.js'
import type { FactKind, Policy } from '../policy/policy.js'
import type { FactTable } from '../policy/standard-facts.js'
import { type Instruments, tablesOf } from './compile.js'
import type { AmountsByParty, FactGroup, Facts, FactValue } from './context.js'
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

const isGrowth = (text: string): boolean => /^-?\d{1,12}(\.\d{1,15})?$/.test(text) && !/^-(1\.0*[1-9]|[2-9]|\d\d)/.test(text)
const isShare = (text: string): boolean => isRateText(text) && !text.startsWith('-')
const plainText = (text: string): string => text

const FORMS: {
  readonly [kind in Exclude<FactKind, 'yes-no' | 'count' | 'months' | 'days' | 'classes' | 'amounts' | 'amounts-by-party'>]: Form
} = {
  amount: {
    holds: isAmountText,
    read: (text) => fraction(decimalOf(text)),
    expected: {
      zh: '以元为单位的十进制文本，如"3000000.00"（不为负，小于10的15次方，至多两位小数）',
      en: 'an amount in yuan as a decimal string such as "3000000.00" (not negative, below 10^15, at most two decimals)',
    },
  },
  'signed-amount': {
    holds: (text) => isAmountText(text.replace(/^-/, '')),
    read: (text) => fraction(decimalOf(text)),
    expected: {
      zh: '以元为单位的十进制文本，亏损为负，如"-6000000.00"（绝对值小于10的15次方，至多两位小数）',
      en: 'an amount in yuan as a decimal string, below zero for a loss, such as "-6000000.00" (below 10^15, at most two decimals)',
    },
  },
  rate: {
    holds: isRateText,
    read: fractionOf,
    expected: {
      zh: '以小数表示的年利率文本，如"0.0435"表示4.35%（大于-1，不超过1）',
      en: 'a yearly rate as a fraction in a string, such as "0.0435" for 4.35% (above -1, at most 1)',
    },
  },
  share: {
    holds: isShare,
    read: fractionOf,
    expected: { zh: '0到1之间的份额文本，如"0.5"或"1/3"', en: 'a share from 0 to 1 in a string, such as "0.5" or "1/3"' },
  },
  growth: {
    holds: isGrowth,
    read: fractionOf,
    expected: {
      zh: '以小数表示的增长率文本，如"0.25"表示25%（不低于-1）',
      en: 'growth as a fraction in a string, such as "0.25" for 25% (at least -1)',
    },
  },
  number: {
    holds: (text) => /^-?\d{1,15}(\.\d{1,12})?$/.test(text),
    read: fractionOf,
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
  amounts: { zh: '以元为单位的金额文本的列表，如["300000"]', en: 'a list of amounts in yuan such as ["300000"]' },
  'amounts-by-party': {
    zh: '以各方名称为键的金额，如{"central": "50000000"}',
    en: 'amounts in yuan by party, such as {"central": "50000000"}',
  },
}

/** What a stated value of this kind must be like, and what it is read as; undefined when it is not like that. */
function readValue(stated: unknown, { kind, oneOf, aliases }: FactDefinition): FactValue | AmountsByParty | undefined {
  const isClass = (text: string): boolean => oneOf !== undefined && Object.hasOwn(oneOf, text)
  const known = (text: unknown): text is string =>
    typeof text === 'string' && (oneOf === undefined ? FORMS.class.holds(text) : isClass(text))
  const named = (text: unknown): unknown =>
    typeof text === 'string' && aliases !== undefined && Object.hasOwn(aliases, text) && !isClass(text) ? aliases[text] : text
  // A list is read with its holes, which are values that are absent.
  const value = Array.isArray(stated) ? Array.from(stated, named) : named(stated)
  if (kind === 'yes-no') return typeof value === 'boolean' ? value : undefined
  if (kind === 'count' || kind === 'months' || kind === 'days') return isCount(value) ? wholeOf(value) : undefined
  if (kind === 'classes') return Array.isArray(value) && value.every(known) ? value : undefined
  if (kind === 'class') return known(value) ? value : undefined
  if (kind === 'amounts')
    return Array.isArray(value) && value.every(isAmount)
      ? value.map(FORMS.amount.read as (text: string) => Fraction).reduce(plus, zero)
      : undefined
  if (kind === 'amounts-by-party') return isByParty(value) ? amountsOf(value) : undefined
  return typeof value === 'string' && FORMS[kind].holds(value) ? FORMS[kind].read(value) : undefined
}

const isAmount = (value: unknown): value is string => typeof value === 'string' && isAmountText(value)

const isByParty = (value: unknown): value is { readonly [party: string]: string } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([party, amount]) => /^\D/.test(party) && party.length <= 200 && isAmount(amount))

const amountsOf = (amounts: { readonly [party: string]: string }): AmountsByParty =>
  Object.fromEntries(Object.entries(amounts).map(([party, amount]) => [party, fraction(decimalOf(amount))]))

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100_000

/** The facts of one group, and the lists of groups it may hold. */
interface Shape {
  readonly facts: Map<string, FactDefinition>
  readonly groups: Map<string, { readonly shape: Shape; readonly isList: boolean }>
}

const KEPT = /* @__PURE__ */ new WeakMap<Policy | readonly Policy[], Map<readonly FactTable[], Shape>>()

/** The shape of the facts under some policies; that of a single policy, or of a list that is frozen, is kept for as long as it is. */
function shapeFor(policies: readonly Policy[], tables: readonly FactTable[]): Shape {
  const only = policies.length === 1 ? policies[0] : Object.isFrozen(policies) ? policies : undefined
  const kept = only && KEPT.get(only)?.get(tables)
  if (kept !== undefined) return kept
  const root = emptyShape()
  const shapes = new Map([['', root]])
  const shapeOf = (group: string): Shape => {
    const known = shapes.get(group)
    if (known !== undefined) return known
    const shape = emptyShape()
    shapes.set(group, shape)
    const list = listOf(group) ?? group
    shapeOf(groupOf(list)).groups.set(keyOf(list), { shape, isList: listOf(group) !== undefined })
    return shape
  }
  for (const policy of policies) {
    for (const [name, definition] of factsOf(policy, tables)) {
      const { facts } = shapeOf(groupOf(name))
      const known = facts.get(keyOf(name))
      const declared = known === undefined || Object.hasOwn(policy.facts ?? {}, name) ? definition : known
      // Documents that are read together know each other's classes.
      const classes = known?.oneOf && definition.oneOf && { oneOf: { ...known.oneOf, ...definition.oneOf } }
      facts.set(keyOf(name), classes === undefined ? declared : { ...declared, ...classes })
    }
  }
  if (only !== undefined) KEPT.set(only, (KEPT.get(only) ?? new Map<readonly FactTable[], Shape>()).set(tables, root))
  return root
}

const emptyShape = (): Shape => ({ facts: new Map(), groups: new Map() })

/** The result of reading facts without throwing: the facts, or every issue. */
export type ReadFacts = { readonly success: true; readonly facts: Facts } | { readonly success: false; readonly issues: readonly Issue[] }

/** Reads what an applicant states under one or several policies, as some instruments know it. */
export function readFacts(policies: Policy | readonly Policy[], input: unknown, instruments: Instruments): ReadFacts {
  const fault = sizeFault(input)
  if (fault !== undefined) return { success: false, issues: [fault] }
  const issues: Issue[] = []
  const documents = Array.isArray(policies) ? (policies as readonly Policy[]) : [policies as Policy]
  const facts = readGroup(input, shapeFor(documents, tablesOf(instruments)), '', issues) as Facts
  if (issues.length === 0) issues.push(...[...new Set(instruments.flatMap(({ checks }) => checks))].flatMap((check) => check(facts)))
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

/** Numbers become exact fractions; days, classes and answers stay as they are. Every key that is not a fact is an issue. */
function readGroup(stated: unknown, shape: Shape, path: string, issues: Issue[]): FactGroup {
  const read: { [key: string]: FactValue | AmountsByParty | FactGroup | readonly FactGroup[] } = {}
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    issues.push(wrongShape('object', path, stated))
    return read as FactGroup
  }
  for (const key of Object.keys(stated)) {
    const value = (stated as Stated)[key]
    const at = path === '' ? key : `${path}.${key}`
    const definition = shape.facts.get(key)
    const group = definition === undefined ? shape.groups.get(key) : undefined
    if (definition !== undefined) {
      const known = readValue(value, definition)
      if (known === undefined) issues.push(factIssue(definition, at, value))
      else read[key] = known
    } else if (group === undefined) issues.push(unknownKey(at, nearest(key, [...shape.facts.keys(), ...shape.groups.keys()])))
    else if (!group.isList) read[key] = readGroup(value, group.shape, at, issues)
    else if (Array.isArray(value))
      read[key] = Array.from(value, (entry: unknown, index) => readGroup(entry, group.shape, `${at}[${index}]`, issues))
    else issues.push(wrongShape('list', at, value))
  }
  return read as FactGroup
}

function wrongShape(expected: 'list' | 'object', path: string, given: unknown): Issue {
  const { zh, en } = received(given)
  return {
    code: expected === 'list' ? 'not-a-list' : 'not-an-object',
    path,
    given: shown(given),
    message:
      expected === 'list'
        ? { zh: `应为列表，收到${zh}`, en: `expected a list, received ${en}` }
        : { zh: `应为以事实名称为键的对象，收到${zh}`, en: `expected an object of facts, received ${en}` },
  }
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
  if (kind === 'amount' && given.startsWith('-'))
    return { zh: '金额不为负：退款等请用专门的事实', en: 'amounts are not negative: refunds have facts of their own' }
  if (kind === 'amount' && /^\d+\.\d{3,}$/.test(given)) return { zh: '请先按文件规定取到分', en: 'round it to the fen first' }
  if ((kind === 'rate' || kind === 'share') && given.endsWith('%'))
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
