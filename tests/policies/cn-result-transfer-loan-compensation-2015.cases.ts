import type { Cases } from './cases.js'

export default {
  base: {
    borrower: { techSme: true, revenue: '200000000' },
    region: { ownCompensationFund: true },
    loans: [{ id: 'A', principal: '5000000', termMonths: 12, forLibraryResults: true }],
  },
  parameters: { share: '1.5%' },
  cases: [
    { name: 'a percentage of the loan granted', expect: '75000.00', because: '5000000 × 1.5%' },
    {
      name: 'two loans',
      with: { 'loans[1]': { id: 'B', principal: '1000000', termMonths: 24, forLibraryResults: true } },
      expect: '90000.00',
      because: '5000000 × 1.5% + 1000000 × 1.5%',
    },
    { name: 'sales of exactly 300 million', with: { 'borrower.revenue': '300000000' }, expect: '75000.00', because: '5000000 × 1.5%' },
    { name: 'sales above 300 million', with: { 'borrower.revenue': '300000000.01' }, refused: 'revenue' },
    { name: 'not a technology SME', with: { 'borrower.techSme': false }, refused: 'tech-sme' },
    { name: 'no compensation fund of the province or city', with: { 'region.ownCompensationFund': false }, refused: 'own-fund' },
    { name: 'less than a year', with: { 'loans[0].termMonths': 11 }, refused: 'term' },
    { name: 'for another purpose', with: { 'loans[0].forLibraryResults': false }, refused: 'purpose' },
    { name: 'class not stated', without: ['borrower.techSme'], incomplete: ['borrower.techSme'] },
    { name: 'fund of the region not stated', without: ['region.ownCompensationFund'], incomplete: ['region.ownCompensationFund'] },
    { name: 'purpose not stated', without: ['loans[0].forLibraryResults'], incomplete: ['loans[0].forLibraryResults'] },
  ],
} satisfies Cases
