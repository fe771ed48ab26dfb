import type { Cases } from './cases.js'

const deal = {
  id: 'A',
  invested: '10000000',
  classes: [] as string[],
  externalRound: 1,
  staff: 50,
  assets: '8000000',
  sales: '5000000',
  investedDate: '2022-03-01',
  investeeFoundedDate: '2014-01-01',
}
/** Four parts in ten that are not early-stage: the other six decide. */
const later = { ...deal, id: 'Z', externalRound: 6, staff: 900, assets: '500000000', sales: '800000000', invested: '6666666.66' }
const early = { ...later, id: 'A', invested: '10000000' }

export default {
  base: {
    fund: { size: '150000000', privateCapital: '90000000', kind: 'early-stage' },
    manager: { paidInCapital: '8000000' },
    deals: [deal],
  },
  cases: [
    {
      name: '40% of the whole is two thirds of the private money',
      rule: 'contribution',
      expect: '60000000.00',
      because: '9000万 × 40% / 60%',
      meaning: 'at-most',
    },
    { name: '40% of the size where only that is known', rule: 'contribution', without: ['fund.privateCapital'], expect: '60000000.00', because: '1.5亿 × 40%' },
    {
      name: 'a sub-fund of exactly 1亿',
      rule: 'contribution',
      with: { 'fund.size': '100000000' },
      expect: '40000000.00',
      because: 'min(1亿 × 40%, 9000万 × 40% / 60%)',
    },
    {
      name: 'less private money than the size leaves room for',
      rule: 'contribution',
      with: { 'fund.privateCapital': '75000000' },
      expect: '50000000.00',
      because: 'min(1.5亿 × 40%, 7500万 × 40% / 60%)',
    },
    { name: 'a sub-fund a fen smaller', rule: 'contribution', with: { 'fund.size': '99999999.99' }, refused: 'fund-size' },
    {
      name: 'a manager with exactly five million',
      rule: 'contribution',
      with: { 'manager.paidInCapital': '5000000' },
      expect: '60000000.00',
      because: '6000万',
    },
    { name: 'a manager with a fen less', rule: 'contribution', with: { 'manager.paidInCapital': '4999999.99' }, refused: 'manager-capital' },
    { name: 'all in early-stage firms', rule: 'use-test', expect: 'a check', because: '0', worksheet: { earlyStageShare: '1' } },
    {
      name: 'exactly 60%: second round, 200 staff, assets of 30 million though sales are large',
      rule: 'use-test',
      with: {
        deals: [
          { ...early, externalRound: 2, staff: 200, assets: '30000000', invested: '6000000' },
          { ...later, invested: '4000000' },
        ],
      },
      expect: 'a check',
      because: '0',
      worksheet: { earlyStageShare: '0.6' },
    },
    {
      name: 'just below 60%',
      rule: 'use-test',
      with: {
        deals: [
          { ...deal, invested: '5999000' },
          { ...later, invested: '4001000' },
        ],
      },
      refused: 'early-stage',
      expect: 'a check',
    },
    {
      name: 'third round, but five years old on the day; sales of 30 million though assets are large',
      rule: 'use-test',
      with: { deals: [{ ...early, staff: 200, sales: '30000000', investedDate: '2019-01-01', externalRound: 3 }] },
      expect: 'a check',
      because: '0',
    },
    {
      name: 'third round and five years and a day',
      rule: 'use-test',
      with: { deals: [{ ...early, staff: 200, sales: '30000000', investedDate: '2019-01-02', externalRound: 3 }] },
      refused: 'early-stage',
      expect: 'a check',
    },
    { name: '201 staff', rule: 'use-test', with: { 'deals[0].staff': 201 }, refused: 'early-stage', expect: 'a check' },
    {
      name: 'assets and sales a fen above 30 million',
      rule: 'use-test',
      with: { 'deals[0].assets': '30000000.01', 'deals[0].sales': '30000000.01' },
      refused: 'early-stage',
      expect: 'a check',
    },
    { name: 'not an early-stage fund', rule: 'use-test', with: { 'fund.kind': 'other', deals: [later] }, expect: 'a check', because: '0' },
    {
      name: 'weights: none, talent, start-up talent',
      rule: 'reinvestment',
      with: {
        'deals[1]': { ...deal, id: 'B', classes: ['talent'] },
        'deals[2]': { ...deal, id: 'C', classes: ['talent', 'start-up-talent'] },
      },
      expect: '37000000.00',
      because: '1000万 + 1000万 × 1.2 + 1000万 × 1.5',
      items: { A: { weight: '1', amount: '10000000' }, C: { weight: '1.5', amount: '15000000' } },
    },
    {
      name: 'a strategic talent, the highest',
      rule: 'reinvestment',
      with: { 'deals[0].classes': ['strategic-talent', 'talent'] },
      expect: '25000000.00',
      because: '1000万 × 2.5',
    },
    { name: 'classes not stated', rule: 'reinvestment', without: ['deals[0].classes'], incomplete: ['deals[0].classes'] },
    { name: 'kind of fund not stated', rule: 'use-test', with: { deals: [later] }, without: ['fund.kind'], incomplete: ['fund.kind'] },
    { name: 'round not stated', rule: 'use-test', without: ['deals[0].externalRound'], incomplete: ['deals[0].externalRound'] },
    {
      name: 'assets not stated, sales large',
      rule: 'use-test',
      with: { 'deals[0].sales': '90000000' },
      without: ['deals[0].assets'],
      incomplete: ['deals[0].assets'],
    },
    {
      name: 'sales not stated, assets large',
      rule: 'use-test',
      with: { 'deals[0].assets': '90000000' },
      without: ['deals[0].sales'],
      incomplete: ['deals[0].sales'],
    },
    { name: 'size not stated', rule: 'contribution', without: ['fund.size'], incomplete: ['fund.size'] },
  ],
} satisfies Cases
