import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.liveLoansInPool'> = {
  id: 'zhuhai-2022',
  title: { zh: '珠海市科技信贷风险补偿（2022年）', en: 'Risk compensation of technology credit, Zhuhai (2022)' },
  issuer: { zh: '珠海市', en: 'Zhuhai' },
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.liveLoansInPool': {
      kind: 'count',
      label: { zh: '企业在资金池内未结清的贷款笔数', en: 'live loans of the enterprise in the pool' },
    },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        {
          id: 'one-live-loan',
          place: '珠海市（2022年）',
          label: { zh: '每家企业同时只有一笔在池贷款', en: 'one live loan per enterprise' },
          fact: 'borrower.liveLoansInPool',
          atMost: '1',
        },
      ],
      items: { where: [{ id: 'term', place: '珠海市（2022年）', fact: 'loan.termMonths', atMost: '2年' }] },
      terms: {
        formula: { place: '珠海市（2022年）', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'npl',
            label: { zh: '不良贷款余额', en: 'balance of the non-performing loan' },
            place: '珠海市（2022年）',
            value: { fact: 'loan.nplBalance' },
            layers: [
              {
                shares: {
                  bank: 'remainder',
                  pool: {
                    name: 'compensationRate',
                    label: { zh: '补偿比例', en: 'rate of compensation' },
                    choose: 'highest',
                    otherwise: '0%',
                    cases: [
                      { when: { fact: 'loan.unsecuredShare', above: '50%' }, value: '50%' },
                      { when: { fact: 'loan.unsecuredShare', atLeast: '70%' }, value: '70%' },
                      { when: { fact: 'loan.firstLoanInCity', is: true }, value: '90%' },
                    ],
                  },
                },
              },
            ],
            remainderTo: {
              value: 'bank',
              reading: { zh: '文件未规定尾差：由银行承担', en: 'The document does not say who bears the odd fen: the bank' },
            },
          },
        ],
        recovery: {
          value: { gross: { fact: 'recovery.gross' }, cost: { fact: 'recovery.cost' } },
          reading: {
            zh: '追偿返还的条款未见：先扣费用，再按承担比例返还',
            en: 'No clause on recovery is visible: costs first, then back in the proportion borne',
          },
        },
      },
      limits: [{ id: 'per-loan', place: '珠海市（2022年）', cap: '300万元', per: 'loan' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', place: '珠海市（2022年）' },
    },
  ],
  notes: [
    {
      zh: '资金池4000万元：省级500万元、市级3500万元',
      en: 'The pool of 40 million yuan: 5 million from the province, 35 million from the city',
    },
    { zh: '超出单笔限额的部分由谁承担，文件未写明', en: 'Who bears what is above the cap of one loan is not stated' },
  ],
}

export default policy
