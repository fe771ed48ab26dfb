import type { Cases } from './cases.js'

const policy = { id: 'A', inListedLines: true, premiumPaid: '500000', premiumRefunded: '0', paidByEnterprise: true }

export default {
  base: { borrower: { makesListedFirstSet: true }, history: { receivedThisYear: '0' }, policies: [policy] },
  cases: [
    { name: '80% of the premium', expect: '400000.00', because: '50万 × 80%', meaning: 'exact' },
    { name: 'a renewal is treated alike', with: { 'policies[0].participationYear': 2 }, expect: '400000.00', because: '50万 × 80%' },
    {
      name: 'the cap',
      with: { 'policies[0].premiumPaid': '1300000' },
      expect: '1000000.00',
      because: 'min(130万 × 80%, 100万)',
      capped: 'annual',
      worksheet: { beforeLimits: '1040000' },
    },
    { name: 'exactly the cap', with: { 'policies[0].premiumPaid': '1250000' }, expect: '1000000.00', because: '125万 × 80%' },
    {
      name: 'what was received this year uses up the cap',
      with: { 'history.receivedThisYear': '700000' },
      expect: '300000.00',
      because: 'min(50万 × 80%, 100万 - 70万)',
      capped: 'annual',
    },
    { name: 'a refund is taken off', with: { 'policies[0].premiumRefunded': '100000' }, expect: '320000.00', because: '(50万 - 10万) × 80%' },
    { name: 'not the maker of a listed first set', with: { 'borrower.makesListedFirstSet': false }, refused: 'maker' },
    { name: 'another line', with: { 'policies[0].inListedLines': false }, refused: 'line' },
    {
      name: 'a policy of another line is left out',
      with: { 'policies[1]': { ...policy, id: 'B', inListedLines: false } },
      expect: '400000.00',
      because: '50万 × 80%',
      leftOut: 'line',
    },
    { name: 'another paid the premium', with: { 'policies[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    { name: 'maker not stated', without: ['borrower.makesListedFirstSet'], incomplete: ['borrower.makesListedFirstSet'] },
    { name: 'line not stated', without: ['policies[0].inListedLines'], incomplete: ['policies[0].inListedLines'] },
    { name: 'premium not stated', without: ['policies[0].premiumPaid'], incomplete: ['policies[0].premiumPaid'] },
    { name: 'history not stated', without: ['history.receivedThisYear'], incomplete: ['history.receivedThisYear'] },
  ],
} satisfies Cases
