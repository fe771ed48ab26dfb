import type { Policy } from '../policy/policy.js'

const policy: Policy<'application.choice' | 'loan.firstDrawdownOfFirstContract' | 'loan.borrowedByEnterprise'> = {
  id: 'beijing-first-loan-2025',
  title: { zh: '北京市首次贷款贴息（2025年）', en: 'First-loan subsidy, Beijing (2025)' },
  number: '京经信发〔2025〕4号',
  issuer: { zh: '北京市', en: 'Beijing' },
  evidence: 'official',
  status: 'template',
  effective: { from: '2025-02-19', until: '2026-02-19' },
  facts: {
    'application.choice': {
      kind: 'class',
      label: { zh: '选择的支持方式', en: 'kind of support chosen' },
      oneOf: { interest: { zh: '贷款贴息', en: 'interest' }, 'guarantee-fee': { zh: '担保费补贴', en: 'guarantee fee' } },
    },
    'loan.firstDrawdownOfFirstContract': {
      kind: 'yes-no',
      label: { zh: '是否首次贷款合同项下的首次提款', en: 'first drawdown under the first contract' },
    },
    'loan.borrowedByEnterprise': {
      kind: 'yes-no',
      label: { zh: '是否以企业名义借款（非企业主个人贷款）', en: 'borrowed by the enterprise, not by its owner in person' },
    },
  },
  parameters: {
    formula: {
      kind: 'class',
      label: { zh: '贴息计算方式', en: 'type of formula' },
      oneOf: ['share-of-interest-paid', 'points-on-principal'],
    },
    rate: { kind: 'rate', label: { zh: '贴息比例（按本金贴息时为年贴息率）', en: 'share of interest, or points a year on principal' } },
    guaranteeFeeShare: { kind: 'rate', label: { zh: '担保费补贴比例', en: 'share of the guarantee fee' } },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'day count' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      neededWhen: { parameter: 'formula', is: 'points-on-principal' },
    },
    cap: { kind: 'amount', label: { zh: '企业补贴上限', en: 'cap per enterprise' } },
    amountLimit: {
      kind: 'class',
      label: { zh: '贷款超过2000万元时', en: 'when the loan exceeds 20 million yuan' },
      oneOf: ['eligibility', 'principal-cap'],
      value: 'eligibility',
      reading: {
        zh: '所见资料未写明2000万元是申请条件还是计息本金上限：按申请条件',
        en: 'Whether 20 million yuan is a condition or a ceiling of counted principal is not known: taken as a condition',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'first-time', place: '京经信发〔2025〕4号', fact: 'borrower.firstTimeBorrower', is: true }],
      items: {
        where: [
          { id: 'first-drawdown', place: '京经信发〔2025〕4号', fact: 'loan.firstDrawdownOfFirstContract', is: true },
          { id: 'enterprise', place: '京经信发〔2025〕4号', fact: 'loan.borrowedByEnterprise', is: true },
          {
            id: 'amount',
            place: '京经信发〔2025〕4号',
            label: { zh: '贷款不超过2000万元', en: 'a loan of at most 20 million yuan' },
            any: [
              { parameter: 'amountLimit', is: 'principal-cap' },
              { fact: 'loan.principal', atMost: '2000万元' },
            ],
          },
          {
            id: 'other-support',
            place: '京经信发〔2025〕4号',
            label: { zh: '未享受其他市级支持', en: 'no other municipal support' },
            otherSupport: 'none',
            levels: ['city'],
          },
        ],
      },
      terms: {
        formula: {
          place: '京经信发〔2025〕4号',
          value: {
            choose: 'first',
            cases: [
              {
                when: { fact: 'application.choice', is: 'guarantee-fee' },
                value: { share: { parameter: 'guaranteeFeeShare' }, of: { fact: 'loan.guaranteeFeePaid' } },
              },
              {
                when: { parameter: 'formula', is: 'share-of-interest-paid' },
                value: {
                  share: { parameter: 'rate' },
                  of: {
                    name: 'countedInterest',
                    label: { zh: '计入的利息', en: 'counted interest' },
                    share: { ratio: [{ counted: 'principal' }, { fact: 'loan.principal' }] },
                    of: { fact: 'loan.interestPaid' },
                  },
                },
              },
            ],
            otherwise: { interestAt: { name: 'appliedRate', label: { zh: '年贴息率', en: 'rate of subsidy' }, parameter: 'rate' } },
          },
        },
        principalLimits: [{ value: '2000万元', per: 'loan', place: '京经信发〔2025〕4号' }],
        proration: { value: { parameter: 'proration' }, place: '京经信发〔2025〕4号' },
      },
      limits: [{ id: 'cap', place: '京经信发〔2025〕4号', cap: { parameter: 'cap' }, per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [{ zh: '贴息与担保费补贴由企业择一', en: 'The firm chooses interest or guarantee-fee support' }],
}

export default policy
