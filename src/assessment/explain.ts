import { decimalOf } from '../money/decimal.js'
import { decimalText, type Fraction, fraction } from '../money/fraction.js'
import { ROUNDING_MODES, ROUNDING_UNITS, type RoundingMode, type RoundingUnit } from '../money/rounding.js'
import { PARTIES } from '../policy/parties.js'
import type { FactKind } from '../policy/policy.js'
import type { QuantityKind } from '../policy/quantity.js'
import type { MaybeSource, Text } from '../policy/source.js'
import { REFERENCE_RATES as RATES, type ReferenceRate } from '../reference-rates/index.js'
import type {
  Assessment,
  FlagAnswer,
  FuseAnswer,
  LimitAnswer,
  PaymentAnswer,
  Reason,
  ReasonCode,
  RecoveryAnswer,
  ShareAnswer,
} from './assessment.js'
import type { ClauseAnswer, TestedBound } from './clause.js'
import type { SharesConflict, WorksheetValue } from './context.js'
import type { Message } from './errors.js'

/** One line of an explanation: what it is about, its value, whether it holds, and where it comes from. */
export interface ExplanationLine {
  /** Stable within an assessment: `clause:growth`, `value:A:countedPrincipal`. */
  readonly id: string
  readonly kind:
    | 'result'
    | 'document'
    | 'reason'
    | 'missing'
    | 'heading'
    | 'clause'
    | 'item'
    | 'value'
    | 'limit'
    | 'rounding'
    | 'payer'
    | 'recipient'
    | 'payment'
    | 'share'
    | 'fuse'
    | 'correction'
    | 'flag'
    | 'rate'
    | 'reading'
    | 'note'
  /** 0 for what stands by itself, 1 and more for what belongs to the line above. */
  readonly level: number
  readonly label: Message
  /** The value as a reader sees it. */
  readonly value?: Message
  /** The value itself: exact decimal text, a day, a class. */
  readonly raw?: string
  readonly status?: 'met' | 'not-met' | 'unknown' | 'binding' | 'not-binding' | 'raised' | 'not-raised'
  readonly source?: MaybeSource
}

/** The names by which an instrument's worksheet is read. */
export type Labels = { readonly [name: string]: Message }

/** What is answered, and what granted and refused mean, where the answer is not a subsidy. */
export interface Words {
  readonly about?: Message
  readonly granted: Message
  readonly refused: Message
}

const GENERAL: Labels = {
  beforeLimits: { zh: '限额前补贴额', en: 'before limits' },
  afterLimits: { zh: '限额后补贴额', en: 'after limits' },
}

/** The same where the answer is not a subsidy. */
const GENERAL_OF_RULES: Labels = {
  beforeLimits: { zh: '限额前金额', en: 'before limits' },
  afterLimits: { zh: '限额后金额', en: 'after limits' },
}

/** Why nothing is paid, in words. */
export const REASONS: { readonly [code in ReasonCode]: Message } = {
  'clause-not-met': { zh: '不符合条件', en: 'conditions are not met' },
  'not-covered': { zh: '文件未涵盖此种情形', en: 'the document does not cover this case' },
  'lines-not-split': {
    zh: '一张保单含多个险种、规定不同而保险费未分列：请按险种分别填报',
    en: 'one premium for lines that are treated differently: state each line with its premium',
  },
  'no-item-counts': { zh: '没有可计入的事项', en: 'none of the items counts' },
  'not-selected': { zh: '超过可计入的数量', en: 'more than the document takes' },
  'below-minimum': { zh: '低于最低补贴额，不予拨付', en: 'below the least amount that is paid' },
  'other-support': { zh: '已享受其他支持，不再补贴', en: 'excluded because of other support' },
  'shares-inconsistent': { zh: '各方分担比例互相矛盾', en: 'the shares of the parties cannot stand together' },
  fuse: { zh: '已触发熔断，暂停补偿', en: 'a fuse has stopped the compensation' },
}

/** What an item is called, by the list it stands in. */
const ITEMS: Labels = {
  loans: { zh: '贷款', en: 'loan' },
  policies: { zh: '保单', en: 'policy' },
  deals: { zh: '投资项目', en: 'deal' },
  instalments: { zh: '出资批次', en: 'instalment' },
  exit: { zh: '出资批次', en: 'instalment' },
}

