import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '../../src/dates/calendar-date.js'
import * as loan from '../../src/loan/index.js'
import { Decimal, decimalOf } from '../../src/money/decimal.js'

const base = { principal: '120000', annualRate: '0.06', drawdownDate: '2024-01-15', months: 12 } as const
const compact = ({ payments }: loan.Schedule): readonly string[] =>
  payments.map(
    ({ kind, date, principal, interest, balance }) => `${kind === 'prepayment' ? 'early ' : ''}${date} ${principal}+${interest} ${balance}`,
  )

describe('level payment', () => {
  test('each payment, worked out by hand', () => {
    // A = 10000 × 0.01 × 1.01^3 ÷ (1.01^3 − 1) = 3400.2211…; interest 100.00, 67.00, 33.67
    const made = loan.schedule({ ...base, principal: '10000', annualRate: '0.12', months: 3, repayment: 'level-payment' })
    expect(made.level).toEqual({ payment: '3400.22', totalPayment: '10200.66', totalInterest: '200.66' })
    expect(compact(made)).toEqual([
      '2024-02-15 3300.22+100.00 6699.78',
      '2024-03-15 3333.22+67.00 3366.56',
      '2024-04-15 3366.56+33.67 0.00',
    ])
    expect(made.totals).toEqual({ payment: '10200.67', principal: '10000.00', interest: '200.67' })
  })

  test('without interest: equal parts, the last clears', () => {
    const made = loan.schedule({ ...base, principal: '100', annualRate: '0', months: 3, repayment: 'level-payment' })
    expect(compact(made)).toEqual(['2024-02-15 33.33+0.00 66.67', '2024-03-15 33.33+0.00 33.34', '2024-04-15 33.34+0.00 0.00'])
  })

  test('a month without the day of the drawdown: its last day, and no drift', () => {
    const made = loan.schedule({ ...base, drawdownDate: '2024-01-31', months: 4, repayment: 'level-payment' })
    expect(made.payments.map(({ date }) => date)).toEqual(['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31'])
  })

  test('an odd first period changes its interest only', () => {
    const terms = { ...base, repayment: 'level-payment' } as const
    const regular = loan.schedule(terms).payments
    const odd = loan.schedule({ ...terms, firstDueDate: '2024-02-20', oddDayCount: 'actual/360' }).payments
    // 15 January to 20 February: 36 days; 120000 × 0.06 × 36 ÷ 360
    expect([odd[0]?.date, odd[0]?.interest]).toEqual(['2024-02-20', '720.00'])
    expect(odd.map(({ principal }) => principal)).toEqual(regular.map(({ principal }) => principal))
    expect(odd.at(-1)?.date).toBe('2025-01-20')
  })

  test('a first due day that is the corresponding day is no odd period', () => {
    const terms = { ...base, repayment: 'level-payment' } as const
    expect(loan.schedule({ ...terms, firstDueDate: '2024-02-15' })).toEqual(loan.schedule(terms))
  })

  test('accrued by days', () => {
    const made = loan.schedule({ ...base, months: 3, repayment: 'level-payment', dayCount: 'actual/360' })
    // 31, 29 and 31 days
    expect(made.level?.payment).toBe('40400.67')
    expect(compact(made)).toEqual([
      '2024-02-15 39780.67+620.00 80219.33',
      '2024-03-15 40012.94+387.73 40206.39',
      '2024-04-15 40206.39+207.73 0.00',
    ])
  })

  test('a payment never falls below the interest of its period', () => {
    // At 36% over 100 years the payment is all interest, and a month of 31 days has more.
    const made = loan.schedule({ ...base, annualRate: '0.36', months: 1200, repayment: 'level-payment', dayCount: 'actual/360' })
    expect(made.payments[0]).toMatchObject({ principal: '0.00', interest: '3720.00', balance: '120000.00' })
    expect(made.payments.at(-1)?.balance).toBe('0.00')
  })

  test('a principal too small to be divided', () => {
    const made = loan.schedule({ ...base, principal: '0.01', repayment: 'level-payment' })
    expect([made.payments.length, made.payments.at(-1)?.principal]).toEqual([12, '0.01'])
  })

  test('every three months', () => {
    const made = loan.schedule({ ...base, principal: '10000', annualRate: '0.04', months: 6, every: 3, repayment: 'level-payment' })
    expect(compact(made)).toEqual(['2024-04-15 4975.12+100.00 5024.88', '2024-07-15 5024.88+50.25 0.00'])
  })
})

