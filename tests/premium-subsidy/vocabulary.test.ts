import { describe, expect, test } from 'vitest'
import { assess as assessAll, explain, parseFacts as parseAll, parsePolicy, toHtml, toMarkdown, toText } from '../../src/index.js'
import type { Policy } from '../../src/policy/policy.js'
import { assess, factsSchema, parseFacts } from '../../src/premium-subsidy/index.js'
import { evaluateBecause } from '../oracle/exact.js'

const place = { place: '办法' } as const
const half = { share: '50%', of: { counted: 'premium' } }

/** A document with these terms, and whatever else a part says. */
function written({
  formula = half,
  terms = {},
  facts = {},
  ...part
}: {
  formula?: unknown
  terms?: object
  facts?: object
  [key: string]: unknown
}): Policy {
  return parsePolicy({
    id: 'written',
    title: '办法',
    evidence: 'official',
    effective: {},
    facts,
    parts: [
      {
        instrument: 'premium-subsidy',
        terms: { formula: { ...place, value: formula }, ...terms },
        rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
        ...part,
      },
    ],
  })
}
const insured = {
  id: 'A',
  line: 'rd-liability',
  insurer: 'X',
  start: '2024-01-01',
  end: '2024-12-31',
  premiumPaid: '100000',
  premiumRefunded: '0',
  insuredAmount: '2000000',
}
const answered = (policy: Policy, changes: object = {}, more: object = {}) =>
  assess(policy, parseFacts(policy, { policies: [{ ...insured, ...changes }], ...more }))
const missingOf = (policy: Policy, facts: object): string[] => assess(policy, parseFacts(policy, facts)).missing.map(({ path }) => path)

interface Row {
  readonly name: string
  readonly policy: Policy
  readonly with?: object
  readonly more?: object
  readonly because: string
}

const share = (rate: unknown): unknown => ({ share: rate, of: { counted: 'premium' } })
const favored = { 'policy.favored': { kind: 'yes-no', label: '上浮' } }
const raised = (value: unknown): Policy =>
  written({
    formula: share({ choose: 'first', cases: [{ when: { fact: 'policy.favored', is: true }, value }], otherwise: '50%' }),
    facts: favored,
  })

