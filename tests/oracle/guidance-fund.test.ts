import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assess, parseFacts } from '../../src/guidance-fund/index.js'
import type { Assessment } from '../../src/index.js'
import { divide, type Exact, exact, exactOf, order } from './exact.js'
import {
  type Answer,
  concessionOf,
  contributionOf,
  exitPriceOf,
  feeOf,
  type PublishedRate,
  reinvestmentOf,
} from './guidance-fund.oracle.js'
import { dayOf } from './premium-subsidy.oracle.js'
import { randomFrom, shownCase } from './random-cases.js'
import { policyOf, randomApplication, randomTerms, statedFacts } from './random-funds.js'

const CASES = Number(process.env['ORACLE_CASES'] ?? 3000)
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 20_261_127)
/** Applications under each random document, so that reading documents does not take most of the time. */
const APPLICATIONS = 10

/** The one-year LPR, read from the published table and not from the library. */
const LPR: readonly PublishedRate[] = readFileSync(new URL('../data/lpr.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [published = '', rate = ''] = line.split(',')
    return { from: dayOf(published), rate: divide(exactOf(rate), exact(100n)) }
  })

const readExact = (text: string): Exact => {
  const [over = '', under = '1'] = text.split('/')
  return divide(exactOf(over), exactOf(under))
}

/** Where an answer of the library differs from the second opinion. */
function differences(rule: string, answer: Assessment | undefined, expected: Answer): string[] {
  const found: string[] = []
  const check = (what: string, given: string | undefined, wanted: string | undefined): void => {
    if (given !== wanted) found.push(`${rule} ${what}: engine ${given}, oracle ${wanted}`)
  }
  const same = (what: string, given: string | undefined, wanted: Exact): void => {
    if (given === undefined || order(readExact(given), wanted) !== 0)
      found.push(`${rule} ${what}: engine ${given}, oracle ${wanted.over}/${wanted.under}`)
  }
  check('outcome', answer?.outcome, expected.outcome)
  check('amount', answer?.amount, expected.amount)
  if (answer === undefined || (expected.outcome === 'refused' && expected.values === undefined)) return found
  if (expected.gross !== undefined) same('before limits', answer.worksheet['beforeLimits']?.value, expected.gross)
  if (expected.exact !== undefined) same('after limits', answer.worksheet['afterLimits']?.value, expected.exact)
  const binding = answer.limits.filter((limit) => limit.binding).map(({ id }) => id)
  check('binding', binding.join(), (expected.binding ?? []).join())
  for (const [index, value] of (expected.items ?? []).entries()) same(`item ${index}`, answer.items[index]?.amount, value)
  for (const [name, value] of Object.entries(expected.values ?? {})) same(name, answer.worksheet[name]?.value, value)
  return found
}

function disagreement(seed: number, outcomes: Map<string, number>): string | undefined {
  const terms = randomTerms(randomFrom(seed))
  const policy = policyOf(terms)
  for (let index = 0; index < APPLICATIONS; index += 1) {
    const application = randomApplication(randomFrom(seed * 31 + index), terms)
    const facts = statedFacts(application)
    const found: string[] = []
    try {
      const expected: { readonly [rule: string]: Answer } = {
        contribution: contributionOf(terms.contribution, terms.mode, application),
        'exit-price': exitPriceOf(terms.exit, terms.mode, application, LPR),
        reinvestment: reinvestmentOf(terms.reinvestment, application),
        concession: concessionOf(terms.concession, terms.mode, application),
        fee: feeOf(terms.fee, terms.mode, application),
      }
      const parsed = parseFacts(policy, facts)
      const answers = assess(policy, parsed) as { readonly [rule: string]: Assessment }
      const short = assess(policy, parsed, { explain: false }) as { readonly [rule: string]: { readonly amount?: string } }
      for (const [rule, wanted] of Object.entries(expected)) {
        found.push(...differences(rule, answers[rule], wanted))
        if (short[rule]?.amount !== wanted.amount) found.push(`${rule} without explanation: ${short[rule]?.amount}`)
        const key = `${rule} ${wanted.outcome}`
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
      }
    } catch (error) {
      found.push(String(error))
    }
    if (found.length > 0) return `seed ${seed}, application ${index}\n${found.join('\n')}\n${shownCase(terms)}\n${shownCase(facts)}`
  }
  return undefined
}

test(`${CASES} random applications agree with the second opinion under every rule`, { timeout: 600_000 }, () => {
  const disagreements: string[] = []
  const outcomes = new Map<string, number>()
  for (let seed = 0; seed * APPLICATIONS < CASES && disagreements.length < 3; seed += 1) {
    const found = disagreement(FIRST_SEED + seed, outcomes)
    if (found !== undefined) disagreements.push(found)
  }
  expect(disagreements).toEqual([])
  // Both outcomes of every rule that has a condition are met often enough to say something.
  const least = CASES / 20
  const rare = ['contribution', 'reinvestment', 'concession', 'fee'].flatMap((rule) =>
    ['granted', 'refused'].filter((outcome) => (outcomes.get(`${rule} ${outcome}`) ?? 0) < least).map((outcome) => `${rule} ${outcome}`),
  )
  expect(rare).toEqual([])
})
