import type { Cases } from '../cases.js'

export default {
  base: {
    fund: { paidInCapital: '60000000' },
    fee: { base: 'paid-in', committedCapital: '100000000', investedMoney: '30000000', annualRate: '0.02', days: 365 },
  },
  cases: [
    { name: 'on what is paid in', rule: 'fee', expect: '1200000.00', because: '6000万 × 2%', flags: [] },
    { name: 'on what is actually invested', rule: 'fee', with: { 'fee.base': 'invested' }, expect: '600000.00', because: '3000万 × 2%', flags: [] },
    {
      name: 'on commitments: told to the official',
      rule: 'fee',
      with: { 'fee.base': 'committed', 'fee.days': 73 },
      expect: '400000.00',
      because: '1亿 × 2% × 73 / 365',
      flags: ['on-commitments'],
    },
    { name: 'base not stated', rule: 'fee', without: ['fee.base'], incomplete: ['fee.base'] },
    { name: 'invested money not stated', rule: 'fee', with: { 'fee.base': 'invested' }, without: ['fee.investedMoney'], incomplete: ['fee.investedMoney'] },
  ],
} satisfies Cases
