import type { Cases } from './cases.js'

const loan = { id: 'A', techInnovationLoan: true, principal: '2000000', drawdownDate: '2025-09-01', termMonths: 12 }

export default {
  base: {
    borrower: { highTechEnterprise: true, registeredInSuizhou: true, firstTimeBorrower: true },
    loans: [loan],
    history: { receivedTotal: '0', monthsSupported: 0 },
  },
  cases: [
    { name: 'a first-time borrower: 2 points', expect: '40000.00', because: '200万 × 2个百分点', worksheet: { appliedRate: '0.02' } },
    {
      name: 'another borrower: 1.5 points',
      with: { 'borrower.firstTimeBorrower': false },
      expect: '30000.00',
      because: '200万 × 1.5个百分点',
      worksheet: { appliedRate: '0.015' },
    },
    { name: 'seven months', with: { 'loans[0].termMonths': 7 }, expect: '23333.33', because: '200万 × 2% × 7 / 12' },
    {
      name: 'counted over 365 days',
      parameters: { proration: 'actual/365' },
      with: { 'loans[0].termMonths': 7 },
      expect: '23232.88',
      because: '200万 × 2% × 212 / 365',
    },
    {
      name: 'a loan of three years counts for two',
      with: { 'loans[0].termMonths': 36 },
      expect: '80000.00',
      because: '200万 × 2% × 24 / 12',
      worksheet: { countedMonths: '24', periodEnd: '2027-09-01' },
    },
    {
      name: 'months supported before are taken off the two years',
      with: { 'loans[0].termMonths': 36, 'history.monthsSupported': 18 },
      expect: '20000.00',
      because: '200万 × 2% × (24 - 18) / 12',
    },
    {
      name: 'two years are used up',
      with: { 'history.monthsSupported': 24 },
      expect: '0.00',
      because: '200万 × 2% × (24 - 24) / 12',
    },
    {
      name: 'the cap in total, over two loans',
      with: { 'loans[0].principal': '20000000', 'loans[0].termMonths': 24, 'loans[1]': { ...loan, id: 'B', principal: '15000000' } },
      expect: '1000000.00',
      because: 'min(2000万 × 2% × 2 + 1500万 × 2%, 100万)',
      capped: 'lifetime',
    },
    {
      name: 'what was received before uses up the cap',
      with: { 'history.receivedTotal': '970000' },
      expect: '30000.00',
      because: 'min(200万 × 2%, 100万 - 97万)',
      capped: 'lifetime',
    },
    {
      name: 'exactly what is left',
      with: { 'history.receivedTotal': '960000' },
      expect: '40000.00',
      because: 'min(200万 × 2%, 100万 - 96万)',
    },
    { name: 'not a high-tech enterprise', with: { 'borrower.highTechEnterprise': false }, refused: 'high-tech' },
    { name: 'registered elsewhere', with: { 'borrower.registeredInSuizhou': false }, refused: 'registered' },
    { name: 'not a tech-innovation loan', with: { 'loans[0].techInnovationLoan': false }, refused: 'kind' },
    {
      name: 'a loan of another kind is left out',
      with: { 'loans[1]': { ...loan, id: 'B', techInnovationLoan: false } },
      expect: '40000.00',
      because: '200万 × 2%',
      leftOut: 'kind',
    },
    { name: 'first-time borrower or not is not stated', without: ['borrower.firstTimeBorrower'], incomplete: ['borrower.firstTimeBorrower'] },
    { name: 'earlier receipts not stated', without: ['history.receivedTotal'], incomplete: ['history.receivedTotal'] },
    { name: 'months supported before not stated', without: ['history.monthsSupported'], incomplete: ['history.monthsSupported'] },
  ],
} satisfies Cases