/** An item as a reader knows it: 贷款 A. */
function nameOf(id: string, { items }: Assessment): Message {
  const path = items.find((item) => item.id === id)?.path ?? ''
  return joined(ITEMS[path.replace(/\[.*/, '')] ?? same(''), same(` ${id}`))
}

const CHECKED: Words = {
  granted: { zh: '符合规定', en: 'the conditions are met' },
  refused: { zh: '不符合规定', en: 'the conditions are not met' },
}

const OUTCOMES: { readonly [outcome in Assessment['outcome']]: Message } = {
  granted: { zh: '可予补贴', en: 'granted' },
  refused: { zh: '不予补贴', en: 'refused' },
  incomplete: { zh: '资料不全，暂不能确定', en: 'incomplete: cannot be decided yet' },
}

/** An outcome in words; a document that only checks grants and refuses nothing. */
export const outcomeText = ({ outcome, amount, instrument }: Pick<Assessment, 'outcome' | 'amount' | 'instrument'>): Message =>
  amount === undefined && outcome !== 'incomplete' ? CHECKED[outcome] : wordedFor(instrument, OUTCOMES[outcome])

/** General words as an instrument has them: what public money bears of a loss is a compensation (补偿). */
export const wordedFor = (instrument: string, { zh, en }: Message): Message => ({
  zh: instrument === 'risk-compensation' ? zh.replaceAll('补贴', '补偿') : zh,
  en,
})

const MEANINGS: { readonly [meaning in Assessment['meaning']]: Message } = {
  exact: { zh: '', en: '' },
  'at-most': { zh: '（最高额，实际可以低于此数）', en: ' (a maximum: the office may grant less)' },
  'not-below': { zh: '（最低额）', en: ' (a minimum)' },
}

const TESTS: { readonly [test in TestedBound['test']]: Message } = {
  is: { zh: '应为', en: 'must be ' },
  'one-of': { zh: '应为下列之一：', en: 'must be one of ' },
  'none-of': { zh: '不得为：', en: 'must not be ' },
  includes: { zh: '应包括', en: 'must include ' },
  'at-least': { zh: '应不低于', en: 'at least ' },
  above: { zh: '应超过', en: 'more than ' },
  'at-most': { zh: '应不超过', en: 'at most ' },
  below: { zh: '应低于', en: 'less than ' },
  from: { zh: '应不早于', en: 'on or after ' },
  after: { zh: '应晚于', en: 'after ' },
  through: { zh: '应不晚于', en: 'on or before ' },
  until: { zh: '应早于', en: 'before ' },
  none: { zh: '应没有', en: 'there must be none' },
}

const LIMITS: { readonly [kind in LimitAnswer['kind']]: Message } = {
  cap: { zh: '限额', en: 'cap' },
  minimum: { zh: '最低补贴额', en: 'least amount that is paid' },
  'net-cost': { zh: '与其他支持合计不超过成本', en: 'with other support never above the cost' },
  'combined-share': { zh: '与其他支持合计不超过规定比例', en: 'with other support never above a share' },
  exclude: { zh: '已享受其他支持的不再补贴', en: 'excluded by other support' },
  stack: { zh: '可与其他支持叠加', en: 'stands beside other support' },
  'choose-one': { zh: '只能选择一种支持', en: 'one kind of support is chosen' },
  'joint-cap': { zh: '各部分合计限额', en: 'joint cap' },
}

const mapped = (labels: Labels, change: (label: Message) => Message): Labels =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, change(label)]))
const both = (text: Text): Message => (typeof text === 'string' ? { zh: text, en: text } : text)
const same = (text: string): Message => ({ zh: text, en: text })
const joined = (...parts: readonly Message[]): Message => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts.map(({ en }) => en).join(''),
})

function fractionOf(text: string): Fraction {
  const [top = '0', bottom] = text.split('/')
  return bottom === undefined ? fraction(decimalOf(top)) : fraction(decimalOf(top), decimalOf(bottom))
}

