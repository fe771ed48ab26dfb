import type { Policy, Limit as PolicyLimit } from '../../src/policy/policy.js'
import type { Quantity } from '../../src/policy/quantity.js'
import { exact } from './exact.js'
import {
  type Application,
  type Cover,
  dayOf,
  type Figure,
  type Insurance,
  type Limit,
  type Terms,
  textOfDay,
} from './premium-subsidy.oracle.js'
import { fenAsYuan, type Random } from './random-cases.js'

const LINES = ['rd-liability', 'key-rd-equipment', 'product-liability', 'export-credit'] as const
const whole = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
const chance = (random: Random, share: number): boolean => random() < share
const of = <Value>(random: Random, values: readonly Value[]): Value => values[whole(random, 0, values.length - 1)] as Value

const percent = (random: Random, least: number, most: number): Figure => {
  const tenths = whole(random, least * 10, most * 10)
  return { text: `${tenths / 10}%`, value: exact(BigInt(tenths), 1000n) }
}
const thousands = (random: Random, least: number, most: number): Figure => {
  const yuan = whole(random, least, most) * 1000 + (chance(random, 0.3) ? whole(random, 0, 999) : 0)
  return { text: `${yuan}元`, value: exact(BigInt(yuan)) }
}

function randomRate(random: Random): Terms['rate'] {
  const rate = (): Figure => percent(random, 10, 100)
  switch (whole(random, 0, 5)) {
    case 0: {
      const rates = LINES.filter(() => chance(random, 0.6)).map((line) => ({ line, rate: rate() }))
      return rates.length === 0 || chance(random, 0.5) ? { kind: 'by-line', rates, otherwise: rate() } : { kind: 'by-line', rates }
    }
    case 1:
    case 2: {
      const per = of(random, ['applicant', 'line', 'insuredObject'] as const)
      const rates = [rate(), rate(), rate()]
      return { kind: 'by-year', rates, per, ...(chance(random, 0.5) ? { restartsAfter: whole(random, 1, 60) } : {}) }
    }
    case 3:
      return { kind: 'by-insured', end: thousands(random, 200, 3000), included: chance(random, 0.5), low: rate(), high: rate() }
    case 4: {
      const from = dayOf('2023-01-01') + whole(random, 0, 400)
      return { kind: 'by-date', from, through: from + whole(random, 0, 300), inside: rate(), outside: rate() }
    }
    default:
      return { kind: 'fixed', rate: rate() }
  }
}

function randomLimits(random: Random, needsNoLine: boolean): Limit[] {
  const limits: Limit[] = []
  if (chance(random, 0.4)) limits.push({ per: 'policy', cap: thousands(random, 5, 200) })
  if (chance(random, 0.2) && !needsNoLine) limits.push({ per: 'line', exclude: 'city' })
  if (chance(random, 0.4) && !needsNoLine) limits.push({ per: 'line', combinedShare: percent(random, 20, 90) })
  if (chance(random, 0.4) && !needsNoLine) limits.push({ per: 'line', cap: thousands(random, 5, 300) })
  if (chance(random, 0.3)) {
    const onlyLine = chance(random, 0.5) && !needsNoLine ? { onlyLine: of(random, LINES) } : {}
    limits.push({ per: 'insurer', cap: thousands(random, 5, 300), ...onlyLine })
  }
  if (chance(random, 0.2)) limits.push({ per: 'applicant', minimum: thousands(random, 1, 30) })
  if (chance(random, 0.6)) limits.push({ per: 'applicant', cap: thousands(random, 20, 500), lessReceived: chance(random, 0.5) })
  return limits
}

/** Terms of a random document; `packages` leaves out what asks for the line of a policy that has several. */
export function randomTerms(random: Random, packages: boolean): Terms {
  const window = dayOf('2023-01-01') + whole(random, 0, 300)
  const rate = randomRate(random)
  const unitName = of(random, ['fen', 'fen', 'yuan', 'hundred-yuan'] as const)
  const units = { fen: exact(1n, 100n), yuan: exact(1n), 'hundred-yuan': exact(100n) }
  return {
    lines: chance(random, 0.6) ? LINES : LINES.filter(() => chance(random, 0.8)),
    ...(chance(random, 0.3) ? { minimumPremium: { figure: thousands(random, 1, 30), included: chance(random, 0.5) } } : {}),
    ...(chance(random, 0.3) ? { startsFrom: dayOf('2023-01-01') + whole(random, 0, 200) } : {}),
    rate: packages && rate.kind === 'by-year' && rate.per === 'line' ? { ...rate, per: 'insuredObject' } : rate,
    ...(chance(random, 0.3) ? { uplift: { kind: of(random, ['points', 'relative'] as const), figure: percent(random, 1, 20) } } : {}),
    insuredCaps: {
      ...(chance(random, 0.3) ? { contractTimes: { text: '5倍', value: exact(5n) } } : {}),
      ...(chance(random, 0.3) ? { absolute: thousands(random, 100, 3000) } : {}),
    },
    ...(chance(random, 0.2) ? { borneShareOfInsured: percent(random, 0, 2) } : {}),
    ...(chance(random, 0.4) ? { rateLimit: { figure: percent(random, 1, 5), per: of(random, ['year', 'policy'] as const) } } : {}),
    ...(chance(random, 0.3) ? { longestMonths: of(random, [6, 12, 24, 36]) } : {}),
    ...(chance(random, 0.3) ? { window: { from: window, through: window + whole(random, 30, 500) } } : {}),
    proration: of(random, ['month/12', 'actual/365'] as const),
    limits: randomLimits(random, packages),
    rounding: {
      unit: { text: unitName, value: units[unitName] },
      unitName,
      mode: of(random, ['half-up', 'half-up', 'half-even', 'down', 'up'] as const),
    },
    corrects: chance(random, 0.4),
  }
}

