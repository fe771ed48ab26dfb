import type { Policy } from '../policy/policy.js'

const policy: Policy<'deal.vcStays' | 'deal.registeredInCity' | 'deal.taxedInCity'> = {
  id: 'shanghai-vc-fund-2010',
  title: { zh: '上海市创业投资引导基金（跟进投资）', en: 'Shanghai venture guidance fund (follow-on investment)' },
  issuer: { zh: '上海市', en: 'Shanghai' },
  evidence: 'secondary',
  status: 'built-in',
  effective: { until: '2017-12-01' },
  facts: {
    'deal.vcStays': {
      kind: 'yes-no',
      label: { zh: '创业投资企业是否不先于引导基金退出', en: 'the VC does not leave before the guidance fund' },
    },
    'deal.registeredInCity': { kind: 'yes-no', label: { zh: '被投资企业是否在本市注册', en: 'the investee is registered in the city' } },
    'deal.taxedInCity': { kind: 'yes-no', label: { zh: '被投资企业是否在本市纳税', en: 'the investee pays its taxes in the city' } },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'follow-on',
      items: {
        where: [
          {
            id: 'price',
            article: '第十二条',
            label: { zh: '跟进投资价格不高于创业投资企业的投资价格', en: 'the price is not above the VC\u2019s' },
            fact: 'deal.price',
            atMost: { fact: 'deal.vcPrice' },
          },
          { id: 'vc-stays', article: '第十二条', fact: 'deal.vcStays', is: true },
          { id: 'registered', article: '第十二条', fact: 'deal.registeredInCity', is: true },
          { id: 'taxed', article: '第十二条', fact: 'deal.taxedInCity', is: true },
        ],
      },
      terms: {
        formula: {
          article: '第十二条',
          value: {
            share: {
              name: 'appliedShare',
              choose: 'first',
              cases: [{ when: { fact: 'deal.stage', is: 'seed' }, value: '100%' }, { value: '50%' }],
            },
            of: { fact: 'deal.vcCashInvestment' },
          },
        },
      },
      meaning: { article: '第十二条', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
