import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreement, answered, fenBy, fenOf, tiersOf, total, yuanOf } from './documents.js'

const RUNS = { numRuns: 60 }
const percent = (value: number): string => `${value}%`

const hurdle = fc
  .record({
    rate: fc.nat({ max: 15 }).map(percent),
    interest: fc.constantFrom('simple' as const, 'compound' as const),
    toManager: fc.option(fc.nat({ max: 100 }).map(percent)),
  })
  .map(({ toManager, ...terms }) => (toManager === null ? terms : { ...terms, toManager }))
const someTiers = fc
  .record({ carry: fc.nat({ max: 50 }).map(percent), hurdle: fc.option(hurdle) })
  .map(({ carry, hurdle: one }) => tiersOf(carry, one ?? undefined))
const fen = (max: number) => fc.integer({ min: 1, max }).map((amount) => yuanOf(BigInt(amount)))
const contributions = fc.record({ central: fen(1_000_000_000), others: fen(1_000_000_000), manager: fen(10_000_000) })
const day = (month: number): string => `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** Drawdowns and distributions on the first of some months, in order. */
const flows = fc
  .record({
    drawdowns: fc.array(fc.record({ month: fc.nat({ max: 60 }), amount: fen(500_000_000) }), { minLength: 1, maxLength: 4 }),
    distributions: fc.array(
      fc.record({ months: fc.nat({ max: 60 }), amount: fc.nat({ max: 800_000_000 }).map((all) => yuanOf(BigInt(all))) }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ drawdowns, distributions }) => {
    const first = [...drawdowns].sort((a, b) => a.month - b.month)
    const start = first[0]?.month ?? 0
    return {
      drawdowns: first.map(({ month, amount }) => ({ date: day(month), amount })),
      distributions: [...distributions]
        .sort((a, b) => a.months - b.months)
        .map(({ months, amount }) => ({ date: day(start + months), amount })),
    }
  })

describe('laws of a distribution', () => {
  test('shares sum to the proceeds, to the fen, and no party is below zero', () => {
    fc.assert(
      fc.property(someTiers, contributions, flows, fc.constantFrom(undefined, 'central', 'manager'), (tiers, held, money, oddFenTo) => {
        const concessions = [{ by: ['central'], share: '35%', to: { manager: '1/3', others: '2/3' } } as const]
        const policy = agreement({ tiers, concessions, ...(oddFenTo !== undefined && { oddFenTo }) })
        const answer = answered(policy, { fund: { contributions: held }, flows: money })
        const received = fenBy(answer.shares)
        const proceeds = money.distributions.reduce((sum, { amount }) => sum + fenOf(amount), 0n)
        expect(total(received)).toBe(proceeds)
        expect(fenOf(answer.amount ?? '')).toBe(proceeds)
        expect(Object.values(received).filter((amount) => amount < 0n)).toEqual([])
      }),
      RUNS,
    )
  })

  test('nobody gets carry before capital is back and the preferred return is paid', () => {
    fc.assert(
      fc.property(someTiers, contributions, fen(3_000_000_000), fc.nat({ max: 10 }), (tiers, held, proceeds, years) => {
        const facts = { fund: { contributions: held, holdingYears: String(years) }, flows: { proceeds } }
        const { worksheet } = answered(agreement({ tiers }), facts)
        const [paidIn, due, carry] = ['paidIn', 'preferredDue', 'carry'].map((name) => fenOf(worksheet[name]?.value ?? '0')) as [
          bigint,
          bigint,
          bigint,
        ]
        if (fenOf(proceeds) < paidIn + due) expect(carry).toBe(0n)
      }),
      RUNS,
    )
  })

  test('moving part of a drawdown later never raises the preferred return', () => {
    const policies = (['simple', 'compound'] as const).map((interest) => agreement({ tiers: tiersOf('20%', { rate: '8%', interest }) }))
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.integer({ min: 2, max: 1_000_000 }),
        fc.integer({ min: 1, max: 99 }),
        fc.tuple(fc.nat({ max: 90 }), fc.nat({ max: 90 })),
        (policy, amount, part, [earlier, more]) => {
          const later = BigInt(Math.max(1, Math.floor((amount * part) / 100)))
          const due = (drawdowns: readonly object[]): bigint =>
            fenOf(answered(policy, { flows: { drawdowns, proceeds: '100000000' } }).worksheet['preferredDue']?.value ?? '')
          const years = (quarters: number): string => String(quarters / 4)
          const whole = due([{ amount: yuanOf(BigInt(amount)), yearsBeforeDistribution: years(earlier + more) }])
          const split = due([
            { amount: yuanOf(BigInt(amount) - later), yearsBeforeDistribution: years(earlier + more) },
            { amount: yuanOf(later), yearsBeforeDistribution: years(earlier) },
          ])
          expect(split).toBeLessThanOrEqual(whole)
        },
      ),
      RUNS,
    )
  })

  test('catch-up reaches exactly the carry share when the money suffices', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.nat({ max: 10 }),
        (carry, above, thousands, years) => {
          const toManager = Math.min(carry * 5 + above * 5, 100)
          const tiers = tiersOf(percent(carry * 5), { rate: '8%', interest: 'simple', toManager: percent(toManager) })
          const capital = thousands * 100_000
          // 8% a year for up to ten years, caught up at a rate at least five points above the carry: eleven times the hurdle always suffices.
          const gain = capital * 8 * 11 + 1
          const facts = { fund: { capital: String(capital), holdingYears: String(years) }, flows: { gain: `${gain}00`.slice(0, -2) } }
          const { worksheet } = answered(agreement({ tiers }), facts)
          expect(fenOf(worksheet['carry']?.value ?? '')).toBe(BigInt(gain) * BigInt(carry * 5))
        },
      ),
      RUNS,
    )
  })

  test('claw-back makes deal by deal equal to the whole fund at the end, where nothing limits it', () => {
    const deal = fc.record({ invested: fc.integer({ min: 1, max: 1_000_000 }), proceeds: fc.nat({ max: 3_000_000 }) })
    const tiers = tiersOf('20%')
    const [single, whole] = [agreement({ basis: 'deal-by-deal', tiers, clawBack: {} }), agreement({ tiers })]
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 6 }), (list) => {
        const deals = list.map(({ invested, proceeds }, index) => ({
          id: `d${index}`,
          invested: String(invested),
          proceeds: String(proceeds),
        }))
        const [capital, proceeds] = (['invested', 'proceeds'] as const).map((key) =>
          String(list.reduce((sum, one) => sum + one[key], 0)),
        ) as [string, string]
        const own = answered(single, { deals })
        const end = answered(whole, { fund: { capital }, flows: { proceeds } })
        const back = fenOf(own.worksheet['clawBack']?.value ?? '')
        const kept = fenBy(own.shares)
        expect({ carry: (kept['manager'] ?? 0n) - back, investors: (kept['investors'] ?? 0n) + back }).toEqual({
          carry: fenBy(end.shares)['manager'] ?? 0n,
          investors: fenBy(end.shares)['investors'] ?? 0n,
        })
      }),
      RUNS,
    )
  })

  test('claw-back never asks back more than was had after tax, nor leaves the manager above what is due where tax took nothing', () => {
    const tiers = tiersOf('20%')
    const stated = fc.array(fc.record({ gain: fc.integer({ min: -10_000_000, max: 10_000_000 }), carryPaid: fc.nat({ max: 3_000_000 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(stated, fc.constantFrom(undefined, '50%' as const, '100%' as const), (list, taxShare) => {
        const policy = agreement({ basis: 'deal-by-deal', tiers, clawBack: taxShare === undefined ? {} : { taxShare } })
        const deals = list.map(({ gain, carryPaid }, index) => ({ id: `d${index}`, gain: `${gain}.00`, carryPaid: `${carryPaid}.00` }))
        const { worksheet } = answered(policy, { deals })
        const [paid, due, limit, back] = ['carry', 'carryDue', 'clawBackLimit', 'clawBack'].map((name) =>
          fenOf(worksheet[name]?.value ?? ''),
        ) as [bigint, bigint, bigint, bigint]
        const excess = paid > due ? paid - due : 0n
        expect(back).toBe(excess < limit ? excess : limit)
        if (taxShare === undefined) expect(paid - back <= due || paid <= due).toBe(true)
      }),
      RUNS,
    )
  })

  test('facts are not changed, and the same facts give the same answer', () => {
    fc.assert(
      fc.property(someTiers, contributions, flows, (tiers, held, money) => {
        const policy = agreement({ tiers })
        const facts = { fund: { contributions: held }, flows: money }
        const before = JSON.stringify(facts)
        expect(answered(policy, facts)).toEqual(answered(policy, facts))
        expect(JSON.stringify(facts)).toBe(before)
      }),
      { numRuns: 20 },
    )
  })
})
