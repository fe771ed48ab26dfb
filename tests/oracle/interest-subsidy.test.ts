import { expect, test } from 'vitest'
import { assess, parseFacts } from '../../src/interest-subsidy/index.js'
import { divide, type Exact, exactOf, order } from './exact.js'
import { expectedAnswer } from './interest-subsidy.oracle.js'
import { policyOf, randomApplication, randomFrom, randomTerms, shownCase, statedFacts } from './random-cases.js'

const CASES = Number(process.env['ORACLE_CASES'] ?? 100_000)
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 20_260_101)
/** Applications under each random policy, so that reading policies does not take most of the time. */
const APPLICATIONS = 10

const readExact = (text: string): Exact => {
  const [over = '', under = '1'] = text.split('/')
  return divide(exactOf(over), exactOf(under))
}

function disagreement(seed: number): string | undefined {
  const terms = randomTerms(randomFrom(seed))
  const policy = policyOf(terms)
  for (let index = 0; index < APPLICATIONS; index += 1) {
    const application = randomApplication(randomFrom(seed * 31 + index))
    const facts = statedFacts(application)
    const parsed = parseFacts(FACTS_OF, facts)
    const found: string[] = []
    try {
      const expected = expectedAnswer(terms, application)
      const answer = assess(policy, parsed)
      const short = assess(policy, parsed, { explain: false })
      const check = (what: string, given: string | undefined, wanted: string) => {
        if (given !== wanted) found.push(`${what}: engine ${given}, oracle ${wanted}`)
      }
      const same = (what: string, given: string | undefined, wanted: Exact) => {
        if (given === undefined || order(readExact(given), wanted) !== 0)
          found.push(`${what}: engine ${given}, oracle ${wanted.over}/${wanted.under}`)
      }
      check('outcome', answer.outcome, expected.outcome)
      check('amount', answer.amount, expected.amount)
      check('amount without explanation', short.amount, expected.amount)
      check('outcome without explanation', short.outcome, expected.outcome)
      check('payers', answer.payers.map(({ amount }) => amount).join(), expected.payers.join())
      if (expected.outcome === 'granted') {
        check(
          'counted',
          answer.items
            .filter(({ counted }) => counted)
            .map(({ id }) => id)
            .join(),
          expected.counted.join(),
        )
        same('before limits', answer.worksheet['beforeLimits']?.value, expected.gross)
        same('after limits', answer.worksheet['afterLimits']?.value, expected.exact)
        for (const item of answer.items) {
          const principal = item.worksheet['countedPrincipal']
          const wanted = expected.principals.get(item.id)
          if (principal !== undefined && wanted !== undefined) same(`counted principal of ${item.id}`, principal.value, wanted)
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

// The facts are standard ones, so every random policy reads them alike.
const FACTS_OF = policyOf(randomTerms(randomFrom(1)))

test(`${CASES} random applications agree with the second opinion`, { timeout: 600_000 }, () => {
  const disagreements: string[] = []
  for (let seed = 0; seed * APPLICATIONS < CASES && disagreements.length < 3; seed += 1) {
    const found = disagreement(FIRST_SEED + seed)
    if (found !== undefined) disagreements.push(found)
  }
  expect(disagreements).toEqual([])
})
