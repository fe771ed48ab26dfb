import { INSURANCE_LINES } from './insurance-lines.js'
import type { FactKind } from './policy.js'

/** A standard fact: its kind, and what it is called in Chinese and English. */
export type StandardFact = readonly [kind: FactKind, zh: string, en: string]

/** Facts that documents may use without declaring them, by name. */
export interface FactTable {
  readonly [name: string]: StandardFact
}

/**
 * Facts of the applicant that every instrument knows.
 *
 * `support.*` is stated for each entry of `otherSupport`.
 */
export const APPLICANT_FACTS = {
  'applicant.name': ['text', '申请单位', 'applicant'],
  'applicant.creditCode': ['text', '统一社会信用代码', 'unified social credit code'],
  'application.date': ['date', '申请日期', 'day of application'],
  'application.choice': ['class', '选择的支持方式', 'kind of support chosen'],
  'award.year': ['count', '申报年度', 'award year'],
  'borrower.class': ['class', '企业类别', 'class of enterprise'],
  'borrower.revenue': ['amount', '上年度营业收入', 'revenue of the previous year'],
  'borrower.revenueGrowth': ['growth', '上年度营业收入增长率', 'revenue growth of the previous year'],
  'borrower.districtFiscalContribution': ['amount', '上年度区级财政贡献', 'fiscal contribution to the district in the latest fiscal year'],
  'borrower.districtTax': ['amount', '上年度在区内缴纳税款', 'tax paid in the district'],
  'borrower.projectLevel': ['class', '承担项目的级别', 'level of the project held'],
  'borrower.firstTimeBorrower': ['yes-no', '是否首贷户', 'first-time borrower'],
  'borrower.receivedBefore': ['yes-no', '以前是否享受过本项补贴', 'received this subsidy before'],
  'rates.benchmark': ['rate', '同期贷款基准利率', 'benchmark lending rate of the tenor'],
  'rates.lpr1y': ['rate', '1年期LPR', 'one-year LPR'],
  'rates.lpr5yPlus': ['rate', '5年期以上LPR', 'LPR of five years and above'],
  'rates.deposit1y': ['rate', '1年期存款基准利率', 'one-year benchmark deposit rate'],
  'history.receivedTotal': ['amount', '此前累计已获补贴', 'received so far in total'],
  'history.receivedThisYear': ['amount', '本年度已获补贴', 'received this year'],
  'history.receivedInWindow': ['amount', '政策期内已获补贴', 'received in the window of the policy'],
  'history.groupReceivedThisYear': ['amount', '关联企业本年度已获补贴', 'received this year by the group of firms'],
  'history.groupReceivedInWindow': ['amount', '关联企业政策期内已获补贴', 'received in the window by the group of firms'],
  'history.groupReceivedTotal': ['amount', '关联企业累计已获补贴', 'received in total by the group of firms'],
  'history.monthsSupported': ['months', '此前已享受补贴的月数', 'months already supported'],
  'history.principalSupported': ['amount', '此前已享受补贴的本金', 'principal already supported'],
  'support.level': ['class', '其他支持的级别', 'level of the other support'],
  'support.line': ['class', '其他支持的险种或项目', 'line of the other support'],
  'support.loan': ['text', '其他支持对应的贷款编号', 'loan the other support is for'],
  'support.policy': ['text', '其他支持对应的保单编号', 'policy the other support is for'],
  'support.deal': ['text', '其他支持对应的投资项目编号', 'deal the other support is for'],
  'support.amount': ['amount', '其他支持的金额', 'amount of the other support'],
  'support.annualRate': ['rate', '其他支持的年贴息率', 'annual rate of the other support'],
} as const satisfies FactTable

/**
 * Facts of a loan.
 *
 * `loan.*` is stated for each entry of `loans`, `voucher.*` of `vouchers`; `drawdown.*`, `repayment.*` and `slip.*` for each entry of a loan's
 * `drawdowns`, `repayments` and `slips`.
 */
