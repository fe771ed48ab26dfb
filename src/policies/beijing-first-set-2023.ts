import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.makesListedFirstSet' | 'policy.inListedLines'> = {
  id: 'beijing-first-set-2023',
  title: { zh: '首台（套）保险费补贴（2023年）', en: 'Premium subsidy for first-set equipment, Beijing (2023)' },
  issuer: { zh: '北京市（中关村）', en: 'Beijing (Zhongguancun)' },
  evidence: 'secondary',
  status: 'built-in',
  effective: { decidedBy: { zh: '申报年度', en: 'year of the call' } },
  facts: {
    'borrower.makesListedFirstSet': {
      kind: 'yes-no',
      label: { zh: '是否为列入北京市目录的首台（套）产品的制造企业', en: 'maker of a first set listed by Beijing' },
    },
    'policy.inListedLines': {
      kind: 'yes-no',
      label: { zh: '是否为通知所列八个险种之一', en: 'one of the eight lines of the call' },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [{ id: 'maker', place: '2023年申报通知', fact: 'borrower.makesListedFirstSet', is: true }],
      items: {
        where: [
          { id: 'line', place: '2023年申报通知', fact: 'policy.inListedLines', is: true },
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
      terms: { formula: { place: '2023年申报通知', value: { share: '80%', of: { counted: 'premium' } } } },
      limits: [{ id: 'annual', place: '2023年申报通知', cap: '100万元', per: 'applicant', period: 'year' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    { zh: '依据京科发〔2022〕5号', en: 'Based on 京科发〔2022〕5号' },
    { zh: '首次投保和续保同等对待', en: 'First-time cover and renewal are treated alike' },
  ],
}

export default policy
