import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { assess, parseFacts, safeParseFacts } from '../../src/interest-subsidy/index.js'
import { decimalOf } from '../../src/money/decimal.js'
import { fraction, fractionText } from '../../src/money/fraction.js'
import { printedAmount, printedRate, readAmount, readRate } from '../../src/money/printed.js'
import type { Limit, Policy } from '../../src/policy/policy.js'
import type { Quantity } from '../../src/policy/quantity.js'
import { add, divide, type Exact, exact, exactOf, multiply, NOTHING, order, roundedUnits } from '../oracle/exact.js'
import { type Application, dateAt, dayAt, expectedAnswer, type Terms } from '../oracle/interest-subsidy.oracle.js'
import { fenAsYuan, policyOf, randomApplication, randomFrom, randomTerms, statedFacts } from '../oracle/random-cases.js'

const readExact = (text: string): Exact => {
  const [over = '', under = '1'] = text.split('/')
  return divide(exactOf(over), exactOf(under))
}
const sumOf = (texts: readonly string[]): Exact => texts.map(readExact).reduce(add, NOTHING)
const same = (a: Exact, b: Exact): void => expect(a).toEqual(b)

const seed = fc.integer({ min: 1, max: 2 ** 30 })
const terms = seed.map((from) => randomTerms(randomFrom(from)))
const application = seed.map((from) => randomApplication(randomFrom(from)))

const place = { place: 'test' } as const
interface Written {
  readonly formula?: Quantity
  readonly proration?: 'actual/365' | 'actual/360' | 'month/12'
  readonly window?: { readonly from: string; readonly until: string }
  readonly limits?: readonly Limit[]
  readonly rounding?: { readonly to: 'fen' | 'yuan' | 'wan'; readonly mode: 'half-up' | 'down' | 'up' }
}
/** A document with one formula: so many points unless another is written. */
const written = ({ formula = { interestAt: '2%' }, proration = 'actual/365', window, limits = [], rounding }: Written): Policy => ({
  id: 'written',
  title: 'written',
  evidence: 'official',
  effective: {},
  parts: [
    {
      instrument: 'interest-subsidy',
      terms: {
        formula: { ...place, value: formula },
        proration: { ...place, value: proration },
        ...(window && { windows: [{ ...place, value: window }] }),
      },
      limits,
      rounding: { ...place, value: rounding ?? { to: 'fen', mode: 'half-up' } },
    },
  ],
})

const beforeLimits = (policy: Policy, facts: object): Exact => {
  const answer = assess(policy, parseFacts(policy, facts))
  expect(answer.outcome).toBe('granted')
  return readExact(answer.worksheet['beforeLimits']?.value ?? '')
}
const answered = (policy: Policy, facts: object) => assess(policy, parseFacts(policy, facts))

