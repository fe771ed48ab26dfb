import { compilePolicy } from '../assessment/compile.js'
import type { FactGroup, Facts } from '../assessment/context.js'
import type { FormOptions } from '../assessment/form.js'
import { groupOf, keyOf, listOf } from '../assessment/scope.js'
import type { FundRule, Policy } from '../policy/policy.js'
import { RULE_INSTRUMENTS, RULES } from './terms.js'

/** How a form is written, and of which rule it is. */
export interface RuleFormOptions extends FormOptions {
  /** All rules of the document unless given. */
  readonly rule?: FundRule
}

/** The rules a document states, in the order in which they are answered. */
export function rulesOf({ parts }: Policy): readonly FundRule[] {
  const stated = new Set(parts.map((part) => ('rule' in part ? part.rule : undefined)))
  return (Object.keys(RULES) as FundRule[]).filter((rule) => stated.has(rule))
}

/** The rules of a document for which facts of their own are given. */
export function rulesAsked(policy: Policy, facts: Facts): readonly FundRule[] {
  const rules = rulesOf(policy)
  const asked = rules.map((rule) => compilePolicy(policy, RULE_INSTRUMENTS[rule]).compiled.asked)
  return rules.filter((rule, index) => {
    const { kinds, groups } = RULES[rule]
    const alone = kinds.flatMap((kind) => kind.alone ?? [])
    const isOwn = (fact: string): boolean =>
      groups.includes(groupOf(fact)) || asked.every((names, other) => other === index || !names.has(fact))
    const own = [...(asked[index]?.keys() ?? [])].filter(isOwn)
    return own.some((fact) => isStated(fact, facts)) || alone.some((group) => facts[group] !== undefined)
  })
}

/** Whether a fact is stated: of the applicant, in a group, or, for a list, in any of its entries; an empty list says that there is none. */
function isStated(fact: string, facts: Facts): boolean {
  const group = groupOf(fact)
  if (group === '') return facts[fact] !== undefined
  const list = listOf(group)
  const entries = list === undefined ? [facts[group]] : (facts[list] as readonly FactGroup[] | undefined)
  if (entries === undefined) return false
  if (entries.length === 0) return true
  return entries.some((entry) => (entry as FactGroup | undefined)?.[keyOf(fact)] !== undefined)
}
