import type { Cases } from './cases.js'

export default {
  base: {
    borrower: { class: 'specialized-sme', receivedBefore: false },
    loans: [{ id: 'A', inRenminbi: true, interestPaid: '500000' }],
  },
  cases: [
    { name: 'half of the interest in the window', expect: '250000.00', because: '500000 × 50%', meaning: 'at-most' },
    {
      name: 'bank slips count for their days in the window, without penalty interest',
      with: {
        'loans[0]': {
          id: 'A',
          inRenminbi: true,
          slips: [
            { from: '2024-04-21', until: '2024-05-21', amount: '150000', kind: 'normal' },
            { from: '2024-05-21', until: '2025-04-21', amount: '400000', kind: 'normal' },
            { from: '2025-04-21', until: '2025-05-21', amount: '150000', kind: 'normal' },
            { from: '2025-04-21', until: '2025-05-01', amount: '90000', kind: 'overdue' },
          ],
        },
      },
      expect: '275000.00',
      because: '(150000 × 20 / 30 + 400000 + 150000 × 10 / 30) × 50%',
      worksheet: { interestInWindow: '550000' },
    },
    {
      name: 'interest outside the window does not help to reach the minimum',
      with: {
        'loans[0]': {
          id: 'A',
          inRenminbi: true,
          slips: [
            { from: '2024-04-01', until: '2024-05-01', amount: '200000', kind: 'normal' },
            { from: '2024-05-01', until: '2025-05-01', amount: '250000', kind: 'normal' },
          ],
        },
      },
      refused: 'minimum',
    },
    { name: 'exactly the minimum', with: { 'loans[0].interestPaid': '300000' }, expect: '150000.00', because: '300000 × 50%' },
    { name: 'one fen below the minimum', with: { 'loans[0].interestPaid': '299999.99' }, refused: 'minimum' },
    {
      name: 'the minimum is one of the firm: two loans together reach it',
      with: { 'loans[0].interestPaid': '200000', 'loans[1]': { id: 'B', inRenminbi: true, interestPaid: '100000' } },
      expect: '150000.00',
      because: '(200000 + 100000) × 50%',
    },
    { name: 'the cap', with: { 'loans[0].interestPaid': '2600000' }, expect: '1000000.00', because: 'min(2600000 × 50%, 100万)', capped: 'cap' },
    { name: 'a national little giant', with: { 'borrower.class': 'little-giant' }, refused: 'little-giant' },
    { name: 'another enterprise', with: { 'borrower.class': 'other' }, refused: 'class' },
    { name: 'received before', with: { 'borrower.receivedBefore': true }, refused: 'once-only' },
    {
      name: 'a loan in another currency is left out',
      with: { 'loans[1]': { id: 'B', inRenminbi: false, interestPaid: '100000' } },
      expect: '250000.00',
      because: '500000 × 50%',
      leftOut: 'currency',
    },
    { name: 'class not stated', without: ['borrower.class'], incomplete: ['borrower.class'] },
    { name: 'currency not stated', without: ['loans[0].inRenminbi'], incomplete: ['loans[0].inRenminbi'] },
    { name: 'interest not stated', without: ['loans[0].interestPaid'], incomplete: ['loans[0].interestPaid'] },
  ],
} satisfies Cases
