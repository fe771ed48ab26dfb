import { FUSE_STATES, REASONS, wordedFor } from '../assessment/explain.js'
import { type Language, sourceText } from '../assessment/render.js'
import { decimalOf } from '../money/decimal.js'
import { decimalText, fraction, times } from '../money/fraction.js'
import { PARTIES } from '../policy/parties.js'
import type { Policy } from '../policy/policy.js'
import { ACCOUNTS, type AccountName, type Parts, type PoolAnswer, type PoolStatement, type Posting } from '../risk-compensation/index.js'
import { inLanguage } from './language.js'
import { tableText } from './table.js'

/** What a replay came to, as tables: balances, what happened, postings, fuses, and who bore what. */
export function poolText(
  policy: Policy,
  {
    statement,
    postings,
    answers,
  }: { readonly statement: PoolStatement; readonly postings: readonly Posting[]; readonly answers: readonly PoolAnswer[] },
  language: Language,
): string {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const words: Words = { say, party: (party) => PARTIES[party]?.[language] ?? party, language }
  const { on } = statement
  const head = `${inLanguage(policy.title, language)}${on === undefined ? '' : say(`，截至${on}`, `, as of ${on}`)}\n`
  const sections = [
    { title: say('余额（元）', 'Balances (yuan)'), table: balanceRows(statement, words), right: [1] },
    {
      title: say('经过', 'What happened'),
      table: answers.map((answer) => [answer.date, answer.event, answerText(answer, words)]),
      right: [],
    },
    { title: say('分录（元）', 'Postings (yuan)'), table: postingRows(postings, words), right: [4, 5] },
    { title: say('熔断', 'Fuses'), table: fuseRows(statement, words), right: [] },
    { title: say('损失由谁承担（元）', 'Who has borne what (yuan)'), table: bearerRows(statement, words), right: [1, 2, 3] },
  ]
  return [
    head,
    ...sections.flatMap(({ title, table, right }) => (table.length === 0 ? [] : [`${title}\n${tableText(table, right)}`])),
    standing(statement, words),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

interface Words {
  readonly say: (zh: string, en: string) => string
  readonly party: (party: string) => string
  readonly language: Language
}

type Rows = readonly (readonly string[])[]

function accountText(account: AccountName, of: string | undefined, { party, language }: Words): string {
  const name = ACCOUNTS[account].label[language]
  return of === undefined ? name : language === 'zh' ? `${name}（${party(of)}）` : `${name} (${party(of)})`
}

function balanceRows({ balances }: PoolStatement, words: Words): Rows {
  return Object.entries(balances).map(([key, amount]) => {
    const [account = '', of] = key.split(/:(.*)/s)
    return [accountText(account as AccountName, of, words), amount]
  })
}

function postingRows(postings: readonly Posting[], words: Words): Rows {
  const { say } = words
  const rows = postings.flatMap(({ date, event, loan = '', entries }) =>
    entries.map(({ account, of, side, amount }) => {
      const name = accountText(account, of, words)
      return [date, event, loan, name, side === 'debit' ? amount : '', side === 'credit' ? amount : '']
    }),
  )
  return rows.length === 0
    ? []
    : [
        [
          say('日期', 'date'),
          say('事件', 'event'),
          say('贷款', 'loan'),
          say('科目', 'account'),
          say('借方', 'debit'),
          say('贷方', 'credit'),
        ],
        ...rows,
      ]
}

function fuseRows({ fuses }: PoolStatement, { say, language }: Words): Rows {
  return fuses.map(({ lender, fuse, label, state, since, metric }) => [
    lender,
    label === undefined ? fuse : inLanguage(label, language),
    FUSE_STATES[state][language],
    percent(metric),
    say(`自${since}`, `since ${since}`),
  ])
}

function bearerRows({ bearers }: PoolStatement, { say, party }: Words): Rows {
  if (bearers.length === 0) return []
  const rows = bearers.map(({ party: name, throughPool, borne, returned, net }) => [
    throughPool ? say(`${party(name)}（经资金池）`, `${party(name)} (through the pool)`) : party(name),
    borne,
    returned,
    net,
  ])
  return [[say('承担方', 'party'), say('承担', 'borne'), say('收回', 'had back'), say('净承担', 'net')], ...rows]
}

/** What the document ties the pool to: funding, loans, the yearly pot, the balance. */
function standing(statement: PoolStatement, words: Words): string {
  const { annualPot, funding, leverage, replenishment } = statement
  const { say } = words
  return [
    fundingText(funding, words),
    leverage === undefined ? '' : leverageText(leverage, words),
    annualPot === undefined
      ? ''
      : say(
          `年度额度${annualPot.limit}元，已拨付${annualPot.paid}元，余${annualPot.left}元`,
          `yearly pot ${annualPot.limit} yuan: ${annualPot.paid} paid, ${annualPot.left} left`,
        ),
    replenishment?.due === true ? replenishmentText(replenishment, words) : '',
  ]
    .filter((text) => text !== '')
    .map((text) => `${text}\n`)
    .join('')
}

const from = (text: string, source: PoolStatement['funding']['source'], { language }: Words): string => {
  const said = sourceText(source, language)
  return said === '' ? text : language === 'zh' ? `${text}（${said}）` : `${text} [${said}]`
}

const partsText = (parts: Parts, { party, say }: Words): string =>
  Object.entries(parts)
    .filter(([, amount]) => Number(amount) !== 0)
    .map(([name, amount]) => say(`${party(name)}${amount}元`, `${party(name)} ${amount} yuan`))
    .join(say('、', ', '))

function fundingText({ inProportion, behind, source }: PoolStatement['funding'], words: Words): string {
  const { say } = words
  const text = inProportion
    ? say('出资符合约定比例', 'the funders have kept to their parts')
    : say(`尚未按比例到位：${partsText(behind, words)}`, `behind their parts: ${partsText(behind, words)}`)
  return from(text, source, words)
}

function leverageText({ loans, base, of, bound, limit, met, source }: NonNullable<PoolStatement['leverage']>, words: Words): string {
  const { say } = words
  const [zhBase, enBase] = of === 'pool' ? ['资金池余额', 'balance of the pool'] : ['出资额', 'deposit']
  const rule =
    bound === 'at-most' ? say(`应不超过${limit}元`, `at most ${limit} yuan`) : say(`应不低于${limit}元`, `at least ${limit} yuan`)
  const text = say(
    `贷款余额${loans}元，${zhBase}${base}元，${rule}：${met ? '符合' : '不符合'}`,
    `loans of ${loans} yuan beside a ${enBase} of ${base}, ${rule}: ${met ? 'met' : 'not met'}`,
  )
  return from(text, source, words)
}

function replenishmentText({ balance, amount, funders, source }: NonNullable<PoolStatement['replenishment']>, words: Words): string {
  const { say } = words
  const more =
    amount === undefined
      ? ''
      : say(
          `，应补足${amount}元：${partsText(funders ?? {}, words)}`,
          `, to be replenished by ${amount} yuan: ${partsText(funders ?? {}, words)}`,
        )
  return from(say(`余额${balance}元，低于规定${more}`, `the balance of ${balance} yuan is below what is required${more}`), source, words)
}

/** Each kind of answer in a line. */
const ANSWERS: { readonly [Kind in PoolAnswer['kind']]: (answer: PoolAnswer & { readonly kind: Kind }, words: Words) => string } = {
  repeated: (_, { say }) => say('该事件已经入账，未重复入账', 'booked before, not booked again'),
  registration: ({ loan, outcome, fuse = '' }, { say }) =>
    outcome === 'registered'
      ? say(`贷款${loan}已备案`, `loan ${loan} registered`)
      : say(`贷款${loan}不予备案：熔断${fuse}`, `loan ${loan} not registered: fuse ${fuse}`),
  claim: claimText,
  payment: paymentText,
  recovery: recoveryText,
  fuse: ({ lender, fuse, before, state, metric }, { say, language }) => {
    const change = `${FUSE_STATES[before][language]} → ${FUSE_STATES[state][language]}`
    const rate = metric === undefined ? '' : say(`（${percent(metric)}）`, ` (${percent(metric)})`)
    return say(`${lender}熔断${fuse}：${change}${rate}`, `${lender}, fuse ${fuse}: ${change}${rate}`)
  },
  lapsed: ({ loan, amount }, { say }) => say(`贷款${loan}排队的${amount}元不再拨付`, `loan ${loan}: ${amount} yuan in the queue lapses`),
  funding: fundingText,
  leverage: leverageText,
  replenishment: replenishmentText,
}

function answerText(answer: PoolAnswer, words: Words): string {
  const text = ANSWERS[answer.kind] as (answer: PoolAnswer, words: Words) => string
  return text(answer, words)
}

function claimText(
  { loan, outcome, amount = '', fuse, assessment }: PoolAnswer & { readonly kind: 'claim' },
  { say, language }: Words,
): string {
  const missing = assessment.missing.map(({ label }) => inLanguage(label, language)).join(say('、', ', '))
  const reasons = assessment.reasons.map(({ code }) => wordedFor('risk-compensation', REASONS[code])[language]).join(say('；', '; '))
  const outcomes = {
    approved: say(`核定${amount}元`, `${amount} yuan approved`),
    held: say(`暂缓：熔断${fuse ?? ''}`, `on hold: fuse ${fuse ?? ''}`),
    refused: say(
      `不予补偿：${reasons === '' ? `熔断${fuse ?? ''}` : reasons}`,
      `refused: ${reasons === '' ? `fuse ${fuse ?? ''}` : reasons}`,
    ),
    incomplete: say(`资料不全，缺：${missing}`, `incomplete, missing: ${missing}`),
  }
  return say(`贷款${loan}的补偿申请：`, `claim on loan ${loan}: `) + outcomes[outcome]
}

function paymentText({ loan, paid, queued, lapsed }: PoolAnswer & { readonly kind: 'payment' }, { say }: Words): string {
  const waits = queued === '0.00' ? '' : say(`，排队${queued}元`, `, ${queued} in the queue`)
  const rest = lapsed === '0.00' ? '' : say(`，不再拨付${lapsed}元`, `, ${lapsed} not paid`)
  return say(`贷款${loan}拨付${paid}元`, `loan ${loan}: ${paid} yuan paid`) + waits + rest
}

function recoveryText({ loan, net, effect, returned, excess }: PoolAnswer & { readonly kind: 'recovery' }, words: Words): string {
  const { say } = words
  const back = { ...returned.funders, ...returned.others }
  const what =
    effect === 'lowers-loss'
      ? say('冲减损失', 'lowers the loss')
      : say(`返还${partsText(back, words)}`, `returned to ${partsText(back, words)}`)
  const more = excess === '0.00' ? '' : say(`，超过损失${excess}元`, `, ${excess} beyond the loss`)
  return say(`贷款${loan}追回净额${net}元，${what}${more}`, `loan ${loan}: ${net} yuan recovered net, ${what}${more}`)
}

const HUNDRED = fraction(decimalOf(100))

/** A rate as a percentage of four places, for display only. */
function percent(rate: string): string {
  const [top = '', bottom = '1'] = rate.split('/')
  return `${decimalText(times(fraction(decimalOf(top), decimalOf(bottom)), HUNDRED), 4)}%`
}
