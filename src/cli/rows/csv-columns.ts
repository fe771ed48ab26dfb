import { tablesOf } from '../../assessment/compile.js'
import type { Message } from '../../assessment/errors.js'
import { type FactDefinition, factsOf } from '../../assessment/scope.js'
import { instrumentsOf } from '../../document/instruments.js'
import { decimalOf } from '../../money/decimal.js'
import type { FactKind, Policy } from '../../policy/policy.js'
import type { Text } from '../../policy/source.js'
import { FACT_LISTS } from '../../policy/standard-facts.js'
import { UsageError } from '../failure.js'
import { both, inLanguage } from '../language.js'

/** What a column of a CSV file states: the application's number, nothing, or a fact at a path. */
export type Column = { readonly header: string } & (
  | { readonly use: 'id' | 'ignored' }
  | {
      readonly use: 'fact'
      readonly steps: readonly (string | number)[]
      /** The fact; absent for a list as a whole, which a cell can only say to be empty. */
      readonly definition: FactDefinition | undefined
      readonly unit: Unit | undefined
    }
)

interface Unit {
  readonly text: string
  readonly kinds: readonly FactKind[]
  readonly takes: RegExp
  /** By how much a figure in this unit is multiplied. */
  readonly times: string
}

const UNITS: readonly Unit[] = [
  { text: '万元', kinds: ['amount'], takes: /^\d{1,15}(\.\d{1,6})?$/, times: '10000' },
  { text: '元', kinds: ['amount'], takes: /^\d{1,15}(\.\d{1,2})?$/, times: '1' },
  { text: '%', kinds: ['rate', 'share', 'growth'], takes: /^-?\d{1,6}(\.\d{1,12})?$/, times: '0.01' },
  { text: '％', kinds: ['rate', 'share', 'growth'], takes: /^-?\d{1,6}(\.\d{1,12})?$/, times: '0.01' },
]

const LISTS = new Map<string, string>(Object.entries(FACT_LISTS).map(([entry, list]) => [list, entry]))
const IDS = new Set(['id', '编号', '序号'])
/** What is written where there is none: an empty cell would say that it is not known. */
const NONE = new Set(['无', 'none', '[]'])

/** Every column of a header, each a fact of one of the documents. Throws UsageError with every column that is none. */
export function columnsOf(headers: readonly string[], policies: readonly Policy[], ignored: readonly string[]): readonly Column[] {
  const facts = factsUnder(policies)
  const faults: Message[] = []
  const seen = new Map<string, string>()
  const columns = headers.map((raw, index): Column => {
    const header = raw.trim()
    const fault = (zh: string, en: string): Column => {
      const shown = header.slice(0, 60)
      faults.push(both(`第${index + 1}列“${shown}”：${zh}`, `column ${index + 1} "${shown}": ${en}`))
      return { header, use: 'ignored' }
    }
    if (ignored.includes(header)) return { header, use: 'ignored' }
    if (header === '') return { header, use: 'ignored' }
    if (header.includes('\uFFFD')) return fault('列名的编码有误：请用 --encoding 说明编码', 'its name is wrongly encoded: state --encoding')
    const suffix = /[（(]([^（()）]+)[)）]$/.exec(header)
    const unit = suffix === null ? undefined : UNITS.find(({ text }) => text === suffix[1])
    const name = unit === undefined || suffix === null ? header : header.slice(0, suffix.index).trim()
    const found = IDS.has(name) && !facts.has(name) ? 'id' : factAt(name, facts, policies)
    if (found === undefined) {
      return fault(
        '不是这份文件的事实：列名写事实路径（如 loans[0].principal）或其中文名；不需要的列用 --ignore 列出',
        'not a fact of this document: name the column by its path (loans[0].principal) or its label; list columns to leave out with --ignore',
      )
    }
    if (found !== 'id' && 'several' in found) {
      return fault(
        `不止一个事实叫这个名字：${found.several.join('、')}，请写路径`,
        `several facts are called so: ${found.several.join(', ')}; write the path`,
      )
    }
    const key = found === 'id' ? 'id' : pathText(found.steps)
    const twice = seen.get(key)
    if (twice !== undefined) return fault(`与“${twice}”列重复`, `the same as column "${twice}"`)
    seen.set(key, header)
    if (found === 'id') return { header, use: 'id' }
    if (unit !== undefined && (found.definition === undefined || !unit.kinds.includes(found.definition.kind))) {
      return fault(`这个事实不能以${unit.text}为单位`, `this fact is not measured in ${unit.text}`)
    }
    return { header, use: 'fact', ...found, unit }
  })
  faults.push(...gapsIn(columns))
  if (!columns.some(({ use }) => use === 'fact')) {
    faults.push(both('第一行应为列名，至少有一个事实', 'the first line names the columns, at least one fact'))
  }
  if (faults.length > 0) {
    const issues = faults.map((message) => ({ path: '', message }))
    throw new UsageError(both('CSV的列名有误', 'the header of the CSV file is faulty'), issues)
  }
  return columns
}

