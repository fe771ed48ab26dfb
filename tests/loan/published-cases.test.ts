import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DAY_COUNTS } from '../../src/dates/day-counts.js'
import * as loan from '../../src/loan/index.js'
import { Decimal, decimalOf } from '../../src/money/decimal.js'
import { fraction, fractionText, times } from '../../src/money/fraction.js'
import { round } from '../../src/money/rounding.js'

interface NumericCase {
  readonly id: string
  readonly kind: string
  // biome-ignore lint/suspicious/noExplicitAny: the inputs of forty kinds of published cases
  readonly inputs: any
  // biome-ignore lint/suspicious/noExplicitAny: and their expected values
  readonly expected: any
  readonly tolerance: number
}

const { cases } = JSON.parse(readFileSync(new URL('../data/numeric-cases.json', import.meta.url), 'utf8')) as { cases: NumericCase[] }
const of = (...kinds: readonly string[]): readonly NumericCase[] => cases.filter(({ kind }) => kinds.includes(kind))

/** Within the tolerance the published row states. */
function near(actual: string, { expected, tolerance }: NumericCase): void {
  expect(new Decimal(actual).minus(new Decimal(expected)).abs().toNumber()).toBeLessThanOrEqual(tolerance)
}

/** '0.08/12' as the published rows write it, as a quotient of whole numbers. */
function quotient(rate: string): string {
  const [top = '', bottom] = rate.split('/')
  return bottom === undefined ? top : fractionText(fraction(decimalOf(top), decimalOf(bottom)))
}

const annuity = ({ rate, nper, pv, fv = 0, type = 0 }: NumericCase['inputs']): loan.AnnuityTerms => ({
  ratePerPeriod: quotient(rate),
  periods: nper,
  principal: String(pv),
  // A spreadsheet counts money saved up as positive, owed as negative.
  residual: fv === 0 ? '0' : String(-fv),
  inAdvance: type === 1,
})

describe('annuities; a spreadsheet writes payments as negative', () => {
  test.each(of('pmt'))('$id', (each) => {
    near(`-${loan.levelPayment(annuity(each.inputs))}`, each)
  })
  test.each(of('ipmt'))('$id', (each) => {
    near(`-${loan.interestPart(annuity(each.inputs), each.inputs.per)}`, each)
  })
  test.each(of('ppmt'))('$id', (each) => {
    near(`-${loan.principalPart(annuity(each.inputs), each.inputs.per)}`, each)
  })
  test.each(of('cumipmt'))('$id', (each) => {
    near(`-${loan.cumulativeInterest(annuity(each.inputs), each.inputs.start, each.inputs.end)}`, each)
  })
  test.each(of('cumprinc'))('$id', (each) => {
    near(`-${loan.cumulativePrincipal(annuity(each.inputs), each.inputs.start, each.inputs.end)}`, each)
  })
  test.each(of('fv'))('$id', (each) => {
    const { rate, nper, pmt, type } = each.inputs
    near(loan.futureValue({ ratePerPeriod: rate, periods: nper, payment: String(-pmt), inAdvance: type === 1 }), each)
  })
  test.each(of('effect'))('$id', (each) => {
    near(loan.effectiveRate(each.inputs.nominal, each.inputs.npery), each)
  })
})

describe('present values', () => {
  test.each(of('npv'))('$id', (each) => {
    const { rate, values, firstAtTimeZero } = each.inputs
    near(loan.presentValue(rate, values.map(String), { firstAfter: firstAtTimeZero === true ? 0 : 1 }), each)
  })
  test.each(of('xnpv'))('$id', (each) => {
    const { rate, values, dates } = each.inputs
    near(loan.presentValueOn(rate, flows(values, dates), 'actual/365'), each)
  })
})

// The rate does not change when every flow is ten times as large: some published flows have three places.
const tenfold = (value: number): string => decimalOf(String(value)).times(10).toFixed()
const flows = (values: readonly number[], dates: readonly string[]): readonly loan.Flow[] =>
  values.map((value, index) => ({ date: dates[index] as string, amount: String(value) }))

describe('annual cost', () => {
  const costs = (cost: loan.AnnualCost): readonly string[] =>
    cost.solution === 'one' ? [cost.effective] : cost.solution === 'no-solution' ? [] : cost.rates.map(({ effective }) => effective)
  const holds = (cost: loan.AnnualCost, each: NumericCase): void => {
    const found = costs(cost)
    if (each.expected === null) expect(cost).toEqual({ solution: 'no-solution' })
    else expect(found.some((rate) => Math.abs(Number(rate) - each.expected) <= each.tolerance)).toBe(true)
  }

  test.each(of('irr'))('$id', (each) => {
    holds(loan.annualCostOfPeriods(each.inputs.values.map(tenfold), 1), each)
  })
  test.each(of('xirr'))('$id', (each) => {
    const dayCount = ({ 'ACT/365F': 'actual/365', 'ACT/360': 'actual/360', '30E/360': '30e/360' } as const)[
      each.inputs.dayCount as 'ACT/360'
    ]
    const list = each.inputs.values.map((value: number, index: number) => ({ date: each.inputs.dates[index], amount: tenfold(value) }))
    holds(loan.annualCost(list, { dayCount }), each)
  })
})

