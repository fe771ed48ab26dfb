import type { Cases } from './cases.js'

export default {
  base: { bank: { nplRate: '0.02' }, loans: [{ id: 'A', overduePrincipal: '1000000', interestLoss: '50000' }] },
  parameters: { fuseLevel: '6%' },
  cases: [
    {
      name: '80% of the overdue principal; the bank has 20% and all interest; the pot is paid 4 to 6',
      expect: '800000.00',
      because: '1000000 × 80%',
      shares: { pool: '800000.00', bank: '250000.00' },
      payers: { city: '320000.00', district: '480000.00' },
    },
    { name: 'at the level of the fuse', with: { 'bank.nplRate': '0.06' }, refused: 'fuse', fuses: { 'npl-rate': 'compensation-suspended' } },
    { name: 'just below it', with: { 'bank.nplRate': '0.0599' }, expect: '800000.00', because: '1000000 × 80%', fuses: { 'npl-rate': 'normal' } },
    { name: 'interest not stated', without: ['loans[0].interestLoss'], incomplete: ['loans[0].interestLoss'] },
    { name: 'NPL rate not stated', without: ['bank.nplRate'], incomplete: ['bank.nplRate'] },
  ],
} satisfies Cases
