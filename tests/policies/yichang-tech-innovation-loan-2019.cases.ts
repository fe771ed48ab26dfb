import type { Cases } from './cases.js'

const loan = {
  id: 'A',
  registered: true,
  kind: 'credit',
  principal: '1500000',
  confirmedPrincipal: '1500000',
  drawdownDate: '2019-01-01',
  termMonths: 12,
}

export default {
  base: { borrower: { inCityProper: true }, loans: [loan] },
  cases: [
    {
      name: 'half of one year at the benchmark rate',
      expect: '32625.00',
      because: '150万 × 4.35% × 50% × 365 / 365',
      worksheet: { countedPrincipal: '1500000', referenceRate: '0.0435', benchmarkInterest: '65250' },
    },
    {
      name: 'less was drawn than confirmed',
      with: { 'loans[0].principal': '1200000' },
      expect: '26100.00',
      because: 'min(150万, 120万) × 4.35% × 50%',
    },
    {
      name: 'less was confirmed than drawn',
      with: { 'loans[0].confirmedPrincipal': '1000000' },
      expect: '21750.00',
      because: 'min(100万, 150万) × 4.35% × 50%',
      worksheet: { countedPrincipal: '1000000' },
    },
    {
      name: 'a loan counts up to 2,000,000',
      with: { 'loans[0].principal': '2500000', 'loans[0].confirmedPrincipal': '3000000' },
      expect: '43500.00',
      because: 'min(300万, 250万, 200万) × 4.35% × 50%',
      worksheet: { countedPrincipal: '2000000' },
    },
    {
      name: 'a loan that began before 2019 counts from 1 January',
      with: { 'loans[0].drawdownDate': '2018-10-01' },
      expect: '24401.71',
      because: '150万 × 4.35% × 50% × 273 / 365',
      worksheet: { periodStart: '2019-01-01', countedDays: '273' },
    },
    {
      name: 'a loan that runs beyond 2019 counts through 31 December',
      with: { 'loans[0].drawdownDate': '2019-12-01' },
      expect: '2770.89',
      because: '150万 × 4.35% × 50% × 31 / 365',
      worksheet: { periodEnd: '2020-01-01', countedDays: '31' },
    },
    {
      name: 'a loan of two years has the rate of its tenor',
      with: { 'loans[0].drawdownDate': '2018-06-01', 'loans[0].termMonths': 24 },
      expect: '35625.00',
      because: '150万 × 4.75% × 50%',
    },
    {
      name: 'counted by whole years, half a year is nothing',
      parameters: { proration: 'whole-year' },
      with: { 'loans[0].termMonths': 6 },
      expect: '0.00',
      because: '150万 × 4.35% × 0 × 50%',
    },
    {
      name: 'of three loans the two with the larger subsidy count',
      with: {
        'loans[1]': { ...loan, id: 'B', principal: '500000' },
        'loans[2]': { ...loan, id: 'C', kind: 'patent-pledge', principal: '1000000' },
      },
      expect: '54375.00',
      because: '(150万 + 100万) × 4.35% × 50%',
      leftOut: 'not-selected',
      items: { A: { amount: '32625' }, C: { amount: '21750' } },
    },
    { name: 'not in the city proper', with: { 'borrower.inCityProper': false }, refused: 'city-proper' },
    { name: 'not registered', with: { 'loans[0].registered': false }, refused: 'registered' },
    { name: 'neither a credit nor a patent-pledge loan', with: { 'loans[0].kind': 'other' }, refused: 'kind' },
    {
      name: 'a loan of another kind is left out',
      with: { 'loans[1]': { ...loan, id: 'B', kind: 'other' } },
      expect: '32625.00',
      because: '150万 × 4.35% × 50%',
      leftOut: 'kind',
    },
    { name: 'confirmed amount not stated', without: ['loans[0].confirmedPrincipal'], incomplete: ['loans[0].confirmedPrincipal'] },
    { name: 'place not stated', without: ['borrower.inCityProper'], incomplete: ['borrower.inCityProper'] },
    { name: 'term not stated', without: ['loans[0].termMonths'], incomplete: ['loans[0].maturityDate', 'loans[0].termMonths'] },
  ],
} satisfies Cases