/** What the fact at a path is called, such as `borrower.class` or `loans[0].bank`; undefined where none of the documents has such a fact. */
export const factLabel = (path: string, policies: readonly Policy[]): Text | undefined =>
  atPath(path, factsUnder(policies))?.definition?.label

/** The facts of several documents; one that a document declares goes before a standard fact of the same name. */
function factsUnder(policies: readonly Policy[]): ReadonlyMap<string, FactDefinition> {
  const facts = new Map<string, FactDefinition>()
  for (const policy of policies) {
    for (const [name, definition] of factsOf(policy, tablesOf(instrumentsOf(policy))))
      if (!facts.has(name) || Object.hasOwn(policy.facts ?? {}, name)) facts.set(name, definition)
  }
  return facts
}

interface Found {
  readonly steps: readonly (string | number)[]
  readonly definition: FactDefinition | undefined
}

/** A fact by its path, its name, or its label in either language; several where the label is not its own. */
function factAt(
  header: string,
  facts: ReadonlyMap<string, FactDefinition>,
  policies: readonly Policy[],
): Found | { readonly several: readonly string[] } | undefined {
  const byPath = atPath(header === '其他支持' ? 'otherSupport' : header, facts)
  if (byPath !== undefined) return byPath
  const [, label = '', index = '0'] = /^(.*?)(?:\[(\d{1,3})\])?$/s.exec(header) ?? []
  const named = (name: string): Found | undefined => {
    const definition = facts.get(name)
    if (definition === undefined) return undefined
    const [group = '', key = ''] = name.includes('.') ? name.split('.') : ['', name]
    const list = (FACT_LISTS as { readonly [entry: string]: string })[group]
    if (list?.includes('.') === true || (list === undefined && header.endsWith(']'))) return undefined
    const holder = list === undefined ? [group] : [list, Number(index)]
    return { steps: group === '' ? [key] : [...holder, key], definition }
  }
  const own = named(label)
  if (own !== undefined) return own
  const called = [...facts.values()].filter((fact) => [inLanguage(fact.label, 'zh'), inLanguage(fact.label, 'en')].includes(label))
  const candidates = called.flatMap(({ name }) => named(name) ?? [])
  const declared = candidates.filter(({ definition }) =>
    policies.some((policy) => Object.hasOwn(policy.facts ?? {}, definition?.name ?? '')),
  )
  const [only, ...more] = declared.length === 1 ? declared : candidates
  return only === undefined || more.length === 0 ? only : { several: candidates.map(({ steps }) => pathText(steps)) }
}

/** A fact, or a list as a whole, by its path: `borrower.class`, `loans[0].drawdowns[1].date`, `otherSupport`. */
function atPath(path: string, facts: ReadonlyMap<string, FactDefinition>): Found | undefined {
  if (!/^[A-Za-z][\w-]*(\[\d{1,3}\])?(\.[A-Za-z][\w-]*(\[\d{1,3}\])?){0,2}$/.test(path)) return undefined
  const steps: (string | number)[] = []
  let group = ''
  const parts = path.split('.')
  for (const [position, part] of parts.entries()) {
    const [, key = '', index] = /^([\w-]+)(?:\[(\d+)\])?$/.exec(part) ?? []
    const name = group === '' ? key : `${group}.${key}`
    steps.push(key)
    if (position === parts.length - 1) {
      // `loan.principal` is the name of a fact, not a path.
      if (index !== undefined || Object.hasOwn(FACT_LISTS, parts[0] as string)) return undefined
      return LISTS.has(name) || facts.has(name) ? { steps, definition: facts.get(name) } : undefined
    }
    const entry = LISTS.get(name)
    if ((entry === undefined) !== (index === undefined)) return undefined
    if (index !== undefined) steps.push(Number(index))
    group = entry ?? name
  }
  return undefined
}

const pathText = (steps: readonly (string | number)[]): string =>
  steps.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '')

