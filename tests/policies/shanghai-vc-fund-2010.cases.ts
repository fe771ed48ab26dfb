import type { Cases } from './cases.js'

const deal = {
  id: 'A',
  stage: 'start-up',
  vcCashInvestment: '8000000',
  price: '12.50',
  vcPrice: '12.50',
  vcStays: true,
  registeredInCity: true,
  taxedInCity: true,
}

export default {
  base: { deals: [deal] },
  cases: [
    { name: 'half of what the VC paid in cash', expect: '4000000.00', because: '800万 × 50%', meaning: 'at-most', worksheet: { appliedShare: '0.5' } },
    { name: 'a seed firm: as much as the VC', with: { 'deals[0].stage': 'seed' }, expect: '8000000.00', because: '800万 × 100%' },
    { name: 'what the VC put in in kind does not count', with: { 'deals[0].vcInKindInvestment': '2000000' }, expect: '4000000.00', because: '800万 × 50%' },
    { name: 'a lower price', with: { 'deals[0].price': '12.49' }, expect: '4000000.00', because: '800万 × 50%' },
    { name: 'a price just above the VC\u2019s', with: { 'deals[0].price': '12.5001' }, refused: 'price' },
    { name: 'the VC may leave first', with: { 'deals[0].vcStays': false }, refused: 'vc-stays' },
    { name: 'registered elsewhere', with: { 'deals[0].registeredInCity': false }, refused: 'registered' },
    { name: 'taxed elsewhere', with: { 'deals[0].taxedInCity': false }, refused: 'taxed' },
    {
      name: 'two deals, one registered elsewhere',
      with: { 'deals[1]': { ...deal, id: 'B', registeredInCity: false } },
      expect: '4000000.00',
      because: '800万 × 50%',
      leftOut: 'registered',
    },
    { name: 'stage not stated', without: ['deals[0].stage'], incomplete: ['deals[0].stage'] },
    { name: 'price not stated', without: ['deals[0].price'], incomplete: ['deals[0].price'] },
  ],
} satisfies Cases