describe('splitting a period changes nothing', () => {
  const days = fc.record({
    from: fc.integer({ min: 0, max: 900 }),
    first: fc.integer({ min: 1, max: 700 }),
    second: fc.integer({ min: 1, max: 700 }),
  })
  const anchor = dayAt('2020-06-01')

  test.each(['actual/365', 'actual/360'] as const)('two windows that meet, %s', (proration) => {
    fc.assert(
      fc.property(
        application,
        days,
        fc.constantFrom<Quantity>({ interestAt: '1.5%' }, { interestAt: { fact: 'loan.annualRate' } }),
        (given, { from, first, second }, formula) => {
          const facts = statedFacts(given)
          const [a, b, c] = [0, first, first + second].map((shift) => dateAt(anchor + from + shift)) as [string, string, string]
          const within = (start: string, until: string): Exact =>
            beforeLimits(written({ formula, proration, window: { from: start, until } }), facts)
          same(add(within(a, b), within(b, c)), within(a, c))
        },
      ),
    )
  })

  test('two windows that meet on a monthly day, month/12', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (day, first, second) => {
          const monthly = (months: number): string =>
            `${2020 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const facts = {
            loans: [{ principal: '1234567.89', drawdownDate: '2019-12-01', maturityDate: '2025-01-01', annualRate: '0.0435' }],
          }
          const within = (from: string, until: string): Exact =>
            beforeLimits(written({ proration: 'month/12', window: { from, until } }), facts)
          same(
            add(within(monthly(0), monthly(first)), within(monthly(first), monthly(first + second))),
            within(monthly(0), monthly(first + second)),
          )
        },
      ),
    )
  })

  test('one loan drawn in two parts on one day is one loan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.constantFrom('actual/365', 'actual/360', 'month/12'),
        (fen, length, proration) => {
          const part = Math.floor(fen / 2)
          const common = { maturityDate: dateAt(anchor + length), annualRate: '0.0435' }
          const date = dateAt(anchor)
          const policy = written({ proration })
          const whole = beforeLimits(policy, { loans: [{ ...common, drawdownDate: date, principal: fenAsYuan(fen) }] })
          same(
            beforeLimits(policy, {
              loans: [
                {
                  ...common,
                  drawdowns: [
                    { date, amount: fenAsYuan(part) },
                    { date, amount: fenAsYuan(fen - part) },
                  ],
                },
              ],
            }),
            whole,
          )
          const loan = (of: number) => ({ ...common, drawdownDate: date, principal: fenAsYuan(of) })
          same(beforeLimits(policy, { loans: [loan(part), loan(fen - part)] }), whole)
        },
      ),
    )
  })
})

test('a fact the document does not look at changes nothing', () => {
  const others = {
    applicant: { name: '某公司', creditCode: '91420100MA0000000X' },
    application: { date: '2024-02-29', choice: 'other' },
    award: { year: 2023 },
    vouchers: [{ id: 'v', faceValue: '1000' }],
    events: { bankReceivesFunds: '2023-05' },
  }
  fc.assert(
    fc.property(terms, application, (given, of) => {
      const policy = policyOf(given)
      const facts = statedFacts(of) as { readonly borrower: object; readonly loans: readonly object[] }
      const more = {
        ...facts,
        ...others,
        borrower: { ...facts.borrower, revenue: '1.00', revenueGrowth: '-0.5', firstTimeBorrower: true },
        loans: facts.loans.map((loan) => ({ ...loan, premiumPaid: '12.34', classes: ['ip-pledge'], settled: false, project: 'p' })),
      }
      expect(answered(policy, more)).toEqual(answered(policy, facts))
    }),
  )
})

describe('the amount never exceeds a limit', () => {
  const unitsOf = ({ rounding }: Terms, value: Exact): Exact =>
    multiply(exact(roundedUnits(value, rounding.unit.value, rounding.mode)), rounding.unit.value)

  test('no limit raises the amount, and each holds', () => {
    fc.assert(
      fc.property(terms, application, (given, of) => {
        const answer = answered(policyOf(given), statedFacts(of))
        for (const { before, limit, after, binding } of [...answer.limits, ...answer.items.flatMap(({ limits }) => limits)]) {
          expect(order(readExact(after), readExact(before))).toBe(binding ? -1 : 0)
          const each = given.limits.some((entry) => 'each' in entry)
          if (limit !== undefined && !each) expect(order(readExact(after), readExact(limit))).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  test('of the applicant: at most the limit, as the document rounds', () => {
    fc.assert(
      fc.property(terms, application, (given, of) => {
        const answer = answered(policyOf({ ...given, rounding: { ...given.rounding, each: 'total' } }), statedFacts(of))
        for (const { per, limit } of answer.limits) {
          if (per !== 'applicant' || limit === undefined || given.limits.some((entry) => 'each' in entry)) continue
          expect(order(readExact(answer.amount ?? '0'), unitsOf(given, readExact(limit)))).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  test('at most the interest paid, where the document says so', () => {
    const paid: Limit = { ...place, per: 'loan', cap: { fact: 'loan.interestPaid' } }
    fc.assert(
      fc.property(application, fc.integer({ min: 1, max: 9999 }), (of, points) => {
        const answer = answered(written({ formula: { interestAt: `${points}BP` }, limits: [paid] }), statedFacts(of))
        const interest = exact(BigInt(of.loans.reduce((sum, { interestPaidFen }) => sum + interestPaidFen, 0)), 100n)
        expect(order(readExact(answer.amount ?? ''), interest)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('within one tier the amount grows with', () => {
  const formulas: readonly Quantity[] = [
    { interestAt: '1%' },
    { share: '50%', of: { interestAt: { fact: 'loan.annualRate' } } },
    { interestAt: { lowerOf: [{ fact: 'loan.annualRate' }, '3.85%'] } },
    { interestAt: { lowerOf: [{ excessOf: [{ fact: 'loan.annualRate' }, '3%'] }, '1个百分点'] } },
    { share: '1/3', of: { lowerOf: [{ interestAt: { fact: 'loan.annualRate' } }, '8万元'] } },
  ]
  const policies = fc
    .record({
      formula: fc.constantFrom(...formulas),
      proration: fc.constantFrom('actual/365' as const, 'actual/360' as const, 'month/12' as const),
      to: fc.constantFrom('fen' as const, 'yuan' as const, 'wan' as const),
      mode: fc.constantFrom('half-up' as const, 'down' as const, 'up' as const),
    })
    .map(({ formula, proration, to, mode }) =>
      written({ formula, proration, rounding: { to, mode }, limits: [{ ...place, per: 'applicant', cap: '50万元' }] }),
    )
  const loan = fc.record({
    fen: fc.integer({ min: 0, max: 10 ** 10 }),
    days: fc.integer({ min: 1, max: 1400 }),
    points: fc.integer({ min: 0, max: 900 }),
  })
  const amountOf = (
    policy: Policy,
    { fen, days, points }: { readonly fen: number; readonly days: number; readonly points: number },
  ): Exact => {
    const drawn = dayAt('2020-01-31')
    const stated = {
      principal: fenAsYuan(fen),
      drawdownDate: dateAt(drawn),
      maturityDate: dateAt(drawn + days),
      annualRate: `0.${String(points).padStart(4, '0')}`,
    }
    return readExact(answered(policy, { loans: [stated] }).amount ?? '')
  }
  test.each([
    ['principal', 'fen', 10 ** 9],
    ['days', 'days', 400],
    ['rate', 'points', 300],
  ] as const)('%s', (_, key, most) => {
    fc.assert(
      fc.property(policies, loan, fc.integer({ min: 1, max: most }), (policy, given, more) => {
        expect(order(amountOf(policy, given), amountOf(policy, { ...given, [key]: given[key] + more }))).toBeLessThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  })
})

test('the order of loans does not matter where the document gives none', () => {
  const unordered = terms.map((given): Terms => {
    const { principalShared, select, ...rest } = given
    return {
      ...rest,
      ...(principalShared && principalShared.order !== 'as-listed' && { principalShared }),
      ...(select && select.order !== 'as-listed' && { select }),
    }
  })
  fc.assert(
    fc.property(unordered, application, (given, of) => {
      const policy = policyOf(given)
      const { items, ...answer } = answered(policy, statedFacts(of))
      const turned = answered(
        policy,
        statedFacts({ ...of, loans: of.loans.map((_, index) => of.loans.at(-1 - index) as (typeof of.loans)[number]) }),
      )
      expect(turned.amount).toBe(answer.amount)
      expect(turned.payers).toEqual(answer.payers)
      expect(turned.worksheet).toEqual(answer.worksheet)
      for (const { id, counted, worksheet, limits, amount } of items) {
        const other = turned.items.find((item) => item.id === id)
        expect({ counted: other?.counted, worksheet: other?.worksheet, limits: other?.limits, amount: other?.amount }).toEqual({
          counted,
          worksheet,
          limits,
          amount,
        })
      }
    }),
  )
})

test('payers and payments come to the amount exactly', () => {
  fc.assert(
    fc.property(terms, application, fc.constantFrom('month' as const, 'quarter' as const), (given, of, each) => {
      const policy = policyOf(given)
      const [part] = policy.parts as [Policy['parts'][number]]
      const paid: Policy = {
        ...policy,
        parts: [{ ...part, payment: { ...place, value: { form: 'deducted', each, refundsElapsed: true } } }],
      }
      const answer = answered(paid, { ...statedFacts(of), events: { bankReceivesFunds: '2022-03' } })
      if (answer.outcome !== 'granted') return
      if (given.payers !== undefined) same(sumOf(answer.payers.map(({ amount }) => amount)), readExact(answer.amount ?? ''))
      for (const { amount } of answer.payers) expect(order(readExact(amount), NOTHING)).toBeGreaterThanOrEqual(0)
      same(sumOf(answer.payments.map(({ amount }) => amount)), readExact(answer.amount ?? ''))
      for (const { amount, instalments } of answer.payments)
        if (instalments !== undefined) same(sumOf(instalments.map((one) => one.amount)), readExact(amount))
    }),
  )
})

describe('parse and print', () => {
  const fen = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n })
  const amountText = fen.map((count) => `${count / 100n}.${String(count % 100n).padStart(2, '0')}`)

  test('an amount printed is read as itself', () => {
    fc.assert(
      fc.property(
        amountText,
        (text) =>
          fractionText(readAmount(printedAmount(fraction(decimalOf(text)))) ?? fraction(decimalOf(-1))) ===
          fractionText(fraction(decimalOf(text))),
      ),
    )
  })

  test('a rate printed is read as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 999 }), (over, under) => {
        const rate = fraction(decimalOf(over), decimalOf(under * 1000))
        expect(fractionText(readRate(printedRate(rate)) ?? fraction(decimalOf(-1)))).toBe(fractionText(rate))
      }),
    )
  })

  test('stated amounts and rates come back from the worksheet as they were stated', () => {
    fc.assert(
      fc.property(amountText, fc.integer({ min: 0, max: 9999 }), (principal, points) => {
        const annualRate = `0.${String(points).padStart(4, '0')}`
        const policy = written({ formula: { sumOf: [{ interestAt: { name: 'rate', fact: 'loan.annualRate' } }, '0元'] } })
        const facts = { loans: [{ principal, drawdownDate: '2022-01-01', maturityDate: '2022-02-01', annualRate }] }
        const [item] = answered(policy, facts).items
        same(readExact(item?.worksheet['countedPrincipal']?.value ?? ''), exactOf(principal))
        same(readExact(item?.worksheet['rate']?.value ?? ''), exactOf(annualRate))
      }),
    )
  })

  test('documents, facts and answers go through JSON unchanged', () => {
    fc.assert(
      fc.property(terms, application, (given, of) => {
        const policy = policyOf(given)
        const facts = statedFacts(of)
        const answer = answered(policy, facts)
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
        expect(answered(JSON.parse(JSON.stringify(policy)) as Policy, JSON.parse(JSON.stringify(facts)) as object)).toEqual(answer)
      }),
    )
  })
})

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
  return value
}

test('what is given is left as it was, and may be frozen', () => {
  fc.assert(
    fc.property(terms, application, (given, of) => {
      const facts = frozen(statedFacts(of))
      const policy = frozen(policyOf(given))
      const options = Object.freeze({ knownOn: '2026-08-31', rates: Object.freeze([]) })
      const parsed = frozen(parseFacts(policy, facts))
      const before = JSON.stringify(parsed)
      const answer = assess(policy, parsed, options)
      expect(assess(policy, parsed, options)).toEqual(answer)
      expect(JSON.stringify(parsed)).toBe(before)
      expect(answer.amount).toBe(answered(policyOf(given), statedFacts(of)).amount)
      expect(assess(policy, parsed, { ...options, explain: false })).toEqual({
        outcome: answer.outcome,
        amount: answer.amount,
        meaning: answer.meaning,
      })
    }),
  )
})

test('settings a page makes on decimal.js and zod change nothing', () => {
  const wrong = { loans: [{ principal: 3, drawdownDate: '2022-02-30' }], unknown: true }
  const answersOf = (given: Terms, of: Application) => {
    const policy = policyOf(given)
    return [answered(policy, statedFacts(of)), safeParseFacts(policy, wrong)]
  }
  const settings = new Decimal(0).constructor as typeof Decimal
  const { precision, rounding, toExpNeg, toExpPos, maxE, minE, modulo } = settings
  fc.assert(
    fc.property(terms, application, (given, of) => {
      const quiet = answersOf(given, of)
      try {
        Decimal.set({ precision: 2, rounding: 0, toExpNeg: -1, toExpPos: 1, maxE: 3, minE: -3, modulo: 0 })
        z.config({ customError: () => 'wrong', localeError: () => 'wrong', jitless: true })
        expect(answersOf(given, of)).toEqual(quiet)
      } finally {
        Decimal.set({ precision, rounding, toExpNeg, toExpPos, maxE, minE, modulo })
        z.config({ customError: undefined, localeError: undefined, jitless: undefined })
      }
    }),
  )
})

test('the second opinion is the same in this time zone', () => {
  fc.assert(
    fc.property(terms, application, (given, of) => {
      expect(answered(policyOf(given), statedFacts(of)).amount).toBe(expectedAnswer(given, of).amount)
    }),
    { numRuns: 300 },
  )
})
