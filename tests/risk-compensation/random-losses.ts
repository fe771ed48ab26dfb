import type { Policy } from '../../src/policy/policy.js'
import type { Assessment } from '../../src/risk-compensation/index.js'
import { assess, parseFacts } from '../../src/risk-compensation/index.js'
import type { ExactMode } from '../oracle/exact.js'
import { fenText } from '../oracle/exact.js'
import { randomFrom } from '../oracle/random-cases.js'
import type { Losses } from '../oracle/risk-compensation.oracle.js'

const place = '示例'
export const partyAt = (index: number): string => `party${'ABCDEFG'[index]}`

/** The losses of some loans and what was recovered, from a seed. */
export function randomMoney(seed: number): Pick<Losses, 'losses' | 'recovered'> {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const fen = (): bigint => BigInt([upTo(300), upTo(1_000_000), upTo(2_000_000_000)][upTo(2)] as number)
  const losses = Array.from({ length: 1 + upTo(2) }, fen)
  return { losses, recovered: upTo(1) === 0 ? undefined : { gross: fen(), cost: upTo(2) === 0 ? fen() : 0n } }
}

/** A document with losses in layers and an application under it, from a seed. */
export function randomLosses(seed: number): Losses {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const fen = (): bigint => BigInt([upTo(300), upTo(1_000_000), upTo(2_000_000_000)][upTo(2)] as number)
  const parties = 2 + upTo(3)
  const weights = (): bigint[] => {
    const drawn = Array.from({ length: parties }, () => BigInt(upTo(9)))
    return drawn.every((weight) => weight === 0n) ? drawn.map(() => 1n) : drawn
  }
  const ends = Array.from({ length: upTo(2) }, fen).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const maybe = <Value>(value: Value): Value | undefined => (upTo(1) === 0 ? undefined : value)
  const first = upTo(parties - 1)
  const modes: readonly ExactMode[] = ['half-up', 'down', 'half-even', 'up']
  return {
    layers: [...ends.map((end) => ({ upTo: end, weights: weights() })), { upTo: undefined, weights: weights() }],
    compensating: Array.from({ length: parties }, (_, index) => index).filter((index) => index === first || upTo(2) === 0),
    bearer: maybe(upTo(parties - 1)),
    loanCap: maybe(fen()),
    cap: maybe(fen()),
    unit: upTo(3) === 0 ? 100n : 1n,
    mode: modes[upTo(3)] as ExactMode,
    ...randomMoney(seed),
  }
}

const printed = (fen: bigint): string => `${fenText(fen)}元`

export function policyOf({ layers, compensating, bearer, loanCap, cap, unit, mode }: Losses): Policy {
  const shares = (weights: readonly bigint[]): object => {
    const total = weights.reduce((a, b) => a + b, 0n)
    return Object.fromEntries(weights.map((weight, index) => [partyAt(index), `${weight}/${total}`]))
  }
  const policy = {
    id: 'random',
    title: 'random',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'risk-compensation',
        terms: {
          formula: { place, value: { borneBy: compensating.map(partyAt) } },
          losses: [
            {
              id: 'loss',
              place,
              value: { fact: 'loan.actualLoss' },
              layers: layers.map(({ upTo, weights }) => ({
                ...(upTo === undefined ? {} : { upTo: printed(upTo) }),
                shares: shares(weights),
              })),
              ...(bearer === undefined ? {} : { remainderTo: partyAt(bearer) }),
            },
          ],
          recovery: { place, value: { gross: { fact: 'recovery.gross' }, cost: { fact: 'recovery.cost' } } },
        },
        limits: [
          ...(loanCap === undefined ? [] : [{ place, cap: printed(loanCap), per: 'loan' }]),
          ...(cap === undefined ? [] : [{ place, cap: printed(cap), per: 'applicant' }]),
        ],
        rounding: { place, value: { to: unit === 1n ? 'fen' : 'yuan', mode } },
      },
    ],
  }
  // As parsePolicy reads it, which is slow beside the rest.
  return policy as unknown as Policy
}

/** What is stated of random losses. */
export function statedFacts({ losses, recovered }: Losses): object {
  return {
    loans: losses.map((loss, index) => ({ id: `L${index}`, actualLoss: fenText(loss) })),
    ...(recovered === undefined ? {} : { recovery: { gross: fenText(recovered.gross), cost: fenText(recovered.cost) } }),
  }
}

export const answerTo = (document: Losses, policy: Policy = policyOf(document)): Assessment =>
  assess(policy, parseFacts(policy, statedFacts(document)))
export const fenIn = (amount: string): bigint => BigInt(amount.replace('.', ''))

/** What each party bears in all; `not-stated` where limits cut and nobody is named. */
export function totals(shares: Assessment['shares'] = []): { readonly [party: string]: bigint } {
  const sums: { [party: string]: bigint } = {}
  for (const { party, amount } of shares) sums[party] = (sums[party] ?? 0n) + fenIn(amount)
  return sums
}
