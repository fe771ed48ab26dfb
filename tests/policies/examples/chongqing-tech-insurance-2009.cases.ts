import type { Cases } from '../cases.js'

const insured = { id: 'A', line: 'rd-liability', premiumPaid: '100000', premiumRefunded: '0' }

export default {
  base: { policies: [insured] },
  cases: [
    { name: 'at most 70%, and what 30% would be', expect: '70000.00', because: '70% × 10万', meaning: 'at-most', worksheet: { leastSubsidy: '30000' } },
    {
      name: 'the three lines',
      with: {
        'policies[1]': { ...insured, id: 'B', line: '项目投资损失保险' },
        'policies[2]': { ...insured, id: 'C', line: '小额贷款保证险' },
      },
      expect: '210000.00',
      because: '70% × 10万 × 3',
    },
    { name: 'another line', with: { 'policies[0].line': 'export-credit' }, refused: 'line' },
    { name: 'line not stated', without: ['policies[0].line'], incomplete: ['policies[0].line'] },
  ],
} satisfies Cases
