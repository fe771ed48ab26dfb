import type { Message } from '../assessment/errors.js'
import { type Decimal, decimalOf } from '../money/decimal.js'
import { moneyText } from '../money/rounding.js'
import type { Parameter, Policy } from '../policy/policy.js'
import { canonicalJson } from './canonical-json.js'
import { ENGINE } from './engine.js'
import { factLabel, messageOf } from './fact-at.js'
import { differencesOf, type JsonDifference, pathText, replacedAt } from './json-path.js'
import { type CalculationRecord, documentOf, type RecordOptions } from './record.js'
import { mustStand } from './verify.js'

/** One thing that is not the same in two records. */
export interface RecordChange {
  readonly group: 'facts' | 'parameters' | 'document' | 'options' | 'engine'
  /** Where it stands: `loans[0].principal`, `parameters.proration`, `options.knownOn`; empty for the document. */
  readonly path: string
  readonly label: Message
  readonly before?: unknown
  readonly after?: unknown
}

/** What one change, or several that only together give an amount, does to the amount. */
export interface DifferenceCause {
  readonly changes: readonly RecordChange[]
  readonly before: string
  readonly after: string
  /** `after` less `before`: below zero where it lowers the amount. */
  readonly difference: string
  readonly message: Message
}

/** How one record comes to another amount than another. */
export interface RecordDifference {
  readonly before: Pick<CalculationRecord['result'], 'outcome' | 'amount'>
  readonly after: Pick<CalculationRecord['result'], 'outcome' | 'amount'>
  /** Absent where one of the two has no amount: incomplete, or of a document that only checks. */
  readonly difference?: string
  /** Everything that differs, in the order in which it is replaced. */
  readonly changes: readonly RecordChange[]
  /** The changes by what they do to the amount; they sum to the difference. Empty where there is none to explain. */
  readonly causes: readonly DifferenceCause[]
}

/** What an answer follows from while one record turns into the other. */
interface State {
  readonly policy: Policy
  readonly facts: CalculationRecord['facts']
  readonly options: RecordOptions
}

interface Step {
  readonly change: RecordChange
  readonly apply: (state: State) => State
}

/**
 * The difference between two records by its causes, to the fen.
 *
 * What differs is replaced one by one in a fixed order: each fact by its path, each parameter, the document, the day of decision, the rates given; the
 * amount is worked out after each. A step whose state has no amount (a fact missing or contradicted) counts together with the next. What two changes do
 * only together falls to the later one. What another version of the package answers otherwise is a cause of its own.
 *
 * RangeError for a record that was altered.
 */
export function explainDifference(a: CalculationRecord, b: CalculationRecord): RecordDifference {
  mustStand(a)
  mustStand(b)
  const steps = stepsBetween(a, b)
  const { outcome, amount } = a.result
  const before = { outcome, ...(amount === undefined ? {} : { amount }) }
  const after = { outcome: b.result.outcome, ...(b.result.amount === undefined ? {} : { amount: b.result.amount }) }
  const engines = a.engine === b.engine ? [] : [engineChange(a.engine, b.engine)]
  const changes = [...steps.map(({ change }) => change), ...engines]
  if (amount === undefined || b.result.amount === undefined) return { before, after, changes, causes: [] }
  const [from, to] = [decimalOf(amount), decimalOf(b.result.amount)]
  return { before, after, difference: moneyText(to.minus(from)), changes, causes: causesOf(a, b, steps, from, to) }
}

function causesOf(a: CalculationRecord, b: CalculationRecord, steps: readonly Step[], from: Decimal, to: Decimal): DifferenceCause[] {
  const causes: DifferenceCause[] = []
  let pending: RecordChange[] = []
  let current = from
  const reach = (change: RecordChange | undefined, amount: Decimal | undefined): void => {
    if (change !== undefined) pending.push(change)
    if (amount === undefined || pending.length === 0) return
    causes.push(causeOf(pending, current, amount))
    pending = []
    current = amount
  }
  const amountOf = amountUnder([a.policy, b.policy])
  const now = amountOf(a)
  if (now === undefined || !now.equals(from)) reach(engineChange(a.engine, ENGINE.version), now)
  let state: State = a
  for (const { change, apply } of steps) {
    state = apply(state)
    reach(change, amountOf(state))
  }
  reach(pending.length === 0 && current.equals(to) ? undefined : engineChange(ENGINE.version, b.engine), to)
  return causes
}

