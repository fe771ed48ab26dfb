import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Losses } from '../oracle/risk-compensation.oracle.js'
import { answerTo, fenIn, partyAt, randomLosses, totals } from './random-losses.js'

const document = fc.integer({ min: 1, max: 2 ** 30 }).map(randomLosses)
const without = (one: Losses): Losses => ({ ...one, loanCap: undefined, cap: undefined, unit: 1n, mode: 'half-up', recovered: undefined })
const all = (values: Iterable<bigint>): bigint => [...values].reduce((a, b) => a + b, 0n)
const amountOf = (one: Losses): bigint => fenIn(answerTo(one).amount ?? '')
const publicOf = (one: Losses, borne: { readonly [party: string]: bigint }): bigint =>
  all(one.compensating.map((party) => borne[partyAt(party)] ?? 0n))

describe('laws of shared losses', () => {
  test('the shares sum to the loss, and none is negative', () => {
    fc.assert(
      fc.property(document, (one) => {
        const borne = Object.values(totals(answerTo(one).shares))
        expect(all(borne)).toBe(all(one.losses))
        expect(borne.every((fen) => fen >= 0n)).toBe(true)
      }),
    )
  })

  test('what the public parties bear is the amount, to the fen, unless it is rounded up beyond the losses', () => {
    fc.assert(
      fc.property(document, (one) => {
        const { amount = '', shares } = answerTo(one)
        const paid = publicOf(one, totals(shares))
        if (one.unit === 1n && one.mode !== 'up') expect(paid).toBe(fenIn(amount))
        else expect(paid <= fenIn(amount)).toBe(true)
      }),
    )
  })

  test('never above a cap: of a loan, of all loans', () => {
    fc.assert(
      fc.property(document, (one) => {
        const amount = amountOf(one)
        expect(one.cap === undefined || amount <= one.cap).toBe(true)
        expect(one.loanCap === undefined || amount <= one.loanCap * BigInt(one.losses.length)).toBe(true)
      }),
    )
  })

  test('a larger loss never lowers the payment', () => {
    fc.assert(
      fc.property(document, fc.nat(1_000_000), (one, more) => {
        const larger = { ...one, losses: one.losses.map((loss, index) => (index === 0 ? loss + BigInt(more) : loss)) }
        expect(amountOf(larger) >= amountOf(one)).toBe(true)
      }),
    )
  })

  test('a higher cap never lowers the payment', () => {
    fc.assert(
      fc.property(document, fc.nat(1_000_000), (one, more) => {
        if (one.cap === undefined) return
        expect(amountOf({ ...one, cap: one.cap + BigInt(more) }) >= amountOf(one)).toBe(true)
      }),
    )
  })

  test('the order of the parties changes no more than the odd fen', () => {
    fc.assert(
      fc.property(document, (drawn) => {
        const one = { ...without(drawn), bearer: undefined }
        const last = (one.layers[0]?.weights.length ?? 1) - 1
        const turned: Losses = {
          ...one,
          layers: one.layers.map(({ upTo, weights }) => ({ upTo, weights: weights.map((_, index) => weights[last - index] as bigint) })),
          compensating: one.compensating.map((party) => last - party),
        }
        const [before, after] = [totals(answerTo(one).shares), totals(answerTo(turned).shares)]
        const apart = Array.from({ length: last + 1 }, (_, party) => (before[partyAt(party)] ?? 0n) - (after[partyAt(last - party)] ?? 0n))
        expect(apart.every((fen) => fen >= -3n && fen <= 3n)).toBe(true)
        expect(all(apart)).toBe(0n)
        expect(amountOf(turned)).toBe(amountOf(one))
      }),
    )
  })

  test('compensation and then full recovery at no cost leaves every party with nothing borne', () => {
    fc.assert(
      fc.property(document, (one) => {
        const loss = all(one.losses)
        const answer = answerTo({ ...one, recovered: { gross: loss, cost: 0n } })
        expect(totals(answer.returned)).toEqual(totals(answer.shares))
        expect(answer.recoveries?.[0]?.excess).toBe('0.00')
      }),
    )
  })

  test('what is recovered beyond the loss is an excess, and nobody has back more than it bore', () => {
    fc.assert(
      fc.property(document, fc.nat(1_000_000), (one, more) => {
        const loss = all(one.losses)
        const answer = answerTo({ ...one, recovered: { gross: loss + BigInt(more), cost: 0n } })
        expect(totals(answer.returned)).toEqual(totals(answer.shares))
        expect(fenIn(answer.recoveries?.[0]?.excess ?? '')).toBe(BigInt(more))
      }),
    )
  })

  test('a loss split over two loans under one share is compensated alike, to the fen', () => {
    fc.assert(
      fc.property(document, fc.nat(1_000_000), (drawn, part) => {
        const flat = without(drawn)
        const [layer] = flat.layers.slice(-1)
        if (layer === undefined) return
        const one: Losses = { ...flat, layers: [layer], losses: [BigInt(part) + 500n] }
        expect(amountOf({ ...one, losses: [BigInt(part), 500n] })).toBe(amountOf(one))
      }),
    )
  })
})