const ROWS: readonly Row[] = [
  {
    name: 'uplift in points',
    policy: raised({ sumOf: ['50%', '10个百分点'] }),
    with: { favored: true },
    because: '(50% + 10个百分点) × 10万',
  },
  { name: 'relative uplift', policy: raised({ share: '110%', of: '50%' }), with: { favored: true }, because: '50% × 1.1 × 10万' },
  {
    name: 'the firm bears a fixed part of the insured amount',
    policy: written({
      terms: {
        premium: { ...place, value: { excessOf: [{ fact: 'policy.netPremium' }, { share: '1%', of: { counted: 'insuredAmount' } }] } },
      },
    }),
    because: '50% × (10万 - 1% × 200万)',
  },
  {
    name: 'rate limit for the whole cover',
    policy: written({ terms: { premiumRateLimit: { ...place, value: '3%', per: 'policy' } } }),
    with: { end: '2025-12-31' },
    because: '50% × min(10万, 3% × 200万)',
  },
  {
    name: 'rate limit a year',
    policy: written({ terms: { premiumRateLimit: { ...place, value: '3%', per: 'year' }, proration: { ...place, value: 'month/12' } } }),
    with: { end: '2025-12-31', premiumPaid: '130000' },
    because: '50% × min(13万, 3% × 200万 × 24 / 12)',
  },
  {
    name: 'only the first year of a policy of three, by months',
    policy: written({ terms: { longest: { ...place, value: '1年' }, proration: { ...place, value: 'month/12' } } }),
    with: { end: '2026-12-31', premiumPaid: '90000' },
    because: '50% × 9万 × 12 / 36',
  },
  {
    name: 'the same by days',
    policy: written({ terms: { longest: { ...place, value: '365天' }, proration: { ...place, value: 'actual/365' } } }),
    with: { end: '2026-12-31', premiumPaid: '90000' },
    because: '50% × 9万 × 365 / 1096',
  },
  {
    name: 'only what falls into the award year',
    policy: written({
      terms: {
        windows: [{ ...place, value: { from: { yearOf: 'award.year', day: '01-01' }, through: { yearOf: 'award.year', day: '12-31' } } }],
        proration: { ...place, value: 'actual/365' },
      },
    }),
    with: { start: '2023-07-01', end: '2025-06-30' },
    more: { award: { year: 2024 } },
    because: '50% × 10万 × 366 / 731',
  },
  {
    name: 'a window that no cover falls into',
    policy: written({ terms: { windows: [{ ...place, value: { from: '2030-01-01' } }], proration: { ...place, value: 'actual/365' } } }),
    because: '0 × 10万',
  },
  {
    name: 'a policy of several years, each at its own rate',
    policy: written({
      formula: {
        sumOf: [
          { share: '60%', of: { counted: 'premium', within: { until: { date: { fact: 'policy.start' }, plus: '1年' } } } },
          { share: '40%', of: { counted: 'premium', within: { from: { date: { fact: 'policy.start' }, plus: '1年' } } } },
        ],
      },
      terms: { proration: { ...place, value: 'month/12' } },
    }),
    with: { end: '2025-12-31' },
    because: '60% × 10万 × 12 / 24 + 40% × 10万 × 12 / 24',
  },
  {
    name: 'counted time in a formula: so much for each month of cover',
    policy: written({ formula: { share: { counted: 'months' }, of: '1000元' } }),
    because: '12 × 1000',
  },
  { name: 'counted days', policy: written({ formula: { share: { counted: 'days' }, of: '10元' } }), because: '366 × 10' },
  {
    name: 'counted years',
    policy: written({ formula: { share: { counted: 'years' }, of: '1000元' }, terms: { proration: { ...place, value: 'actual/365' } } }),
    because: '366 × 1000 / 365',
  },
  {
    name: 'a premium in dollars at the rate of each day',
    policy: written({}),
    with: {
      premiumPaid: undefined,
      payments: [
        { date: '2024-01-05', currency: 'USD', currencyAmount: '1000', exchangeRate: '7.1029' },
        { date: '2024-07-05', currency: 'USD', currencyAmount: '2000.5', exchangeRate: '7.2706' },
        { date: '2024-08-05', amount: '300.30' },
      ],
    },
    because: '50% × (1000 × 7.1029 + 2000.5 × 7.2706 + 300.3)',
  },
  {
    name: 'the net premium stated as such',
    policy: written({}),
    with: { premiumPaid: undefined, premiumRefunded: undefined, netPremium: '80000' },
    because: '50% × 8万',
  },
]

describe('counted premium and rates', () => {
  test.each(ROWS)('$name', ({ policy, with: changes = {}, more = {}, because }) => {
    const stated = Object.fromEntries(Object.entries({ ...insured, ...changes }).filter(([, value]) => value !== undefined))
    const answer = assess(policy, parseFacts(policy, { policies: [stated], ...more }))
    expect({ missing: answer.missing, amount: answer.amount }).toEqual({ missing: [], amount: evaluateBecause(because) })
  })
})

