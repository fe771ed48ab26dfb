import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.listedTitle' | 'policy.line' | 'policy.filed' | 'policy.inSecondGroup'> = {
  id: 'suzhou-tech-insurance-2019',
  title: {
    zh: '苏州市市级科技保险费补贴项目实施细则',
    en: 'Implementing rules of the municipal tech-insurance premium subsidy, Suzhou',
  },
  issuer: { zh: '苏州市', en: 'Suzhou' },
  issued: '2019-09-16',
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'borrower.listedTitle': {
      kind: 'yes-no',
      label: { zh: '是否具备第四条所列六类资格之一', en: 'holds one of the six titles of article 4' },
    },
    'policy.line': {
      kind: 'class',
      label: { zh: '险种', en: 'line of insurance' },
      oneOf: { other: { zh: '其他险种', en: 'another line' } },
    },
    'policy.filed': { kind: 'yes-no', label: { zh: '险种是否已在市级平台备案', en: 'line filed on the city platform' } },
    'policy.inSecondGroup': {
      kind: 'yes-no',
      label: { zh: '是否为第五条第（二）项所列的其他险种', en: 'another line of article 5(2)' },
    },
  },
  parameters: {
    secondGroupRate: {
      kind: 'rate',
      label: { zh: '第五条第（二）项的补贴比例', en: 'rate of article 5(2)' },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [{ id: 'title', article: '第四条', fact: 'borrower.listedTitle', is: true }],
      items: {
        where: [
          { id: 'filed', article: '第二条', fact: 'policy.filed', is: true },
          {
            id: 'line',
            article: '第五条',
            label: { zh: '第五条所列险种', en: 'a line of article 5' },
            any: [
              {
                fact: 'policy.line',
                oneOf: [
                  'product-liability',
                  'product-quality',
                  'small-loan-guarantee',
                  'rd-liability',
                  'key-rd-equipment',
                  'staff-health',
                  'staff-accident',
                  'directors-and-officers',
                ],
              },
              { fact: 'policy.inSecondGroup', is: true },
            ],
          },
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
      terms: {
        formula: {
          article: '第五条',
          value: {
            share: {
              name: 'appliedRate',
              label: { zh: '补贴比例', en: 'rate of subsidy' },
              choose: 'first',
              cases: [
                {
                  article: '第五条第（一）项',
                  when: {
                    fact: 'policy.line',
                    oneOf: ['product-liability', 'product-quality', 'small-loan-guarantee', 'rd-liability', 'key-rd-equipment'],
                  },
                  value: '50%',
                },
              ],
              otherwise: { parameter: 'secondGroupRate', article: '第五条第（二）项' },
            },
            of: { counted: 'premium' },
          },
        },
      },
      limits: [{ id: 'annual', article: '第五条', cap: '30万元', per: 'applicant', period: 'year' }],
      meaning: { article: '第五条', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      budget: { article: '第三条', value: 'total-control' },
      flags: [
        {
          id: 'first-time',
          article: '第五条',
          label: { zh: '首次申请，优先支持', en: 'first-time applicant, favored' },
          when: { fact: 'borrower.receivedBefore', is: false },
        },
      ],
    },
  ],
  notes: [
    { zh: '依据苏府〔2018〕96号', en: 'Based on 苏府〔2018〕96号' },
    { zh: '第三条：事后补贴', en: 'Article 3: paid afterwards' },
    {
      zh: '第五条第（二）项的比例未见于所据文本，由使用者按文件提供',
      en: 'The rate of article 5(2) is not in the text at hand and is supplied by the caller',
    },
  ],
}

export default policy
