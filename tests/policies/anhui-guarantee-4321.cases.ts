import type { Cases } from './cases.js'

export default {
  base: {
    guarantee: { policyGuarantee: true },
    borrower: { outstandingGuaranteed: '15000000' },
    losses: { guarantorPayout: '10000000' },
  },
  cases: [
    {
      name: 'forty, thirty, twenty, ten, among other parties than in Wuhan',
      expect: '1000000.00',
      because: '10000000 × 10%',
      shares: { localGuarantor: '4000000.00', provincialReGuarantor: '3000000.00', bank: '2000000.00', localGovernment: '1000000.00' },
    },
    {
      name: 'recovered: costs first, then in the proportion borne',
      with: { recovery: { gross: '200000', cost: '20000' } },
      expect: '1000000.00',
      because: '10000000 × 10%',
      returned: { localGuarantor: '72000.00', provincialReGuarantor: '54000.00', bank: '36000.00', localGovernment: '18000.00' },
    },
    {
      name: "recovered: an odd fen is the local guarantor's",
      with: { recovery: { gross: '0.11', cost: '0' } },
      expect: '1000000.00',
      because: '10000000 × 10%',
      returned: { localGuarantor: '0.05', provincialReGuarantor: '0.03', bank: '0.02', localGovernment: '0.01' },
    },
    { name: 'exactly 20 million guaranteed', with: { 'borrower.outstandingGuaranteed': '20000000' }, expect: '1000000.00', because: '10000000 × 10%' },
    { name: 'more than 20 million guaranteed', with: { 'borrower.outstandingGuaranteed': '20000000.01' }, refused: 'outstanding' },
    { name: 'not a policy guarantee', with: { 'guarantee.policyGuarantee': false }, refused: 'policy-guarantee' },
    { name: 'the payout not stated', without: ['losses.guarantorPayout'], incomplete: ['losses.guarantorPayout'] },
    { name: 'what is guaranteed not stated', without: ['borrower.outstandingGuaranteed'], incomplete: ['borrower.outstandingGuaranteed'] },
  ],
} satisfies Cases
