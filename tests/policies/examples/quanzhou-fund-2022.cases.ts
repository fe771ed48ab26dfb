import type { Cases } from '../cases.js'

export default {
  base: {
    fund: {
      kind: 'vc',
      size: '500000000',
      firstInstalment: '150000000',
      termMonths: 96,
      investingMonths: 48,
      guidanceContribution: '100000000',
    },
    deals: [
      { id: 'A', invested: '160000000', inMainField: true, local: true },
      { id: 'B', invested: '90000000', inMainField: false, local: false },
    ],
  },
  cases: [
    { name: 'a fifth', rule: 'contribution', expect: '100000000.00', because: '5亿 × 20%', meaning: 'at-most' },
    { name: 'an angel fund', rule: 'contribution', with: { 'fund.kind': 'angel' }, expect: '150000000.00', because: '5亿 × 30%' },
    { name: 'a first instalment of a fifth', rule: 'contribution', with: { 'fund.firstInstalment': '100000000' }, expect: '100000000.00', because: '1亿' },
    { name: 'a fen less', rule: 'contribution', with: { 'fund.firstInstalment': '99999999.99' }, refused: 'first-instalment' },
    { name: 'ten years', rule: 'contribution', with: { 'fund.termMonths': 120 }, expect: '100000000.00', because: '1亿' },
    { name: 'a month more', rule: 'contribution', with: { 'fund.termMonths': 121 }, refused: 'term' },
    { name: 'five years of investing', rule: 'contribution', with: { 'fund.investingMonths': 60 }, expect: '100000000.00', because: '1亿' },
    { name: 'a month more of investing', rule: 'contribution', with: { 'fund.investingMonths': 61 }, refused: 'investing' },
    {
      name: 'exactly 60% in the main field',
      rule: 'use-test',
      with: { 'deals[0].invested': '135000000' },
      expect: 'a check',
      because: '0',
      worksheet: { mainFieldShare: '0.6' },
    },
    { name: 'just below 60%', rule: 'use-test', with: { 'deals[0].invested': '134950000' }, refused: 'main-field', expect: 'a check' },
    {
      name: 'once the contribution',
      rule: 'reinvestment',
      with: { 'deals[0].invested': '100000000' },
      expect: 'a check',
      because: '0',
      worksheet: { countedReinvestment: '100000000', requiredReinvestment: '100000000', rewardedReinvestment: '0' },
    },
    { name: 'a fen short', rule: 'reinvestment', with: { 'deals[0].invested': '99999999.99' }, refused: 'reinvestment', expect: 'a check' },
    {
      name: 'an industry fund: one and a half times',
      rule: 'reinvestment',
      with: { 'fund.kind': 'industry', 'deals[0].invested': '149999999.99' },
      refused: 'reinvestment',
      expect: 'a check',
    },
    {
      name: 'a special fund above twice the contribution',
      rule: 'reinvestment',
      with: { 'fund.kind': 'special', 'deals[0].invested': '230000000' },
      expect: 'a check',
      because: '0',
      worksheet: { requiredReinvestment: '150000000', rewardedReinvestment: '30000000' },
    },
    { name: 'kind not stated', rule: 'contribution', without: ['fund.kind'], incomplete: ['fund.kind'] },
    { name: 'field of a deal not stated', rule: 'use-test', without: ['deals[0].inMainField'], incomplete: ['deals[0].inMainField'] },
    { name: 'whether a deal is local not stated', rule: 'reinvestment', without: ['deals[1].local'], incomplete: ['deals[1].local'] },
  ],
} satisfies Cases
