import { describe, expect, test } from 'vitest'
import { explain, toText } from '../../../src/guidance-fund/index.js'
import type { Policy } from '../../../src/policy/policy.js'
import { evaluateBecause } from '../../oracle/exact.js'
import { agreement, answered, type BareTier, fenBy, tiersOf, yuanOf } from './documents.js'

interface Row {
  readonly name: string
  readonly policy: Policy
  readonly facts: unknown
  /** What each party has in all, each worked out exactly. */
  readonly received: { readonly [party: string]: string }
  readonly worksheet?: { readonly [name: string]: string }
}

const check = ({ policy, facts, received, worksheet = {} }: Row): void => {
  const answer = answered(policy, facts)
  expect({ outcome: answer.outcome, missing: answer.missing.map(({ path }) => path) }).toEqual({ outcome: 'granted', missing: [] })
  const wanted = Object.fromEntries(Object.entries(received).map(([party, because]) => [party, evaluateBecause(because)]))
  const found = Object.fromEntries(Object.entries(fenBy(answer.shares)).map(([party, fen]) => [party, yuanOf(fen)]))
  expect(found).toEqual(wanted)
  const values = Object.keys(worksheet).map((name) => [name, answer.worksheet[name]?.value])
  expect(Object.fromEntries(values)).toEqual(
    Object.fromEntries(Object.entries(worksheet).map(([name, because]) => [name, evaluateBecause(because)])),
  )
}

const held = (contributions: { readonly [party: string]: string }, flows: object, holdingYears?: string) => ({
  fund: { contributions, ...(holdingYears !== undefined && { holdingYears }) },
  flows,
})
const once = (proceeds: string, holdingYears = '1') => ({ fund: { capital: '100000000', holdingYears }, flows: { proceeds } })

describe('orders in use', () => {
  const partners = { a: '60000000', b: '30000000', manager: '10000000' }
  // (a) all partners in proportion: capital, then 8%, then 80 / 20
  const together = agreement({ tiers: tiersOf('20%', { rate: '8%', interest: 'compound' }) })
  // (b) other partners' capital, then the manager's, then 80 / 20 without a hurdle
  const othersFirst = agreement({
    tiers: [
      { tier: 'capital', to: { except: ['manager'] } },
      { tier: 'capital', to: ['manager'] },
      { tier: 'split', shares: { manager: '20%', a: '48%', b: '32%' } },
    ],
  })
  test.each<Row>([
    {
      name: '(a) all partners in proportion',
      policy: together,
      facts: held(partners, { proceeds: '150000000' }, '1'),
      received: {
        a: '6000万 × 1.08 + 4200万 × 80% × 60%',
        b: '3000万 × 1.08 + 4200万 × 80% × 30%',
        manager: '1000万 × 1.08 + 4200万 × 80% × 10% + 4200万 × 20%',
      },
      worksheet: {
        carry: '4200万 × 20%',
        preferredReturn: '1亿 × 8%',
        totalToManager: '1080万 + 336万 + 840万',
        gainToManager: '80万 + 336万 + 840万',
      },
    },
    {
      name: '(a) a loss is shared in proportion',
      policy: together,
      facts: held(partners, { proceeds: '80000000' }, '1'),
      received: { a: '4800万', b: '2400万', manager: '800万' },
      worksheet: { carry: '0', unreturned: '2000万', 'unreturned.a': '1200万', 'unreturned.b': '600万', 'unreturned.manager': '200万' },
    },
    {
      name: '(b) gain by fixed shares',
      policy: othersFirst,
      facts: held(partners, { proceeds: '120000000' }),
      received: { a: '6000万 + 2000万 × 48%', b: '3000万 + 2000万 × 32%', manager: '1000万 + 2000万 × 20%' },
      worksheet: { carry: '400万', splitToInvestors: '1600万' },
    },
    {
      name: '(b) the manager bears a loss first',
      policy: othersFirst,
      facts: held(partners, { proceeds: '95000000' }),
      received: { a: '6000万', b: '3000万', manager: '500万' },
      worksheet: { 'unreturned.manager': '500万', carry: '0' },
    },
    {
      name: '(b) what the manager cannot bear goes to the others in proportion',
      policy: othersFirst,
      facts: held(partners, { proceeds: '81000000' }),
      received: { a: '5400万', b: '2700万' },
      worksheet: { 'unreturned.a': '600万', 'unreturned.manager': '1000万' },
    },
  ])('$name', check)
})

