import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/dates/calendar-date.js'
import { DAY_COUNTS } from '../../src/dates/day-counts.js'
import { decimalOf } from '../../src/money/decimal.js'
import { compare, type Fraction, fraction, fractionText, plus, times } from '../../src/money/fraction.js'
import { moneyText } from '../../src/money/rounding.js'
import { type FundFlow, runWaterfall, yearsApart } from '../../src/waterfall/distribution.js'
import { inFen } from '../../src/waterfall/fen.js'
import { moneySum, sumOf } from '../../src/waterfall/parties.js'
import { type Hurdle, type Tier, wholeFundTiers } from '../../src/waterfall/tiers.js'
import { evaluateBecause } from '../oracle/exact.js'
import { exactly, fenOf, moneyOf, sharesOf, textsOf } from './amounts.js'

const paidIn = (at: string, amounts: Readonly<Record<string, string>>): FundFlow<Fraction> => ({
  at: exactly(at),
  paidIn: moneyOf(amounts),
})
const proceeds = (at: string, amount: string): FundFlow<Fraction> => ({ at: exactly(at), proceeds: decimalOf(amount) })
const run = (tiers: readonly Tier[], flows: readonly FundFlow<Fraction>[], oddFenTo?: string) =>
  runWaterfall({ tiers, manager: 'gp', years: yearsApart, ...(oddFenTo !== undefined && { oddFenTo }) }, flows)
const soft = (rate: string, catchUp: string, compounding: Hurdle['compounding'] = 'compound'): Hurdle => ({
  carryOn: 'all-gain',
  rate: exactly(rate),
  compounding,
  catchUp: exactly(catchUp),
})
const fifth = exactly('0.2')

/** What each tier of the last distribution paid, with the manager's carry after a slash where there is some. */
const tiersOf = ({ distributions }: ReturnType<typeof run>) =>
  distributions
    .at(-1)
    ?.money.tiers.map(({ amount, carry }) => (carry.isZero() ? moneyText(amount) : `${moneyText(amount)}/${moneyText(carry)}`))

