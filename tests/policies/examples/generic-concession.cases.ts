import type { Cases } from '../cases.js'

export default {
  base: {
    fund: {
      size: '100000000',
      guidanceContribution: '20000000',
      investedInStartUps: '59999999.99',
      promisesPrincipal: false,
      promisesMinimumReturn: false,
    },
    deals: [
      { id: 'A', invested: '40000000', ways: ['local'] },
      { id: 'B', invested: '30000000', ways: ['other'] },
    ],
    holding: { originalInvestment: '20000000', recovered: '30000000', heldYears: '4' },
  },
  parameters: { yearly: '5%', multiple: '2倍', earlyStage: '60%' },
  cases: [
    {
      name: 'a fifth of what exceeds the return',
      rule: 'concession',
      expect: '1137975.00',
      because: '(3000万 - 2000万 × 1.05 × 1.05 × 1.05 × 1.05) × 20%',
      worksheet: { appliedShare: '0.2', excessGain: '5689875' },
    },
    {
      name: 'all of it and a reward above twice the contribution',
      rule: 'concession',
      with: { 'deals[0].invested': '40000000.01' },
      expect: '6689875.00',
      because: '3000万 - 2000万 × 1.05 × 1.05 × 1.05 × 1.05 + 100万',
    },
    {
      name: '60% of it with exactly 60% in start-ups',
      rule: 'concession',
      with: { 'fund.investedInStartUps': '60000000' },
      expect: '3413925.00',
      because: '5689875 × 60%',
    },
    {
      name: 'half of it on leaving at three years',
      rule: 'concession',
      with: { 'holding.heldYears': '3' },
      expect: '3423750.00',
      because: '(3000万 - 2000万 × 1.05 × 1.05 × 1.05) × 50%',
    },
    {
      name: 'a reward never takes more than the own gain',
      rule: 'concession',
      with: { 'deals[0].invested': '40000000.01', 'holding.recovered': '20500000' },
      expect: '500000.00',
      because: 'min(100万, 2050万 - 2000万)',
      capped: 'own-gain',
    },
    { name: 'less than the return: nothing', rule: 'concession', with: { 'holding.recovered': '24000000' }, expect: '0.00', because: '0' },
    { name: 'just the principal', rule: 'concession', with: { 'holding.recovered': '20000000' }, expect: '0.00', because: '0' },
    { name: 'a fen of principal outstanding', rule: 'concession', with: { 'holding.recovered': '19999999.99' }, refused: 'principal-back' },
    { name: 'principal promised', rule: 'concession', with: { 'fund.promisesPrincipal': true }, refused: 'no-promise' },
    { name: 'a return promised', rule: 'concession', with: { 'fund.promisesMinimumReturn': true }, refused: 'no-promise' },
    { name: 'ways of a deal not stated', rule: 'concession', without: ['deals[0].ways'], incomplete: ['deals[0].ways'] },
    { name: 'time held not stated', rule: 'concession', without: ['holding.heldYears'], incomplete: ['holding.heldYears'] },
  ],
} satisfies Cases
