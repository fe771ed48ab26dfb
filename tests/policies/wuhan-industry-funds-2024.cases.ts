import type { Cases } from './cases.js'

export default {
  base: {
    fund: { kind: 'other', veryLargeProject: false, size: '500000000', requestedContribution: '80000000', termMonths: 96 },
    leverage: { publicMoney: '42400000000', privateMoney: '190100000000' },
  },
  cases: [
    { name: 'what is applied for', rule: 'contribution', expect: '80000000.00', because: '8000万', meaning: 'at-most', flags: [] },
    { name: 'exactly a fifth', rule: 'contribution', with: { 'fund.requestedContribution': '100000000' }, expect: '100000000.00', because: '5亿 × 20%' },
    {
      name: 'more than a fifth',
      rule: 'contribution',
      with: { 'fund.requestedContribution': '150000000' },
      expect: '100000000.00',
      because: 'min(1.5亿, 5亿 × 20%)',
      capped: 'ratio',
    },
    {
      name: 'an angel fund may reach half',
      rule: 'contribution',
      with: { 'fund.kind': 'angel', 'fund.requestedContribution': '250000000' },
      expect: '250000000.00',
      because: '2.5亿',
      flags: [],
    },
    {
      name: 'a seed fund above half is flagged',
      rule: 'contribution',
      with: { 'fund.kind': 'seed', 'fund.requestedContribution': '250000000.01' },
      expect: '250000000.01',
      because: '250000000.01',
      flags: ['above-half'],
    },
    {
      name: 'a very large project is freed of the ratio',
      rule: 'contribution',
      with: { 'fund.veryLargeProject': true, 'fund.requestedContribution': '300000000' },
      expect: '300000000.00',
      because: '3亿',
      flags: [],
    },
    { name: 'ten years', rule: 'contribution', with: { 'fund.termMonths': 120 }, expect: '80000000.00', because: '8000万' },
    { name: 'a month more', rule: 'contribution', with: { 'fund.termMonths': 121 }, refused: 'term' },
    {
      name: 'private over public, and all over public',
      rule: 'leverage',
      expect: 'a check',
      because: '0',
      worksheet: { privateOverPublic: '1901/424', totalOverPublic: '2325/424' },
    },
    { name: 'kind not stated', rule: 'contribution', without: ['fund.kind'], incomplete: ['fund.kind'] },
    { name: 'whether it is a very large project not stated', rule: 'contribution', without: ['fund.veryLargeProject'], incomplete: ['fund.veryLargeProject'] },
    { name: 'public money not stated', rule: 'leverage', without: ['leverage.publicMoney'], incomplete: ['leverage.publicMoney'] },
    { name: 'public money of zero divides nothing', rule: 'leverage', with: { 'leverage.publicMoney': '0' }, incomplete: ['leverage.publicMoney'] },
  ],
} satisfies Cases
