import type { Cases } from './cases.js'

const loan = {
  id: 'A',
  forListedProject: true,
  hasRelendingSupport: true,
  principal: '10000000',
  contractDate: '2024-04-20',
  drawdownDate: '2024-05-10',
  supplierPaymentDate: '2024-06-01',
  termMonths: 36,
}

export default {
  base: { loans: [loan] },
  cases: [
    {
      name: 'two years at 1 point from the payment to the supplier',
      expect: '200000.00',
      because: '1000万 × 1个百分点 × 24 / 12',
      worksheet: { periodStart: '2024-06-01', periodEnd: '2026-06-01', countedMonths: '24' },
    },
    {
      name: 'the loan ends before two years: from the payment to maturity',
      with: { 'loans[0].termMonths': 12 },
      expect: '94166.67',
      because: '1000万 × 1% × (11 / 12 + 9 / 360)',
      worksheet: { periodStart: '2024-06-01', periodEnd: '2025-05-10' },
    },
    {
      name: 'counted over 365 days',
      parameters: { proration: 'actual/365' },
      with: { 'loans[0].termMonths': 12 },
      expect: '93972.60',
      because: '1000万 × 1% × 343 / 365',
    },
    { name: 'not on the list', with: { 'loans[0].forListedProject': false }, refused: 'listed' },
    { name: 'no relending support', with: { 'loans[0].hasRelendingSupport': false }, refused: 'relending' },
    {
      name: 'contract on the first day, under the notice alone',
      parameters: { edition: '2024-06' },
      with: { 'loans[0].contractDate': '2024-03-07' },
      expect: '200000.00',
      because: '1000万 × 1% × 2',
    },
    {
      name: 'contract the day before, under the notice alone',
      parameters: { edition: '2024-06' },
      with: { 'loans[0].contractDate': '2024-03-06' },
      refused: 'contract',
    },
    {
      name: 'contract the day before, drawn after: covered by the supplement',
      with: { 'loans[0].contractDate': '2024-03-06', 'loans[0].drawdownDate': '2024-03-08' },
      expect: '200000.00',
      because: '1000万 × 1% × 2',
    },
    {
      name: 'contract the day before, drawn on the day: not after it',
      with: { 'loans[0].contractDate': '2024-03-06', 'loans[0].drawdownDate': '2024-03-07' },
      refused: 'contract',
    },
    {
      name: 'paid on the first day',
      with: { 'loans[0].contractDate': '2024-03-07', 'loans[0].drawdownDate': '2024-03-07', 'loans[0].supplierPaymentDate': '2024-03-07' },
      expect: '200000.00',
      because: '1000万 × 1% × 2',
    },
    {
      name: 'paid the day before',
      with: { 'loans[0].contractDate': '2024-03-07', 'loans[0].drawdownDate': '2024-03-06', 'loans[0].supplierPaymentDate': '2024-03-06' },
      refused: 'payment',
    },
    {
      name: 'contract and payment on the last day of the notice',
      parameters: { edition: '2024-06' },
      with: { 'loans[0].contractDate': '2024-12-31', 'loans[0].drawdownDate': '2024-12-31', 'loans[0].supplierPaymentDate': '2024-12-31' },
      expect: '200000.00',
      because: '1000万 × 1% × 2',
    },
    {
      name: 'payment a day later, under the notice alone',
      parameters: { edition: '2024-06' },
      with: { 'loans[0].supplierPaymentDate': '2025-01-01', 'loans[0].withinRelendingQuota': true },
      refused: 'policy-end',
    },
    {
      name: 'contract a day later, under the notice alone',
      parameters: { edition: '2024-06' },
      with: { 'loans[0].contractDate': '2025-01-01', 'loans[0].withinRelendingQuota': true },
      refused: 'policy-end',
    },
    {
      name: 'payment a day later, under the supplement, while the quota lasts',
      with: { 'loans[0].supplierPaymentDate': '2025-01-01', 'loans[0].withinRelendingQuota': true },
      expect: '200000.00',
      because: '1000万 × 1% × 2',
    },
    {
      name: 'payment a day later, when the quota is used up',
      with: { 'loans[0].supplierPaymentDate': '2025-01-01', 'loans[0].withinRelendingQuota': false },
      refused: 'policy-end',
    },
    {
      name: 'contract a day later, when the quota is used up',
      with: { 'loans[0].contractDate': '2025-01-01', 'loans[0].withinRelendingQuota': false },
      refused: 'policy-end',
    },
    {
      name: 'one of two loans is not on the list',
      with: { 'loans[1]': { ...loan, id: 'B', forListedProject: false } },
      expect: '200000.00',
      because: '1000万 × 1% × 2',
      leftOut: 'listed',
    },
    {
      name: 'payment a day later, the state of the quota not stated',
      with: { 'loans[0].supplierPaymentDate': '2025-01-01' },
      incomplete: ['loans[0].withinRelendingQuota'],
    },
    {
      name: 'payment to the supplier not stated',
      without: ['loans[0].supplierPaymentDate'],
      incomplete: ['loans[0].supplierPaymentDate', 'loans[0].withinRelendingQuota'],
    },
  ],
} satisfies Cases