describe('level principal', () => {
  test('each payment falls by P·i ÷ n', () => {
    const made = loan.schedule({ ...base, repayment: 'level-principal' })
    expect(made.level).toBeUndefined()
    expect(made.payments.map(({ payment }) => payment)).toEqual(
      Array.from({ length: 12 }, (_, index) => decimalOf(10600 - 50 * index).toFixed(2)),
    )
    expect(made.totals.interest).toBe('3900.00')
  })

  test('the last part clears', () => {
    const made = loan.schedule({ ...base, principal: '100', months: 3, annualRate: '0', repayment: 'level-principal' })
    expect(made.payments.map(({ principal }) => principal)).toEqual(['33.33', '33.33', '33.34'])
  })

  test('a change of rate leaves the principal alone', () => {
    const rates = [
      { from: '2024-01-15', annualRate: '0.06' },
      { from: '2024-07-15', annualRate: '0.03' },
    ]
    const { annualRate, ...terms } = base
    const made = loan.schedule({ ...terms, principal: '100000.01', rates, repayment: 'level-principal' })
    expect(annualRate).toBe('0.06')
    expect(new Set(made.payments.slice(0, -1).map(({ principal }) => principal))).toEqual(new Set(['8333.33']))
    expect([made.payments[5]?.interest, made.payments[6]?.interest]).toEqual(['291.67', '125.00'])
  })
})

describe('interest only and bullet', () => {
  test('settled on the 20th of the quarter, principal at maturity', () => {
    const made = loan.schedule({
      principal: '1000000',
      annualRate: '0.0345',
      drawdownDate: '2024-02-05',
      months: 12,
      repayment: 'interest-only',
      every: 3,
      firstDueDate: '2024-03-21',
      dayCount: 'actual/360',
    })
    expect(compact(made)).toEqual([
      '2024-03-21 0.00+4312.50 1000000.00',
      '2024-06-21 0.00+8816.67 1000000.00',
      '2024-09-21 0.00+8816.67 1000000.00',
      '2024-12-21 0.00+8720.83 1000000.00',
      '2025-02-05 1000000.00+4408.33 0.00',
    ])
  })

  test('a maturity on a due day has one payment', () => {
    const made = loan.schedule({ ...base, months: 6, every: 3, repayment: 'interest-only', dayCount: 'month/12' })
    expect(compact(made)).toEqual(['2024-04-15 0.00+1800.00 120000.00', '2024-07-15 120000.00+1800.00 0.00'])
  })

  test('bullet', () => {
    // 366 days: 120000 × 0.06 × 366 ÷ 360
    expect(compact(loan.schedule({ ...base, repayment: 'bullet', dayCount: 'actual/360' }))).toEqual(['2025-01-15 120000.00+7320.00 0.00'])
    expect(compact(loan.schedule({ ...base, repayment: 'bullet', dayCount: 'actual/365' }))).toEqual(['2025-01-15 120000.00+7219.73 0.00'])
  })

  test('bullet, part of it prepaid with its interest', () => {
    const prepayments = [{ date: '2024-07-15', amount: '20000', keep: 'term' }] as const
    // 182 days on 20000, 366 days on 100000
    expect(compact(loan.schedule({ ...base, repayment: 'bullet', dayCount: 'actual/360', prepayments }))).toEqual([
      'early 2024-07-15 20000.00+606.67 100000.00',
      '2025-01-15 100000.00+6100.00 0.00',
    ])
  })
})

