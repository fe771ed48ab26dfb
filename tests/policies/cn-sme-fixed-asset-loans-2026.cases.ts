import type { Cases } from './cases.js'

const loan = { id: 'A', kind: 'fixed-asset', principal: '10000000', drawdownDate: '2026-02-01', termMonths: 24 }

export default {
  base: {
    borrower: { privateSmallOrMedium: true, inListedChain: true },
    loans: [loan],
    otherSupport: [],
    history: { principalSupported: '0' },
  },
  cases: [
    {
      name: 'two years at 1.5 points, paid by the center',
      expect: '300000.00',
      because: '1000万 × 1.5个百分点 × 24 / 12',
      payers: { central: '300000.00' },
    },
    {
      name: 'money of the policy-finance tool',
      with: { 'loans[0].kind': 'policy-finance-tool', 'loans[0].termMonths': 12 },
      expect: '150000.00',
      because: '1000万 × 1.5%',
    },
    {
      name: 'a loan of three years counts for two',
      with: { 'loans[0].termMonths': 36 },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
      worksheet: { countedMonths: '24', periodEnd: '2028-02-01' },
    },
    {
      name: 'counted over 365 days',
      parameters: { proration: 'actual/365' },
      with: { 'loans[0].termMonths': 6 },
      expect: '74383.56',
      because: '1000万 × 1.5% × 181 / 365',
    },
    {
      name: 'principal of exactly the limit: the most a firm can get',
      with: { 'loans[0].principal': '50000000' },
      expect: '1500000.00',
      because: '5000万 × 1.5% × 2',
    },
    {
      name: 'principal above the limit',
      with: { 'loans[0].principal': '50000000.01' },
      expect: '1500000.00',
      because: 'min(50000000.01, 5000万) × 1.5% × 2',
      worksheet: { countedPrincipal: '50000000' },
    },
    {
      name: 'loans use up the limit by day of drawdown, in whatever order they are listed',
      with: {
        'loans[0].principal': '40000000',
        'loans[0].drawdownDate': '2026-06-01',
        'loans[1]': { ...loan, id: 'B', principal: '30000000', termMonths: 12 },
      },
      expect: '1050000.00',
      because: '3000万 × 1.5% + (5000万 - 3000万) × 1.5% × 2',
      items: { A: { countedPrincipal: '20000000', amount: '600000' }, B: { countedPrincipal: '30000000', amount: '450000' } },
    },
    {
      name: 'principal supported before uses up the limit',
      with: { 'history.principalSupported': '45000000' },
      expect: '150000.00',
      because: 'min(1000万, 5000万 - 4500万) × 1.5% × 2',
    },
    { name: 'not a private small or medium firm', with: { 'borrower.privateSmallOrMedium': false }, refused: 'private-sme' },
    { name: 'not in a listed chain', with: { 'borrower.inListedChain': false }, refused: 'chain' },
    { name: 'a loan of another kind', with: { 'loans[0].kind': 'other' }, refused: 'kind' },
    { name: 'drawn on the first day', with: { 'loans[0].drawdownDate': '2026-01-01' }, expect: '300000.00', because: '1000万 × 1.5% × 2' },
    { name: 'drawn the day before', with: { 'loans[0].drawdownDate': '2025-12-31' }, refused: 'drawdown' },
    { name: 'drawn on the last day', with: { 'loans[0].drawdownDate': '2026-12-31' }, expect: '300000.00', because: '1000万 × 1.5% × 2' },
    { name: 'drawn the day after', with: { 'loans[0].drawdownDate': '2027-01-01' }, refused: 'policy-end' },
    {
      name: 'drawn the day after, with the policy prolonged',
      parameters: { policyEnd: '2028-01-01' },
      with: { 'loans[0].drawdownDate': '2027-01-01' },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    {
      name: 'another subsidy of the central budget',
      with: { otherSupport: [{ level: 'central', amount: '1' }] },
      refused: 'other-support',
    },
    {
      name: 'another central subsidy on one of two loans',
      with: { otherSupport: [{ level: 'central', loan: 'B', annualRate: '0.01' }], 'loans[1]': { ...loan, id: 'B' } },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
      leftOut: 'other-support',
    },
    {
      name: 'a subsidy of the province does not matter',
      with: { otherSupport: [{ level: 'provincial', amount: '50000' }] },
      expect: '300000.00',
      because: '1000万 × 1.5% × 2',
    },
    { name: 'principal not stated', without: ['loans[0].principal'], incomplete: ['loans[0].principal'] },
    { name: 'other support not stated', without: ['otherSupport'], incomplete: ['otherSupport'] },
    { name: 'principal supported before not stated', without: ['history.principalSupported'], incomplete: ['history.principalSupported'] },
  ],
} satisfies Cases
