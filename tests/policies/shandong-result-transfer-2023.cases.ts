import type { Cases } from './cases.js'

export default {
  base: {
    borrower: { registeredBalanceThisYear: '8000000' },
    loans: [
      {
        id: 'A',
        termMonths: 36,
        annualRate: '0.045',
        drawdownDate: '2023-10-08',
        registrationCancelled: false,
        nplPrincipal: '3000000',
        registeredAmount: '2000000',
      },
    ],
  },
  parameters: { bankShare: '30%', provinceShareOfRest: '60%' },
  cases: [
    {
      name: 'up to the registered amount; the bank has 30%, province and city the rest 6 to 4',
      expect: '1400000.00',
      because: 'min(3000000, 2000000) × 70%',
      worksheet: { countedLoss: '2000000' },
      shares: { bank: '600000.00', province: '840000.00', city: '560000.00' },
    },
    { name: 'all of it registered', with: { 'loans[0].registeredAmount': '5000000' }, expect: '2100000.00', because: '3000000 × 70%' },
    { name: 'the bank bears half', parameters: { bankShare: '50%' }, expect: '1000000.00', because: '2000000 × 50%' },
    { name: 'the bank bears less than 30%', parameters: { bankShare: '29.99%' }, refused: 'bank-share' },
    { name: 'exactly 10 million registered', with: { 'borrower.registeredBalanceThisYear': '10000000' }, expect: '1400000.00', because: '2000000 × 70%' },
    { name: 'more than 10 million registered', with: { 'borrower.registeredBalanceThisYear': '10000000.01' }, refused: 'registered-balance' },
    { name: 'more than three years', with: { 'loans[0].termMonths': 37 }, refused: 'term' },
    { name: 'a rate of 1.5 times the benchmark', with: { 'loans[0].annualRate': '0.07125' }, expect: '1400000.00', because: '2000000 × 70%' },
    { name: 'a rate above it', with: { 'loans[0].annualRate': '0.0713' }, refused: 'rate' },
    { name: 'registration cancelled', with: { 'loans[0].registrationCancelled': true }, refused: 'registration' },
    { name: 'the registered amount not stated', without: ['loans[0].registeredAmount'], incomplete: ['loans[0].registeredAmount'] },
    { name: 'the registered balance not stated', without: ['borrower.registeredBalanceThisYear'], incomplete: ['borrower.registeredBalanceThisYear'] },
    { name: 'cancellation not stated', without: ['loans[0].registrationCancelled'], incomplete: ['loans[0].registrationCancelled'] },
  ],
} satisfies Cases