describe('prepayment', () => {
  const terms = { ...base, repayment: 'level-payment', oddDayCount: 'actual/360' } as const
  const early = (date: string, amount: string, keep: 'term' | 'payment') => ({ ...terms, prepayments: [{ date, amount, keep }] })

  test('keeping the term: the payment falls', () => {
    const made = loan.schedule(early('2024-04-15', '40000', 'term'))
    const plain = loan.schedule(terms)
    expect(made.payments.slice(0, 3)).toEqual(plain.payments.slice(0, 3))
    expect(made.payments[3]).toMatchObject({ kind: 'prepayment', principal: '40000.00', interest: '0.00', balance: '50669.93' })
    // 50669.93 over nine payments at 0.5%
    expect(made.payments[4]?.payment).toBe('5771.68')
    expect([made.payments.length, made.payments.at(-1)?.date]).toEqual([13, '2025-01-15'])
  })

  test('keeping the payment: the term shortens', () => {
    const made = loan.schedule(early('2024-04-15', '40000', 'payment'))
    expect(made.payments[4]?.payment).toBe(made.level?.payment)
    expect(made.payments.at(-1)).toMatchObject({ date: '2024-09-15', balance: '0.00' })
    expect(Number(made.payments.at(-1)?.payment)).toBeLessThan(Number(made.level?.payment))
  })

  test('between two due days: the interest of the prepaid principal to its day', () => {
    const made = loan.schedule(early('2024-03-01', '60000', 'term'))
    // from 15 February, 15 days: 60000 × 0.06 × 15 ÷ 360
    expect(made.payments[1]).toMatchObject({ kind: 'prepayment', from: '2024-02-15', date: '2024-03-01', interest: '150.00' })
    // what is left bears the whole month
    expect(made.payments[2]).toMatchObject({ date: '2024-03-15', interest: '251.36' })
  })

  test('level principal keeps its part, or spreads what is left', () => {
    const prepaid = (keep: 'term' | 'payment') =>
      loan.schedule({ ...terms, repayment: 'level-principal', prepayments: [{ date: '2024-02-15', amount: '55000', keep }] }).payments
    expect(prepaid('payment').map(({ principal }) => principal)).toEqual(['10000.00', '55000.00', ...Array(5).fill('10000.00'), '5000.00'])
    expect(prepaid('term').map(({ principal }) => principal)).toEqual(['10000.00', '55000.00', ...Array(11).fill('5000.00')])
  })

  test('everything: interest ends that day', () => {
    const made = loan.schedule(early('2024-03-01', '110272.03', 'term'))
    expect(made.payments.map(({ date, balance }) => `${date} ${balance}`)).toEqual(['2024-02-15 110272.03', '2024-03-01 0.00'])
  })

  test('more than is owed', () => {
    expect(() => loan.schedule(early('2024-03-01', '110272.04', 'term'))).toThrow(
      /prepayments\[0\].amount: expected at most the balance of 2024-03-01, 110272.03/,
    )
  })

  test('two on one day, in the order given', () => {
    const prepayments = [
      { date: '2024-03-01', amount: '10000', keep: 'payment' },
      { date: '2024-03-01', amount: '20000', keep: 'payment' },
    ] as const
    expect(
      loan
        .schedule({ ...terms, prepayments })
        .payments.slice(1, 3)
        .map(({ principal }) => principal),
    ).toEqual(['10000.00', '20000.00'])
  })
})