describe('a whole fund, once', () => {
  test('compound 8% over five years, full catch-up, 20% carry', () => {
    const fund = run(wholeFundTiers(['lp'], fifth, soft('0.08', '1')), [paidIn('0', { lp: '50000000' }), proceeds('5', '125000000')])
    const growth = '(1.08 × 1.08 × 1.08 × 1.08 × 1.08 - 1)'
    const catchUp = `5000万 × ${growth} / 4`
    const split = `1.25亿 - 5000万 - 5000万 × ${growth} × 5 / 4`
    expect(tiersOf(fund)).toEqual([
      '50000000.00',
      evaluateBecause(`5000万 × ${growth}`),
      `${evaluateBecause(catchUp)}/${evaluateBecause(catchUp)}`,
      `${evaluateBecause(split)}/${evaluateBecause(`(${split}) × 20%`)}`,
    ])
    expect(fenOf(fund.distributions[0]?.money.parties ?? {})).toEqual({ lp: '110000000.00', gp: '15000000.00' })
    expect(moneyText(fund.carryPaid)).toBe('15000000.00')
    expect(moneyText(fund.gain)).toBe('75000000.00')
  })

  test('a pool of profit with a stated preferred return', () => {
    const among = sharesOf({ lp: '1' })
    const tiers: Tier[] = [
      { kind: 'stated-preferred', amount: exactly('172800000'), among },
      { kind: 'catch-up', rate: exactly('1'), carry: fifth, among },
      { kind: 'split', carry: fifth, among },
    ]
    const fund = run(tiers, [proceeds('0', '2000000000')])
    expect(tiersOf(fund)).toEqual(['172800000.00', '43200000.00/43200000.00', '1784000000.00/356800000.00'])
    expect(moneyText(fund.parties['lp']?.received ?? decimalOf(0))).toBe('1600000000.00')
  })

  test.each([
    { name: 'below the hurdle', gain: '70000000', lp: '70000000.00', gp: '0.00' },
    { name: 'at the hurdle', gain: '80000000', lp: '80000000.00', gp: '0.00' },
    { name: 'a fen above it', gain: '80000000.01', lp: '80000000.00', gp: '0.01' },
    { name: 'catch-up not filled', gain: '90000000', lp: '80000000.00', gp: '10000000.00' },
    { name: 'catch-up just filled', gain: '100000000', lp: '80000000.00', gp: '20000000.00' },
    { name: 'above', gain: '150000000', lp: '120000000.00', gp: '30000000.00' },
  ])('soft hurdle of 8% with full catch-up: $name', ({ gain, lp, gp }) => {
    const flows = [paidIn('0', { lp: '1000000000' }), proceeds('1', decimalOf(gain).plus(1_000_000_000).toFixed())]
    const { parties } = run(wholeFundTiers(['lp'], fifth, soft('0.08', '1')), flows)
    expect([parties['lp']?.preferred.plus(parties['lp'].gain), parties['gp']?.carry].map((amount) => amount && moneyText(amount))).toEqual([
      lp,
      gp,
    ])
  })

  test.each([
    // gain 150 on 1,000, hurdle 80
    { name: 'half to the manager: caught up', hurdle: soft('0.08', '0.5'), carry: '150 × 20%' },
    { name: '30%: not caught up', hurdle: soft('0.08', '0.3'), carry: '70 × 30%' },
    { name: '20%, the carry itself: never catches up', hurdle: soft('0.08', '0.2'), carry: '70 × 20%' },
    { name: '10%, below the carry: never catches up', hurdle: soft('0.08', '0.1'), carry: '70 × 10%' },
    { name: 'none: carry on the excess', hurdle: soft('0.08', '0'), carry: '70 × 20%' },
    {
      name: 'hard: carry on the excess',
      hurdle: { carryOn: 'excess', rate: exactly('0.08'), compounding: 'compound' } as const,
      carry: '70 × 20%',
    },
    { name: 'no hurdle: carry on all gain', hurdle: undefined, carry: '150 × 20%' },
  ])('catch-up of $name', ({ hurdle, carry }) => {
    const { carryPaid } = run(wholeFundTiers(['lp'], fifth, hurdle), [paidIn('0', { lp: '1000' }), proceeds('1', '1150')])
    expect(moneyText(carryPaid)).toBe(evaluateBecause(carry))
  })

  test('a catch-up that has no end says so: nothing is due that could be filled', () => {
    const fund = run(wholeFundTiers(['lp'], fifth, soft('0.08', '0.2')), [paidIn('0', { lp: '1000' }), proceeds('1', '1150')])
    const [, , catchUp, split] = fund.distributions[0]?.tiers ?? []
    expect(catchUp?.due).toBeUndefined()
    expect(split && fractionText(split.amount)).toBe('0')
  })

  test.each([
    { name: 'a gain', recovered: '400000000', manager: '30000000.00', central: '24000000.00', others: '72000000.00' },
    { name: 'only capital', recovered: '250000000', manager: '0.00', central: '0.00', others: '0.00' },
    { name: 'a loss', recovered: '200000000', manager: '0.00', central: '0.00', others: '0.00' },
  ])('no hurdle, 20% of the gain, the rest by contribution: $name', ({ recovered, manager, central, others }) => {
    const contributions = { central: '50000000', local: '50000000', others: '150000000' }
    const { parties } = run(wholeFundTiers(Object.keys(contributions), fifth), [paidIn('0', contributions), proceeds('4', recovered)])
    expect([parties['gp']?.carry, parties['central']?.gain, parties['others']?.gain].map((amount) => amount && moneyText(amount))).toEqual([
      manager,
      central,
      others,
    ])
  })

  test('a loss is shared by contribution and never above it', () => {
    const { parties } = run(wholeFundTiers(['central', 'others'], fifth), [
      paidIn('0', { central: '40', others: '60' }),
      proceeds('1', '25'),
    ])
    expect([parties['central'], parties['others']].map((party) => party && moneyText(party.unreturned))).toEqual(['30.00', '45.00'])
  })

  test('the manager bears first where the others are paid back first', () => {
    const tiers: Tier[] = [
      { kind: 'capital', of: ['central', 'others'] },
      { kind: 'capital', of: ['gp'] },
      { kind: 'split', carry: fifth, among: ['central', 'others'] },
    ]
    const flows = (amount: string) => [paidIn('0', { gp: '10', central: '30', others: '60' }), proceeds('1', amount)]
    const losses = (amount: string) => Object.values(run(tiers, flows(amount)).parties).map(({ unreturned }) => moneyText(unreturned))
    expect(losses('90')).toEqual(['10.00', '0.00', '0.00'])
    expect(losses('92')).toEqual(['8.00', '0.00', '0.00'])
    expect(losses('60')).toEqual(['10.00', '10.00', '20.00'])
    // 200 − 100: 80 by contribution, 20 of carry
    expect(fenOf(run(tiers, flows('200')).distributions[0]?.money.parties ?? {})).toEqual({
      gp: evaluateBecause('10 + 100 × 20%'),
      central: evaluateBecause('30 + 80 × 30 / 90'),
      others: evaluateBecause('60 + 80 × 60 / 90'),
    })
  })

  test("the manager's own money is an investor's and counts once", () => {
    const flows = [paidIn('0', { lp: '990', gp: '10' }), proceeds('1', '1200')]
    const { parties, gain, carryPaid } = run(wholeFundTiers(['lp', 'gp'], fifth, soft('0.08', '1')), flows)
    expect(moneyText(gain)).toBe('200.00')
    expect(moneyText(carryPaid)).toBe(evaluateBecause('200 × 20%'))
    expect(parties['gp'] && moneyText(parties['gp'].received)).toBe(evaluateBecause('200 × 20% + 10 + 160 × 1%'))
    expect(parties['lp'] && moneyText(parties['lp'].received)).toBe(evaluateBecause('990 + 160 × 99%'))
  })

  test.each([
    { name: 'less than the preference', amount: '40', central: '40.00', others: '0.00' },
    { name: 'the preference, then the others', amount: '100', central: '45.00', others: '55.00' },
    // 1.5 × 30 first, 70 to the others, then 90 by contribution
    { name: 'with gain to share', amount: '205', central: '72.00', others: '133.00' },
  ])('liquidation preference of one and a half times: $name', ({ amount, central, others }) => {
    const tiers: Tier[] = [
      { kind: 'preference', of: ['central'], multiple: exactly('1.5') },
      { kind: 'capital', of: ['central', 'others'] },
      { kind: 'split', carry: exactly('0'), among: ['central', 'others'] },
    ]
    const fund = run(tiers, [paidIn('0', { central: '30', others: '70' }), proceeds('1', amount)])
    expect(fund.parties['central'] && moneyText(fund.parties['central'].received)).toBe(central)
    expect(fund.parties['others'] && moneyText(fund.parties['others'].received)).toBe(others)
  })

  test('what no tier takes is left', () => {
    const { distributions } = run([{ kind: 'capital', of: ['lp'] }], [paidIn('0', { lp: '10' }), proceeds('1', '12.34')])
    expect(distributions[0] && moneyText(distributions[0].money.left)).toBe('2.34')
  })

  test('each party is rounded once and the named one has the odd fen', () => {
    const flows = [paidIn('0', { a: '1', b: '1', c: '1' }), proceeds('1', '0.01'), proceeds('1', '100.00')]
    const { distributions } = run(wholeFundTiers(['a', 'b', 'c'], exactly('0')), flows, 'c')
    expect(distributions.map(({ money }) => fenOf(money.parties))).toEqual([
      { a: '0.00', b: '0.00', c: '0.01', gp: '0.00' },
      // 1, 1 and 0.99 of capital, and a third of 97.01 each: 33.3367 twice, c has the rest
      { a: '33.34', b: '33.34', c: '33.32', gp: '0.00' },
    ])
  })
})

