import type { Policy } from '../../src/policy/policy.js'
import type { PoolTerms } from '../../src/policy/pool.js'

type RiskPart = Extract<Policy['parts'][number], { readonly instrument: 'risk-compensation' }>

const article = '第一条'

/** The rate of the year: losses over the principal registered, of a lender. */
const ratio = { ratio: [{ fact: 'bank.annualNplLoss' }, { fact: 'bank.principalRegisteredThisYear' }] } as const

/** Terms of a pool of two funders, half each, without limits. */
const poolTerms = {
  funding: { value: { province: '1', city: '1' }, article },
  shortfall: { value: 'queue', article },
  interest: { value: 'stays', article },
  yearEnd: { value: { balance: 'carried', queue: 'carried' }, article },
} as const satisfies PoolTerms

/** A lender's losses of the year over 5% of what it registered are a warning, over 8% stop the compensation. */
export const fuse = {
  id: 'npl',
  article,
  metric: ratio,
  levels: [
    { atLeast: '5%', effect: 'warning', article },
    { atLeast: '8%', effect: 'compensation-suspended', article },
  ],
  reset: { value: 'below-level', article },
} as const satisfies NonNullable<RiskPart['terms']['fuses']>[number]

/** A document made for these tests: 80% of the loss of principal, province and city half each; the lender bears the rest and all interest. */
export function poolPolicy(
  pool: Partial<PoolTerms> = {},
  others: Partial<RiskPart> & { readonly fuses?: RiskPart['terms']['fuses'] } = {},
): Policy {
  const { fuses, ...part } = others
  return {
    id: 'pool-of-two',
    title: '资金池',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'risk-compensation',
        terms: {
          losses: [
            {
              id: 'principal',
              value: { fact: 'loan.principalLoss' },
              layers: [{ shares: { province: '40%', city: '40%', bank: 'remainder' } }],
              article,
            },
          ],
          formula: { value: { borneBy: ['province', 'city'] }, article },
          aboveLimitsTo: { value: 'bank', article },
          pool: { ...poolTerms, ...pool },
          ...(fuses && { fuses }),
        },
        rounding: { value: { to: 'fen', mode: 'half-up' }, article },
        ...part,
      },
    ],
  }
}
