import type { Issue } from '../assessment/errors.js'
import { issue, optional, rateOf, record } from '../loan/checks.js'
import { allocate } from '../money/allocation.js'
import { decimalOf } from '../money/decimal.js'
import { moneyText } from '../money/rounding.js'
import { allocateBudget } from './allocate-budget.js'
import type { Allocation, Budget, Claim, ClaimShare } from './budget.js'
import { checkBudget, checkClaims, checkShares } from './budget-checks.js'
import { distinct, list, name, refuseFaults, share } from './errors.js'
import { fenOf, yuanOf } from './fen.js'

/** A party that bears a share of every claim out of a budget of its own: the city, the district. */
export interface PayingParty {
  readonly party: string
  readonly share: string
  readonly budget: Budget
}

export interface PayingParties {
  /** The shares are one. */
  readonly parties: readonly PayingParty[]
  /** The party that bears what rounding to the fen leaves; absent, the largest part cut off. */
  readonly remainderTo?: string
}

/** What one claim is given by all parties together, and by each. */
export interface JointShare {
  readonly id: string
  readonly asked: string
  readonly given: string
  readonly cut: string
  /** In the order of the parties. */
  readonly parties: readonly (ClaimShare & { readonly party: string })[]
}

export interface JointAllocation {
  readonly asked: string
  readonly given: string
  /** By id. */
  readonly claims: readonly JointShare[]
  readonly parties: readonly { readonly party: string; readonly allocation: Allocation }[]
}

/**
 * Divides the budgets of several parties among claims of which each bears its share.
 *
 * Every claim is parted by the shares, to the fen; each party then divides its own budget among its parts. Where one is short of money the others do
 * not pay for it, and still pay theirs. PortfolioError with every issue.
 */
export function allocateAmongParties(claims: readonly Claim[], { parties, remainderTo }: PayingParties): JointAllocation {
  const issues: Issue[] = []
  checkParties({ parties, ...(remainderTo !== undefined && { remainderTo }) }, issues)
  checkClaims(claims, undefined, issues)
  refuseFaults(issues)
  const parts = claims.map(({ amount }) => partsOf(fenOf(amount), parties, remainderTo))
  const allocations = parties.map(({ party, budget }, index) => ({
    party,
    allocation: allocateBudget(
      claims.map((claim, place) => ({ ...claim, amount: parts[place]?.[index] as string })),
      budget,
    ),
  }))
  const first = allocations[0] as (typeof allocations)[number]
  const joint = first.allocation.claims.map(({ id }, place) => {
    const own = allocations.map(({ party, allocation }) => ({ party, ...(allocation.claims[place] as ClaimShare) }))
    return { id, asked: total(own, 'asked'), given: total(own, 'given'), cut: total(own, 'cut'), parties: own }
  })
  return { asked: total(joint, 'asked'), given: total(joint, 'given'), claims: joint, parties: allocations }
}

function partsOf(amount: bigint, parties: readonly PayingParty[], remainderTo: string | undefined): readonly string[] {
  const bearer = parties.findIndex(({ party }) => party === remainderTo)
  const weights = parties.map(({ share: own }) => rateOf(own))
  return allocate(decimalOf(yuanOf(amount)), weights, bearer < 0 ? {} : { remainderTo: bearer }).map(moneyText)
}

function total<Key extends string>(entries: readonly { readonly [key in Key]: string }[], key: Key): string {
  return yuanOf(entries.reduce((sum, entry) => sum + fenOf(entry[key]), 0n))
}

function checkParties(given: PayingParties, issues: Issue[]): void {
  const budget = (value: unknown, path: string, found: Issue[]): void => checkBudget(value as Budget, found, path)
  record({ parties: list(record({ party: name, share, budget })), remainderTo: optional(name) })(given, '', issues)
  if (issues.length > 0) return
  const { parties, remainderTo } = given
  distinct(
    parties.map(({ party }) => party),
    (index) => `parties[${index}].party`,
    issues,
  )
  checkShares(
    parties.map((party) => party.share),
    'parties',
    issues,
  )
  if (remainderTo !== undefined && !parties.some(({ party }) => party === remainderTo))
    issues.push(issue('unknown-party', 'remainderTo', '所列各方之一', 'one of the parties', remainderTo))
}
