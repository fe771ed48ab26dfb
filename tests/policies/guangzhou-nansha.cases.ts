import type { Cases } from './cases.js'

export default {
  base: { loans: [{ id: 'A', principalLoss: '1000000' }] },
  parameters: { share: '40%' },
  cases: [
    { name: 'a share of the loss of principal', expect: '400000.00', because: '1000000 × 40%', shares: { pool: '400000.00', bank: '600000.00' } },
    {
      name: 'two loans',
      with: { 'loans[1]': { id: 'B', principalLoss: '0.03' } },
      expect: '400000.01',
      because: '1000000 × 40% + 0.03 × 40%',
      shares: { pool: '400000.01', bank: '600000.02' },
    },
    { name: 'the loss not stated', without: ['loans[0].principalLoss'], incomplete: ['loans[0].principalLoss'] },
  ],
} satisfies Cases
