import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.purpose' | 'loan.fromNamedLender' | 'loan.interestPaidOnSchedule' | 'loan.hasArrears'> = {
  id: 'shiyan-tech-loan-trial',
  title: { zh: '科技贷款贴息管理办法（试行）', en: 'Measures of interest subsidy for science-and-technology loans (trial), Shiyan' },
  issuer: { zh: '十堰市', en: 'Shiyan' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'loan.purpose': {
      kind: 'class',
      label: { zh: '贷款用途', en: 'purpose of the loan' },
      oneOf: {
        research: { zh: '科技项目研发', en: 'research and development' },
        transfer: { zh: '科技成果转化', en: 'transfer of results' },
        industrialization: { zh: '科技成果产业化', en: 'industrialization' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'loan.fromNamedLender': {
      kind: 'yes-no',
      label: { zh: '是否由办法指定的贷款机构发放', en: 'loan of the lender named in the measures' },
    },
    'loan.interestPaidOnSchedule': { kind: 'yes-no', label: { zh: '是否已按期支付利息', en: 'interest paid on schedule' } },
    'loan.hasArrears': { kind: 'yes-no', label: { zh: '是否有欠息或逾期本金', en: 'unpaid interest or overdue principal' } },
  },
  parameters: {
    formula: {
      kind: 'class',
      label: { zh: '贴息计算方式', en: 'type of formula' },
      oneOf: ['share-of-interest-paid', 'points-on-principal'],
    },
    rate: { kind: 'rate', label: { zh: '贴息比例（按本金贴息时为年贴息率）', en: 'share of interest, or points a year on principal' } },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'day count' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      neededWhen: { parameter: 'formula', is: 'points-on-principal' },
    },
    cap: { kind: 'amount', label: { zh: '企业贴息上限', en: 'cap per enterprise' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      items: {
        where: [
          { id: 'purpose', article: '第二条', fact: 'loan.purpose', oneOf: ['research', 'transfer', 'industrialization'] },
          { id: 'lender', article: '第四条', fact: 'loan.fromNamedLender', is: true },
          { id: 'interest-paid', article: '第六条', fact: 'loan.interestPaidOnSchedule', is: true },
          { id: 'arrears', article: '第六条', fact: 'loan.hasArrears', is: false },
        ],
      },
      terms: {
        formula: {
          place: '科技贷款贴息管理办法（试行）',
          value: {
            choose: 'first',
            cases: [
              {
                when: { parameter: 'formula', is: 'share-of-interest-paid' },
                value: {
                  share: { parameter: 'rate' },
                  of: { name: 'countedInterest', label: { zh: '实付利息', en: 'interest paid' }, fact: 'loan.interestPaid' },
                },
              },
            ],
            otherwise: { interestAt: { name: 'appliedRate', label: { zh: '年贴息率', en: 'rate of subsidy' }, parameter: 'rate' } },
          },
        },
        proration: { value: { parameter: 'proration' }, place: '科技贷款贴息管理办法（试行）' },
      },
      limits: [{ id: 'cap', place: '科技贷款贴息管理办法（试行）', cap: { parameter: 'cap' }, per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: { value: { city: '100%' }, article: '第四条' },
    },
  ],
}

export default policy
