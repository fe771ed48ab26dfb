import type { Clause } from '../../src/policy/clause.js'
import type { Part, Policy, Limit as PolicyLimit } from '../../src/policy/policy.js'
import type { Quantity } from '../../src/policy/quantity.js'
import { exact } from './exact.js'
import type {
  Application,
  ConcessionTerms,
  ContributionTerms,
  ExitTerms,
  FeeTerms,
  Holder,
  ReinvestmentTerms,
  Terms,
} from './guidance-fund.oracle.js'
import { dayOf, type Figure, monthsLater, textOfDay } from './premium-subsidy.oracle.js'
import { fenAsYuan, type Random } from './random-cases.js'

const WAYS = ['local', 'brought', 'talent', 'elsewhere'] as const
const whole = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
const chance = (random: Random, share: number): boolean => random() < share
const of = <Value>(random: Random, values: readonly Value[]): Value => values[whole(random, 0, values.length - 1)] as Value

const percent = (random: Random, least: number, most: number): Figure => {
  const tenths = whole(random, least * 10, most * 10)
  return { text: `${tenths / 10}%`, value: exact(BigInt(tenths), 1000n) }
}
const times = (random: Random, least: number, most: number): Figure => {
  const tenths = whole(random, least * 10, most * 10)
  return { text: `${tenths / 10}倍`, value: exact(BigInt(tenths), 10n) }
}
const millions = (random: Random, least: number, most: number): Figure => {
  const yuan = whole(random, least, most) * 1_000_000 + (chance(random, 0.3) ? whole(random, 0, 999_999) : 0)
  return { text: `${yuan}元`, value: exact(BigInt(yuan)) }
}

function randomContribution(random: Random): ContributionTerms {
  return {
    base: of(random, ['size', 'paid-in', 'committed', 'private', 'requested', 'requested'] as const),
    share: percent(random, 10, 50),
    ...(chance(random, 0.4) ? { angelShare: percent(random, 30, 60) } : {}),
    ...(chance(random, 0.3) ? { minimumSize: { figure: millions(random, 80, 160), included: chance(random, 0.5) } } : {}),
    ...(chance(random, 0.3) ? { least: percent(random, 5, 15) } : {}),
    othersPayFirst: chance(random, 0.3),
    ...(chance(random, 0.5)
      ? { ratio: { share: percent(random, 15, 40), ...(chance(random, 0.5) ? { relaxedAbove: percent(random, 60, 80) } : {}) } }
      : {}),
    ...(chance(random, 0.4) ? { absolute: millions(random, 10, 90) } : {}),
    matchesPrivate: chance(random, 0.3),
    ...(chance(random, 0.3) ? { allPublic: percent(random, 30, 60) } : {}),
    ...(chance(random, 0.5) ? { largest: of(random, ['tie-forbidden', 'tie-allowed'] as const) } : {}),
  }
}

const randomExit = (random: Random): ExitTerms => {
  const rate = of(random, ['stated', 'stated', 'each-day'] as const)
  return {
    // There is no LPR before August 2019.
    months: of(random, rate === 'each-day' ? [24, 36] : [24, 36, 60]),
    included: chance(random, 0.7),
    from: of(random, ['paid-in', 'step'] as const),
    rate,
    ...(chance(random, 0.3) ? { premium: percent(random, 0.1, 3) } : {}),
    compound: rate === 'stated' && chance(random, 0.4),
    proration: of(random, ['month/12', 'actual/365'] as const),
  }
}

const randomReinvestment = (random: Random): ReinvestmentTerms => ({
  ways: WAYS.filter((way) => way !== 'elsewhere' && chance(random, 0.8)),
  weights: WAYS.filter(() => chance(random, 0.4)).map((way) => ({ way, weight: times(random, 0.5, 2.5) })),
  multiple: times(random, 1, 3),
  share: percent(random, 20, 60),
  test: of(random, ['multiple', 'share', 'both', 'either'] as const),
  included: chance(random, 0.7),
})

const randomConcession = (random: Random): ConcessionTerms => ({
  of: of(random, ['gain', 'excess', 'dividends-and-gain'] as const),
  share: percent(random, 0, 60),
  ...(chance(random, 0.4) ? { raised: { above: times(random, 1, 3), share: percent(random, 30, 100) } } : {}),
  yearly: percent(random, 0, 10),
  compound: chance(random, 0.4),
  principalFirst: chance(random, 0.6),
})

