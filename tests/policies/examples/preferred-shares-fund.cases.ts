import type { Cases } from '../cases.js'

const parties = (guidance: string, vc: string) => ({ guidance, vc })

export default {
  base: {
    fund: { liquidated: false, holdingYears: '2' },
    rates: { benchmark: '0.06' },
    holders: [
      { id: 'guidance', kind: 'guidance', contribution: '20000000' },
      { id: 'vc', kind: 'private', contribution: '60000000' },
    ],
    flows: { proceeds: '100000000' },
  },
  cases: [
    {
      name: 'capital, a return on the preferred shares, the rest by contribution',
      rule: 'distribution',
      expect: '100000000.00',
      because: '1亿',
      worksheet: { preferredDue: '2400000.00' },
      shares: parties('26800000.00', '73200000.00'),
    },
    {
      name: 'in liquidation the guidance fund is first in line',
      rule: 'distribution',
      with: { 'fund.liquidated': true, 'flows.proceeds': '30000000' },
      expect: '30000000.00',
      because: '3000万',
      shares: parties('20000000.00', '10000000.00'),
    },
    {
      name: 'otherwise a loss is shared',
      rule: 'distribution',
      with: { 'flows.proceeds': '30000000' },
      expect: '30000000.00',
      because: '3000万',
      shares: parties('7500000.00', '22500000.00'),
    },
    {
      name: 'the return before anything else',
      rule: 'distribution',
      with: { 'flows.proceeds': '81000000' },
      expect: '81000000.00',
      because: '8100万',
      shares: parties('21000000.00', '60000000.00'),
    },
    { name: 'liquidated or not is not stated', rule: 'distribution', without: ['fund.liquidated'], incomplete: ['fund.liquidated'] },
    { name: 'time not stated', rule: 'distribution', without: ['fund.holdingYears'], incomplete: ['fund.holdingYears'] },
  ],
} satisfies Cases
