import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'borrower.technologySme'
  | 'borrower.staff'
  | 'borrower.newInvestment'
  | 'borrower.projectMonths'
  | 'borrower.projectEndDate'
  | 'borrower.projectClass'
> = {
  id: 'cn-innofund-interest-2005',
  title: { zh: '科技型中小企业技术创新基金贷款贴息', en: 'Innofund: interest subsidy for technology SMEs' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'borrower.technologySme': { kind: 'yes-no', label: { zh: '是否科技型中小企业', en: 'technology SME' } },
    'borrower.staff': { kind: 'count', label: { zh: '职工人数', en: 'number of staff' } },
    'borrower.newInvestment': { kind: 'amount', label: { zh: '项目新增投资', en: 'new investment of the project' } },
    'borrower.projectMonths': { kind: 'months', label: { zh: '项目执行期（月）', en: 'length of the project in months' } },
    'borrower.projectEndDate': { kind: 'date', label: { zh: '项目结束日', en: 'last day of the project' } },
    'borrower.projectClass': {
      kind: 'class',
      label: { zh: '项目类别', en: 'class of project' },
      oneOf: { general: { zh: '一般项目', en: 'general' }, major: { zh: '个别重大项目', en: 'exceptional major project' } },
    },
  },
  parameters: {
    share: { kind: 'rate', label: { zh: '贴息占实际利息的比例', en: 'share of the actual interest' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'technology-sme', place: '2005年项目指南', fact: 'borrower.technologySme', is: true },
        { id: 'staff', place: '2005年项目指南', fact: 'borrower.staff', atMost: '500' },
        { id: 'investment', place: '2005年项目指南', fact: 'borrower.newInvestment', below: '3000万元' },
        { id: 'project-length', place: '2005年项目指南', fact: 'borrower.projectMonths', atLeast: '1年', atMost: '3年' },
      ],
      terms: {
        formula: {
          place: '2005年项目指南',
          value: {
            share: { parameter: 'share' },
            of: { name: 'countedInterest', label: { zh: '实际利息', en: 'actual interest' }, fact: 'loan.interestPaid' },
          },
        },
        windows: [{ place: '2005年项目指南', value: { from: '2004-04-01', through: { fact: 'borrower.projectEndDate' } } }],
        interest: {
          value: { kinds: ['normal'], by: 'period' },
          reading: {
            zh: '按付息凭证所属期间计算；指南未写明罚息、复利是否计入：仅计正常利息',
            en: 'By the period of the bank slips; the guide does not say whether penalty and compound interest count: ordinary interest only',
          },
        },
      },
      limits: [
        {
          id: 'lifetime',
          place: '2005年项目指南',
          label: {
            zh: '贴息总额一般不超过100万元，个别重大项目不超过200万元',
            en: 'in total 1 million yuan, 2 million for an exceptional major project',
          },
          cap: {
            choose: 'first',
            cases: [
              {
                when: { fact: 'borrower.projectClass', is: 'major' },
                value: '200万元',
                label: { zh: '个别重大项目', en: 'major project' },
              },
            ],
            otherwise: '100万元',
          },
          per: 'applicant',
          period: 'lifetime',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '指南对新增投资和贴息总额均写“一般”；此处按条件和上限处理',
      en: 'The guide says "generally" of new investment and of the total; here they are a condition and a cap',
    },
  ],
}

export default policy
