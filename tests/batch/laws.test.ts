import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { knownPath } from '../../src/batch/fast-path.js'
import { compile } from '../../src/batch/index.js'
import { withParameters } from '../../src/document/parameters.js'
import { assess, parseFacts, safeParseFacts } from '../../src/index.js'
import type { Policy } from '../../src/policy/policy.js'
import { policyOf, type Random, randomApplication, randomFrom, randomTerms, shownCase, statedFacts } from '../oracle/random-cases.js'
import { type Case, type Cases, factsOf } from '../policies/cases.js'

const POLICIES = 2000
const APPLICATIONS = 10

// The facts are standard ones, so every random policy reads them alike.
const FACTS_OF = policyOf(randomTerms(randomFrom(1)))

/** What must stay as it is: a change to it during an assessment throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

type Node = Record<string, unknown>

/** Every fact of an application with what holds it. */
function factsIn(value: unknown): { readonly holder: Node; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value as Node, key }, ...factsIn(inner)])
}

const FAULTS: readonly unknown[] = [
  '1000000',
  '0.03',
  '2024-02-30',
  '2021-07-01',
  '',
  null,
  3,
  true,
  [],
  {},
  '1e3',
  '１２',
  '0.5%',
  '99999999999999.99',
]

/** An application as a careless hand leaves it: facts missing, facts of another kind, facts in two places. */
function damaged(facts: object, random: Random): object {
  const copy = structuredClone(facts)
  for (let count = Math.floor(random() * 3) + 1; count > 0; count -= 1) {
    const all = factsIn(copy)
    const { holder, key } = all[Math.floor(random() * all.length)] as (typeof all)[number]
    const way = random()
    if (way < 0.5 && Array.isArray(holder)) holder.splice(Number(key), 1)
    else if (way < 0.5) delete holder[key]
    else if (way < 0.8) holder[key] = FAULTS[Math.floor(random() * FAULTS.length)]
    else holder[`${key}s`] = holder[key]
  }
  return copy
}

/** What the ordinary way says: outcome and amount, or the issues. */
function ordinary(policy: Policy, stated: object): unknown {
  const read = safeParseFacts(policy, stated)
  return read.success
    ? attempt(() => assess(policy, read.facts, { explain: false }))
    : read.issues.map(({ code, path }) => `${code} ${path}`)
}

function batched(evaluate: (input: unknown) => unknown, stated: object): unknown {
  try {
    return evaluate(stated)
  } catch (error) {
    const { issues } = error as { readonly issues?: readonly { readonly code: string; readonly path: string }[] }
    return issues === undefined ? String(error) : issues.map(({ code, path }) => `${code} ${path}`)
  }
}

const attempt = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return String(error)
  }
}

describe('an evaluation is an assessment', { timeout: 600_000 }, () => {
  test(`of ${POLICIES * APPLICATIONS} random applications under ${POLICIES} random documents`, () => {
    let fast = 0
    const others: string[] = []
    for (let seed = 1; seed <= POLICIES && others.length < 3; seed += 1) {
      const policy = frozen(policyOf(randomTerms(randomFrom(seed))))
      const { evaluate } = compile(policy)
      const path = knownPath(policy, {})
      for (let index = 0; index < APPLICATIONS; index += 1) {
        const stated = frozen(statedFacts(randomApplication(randomFrom(seed * 31 + index))))
        const [given, wanted] = [evaluate(stated), assess(policy, parseFacts(FACTS_OF, stated), { explain: false })]
        if (JSON.stringify(given) !== JSON.stringify(wanted))
          others.push(`seed ${seed}, application ${index}: ${shownCase([given, wanted, policy.parts[0], stated])}`)
        if (typeof path === 'function' && path(stated) !== undefined) fast += 1
      }
    }
    expect(others).toEqual([])
    // A law about the ordinary path alone would hold as well.
    expect(fast / (POLICIES * APPLICATIONS)).toBeGreaterThan(0.45)
  })

  test('of damaged applications, with the same issues', () => {
    let fast = 0
    const others: string[] = []
    for (let seed = 1; seed <= 400 && others.length < 3; seed += 1) {
      const policy = policyOf(randomTerms(randomFrom(seed)))
      const { evaluate } = compile(policy)
      const path = knownPath(policy, {})
      for (let index = 0; index < 25; index += 1) {
        const random = randomFrom(seed * 1009 + index)
        const stated = frozen(damaged(statedFacts(randomApplication(random)), random))
        const [given, wanted] = [batched(evaluate, stated), ordinary(policy, stated)]
        if (JSON.stringify(given) !== JSON.stringify(wanted))
          others.push(`seed ${seed}, application ${index}: ${shownCase([given, wanted, policy.parts[0], stated])}`)
        if (typeof path === 'function' && path(stated) !== undefined) fast += 1
      }
    }
    expect(others).toEqual([])
    expect(fast).toBeGreaterThan(500)
  })
})

const ROOT = new URL('../../src/policies/', import.meta.url)
const documents = await Promise.all(
  readdirSync(ROOT)
    .filter((file) => file.endsWith('.ts'))
    .map(async (file) => {
      const id = file.slice(0, -'.ts'.length)
      const { default: policy } = (await import(`../../src/policies/${id}.ts`)) as { default: Policy }
      const { default: table } = (await import(`../policies/${id}.cases.ts`)) as { default: Cases }
      return { id, policy, table }
    }),
)
const subsidies = documents.filter(({ policy }) => policy.parts.every(({ instrument }) => instrument === 'interest-subsidy'))

describe('every interest subsidy of the library is on the fast path', () => {
  test.each(subsidies)('$id', ({ policy, table }) => {
    const base: Case = { name: 'the base' }
    const beside = [base, ...table.cases]
      .filter(({ incomplete }) => incomplete === undefined)
      .filter((row) => {
        const given = withParameters(policy, { ...table.parameters, ...row.parameters })
        const path = knownPath(given, row.knownOn === undefined ? {} : { knownOn: row.knownOn })
        if (typeof path !== 'function') throw new RangeError(`beyond the fast path: ${path.beyond}`)
        return path(factsOf(table.base, row)) === undefined
      })
      .map(({ name }) => name)
    // Left to the ordinary path: what no line of a table covers, and what is not stated because it does not matter.
    expect(beside.length).toBeLessThan(3)
    expect(beside).not.toContain('the base')
  })
})

test('a document of another instrument, and one with a rule the fast path has not heard of, are answered in the ordinary way', () => {
  const policy = policyOf(randomTerms(randomFrom(7)))
  const [part] = policy.parts
  const later = {
    ...policy,
    parts: [{ ...part, terms: { ...part?.terms, heardOfLater: { place: 'test', value: 1 } } }],
  } as unknown as Policy
  expect(knownPath(policy, {})).toBeTypeOf('function')
  expect(knownPath(later, {})).toEqual({ beyond: 'heardOfLater' })
  const others = documents.filter(({ policy: { parts } }) => parts.some(({ instrument }) => instrument === 'risk-compensation'))
  expect(others.map(({ policy: other, table }) => typeof knownPath(withParameters(other, table.parameters ?? {}), {}))).toContain('object')
})
