import type { AllocationRule, Budget, Claim } from '../../src/portfolio/index.js'

/** A budget, the claims on it, and what each is given: with the arithmetic, and the reason where it is cut. */
export interface BudgetCase {
  readonly name: string
  readonly claims: readonly Claim[]
  readonly budget: Budget
  readonly given: { readonly [id: string]: { readonly expect: string; readonly because: string; readonly reason?: string } }
  readonly unspent?: { readonly expect: string; readonly because: string }
}

const filed = (id: string, amount: string, on: string, more: Partial<Claim> = {}): Claim => ({ id, amount, ...more, keys: { filed: on, ...more.keys } })
const queue = (last: 'part-paid' | 'not-paid' | 'skipped'): AllocationRule => ({ rule: 'first-come', order: [{ key: 'filed', first: 'lowest' }], last })
const four = [filed('d', '20', '2026-03-04'), filed('a', '50', '2026-03-01'), filed('c', '60', '2026-03-03'), filed('b', '30.50', '2026-03-02')]
const three: readonly Claim[] = [
  { id: 'a', amount: '100' },
  { id: 'b', amount: '100' },
  { id: 'c', amount: '100' },
]
const proRata = (unit: 'fen' | 'yuan' | 'hundred-yuan', remainder: 'largest-remainder' | 'unspent' | { to: string }): AllocationRule => ({
  rule: 'pro-rata',
  unit,
  remainder,
})
const tiers = (within: Extract<AllocationRule, { rule: 'first-come' | 'pro-rata' | 'rate-set-afterwards' }>): AllocationRule => ({
  rule: 'tiers',
  key: 'tier',
  tiers: ['A', 'B', 'C'],
  within,
})
const tiered: readonly Claim[] = [
  { id: 'a1', amount: '40', keys: { tier: 'A' } },
  { id: 'b1', amount: '30', keys: { tier: 'B' } },
  { id: 'b2', amount: '60', keys: { tier: 'B' } },
  { id: 'c1', amount: '10', keys: { tier: 'C' } },
]
const fenProRata = { rule: 'pro-rata', unit: 'fen', remainder: 'largest-remainder' } as const
const rated: readonly Claim[] = [
  { id: 'a', amount: '300', base: '10000' },
  { id: 'b', amount: '600', base: '20000' },
  { id: 'c', amount: '100', base: '10000' },
]
const rate = (rateStep?: string): AllocationRule => ({ rule: 'rate-set-afterwards', of: 'base', unit: 'fen', ...(rateStep !== undefined && { rateStep }) })
const classed: readonly Claim[] = [
  { id: 'a', amount: '50', keys: { class: 'tech' } },
  { id: 'b', amount: '60', keys: { class: 'other' } },
  { id: 'c', amount: '10', keys: { class: 'tech' } },
]
const earmark = (unused: 'spills-over' | 'stays'): Budget => ({
  amount: '100',
  purses: [
    { id: 'tech', share: '0.8', for: { key: 'class', in: ['tech'] }, unused, rule: fenProRata },
    { id: 'open', share: '0.2', unused: 'stays', rule: fenProRata },
  ],
})

