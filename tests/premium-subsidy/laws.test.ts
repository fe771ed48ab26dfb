import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePolicy } from '../../src/index.js'
import type { Limit, Policy } from '../../src/policy/policy.js'
import type { Quantity } from '../../src/policy/quantity.js'
import { assess, parseFacts } from '../../src/premium-subsidy/index.js'
import { add, divide, type Exact, exact, exactOf, least, multiply, NOTHING, order, subtract } from '../oracle/exact.js'
import { dayOf, textOfDay } from '../oracle/premium-subsidy.oracle.js'
import { fenAsYuan, randomFrom } from '../oracle/random-cases.js'
import { policyOf, randomApplication, randomTerms, statedFacts } from '../oracle/random-premiums.js'

const readExact = (text: string): Exact => {
  const [over = '', under = '1'] = text.split('/')
  return divide(exactOf(over), exactOf(under))
}
const sumOf = (texts: readonly string[]): Exact => texts.map(readExact).reduce(add, NOTHING)

const seeds = fc.integer({ min: 1, max: 2 ** 30 })
const fen = fc.integer({ min: 1, max: 10 ** 9 })

const place = { place: '办法' } as const
interface Written {
  readonly formula?: Quantity
  readonly limits?: readonly Limit[]
  readonly paid?: boolean
}
/** A document that pays half of the counted premium unless another formula is written. */
const written = ({ formula = { share: '50%', of: { counted: 'premium' } }, limits = [], paid = false }: Written): Policy =>
  parsePolicy({
    id: 'written',
    title: '办法',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'premium-subsidy',
        terms: { formula: { ...place, value: formula } },
        limits,
        rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
        ...(paid ? { correction: { ...place, value: { paid: { fact: 'history.receivedThisYear' } } } } : {}),
      },
    ],
  })

const answered = (policy: Policy, facts: object) => assess(policy, parseFacts(policy, facts))
const amountOf = (policy: Policy, facts: object): Exact => {
  const answer = answered(policy, facts)
  expect(answer.outcome).not.toBe('incomplete')
  return exactOf(answer.amount ?? '')
}
const insured = (id: string, paid: number, refunded = 0, line = 'rd-liability'): object => ({
  id,
  line,
  premiumPaid: fenAsYuan(paid),
  premiumRefunded: fenAsYuan(refunded),
})

const COMBINED: Limit = {
  ...place,
  per: { by: 'policy.line' },
  stacking: 'combined-share',
  share: '50%',
  of: { total: { fact: 'policy.netPremium' } },
}

