import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.hasAuditReport'> = {
  id: 'chongqing-hightech-zone-2021',
  title: { zh: '重庆高新区贷款贴息（2021年）', en: 'Loan interest subsidy of Chongqing High-tech Zone (2021)' },
  issuer: { zh: '重庆高新区', en: 'Chongqing High-tech Zone' },
  evidence: 'secondary',
  status: 'built-in',
  effective: { decidedBy: { zh: '奖励年度', en: 'award year' } },
  facts: {
    'borrower.hasAuditReport': { kind: 'yes-no', label: { zh: '是否提供审计报告', en: 'audit report provided' } },
  },
  parameters: {
    windowStart: {
      kind: 'date',
      label: { zh: '奖励年度首日', en: 'first day of the award year' },
      value: '2021-01-01',
      reading: { zh: '奖励年度按公历2021年计', en: 'The award year is taken as the calendar year 2021' },
    },
    windowEndExclusive: {
      kind: 'date',
      label: { zh: '奖励年度末日的次日', en: 'day after the award year' },
      value: '2022-01-01',
      reading: { zh: '奖励年度按公历2021年计', en: 'The award year is taken as the calendar year 2021' },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'audit', place: '2021年政策', fact: 'borrower.hasAuditReport', is: true }],
      terms: {
        formula: {
          place: '2021年政策',
          value: {
            share: '50%',
            of: {
              name: 'benchmarkInterest',
              label: { zh: '按基准利率计算的利息', en: 'interest at the benchmark rate' },
              interestAt: {
                choose: 'first',
                cases: [
                  {
                    reading: {
                      zh: '文件未写明取哪一日的贷款基准利率：取放款日的同期限基准利率',
                      en: 'The document does not name the day of the benchmark lending rate: that of the day of drawdown, for the tenor',
                    },
                    value: {
                      name: 'referenceRate',
                      label: { zh: '贷款基准利率', en: 'benchmark lending rate' },
                      referenceRate: 'benchmark',
                      on: { fact: 'loan.drawdownDate' },
                    },
                  },
                ],
              },
            },
          },
        },
        windows: [{ place: '2021年政策', value: { from: { parameter: 'windowStart' }, until: { parameter: 'windowEndExclusive' } } }],
        proration: { value: 'actual/365', place: '2021年政策' },
      },
      limits: [{ id: 'annual', place: '2021年政策', cap: '30万元', per: 'applicant', period: 'year' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
