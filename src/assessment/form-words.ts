import type { FactKind } from '../policy/policy.js'
import type { Message } from './errors.js'

/** What the groups and lists of facts are called on a form, in the order in which it asks for them. */
export const GROUPS: { readonly [group: string]: Message } = {
  applicant: { zh: '申请单位', en: 'Applicant' },
  application: { zh: '申请', en: 'Application' },
  award: { zh: '申报年度', en: 'Award year' },
  borrower: { zh: '企业情况', en: 'Enterprise' },
  project: { zh: '项目情况', en: 'Project' },
  region: { zh: '所在地区', en: 'Region' },
  bank: { zh: '贷款机构', en: 'Lender' },
  guarantor: { zh: '担保机构', en: 'Guarantor' },
  guarantee: { zh: '担保情况', en: 'Guarantee' },
  manager: { zh: '管理机构', en: 'Manager' },
  fund: { zh: '基金情况', en: 'Fund' },
  round: { zh: '本轮融资', en: 'Round of financing' },
  holder: { zh: '出资人', en: 'Holders' },
  loan: { zh: '贷款', en: 'Loans' },
  policy: { zh: '保单', en: 'Insurance policies' },
  deal: { zh: '投资项目', en: 'Deals' },
  instalment: { zh: '出资批次', en: 'Instalments' },
  exit: { zh: '退出', en: 'Exit' },
  holding: { zh: '持有情况', en: 'Holding' },
  flows: { zh: '资金往来', en: 'Flows of money' },
  fee: { zh: '费用', en: 'Fee' },
  feePeriod: { zh: '计费期间', en: 'Periods of the fee' },
  leverage: { zh: '资金放大', en: 'Leverage' },
  portfolio: { zh: '贷款组合', en: 'Portfolio of loans' },
  losses: { zh: '损失', en: 'Losses' },
  shares: { zh: '分担比例', en: 'Shares of the parties' },
  recovery: { zh: '追偿', en: 'Recovery' },
  pool: { zh: '资金池', en: 'Pool' },
  cover: { zh: '以往投保', en: 'Earlier covers' },
  voucher: { zh: '券', en: 'Vouchers' },
  history: { zh: '以往已获补贴', en: 'Support received before' },
  support: { zh: '其他财政支持', en: 'Other public support' },
  rates: { zh: '参考利率', en: 'Reference rates' },
  events: { zh: '拨付', en: 'Payment' },
  drawdown: { zh: '分次放款', en: 'Drawdowns' },
  repayment: { zh: '归还本金', en: 'Repayments of principal' },
  slip: { zh: '结息单', en: 'Interest slips' },
  payment: { zh: '保险费支付', en: 'Payments of premium' },
  paidIn: { zh: '实缴出资', en: 'Drawdowns' },
  paidOut: { zh: '分配', en: 'Distributions' },
}

/** A group that a document adds. */
export const FURTHER: Message = { zh: '其他情况', en: 'Further particulars' }

/** What one entry of a list is called. */
export const ENTRIES: { readonly [group: string]: Message } = {
  holder: { zh: '出资人', en: 'Holder' },
  loan: { zh: '贷款', en: 'Loan' },
  policy: { zh: '保单', en: 'Insurance policy' },
  deal: { zh: '投资项目', en: 'Deal' },
  instalment: { zh: '出资批次', en: 'Instalment' },
  feePeriod: { zh: '计费期间', en: 'Period of the fee' },
  cover: { zh: '以往投保', en: 'Earlier cover' },
  voucher: { zh: '券', en: 'Voucher' },
  support: { zh: '其他支持', en: 'Other support' },
  drawdown: { zh: '放款', en: 'Drawdown' },
  repayment: { zh: '还款', en: 'Repayment' },
  slip: { zh: '结息单', en: 'Interest slip' },
  payment: { zh: '付款', en: 'Payment' },
  paidIn: { zh: '实缴出资', en: 'Drawdown' },
  paidOut: { zh: '分配', en: 'Distribution' },
}

