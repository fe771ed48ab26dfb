import type { Cases } from './cases.js'

export default {
  base: { recipient: 'investor', deals: [{ id: 'A', cashInvested: '20000000' }] },
  cases: [
    { name: 'five percent to the investor', expect: '1000000.00', because: '2000万 × 5%', meaning: 'at-most' },
    { name: 'five percent to the firm', with: { recipient: 'investee' }, expect: '1000000.00', because: '2000万 × 5%' },
    { name: 'exactly the cap of the investor', with: { 'deals[0].cashInvested': '60000000' }, expect: '3000000.00', because: '6000万 × 5%' },
    {
      name: 'above the cap of the investor',
      with: { 'deals[0].cashInvested': '60000000.20' },
      expect: '3000000.00',
      because: 'min(60000000.20 × 5%, 300万)',
      capped: 'investor',
    },
    {
      name: 'above the cap of the firm',
      with: { recipient: 'investee', 'deals[0].cashInvested': '60000000' },
      expect: '2000000.00',
      because: 'min(6000万 × 5%, 200万)',
      capped: 'investee',
    },
    {
      name: 'two deals share the cap',
      with: { 'deals[1]': { id: 'B', cashInvested: '50000000' } },
      expect: '3000000.00',
      because: 'min(2000万 × 5% + 5000万 × 5%, 300万)',
      capped: 'investor',
    },
    { name: 'who applies not stated', without: ['recipient'], incomplete: ['recipient'] },
    { name: 'investment not stated', without: ['deals[0].cashInvested'], incomplete: ['deals[0].cashInvested'] },
  ],
} satisfies Cases
