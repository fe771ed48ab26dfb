import type { Cases } from './cases.js'

export default {
  base: {
    borrower: { keySupplier: true },
    loans: [
      {
        id: 'A',
        backedByRelending: true,
        principal: '10000000',
        contractDate: '2020-02-10',
        drawdownDate: '2020-02-12',
        maturityDate: '2021-02-12',
        annualRate: '0.0263',
      },
    ],
  },
  parameters: { notice: 'second', proration: 'whole-year' },
  cases: [
    {
      name: 'the second notice: half of the actual rate',
      expect: '131500.00',
      because: '1000万 × 2.63% × 50%',
      worksheet: { appliedRate: '0.01315', netAnnualRate: '0.01315' },
      payers: { central: '131500.00' },
    },
    {
      name: 'the first notice: half of the relending rate',
      parameters: { notice: 'first', relendingRate: '1.6%' },
      expect: '80000.00',
      because: '1000万 × 1.6% × 50%',
      worksheet: { appliedRate: '0.008', netAnnualRate: '0.0183' },
    },
    {
      name: 'the first notice needs the rate of the loan only to show what is left of it',
      parameters: { notice: 'first', relendingRate: '1.6%' },
      without: ['loans[0].annualRate'],
      expect: '80000.00',
      because: '1000万 × 1.6% × 50%',
      worksheet: { appliedRate: '0.008' },
    },
    {
      name: 'one year of two',
      with: { 'loans[0].maturityDate': '2022-02-12' },
      expect: '131500.00',
      because: '1000万 × 2.63% × 50%',
      worksheet: { periodEnd: '2021-02-12' },
    },
    {
      name: 'the reading of actual days over 365',
      parameters: { proration: 'actual/365' },
      expect: '131860.27',
      because: '1000万 × 2.63% × 50% × 366 / 365',
    },
    {
      name: 'contract of the day after 1 January',
      with: { 'loans[0].contractDate': '2020-01-02' },
      expect: '131500.00',
      because: '1000万 × 2.63% × 50%',
    },
    { name: 'contract of 1 January', with: { 'loans[0].contractDate': '2020-01-01' }, refused: 'contract' },
    { name: 'not a key supplier', with: { 'borrower.keySupplier': false }, refused: 'key-supplier' },
    { name: 'not backed by relending', with: { 'loans[0].backedByRelending': false }, refused: 'relending' },
    { name: 'list not stated', without: ['borrower.keySupplier'], incomplete: ['borrower.keySupplier'] },
    { name: 'relending not stated', without: ['loans[0].backedByRelending'], incomplete: ['loans[0].backedByRelending'] },
    { name: 'rate not stated under the second notice', without: ['loans[0].annualRate'], incomplete: ['loans[0].annualRate'] },
  ],
} satisfies Cases
