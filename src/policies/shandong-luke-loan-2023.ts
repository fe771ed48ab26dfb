import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.registered'> = {
  id: 'shandong-luke-loan-2023',
  title: { zh: '山东省“鲁科贷”贷款贴息（2023年）', en: 'Interest subsidy for Luke loans (鲁科贷), Shandong (2023)' },
  issuer: { zh: '山东省', en: 'Shandong province' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'loan.registered': { kind: 'yes-no', label: { zh: '贷款是否已备案', en: 'loan is registered' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'once-only', place: '2023年政策', fact: 'borrower.receivedBefore', is: false }],
      items: {
        where: [
          { id: 'registered', place: '2023年政策', fact: 'loan.registered', is: true },
          { id: 'settled', place: '2023年政策', fact: 'loan.settled', is: true },
        ],
      },
      terms: {
        formula: {
          place: '2023年政策',
          value: {
            share: '40%',
            of: { name: 'countedInterest', label: { zh: '实付利息', en: 'interest paid' }, fact: 'loan.interestPaid' },
          },
        },
      },
      limits: [{ id: 'cap', place: '2023年政策', cap: '50万元', per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
