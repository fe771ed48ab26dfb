import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf } from '../../src/money/decimal.js'
import {
  type Allocation,
  type AllocationRule,
  allocateAmongParties,
  allocateBudget,
  type Budget,
  type Claim,
  CUT_REASONS,
  PortfolioError,
} from '../../src/portfolio/index.js'
import { evaluateBecause } from '../oracle/exact.js'
import { cases } from './budget.cases.js'
import { anyBudget, anyClaims, anyRule, fenOf, moneyRule } from './random-budgets.js'

const givenOf = ({ claims }: Allocation) => Object.fromEntries(claims.map(({ id, given }) => [id, given]))
const reasonsOf = ({ claims }: Allocation) => Object.fromEntries(claims.map(({ id, reason }) => [id, reason?.code]))

describe('a budget divided', () => {
  test.each(cases)('$name', ({ claims, budget, given, unspent }) => {
    const answer = allocateBudget(claims, budget)
    expect(givenOf(answer)).toEqual(Object.fromEntries(Object.entries(given).map(([id, { expect: amount }]) => [id, amount])))
    expect(reasonsOf(answer)).toEqual(Object.fromEntries(Object.entries(given).map(([id, { reason }]) => [id, reason])))
    if (unspent !== undefined) expect(answer.unspent).toBe(unspent.expect)
  })

  test.each(
    cases.flatMap(({ name, given, unspent }) =>
      [...Object.entries(given), ...(unspent ? [['unspent', unspent] as const] : [])].map(([id, value]) => ({
        name: `${name}: ${id}`,
        ...value,
      })),
    ),
  )('the arithmetic of $name', ({ expect: amount, because }) => {
    expect(evaluateBecause(because)).toBe(amount)
  })

  test('every reason is tested', () => {
    const tested = new Set(cases.flatMap(({ given }) => Object.values(given).flatMap(({ reason }) => reason ?? [])))
    expect([...tested].sort()).toEqual(Object.keys(CUT_REASONS).sort())
  })

  test('only a rule that goes by the list says that it depends on it', () => {
    const depends = cases.filter(({ claims, budget }) => allocateBudget(claims, budget).dependsOnListing).map(({ name }) => name)
    expect(depends).toEqual(['as listed: the list decides, not the id'])
  })

  test('amounts may be Decimals', () => {
    const rule = { rule: 'pro-rata', unit: 'fen', remainder: 'unspent' } as const
    const answer = allocateBudget([{ id: 'a', amount: decimalOf('10.50') }], { amount: decimalOf('3'), rule })
    expect(answer).toMatchObject({ budget: '3.00', asked: '10.50', given: '3.00', unspent: '0.00' })
  })

  test('purses tell what came over, what they gave and the rate they set', () => {
    const rule = { rule: 'rate-set-afterwards', of: 'amount', unit: 'fen' } as const
    const budget: Budget = {
      amount: '100',
      purses: [
        { id: 'tech', share: '1/3', for: { key: 'class', in: ['tech'] }, unused: 'spills-over', rule },
        { id: 'open', share: '2/3', unused: 'stays', rule },
      ],
    }
    const claims = [
      { id: 'a', amount: '30', keys: { class: 'tech' } },
      { id: 'b', amount: '140', keys: { class: 'other' } },
    ]
    const answer = allocateBudget(claims, budget)
    expect(answer.purses).toEqual([
      { id: 'tech', amount: '33.33', spilledOver: '0.00', given: '30.00', unspent: '0.00' },
      { id: 'open', amount: '66.67', spilledOver: '3.33', given: '70.00', unspent: '0.00', rates: [{ rate: '0.5' }] },
    ])
    expect(answer.claims.map(({ purses }) => purses)).toEqual([{ tech: '30.00' }, { open: '70.00' }])
  })
})

