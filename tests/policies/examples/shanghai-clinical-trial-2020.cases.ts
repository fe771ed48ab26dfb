import type { Cases } from '../cases.js'

const insured = { id: 'A', line: 'clinical-trial-liability', start: '2020-03-10', premiumPaid: '100000', premiumRefunded: '0' }

export default {
  base: { policies: [insured] },
  parameters: { specialFrom: '2020-02-01', specialThrough: '2020-06-30' },
  cases: [
    { name: 'in the special period', expect: '80000.00', because: '80% × 10万', worksheet: { appliedRate: '0.8' } },
    { name: 'on its first day', with: { 'policies[0].start': '2020-02-01' }, expect: '80000.00', because: '80% × 10万' },
    { name: 'the day before', with: { 'policies[0].start': '2020-01-31' }, expect: '50000.00', because: '50% × 10万' },
    { name: 'on its last day', with: { 'policies[0].start': '2020-06-30' }, expect: '80000.00', because: '80% × 10万' },
    { name: 'a day later', with: { 'policies[0].start': '2020-07-01' }, expect: '50000.00', because: '50% × 10万' },
    {
      name: 'another period',
      parameters: { specialFrom: '2020-04-01' },
      expect: '50000.00',
      because: '50% × 10万',
    },
    { name: 'another line', with: { 'policies[0].line': 'product-liability' }, refused: 'line' },
    { name: 'first day of cover not stated', without: ['policies[0].start'], incomplete: ['policies[0].start'] },
  ],
} satisfies Cases
