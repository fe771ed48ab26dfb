import { type Issue, type Message, shown } from '../assessment/errors.js'
import { isCalendarDate } from '../dates/calendar-date.js'
import { decimalOf } from '../money/decimal.js'
import { isAmountText } from '../money/input.js'
import type { Pool } from './pool-book.js'
import { EVENT_FIELDS, eventText, type PoolEvent, type PoolEventKind, type StatedFacts } from './pool-events.js'
import type { CompiledPool } from './pool-terms.js'

const FORMS: {
  readonly [kind in 'text' | 'amount' | 'date']: { readonly holds: (value: unknown) => boolean; readonly expected: Message }
} = {
  text: {
    holds: (value) =>
      typeof value === 'string' && value.trim() === value && value.length > 0 && value.length <= 200 && value !== '__proto__',
    expected: { zh: '200字以内的文字，首尾无空格', en: 'text of at most 200 characters, without spaces around it' },
  },
  amount: {
    holds: isAmountText,
    expected: {
      zh: '以元为单位的十进制文本，如"3000000.00"（不为负，至多两位小数）',
      en: 'an amount in yuan as a decimal string such as "3000000.00" (not negative, at most two decimals)',
    },
  },
  date: { holds: isCalendarDate, expected: { zh: '实际存在的日期，如"2025-03-16"', en: 'a day that exists, such as "2025-03-16"' } },
}

type Standing = Omit<Pool, 'policy'>

const KINDS = Object.keys(EVENT_FIELDS) as readonly PoolEventKind[]

/** What is wrong with the form of an event: every key, whatever came in. */
export function formIssues(event: unknown): readonly Issue[] {
  if (!isObject(event)) return [issue('not-an-object', '', event, '应为一个事件对象', 'expected an event as an object')]
  const { kind } = event
  if (!KINDS.includes(kind as PoolEventKind)) {
    const kinds = KINDS.join(', ')
    return [issue('class', 'kind', kind, `应为下列事件之一：${kinds}`, `expected one of ${kinds}`)]
  }
  const fields = { id: 'text', date: 'date', ...EVENT_FIELDS[kind as PoolEventKind] } as {
    readonly [field: string]: keyof typeof FORMS | 'facts' | 'facts?'
  }
  const unknown = Object.keys(event).filter((key) => key !== 'kind' && !Object.hasOwn(fields, key))
  return [
    ...Object.entries(fields).flatMap(([field, form]) => fieldIssues(field, form, event[field])),
    ...unknown.map((key) => issue('unknown-key', key, key, '这种事件没有此项：请删除', 'an event of this kind has no such key: remove it')),
  ]
}

function fieldIssues(field: string, form: keyof typeof FORMS | 'facts' | 'facts?', value: unknown): readonly Issue[] {
  if (value === undefined) return form === 'facts?' ? [] : [issue('absent', field, undefined, '缺少此项', 'this key is missing')]
  if (form === 'facts' || form === 'facts?')
    return isObject(value) ? [] : [issue('not-an-object', field, value, '应为以事实名称为键的对象', 'expected an object of facts')]
  const { holds, expected } = FORMS[form]
  return holds(value)
    ? []
    : [issue(form, field, value, `应为${expected.zh}，收到${shown(value)}`, `expected ${expected.en}, received ${shown(value)}`)]
}

/** Whether an event was booked before with the same content; an issue where its content is another. */
export function repeatedOrIssue(pool: Pick<Pool, 'seen'>, event: PoolEvent): boolean | Issue {
  const seen = Object.hasOwn(pool.seen, event.id) ? pool.seen[event.id] : undefined
  if (seen === undefined) return false
  if (seen === eventText(event)) return true
  return issue(
    'duplicate',
    'id',
    event.id,
    '同一编号的事件已经入账，内容不同：请另用编号',
    'an event with this id and other content has been booked: use another id',
  )
}

/** What is wrong with an event as the pool stands: every issue. */
export function stateIssues(pool: Standing, terms: CompiledPool, event: PoolEvent): readonly Issue[] {
  return [...dateIssues(pool, event), ...kindIssues(pool, terms, event)]
}

