import type { Cases } from '../cases.js'

export default {
  base: {
    borrower: { outstandingSupported: '8000000', liveLoans: 1 },
    pool: { loans: '100000000', deposit: '10000000', balance: '9000000' },
    losses: { principalLoss: '1000000' },
  },
  parameters: { leastLeverage: '10倍', higherLeverage: '15倍', outstandingAtMost: '1000万元', districtFirst: '10万元' },
  cases: [
    {
      name: 'ten times: 40%, the district first, then both',
      expect: '400000.00',
      because: '1000000 × 40%',
      worksheet: { poolShare: '0.4' },
      payers: { city: '180000.00', district: '220000.00' },
    },
    {
      name: 'fifteen times: 50%',
      with: { 'pool.loans': '150000000' },
      expect: '500000.00',
      because: '1000000 × 50%',
      payers: { city: '240000.00', district: '260000.00' },
    },
    { name: 'just below fifteen times', with: { 'pool.loans': '149999999.99' }, expect: '400000.00', because: '1000000 × 40%' },
    {
      name: 'within what the district bears first',
      with: { 'losses.principalLoss': '250000' },
      expect: '100000.00',
      because: '250000 × 40%',
      payers: { city: '0.00', district: '100000.00' },
    },
    {
      name: 'odd fen: the payers add up to the amount',
      with: { 'losses.principalLoss': '250000.02' },
      expect: '100000.01',
      because: '250000.02 × 40%',
      payers: { city: '0.01', district: '100000.00' },
    },
    { name: 'nothing lost', with: { 'losses.principalLoss': '0' }, expect: '0.00', because: '0', payers: { city: '0.00', district: '0.00' } },
    { name: 'the pool is nearly empty', with: { 'pool.balance': '300000' }, expect: '300000.00', because: '300000', capped: 'balance' },
    { name: 'below ten times', with: { 'pool.loans': '99999999.99' }, refused: 'leverage' },
    { name: 'a pool without lending', with: { 'pool.loans': '0' }, refused: 'leverage' },
    { name: 'a pool of zero has no leverage', with: { 'pool.deposit': '0' }, incomplete: ['pool.deposit'] },
    { name: 'exactly the most outstanding at one time', with: { 'borrower.outstandingSupported': '10000000' }, expect: '400000.00', because: '400000' },
    { name: 'more outstanding at one time', with: { 'borrower.outstandingSupported': '10000000.01' }, refused: 'outstanding' },
    { name: 'outstanding not stated', without: ['borrower.outstandingSupported'], incomplete: ['borrower.outstandingSupported'] },
    { name: 'two live loans', with: { 'borrower.liveLoans': 2 }, refused: 'one-live-loan' },
    { name: 'live loans not stated', without: ['borrower.liveLoans'], incomplete: ['borrower.liveLoans'] },
  ],
} satisfies Cases