/** Entries of a list are counted from 0 without a gap. */
function gapsIn(columns: readonly Column[]): Message[] {
  const used = new Map<string, Set<number>>()
  for (const column of columns) {
    if (column.use !== 'fact') continue
    for (const [position, step] of column.steps.entries()) {
      if (typeof step !== 'number') continue
      const list = pathText(column.steps.slice(0, position))
      used.set(list, (used.get(list) ?? new Set()).add(step))
    }
  }
  return [...used].flatMap(([list, indexes]) => {
    const missing = [...indexes.keys()].map((_, index) => index).find((index) => !indexes.has(index))
    if (missing === undefined) return []
    const path = `${list}[${missing}]`
    return both(`缺少 ${path} 的列：从 [0] 起依次编号`, `the columns of ${path} are missing: entries are numbered from [0] on`)
  })
}

/** Facts laid down as objects and lists. */
type Holder = { [key: string]: unknown }
type Steps = readonly (string | number)[]

/** The facts of one record. An empty cell states nothing; an entry of a list with nothing stated in it or after it is not there. */
export function factsIn(cells: readonly string[], columns: readonly Column[]): { readonly id?: string; readonly facts: Holder } {
  const facts: Holder = {}
  let id: string | undefined
  const lists: { readonly steps: Steps; readonly cell: string }[] = []
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? ''
    if (cell === '') continue
    if (column.use === 'id') id = cell.trim().slice(0, 200)
    if (column.use !== 'fact') continue
    const { steps, definition, unit } = column
    if (definition === undefined) lists.push({ steps, cell })
    else holderOf(facts, steps)[steps.at(-1) as string] = statedIn(cell, definition, unit)
  }
  // After all entries, the inner lists first: what a cell says of a list must not contradict them.
  for (const { steps, cell } of lists.sort((a, b) => b.steps.length - a.steps.length)) {
    const holder = holderOf(facts, steps)
    const key = steps.at(-1) as string
    // An empty list beside entries, or any other word, stays text: reading the facts says that it is no list.
    holder[key] = NONE.has(cell) && !Object.hasOwn(holder, key) ? [] : cell
  }
  return { ...(id === undefined || id === '' ? {} : { id }), facts }
}

/** The object that the last step of a path names a key of; it and what leads to it are made where they are not there yet. */
function holderOf(facts: Holder, steps: Steps): Holder {
  let holder: Holder | Holder[] = facts
  for (let position = 0; position < steps.length - 1; position += 1) {
    const step = steps[position] as string | number
    if (Array.isArray(holder)) {
      while (holder.length <= (step as number)) holder.push({})
      holder = holder[step as number] as Holder
    } else {
      if (!Object.hasOwn(holder, step)) holder[step] = typeof steps[position + 1] === 'number' ? [] : {}
      holder = holder[step] as Holder | Holder[]
    }
  }
  return holder as Holder
}

const ANSWERS: { readonly [cell: string]: boolean } = { true: true, false: false, 是: true, 否: false }

/** A cell by the kind of its fact. What does not read stays text, and reading the facts says what is wrong with it. */
function statedIn(cell: string, { kind, oneOf }: FactDefinition, unit: Unit | undefined): unknown {
  if (unit !== undefined) return unit.takes.test(cell) ? decimalOf(cell).times(unit.times).toFixed() : `${cell}${unit.text}`
  if (kind === 'yes-no') {
    const answer = cell.toLowerCase()
    return Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : cell
  }
  if (kind === 'count' || kind === 'months' || kind === 'days') return /^\d{1,9}$/.test(cell) ? Number(cell) : cell
  if (kind === 'date') {
    // As Excel writes days.
    const [, year = '', month = '', day = ''] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(cell) ?? []
    return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  if (kind === 'classes' && NONE.has(cell) && !Object.hasOwn(oneOf ?? {}, cell)) return []
  if (kind === 'classes') return cell.split(/[;；、]/).map((each) => classOf(each.trim(), oneOf))
  if (kind === 'class') return classOf(cell, oneOf)
  return cell
}

/** A class by its name or its label. */
function classOf(cell: string, oneOf: FactDefinition['oneOf']): string {
  if (oneOf === undefined || Object.hasOwn(oneOf, cell)) return cell
  const named = Object.entries(oneOf).filter(([, label]) => inLanguage(label, 'zh') === cell || inLanguage(label, 'en') === cell)
  return named.length === 1 ? (named[0] as readonly [string, unknown])[0] : cell
}