test('odd fen above what is left of a capital are gain', () => {
  const parties = ['a', 'b', 'c', 'd', 'e', 'f']
  const flows = [paidIn('0', Object.fromEntries(parties.map((party) => [party, '0.01']))), proceeds('1', '0.02')]
  const { parties: totals } = run(wholeFundTiers(parties, fifth), flows, 'f')
  const { capital, gain, unreturned } = totals['f'] ?? {}
  expect([capital, gain, unreturned].map((amount) => amount && moneyText(amount))).toEqual(['0.01', '0.01', '0.00'])
})

test('carry is nothing received on the money a manager paid in', () => {
  const tiers: Tier[] = [
    { kind: 'preference', of: ['gp'], multiple: exactly('1') },
    { kind: 'split', carry: fifth, among: ['lp'] },
  ]
  const flows = [paidIn('0', { lp: '90' }), proceeds('1', '100'), paidIn('1', { gp: '10' }), proceeds('2', '10')]
  expect(fenOf(run(tiers, flows).distributions[1]?.money.parties ?? {})).toEqual({ lp: '0.00', gp: '10.00' })
})

describe('preferred return over time', () => {
  const preferred = (flows: readonly FundFlow<Fraction>[], compounding: Hurdle['compounding'], rate = '0.08') => {
    const { distributions } = run(wholeFundTiers(['lp'], fifth, soft(rate, '1', compounding)), flows)
    return distributions.map(({ tiers }) => tiers[1]?.due).map((due) => due && moneyText(inFen(due)))
  }

  test.each([
    { name: 'two drawdowns, compound', second: '1', compounding: 'compound', because: '5亿 × (1.08 × 1.08 - 1) + 5亿 × 8%' },
    { name: 'one drawdown, compound', second: '0', compounding: 'compound', because: '10亿 × (1.08 × 1.08 - 1)' },
    { name: 'two drawdowns, simple', second: '1', compounding: 'simple', because: '5亿 × 8% × 2 + 5亿 × 8%' },
    { name: 'one drawdown, simple', second: '0', compounding: 'simple', because: '10亿 × 8% × 2' },
  ] as const)('$name; the carry once caught up is the same', ({ second, compounding, because }) => {
    const flows = [paidIn('0', { lp: '500000000' }), paidIn(second, { lp: '500000000' }), proceeds('2', '3000000000')]
    expect(preferred(flows, compounding)).toEqual([evaluateBecause(because)])
    expect(moneyText(run(wholeFundTiers(['lp'], fifth, soft('0.08', '1', compounding)), flows).carryPaid)).toBe('400000000.00')
  })

  test.each([
    // 600 of 1,000 returned after a year
    { compounding: 'simple', first: '1000 × 8%', second: '1000 × 8% + 400 × 8% × 2' },
    { compounding: 'compound', first: '1000 × 8%', second: '1000 × 1.08 × 1.08 × 1.08 - 600 × 1.08 × 1.08 - 400' },
  ] as const)('$compounding on what is not returned', ({ compounding, first, second }) => {
    expect(preferred([paidIn('0', { lp: '1000' }), proceeds('1', '600'), proceeds('3', '600')], compounding)).toEqual(
      [first, second].map(evaluateBecause),
    )
  })

  test('unpaid preferred return earns when compound, not when simple', () => {
    const flows = [paidIn('0', { lp: '1000' }), proceeds('1', '1000'), proceeds('2', '1000')]
    expect(preferred(flows, 'simple')).toEqual(['80.00', '80.00'])
    expect(preferred(flows, 'compound')).toEqual(['80.00', evaluateBecause('80 × 1.08')])
  })

  test('nothing earns once all is paid, and a later drawdown starts its own clock', () => {
    const flows = [
      paidIn('0', { lp: '1000' }),
      proceeds('1', '1080'),
      proceeds('2', '100'),
      paidIn('3', { lp: '100' }),
      proceeds('4', '500'),
    ]
    for (const compounding of ['simple', 'compound'] as const) expect(preferred(flows, compounding)).toEqual(['80.00', '0.00', '8.00'])
  })

  test('half a year compound: a power of forty digits', () => {
    const flows = [paidIn('0', { lp: '1000000000000' }), proceeds('0.5', '2000000000000')]
    // 1.0816^(1/2) = 1.04, 1.08^(1/2) = 1.0392304845413263761…
    expect(preferred(flows, 'compound', '0.0816')).toEqual(['40000000000.00'])
    expect(preferred(flows, 'compound')).toEqual(['39230484541.33'])
  })

  test('by the days of a calendar, each drawdown from its own', () => {
    const { years, flows } = {
      years: DAY_COUNTS['actual/365'].yearFraction,
      flows: [
        { at: '2024-01-31', paidIn: moneyOf({ lp: '1000000' }) },
        { at: '2024-07-01', paidIn: moneyOf({ lp: '500000' }) },
        { at: '2025-01-31', proceeds: decimalOf('2000000') },
      ],
    }
    const hurdle = soft('0.08', '1', 'simple')
    const { distributions } = runWaterfall({ tiers: wholeFundTiers(['lp'], fifth, hurdle), manager: 'gp', years }, flows)
    expect(moneyText(inFen(distributions[0]?.tiers[1]?.due ?? exactly('0')))).toBe(evaluateBecause('8% × (100万 × 366 + 50万 × 214) / 365'))
  })

  test('a payment of preferred return alone before a later drawdown returns none of it', () => {
    const years = DAY_COUNTS['actual/365'].yearFraction
    const flows = [
      { at: '2021-01-01', paidIn: moneyOf({ lp: '1000' }) },
      { at: '2022-01-01', proceeds: decimalOf('1000') },
      { at: '2022-06-01', proceeds: decimalOf('30') },
      { at: '2023-01-01', paidIn: moneyOf({ lp: '1000' }) },
      { at: '2024-01-01', proceeds: decimalOf('500') },
    ]
    const tiers = wholeFundTiers(['lp'], fifth, soft('0.08', '1', 'simple'))
    const { distributions } = runWaterfall({ tiers, manager: 'gp', years }, flows)
    expect(distributions.map(({ tiers: [, due] }) => due?.due && fractionText(due.due))).toEqual(['80', '80', '130'])
  })

  test('whole years that a day count does not add up leave nothing earning after full payment', () => {
    const years = DAY_COUNTS['whole-year'].yearFraction
    const flows = [
      { at: '2020-01-01', paidIn: moneyOf({ lp: '1000' }) },
      { at: '2021-07-01', proceeds: decimalOf('1080') },
      { at: '2022-03-01', proceeds: decimalOf('10') },
    ]
    for (const compounding of ['simple', 'compound'] as const) {
      const tiers = wholeFundTiers(['lp'], fifth, soft('0.08', '1', compounding))
      const { distributions } = runWaterfall({ tiers, manager: 'gp', years }, flows)
      expect(distributions.map(({ tiers: [, due] }) => due?.due && fractionText(due.due))).toEqual(['80', '0'])
    }
  })
})

