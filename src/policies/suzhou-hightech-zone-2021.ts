import type { Policy } from '../policy/policy.js'

const referenceRate = {
  name: 'referenceRate',
  label: { zh: '1年期LPR', en: 'one-year LPR' },
  choose: 'first',
  cases: [
    { when: { parameter: 'rateDay', is: 'drawdown' }, value: { referenceRate: 'lpr-1y', on: { fact: 'loan.drawdownDate' } } },
    { when: { parameter: 'rateDay', is: 'contract' }, value: { referenceRate: 'lpr-1y', on: { fact: 'loan.contractDate' } } },
  ],
  otherwise: { referenceRate: 'lpr-1y', on: { yearEndBefore: { fact: 'application.date' } } },
} as const

const policy: Policy<'borrower.inZone' | 'borrower.projectLevel'> = {
  id: 'suzhou-hightech-zone-2021',
  title: { zh: '苏州高新区贷款贴息（2021年）', en: 'Loan interest subsidy of Suzhou High-tech Zone (2021)' },
  issuer: { zh: '苏州高新区', en: 'Suzhou High-tech Zone' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.inZone': { kind: 'yes-no', label: { zh: '是否苏州高新区企业', en: 'enterprise of Suzhou High-tech Zone' } },
    'borrower.projectLevel': {
      kind: 'class',
      label: { zh: '承担科技项目的级别', en: 'level of the project held' },
      oneOf: {
        provincial: { zh: '省级项目', en: 'provincial project' },
        city: { zh: '市级项目', en: 'city project' },
        other: { zh: '其他', en: 'other' },
      },
    },
  },
  parameters: {
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'day count' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      value: 'actual/365',
      reading: {
        zh: '文件未规定计息办法：按实际天数除以365',
        en: 'The document does not state a day count: actual days over 365',
      },
    },
    rateDay: {
      kind: 'class',
      label: { zh: '取哪一日的LPR', en: 'day of the LPR' },
      oneOf: ['drawdown', 'contract', 'previous-year-end'],
      value: 'drawdown',
      reading: {
        zh: '文件未写明取哪一日、哪一期限的LPR：取放款日的1年期LPR',
        en: 'The document names neither day nor tenor of the LPR: the one-year LPR on the day of drawdown',
      },
    },
    guaranteeFee: {
      kind: 'class',
      label: { zh: '担保费与LPR比较的办法', en: 'guarantee fee in the comparison with the LPR' },
      oneOf: ['beside', 'compared'],
      value: 'beside',
      reading: {
        zh: '文件未写明担保费是否计入与LPR的比较：仅比较利率，担保费另行计入',
        en: 'The document does not say whether the guarantee fee enters the comparison: rates alone are compared, the fee is added',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        {
          id: 'zone',
          reading: { zh: '政策由苏州高新区实施：适用于区内企业', en: 'A policy of the zone: it holds for enterprises of the zone' },
          fact: 'borrower.inZone',
          is: true,
        },
      ],
      terms: {
        formula: {
          place: '2021年政策',
          value: {
            share: '30%',
            of: {
              name: 'countedInterest',
              label: { zh: '计入的利息和担保费', en: 'counted interest and guarantee fee' },
              choose: 'first',
              cases: [
                {
                  when: { parameter: 'guaranteeFee', is: 'beside' },
                  value: {
                    sumOf: [
                      {
                        interestAt: {
                          name: 'countedRate',
                          label: { zh: '计入利率', en: 'counted rate' },
                          lowerOf: [{ fact: 'loan.annualRate' }, referenceRate],
                        },
                      },
                      { fact: 'loan.guaranteeFeePaid' },
                    ],
                  },
                },
              ],
              otherwise: {
                lowerOf: [
                  { sumOf: [{ interestAt: { fact: 'loan.annualRate' } }, { fact: 'loan.guaranteeFeePaid' }] },
                  {
                    interestAt: referenceRate,
                  },
                ],
              },
            },
          },
        },
        windows: [
          {
            place: '2021年政策',
            value: {
              from: { date: { yearEndBefore: { yearEndBefore: { fact: 'application.date' } } }, plus: '1天' },
              through: { yearEndBefore: { fact: 'application.date' } },
            },
          },
        ],
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '文件未规定计息办法', en: 'The document does not state a day count' },
        },
      },
      limits: [
        {
          id: 'cap',
          place: '2021年政策',
          cap: {
            choose: 'first',
            cases: [
              {
                when: { fact: 'borrower.projectLevel', is: 'provincial' },
                value: '50万元',
                label: { zh: '省级项目', en: 'provincial project' },
              },
              { when: { fact: 'borrower.projectLevel', is: 'city' }, value: '40万元', label: { zh: '市级项目', en: 'city project' } },
            ],
            otherwise: '30万元',
          },
          per: 'applicant',
        },
      ],
      meaning: { value: 'at-most', place: '2021年政策' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
