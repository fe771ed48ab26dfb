import type { Cases } from './cases.js'

const policy = {
  id: 'A',
  loanProduct: 'loan-performance',
  rollOver: false,
  loanRepaidDate: '2025-03-10',
  premiumPaid: '33333',
  premiumRefunded: '0',
  paidByEnterprise: true,
  cancelled: false,
}

const rolledOver = { ...policy, rollOver: true, previousContractEnd: '2025-03-10', loanRepaidDate: '2026-03-10' }

export default {
  base: { borrower: { accountConfirmedInTime: true }, policies: [policy] },
  cases: [
    { name: 'half the premium', expect: '16666.50', because: '33333 × 50%', meaning: 'exact', flags: [] },
    { name: 'no cap', with: { 'policies[0].premiumPaid': '9000000' }, expect: '4500000.00', because: '900万 × 50%' },
    {
      name: 'two loans',
      with: { 'policies[1]': { ...policy, id: 'B', loanProduct: 'micro-loan', premiumPaid: '10000' } },
      expect: '21666.50',
      because: '33333 × 50% + 10000 × 50%',
    },
    {
      name: 'a refund is taken off; that alone is no cancellation',
      with: { 'policies[0].premiumRefunded': '3333' },
      expect: '15000.00',
      because: '(33333 - 3333) × 50%',
      flags: [],
    },
    {
      name: 'one policy of two was cancelled',
      with: { 'policies[1]': { ...policy, id: 'B', premiumPaid: '10000', cancelled: true } },
      expect: '21666.50',
      because: '33333 × 50% + 10000 × 50%',
      flags: ['cancelled'],
    },
    { name: 'the account not confirmed in time', with: { 'borrower.accountConfirmedInTime': false }, refused: 'account-confirmed' },
    { name: 'another loan product', with: { 'policies[0].loanProduct': 'other' }, refused: 'product' },
    { name: 'repaid on the first day', with: { 'policies[0].loanRepaidDate': '2024-08-01' }, expect: '16666.50', because: '33333 × 50%' },
    { name: 'repaid the day before', with: { 'policies[0].loanRepaidDate': '2024-07-31' }, refused: 'repaid' },
    { name: 'repaid on the last day', with: { 'policies[0].loanRepaidDate': '2025-08-31' }, expect: '16666.50', because: '33333 × 50%' },
    { name: 'repaid a day late', with: { 'policies[0].loanRepaidDate': '2025-09-01' }, refused: 'repaid' },
    { name: 'a roll-over goes by the previous contract', with: { 'policies[0]': rolledOver }, expect: '16666.50', because: '33333 × 50%' },
    {
      name: 'the previous contract ended on the first day',
      with: { 'policies[0]': { ...rolledOver, previousContractEnd: '2024-08-01' } },
      expect: '16666.50',
      because: '33333 × 50%',
    },
    {
      name: 'the previous contract ended the day before',
      with: { 'policies[0]': { ...rolledOver, previousContractEnd: '2024-07-31' } },
      refused: 'rolled-over',
    },
    {
      name: 'the previous contract ended on the last day',
      with: { 'policies[0]': { ...rolledOver, previousContractEnd: '2025-08-31' } },
      expect: '16666.50',
      because: '33333 × 50%',
    },
    {
      name: 'the previous contract ended a day late',
      with: { 'policies[0]': { ...rolledOver, previousContractEnd: '2025-09-01' } },
      refused: 'rolled-over',
    },
    { name: 'another paid the premium', with: { 'policies[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    { name: 'account not stated', without: ['borrower.accountConfirmedInTime'], incomplete: ['borrower.accountConfirmedInTime'] },
    { name: 'product not stated', without: ['policies[0].loanProduct'], incomplete: ['policies[0].loanProduct'] },
    {
      name: 'whether rolled over not stated',
      without: ['policies[0].rollOver'],
      incomplete: ['policies[0].previousContractEnd', 'policies[0].rollOver'],
    },
    { name: 'day of repayment not stated', without: ['policies[0].loanRepaidDate'], incomplete: ['policies[0].loanRepaidDate'] },
    {
      name: 'end of the previous contract not stated',
      with: { 'policies[0].rollOver': true },
      incomplete: ['policies[0].previousContractEnd'],
    },
    { name: 'refund not stated', without: ['policies[0].premiumRefunded'], incomplete: ['policies[0].premiumRefunded'] },
  ],
} satisfies Cases