describe('laws of every rule', () => {
  const holds = (claims: readonly Claim[], budget: Budget): Allocation => {
    const answer = allocateBudget(claims, budget)
    const sum = (key: 'asked' | 'given' | 'cut') => answer.claims.reduce((total, claim) => total + fenOf(claim[key]), 0n)
    expect(sum('given')).toBe(fenOf(answer.given))
    expect(sum('asked')).toBe(fenOf(answer.asked))
    expect(sum('given') + sum('cut')).toBe(sum('asked'))
    if (budget.rule !== 'unlimited') {
      expect(fenOf(answer.given) + fenOf(answer.unspent as string) + fenOf(answer.reserve)).toBe(fenOf(answer.budget as string))
      expect(fenOf(answer.unspent as string) >= 0n).toBe(true)
      const purses = answer.purses.reduce((total, { given, unspent }) => total + fenOf(given) + fenOf(unspent), 0n)
      const left = fenOf(answer.purses.at(-1)?.unspent as string)
      expect(purses <= fenOf(answer.budget as string) && left >= 0n).toBe(true)
    }
    for (const { given, asked, cut, reason } of answer.claims) {
      expect(fenOf(given) <= fenOf(asked)).toBe(true)
      expect(reason === undefined).toBe(fenOf(cut) === 0n)
    }
    return answer
  }

  test('the sum is exact and within the budget, no one is above what he asks for, no one is cut without a reason', () => {
    fc.assert(fc.property(anyClaims, anyBudget, (claims, budget) => void holds(claims, budget)))
  })

  test('the order of the list decides nothing, and the input is not changed', () => {
    fc.assert(
      fc.property(anyClaims, anyBudget, fc.integer(), (claims, budget, seed) => {
        const before = JSON.stringify([claims, budget])
        const shuffled = [...claims].sort(
          (a, b) => Math.imul(a.id.length * 31 + a.id.charCodeAt(0), seed) - Math.imul(b.id.length * 31 + b.id.charCodeAt(0), seed),
        )
        expect(allocateBudget(shuffled, budget)).toEqual(allocateBudget(claims, budget))
        expect(JSON.stringify([claims, budget])).toBe(before)
      }),
    )
  })

  test('where the money is enough nothing is cut', () => {
    fc.assert(
      fc.property(anyClaims, anyRule, (claims, rule) => {
        const amount = allocateBudget(claims, { rule: 'unlimited' }).asked
        const answer = allocateBudget(claims, { amount, rule })
        expect([answer.given, answer.claims.some(({ reason }) => reason !== undefined)]).toEqual([amount, false])
      }),
    )
  })

  test('a hundred times the money, the claims and the unit give a hundred times as much', () => {
    const timesHundred = (claim: Claim): Claim => ({
      ...claim,
      amount: `${fenOf(claim.amount as string)}`,
      base: `${fenOf(claim.base as string)}`,
    })
    const inYuan = (rule: AllocationRule): AllocationRule =>
      rule.rule === 'tiers'
        ? { ...rule, within: inYuan(rule.within) as typeof rule.within }
        : 'unit' in rule
          ? { ...rule, unit: 'yuan' }
          : rule
    fc.assert(
      fc.property(anyClaims, moneyRule('fen'), fc.bigInt(0n, 100_000n), (claims, rule, fen) => {
        const small = allocateBudget(claims, { amount: `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`, rule })
        const large = allocateBudget(claims.map(timesHundred), { amount: String(fen), rule: inYuan(rule) })
        expect(large.claims.map(({ given }) => fenOf(given))).toEqual(small.claims.map(({ given }) => fenOf(given) * 100n))
      }),
    )
  })

  test('pro rata and one rate spend the budget to less than a unit a claim', () => {
    fc.assert(
      fc.property(anyClaims, moneyRule('fen'), fc.bigInt(0n, 100_000n), (claims, rule, fen) => {
        fc.pre(rule.rule === 'pro-rata' || rule.rule === 'rate-set-afterwards')
        const asked = fenOf(allocateBudget(claims, { rule: 'unlimited' }).asked)
        const given = fenOf(allocateBudget(claims, { amount: `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`, rule }).given)
        const close = given + BigInt(Math.max(claims.length, 1))
        expect(given <= asked && given <= fen && (close > asked || close > fen)).toBe(true)
      }),
    )
  })

  test('no tier has anything as long as an earlier one is cut', () => {
    fc.assert(
      fc.property(anyClaims, anyRule, fc.nat({ max: 2_000 }), (claims, rule, yuan) => {
        fc.pre(rule.rule !== 'tiers')
        const answer = allocateBudget(claims, {
          amount: String(yuan),
          rule: { rule: 'tiers', key: 'tier', tiers: ['A', 'B', 'C'], within: rule as never },
        })
        const tierOf = new Map(claims.map(({ id, keys }) => [id, keys?.['tier'] as string]))
        const cut = answer.claims.filter(({ reason }) => reason !== undefined).map(({ id }) => tierOf.get(id) as string)
        const firstCut = cut.sort()[0]
        const paidBehind = answer.claims.filter(
          ({ id, given }) => firstCut !== undefined && (tierOf.get(id) as string) > firstCut && fenOf(given) > 0n,
        )
        expect(paidBehind).toEqual([])
      }),
    )
  })
})

