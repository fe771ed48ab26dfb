import type { Cases } from './cases.js'

const policy = { id: 'A', inListedLines: true, premiumPaid: '60000', premiumRefunded: '0', paidByEnterprise: true }

export default {
  base: { borrower: { listedKind: true }, history: { receivedThisYear: '0' }, policies: [policy] },
  cases: [
    { name: 'half the premium at most', expect: '30000.00', because: '6万 × 50%', meaning: 'at-most' },
    { name: 'the cap', with: { 'policies[0].premiumPaid': '200000' }, expect: '50000.00', because: 'min(20万 × 50%, 5万)', capped: 'annual' },
    { name: 'exactly the cap', with: { 'policies[0].premiumPaid': '100000' }, expect: '50000.00', because: '10万 × 50%' },
    {
      name: 'what was received this year uses up the cap',
      with: { 'history.receivedThisYear': '35000' },
      expect: '15000.00',
      because: 'min(6万 × 50%, 5万 - 35000)',
      capped: 'annual',
    },
    {
      name: 'a refund after the cap bound changes nothing',
      with: { 'policies[0].premiumPaid': '200000', 'policies[0].premiumRefunded': '100000' },
      expect: '50000.00',
      because: '(20万 - 10万) × 50%',
    },
    { name: 'a kind of body that is not listed', with: { 'borrower.listedKind': false }, refused: 'kind' },
    {
      name: 'a new product after review',
      with: { 'policies[0].inListedLines': false, 'policies[0].productReviewed': true },
      expect: '30000.00',
      because: '6万 × 50%',
    },
    {
      name: 'a new product without review',
      with: { 'policies[0].inListedLines': false, 'policies[0].productReviewed': false },
      refused: 'line',
    },
    { name: 'another paid the premium', with: { 'policies[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    { name: 'kind not stated', without: ['borrower.listedKind'], incomplete: ['borrower.listedKind'] },
    {
      name: 'line not stated',
      without: ['policies[0].inListedLines'],
      incomplete: ['policies[0].inListedLines', 'policies[0].productReviewed'],
    },
    { name: 'review not stated', with: { 'policies[0].inListedLines': false }, incomplete: ['policies[0].productReviewed'] },
    { name: 'refund not stated', without: ['policies[0].premiumRefunded'], incomplete: ['policies[0].premiumRefunded'] },
    { name: 'history not stated', without: ['history.receivedThisYear'], incomplete: ['history.receivedThisYear'] },
  ],
} satisfies Cases
