import type { Cases } from '../cases.js'

export default {
  base: {
    fund: { size: '200000000' },
    holders: [
      { id: 'guidance', kind: 'guidance', contribution: '40000000' },
      { id: 'a', kind: 'private', contribution: '100000000' },
    ],
    deals: [
      { id: 'A', invested: '60000000', inSector: true, inCity: true },
      { id: 'B', invested: '40000000', inSector: false, inCity: true },
    ],
  },
  cases: [
    { name: 'a fifth', rule: 'contribution', expect: '40000000.00', because: '2亿 × 20%', meaning: 'at-most' },
    {
      name: 'a fen below the largest other',
      rule: 'contribution',
      with: { 'holders[1].contribution': '30000000' },
      expect: '29999999.99',
      because: '3000万 - 0.01',
      capped: 'below-largest',
      worksheet: { largestOther: '30000000' },
    },
    { name: 'size not stated', rule: 'contribution', without: ['fund.size'], incomplete: ['fund.size'] },
    { name: 'exactly 60% in the sector', rule: 'use-test', expect: 'a check', worksheet: { sectorShare: '0.6' } },
    { name: 'just below 60%', rule: 'use-test', with: { 'deals[0].invested': '59990000' }, refused: 'sector' },
    { name: 'sector of a deal not stated', rule: 'use-test', without: ['deals[0].inSector'], incomplete: ['deals[0].inSector'] },
    { name: 'exactly half of the size', rule: 'reinvestment', expect: 'a check', worksheet: { countedReinvestment: '100000000' } },
    { name: 'a fen short', rule: 'reinvestment', with: { 'deals[0].invested': '59999999.99' }, refused: 'city' },
    { name: 'a deal elsewhere does not count', rule: 'reinvestment', with: { 'deals[1].inCity': false }, refused: 'city' },
    { name: 'nothing was invested', rule: 'reinvestment', with: { deals: [] }, refused: 'city' },
    { name: 'place of a deal not stated', rule: 'reinvestment', without: ['deals[0].inCity'], incomplete: ['deals[0].inCity'] },
  ],
} satisfies Cases
