import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.techSme' | 'loan.forLibraryResults' | 'region.ownCompensationFund'> = {
  id: 'cn-result-transfer-loan-compensation-2015',
  title: {
    zh: '国家科技成果转化引导基金贷款风险补偿管理暂行办法',
    en: 'Interim measures of loan risk compensation of the national result-transfer fund',
  },
  number: '国科发资〔2015〕417号',
  issued: '2015-12-04',
  evidence: 'official',
  status: 'template',
  effective: { from: '2016-01-01' },
  facts: {
    'borrower.techSme': { kind: 'yes-no', label: { zh: '是否为科技型中小企业', en: 'technology SME' } },
    'loan.forLibraryResults': {
      kind: 'yes-no',
      label: { zh: '贷款是否用于转化国家科技成果转化项目库中的成果', en: 'the loan transforms results of the national project library' },
    },
    'region.ownCompensationFund': {
      kind: 'yes-no',
      label: { zh: '所在地方是否已设立贷款风险补偿资金', en: 'the province or city runs a compensation fund of its own' },
    },
  },
  parameters: {
    share: { kind: 'rate', label: { zh: '按贷款额补偿的比例', en: 'percentage of loans granted' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        { id: 'tech-sme', article: '第三条', fact: 'borrower.techSme', is: true },
        { id: 'revenue', article: '第三条', fact: 'borrower.revenue', atMost: '3亿元' },
        { id: 'own-fund', article: '第四条', fact: 'region.ownCompensationFund', is: true },
      ],
      items: {
        where: [
          { id: 'term', article: '第三条', fact: 'loan.termMonths', atLeast: '1年' },
          { id: 'purpose', article: '第三条', fact: 'loan.forLibraryResults', is: true },
        ],
      },
      terms: {
        formula: {
          place: '国科发资〔2015〕417号',
          evidence: 'secondary',
          value: { share: { parameter: 'share' }, of: { fact: 'loan.principal' } },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', place: '国科发资〔2015〕417号' },
    },
  ],
  notes: [
    {
      zh: '补偿按贷款额的一定比例，不按损失；比例由使用者按文件提供',
      en: 'Compensation is a percentage of loans granted, not of losses; the caller supplies it from the document',
    },
    { zh: '与合作银行的协议期限一般为3年（第七条）', en: 'The agreement with a bank is generally of three years (article 7)' },
  ],
}

export default policy
