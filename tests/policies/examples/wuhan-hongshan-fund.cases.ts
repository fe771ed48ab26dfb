import type { Cases } from '../cases.js'

export default {
  base: {
    fund: { kind: 'market', size: '200000000', guidanceContribution: '50000000' },
    deals: [
      { id: 'A', invested: '60000000', inDistrict: true },
      { id: 'B', invested: '30000000', inDistrict: false },
    ],
  },
  cases: [
    { name: 'a quarter of a market sub-fund', rule: 'contribution', expect: '50000000.00', because: '2亿 × 25%', meaning: 'at-most' },
    { name: '30% of a special one', rule: 'contribution', with: { 'fund.kind': 'special' }, expect: '60000000.00', because: '2亿 × 30%' },
    {
      name: 'exactly 1.2 times',
      rule: 'reinvestment',
      expect: 'a check',
      because: '0',
      worksheet: { countedReinvestment: '60000000', requiredReinvestment: '60000000' },
    },
    { name: 'a fen short', rule: 'reinvestment', with: { 'deals[0].invested': '59999999.99' }, refused: 'reinvestment', expect: 'a check' },
    { name: 'kind not stated', rule: 'contribution', without: ['fund.kind'], incomplete: ['fund.kind'] },
    { name: 'place of a deal not stated', rule: 'reinvestment', without: ['deals[0].inDistrict'], incomplete: ['deals[0].inDistrict'] },
  ],
} satisfies Cases
