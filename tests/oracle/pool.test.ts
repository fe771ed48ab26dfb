import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replay } from '../../src/risk-compensation/pool.js'
import { poolPolicy } from '../risk-compensation/pool-documents.js'
import { anyEvents } from '../risk-compensation/pool-random.js'
import { fenText } from './exact.js'
import { type PoolRules, pooled } from './pool.oracle.js'

const article = '第一条'

const anyRules: fc.Arbitrary<PoolRules> = fc.record({
  shortfall: fc.constantFrom('queue', 'pro-rata', 'refuse'),
  interest: fc.constantFrom('stays', 'returned'),
  queue: fc.constantFrom('carried', 'lapses'),
  pot: fc.constantFrom(undefined, 300_000n),
  cap: fc.constantFrom(undefined, 150_000n),
})

const policyOf = ({ shortfall, interest, queue, pot, cap }: PoolRules) =>
  poolPolicy(
    {
      shortfall: { value: shortfall, article },
      interest: { value: interest, article },
      yearEnd: { value: { balance: 'carried', queue }, article },
      ...(pot === undefined ? {} : { annualPot: { value: '3000元', article } }),
    },
    cap === undefined ? {} : { limits: [{ id: 'cap', article, cap: '1500元', per: 'applicant', period: 'year' }] },
  )

test('cash, what is paid and owed, and who bears what and has it back are those of a model in whole fen', () => {
  let paying = 0
  fc.assert(
    fc.property(anyRules, anyEvents, (rules, events) => {
      const { pool } = replay(policyOf(rules), events)
      const { cash, claims } = pooled(
        rules,
        events.filter(({ id }) => Object.hasOwn(pool.seen, id)),
      )
      expect(pool.balances['cash'] ?? '0.00').toBe(fenText(cash))
      expect(Object.keys(pool.claims).sort()).toEqual(Object.keys(claims).sort())
      for (const [loan, claim] of Object.entries(pool.claims)) {
        const model = claims[loan] as (typeof claims)[string]
        if (model.paid > 0n) paying += 1
        const { funders, others, returned } = claim
        expect([claim.paid, claim.owed]).toEqual([fenText(model.paid), fenText(model.owed)])
        const texts = (own: { readonly [party: string]: string }, rest: { readonly [party: string]: string }) =>
          [own['province'], own['city'], rest['bank'], rest['claimant']].map((text) => text ?? '0.00')
        expect(texts(funders, others)).toEqual(model.borne.map(fenText))
        expect(texts(returned.funders, returned.others)).toEqual(model.returned.map(fenText))
      }
    }),
    { numRuns: 200 },
  )
  expect(paying).toBeGreaterThan(20)
})
