import type { Cases } from './cases.js'

export default {
  base: { history: { receivedTotal: '0' }, loans: [{ id: 'A', principalLoss: '1000000', nplBalance: '1000000' }] },
  parameters: { share: '40%' },
  cases: [
    { name: 'a share of the loss of principal', expect: '400000.00', because: '1000000 × 40%', shares: { pool: '400000.00', bank: '600000.00' } },
    {
      name: 'never above half of the balance, all payments together',
      with: { 'history.receivedTotal': '200000' },
      expect: '300000.00',
      because: 'min(1000000 × 40%, 1000000 × 50% - 200000)',
      capped: 'half-of-npl',
      shares: { pool: '300000.00', bank: '600000.00', 'not-stated': '100000.00' },
    },
    { name: 'the loss not stated', without: ['loans[0].principalLoss'], incomplete: ['loans[0].principalLoss'] },
    { name: 'the balance not stated', without: ['loans[0].nplBalance'], incomplete: ['loans[0].nplBalance'] },
  ],
} satisfies Cases