describe('the text of charters: all money drawn, 8% compound, catch-up to one in four, 20 / 80', () => {
  const policy = agreement({ tiers: tiersOf('20%', { rate: '8%', interest: 'compound', toManager: '100%' }) })
  test.each<Row>([
    { name: 'capital not back', policy, facts: once('90000000', '2'), received: { investors: '9000万' }, worksheet: { carry: '0' } },
    {
      name: 'below the hurdle',
      policy,
      facts: once('110000000', '2'),
      received: { investors: '1.1亿' },
      worksheet: { preferredDue: '1亿 × (1.08 × 1.08 - 1)', preferredReturn: '1000万' },
    },
    {
      name: 'within the catch-up',
      policy,
      facts: once('118000000', '2'),
      received: { investors: '1亿 × 1.08 × 1.08', manager: '1.18亿 - 1亿 × 1.08 × 1.08' },
    },
    {
      name: 'caught up: one in four',
      policy,
      facts: once('120800000', '2'),
      received: { investors: '1亿 × 1.08 × 1.08', manager: '1664万 / 4' },
      worksheet: { catchUp: '1664万 / 4', splitToManager: '0' },
    },
    {
      name: 'beyond: a fifth of all gain',
      policy,
      facts: once('150000000', '2'),
      received: { investors: '1亿 + 5000万 × 80%', manager: '5000万 × 20%' },
    },
  ])('$name', check)
})

describe('kinds of hurdle, by what they mean', () => {
  const terms = { rate: '8%', interest: 'simple' } as const
  // 1亿 for one year: hurdle 800万, gain 1500万
  const facts = once('115000000')
  test.each([
    { name: 'hard: carry above the hurdle alone', tiers: tiersOf('20%', terms), carry: '(1500万 - 800万) × 20%' },
    { name: 'soft, all to the manager until caught up', tiers: tiersOf('20%', { ...terms, toManager: '100%' }), carry: '1500万 × 20%' },
    { name: 'half to the manager: just caught up', tiers: tiersOf('20%', { ...terms, toManager: '50%' }), carry: '1500万 × 20%' },
    { name: '30% to the manager: not caught up', tiers: tiersOf('20%', { ...terms, toManager: '30%' }), carry: '700万 × 30%' },
    {
      name: 'a catch-up at the carry itself never catches up',
      tiers: tiersOf('20%', { ...terms, toManager: '20%' }),
      carry: '700万 × 20%',
    },
    { name: 'nor does one below it', tiers: tiersOf('20%', { ...terms, toManager: '10%' }), carry: '700万 × 10%' },
    { name: 'one of nothing is none', tiers: tiersOf('20%', { ...terms, toManager: '0%' }), carry: '700万 × 20%' },
    { name: 'no hurdle', tiers: tiersOf('20%'), carry: '1500万 × 20%' },
  ])('$name', ({ tiers, carry }) =>
    check({
      name: '',
      policy: agreement({ tiers }),
      facts,
      received: { investors: `1.15亿 - ${carry}`, manager: carry },
      worksheet: { carry },
    }),
  )
})

