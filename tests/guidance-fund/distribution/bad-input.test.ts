import { describe, expect, test } from 'vitest'
import { safeParseFacts } from '../../../src/guidance-fund/index.js'
import { safeParsePolicy } from '../../../src/index.js'
import type { Policy } from '../../../src/policy/policy.js'
import { agreement, answered, tiersOf } from './documents.js'

const plain = agreement({ tiers: tiersOf('20%') })

/** Every issue as `code path`. */
function issuesOf(facts: unknown): readonly string[] {
  const read = safeParseFacts(plain, facts)
  return read.success ? [] : read.issues.map(({ code, path }) => `${code} ${path}`)
}

describe('facts', () => {
  const drawn = (...drawdowns: readonly object[]) => ({ flows: { drawdowns, distributions: [{ date: '2025-01-01', amount: '3' }] } })
  test.each([
    ['a contribution of zero', { fund: { capital: '0' }, flows: { proceeds: '1' } }, 'zero fund.capital'],
    ['contributions of zero in all', { fund: { contributions: { a: '0', b: '0.00' } } }, 'zero fund.contributions'],
    ['holders of nothing', { holders: [{ id: 'a', contribution: '0' }] }, 'zero holders[0].contribution'],
    ['a drawdown of zero', drawn({ date: '2024-01-01', amount: '0' }), 'zero flows.drawdowns[0].amount'],
    [
      'drawdowns out of order',
      drawn({ date: '2024-02-01', amount: '1' }, { date: '2024-01-31', amount: '1' }),
      'order flows.drawdowns[1].date',
    ],
    [
      'years that rise towards the distribution',
      {
        flows: {
          drawdowns: [
            { amount: '1', yearsBeforeDistribution: '1' },
            { amount: '1', yearsBeforeDistribution: '2' },
          ],
          proceeds: '3',
        },
      },
      'order flows.drawdowns[1].yearsBeforeDistribution',
    ],
    [
      'distributions out of order',
      {
        flows: {
          distributions: [
            { date: '2024-02-01', amount: '1' },
            { date: '2024-01-31', amount: '1' },
          ],
        },
      },
      'order flows.distributions[1].date',
    ],
    ['a distribution before the first drawdown', drawn({ date: '2025-01-02', amount: '1' }), 'order flows.distributions[0].date'],
    ['a negative holding time', { fund: { holdingYears: '-1' } }, 'negative fund.holdingYears'],
    [
      'a drawdown after the distribution',
      { flows: { drawdowns: [{ amount: '1', yearsBeforeDistribution: '-0.5' }] } },
      'negative flows.drawdowns[0].yearsBeforeDistribution',
    ],
    ['an exit before the investment', { deals: [{ investedDate: '2024-01-02', exitDate: '2024-01-01' }] }, 'order deals[0].exitDate'],
    ['proceeds said twice', { flows: { proceeds: '1', gain: '1' } }, 'contradiction flows.gain'],
    [
      'holders said twice',
      { holders: [{ id: 'a', contribution: '1' }], fund: { contributions: { a: '1' } } },
      'contradiction fund.contributions',
    ],
    [
      'two holders of one name',
      {
        holders: [
          { id: 'a', contribution: '1' },
          { id: 'a', contribution: '1' },
        ],
      },
      'duplicate holders[1].id',
    ],
    [
      'a drawdown of a stranger',
      { holders: [{ id: 'a', contribution: '1' }], ...drawn({ date: '2024-01-01', amount: '1', holder: 'b' }) },
      'unknown-holder flows.drawdowns[0].holder',
    ],
    ['no holders', { holders: [] }, 'empty holders'],
    ['no contributions', { fund: { contributions: {} } }, 'empty fund.contributions'],
    ['no distributions', { flows: { distributions: [] } }, 'empty flows.distributions'],
    ['a negative contribution', { fund: { contributions: { a: '-1' } } }, 'amounts-by-party fund.contributions'],
    ['contributions as a list', { fund: { contributions: ['1'] } }, 'amounts-by-party fund.contributions'],
    ['a loss without a sign of its own', { deals: [{ gain: '(6000000)' }] }, 'signed-amount deals[0].gain'],
  ])('%s', (_, facts, wanted) => {
    expect(issuesOf(facts)).toEqual([wanted])
  })

  test('the same day twice, and paid out on the day it was paid in, are in order', () => {
    expect(issuesOf(drawn({ date: '2025-01-01', amount: '1' }, { date: '2025-01-01', amount: '1' }))).toEqual([])
    expect(issuesOf({ fund: { holdingYears: '0' } })).toEqual([])
  })
})

