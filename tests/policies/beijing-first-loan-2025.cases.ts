import type { Cases } from './cases.js'

export default {
  base: {
    application: { choice: 'interest' },
    borrower: { firstTimeBorrower: true },
    loans: [
      {
        id: 'A',
        firstDrawdownOfFirstContract: true,
        borrowedByEnterprise: true,
        principal: '10000000',
        drawdownDate: '2025-03-03',
        maturityDate: '2026-03-03',
        interestPaid: '300000',
        guaranteeFeePaid: '50000',
      },
    ],
    otherSupport: [],
  },
  parameters: {
    formula: 'share-of-interest-paid',
    rate: '40%',
    guaranteeFeeShare: '60%',
    cap: '30万元',
  },
  cases: [
    { name: 'interest support', expect: '120000.00', because: '300000 × 40%', worksheet: { countedInterest: '300000' } },
    { name: 'guarantee-fee support', with: { 'application.choice': 'guarantee-fee' }, expect: '30000.00', because: '50000 × 60%' },
    {
      name: 'points on principal',
      parameters: { formula: 'points-on-principal', rate: '1%', proration: 'actual/365' },
      expect: '100000.00',
      because: '1000万 × 1% × 365 / 365',
    },
    { name: 'the cap', with: { 'loans[0].interestPaid': '750000.03' }, expect: '300000.00', because: 'min(750000.03 × 40%, 30万)', capped: 'cap' },
    {
      name: 'a loan of exactly 20 million',
      with: { 'loans[0].principal': '20000000' },
      expect: '120000.00',
      because: '300000 × 40%',
    },
    { name: 'a loan one fen above 20 million', with: { 'loans[0].principal': '20000000.01' }, refused: 'amount' },
    {
      name: '20 million read as a ceiling of principal: interest paid',
      parameters: { amountLimit: 'principal-cap' },
      with: { 'loans[0].principal': '25000000', 'loans[0].interestPaid': '500000' },
      expect: '160000.00',
      because: '500000 × 2000万 / 2500万 × 40%',
    },
    {
      name: '20 million read as a ceiling of principal: points',
      parameters: { amountLimit: 'principal-cap', formula: 'points-on-principal', rate: '1%', proration: 'actual/365' },
      with: { 'loans[0].principal': '25000000' },
      expect: '200000.00',
      because: '2000万 × 1% × 365 / 365',
      worksheet: { countedPrincipal: '20000000' },
    },
    { name: 'not a first-time borrower', with: { 'borrower.firstTimeBorrower': false }, refused: 'first-time' },
    { name: 'a later drawdown', with: { 'loans[0].firstDrawdownOfFirstContract': false }, refused: 'first-drawdown' },
    { name: "a loan of the owner's own", with: { 'loans[0].borrowedByEnterprise': false }, refused: 'enterprise' },
    { name: 'other municipal support', with: { otherSupport: [{ level: 'city', amount: '1' }] }, refused: 'other-support' },
    { name: 'choice not stated', without: ['application.choice'], incomplete: ['application.choice'] },
    { name: 'drawdown not stated', without: ['loans[0].firstDrawdownOfFirstContract'], incomplete: ['loans[0].firstDrawdownOfFirstContract'] },
    { name: 'borrower of the loan not stated', without: ['loans[0].borrowedByEnterprise'], incomplete: ['loans[0].borrowedByEnterprise'] },
    { name: 'other support not stated', without: ['otherSupport'], incomplete: ['otherSupport'] },
  ],
} satisfies Cases
