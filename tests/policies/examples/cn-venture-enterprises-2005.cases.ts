import type { Cases } from '../cases.js'

const inParts = { 'fund.paidInCapital': '10000000' }

export default {
  base: {
    fund: {
      paidInCapital: '30000000',
      committedCapital: '30000000',
      firstInstalment: '10000000',
      firstPaidDate: '2006-04-01',
      restDueDate: '2011-04-01',
      termMonths: 84,
      totalAssets: '50000000',
    },
    deals: [
      { id: 'A', investee: 'X', invested: '6000000' },
      { id: 'B', investee: 'X', invested: '4000000' },
      { id: 'C', investee: 'Y', invested: '9000000' },
    ],
  },
  cases: [
    {
      name: 'rounds into one firm count together: exactly a fifth',
      rule: 'use-test',
      expect: 'a check',
      worksheet: { largestInvestee: '10000000' },
    },
    { name: 'a fen more in one firm', rule: 'use-test', with: { 'deals[1].invested': '4000000.01' }, refused: 'one-firm' },
    { name: 'all paid in, whatever the first instalment', rule: 'use-test', with: { 'fund.firstInstalment': '9999999.99' }, expect: 'a check' },
    {
      name: 'a fen short, and a first instalment that is too small',
      rule: 'use-test',
      with: { 'fund.paidInCapital': '29999999.99', 'fund.firstInstalment': '9999999.99' },
      refused: 'capital',
    },
    { name: 'a first third, the rest due on the last day of five years', rule: 'use-test', with: inParts, expect: 'a check' },
    { name: 'the rest due a day later', rule: 'use-test', with: { ...inParts, 'fund.restDueDate': '2011-04-02' }, refused: 'capital' },
    { name: 'a first instalment a fen short', rule: 'use-test', with: { ...inParts, 'fund.firstInstalment': '9999999.99' }, refused: 'capital' },
    { name: 'a fen too little committed', rule: 'use-test', with: { ...inParts, 'fund.committedCapital': '29999999.99' }, refused: 'capital' },
    { name: 'a month short of seven years', rule: 'use-test', with: { 'fund.termMonths': 83 }, refused: 'term' },
    { name: 'firm of a round not stated', rule: 'use-test', without: ['deals[1].investee'], incomplete: ['deals[1].investee'] },
    { name: 'total assets not stated', rule: 'use-test', without: ['fund.totalAssets'], incomplete: ['fund.totalAssets'] },
    { name: 'day of the rest not stated', rule: 'use-test', with: inParts, without: ['fund.restDueDate'], incomplete: ['fund.restDueDate'] },
  ],
} satisfies Cases