describe('schedules', () => {
  test.each(of('scheduleLevelPayment'))('$id', ({ inputs, expected }) => {
    const { principal, annualRate, months } = inputs
    const { level, payments, totals } = loan.schedule({
      principal,
      annualRate,
      drawdownDate: '2024-01-15',
      months,
      repayment: 'level-payment',
    })
    expect(level).toEqual({
      payment: expected.payment,
      totalPayment: expected.roundedPaymentTimesMonths,
      totalInterest: expected.thatMinusPrincipal,
    })
    expect([payments[0]?.interest, payments[0]?.principal]).toEqual([expected.firstInterest, expected.firstPrincipal])
    expect([payments.length, totals.interest, payments.at(-1)?.payment]).toEqual([360, '610112.51', '3555.18'])
  })

  test.each(of('scheduleDatedAnnuity'))('$id', ({ inputs, expected }) => {
    const { principal, annualRate, months, issueDate } = inputs
    const made = loan.schedule({
      principal,
      annualRate,
      drawdownDate: issueDate,
      months,
      repayment: 'level-payment',
      dayCount: 'actual/actual-isda',
    })
    expect([made.level?.payment, made.totals.interest]).toEqual([expected.payment, expected.totalInterest])
  })
})

describe('interest as Chinese banks charge it', () => {
  const once = ({ principal, annualRate, start, end, drawdown = start, maturity = end }: NumericCase['inputs']): loan.LoanInput => ({
    drawdowns: [{ date: drawdown, amount: principal }],
    maturityDate: maturity,
    annualRate,
  })

  // The published rows split at 31 December, ISDA at 1 January: the same to the fen.
  test.each(of('interestActAct'))('$id', ({ inputs, expected }) => {
    expect(loan.interest(once(inputs), { dayCount: 'actual/actual-isda' }).interest).toBe(expected)
  })

  test.each(of('cnInterest'))('$id', ({ inputs, expected }) => {
    const method = inputs.oddDays === undefined ? 'actual-days' : 'periods-and-odd-days'
    expect(loan.interestByMethod(once(inputs), { method, yearDays: 360 }).interest).toBe(expected)
  })

  test.each(of('cnProductSum'))('$id', ({ inputs, expected }) => {
    const { balances, annualRate } = inputs
    const input: loan.LoanInput = {
      drawdowns: [{ date: balances[0].from, amount: balances[0].balance }],
      repayments: [
        { date: balances[1].from, amount: '200000' },
        { date: balances[2].from, amount: '300000' },
      ],
      maturityDate: balances[2].to,
      annualRate,
    }
    const { interest, productSum, stretches } = loan.interestByMethod(input, { method: 'product-sum', yearDays: 360 })
    expect({ productSum, interest }).toEqual(expected)
    expect(stretches.map(({ from, until: to, balance, days }) => ({ from, to, balance: balance.slice(0, -3), days }))).toEqual(balances)
  })

  test.each(of('cnQuarterlySettlement'))('$id', ({ inputs, expected }) => {
    const settled = loan.interestBySettlement(once(inputs), {
      settlement: { every: 'quarter', day: inputs.settlementDay },
      dayCount: 'actual/360',
    })
    expect(settled.periods.map(({ from, until }) => [from, until])).toEqual(inputs.periodsHalfOpen)
    expect(settled.periods.map(({ days }) => days)).toEqual(inputs.days)
    expect({ interest: settled.periods.map(({ interest }) => interest), total: settled.total, unsplit: settled.unsplit }).toEqual(expected)
  })

  test.each(of('cnPenalty'))('$id', ({ inputs, expected }) => {
    const uplift = (inputs.upliftPercent / 100).toFixed(2)
    const kind = inputs.reason === undefined ? 'overdue' : 'misuse'
    const arrears = { from: '2024-06-01', until: '2024-07-01', principal: inputs.overduePrincipal, annualRate: inputs.contractRate }
    const result = loan.penalties([{ ...arrears, [`${kind}Uplift`]: uplift }], { dayCount: 'actual/360' })
    expect([result[kind], result.total]).toEqual([expected, expected])
  })

  test.each(of('cnCompoundOnUnpaidInterest'))('$id', ({ inputs, expected }) => {
    const unpaid = [{ from: '2024-01-01', until: '2024-03-31', unpaidInterest: inputs.unpaidInterest, annualRate: inputs.penaltyRate }]
    expect(loan.penalties([], { dayCount: 'actual/360', unpaid })).toEqual({
      overdue: '0.00',
      misuse: '0.00',
      compound: expected,
      total: expected,
    })
  })

  test.each(of('cnInterestSubsidy'))('$id', ({ inputs, expected }) => {
    const point = fraction(decimalOf(1), decimalOf(100))
    const paid = (until: string): string => {
      const stretches = loan.stretchesOf(
        loan.parseLoan({
          drawdowns: [{ date: inputs.drawdown, amount: inputs.principal }],
          maturityDate: '2026-10-01',
          annualRate: '0.03',
        }),
        { from: inputs.drawdown, until },
      )
      return round(
        loan.accrue(stretches, 'month/12', () => point),
        { to: 'fen', mode: 'half-up' },
      ).toFixed()
    }
    expect({ total: paid('2026-10-01'), perMonth: paid('2025-11-01'), firstFourMonths: paid('2026-02-01') }).toEqual(expected)
    const actual = times(
      times(fraction(decimalOf(inputs.principal)), point),
      DAY_COUNTS['actual/360'].yearFraction('2025-10-01', '2026-10-01'),
    )
    expect(fractionText(actual)).toBe('9125')
  })
})
