import { describe, expect, test } from 'vitest'
import { type Issue, type PolicyError, parsePolicy, safeParsePolicy, withParameters } from '../../src/index.js'
import { assess, parseFacts, safeParseFacts } from '../../src/premium-subsidy/index.js'

const place = { place: '办法' } as const
const document = {
  id: 'example',
  title: '办法',
  evidence: 'official',
  effective: {},
  facts: { 'policy.line': { kind: 'class', label: '险种', oneOf: { drone: { zh: '无人机保险', en: 'drone insurance' } } } },
  parts: [
    {
      instrument: 'premium-subsidy',
      terms: { formula: { ...place, value: { share: '50%', of: { counted: 'premium' } } } },
      rounding: { ...place, value: { to: 'fen', mode: 'half-up' } },
    },
  ],
}
const policy = parsePolicy(document)
const insured = { id: 'A', line: 'rd-liability', premiumPaid: '100000', premiumRefunded: '0', insuredAmount: '5000000' }
const withPolicy = (changes: object, ...without: readonly string[]): object => ({
  policies: [Object.fromEntries(Object.entries({ ...insured, ...changes }).filter(([key]) => !without.includes(key)))],
})

function issuesOf(input: unknown): readonly Issue[] {
  const result = safeParseFacts(policy, input)
  return result.success ? [] : result.issues
}

describe('facts that cannot be', () => {
  const payment = { date: '2024-03-01', amount: '100000' }
  test.each<[string, object, string, string]>([
    ['no policy at all', { policies: [] }, 'empty', 'policies'],
    ['an unknown line', withPolicy({ line: 'space-travel' }), 'class', 'policies[0].line'],
    ['an unknown line among several', withPolicy({ lines: ['rd-liability', 'x'] }, 'line'), 'classes', 'policies[0].lines'],
    ['no line among several', withPolicy({ lines: [] }, 'line'), 'empty', 'policies[0].lines'],
    ['a line and several', withPolicy({ lines: ['rd-liability', 'export-credit'] }), 'contradiction', 'policies[0].lines'],
    ['a premium of zero', withPolicy({ premiumPaid: '0' }), 'not-positive', 'policies[0].premiumPaid'],
    ['a negative premium', withPolicy({ premiumPaid: '-1' }), 'amount', 'policies[0].premiumPaid'],
    ['an insured amount of zero', withPolicy({ insuredAmount: '0.00' }), 'not-positive', 'policies[0].insuredAmount'],
    ['a premium as a number', withPolicy({ premiumPaid: 100000 }), 'amount', 'policies[0].premiumPaid'],
    ['a premium rate above what was paid', withPolicy({ premiumRate: '0.03' }), 'contradiction', 'policies[0].premiumRate'],
    ['a premium rate below it', withPolicy({ premiumRate: '0.0199' }), 'contradiction', 'policies[0].premiumRate'],
    ['a rate in percent', withPolicy({ premiumRate: '3%' }), 'rate', 'policies[0].premiumRate'],
    ['a refund above the premium', withPolicy({ premiumRefunded: '100000.01' }), 'refunded-too-much', 'policies[0].premiumRefunded'],
    ['a net premium that is another', withPolicy({ netPremium: '99999.99' }), 'contradiction', 'policies[0].netPremium'],
    ['cover that ends before it begins', withPolicy({ start: '2024-01-02', end: '2024-01-01' }), 'order', 'policies[0].end'],
    ['a day that does not exist', withPolicy({ start: '2023-02-29' }), 'date', 'policies[0].start'],
    ['two policies of one number', { policies: [insured, insured] }, 'duplicate', 'policies[1].id'],
    ['no payment', withPolicy({ payments: [] }, 'premiumPaid'), 'empty', 'policies[0].payments'],
    ['payments of another sum', withPolicy({ payments: [{ ...payment, amount: '1' }] }), 'contradiction', 'policies[0].premiumPaid'],
    ['a payment without its day', withPolicy({ payments: [{ amount: '100000' }] }), 'absent', 'policies[0].payments[0].date'],
    [
      'a payment of nothing stated',
      withPolicy({ payments: [{ date: '2024-03-01' }] }, 'premiumPaid'),
      'absent',
      'policies[0].payments[0].amount',
    ],
    [
      'a payment of zero',
      withPolicy({ payments: [{ ...payment, amount: '0' }] }, 'premiumPaid'),
      'not-positive',
      'policies[0].payments[0].amount',
    ],
    [
      'a payment in yuan and in dollars',
      withPolicy({ payments: [{ ...payment, currencyAmount: '14000' }] }),
      'contradiction',
      'policies[0].payments[0].currencyAmount',
    ],
    [
      'a negative payment in dollars',
      withPolicy({ payments: [{ date: '2024-03-01', currencyAmount: '-5', exchangeRate: '7.1' }] }, 'premiumPaid'),
      'not-positive',
      'policies[0].payments[0].currencyAmount',
    ],
    [
      'an exchange rate of zero',
      withPolicy({ payments: [{ date: '2024-03-01', currencyAmount: '5', exchangeRate: '0' }] }, 'premiumPaid'),
      'not-positive',
      'policies[0].payments[0].exchangeRate',
    ],
    ['an earlier cover that ends before it begins', { covers: [{ start: '2024-01-02', end: '2024-01-01' }] }, 'order', 'covers[0].end'],
    [
      'support for a policy that is not there',
      { policies: [insured], otherSupport: [{ policy: 'B', amount: '1' }] },
      'unknown-policy',
      'otherSupport[0].policy',
    ],
    [
      'support for a line nobody knows',
      { policies: [insured], otherSupport: [{ line: 'research', amount: '1' }] },
      'unknown-line',
      'otherSupport[0].line',
    ],
    ['a misspelled fact', withPolicy({ premiumPayed: '1' }), 'unknown-key', 'policies[0].premiumPayed'],
  ])('%s', (_, input, code, path) => {
    const issues = issuesOf(input)
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]])
    for (const { message } of issues) expect([message.zh, message.en].every((text) => text.length > 3)).toBe(true)
  })

  test('every issue at once, each with what was given', () => {
    const issues = issuesOf({
      policies: [{ ...insured, premiumPaid: '0', insuredAmount: '0', start: '2024-02-01', end: '2024-01-31' }, { ...insured }],
      otherSupport: [{ line: 'x', amount: '1' }],
    })
    expect(issues.map(({ code, path, given }) => `${code} ${path} ${given}`)).toEqual([
      'order policies[0].end "2024-01-31"',
      'not-positive policies[0].premiumPaid "0"',
      'not-positive policies[0].insuredAmount "0"',
      'duplicate policies[1].id "A"',
      'unknown-line otherSupport[0].line "x"',
    ])
  })
})

