import { assessWith } from '../assessment/assess.js'
import type { Assessment } from '../assessment/assessment.js'
import { compiledPolicy, compilePolicy } from '../assessment/compile.js'
import { PolicyError } from '../assessment/errors.js'
import { parsedFacts, readFacts } from '../assessment/facts.js'
import type { Part, Policy } from '../policy/policy.js'
import { bearersIn } from './losses.js'
import type { StatedFacts } from './pool-events.js'
import type { CompiledPool } from './pool-terms.js'
import { INSTRUMENTS, type RiskTerms } from './terms.js'

type RiskPart = Extract<Part, { readonly instrument: 'risk-compensation' }>

/** What a pool asks of its document beside the whole of it. */
export interface PoolDocuments {
  /** Who bears what of a loss, whatever else the document says. */
  readonly losses: Policy
  /** All but the fuses: what a claim that has been approved comes to. */
  readonly withoutFuses: Policy
  /** One fuse each, as far as its rate does not depend on the claim at hand. */
  readonly fuses: readonly Policy[]
  /** The parties whose part the pool pays. */
  readonly compensated: ReadonlySet<string>
}

const KEPT = /* @__PURE__ */ new WeakMap<Policy, PoolDocuments>()

/** What a pool asks of its document; kept for as long as the policy is. */
export function documentsOf(policy: Policy): PoolDocuments {
  const kept = KEPT.get(policy)
  if (kept !== undefined) return kept
  const parts = policy.parts.filter((part): part is RiskPart => part.instrument === 'risk-compensation')
  const withParts = (changed: readonly Part[]): Policy => {
    const { limits: _, ...document } = policy
    return { ...document, parts: changed }
  }
  const documents: PoolDocuments = {
    losses: withParts(parts.map(lossesOf)),
    withoutFuses: { ...policy, parts: policy.parts.map((part) => (part.instrument === 'risk-compensation' ? withoutFuses(part) : part)) },
    fuses: parts
      .flatMap(fusesOf)
      .map((part) => withParts([part]))
      .filter((one) => compilePolicy(one, INSTRUMENTS).faults.length === 0),
    compensated: new Set(parts.flatMap(({ terms }) => bearersIn(terms.formula))),
  }
  KEPT.set(policy, documents)
  return documents
}

function withoutFuses(part: RiskPart): RiskPart {
  const { fuses: _, ...terms } = part.terms
  return { ...part, terms }
}

function lossesOf({ instrument, id, items, terms, rounding }: RiskPart): RiskPart {
  return {
    instrument,
    ...(id === undefined ? {} : { id }),
    ...(items?.of === undefined ? {} : { items: { of: items.of } }),
    terms: terms.losses === undefined ? {} : { losses: terms.losses },
    rounding,
  }
}

function fusesOf({ instrument, terms, rounding }: RiskPart): readonly RiskPart[] {
  return (terms.fuses ?? []).map((fuse) => {
    const { trippingClaim: _, ...always } = fuse
    return { instrument, items: { of: 'none' }, terms: { fuses: [always] }, rounding }
  })
}

/** The terms of a document's pool. PolicyError where the document is faulty, or no part or several have one. */
export function poolTermsOf(policy: Policy): CompiledPool {
  const pools = compiledPolicy(policy, INSTRUMENTS).parts.flatMap(({ terms }) => (terms as RiskTerms).pool ?? [])
  const [pool] = pools
  if (pool !== undefined && pools.length === 1) return pool
  const given = String(pools.length)
  throw new PolicyError([
    {
      code: 'pool',
      path: 'parts',
      given,
      message: {
        zh: `应恰有一个部分规定资金池（terms.pool），此处有${given}个`,
        en: `expected one part with terms.pool, received ${given}`,
      },
    },
  ])
}

/** The answer of a document to facts as stated. */
export function assessed(policy: Policy, facts: StatedFacts): Assessment {
  return assessWith(policy, parsedFacts(readFacts(policy, facts, INSTRUMENTS)), {}, INSTRUMENTS) as Assessment
}
