import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.mediumOrLongTerm' | 'loan.constructionInterestPaid'> = {
  id: 'cn-central-budget-interest-support-2005',
  title: { zh: '中央预算内投资贴息', en: 'Interest support from the central investment budget' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'loan.mediumOrLongTerm': { kind: 'yes-no', label: { zh: '是否中长期银行贷款', en: 'medium or long-term bank loan' } },
    'loan.constructionInterestPaid': {
      kind: 'amount',
      label: { zh: '建设期内实际支付的贷款利息', en: 'interest actually paid during construction' },
    },
  },
  parameters: {
    rate: { kind: 'rate', label: { zh: '贴息率', en: 'rate of support' } },
    years: { kind: 'months', label: { zh: '贴息年数', en: 'years of support' } },
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
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      items: {
        where: [{ id: 'term', place: '2005年前后的暂行办法', fact: 'loan.mediumOrLongTerm', is: true }],
      },
      terms: {
        formula: {
          place: '2005年前后的暂行办法',
          value: {
            interestAt: {
              name: 'appliedRate',
              label: { zh: '适用贴息率（不高于贷款利率）', en: 'rate of support, not above that of the loan' },
              lowerOf: [{ parameter: 'rate' }, { fact: 'loan.annualRate' }],
            },
          },
        },
        longest: { value: { parameter: 'years' }, place: '2005年前后的暂行办法' },
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '办法未规定计息办法', en: 'The measures do not state a day count' },
        },
      },
      limits: [
        {
          id: 'interest-paid',
          place: '2005年前后的暂行办法',
          label: { zh: '贴息总额不超过建设期内实际支付的中长期贷款利息', en: 'in total not above the interest paid during construction' },
          cap: { total: { fact: 'loan.constructionInterestPaid' } },
          per: 'applicant',
          period: 'lifetime',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: { value: { central: '100%' }, place: '2005年前后的暂行办法' },
    },
  ],
}

export default policy