test.each([
  ['the rate the premium comes to', '100000', '0.02'],
  ['a premium rounded to the fen', '100000.01', '0.020000001'],
])('%s is no contradiction', (_, premiumPaid, premiumRate) => expect(issuesOf(withPolicy({ premiumPaid, premiumRate }))).toEqual([]))

describe('lines by their names', () => {
  test.each([
    ['the code', 'rd-liability', 'rd-liability'],
    ['the Chinese name', '产品研发责任保险', 'rd-liability'],
    ['another name', '董责险', 'directors-and-officers'],
    ['a line of the document', 'drone', 'drone'],
    ['a line of the document by its name', '无人机保险', 'drone'],
    ['by its English name', 'drone insurance', 'drone'],
  ])('%s', (_, stated, line) => {
    const facts = parseFacts(policy, withPolicy({ line: stated }))
    expect((facts['policies'] as readonly { readonly line: string }[])[0]?.line).toBe(line)
  })

  test('support and earlier covers are read by the same names', () => {
    const facts = parseFacts(policy, {
      policies: [insured],
      covers: [{ line: '产品研发责任险', start: '2022-01-01', end: '2022-12-31' }],
      otherSupport: [{ line: '产品研发责任险', level: 'city', amount: '1' }],
    })
    const lineIn = (list: string) => (facts[list] as readonly { readonly line: string }[])[0]?.line
    expect([lineIn('covers'), lineIn('otherSupport')]).toEqual(['rd-liability', 'rd-liability'])
  })

  test('documents read together know the lines of each', () => {
    const other = parsePolicy({
      ...document,
      id: 'other',
      facts: { 'policy.line': { kind: 'class', label: '险种', oneOf: { balloon: { zh: '气球保险', en: 'balloon insurance' } } } },
    })
    for (const line of ['drone', 'balloon']) expect(safeParseFacts([policy, other], withPolicy({ line })).success).toBe(true)
    expect(safeParseFacts(policy, withPolicy({ line: 'balloon' })).success).toBe(false)
  })
})

describe('what is not stated is asked for', () => {
  const missing = (input: object): readonly string[] => {
    const { outcome, missing: absent, amount } = assess(policy, parseFacts(policy, input))
    expect([outcome, amount]).toEqual(['incomplete', undefined])
    return absent.map(({ path }) => path)
  }
  test('the policies', () => expect(missing({})).toEqual(['policies']))
  test('premium and refund together', () =>
    expect(missing(withPolicy({}, 'premiumPaid', 'premiumRefunded'))).toEqual(['policies[0].premiumPaid', 'policies[0].premiumRefunded']))
  test('a refund, never zero', () => expect(missing(withPolicy({}, 'premiumRefunded'))).toEqual(['policies[0].premiumRefunded']))
  test('the exchange rate of a payment in another currency', () => {
    const payments = [
      { date: '2024-03-01', amount: '1000' },
      { date: '2024-03-02', currency: 'USD', currencyAmount: '14000' },
    ]
    expect(missing(withPolicy({ payments }, 'premiumPaid'))).toEqual(['policies[0].payments[1].exchangeRate'])
  })
})