describe('flows on stated days', () => {
  const policy = agreement({ tiers: tiersOf('20%', { rate: '8%', interest: 'simple', toManager: '100%' }) })
  const drawdowns = [
    { date: '2022-01-01', amount: '600000' },
    { date: '2023-01-01', amount: '400000' },
  ]
  test.each<Row>([
    {
      name: 'preferred return from each drawdown on the part not returned',
      policy,
      facts: {
        flows: {
          drawdowns,
          distributions: [
            { date: '2023-01-01', amount: '500000' },
            { date: '2024-01-01', amount: '1000000' },
          ],
        },
      },
      // 600,000 for a year, then 500,000 for a year (365 days each)
      received: { investors: '1500000 - 500000 × 20%', manager: '500000 × 20%' },
      worksheet: { preferredDue: '600000 × 8% + 500000 × 8%', catchUp: '88000 / 4', capitalReturned: '1000000' },
    },
    {
      name: 'on one day money is paid in before it is paid out',
      policy,
      facts: { flows: { drawdowns: drawdowns.slice(0, 1), distributions: [{ date: '2022-01-01', amount: '600000' }] } },
      received: { investors: '600000' },
      worksheet: { preferredDue: '0' },
    },
  ])('$name', check)

  test('DPI, TVPI and IRR of the flows, with what is still held', () => {
    const flows = {
      drawdowns: [{ date: '2022-01-01', amount: '100' }],
      distributions: [{ date: '2023-01-01', amount: '60' }],
      remainingValue: '50',
    }
    const { worksheet } = answered(policy, { flows })
    expect(['distributedToPaidIn', 'totalValueToPaidIn', 'internalRate'].map((name) => worksheet[name]?.value)).toEqual([
      '0.6',
      '1.1',
      '0.10000000',
    ])
  })

  test('each distribution says what it paid to whom', () => {
    const distributions = [
      { date: '2023-01-01', amount: '600000' },
      { date: '2024-01-01', amount: '100000' },
    ]
    const { shares, amount } = answered(policy, { flows: { drawdowns: drawdowns.slice(0, 1), distributions } })
    expect(amount).toBe('700000.00')
    expect(shares?.map(({ item, of, party, amount: paid }) => `${item} ${of} ${party} ${paid}`)).toEqual([
      '2023-01-01 capital investors 600000.00',
      '2024-01-01 preferred investors 48000.00',
      '2024-01-01 catch-up:carry manager 12000.00',
      '2024-01-01 split investors 32000.00',
      '2024-01-01 split:carry manager 8000.00',
    ])
  })

  test('drawdowns of named holders, each with its own clock', () => {
    const flows = {
      drawdowns: [
        { date: '2022-01-01', amount: '100000', holder: 'a' },
        { date: '2023-01-01', amount: '100000', holder: 'b' },
      ],
      distributions: [{ date: '2024-01-01', amount: '224000' }],
    }
    check({
      name: '',
      policy: agreement({ tiers: tiersOf('20%', { rate: '8%', interest: 'simple' }) }),
      facts: { flows },
      received: { a: '116000', b: '108000' },
    })
  })
})

describe('concessions', () => {
  const contributions = { central: '50000000', local: '50000000', others: '150000000' }
  const tiers = tiersOf('20%')
  const half = agreement({ tiers, concessions: [{ by: ['central'], share: '50%', to: { manager: '50%', others: '50%' } }] })
  const above = agreement({
    tiers,
    concessions: [{ by: ['central', 'local'], share: '100%', above: { rate: '4%', interest: 'simple' }, to: ['others'] }],
  })
  test.each<Row>([
    {
      name: 'half of the gain after the manager has its share',
      policy: half,
      facts: held(contributions, { recovered: '400000000' }),
      received: { central: '5000万 + 2400万 - 1200万', local: '7400万', others: '2.22亿 + 600万', manager: '3000万 + 600万' },
      worksheet: { conceded: '1200万', carry: '3000万', 'received.central': '6200万' },
    },
    {
      name: 'all above a rate on the money',
      policy: above,
      facts: held(contributions, { recovered: '400000000' }, '3'),
      received: { central: '5000万 × 1.12', local: '5000万 × 1.12', others: '2.22亿 + 2 × 1800万', manager: '3000万' },
      worksheet: { conceded: '3600万' },
    },
    {
      name: 'nothing below the rate',
      policy: above,
      facts: held(contributions, { recovered: '270000000' }, '3'),
      received: { central: '5320万', local: '5320万', others: '1.596亿', manager: '400万' },
    },
    {
      name: 'nothing without gain',
      policy: half,
      facts: held(contributions, { recovered: '250000000' }),
      received: { central: '5000万', local: '5000万', others: '1.5亿' },
    },
    {
      name: 'nothing on a loss, which all share',
      policy: half,
      facts: held(contributions, { recovered: '200000000' }),
      received: { central: '4000万', local: '4000万', others: '1.2亿' },
    },
  ])('$name', check)

  test('nothing before the own principal is back, whatever single deals brought', () => {
    const policy = agreement({ basis: 'deal-by-deal', tiers, concessions: [{ by: ['central'], share: '100%', to: ['others'] }] })
    const facts = {
      fund: { contributions: { central: '50', others: '50' } },
      deals: [
        { id: 'A', invested: '60', proceeds: '80' },
        { id: 'B', invested: '40', proceeds: '10' },
      ],
    }
    check({ name: '', policy, facts, received: { central: '30 + 8 + 5', others: '30 + 8 + 5', manager: '4' } })
  })
})

