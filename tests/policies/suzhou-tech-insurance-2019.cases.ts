import type { Cases } from './cases.js'

const policy = { id: 'A', line: 'product-liability', filed: true, premiumPaid: '200000', premiumRefunded: '0', paidByEnterprise: true }

export default {
  base: { borrower: { listedTitle: true }, history: { receivedThisYear: '0' }, policies: [policy] },
  parameters: { secondGroupRate: '40%' },
  cases: [
    { name: 'a line of the first group', expect: '100000.00', because: '20万 × 50%', meaning: 'at-most', worksheet: { appliedRate: '0.5' } },
    {
      name: 'a line of the second group',
      with: { 'policies[0].line': 'staff-health' },
      expect: '80000.00',
      because: '20万 × 40%',
      worksheet: { appliedRate: '0.4' },
    },
    {
      name: 'the rate of the second group is the one given',
      parameters: { secondGroupRate: '30%' },
      with: { 'policies[0].line': '董责险' },
      expect: '60000.00',
      because: '20万 × 30%',
    },
    {
      name: 'another line of the second group',
      with: { 'policies[0].line': 'business-interruption', 'policies[0].inSecondGroup': true },
      expect: '80000.00',
      because: '20万 × 40%',
    },
    {
      name: 'a line of the second group that has no name of its own here',
      with: { 'policies[0].line': 'other', 'policies[0].inSecondGroup': true },
      expect: '80000.00',
      because: '20万 × 40%',
    },
    { name: 'another paid the premium', with: { 'policies[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    {
      name: 'a line of neither group',
      with: { 'policies[0].line': 'business-interruption', 'policies[0].inSecondGroup': false },
      refused: 'line',
    },
    {
      name: 'a policy of two lines of the first group',
      with: { 'policies[0].lines': ['rd-liability', 'key-rd-equipment'] },
      without: ['policies[0].line'],
      expect: '100000.00',
      because: '20万 × 50%',
    },
    {
      name: 'a policy of lines with different rates and one premium',
      with: { 'policies[0].lines': ['rd-liability', 'staff-accident'] },
      without: ['policies[0].line'],
      refused: 'lines-not-split',
    },
    {
      name: 'the cap on the sum of lines of both rates',
      with: {
        'policies[0].premiumPaid': '500000',
        'policies[1]': { ...policy, id: 'B', line: 'staff-accident', premiumPaid: '300000' },
      },
      expect: '300000.00',
      because: 'min(50万 × 50% + 30万 × 40%, 30万)',
      capped: 'annual',
      items: { A: { amount: '250000' }, B: { amount: '120000' } },
    },
    { name: 'exactly the cap', with: { 'policies[0].premiumPaid': '600000' }, expect: '300000.00', because: '60万 × 50%' },
    {
      name: 'what was received this year uses up the cap',
      with: { 'history.receivedThisYear': '250000' },
      expect: '50000.00',
      because: 'min(20万 × 50%, 30万 - 25万)',
      capped: 'annual',
    },
    { name: 'a first-time applicant', with: { 'borrower.receivedBefore': false }, expect: '100000.00', because: '20万 × 50%', flags: ['first-time'] },
    { name: 'an applicant that received before', with: { 'borrower.receivedBefore': true }, expect: '100000.00', because: '20万 × 50%', flags: [] },
    { name: 'none of the six titles', with: { 'borrower.listedTitle': false }, refused: 'title' },
    { name: 'a line that is not filed', with: { 'policies[0].filed': false }, refused: 'filed' },
    { name: 'title not stated', without: ['borrower.listedTitle'], incomplete: ['borrower.listedTitle'] },
    { name: 'filing not stated', without: ['policies[0].filed'], incomplete: ['policies[0].filed'] },
    {
      name: 'group of another line not stated',
      with: { 'policies[0].line': 'business-interruption' },
      incomplete: ['policies[0].inSecondGroup'],
    },
    { name: 'refund not stated', without: ['policies[0].premiumRefunded'], incomplete: ['policies[0].premiumRefunded'] },
    { name: 'history not stated', without: ['history.receivedThisYear'], incomplete: ['history.receivedThisYear'] },
  ],
} satisfies Cases
