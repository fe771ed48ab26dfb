import * as z from 'zod/mini'
import { clauses, identifier, optional, parameterReference, printed, quantity, source, sourced, text, word } from './forms.js'

const selection = z.union([z.array(word).check(z.minLength(1)), z.strictObject({ except: z.array(word).check(z.minLength(1)) })])
const interest = z.union([z.enum(['simple', 'compound']), parameterReference])
const to = { to: optional(selection) }
const fixedShares = z.record(word, printed)
const aboutTier = { id: optional(identifier), label: optional(text), when: optional(clauses), ...source }

const tier = z.union([
  z.strictObject({ tier: z.literal('capital'), ...to, ...aboutTier }),
  z.strictObject({ tier: z.literal('preference'), multiple: quantity, ...to, ...aboutTier }),
  z.strictObject({ tier: z.literal('preferred'), rate: quantity, interest, ...to, ...aboutTier }),
  z.strictObject({ tier: z.literal('catch-up'), toManager: quantity, carry: quantity, ...to, ...aboutTier }),
  z.strictObject({ tier: z.literal('split'), carry: quantity, ...to, ...aboutTier }),
  z.strictObject({ tier: z.literal('split'), shares: fixedShares, ...aboutTier }),
])

const concession = z.strictObject({
  by: selection,
  share: quantity,
  above: optional(z.strictObject({ rate: quantity, interest })),
  to: z.union([selection, fixedShares]),
  when: optional(clauses),
})

/** The form of the terms of a distribution. */
export const distributionTerms = z.strictObject({
  basis: sourced(z.enum(['whole-fund', 'deal-by-deal'])),
  manager: sourced(word),
  investors: optional(sourced(word)),
  tiers: z.array(tier).check(z.minLength(1)),
  dayCount: optional(sourced(z.union([word, parameterReference]))),
  concessions: optional(z.array(sourced(concession))),
  clawBack: optional(sourced(z.strictObject({ taxShare: optional(quantity) }))),
  publicMoney: optional(sourced(z.array(word).check(z.minLength(1)))),
  oddFenTo: optional(sourced(word)),
})