describe('who comes first', () => {
  const holders = [
    { id: 'city', kind: 'guidance', contribution: '4000' },
    { id: 'bank', kind: 'private', contribution: '5000' },
    { id: 'firm', kind: 'manager', contribution: '1000' },
  ]
  const preference = agreement({
    tiers: [{ tier: 'preference', to: ['guidance'], multiple: '1.5' }, ...tiersOf('20%')],
  })
  test.each<Row>([
    { name: 'a preference before all', policy: preference, facts: { holders, flows: { proceeds: '5000' } }, received: { city: '5000' } },
    {
      name: 'a preference counts what was received before',
      policy: preference,
      facts: { holders, flows: { proceeds: '13000' } },
      received: { city: '6000 + 1000 × 80% × 40%', bank: '5000 + 1000 × 80% × 50%', firm: '1000 + 1000 × 80% × 10% + 200' },
      worksheet: { carry: '200', totalToManager: '1280' },
    },
    {
      name: "the manager's own money stands among the investors'",
      policy: agreement({ tiers: tiersOf('20%') }),
      facts: { holders, flows: { gain: '10000' } },
      received: { city: '4000 + 3200', bank: '5000 + 4000', firm: '1000 + 800 + 2000' },
      worksheet: { carry: '2000', totalToManager: '3800', gainToManager: '2800' },
    },
  ])('$name', check)

  test('a tier that stands only then', () => {
    const facts = { 'fund.liquidated': { kind: 'yes-no', label: '是否清算' } } as const
    const policy = agreement({
      facts,
      tiers: [{ tier: 'capital', to: ['city'], when: { fact: 'fund.liquidated', is: true } }, ...tiersOf('20%')],
    })
    const of = (fund: object) => answered(policy, { holders, fund, flows: { proceeds: '4000' } })
    expect(fenBy(of({ liquidated: true }).shares)).toEqual({ city: 400_000n })
    expect(fenBy(of({ liquidated: false }).shares)).toEqual({ city: 160_000n, bank: 200_000n, firm: 40_000n })
    expect(of({}).missing.map(({ path }) => path)).toEqual(['fund.liquidated'])
  })

  test('the odd fen to whom it is given', () => {
    const contributions = { a: '1', b: '1', c: '1' }
    const shares = (oddFenTo?: string) =>
      fenBy(
        answered(agreement({ tiers: tiersOf('0%'), ...(oddFenTo !== undefined && { oddFenTo }) }), held(contributions, { gain: '0.01' }))
          .shares,
      )
    expect(shares()).toEqual({ a: 101n, b: 100n, c: 100n })
    expect(shares('c')).toEqual({ a: 100n, b: 100n, c: 101n })
  })
})

describe('preferred shares: a return at the benchmark rate, first in line in liquidation', () => {
  const facts = {
    'fund.liquidated': { kind: 'yes-no', label: '是否清算' },
    'fund.distributedOn': { kind: 'date', label: '分配日期' },
  } as const
  const policy = agreement({
    facts,
    tiers: [
      { tier: 'preference', to: ['guidance'], multiple: '1', when: { fact: 'fund.liquidated', is: true } },
      { tier: 'capital' },
      {
        tier: 'preferred',
        to: ['guidance'],
        rate: { referenceRate: 'benchmark-1y', on: { fact: 'fund.distributedOn' } },
        interest: 'simple',
      },
      { tier: 'split', carry: '0%', to: { except: ['guidance'] } },
    ],
    publicMoney: ['guidance'],
  })
  const holders = [
    { id: 'city', kind: 'guidance', contribution: '1000' },
    { id: 'firm', kind: 'private', contribution: '3000' },
  ]
  test.each<Row>([
    {
      name: 'in liquidation the guidance fund is back first',
      policy,
      facts: { holders, fund: { liquidated: true, distributedOn: '2011-08-01', holdingYears: '2' }, flows: { proceeds: '1600' } },
      received: { city: '1000', firm: '600' },
    },
    {
      // One-year benchmark lending rate of 2011-07-07: 6.56%
      name: 'otherwise in proportion, then the return, then the rest to the others',
      policy,
      facts: { holders, fund: { liquidated: false, distributedOn: '2011-08-01', holdingYears: '2' }, flows: { proceeds: '5000' } },
      received: { city: '1000 + 1000 × 6.56% × 2', firm: '3000 + 1000 - 131.2' },
    },
  ])('$name', check)
})

