import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, assessRule, type FundRule, parseFacts } from '../../src/guidance-fund/index.js'
import { parsePolicy, withParameters } from '../../src/index.js'
import emergingIndustry from '../../src/policies/cn-emerging-industry-vc-2011.js'
import resultTransfer from '../../src/policies/cn-result-transfer-fund-2021.js'
import techFund from '../../src/policies/cn-tech-sme-vc-fund-2007.js'
import shanghai from '../../src/policies/shanghai-vc-fund-2010.js'
import zhongguancun from '../../src/policies/zhongguancun-risk-subsidy-2011.js'
import type { Policy } from '../../src/policy/policy.js'
import type { Quantity } from '../../src/policy/quantity.js'
import { add, divide, type Exact, exact, exactOf, least, moneyOf, multiply, NOTHING, order, subtract } from '../oracle/exact.js'
import { dayOf, textOfDay } from '../oracle/premium-subsidy.oracle.js'
import { fenAsYuan, randomFrom } from '../oracle/random-cases.js'
import { policyOf, randomApplication, randomTerms, statedFacts } from '../oracle/random-funds.js'
import techFundTable from '../policies/cn-tech-sme-vc-fund-2007.cases.js'
import generalTable from '../policies/examples/generic-fund-rules.cases.js'
import zhongguancunTable from '../policies/zhongguancun-risk-subsidy-2011.cases.js'

const readExact = (text: string | undefined): Exact => {
  const [over = '', under = '1'] = (text ?? '').split('/')
  return divide(exactOf(over), exactOf(under))
}
const sumOf = (texts: readonly (string | undefined)[]): Exact => texts.map(readExact).reduce(add, NOTHING)
const yuan = (fen: number): Exact => exact(BigInt(fen), 100n)
const atMost = (a: Exact, b: Exact): void => expect(order(a, b)).toBeLessThanOrEqual(0)

const example = (id: string): Policy => parsePolicy(readFileSync(new URL(`../policies/examples/${id}.json`, import.meta.url), 'utf8'))
const general = withParameters(example('generic-fund-rules'), generalTable.parameters)
const answered = (policy: Policy, rule: FundRule, facts: object) => assessRule(policy, rule, parseFacts(policy, facts))
const exactly = (policy: Policy, rule: FundRule, facts: object): Exact => {
  const { outcome, worksheet } = answered(policy, rule, facts)
  expect(outcome).toBe('granted')
  return readExact(worksheet['afterLimits']?.value)
}

const seeds = fc.integer({ min: 1, max: 2 ** 30 })
const fen = fc.integer({ min: 1, max: 10 ** 10 })
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
const drawn = seeds.map((seed) => {
  const terms = randomTerms(randomFrom(seed))
  return { terms, policy: policyOf(terms), application: randomApplication(randomFrom(seed + 1), terms) }
})
const RUNS = { numRuns: 60 }

