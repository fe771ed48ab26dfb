import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correct, type PortfolioError, type Reworked } from '../../src/portfolio/index.js'
import { evaluateBecause } from '../oracle/exact.js'

describe('a claim worked out again', () => {
  test.each<{
    name: string
    reworked: Omit<Reworked, 'claim'>
    supplement?: string
    clawBack?: string
    causes: readonly (readonly [string, string])[]
  }>([
    { name: 'nothing changed', reworked: { before: { amount: '100' }, after: { amount: '100.00' }, paid: '100' }, causes: [] },
    {
      name: 'more is due',
      reworked: { before: { amount: '100' }, after: { amount: '130.55' }, paid: '100' },
      supplement: '130.55 - 100',
      causes: [['result', '130.55 - 100']],
    },
    {
      name: 'less is due',
      reworked: { before: { amount: '100' }, after: { amount: '80.10' }, paid: '100' },
      clawBack: '100 - 80.10',
      causes: [['result', '80.10 - 100']],
    },
    {
      name: 'a title lost: all comes back',
      reworked: { before: { amount: '100' }, after: { amount: '0' }, paid: '100' },
      clawBack: '100',
      causes: [['result', '0 - 100']],
    },
    {
      name: 'not yet paid: nothing comes back',
      reworked: { before: { amount: '100' }, after: { amount: '80' }, paid: '0' },
      supplement: '80',
      causes: [
        ['result', '80 - 100'],
        ['payment', '100 - 0'],
      ],
    },
    {
      name: 'paid too much before, and less is due',
      reworked: { before: { amount: '100' }, after: { amount: '90' }, paid: '120' },
      clawBack: '120 - 90',
      causes: [
        ['result', '90 - 100'],
        ['payment', '100 - 120'],
      ],
    },
    {
      name: 'by part: one slip corrected, one loan new, one gone',
      reworked: {
        before: { amount: '100', parts: { a: '60', b: '30', c: '10' } },
        after: { amount: '125', parts: { a: '55', c: '10', d: '60' } },
        paid: '100',
      },
      supplement: '125 - 100',
      causes: [
        ['a', '55 - 60'],
        ['b', '0 - 30'],
        ['d', '60'],
      ],
    },
  ])('$name', ({ reworked, supplement = '0', clawBack = '0', causes }) => {
    const answer = correct({ claim: 'x', ...reworked })
    expect([answer.supplement, answer.clawBack]).toEqual([evaluateBecause(supplement), evaluateBecause(clawBack)])
    expect(answer.causes.map(({ cause, difference }) => [cause, difference])).toEqual(
      causes.map(([cause, because]) => [cause, evaluateBecause(because)]),
    )
  })

  const fen = fc.nat({ max: 10_000 })
  const text = (amount: number): string => (amount / 100).toFixed(2)
  const signed = (amount: string): number => Number(amount.replace('.', ''))
  const anyResult = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fen)

  test('law: paid less claw-back plus supplement is what is due, never both, and the causes explain all of it', () => {
    fc.assert(
      fc.property(anyResult, anyResult, fen, (before, after, paid) => {
        const result = (parts: Record<string, number>) => ({
          amount: text(Object.values(parts).reduce((sum, part) => sum + part, 0)),
          parts: Object.fromEntries(Object.entries(parts).map(([cause, part]) => [cause, text(part)])),
        })
        const answer = correct({ claim: 'x', before: result(before), after: result(after), paid: text(paid) })
        expect(signed(answer.paid) - signed(answer.clawBack) + signed(answer.supplement)).toBe(signed(answer.due))
        expect(Math.min(signed(answer.clawBack), signed(answer.supplement))).toBe(0)
        expect(signed(answer.clawBack) <= signed(answer.paid)).toBe(true)
        expect(answer.causes.reduce((sum, { difference }) => sum + signed(difference), 0)).toBe(signed(answer.due) - signed(answer.paid))
      }),
    )
  })

  test('every fault is told', () => {
    const wrong = { claim: '', before: { amount: '-1' }, after: { amount: '1', parts: { a: 1 } }, paid: undefined }
    const faults = (given: unknown) => {
      try {
        correct(given as Reworked)
      } catch (error) {
        return (error as PortfolioError).issues.map(({ code, path }) => `${code} ${path}`)
      }
      return []
    }
    expect(faults(wrong)).toEqual(['text claim', 'amount before.amount', 'amount after.parts.a', 'missing paid'])
    expect(faults({ claim: 'x', before: { amount: '1' }, after: { amount: '1', parts: { a: '0.99' } }, paid: '1' })).toEqual([
      'parts after.parts',
    ])
  })
})