describe('year of participation', () => {
  const byYear = (value: object): Policy =>
    written({
      formula: share({
        by: { fact: 'policy.participationYear' },
        brackets: [
          { atMost: '1', value: '60%' },
          { above: '1', atMost: '2', value: '40%' },
          { above: '2', value: '30%' },
        ],
      }),
      terms: { participation: { ...place, value } },
    })
  const perLine = byYear({ per: { by: 'policy.line' }, restartsAfter: '30天' })
  const cover = (start: string, end: string, line = 'rd-liability', insuredObject = 'm'): object => ({ line, insuredObject, start, end })

  test.each<[string, Policy, readonly object[], string]>([
    ['no earlier cover', perLine, [], '1'],
    ['a year before, without a gap', perLine, [cover('2023-01-01', '2023-12-31')], '2'],
    ['two years before', perLine, [cover('2022-01-01', '2022-12-31'), cover('2023-01-01', '2023-12-31')], '3'],
    ['one cover of two years', perLine, [cover('2022-01-01', '2023-12-31')], '3'],
    ['two covers of half a year are one year', perLine, [cover('2023-01-01', '2023-06-30'), cover('2023-07-01', '2023-12-31')], '2'],
    ['29 days without cover', perLine, [cover('2022-12-03', '2023-12-02')], '2'],
    ['30 days without cover start again', perLine, [cover('2022-12-02', '2023-12-01')], '1'],
    ['the gap further back cuts there', perLine, [cover('2021-01-01', '2022-06-30'), cover('2023-01-01', '2023-12-31')], '2'],
    ['cover of another line', perLine, [cover('2023-01-01', '2023-12-31', 'export-credit')], '1'],
    ['any cover, per enterprise', byYear({ per: 'applicant' }), [cover('2023-01-01', '2023-12-31', 'export-credit')], '2'],
    ['a long gap does not matter unless the document says so', byYear({ per: 'applicant' }), [cover('2015-01-01', '2015-12-31')], '10'],
    [
      'per insured object',
      byYear({ per: { by: 'policy.insuredObject' } }),
      [cover('2023-01-01', '2023-12-31', 'export-credit', 'm'), cover('2021-01-01', '2021-12-31', 'rd-liability', 'n')],
      '2',
    ],
  ])('%s', (_, policy, covers, year) => {
    const { items, missing } = answered(policy, { insuredObject: 'm' }, { covers })
    expect(missing).toEqual([])
    expect(items[0]?.worksheet['participationYear']?.value).toBe(year)
  })

  test('a renewal in the same application is the second year', () => {
    const { items } = assess(
      perLine,
      parseFacts(perLine, { policies: [{ ...insured, id: 'B', start: '2025-01-01', end: '2025-12-31' }, insured], covers: [] }),
    )
    expect(items.map(({ id, worksheet }) => [id, worksheet['participationYear']?.value])).toEqual([
      ['B', '2'],
      ['A', '1'],
    ])
  })

  test('the year is that of the first day that counts', () => {
    const policy = written({
      formula: share({
        by: { fact: 'policy.participationYear' },
        brackets: [
          { atMost: '1', value: '60%' },
          { above: '1', value: '40%' },
        ],
      }),
      terms: {
        participation: { ...place, value: { per: 'applicant' } },
        windows: [{ ...place, value: { from: '2025-01-01', through: '2025-12-31' } }],
        proration: { ...place, value: 'month/12' },
      },
    })
    expect(answered(policy, { end: '2025-12-31' }, { covers: [] }).amount).toBe(evaluateBecause('40% × 10万 × 12 / 24'))
  })

  test('a stated year holds; without it the earlier covers are asked for, and their days', () => {
    expect(answered(perLine, { participationYear: 3 }).amount).toBe('30000.00')
    expect(missingOf(perLine, { policies: [insured] })).toEqual(['covers'])
    expect(missingOf(perLine, { policies: [insured], covers: [{ line: 'rd-liability', end: '2023-12-31' }] })).toEqual(['covers[0].start'])
  })
})

