import type { Cases } from '../cases.js'

export default {
  base: {
    fund: { size: '250000000' },
    deals: [
      { id: 'A', stage: 'start-up', innovative: true, invested: '100000000' },
      { id: 'B', stage: 'early-middle', innovative: true, invested: '50000000' },
      { id: 'C', stage: 'later', innovative: true, invested: '80000000' },
    ],
  },
  cases: [
    { name: 'exactly 60% of the size', rule: 'use-test', expect: 'a check', worksheet: { earlyStage: '150000000' } },
    {
      name: 'a fen short, though it is more than 60% of what was invested',
      rule: 'use-test',
      with: { 'deals[1].invested': '49999999.99' },
      refused: 'early-stage',
    },
    { name: 'a firm that is not innovative', rule: 'use-test', with: { 'deals[0].innovative': false }, refused: 'early-stage' },
    { name: 'stage not stated', rule: 'use-test', without: ['deals[2].stage'], incomplete: ['deals[2].stage'] },
    { name: 'innovative or not is not stated', rule: 'use-test', without: ['deals[0].innovative'], incomplete: ['deals[0].innovative'] },
  ],
} satisfies Cases
