import { knownPath } from '../../src/batch/fast-path.js'
import { compile } from '../../src/batch/index.js'
import { assess, type DocumentOptions, safeParseFacts } from '../../src/document/assess.js'
import type { Policy } from '../../src/policy/policy.js'

/** What must stay as it is: a change to it during an assessment throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

export type Node = Record<string, unknown>

/** Every fact of an application with what holds it. */
export function factsIn(value: unknown): readonly { readonly holder: Node; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value as Node, key }, ...factsIn(inner)])
}

/** What was thrown: issues by code and place, anything else in its words. */
function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    const { issues } = error as { readonly issues?: readonly { readonly code: string; readonly path: string }[] }
    return issues === undefined ? String(error) : issues.map(({ code, path }) => `${code} ${path}`)
  }
}

/** The answers to an application in both ways, and whether the fast path gave the one. */
export interface BothWays {
  readonly batched: string
  readonly ordinary: string
  readonly isFast: boolean
}

/** Answers applications under one document in both ways. */
export function bothWays(policy: Policy, options: DocumentOptions = {}): (stated: object) => BothWays {
  const { evaluate } = compile(policy, options)
  const path = knownPath(policy, options)
  const ordinary = (stated: object): unknown => {
    const read = safeParseFacts(policy, stated)
    return read.success
      ? attempt(() => assess(policy, read.facts, { ...options, explain: false }))
      : read.issues.map(({ code, path: at }) => `${code} ${at}`)
  }
  return (stated) => ({
    batched: JSON.stringify(attempt(() => evaluate(stated))),
    ordinary: JSON.stringify(ordinary(stated)),
    isFast: typeof path === 'function' && path(stated) !== undefined,
  })
}

/** What in a document is beyond the fast path; undefined where nothing is. */
export function beyondOf(policy: Policy, options: DocumentOptions = {}): string | undefined {
  const path = knownPath(policy, options)
  return typeof path === 'function' ? undefined : path.beyond
}
