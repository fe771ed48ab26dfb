import type { Outcome } from '../assessment/assessment.js'
import type { Claim } from './budget.js'

/** What a granted application claims from a budget; undefined where nothing was granted or facts are missing. */
export function claimOf(
  id: string,
  { outcome, amount }: Pick<Outcome, 'outcome' | 'amount'>,
  more: Pick<Claim, 'base' | 'keys'> = {},
): Claim | undefined {
  return outcome === 'granted' && amount !== undefined ? { id, amount, ...more } : undefined
}
