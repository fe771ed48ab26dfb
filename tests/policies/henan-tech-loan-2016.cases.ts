import type { Cases } from './cases.js'

const loan = {
  id: 'A',
  principal: '8000000',
  drawdownDate: '2016-06-01',
  termMonths: 12,
  annualRate: '0.05',
  physicalCollateralShare: '0.2',
  actualLoss: '1000000',
}

export default {
  base: { bank: { annualLossRate: '0.01' }, loans: [loan] },
  cases: [
    { name: '60% of the actual loss, a maximum', expect: '600000.00', because: '1000000 × 60%', meaning: 'at-most' },
    {
      name: 'the cap of one loan',
      with: { 'loans[0].actualLoss': '10000000' },
      expect: '5000000.00',
      because: 'min(10000000 × 60%, 500万)',
      capped: 'per-loan',
    },
    {
      name: 'each loan has its own cap',
      with: { 'loans[0].actualLoss': '10000000', 'loans[1]': { ...loan, id: 'B' } },
      expect: '5600000.00',
      because: 'min(10000000 × 60%, 500万) + 1000000 × 60%',
      capped: 'per-loan',
      items: { A: { amount: '5000000' }, B: { amount: '600000' } },
    },
    { name: 'physical collateral of exactly 30%', with: { 'loans[0].physicalCollateralShare': '0.3' }, expect: '600000.00', because: '1000000 × 60%' },
    { name: 'physical collateral above 30%', with: { 'loans[0].physicalCollateralShare': '0.3001' }, refused: 'physical-collateral' },
    { name: 'a rate of 1.3 times the benchmark', with: { 'loans[0].annualRate': '0.05655' }, expect: '600000.00', because: '1000000 × 60%' },
    { name: 'a rate above it', with: { 'loans[0].annualRate': '0.0566' }, refused: 'rate' },
    {
      name: 'a loss rate of exactly 5%',
      with: { 'bank.annualLossRate': '0.05' },
      expect: '600000.00',
      because: '1000000 × 60%',
      fuses: { 'annual-loss': 'normal' },
    },
    { name: 'a loss rate above 5%', with: { 'bank.annualLossRate': '0.0501' }, refused: 'fuse', fuses: { 'annual-loss': 'compensation-suspended' } },
    { name: 'the loss not stated', without: ['loans[0].actualLoss'], incomplete: ['loans[0].actualLoss'] },
    { name: 'the loss rate of the bank not stated', without: ['bank.annualLossRate'], incomplete: ['bank.annualLossRate'] },
    { name: 'collateral not stated', without: ['loans[0].physicalCollateralShare'], incomplete: ['loans[0].physicalCollateralShare'] },
  ],
} satisfies Cases
