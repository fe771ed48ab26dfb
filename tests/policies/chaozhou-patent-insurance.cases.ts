import type { Cases } from './cases.js'

const policy = { id: 'A', patentLine: true, premiumPaid: '16000', premiumRefunded: '0', paidByEnterprise: true }

export default {
  base: { history: { receivedThisYear: '0' }, policies: [policy] },
  cases: [
    { name: 'half the premium at most', expect: '8000.00', because: '16000 × 50%', meaning: 'at-most' },
    { name: 'the cap', with: { 'policies[0].premiumPaid': '30000' }, expect: '10000.00', because: 'min(30000 × 50%, 1万)', capped: 'annual' },
    { name: 'exactly the cap', with: { 'policies[0].premiumPaid': '20000' }, expect: '10000.00', because: '20000 × 50%' },
    {
      name: 'the cap holds for all policies of the policyholder',
      with: { 'policies[1]': { ...policy, id: 'B', premiumPaid: '5000' } },
      expect: '10000.00',
      because: 'min(16000 × 50% + 5000 × 50%, 1万)',
      capped: 'annual',
    },
    {
      name: 'what was received this year uses up the cap',
      with: { 'history.receivedThisYear': '4000' },
      expect: '6000.00',
      because: 'min(16000 × 50%, 1万 - 4000)',
      capped: 'annual',
    },
    { name: 'a refund is taken off', with: { 'policies[0].premiumRefunded': '1000' }, expect: '7500.00', because: '(16000 - 1000) × 50%' },
    { name: 'not a patent line', with: { 'policies[0].patentLine': false }, refused: 'line' },
    { name: 'another paid the premium', with: { 'policies[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    { name: 'line not stated', without: ['policies[0].patentLine'], incomplete: ['policies[0].patentLine'] },
    { name: 'premium not stated', without: ['policies[0].premiumPaid'], incomplete: ['policies[0].premiumPaid'] },
    { name: 'history not stated', without: ['history.receivedThisYear'], incomplete: ['history.receivedThisYear'] },
  ],
} satisfies Cases
