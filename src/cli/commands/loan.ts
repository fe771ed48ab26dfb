import type { Language } from '../../assessment/render.js'
import type { DayCountName } from '../../dates/day-counts.js'
import {
  type AnnualCost,
  annualCost,
  annualCostWithSubsidy,
  type CostDayCount,
  type Flow,
  flowsOf,
  interest,
  interestBySettlement,
  type LoanInput,
  lprRates,
  REPAYMENTS,
  type Schedule,
  type ScheduleTerms,
  type SettlementRule,
  schedule,
} from '../../loan/index.js'
import { type Decimal, decimalOf } from '../../money/decimal.js'
import { type Fraction, fractionText } from '../../money/fraction.js'
import { readAmount, readRate } from '../../money/printed.js'
import { BYTE_ORDER_MARK, csvLine } from '../csv-text.js'
import { UsageError } from '../failure.js'
import { jsonOf } from '../files.js'
import { both } from '../language.js'
import { ratesOf } from '../rates.js'
import { tableText } from '../table.js'

/** The parts of the answer. */
export const SECTIONS = ['schedule', 'years', 'interest', 'cost'] as const
export type Section = (typeof SECTIONS)[number]

export interface LoanCommandOptions {
  readonly language: Language
  readonly format: 'text' | 'csv' | 'json'
  readonly show?: Section
  readonly principal?: string
  readonly rate?: string
  readonly lpr?: '1y' | '5y-plus'
  readonly spread?: string
  readonly repricing?: string
  readonly rates?: string
  readonly knownOn?: string
  readonly drawdown?: string
  readonly months?: string
  readonly repayment?: string
  readonly every?: string
  readonly firstDue?: string
  readonly dayCount?: string
  readonly oddDayCount?: string
  readonly prepay: readonly string[]
  readonly fee: readonly string[]
  readonly subsidy: readonly string[]
  readonly settlement?: SettlementRule['every']
  readonly settlementDay: string
  readonly from?: string
  readonly until?: string
  readonly costDayCount: CostDayCount
}

/** What a loan comes to: its schedule, its interest by year and by settlement or within a period, and its annual cost. */
export interface LoanAnswer {
  readonly schedule: Schedule
  readonly years: readonly { readonly year: string; readonly payment: string; readonly principal: string; readonly interest: string }[]
  readonly interest?: {
    readonly dayCount: string
    readonly periods: readonly { readonly from: string; readonly until: string; readonly days: number; readonly interest: string }[]
    /** Settlement periods as booked, each rounded; within a period rounded once. */
    readonly total: string
    /** The exact interest within a period. */
    readonly exact?: string
  }
  readonly cost?: { readonly dayCount: CostDayCount; readonly before: AnnualCost; readonly after?: AnnualCost }
}

/** The answer as text, CSV or JSON. LoanError where the terms are not well formed. */
export async function loanCommand(file: string | undefined, options: LoanCommandOptions): Promise<string> {
  const { language, format, show } = options
  const answer = await answerOf(file, options)
  if (format === 'json') return `${JSON.stringify(show === undefined ? answer : { [show]: answer[show] }, null, 2)}\n`
  if (format === 'csv') {
    const table = tableOf(answer, show ?? 'schedule', language)
    if (table === undefined) throw new UsageError(both(missing(show ?? 'schedule').zh, missing(show ?? 'schedule').en))
    return BYTE_ORDER_MARK + [table.head, ...table.rows].map(csvLine).join('')
  }
  const sections = show === undefined ? SECTIONS : [show]
  const parts = sections.flatMap((section) => {
    const table = tableOf(answer, section, language)
    if (table === undefined) return show === undefined ? [] : [`${missing(section)[language]}\n`]
    return [`${table.title}\n${tableText([table.head, ...table.rows], table.right)}${table.foot}`]
  })
  const { unknown } = answer.schedule
  return parts.join('\n') + (unknown === undefined ? '' : `\n${unknown.message[language]}\n`)
}

const missing = (section: Section): { readonly zh: string; readonly en: string } =>
  section === 'interest'
    ? both(
        '要分期利息，请给 --day-count 和 --settlement，或 --from 与 --until',
        'interest by period needs --day-count, and --settlement or --from with --until',
      )
    : both('利率未知，无法计算年化成本', 'a rate is not known: no annual cost')

