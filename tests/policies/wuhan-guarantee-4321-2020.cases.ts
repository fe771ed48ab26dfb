import type { Cases } from './cases.js'

export default {
  base: { guarantee: { policyGuarantee: true }, losses: { guarantorPayout: '5000000' } },
  cases: [
    {
      name: 'forty, thirty, twenty, ten',
      expect: '500000.00',
      because: '5000000 × 10%',
      shares: { provincialReGuarantor: '2000000.00', guarantor: '1500000.00', bank: '1000000.00', districtFinance: '500000.00' },
    },
    {
      name: "the odd fen is the guarantor's",
      with: { 'losses.guarantorPayout': '0.12' },
      expect: '0.01',
      because: '0.12 × 10%',
      shares: { provincialReGuarantor: '0.05', guarantor: '0.04', bank: '0.02', districtFinance: '0.01' },
    },
    {
      name: 'recovered: costs first, then in the proportion borne',
      with: { recovery: { gross: '110000', cost: '10000' } },
      expect: '500000.00',
      because: '5000000 × 10%',
      returned: { provincialReGuarantor: '40000.00', guarantor: '30000.00', bank: '20000.00', districtFinance: '10000.00' },
    },
    {
      name: 'recovered in full: each has back what it bore, and the excess is left',
      with: { recovery: { gross: '5100000', cost: '0' } },
      expect: '500000.00',
      because: '5000000 × 10%',
      returned: { provincialReGuarantor: '2000000.00', guarantor: '1500000.00', bank: '1000000.00', districtFinance: '500000.00' },
    },
    {
      name: 'costs above what was recovered: nothing goes back',
      with: { recovery: { gross: '10000', cost: '20000' } },
      expect: '500000.00',
      because: '5000000 × 10%',
      returned: { provincialReGuarantor: '0.00', guarantor: '0.00', bank: '0.00', districtFinance: '0.00' },
    },
    { name: 'no loss', with: { 'losses.guarantorPayout': '0' }, expect: '0.00', because: '0' },
    { name: 'not a policy guarantee', with: { 'guarantee.policyGuarantee': false }, refused: 'policy-guarantee' },
    { name: 'the payout not stated', without: ['losses.guarantorPayout'], incomplete: ['losses.guarantorPayout'] },
    { name: 'whether it is a policy guarantee not stated', without: ['guarantee.policyGuarantee'], incomplete: ['guarantee.policyGuarantee'] },
  ],
} satisfies Cases