describe('faulty documents', () => {
  const part = document.parts[0] as (typeof document.parts)[number]
  const faultsOf = (changes: object): string[] => {
    const result = safeParsePolicy({ ...document, parts: [{ ...part, ...changes }] })
    return result.success ? [] : result.issues.map(({ code, path }) => `${code} ${path.replace('parts[0].', '')}`)
  }
  const terms = (more: object): object => ({ terms: { ...part.terms, ...more } })

  test.each<[string, object, string]>([
    ['a term of loans under policies', terms({ principal: { ...place, value: '100万元' } }), 'unknown-term terms.principal'],
    [
      'a term of policies under loans',
      {
        items: { of: 'loan' },
        terms: { formula: { ...place, value: { fact: 'loan.premiumPaid' } }, premium: { ...place, value: { fact: 'loan.premiumPaid' } } },
      },
      'unknown-term terms.premium',
    ],
    [
      'a premium counted of loans',
      { items: { of: 'loan' }, terms: { formula: { ...place, value: { counted: 'premium' } } } },
      'unknown-quantity terms.formula.value',
    ],
    [
      'a principal counted of policies',
      terms({ formula: { ...place, value: { counted: 'principal' } } }),
      'unknown-quantity terms.formula.value',
    ],
    [
      'a premium counted for the enterprise',
      terms({ formula: { ...place, per: 'applicant', value: { counted: 'premium' } } }),
      'out-of-reach terms.formula.value',
    ],
    ['cover counted in part without a proration', terms({ longest: { ...place, value: '1年' } }), 'absent terms.proration'],
    [
      'a rate limit a year without a proration',
      terms({ premiumRateLimit: { ...place, value: '3%', per: 'year' } }),
      'absent terms.proration',
    ],
    [
      'a part of the cover without a proration',
      terms({ formula: { ...place, value: { counted: 'premium', within: { from: '2024-01-01' } } } }),
      'absent terms.proration',
    ],
    [
      'years of cover counted in a limit without a proration',
      { limits: [{ ...place, per: 'policy', cap: { share: { counted: 'years' }, of: '1万元' } }] },
      'absent terms.proration',
    ],
    [
      'a rate limit that is an amount',
      terms({ premiumRateLimit: { ...place, value: '3万元', per: 'policy' } }),
      'kind terms.premiumRateLimit.value',
    ],
    ['a premium without a source', terms({ premium: { value: { fact: 'policy.premiumPaid' } } }), 'source terms.premium'],
    [
      'participation by what earlier covers do not have',
      terms({ participation: { ...place, value: { per: { by: 'policy.insurer' } } } }),
      'unknown-cover terms.participation.value.per.by',
    ],
    [
      'a gap in months',
      terms({ participation: { ...place, value: { per: 'applicant', restartsAfter: '1个月' } } }),
      'kind terms.participation.value.restartsAfter',
    ],
    [
      'nobody is paid for the last policy',
      { recipient: { ...place, value: { cases: [{ when: { fact: 'policy.line', is: 'drone' }, recipient: 'insurer' }] } } },
      'absent recipient.value.cases',
    ],
    [
      'a recipient nobody knows by name',
      { recipient: { ...place, value: { cases: [{ recipient: 'insurer', named: 'policy.broker' }] } } },
      'unknown-fact recipient.value.cases[0].named',
    ],
    [
      'a line outside the classes',
      { items: { where: [{ ...place, fact: 'policy.line', oneOf: ['rd-liabilty'] }] } },
      'unknown-class items.where[0].oneOf',
    ],
    [
      'a cap for each year of a premium',
      { limits: [{ ...place, per: 'applicant', cap: '5万元', each: 'calendar-year' }] },
      'out-of-reach limits[0].each',
    ],
    ['a limit per loan', { limits: [{ ...place, per: 'loan', cap: '1万元' }] }, 'unknown-scope limits[0].per'],
  ])('%s', (_, changes, fault) => expect(faultsOf(changes)).toContain(fault))

  test('a line that nobody knows among those supplied is a fault of the parameter, once', () => {
    const template = parsePolicy({
      ...document,
      parameters: { lines: { kind: 'classes', label: '险种' } },
      parts: [
        {
          ...part,
          items: {
            where: [
              { ...place, id: 'line', fact: 'policy.line', oneOf: { parameter: 'lines' } },
              { ...place, id: 'again', not: { not: { fact: 'policy.line', oneOf: { parameter: 'lines' } } } },
            ],
          },
        },
      ],
    })
    const supplied = withParameters(template, { lines: ['drone', 'rd-liabilty'] })
    try {
      assess(supplied, parseFacts(supplied, { policies: [insured] }))
      expect.unreachable()
    } catch (error) {
      expect((error as PolicyError).issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['unknown-class parameters.lines'])
    }
  })
})
