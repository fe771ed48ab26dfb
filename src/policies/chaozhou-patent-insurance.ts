import type { Policy } from '../policy/policy.js'

const policy: Policy<'policy.patentLine'> = {
  id: 'chaozhou-patent-insurance',
  title: { zh: '潮州市专利保险补贴办法', en: 'Measures of subsidy for patent insurance, Chaozhou' },
  issuer: { zh: '潮州市', en: 'Chaozhou' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'policy.patentLine': {
      kind: 'yes-no',
      label: { zh: '是否为办法所列五个专利保险险种之一', en: 'one of the five patent lines of the measures' },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      items: {
        where: [
          { id: 'line', place: '潮州市专利保险补贴办法', fact: 'policy.patentLine', is: true },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以企业实际支付的保险费为准：由他人（如母公司）支付的不计',
              en: 'The subsidy goes by the premium the enterprise actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'policy.paidByEnterprise',
            is: true,
          },
        ],
      },
      terms: { formula: { place: '潮州市专利保险补贴办法', value: { share: '50%', of: { counted: 'premium' } } } },
      limits: [
        {
          id: 'annual',
          place: '潮州市专利保险补贴办法',
          label: { zh: '每个投保人每年限额', en: 'cap per policyholder and year' },
          cap: '1万元',
          per: 'applicant',
          period: 'year',
        },
      ],
      meaning: { place: '潮州市专利保险补贴办法', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