describe('parties that each bear a share', () => {
  const rule = { rule: 'pro-rata', unit: 'fen', remainder: 'largest-remainder' } as const
  const claims = [
    { id: 'a', amount: '100.01' },
    { id: 'b', amount: '50' },
  ]

  test('one is short, the other pays its share', () => {
    const parties = [
      { party: 'city', share: '0.6', budget: { amount: '1000', rule } },
      { party: 'district', share: '0.4', budget: { amount: '30', rule } },
    ]
    const answer = allocateAmongParties(claims, { parties, remainderTo: 'city' })
    expect(
      answer.claims.map(({ id, asked, given, parties: own }) => [
        id,
        asked,
        given,
        own.map((part) => [part.asked, part.given, part.reason?.code]),
      ]),
    ).toEqual([
      [
        'a',
        '100.01',
        '80.01',
        [
          ['60.01', '60.01', undefined],
          ['40.00', evaluateBecause('30 × 40 ÷ 60'), 'pro-rata'],
        ],
      ],
      [
        'b',
        '50.00',
        '40.00',
        [
          ['30.00', '30.00', undefined],
          ['20.00', evaluateBecause('30 × 20 ÷ 60'), 'pro-rata'],
        ],
      ],
    ])
    expect([answer.asked, answer.given]).toEqual(['150.01', '120.01'])
  })

  test('law: the parts of a claim add up to it, and what the parties give to what it is given', () => {
    fc.assert(
      fc.property(
        anyClaims,
        fc.integer({ min: 0, max: 100 }),
        fc.nat({ max: 1000 }),
        fc.nat({ max: 1000 }),
        (list, percent, one, other) => {
          const parties = [
            { party: 'city', share: `${percent}/100`, budget: { amount: String(one), rule } },
            { party: 'district', share: `${100 - percent}/100`, budget: { amount: String(other), rule } },
          ]
          const answer = allocateAmongParties(list, { parties })
          const byId = new Map(list.map(({ id, amount }) => [id, fenOf(amount as string)]))
          for (const { id, given, parties: own } of answer.claims) {
            expect(own.reduce((sum, { asked }) => sum + fenOf(asked), 0n)).toBe(byId.get(id))
            expect(own.reduce((sum, part) => sum + fenOf(part.given), 0n)).toBe(fenOf(given))
          }
          expect(fenOf(answer.given) <= BigInt(one + other) * 100n).toBe(true)
        },
      ),
    )
  })

  test('every fault of the parties is told', () => {
    const budget: Budget = { amount: '1', rule }
    const wrong = {
      parties: [
        { party: 'city', share: '0.6', budget },
        { party: 'city', share: '0.6', budget },
      ],
      remainderTo: 'province',
    }
    expect(faultsOf(() => allocateAmongParties(claims, wrong))).toEqual([
      'duplicate parties[1].party',
      'shares parties',
      'unknown-party remainderTo',
    ])
  })
})

function faultsOf(run: () => unknown): readonly string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof PortfolioError) return error.issues.map(({ code, path }) => `${code} ${path}`)
    throw error
  }
  return []
}

