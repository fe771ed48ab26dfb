import type { Cases } from '../cases.js'

export default {
  base: {
    deals: [
      { id: 'A', stage: 'start-up', invested: '8000000', proceeds: '0' },
      { id: 'B', stage: 'early-middle', invested: '2000000', proceeds: '4000000' },
      { id: 'C', stage: 'seed', invested: '5000000', proceeds: '0' },
    ],
  },
  cases: [
    { name: 'exactly 60% lost beside a seed project that is lost', rule: 'use-test', expect: 'a check', worksheet: { loss: '6000000' } },
    { name: 'a fen more lost', rule: 'use-test', with: { 'deals[1].proceeds': '3999999.99' }, refused: 'loss' },
    { name: 'proceeds not stated', rule: 'use-test', without: ['deals[0].proceeds'], incomplete: ['deals[0].proceeds'] },
    { name: 'stage not stated', rule: 'use-test', without: ['deals[2].stage'], incomplete: ['deals[2].stage'] },
  ],
} satisfies Cases