export const LOAN_FACTS = {
  'loan.id': ['text', '贷款编号', 'loan number'],
  'loan.bank': ['text', '贷款银行', 'lending bank'],
  'loan.project': ['text', '所属项目', 'project of the loan'],
  'loan.classes': ['classes', '贷款类别', 'classes of the loan'],
  'loan.principal': ['amount', '实际发放本金', 'principal drawn'],
  'loan.confirmedPrincipal': ['amount', '核定贷款额', 'principal confirmed by the authority'],
  'loan.contractDate': ['date', '合同签订日期', 'day the contract was signed'],
  'loan.drawdownDate': ['date', '放款日期', 'day of drawdown'],
  'loan.supplierPaymentDate': ['date', '资金支付至供应商账户之日', 'day the money was paid to the supplier'],
  'loan.maturityDate': ['date', '到期日（当日不计息）', 'maturity (interest stops the day before)'],
  'loan.extensionUntil': ['date', '展期后到期日', 'maturity after extension'],
  'loan.settledDate': ['date', '结清日期', 'day of full repayment'],
  'loan.termMonths': ['months', '贷款期限（月）', 'term in months'],
  'loan.countedDays': ['days', '计息天数', 'days of the statement period'],
  'loan.annualRate': ['rate', '贷款年利率', 'annual rate of the loan'],
  'loan.lprTenor': ['class', '所参照的LPR期限品种', 'tenor of the LPR the loan is priced on'],
  'loan.lprSpread': ['rate', '在LPR基础上加减的点数', 'spread over the LPR'],
  'loan.repricing': ['class', '重定价日', 'repricing day'],
  'loan.interestPaid': ['amount', '实际支付利息', 'interest paid'],
  'loan.guaranteeFeePaid': ['amount', '实际支付担保费', 'guarantee fee paid'],
  'loan.premiumPaid': ['amount', '实际支付保险费', 'insurance premium paid'],
  'loan.interestAndPremiumPaid': ['amount', '实际支付利息和保险费', 'interest and premium paid'],
  'loan.settled': ['yes-no', '是否已还清本息', 'principal and interest fully repaid'],
  'events.bankReceivesFunds': ['month', '银行收到贴息资金的月份', 'month in which the bank receives the money'],
  'voucher.id': ['text', '券号', 'voucher number'],
  'voucher.faceValue': ['amount', '面值', 'face value'],
  'voucher.expiryDate': ['date', '有效期止', 'last day of validity'],
  'voucher.classes': ['classes', '券的类别', 'classes of the voucher'],
  'drawdown.date': ['date', '放款日期', 'day of drawdown'],
  'drawdown.amount': ['amount', '放款金额', 'amount drawn'],
  'repayment.date': ['date', '还款日期', 'day of repayment'],
  'repayment.amount': ['amount', '归还本金', 'principal repaid'],
  'slip.from': ['date', '计息起日', 'first day of the slip'],
  'slip.until': ['date', '计息止日（不含）', 'day after the last day of the slip'],
  'slip.amount': ['amount', '利息金额', 'interest on the slip'],
  'slip.kind': ['class', '利息种类', 'kind of interest'],
  'slip.paidOn': ['date', '支付日期', 'day paid'],
} as const satisfies FactTable

/**
 * Facts of a loan in default, of the bank or guarantor that lent, and of the money that stands behind it.
 *
 * What a document counts as the loss is its own choice among these.
 */