describe('repricing', () => {
  test('on a due day: a new level payment over the payments left', () => {
    const { annualRate: _, ...terms } = base
    const rates = [
      { from: '2024-01-15', annualRate: '0.06' },
      { from: '2024-07-15', annualRate: '0.03' },
    ]
    const made = loan.schedule({ ...terms, rates, repayment: 'level-payment' })
    const rest = loan.schedule({
      principal: made.payments[5]?.balance as string,
      annualRate: '0.03',
      drawdownDate: '2024-07-15',
      months: 6,
      repayment: 'level-payment',
    })
    expect(made.payments.slice(6)).toEqual(rest.payments)
  })

  test('inside a period: interest by the share of days, principal as without the change', () => {
    const { annualRate: _, ...terms } = base
    const plain = loan.schedule({ ...base, repayment: 'level-payment' }).payments
    const rates = [
      { from: '2024-01-15', annualRate: '0.06' },
      { from: '2024-06-30', annualRate: '0.03' },
    ]
    const made = loan.schedule({ ...terms, rates, repayment: 'level-payment' }).payments
    // 15 June to 15 July: 15 days at 0.06, 15 at 0.03
    expect(made[5]?.principal).toBe(plain[5]?.principal)
    expect(made[5]?.interest).toBe(new Decimal(plain[4]?.balance as string).times('0.045').dividedBy(12).toFixed(2))
  })

  test('a repricing that changes nothing changes nothing', () => {
    const { annualRate: _, ...terms } = base
    const pricing = { reference: 'lpr-1y', spread: '0.01', repricing: 'first-of-month', firstRate: '0.04' } as const
    const made = loan.schedule({ ...terms, drawdownDate: '2025-06-15', pricing, repayment: 'level-payment' })
    expect(made).toEqual(loan.schedule({ ...terms, annualRate: '0.04', drawdownDate: '2025-06-15', repayment: 'level-payment' }))
  })

  test('a home loan priced on the LPR stops where the LPR is not known', () => {
    const pricing = { reference: 'lpr-5y-plus', spread: '-0.002', repricing: '1-january' } as const
    const { annualRate: _, ...terms } = base
    const made = loan.schedule({ ...terms, drawdownDate: '2024-01-15', months: 360, pricing, repayment: 'level-payment' })
    expect(made.complete).toBe(false)
    expect(made.unknown).toMatchObject({ reason: 'after-last-known', date: '2027-01-01', lastKnownDay: '2026-09-19' })
    expect(made.payments.at(-1)?.date).toBe('2026-12-15')
    expect(() => loan.flowsOf(made)).toThrow(RangeError)
  })

  test('a first LPR that is not known leaves nothing to pay', () => {
    const pricing = { reference: 'lpr-1y', spread: '0', repricing: 'never', knownOn: '2023-12-01' } as const
    const { annualRate: _, ...terms } = base
    expect(loan.schedule({ ...terms, pricing, repayment: 'level-payment' })).toMatchObject({ complete: false, payments: [] })
  })
})

