import type { Cases } from './cases.js'

export default {
  base: {
    borrower: { receivedBefore: false },
    loans: [{ id: 'A', registered: true, interestPaid: '300000', settled: true }],
  },
  cases: [
    { name: '40% of the interest paid', expect: '120000.00', because: '300000 × 40%', worksheet: { countedInterest: '300000' } },
    {
      name: 'interest from bank slips: ordinary interest only',
      with: {
        'loans[0]': {
          id: 'A',
          registered: true,
          settled: true,
          slips: [
            { from: '2023-01-01', until: '2023-07-01', amount: '100000.01', kind: 'normal' },
            { from: '2023-07-01', until: '2023-07-11', amount: '5000', kind: 'overdue' },
          ],
        },
      },
      expect: '40000.00',
      because: '100000.01 × 40%',
    },
    {
      name: 'interest at which the cap is just reached',
      with: { 'loans[0].interestPaid': '1250000' },
      expect: '500000.00',
      because: '1250000 × 40%',
    },
    {
      name: 'interest beyond it',
      with: { 'loans[0].interestPaid': '1250000.03' },
      expect: '500000.00',
      because: 'min(1250000.03 × 40%, 50万)',
      capped: 'cap',
    },
    {
      name: 'two loans share the cap',
      with: { 'loans[1]': { id: 'B', registered: true, interestPaid: '1000000', settled: true } },
      expect: '500000.00',
      because: 'min((300000 + 1000000) × 40%, 50万)',
      capped: 'cap',
    },
    {
      name: 'a loan that is not settled is left out',
      with: { 'loans[1]': { id: 'B', registered: true, interestPaid: '1000000', settled: false } },
      expect: '120000.00',
      because: '300000 × 40%',
      leftOut: 'settled',
    },
    { name: 'received before', with: { 'borrower.receivedBefore': true }, refused: 'once-only' },
    { name: 'not registered', with: { 'loans[0].registered': false }, refused: 'registered' },
    { name: 'not settled', with: { 'loans[0].settled': false }, refused: 'settled' },
    { name: 'history not stated', without: ['borrower.receivedBefore'], incomplete: ['borrower.receivedBefore'] },
    { name: 'registration not stated', without: ['loans[0].registered'], incomplete: ['loans[0].registered'] },
    { name: 'interest not stated', without: ['loans[0].interestPaid'], incomplete: ['loans[0].interestPaid'] },
  ],
} satisfies Cases
