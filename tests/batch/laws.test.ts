import { describe, expect, test } from 'vitest'
import { policyOf, type Random, randomApplication, randomFrom, randomTerms, shownCase, statedFacts } from '../oracle/random-cases.js'
import { bothWays, factsIn, frozen } from './both-ways.js'

const POLICIES = 600
const APPLICATIONS = 8

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

/** The applications that are answered in two ways, and how many the fast path answered. */
function compared(policies: number, applications: number, application: (random: Random) => object) {
  const others: string[] = []
  let fast = 0
  for (let seed = 1; seed <= policies && others.length < 3; seed += 1) {
    const policy = frozen(policyOf(randomTerms(randomFrom(seed))))
    const answer = bothWays(policy)
    for (let index = 0; index < applications; index += 1) {
      const stated = frozen(application(randomFrom(seed * 1009 + index)))
      const { batched, ordinary, isFast } = answer(stated)
      if (batched !== ordinary)
        others.push(`seed ${seed}, application ${index}: ${shownCase([batched, ordinary, policy.parts[0], stated])}`)
      if (isFast) fast += 1
    }
  }
  return { others, fast }
}

describe('an evaluation is an assessment', () => {
  test(`of ${POLICIES * APPLICATIONS} random applications under ${POLICIES} random documents`, () => {
    const { others, fast } = compared(POLICIES, APPLICATIONS, (random) => statedFacts(randomApplication(random)))
    expect(others).toEqual([])
    // A law about the ordinary path alone would hold as well.
    expect(fast / (POLICIES * APPLICATIONS)).toBeGreaterThan(0.45)
  })

  test('of damaged applications, with the same issues', () => {
    const { others, fast } = compared(200, 15, (random) => damaged(statedFacts(randomApplication(random)), random))
    expect(others).toEqual([])
    expect(fast).toBeGreaterThan(150)
  })
})