describe('bad terms name every fault', () => {
  const faults = (terms: object): readonly string[] => {
    try {
      loan.schedule(terms as loan.ScheduleTerms)
    } catch (error) {
      return (error as loan.LoanError).issues.map(({ code, path }) => `${path} ${code}`)
    }
    return []
  }
  const good = { ...base, repayment: 'level-payment' }
  test.each([
    [{}, ['principal missing', 'drawdownDate missing', 'months missing', 'repayment missing']],
    [{ ...good, principal: 120000 }, ['principal amount']],
    [{ ...good, principal: 10n }, ['principal amount']],
    [{ ...good, principal: { yuan: '1' } }, ['principal amount']],
    [{ ...good, principal: '9'.repeat(100_000) }, ['principal amount']],
    [{ ...good, principal: '1e5' }, ['principal amount']],
    [{ ...good, principal: '120,000' }, ['principal amount']],
    [{ ...good, principal: '１２' }, ['principal amount']],
    [{ ...good, principal: '0' }, ['principal amount']],
    [{ ...good, principal: '-1' }, ['principal amount']],
    [{ ...good, principal: '1.005' }, ['principal amount']],
    [{ ...good, principal: '1000000000000000' }, ['principal amount']],
    [{ ...good, annualRate: '6' }, ['annualRate rate']],
    [{ ...good, annualRate: '1.01' }, ['annualRate rate']],
    [{ ...good, annualRate: '-1' }, ['annualRate rate']],
    [{ ...good, annualRate: 'NaN', months: 0 }, ['months count', 'annualRate rate']],
    [{ ...good, months: 1201 }, ['months count']],
    [{ ...good, drawdownDate: '2024-02-30' }, ['drawdownDate date']],
    [{ ...good, drawdownDate: '2024-01-15T00:00' }, ['drawdownDate date']],
    [{ ...good, repayment: 'annuity' }, ['repayment choice']],
    [{ ...good, intrest: '0.1' }, ['intrest unknown-key']],
    [
      JSON.parse('{"principal":"1","__proto__":{}}'),
      ['__proto__ unknown-key', 'drawdownDate missing', 'months missing', 'repayment missing'],
    ],
    [{ ...good, rates: [{ from: '2024-01-15', annualRate: '0.05' }] }, ['annualRate one-rate']],
    [{ ...good, annualRate: undefined, rates: [] }, ['rates list']],
    [{ ...good, annualRate: undefined, rates: [{ from: '2024-01-16', annualRate: '0.05' }] }, ['rates[0].from order']],
    [
      {
        ...good,
        annualRate: undefined,
        pricing: { reference: 'lpr', spread: '0', repricing: 'never', more: [{ from: 'x', rates: { 'lpr-1y': '3' } }, null] },
      },
      [
        'pricing.reference choice',
        'pricing.more[0].from date',
        'pricing.more[0].rates.lpr-1y rate',
        'pricing.more[0].source missing',
        'pricing.more[1] record',
      ],
    ],
    [{ ...good, every: 2 }, ['every choice']],
    [{ ...good, every: 12, months: 13 }, ['months months']],
    [{ ...good, firstDueDate: '2024-01-15' }, ['firstDueDate order']],
    [{ ...good, firstDueDate: '2024-02-20' }, ['oddDayCount missing']],
    [{ ...good, repayment: 'bullet' }, ['dayCount missing']],
    [{ ...good, repayment: 'interest-only', dayCount: 'actual' }, ['dayCount day-count']],
    [{ ...good, prepayments: [{ date: '2024-03-01', amount: '1', keep: 'term' }] }, ['oddDayCount missing']],
    [{ ...good, dayCount: 'actual/360', prepayments: [{ date: '2025-01-15', amount: '1', keep: 'term' }] }, ['prepayments[0].date order']],
    [{ ...good, dayCount: 'actual/360', prepayments: [{ date: '2024-01-15', amount: '1', keep: 'term' }] }, ['prepayments[0].date order']],
    [{ ...good, drawdownDate: '2998-06-01' }, ['drawdownDate date']],
  ])('%#', (terms, expected) => {
    expect(faults(terms)).toEqual(expected)
  })

  test('a message says what was expected and received, in both languages', () => {
    try {
      loan.schedule({ ...base, principal: 3000000 as unknown as string, repayment: 'level-payment' })
      expect.unreachable()
    } catch (error) {
      expect((error as loan.LoanError).code).toBe('loan-invalid')
      expect((error as loan.LoanError).issues).toEqual([
        {
          code: 'amount',
          path: 'principal',
          given: '3000000',
          message: {
            zh: '应为大于零的金额，以元为单位的小数文本，如"3000000.00"，收到数值3000000',
            en: 'expected an amount above zero in yuan as a decimal text such as "3000000.00", received the number 3000000',
          },
        },
      ])
    }
  })
})

