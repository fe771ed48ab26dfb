import type { Cases } from './cases.js'

const others = [
  { id: 'a', kind: 'private', contribution: '400000000' },
  { id: 'b', kind: 'private', contribution: '300000000' },
]

export default {
  base: {
    fund: { size: '1000000000', guidanceContribution: '100000000' },
    holders: others,
    deals: [
      { id: 'A', invested: '900000000', transfersPublicResults: true },
      { id: 'B', invested: '50000000', transfersPublicResults: false },
    ],
  },
  cases: [
    {
      name: 'at most 30% of the fund',
      rule: 'contribution',
      expect: '300000000.00',
      because: '10亿 × 30%',
      meaning: 'at-most',
      worksheet: { largestOther: '400000000' },
      flags: [],
    },
    { name: 'exactly 30%', rule: 'contribution', with: { 'fund.guidanceContribution': '300000000' }, expect: '300000000.00', because: '3亿' },
    { name: 'a fen above 30%', rule: 'contribution', with: { 'fund.guidanceContribution': '300000000.01' }, refused: 'ratio' },
    { name: 'a fen below 10%', rule: 'contribution', with: { 'fund.guidanceContribution': '99999999.99' }, refused: 'ratio' },
    {
      name: 'equal to the largest',
      rule: 'contribution',
      with: { 'holders[0].contribution': '100000000', 'holders[1].contribution': '100000000' },
      refused: 'not-largest',
    },
    {
      name: 'equal to the largest, where that is allowed',
      rule: 'contribution',
      parameters: { equalToLargest: 'allowed' },
      with: { 'holders[0].contribution': '100000000', 'holders[1].contribution': '100000000' },
      expect: '100000000.00',
      because: 'min(3亿, 1亿)',
      capped: 'below-largest',
      flags: ['tie'],
    },
    {
      name: 'a fen more than the largest, where equal is allowed',
      rule: 'contribution',
      parameters: { equalToLargest: 'allowed' },
      with: { 'fund.guidanceContribution': '100000000.01', 'holders[0].contribution': '100000000', 'holders[1].contribution': '100000000' },
      refused: 'not-largest',
    },
    {
      name: 'a fen less than the largest',
      rule: 'contribution',
      with: { 'holders[0].contribution': '100000000.01', 'holders[1].contribution': '100000000' },
      expect: '100000000.00',
      because: 'min(3亿, 100000000.01 - 0.01)',
      capped: 'below-largest',
      flags: [],
    },
    {
      name: 'with a tenth half of the fund binds',
      rule: 'reinvestment',
      expect: 'a check',
      because: '0',
      worksheet: { requiredReinvestment: '500000000', countedReinvestment: '900000000' },
    },
    {
      name: 'with 30% three times the contribution binds',
      rule: 'reinvestment',
      with: { 'fund.guidanceContribution': '300000000' },
      expect: 'a check',
      because: '0',
      worksheet: { requiredReinvestment: '900000000' },
    },
    {
      name: 'a fen short of it',
      rule: 'reinvestment',
      with: { 'fund.guidanceContribution': '300000000', 'deals[0].invested': '899999999.99' },
      refused: 'reinvestment',
      expect: 'a check',
    },
    {
      name: 'what is not a transfer does not count',
      rule: 'reinvestment',
      with: { 'deals[0].transfersPublicResults': false },
      refused: 'reinvestment',
      expect: 'a check',
    },
    { name: 'size not stated', rule: 'contribution', without: ['fund.size'], incomplete: ['fund.size'] },
    {
      name: 'whether a deal transfers results not stated',
      rule: 'reinvestment',
      without: ['deals[0].transfersPublicResults'],
      incomplete: ['deals[0].transfersPublicResults'],
    },
  ],
} satisfies Cases