describe('contribution', () => {
  const holder = fc.record({ kind: fc.constantFrom('government', 'private', 'manager'), amount: fc.integer({ min: 1, max: 4 * 10 ** 8 }) })
  const stated = (holders: readonly { readonly kind: string; readonly amount: number }[]): object[] =>
    holders.map(({ kind, amount }, index) => ({ id: `h${index}`, kind, contribution: fenAsYuan(amount) }))

  test('is at most every limit that applies, and what applies is in the answer', () => {
    fc.assert(
      fc.property(drawn, ({ policy, application }) => {
        const { outcome, amount = '', limits } = answered(policy, 'contribution', statedFacts(application))
        if (outcome !== 'granted') return
        for (const { limit } of limits) atMost(exactOf(amount), readExact(limit))
      }),
      RUNS,
    )
  })

  test('with the private money it makes at most the share of the whole', () => {
    fc.assert(
      fc.property(fen, fen, (privateFen, otherFen) => {
        const facts = {
          applicant: { kind: 'vc-enterprise' },
          fund: { privateCapital: fenAsYuan(privateFen) },
          holders: [...stated([{ kind: 'private', amount: otherFen }])],
        }
        const amount = exactly(techFund, 'contribution', facts)
        atMost(multiply(amount, exact(4n)), add(amount, yuan(privateFen)))
        atMost(amount, yuan(Math.max(otherFen - 1, 0)))
      }),
      RUNS,
    )
  })

  test('adding an investor, or more money of one, never makes the guidance fund the largest and never lowers its cap', () => {
    fc.assert(
      fc.property(
        fc.array(holder, { minLength: 1, maxLength: 5 }),
        holder,
        fc.integer({ min: 250_000_000, max: 750_000_000 }),
        (holders, more, own) => {
          const fund = { size: '25000000', guidanceContribution: fenAsYuan(own) }
          for (const equal of ['forbidden', 'allowed']) {
            const policy = withParameters(resultTransfer, { equalToLargest: equal })
            const [before, after, raised] = [
              stated(holders),
              stated([...holders, more]),
              stated(holders.map((one, index) => (index === 0 ? { ...one, amount: one.amount + more.amount } : one))),
            ].map((list) => answered(policy, 'contribution', { fund, holders: list }))
            const met = (answer: typeof before): boolean => answer?.clauses.find(({ id }) => id === 'not-largest')?.result === 'met'
            const capOf = (answer: typeof before): Exact => readExact(answer?.limits.find(({ id }) => id === 'below-largest')?.limit ?? '0')
            for (const changed of [after, raised]) {
              if (met(before)) expect(met(changed)).toBe(true)
              if (before?.outcome === 'granted') atMost(capOf(before), capOf(changed))
            }
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test('an investor added to the guidance fund’s own side can make it the largest: a fact', () => {
    const holders = (own: string): object[] => [
      { id: 'guidance', kind: 'guidance', contribution: own },
      { id: 'a', kind: 'private', contribution: '45000000' },
      { id: 'b', kind: 'private', contribution: '30000000' },
    ]
    const met = (list: readonly object[]) =>
      answered(techFund, 'contribution', { fund: { privateCapital: '75000000' }, holders: list }).clauses.find(
        ({ id }) => id === 'not-largest',
      )?.result
    expect(met(holders('20000000'))).toBe('met')
    expect(met([...holders('20000000'), { id: 'second', kind: 'guidance', contribution: '25000000' }])).toBe('not-met')
  })
})

describe('rules judged by deals', () => {
  const deal = techFundTable.base.deals[0] as object

  test('follow-on: at most the share of the VC’s cash, whatever else it put in', () => {
    const base = { price: '8', vcPrice: '8', vcStays: true, registeredInCity: true, taxedInCity: true }
    const one = fc.record({ cash: fen, inKind: fen, stage: fc.constantFrom('seed', 'start-up', 'later') })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (deals) => {
        const stated = deals.map(({ cash, inKind, stage }, index) => ({
          ...base,
          id: `d${index}`,
          stage,
          vcCashInvestment: fenAsYuan(cash),
          vcInKindInvestment: fenAsYuan(inKind),
        }))
        const { items, amount = '' } = answered(shanghai, 'follow-on', { deals: stated })
        const most = deals.map(({ cash, stage }) => (stage === 'seed' ? yuan(cash) : divide(yuan(cash), exact(2n))))
        for (const [index, item] of items.entries()) atMost(readExact(item.amount), most[index] as Exact)
        atMost(exactOf(amount), add(most.reduce(add), exact(1n, 200n)))
      }),
      RUNS,
    )
  })

  test('follow-on: the lower of every cap of a deal, and of all together', () => {
    const one = fc.record({ cash: fen, capital: fen })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (deals) => {
        const stated = deals.map(({ cash, capital }, index) => ({
          id: `d${index}`,
          vcCashInvestment: fenAsYuan(cash),
          registeredCapital: fenAsYuan(capital),
        }))
        const { items, amount = '', worksheet } = answered(general, 'follow-on', { deals: stated })
        atMost(exactOf(amount), exact(5_000_000n))
        for (const [index, { cash, capital }] of deals.entries()) {
          atMost(readExact(items[index]?.amount), least(divide(yuan(cash), exact(2n)), divide(yuan(capital), exact(4n)), exact(3_000_000n)))
        }
        expect(sumOf(items.map((item) => item.amount))).toEqual(readExact(worksheet['afterLimits']?.value))
      }),
      RUNS,
    )
  })

  test('a guarantee is at most what is applied for, and its cap', () => {
    fc.assert(
      fc.property(fen, (requested) => {
        const facts = { applicant: { kind: 'vc-manager' }, deals: [{ ...deal, requestedAmount: fenAsYuan(requested) }] }
        const { amount = '' } = answered(techFund, 'investment-guarantee', facts)
        expect(exactOf(amount)).toEqual(least(yuan(requested), exact(2_000_000n)))
      }),
      { numRuns: 30 },
    )
  })

  const round = fc.record({
    investee: fc.constantFrom('X', 'Y', 'Z'),
    cash: fc.integer({ min: 1, max: 3 * 10 ** 9 }),
    guidance: fc.nat({ max: 100 }),
    day: fc.nat({ max: 300 }),
  })
  const rounds = fc.array(round, { minLength: 1, maxLength: 6 })
  const subsidized = (
    deals: readonly { readonly investee: string; readonly cash: number; readonly guidance: number; readonly day: number }[],
  ): object[] =>
    deals.map(({ investee, cash, guidance, day }, index) => ({
      ...(zhongguancunTable.base.deals[0] as object),
      id: `d${index}`,
      investee,
      cashInvested: fenAsYuan(cash),
      guidanceShareInVc: `${guidance}/100`,
      investedDate: textOfDay(dayOf('2012-01-01') + day),
      investeeFoundedDate: '2011-06-01',
      investeeReceived: '300000',
    }))

  test('risk subsidy: within its share, the caps of deal, investee and year with what was received, and the deals sum to it', () => {
    fc.assert(
      fc.property(rounds, fc.nat({ max: 3_000_000 }), (deals, received) => {
        const facts = { deals: subsidized(deals), history: { receivedThisYear: `${received}` } }
        const { items, amount = '', worksheet } = answered(zhongguancun, 'risk-subsidy', facts)
        for (const [index, { cash, guidance }] of deals.entries()) {
          const privateShare = exact(BigInt(100 - guidance), 100n)
          atMost(readExact(items[index]?.amount), least(multiply(multiply(yuan(cash), privateShare), exact(1n, 10n)), exact(1_000_000n)))
        }
        for (const investee of ['X', 'Y', 'Z']) {
          const own = items.filter((_, index) => deals[index]?.investee === investee).map((item) => item.amount)
          atMost(sumOf(own), exact(700_000n))
        }
        atMost(add(exactOf(amount), exact(BigInt(received))), exact(3_000_000n))
        expect(sumOf(items.map((item) => item.amount))).toEqual(readExact(worksheet['afterLimits']?.value))
      }),
      RUNS,
    )
  })

  test('risk subsidy: the order in which deals are listed is irrelevant', () => {
    fc.assert(
      fc.property(rounds, seeds, (deals, seed) => {
        const history = { receivedThisYear: '1000000' }
        const stated = subsidized(deals)
        const shuffled = shuffledBy(seed, stated)
        const byId = (list: readonly object[]) => {
          const { amount, items } = answered(zhongguancun, 'risk-subsidy', { deals: list, history })
          return { amount, ...Object.fromEntries(items.map((item) => [item.id, item.amount])) }
        }
        expect(byId(shuffled)).toEqual(byId(stated))
      }),
      RUNS,
    )
  })

  test('where a cap is used up as listed, the order decides which deal gives way: a fact', () => {
    const lost = (id: string): object => ({ id, stage: 'start-up', invested: '5000000', proceeds: '0' })
    const answer = (ids: readonly string[]) =>
      answered(general, 'loss-compensation', { deals: ids.map(lost), history: { receivedThisYear: '0' } })
    const amounts = (ids: readonly string[]) => Object.fromEntries(answer(ids).items.map(({ id, amount }) => [id, amount]))
    expect(amounts(['A', 'B'])).toEqual({ A: '1000000', B: '500000' })
    expect(amounts(['B', 'A'])).toEqual({ A: '500000', B: '1000000' })
    expect(answer(['A', 'B']).amount).toBe(answer(['B', 'A']).amount)
  })

  test('loss compensation: a gain counts zero, takes nothing from others, and all stays within share and caps', () => {
    const one = fc.record({ invested: fen, proceeds: fen, stage: fc.constantFrom('seed', 'start-up') })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), fc.nat({ max: 1_500_000 }), (deals, received) => {
        const stated = deals.map(({ invested, proceeds, stage }, index) => ({
          id: `d${index}`,
          stage,
          invested: fenAsYuan(invested),
          proceeds: fenAsYuan(proceeds),
        }))
        const facts = { deals: stated, history: { receivedThisYear: `${received}` } }
        const { items, amount = '' } = answered(general, 'loss-compensation', facts)
        for (const [index, { invested, proceeds, stage }] of deals.entries()) {
          const loss = yuan(Math.max(invested - proceeds, 0))
          const most = multiply(loss, exact(stage === 'seed' ? 6n : 3n, 10n))
          atMost(readExact(items[index]?.amount), least(most, exact(1_000_000n)))
        }
        atMost(add(exactOf(amount), exact(BigInt(received))), exact(1_500_000n))
      }),
      RUNS,
    )
  })
})