describe('laws', () => {
  const fen = fc.integer({ min: 1, max: 5_000_000_000 }).map((count) => decimalOf(count).times('0.01').toFixed(2))
  const rate = fc.integer({ min: 0, max: 3600 }).map((points) => decimalOf(points).times('0.0001').toFixed())
  const date = fc.integer({ min: 0, max: 3000 }).map((days) => addMonths('2015-01-31', days % 120))
  const terms: fc.Arbitrary<loan.ScheduleTerms> = fc
    .record({
      principal: fen,
      annualRate: rate,
      drawdownDate: date,
      periods: fc.integer({ min: 1, max: 40 }),
      every: fc.constantFrom<1 | 3 | 6 | 12>(1, 3, 6, 12),
      repayment: fc.constantFrom<loan.Repayment>('level-payment', 'level-principal', 'interest-only', 'bullet'),
      dayCount: fc.constantFrom<loan.DayCountName>('actual/360', 'actual/365', '30e/360', 'actual/actual-isda'),
      byDays: fc.boolean(),
      prepaid: fc.array(
        fc.record({
          month: fc.integer({ min: 1, max: 39 }),
          share: fc.integer({ min: 1, max: 30 }),
          keep: fc.constantFrom<'term' | 'payment'>('term', 'payment'),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ periods, byDays, dayCount, prepaid, ...rest }) => ({
      ...rest,
      months: periods * rest.every,
      ...(byDays || rest.repayment === 'interest-only' || rest.repayment === 'bullet' ? { dayCount } : { oddDayCount: dayCount }),
      prepayments: prepaid
        .filter(({ month }) => month < periods)
        .map(({ month, share, keep }) => ({
          date: addMonths(rest.drawdownDate, month),
          amount: decimalOf(rest.principal).times(share).times('0.0001').toFixed(2),
          keep,
        }))
        .filter(({ amount }) => amount !== '0.00'),
    }))

  const numbers = (made: loan.Schedule) =>
    made.payments.map(
      ({ payment, principal, interest, balance }) =>
        [payment, principal, interest, balance].map(decimalOf) as [Decimal, Decimal, Decimal, Decimal],
    )

  /** The schedule, or nothing where earlier payments left less than a prepayment asks for. */
  const scheduleOf = (given: loan.ScheduleTerms): loan.Schedule | undefined => {
    try {
      return loan.schedule(given)
    } catch (error) {
      expect((error as loan.LoanError).issues.map(({ code }) => code)).toEqual(['above-balance'])
      return undefined
    }
  }

  test('every schedule clears to zero, its principal is the loan, each payment is principal and interest', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const before = JSON.stringify(given)
        const made = scheduleOf(given)
        if (made === undefined) return
        expect(JSON.stringify(given)).toBe(before)
        let owed = decimalOf(given.principal)
        let repaid = decimalOf(0)
        for (const [payment, principal, interest, balance] of numbers(made)) {
          expect(principal.isNegative() || interest.isNegative()).toBe(false)
          expect(payment.toFixed()).toBe(principal.plus(interest).toFixed())
          owed = owed.minus(principal)
          repaid = repaid.plus(principal)
          expect(balance.toFixed()).toBe(owed.toFixed())
        }
        expect([owed.toFixed(), repaid.toFixed(2), made.totals.principal]).toEqual(['0', made.principal, made.principal])
      }),
      { numRuns: 300 },
    )
  })

  test('the sums are those of the payments listed', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const made = scheduleOf(given)
        if (made === undefined) return
        const total = (column: 0 | 1 | 2): string =>
          numbers(made)
            .reduce((sofar, row) => sofar.plus(row[column]), decimalOf(0))
            .toFixed(2)
        expect(made.totals).toEqual({ payment: total(0), principal: total(1), interest: total(2) })
      }),
    )
  })

  test('level payments are equal but for the last', () => {
    fc.assert(
      fc.property(fen, rate, fc.integer({ min: 2, max: 360 }), (principal, annualRate, months) => {
        const made = loan.schedule({ principal, annualRate, drawdownDate: '2024-01-31', months, repayment: 'level-payment' })
        const regular = made.payments.slice(0, -1)
        // A tiny loan can be repaid by rounded payments before its last month.
        if (regular.length === months - 1) expect(regular.every(({ payment }) => payment === made.level?.payment)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('a rate that changes to itself changes nothing', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 900 }), ({ annualRate = '0', ...given }, days) => {
        const made = scheduleOf({ ...given, annualRate })
        const middle = addMonths(given.drawdownDate, days % 40).slice(0, 8)
        const from = `${middle}09`
        if (made === undefined || from <= given.drawdownDate) return
        expect(
          scheduleOf({
            ...given,
            rates: [
              { from: given.drawdownDate, annualRate },
              { from, annualRate },
            ],
          }),
        ).toEqual(made)
      }),
    )
  })

  test('prepaying everything ends interest', () => {
    fc.assert(
      fc.property(fen, rate, fc.integer({ min: 1, max: 29 }), (principal, annualRate, day) => {
        const prepaidOn = `2024-02-${String(day).padStart(2, '0')}`
        const made = loan.schedule({
          principal,
          annualRate,
          drawdownDate: '2024-01-31',
          months: 24,
          repayment: 'bullet',
          dayCount: 'actual/360',
          prepayments: [{ date: prepaidOn, amount: principal, keep: 'term' }],
        })
        const interest = decimalOf(principal).times(annualRate).times(day)
        expect(made.payments.length).toBe(1)
        expect(made.payments[0]).toMatchObject({ date: prepaidOn, balance: '0.00', interest: halfUp(interest, 360) })
      }),
    )
  })

  /** amount ÷ divisor in fen, half up, by whole numbers. */
  function halfUp(amount: Decimal, divisor: number): string {
    const scaled = BigInt(amount.times('1e8').toFixed()) * 2n
    const unit = BigInt(divisor) * 1_000_000n
    const fenCount = (scaled + unit) / (unit * 2n)
    return decimalOf(String(fenCount)).times('0.01').toFixed(2)
  }
})

