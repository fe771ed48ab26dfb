import type { FactGroup, Facts } from '../assessment/context.js'
import { type Issue, shown } from '../assessment/errors.js'
import { compare, type Fraction, fractionText } from '../money/fraction.js'

/** Parts of a loan's principal: none can be more than was lent. */
const OF_PRINCIPAL = ['principalLoss', 'overduePrincipal', 'unpaidPrincipalInPayout'] as const

/** What the loans of an application must agree on among themselves, and each loss with its loan. */
export function checkDefaults(facts: Facts): Issue[] {
  const loans = (facts['loans'] ?? []) as readonly FactGroup[]
  return loans.flatMap((loan, index) => {
    const principal = loan['principal'] as Fraction | undefined
    return OF_PRINCIPAL.flatMap((key): Issue[] => {
      const part = loan[key] as Fraction | undefined
      if (principal === undefined || part === undefined || compare(part, principal) <= 0) return []
      const path = `loans[${index}].${key}`
      const [given, most] = [shown(fractionText(part)), fractionText(principal)]
      return [
        {
          code: 'contradiction',
          path,
          given,
          message: {
            zh: `超过贷款本金${most}：请核对`,
            en: `${path}: expected at most the principal of the loan, ${most}, received ${given}`,
          },
        },
      ]
    })
  })
}