describe('several distributions', () => {
  test('each runs through the same tiers with what earlier ones paid', () => {
    const tiers = wholeFundTiers(['lp'], fifth, soft('0.08', '1', 'simple'))
    const fund = run(tiers, [
      paidIn('0', { lp: '1000' }),
      proceeds('1', '1000'),
      proceeds('1', '90'),
      proceeds('2', '10'),
      proceeds('2', '100'),
    ])
    expect(fund.distributions.map(({ money }) => money.tiers.map(({ amount }) => moneyText(amount)))).toEqual([
      ['1000.00', '0.00', '0.00', '0.00'],
      ['0.00', '80.00', '10.00', '0.00'],
      ['0.00', '0.00', '10.00', '0.00'],
      ['0.00', '0.00', '0.00', '100.00'],
    ])
    expect(moneyText(fund.carryPaid)).toBe(evaluateBecause('200 × 20%'))
  })

  test('later capital comes back before more carry', () => {
    const fund = run(wholeFundTiers(['lp'], fifth), [
      paidIn('0', { lp: '100' }),
      proceeds('1', '200'),
      paidIn('1', { lp: '50' }),
      proceeds('2', '40'),
    ])
    expect(tiersOf(fund)).toEqual(['40.00', '0.00'])
    expect(fund.parties['lp'] && moneyText(fund.parties['lp'].unreturned)).toBe('10.00')
  })
})

