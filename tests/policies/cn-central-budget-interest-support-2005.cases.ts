import type { Cases } from './cases.js'

export default {
  base: {
    loans: [
      {
        id: 'A',
        mediumOrLongTerm: true,
        principal: '30000000',
        drawdownDate: '2006-01-01',
        maturityDate: '2011-01-01',
        annualRate: '0.0585',
        constructionInterestPaid: '3000000',
      },
    ],
    history: { receivedTotal: '0' },
  },
  parameters: { rate: '3%', years: '2年', proration: 'whole-year' },
  cases: [
    {
      name: 'two years at the rate',
      expect: '1800000.00',
      because: '3000万 × 3% × 2',
      worksheet: { appliedRate: '0.03', countedMonths: '24' },
      payers: { central: '1800000.00' },
    },
    {
      name: 'never above the rate of the loan',
      with: { 'loans[0].annualRate': '0.025' },
      expect: '1500000.00',
      because: '3000万 × 2.5% × 2',
      worksheet: { appliedRate: '0.025' },
    },
    {
      name: 'never above the interest paid during construction',
      with: { 'loans[0].constructionInterestPaid': '1700000' },
      expect: '1700000.00',
      because: 'min(3000万 × 3% × 2, 1700000)',
      capped: 'interest-paid',
    },
    {
      name: 'support received before uses up that total',
      with: { 'history.receivedTotal': '2000000' },
      expect: '1000000.00',
      because: 'min(3000万 × 3% × 2, 3000000 - 2000000)',
      capped: 'interest-paid',
    },
    {
      name: 'the reading of actual days over 365',
      parameters: { proration: 'actual/365' },
      expect: '1800000.00',
      because: '3000万 × 3% × 730 / 365',
    },
    { name: 'a short-term loan', with: { 'loans[0].mediumOrLongTerm': false }, refused: 'term' },
    { name: 'term not stated', without: ['loans[0].mediumOrLongTerm'], incomplete: ['loans[0].mediumOrLongTerm'] },
    {
      name: 'interest during construction not stated',
      without: ['loans[0].constructionInterestPaid'],
      incomplete: ['loans[0].constructionInterestPaid'],
    },
  ],
} satisfies Cases
