import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'wuhan-tech-insurance-premium-2012',
  title: { zh: '武汉市科技保险费补贴资金使用管理办法（2012年）', en: 'Wuhan measures of tech-insurance premium subsidy (2012)' },
  issuer: { zh: '武汉市', en: 'Wuhan' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  parameters: {
    lines: {
      kind: 'classes',
      label: { zh: '补贴险种', en: 'eligible lines' },
    },
    rdLiabilityRate: {
      kind: 'rate',
      label: { zh: '产品研发责任保险补贴比例', en: 'rate of product R&D liability insurance' },
      neededWhen: { parameter: 'lines', is: 'rd-liability' },
    },
    keyRdEquipmentRate: {
      kind: 'rate',
      label: { zh: '关键研发设备保险补贴比例', en: 'rate of key R&D equipment insurance' },
      neededWhen: { parameter: 'lines', is: 'key-rd-equipment' },
    },
    businessInterruptionRate: {
      kind: 'rate',
      label: { zh: '营业中断保险补贴比例', en: 'rate of business interruption insurance' },
      neededWhen: { parameter: 'lines', is: 'business-interruption' },
    },
    exportCreditRate: {
      kind: 'rate',
      label: { zh: '出口信用保险补贴比例', en: 'rate of export credit insurance' },
      neededWhen: { parameter: 'lines', is: 'export-credit' },
    },
    staffHealthRate: {
      kind: 'rate',
      label: { zh: '高管人员和关键研发人员团体健康保险补贴比例', en: 'rate of group health insurance of executives and key R&D staff' },
      neededWhen: { parameter: 'lines', is: 'staff-health' },
    },
    staffAccidentRate: {
      kind: 'rate',
      label: { zh: '高管人员和关键研发人员团体意外保险补贴比例', en: 'rate of group accident insurance of executives and key R&D staff' },
      neededWhen: { parameter: 'lines', is: 'staff-accident' },
    },
    otherLinesRate: {
      kind: 'rate',
      label: { zh: '其他险种补贴比例', en: 'rate of every other line' },
      neededWhen: {
        parameter: 'lines',
        is: [
          'product-liability',
          'product-quality',
          'small-loan-guarantee',
          'loan-performance-guarantee',
          'patent-pledge-loan-guarantee',
          'directors-and-officers',
          'project-investment-loss',
          'first-set-equipment',
          'first-batch-materials',
          'clinical-trial-liability',
        ],
      },
    },
    lineCap: { kind: 'amount', label: { zh: '每一险种补贴上限', en: 'cap of a line' } },
    cap: { kind: 'amount', label: { zh: '企业补贴上限', en: 'cap of an enterprise' } },
    capPeriod: {
      kind: 'class',
      label: { zh: '企业补贴上限的期间：本次、每年或累计', en: 'period of the cap of the enterprise: this application, a year or ever' },
      oneOf: ['application', 'year', 'lifetime'],
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      items: {
        where: [
          {
            id: 'line',
            place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
            fact: 'policy.line',
            oneOf: { parameter: 'lines' },
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
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          value: {
            share: {
              name: 'appliedRate',
              label: { zh: '适用补贴比例', en: 'applied rate of subsidy' },
              choose: 'first',
              cases: [
                { when: { fact: 'policy.line', is: 'rd-liability' }, value: { parameter: 'rdLiabilityRate' } },
                { when: { fact: 'policy.line', is: 'key-rd-equipment' }, value: { parameter: 'keyRdEquipmentRate' } },
                { when: { fact: 'policy.line', is: 'business-interruption' }, value: { parameter: 'businessInterruptionRate' } },
                { when: { fact: 'policy.line', is: 'export-credit' }, value: { parameter: 'exportCreditRate' } },
                { when: { fact: 'policy.line', is: 'staff-health' }, value: { parameter: 'staffHealthRate' } },
                { when: { fact: 'policy.line', is: 'staff-accident' }, value: { parameter: 'staffAccidentRate' } },
              ],
              otherwise: { parameter: 'otherLinesRate' },
            },
            of: { counted: 'premium' },
          },
        },
      },
      limits: [
        {
          id: 'per-line',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          label: { zh: '每一险种补贴上限', en: 'cap of a line' },
          cap: { parameter: 'lineCap' },
          per: { by: 'policy.line' },
        },
        {
          id: 'cap',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          label: { zh: '企业补贴上限（本次）', en: 'cap of the enterprise, this application' },
          when: { parameter: 'capPeriod', is: 'application' },
          cap: { parameter: 'cap' },
          per: 'applicant',
        },
        {
          id: 'annual',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          label: { zh: '企业补贴上限（每年）', en: 'cap of the enterprise a year' },
          when: { parameter: 'capPeriod', is: 'year' },
          cap: { parameter: 'cap' },
          per: 'applicant',
          period: 'year',
        },
        {
          id: 'lifetime',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          label: { zh: '企业补贴上限（累计）', en: 'cap of the enterprise in total' },
          when: { parameter: 'capPeriod', is: 'lifetime' },
          cap: { parameter: 'cap' },
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
      zh: '2012年办法的险种、比例和上限未见于公开资料，均由使用者按文件提供；保监发〔2006〕129号的六个险种各有比例，其他险种合用一个比例',
      en: 'Lines, rates and caps of the 2012 measures are not visible in public sources: the caller supplies them; the six lines of 保监发〔2006〕129号 have a rate each, all others one',
    },
  ],
}

export default policy