/** A decimal with thousands separators; a quotient without a finite decimal is shown to so many places and marked. */
function numberText(text: string, places: number, grouped: boolean): string {
  const endless = text.includes('/')
  const plain = endless ? decimalText(fractionOf(text), places + 4) : text
  const [whole = '', decimals] = plain.split('.')
  const kept = (decimals ?? '').padEnd(grouped ? 2 : 0, '0')
  const separated = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${separated}${kept === '' ? '' : `.${kept}`}${endless ? '…' : ''}`
}

/** A value as a reader sees it. */
/** A value as a reader sees it: an amount with separators, a rate in percent, a class by its name. */
export function valueText(value: string, kind: FactKind | QuantityKind | undefined, classes?: { readonly [value: string]: Text }): Message {
  const label = classes !== undefined && Object.hasOwn(classes, value) ? classes[value] : undefined
  if (label !== undefined) return both(label)
  if (kind === 'amount' || kind === 'signed-amount') {
    const text = numberText(value, 2, true)
    return { zh: `${text}元`, en: `${text} yuan` }
  }
  if (kind === 'rate' || kind === 'share' || kind === 'growth') {
    const [top = '', bottom] = value.split('/')
    const percent = decimalOf(top).times(100).toFixed()
    return same(bottom === undefined ? `${percent}%` : `${value} (${numberText(`${percent}/${bottom}`, 0, false)}%)`)
  }
  if (kind === 'months') return { zh: `${numberText(value, 0, false)}个月`, en: `${numberText(value, 0, false)} months` }
  if (kind === 'days') return { zh: `${value}天`, en: `${value} days` }
  if (kind === 'yes-no') return value === 'true' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  return same(value)
}

/** An assessment as lines in Chinese and English: any outcome, every clause, every limit, every reading. */
export function explainWith(
  assessment: Assessment,
  labels: Labels,
  rules: { readonly [rule: string]: Words } = {},
): readonly ExplanationLine[] {
  const lines: ExplanationLine[] = []
  const { outcome, amount, meaning, policy, rule, instrument } = assessment
  const said = (message: Message): Message => wordedFor(instrument, message)
  const names = { ...mapped(GENERAL, said), ...(rule === undefined ? {} : GENERAL_OF_RULES), ...labels }
  const words: Partial<Words> & { readonly incomplete?: Message } =
    rule === undefined ? (amount === undefined ? CHECKED : OUTCOMES) : (rules[rule] ?? OUTCOMES)
  lines.push({
    id: 'result',
    kind: 'result',
    level: 0,
    label: joined(
      words.about === undefined ? same('') : joined(words.about, { zh: '：', en: ': ' }),
      said(words[outcome] ?? OUTCOMES[outcome]),
    ),
    ...(amount === undefined
      ? {}
      : { value: joined(valueText(amount, 'amount'), outcome === 'granted' ? MEANINGS[meaning] : same('')), raw: amount }),
    ...(outcome === 'granted' && assessment.meaningSource !== undefined ? { source: assessment.meaningSource } : {}),
  })
  lines.push({
    id: 'document',
    kind: 'document',
    level: 0,
    label: { zh: '依据', en: 'document' },
    value: joined(both(policy.title), same(policy.number === undefined ? '' : ` ${policy.number}`), EVIDENCE[policy.evidence]),
    raw: policy.id,
  })
  for (const reason of assessment.reasons) lines.push(reasonLine(reason, assessment, 0, said))
  for (const { path, label, reason } of assessment.missing) {
    lines.push({
      id: `missing:${path}`,
      kind: 'missing',
      level: 0,
      label: joined({ zh: '缺少：', en: 'missing: ' }, both(label)),
      value: reason === undefined ? same(path) : joined(same(`${path} — `), both(reason)),
      raw: path,
      status: 'unknown',
    })
  }
  if (assessment.clauses.length > 0) lines.push(heading('clauses', { zh: '申请条件', en: 'conditions' }))
  for (const clause of assessment.clauses) clauseLines(clause, 1, '', lines)
  for (const item of assessment.items) {
    const { id, counted, leftOut, amount: exact } = item
    const at = `${item.part === undefined ? '' : `${item.part}:`}${id}`
    lines.push({
      id: `item:${at}`,
      kind: 'item',
      level: 0,
      label: nameOf(id, assessment),
      value: counted
        ? exact === undefined
          ? { zh: '计入', en: 'counts' }
          : valueText(exact, 'amount')
        : leftOut === undefined
          ? { zh: '待定', en: 'to be decided' }
          : { zh: '不计入', en: 'left out' },
      ...(exact === undefined ? {} : { raw: exact }),
      status: counted ? 'met' : leftOut === undefined ? 'unknown' : 'not-met',
    })
    if (leftOut !== undefined) lines.push(reasonLine(leftOut, item, 1, said, `${at}:`))
    for (const clause of item.clauses) clauseLines(clause, 1, `${at}:`, lines)
    for (const [name, value] of Object.entries(item.worksheet)) lines.push(valueLine(name, value, names, 1, `${at}:`))
    for (const [index, limit] of item.limits.entries()) lines.push(limitLine(limit, 1, `${at}:${index}`, said))
  }
  if (outcome !== 'refused' && Object.keys(assessment.worksheet).length > 0) {
    lines.push(heading('total', { zh: '合计', en: 'total' }))
    for (const [name, value] of Object.entries(assessment.worksheet)) lines.push(valueLine(name, value, names, 1, ''))
  }
  for (const [index, limit] of assessment.limits.entries()) lines.push(limitLine(limit, 1, String(index), said))
  for (const { before, after, to, mode, source } of assessment.rounding) {
    lines.push({
      id: 'rounding',
      kind: 'rounding',
      level: 1,
      label: joined({ zh: '取整：', en: 'rounded ' }, roundingText(mode, to)),
      value: joined(valueText(before, 'amount'), same(' → '), valueText(after, 'amount')),
      raw: after,
      source,
    })
  }
  for (const { party, share, amount: paid } of assessment.payers) {
    lines.push({
      id: `payer:${party}`,
      kind: 'payer',
      level: 1,
      label: joined({ zh: '承担：', en: 'paid by ' }, PARTIES[party] ?? same(party), same(` ${share}`)),
      value: valueText(paid, 'amount'),
      raw: paid,
    })
  }
  for (const [name, shares] of [
    ['shares', assessment.shares],
    ['returned', assessment.returned],
  ] as const) {
    for (const share of shares ?? []) lines.push(shareLine(name, share))
  }
  for (const recovered of assessment.recoveries ?? []) lines.push(...recoveryLines(recovered))
  for (const fuse of assessment.fuses ?? []) lines.push(...fuseLines(fuse))
  for (const { paid, supplement, clawBack, source, part } of assessment.corrections ?? []) {
    const back = clawBack !== '0.00'
    lines.push({
      id: `correction${part === undefined ? '' : `:${part}`}`,
      kind: 'correction',
      level: 1,
      label: back ? { zh: '应追回', en: 'to be given back' } : { zh: '应补付', en: 'still to be paid' },
      value: joined(valueText(back ? clawBack : supplement, 'amount'), { zh: '（已付', en: ' (paid ' }, valueText(paid, 'amount'), {
        zh: '）',
        en: ')',
      }),
      raw: back ? clawBack : supplement,
      source,
    })
  }
  for (const { id, label, result, source, part } of assessment.flags ?? []) {
    lines.push({
      id: `flag:${part === undefined ? '' : `${part}:`}${id}`,
      kind: 'flag',
      level: 1,
      label: both(label),
      value: FLAGS[result],
      raw: result,
      status: result,
      source,
    })
  }
  for (const payment of assessment.payments) {
    const { perMonth, refundForElapsedMonths, remainingMonths } = payment
    if (perMonth === undefined) {
      lines.push({
        id: `payment:${payment.item}`,
        kind: 'payment',
        level: 1,
        label: joined(nameOf(payment.item, assessment), { zh: ' 支付方式', en: ': how it is paid' }),
        value: FORMS[payment.form],
        raw: payment.form,
        source: payment.source,
      })
      continue
    }
    lines.push({
      id: `payment:${payment.item}`,
      kind: 'payment',
      level: 1,
      label: joined(nameOf(payment.item, assessment), { zh: ' 由银行逐月抵扣', en: ': deducted by the bank each month' }),
      value: joined(
        valueText(perMonth, 'amount'),
        refundForElapsedMonths === undefined
          ? same('')
          : {
              zh: `；已过月份一次退还${valueText(refundForElapsedMonths, 'amount').zh}，其余${remainingMonths}个月逐月抵扣`,
              en: `; ${valueText(refundForElapsedMonths, 'amount').en} refunded for the months past, ${remainingMonths} months to come`,
            },
      ),
      raw: perMonth,
      source: payment.source,
    })
  }
  for (const { rate, on, value, published } of assessment.rates) {
    lines.push({
      id: `rate:${rate}:${on}`,
      kind: 'rate',
      level: 1,
      label: { zh: `${RATES[rate as ReferenceRate].zh}，${on}`, en: `${RATES[rate as ReferenceRate].en} on ${on}` },
      value: joined(valueText(value, 'rate'), { zh: `（${published}公布）`, en: ` (published ${published})` }),
      raw: value,
    })
  }
  if (assessment.recipient !== undefined) {
    const { value, source } = assessment.recipient
    lines.push({
      id: 'recipient',
      kind: 'note',
      level: 1,
      label: { zh: '收款方', en: 'recipient' },
      value: RECIPIENTS[value] ?? same(value),
      raw: value,
      source,
    })
  }
  for (const { recipient, name, amount: paid, items, source, part } of assessment.recipients ?? []) {
    lines.push({
      id: ['recipient', part, recipient, name].filter((step) => step !== undefined).join(':'),
      kind: 'recipient',
      level: 1,
      label: joined(
        { zh: '拨付给：', en: 'paid to ' },
        RECIPIENTS[recipient] ?? same(recipient),
        same(name === undefined ? '' : ` ${name}`),
        {
          zh: `（${items.join('、')}）`,
          en: ` (${items.join(', ')})`,
        },
      ),
      value: valueText(paid, 'amount'),
      raw: paid,
      source,
    })
  }
  if (assessment.budget !== undefined) {
    const { value, source } = assessment.budget
    lines.push({
      id: 'budget',
      kind: 'note',
      level: 1,
      label: { zh: '预算规则', en: 'budget rule' },
      value: BUDGETS[value] ?? same(value),
      raw: value,
      source,
    })
  }
  const topics = { ...ABOUT, ...ABOUT_ITEMS[onlyListOf(assessment)] }
  for (const { about, reading } of assessment.readings) {
    lines.push({
      id: `reading:${about}`,
      kind: 'reading',
      level: 1,
      label: joined({ zh: '本库理解', en: 'our reading' }, topics[aboutKey(about)] ?? same('')),
      value: both(reading),
      raw: about,
    })
  }
  for (const [index, text] of assessment.notes.entries()) {
    lines.push({ id: `note:${index}`, kind: 'note', level: 1, label: { zh: '说明', en: 'note' }, value: both(text) })
  }
  return lines
}

function shareLine(
  name: 'shares' | 'returned',
  { party, amount, of, label, item, aboveLimits, source, part }: ShareAnswer,
): ExplanationLine {
  const about = label === undefined ? (of === undefined ? undefined : same(of)) : both(label)
  const above = aboveLimits === true ? ABOVE_LIMITS : undefined
  const detail = [item === undefined ? undefined : same(item), about, above].filter((text): text is Message => text !== undefined)
  const inBrackets =
    detail.length === 0
      ? same('')
      : joined({ zh: '（', en: ' (' }, ...detail.flatMap((text, index) => (index === 0 ? [text] : [{ zh: '，', en: ', ' }, text])), {
          zh: '）',
          en: ')',
        })
  return {
    id: [name, part, item, of, party, above && 'above-limits'].filter((step) => step !== undefined).join(':'),
    kind: 'share',
    level: 1,
    label: joined(SHARED[name], PARTIES[party] ?? same(party), inBrackets),
    value: valueText(amount, 'amount'),
    raw: amount,
    source,
  }
}

const SHARED = { shares: { zh: '各方：', en: 'share of ' }, returned: { zh: '返还：', en: 'returned to ' } }

const ABOVE_LIMITS = { zh: '超出限额部分', en: 'above the limits' }

/** What of the money recovered goes back, and what is left beyond it or not covered by it. */
function recoveryLines({ gross, cost, uncoveredCost, returned, excess, source, part }: RecoveryAnswer): readonly ExplanationLine[] {
  const id = part === undefined ? 'recovery' : `recovery:${part}`
  const line = (name: string, label: Message, amount: string): ExplanationLine => ({
    id: `${id}:${name}`,
    kind: 'share',
    level: 1,
    label,
    value: valueText(amount, 'amount'),
    raw: amount,
    source,
  })
  const some = (amount: string, more: ExplanationLine): readonly ExplanationLine[] => (amount === '0.00' ? [] : [more])
  return [
    line('gross', { zh: '追偿所得', en: 'recovered' }, gross),
    line('cost', { zh: '先扣除追偿费用', en: 'cost of recovery, taken off first' }, cost),
    line('returned', { zh: '按承担比例返还合计', en: 'returned in the proportion borne, in all' }, returned),
    ...some(uncoveredCost, line('uncoveredCost', { zh: '追偿所得不足以支付的费用', en: 'cost above what was recovered' }, uncoveredCost)),
    ...some(excess, line('excess', { zh: '超过全部损失的追偿所得', en: 'recovered beyond all that was borne' }, excess)),
  ]
}

/** What is done at each level of a fuse. */
export const FUSE_STATES: { readonly [state in FuseAnswer['state']]: Message } = {
  normal: { zh: '正常', en: 'normal' },
  warning: { zh: '预警', en: 'warning' },
  'on-hold': { zh: '暂缓补偿', en: 'on hold' },
  'compensation-suspended': { zh: '暂停补偿', en: 'compensation suspended' },
  'new-loans-suspended': { zh: '暂停新增贷款', en: 'new loans suspended' },
  'lender-removed': { zh: '取消合作资格', en: 'lender removed' },
}

const TRIPPING: Labels = {
  paid: { zh: '触发熔断的当笔仍予补偿', en: 'the claim that trips the fuse is still paid' },
  held: { zh: '触发熔断的当笔不予补偿', en: 'the claim that trips the fuse is not paid' },
}

const RESETS: Labels = {
  'below-level': { zh: '降至熔断线以下即恢复', en: 'opens again below the level' },
  'by-decision': { zh: '经主管部门决定后恢复', en: 'opens again by decision' },
  'next-year': { zh: '下一年度恢复', en: 'opens again in the next year' },
}

/** Where a fuse stands, how far the next level is, and what becomes of the claim that trips it. */
function fuseLines({ id, label, state, metric, kind, next, trippingClaim, reset, source, part }: FuseAnswer): readonly ExplanationLine[] {
  const at = part === undefined ? `fuse:${id}` : `fuse:${part}:${id}`
  const toNext =
    next === undefined
      ? same('')
      : joined(
          { zh: '；距', en: '; ' },
          { zh: FUSE_STATES[next.effect].zh, en: valueText(next.distance, kind).en },
          { zh: `（${valueText(next.level, kind).zh}）还差`, en: ` below ` },
          { zh: valueText(next.distance, kind).zh, en: `${FUSE_STATES[next.effect].en} (${valueText(next.level, kind).en})` },
        )
  const more = [trippingClaim && TRIPPING[trippingClaim], reset && RESETS[reset]].filter((text): text is Message => text !== undefined)
  return [
    {
      id: at,
      kind: 'fuse',
      level: 1,
      label: joined({ zh: '熔断：', en: 'fuse: ' }, both(label ?? id)),
      value: joined(valueText(metric, kind), { zh: '，', en: ', ' }, FUSE_STATES[state], toNext),
      raw: state,
      status: state === 'normal' ? 'not-binding' : 'binding',
      source,
    },
    ...more.map((text, index): ExplanationLine => ({ id: `${at}:${index}`, kind: 'fuse', level: 2, label: text })),
  ]
}

const EVIDENCE = {
  official: { zh: '', en: '' },
  secondary: { zh: '（非官方文本转述）', en: ' (from a secondary source)' },
}

/** A rounding in words: 四舍五入到分, half up to the fen. */
function roundingText(mode: string, to: string): Message {
  const how = ROUNDING_MODES[mode as RoundingMode].label
  const unit = ROUNDING_UNITS[to as RoundingUnit].label
  return { zh: `${how.zh}到${unit.zh}`, en: `${how.en} to ${/^[a-z]+$/.test(unit.en) ? 'the ' : ''}${unit.en}` }
}

const FLAGS: { readonly [result in FlagAnswer['result']]: Message } = {
  raised: { zh: '请注意：存在此情形', en: 'attention: this is the case' },
  'not-raised': { zh: '不存在此情形', en: 'not the case' },
  unknown: { zh: '资料不足，请核实', en: 'not stated: to be checked' },
}

const FORMS: { readonly [form in PaymentAnswer['form']]: Message } = {
  'lump-sum': { zh: '一次拨付', en: 'in one sum' },
  deducted: { zh: '由银行收取利息时抵扣', en: 'deducted by the bank when it collects interest' },
}

const RECIPIENTS: Labels = {
  borrower: { zh: '借款企业', en: 'the borrower' },
  lender: { zh: '贷款银行', en: 'the lender' },
  guarantor: { zh: '担保机构', en: 'the guarantor' },
  enterprise: { zh: '企业', en: 'the enterprise' },
  insurer: { zh: '保险公司', en: 'the insurer' },
  manager: { zh: '管理机构', en: 'the manager' },
  investor: { zh: '创业投资机构', en: 'the VC' },
  'other-holders': { zh: '其他出资人', en: 'the other holders' },
}

const BUDGETS: Labels = {
  none: { zh: '不设总额', en: 'no total' },
  'total-control': { zh: '总额控制', en: 'within the total of the budget' },
  'first-come': { zh: '先到先得，用完为止', en: 'first come until spent' },
  'pro-rata': { zh: '超出预算时按比例核减', en: 'cut in proportion when the budget is exceeded' },
  'rate-set-afterwards': { zh: '贴息率按预算和申报情况事后确定', en: 'rate set afterwards from budget and claims' },
}

/** What a reading is about, by the key it stands at. */
const ABOUT: Labels = {
  proration: { zh: '（计息办法）', en: ' (day count)' },
  rounding: { zh: '（取整）', en: ' (rounding)' },
  longest: { zh: '（最长期限）', en: ' (longest time)' },
  periodStart: { zh: '（起算日）', en: ' (first day)' },
  windows: { zh: '（计入期间）', en: ' (window)' },
  principal: { zh: '（计入本金）', en: ' (principal)' },
  principalLimits: { zh: '（本金限额）', en: ' (limit on principal)' },
  principalBasis: { zh: '（本金口径）', en: ' (basis of principal)' },
  select: { zh: '（笔数选择）', en: ' (selection)' },
  limits: { zh: '（限额）', en: ' (limit)' },
  formula: { zh: '（计算公式）', en: ' (formula)' },
  interest: { zh: '（计入利息）', en: ' (interest that counts)' },
  extension: { zh: '（展期）', en: ' (extension)' },
  payers: { zh: '（承担方）', en: ' (payers)' },
  flags: { zh: '（提示）', en: ' (flag)' },
  measures: { zh: '（指标）', en: ' (measure)' },
  eligibility: { zh: '（申请条件）', en: ' (conditions)' },
  premium: { zh: '（计入保险费）', en: ' (premium that counts)' },
  insuredAmount: { zh: '（计入保险金额）', en: ' (insured amount that counts)' },
  premiumRateLimit: { zh: '（保险费率上限）', en: ' (ceiling on the premium rate)' },
  participation: { zh: '（参保年度）', en: ' (year of participation)' },
  recipient: { zh: '（收款方）', en: ' (recipient)' },
  correction: { zh: '（追补）', en: ' (correction)' },
  items: { zh: '（各项条件）', en: ' (conditions on items)' },
  losses: { zh: '（损失分担）', en: ' (who bears the loss)' },
  aboveLimitsTo: { zh: '（超限部分）', en: ' (what is above the limits)' },
  bounds: { zh: '（分担比例的上下限）', en: ' (bounds of shares)' },
  fuses: { zh: '（熔断）', en: ' (fuse)' },
  recovery: { zh: '（追偿返还）', en: ' (what is recovered)' },
  parameters: { zh: '（参数）', en: ' (parameter)' },
}

/** The same where all items are loans, or insurance policies. */
const ABOUT_ITEMS: { readonly [list: string]: Labels } = {
  loans: { items: { zh: '（贷款条件）', en: ' (conditions on loans)' } },
  policies: {
    items: { zh: '（保单条件）', en: ' (conditions on policies)' },
    proration: { zh: '（折算办法）', en: ' (how cover is counted)' },
  },
}

/** The lists the items stand in, where it is one. */
function onlyListOf({ items }: Assessment): string {
  const lists = new Set(items.map(({ path }) => path.replace(/\[.*/, '')))
  return lists.size === 1 ? ([...lists][0] as string) : ''
}

/** The key of a part, or of the terms, that a path leads through. */
function aboutKey(path: string): string {
  const [first = '', second = '', third = ''] = path.replaceAll(/\[\d+\]/g, '').split('.')
  return first !== 'parts' ? first : second === 'terms' ? third : second === 'items' && third === 'select' ? third : second
}

const heading = (id: string, label: Message): ExplanationLine => ({ id: `heading:${id}`, kind: 'heading', level: 0, label })

function reasonLine(
  { code, source, clauses, conflict, fuse }: Reason,
  holder: { readonly clauses: readonly ClauseAnswer[]; readonly fuses?: readonly FuseAnswer[] },
  level: number,
  said: (general: Message) => Message,
  at = '',
): ExplanationLine {
  const subjects = (clauses ?? []).map((id) =>
    titleOf(
      holder.clauses.find((clause) => clause.id === id),
      id,
    ),
  )
  const list = { zh: subjects.map(({ zh }) => zh).join('、'), en: subjects.map(({ en }) => en).join(', ') }
  const watched = holder.fuses?.find(({ id }) => id === fuse)
  const value =
    conflict !== undefined
      ? conflictText(conflict)
      : fuse !== undefined
        ? both(watched?.label ?? fuse)
        : subjects.length === 0
          ? undefined
          : list
  return {
    id: `reason:${at}${code}`,
    kind: 'reason',
    level,
    label: said(REASONS[code]),
    ...(value === undefined ? {} : { value }),
    raw: code,
    status: 'not-met',
    ...(Object.keys(source).length === 0 ? {} : { source }),
  }
}

/** Whose shares cannot stand together, and what they sum to. */
function conflictText({ parties, sum }: SharesConflict): Message {
  const names = parties.map((party) => PARTIES[party] ?? same(party))
  const total = valueText(sum, 'share')
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}合计${total.zh}`,
    en: `${names.map(({ en }) => en).join(', ')}: ${total.en} in all`,
  }
}

