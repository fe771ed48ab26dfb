import type { Issue } from '../assessment/errors.js'
import { rateOf } from '../loan/checks.js'
import { allocate } from '../money/allocation.js'
import { Decimal, decimalOf } from '../money/decimal.js'
import { minus, one } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import type { Allocation, Budget, Claim, ClaimShare, Money, Purse, PurseAnswer } from './budget.js'
import { checkBudget, checkClaims } from './budget-checks.js'
import { compared, divide, goesByListing, type Member } from './division.js'
import { refuseFaults } from './errors.js'
import { fenOf, yuanOf } from './fen.js'
import { cutNumber, cutReason } from './reasons.js'

/**
 * Divides a budget among claims, to the fen.
 *
 * The sum never exceeds the budget, nobody has more than he asks for, and nobody has less without a reason. The answer does not depend on the order of
 * the list, unless a rule is `as-listed`, and then it says so. PortfolioError with every issue.
 */
export function allocateBudget(claims: readonly Claim[], budget: Budget): Allocation {
  const issues: Issue[] = []
  checkBudget(budget, issues)
  checkClaims(claims, issues.length === 0 ? budget : undefined, issues)
  refuseFaults(issues)
  const members = membersOf(claims)
  const asked = members.reduce((sum, member) => sum + member.asked, 0n)
  if (budget.rule === 'unlimited') {
    const shares = members.map(({ claim, asked: own }) => ({ id: claim.id, asked: yuanOf(own), given: yuanOf(own), cut: '0.00' }))
    return { reserve: '0.00', asked: yuanOf(asked), given: yuanOf(asked), dependsOnListing: false, claims: shares, purses: [] }
  }
  const whole = fenOf(budget.amount)
  const reserve = reserveOf(budget)
  const purses = budget.purses ?? [{ id: 'budget', share: '1', unused: 'stays' as const, rule: budget.rule }]
  const answers = payFrom(purses, whole - reserve, members)
  const open = members.reduce((sum, member) => sum + member.open, 0n)
  return {
    budget: yuanOf(whole),
    reserve: yuanOf(reserve),
    asked: yuanOf(asked),
    given: yuanOf(asked - open),
    unspent: yuanOf(whole - reserve - (asked - open)),
    dependsOnListing: purses.some(({ rule }) => goesByListing(rule)),
    claims: members.map((member) => shareOf(member, budget.purses !== undefined)),
    purses: answers,
  }
}

function membersOf(claims: readonly Claim[]): readonly Member[] {
  return claims
    .map((claim, place) => ({ claim, place, asked: fenOf(claim.amount) }))
    .sort((a, b) => compared(a.claim.id, b.claim.id))
    .map((member) => ({ ...member, open: member.asked, cut: cutNumber('no-purse'), given: {} }))
}

function shareOf({ claim, asked, open, cut, given }: Member, several: boolean): ClaimShare {
  const reason = open === 0n ? undefined : cutReason(cut)
  return {
    id: claim.id,
    asked: yuanOf(asked),
    given: yuanOf(asked - open),
    cut: yuanOf(open),
    ...(reason !== undefined && { reason }),
    ...(several && { purses: given }),
  }
}

function reserveOf({ amount, reserve }: Money): bigint {
  if (reserve === undefined) return 0n
  if (typeof reserve === 'string' || Decimal.isDecimal(reserve)) return fenOf(reserve)
  const share = rateOf(reserve.share)
  const [held] = allocate(decimalOf(yuanOf(fenOf(amount))), [share, minus(one, share)], { remainderTo: 1 })
  return fenOf(moneyText(held as Decimal))
}

function payFrom(purses: readonly Purse[], available: bigint, members: readonly Member[]): readonly PurseAnswer[] {
  const parts = allocate(
    decimalOf(yuanOf(available)),
    purses.map(({ share }) => rateOf(share)),
  ).map((part) => fenOf(moneyText(part)))
  let spilled = 0n
  return purses.map((purse, index) => {
    const own = parts[index] as bigint
    const answer = { id: purse.id, amount: yuanOf(own), spilledOver: yuanOf(spilled) }
    const budget = own + spilled
    const meant = members.filter(({ claim, open }) => open > 0n && isMeant(claim, purse))
    const { given, cuts, rates } = divide(purse.rule, meant, budget)
    let spent = 0n
    meant.forEach((member, place) => {
      const amount = given[place] as bigint
      member.open -= amount
      member.cut = cuts[place] as number
      member.given[purse.id] = yuanOf(amount)
      spent += amount
    })
    const unspent = budget - spent
    spilled = purse.unused === 'spills-over' ? unspent : 0n
    return { ...answer, given: yuanOf(spent), unspent: yuanOf(unspent - spilled), ...(rates.length > 0 && { rates }) }
  })
}

const isMeant = ({ keys }: Claim, purse: Purse): boolean =>
  purse.for === undefined || purse.for.in.includes(keys?.[purse.for.key] as string | number)