function dateIssues({ on, year }: Standing, { date, kind }: PoolEvent): readonly Issue[] {
  const issues: Issue[] = []
  if (on !== undefined && date < on)
    issues.push(
      issue(
        'order',
        'date',
        date,
        `早于上一事件的日期${on}：请按日期先后提交`,
        `earlier than the event before, of ${on}: send events in order of date`,
      ),
    )
  if (year === undefined) return issues
  const given = date.slice(0, 4)
  if (given > year)
    issues.push(
      issue(
        'year-open',
        'date',
        date,
        `${year}年尚未年终结转：请先提交 year-end 事件`,
        `the year ${year} is still open: a year-end event comes first`,
      ),
    )
  else if (given < year) issues.push(issue('year-closed', 'date', date, `${given}年已经年终结转`, `the year ${given} has been closed`))
  else if (kind === 'year-end' && date !== `${year}-12-31`)
    issues.push(issue('year-end', 'date', date, `年终为${year}-12-31`, `a year ends on ${year}-12-31`))
  return issues
}

function kindIssues(pool: Standing, { funders }: CompiledPool, event: PoolEvent): readonly Issue[] {
  if (event.kind === 'contribution' && !funders.includes(event.funder)) {
    const known = funders.join(', ')
    return [issue('unknown-funder', 'funder', event.funder, `不是文件中的出资人：${known}`, `not a funder of the document: ${known}`)]
  }
  if (event.kind === 'reopening' && pool.lenders[event.lender]?.fuses[event.fuse] === undefined)
    return [issue('unknown-fuse', 'fuse', event.fuse, '该银行没有处于熔断状态的这一项', 'no such fuse has tripped for this lender')]
  if (!('loan' in event)) return []
  const loan = Object.hasOwn(pool.loans, event.loan)
  if (event.kind === 'registration')
    return loan ? [issue('duplicate', 'loan', event.loan, '该贷款已经备案', 'this loan has been registered')] : []
  if (!loan) return [issue('unknown-loan', 'loan', event.loan, '该贷款没有备案', 'this loan is not registered')]
  if (event.kind === 'claim' && pool.claims[event.loan] !== undefined)
    return [issue('duplicate', 'loan', event.loan, '该贷款已有补偿申请', 'this loan has a claim')]
  return event.kind === 'repayment' ? repaymentIssues(pool, event) : []
}

function repaymentIssues({ loans }: Standing, { loan, amount }: PoolEvent & { readonly kind: 'repayment' }): readonly Issue[] {
  const { outstanding } = loans[loan] as Pool['loans'][string]
  if (decimalOf(amount).lessThanOrEqualTo(decimalOf(outstanding))) return []
  return [issue('repaid-too-much', 'amount', amount, `超过未还本金${outstanding}`, `above the outstanding principal of ${outstanding}`)]
}

/** Facts of an event that the pool knows by itself, or of another loan. */
export function factIssues(facts: StatedFacts | undefined, loan: string | undefined, figures: StatedFacts): readonly Issue[] {
  if (facts === undefined) return []
  const issues: Issue[] = []
  for (const [group, known] of Object.entries(figures)) {
    const stated = facts[group]
    if (!isObject(stated)) continue
    for (const key of Object.keys(known as object)) {
      if (Object.hasOwn(stated, key))
        issues.push(
          issue('known', `facts.${group}.${key}`, stated[key], '资金池自己知道此项：请删除', 'the pool knows this by itself: remove it'),
        )
    }
  }
  const { loans } = facts
  if (loans === undefined || (Array.isArray(loans) && loans.length === 0)) return issues
  const entries: readonly unknown[] = Array.isArray(loans) ? loans : [loans]
  const [entry] = entries
  const own = loan !== undefined && isObject(entry) && (entry['id'] === undefined || entry['id'] === loan)
  if (!Array.isArray(loans) || entries.length !== 1 || !own)
    issues.push(issue('other-loan', 'facts.loans', loans, '只能写本事件的那一笔贷款', 'expected just the loan of the event'))
  return issues
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const issue = (code: string, path: string, given: unknown, zh: string, en: string): Issue => ({
  code,
  path,
  ...(given === undefined ? {} : { given: shown(given) }),
  message: { zh, en },
})