const shuffledBy = <Value>(seed: number, values: readonly Value[]): Value[] => {
  const random = randomFrom(seed)
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

describe('reinvestment', () => {
  type Stated = { readonly deals: readonly { readonly invested: string; readonly ways: readonly string[] }[] }
  const counted = (policy: Policy, facts: object): { readonly value: Exact; readonly outcome: string } => {
    const { outcome, worksheet } = answered(policy, 'reinvestment', facts)
    return { outcome, value: readExact(worksheet['countedReinvestment']?.value) }
  }

  test('is monotone in every deal: more money, one way more, one deal more never count less', () => {
    fc.assert(
      fc.property(
        drawn,
        fen,
        fc.nat(),
        fc.constantFrom('local', 'brought', 'talent', 'elsewhere'),
        ({ policy, application }, extra, at, way) => {
          const facts = statedFacts(application) as Stated
          const before = counted(policy, facts)
          const index = facts.deals.length === 0 ? 0 : at % facts.deals.length
          const changed = (change: (deal: Stated['deals'][number]) => object): object => ({
            ...facts,
            deals: facts.deals.map((deal, position) => (position === index ? change(deal) : deal)),
          })
          const richer = application.deals[index]
          const variants = [
            changed((deal) => ({ ...deal, invested: fenAsYuan((richer?.fen ?? 0) + extra) })),
            changed((deal) => ({ ...deal, ways: [...new Set([...deal.ways, way])] })),
            { ...facts, deals: [...facts.deals, { id: 'one more', invested: fenAsYuan(extra), ways: [way] }] },
          ]
          for (const variant of variants) {
            const after = counted(policy, variant)
            atMost(before.value, after.value)
            if (before.outcome === 'granted') expect(after.outcome).toBe('granted')
          }
        },
      ),
      RUNS,
    )
  })

  test('one deal counts once: a deal told in two parts is the same', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 2, max: 10 ** 9 }), share, ({ policy, application }, amount, part) => {
        const facts = statedFacts(application) as Stated
        const first = Math.max(1, Math.floor(amount * part))
        const deal = (id: string, size: number): object => ({ id, invested: fenAsYuan(size), ways: ['local', 'talent'] })
        const whole = counted(policy, { ...facts, deals: [...facts.deals, deal('whole', amount)] })
        const parts = counted(policy, { ...facts, deals: [...facts.deals, deal('a', first), deal('b', amount - first)] })
        expect(parts).toEqual(whole)
      }),
      RUNS,
    )
  })
})

