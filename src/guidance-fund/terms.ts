import type { CompiledTerms, Instrument, Instruments, ItemKind } from '../assessment/compile.js'
import { mustHaveSource } from '../assessment/compile.js'
import type { Evaluate } from '../assessment/context.js'
import { fault, type Scope, within } from '../assessment/scope.js'
import { DEALS, INSTALMENTS, NO_ITEMS } from '../items/plain-terms.js'
import { zero } from '../money/fraction.js'
import type { FundRule, FundTerms, Part } from '../policy/policy.js'
import { APPLICANT_FACTS, FUND_FACTS } from '../policy/standard-facts.js'
import { compilePart } from './distribution/terms.js'
import { checkFund } from './fund-checks.js'

/** A rule of a guidance fund: what its items may be, and the groups of facts that are its own. */
interface Rule {
  readonly kinds: readonly [ItemKind, ...ItemKind[]]
  /** Stating a fact of one of these groups asks for the rule. */
  readonly groups: readonly string[]
  /** What the rule makes of its terms, where it is more than a formula. */
  readonly compileTerms?: NonNullable<Instrument['compileTerms']>
}

/** The rules of the family, in the order in which they are answered. */
export const RULES: { readonly [rule in FundRule]: Rule } = {
  contribution: { kinds: [NO_ITEMS], groups: ['fund', 'holder'] },
  'follow-on': { kinds: [DEALS], groups: ['deal'] },
  'investment-guarantee': { kinds: [DEALS], groups: ['deal'] },
  'risk-subsidy': { kinds: [DEALS], groups: ['deal'] },
  'loss-compensation': { kinds: [DEALS], groups: ['deal'] },
  reinvestment: { kinds: [DEALS], groups: ['deal'] },
  'use-test': { kinds: [DEALS, NO_ITEMS], groups: ['deal'] },
  'exit-price': { kinds: [INSTALMENTS], groups: ['exit', 'instalment'] },
  'early-exit': { kinds: [NO_ITEMS], groups: [] },
  concession: { kinds: [NO_ITEMS, DEALS], groups: ['holding'] },
  distribution: { kinds: [NO_ITEMS, DEALS], groups: ['flows'], compileTerms: compilePart },
  fee: { kinds: [NO_ITEMS], groups: ['fee', 'feePeriod'] },
  leverage: { kinds: [NO_ITEMS], groups: ['leverage'] },
}

/** A formula as for any items, and the measures of the fund. */
function compileTerms(part: Part, kind: ItemKind, scope: Scope): CompiledTerms {
  const { measures, distribution, formula } = part.terms as FundTerms
  if (distribution !== undefined) fault(within(scope, 'distribution'), 'unknown-term', 'distribution', 'other-rule')
  const terms = kind.compileTerms(part.terms, scope)
  if (measures === undefined) return terms
  if (formula !== undefined) fault(within(scope, 'measures'), 'unknown-term', 'measures', 'beside-formula')
  const compiled = measures.map((value, index) => {
    const place = within(within(scope, 'measures'), index, value)
    mustHaveSource(value, place)
    return scope.compileQuantity(value.value, within(place, 'value'))
  })
  // Every measure is worked out, so that all that is missing is asked for at once.
  const measured: Evaluate = (context) => (compiled.map(({ evaluate }) => evaluate(context)).includes(undefined) ? undefined : zero)
  return { ...terms, check: measured }
}

const instrumentOf = (rule: FundRule): Instrument => ({
  instrument: 'guidance-fund',
  rule,
  facts: [APPLICANT_FACTS, FUND_FACTS],
  kinds: RULES[rule].kinds,
  checks: [checkFund],
  compileTerms: RULES[rule].compileTerms ?? compileTerms,
})

const EACH = /* @__PURE__ */ Object.keys(RULES).map((rule) => instrumentOf(rule as FundRule)) as readonly Instrument[]

/** Each rule by itself, for the general engine: always the same list for the same rule. */
export const RULE_INSTRUMENTS = /* @__PURE__ */ Object.fromEntries(EACH.map((instrument) => [instrument.rule, [instrument]])) as {
  readonly [rule in FundRule]: Instruments
}

/** The venture guidance fund (创业投资引导基金) for the general engine: every rule of it. */
export const INSTRUMENTS = EACH as Instruments
