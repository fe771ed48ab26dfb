import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fractionText } from '../../src/money/fraction.js'
import { allBinding, checkAgainst, conflictOf, type ShareBounds } from '../../src/waterfall/bounds.js'
import { exactly, sharesOf, textsOf } from './amounts.js'

/** '=0.4', '>=0.2', '<=0.4' or 'rest'. */
const boundsOf = (texts: Readonly<Record<string, string>>): ShareBounds =>
  Object.fromEntries(
    Object.entries(texts).map(([party, text]) => {
      if (text === 'rest') return [party, { remainder: true }]
      const value = exactly(text.replace(/^[<>]?=/, ''))
      return [party, text.startsWith('<') ? { atMost: value } : text.startsWith('>') ? { atLeast: value } : { exactly: value }]
    }),
  )

const plan = { bank: '>=0.2', fund: '<=0.4', province: '>=0.2', local: 'rest' }

describe('allBinding', () => {
  test.each([
    { name: 'the remainder takes the rest', bounds: plan, shares: { bank: '0.2', fund: '0.4', province: '0.2', local: '0.2' } },
    { name: 'a remainder of nothing', bounds: { a: '=0.6', b: '>=0.4', c: 'rest' }, shares: { a: '0.6', b: '0.4', c: '0' } },
    { name: 'thirds without a remainder', bounds: { a: '=1/3', b: '<=2/3' }, shares: { a: '1/3', b: '2/3' } },
  ])('$name', ({ bounds, shares }) => {
    const solved = allBinding(boundsOf(bounds))
    expect('shares' in solved && textsOf(solved.shares)).toEqual(shares)
  })

  test.each([
    {
      name: 'least shares above one',
      bounds: { a: '>=0.7', b: '=0.31', c: '<=0.5' },
      reason: 'lowest-above-one',
      parties: ['a', 'b'],
      sum: '1.01',
    },
    { name: 'a single bound above one', bounds: { a: '>=1.01', b: 'rest' }, reason: 'lowest-above-one', parties: ['a'], sum: '1.01' },
    { name: 'highest shares below one', bounds: { a: '<=0.5', b: '=0.49' }, reason: 'highest-below-one', parties: ['a', 'b'], sum: '0.99' },
    {
      name: 'not all can bind',
      bounds: { a: '<=0.9', b: '>=0.3', c: 'rest' },
      reason: 'binding-above-one',
      parties: ['a', 'b'],
      sum: '1.2',
    },
    { name: 'binding leaves a gap', bounds: { a: '<=0.4', b: '>=0.3' }, reason: 'binding-below-one', parties: ['a', 'b'], sum: '0.7' },
    { name: 'two remainders', bounds: { a: '=0.4', b: 'rest', c: 'rest' }, reason: 'several-remainders', parties: ['b', 'c'], sum: '0.4' },
  ])('names the conflict: $name', ({ bounds, reason, parties, sum }) => {
    const solved = allBinding(boundsOf(bounds))
    expect('conflict' in solved && { ...solved.conflict, sum: fractionText(solved.conflict.sum) }).toEqual({ reason, parties, sum })
  })

  test('bounds that some shares answer are no conflict, though not all bind', () => {
    expect(conflictOf(boundsOf({ a: '<=0.9', b: '>=0.3', c: 'rest' }))).toBeUndefined()
    expect(conflictOf(boundsOf({ a: '<=0.4', b: '>=0.3' }))).toBeUndefined()
    expect(conflictOf(boundsOf({ a: '<=0.5', b: '<=0.5' }))).toBeUndefined()
  })

  test('refuses a negative bound', () => {
    expect(() => allBinding(boundsOf({ a: '>=-0.1', b: 'rest' }))).toThrow(/zero or more for a, received -0.1/)
  })
})

describe('checkAgainst', () => {
  const given = (shares: Readonly<Record<string, string>>, bounds: Readonly<Record<string, string>> = plan) => {
    const { sum, sumIsOne, violations } = checkAgainst(boundsOf(bounds), sharesOf(shares))
    return { sum: fractionText(sum), sumIsOne, violations: violations.map(({ party, rule }) => `${party} ${rule}`) }
  }

  test.each([
    { name: 'on every bound', shares: { bank: '0.2', fund: '0.4', province: '0.2', local: '0.2' }, violations: [] },
    { name: 'inside', shares: { bank: '0.3', fund: '0.3', province: '0.3', local: '0.1' }, violations: [] },
    {
      name: 'just outside',
      shares: { bank: '0.19', fund: '0.41', province: '0.19', local: '0.21' },
      violations: ['bank atLeast', 'fund atMost', 'province atLeast'],
    },
    {
      name: 'a negative remainder',
      shares: { bank: '0.5', fund: '0.4', province: '0.2', local: '-0.1' },
      violations: ['local not-negative'],
    },
    {
      name: 'missing and unknown',
      shares: { bank: '0.4', fund: '0.4', province: '0.2', city: '0' },
      violations: ['local missing', 'city unknown'],
    },
  ])('$name', ({ shares, violations }) => {
    expect(given(shares)).toEqual({ sum: '1', sumIsOne: true, violations })
  })

  test('a sum that is not one', () => {
    expect(given({ a: '1/3', b: '1/3' }, { a: '=1/3', b: '=0.3333' })).toEqual({ sum: '2/3', sumIsOne: false, violations: ['b exactly'] })
  })
})

test('law: shares with every bound binding pass the check', () => {
  const texts = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(
      fc.constant('rest'),
      fc.tuple(fc.constantFrom('=', '>=', '<='), fc.nat({ max: 60 })).map(([sign, top]) => `${sign}${top}/100`),
    ),
    { minKeys: 1 },
  )
  fc.assert(
    fc.property(texts, (given) => {
      const bounds = boundsOf(given)
      const solved = allBinding(bounds)
      if ('shares' in solved) expect(checkAgainst(bounds, solved.shares)).toMatchObject({ sumIsOne: true, violations: [] })
      else expect(solved.conflict.parties.length).toBeGreaterThan(0)
    }),
  )
})
