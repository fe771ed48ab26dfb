import type { Outcome } from '../assessment/assessment.js'
import { compiledPolicy } from '../assessment/compile.js'
import { chosenIn, type DocumentOptions } from '../document/assess.js'
import { checkLoans } from '../items/loan-checks.js'
import type { Policy } from '../policy/policy.js'
import { Outside, only, UNUSUAL } from './outside.js'
import { compilePart, REFUSED } from './part.js'
import { compileQuantity } from './quantity.js'
import { yuanText } from './rounding.js'
import { rowOf } from './row.js'
import { scopeOf } from './scope.js'

/** Outcome and amount of an application; undefined where the ordinary assessment must answer. */
export type FastPath = (input: unknown) => Outcome | undefined

/** What a document says as a whole; none of it but facts, parameters and parts bears on an amount. */
const POLICY = [
  '$schema',
  'title',
  'number',
  'issuer',
  'issued',
  'replaces',
  'url',
  'status',
  'effective',
  'facts',
  'parameters',
  'parts',
  'limits',
  'notes',
]

/** What every answer under a document says alike; the short answer has its meaning. */
const FIXED = ['policy', 'meaning', 'meaningSource', 'recipient', 'budget', 'rule', 'readings', 'notes']

/** The fast path of a document, or undefined where the document says more than it knows. */
export function fastPathOf(policy: Policy, options: DocumentOptions): FastPath | undefined {
  const known = knownPath(policy, options)
  return typeof known === 'function' ? known : undefined
}

/** @internal The fast path, or what in the document is beyond it: what the tests of its limits read. */
export function knownPath(policy: Policy, options: DocumentOptions): FastPath | { readonly beyond: string } {
  const instruments = chosenIn(policy, options.rule)
  const compiled = compiledPolicy(policy, instruments)
  const { parts, joint, fixed } = compiled
  const [part, ...more] = parts
  if (part === undefined || more.length > 0 || joint.length > 0) return { beyond: 'several parts' }
  if (instruments.some(({ checks }) => checks.some((check) => check !== checkLoans)))
    return { beyond: 'facts that are checked in other ways' }
  try {
    only(policy, POLICY)
    only(compiled, ['policy', 'fixed', 'parts', 'joint', 'asked'])
    only(fixed, FIXED)
    only(options, ['knownOn', 'rates', 'rule', 'explain'])
    for (const instrument of instruments) only(instrument, ['instrument', 'facts', 'kinds', 'checks', 'orderOfLimits'])
    const scope = scopeOf(policy, instruments, options, compileQuantity)
    const work = compilePart(part, scope)
    const read = scope.facts.reader()
    const row = rowOf(scope.facts.places)
    const { meaning } = fixed
    return (input) => {
      try {
        read(input, row)
        const fen = work(row)
        return fen === REFUSED ? { outcome: 'refused', amount: '0.00', meaning } : { outcome: 'granted', amount: yuanText(fen), meaning }
      } catch (error) {
        if (error === UNUSUAL) return undefined
        throw error
      }
    }
  } catch (error) {
    if (error instanceof Outside) return { beyond: error.message }
    throw error
  }
}