/** How to answer, where the name of a fact or list is not enough. */
export const HELP: { readonly [name: string]: Message } = {
  'application.choice': { zh: '只能选择一种', en: 'one of them only' },
  'applicant.creditCode': { zh: '18位', en: '18 characters' },
  'loan.id': { zh: '不填则按顺序编号', en: 'numbered in order where it is left out' },
  'policy.id': { zh: '不填则按顺序编号', en: 'numbered in order where it is left out' },
  'deal.id': { zh: '不填则按顺序编号', en: 'numbered in order where it is left out' },
  'instalment.id': { zh: '不填则按顺序编号', en: 'numbered in order where it is left out' },
  'loan.principal': { zh: '分次放款的不填，逐笔填写分次放款', en: 'left out where several drawdowns are stated' },
  'loan.drawdownDate': { zh: '分次放款的不填，逐笔填写分次放款', en: 'left out where several drawdowns are stated' },
  'loan.maturityDate': { zh: '到期日与贷款期限填一项即可', en: 'state this day or the term' },
  'loan.termMonths': { zh: '到期日与贷款期限填一项即可', en: 'state the term or the day of maturity' },
  'loan.settledDate': { zh: '提前结清的填写', en: 'where the loan was repaid early' },
  'loan.extensionUntil': { zh: '展期的填写', en: 'where the loan was extended' },
  'loan.countedDays': { zh: '按对账单天数计息的填写', en: 'where a statement gives the days' },
  'loan.lprTenor': { zh: '浮动利率贷款填写', en: 'where the rate floats' },
  'loan.repricing': { zh: '浮动利率贷款填写', en: 'where the rate floats' },
  'loan.interestPaid': {
    zh: '填计入补贴的利息合计，不含罚息；填写结息单的不填',
    en: 'all interest that counts, without penalty interest; left out where slips are stated',
  },
  'loan.annualRate': { zh: '浮动利率贷款填首期利率', en: 'the first rate where the rate floats' },
  'loan.lprSpread': { zh: '浮动利率贷款填写；加点为正，减点为负', en: 'where the rate floats; below zero where it is taken off' },
  'policy.lines': { zh: '分列保险费的按险种分开填报，不填本项', en: 'only where the premium is not split by line' },
  'policy.premiumRefunded': { zh: '没有退费的填0', en: '0 where nothing was refunded' },
  'fund.contributions': { zh: '逐一填写出资人及出资额', en: 'each holder with its contribution' },
  'instalment.paidInDate': { zh: '出资日期与持有年数填一项即可', en: 'state this day or the years held' },
  'instalment.holdingYears': { zh: '出资日期与持有年数填一项即可', en: 'state the years held or the day paid in' },
  'exit.paidInDate': { zh: '出资日期与持有年数填一项即可', en: 'state this day or the years held' },
  'exit.holdingYears': { zh: '出资日期与持有年数填一项即可', en: 'state the years held or the day paid in' },
  'support.annualRate': { zh: '按利率给予的支持填写，金额不填', en: 'for support given as a rate, in place of the amount' },
  drawdown: { zh: '一次放款的不填', en: 'left out where there is one drawdown' },
  repayment: { zh: '到期前没有还本的不填', en: 'left out where nothing was repaid before maturity' },
  slip: { zh: '已填实际支付利息的不填', en: 'left out where the interest paid is stated as one sum' },
  payment: { zh: '已填实际支付保险费的不填', en: 'left out where the premium paid is stated as one sum' },
}

/** The same for every fact of a group. */
export const HELP_OF_GROUP: { readonly [group: string]: Message } = {
  history: { zh: '没有的填0', en: '0 where there is none' },
  rates: { zh: '不填则按公布的利率计算', en: 'the published rate counts where it is left out' },
}

/** The same for every fact of a kind. */
export const HELP_OF_KIND: { readonly [kind in FactKind]?: Message } = {
  'signed-amount': { zh: '亏损填负数', en: 'below zero for a loss' },
  growth: { zh: '下降填负数', en: 'below zero for a fall' },
  classes: { zh: '可以多选', en: 'as many as apply' },
  amounts: { zh: '可以填写多笔，按合计计算', en: 'as many as there are; they count as their sum' },
}

/** What to tick where a list has no entries: that there are none is an answer. */
export const NONE: { readonly [group: string]: Message } = {
  cover: { zh: '以往未投保', en: 'no earlier cover' },
  voucher: { zh: '没有券', en: 'no vouchers' },
  support: { zh: '没有其他财政支持', en: 'no other public support' },
  paidIn: { zh: '没有实缴出资', en: 'nothing paid in' },
  paidOut: { zh: '没有分配', en: 'nothing distributed' },
}

export const NONE_OF_THESE: Message = { zh: '以上都不是', en: 'none of these' }
export const NONE_AT_ALL: Message = { zh: '没有', en: 'none' }

export const UNITS = {
  yuan: { zh: '元', en: 'yuan' },
  months: { zh: '个月', en: 'months' },
  days: { zh: '天', en: 'days' },
  fraction: { zh: '小数', en: 'as a fraction' },
  'fraction a year': { zh: '年利率，小数', en: 'a year, as a fraction' },
} as const satisfies { readonly [unit: string]: Message }