describe('one premium for several lines', () => {
  const byLine = written({
    formula: share({
      choose: 'first',
      cases: [{ when: { fact: 'policy.line', oneOf: ['rd-liability', 'product-liability'] }, value: '50%' }],
      otherwise: '30%',
    }),
    items: { where: [{ ...place, id: 'line', fact: 'policy.line', noneOf: ['staff-health'] }] },
  })
  const packaged = (...lines: readonly string[]) =>
    assess(byLine, parseFacts(byLine, { policies: [{ id: 'A', lines, premiumPaid: '100000', premiumRefunded: '0' }] }))

  test('at one rate it is paid', () => expect(packaged('rd-liability', 'product-liability').amount).toBe('50000.00'))
  test('at different rates it is refused for that reason', () => {
    const { outcome, amount, reasons, items } = packaged('rd-liability', 'export-credit')
    expect([outcome, amount, reasons.map(({ code }) => code), items[0]?.leftOut?.code]).toEqual([
      'refused',
      '0.00',
      ['lines-not-split'],
      'lines-not-split',
    ])
  })
  test('where one line is not eligible as well', () => {
    const { outcome, items } = packaged('rd-liability', 'staff-health')
    expect([outcome, items[0]?.leftOut?.code]).toEqual(['refused', 'lines-not-split'])
  })
  test('where none is eligible the clause is the reason', () => {
    expect(packaged('staff-health', 'staff-health').items[0]?.leftOut?.code).toBe('clause-not-met')
  })
  test('split it is paid line by line', () => {
    const facts = parseFacts(byLine, { policies: [insured, { ...insured, id: 'B', line: 'export-credit' }] })
    expect(assess(byLine, facts).amount).toBe(evaluateBecause('50% × 10万 + 30% × 10万'))
  })
  test('support for one of its lines is support for the policy', () => {
    const policy = written({ items: { where: [{ ...place, id: 'none', otherSupport: 'none' }] } })
    const facts = { policies: [{ id: 'A', lines: ['rd-liability', 'export-credit'], premiumPaid: '100000', premiumRefunded: '0' }] }
    const answerWith = (line: string) =>
      assess(policy, parseFacts(policy, { ...facts, otherSupport: [{ line, amount: '1', level: 'city' }] })).outcome
    expect([answerWith('export-credit'), answerWith('staff-health')]).toEqual(['refused', 'granted'])
  })
  const unsplit = (...lines: readonly string[]) => ({ id: 'A', lines, insurer: 'X', premiumPaid: '100000', premiumRefunded: '0' })
  const ofExports = { when: { fact: 'policy.line', is: 'export-credit' } }
  test.each([
    ['no line is meant', ['rd-liability', 'product-liability'], '50000.00', 'enterprise'],
    ['every line is', ['export-credit', 'export-credit'], '10000.00', 'insurer'],
  ])('a limit and a recipient of a line: %s', (_, lines, amount, recipient) => {
    const policy = written({
      limits: [{ ...place, per: 'policy', ...ofExports, cap: '1万元' }],
      recipient: { ...place, value: { cases: [{ ...ofExports, recipient: 'insurer' }, { recipient: 'enterprise' }] } },
    })
    const answer = assess(policy, parseFacts(policy, { policies: [unsplit(...lines)] }))
    expect([answer.amount, answer.recipients?.map((paid) => paid.recipient)]).toEqual([amount, [recipient]])
  })
  test('a cap by line that is the same for each of them', () => {
    const cap = {
      choose: 'first',
      cases: [{ when: { fact: 'policy.line', oneOf: ['rd-liability', 'product-liability'] }, value: '2万元' }],
      otherwise: '1万元',
    }
    const policy = written({ limits: [{ ...place, per: 'policy', cap }] })
    const amountOf = (...lines: readonly string[]) => assess(policy, parseFacts(policy, { policies: [unsplit(...lines)] })).amount
    expect([amountOf('rd-liability', 'product-liability'), amountOf('export-credit', 'staff-health')]).toEqual(['20000.00', '10000.00'])
    expect(missingOf(policy, { policies: [unsplit('rd-liability', 'export-credit')] })).toEqual(['policies[0].line'])
  })
  test('a limit of one of its lines asks for the line, and so does a recipient', () => {
    const facts = { policies: [unsplit('rd-liability', 'export-credit')] }
    expect(missingOf(written({ limits: [{ ...place, per: { by: 'policy.insurer' }, ...ofExports, cap: '1万元' }] }), facts)).toEqual([
      'policies[0].line',
    ])
    const cases = [{ ...ofExports, recipient: 'insurer' }, { recipient: 'enterprise' }]
    expect(missingOf(written({ recipient: { ...place, value: { cases } } }), facts)).toEqual(['policies[0].line'])
  })

  test('a limit per line asks for the line', () => {
    const policy = written({ limits: [{ ...place, per: { by: 'policy.line' }, cap: '1万元' }] })
    expect(
      missingOf(policy, { policies: [{ id: 'A', lines: ['rd-liability', 'export-credit'], premiumPaid: '1', premiumRefunded: '0' }] }),
    ).toEqual(['policies[0].line'])
  })
})