export function randomApplication(random: Random, packages: boolean): Application {
  const policies = Array.from({ length: whole(random, 1, 5) }, (_, index): Insurance => {
    const start = dayOf('2022-06-01') + whole(random, 0, 700)
    const paidFen = chance(random, 0.5) ? whole(random, 1, 400) * 100_000 : whole(random, 1, 40_000_000)
    const lines = packages && chance(random, 0.3) ? [of(random, LINES.slice(0, 2)), of(random, LINES.slice(2))] : [of(random, LINES)]
    return {
      id: String.fromCharCode(65 + index),
      lines,
      insurer: of(random, ['X', 'Y']),
      insuredObject: of(random, ['m', 'n']),
      start,
      end: chance(random, 0.4) ? start + 364 : start + whole(random, 0, 1100),
      paidFen,
      refundedFen: chance(random, 0.7) ? 0 : whole(random, 0, paidFen),
      insuredFen: whole(random, 10, 40_000) * 10_000,
      contractFen: whole(random, 10, 40_000) * 10_000,
      favored: chance(random, 0.5),
    }
  })
  const covers = Array.from({ length: whole(random, 0, 3) }, (): Cover => {
    const start = dayOf('2019-06-01') + whole(random, 0, 1200)
    return { line: of(random, LINES), insuredObject: of(random, ['m', 'n']), start, end: start + whole(random, 100, 800) }
  })
  const support = LINES.filter(() => chance(random, 0.25)).map((line) => ({
    line,
    level: of(random, ['city', 'district'] as const),
    fen: whole(random, 0, 8_000_000),
  }))
  return { policies, covers, support, receivedFen: chance(random, 0.3) ? 0 : whole(random, 0, 30_000_000) }
}

const place = { place: '办法' } as const
const start = { fact: 'policy.start' } as const

const printed = ({ text }: Figure): Quantity => text as Quantity

function baseQuantity(rate: Terms['rate']): Quantity {
  if (rate.kind === 'fixed') return printed(rate.rate)
  if (rate.kind === 'by-line') {
    const cases = rate.rates.map((one) => ({ when: { fact: 'policy.line', is: one.line }, value: printed(one.rate) }))
    const none = { when: { fact: 'policy.line', noneOf: [...LINES] }, value: '1%' as const }
    return { choose: 'first', cases: [...cases, none], ...(rate.otherwise === undefined ? {} : { otherwise: printed(rate.otherwise) }) }
  }
  if (rate.kind === 'by-year') {
    const [first, second, third] = rate.rates as readonly [Figure, Figure, Figure]
    return {
      by: { fact: 'policy.participationYear' },
      brackets: [
        { atMost: '1', value: printed(first) },
        { above: '1', atMost: '2', value: printed(second) },
        { above: '2', value: printed(third) },
      ],
    }
  }
  if (rate.kind === 'by-insured') {
    const [low, high] = [printed(rate.low), printed(rate.high)]
    const end = printed(rate.end)
    return {
      by: { fact: 'policy.insuredAmount' },
      brackets: rate.included
        ? [
            { atMost: end, value: low },
            { above: end, value: high },
          ]
        : [
            { below: end, value: low },
            { atLeast: end, value: high },
          ],
    }
  }
  return {
    choose: 'first',
    cases: [{ when: { ...start, from: textOfDay(rate.from), through: textOfDay(rate.through) }, value: printed(rate.inside) }],
    otherwise: printed(rate.outside),
  }
}

function rateQuantity({ rate, uplift }: Terms): Quantity {
  const base = baseQuantity(rate)
  if (uplift === undefined) return base
  const raised: Quantity =
    uplift.kind === 'points' ? { sumOf: [base, printed(uplift.figure)] } : { sumOf: [base, { share: printed(uplift.figure), of: base }] }
  return { choose: 'first', cases: [{ when: { fact: 'policy.favored', is: true }, value: raised }], otherwise: base }
}