describe('random documents and applications', () => {
  const drawn = seeds.map((seed) => {
    const terms = randomTerms(randomFrom(seed), false)
    return { terms, application: randomApplication(randomFrom(seed + 1), false) }
  })

  test('what the policies bring sums to the total before the limits of the enterprise', () => {
    fc.assert(
      fc.property(drawn, ({ terms, application }) => {
        const policy = policyOf({ ...terms, limits: terms.limits.filter(({ per }) => per !== 'applicant') })
        const { outcome, items, worksheet } = answered(policy, statedFacts(application))
        if (outcome !== 'granted') return
        expect(sumOf(items.flatMap(({ amount }) => amount ?? []))).toEqual(readExact(worksheet['afterLimits']?.value ?? ''))
      }),
      { numRuns: 300 },
    )
  })

  test('the order of policies is irrelevant', () => {
    fc.assert(
      fc.property(drawn, seeds, ({ terms, application }, seed) => {
        const policy = policyOf(terms)
        const random = randomFrom(seed)
        const shuffled = [...application.policies]
          .map((entry) => ({ entry, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry)
        const one = answered(policy, statedFacts(application))
        const other = answered(policy, statedFacts({ ...application, policies: shuffled }))
        expect([other.outcome, other.amount, other.corrections]).toEqual([one.outcome, one.amount, one.corrections])
        const byId = ({ items }: typeof one) => Object.fromEntries(items.map(({ id, amount, counted }) => [id, [amount, counted]]))
        expect(byId(other)).toEqual(byId(one))
      }),
      { numRuns: 300 },
    )
  })

  test('the amount is at most every cap of the enterprise, and of a line', () => {
    fc.assert(
      fc.property(drawn, ({ terms, application }) => {
        const { amount = '', limits } = answered(policyOf(terms), statedFacts(application))
        for (const { per, kind, limit = '', after } of limits) {
          if (kind !== 'cap') continue
          expect(order(readExact(after), readExact(limit))).toBeLessThanOrEqual(0)
          if (per === 'applicant') expect(order(exactOf(amount), readExact(limit))).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('claw-back plus what is kept is what was paid; a payout is never negative', () => {
    fc.assert(
      fc.property(drawn, ({ terms, application }) => {
        const { amount = '', corrections = [] } = answered(policyOf({ ...terms, corrects: true }), statedFacts(application))
        expect(corrections).toHaveLength(1)
        const [{ paid, due, supplement, clawBack }] = corrections as [(typeof corrections)[number]]
        expect(due).toBe(amount)
        const kept = subtract(exactOf(paid), exactOf(clawBack))
        expect(kept).toEqual(least(exactOf(paid), exactOf(due)))
        expect(add(kept, exactOf(supplement))).toEqual(exactOf(due))
        expect([amount, supplement, clawBack].filter((text) => text.startsWith('-'))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('the facts are not changed', () => {
    fc.assert(
      fc.property(drawn, ({ terms, application }) => {
        const policy = policyOf(terms)
        const facts = statedFacts(application)
        const before = JSON.stringify(facts)
        const parsed = parseFacts(policy, facts)
        const first = assess(policy, parsed)
        expect(assess(policy, parsed)).toEqual(first)
        expect(JSON.stringify(facts)).toBe(before)
      }),
      { numRuns: 50 },
    )
  })
})

describe('premiums', () => {
  test('a refund never raises the amount', () => {
    const limits: Limit[] = [COMBINED, { ...place, per: 'applicant', cap: '20万元' }]
    fc.assert(
      fc.property(fen, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fen, (paid, a, b, other) => {
        const [less, more] = [Math.floor(paid * Math.min(a, b)), Math.floor(paid * Math.max(a, b))]
        const otherSupport = [{ line: 'rd-liability', level: 'city', amount: fenAsYuan(Math.floor(other / 10)) }]
        const policy = written({ limits })
        const amountWith = (refunded: number): Exact => amountOf(policy, { policies: [insured('A', paid, refunded)], otherSupport })
        expect(order(amountWith(more), amountWith(less))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('a premium in two payments of one day is one premium', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 ** 9 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (paid, share) => {
        const first = Math.min(Math.max(Math.floor(paid * share), 1), paid - 1)
        const payments = [first, paid - first].map((amount) => ({ date: '2024-05-06', amount: fenAsYuan(amount) }))
        const policy = written({})
        expect(amountOf(policy, { policies: [{ id: 'A', premiumRefunded: '0', payments }] })).toEqual(
          amountOf(policy, { policies: [insured('A', paid)] }),
        )
      }),
    )
  })

  test('a policy split into two of the same line and cover brings the same', () => {
    const limits: Limit[] = [COMBINED, { ...place, per: { by: 'policy.line' }, cap: '3万元' }]
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 ** 8 }), fen, (paid, other) => {
        const half = Math.floor(paid / 2)
        const otherSupport = [{ line: 'rd-liability', level: 'city', amount: fenAsYuan(Math.floor(other / 100)) }]
        const policy = written({ limits })
        expect(amountOf(policy, { policies: [insured('A', half || 1), insured('B', paid - (half || 1))], otherSupport })).toEqual(
          amountOf(policy, { policies: [insured('A', paid)], otherSupport }),
        )
      }),
    )
  })

  test('of each line subsidy and other support are at most the combined share, or the subsidy is nothing', () => {
    const lines = ['rd-liability', 'export-credit'] as const
    fc.assert(
      fc.property(fen, fen, fen, fen, (paidA, paidB, otherA, otherB) => {
        const paid = [paidA, paidB]
        const other = [otherA, otherB].map((amount) => Math.floor(amount / 2))
        const { items } = answered(written({ formula: { share: '80%', of: { counted: 'premium' } }, limits: [COMBINED] }), {
          policies: lines.map((line, index) => insured(line, paid[index] as number, 0, line)),
          otherSupport: lines.map((line, index) => ({ line, level: 'fiscal', amount: fenAsYuan(other[index] as number) })),
        })
        for (const [index, { amount = '0' }] of items.entries()) {
          const support = exact(BigInt(other[index] as number), 100n)
          const most = multiply(exact(1n, 2n), exact(BigInt(paid[index] as number), 100n))
          const subsidy = readExact(amount)
          const within = order(add(subsidy, support), most) <= 0
          expect(within || order(subsidy, NOTHING) === 0).toBe(true)
        }
      }),
    )
  })

  test('windows that meet share the premium by days', () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 1, max: 364 }), (paid, day) => {
        const cut = textOfDay(dayOf('2024-01-01') + day)
        const part = (within: object): Quantity => ({ counted: 'premium', within })
        const policyOfPart = (value: Quantity): Policy =>
          parsePolicy({
            ...written({}),
            parts: [
              {
                instrument: 'premium-subsidy',
                terms: { formula: { ...place, value }, proration: { ...place, value: 'actual/365' } },
                rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
              },
            ],
          })
        const facts = { policies: [{ ...insured('A', paid), start: '2024-01-01', end: '2024-12-31' }] }
        const gross = (value: Quantity): Exact => readExact(answered(policyOfPart(value), facts).worksheet['beforeLimits']?.value ?? '')
        expect(add(gross(part({ until: cut })), gross(part({ from: cut })))).toEqual(exact(BigInt(paid), 100n))
      }),
    )
  })
})

/** Where documents are not monotone: a fact, not a fault. */
describe('cliffs', () => {
  const brackets: Quantity = {
    share: {
      by: { fact: 'policy.insuredAmount' },
      brackets: [
        { atMost: '100万元', value: '7%' },
        { above: '100万元', value: '6%' },
      ],
    },
    of: { fact: 'policy.insuredAmount' },
  }
  const amount = (policy: Policy, facts: object): string | undefined => answered(policy, facts).amount

  test('a yuan more of the insured amount pays less, across a whole-amount tier', () => {
    const policy = written({ formula: brackets })
    expect(amount(policy, { policies: [{ id: 'A', insuredAmount: '1000000' }] })).toBe('70000.00')
    expect(amount(policy, { policies: [{ id: 'A', insuredAmount: '1000001' }] })).toBe('60000.06')
  })

  test('a cap that depends on the tier pays the higher tier more', () => {
    const cap: Quantity = {
      by: { fact: 'policy.insuredAmount' },
      brackets: [
        { atMost: '100万元', value: '1万元' },
        { above: '100万元', value: '5万元' },
      ],
    }
    const policy = written({ limits: [{ ...place, per: 'policy', cap }] })
    const facts = (insuredAmount: string): object => ({ policies: [{ ...insured('A', 20_000_000), insuredAmount }] })
    expect(amount(policy, facts('1000000'))).toBe('10000.00')
    expect(amount(policy, facts('1000000.01'))).toBe('50000.00')
  })

  test('a refund can lift the amount where the tier goes by the net premium', () => {
    const formula: Quantity = {
      share: {
        by: { fact: 'policy.netPremium' },
        brackets: [
          { atMost: '10万元', value: '60%' },
          { above: '10万元', value: '40%' },
        ],
      },
      of: { counted: 'premium' },
    }
    const policy = written({ formula })
    expect(amount(policy, { policies: [insured('A', 10_000_001)] })).toBe('40000.00')
    expect(amount(policy, { policies: [insured('A', 10_000_001, 1)] })).toBe('60000.00')
  })

  test('stacking per line before the cap of the enterprise pays more than the cap first would', () => {
    const policy = written({
      formula: { share: '50%', of: { counted: 'premium' } },
      limits: [COMBINED, { ...place, per: 'applicant', cap: '40万元' }],
    })
    const facts = {
      policies: [insured('A', 60_000_000), insured('B', 70_000_000, 0, 'export-credit')],
      otherSupport: [{ line: 'rd-liability', level: 'fiscal', amount: '200000' }],
    }
    const { amount: whole, items } = answered(policy, facts)
    expect([whole, ...items.map((item) => item.amount)]).toEqual(['400000.00', '100000', '350000'])
  })
})
