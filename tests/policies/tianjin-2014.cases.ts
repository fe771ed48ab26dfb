import type { Cases } from './cases.js'

export default {
  base: {
    pool: { deposit: '10000000', loans: '150000000' },
    loans: [{ id: 'A', principal: '5000000', termMonths: 12, deposit: '300000', principalLoss: '2000000', recovered: '500000' }],
  },
  parameters: { share: '50%', depositPerLoan: '30万元' },
  cases: [
    {
      name: 'the net loss of principal; the district matches the city',
      expect: '750000.00',
      because: '(2000000 - 500000) × 50%',
      worksheet: { requiredLoans: '150000000', netLoss: '1500000' },
      shares: { city: '375000.00', district: '375000.00', bank: '750000.00' },
    },
    {
      name: 'recovered in full before',
      with: { 'loans[0].recovered': '2000000' },
      expect: '0.00',
      because: '0',
      shares: { city: '0.00', district: '0.00', bank: '0.00' },
    },
    { name: 'lending just short of 15 times', with: { 'pool.loans': '149999999.99' }, refused: 'leverage' },
    { name: 'exactly 10 million', with: { 'loans[0].principal': '10000000' }, expect: '750000.00', because: '(2000000 - 500000) × 50%' },
    { name: 'more than 10 million', with: { 'loans[0].principal': '10000000.01' }, refused: 'principal' },
    { name: 'more than a year', with: { 'loans[0].termMonths': 13 }, refused: 'term' },
    { name: 'more on deposit than for one loan', with: { 'loans[0].deposit': '300000.01' }, refused: 'deposit' },
    { name: 'no pool and no lending', with: { pool: { deposit: '0', loans: '0' } }, expect: '750000.00', because: '(2000000 - 500000) × 50%' },
    { name: 'what was recovered not stated', without: ['loans[0].recovered'], incomplete: ['loans[0].recovered'] },
    { name: 'the deposit not stated', without: ['loans[0].deposit'], incomplete: ['loans[0].deposit'] },
  ],
} satisfies Cases