export const DEFAULT_FACTS = {
  mode: ['class', '补偿模式', 'mode of compensation'],
  'loan.guarantor': ['text', '担保机构', 'guarantor of the loan'],
  'loan.registeredDate': ['date', '备案日期', 'day of registration'],
  'loan.registeredAmount': ['amount', '备案金额', 'amount registered'],
  'loan.defaultDate': ['date', '逾期（违约）日期', 'day of default'],
  'loan.daysOverdue': ['days', '逾期天数', 'days overdue'],
  'loan.classification': ['class', '贷款五级分类', 'five-grade classification of the loan'],
  'loan.lawsuitAccepted': ['yes-no', '是否已被法院立案受理', 'lawsuit accepted by the court'],
  'loan.finalJudgment': ['yes-no', '是否已取得生效判决', 'judgment in force'],
  'loan.writtenOff': ['yes-no', '是否已核销', 'written off'],
  'loan.payoutDate': ['date', '担保机构代偿日期', "day of the guarantor's payout"],
  'loan.nplPrincipal': ['amount', '不良贷款本金', 'principal of the non-performing loan'],
  'loan.nplBalance': ['amount', '不良贷款余额', 'balance of the non-performing loan'],
  'loan.actualLoss': ['amount', '实际损失', 'actual loss'],
  'loan.principalLoss': ['amount', '本金损失', 'loss of principal'],
  'loan.interestLoss': ['amount', '利息损失', 'loss of interest'],
  'loan.overduePrincipal': ['amount', '逾期本金', 'overdue principal'],
  'loan.unpaidPrincipalInPayout': ['amount', '代偿额中的未还本金', "unpaid principal in the guarantor's payout"],
  'loan.recovered': ['amount', '申请补偿前已收回金额', 'recovered before the claim'],
  'loan.collateralProceeds': ['amount', '抵质押物处置所得', 'proceeds of collateral'],
  'loan.otherCover': ['amount', '保险、担保等已赔付金额', 'paid by other cover'],
  'loan.unsecuredShare': ['share', '信用贷款占比', 'share of the loan that is unsecured'],
  'loan.qualifyingCollateralShare': ['share', '合格质押物占比', 'share of the qualifying collateral'],
  'loan.firstLoanInCity': ['yes-no', '是否为本市首次贷款', 'first loan in the city'],
  'bank.partner': ['yes-no', '是否为合作机构', 'partner lender or guarantor'],
  'bank.loanBalance': ['amount', '贷款余额', 'loan balance'],
  'bank.previousLoanBalance': ['amount', '上年末贷款余额', 'loan balance at the end of the previous year'],
  'bank.nplRate': ['share', '不良贷款率', 'rate of non-performing loans'],
  'bank.lossOnDisposalRate': ['share', '处置后损失率', 'rate of loss after disposal'],
  'bank.loansGranted': ['amount', '发放贷款总额', 'loans granted'],
  'bank.annualNplLoss': ['amount', '年度不良贷款损失', 'loss on non-performing loans of the year'],
  'bank.principalRegisteredThisYear': ['amount', '本年度备案贷款本金', 'principal registered this year'],
  'bank.compensatedThisYear': ['amount', '本年度已获补偿', 'compensated this year'],
  'guarantor.payoutRate': ['share', '担保代偿率', "guarantor's payout rate"],
  'losses.guarantorPayout': ['amount', '担保机构代偿额', "guarantor's payout"],
  'losses.principalLoss': ['amount', '本金损失', 'loss of principal'],
  'recovery.gross': ['amount', '追偿所得', 'money recovered'],
  'recovery.cost': ['amount', '追偿费用', 'cost of recovery'],
  'pool.balance': ['amount', '资金池余额', 'balance of the pool'],
  'pool.cityContribution': ['amount', '市级出资额', 'contribution of the city'],
  'pool.cityShare': ['share', '市级出资比例', 'share of the city in the pool'],
  'pool.deposit': ['amount', '风险补偿资金存款', 'money of the pool on deposit'],
  'pool.loans': ['amount', '资金池支持的贷款', 'loans the pool supports'],
  'pool.leverage': ['number', '资金池放大倍数', 'multiple of the pool in loans'],
  'pool.paidThisYear': ['amount', '资金池本年度已拨付补偿', 'compensation paid by the pool this year'],
  'pool.annualNplLoss': ['amount', '资金池年度不良贷款损失', 'loss of the year on the loans of the pool'],
  'pool.principalRegisteredThisYear': ['amount', '资金池本年度备案贷款本金', 'principal registered with the pool this year'],
} as const satisfies FactTable

/**
 * Facts of an insurance policy.
 *
 * `policy.*` is stated for each entry of `policies`, `payment.*` for each entry of a policy's `payments`, `cover.*` for each entry of `covers`: the
 * covers the enterprise had before. A policy over several lines whose premium is not split states `lines` in place of `line`.
 */