describe('bad input is told whole', () => {
  const rule = { rule: 'pro-rata', unit: 'fen', remainder: 'unspent' } as const
  const one = { id: 'a', amount: '1' }
  const purse = { id: 'p', share: '0.5', unused: 'stays', rule } as const
  test.each<{ name: string; claims?: unknown; budget?: unknown; faults: readonly string[] }>([
    { name: 'a negative budget', budget: { amount: '-1', rule }, faults: ['amount budget.amount'] },
    { name: 'a number for an amount', budget: { amount: 100, rule }, faults: ['amount budget.amount'] },
    { name: 'no budget', budget: undefined, faults: ['missing budget'] },
    { name: 'no rule', budget: { amount: '1' }, faults: ['missing budget.rule.rule'] },
    { name: 'an unknown rule', budget: { amount: '1', rule: { rule: 'lottery' } }, faults: ['choice budget.rule.rule'] },
    { name: 'a key no rule has', budget: { amount: '1', rule: { ...rule, last: 'skipped' } }, faults: ['unknown-key budget.rule.last'] },
    { name: 'a reserve above the budget', budget: { amount: '1', reserve: '1.01', rule }, faults: ['above-budget budget.reserve'] },
    { name: 'a share above one', budget: { amount: '1', reserve: { share: '1.5' }, rule }, faults: ['share budget.reserve.share'] },
    {
      name: 'shares that do not make one, and one purse twice',
      budget: { amount: '1', purses: [purse, { ...purse, share: '0.4' }] },
      faults: ['duplicate budget.purses[1].id', 'shares budget.purses'],
    },
    {
      name: 'every fault of the claims',
      claims: [one, one, { id: '', amount: '1.001' }, { id: 'c' }, { ...one, id: 'd', keys: { filed: null } }],
      budget: { amount: '1', rule },
      faults: ['text claims[2].id', 'amount claims[2].amount', 'missing claims[3].amount', 'key claims[4].keys.filed'],
    },
    {
      name: 'an id twice',
      claims: [one, { id: 'b', amount: '1' }, one],
      budget: { amount: '1', rule },
      faults: ['duplicate claims[2].id'],
    },
    {
      name: 'a key that is missing, and one of another kind',
      claims: [
        { ...one, keys: { filed: '2026-01-01' } },
        { id: 'b', amount: '1' },
        { id: 'c', amount: '1', keys: { filed: 3 } },
      ],
      budget: { amount: '1', rule: { rule: 'first-come', order: [{ key: 'filed', first: 'lowest' }], last: 'skipped' } },
      faults: ['missing claims[1].keys.filed', 'key claims[2].keys.filed'],
    },
    {
      name: 'a tier that is not listed',
      claims: [{ ...one, keys: { tier: 'D' } }],
      budget: { amount: '1', rule: { rule: 'tiers', key: 'tier', tiers: ['A'], within: rule } },
      faults: ['tier claims[0].keys.tier'],
    },
    {
      name: 'tiers within tiers',
      budget: { amount: '1', rule: { rule: 'tiers', key: 'tier', tiers: ['A', 'A'], within: { rule: 'tiers' } } },
      faults: ['duplicate budget.rule.tiers[1]', 'choice budget.rule.within.rule'],
    },
    {
      name: 'a rest to no claim',
      budget: { amount: '1', rule: { ...rule, remainder: { to: 'z' } } },
      faults: ['unknown-claim budget.rule.remainder.to'],
    },
    {
      name: 'a base that is missing or nothing',
      claims: [one, { id: 'b', amount: '1', base: '0' }, { id: 'c', amount: '0', base: '0' }],
      budget: { amount: '1', rule: { rule: 'rate-set-afterwards', of: 'base', unit: 'fen', rateStep: '0' } },
      faults: ['rate budget.rule.rateStep'],
    },
    {
      name: 'a base that is missing or nothing, with a right step',
      claims: [one, { id: 'b', amount: '1', base: '0' }, { id: 'c', amount: '0', base: '0' }],
      budget: { amount: '1', rule: { rule: 'rate-set-afterwards', of: 'base', unit: 'fen', rateStep: '0.0001' } },
      faults: ['missing claims[0].base', 'base claims[1].base'],
    },
  ])('$name', ({ claims = [one], budget, faults }) => {
    expect(faultsOf(() => allocateBudget(claims as Claim[], budget as Budget))).toEqual(faults)
  })
})