describe('which day decides, and who paid', () => {
  const clause = (rule: object): Policy =>
    written({
      items: { where: [{ ...place, id: 'rule', ...rule }] },
      facts: { 'borrower.titleThrough': { kind: 'date', label: '资格有效期止' } },
    })
  const decided = (policy: Policy, changes: object, more: object = {}): string => answered(policy, changes, more).outcome

  test.each<[string, object, string, string]>([
    ['by the first day of cover', { fact: 'policy.start', from: '2024-01-01' }, 'start', '2023-12-31'],
    ['by the last day of cover, included', { fact: 'policy.end', through: '2024-12-31' }, 'end', '2025-01-01'],
    ['by the day it was paid', { fact: 'policy.paidDate', through: '2024-02-01' }, 'paidDate', '2024-02-02'],
    [
      'effective and paid: by the later of the two',
      { date: { laterOf: [{ fact: 'policy.start' }, { fact: 'policy.paidDate' }] }, through: '2024-02-01' },
      'paidDate',
      '2024-02-02',
    ],
  ])('%s', (_, rule, key, outside) => {
    const policy = clause(rule)
    expect([decided(policy, { paidDate: '2024-02-01' }), decided(policy, { paidDate: '2024-02-01', [key]: outside })]).toEqual([
      'granted',
      'refused',
    ])
  })

  test('the day of the last payment is the day it was paid in full', () => {
    const policy = clause({ fact: 'policy.paidDate', through: '2024-02-01' })
    const payments = [
      { date: '2024-03-01', amount: '40000' },
      { date: '2024-01-01', amount: '60000' },
    ]
    expect(decided(policy, { payments })).toBe('refused')
  })

  test('a title that ends in mid-year holds for policies that began before', () => {
    const policy = clause({ fact: 'borrower.titleThrough', from: { fact: 'policy.start' } })
    const answer = assess(
      policy,
      parseFacts(policy, {
        borrower: { titleThrough: '2024-06-30' },
        policies: [
          { ...insured, start: '2024-06-30' },
          { ...insured, id: 'B', start: '2024-07-01' },
        ],
      }),
    )
    expect([answer.amount, answer.items.map(({ counted }) => counted)]).toEqual(['50000.00', [true, false]])
  })

  test('a premium that a parent paid', () => {
    const policy = clause({ fact: 'policy.paidByEnterprise', is: true })
    expect([decided(policy, { paidByEnterprise: true }), decided(policy, { paidByEnterprise: false })]).toEqual(['granted', 'refused'])
  })

  test('no application for three years after fraud', () => {
    const policy = written({
      facts: {
        'borrower.fraudFound': { kind: 'yes-no', label: '曾骗取补贴' },
        'borrower.fraudFoundOn': { kind: 'date', label: '查实日期' },
      },
      eligibility: [
        {
          ...place,
          id: 'ban',
          any: [
            { fact: 'borrower.fraudFound', is: false },
            { fact: 'application.date', from: { date: { fact: 'borrower.fraudFoundOn' }, plus: '3年' } },
          ],
        },
      ],
    })
    const on = (date: string) => decided(policy, {}, { borrower: { fraudFound: true, fraudFoundOn: '2023-05-10' }, application: { date } })
    expect([on('2026-05-09'), on('2026-05-10'), decided(policy, {}, { borrower: { fraudFound: false } })]).toEqual([
      'refused',
      'granted',
      'granted',
    ])
  })
})