function limitOf(limit: Limit, index: number): PolicyLimit {
  const id = `limit-${index}`
  const per = limit.per === 'line' ? { by: 'policy.line' } : limit.per === 'insurer' ? { by: 'policy.insurer' } : limit.per
  if ('exclude' in limit) return { ...place, id, per, stacking: 'exclude', levels: [limit.exclude] }
  if ('combinedShare' in limit)
    return {
      ...place,
      id,
      per,
      stacking: 'combined-share',
      share: limit.combinedShare.text as Quantity,
      of: { total: { fact: 'policy.netPremium' } },
    }
  if ('minimum' in limit) return { ...place, id, per, minimum: limit.minimum.text as Quantity }
  const cap = { ...place, id, per, cap: limit.cap.text as Quantity }
  if (limit.per === 'applicant') return limit.lessReceived ? { ...cap, period: 'year' } : cap
  return limit.per === 'insurer' && limit.onlyLine !== undefined ? { ...cap, when: { fact: 'policy.line', is: limit.onlyLine } } : cap
}

/** The terms as a policy document. */
export function policyOf(terms: Terms): Policy {
  const { lines, minimumPremium, startsFrom, rate, insuredCaps, borneShareOfInsured, rateLimit, longestMonths, window } = terms
  const insuredParts: Quantity[] = [
    { fact: 'policy.insuredAmount' },
    ...(insuredCaps.contractTimes === undefined
      ? []
      : [{ share: insuredCaps.contractTimes.text as Quantity, of: { fact: 'policy.contractAmount' } }]),
    ...(insuredCaps.absolute === undefined ? [] : [insuredCaps.absolute.text as Quantity]),
  ]
  return {
    id: 'random-document',
    title: '随机文件',
    evidence: 'official',
    effective: {},
    facts: { 'policy.favored': { kind: 'yes-no', label: '是否上浮' } },
    parts: [
      {
        instrument: 'premium-subsidy',
        items: {
          where: [
            { ...place, id: 'line', fact: 'policy.line', oneOf: lines.length === 0 ? ['staff-health'] : lines },
            ...(minimumPremium === undefined
              ? []
              : [
                  {
                    ...place,
                    id: 'minimum',
                    fact: 'policy.netPremium',
                    [minimumPremium.included ? 'atLeast' : 'above']: minimumPremium.figure.text as Quantity,
                  },
                ]),
            ...(startsFrom === undefined ? [] : [{ ...place, id: 'start', ...start, from: textOfDay(startsFrom) }]),
          ],
        },
        terms: {
          formula: { ...place, value: { share: rateQuantity(terms), of: { counted: 'premium' } } },
          ...(insuredParts.length === 1 ? {} : { insuredAmount: { ...place, value: { lowerOf: insuredParts } } }),
          ...(borneShareOfInsured === undefined
            ? {}
            : {
                premium: {
                  ...place,
                  value: {
                    excessOf: [
                      { fact: 'policy.netPremium' },
                      { share: borneShareOfInsured.text as Quantity, of: { counted: 'insuredAmount' } },
                    ],
                  },
                },
              }),
          ...(rateLimit === undefined
            ? {}
            : { premiumRateLimit: { ...place, value: rateLimit.figure.text as Quantity, per: rateLimit.per } }),
          ...(longestMonths === undefined ? {} : { longest: { ...place, value: `${longestMonths}个月` } }),
          ...(window === undefined
            ? {}
            : { windows: [{ ...place, value: { from: textOfDay(window.from), through: textOfDay(window.through) } }] }),
          proration: { ...place, value: terms.proration },
          ...(rate.kind === 'by-year'
            ? {
                participation: {
                  ...place,
                  value: {
                    per: rate.per === 'applicant' ? 'applicant' : { by: `policy.${rate.per}` as 'policy.line' },
                    ...(rate.restartsAfter === undefined ? {} : { restartsAfter: `${rate.restartsAfter}天` as const }),
                  },
                },
              }
            : {}),
        },
        limits: terms.limits.map(limitOf),
        rounding: { ...place, value: { to: terms.rounding.unitName, mode: terms.rounding.mode } },
        ...(terms.corrects ? { correction: { ...place, value: { paid: { fact: 'history.receivedThisYear' } } } } : {}),
      },
    ],
  }
}

/** The application as an applicant states it. */
export function statedFacts({ policies, covers, support, receivedFen }: Application): object {
  return {
    policies: policies.map(
      ({ id, lines, insurer, insuredObject, start: first, end, paidFen, refundedFen, insuredFen, contractFen, favored }) => ({
        id,
        ...(lines.length === 1 ? { line: lines[0] } : { lines }),
        insurer,
        insuredObject,
        start: textOfDay(first),
        end: textOfDay(end),
        premiumPaid: fenAsYuan(paidFen),
        premiumRefunded: fenAsYuan(refundedFen),
        insuredAmount: fenAsYuan(insuredFen),
        contractAmount: fenAsYuan(contractFen),
        favored,
      }),
    ),
    covers: covers.map(({ line, insuredObject, start: first, end }) => ({
      line,
      insuredObject,
      start: textOfDay(first),
      end: textOfDay(end),
    })),
    otherSupport: support.map(({ line, level, fen }) => ({ line, level, amount: fenAsYuan(fen) })),
    history: { receivedThisYear: fenAsYuan(receivedFen) },
  }
}