export const INSURANCE_FACTS = {
  'policy.id': ['text', '保单编号', 'policy number'],
  'policy.line': ['class', '险种', 'line of insurance'],
  'policy.lines': ['classes', '险种（一张保单含多个险种且未分列保险费）', 'lines of a policy whose premium is not split'],
  'policy.product': ['text', '保险产品', 'insurance product'],
  'policy.insurer': ['text', '保险公司', 'insurer'],
  'policy.insuredObject': ['text', '保险标的', 'insured object'],
  'policy.cancelled': ['yes-no', '是否已退保', 'the policy was cancelled'],
  'policy.paidByEnterprise': ['yes-no', '保险费是否由申请企业支付', 'premium paid by the enterprise itself'],
  'policy.start': ['date', '保险期间起日', 'first day of cover'],
  'policy.end': ['date', '保险期间止日（含）', 'last day of cover (included)'],
  'policy.premiumPaid': ['amount', '实际支付保险费', 'premium paid'],
  'policy.premiumRefunded': ['amount', '退还保险费', 'premium refunded'],
  'policy.netPremium': ['amount', '实际支付保险费（扣除退费）', 'premium paid less refunds'],
  'policy.paidDate': ['date', '保险费付清日期', 'day the premium was paid in full'],
  'policy.insuredAmount': ['amount', '保险金额', 'insured amount'],
  'policy.premiumRate': ['rate', '保险费率', 'premium rate'],
  'policy.contractAmount': ['amount', '合同金额', 'contract amount'],
  'policy.participationYear': ['count', '参保年度（第几年）', 'year of participation'],
  'payment.date': ['date', '支付日期', 'day of payment'],
  'payment.amount': ['amount', '支付金额', 'amount paid'],
  'payment.currency': ['text', '支付币种', 'currency of the payment'],
  'payment.currencyAmount': ['number', '外币支付金额', 'amount paid in the foreign currency'],
  'payment.exchangeRate': ['number', '支付当日汇率（1单位外币折合人民币元）', 'exchange rate of the day: yuan for one unit'],
  'cover.line': ['class', '以往投保的险种', 'line of the earlier cover'],
  'cover.insuredObject': ['text', '以往投保的保险标的', 'insured object of the earlier cover'],
  'cover.start': ['date', '以往保险期间起日', 'first day of the earlier cover'],
  'cover.end': ['date', '以往保险期间止日（含）', 'last day of the earlier cover (included)'],
} as const satisfies FactTable

/**
 * Facts of a fund, its holders and its investments, of the money that goes in and out, of its exit and of what is paid for it.
 *
 * `holder.*` is stated for each entry of `holders`, `deal.*` of `deals`, `instalment.*` of `instalments`, `feePeriod.*` of `feePeriods`; `paidIn.*`
 * for each of `flows.drawdowns`, `paidOut.*` of `flows.distributions`. A single instalment may be stated in `exit` itself.
 */
