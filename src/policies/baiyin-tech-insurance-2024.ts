import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.listedKind' | 'policy.inListedLines' | 'policy.productReviewed'> = {
  id: 'baiyin-tech-insurance-2024',
  title: {
    zh: '科技保险保费补贴工作暂行办法',
    en: 'Interim measures of premium subsidy for tech insurance, Baiyin High-tech Zone',
  },
  issuer: { zh: '白银高新技术产业开发区', en: 'Baiyin High-tech Zone' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.listedKind': {
      kind: 'yes-no',
      label: {
        zh: '是否属于办法所列八类主体（含科研机构）',
        en: 'one of the eight kinds of bodies of the measures, research bodies included',
      },
    },
    'policy.inListedLines': { kind: 'yes-no', label: { zh: '是否属于办法所列险种', en: 'line listed in the measures' } },
    'policy.productReviewed': {
      kind: 'yes-no',
      label: { zh: '新的保险产品是否已经评审纳入', en: 'new product taken in after review' },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [{ id: 'kind', place: '2024年11月暂行办法', fact: 'borrower.listedKind', is: true }],
      items: {
        where: [
          {
            id: 'line',
            place: '2024年11月暂行办法',
            label: { zh: '所列险种，或经评审纳入的新产品', en: 'a listed line, or a new product taken in after review' },
            any: [
              { fact: 'policy.inListedLines', is: true },
              { fact: 'policy.productReviewed', is: true },
            ],
          },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以申报主体实际支付的保险费为准：由他人（如母公司、主管单位）支付的不计',
              en: 'The subsidy goes by the premium the applicant actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'policy.paidByEnterprise',
            is: true,
          },
        ],
      },
      terms: { formula: { place: '2024年11月暂行办法', value: { share: '50%', of: { counted: 'premium' } } } },
      limits: [{ id: 'annual', place: '2024年11月暂行办法', cap: '5万元', per: 'applicant', period: 'year' }],
      meaning: { place: '2024年11月暂行办法', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [{ zh: '每年预算不低于50万元', en: 'The budget is at least 500,000 a year' }],
}

export default policy
