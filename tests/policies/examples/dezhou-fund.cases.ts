import type { Cases } from '../cases.js'

export default {
  base: {
    fund: { kind: 'industry', size: '400000000', concessionRate: '0.3' },
    holding: { originalInvestment: '20000000', recovered: '26000000' },
  },
  cases: [
    { name: 'a quarter of an industry fund', rule: 'contribution', expect: '100000000.00', because: '4亿 × 25%', meaning: 'at-most' },
    { name: '30% of a farm and sea fund', rule: 'contribution', with: { 'fund.kind': 'farm-and-sea' }, expect: '120000000.00', because: '4亿 × 30%' },
    { name: 'the rate of the fund on its gain', rule: 'concession', expect: '1800000.00', because: '(2600万 - 2000万) × 30%' },
    { name: 'a fund without concession', rule: 'concession', with: { 'fund.concessionRate': '0' }, expect: '0.00', because: '600万 × 0' },
    { name: 'just the principal', rule: 'concession', with: { 'holding.recovered': '20000000' }, expect: '0.00', because: '0' },
    { name: 'a fen of principal outstanding', rule: 'concession', with: { 'holding.recovered': '19999999.99' }, refused: 'principal-back' },
    { name: 'kind not stated', rule: 'contribution', without: ['fund.kind'], incomplete: ['fund.kind'] },
    { name: 'rate of concession not stated', rule: 'concession', without: ['fund.concessionRate'], incomplete: ['fund.concessionRate'] },
  ],
} satisfies Cases
