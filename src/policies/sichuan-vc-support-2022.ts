import type { Policy } from '../policy/policy.js'

const policy: Policy<'recipient'> = {
  id: 'sichuan-vc-support-2022',
  title: { zh: '四川省创业投资支持（2022年）', en: 'Sichuan support of venture investment (2022)' },
  issuer: { zh: '四川省', en: 'Sichuan' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    recipient: {
      kind: 'class',
      label: { zh: '申请方', en: 'who applies' },
      oneOf: {
        investor: { zh: '创业投资机构', en: 'the investor' },
        investee: { zh: '获得投资的科技型中小企业', en: 'the tech SME that received the investment' },
      },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'risk-subsidy',
      terms: { formula: { place: '四川省创业投资支持政策（2022年）', value: { share: '5%', of: { fact: 'deal.cashInvested' } } } },
      limits: [
        {
          id: 'investor',
          place: '四川省创业投资支持政策（2022年）',
          label: { zh: '投资机构不超过300万元', en: 'at most 3,000,000 yuan for the investor' },
          per: 'applicant',
          when: { fact: 'recipient', is: 'investor' },
          cap: '300万元',
        },
        {
          id: 'investee',
          place: '四川省创业投资支持政策（2022年）',
          label: { zh: '科技型中小企业不超过200万元', en: 'at most 2,000,000 yuan for the tech SME' },
          per: 'applicant',
          when: { fact: 'recipient', is: 'investee' },
          cap: '200万元',
        },
      ],
      meaning: { place: '四川省创业投资支持政策（2022年）', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
