import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.highTechEnterprise' | 'borrower.registeredInSuizhou' | 'loan.techInnovationLoan'> = {
  id: 'suizhou-tech-innovation-loan-2025',
  title: {
    zh: '随州市财政金融联动支持经济高质量发展若干措施：科技创新贷贴息',
    en: 'Measures of public finance and finance for high-quality development, Suizhou: tech-innovation loans',
  },
  issuer: { zh: '随州市', en: 'Suizhou' },
  url: 'http://kjj.suizhou.gov.cn/fbjd_38/zfxxgkgz/zc/zcjd_13059/202507/t20250717_1349122.shtml',
  evidence: 'official',
  status: 'built-in',
  effective: { endsWhen: { zh: '有效期3年', en: 'valid for three years' } },
  facts: {
    'borrower.highTechEnterprise': { kind: 'yes-no', label: { zh: '是否为高新技术企业', en: 'high-tech enterprise' } },
    'borrower.registeredInSuizhou': { kind: 'yes-no', label: { zh: '是否在随州市注册', en: 'registered in Suizhou' } },
    'loan.techInnovationLoan': { kind: 'yes-no', label: { zh: '是否为科技创新贷', en: 'tech-innovation loan' } },
  },
  parameters: {
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'how time is counted' },
      oneOf: ['month/12', 'actual/365', 'actual/360', 'whole-year'],
      value: 'month/12',
      reading: {
        zh: '政策解读未规定计息办法：按整月除以12，零头天数除以360',
        en: 'The text does not say how time is counted: whole months over 12, odd days over 360',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'high-tech', place: '2025-07-17 政策解读', fact: 'borrower.highTechEnterprise', is: true },
        { id: 'registered', place: '2025-07-17 政策解读', fact: 'borrower.registeredInSuizhou', is: true },
      ],
      items: { where: [{ id: 'kind', place: '2025-07-17 政策解读', fact: 'loan.techInnovationLoan', is: true }] },
      terms: {
        formula: {
          place: '2025-07-17 政策解读',
          value: {
            interestAt: {
              name: 'appliedRate',
              label: { zh: '贴息率', en: 'subsidy rate' },
              choose: 'first',
              cases: [{ when: { fact: 'borrower.firstTimeBorrower', is: true }, value: '2个百分点' }],
              otherwise: '1.5个百分点',
            },
          },
        },
        longest: {
          place: '2025-07-17 政策解读',
          value: {
            excessOf: ['2年', { fact: 'history.monthsSupported' }],
            reading: {
              zh: '同一企业累计不超过2年：以前已享受贴息的月数从每笔贷款的最长期限中扣除；先后几笔贷款是否合并计算，由主管部门核定',
              en: 'Two years per enterprise: months supported before are taken off each loan; whether successive loans share them is for the office to decide',
            },
          },
        },
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '政策解读未规定计息办法', en: 'The text does not say how time is counted' },
        },
      },
      limits: [{ id: 'lifetime', place: '2025-07-17 政策解读', cap: '100万元', per: 'applicant', period: 'lifetime' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
