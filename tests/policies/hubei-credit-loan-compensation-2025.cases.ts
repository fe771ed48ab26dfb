import type { Cases } from './cases.js'

const loan = { id: 'A', kind: 'knowledge-value', termMonths: 36, realEstateOrNearCashCollateral: false, thirdPartyGuarantee: false, compensableLoss: '1000000' }

export default {
  base: { history: { receivedTotal: '0' }, loans: [loan] },
  parameters: { share: '50%', loanCap: '100万元', cap: '150万元' },
  cases: [
    { name: 'a share of the loss', expect: '500000.00', because: '1000000 × 50%', shares: { pool: '500000.00', bank: '500000.00' } },
    { name: 'another share', parameters: { share: '80%' }, expect: '800000.00', because: '1000000 × 80%' },
    {
      name: 'the cap of one loan',
      with: { 'loans[0].compensableLoss': '2400000' },
      expect: '1000000.00',
      because: 'min(2400000 × 50%, 100万)',
      capped: 'per-loan',
      shares: { pool: '1000000.00', bank: '1200000.00', 'not-stated': '200000.00' },
    },
    {
      name: 'the cap of the enterprise',
      with: { 'history.receivedTotal': '1200000' },
      expect: '300000.00',
      because: 'min(1000000 × 50%, 150万 - 120万)',
      capped: 'lifetime',
    },
    {
      name: 'recovered',
      with: { recovery: { gross: '120000', cost: '20000' } },
      expect: '500000.00',
      because: '1000000 × 50%',
      returned: { pool: '50000.00', bank: '50000.00' },
    },
    { name: 'a loan of more than three years', with: { 'loans[0].termMonths': 37 }, refused: 'term' },
    { name: 'a loan of another kind', with: { 'loans[0].kind': 'other' }, refused: 'kind' },
    { name: 'real-estate collateral', with: { 'loans[0].realEstateOrNearCashCollateral': true }, refused: 'collateral' },
    { name: 'a third-party guarantee', with: { 'loans[0].thirdPartyGuarantee': true }, refused: 'guarantee' },
    { name: 'kind not stated', without: ['loans[0].kind'], incomplete: ['loans[0].kind'] },
    { name: 'the loss not stated', without: ['loans[0].compensableLoss'], incomplete: ['loans[0].compensableLoss'] },
    { name: 'earlier receipts not stated', without: ['history.receivedTotal'], incomplete: ['history.receivedTotal'] },
  ],
} satisfies Cases
