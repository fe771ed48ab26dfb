// One rule, many inputs, and what is right to the fen.
//
// A technology firm without default, registered at most ten years ago, gets half of the lower of the interest at its own rate and at a reference
// rate, days over 360, at most 1,000,000 yuan, rounded half up to the fen. Every tenth input lands on exactly half a fen.

/** Numbers from 0 to 1 that come in the same order from the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const yuanText = (fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const rateText = (points) => `0.${String(points).padStart(4, '0')}`

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The day so many days after 2023-01-01, within a year. */
function dayAfter(days) {
  let left = days % 365
  const month = LENGTHS.findIndex((length) => {
    if (left < length) return true
    left -= length
    return false
  })
  return `${days < 365 ? 2023 : 2024}-${String(month + 1).padStart(2, '0')}-${String(left + 1).padStart(2, '0')}`
}

export function inputsOf(count, seed = 20240601) {
  const random = randomFrom(seed)
  const whole = (least, most) => least + Math.floor(random() * (most - least + 1))
  const references = [310, 345, 360, 385, 400, 430]
  return Array.from({ length: count }, (_, index) => {
    const tie = index % 10 === 0
    const drawn = Math.floor(Math.exp(Math.log(1e7) + random() * Math.log(2000)))
    const [ownPoints, reference, ownDays] = [whole(280, 650), references[whole(0, references.length - 1)], whole(1, 365)]
    const principalFen = tie ? drawn - (drawn % 100) + 50 : drawn
    const actual = tie ? whole(400, 650) : ownPoints
    const days = tie ? 180 : ownDays
    return {
      techFirm: tie || random() < 0.9,
      withoutDefault: tie || random() < 0.95,
      years: tie ? 3 : whole(0, 14),
      principal: yuanText(principalFen),
      actualRate: rateText(actual),
      referenceRate: rateText(tie ? 400 : reference),
      days,
      maturityDate: dayAfter(days),
      tie,
      whole: { principalFen, actual, reference: tie ? 400 : reference },
    }
  })
}

/** The right answer, in whole fen. */
export function fenOf({ techFirm, withoutDefault, years, days, whole }) {
  if (!techFirm || !withoutDefault || years > 10) return 0n
  const over = BigInt(whole.principalFen) * BigInt(Math.min(whole.actual, whole.reference)) * BigInt(days)
  const under = 10_000n * 360n * 2n
  const down = over / under
  const fen = 2n * (over % under) >= under ? down + 1n : down
  return fen < 100_000_000n ? fen : 100_000_000n
}

const place = 'the rule'

/** The rule as a policy document. */
export const policy = {
  id: 'bench',
  title: { zh: '测速用规则', en: 'rule for measuring speed' },
  evidence: 'official',
  effective: {},
  facts: {
    'borrower.techFirm': { kind: 'yes-no', label: { zh: '科技型中小企业', en: 'technology firm' } },
    'borrower.withoutDefault': { kind: 'yes-no', label: { zh: '无不良信用记录', en: 'without default' } },
    'borrower.years': { kind: 'count', label: { zh: '注册年数', en: 'years since registration' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'tech-firm', place, fact: 'borrower.techFirm', is: true },
        { id: 'without-default', place, fact: 'borrower.withoutDefault', is: true },
        { id: 'years', place, fact: 'borrower.years', atMost: '10' },
      ],
      terms: {
        formula: {
          place,
          value: {
            share: '50%',
            of: {
              name: 'countedInterest',
              label: { zh: '计算贴息的利息', en: 'interest that counts' },
              lowerOf: [
                {
                  name: 'actualInterest',
                  label: { zh: '实际利息', en: 'interest at its own rate' },
                  interestAt: { fact: 'loan.annualRate' },
                },
                {
                  name: 'referenceInterest',
                  label: { zh: '参照利率利息', en: 'interest at the reference rate' },
                  interestAt: { fact: 'rates.lpr1y' },
                },
              ],
            },
          },
        },
        proration: { place, value: 'actual/360' },
      },
      limits: [{ id: 'total', place, per: 'applicant', cap: '100万元' }],
      rounding: { place, value: { to: 'fen', mode: 'half-up' } },
    },
  ],
}

/** The input as an applicant states it. */
export const statedFacts = ({ techFirm, withoutDefault, years, principal, actualRate, referenceRate, maturityDate }) => ({
  borrower: { techFirm, withoutDefault, years },
  loans: [{ principal, drawdownDate: '2023-01-01', maturityDate, annualRate: actualRate }],
  rates: { lpr1y: referenceRate },
})