const titleOf = (clause: ClauseAnswer | undefined, id: string): Message => both(clause?.label ?? clause?.subject ?? id)

const OPERATORS = {
  any: { zh: '符合下列之一', en: 'any of' },
  all: { zh: '同时符合', en: 'all of' },
  not: { zh: '不得属于下列情形', en: 'none of' },
}

const NOT_KNOWN = { zh: '（尚未确定）', en: '(not known yet)' }

/** One clause as lines, with those it is made of. */
export function explainClause(clause: ClauseAnswer): readonly ExplanationLine[] {
  const lines: ExplanationLine[] = []
  clauseLines(clause, 0, '', lines)
  return lines
}

function clauseLines(clause: ClauseAnswer, level: number, at: string, lines: ExplanationLine[]): void {
  const { id, result, source, kind, oneOf, given, bounds, operator } = clause
  const shownGiven = given === undefined ? { zh: '未填写', en: 'not stated' } : listText(given, kind, oneOf)
  const tests = (bounds ?? []).map(({ test, limit }) =>
    joined(TESTS[test], limit !== undefined ? listText(limit, kind, oneOf) : test === 'none' ? same('') : NOT_KNOWN),
  )
  const wanted = { zh: tests.map(({ zh }) => zh).join('、'), en: tests.map(({ en }) => en).join(', ') }
  const value =
    operator !== undefined
      ? OPERATORS[operator]
      : bounds?.[0]?.test === 'none'
        ? wanted
        : joined(shownGiven, { zh: `，${wanted.zh}`, en: `, ${wanted.en}` })
  lines.push({
    id: `clause:${at}${id}`,
    kind: 'clause',
    level,
    label: titleOf(clause, operator === undefined ? id : ''),
    value,
    ...(typeof given === 'string' ? { raw: given } : {}),
    status: result,
    source,
  })
  for (const inner of clause.clauses ?? []) clauseLines(inner, level + 1, `${at}${id}:`, lines)
}

