import type { Cases } from './cases.js'

export default {
  base: {
    loans: [
      {
        id: 'A',
        purpose: 'research',
        fromNamedLender: true,
        interestPaidOnSchedule: true,
        hasArrears: false,
        principal: '2000000',
        drawdownDate: '2020-01-01',
        maturityDate: '2021-01-01',
        interestPaid: '90000',
      },
    ],
  },
  parameters: { formula: 'share-of-interest-paid', rate: '50%', cap: '10万元' },
  cases: [
    { name: 'a share of the interest paid', expect: '45000.00', because: '90000 × 50%', payers: { city: '45000.00' } },
    {
      name: 'points on principal',
      parameters: { formula: 'points-on-principal', rate: '2%', proration: 'actual/360' },
      expect: '40666.67',
      because: '200万 × 2% × 366 / 360',
      worksheet: { appliedRate: '0.02' },
    },
    { name: 'the cap', with: { 'loans[0].interestPaid': '300000' }, expect: '100000.00', because: 'min(300000 × 50%, 10万)', capped: 'cap' },
    { name: 'transfer of results', with: { 'loans[0].purpose': 'transfer' }, expect: '45000.00', because: '90000 × 50%' },
    { name: 'industrialization', with: { 'loans[0].purpose': 'industrialization' }, expect: '45000.00', because: '90000 × 50%' },
    { name: 'another purpose', with: { 'loans[0].purpose': 'other' }, refused: 'purpose' },
    { name: 'another lender', with: { 'loans[0].fromNamedLender': false }, refused: 'lender' },
    { name: 'interest not paid on schedule', with: { 'loans[0].interestPaidOnSchedule': false }, refused: 'interest-paid' },
    { name: 'arrears', with: { 'loans[0].hasArrears': true }, refused: 'arrears' },
    { name: 'purpose not stated', without: ['loans[0].purpose'], incomplete: ['loans[0].purpose'] },
    { name: 'lender not stated', without: ['loans[0].fromNamedLender'], incomplete: ['loans[0].fromNamedLender'] },
    { name: 'payment of interest not stated', without: ['loans[0].interestPaidOnSchedule'], incomplete: ['loans[0].interestPaidOnSchedule'] },
    { name: 'arrears not stated', without: ['loans[0].hasArrears'], incomplete: ['loans[0].hasArrears'] },
  ],
} satisfies Cases
