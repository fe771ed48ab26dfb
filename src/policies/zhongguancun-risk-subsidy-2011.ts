import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'zhongguancun-risk-subsidy-2011',
  title: { zh: '中关村风险补贴', en: 'Zhongguancun risk subsidy' },
  issuer: { zh: '中关村（北京）', en: 'Zhongguancun (Beijing)' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'risk-subsidy',
      items: {
        where: [
          {
            id: 'age',
            place: '中关村风险补贴（2011年、2013年）',
            label: { zh: '投资时企业成立不超过5年', en: 'the investee is at most five years old when invested in' },
            fact: 'deal.investedDate',
            through: { date: { fact: 'deal.investeeFoundedDate' }, plus: '5年' },
          },
          { id: 'unlisted', place: '中关村风险补贴（2011年、2013年）', fact: 'deal.investeeListed', is: false },
        ],
      },
      terms: {
        formula: {
          place: '中关村风险补贴（2011年、2013年）',
          value: {
            share: '10%',
            of: {
              name: 'countedInvestment',
              share: { excessOf: ['100%', { fact: 'deal.guidanceShareInVc' }] },
              of: { fact: 'deal.cashInvested' },
            },
          },
        },
      },
      limits: [
        {
          id: 'deal',
          place: '中关村风险补贴（2011年、2013年）',
          label: { zh: '单个项目不超过100万元', en: 'at most 1,000,000 yuan a deal' },
          cap: '100万元',
          per: 'deal',
        },
        {
          id: 'investee',
          place: '中关村风险补贴（2011年、2013年）',
          label: { zh: '同一企业累计不超过100万元', en: 'at most 1,000,000 yuan for one investee in total' },
          cap: '100万元',
          per: { by: 'deal.investee' },
          received: { fact: 'deal.investeeReceived' },
          cut: {
            lastFirst: {
              value: { earliest: 'deal.investedDate' },
              reading: {
                zh: '文件未规定先后：同一企业的各轮投资按投资日期先后计',
                en: 'The document does not say which goes first: rounds into one firm are taken by day of investment',
              },
            },
          },
        },
        {
          id: 'year',
          place: '中关村风险补贴（2011年、2013年）',
          label: { zh: '同一机构每年不超过300万元', en: 'at most 3,000,000 yuan a VC and year' },
          cap: '300万元',
          per: 'applicant',
          period: 'year',
          cut: {
            lastFirst: {
              value: { earliest: 'deal.investedDate' },
              reading: { zh: '文件未规定先后：按投资日期先后计', en: 'The document does not say which goes first: by day of investment' },
            },
          },
        },
      ],
      recipient: { place: '中关村风险补贴（2011年、2013年）', value: 'investor' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
