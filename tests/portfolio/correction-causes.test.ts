import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, parseFacts, withParameters } from '../../src/index.js'
import serviceSector from '../../src/policies/cn-service-sector-2025.js'
import bankSlips from '../../src/policies/shandong-luke-loan-2023.js'
import premiums from '../../src/policies/shanghai-loan-premium-2025.js'
import creditFunds from '../../src/policies/wuhan-credit-fund-compensation-2012.js'
import highTech from '../../src/policies/wuhan-qingshan-hightech-2020.js'
import type { Policy } from '../../src/policy/policy.js'
import { correctByCause, type Finding, PortfolioError } from '../../src/portfolio/index.js'
import { evaluateBecause } from '../oracle/exact.js'
import { factsOf, type RawFacts } from '../policies/cases.js'
import serviceSectorCases from '../policies/cn-service-sector-2025.cases.js'
import bankSlipCases from '../policies/shandong-luke-loan-2023.cases.js'
import premiumCases from '../policies/shanghai-loan-premium-2025.cases.js'
import creditFundCases from '../policies/wuhan-credit-fund-compensation-2012.cases.js'
import highTechCases from '../policies/wuhan-qingshan-hightech-2020.cases.js'

const label = { zh: '事后情况', en: 'what became known' }
const finding = (cause: string, changes: { readonly [path: string]: unknown }): Finding<RawFacts> => ({
  cause,
  label,
  change: (facts) => factsOf(facts, { with: changes }),
})
const under = (policy: Policy) => (facts: RawFacts) => assess(policy, parseFacts(policy, facts))
const netLoss = withParameters(creditFunds, { ...creditFundCases.parameters, lossBase: 'net-of-recoveries' })

describe('what became known after a claim was paid', () => {
  test.each<{
    name: string
    policy: Policy
    facts: RawFacts
    paid: string
    findings: readonly Finding<RawFacts>[]
    supplement?: string
    clawBack?: string
    causes: readonly (readonly [string, string])[]
  }>([
    {
      name: 'a loan repaid early',
      policy: highTech,
      facts: highTechCases.base,
      paid: '69600.00',
      findings: [finding('prepayment', { 'loans[0].settledDate': '2019-06-10' })],
      clawBack: '69600.00 - 28793.42',
      causes: [['prepayment', '28793.42 - 69600.00']],
    },
    {
      name: 'a premium refunded',
      policy: premiums,
      facts: premiumCases.base,
      paid: '16666.50',
      findings: [finding('refund', { 'policies[0].premiumRefunded': '3333' })],
      clawBack: '3333 × 50%',
      causes: [['refund', '0 - 3333 × 50%']],
    },
    {
      name: 'money recovered',
      policy: netLoss,
      facts: factsOf(creditFundCases.base, { with: { 'loans[0].recovered': '100000', 'loans[0].otherCover': '300000' } }),
      paid: '300000.00',
      findings: [finding('recovery', { 'loans[0].recovered': '250000' })],
      clawBack: '(250000 - 100000) × 50%',
      causes: [['recovery', '(100000 - 250000) × 50%']],
    },
    {
      name: 'a title lost: all of it comes back, and what was found before keeps its part',
      policy: highTech,
      facts: highTechCases.base,
      paid: '69600.00',
      findings: [
        finding('prepayment', { 'loans[0].settledDate': '2019-06-10' }),
        finding('title-lost', { 'borrower.highTechEnterprise': false }),
      ],
      clawBack: '69600.00',
      causes: [
        ['prepayment', '28793.42 - 69600.00'],
        ['title-lost', '0 - 28793.42'],
      ],
    },
    {
      name: 'a corrected slip beyond the cap: the rest is not explained by it',
      policy: bankSlips,
      facts: bankSlipCases.base,
      paid: '120000.00',
      findings: [finding('slip', { 'loans[0].interestPaid': '1500000' })],
      supplement: '500000 - 300000 × 40%',
      causes: [['slip', '500000 - 300000 × 40%']],
    },
    {
      name: 'findings that cancel out, of a claim paid short',
      policy: serviceSector,
      facts: serviceSectorCases.base,
      paid: '8000.00',
      findings: [finding('term', { 'loans[0].termMonths': 6 }), finding('term-again', { 'loans[0].termMonths': 12 })],
      supplement: '90万 × 1% - 8000',
      causes: [
        ['term', '90万 × 1% × 6 / 12 - 90万 × 1%'],
        ['term-again', '90万 × 1% - 90万 × 1% × 6 / 12'],
        ['payment', '90万 × 1% - 8000'],
      ],
    },
  ])('$name', ({ policy, facts, paid, findings, supplement = '0', clawBack = '0', causes }) => {
    const answer = correctByCause({ claim: 'x', facts, paid }, findings, under(policy))
    expect([answer?.supplement, answer?.clawBack]).toEqual([evaluateBecause(supplement), evaluateBecause(clawBack)])
    expect(answer?.causes.map(({ cause, difference }) => [cause, difference])).toEqual(
      causes.map(([cause, because]) => [cause, evaluateBecause(because)]),
    )
  })

  test('facts that are missing make no correction, never one to zero', () => {
    const unknown: Finding<RawFacts> = {
      cause: 'unknown',
      label,
      change: (facts) => factsOf(facts, { without: ['loans[0].settled'] }),
    }
    const decided = { claim: 'x', facts: highTechCases.base, paid: '69600.00' }
    expect(correctByCause(decided, [unknown], under(highTech))).toBeUndefined()
    expect(correctByCause({ ...decided, facts: {} }, [], under(highTech))).toBeUndefined()
  })

  const fen = fc.nat({ max: 10_000 })
  const text = (amount: number): string => (amount / 100).toFixed(2)
  const signed = (amount: string): number => Number(amount.replace('.', ''))

  test('law: the causes come in order and explain all between what was paid and what is due', () => {
    fc.assert(
      fc.property(fen, fc.array(fen, { maxLength: 5 }), fen, (first, later, paid) => {
        const findings = later.map((amount, index): Finding<number> => ({ cause: `f${index}`, label, change: () => amount }))
        const answer = correctByCause({ claim: 'x', facts: first, paid: text(paid) }, findings, (amount) => ({ amount: text(amount) }))
        const due = later.at(-1) ?? first
        expect(answer?.due).toBe(text(due))
        expect(answer?.causes.reduce((sum, { difference }) => sum + signed(difference), 0)).toBe(due - paid)
        for (const { before, after } of answer?.causes ?? []) expect(before).not.toBe(after)
      }),
    )
  })

  test('every fault is told', () => {
    const faults = (decided: object, findings: readonly object[]): readonly string[] => {
      try {
        correctByCause(decided as never, findings as never, () => ({ amount: '0' }))
      } catch (error) {
        if (error instanceof PortfolioError) return error.issues.map(({ code, path }) => `${code} ${path}`)
        throw error
      }
      return []
    }
    expect(faults({ claim: '', paid: -1 }, [{ cause: 'a', label: { zh: '甲', en: '' }, change: 1 }, { label }])).toEqual([
      'text claim',
      'amount paid',
      'text findings[0].label.en',
      'function findings[0].change',
      'missing findings[1].cause',
      'missing findings[1].change',
    ])
    const one = finding('a', {})
    expect(faults({ claim: 'x', facts: {}, paid: '1' }, [one, one])).toEqual(['duplicate findings[1].cause'])
  })
})