/** The amount of a state by this version of the package: facts may be stated under either document. Undefined where there is none. */
function amountUnder(policies: readonly Policy[]): (state: State) => Decimal | undefined {
  const documents = policies.map(documentOf)
  return ({ policy, facts, options }) => {
    try {
      const answer = ENGINE.assess(documentOf(policy), ENGINE.parseFacts(documents, facts), { ...options, explain: false })
      return answer.amount === undefined ? undefined : decimalOf(answer.amount)
    } catch {
      return undefined
    }
  }
}

function stepsBetween(a: CalculationRecord, b: CalculationRecord): Step[] {
  const facts = differencesOf(a.facts, b.facts).map((one): Step => {
    const change = changeOf('facts', pathText(one.path), factLabel(one.path, [a.policy, b.policy]), one)
    return { change, apply: (state) => ({ ...state, facts: replacedAt(state.facts, one.path, one.after) as State['facts'] }) }
  })
  const parameters = parameterDifferences(a.policy, b.policy).map(({ name, ...one }): Step => {
    const change = changeOf('parameters', `parameters.${name}`, messageOf(b.policy.parameters?.[name]?.label ?? name), one)
    return { change, apply: (state) => ({ ...state, policy: replacedAt(state.policy, one.path, one.after) as Policy }) }
  })
  const supplied = parameters.reduce<State>((state, { apply }) => apply(state), a).policy
  const document: Step[] =
    canonicalJson(supplied) === canonicalJson(b.policy)
      ? []
      : [
          {
            change: changeOf('document', '', { zh: '政策文件', en: 'document' }, { before: a.policy.id, after: b.policy.id }),
            apply: (state) => ({ ...state, policy: b.policy }),
          },
        ]
  const options = (['knownOn', 'rates', 'rule'] as const).flatMap((name): Step[] => {
    const [before, after] = [a.options[name], b.options[name]]
    if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return []
    const change = changeOf('options', `options.${name}`, OPTIONS[name], { before, after })
    return [{ change, apply: (state) => ({ ...state, options: replacedAt(state.options, [name], after) as RecordOptions }) }]
  })
  return [...facts, ...parameters, ...document, ...options]
}

const OPTIONS: { readonly [name in 'knownOn' | 'rates' | 'rule']: Message } = {
  rule: { zh: '引导基金的规则', en: 'rule of the guidance fund' },
  knownOn: { zh: '决定日', en: 'day of decision' },
  rates: { zh: '补充的参考利率', en: 'reference rates given' },
}

/** Parameters both documents declare alike and that have another value. */
function parameterDifferences(a: Policy, b: Policy): (JsonDifference & { readonly name: string })[] {
  return Object.entries(b.parameters ?? {}).flatMap(([name, parameter]) => {
    const other = a.parameters?.[name]
    if (other === undefined || declared(other) !== declared(parameter)) return []
    const [before, after] = [other.value, parameter.value]
    return canonicalJson(before ?? null) === canonicalJson(after ?? null)
      ? []
      : [{ name, path: ['parameters', name, 'value'], before, after }]
  })
}

const declared = (parameter: Parameter): string => canonicalJson(replacedAt(parameter, ['value'], undefined))

function changeOf(
  group: RecordChange['group'],
  path: string,
  label: Message,
  { before, after }: { readonly before?: unknown; readonly after?: unknown },
): RecordChange {
  return { group, path, label, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

const engineChange = (before: string, after: string): RecordChange =>
  changeOf('engine', 'engine', { zh: '测算程序版本', en: 'version of the package' }, { before, after })

function causeOf(changes: readonly RecordChange[], before: Decimal, after: Decimal): DifferenceCause {
  const change = after.minus(before)
  const size = moneyText(change.abs())
  const zh = change.isZero() ? '金额不变' : `金额${change.isNegative() ? '减少' : '增加'}${size}元`
  const en = change.isZero() ? 'the amount stays' : `the amount ${change.isNegative() ? 'falls' : 'rises'} by ${size} yuan`
  return {
    changes,
    before: moneyText(before),
    after: moneyText(after),
    difference: moneyText(change),
    message: {
      zh: `${changes.map((one) => `${one.label.zh}由${valueText(one.before, '空')}改为${valueText(one.after, '空')}`).join('；')}：${zh}`,
      en: `${changes.map((one) => `${one.label.en} from ${valueText(one.before, 'nothing')} to ${valueText(one.after, 'nothing')}`).join('; ')}: ${en}`,
    },
  }
}

const valueText = (value: unknown, nothing: string): string =>
  value === undefined ? nothing : typeof value === 'string' ? value : canonicalJson(value)