const randomFee = (random: Random): FeeTerms => ({
  kind: of(random, ['flat', 'falling', 'periods'] as const),
  rates: [percent(random, 1, 3), percent(random, 0.5, 2), percent(random, 0.1, 1)],
  ends: [millions(random, 50, 100), millions(random, 101, 200)],
  ...(chance(random, 0.5) ? { bounds: { least: percent(random, 0.5, 1.5), most: percent(random, 1.5, 2.5) } } : {}),
})

/** Terms of a random document of five rules. */
export function randomTerms(random: Random): Terms {
  return {
    contribution: randomContribution(random),
    exit: randomExit(random),
    reinvestment: randomReinvestment(random),
    concession: randomConcession(random),
    fee: randomFee(random),
    mode: of(random, ['half-up', 'half-up', 'half-even', 'down', 'up'] as const),
  }
}

const HUNDREDTHS = 1_000_000_00

/** An application; where a return compounds, instalments are held for whole years. */
export function randomApplication(random: Random, { exit, reinvestment }: Terms): Application {
  const sizeFen = whole(random, 60, 300) * HUNDREDTHS
  const paidInFen = Math.floor(sizeFen * (0.2 + 0.7 * random()))
  const holders = Array.from({ length: whole(random, 1, 5) }, (): Holder => {
    const dueFen = whole(random, 1, 9) * HUNDREDTHS
    return {
      kind: of(random, ['guidance', 'government', 'private', 'private'] as const),
      fen: Math.max(1, Math.floor((sizeFen / 5) * random())),
      dueFen,
      paidFen: chance(random, 0.8) ? dueFen : dueFen - 1,
    }
  })
  const transfer = dayOf('2024-01-01') + whole(random, 0, 700)
  const instalments = Array.from({ length: whole(random, 1, 3) }, () => {
    const held = exit.compound
      ? wholeYearsBefore(transfer, whole(random, 0, 6), exit)
      : chance(random, 0.3)
        ? monthsLater(transfer, -exit.months) + whole(random, -1, 1)
        : transfer - whole(random, 0, exit.rate === 'each-day' ? 1500 : 3600)
    const fen = whole(random, 1, 50_000_000_00)
    return { paidIn: held, fen, ...(chance(random, 0.4) ? { soldFen: Math.max(1, Math.floor(fen * random())) } : {}) }
  })
  const guidanceFen = chance(random, 0.2) ? Math.floor(sizeFen / 10) : whole(random, 5, 60) * HUNDREDTHS
  const exactly = Math.floor((guidanceFen * Number(reinvestment.multiple.value.over)) / Number(reinvestment.multiple.value.under))
  const originalFen = whole(random, 1, 40_000_000_00)
  return {
    angel: chance(random, 0.4),
    sizeFen,
    paidInFen,
    committedFen: sizeFen,
    privateFen: Math.floor(sizeFen * (0.2 + 0.7 * random())),
    requestedFen: Math.max(1, Math.floor(sizeFen * 0.6 * random())),
    guidanceFen: Math.min(guidanceFen, sizeFen),
    startUpsFen: chance(random, 0.3) ? Math.floor((sizeFen * 7) / 10) : Math.floor(sizeFen * random()),
    holders,
    transfer,
    rate: percent(random, 0, 9),
    instalments,
    deals: Array.from({ length: whole(random, 0, 5) }, () => ({
      fen: chance(random, 0.2) ? exactly : whole(random, 0, 80_000_000_00),
      ways: WAYS.filter(() => chance(random, 0.4)),
    })),
    holding: {
      originalFen,
      recoveredFen: chance(random, 0.2) ? originalFen + whole(random, -1, 1) : Math.floor(originalFen * 3 * random()),
      years: whole(random, 0, 10),
      dividendsFen: Array.from({ length: whole(random, 0, 3) }, () => whole(random, 0, 1_000_000_00)),
      exitGainFen: whole(random, 0, 10_000_000_00),
    },
    fee: {
      baseFen: chance(random, 0.5) ? whole(random, 1, 250) * HUNDREDTHS : whole(random, 1, 250 * HUNDREDTHS),
      days: whole(random, 0, 366),
      rate: percent(random, 0.5, 3),
      periods: Array.from({ length: whole(random, 1, 4) }, () => ({
        baseFen: whole(random, 0, 250 * HUNDREDTHS),
        days: whole(random, 0, 366),
        investing: chance(random, 0.5),
      })),
    },
  }
}

