import type { Policy } from '../policy/policy.js'

const policy: Policy<
  'borrower.accountConfirmedInTime' | 'policy.loanProduct' | 'policy.rollOver' | 'policy.loanRepaidDate' | 'policy.previousContractEnd'
> = {
  id: 'shanghai-loan-premium-2025',
  title: { zh: '科技贷款保费补贴（2025年）', en: 'Premium subsidy for tech loans, Shanghai (2025)' },
  number: '沪科〔2025〕212号',
  issuer: { zh: '上海市', en: 'Shanghai' },
  evidence: 'official',
  status: 'built-in',
  effective: { from: '2024-08-01', until: '2025-09-01', decidedBy: { zh: '还款日期', en: 'day of repayment' } },
  facts: {
    'borrower.accountConfirmedInTime': {
      kind: 'yes-no',
      label: { zh: '是否已在3个工作日内确认收款账户', en: 'account confirmed within three working days' },
    },
    'policy.loanProduct': {
      kind: 'class',
      label: { zh: '所保贷款的产品', en: 'product of the insured loan' },
      oneOf: {
        'loan-performance': { zh: '履约贷', en: 'loan under performance guarantee (履约贷)' },
        'micro-loan': { zh: '微贷通', en: 'micro loan (微贷通)' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'policy.rollOver': { kind: 'yes-no', label: { zh: '所保贷款是否续贷', en: 'the insured loan was rolled over' } },
    'policy.loanRepaidDate': { kind: 'date', label: { zh: '所保贷款的还款日期', en: 'day the insured loan was repaid' } },
    'policy.previousContractEnd': { kind: 'date', label: { zh: '前一份贷款合同的到期日', en: 'end of the previous loan contract' } },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [
        {
          id: 'account-confirmed',
          place: '沪科〔2025〕212号',
          label: { zh: '3个工作日内确认收款账户，逾期失效', en: 'account confirmed within three working days, or the subsidy lapses' },
          fact: 'borrower.accountConfirmedInTime',
          is: true,
        },
      ],
      items: {
        where: [
          { id: 'product', place: '沪科〔2025〕212号', fact: 'policy.loanProduct', oneOf: ['loan-performance', 'micro-loan'] },
          {
            id: 'repaid',
            place: '沪科〔2025〕212号',
            label: {
              zh: '还款在2024年8月1日至2025年8月31日（续贷另计）',
              en: 'repaid from 2024-08-01 through 2025-08-31, unless rolled over',
            },
            any: [
              { fact: 'policy.rollOver', is: true },
              { fact: 'policy.loanRepaidDate', from: '2024-08-01', through: '2025-08-31' },
            ],
          },
          {
            id: 'rolled-over',
            place: '沪科〔2025〕212号',
            label: {
              zh: '续贷的，前一份合同的到期日在2024年8月1日至2025年8月31日',
              en: 'rolled over: the previous contract ends from 2024-08-01 through 2025-08-31',
            },
            any: [
              { fact: 'policy.rollOver', is: false },
              { fact: 'policy.previousContractEnd', from: '2024-08-01', through: '2025-08-31' },
            ],
          },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以企业实际支付的保险费为准：由他人（如母公司）支付的不计',
              en: 'The subsidy goes by the premium the enterprise actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'policy.paidByEnterprise',
            is: true,
          },
        ],
      },
      terms: { formula: { place: '沪科〔2025〕212号', value: { share: '50%', of: { counted: 'premium' } } } },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      flags: [
        {
          id: 'cancelled',
          place: '沪科〔2025〕212号',
          label: {
            zh: '有退保：领取补贴后退保的，企业负有文件规定的义务',
            en: 'a policy was cancelled: cancelling it after getting the subsidy triggers a duty',
          },
          when: { value: { count: 'policies', where: { fact: 'policy.cancelled', is: true } }, atLeast: '1' },
        },
      ],
    },
  ],
  notes: [
    { zh: '免申即享，无须申请；收款账户须确认', en: 'Automatic, without application; the account must be confirmed' },
    { zh: '文件未写明补贴上限', en: 'No cap is stated' },
    {
      zh: '领取补贴后退保的义务是否为退回补贴，未经证实：不计算退回金额',
      en: 'Whether the duty after a cancellation is to give the subsidy back is not confirmed: no claw-back is worked out',
    },
  ],
}

export default policy
