import type { Cases } from './cases.js'

const loan = { id: 'A', principal: '10000000', qualifyingCollateralShare: '0.5', collateralSharesStated: true, principalLoss: '4000000' }

export default {
  base: { borrower: { localMicroSmallMedium: true }, bank: { partner: true }, history: { receivedTotal: '0' }, loans: [loan] },
  parameters: { share: '50%', loanCap: '300万元', cap: '500万元' },
  cases: [
    {
      name: 'the loan and its loss count at the IP share',
      expect: '1000000.00',
      because: '4000000 × 50% × 50%',
      worksheet: { countedPrincipal: '5000000', countedLoss: '2000000' },
      shares: { pool: '1000000.00', bank: '1000000.00' },
    },
    {
      name: 'an IP share of 80%',
      with: { 'loans[0].qualifyingCollateralShare': '0.8' },
      expect: '1600000.00',
      because: '4000000 × 80% × 50%',
      worksheet: { countedPrincipal: '8000000' },
    },
    { name: 'an IP share just below 50%', with: { 'loans[0].qualifyingCollateralShare': '0.4999' }, refused: 'ip-share' },
    { name: 'mixed collateral without shares in the contract', with: { 'loans[0].collateralSharesStated': false }, refused: 'shares-stated' },
    {
      name: 'nearly all IP without shares in the contract',
      with: { 'loans[0].qualifyingCollateralShare': '0.9999', 'loans[0].collateralSharesStated': false },
      refused: 'shares-stated',
    },
    {
      name: 'only IP',
      with: { 'loans[0].qualifyingCollateralShare': '1', 'loans[0].collateralSharesStated': false },
      expect: '2000000.00',
      because: '4000000 × 50%',
    },
    {
      name: 'the cap of one loan',
      with: { 'loans[0].qualifyingCollateralShare': '1', 'loans[0].principalLoss': '8000000' },
      expect: '3000000.00',
      because: 'min(8000000 × 50%, 300万)',
      capped: 'per-loan',
    },
    {
      name: 'the cap of the enterprise',
      with: { 'history.receivedTotal': '4500000' },
      expect: '500000.00',
      because: 'min(4000000 × 50% × 50%, 500万 - 450万)',
      capped: 'lifetime',
    },
    { name: 'not a local firm of the size', with: { 'borrower.localMicroSmallMedium': false }, refused: 'local-firm' },
    { name: 'not a partner bank', with: { 'bank.partner': false }, refused: 'partner' },
    { name: 'the share not stated', without: ['loans[0].qualifyingCollateralShare'], incomplete: ['loans[0].qualifyingCollateralShare'] },
    { name: 'the size of the firm not stated', without: ['borrower.localMicroSmallMedium'], incomplete: ['borrower.localMicroSmallMedium'] },
    {
      name: 'whether the contract states the shares not stated',
      without: ['loans[0].collateralSharesStated'],
      incomplete: ['loans[0].collateralSharesStated'],
    },
  ],
} satisfies Cases
