import type { Cases } from './cases.js'

export default {
  base: {
    fund: { requestedContribution: '20000000', size: '100000000' },
    deals: [{ id: 'A', price: '5', vcPrice: '5', requestedAmount: '1000000' }],
    history: { receivedTotal: '0' },
    holding: { dividends: ['300000', '200000'], exitGain: '1500000' },
  },
  cases: [
    { name: 'what is applied for', rule: 'contribution', expect: '20000000.00', because: '2000万', meaning: 'at-most' },
    { name: 'exactly 30 million', rule: 'contribution', with: { 'fund.requestedContribution': '30000000' }, expect: '30000000.00', because: '3000万' },
    {
      name: 'more than 30 million',
      rule: 'contribution',
      with: { 'fund.requestedContribution': '45000000' },
      expect: '30000000.00',
      because: 'min(4500万, 3000万)',
      capped: 'each-fund',
    },
    { name: 'half of dividends and gain', rule: 'concession', expect: '1000000.00', because: '(30万 + 20万 + 150万) × 50%', worksheet: { ownGain: '2000000' } },
    { name: 'no gain', rule: 'concession', with: { 'holding.dividends': [], 'holding.exitGain': '0' }, expect: '0.00', because: '0 × 50%' },
    { name: 'the price of the VC', rule: 'follow-on', expect: 'a check', because: '0' },
    { name: 'a price just above the VC\u2019s', rule: 'follow-on', with: { 'deals[0].price': '5.0001' }, refused: 'price', expect: 'a check' },
    { name: 'compensation as applied for', rule: 'loss-compensation', expect: '1000000.00', because: '100万' },
    {
      name: 'a tenth of the fund, less what was paid before',
      rule: 'loss-compensation',
      with: { 'history.receivedTotal': '9500000' },
      expect: '500000.00',
      because: 'min(100万, 1亿 × 10% - 950万)',
      capped: 'fund',
    },
    { name: 'gain on exit not stated', rule: 'concession', without: ['holding.exitGain'], incomplete: ['holding.exitGain'] },
    { name: 'size not stated', rule: 'loss-compensation', without: ['fund.size'], incomplete: ['fund.size'] },
  ],
} satisfies Cases