describe('exit price', () => {
  const cost = 1_000_000_000
  const sold = (parameters: { readonly [name: string]: string }, paidIn: number, transfer: number, rate = '0.0656'): Exact =>
    exactly(withParameters(techFund, parameters), 'exit-price', {
      exit: {
        originalInvestment: fenAsYuan(cost),
        paidInDate: textOfDay(paidIn),
        transferDate: textOfDay(transfer),
        rateAtTransfer: rate,
      },
    })
  const bought = fc.nat({ max: 3000 }).map((days) => dayOf('2005-01-01') + days)
  const held = fc.nat({ max: 2500 })

  test('where the return runs from the step, a day never moves it by more than a day’s return', () => {
    const parameters = { returnFrom: 'end-of-year-3', proration: 'actual/365' }
    fc.assert(
      fc.property(bought, held, (paidIn, days) => {
        const day = subtract(sold(parameters, paidIn, paidIn + days + 1), sold(parameters, paidIn, paidIn + days))
        const most = divide(multiply(yuan(cost), exact(656n, 10_000n)), exact(365n))
        expect([NOTHING, most]).toContainEqual(day)
      }),
      RUNS,
    )
  })

  test('where it runs from the day paid in, it steps up by three years’ return the day after year three: a fact', () => {
    const [paidIn, last] = [dayOf('2007-08-01'), dayOf('2010-08-01')]
    const simple = { returnFrom: 'paid-in', proration: 'month/12' }
    expect(sold(simple, paidIn, last)).toEqual(exact(10_000_000n))
    expect(sold(simple, paidIn, last + 1)).toEqual(
      multiply(exact(10_000_000n), add(exact(1n), multiply(exact(656n, 10_000n), exact(1081n, 360n)))),
    )
  })

  test('never below the original investment, and never less at a higher rate or for a longer time', () => {
    const rates = fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }))
    const anyParameters = fc.record({
      returnFrom: fc.constantFrom('paid-in', 'end-of-year-3'),
      proration: fc.constantFrom('actual/365', 'month/12', 'actual/360'),
      interest: fc.constantFrom('simple', 'compound'),
    })
    fc.assert(
      fc.property(anyParameters, bought, held, fc.nat({ max: 400 }), rates, (parameters, paidIn, days, longer, [low, more]) => {
        const price = sold(parameters, paidIn, paidIn + days, `${low}/1000`)
        atMost(yuan(cost), price)
        atMost(price, sold(parameters, paidIn, paidIn + days, `${low + more}/1000`))
        atMost(price, sold(parameters, paidIn, paidIn + days + longer, `${low}/1000`))
      }),
      { numRuns: 60 },
    )
  })

  test('each instalment has its own clock: their order is irrelevant, and one told in two parts is the same', () => {
    fc.assert(
      fc.property(drawn, seeds, share, ({ policy, application }, seed, part) => {
        const facts = statedFacts(application) as { readonly instalments: readonly { readonly originalInvestment: string }[] }
        const whole = exactly(policy, 'exit-price', facts)
        expect(exactly(policy, 'exit-price', { ...facts, instalments: shuffledBy(seed, facts.instalments) })).toEqual(whole)
        const [{ paidIn, fen: amount, soldFen }, ...others] = application.instalments as [(typeof application.instalments)[number]]
        const size = soldFen ?? amount
        if (size < 2) return
        const first = Math.max(1, Math.floor(size * part))
        const parts = [first, size - first].map((own) => ({ paidIn, fen: own }))
        expect(exactly(policy, 'exit-price', statedFacts({ ...application, instalments: [...parts, ...others] }))).toEqual(whole)
      }),
      RUNS,
    )
  })

  test('a partial sale is priced in proportion to the cost of the part sold', () => {
    fc.assert(
      fc.property(bought, held, fc.integer({ min: 1, max: cost }), (paidIn, days, part) => {
        const transferDate = textOfDay(paidIn + days)
        const exit = { originalInvestment: fenAsYuan(cost), paidInDate: textOfDay(paidIn), transferDate, rateAtTransfer: '0.05' }
        const whole = exactly(techFund, 'exit-price', { exit })
        const price = exactly(techFund, 'exit-price', { exit: { ...exit, costOfPartSold: fenAsYuan(part) } })
        expect(multiply(price, yuan(cost))).toEqual(multiply(whole, yuan(part)))
      }),
      RUNS,
    )
  })
})