async function answerOf(file: string | undefined, options: LoanCommandOptions): Promise<LoanAnswer> {
  const { fees, subsidies, ...terms } = await termsOf(file, options)
  const plan = schedule(terms)
  const rounded = (figure: Decimal): string => figure.toFixed(2)
  const years = [...new Set(plan.payments.map(({ date }) => date.slice(0, 4)))].map((year) => {
    const paid = plan.payments.filter(({ date }) => date.startsWith(year))
    const sum = (key: 'payment' | 'principal' | 'interest'): string =>
      rounded(paid.reduce((total, each) => total.plus(each[key]), decimalOf('0')))
    return { year, payment: sum('payment'), principal: sum('principal'), interest: sum('interest') }
  })
  const byPeriod = interestOf(terms, plan, options)
  const cost = costOf(plan, fees, subsidies, options.costDayCount)
  return { schedule: plan, years, ...(byPeriod === undefined ? {} : { interest: byPeriod }), ...(cost === undefined ? {} : { cost }) }
}

type Terms = ScheduleTerms & { readonly fees: readonly Flow[]; readonly subsidies: readonly Flow[] }

/** The terms in a JSON file, and over them what the options say. Amounts and rates may be written as printed: `300万元`, `3.45%`. */
async function termsOf(file: string | undefined, options: LoanCommandOptions): Promise<Terms> {
  const given = file === undefined ? {} : await jsonOf(file)
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new UsageError(both(`${file} 应为贷款条件对象`, `${file}: expected an object of terms`))
  }
  const {
    principal,
    rate,
    lpr,
    spread,
    repricing,
    drawdown,
    months,
    every,
    firstDue,
    dayCount,
    oddDayCount,
    prepay,
    fee,
    subsidy,
    knownOn,
  } = options
  const more = await ratesOf(options.rates)
  if (lpr === undefined && [spread, repricing, knownOn, options.rates].some((option) => option !== undefined)) {
    throw new UsageError(
      both('--spread、--repricing、--known-on、--rates 用于 --lpr', '--spread, --repricing, --known-on and --rates go with --lpr'),
    )
  }
  const stated = {
    principal: principal === undefined ? undefined : printed(principal, readAmount),
    annualRate: rate === undefined ? undefined : printed(rate, readRate),
    pricing:
      lpr === undefined
        ? undefined
        : {
            reference: `lpr-${lpr}`,
            spread: printed(spread ?? '0', readRate),
            repricing: repricing ?? 'never',
            ...(knownOn === undefined ? {} : { knownOn }),
            ...(more === undefined ? {} : { more }),
          },
    drawdownDate: drawdown,
    months: whole(months),
    repayment: repaymentOf(options.repayment),
    every: whole(every),
    firstDueDate: firstDue,
    dayCount,
    oddDayCount,
    prepayments: prepay.length === 0 ? undefined : prepay.map(prepaymentOf),
    fees: fee.length === 0 ? undefined : fee.map((text) => flowOf(text, '--fee')),
    subsidies: subsidy.length === 0 ? undefined : subsidy.map((text) => flowOf(text, '--subsidy')),
  }
  const named = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
  return { fees: [], subsidies: [], ...given, ...named } as unknown as Terms
}

function printed(text: string, read: (text: string) => Fraction | undefined): string {
  const value = read(text)
  return value === undefined ? text : fractionText(value)
}

/** A whole number; any other text stays, and reading the terms says what is wrong with it. */
const whole = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : text

/** A way to repay by its name or as it is called in Chinese. */
function repaymentOf(text: string | undefined): string | undefined {
  return Object.entries(REPAYMENTS).find(([, { zh }]) => zh === text)?.[0] ?? text
}

function flowOf(text: string, option: string): Flow {
  const [date = '', amount, ...others] = text.split(':')
  if (amount !== undefined && others.length === 0) return { date, amount: printed(amount, readAmount) }
  throw new UsageError(both(`${option} 应为 日期:金额，如 2025-06-20:3000`, `${option}: expected day:amount such as 2025-06-20:3000`))
}

function prepaymentOf(text: string): Flow & { readonly keep: string } {
  const [date = '', amount, keep = 'term', ...others] = text.split(':')
  if (amount !== undefined && others.length === 0) return { date, amount: printed(amount, readAmount), keep }
  throw new UsageError(
    both(
      '--prepay 应为 日期:金额[:term 或 payment]，如 2025-06-20:500000:payment',
      '--prepay: expected day:amount[:term or payment] such as 2025-06-20:500000:payment',
    ),
  )
}

function interestOf(terms: ScheduleTerms, plan: Schedule, options: LoanCommandOptions): LoanAnswer['interest'] {
  const { settlement, settlementDay, from, until } = options
  if (settlement === undefined && from === undefined && until === undefined) return undefined
  if (settlement !== undefined && (from !== undefined || until !== undefined)) {
    throw new UsageError(both('--settlement 与 --from、--until 不能同用', '--settlement does not go with --from and --until'))
  }
  if ((from === undefined) !== (until === undefined)) {
    throw new UsageError(both('--from 与 --until 须同时给出', '--from and --until go together'))
  }
  if (terms.dayCount === undefined) throw new UsageError(missing('interest'))
  if (!plan.complete) return undefined
  const dayCount: DayCountName = terms.dayCount
  const loan = loanOf(terms, plan)
  if (settlement !== undefined) {
    const day = whole(settlementDay) as number
    const { periods, total } = interestBySettlement(loan, { settlement: { every: settlement, day }, dayCount })
    return { dayCount, periods, total }
  }
  const found = interest(loan, { dayCount, within: { from: from as string, until: until as string } })
  const periods = found.stretches.map((stretch) => ({
    from: stretch.from,
    until: stretch.until,
    days: stretch.days,
    interest: stretch.interest,
  }))
  return { dayCount, periods, total: found.interest, exact: found.exact }
}

