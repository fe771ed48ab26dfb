import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.registered'> = {
  id: 'hefei-zhengxin-loan-2024',
  title: { zh: '合肥市“政信贷”贷款贴息（2024年）', en: 'Interest subsidy for Zhengxin loans (政信贷), Hefei (2024)' },
  issuer: { zh: '合肥市', en: 'Hefei' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'loan.registered': { kind: 'yes-no', label: { zh: '贷款是否已备案', en: 'loan is registered' } },
  },
  parameters: {
    amountLimit: {
      kind: 'class',
      label: { zh: '单笔贷款超过2000万元时', en: 'when a loan exceeds 20 million yuan' },
      oneOf: ['eligibility', 'principal-cap'],
      value: 'eligibility',
      reading: {
        zh: '文件未写明2000万元是申请条件还是计息本金上限：按申请条件，超过的贷款不予贴息',
        en: 'The document does not say whether 20 million yuan is a condition or a ceiling of counted principal: taken as a condition',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      items: {
        where: [
          { id: 'registered', place: '2024年政策', fact: 'loan.registered', is: true },
          { id: 'term', place: '2024年政策', fact: 'loan.termMonths', atLeast: '1年' },
          {
            id: 'amount',
            place: '2024年政策',
            label: { zh: '单笔贷款不超过2000万元', en: 'a loan of at most 20 million yuan' },
            any: [
              { parameter: 'amountLimit', is: 'principal-cap' },
              { fact: 'loan.principal', atMost: '2000万元' },
            ],
          },
          {
            id: 'rate',
            place: '2024年政策',
            label: { zh: '贷款利率不高于LPR的1.3倍', en: 'a rate of at most 1.3 times the LPR' },
            fact: 'loan.annualRate',
            atMost: {
              name: 'ceilingRate',
              label: { zh: '贷款利率上限', en: 'highest rate of an eligible loan' },
              share: '1.3倍',
              of: {
                name: 'referenceRate',
                label: 'LPR',
                referenceRate: 'lpr',
                on: { fact: 'loan.drawdownDate' },
                reading: {
                  zh: '文件未写明取哪一日、哪一期限的LPR：取放款日、与贷款期限相应的LPR',
                  en: 'The document names neither day nor tenor of the LPR: that of the day of drawdown, for the tenor of the loan',
                },
              },
            },
          },
        ],
      },
      terms: {
        formula: {
          place: '2024年政策',
          value: {
            share: '50%',
            of: {
              name: 'countedInterest',
              label: { zh: '计入的利息', en: 'counted interest' },
              share: { ratio: [{ counted: 'principal' }, { fact: 'loan.principal' }] },
              of: { fact: 'loan.interestPaid' },
            },
          },
        },
        principalLimits: [{ place: '2024年政策', value: '2000万元', per: 'loan' }],
      },
      limits: [{ id: 'cap', place: '2024年政策', cap: '50万元', per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