export const cases: readonly BudgetCase[] = [
  {
    name: 'unlimited',
    claims: three,
    budget: { rule: 'unlimited' },
    given: { a: { expect: '100.00', because: '100' }, b: { expect: '100.00', because: '100' }, c: { expect: '100.00', because: '100' } },
  },
  {
    name: 'first come, the last one part-paid',
    claims: four,
    budget: { amount: '100', rule: queue('part-paid') },
    given: {
      a: { expect: '50.00', because: '50' },
      b: { expect: '30.50', because: '30.50' },
      c: { expect: '19.50', because: '100 - 50 - 30.50', reason: 'part-paid' },
      d: { expect: '0.00', because: '0', reason: 'budget-spent' },
    },
    unspent: { expect: '0.00', because: '100 - 50 - 30.50 - 19.50' },
  },
  {
    name: 'first come, the queue ends at the last one',
    claims: four,
    budget: { amount: '100.50', rule: queue('not-paid') },
    given: {
      a: { expect: '50.00', because: '50' },
      b: { expect: '30.50', because: '30.50' },
      c: { expect: '0.00', because: '0', reason: 'does-not-fit' },
      d: { expect: '0.00', because: '0', reason: 'queue-closed' },
    },
    unspent: { expect: '20.00', because: '100.50 - 50 - 30.50' },
  },
  {
    name: 'first come, one that does not fit is skipped, the next fits exactly',
    claims: four,
    budget: { amount: '100.50', rule: queue('skipped') },
    given: {
      a: { expect: '50.00', because: '50' },
      b: { expect: '30.50', because: '30.50' },
      c: { expect: '0.00', because: '0', reason: 'does-not-fit' },
      d: { expect: '20.00', because: '20' },
    },
    unspent: { expect: '0.00', because: '100.50 - 50 - 30.50 - 20' },
  },
  {
    name: 'first come, one fen short for the one behind',
    claims: four,
    budget: { amount: '100.49', rule: queue('skipped') },
    given: {
      a: { expect: '50.00', because: '50' },
      b: { expect: '30.50', because: '30.50' },
      c: { expect: '0.00', because: '0', reason: 'does-not-fit' },
      d: { expect: '0.00', because: '0', reason: 'does-not-fit' },
    },
    unspent: { expect: '19.99', because: '100.49 - 50 - 30.50' },
  },
  {
    name: 'filed on one day: the id decides',
    claims: [filed('b', '70', '2026-03-01'), filed('a', '70', '2026-03-01')],
    budget: { amount: '100', rule: queue('part-paid') },
    given: { a: { expect: '70.00', because: '70' }, b: { expect: '30.00', because: '100 - 70', reason: 'part-paid' } },
  },
  {
    name: 'the highest score first, then the day',
    claims: [
      filed('a', '60', '2026-03-01', { keys: { score: 80 } }),
      filed('b', '60', '2026-03-03', { keys: { score: 92.5 } }),
      filed('c', '60', '2026-03-02', { keys: { score: 92.5 } }),
    ],
    budget: {
      amount: '100',
      rule: {
        rule: 'first-come',
        order: [
          { key: 'score', first: 'highest' },
          { key: 'filed', first: 'lowest' },
        ],
        last: 'part-paid',
      },
    },
    given: {
      a: { expect: '0.00', because: '0', reason: 'budget-spent' },
      b: { expect: '40.00', because: '100 - 60', reason: 'part-paid' },
      c: { expect: '60.00', because: '60' },
    },
  },
  {
    name: 'as listed: the list decides, not the id',
    claims: [
      { id: 'b', amount: '70' },
      { id: 'a', amount: '70' },
    ],
    budget: { amount: '100', rule: { rule: 'first-come', order: 'as-listed', last: 'part-paid' } },
    given: { b: { expect: '70.00', because: '70' }, a: { expect: '30.00', because: '100 - 70', reason: 'part-paid' } },
  },
  {
    name: 'pro rata to the fen, the fen left goes to the lower id',
    claims: three,
    budget: { amount: '100', rule: proRata('fen', 'largest-remainder') },
    given: {
      a: { expect: '33.34', because: '100 × 100 ÷ 300 + 0.01', reason: 'pro-rata' },
      b: { expect: '33.33', because: '100 × 100 ÷ 300', reason: 'pro-rata' },
      c: { expect: '33.33', because: '100 × 100 ÷ 300', reason: 'pro-rata' },
    },
    unspent: { expect: '0.00', because: '100 - 33.34 - 33.33 - 33.33' },
  },
  {
    name: 'pro rata in whole yuan, the rest unspent',
    claims: three,
    budget: { amount: '100.50', rule: proRata('yuan', 'unspent') },
    given: {
      a: { expect: '33.00', because: '33', reason: 'pro-rata' },
      b: { expect: '33.00', because: '33', reason: 'pro-rata' },
      c: { expect: '33.00', because: '33', reason: 'pro-rata' },
    },
    unspent: { expect: '1.50', because: '100.50 - 3 × 33' },
  },
  {
    name: 'pro rata in whole yuan, the rest to a named claim',
    claims: three,
    budget: { amount: '100.50', rule: proRata('yuan', { to: 'c' }) },
    given: {
      a: { expect: '33.00', because: '33', reason: 'pro-rata' },
      b: { expect: '33.00', because: '33', reason: 'pro-rata' },
      c: { expect: '34.50', because: '100.50 - 33 - 33', reason: 'pro-rata' },
    },
    unspent: { expect: '0.00', because: '0' },
  },
  {
    name: 'the rest never takes a named claim above what it asks for',
    claims: [
      { id: 'a', amount: '1.60' },
      { id: 'b', amount: '1.90' },
      { id: 'c', amount: '0.50' },
    ],
    budget: { amount: '3.99', rule: proRata('yuan', { to: 'c' }) },
    given: {
      a: { expect: '1.00', because: '1', reason: 'pro-rata' },
      b: { expect: '1.00', because: '1', reason: 'pro-rata' },
      c: { expect: '0.50', because: 'min(3.99 - 2, 0.50)' },
    },
    unspent: { expect: '1.49', because: '3.99 - 2.50' },
  },
  {
    name: 'a unit left never takes a claim above what it asks for',
    claims: [
      { id: 'a', amount: '0.90' },
      { id: 'b', amount: '2.00' },
    ],
    budget: { amount: '2.00', rule: proRata('yuan', 'largest-remainder') },
    given: {
      a: { expect: '0.00', because: '0', reason: 'pro-rata' },
      b: { expect: '2.00', because: '1 + 1' },
    },
    unspent: { expect: '0.00', because: '2 - 2' },
  },
  {
    name: 'pro rata where the budget is just enough: nothing is cut, not even to the unit',
    claims: [
      { id: 'a', amount: '0.90' },
      { id: 'b', amount: '2.05' },
    ],
    budget: { amount: '2.95', rule: proRata('yuan', 'unspent') },
    given: { a: { expect: '0.90', because: '0.90' }, b: { expect: '2.05', because: '2.05' } },
  },
  {
    name: 'a budget of nothing',
    claims: [three[0] as Claim, { id: 'z', amount: '0' }],
    budget: { amount: '0', rule: fenProRata },
    given: { a: { expect: '0.00', because: '0', reason: 'budget-spent' }, z: { expect: '0.00', because: '0' } },
  },
  {
    name: 'tiers: the first in full, the second in proportion, the third not at all',
    claims: tiered,
    budget: { amount: '100', rule: tiers(fenProRata) },
    given: {
      a1: { expect: '40.00', because: '40' },
      b1: { expect: '20.00', because: '(100 - 40) × 30 ÷ 90', reason: 'pro-rata' },
      b2: { expect: '40.00', because: '(100 - 40) × 60 ÷ 90', reason: 'pro-rata' },
      c1: { expect: '0.00', because: '0', reason: 'earlier-tier' },
    },
  },
  {
    name: 'tiers: what a cut tier leaves does not reach the next',
    claims: tiered,
    budget: { amount: '99.50', rule: tiers({ rule: 'pro-rata', unit: 'yuan', remainder: 'unspent' }) },
    given: {
      a1: { expect: '40.00', because: '40' },
      b1: { expect: '19.00', because: '19', reason: 'pro-rata' },
      b2: { expect: '39.00', because: '39', reason: 'pro-rata' },
      c1: { expect: '0.00', because: '0', reason: 'earlier-tier' },
    },
    unspent: { expect: '1.50', because: '99.50 - 40 - 19 - 39' },
  },
  {
    name: 'one rate set afterwards: budget ÷ bases',
    claims: rated.slice(0, 2),
    budget: { amount: '750', rule: rate() },
    given: {
      a: { expect: '250.00', because: '10000 × 750 / 30000', reason: 'rate-set-afterwards' },
      b: { expect: '500.00', because: '20000 × 750 / 30000', reason: 'rate-set-afterwards' },
    },
  },
  {
    name: 'who asks for a lower rate keeps it, and the others share the rest at one rate',
    claims: rated,
    budget: { amount: '850', rule: rate() },
    given: {
      a: { expect: '250.00', because: '10000 × (850 - 100) / 30000', reason: 'rate-set-afterwards' },
      b: { expect: '500.00', because: '20000 × (850 - 100) / 30000', reason: 'rate-set-afterwards' },
      c: { expect: '100.00', because: 'min(100, 10000 × 0.025)' },
    },
  },
  {
    name: 'the rate cut down to a step',
    claims: rated.slice(0, 2),
    budget: { amount: '770', rule: rate('0.001') },
    given: {
      a: { expect: '250.00', because: '10000 × 0.025', reason: 'rate-set-afterwards' },
      b: { expect: '500.00', because: '20000 × 0.025', reason: 'rate-set-afterwards' },
    },
    unspent: { expect: '20.00', because: '770 - 750' },
  },
  {
    name: 'an earmark: what it does not use spills over',
    claims: classed,
    budget: earmark('spills-over'),
    given: {
      a: { expect: '50.00', because: '50' },
      b: { expect: '40.00', because: '80 - 50 - 10 + 20', reason: 'pro-rata' },
      c: { expect: '10.00', because: '10' },
    },
    unspent: { expect: '0.00', because: '0' },
  },
  {
    name: 'an earmark: what it does not use stays',
    claims: classed,
    budget: earmark('stays'),
    given: {
      a: { expect: '50.00', because: '50' },
      b: { expect: '20.00', because: '100 × 0.2', reason: 'pro-rata' },
      c: { expect: '10.00', because: '10' },
    },
    unspent: { expect: '20.00', because: '80 - 50 - 10' },
  },
  {
    name: 'an earmark that is too small: the class shares the open purse with the others',
    claims: [
      { id: 'a', amount: '100', keys: { class: 'tech' } },
      { id: 'b', amount: '20', keys: { class: 'other' } },
    ],
    budget: earmark('spills-over'),
    given: {
      a: { expect: '90.00', because: '80 + 20 × 20 / 40', reason: 'pro-rata' },
      b: { expect: '10.00', because: '20 × 20 / 40', reason: 'pro-rata' },
    },
  },
  {
    name: 'no purse for a class',
    claims: classed,
    budget: { amount: '100', purses: [{ id: 'tech', share: '1', for: { key: 'class', in: ['tech'] }, unused: 'stays', rule: fenProRata }] },
    given: {
      a: { expect: '50.00', because: '50' },
      b: { expect: '0.00', because: '0', reason: 'no-purse' },
      c: { expect: '10.00', because: '10' },
    },
    unspent: { expect: '40.00', because: '100 - 60' },
  },
  {
    name: 'a reserve held back, as an amount',
    claims: three,
    budget: { amount: '160', reserve: '10', rule: fenProRata },
    given: {
      a: { expect: '50.00', because: '150 ÷ 3', reason: 'pro-rata' },
      b: { expect: '50.00', because: '150 ÷ 3', reason: 'pro-rata' },
      c: { expect: '50.00', because: '150 ÷ 3', reason: 'pro-rata' },
    },
    unspent: { expect: '0.00', because: '160 - 10 - 150' },
  },
  {
    name: 'a reserve held back, as a share rounded half up to the fen',
    claims: [{ id: 'a', amount: '1' }],
    budget: { amount: '0.75', reserve: { share: '0.1' }, rule: fenProRata },
    given: { a: { expect: '0.67', because: '0.75 - 0.08', reason: 'pro-rata' } },
  },
]
