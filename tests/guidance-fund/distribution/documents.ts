import type { Assessment, ShareAnswer } from '../../../src/assessment/assessment.js'
import { assessRule, parseFacts } from '../../../src/guidance-fund/index.js'
import type { DistributionTerms, DistributionTier } from '../../../src/policy/distribution.js'
import type { FactDeclaration, Part, Policy } from '../../../src/policy/policy.js'

const place = '基金合同' as const
const agreed = { place } as const

type Written<Value> = Value extends unknown ? Omit<Value, 'place' | 'article' | 'reading' | 'evidence'> : never
/** A tier without its source. */
export type BareTier = Written<DistributionTier>

interface Terms {
  readonly basis?: 'whole-fund' | 'deal-by-deal'
  readonly manager?: string
  readonly tiers: readonly BareTier[]
  readonly concessions?: readonly NonNullable<DistributionTerms['concessions']>[number]['value'][]
  readonly clawBack?: { readonly taxShare?: '50%' | '100%' | '1/3' }
  readonly publicMoney?: readonly string[]
  readonly oddFenTo?: string
  readonly facts?: { readonly [name: string]: FactDeclaration }
}

/** A fund agreement as a document: its manager is `manager`, its investors as one are `investors`. */
export function agreement({
  basis = 'whole-fund',
  manager = 'manager',
  tiers,
  concessions,
  clawBack,
  publicMoney,
  oddFenTo,
  facts,
}: Terms): Policy {
  const distribution: DistributionTerms = {
    basis: { value: basis, ...agreed },
    manager: { value: manager, ...agreed },
    tiers: tiers.map((tier) => ({ ...tier, ...agreed })),
    dayCount: { value: 'actual/365', ...agreed },
    ...(concessions && { concessions: concessions.map((value) => ({ value, ...agreed })) }),
    ...(clawBack && { clawBack: { value: clawBack, ...agreed } }),
    ...(publicMoney && { publicMoney: { value: publicMoney, ...agreed } }),
    ...(oddFenTo !== undefined && { oddFenTo: { value: oddFenTo, ...agreed } }),
  }
  const part: Part = {
    instrument: 'guidance-fund',
    rule: 'distribution',
    ...(basis === 'deal-by-deal' && { items: { of: 'deal' } }),
    terms: { distribution },
    rounding: { value: { to: 'fen', mode: 'half-up' }, ...agreed },
  }
  return { id: 'agreement', title: place, evidence: 'secondary', effective: {}, ...(facts && { facts }), parts: [part] }
}

export const answered = (policy: Policy, raw: unknown): Assessment => assessRule(policy, 'distribution', parseFacts(policy, raw))

/** Money of the shares that pass, by party, in fen. */
export function fenBy(
  shares: readonly ShareAnswer[] | undefined,
  passes: (share: ShareAnswer) => boolean = () => true,
): { [party: string]: bigint } {
  const fen: { [party: string]: bigint } = {}
  for (const share of shares ?? []) {
    if (passes(share)) fen[share.party] = (fen[share.party] ?? 0n) + fenOf(share.amount)
  }
  return fen
}

export const fenOf = (amount: string): bigint => BigInt(amount.replace('.', ''))
export const yuanOf = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
export const total = (fen: { readonly [party: string]: bigint }): bigint => Object.values(fen).reduce((sum, amount) => sum + amount, 0n)

/** Capital back, a preferred return, a catch-up where there is one, a split. */
export function tiersOf(
  carry: string,
  hurdle?: { readonly rate: string; readonly interest: 'simple' | 'compound'; readonly toManager?: string },
): readonly BareTier[] {
  const figure = (text: string): '20%' => text as '20%'
  return [
    { tier: 'capital' },
    ...(hurdle === undefined ? [] : [{ tier: 'preferred', rate: figure(hurdle.rate), interest: hurdle.interest } as const]),
    ...(hurdle?.toManager === undefined ? [] : [{ tier: 'catch-up', toManager: figure(hurdle.toManager), carry: figure(carry) } as const]),
    { tier: 'split', carry: figure(carry) },
  ]
}