/** A day from which a return has run for so many whole years, by the day count of the document; the day itself where there is none. */
function wholeYearsBefore(transfer: number, years: number, { from, months, proration }: ExitTerms): number {
  const start = proration === 'actual/365' ? transfer - 365 * years : monthsLater(transfer, -12 * years)
  const paidIn = from === 'paid-in' ? start : monthsLater(start, -months)
  const again = from === 'paid-in' ? paidIn : monthsLater(paidIn, months)
  const isWhole = proration === 'actual/365' || monthsLater(start, 12 * years) === transfer
  return again === start && isWhole ? paidIn : transfer
}

const place = { place: '办法' } as const
const printed = ({ text }: Figure): Quantity => text as Quantity
const fact = (name: string): Quantity => ({ fact: name })
const others: Clause = { fact: 'holder.kind', noneOf: ['guidance'] }

function contributionPart(terms: ContributionTerms, rounding: Part['rounding']): Part {
  const share: Quantity =
    terms.angelShare === undefined
      ? printed(terms.share)
      : {
          choose: 'first',
          cases: [{ when: { fact: 'fund.kind', is: 'angel' }, value: printed(terms.angelShare) }, { value: printed(terms.share) }],
        }
  const bases: { readonly [base in ContributionTerms['base']]: Quantity } = {
    size: { share, of: fact('fund.size') },
    'paid-in': { share, of: fact('fund.paidInCapital') },
    committed: { share, of: fact('fund.committedCapital') },
    private: { divided: { share, of: fact('fund.privateCapital') }, by: { excessOf: ['100%', share] } },
    requested: fact('fund.requestedContribution'),
  }
  const limit = (id: string, cap: Quantity): PolicyLimit => ({ ...place, id, per: 'applicant', cap })
  const largestOther: Quantity = { largest: fact('holder.contribution'), over: 'holders', where: others, otherwise: '0元' }
  const { minimumSize, least, ratio, absolute, allPublic, largest } = terms
  const ratioLimit = ratio && limit('ratio', { share: printed(ratio.share), of: fact('fund.size') })
  const relaxed: Clause | undefined = ratio?.relaxedAbove && {
    not: { value: { ratio: [fact('fund.investedInStartUps'), fact('fund.size')] }, above: printed(ratio.relaxedAbove) },
  }
  return {
    instrument: 'guidance-fund',
    rule: 'contribution',
    eligibility: [
      ...(minimumSize === undefined
        ? []
        : [
            { ...place, id: 'size', fact: 'fund.size' as const, [minimumSize.included ? 'atLeast' : 'above']: printed(minimumSize.figure) },
          ]),
      ...(least === undefined
        ? []
        : [
            {
              ...place,
              id: 'least',
              fact: 'fund.guidanceContribution' as const,
              atLeast: { share: printed(least), of: fact('fund.size') },
            },
          ]),
      ...(terms.othersPayFirst
        ? [
            {
              ...place,
              id: 'others-first',
              value: {
                count: 'holders',
                where: [others, { fact: 'holder.instalmentPaid', below: fact('holder.instalmentDue') }],
              } as Quantity,
              atMost: '0' as const,
            },
          ]
        : []),
    ] as NonNullable<Part['eligibility']>,
    terms: { formula: { ...place, value: bases[terms.base] } },
    limits: [
      ...(ratioLimit === undefined ? [] : [relaxed === undefined ? ratioLimit : { ...ratioLimit, when: relaxed }]),
      ...(absolute === undefined ? [] : [limit('absolute', printed(absolute))]),
      ...(terms.matchesPrivate ? [limit('matching', fact('fund.privateCapital'))] : []),
      ...(allPublic === undefined
        ? []
        : [
            limit('all-public', {
              excessOf: [
                { share: printed(allPublic), of: fact('fund.size') },
                { total: fact('holder.contribution'), over: 'holders', where: { fact: 'holder.kind', is: 'government' } },
              ],
            }),
          ]),
      ...(largest === undefined
        ? []
        : [limit('largest', largest === 'tie-allowed' ? largestOther : { excessOf: [largestOther, '0.01元'] })]),
    ] as NonNullable<Part['limits']>,
    rounding,
  }
}