export const FUND_FACTS = {
  'fund.capital': ['amount', '基金资本', 'capital of the fund'],
  'fund.size': ['amount', '基金规模', 'size of the fund'],
  'fund.privateCapital': ['amount', '社会资本出资额', 'private capital'],
  'fund.committedCapital': ['amount', '认缴资本', 'committed capital'],
  'fund.paidInCapital': ['amount', '实缴资本', 'paid-in capital'],
  'fund.guidanceContribution': ['amount', '引导基金出资额', 'contribution of the guidance fund'],
  'fund.requestedContribution': ['amount', '申请引导基金出资额', 'contribution applied for'],
  'fund.contributions': ['amounts-by-party', '各出资人出资额', 'contributions by holder'],
  'fund.holdingYears': ['number', '自出资至分配的年数', 'years from contribution to distribution'],
  'fund.firstInstalment': ['amount', '首期出资额', 'first instalment'],
  'fund.termMonths': ['months', '存续期限（月）', 'term in months'],
  'fund.investingMonths': ['months', '投资期（月）', 'investing period in months'],
  'fund.investedInStartUps': ['amount', '投向初创期企业的金额', 'amount invested in start-ups'],
  'fund.promisesPrincipal': ['yes-no', '是否向其他出资人承诺本金不受损失', 'promises other holders their principal'],
  'fund.promisesMinimumReturn': ['yes-no', '是否向其他出资人承诺最低收益', 'promises other holders a minimum return'],
  'holder.id': ['text', '出资人', 'holder'],
  'holder.kind': ['class', '出资人类别', 'kind of holder'],
  'holder.contribution': ['amount', '出资额', 'contribution of the holder'],
  'holder.paidIn': ['amount', '实缴出资额', 'paid in by the holder'],
  'holder.instalmentDue': ['amount', '本期应缴出资额', 'due for this instalment'],
  'holder.instalmentPaid': ['amount', '本期已缴出资额', 'paid for this instalment'],
  'deal.id': ['text', '投资项目编号', 'deal number'],
  'deal.investee': ['text', '被投资企业', 'investee'],
  'deal.stage': ['class', '投资时企业阶段', 'stage of the investee when invested in'],
  'deal.classes': ['classes', '企业类别', 'classes of the investee'],
  'deal.ways': ['classes', '返投认定方式', 'ways in which the deal counts as local'],
  'deal.invested': ['amount', '投资额', 'amount invested'],
  'deal.cashInvested': ['amount', '现金投资额', 'cash invested'],
  'deal.investedDate': ['date', '投资日期', 'day of the investment'],
  'deal.exitDate': ['date', '退出日期', 'day of exit'],
  'deal.proceeds': ['amount', '退出收回金额', 'proceeds of exit'],
  'deal.gain': ['signed-amount', '投资收益（亏损为负）', 'gain on the deal (below zero for a loss)'],
  'deal.carryPaid': ['amount', '已付管理机构的业绩报酬', 'carry paid to the manager'],
  'flows.proceeds': ['amount', '可分配资金（含本金）', 'proceeds to distribute, capital included'],
  'flows.recovered': ['amount', '回收资金', 'money recovered'],
  'flows.gain': ['amount', '收益（不含本金）', 'gain, capital not included'],
  'flows.profitPool': ['amount', '可分配利润', 'pool of profit'],
  'flows.preferredAmount': ['amount', '优先回报额', 'preferred return as a sum'],
  'flows.remainingValue': ['amount', '尚未退出部分的价值', 'value still held'],
  'paidIn.date': ['date', '实缴出资日期', 'day paid in'],
  'paidIn.amount': ['amount', '实缴出资额', 'amount paid in'],
  'paidIn.holder': ['text', '缴款的出资人', 'holder that paid in'],
  'paidIn.yearsBeforeDistribution': ['number', '至分配时的年数', 'years before the distribution'],
  'paidOut.date': ['date', '分配日期', 'day of the distribution'],
  'paidOut.amount': ['amount', '分配金额', 'amount distributed'],
  'deal.vcCashInvestment': ['amount', '创投机构现金投资额', 'cash invested by the VC'],
  'deal.vcInKindInvestment': ['amount', '创投机构非现金投资额', 'invested in kind by the VC'],
  'deal.guidanceShareInVc': ['share', '创投机构中引导基金所占份额', 'share of guidance money in the VC'],
  'deal.requestedAmount': ['amount', '申请金额', 'amount applied for'],
  'deal.vcInvestedDate': ['date', '创投机构投资日期', 'day the VC invested'],
  'deal.price': ['number', '每股（每份额）投资价格', 'price for each share'],
  'deal.vcPrice': ['number', '创投机构每股（每份额）投资价格', 'price the VC paid for each share'],
  'deal.investeeFoundedDate': ['date', '企业成立日期', 'day the investee was founded'],
  'deal.investeeListed': ['yes-no', '企业是否已上市', 'investee is listed'],
  'deal.investeeReceived': ['amount', '就该企业此前已获补贴', 'received for the investee before'],
  'instalment.id': ['text', '出资批次', 'instalment'],
  'instalment.originalInvestment': ['amount', '原始投资额', 'original investment'],
  'instalment.costOfPartSold': ['amount', '转让部分的原始投资额', 'original cost of the part sold'],
  'instalment.paidInDate': ['date', '出资日期', 'day paid in'],
  'instalment.holdingYears': ['number', '持有年数', 'years held'],
  'exit.originalInvestment': ['amount', '原始投资额', 'original investment'],
  'exit.costOfPartSold': ['amount', '转让部分的原始投资额', 'original cost of the part sold'],
  'exit.paidInDate': ['date', '出资日期', 'day paid in'],
  'exit.holdingYears': ['number', '持有年数', 'years held'],
  'exit.transferDate': ['date', '转让日期', 'day of transfer'],
  'exit.rateAtTransfer': ['rate', '转让时的参考利率', 'reference rate at transfer'],
  'exit.buyer': ['class', '受让方', 'buyer'],
  'holding.originalInvestment': ['amount', '原始投资额', 'original investment'],
  'holding.recovered': ['amount', '累计收回金额', 'recovered so far'],
  'holding.heldYears': ['number', '持有年数', 'years held'],
  'holding.dividends': ['amounts', '历年分红', 'dividends over the years'],
  'holding.exitGain': ['amount', '退出收益', 'gain on exit'],
  'fee.kind': ['class', '费用种类', 'kind of fee'],
  'fee.committedCapital': ['amount', '认缴资本', 'committed capital'],
  'fee.unrecoveredCentralMoney': [
    'amount',
    '上年末已拨付未收回的中央财政资金',
    'central money paid out and not recovered at the end of the year before',
  ],
  'fee.annualRate': ['rate', '年费率', 'yearly rate of the fee'],
  'fee.days': ['days', '计费天数', 'days of the fee'],
  'feePeriod.base': ['amount', '计费基数', 'base of the fee'],
  'feePeriod.days': ['days', '计费天数', 'days of the period'],
  'feePeriod.stage': ['class', '所处阶段', 'stage of the fund'],
  'leverage.publicMoney': ['amount', '财政资金', 'public money'],
  'leverage.privateMoney': ['amount', '社会资本', 'private money'],
} as const satisfies FactTable

