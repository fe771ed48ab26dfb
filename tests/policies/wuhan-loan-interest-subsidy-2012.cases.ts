import type { Cases } from './cases.js'

export default {
  base: {
    loans: [{ id: 'A', principal: '5000000', drawdownDate: '2012-08-01', maturityDate: '2013-08-01', interestPaid: '300000' }],
    history: { receivedThisYear: '0', receivedTotal: '0' },
  },
  parameters: {
    formula: 'share-of-interest-paid',
    rate: '40%',
    loanCap: '50万元',
    cap: '80万元',
    capPeriod: 'application',
  },
  cases: [
    { name: 'a share of the interest paid', expect: '120000.00', because: '300000 × 40%', worksheet: { countedInterest: '300000' } },
    {
      name: 'points on principal',
      parameters: { formula: 'points-on-principal', rate: '2个百分点', proration: 'whole-year', longest: '1年' },
      expect: '100000.00',
      because: '500万 × 2%',
      worksheet: { appliedRate: '0.02' },
    },
    {
      name: 'points on principal over the longest time only',
      parameters: { formula: 'points-on-principal', rate: '2个百分点', proration: 'whole-year', longest: '1年' },
      with: { 'loans[0].maturityDate': '2014-08-01' },
      expect: '100000.00',
      because: '500万 × 2%',
      worksheet: { countedMonths: '12' },
    },
    {
      name: 'a share of interest at the benchmark rate of the tenor',
      parameters: { formula: 'share-of-reference-interest', referenceRate: 'benchmark', proration: 'whole-year', longest: '1年' },
      with: { 'loans[0].maturityDate': '2014-08-01' },
      expect: '123000.00',
      because: '500万 × 6.15% × 40%',
      worksheet: { referenceRate: '0.0615', benchmarkInterest: '307500' },
    },
    {
      name: 'a share of interest at the one-year benchmark rate',
      parameters: { formula: 'share-of-reference-interest', referenceRate: 'benchmark-1y', proration: 'whole-year', longest: '1年' },
      with: { 'loans[0].maturityDate': '2014-08-01' },
      expect: '120000.00',
      because: '500万 × 6% × 40%',
    },
    {
      name: 'the cap of one loan',
      with: { 'loans[0].interestPaid': '1300000' },
      expect: '500000.00',
      because: 'min(1300000 × 40%, 50万)',
      capped: 'per-loan',
    },
    {
      name: 'the cap of an application',
      with: {
        'loans[0].interestPaid': '1200000',
        'loans[1]': { id: 'B', principal: '5000000', drawdownDate: '2012-08-01', maturityDate: '2013-08-01', interestPaid: '1200000' },
      },
      expect: '800000.00',
      because: 'min(1200000 × 40% + 1200000 × 40%, 80万)',
      capped: 'cap',
    },
    {
      name: 'the cap of a year',
      parameters: { capPeriod: 'year' },
      with: { 'history.receivedThisYear': '750000' },
      expect: '50000.00',
      because: 'min(300000 × 40%, 80万 - 75万)',
      capped: 'annual',
    },
    {
      name: 'the cap of all years',
      parameters: { capPeriod: 'lifetime' },
      with: { 'history.receivedTotal': '790000' },
      expect: '10000.00',
      because: 'min(300000 × 40%, 80万 - 79万)',
      capped: 'lifetime',
    },
    { name: 'interest not stated', without: ['loans[0].interestPaid'], incomplete: ['loans[0].interestPaid'] },
    {
      name: 'history not stated under a cap of a year',
      parameters: { capPeriod: 'year' },
      without: ['history.receivedThisYear'],
      incomplete: ['history.receivedThisYear'],
    },
  ],
} satisfies Cases
