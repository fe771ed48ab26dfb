import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.inRenminbi'> = {
  id: 'shenzhen-guangming-2021',
  title: { zh: '深圳市光明区贷款贴息（2021年）', en: 'Loan interest subsidy of Guangming district, Shenzhen (2021)' },
  issuer: { zh: '深圳市光明区', en: 'Guangming district, Shenzhen' },
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'loan.inRenminbi': { kind: 'yes-no', label: { zh: '是否人民币贷款', en: 'loan in renminbi' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        {
          id: 'revenue',
          place: '2021年规定',
          label: { zh: '孵化类或成长类企业（营业收入2亿元以内）', en: 'incubation or growth class (revenue up to 200 million yuan)' },
          fact: 'borrower.revenue',
          atMost: '2亿元',
        },
      ],
      items: {
        where: [
          { id: 'currency', place: '2021年规定', fact: 'loan.inRenminbi', is: true },
          { id: 'term', place: '2021年规定', fact: 'loan.termMonths', atMost: '1年' },
          { id: 'settled', place: '2021年规定', fact: 'loan.settled', is: true },
        ],
      },
      terms: {
        formula: {
          place: '2021年规定',
          value: {
            share: '50%',
            of: {
              name: 'countedInterest',
              label: { zh: '计入的利息', en: 'counted interest' },
              share: {
                ratio: [{ counted: 'principal' }, { fact: 'loan.principal' }],
                reading: {
                  zh: '贷款本金超过上限的，实付利息按计入本金占贷款本金的比例计入',
                  en: 'Where a loan exceeds the ceiling of principal, interest paid counts for the part of the principal that counts',
                },
              },
              of: { fact: 'loan.interestPaid' },
            },
          },
        },
        principalLimits: [
          {
            place: '2021年规定',
            value: {
              name: 'principalLimit',
              label: { zh: '本类企业贷款本金上限', en: 'ceiling of principal of the class' },
              by: { fact: 'borrower.revenue' },
              brackets: [
                { atMost: '3000万元', value: '1000万元', label: { zh: '孵化类', en: 'incubation' } },
                { above: '3000万元', value: '2000万元', label: { zh: '成长类', en: 'growth' } },
              ],
            },
            per: 'applicant',
            order: {
              value: 'drawdown-date',
              reading: {
                zh: '规定未写明上限按笔还是按企业、多笔按何顺序占用：按企业，按放款先后',
                en: 'The rules do not say whether the ceiling is one per loan nor in which order loans use it: one per enterprise, by day of drawdown',
              },
            },
          },
        ],
      },
      limits: [
        {
          id: 'cap',
          place: '2021年规定',
          cap: {
            by: { fact: 'borrower.revenue' },
            brackets: [
              { atMost: '3000万元', value: '50万元', label: { zh: '孵化类', en: 'incubation' } },
              { above: '3000万元', value: '100万元', label: { zh: '成长类', en: 'growth' } },
            ],
          },
          per: 'applicant',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
