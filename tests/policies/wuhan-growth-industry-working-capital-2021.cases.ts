import type { Cases } from './cases.js'

export default {
  base: {
    award: { year: 2020 },
    borrower: { output: '500000000', outputGrowth: '0.25' },
    loans: [
      {
        id: 'A',
        forWorkingCapital: true,
        principal: '10000000',
        drawdownDate: '2020-03-01',
        maturityDate: '2021-03-01',
        interestPaid: '400000',
      },
    ],
    otherSupport: [],
  },
  parameters: {
    formula: 'points-on-principal',
    rate: '1%',
    proration: 'actual/365',
    cap: '20万元',
  },
  cases: [
    {
      name: 'points on principal within the year',
      expect: '83835.62',
      because: '1000万 × 1% × 306 / 365',
      worksheet: { countedDays: '306', periodEnd: '2021-01-01' },
    },
    {
      name: 'a share of the interest paid',
      parameters: { formula: 'share-of-interest-paid', rate: '30%' },
      expect: '120000.00',
      because: '400000 × 30%',
    },
    {
      name: 'the cap',
      with: { 'loans[0].principal': '50000000' },
      expect: '200000.00',
      because: 'min(5000万 × 1% × 306 / 365, 20万)',
      capped: 'cap',
    },
    { name: 'growth of exactly 20%', with: { 'borrower.outputGrowth': '0.2' }, expect: '83835.62', because: '1000万 × 1% × 306 / 365' },
    { name: 'growth below 20%', with: { 'borrower.outputGrowth': '0.1999' }, refused: 'growth' },
    {
      name: 'growth of exactly 10% with output of exactly 10 billion',
      with: { 'borrower.output': '10000000000', 'borrower.outputGrowth': '0.1' },
      expect: '83835.62',
      because: '1000万 × 1% × 306 / 365',
    },
    {
      name: 'growth below 10% with output of 10 billion',
      with: { 'borrower.output': '10000000000', 'borrower.outputGrowth': '0.0999' },
      refused: 'growth',
    },
    {
      name: 'growth of 10% with output one fen below 10 billion',
      with: { 'borrower.output': '9999999999.99', 'borrower.outputGrowth': '0.1' },
      refused: 'growth',
    },
    { name: 'not a working-capital loan', with: { 'loans[0].forWorkingCapital': false }, refused: 'purpose' },
    {
      name: 'drawn on the first day of the year',
      with: { 'loans[0].drawdownDate': '2020-01-01' },
      expect: '100273.97',
      because: '1000万 × 1% × 366 / 365',
    },
    { name: 'drawn the day before the year', with: { 'loans[0].drawdownDate': '2019-12-31' }, refused: 'drawdown' },
    {
      name: 'drawn on the last day of the year',
      with: { 'loans[0].drawdownDate': '2020-12-31' },
      expect: '273.97',
      because: '1000万 × 1% × 1 / 365',
    },
    { name: 'drawn the day after the year', with: { 'loans[0].drawdownDate': '2021-01-01' }, refused: 'drawdown' },
    { name: 'another municipal subsidy', with: { otherSupport: [{ level: 'city', amount: '1000' }] }, refused: 'other-support' },
    {
      name: 'a district subsidy does not exclude',
      with: { otherSupport: [{ level: 'district', amount: '1000' }] },
      expect: '83835.62',
      because: '1000万 × 1% × 306 / 365',
    },
    { name: 'award year not stated', without: ['award.year'], incomplete: ['award.year'] },
    { name: 'growth not stated', without: ['borrower.outputGrowth'], incomplete: ['borrower.outputGrowth'] },
    {
      name: 'output not stated where it decides',
      with: { 'borrower.outputGrowth': '0.15' },
      without: ['borrower.output'],
      incomplete: ['borrower.output'],
    },
    { name: 'purpose not stated', without: ['loans[0].forWorkingCapital'], incomplete: ['loans[0].forWorkingCapital'] },
    { name: 'other support not stated', without: ['otherSupport'], incomplete: ['otherSupport'] },
  ],
} satisfies Cases
