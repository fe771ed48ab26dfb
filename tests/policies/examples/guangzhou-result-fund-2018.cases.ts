import type { Cases } from '../cases.js'

const paid = { instalmentDue: '20000000', instalmentPaid: '20000000' }

export default {
  base: {
    fund: { size: '300000000', researchLed: false, guidanceContribution: '60000000' },
    holders: [
      { id: 'guidance', kind: 'guidance', contribution: '60000000' },
      { id: 'a', kind: 'private', contribution: '150000000', ...paid },
      { id: 'b', kind: 'private', contribution: '90000000', ...paid },
    ],
    deals: [
      { id: 'A', invested: '60000000', ways: ['local'], transferProject: true },
      { id: 'B', invested: '20000000', ways: ['local', 'brought'], transferProject: true },
      { id: 'C', invested: '70000000', ways: ['elsewhere'], transferProject: true },
    ],
  },
  cases: [
    { name: 'a fifth', rule: 'contribution', expect: '60000000.00', because: '3亿 × 20%', meaning: 'at-most' },
    { name: 'a research-led fund may have half', rule: 'contribution', with: { 'fund.researchLed': true }, expect: '150000000.00', because: '3亿 × 50%' },
    {
      name: 'another holder is a fen short of this instalment',
      rule: 'contribution',
      with: { 'holders[1].instalmentPaid': '19999999.99' },
      refused: 'others-first',
    },
    {
      name: 'two others are short',
      rule: 'contribution',
      with: { 'holders[1].instalmentPaid': '0', 'holders[2].instalmentPaid': '0' },
      refused: 'others-first',
    },
    { name: 'equal to the largest', rule: 'contribution', with: { 'fund.guidanceContribution': '150000000' }, refused: 'not-largest' },
    {
      name: 'a fen less than the largest',
      rule: 'contribution',
      with: { 'fund.guidanceContribution': '149999999.99' },
      expect: '60000000.00',
      because: '3亿 × 20%',
    },
    {
      name: 'a research-led fund with one other project',
      rule: 'use-test',
      with: { 'fund.researchLed': true, 'deals[2].transferProject': false },
      refused: 'all-transfer',
      expect: 'a check',
    },
    { name: 'a research-led fund with none', rule: 'use-test', with: { 'fund.researchLed': true }, expect: 'a check', because: '0' },
    { name: 'another fund with one', rule: 'use-test', with: { 'deals[2].transferProject': false }, expect: 'a check', because: '0' },
    {
      name: 'a firm brought to the city counts one and a half times, and once though it counts in two ways',
      rule: 'reinvestment',
      expect: 'a check',
      because: '0',
      worksheet: { countedReinvestment: '90000000', requiredReinvestment: '90000000' },
    },
    { name: 'a fen short', rule: 'reinvestment', with: { 'deals[0].invested': '59999999.99' }, refused: 'reinvestment', expect: 'a check' },
    { name: 'whether it is research-led not stated', rule: 'contribution', without: ['fund.researchLed'], incomplete: ['fund.researchLed'] },
    {
      name: 'projects not stated',
      rule: 'use-test',
      with: { 'fund.researchLed': true },
      without: ['deals[0].transferProject'],
      incomplete: ['deals[0].transferProject'],
    },
    { name: 'ways of a deal not stated', rule: 'reinvestment', without: ['deals[0].ways'], incomplete: ['deals[0].ways'] },
  ],
} satisfies Cases
