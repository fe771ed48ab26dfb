import type { Cases } from './cases.js'

export default {
  base: {
    borrower: { revenue: '20000000' },
    loans: [{ id: 'A', inRenminbi: true, principal: '5000000', drawdownDate: '2020-03-02', termMonths: 12, interestPaid: '300000', settled: true }],
  },
  cases: [
    { name: 'half of the interest paid', expect: '150000.00', because: '300000 × 50%', worksheet: { countedInterest: '300000' } },
    {
      name: 'revenue of exactly 30 million is incubation class: the cap',
      with: { 'borrower.revenue': '30000000', 'loans[0].principal': '10000000', 'loans[0].interestPaid': '1200000' },
      expect: '500000.00',
      because: 'min(1200000 × 50%, 50万)',
      capped: 'cap',
    },
    {
      name: 'one fen more is growth class',
      with: { 'borrower.revenue': '30000000.01', 'loans[0].principal': '10000000', 'loans[0].interestPaid': '1200000' },
      expect: '600000.00',
      because: '1200000 × 50%',
    },
    {
      name: 'the cap of the growth class',
      with: { 'borrower.revenue': '100000000', 'loans[0].principal': '20000000', 'loans[0].interestPaid': '2200000' },
      expect: '1000000.00',
      because: 'min(2200000 × 50%, 100万)',
      capped: 'cap',
    },
    {
      name: 'principal above the ceiling of the incubation class, at its upper end of revenue',
      with: { 'borrower.revenue': '30000000', 'loans[0].principal': '16000000', 'loans[0].interestPaid': '960000' },
      expect: '300000.00',
      because: '960000 × 1000万 / 1600万 × 50%',
      worksheet: { principalLimit: '10000000', countedPrincipal: '10000000' },
    },
    {
      name: 'principal above the ceiling of the growth class',
      with: { 'borrower.revenue': '30000000.01', 'loans[0].principal': '25000000', 'loans[0].interestPaid': '1250000' },
      expect: '500000.00',
      because: '1250000 × 2000万 / 2500万 × 50%',
      worksheet: { principalLimit: '20000000', countedPrincipal: '20000000' },
    },
    {
      name: 'two loans share the ceiling by day of drawdown',
      with: {
        'loans[1]': {
          id: 'B',
          inRenminbi: true,
          principal: '11000000',
          drawdownDate: '2020-04-01',
          termMonths: 6,
          interestPaid: '220000',
          settled: true,
        },
      },
      expect: '200000.00',
      because: '(300000 + 220000 × (1000万 - 500万) / 1100万) × 50%',
      items: { A: { countedPrincipal: '5000000' }, B: { countedPrincipal: '5000000' } },
    },
    {
      name: 'two loans share the ceiling: the earlier one uses all of it',
      with: {
        'loans[1]': {
          id: 'B',
          inRenminbi: true,
          principal: '11000000',
          drawdownDate: '2020-01-06',
          termMonths: 6,
          interestPaid: '220000',
          settled: true,
        },
      },
      expect: '100000.00',
      because: '220000 × 1000万 / 1100万 × 50%',
      items: { A: { countedPrincipal: '0', amount: '0' } },
    },
    {
      name: 'a loan in another currency is left out',
      with: { 'loans[1]': { id: 'B', inRenminbi: false, principal: '11000000', termMonths: 6, interestPaid: '220000', settled: true } },
      expect: '150000.00',
      because: '300000 × 50%',
      leftOut: 'currency',
    },
    {
      name: 'revenue of exactly 200 million',
      with: { 'borrower.revenue': '200000000' },
      expect: '150000.00',
      because: '300000 × 50%',
    },
    { name: 'revenue one fen above 200 million', with: { 'borrower.revenue': '200000000.01' }, refused: 'revenue' },
    { name: 'only a loan in another currency', with: { 'loans[0].inRenminbi': false }, refused: 'currency' },
    { name: 'a loan of thirteen months', with: { 'loans[0].termMonths': 13 }, refused: 'term' },
    { name: 'a loan that is not settled', with: { 'loans[0].settled': false }, refused: 'settled' },
    { name: 'revenue not stated', without: ['borrower.revenue'], incomplete: ['borrower.revenue'] },
    { name: 'currency not stated', without: ['loans[0].inRenminbi'], incomplete: ['loans[0].inRenminbi'] },
    { name: 'interest not stated', without: ['loans[0].interestPaid'], incomplete: ['loans[0].interestPaid'] },
  ],
} satisfies Cases
