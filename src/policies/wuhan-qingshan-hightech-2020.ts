import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.highTechEnterprise' | 'borrower.inKeyField'> = {
  id: 'wuhan-qingshan-hightech-2020',
  title: {
    zh: '武汉市青山区高新技术企业贷款贴息（2020年区科学技术研究与开发资金落实政策项目）',
    en: 'Loan interest subsidy for high-tech enterprises, Qingshan district, Wuhan (2020)',
  },
  issuer: { zh: '武汉市青山区', en: 'Qingshan district, Wuhan' },
  issued: '2020-09-04',
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.highTechEnterprise': { kind: 'yes-no', label: { zh: '是否为高新技术企业', en: 'high-tech enterprise' } },
    'borrower.inKeyField': { kind: 'yes-no', label: { zh: '是否属于重点领域', en: 'in a key field' } },
  },
  parameters: {
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'how time is counted' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      value: 'actual/365',
      reading: {
        zh: '通知未规定计息天数：按实际天数除以365',
        en: 'The notice does not state a day count: actual days over 365',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'high-tech', place: '2020-09-04 通知', fact: 'borrower.highTechEnterprise', is: true },
        { id: 'key-field', place: '2020-09-04 通知', fact: 'borrower.inKeyField', is: true },
        { id: 'growth', place: '2020-09-04 通知', fact: 'borrower.revenueGrowth', atLeast: '10%' },
      ],
      items: { where: [{ id: 'settled', place: '2020-09-04 通知', fact: 'loan.settled', is: true }] },
      terms: {
        formula: {
          place: '2020-09-04 通知',
          value: {
            share: {
              name: 'appliedShare',
              label: { zh: '按增幅确定的贴息比例', en: 'share by growth' },
              by: { fact: 'borrower.revenueGrowth' },
              brackets: [
                { atLeast: '30%', value: '60%' },
                { atLeast: '20%', below: '30%', value: '40%' },
                { below: '20%', value: '20%' },
              ],
            },
            of: {
              name: 'benchmarkInterest',
              label: { zh: '按同期贷款基准利率计算的利息', en: 'interest at the benchmark rate' },
              interestAt: {
                name: 'referenceRate',
                label: { zh: '同期贷款基准利率', en: 'benchmark rate of the same period' },
                referenceRate: 'benchmark',
                on: { fact: 'loan.drawdownDate' },
                reading: {
                  zh: '“同期”按放款日计：取该日的同期限基准利率',
                  en: '"Of the same period" is taken as of the day of drawdown, for the tenor of the loan',
                },
              },
            },
          },
        },
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '通知未规定计息天数', en: 'The notice does not state a day count' },
        },
      },
      limits: [
        {
          id: 'annual',
          place: '2020-09-04 通知',
          label: {
            zh: '每家企业每年不超过其最近财政年度区级财政贡献，且不超过20万元',
            en: 'per enterprise and year, the lower of its fiscal contribution to the district and 200,000 yuan',
          },
          cap: { lowerOf: [{ fact: 'borrower.districtFiscalContribution' }, '20万元'] },
          per: 'applicant',
          period: 'year',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
