import { expect, test } from 'vitest'
import { assess, parseFacts } from '../../src/premium-subsidy/index.js'
import { divide, type Exact, exactOf, order } from './exact.js'
import { expectedAnswer } from './premium-subsidy.oracle.js'
import { randomFrom, shownCase } from './random-cases.js'
import { policyOf, randomApplication, randomTerms, statedFacts } from './random-premiums.js'

const CASES = Number(process.env['ORACLE_CASES'] ?? 50_000)
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 20_260_201)
/** Applications under each random document, so that reading documents does not take most of the time. */
const APPLICATIONS = 10

const readExact = (text: string): Exact => {
  const [over = '', under = '1'] = text.split('/')
  return divide(exactOf(over), exactOf(under))
}

function disagreement(seed: number, outcomes: Map<string, number>): string | undefined {
  const packages = seed % 3 === 0
  const terms = randomTerms(randomFrom(seed), packages)
  const policy = policyOf(terms)
  for (let index = 0; index < APPLICATIONS; index += 1) {
    const application = randomApplication(randomFrom(seed * 31 + index), packages)
    const facts = statedFacts(application)
    const found: string[] = []
    const check = (what: string, given: string | undefined, wanted: string): void => {
      if (given !== wanted) found.push(`${what}: engine ${given}, oracle ${wanted}`)
    }
    try {
      const expected = expectedAnswer(terms, application)
      const parsed = parseFacts(policy, facts)
      const answer = assess(policy, parsed)
      outcomes.set(answer.outcome, (outcomes.get(answer.outcome) ?? 0) + 1)
      check('outcome', answer.outcome, expected.outcome)
      check('amount', answer.amount, expected.amount)
      check('amount without explanation', assess(policy, parsed, { explain: false }).amount, expected.amount)
      const counted = answer.items.filter((item) => item.counted)
      check('counted', counted.map(({ id }) => id).join(), expected.counted.join())
      if (terms.corrects) {
        check('supplement', answer.corrections?.[0]?.supplement, expected.supplement)
        check('claw-back', answer.corrections?.[0]?.clawBack, expected.clawBack)
      }
      if (expected.outcome === 'granted') {
        for (const { id, amount = '' } of counted) {
          const wanted = expected.perPolicy.get(id)
          if (wanted === undefined || order(readExact(amount), wanted) !== 0)
            found.push(`${id}: engine ${amount}, oracle ${wanted?.over}/${wanted?.under}`)
        }
        const exactly = { gross: 'beforeLimits', exact: 'afterLimits' } as const
        for (const key of ['gross', 'exact'] as const) {
          const given = answer.worksheet[exactly[key]]?.value ?? ''
          if (order(readExact(given), expected[key]) !== 0)
            found.push(`${key}: engine ${given}, oracle ${expected[key].over}/${expected[key].under}`)
        }
      }
    } catch (error) {
      found.push(String(error))
    }
    if (found.length > 0)
      return `seed ${seed}, application ${index}\n${found.join('\n')}\n${shownCase(policy.parts[0])}\n${shownCase(facts)}`
  }
  return undefined
}

test(`${CASES} random applications agree with the second opinion`, { timeout: 600_000 }, () => {
  const disagreements: string[] = []
  const outcomes = new Map<string, number>()
  for (let seed = 0; seed * APPLICATIONS < CASES && disagreements.length < 3; seed += 1) {
    const found = disagreement(FIRST_SEED + seed, outcomes)
    if (found !== undefined) disagreements.push(found)
  }
  expect(disagreements).toEqual([])
  expect([...outcomes.keys()].sort()).toEqual(['granted', 'refused'])
  expect(outcomes.get('granted')).toBeGreaterThan(CASES / 3)
})
