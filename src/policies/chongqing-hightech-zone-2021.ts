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
                name: 'referenceRate',
                label: { zh: '贷款基准利率', en: 'benchmark lending rate' },
                referenceRate: 'benchmark',
                on: { fact: 'loan.drawdownDate' },
                reading: {
                  zh: '文件未写明取哪一日的贷款基准利率：取放款日的同期限基准利率',
                  en: 'The document does not name the day of the benchmark lending rate: that of the day of drawdown, for the tenor',
                },
              },
            },
          },
        },
        windows: [
          {
            value: { from: { yearOf: 'award.year', day: '01-01' }, through: { yearOf: 'award.year', day: '12-31' } },
            reading: {
              zh: '按奖励年度内的贷款天数计算；文件未写明奖励年度的起止：按公历年',
              en: 'Days of the loan in the award year count; the document does not name its ends: the calendar year',
            },
          },
        ],
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
