import type { Outcome } from '../assessment/assessment.js'
import { compiledPolicy } from '../assessment/compile.js'
import { chosenIn, type DocumentOptions } from '../document/assess.js'
import { checkLoans } from '../items/loan-checks.js'
import type { Policy } from '../policy/policy.js'
import { Outside, UNUSUAL } from './outside.js'
import { compilePart, REFUSED } from './part.js'
import { yuanText } from './rounding.js'
import { rowOf } from './row.js'
import { scopeOf } from './scope.js'

/** Outcome and amount of an application; undefined where the ordinary assessment must answer. */
export type FastPath = (input: unknown) => Outcome | undefined

/** The fast path of a document, or undefined where the document says more than it knows. */
export function fastPathOf(policy: Policy, options: DocumentOptions): FastPath | undefined {
  const known = knownPath(policy, options)
  return typeof known === 'function' ? known : undefined
}

/** The fast path, or what in the document is beyond it. */
export function knownPath(policy: Policy, options: DocumentOptions): FastPath | { readonly beyond: string } {
  const instruments = chosenIn(policy, options.rule)
  const { parts, joint, fixed } = compiledPolicy(policy, instruments)
  const [only, ...more] = parts
  if (only === undefined || more.length > 0 || joint.length > 0) return { beyond: 'several parts' }
  if (instruments.some(({ check }) => check !== checkLoans)) return { beyond: 'facts that are checked in other ways' }
  try {
    const scope = scopeOf(policy, instruments, options)
    const work = compilePart(only, scope)
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
