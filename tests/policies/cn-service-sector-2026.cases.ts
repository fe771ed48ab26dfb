import type { Cases } from './cases.js'

const loan = { id: 'A', principal: '5000000', drawdownDate: '2026-03-01', termMonths: 12 }

export default {
  base: {
    borrower: { inListedServiceSector: true },
    loans: [loan],
    otherSupport: [],
    history: { principalSupported: '0' },
  },
  cases: [
    {
      name: 'one year at one point',
      expect: '50000.00',
      because: '500万 × 1% × 12 / 12',
      worksheet: { appliedRate: '0.01' },
      payers: { central: '45000.00', province: '5000.00' },
    },
    {
      name: 'funded in the third month',
      with: { 'events.bankReceivesFunds': '2026-05' },
      expect: '50000.00',
      because: '500万 × 1%',
      payment: { refundForElapsedMonths: '8333.34', elapsedMonths: 2, remainingMonths: 10 },
    },
    { name: 'five months', with: { 'loans[0].termMonths': 5 }, expect: '20833.33', because: '500万 × 1% × 5 / 12' },
    {
      name: 'a loan of two years counts for one',
      with: { 'loans[0].termMonths': 24 },
      expect: '50000.00',
      because: '500万 × 1%',
      worksheet: { countedMonths: '12' },
    },
    { name: 'principal of exactly the limit', with: { 'loans[0].principal': '10000000' }, expect: '100000.00', because: '1000万 × 1%' },
    {
      name: 'principal above the limit',
      with: { 'loans[0].principal': '12000000' },
      expect: '100000.00',
      because: 'min(1200万, 1000万) × 1%',
      worksheet: { countedPrincipal: '10000000' },
    },
    {
      name: 'principal supported before uses up the limit',
      with: { 'history.principalSupported': '7500000' },
      expect: '25000.00',
      because: 'min(500万, 1000万 - 750万) × 1%',
    },
    {
      name: 'the contract may be older',
      with: { 'loans[0].contractDate': '2025-12-20' },
      expect: '50000.00',
      because: '500万 × 1%',
    },
    {
      name: 'a local subsidy that leaves less than one point of cost',
      with: { 'loans[0].annualRate': '0.03', otherSupport: [{ level: 'local', annualRate: '0.025' }] },
      expect: '25000.00',
      because: '500万 × min(1%, 3% - 2.5%)',
      worksheet: { appliedRate: '0.005' },
    },
    { name: 'not in a listed sector', with: { 'borrower.inListedServiceSector': false }, refused: 'sector' },
    { name: 'drawn on the first day', with: { 'loans[0].drawdownDate': '2026-01-01' }, expect: '50000.00', because: '500万 × 1%' },
    { name: 'drawn on the last day of 2025: the policy of 2025', with: { 'loans[0].drawdownDate': '2025-12-31' }, refused: 'drawdown' },
    { name: 'drawn on the last day', with: { 'loans[0].drawdownDate': '2026-12-31' }, expect: '50000.00', because: '500万 × 1%' },
    { name: 'drawn the day after', with: { 'loans[0].drawdownDate': '2027-01-01' }, refused: 'drawdown' },
    {
      name: 'one of two loans is drawn in 2025',
      with: { 'loans[1]': { ...loan, id: 'B', drawdownDate: '2025-11-01' } },
      expect: '50000.00',
      because: '500万 × 1%',
      leftOut: 'drawdown',
    },
    { name: 'another central subsidy', with: { otherSupport: [{ level: 'central', amount: '1000' }] }, refused: 'central-support' },
    { name: 'sector not stated', without: ['borrower.inListedServiceSector'], incomplete: ['borrower.inListedServiceSector'] },
    { name: 'other support not stated', without: ['otherSupport'], incomplete: ['otherSupport'] },
  ],
} satisfies Cases