describe('limits of lines and of the enterprise', () => {
  const two = [insured, { ...insured, id: 'B', line: 'export-credit', insurer: 'Y' }]
  test('a combined share needs every policy of the line', () => {
    const policy = written({
      limits: [
        { ...place, per: { by: 'policy.line' }, stacking: 'combined-share', share: '60%', of: { total: { fact: 'policy.netPremium' } } },
      ],
    })
    const facts = { policies: [insured, { ...insured, id: 'B' }], otherSupport: [{ line: 'rd-liability', level: 'city', amount: '50000' }] }
    const { amount, limits } = assess(policy, parseFacts(policy, facts))
    expect([amount, limits[0]?.limit, limits[0]?.items]).toEqual([evaluateBecause('60% × 20万 - 5万'), '70000', ['A', 'B']])
  })

  test('limits by two facts may cross', () => {
    const policy = written({
      limits: [
        { ...place, per: { by: 'policy.line' }, cap: '8万元' },
        { ...place, per: { by: 'policy.insurer' }, cap: '9万元' },
      ],
    })
    const facts = {
      policies: [insured, { ...insured, id: 'B', insurer: 'Y' }, { ...insured, id: 'C', line: 'export-credit', insurer: 'Y' }],
    }
    const { amount, items } = assess(policy, parseFacts(policy, facts))
    // A and B share 80,000 of their line; B and C of the insurer Y come to 90,000 with 40,000 + 50,000.
    expect([amount, items.map((item) => item.amount)]).toEqual(['130000.00', ['40000', '40000', '50000']])
  })

  const three = [
    insured,
    { ...insured, id: 'B', insurer: 'Y' },
    { ...insured, id: 'C', line: 'export-credit', insurer: 'Y', premiumPaid: '400000' },
  ]
  const sharing = (cap: unknown, when?: unknown): Policy =>
    written({ limits: [{ ...place, per: { by: 'policy.line' }, ...(when === undefined ? {} : { when }), cap }] })
  const amountOf = (policy: Policy, policies: readonly object[] = three) => assess(policy, parseFacts(policy, { policies })).amount
  const group = { total: '1' }
  const all = { count: 'policies' }

  test.each<[string, Policy, string]>([
    ['at least two of the line', sharing('6万元', { value: group, atLeast: '2' }), 'min(50% × 20万, 6万) + 50% × 40万'],
    ['at most one of the line', sharing('6万元', { value: group, atMost: '1' }), '50% × 20万 + min(50% × 40万, 6万)'],
    ['at least three of all', sharing('6万元', { value: all, atLeast: '3' }), 'min(50% × 20万, 6万) + min(50% × 40万, 6万)'],
    ['at least four of all', sharing('6万元', { value: all, atLeast: '4' }), '50% × 60万'],
    [
      'premiums of the line of 20万',
      sharing('6万元', { value: { total: { fact: 'policy.netPremium' } }, atLeast: '20万元', atMost: '39万元' }),
      'min(50% × 20万, 6万) + 50% × 40万',
    ],
    [
      'of those of one insurer only',
      sharing('3万元', [
        { fact: 'policy.insurer', is: 'Y' },
        { value: group, atLeast: '1' },
      ]),
      '50% × 10万 + min(50% × 10万, 3万) + min(50% × 40万, 3万)',
    ],
    [
      'two of one insurer in a line: there are none',
      sharing('3万元', [
        { fact: 'policy.insurer', is: 'Y' },
        { value: group, atLeast: '2' },
      ]),
      '50% × 60万',
    ],
    ['a share of the premium of the line', sharing({ share: '20%', of: { total: { fact: 'policy.netPremium' } } }), '20% × 60万'],
    [
      'a share of all premiums for each line',
      sharing({ share: '20%', of: { total: { fact: 'policy.netPremium' }, over: 'policies' } }),
      'min(50% × 20万, 20% × 60万) + min(50% × 40万, 20% × 60万)',
    ],
    [
      'lifted by another cover',
      sharing({
        choose: 'first',
        cases: [
          { when: { value: { count: 'policies', where: { fact: 'policy.line', is: 'export-credit' } }, atLeast: '1' }, value: '9万元' },
        ],
        otherwise: '5万元',
      }),
      'min(50% × 20万, 9万) + min(50% × 40万, 9万)',
    ],
  ])('a limit by line, when %s', (_, policy, because) => {
    expect(amountOf(policy)).toBe(evaluateBecause(because))
    expect(amountOf(policy, three.slice(1).concat(three.slice(0, 1)))).toBe(evaluateBecause(because))
  })

  test('what decides for a line together is asked for', () => {
    const policy = sharing('6万元', { value: { total: { fact: 'policy.insuredAmount' } }, atLeast: '1万元' })
    const { insuredAmount, ...unknown } = insured
    expect(insuredAmount).toBe('2000000')
    expect(missingOf(policy, { policies: [unknown, three[2]] })).toEqual(['policies[0].insuredAmount'])
  })

  test('the order of the limits is shown as a reading, unless the document gives one', () => {
    const limits = [
      { ...place, per: 'policy', cap: '8万元' },
      { ...place, per: 'applicant', cap: '9万元' },
    ]
    const about = (policy: Policy): string[] => answered(policy).readings.map((reading) => reading.about)
    expect(about(written({ limits }))).toEqual(['parts[0].limits'])
    expect(about(written({ limits, orderOfLimits: { article: '第六条' } }))).toEqual([])
    expect(about(written({ limits: limits.slice(1) }))).toEqual([])
  })

  test('one of several kinds of support', () => {
    const policy = written({ limits: [{ ...place, per: 'applicant', stacking: 'choose-one', fact: 'application.choice', is: 'premium' }] })
    const answerWith = (choice: string) => answered(policy, {}, { application: { choice } }).amount
    expect([answerWith('premium'), answerWith('interest')]).toEqual(['50000.00', '0.00'])
  })

  test('a local share is a condition', () => {
    const policy = written({
      items: { where: [{ ...place, id: 'local-share', value: { otherSupport: 'amount', levels: ['county', 'city'] }, above: '0元' }] },
    })
    const answerWith = (level: string) => answered(policy, {}, { otherSupport: [{ level, line: 'rd-liability', amount: '1000' }] }).outcome
    expect([answerWith('county'), answerWith('central')]).toEqual(['granted', 'refused'])
  })

  test('recipients share the amount to the fen', () => {
    const policy = written({
      limits: [{ ...place, per: 'applicant', cap: '33333.33元' }],
      recipient: {
        ...place,
        value: {
          cases: [
            { when: { fact: 'policy.line', is: 'rd-liability' }, recipient: 'insurer', named: 'policy.insurer' },
            { recipient: 'enterprise' },
          ],
        },
      },
    })
    const facts = { policies: [...two, { ...insured, id: 'C', insurer: 'Z' }] }
    const answer = assess(policy, parseFacts(policy, facts))
    expect(answer.recipients?.map(({ recipient, name, amount, items }) => [recipient, name, amount, items])).toEqual([
      ['insurer', 'X', '11111.11', ['A']],
      ['enterprise', undefined, '11111.11', ['B']],
      ['insurer', 'Z', '11111.11', ['C']],
    ])
    expect(toText(explain(answer), { language: 'zh' })).toContain('拨付给：保险公司 X（A）')
  })

  test('interest and premium of a document share a cap', () => {
    const policy = parsePolicy({
      id: 'joint',
      title: '办法',
      evidence: 'official',
      effective: {},
      parts: [
        {
          id: 'interest',
          instrument: 'interest-subsidy',
          terms: { formula: { ...place, value: { share: '50%', of: { fact: 'loan.interestPaid' } } } },
          rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
        },
        {
          id: 'premium',
          instrument: 'premium-subsidy',
          terms: { formula: { ...place, value: half } },
          rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
        },
      ],
      limits: [{ ...place, id: 'together', cap: '8万元', over: ['interest', 'premium'], cut: 'last-first' }],
    })
    const facts = { loans: [{ id: 'L', interestPaid: '100000' }], policies: [insured] }
    const { amount, limits } = assessAll(policy, parseAll(policy, facts))
    expect([amount, limits.find(({ kind }) => kind === 'joint-cap')?.binding]).toEqual([
      evaluateBecause('min(50% × 10万 + 50% × 10万, 8万)'),
      true,
    ])
    expect(() => assess(policy, parseFacts(policy, { policies: [insured] }))).toThrow('joint limit')
    const loansOnly = assessAll(policy, parseAll(policy, { ...facts, policies: [] }))
    expect([loansOnly.outcome, loansOnly.amount, loansOnly.reasons.map(({ code, part }) => [code, part])]).toEqual([
      'granted',
      '50000.00',
      [['no-item-counts', 'premium']],
    ])
    expect(assessAll(policy, parseAll(policy, { ...facts, loans: [] })).amount).toBe('50000.00')
    expect(() => parseAll(policy, { loans: [], policies: [] })).toThrow('at least one')
  })
})

