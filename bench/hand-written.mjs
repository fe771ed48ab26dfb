// The rule as a programmer would write it for this one document: what an engine is measured against.
import { Decimal } from 'decimal.js'

const HALF = new Decimal('0.5')
const MOST = new Decimal(1_000_000)

export function decimalAmount({ techFirm, withoutDefault, years, principal, actualRate, referenceRate, days }) {
  if (!techFirm || !withoutDefault || years > 10) return '0.00'
  const drawn = new Decimal(principal)
  const actual = drawn.times(actualRate).times(days).dividedBy(360)
  const reference = drawn.times(referenceRate).times(days).dividedBy(360)
  return Decimal.min(Decimal.min(actual, reference).times(HALF), MOST).toFixed(2, Decimal.ROUND_HALF_UP)
}

/** The same with every step and where it stands, as objects to show. */
export function decimalTrace({ techFirm, withoutDefault, years, principal, actualRate, referenceRate, days }) {
  const steps = [
    { step: 'tech-firm', place: 'the rule', given: techFirm, met: techFirm },
    { step: 'without-default', place: 'the rule', given: withoutDefault, met: withoutDefault },
    { step: 'years', place: 'the rule', given: years, limit: 10, met: years <= 10 },
  ]
  if (!steps.every(({ met }) => met)) return { outcome: 'refused', amount: '0.00', steps }
  const drawn = new Decimal(principal)
  const actual = drawn.times(actualRate).times(days).dividedBy(360)
  steps.push({ step: 'actualInterest', place: 'the rule', value: actual, from: { principal, rate: actualRate, days } })
  const reference = drawn.times(referenceRate).times(days).dividedBy(360)
  steps.push({ step: 'referenceInterest', place: 'the rule', value: reference, from: { principal, rate: referenceRate, days } })
  const counted = Decimal.min(actual, reference)
  const half = counted.times(HALF)
  steps.push({ step: 'half', place: 'the rule', value: half, from: { counted, share: HALF } })
  const limited = Decimal.min(half, MOST)
  steps.push({ step: 'total', place: 'the rule', value: limited, binding: half.greaterThan(MOST) })
  const amount = limited.toFixed(2, Decimal.ROUND_HALF_UP)
  steps.push({ step: 'rounding', place: 'the rule', value: amount, to: 'fen', mode: 'half-up' })
  return { outcome: 'granted', amount, steps }
}

const scaled = (text, places) => {
  const [whole, part = ''] = text.split('.')
  return BigInt(whole + part.padEnd(places, '0'))
}

export function bigintFen({ techFirm, withoutDefault, years, principal, actualRate, referenceRate, days }) {
  if (!techFirm || !withoutDefault || years > 10) return 0n
  const productSum = scaled(principal, 2) * BigInt(days)
  const actual = productSum * scaled(actualRate, 4)
  const reference = productSum * scaled(referenceRate, 4)
  const fen = (2n * (actual < reference ? actual : reference) + 7_200_000n) / 14_400_000n
  return fen < 100_000_000n ? fen : 100_000_000n
}