describe('concession', () => {
  const dezhou = example('dezhou-fund')
  const holding = fc.record({ original: fen, recovered: fen })

  test('nothing before the principal is back, and never more than the own gain', () => {
    fc.assert(
      fc.property(holding, fc.nat({ max: 100 }), ({ original, recovered }, rate) => {
        const facts = {
          fund: { concessionRate: `${rate}/100` },
          holding: { originalInvestment: fenAsYuan(original), recovered: fenAsYuan(recovered) },
        }
        const { outcome, amount = '' } = answered(dezhou, 'concession', facts)
        const gain = yuan(Math.max(recovered - original, 0))
        expect([outcome, amount]).toEqual([
          recovered < original ? 'refused' : 'granted',
          moneyOf(multiply(gain, exact(BigInt(rate), 100n))),
        ])
        atMost(exactOf(amount), gain)
      }),
      RUNS,
    )
  })

  test('of the excess over a return: never before principal and return are back, never more than what exceeds them', () => {
    const kept: Quantity = {
      grown: { fact: 'holding.originalInvestment' },
      at: '5%',
      for: { fact: 'holding.heldYears' },
      interest: 'simple',
    }
    const policy = parsePolicy({
      id: 'excess',
      title: '办法',
      evidence: 'official',
      effective: {},
      parts: [
        {
          instrument: 'guidance-fund',
          rule: 'concession',
          terms: { formula: { place: '办法', value: { excessOf: [{ fact: 'holding.recovered' }, kept] } } },
          rounding: { place: '办法', value: { to: 'fen', mode: 'half-up' } },
        },
      ],
    })
    fc.assert(
      fc.property(holding, fc.nat({ max: 15 }), ({ original, recovered }, years) => {
        const facts = { holding: { originalInvestment: fenAsYuan(original), recovered: fenAsYuan(recovered), heldYears: `${years}` } }
        const conceded = exactly(policy, 'concession', facts)
        const due = multiply(yuan(original), exact(BigInt(100 + 5 * years), 100n))
        expect(conceded).toEqual(order(yuan(recovered), due) > 0 ? subtract(yuan(recovered), due) : NOTHING)
        atMost(conceded, yuan(Math.max(recovered - original, 0)))
      }),
      RUNS,
    )
  })
})