/** The loan as it runs when every payment of the schedule is made. */
function loanOf({ annualRate, rates, pricing }: ScheduleTerms, plan: Schedule): LoanInput {
  const { drawdownDate, principal, payments } = plan
  const maturityDate = payments.at(-1)?.date as string
  const priced = pricing === undefined ? rates : lprRates(pricing, { from: drawdownDate, until: maturityDate }).rates
  return {
    drawdowns: [{ date: drawdownDate, amount: principal }],
    repayments: payments.filter((each) => each.principal !== '0.00').map(({ date, principal: amount }) => ({ date, amount })),
    maturityDate,
    ...(annualRate === undefined ? {} : { annualRate }),
    ...(priced === undefined ? {} : { rates: priced }),
  }
}

function costOf(plan: Schedule, fees: readonly Flow[], subsidies: readonly Flow[], dayCount: CostDayCount): LoanAnswer['cost'] {
  if (!plan.complete) return undefined
  const flows = flowsOf(plan, fees)
  if (subsidies.length === 0) return { dayCount, before: annualCost(flows, { dayCount }) }
  return { dayCount, ...annualCostWithSubsidy(flows, subsidies, { dayCount }) }
}

interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly right: readonly number[]
  readonly foot: string
}

function tableOf(answer: LoanAnswer, section: Section, language: Language): Table | undefined {
  const zh = language === 'zh'
  const { schedule: plan, years, interest: byPeriod, cost } = answer
  if (section === 'schedule') {
    const { payment, principal, interest: paid } = plan.totals
    return {
      title: zh ? '还款计划（元）' : 'Repayment schedule (yuan)',
      head: zh ? ['日期', '种类', '还款额', '本金', '利息', '余额'] : ['date', 'kind', 'payment', 'principal', 'interest', 'balance'],
      rows: plan.payments.map((each) => [
        each.date,
        zh ? (each.kind === 'prepayment' ? '提前还款' : '分期') : each.kind,
        each.payment,
        each.principal,
        each.interest,
        each.balance,
      ]),
      right: [2, 3, 4, 5],
      foot: zh
        ? `合计：还款${payment}，本金${principal}，利息${paid}\n`
        : `total: paid ${payment}, principal ${principal}, interest ${paid}\n`,
    }
  }
  if (section === 'years') {
    return {
      title: zh ? '按年（还款日所在年，元）' : 'By year of payment (yuan)',
      head: zh ? ['年', '还款额', '本金', '利息'] : ['year', 'payment', 'principal', 'interest'],
      rows: years.map(({ year, payment, principal, interest: paid }) => [year, payment, principal, paid]),
      right: [1, 2, 3],
      foot: '',
    }
  }
  if (section === 'interest') {
    if (byPeriod === undefined) return undefined
    const { dayCount, periods, total } = byPeriod
    return {
      title: zh ? `分期利息（${dayCount}，止日不含，元）` : `Interest by period (${dayCount}, end excluded, yuan)`,
      head: zh ? ['起日', '止日', '天数', '利息'] : ['from', 'until', 'days', 'interest'],
      rows: periods.map(({ from, until, days, interest: due }) => [from, until, String(days), due]),
      right: [2, 3],
      foot: zh ? `合计：${total}\n` : `total: ${total}\n`,
    }
  }
  if (cost === undefined) return undefined
  const rows = (name: string, of: AnnualCost): string[][] => {
    if (of.solution === 'no-solution') return [[name, zh ? '无解' : 'no solution', '']]
    return (of.solution === 'one' ? [of] : of.rates).map(({ effective, nominal }) => [name, percent(effective), percent(nominal)])
  }
  return {
    title: zh ? `年化成本（${cost.dayCount}）` : `Annual cost (${cost.dayCount})`,
    head: zh ? ['', '复利年化', '单利年化'] : ['', 'effective', 'nominal'],
    rows: [...rows(zh ? '补贴前' : 'before', cost.before), ...(cost.after === undefined ? [] : rows(zh ? '补贴后' : 'after', cost.after))],
    right: [1, 2],
    foot: '',
  }
}

const percent = (rate: string): string => `${decimalOf(rate).times(100).toFixed(4)}%`
