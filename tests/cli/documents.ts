import type { Policy } from '../../src/policy/policy.js'

/** A small document for the command: half the interest paid, for first-time borrowers among technology firms, at most 500,000 yuan. */
export const halfInterest = {
  id: 'half-interest',
  title: { zh: '利息减半 <试行>', en: 'Half the interest <trial>' },
  number: '试〔2026〕1号',
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.kind': {
      kind: 'class',
      label: { zh: '企业类型', en: 'kind of firm' },
      oneOf: { technology: { zh: '科技企业', en: 'technology firm' }, other: { zh: '其他', en: 'other' } },
    },
    'borrower.employees': { kind: 'count', label: { zh: '职工人数', en: 'employees' } },
    'loan.registered': { kind: 'yes-no', label: { zh: '贷款是否已备案', en: 'loan is registered' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'kind', article: '第三条', fact: 'borrower.kind', oneOf: ['technology'] },
        { id: 'first-time', article: '第四条', fact: 'borrower.firstTimeBorrower', is: true },
        { id: 'size', article: '第五条', fact: 'borrower.employees', atMost: '300' },
      ],
      items: { where: [{ id: 'registered', article: '第六条', fact: 'loan.registered', is: true }] },
      terms: {
        formula: {
          article: '第七条',
          value: {
            share: '50%',
            of: { name: 'countedInterest', label: { zh: '实付利息', en: 'interest paid' }, fact: 'loan.interestPaid' },
          },
        },
      },
      limits: [{ id: 'cap', article: '第八条', cap: '50万元', per: 'applicant' }],
      rounding: { value: { to: 'fen', mode: 'half-up' }, article: '第九条' },
    },
  ],
} as const satisfies Policy<'borrower.kind' | 'borrower.employees' | 'loan.registered'>

/** The same as a template: the cap is for the caller to give. */
export const halfInterestTemplate = {
  ...halfInterest,
  id: 'half-interest-template',
  status: 'template',
  parameters: { cap: { kind: 'amount', label: { zh: '最高限额', en: 'cap' } } },
  parts: [{ ...halfInterest.parts[0], limits: [{ id: 'cap', article: '第八条', cap: { parameter: 'cap' }, per: 'applicant' }] }],
} as const satisfies Policy<'borrower.kind' | 'borrower.employees' | 'loan.registered'>

/** An application under it that is granted 12345.68 yuan: 24691.36 × 50%. */
export const application = {
  borrower: { kind: 'technology', firstTimeBorrower: true, employees: 30 },
  loans: [{ id: 'A', registered: true, interestPaid: '24691.36' }],
}
