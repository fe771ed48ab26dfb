import type { Cases } from './cases.js'

const loan = { id: 'A', termMonths: 24, unsecuredShare: '0.6', firstLoanInCity: false, nplBalance: '3000000' }

export default {
  base: { borrower: { liveLoansInPool: 1 }, loans: [loan] },
  cases: [
    {
      name: 'more than half unsecured: 50%',
      expect: '1500000.00',
      because: '3000000 × 50%',
      worksheet: { compensationRate: '0.5' },
      shares: { pool: '1500000.00', bank: '1500000.00' },
    },
    {
      name: 'exactly half unsecured: nothing',
      with: { 'loans[0].unsecuredShare': '0.5' },
      expect: '0.00',
      because: '3000000 × 0%',
      worksheet: { compensationRate: '0' },
      shares: { pool: '0.00', bank: '3000000.00' },
    },
    { name: 'just above half', with: { 'loans[0].unsecuredShare': '0.5001' }, expect: '1500000.00', because: '3000000 × 50%' },
    { name: 'exactly 70% unsecured', with: { 'loans[0].unsecuredShare': '0.7' }, expect: '2100000.00', because: '3000000 × 70%' },
    { name: 'just below 70%', with: { 'loans[0].unsecuredShare': '0.6999' }, expect: '1500000.00', because: '3000000 × 50%' },
    { name: 'a first loan: the highest rate, not the sum', with: { 'loans[0].firstLoanInCity': true }, expect: '2700000.00', because: '3000000 × 90%' },
    {
      name: 'the cap of one loan: who bears what is above it is not stated',
      with: { 'loans[0].firstLoanInCity': true, 'loans[0].nplBalance': '5000000' },
      expect: '3000000.00',
      because: 'min(5000000 × 90%, 300万)',
      capped: 'per-loan',
      shares: { pool: '3000000.00', bank: '500000.00', 'not-stated': '1500000.00' },
    },
    {
      name: 'what is recovered goes back to all who bore the loss',
      with: { 'loans[0].firstLoanInCity': true, 'loans[0].nplBalance': '5000000', recovery: { gross: '500000', cost: '0' } },
      expect: '3000000.00',
      because: 'min(5000000 × 90%, 300万)',
      capped: 'per-loan',
      returned: { pool: '300000.00', bank: '50000.00', 'not-stated': '150000.00' },
    },
    { name: 'two live loans', with: { 'borrower.liveLoansInPool': 2 }, refused: 'one-live-loan' },
    { name: 'more than two years', with: { 'loans[0].termMonths': 25 }, refused: 'term' },
    { name: 'whether it is the first loan not stated', without: ['loans[0].firstLoanInCity'], incomplete: ['loans[0].firstLoanInCity'] },
    { name: 'live loans not stated', without: ['borrower.liveLoansInPool'], incomplete: ['borrower.liveLoansInPool'] },
    { name: 'the balance not stated', without: ['loans[0].nplBalance'], incomplete: ['loans[0].nplBalance'] },
  ],
} satisfies Cases
