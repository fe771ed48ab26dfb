import type { Cases } from './cases.js'

export default {
  base: { loans: [{ id: 'A', kind: 'credit', termMonths: 36, nplPrincipal: '1000000', overduePrincipal: '900000' }] },
  parameters: { share: '60%', provinceShare: '50%' },
  cases: [
    {
      name: 'a credit loan: the principal of the non-performing loan',
      expect: '600000.00',
      because: '1000000 × 60%',
      shares: { province: '300000.00', localGovernment: '300000.00', lender: '400000.00' },
    },
    { name: 'a guaranteed loan: the overdue principal', with: { 'loans[0].kind': 'guaranteed' }, expect: '540000.00', because: '900000 × 60%' },
    {
      name: 'the province bears a third of it',
      parameters: { provinceShare: '1/3' },
      expect: '600000.00',
      because: '1000000 × 60%',
      shares: { province: '200000.00', localGovernment: '400000.00', lender: '400000.00' },
    },
    { name: 'another loan', with: { 'loans[0].kind': 'other' }, refused: 'kind' },
    { name: 'more than three years', with: { 'loans[0].termMonths': 37 }, refused: 'term' },
    { name: 'kind not stated', without: ['loans[0].kind'], incomplete: ['loans[0].kind'] },
  ],
} satisfies Cases
