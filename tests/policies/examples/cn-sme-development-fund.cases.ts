import type { Cases } from '../cases.js'

export default {
  base: { fund: { size: '800000000' } },
  cases: [
    { name: '30% of the sub-fund', expect: '240000000.00', because: '8亿 × 30%', meaning: 'at-most' },
    { name: 'exactly 5亿', with: { 'fund.size': '500000000' }, expect: '150000000.00', because: '5亿 × 30%' },
    { name: 'a fen smaller', with: { 'fund.size': '499999999.99' }, refused: 'fund-size' },
    { name: 'size not stated', without: ['fund.size'], incomplete: ['fund.size'] },
  ],
} satisfies Cases