function exitPart(terms: ExitTerms, rounding: Part['rounding']): Part {
  const cost: Quantity = { firstKnown: [fact('instalment.costOfPartSold'), fact('instalment.originalInvestment')] }
  const paidIn = { fact: 'instalment.paidInDate' } as const
  const transfer = { fact: 'exit.transferDate' } as const
  const stepEnd = { date: paidIn, plus: `${terms.months}个月` } as const
  const start = terms.from === 'paid-in' ? paidIn : stepEnd
  const years: Quantity = { between: [start, transfer], in: 'years', by: terms.proration }
  const premium = terms.premium && printed(terms.premium)
  const grown: Quantity =
    terms.rate === 'each-day'
      ? {
          share: {
            sumOf: [
              '1',
              { accruedRate: 'lpr-1y', during: [start, transfer], by: terms.proration },
              ...(premium === undefined ? [] : [{ share: premium, of: years }]),
            ],
          },
          of: cost,
        }
      : {
          grown: cost,
          at: premium === undefined ? fact('exit.rateAtTransfer') : { sumOf: [fact('exit.rateAtTransfer'), premium] },
          for: years,
          interest: terms.compound ? 'compound' : 'simple',
        }
  return {
    instrument: 'guidance-fund',
    rule: 'exit-price',
    terms: {
      formula: {
        ...place,
        value: {
          choose: 'first',
          cases: [{ when: { date: transfer, [terms.included ? 'through' : 'until']: stepEnd }, value: cost }, { value: grown }],
        },
      },
    },
    rounding,
  }
}

function reinvestmentPart({ ways, weights, multiple, share, test, included }: ReinvestmentTerms, rounding: Part['rounding']): Part {
  const byMultiple: Quantity = { share: printed(multiple), of: fact('fund.guidanceContribution') }
  const byShare: Quantity = { share: printed(share), of: fact('fund.size') }
  const required: { readonly [test in ReinvestmentTerms['test']]: Quantity } = {
    multiple: { name: 'requiredReinvestment', ...byMultiple },
    share: { name: 'requiredReinvestment', ...byShare },
    both: { name: 'requiredReinvestment', higherOf: [byMultiple, byShare] },
    either: { name: 'requiredReinvestment', lowerOf: [byMultiple, byShare] },
  }
  const cases = weights.map(({ way, weight }) => ({ when: { fact: 'deal.ways', includes: way }, value: printed(weight) }))
  return {
    instrument: 'guidance-fund',
    rule: 'reinvestment',
    eligibility: [
      {
        ...place,
        id: 'reinvestment',
        value: {
          name: 'countedReinvestment',
          total: { share: { choose: 'highest', cases: [...cases, { value: '1倍' }] }, of: fact('deal.invested') },
          where: { fact: 'deal.ways', oneOf: ways.length === 0 ? ['nowhere'] : ways },
        },
        [included ? 'atLeast' : 'above']: required[test],
      },
    ],
    terms: {},
    rounding,
  }
}

function concessionPart(terms: ConcessionTerms, rounding: Part['rounding']): Part {
  const [recovered, original] = [fact('holding.recovered'), fact('holding.originalInvestment')]
  const gains: { readonly [of in ConcessionTerms['of']]: Quantity } = {
    gain: { excessOf: [recovered, original] },
    excess: {
      excessOf: [
        recovered,
        { grown: original, at: printed(terms.yearly), for: fact('holding.heldYears'), interest: terms.compound ? 'compound' : 'simple' },
      ],
    },
    'dividends-and-gain': { sumOf: [fact('holding.dividends'), fact('holding.exitGain')] },
  }
  const { raised } = terms
  const share: Quantity =
    raised === undefined
      ? printed(terms.share)
      : {
          choose: 'first',
          cases: [
            {
              when: {
                value: { total: fact('deal.invested'), over: 'deals' },
                above: { share: printed(raised.above), of: fact('fund.guidanceContribution') },
              },
              value: printed(raised.share),
            },
            { value: printed(terms.share) },
          ],
        }
  return {
    instrument: 'guidance-fund',
    rule: 'concession',
    ...(terms.principalFirst ? { eligibility: [{ ...place, id: 'principal-back', fact: 'holding.recovered', atLeast: original }] } : {}),
    terms: { formula: { ...place, value: { share, of: gains[terms.of] } } },
    rounding,
  }
}