describe('refusals', () => {
  const tiers = wholeFundTiers(['lp'], fifth, soft('0.08', '1'))
  test.each([
    ['flows out of order', tiers, [paidIn('1', { lp: '1' }), proceeds('0', '1')]],
    ['a negative drawdown', tiers, [paidIn('0', { lp: '-1' })]],
    ['a drawdown finer than a fen', tiers, [paidIn('0', { lp: '0.001' })]],
    ['negative proceeds', tiers, [paidIn('0', { lp: '1' }), proceeds('1', '-1')]],
    ['proceeds finer than a fen', tiers, [paidIn('0', { lp: '1' }), proceeds('1', '0.001')]],
    ['gain by contribution where nobody paid in', tiers, [proceeds('1', '1')]],
    ['a carry above one', wholeFundTiers(['lp'], exactly('1.01')), [paidIn('0', { lp: '1' }), proceeds('1', '2')]],
    ['a negative carry', wholeFundTiers(['lp'], exactly('-0.01')), [paidIn('0', { lp: '1' }), proceeds('1', '2')]],
    ['a catch-up above one', wholeFundTiers(['lp'], fifth, soft('0.08', '1.01')), [paidIn('0', { lp: '1' }), proceeds('1', '2')]],
    ['a negative preferred rate', wholeFundTiers(['lp'], fifth, soft('-0.08', '1')), [paidIn('0', { lp: '1' }), proceeds('1', '2')]],
    ['a negative simple rate', wholeFundTiers(['lp'], fifth, soft('-0.08', '1', 'simple')), [paidIn('0', { lp: '1' }), proceeds('1', '2')]],
    ['shares that do not sum to one', [{ kind: 'split', carry: fifth, among: sharesOf({ lp: '0.9' }) }] as Tier[], [proceeds('1', '1')]],
  ])('%s', (_, given, flows) => {
    expect(() => run(given, flows)).toThrow(RangeError)
  })
})