describe('fees', () => {
  const period = fc.record({
    base: fc.nat({ max: 10 ** 11 }),
    days: fc.integer({ min: 0, max: 366 }),
    stage: fc.constantFrom('investing', 'after-investing'),
  })
  type Period = { readonly base: number; readonly days: number; readonly stage: string }
  const due = (periods: readonly Period[]): Exact =>
    exactly(general, 'fee', { feePeriods: periods.map((one) => ({ ...one, base: fenAsYuan(one.base) })) })

  test('over time are the sum of their pieces, in any order, wherever a period is cut', () => {
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 5 }), seeds, share, (periods, seed, part) => {
        const whole = due(periods)
        expect(periods.map((one) => due([one])).reduce(add)).toEqual(whole)
        expect(due(shuffledBy(seed, periods))).toEqual(whole)
        const [first, ...rest] = periods as [Period, ...Period[]]
        const days = Math.floor(first.days * part)
        expect(due([{ ...first, days }, { ...first, days: first.days - days }, ...rest])).toEqual(whole)
      }),
      RUNS,
    )
  })

  const trustee = (base: number): Exact =>
    exactly(emergingIndustry, 'fee', { fee: { kind: 'trustee', unrecoveredCentralMoney: fenAsYuan(base) } })

  test('that fall with size never fall in all: more money never costs less, and a yuan more at most 2%', () => {
    const base = fc.oneof(fc.nat({ max: 10 ** 12 }), fc.constantFrom(2 * 10 ** 11 - 1, 2 * 10 ** 11, 5 * 10 ** 11 - 1, 5 * 10 ** 11))
    fc.assert(
      fc.property(base, fen, (money, more) => {
        const difference = subtract(trustee(money + more), trustee(money))
        atMost(NOTHING, difference)
        atMost(difference, divide(yuan(more), exact(50n)))
        atMost(divide(yuan(more), exact(100n)), difference)
      }),
      RUNS,
    )
  })

  test('of 60亿 are not 1% of it: a fact', () => expect(trustee(6 * 10 ** 11)).toEqual(exact(95_000_000n)))
})

test('facts are not changed, and the same facts give the same answers', () => {
  fc.assert(
    fc.property(drawn, ({ policy, application }) => {
      const facts = statedFacts(application)
      const before = JSON.stringify(facts)
      const parsed = parseFacts(policy, facts)
      const first = assess(policy, parsed)
      expect(assess(policy, parsed)).toEqual(first)
      expect(JSON.stringify(facts)).toBe(before)
    }),
    { numRuns: 25 },
  )
})
