import { expect, test } from 'vitest'
import { claimOf, PortfolioError, PROGRAM_TARGETS, progressOf } from '../../src/portfolio/index.js'
import { evaluateBecause } from '../oracle/exact.js'

const { guidanceFundSize, bankCreditLines } = PROGRAM_TARGETS['wuhan-science-plan-2012']

test.each([
  {
    name: 'a fund below the size',
    target: guidanceFundSize,
    amounts: ['500000000', '250000000'],
    short: '15亿 - 7.5亿',
    share: '0.5',
    met: false,
  },
  {
    name: 'a fund of just the size is not above it',
    target: guidanceFundSize,
    amounts: ['1500000000'],
    short: '0',
    share: '1',
    met: false,
  },
  {
    name: 'a fund one fen above',
    target: guidanceFundSize,
    amounts: ['1500000000.01'],
    short: '0',
    share: '150000000001/150000000000',
    met: true,
  },
  {
    name: 'credit lines one fen short',
    target: bankCreditLines,
    amounts: ['999999999.99'],
    short: '0.01',
    share: '0.99999999999',
    met: false,
  },
  {
    name: 'credit lines of just the amount',
    target: bankCreditLines,
    amounts: ['400000000', '600000000'],
    short: '0',
    share: '1',
    met: true,
  },
  { name: 'nothing yet', target: bankCreditLines, amounts: [], short: '10亿', share: '0', met: false },
])('$name', ({ target, amounts, short, share, met }) => {
  const progress = progressOf(target, amounts)
  expect([progress.short, progress.share, progress.met]).toEqual([evaluateBecause(short), share, met])
})

test('bad amounts and targets', () => {
  expect(() => progressOf(bankCreditLines, ['-1'])).toThrow(PortfolioError)
  expect(() => progressOf({ label: 'x', reading: 'x', atLeast: '1.5.5元' as never }, [])).toThrow(RangeError)
})

test('only a granted application is a claim', () => {
  expect(claimOf('a', { outcome: 'granted', amount: '9000.00' }, { keys: { tier: 'A' } })).toEqual({
    id: 'a',
    amount: '9000.00',
    keys: { tier: 'A' },
  })
  expect(claimOf('a', { outcome: 'refused', amount: '0.00' })).toBeUndefined()
  expect(claimOf('a', { outcome: 'incomplete' })).toBeUndefined()
})