const fen = (max: number) => fc.nat({ max }).map((amount) => decimalOf(amount).times(decimalOf('0.01')).toFixed())
const randomHurdle = fc.option(
  fc
    .record({
      rate: fc.nat({ max: 20 }),
      catchUp: fc.nat({ max: 10 }),
      compounding: fc.constantFrom('simple' as const, 'compound' as const),
    })
    .map(({ rate, catchUp, compounding }) => soft(`${rate}/100`, `${catchUp}/10`, compounding)),
  { nil: undefined },
)
const randomFlows = fc
  .array(
    fc.record({
      quarters: fc.nat({ max: 12 }),
      flow: fc.oneof(
        fc.record({ lp: fen(10_000_000), city: fen(10_000_000), gp: fen(100_000) }).map((amounts) => ({ paidIn: moneyOf(amounts) })),
        fen(20_000_000).map((amount) => ({ proceeds: decimalOf(amount) })),
      ),
    }),
    { maxLength: 8 },
  )
  .map((list) => {
    let quarter = 0
    const first: FundFlow<Fraction> = paidIn('0', { lp: '100', city: '50.01', gp: '1' })
    const rest = list.map(({ quarters, flow }): FundFlow<Fraction> => {
      quarter += quarters
      return { at: exactly(`${quarter}/4`), ...flow }
    })
    return [first, ...rest]
  })
const investors = ['lp', 'city', 'gp']

