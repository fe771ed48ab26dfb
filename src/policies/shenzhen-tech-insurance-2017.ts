import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.legalPersonEnterprise' | 'borrower.researchCost' | 'policy.inLinesOf2008'> = {
  id: 'shenzhen-tech-insurance-2017',
  title: {
    zh: '科技保险项目保费资助（2015—2017年）',
    en: 'Premium support for science-and-technology insurance projects, Shenzhen (2015-2017)',
  },
  issuer: { zh: '深圳市', en: 'Shenzhen' },
  evidence: 'official',
  status: 'built-in',
  effective: { from: '2015-01-01', until: '2017-09-01', decidedBy: { zh: '保险期间', en: 'time of cover' } },
  facts: {
    'borrower.legalPersonEnterprise': { kind: 'yes-no', label: { zh: '是否具有法人资格的企业', en: 'enterprise that is a legal person' } },
    'borrower.researchCost': { kind: 'amount', label: { zh: '上年度研发投入', en: 'R&D spending of the previous year' } },
    'policy.inLinesOf2008': {
      kind: 'yes-no',
      label: { zh: '是否为保监发〔2008〕190号所列险种', en: 'line of 保监发〔2008〕190号' },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [
        { id: 'legal-person', place: '科技保险项目保费资助', fact: 'borrower.legalPersonEnterprise', is: true },
        {
          id: 'research',
          place: '科技保险项目保费资助',
          label: { zh: '上年度研发投入占营业收入的比例不低于3%', en: 'R&D spending of at least 3% of the revenue of the previous year' },
          value: { ratio: [{ fact: 'borrower.researchCost' }, { fact: 'borrower.revenue' }] },
          atLeast: '3%',
        },
      ],
      items: {
        where: [
          {
            id: 'line',
            place: '科技保险项目保费资助',
            label: { zh: '保监发〔2006〕129号、〔2008〕190号所列险种', en: 'a line of 保监发〔2006〕129号 or 〔2008〕190号' },
            any: [
              {
                fact: 'policy.line',
                oneOf: ['rd-liability', 'key-rd-equipment', 'business-interruption', 'export-credit', 'staff-health', 'staff-accident'],
              },
              { fact: 'policy.inLinesOf2008', is: true },
            ],
          },
          { id: 'start', place: '科技保险项目保费资助', fact: 'policy.start', from: '2015-01-01' },
          { id: 'end', place: '科技保险项目保费资助', fact: 'policy.end', through: '2017-08-31' },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以企业实际支付的保险费为准：由他人（如母公司）支付的不计',
              en: 'The subsidy goes by the premium the enterprise actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'policy.paidByEnterprise',
            is: true,
          },
          {
            id: 'other-support',
            place: '科技保险项目保费资助',
            label: { zh: '未获其他财政资助（此前、此后均不得重复）', en: 'no other public money, before or after' },
            otherSupport: 'none',
            levels: ['central', 'provincial', 'city', 'district', 'county', 'zone', 'local', 'fiscal'],
          },
        ],
      },
      terms: { formula: { place: '科技保险项目保费资助', value: { share: '50%', of: { counted: 'premium' } } } },
      limits: [{ id: 'cap', place: '科技保险项目保费资助', cap: '50万元', per: 'applicant' }],
      meaning: { place: '科技保险项目保费资助', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      budget: { place: '科技保险项目保费资助', value: 'total-control' },
    },
  ],
  notes: [
    { zh: '依据深府〔2012〕125号、深科技创新〔2013〕287号', en: 'Based on 深府〔2012〕125号 and 深科技创新〔2013〕287号' },
    { zh: '保单到期后方予资助', en: 'Paid only after the policy has expired' },
    {
      zh: '所据文本未写明50万元限额的期间：按一次申报合计',
      en: 'The text at hand does not say over what time the cap of 500,000 holds: taken over one application',
    },
    {
      zh: '保监发〔2008〕190号的险种清单未见于所据文本：由申请人申明',
      en: 'The lines of 保监发〔2008〕190号 are not in the text at hand: the applicant states whether a policy is one of them',
    },
  ],
}

export default policy