describe('the flag on promises to others', () => {
  const contributions = { city: '50', bank: '50', manager: '10' }
  const raised = (tiers: readonly BareTier[]) =>
    answered(agreement({ tiers, publicMoney: ['city'] }), held(contributions, { proceeds: '80' }, '1')).flags?.map(
      ({ id, result }) => `${id} ${result}`,
    )
  const rest = [{ tier: 'split', carry: '20%' }] as const
  test.each<{ name: string; tiers: readonly BareTier[]; result: string }>([
    { name: 'others first', tiers: [{ tier: 'capital', to: { except: ['city'] } }, { tier: 'capital' }, ...rest], result: 'raised' },
    {
      name: 'a return of others before public principal',
      tiers: [{ tier: 'preference', to: ['bank'], multiple: '1.1' }, { tier: 'capital' }, ...rest],
      result: 'raised',
    },
    { name: 'all in proportion', tiers: tiersOf('20%', { rate: '8%', interest: 'simple' }), result: 'not-raised' },
    {
      name: 'the manager last',
      tiers: [{ tier: 'capital', to: { except: ['manager'] } }, { tier: 'capital' }, ...rest],
      result: 'not-raised',
    },
    {
      name: 'public money first',
      tiers: [{ tier: 'preference', to: ['city'], multiple: '1' }, { tier: 'capital' }, ...rest],
      result: 'not-raised',
    },
    {
      name: 'a return of others alone once public principal is back',
      tiers: [{ tier: 'capital' }, { tier: 'preferred', to: ['bank'], rate: '8%', interest: 'simple' }, ...rest],
      result: 'not-raised',
    },
  ])('$name', ({ tiers, result }) => {
    expect(raised(tiers)).toEqual([`principal-promised ${result}`])
  })

  test('refuses nothing, and is not raised where the document names no public money', () => {
    const policy = agreement({ tiers: [{ tier: 'capital', to: { except: ['city'] } }, { tier: 'capital' }, ...rest] })
    const answer = answered(policy, held(contributions, { proceeds: '80' }))
    expect([answer.outcome, answer.flags]).toEqual(['granted', undefined])
  })
})

describe('deal by deal', () => {
  const tiers = tiersOf('20%')
  const policy = (taxShare?: '50%' | '100%') =>
    agreement({ basis: 'deal-by-deal', tiers, clawBack: taxShare === undefined ? {} : { taxShare } })
  const stated = {
    deals: [
      { id: 'A', gain: '10000000', carryPaid: '2000000' },
      { id: 'B', gain: '-6000000', carryPaid: '0' },
    ],
  }
  test.each([
    { name: 'paid less due on the whole fund', policy: policy(), clawBack: '200万 - (1000万 - 600万) × 20%' },
    { name: 'at most what is left after tax', policy: policy('50%'), clawBack: '200万 × 50%' },
    { name: 'nothing where tax took all', policy: policy('100%'), clawBack: '0' },
  ])('claw-back: $name', ({ policy: given, clawBack }) => {
    const { amount, worksheet, returned = [] } = answered(given, stated)
    expect([amount, worksheet['clawBack']?.value, worksheet['carryDue']?.value]).toEqual([
      evaluateBecause(clawBack),
      evaluateBecause(clawBack),
      '800000.00',
    ])
    expect(returned.map(({ party, amount: back }) => [party, back])).toEqual(
      clawBack === '0' ? [] : [['investors', evaluateBecause(clawBack)]],
    )
  })

  test('no carry is due on a loss of the whole fund', () => {
    const { worksheet } = answered(policy(), { deals: [stated.deals[0], { id: 'B', gain: '-20000000', carryPaid: '0' }] })
    expect([worksheet['carryDue']?.value, worksheet['clawBack']?.value]).toEqual(['0.00', '2000000.00'])
  })

  test('what each deal brought to whom, and what goes back', () => {
    const deals = [
      { id: 'A', invested: '100', proceeds: '200' },
      { id: 'B', invested: '100', proceeds: '40' },
    ]
    const answer = answered(policy(), { fund: { contributions: { a: '3', b: '1' } }, deals })
    expect(answer.amount).toBe('240.00')
    expect(answer.shares?.map(({ item, of, party, amount }) => `${item} ${of} ${party} ${amount}`)).toEqual([
      'A capital a 75.00',
      'A capital b 25.00',
      'A split a 60.00',
      'A split b 20.00',
      'A split:carry manager 20.00',
      'B capital a 30.00',
      'B capital b 10.00',
    ])
    expect(answer.returned?.map(({ party, amount }) => `${party} ${amount}`)).toEqual(['a 9.00', 'b 3.00'])
    expect(answer.items.map(({ id, worksheet }) => [id, worksheet['dealGain']?.value, worksheet['carryPaid']?.value])).toEqual([
      ['A', '100.00', '20.00'],
      ['B', '-60.00', '0.00'],
    ])
  })
})

