import type { Policy } from '../policy/policy.js'

const classLimit = {
  name: 'principalLimit',
  label: { zh: '本类企业当年贷款额度上限', en: 'limit on the loans of the year of the class' },
  choose: 'first',
  cases: [{ when: { fact: 'borrower.class', is: 'incubation' }, value: '500万元' }],
  otherwise: '1000万元',
} as const

const policy: Policy<'borrower.class' | 'loan.registered'> = {
  id: 'shenzhen-longhua-2021',
  title: { zh: '深圳市龙华区贷款贴息（2021年）', en: 'Loan interest subsidy of Longhua district, Shenzhen (2021)' },
  issuer: { zh: '深圳市龙华区', en: 'Longhua district, Shenzhen' },
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.class': {
      kind: 'class',
      label: { zh: '企业类别', en: 'class of enterprise' },
      oneOf: {
        incubation: { zh: '孵化类', en: 'incubation' },
        growth: { zh: '成长类', en: 'growth' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'loan.registered': { kind: 'yes-no', label: { zh: '贷款是否已备案', en: 'loan is registered' } },
  },
  parameters: {
    amountLimit: {
      kind: 'class',
      label: { zh: '贷款额度超过上限时', en: 'when loans exceed the limit of the class' },
      oneOf: ['principal-cap', 'eligibility'],
      value: 'principal-cap',
      reading: {
        zh: '通知未写明贷款额度是计息本金上限还是申请条件：按计息本金上限，超出部分的利息不计',
        en: 'The notice does not say whether the loan amount is a ceiling of counted principal or a condition: taken as a ceiling, interest on the excess does not count',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'class', place: '2021年通知', fact: 'borrower.class', oneOf: ['incubation', 'growth'] },
        {
          id: 'amount',
          place: '2021年通知',
          label: { zh: '当年贷款额度不超过本类企业的上限', en: 'loans of the year within the limit of the class' },
          any: [
            { parameter: 'amountLimit', is: 'principal-cap' },
            {
              value: { total: { fact: 'loan.principal' } },
              atMost: classLimit,
            },
          ],
        },
      ],
      items: {
        where: [
          { id: 'registered', place: '2021年通知', fact: 'loan.registered', is: true },
          { id: 'term', place: '2021年通知', fact: 'loan.termMonths', atMost: '1年' },
          { id: 'settled', place: '2021年通知', fact: 'loan.settled', is: true },
          {
            id: 'deadline',
            place: '2021年通知',
            label: { zh: '还清贷款后六个月内申请', en: 'applied for within six months of repayment' },
            fact: 'application.date',
            from: { fact: 'loan.settledDate' },
            through: { date: { fact: 'loan.settledDate' }, plus: '6个月' },
          },
        ],
        select: [
          {
            atMost: 2,
            place: '2021年通知',
            order: {
              value: 'largest-subsidy',
              reading: {
                zh: '通知未写明超过2笔时取哪两笔：取贴息额较大的两笔',
                en: 'The notice does not say which two of more loans: the two with the larger subsidy',
              },
            },
          },
        ],
      },
      terms: {
        formula: {
          place: '2021年通知',
          value: {
            share: '50%',
            of: {
              name: 'countedInterest',
              label: { zh: '计入的利息', en: 'counted interest' },
              share: { ratio: [{ counted: 'principal' }, { fact: 'loan.principal' }] },
              of: {
                share: {
                  lowerOf: [
                    '1',
                    {
                      ratio: [
                        {
                          name: 'ceilingRate',
                          label: { zh: '计入利率上限', en: 'ceiling of the counted rate' },
                          share: '130%',
                          of: {
                            name: 'benchmarkRate',
                            label: { zh: '贷款基准利率', en: 'benchmark lending rate' },
                            referenceRate: 'benchmark',
                            on: { fact: 'loan.drawdownDate' },
                            reading: {
                              zh: '通知未写明取哪一日的贷款基准利率：取放款日的同期限基准利率',
                              en: 'The notice does not name the day of the benchmark lending rate: that of the day of drawdown, for the tenor',
                            },
                          },
                        },
                        { fact: 'loan.annualRate' },
                      ],
                    },
                  ],
                },
                of: { fact: 'loan.interestPaid' },
              },
            },
          },
        },
        principalLimits: [
          {
            place: '2021年通知',
            value: classLimit,
            per: 'applicant',
            order: {
              value: 'drawdown-date',
              reading: {
                zh: '通知未写明多笔贷款占用额度的顺序：按放款先后',
                en: 'The notice names no order in which loans use the limit: by day of drawdown',
              },
            },
          },
        ],
      },
      limits: [{ id: 'cap', place: '2021年通知', cap: '100万元', per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
