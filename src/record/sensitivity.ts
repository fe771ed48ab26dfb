import type { Message } from '../assessment/errors.js'
import { DAY_COUNTS, type DayCountName } from '../dates/day-counts.js'
import { decimalOf } from '../money/decimal.js'
import { moneyText, ROUNDING_MODES, ROUNDING_UNITS, type Rounding, type RoundingMode, type RoundingUnit } from '../money/rounding.js'
import type { Policy } from '../policy/policy.js'
import type { Text } from '../policy/source.js'
import { canonicalJson } from './canonical-json.js'
import { ENGINE } from './engine.js'
import { isObject, type JsonPath, pathText, replacedAt } from './json-path.js'
import { type CalculationRecord, documentOf } from './record.js'
import { mustStand } from './verify.js'

/** What an answer would be if the document were read in another way. */
export interface ReadingAlternative {
  readonly value: unknown
  readonly label: Message
  readonly outcome: CalculationRecord['result']['outcome']
  readonly amount?: string
  /** This amount less that of the reading taken; absent where either has none. */
  readonly difference?: string
}

/** A place where the document is silent, how it is read, and what the other readings come to. */
export interface ReadingSensitivity {
  /** Where it stands in the document: `parts[0].rounding`, `parameters.proration`. */
  readonly about: string
  readonly reading: Text
  readonly value: unknown
  readonly label: Message
  /** Whether any alternative changes outcome or amount. */
  readonly matters: boolean
  readonly alternatives: readonly ReadingAlternative[]
}

/**
 * Which readings an answer depends on: day count, rounding, included ends, basis of principal, interest that counts, order of loans, and each parameter
 * with a choice, wherever the document is silent; with the answer under every alternative, one at a time.
 *
 * Worked out by this version of the package. RangeError for a record that was altered. A record that cannot be worked out today has no readings to vary.
 */
export function sensitivity(record: CalculationRecord): readonly ReadingSensitivity[] {
  if (mustStand(record).some(({ code }) => code === 'not-recomputed')) return []
  const answerUnder = answerer(record)
  const base = answerUnder(record.policy)
  return readingsOf(record.policy).flatMap(({ about, reading, path, value, choices, name }) => {
    const alternatives = choices.flatMap((choice): ReadingAlternative[] => {
      const answer = answerUnder(replacedAt(record.policy, path, choice) as Policy)
      if (answer === undefined) return []
      const both = answer.amount !== undefined && base?.amount !== undefined
      const difference = both ? { difference: moneyText(decimalOf(answer.amount).minus(decimalOf(base.amount))) } : {}
      return [
        {
          value: choice,
          label: name(choice),
          outcome: answer.outcome,
          ...(answer.amount === undefined ? {} : { amount: answer.amount }),
          ...difference,
        },
      ]
    })
    if (alternatives.length === 0) return []
    const matters = alternatives.some(({ outcome, amount }) => outcome !== base?.outcome || amount !== base.amount)
    return [{ about: pathText(about), reading, value, label: name(value), matters, alternatives }]
  })
}

type Answer = Pick<CalculationRecord['result'], 'outcome' | 'amount'>

/** Answers the facts of a record under another reading of its document; undefined where that is no reading the document can have. */
function answerer({ facts, options }: CalculationRecord): (policy: Policy) => Answer | undefined {
  return (policy) => {
    try {
      const document = documentOf(policy)
      return ENGINE.assess(document, ENGINE.parseFacts(document, facts), { ...options, explain: false })
    } catch {
      return undefined
    }
  }
}

/** A reading with the values it could have instead. */
interface Choice {
  readonly about: JsonPath
  readonly reading: Text
  /** Where the value stands that is replaced. */
  readonly path: JsonPath
  readonly value: unknown
  readonly choices: readonly unknown[]
  readonly name: (value: unknown) => Message
}

type Node = { readonly [key: string]: unknown }

function readingsOf(value: unknown, about: JsonPath = []): Choice[] {
  if (typeof value !== 'object' || value === null || (about.length === 1 && about[0] === 'facts')) return []
  const inner = Object.entries(value).flatMap(([key, child]) => readingsOf(child, [...about, Array.isArray(value) ? Number(key) : key]))
  if (!isObject(value) || value['reading'] === undefined) return inner
  const reading = value['reading'] as Text
  const own = [...choiceOf(value, about), ...otherEnds(value, about)].map((choice) => ({ ...choice, about, reading }))
  return [...own, ...inner]
}

type Varied = Omit<Choice, 'about' | 'reading'>

/** The other values of a closed choice: what stands at a parameter or at one of the keys that have few values. */
function choiceOf(node: Node, about: JsonPath): Varied[] {
  const { value } = node
  const path = [...about, 'value']
  const key = about[0] === 'parameters' ? String(node['kind']) : String(about.at(-1))
  const listed = about[0] === 'parameters' ? (node['oneOf'] as readonly string[] | undefined) : undefined
  const vary = Object.hasOwn(VARIED, key) ? VARIED[key] : undefined
  const all = listed ?? (vary === undefined || value === undefined ? [] : vary(value))
  const choices = all.filter((choice) => canonicalJson(choice) !== canonicalJson(value ?? null))
  return value === undefined || choices.length === 0 ? [] : [{ path, value, choices, name: labelOf }]
}

