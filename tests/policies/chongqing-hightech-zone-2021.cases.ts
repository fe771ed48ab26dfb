import type { Cases } from './cases.js'

export default {
  base: {
    award: { year: 2021 },
    borrower: { hasAuditReport: true },
    loans: [{ id: 'A', principal: '5000000', drawdownDate: '2021-02-01', maturityDate: '2021-12-01' }],
    history: { receivedThisYear: '0' },
  },
  cases: [
    {
      name: 'a loan within the award year',
      expect: '90277.40',
      because: '500万 × 4.35% × 50% × 303 / 365',
      worksheet: { referenceRate: '0.0435', countedDays: '303', countedPrincipal: '5000000' },
    },
    {
      name: 'stated days of the award year',
      with: { 'loans[0].countedDays': 275 },
      expect: '81934.93',
      because: '500万 × 4.35% × 50% × 275 / 365',
    },
    {
      name: 'a loan from before the award year counts from its first day',
      with: { 'loans[0].drawdownDate': '2020-06-01', 'loans[0].maturityDate': '2021-06-01' },
      expect: '44989.73',
      because: '500万 × 4.35% × 50% × 151 / 365',
      worksheet: { periodStart: '2021-01-01', periodEnd: '2021-06-01' },
    },
    {
      name: 'a loan beyond the award year counts through its last day; above one year the benchmark is that of one to five years',
      with: { 'loans[0].drawdownDate': '2021-12-01', 'loans[0].maturityDate': '2023-12-01' },
      expect: '10085.62',
      because: '500万 × 4.75% × 50% × 31 / 365',
      worksheet: { periodStart: '2021-12-01', periodEnd: '2022-01-01' },
    },
    {
      name: 'another award year',
      with: { 'award.year': 2022, 'loans[0].drawdownDate': '2021-12-01', 'loans[0].maturityDate': '2022-12-01' },
      expect: '99513.70',
      because: '500万 × 4.35% × 50% × 334 / 365',
    },
    {
      name: 'a loan settled early counts until that day',
      with: { 'loans[0].settledDate': '2021-03-01' },
      expect: '8342.47',
      because: '500万 × 4.35% × 50% × 28 / 365',
    },
    {
      name: 'a loan wholly outside the award year brings nothing',
      with: { 'loans[0].drawdownDate': '2020-01-06', 'loans[0].maturityDate': '2021-01-01' },
      expect: '0.00',
      because: '0',
      worksheet: { countedDays: '0' },
    },
    {
      name: 'the annual cap',
      with: { 'loans[0].principal': '20000000' },
      expect: '300000.00',
      because: 'min(2000万 × 4.35% × 50% × 303 / 365, 30万)',
      capped: 'annual',
    },
    {
      name: 'what was received this year uses up the cap',
      with: { 'history.receivedThisYear': '250000' },
      expect: '50000.00',
      because: 'min(500万 × 4.35% × 50% × 303 / 365, 30万 - 25万)',
      capped: 'annual',
    },
    { name: 'no audit report', with: { 'borrower.hasAuditReport': false }, refused: 'audit' },
    { name: 'award year not stated', without: ['award.year'], incomplete: ['award.year'] },
    { name: 'audit report not stated', without: ['borrower.hasAuditReport'], incomplete: ['borrower.hasAuditReport'] },
    { name: 'maturity not stated', without: ['loans[0].maturityDate'], incomplete: ['loans[0].maturityDate', 'loans[0].termMonths'] },
    { name: 'history not stated', without: ['history.receivedThisYear'], incomplete: ['history.receivedThisYear'] },
  ],
} satisfies Cases