describe('explained', () => {
  const reading = { zh: '文件未规定', en: 'Not stated' }
  const policy = written({
    facts: {
      'borrower.first': { kind: 'yes-no', label: { zh: '首次申报', en: 'first application' } },
      'borrower.cutoff': { kind: 'date', label: { zh: '截止日', en: 'last day' } },
    },
    items: { where: [{ reading, id: 'start', fact: 'policy.start', from: { fact: 'borrower.cutoff' } }] },
    terms: { longest: { ...place, value: '1年' }, proration: { reading, value: 'month/12' } },
    limits: [
      { ...place, label: { zh: '每年限额', en: 'cap of the enterprise' }, cap: '8万元', per: 'applicant', period: 'year' },
      { ...place, label: { zh: '限额', en: 'annual cap' }, cap: '7万元', per: 'applicant', period: 'year' },
    ],
    flags: [{ ...place, id: 'first', label: { zh: '首次申报', en: 'first application' }, when: { fact: 'borrower.first', is: true } }],
  })
  const linesOf = (borrower: object, language: 'zh' | 'en'): readonly string[] =>
    toText(explain(answered(policy, {}, { borrower, history: { receivedThisYear: '0' } })), { language }).split('\n')

  test.each<['zh' | 'en', readonly string[]]>([
    ['zh', ['！', '（保单条件）', '（折算办法）', '每年限额：', '限额（每年）：']],
    ['en', ['! first application', '(conditions on policies)', '(how cover is counted)', 'cap of the enterprise a year:', 'annual cap:']],
  ])('in %s: flags, readings and periods', (language, wanted) => {
    const text = linesOf({ first: true, cutoff: '2020-01-01' }, language).join('\n').replaceAll('! 首次申报', '！')
    expect(wanted.filter((part) => !text.includes(part))).toEqual([])
  })

  test('a flag that is not raised, and a day that is not known', () => {
    const lines = linesOf({ first: false }, 'zh')
    expect(lines.filter((line) => line.includes('首次申报'))).toEqual(['  · 首次申报：不存在此情形（办法）'])
    expect(lines.filter((line) => line.includes('应不早于'))).toEqual([
      '  ? 保险期间起日：2024-01-01，应不早于（尚未确定）（本库理解：文件未规定）',
    ])
  })

  test.each([toText, toMarkdown, toHtml])('a language nobody writes in', (render) => {
    expect(() => render([], { lang: 'zh' } as never)).toThrow(new RangeError('language: expected "zh" or "en", received undefined'))
  })
})

test('the form asks for what a policy needs, not for what follows from it', () => {
  const schema = factsSchema(written({ limits: [{ ...place, per: { by: 'policy.line' }, cap: '1万元' }] })) as {
    readonly properties: { readonly policies: { readonly items: { readonly properties: object } } }
  }
  expect(Object.keys(schema.properties.policies.items.properties)).toEqual([
    'id',
    'line',
    'lines',
    'premiumPaid',
    'premiumRefunded',
    'payments',
  ])
})
