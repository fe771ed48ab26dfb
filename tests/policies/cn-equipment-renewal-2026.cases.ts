import type { Cases } from './cases.js'

const loan = { id: 'A', kind: 'equipment-renewal', principal: '10000000', drawdownDate: '2026-03-10', termMonths: 24 }

export default {
  base: { loans: [loan] },
  cases: [
    {
      name: 'two years at 1.5 points from the drawdown',
      expect: '300000.00',
      because: '1000万 × 1.5个百分点 × 24 / 12',
      worksheet: { periodStart: '2026-03-10', periodEnd: '2028-03-10', countedMonths: '24' },
      payers: { central: '300000.00' },
      payment: { form: 'deducted', amount: '300000.00', perMonth: undefined },
    },
    {
      name: 'the payment to the supplier does not matter',
      with: { 'loans[0].supplierPaymentDate': '2026-06-01' },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    {
      name: 'a loan of five years counts for two',
      with: { 'loans[0].termMonths': 60 },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    {
      name: 'odd days count over 360',
      with: { 'loans[0].maturityDate': '2027-06-25' },
      without: ['loans[0].termMonths'],
      expect: '193750.00',
      because: '1000万 × 1.5% × (15 / 12 + 15 / 360)',
    },
    {
      name: 'counted over 360 days',
      parameters: { proration: 'actual/360' },
      with: { 'loans[0].termMonths': 12 },
      expect: '152083.33',
      because: '1000万 × 1.5% × 365 / 360',
    },
    {
      name: 'no limit on principal',
      with: { 'loans[0].principal': '900000000' },
      expect: '27000000.00',
      because: '9亿 × 1.5% × 2',
    },
    {
      name: 'principal repaid early no longer counts',
      with: { 'loans[0].repayments': [{ date: '2027-03-10', amount: '4000000' }] },
      expect: '240000.00',
      because: '1000万 × 1.5% + 600万 × 1.5%',
    },
    {
      name: 'a tech loan drawn on the first day',
      with: { 'loans[0].kind': 'tech-relending', 'loans[0].drawdownDate': '2026-01-01' },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    {
      name: 'a tech loan drawn the day before',
      with: { 'loans[0].kind': 'tech-relending', 'loans[0].drawdownDate': '2025-12-31' },
      refused: 'tech-loan-issued',
    },
    {
      name: 'an equipment loan drawn on the first day',
      with: { 'loans[0].drawdownDate': '2026-01-01' },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    { name: 'an equipment loan drawn the day before', with: { 'loans[0].drawdownDate': '2025-12-31' }, refused: 'equipment-loan-issued' },
    {
      name: 'the first day of equipment loans read as the day of issue: a tech loan drawn before it',
      parameters: { equipmentLoansFrom: '2026-01-19' },
      with: { 'loans[0].kind': 'tech-relending', 'loans[0].drawdownDate': '2026-01-10' },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    {
      name: 'the first day of equipment loans read as earlier: an equipment loan drawn in 2025',
      parameters: { equipmentLoansFrom: '2025-12-31' },
      with: { 'loans[0].drawdownDate': '2025-12-31' },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    { name: 'drawn on the last day', with: { 'loans[0].drawdownDate': '2026-12-31' }, expect: '300000.00', because: '1000万 × 1.5% × 2' },
    { name: 'drawn the day after', with: { 'loans[0].drawdownDate': '2027-01-01' }, refused: 'policy-end' },
    { name: 'a loan of another kind', with: { 'loans[0].kind': 'other' }, refused: 'kind' },
    {
      name: 'a loan of another kind is left out',
      with: { 'loans[1]': { ...loan, id: 'B', kind: 'other' } },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
      leftOut: 'kind',
    },
    { name: 'kind not stated', without: ['loans[0].kind'], incomplete: ['loans[0].kind'] },
    { name: 'drawdown not stated', without: ['loans[0].drawdownDate'], incomplete: ['loans[0].drawdownDate'] },
  ],
} satisfies Cases
