import type { Cases } from './cases.js'

export default {
  base: {
    award: { year: 2012 },
    borrower: { performanceBand: 'higher' },
    loans: [
      {
        id: 'A',
        forZoneInfrastructure: true,
        projectKind: 'commercial',
        projectInvestment: '80000000',
        principal: '20000000',
        drawdownDate: '2011-06-01',
        maturityDate: '2014-06-01',
        interestPaid: '1300000',
      },
    ],
  },
  parameters: { rate: '3%', rateOfLowerBand: '2.1%' },
  cases: [
    {
      name: 'the rate of the year over 21 December to 20 December',
      expect: '601643.84',
      because: '2000万 × 3% × 366 / 365',
      worksheet: { periodStart: '2011-12-21', periodEnd: '2012-12-21', countedDays: '366', appliedRate: '0.03', benchmarkRate: '0.064' },
      payers: { central: '601643.84' },
    },
    {
      name: 'the lower band',
      with: { 'borrower.performanceBand': 'lower' },
      expect: '421150.68',
      because: '2000万 × 2.1% × 366 / 365',
    },
    {
      name: 'never above the benchmark rate',
      parameters: { rate: '7%' },
      with: { 'loans[0].interestPaid': '1400000' },
      expect: '1283506.85',
      because: '2000万 × 6.4% × 366 / 365',
      worksheet: { appliedRate: '0.064' },
    },
    {
      name: 'never above the ordinary interest on the bank slips',
      with: {
        'loans[0].slips': [
          { from: '2011-12-21', until: '2012-12-21', amount: '500000', kind: 'normal' },
          { from: '2012-03-21', until: '2012-04-21', amount: '20000', kind: 'overdue' },
          { from: '2012-04-21', until: '2012-05-21', amount: '30000', kind: 'surcharge' },
          { from: '2012-12-21', until: '2013-03-21', amount: '300000', kind: 'normal' },
        ],
      },
      without: ['loans[0].interestPaid'],
      expect: '500000.00',
      because: 'min(2000万 × 3% × 366 / 365, 500000)',
      capped: 'interest-paid',
    },
    {
      name: 'a commercial project of exactly 50 million',
      with: { 'loans[0].projectInvestment': '50000000' },
      expect: '601643.84',
      because: '2000万 × 3% × 366 / 365',
    },
    { name: 'a commercial project one fen below', with: { 'loans[0].projectInvestment': '49999999.99' }, refused: 'investment' },
    {
      name: 'a non-commercial project of exactly 30 million',
      with: { 'loans[0].projectKind': 'non-commercial', 'loans[0].projectInvestment': '30000000' },
      expect: '601643.84',
      because: '2000万 × 3% × 366 / 365',
    },
    {
      name: 'a non-commercial project one fen below',
      with: { 'loans[0].projectKind': 'non-commercial', 'loans[0].projectInvestment': '29999999.99' },
      refused: 'investment',
    },
    { name: 'not infrastructure of a zone', with: { 'loans[0].forZoneInfrastructure': false }, refused: 'infrastructure' },
    { name: 'purpose not stated', without: ['loans[0].forZoneInfrastructure'], incomplete: ['loans[0].forZoneInfrastructure'] },
    {
      name: 'kind of project not stated where it decides',
      with: { 'loans[0].projectInvestment': '40000000' },
      without: ['loans[0].projectKind'],
      incomplete: ['loans[0].projectKind'],
    },
    { name: 'investment not stated', without: ['loans[0].projectInvestment'], incomplete: ['loans[0].projectInvestment'] },
    {
      name: 'the window of the year before',
      with: { 'award.year': 2011 },
      expect: '333698.63',
      because: '2000万 × 3% × 203 / 365',
      worksheet: { periodStart: '2011-06-01', periodEnd: '2011-12-21' },
    },
    { name: 'year not stated', without: ['award.year'], incomplete: ['award.year'] },
    { name: 'band not stated', without: ['borrower.performanceBand'], incomplete: ['borrower.performanceBand'] },
  ],
} satisfies Cases
