import type { Cases } from './cases.js'

export default {
  base: {
    loans: [
      {
        id: 'A',
        registered: true,
        principal: '10000000',
        drawdownDate: '2024-03-01',
        termMonths: 12,
        annualRate: '0.04',
        interestPaid: '400000',
      },
    ],
  },
  cases: [
    { name: 'half of the interest', expect: '200000.00', because: '400000 × 50%', worksheet: { referenceRate: '0.0345', ceilingRate: '0.04485' } },
    {
      name: 'a rate exactly at 1.3 times the LPR',
      with: { 'loans[0].annualRate': '0.04485', 'loans[0].interestPaid': '448500' },
      expect: '224250.00',
      because: '448500 × 50%',
    },
    { name: 'a rate a hundredth of a point above it is refused, not cut', with: { 'loans[0].annualRate': '0.04495' }, refused: 'rate' },
    { name: 'a loan of eleven months', with: { 'loans[0].termMonths': 11 }, refused: 'term' },
    {
      name: 'a loan of two years needs the tenor it is priced on',
      with: { 'loans[0].termMonths': 24 },
      incomplete: ['loans[0].lprTenor'],
    },
    {
      name: 'a loan of two years priced on the LPR of five years and above',
      with: { 'loans[0].termMonths': 24, 'loans[0].lprTenor': '5y-plus', 'loans[0].annualRate': '0.05135', 'loans[0].interestPaid': '500000' },
      expect: '250000.00',
      because: '500000 × 50%',
      worksheet: { ceilingRate: '0.05135' },
    },
    {
      name: 'a loan of exactly 20 million',
      with: { 'loans[0].principal': '20000000', 'loans[0].interestPaid': '800000' },
      expect: '400000.00',
      because: '800000 × 50%',
    },
    { name: 'a loan one fen above 20 million', with: { 'loans[0].principal': '20000000.01' }, refused: 'amount' },
    {
      name: '20 million read as a ceiling of principal',
      parameters: { amountLimit: 'principal-cap' },
      with: { 'loans[0].principal': '25000000', 'loans[0].interestPaid': '1000000' },
      expect: '400000.00',
      because: '1000000 × 2000万 / 2500万 × 50%',
    },
    {
      name: 'the cap',
      with: { 'loans[0].interestPaid': '1000000.02' },
      expect: '500000.00',
      because: 'min(1000000.02 × 50%, 50万)',
      capped: 'cap',
    },
    { name: 'not registered', with: { 'loans[0].registered': false }, refused: 'registered' },
    { name: 'registration not stated', without: ['loans[0].registered'], incomplete: ['loans[0].registered'] },
    { name: 'rate not stated', without: ['loans[0].annualRate'], incomplete: ['loans[0].annualRate'] },
  ],
} satisfies Cases