function feePart({ kind, rates, ends, bounds }: FeeTerms, rounding: Part['rounding']): Part {
  const [first, second, third] = rates.map(printed) as [Quantity, Quantity, Quantity]
  const partOfYear = (days: string): Quantity => ({ ratio: [fact(days), '365天'] })
  const formulas: { readonly [kind in FeeTerms['kind']]: Quantity } = {
    flat: { share: { share: fact('fee.annualRate'), of: partOfYear('fee.days') }, of: fact('fee.committedCapital') },
    falling: {
      of: fact('fee.committedCapital'),
      slices: [{ upTo: printed(ends[0]), rate: first }, { upTo: printed(ends[1]), rate: second }, { rate: third }],
    },
    periods: {
      total: {
        share: {
          share: { choose: 'first', cases: [{ when: { fact: 'feePeriod.stage', is: 'investing' }, value: first }, { value: second }] },
          of: partOfYear('feePeriod.days'),
        },
        of: fact('feePeriod.base'),
      },
      over: 'feePeriods',
    },
  }
  return {
    instrument: 'guidance-fund',
    rule: 'fee',
    ...(kind === 'flat' && bounds !== undefined
      ? { eligibility: [{ ...place, id: 'rate', fact: 'fee.annualRate', atLeast: printed(bounds.least), atMost: printed(bounds.most) }] }
      : {}),
    terms: { formula: { ...place, value: formulas[kind] } },
    rounding,
  }
}

/** The terms as a policy document of five rules. */
export function policyOf({ contribution, exit, reinvestment, concession, fee, mode }: Terms): Policy {
  const rounding = { ...place, value: { to: 'fen', mode } } as const
  return {
    id: 'random-document',
    title: '随机文件',
    evidence: 'official',
    effective: {},
    facts: {
      'fund.kind': { kind: 'class', label: '基金类别', oneOf: { angel: '天使基金', other: '其他' } },
      'deal.ways': { kind: 'classes', label: '返投认定方式', oneOf: Object.fromEntries([...WAYS, 'nowhere'].map((way) => [way, way])) },
    },
    parts: [
      contributionPart(contribution, rounding),
      exitPart(exit, rounding),
      reinvestmentPart(reinvestment, rounding),
      concessionPart(concession, rounding),
      feePart(fee, rounding),
    ],
  }
}

/** The application as an applicant states it. */
export function statedFacts(application: Application): object {
  const { holding, fee } = application
  return {
    fund: {
      kind: application.angel ? 'angel' : 'other',
      size: fenAsYuan(application.sizeFen),
      paidInCapital: fenAsYuan(application.paidInFen),
      committedCapital: fenAsYuan(application.committedFen),
      privateCapital: fenAsYuan(application.privateFen),
      requestedContribution: fenAsYuan(application.requestedFen),
      guidanceContribution: fenAsYuan(application.guidanceFen),
      investedInStartUps: fenAsYuan(application.startUpsFen),
    },
    holders: application.holders.map(({ kind, fen, dueFen, paidFen }, index) => ({
      id: `holder ${index}`,
      kind,
      contribution: fenAsYuan(fen),
      instalmentDue: fenAsYuan(dueFen),
      instalmentPaid: fenAsYuan(paidFen),
    })),
    exit: { transferDate: textOfDay(application.transfer), rateAtTransfer: decimalOf(application.rate) },
    instalments: application.instalments.map(({ paidIn, fen, soldFen }, index) => ({
      id: String(index + 1),
      paidInDate: textOfDay(paidIn),
      originalInvestment: fenAsYuan(fen),
      ...(soldFen === undefined ? {} : { costOfPartSold: fenAsYuan(soldFen) }),
    })),
    deals: application.deals.map(({ fen, ways }, index) => ({ id: `deal ${index}`, invested: fenAsYuan(fen), ways })),
    holding: {
      originalInvestment: fenAsYuan(holding.originalFen),
      recovered: fenAsYuan(holding.recoveredFen),
      heldYears: String(holding.years),
      dividends: holding.dividendsFen.map(fenAsYuan),
      exitGain: fenAsYuan(holding.exitGainFen),
    },
    fee: { committedCapital: fenAsYuan(fee.baseFen), days: fee.days, annualRate: decimalOf(fee.rate) },
    feePeriods: fee.periods.map(({ baseFen, days, investing }) => ({
      base: fenAsYuan(baseFen),
      days,
      stage: investing ? 'investing' : 'after-investing',
    })),
  }
}

/** A figure of at most a thousandth as a plain decimal. */
const decimalOf = ({ value: { over, under } }: Figure): string => `0.${String((over * 1000n) / under).padStart(3, '0')}`