function listText(value: string | readonly string[], kind: ClauseAnswer['kind'], oneOf: ClauseAnswer['oneOf']): Message {
  if (typeof value === 'string') return valueText(value, kind, oneOf)
  const texts = value.map((one) => valueText(one, kind, oneOf))
  return texts.length === 0
    ? { zh: '无', en: 'none' }
    : { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') }
}

function valueLine(
  name: string,
  { label, kind, value, source }: WorksheetValue,
  names: Labels,
  level: number,
  at: string,
): ExplanationLine {
  return {
    id: `value:${at}${name}`,
    kind: 'value',
    level,
    label: label === undefined ? (names[name] ?? inPart(name, names)) : both(label),
    value: valueText(value, kind),
    raw: value,
    ...(source === undefined || Object.keys(source).length === 0 ? {} : { source }),
  }
}

/** The name of a value of one of several parts: `interest:beforeLimits`. */
function inPart(name: string, names: Labels): Message {
  const [part = '', own] = name.split(':')
  const label = own === undefined ? undefined : names[own]
  return label === undefined ? same(name) : { zh: `${label.zh}（${part}）`, en: `${label.en} (${part})` }
}

const PERIODS: Labels = {
  year: { zh: '（每年）', en: ' a year' },
  window: { zh: '（政策期内）', en: ' in the window' },
  lifetime: { zh: '（累计）', en: ' in total' },
}

/** A label that says the period itself. */
const SAYS: { readonly [period: string]: RegExp } = {
  year: /年|year|annual/i,
  window: /期|window|round/i,
  lifetime: /累计|total|lifetime/i,
}

/** The period of a limit, in the languages in which its label does not say it. */
function periodText(period: string | undefined, label: Text | undefined): Message {
  if (period === undefined) return same('')
  const { zh, en } = both(label ?? '')
  const says = (text: string): boolean => (SAYS[period] as RegExp).test(text)
  const added = PERIODS[period] as Message
  return { zh: says(zh) ? '' : added.zh, en: says(en) ? '' : added.en }
}

function limitLine(
  { id, kind, label, source, period, before, limit, cap, received, after, binding, items }: LimitAnswer,
  level: number,
  at: string,
  said: (general: Message) => Message,
): ExplanationLine {
  const most =
    limit === undefined
      ? same('')
      : joined(kind === 'minimum' ? { zh: '，至少', en: ', at least ' } : { zh: '，最多', en: ', at most ' }, valueText(limit, 'amount'))
  const used =
    cap === undefined || received === undefined
      ? same('')
      : kind === 'net-cost' || kind === 'combined-share'
        ? {
            zh: `（${valueText(cap, 'amount').zh}减其他支持${valueText(received, 'amount').zh}）`,
            en: ` (${valueText(cap, 'amount').en} less ${valueText(received, 'amount').en} of other support)`,
          }
        : {
            zh: `（${valueText(cap, 'amount').zh}减已获${valueText(received, 'amount').zh}）`,
            en: ` (${valueText(cap, 'amount').en} less ${valueText(received, 'amount').en} received)`,
          }
  const over = items === undefined ? same('') : { zh: `（${items.join('、')}）`, en: ` (${items.join(', ')})` }
  return {
    id: `limit:${at}${id === undefined ? '' : `:${id}`}`,
    kind: 'limit',
    level,
    label: joined(label === undefined ? said(LIMITS[kind]) : both(label), periodText(period, label), over),
    value: joined(valueText(before, 'amount'), most, used, same(' → '), valueText(after, 'amount')),
    raw: after,
    status: binding ? 'binding' : 'not-binding',
    source,
  }
}
