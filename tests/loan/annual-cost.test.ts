import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/dates/calendar-date.js'
import * as loan from '../../src/loan/index.js'
import { decimalOf, ZERO } from '../../src/money/decimal.js'

const dated = (...pairs: readonly (readonly [string, string])[]): readonly loan.Flow[] => pairs.map(([date, amount]) => ({ date, amount }))
const ratesOf = (cost: loan.AnnualCost): readonly loan.CostRate[] =>
  cost.solution === 'one' ? [cost] : cost.solution === 'several-solutions' ? cost.rates : []

describe('periods', () => {
  test('one month: nominal and effective', () => {
    // 1.01^12 − 1 = 0.12682503013196972…
    expect(loan.annualCostOfPeriods(['100', '-101'], 12)).toEqual({ solution: 'one', effective: '0.12682503013197', nominal: '0.12' })
  })

  test('free money', () => {
    expect(loan.annualCostOfPeriods(['100', '-50', '-50'], 12)).toEqual({ solution: 'one', effective: '0', nominal: '0' })
  })

  test('two rates: 10% and 20%', () => {
    // −100 + 230 v − 132 v² = 0 at v = 1/1.1 and 1/1.2
    expect(loan.annualCostOfPeriods(['-100', '230', '-132'], 1)).toEqual({
      solution: 'several-solutions',
      rates: [
        { effective: '0.1', nominal: '0.1' },
        { effective: '0.2', nominal: '0.2' },
      ],
    })
  })

  test('two changes of sign and a rate that only touches zero', () => {
    // −100 (1 − 1.1 v)²
    expect(loan.annualCostOfPeriods(['-100', '220', '-121'], 1)).toMatchObject({
      solution: 'one',
      effective: expect.stringMatching(/^0\.(1|0999999|1000000)/),
    })
  })

  test.each([
    ['never paid back', ['100', '0', '0']],
    ['only payments', ['-1', '-2']],
    ['nothing at all', ['0', '0']],
    ['two changes of sign that meet no rate', ['-100', '220', '-122']],
  ])('no solution: %s', (_, amounts) => {
    expect(loan.annualCostOfPeriods(amounts, 1)).toEqual({ solution: 'no-solution' })
  })
})

describe('dated flows', () => {
  const options = { dayCount: 'actual/365' } as const

  test('a year of 365 days', () => {
    expect(loan.annualCost(dated(['2025-01-01', '1000'], ['2026-01-01', '-1050']), options)).toMatchObject({
      solution: 'one',
      effective: '0.05',
    })
  })

  test('flows of one day are one flow, in any order', () => {
    const parts = dated(['2026-01-01', '-1000'], ['2025-01-01', '400'], ['2026-01-01', '-50'], ['2025-01-01', '600'])
    expect(loan.annualCost(parts, options)).toEqual(loan.annualCost(dated(['2025-01-01', '1000'], ['2026-01-01', '-1050']), options))
  })

  test('extremes: tenfold in a day, nearly everything lost in a day', () => {
    const [gain] = ratesOf(loan.annualCost(dated(['2025-01-01', '1'], ['2025-01-02', '-10']), options))
    // 10^365 − 1, to the fifty digits that are kept
    expect(gain?.effective).toBe(`1${'0'.repeat(365)}`)
    const [loss] = ratesOf(loan.annualCost(dated(['2025-01-01', '100'], ['2025-01-11', '-50']), options))
    // 0.5^36.5 − 1
    expect(loss?.effective).toBe('-0.99999999998971')
  })

  test('the days of the year are never a default', () => {
    expect(() => loan.annualCost(dated(['2025-01-01', '1']), {} as never)).toThrow(/dayCount/)
    expect(() => loan.annualCost([], options)).toThrow(/flows: expected a list of at least 1/)
  })
})