export type StandardFactName =
  | keyof typeof APPLICANT_FACTS
  | keyof typeof LOAN_FACTS
  | keyof typeof DEFAULT_FACTS
  | keyof typeof INSURANCE_FACTS
  | keyof typeof FUND_FACTS

/** Lists of facts: where each kind of entry stands. */
export const FACT_LISTS = {
  loan: 'loans',
  policy: 'policies',
  deal: 'deals',
  holder: 'holders',
  instalment: 'instalments',
  feePeriod: 'feePeriods',
  cover: 'covers',
  support: 'otherSupport',
  voucher: 'vouchers',
  drawdown: 'loan.drawdowns',
  repayment: 'loan.repayments',
  slip: 'loan.slips',
  paidIn: 'flows.drawdowns',
  paidOut: 'flows.distributions',
  payment: 'policy.payments',
} as const

/** What the lists of things an application is about are called, where one is missing. */
export const LIST_LABELS: { readonly [list: string]: { readonly zh: string; readonly en: string } } = {
  loans: { zh: '贷款（至少一笔）', en: 'the loans, at least one' },
  policies: { zh: '保单（至少一份）', en: 'the insurance policies, at least one' },
  deals: { zh: '投资项目（至少一个）', en: 'the deals, at least one' },
  covers: { zh: '以往投保记录（没有则为空列表）', en: 'earlier covers (an empty list where there is none)' },
  holders: { zh: '出资人', en: 'the holders of the fund' },
  'flows.drawdowns': { zh: '各次实缴出资', en: 'the drawdowns' },
  'flows.distributions': { zh: '各次分配', en: 'the distributions' },
  instalments: { zh: '各期出资（至少一期）', en: 'the instalments paid in, at least one' },
  feePeriods: { zh: '各计费期间', en: 'the periods of the fee' },
}