describe('a second opinion', () => {
  /** Level payment and level principal in whole fen by big integers only. */
  function oracle(principalFen: bigint, points: bigint, months: number, repayment: 'level-payment' | 'level-principal'): readonly string[] {
    const half = (top: bigint, bottom: bigint): bigint => (2n * top + bottom) / (2n * bottom)
    // i = points ÷ 120000
    const year = 120_000n
    const grown = (year + points) ** BigInt(months)
    const plain = year ** BigInt(months)
    const level = points === 0n ? half(principalFen, BigInt(months)) : half(principalFen * points * grown, year * (grown - plain))
    const part = half(principalFen, BigInt(months))
    const rows: string[] = []
    let owed = principalFen
    for (let month = 1; month <= months && owed > 0n; month += 1) {
      const interest = half(owed * points, year)
      const due = repayment === 'level-payment' ? level - interest : part
      const principal = month === months || due > owed ? owed : due < 0n ? 0n : due
      owed -= principal
      rows.push(`${principal} ${interest} ${owed}`)
    }
    return rows
  }

  test('agrees to the fen', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10_000_000_000n }),
        fc.bigInt({ min: 0n, max: 3600n }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom<'level-payment' | 'level-principal'>('level-payment', 'level-principal'),
        (principalFen, points, months, repayment) => {
          const text = (value: bigint, places: number): string => {
            const digits = String(value).padStart(places + 1, '0')
            return `${digits.slice(0, -places)}.${digits.slice(-places)}`
          }
          const made = loan.schedule({
            principal: text(principalFen, 2),
            annualRate: text(points, 4),
            drawdownDate: '2024-01-01',
            months,
            repayment,
          })
          const whole = (amount: string): string => amount.replace('.', '').replace(/^0+(?=\d)/, '')
          expect(made.payments.map(({ principal, interest, balance }) => [principal, interest, balance].map(whole).join(' '))).toEqual(
            oracle(principalFen, points, months, repayment),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})
