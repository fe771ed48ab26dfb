import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'loan.underScheme'
  | 'loan.paidByEnterprise'
  | 'loan.repaidOnTime'
  | 'loan.furtherDrawdowns'
  | 'loan.rollOverSigned'
  | 'loan.applicationsBefore'
> = {
  id: 'shanghai-loan-premium-2022',
  title: { zh: '科技贷款保费补贴（2022年）', en: 'Premium subsidy for tech loans, Shanghai (2022)' },
  issuer: { zh: '上海市', en: 'Shanghai' },
  evidence: 'official',
  status: 'built-in',
  effective: { decidedBy: { zh: '申报年度', en: 'year of the call' } },
  facts: {
    'loan.underScheme': { kind: 'yes-no', label: { zh: '是否为本项补贴的科技贷款', en: 'tech loan of the scheme' } },
    'loan.paidByEnterprise': {
      kind: 'yes-no',
      label: { zh: '保险费、担保费是否由企业自行支付', en: 'premium and guarantee fee paid by the enterprise itself' },
    },
    'loan.repaidOnTime': { kind: 'yes-no', label: { zh: '是否已按期全部还清', en: 'fully repaid on time' } },
    'loan.furtherDrawdowns': {
      kind: 'yes-no',
      label: { zh: '同一批复项下是否还有后续提款', en: 'further drawdowns under the same approval to come' },
    },
    'loan.rollOverSigned': {
      kind: 'date',
      label: { zh: '续贷签订日期', en: 'day the roll-over was signed' },
      help: { zh: '同一批复已申请过一次的填写', en: 'stated where the same approval was applied for before' },
    },
    'loan.applicationsBefore': {
      kind: 'count',
      label: { zh: '同一批复此前已申请的次数', en: 'earlier applications for the same approval' },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      items: {
        of: 'loan',
        where: [
          { id: 'scheme', place: '2022年申报通知', fact: 'loan.underScheme', is: true },
          { id: 'repaid', place: '2022年申报通知', fact: 'loan.repaidOnTime', is: true },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以企业实际支付的保险费、担保费为准：由他人（如母公司）支付的不计',
              en: 'The subsidy goes by the premium or fee the enterprise actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'loan.paidByEnterprise',
            is: true,
          },
          {
            id: 'six-months',
            place: '2022年申报通知',
            label: { zh: '结清后6个月内申请', en: 'applied for within six months of settlement' },
            fact: 'application.date',
            from: { fact: 'loan.settledDate' },
            through: { date: { fact: 'loan.settledDate' }, plus: '6个月' },
          },
          {
            id: 'last-drawdown',
            place: '2022年申报通知',
            label: { zh: '多次提款的，在最后一次之后申请一次', en: 'several drawdowns: one application, after the last' },
            fact: 'loan.furtherDrawdowns',
            is: false,
          },
          {
            id: 'once',
            place: '2022年申报通知',
            label: {
              zh: '一次批复申请一次；2022年3月1日至9月30日签订续贷的，原期限和续贷期限可各申请一次',
              en: 'one application for one approval; two for a roll-over signed from 2022-03-01 through 2022-09-30: original and extended term',
            },
            any: [
              { fact: 'loan.applicationsBefore', atMost: '0' },
              {
                reading: {
                  zh: '续贷的原期限和续贷期限，各在自己结清后6个月内申请',
                  en: 'Of a roll-over each term is applied for within six months of its own settlement',
                },
                all: [
                  { fact: 'loan.applicationsBefore', atMost: '1' },
                  { fact: 'loan.rollOverSigned', from: '2022-03-01', through: '2022-09-30' },
                ],
              },
            ],
          },
        ],
      },
      terms: {
        formula: {
          place: '2022年申报通知',
          value: {
            share: '50%',
            of: {
              name: 'premiumAndFee',
              label: { zh: '实际支付的保险费或担保费', en: 'premium or guarantee fee paid' },
              reading: {
                zh: '通知为保险费或担保费：同一贷款两项都支付的，合计计算',
                en: 'The notice says premium or guarantee fee: where both were paid for a loan they count together',
              },
              sumOf: [{ fact: 'loan.premiumPaid' }, { fact: 'loan.guaranteeFeePaid' }],
            },
          },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '一次批复为一笔贷款填报',
      en: 'One approval is stated as one loan',
    },
    {
      zh: '保险费和担保费只有一项的，另一项填0',
      en: 'Where only a premium or only a guarantee fee was paid the other is stated as 0',
    },
  ],
}

export default policy