/** The standard lines of insurance, each with its names. */
const LINES: { readonly [line: string]: { readonly zh: string; readonly en: string } } = /* @__PURE__ */ (() =>
  Object.fromEntries(Object.entries(INSURANCE_LINES).map(([line, { zh, en }]) => [line, { zh, en }])))()

/** Other names of lines: what a policy may state in place of the id. */
export const LINE_ALIASES: { readonly [alias: string]: string } = /* @__PURE__ */ (() =>
  Object.fromEntries(
    Object.entries(INSURANCE_LINES).flatMap(([line, { zh, aliases }]) => [zh, ...aliases].map((alias) => [alias, line])),
  ))()

/** Facts whose classes are lines of insurance. Lines a document declares for `policy.line` are known to all of them. */
export const LINE_FACTS: readonly string[] = ['policy.line', 'policy.lines', 'cover.line']

/** Classes of standard facts whose values the library itself acts on, or that must mean the same in every document. */
export const STANDARD_CLASSES: { readonly [name: string]: { readonly [value: string]: { readonly zh: string; readonly en: string } } } = {
  'loan.lprTenor': { '1y': { zh: '1年期', en: 'one year' }, '5y-plus': { zh: '5年期以上', en: 'five years and above' } },
  'loan.repricing': {
    '1-january': { zh: '每年1月1日', en: '1 January' },
    anniversary: { zh: '对月对日', en: 'anniversary' },
    'first-of-month': { zh: '每月1日', en: 'first of the month' },
    'first-of-quarter': { zh: '每季首月1日', en: 'first of the quarter' },
  },
  'slip.kind': {
    normal: { zh: '正常利息', en: 'ordinary interest' },
    overdue: { zh: '逾期罚息', en: 'overdue interest' },
    misuse: { zh: '挪用罚息', en: 'interest for misuse' },
    compound: { zh: '复利', en: 'compound interest' },
    surcharge: { zh: '加息', en: 'surcharge' },
    extension: { zh: '展期利息', en: 'interest of an extension' },
  },
  'policy.line': LINES,
  'policy.lines': LINES,
  'cover.line': LINES,
  mode: { bank: { zh: '银行模式', en: 'bank mode' }, guarantor: { zh: '担保模式', en: 'guarantor mode' } },
  'loan.classification': {
    normal: { zh: '正常', en: 'normal' },
    'special-mention': { zh: '关注', en: 'special mention' },
    substandard: { zh: '次级', en: 'substandard' },
    doubtful: { zh: '可疑', en: 'doubtful' },
    loss: { zh: '损失', en: 'loss' },
  },
  'holder.kind': {
    guidance: { zh: '引导基金', en: 'guidance fund' },
    government: { zh: '其他政府出资', en: 'other public money' },
    manager: { zh: '管理机构', en: 'manager' },
    private: { zh: '社会资本', en: 'private holder' },
  },
  'deal.stage': {
    seed: { zh: '种子期', en: 'seed' },
    'start-up': { zh: '初创期', en: 'start-up' },
    'early-middle': { zh: '早中期', en: 'early to middle' },
    later: { zh: '中后期', en: 'later' },
  },
  'exit.buyer': {
    holder: { zh: '其他股东或出资人', en: 'another holder' },
    outsider: { zh: '其他投资者', en: 'an outsider' },
  },
  'feePeriod.stage': {
    investing: { zh: '投资期', en: 'investing period' },
    'after-investing': { zh: '投资期结束后', en: 'after the investing period' },
  },
  'support.level': {
    central: { zh: '中央', en: 'central' },
    provincial: { zh: '省级', en: 'provincial' },
    city: { zh: '市级', en: 'city' },
    district: { zh: '区级', en: 'district' },
    county: { zh: '县级', en: 'county' },
    zone: { zh: '园区', en: 'zone' },
    local: { zh: '地方（不分级别）', en: 'local, level not stated' },
    fiscal: { zh: '财政（不分级别）', en: 'public, level not stated' },
    other: { zh: '其他', en: 'other' },
  },
}