describe('what is asked for', () => {
  const timed = agreement({ tiers: tiersOf('20%', { rate: '8%', interest: 'simple' }) })
  const plain = agreement({ tiers: tiersOf('20%') })
  const deals = agreement({ basis: 'deal-by-deal', tiers: tiersOf('20%', { rate: '8%', interest: 'simple' }), clawBack: {} })
  test.each([
    { name: 'nothing stated', policy: plain, facts: {}, missing: ['fund.capital'] },
    { name: 'no proceeds', policy: plain, facts: { fund: { capital: '100' } }, missing: ['flows.proceeds'] },
    {
      name: 'no time where a return is asked for',
      policy: timed,
      facts: { fund: { capital: '100' }, flows: { proceeds: '100' } },
      missing: ['fund.holdingYears'],
    },
    {
      name: 'a pool of profit without its preferred return',
      policy: timed,
      facts: { flows: { profitPool: '100' } },
      missing: ['flows.preferredAmount'],
    },
    {
      name: 'a drawdown without its day',
      policy: plain,
      facts: {
        flows: { drawdowns: [{ amount: '1', date: '2020-01-01' }, { amount: '1' }], distributions: [{ date: '2021-01-01', amount: '3' }] },
      },
      missing: ['flows.drawdowns[1].date'],
    },
    {
      name: 'drawdowns by day without distributions',
      policy: plain,
      facts: { flows: { drawdowns: [{ amount: '1', date: '2020-01-01' }], proceeds: '2' } },
      missing: ['flows.distributions'],
    },
    {
      name: 'a holder without contribution',
      policy: plain,
      facts: { holders: [{ id: 'a' }], flows: { proceeds: '2' } },
      missing: ['holders[0].contribution'],
    },
    {
      name: 'deals of which only the gain is stated, where there is a hurdle',
      policy: deals,
      facts: { deals: [{ id: 'A', gain: '1', carryPaid: '0' }] },
      missing: ['deals[0].invested', 'deals[0].proceeds'],
    },
    {
      name: 'deals without days, where there is a hurdle',
      policy: deals,
      facts: { deals: [{ id: 'A', invested: '1', proceeds: '2' }] },
      missing: ['deals[0].investedDate'],
    },
  ])('$name', ({ policy, facts, missing }) => {
    const answer = answered(policy, facts)
    expect({ outcome: answer.outcome, missing: answer.missing.map(({ path }) => path) }).toEqual({ outcome: 'incomplete', missing })
  })

  test('times are not asked for where no return depends on them', () => {
    expect(answered(plain, { flows: { drawdowns: [{ amount: '1' }], gain: '1' } }).outcome).toBe('granted')
  })

  test('a gain for parties of whom nobody paid in is not covered', () => {
    const policy = agreement({ tiers: [{ tier: 'capital' }, { tier: 'split', carry: '20%', to: ['local'] }] })
    expect(answered(policy, held({ central: '1' }, { proceeds: '2' })).reasons.map(({ code }) => code)).toEqual(['not-covered'])
  })
})

test('every line has its label in both languages and its source', () => {
  const policy = agreement({ tiers: tiersOf('20%', { rate: '8%', interest: 'compound', toManager: '50%' }) })
  const lines = explain(answered(policy, once('150000000', '2')))
  const ours = lines.filter(({ kind }) => kind === 'value' || kind === 'share').filter(({ id }) => !id.endsWith('Limits'))
  expect(ours.filter(({ source }) => source === undefined).map(({ id }) => id)).toEqual([])
  expect(ours.filter(({ id, label }) => id.endsWith(`:${label.zh}`)).map(({ id }) => id)).toEqual([])
  expect(toText(lines, { language: 'zh' })).toContain('管理机构追补：')
})