describe('what a loan really costs', () => {
  const terms: loan.ScheduleTerms = {
    principal: '1000000',
    annualRate: '0.0435',
    drawdownDate: '2025-01-01',
    months: 12,
    repayment: 'bullet',
    dayCount: 'actual/360',
  }

  test('interest on 360 days costs more than its rate', () => {
    // 365 ÷ 360 × 4.35%
    expect(loan.annualCost(loan.flowsOf(loan.schedule(terms)), { dayCount: 'actual/365' })).toMatchObject({
      effective: '0.04410417',
    })
  })

  test('fees raise it, a subsidy lowers it', () => {
    const flows = loan.flowsOf(loan.schedule(terms), [{ date: '2025-01-01', amount: '10000' }])
    const { before, after } = loan.annualCostWithSubsidy(flows, [{ date: '2026-01-01', amount: '22052.08' }], { dayCount: 'actual/365' })
    // 1044104.17 and 1022052.09 over 990000
    expect(before).toMatchObject({ solution: 'one', effective: '0.054650676767677' })
    expect(after).toMatchObject({ solution: 'one', effective: '0.032375848484848' })
  })

  test('a subsidy is not negative', () => {
    const flows = loan.flowsOf(loan.schedule(terms))
    expect(() => loan.annualCostWithSubsidy(flows, [{ date: '2026-01-01', amount: '-1' }], { dayCount: 'actual/365' })).toThrow(
      /subsidies\[0\].amount/,
    )
  })

  test('a level payment at its own rate: nominal is the contract rate to within what rounding to the fen moves', () => {
    const { payments } = loan.schedule({
      principal: '670000',
      annualRate: '0.049',
      drawdownDate: '2024-01-15',
      months: 360,
      repayment: 'level-payment',
    })
    const [cost] = ratesOf(loan.annualCostOfPeriods(['670000', ...payments.map(({ payment }) => `-${payment}`)], 12))
    expect(cost?.nominal).toMatch(/^0\.04900000|^0\.04899999/)
  })
})

describe('laws', () => {
  const amount = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((count) => decimalOf(count).times('0.01').toFixed(2))

  test('at each rate found the flows are worth nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), amount), { minLength: 2, maxLength: 12 }), (pairs) => {
        const flows = pairs.map(([days, value]) => ({ date: addDays('2020-01-01', days), amount: value }))
        for (const { effective } of ratesOf(loan.annualCost(flows, { dayCount: 'actual/365' }))) {
          if (Math.abs(Number(effective)) > 0.99) continue
          const size = flows.reduce((total, flow) => total + Math.abs(Number(flow.amount)), 0)
          expect(Math.abs(Number(loan.presentValueOn(effective, flows, 'actual/365')))).toBeLessThan(
            1e-9 * size * (1 + Number(effective)) ** -8.3,
          )
        }
      }),
    )
  })

  test('rates put in are rates found', () => {
    const growths = fc.uniqueArray(fc.integer({ min: -9, max: 30 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(growths, (tenths) => {
        // Π (1 + r − growth), with growth 1 ÷ v: coefficients by multiplication
        let coefficients = [decimalOf(1)]
        for (const tenth of tenths) {
          const growth = decimalOf(10 + tenth).times('0.1')
          const last = coefficients
          coefficients = Array.from({ length: last.length + 1 }, (_, index) =>
            (last[index] ?? ZERO).minus((last[index - 1] ?? ZERO).times(growth)),
          )
        }
        const cost = loan.annualCostOfPeriods(
          coefficients.map((each) => each.times(10_000).toFixed(2)),
          1,
        )
        expect(ratesOf(cost).map(({ effective }) => Number(effective).toFixed(9))).toEqual(
          [...tenths].sort((a, b) => a - b).map((tenth) => (tenth / 10).toFixed(9)),
        )
      }),
    )
  })

  test('more paid costs more', () => {
    const paid = fc.integer({ min: 1, max: 200_000 })
    fc.assert(
      fc.property(paid, paid, (one, more) => {
        const cost = (fen: number): number =>
          Number(ratesOf(loan.annualCostOfPeriods(['1000', '-10', decimalOf(-fen).times('0.01').toFixed(2)], 1))[0]?.effective)
        expect(cost(one) < cost(one + more)).toBe(true)
      }),
    )
  })
})
