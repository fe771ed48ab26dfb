import fc from 'fast-check'
import type { AllocationRule, Budget, Claim } from '../../src/portfolio/index.js'

/** Whole fen of an amount with up to two places. */
export const fenOf = (text: string): bigint => {
  const [whole = '', places = ''] = text.split('.')
  return BigInt(whole + places.padEnd(2, '0'))
}

const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** Up to a dozen claims with every key a rule may ask for; many ties. */
export const anyClaims: fc.Arbitrary<readonly Claim[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '甲'), minLength: 1, maxLength: 4 }),
    amount: fc.oneof(fc.nat({ max: 30_000 }), fc.nat({ max: 3 })).map(yuan),
    base: fc.integer({ min: 1, max: 500_000 }).map(yuan),
    keys: fc.record({
      filed: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03'),
      score: fc.nat({ max: 3 }),
      tier: fc.constantFrom('A', 'B', 'C'),
      class: fc.constantFrom('tech', 'other'),
    }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)

type Unit = 'fen' | 'yuan' | 'hundred-yuan'

function ruleWithin(unit: Unit): fc.Arbitrary<Exclude<AllocationRule, { readonly rule: 'tiers' }>> {
  return fc.oneof(
    fc.record({
      rule: fc.constant('first-come' as const),
      order: fc.constantFrom(
        [{ key: 'filed', first: 'lowest' as const }],
        [
          { key: 'score', first: 'highest' as const },
          { key: 'filed', first: 'lowest' as const },
        ],
      ),
      last: fc.constantFrom('part-paid' as const, 'not-paid' as const, 'skipped' as const),
    }),
    fc.record({
      rule: fc.constant('pro-rata' as const),
      unit: fc.constant(unit),
      remainder: fc.constantFrom('largest-remainder' as const, 'unspent' as const),
    }),
    fc.record({
      rule: fc.constant('rate-set-afterwards' as const),
      of: fc.constantFrom('base' as const, 'amount' as const),
      unit: fc.constant(unit),
    }),
  )
}

/** Any rule in one unit. */
export const moneyRule = (unit: Unit): fc.Arbitrary<AllocationRule> =>
  fc.oneof(
    ruleWithin(unit),
    fc.record({
      rule: fc.constant('tiers' as const),
      key: fc.constant('tier'),
      tiers: fc.constant(['A', 'B', 'C']),
      within: ruleWithin(unit),
    }),
  )

export const anyRule: fc.Arbitrary<AllocationRule> = fc.constantFrom<Unit>('fen', 'yuan', 'hundred-yuan').chain(moneyRule)

const stepped = anyRule.map((rule): AllocationRule => (rule.rule === 'rate-set-afterwards' ? { ...rule, rateStep: '0.001' } : rule))

/** Any budget, with and without reserve and purses. */
export const anyBudget: fc.Arbitrary<Budget> = fc
  .record({
    amount: fc.nat({ max: 100_000 }).map(yuan),
    percent: fc.integer({ min: 0, max: 100 }),
    reserve: fc.constantFrom(undefined, { share: '0.05' }, { share: '1/3' }),
    rules: fc.tuple(fc.oneof(anyRule, stepped), anyRule),
    unused: fc.constantFrom('spills-over' as const, 'stays' as const),
    several: fc.boolean(),
  })
  .map(({ amount, percent, reserve, rules: [rule, second], unused, several }): Budget => {
    const money = { amount, ...(reserve !== undefined && { reserve }) }
    if (!several) return { ...money, rule }
    const earmark = { id: 'tech', share: `${percent}/100`, for: { key: 'class', in: ['tech'] }, unused, rule }
    return { ...money, purses: [earmark, { id: 'open', share: `${100 - percent}/100`, unused, rule: second }] }
  })