describe('documents', () => {
  const hurdle = { rate: '8%', interest: 'simple' } as const
  const faults = (policy: Policy): readonly string[] => {
    const read = safeParsePolicy(JSON.parse(JSON.stringify(policy)))
    return read.success ? [] : read.issues.map(({ code, path }) => `${code} ${path.replace('parts[0].terms.distribution.', '')}`)
  }
  const changed = (change: (distribution: Record<string, unknown>) => void): readonly string[] => {
    const policy = JSON.parse(JSON.stringify(agreement({ tiers: tiersOf('20%', hurdle) }))) as Policy
    change((policy.parts[0] as unknown as { terms: { distribution: Record<string, unknown> } }).terms.distribution)
    return faults(policy)
  }
  test.each([
    ['a carry above one', tiersOf('101%'), 'unreadable tiers[1].carry'],
    ['a catch-up above one', tiersOf('20%', { ...hurdle, toManager: '120%' }), 'unreadable tiers[2].toManager'],
    ['shares over one', [{ tier: 'split', shares: { manager: '20%', a: '81%' } } as const], 'shares tiers[0].shares'],
    ['shares below one', [{ tier: 'split', shares: { manager: '20%', a: '79%' } } as const], 'shares tiers[0].shares'],
    ['a tier that never has anything', [...tiersOf('20%'), { tier: 'capital' } as const], 'order tiers[2]'],
    ['a share in the place of an amount of money', [{ tier: 'split', carry: '20万元' as '20%' } as const], 'kind tiers[0].carry'],
  ])('%s', (_, tiers, wanted) => {
    expect(faults(agreement({ tiers }))).toEqual([wanted])
  })

  test('a concession whose shares exceed one', () => {
    const concessions = [{ by: ['central'], share: '50%', to: { manager: '60%', others: '60%' } } as const]
    expect(faults(agreement({ tiers: tiersOf('20%'), concessions }))).toEqual(['shares concessions[0].value.to'])
  })

  test('what a return cannot do without, and what must have a source', () => {
    expect(changed((distribution) => delete distribution['dayCount'])).toEqual(['absent dayCount'])
    expect(changed((distribution) => Object.assign(distribution, { manager: { value: 'manager' } }))).toEqual(['source manager'])
    expect(changed((distribution) => Object.assign(distribution, { tiers: [] }))).toEqual(['empty tiers'])
    expect(changed((distribution) => Object.assign(distribution, { basis: { value: 'deal-by-deal', place: '基金合同' } }))).toEqual([
      'unknown-items basis',
    ])
  })

  test('a catch-up equal to the carry is no fault: it never catches up', () => {
    const policy = agreement({ tiers: tiersOf('20%', { ...hurdle, toManager: '20%' }) })
    expect(faults(policy)).toEqual([])
    expect(answered(policy, { fund: { capital: '100', holdingYears: '1' }, flows: { proceeds: '1000' } }).worksheet['carry']?.value).toBe(
      '178.40',
    )
  })

  test('a share that is stated as a fact must keep within its bounds too', () => {
    const facts = { 'fund.carry': { kind: 'rate', label: '业绩报酬比例' } } as const
    const policy = agreement({ facts, tiers: [{ tier: 'split', carry: { fact: 'fund.carry' } }] })
    const given = (carry: string) => answered(policy, { fund: { capital: '100', carry }, flows: { proceeds: '1000' } })
    expect(given('0.2').outcome).toBe('granted')
    expect(given('-0.2').missing.map(({ path }) => path)).toEqual(['parts[0].terms.distribution.tiers[0].carry'])
  })
})