describe('laws', () => {
  const random = fc.record({ flows: randomFlows, hurdle: randomHurdle, carry: fc.nat({ max: 10 }) })

  test('a distribution sums to the proceeds, exactly and to the fen, by party and by tier; nothing is negative', () => {
    fc.assert(
      fc.property(random, fc.constantFrom('lp', 'gp', undefined), ({ flows, hurdle, carry }, bearer) => {
        for (const { proceeds: all, tiers, left, money } of run(wholeFundTiers(investors, exactly(`${carry}/10`), hurdle), flows, bearer)
          .distributions) {
          expect(compare(plus(sumOf(tiers.map(({ amount }) => amount)), left), fraction(all))).toBe(0)
          expect(moneyText(moneySum(Object.values(money.parties)).plus(money.left))).toBe(moneyText(all))
          expect(moneyText(moneySum(money.tiers.map(({ amount }) => amount)).plus(money.left))).toBe(moneyText(all))
          const pieces = money.tiers.flatMap(({ capital, preferred, gain, carry: own }) =>
            [capital, preferred, gain, { own }].flatMap((piece) => Object.values(piece)),
          )
          expect(pieces.every((piece) => !piece.isNegative())).toBe(true)
          for (const { amount, capital, preferred, gain, carry: own } of tiers) {
            expect(compare(sumOf([capital, preferred, gain, { own }].flatMap((piece) => Object.values(piece))), amount)).toBe(0)
          }
        }
      }),
    )
  })

  test('nobody gets carry before capital is back and the hurdle is paid', () => {
    fc.assert(
      fc.property(random, ({ flows, hurdle, carry }) => {
        for (const { tiers } of run(wholeFundTiers(investors, exactly(`${carry}/10`), hurdle), flows).distributions) {
          const owed = tiers.filter(
            ({ kind, due, amount }) => (kind === 'capital' || kind === 'preferred') && due !== undefined && compare(amount, due) < 0,
          )
          const carried = tiers.filter(({ carry: own }) => compare(own, exactly('0')) > 0)
          expect(owed.length === 0 || carried.length === 0).toBe(true)
        }
      }),
    )
  })

  test('moving part of a drawdown later never raises the preferred return', () => {
    const amounts = fc.tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }))
    const times4 = fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }), fc.nat({ max: 20 })).map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(
        amounts,
        times4,
        fc.nat({ max: 30 }),
        fc.constantFrom('simple' as const, 'compound' as const),
        ([a, b, moved], moments, rate, compounding) => {
          const due = (first: number, second: number) => {
            const [start, later, end] = moments.map((quarter) => `${quarter}/4`) as [string, string, string]
            const flows = [paidIn(start, { lp: String(first) }), paidIn(later, { lp: String(second) }), proceeds(end, '0')]
            const { distributions } = run(wholeFundTiers(['lp'], fifth, soft(`${rate}/100`, '1', compounding)), flows)
            return distributions[0]?.tiers[1]?.due ?? exactly('-1')
          }
          const part = Math.min(a, moved)
          expect(compare(due(a - part, b + part), due(a, b))).toBeLessThanOrEqual(0)
        },
      ),
    )
  })

  test('a catch-up reaches exactly the carry share when the money suffices', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat({ max: 20 }),
        fen(10_000_000),
        (carry, above, rate, amount) => {
          const catchUp = Math.min(10, carry + above)
          const tiers = wholeFundTiers(['lp'], exactly(`${carry}/10`), soft(`${rate}/100`, `${catchUp}/10`))
          const { distributions } = run(tiers, [paidIn('0', { lp: '100000' }), proceeds('1.25', decimalOf(amount).plus(100_000).toFixed())])
          const [capital, ...gains] = distributions[0]?.tiers ?? []
          const [, filled, split] = gains
          const gain = sumOf(gains.map((tier) => tier.amount))
          const own = sumOf(gains.map((tier) => tier.carry))
          const share = times(gain, exactly(`${carry}/10`))
          expect(capital && fractionText(capital.amount)).toBe('100000')
          expect(compare(own, share)).toBeLessThanOrEqual(0)
          if (split && compare(split.amount, exactly('0')) > 0) expect(compare(own, share)).toBe(0)
          if (filled?.due && compare(filled.amount, filled.due) === 0) expect(compare(own, share)).toBe(0)
        },
      ),
    )
  })

  test('over several distributions, a catch-up that is filled brings the carry paid so far to exactly its share of all gain', () => {
    fc.assert(
      fc.property(randomFlows, fc.integer({ min: 3, max: 10 }), (flows, rate) => {
        let [gain, carried] = [decimalOf(0), decimalOf(0)]
        for (const { proceeds: all, tiers, money } of run(wholeFundTiers(investors, fifth, soft('0.08', `${rate}/10`)), flows)
          .distributions) {
          const catchUp = tiers.find(({ kind }) => kind === 'catch-up')
          if (catchUp?.due && compare(catchUp.due, exactly('0')) > 0 && compare(catchUp.amount, catchUp.due) === 0) {
            const own = plus(fraction(carried), sumOf(tiers.map(({ carry }) => carry)))
            const profit = plus(fraction(gain), sumOf(tiers.filter(({ kind }) => kind !== 'capital').map(({ amount }) => amount)))
            expect(fractionText(own)).toBe(fractionText(times(profit, fifth)))
          }
          const [capital] = money.tiers
          gain = gain.plus(all).minus(capital?.amount ?? 0)
          carried = moneySum([carried, ...money.tiers.map(({ carry }) => carry)])
        }
      }),
    )
  })

  test('by days of a calendar, under any day count, nothing is lost and nothing goes back in time', () => {
    const dayCount = fc.constantFrom('actual/365', '30/360-bond', 'month/12', 'full-month/12', 'whole-year', 'actual/actual-isda')
    const compounding = fc.constantFrom('simple' as const, 'compound' as const)
    fc.assert(
      fc.property(randomFlows, dayCount, compounding, fc.nat({ max: 40 }), (flows, name, kind, odd) => {
        const { yearFraction: years } = DAY_COUNTS[name as 'actual/365']
        const dated = flows.map((flow): FundFlow<string> => {
          const days = Math.round((flow.at.numerator.toNumber() / flow.at.denominator.toNumber()) * 365)
          const at = addDays('2012-01-31', days + (days > 0 ? odd : 0))
          return 'paidIn' in flow ? { at, paidIn: flow.paidIn } : { at, proceeds: flow.proceeds }
        })
        const { distributions, parties } = runWaterfall(
          { tiers: wholeFundTiers(investors, fifth, soft('0.08', '1', kind)), manager: 'gp', years },
          dated,
        )
        const paid = moneySum(distributions.map((distribution) => distribution.proceeds))
        expect(moneyText(moneySum(Object.values(parties).map(({ received }) => received)))).toBe(moneyText(paid))
      }),
    )
  })

  test('a long fund with odd drawdowns and short distributions stays exact', () => {
    const years = DAY_COUNTS['actual/365'].yearFraction
    const flows = Array.from({ length: 60 }, (_, index): FundFlow<string> => {
      const at = addDays('2015-03-31', index * 61)
      const odd = String(1_000_003 + index * 7919)
      return index % 3 === 2
        ? { at, proceeds: decimalOf(`${odd}.37`) }
        : { at, paidIn: moneyOf({ lp: odd, city: `${index * 104_729}.01`, gp: '9999.99' }) }
    })
    for (const compounding of ['simple', 'compound'] as const) {
      const tiers = wholeFundTiers(investors, fifth, soft('0.065612345678901', '0.7', compounding))
      const [, preferred, ...rest] = tiers
      for (const order of [tiers, [preferred as Tier, tiers[0] as Tier, ...rest]]) {
        const { distributions } = runWaterfall({ tiers: order, manager: 'gp', years }, flows)
        expect(distributions.map(({ money }) => moneyText(moneySum(Object.values(money.parties))))).toEqual(
          distributions.map((distribution) => moneyText(distribution.proceeds)),
        )
      }
    }
  })

  test('the order of parties changes no exact amount', () => {
    fc.assert(
      fc.property(random, ({ flows, hurdle, carry }) => {
        const one = flows.slice(0, 1).concat(flows.filter((flow) => 'proceeds' in flow).slice(0, 1))
        const exact = (order: readonly string[]) =>
          run(wholeFundTiers(order, exactly(`${carry}/10`), hurdle), one).distributions.map(({ tiers }) =>
            tiers.map(({ capital, preferred, gain, carry: own }) => [
              textsOf(capital),
              textsOf(preferred),
              textsOf(gain),
              fractionText(own),
            ]),
          )
        expect(exact(['gp', 'city', 'lp'])).toEqual(exact(investors))
      }),
    )
  })

  test('inputs are not changed', () => {
    const flows = [paidIn('0', { lp: '10' }), proceeds('1', '12'), proceeds('2', '3')]
    const before = JSON.stringify(flows)
    run(wholeFundTiers(['lp'], fifth, soft('0.08', '1')), flows)
    expect(JSON.stringify(flows)).toBe(before)
  })
})