/** The day counts that support documents and the disputes about them use. */
const USUAL_DAY_COUNTS: readonly DayCountName[] = [
  'actual/360',
  'actual/365',
  'month/12',
  'full-month/12',
  'started-month/12',
  'nearest-month/12',
  'whole-year',
]

/** The words a value may be; a parameter that stands in its place is varied where it is declared. */
const words =
  (...all: readonly string[]): ((value: unknown) => readonly unknown[]) =>
  (value) =>
    typeof value === 'string' ? all : []

const VARIED: { readonly [key: string]: (value: unknown) => readonly unknown[] } = {
  proration: words(...USUAL_DAY_COUNTS),
  rounding: (value) => roundings(value as Rounding & { readonly each?: string }),
  principalBasis: words('balance', 'original'),
  extension: words('excluded', 'included'),
  interest: (value) => ['period', 'paid-on'].map((by) => ({ ...(value as object), by })),
  order: words('drawdown-date', 'largest-subsidy', 'largest-principal', 'as-listed'),
}

/** Each other mode, unit and stage of a rounding, one at a time. Two units of one size are one. */
function roundings(rounding: Rounding & { readonly each?: string }): readonly unknown[] {
  const sizeOf = (unit: RoundingUnit): string => ROUNDING_UNITS[unit].yuan
  const units = (Object.keys(ROUNDING_UNITS) as RoundingUnit[]).filter(
    (unit, index, all) => sizeOf(unit) !== sizeOf(rounding.to) && all.findIndex((other) => sizeOf(other) === sizeOf(unit)) === index,
  )
  return [
    ...(Object.keys(ROUNDING_MODES) as RoundingMode[]).map((mode) => ({ ...rounding, mode })),
    ...units.map((to) => ({ ...rounding, to })),
    { ...rounding, each: rounding.each === 'item' ? 'total' : 'item' },
  ]
}

const ENDS: readonly (readonly [included: string, excluded: string])[] = [
  ['atLeast', 'above'],
  ['atMost', 'below'],
  ['from', 'after'],
  ['through', 'until'],
]

/** Every end a reading states, included where it is excluded and the other way round. */
function otherEnds(node: Node, about: JsonPath): Varied[] {
  const [holder, path]: readonly [unknown, JsonPath] =
    isObject(node['value']) && about.at(-2) === 'windows' ? [node['value'], [...about, 'value']] : [node, about]
  if (!isObject(holder)) return []
  return ENDS.flatMap(([included, excluded]) => {
    const [end, other] = holder[included] === undefined ? [excluded, included] : [included, excluded]
    const { [end]: bound, ...rest } = holder
    if (bound === undefined || rest[other] !== undefined) return []
    const name = (value: unknown): Message => (isObject(value) && value[included] !== undefined ? INCLUDED : EXCLUDED)
    return [{ path, value: holder, choices: [{ ...rest, [other]: bound }], name }]
  })
}

const INCLUDED: Message = { zh: '含本数', en: 'the end included' }
const EXCLUDED: Message = { zh: '不含本数', en: 'the end excluded' }

const WORDS: { readonly [value: string]: Message } = {
  balance: { zh: '按余额', en: 'by the balance of each day' },
  original: { zh: '按原额', en: 'by the original principal' },
  excluded: { zh: '展期不计', en: 'an extension does not count' },
  included: { zh: '展期计入', en: 'an extension counts' },
  'drawdown-date': { zh: '按放款先后', en: 'by day of drawdown' },
  'largest-subsidy': { zh: '按补贴额从大到小', en: 'by amount of subsidy, largest first' },
  'largest-principal': { zh: '按本金从大到小', en: 'by principal, largest first' },
  'as-listed': { zh: '按填报顺序', en: 'as listed' },
}

/** A value in words; what has no name of its own is shown as it is written. */
function labelOf(value: unknown): Message {
  if (typeof value === 'string') {
    if (Object.hasOwn(DAY_COUNTS, value)) return DAY_COUNTS[value as DayCountName].label
    return (Object.hasOwn(WORDS, value) ? WORDS[value] : undefined) ?? { zh: value, en: value }
  }
  if (isObject(value) && value['mode'] !== undefined) return roundingLabel(value as unknown as Rounding & { readonly each?: string })
  if (isObject(value) && value['by'] !== undefined)
    return value['by'] === 'period' ? { zh: '按计息期间', en: 'by the period of the slip' } : { zh: '按支付日期', en: 'by the day paid' }
  const text = canonicalJson(value)
  return { zh: text, en: text }
}

function roundingLabel({ to, mode, each }: Rounding & { readonly each?: string }): Message {
  const [how, unit] = [ROUNDING_MODES[mode].label, ROUNDING_UNITS[to].label]
  return each === 'item'
    ? { zh: `逐笔${how.zh}到${unit.zh}`, en: `each ${how.en} to ${unit.en}` }
    : { zh: `合计${how.zh}到${unit.zh}`, en: `the total ${how.en} to ${unit.en}` }
}
