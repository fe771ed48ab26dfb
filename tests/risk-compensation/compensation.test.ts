import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as whole from '../../src/index.js'
import type { Policy } from '../../src/policy/policy.js'
import { assess, explain, parseFacts, toText } from '../../src/risk-compensation/index.js'
import { fenIn } from './random-losses.js'

const place = '示例办法'
interface Written {
  readonly shares?: { readonly [party: string]: string }
  readonly borneBy?: readonly string[]
  readonly terms?: object
  readonly part?: object
}

function policyOf({ shares = { pool: '50%', bank: '50%' }, borneBy = ['pool'], terms = {}, part = {} }: Written): Policy {
  return whole.parsePolicy({
    id: 'example',
    title: '示例',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'risk-compensation',
        terms: {
          formula: { place, value: { borneBy } },
          losses: [{ id: 'loss', place, value: { fact: 'loan.principalLoss' }, layers: [{ shares }] }],
          ...terms,
        },
        rounding: { value: { to: 'fen', mode: 'half-up' }, place },
        ...part,
      },
    ],
  })
}

const answerTo = (policy: Policy, principalLoss: string, more: object = {}) =>
  assess(policy, parseFacts(policy, { loans: [{ id: 'A', principalLoss }], ...more }))
const sharesOf = (written: Written, loss: string) =>
  answerTo(policyOf(written), loss).shares?.map(({ party, amount, aboveLimits }) => [
    party,
    amount,
    ...(aboveLimits === true ? ['above limits'] : []),
  ])

describe('the odd fen, where the document names nobody', () => {
  test.each<{ name: string; shares: Written['shares']; borneBy: readonly string[]; loss: string; expect: readonly (readonly string[])[] }>([
    {
      name: 'goes to the largest part cut off',
      shares: { city: '1/3', bank: '2/3' },
      borneBy: ['city', 'bank'],
      loss: '0.01',
      expect: [
        ['city', '0.00'],
        ['bank', '0.01'],
      ],
    },
    {
      name: 'where equal parts are cut off, to the first in the order of the parties',
      shares: { bank: '50%', city: '50%' },
      borneBy: ['city', 'bank'],
      loss: '0.01',
      expect: [
        ['city', '0.01'],
        ['bank', '0.00'],
      ],
    },
    {
      name: 'to a party of the table before one of the document, and among those by name',
      shares: { village: '1/3', street: '1/3', insurer: '1/3' },
      borneBy: ['village', 'street', 'insurer'],
      loss: '0.02',
      expect: [
        ['insurer', '0.01'],
        ['street', '0.01'],
        ['village', '0.00'],
      ],
    },
  ])('$name', ({ shares, borneBy, loss, expect: expected }) => {
    expect(sharesOf({ shares: shares ?? {}, borneBy }, loss)).toEqual(expected)
  })

  const parties = ['central', 'city', 'bank', 'guarantor', 'village']
  const table = fc
    .record({
      names: fc.shuffledSubarray(parties, { minLength: 2 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ names, weights }) => {
      const parts = [...names].sort().map((name, index) => [name, weights[index] as number] as const)
      const sum = parts.reduce((total, [, weight]) => total + weight, 0)
      return { names, shares: Object.fromEntries(parts.map(([name, weight]) => [name, `${weight}/${sum}`])) }
    })
  const fen = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((amount) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`)

  test('the order in which the parties are listed changes nothing: shares, what is returned, payers', () => {
    fc.assert(
      fc.property(table, fen, fen, ({ names, shares }, loss, gross) => {
        const turned = Object.fromEntries(names.map((name) => [name, shares[name] as string]))
        const recovery = { place, value: { gross: { fact: 'recovery.gross' }, cost: { fact: 'recovery.cost' } } }
        const [answer, other] = [shares, turned].map((of) =>
          answerTo(
            policyOf({ shares: of, borneBy: names.slice(0, 1), terms: { recovery }, part: { payers: { place, value: of } } }),
            loss,
            { recovery: { gross, cost: '0' } },
          ),
        )
        const { shares: borne, returned, payers } = answer as NonNullable<typeof answer>
        expect([borne, returned, payers]).toEqual([other?.shares, other?.returned, other?.payers])
        expect((borne ?? []).reduce((sum, { amount }) => sum + fenIn(amount), 0n)).toBe(fenIn(loss))
      }),
    )
  })

  test('payers: the first in the order of the parties, however they are listed', () => {
    const payers = { place, value: { district: '50%', city: '50%' } }
    expect(answerTo(policyOf({ part: { payers } }), '0.02').payers.map(({ party, amount }) => [party, amount])).toEqual([
      ['city', '0.01'],
      ['district', '0.00'],
    ])
  })
})

describe('payers by slices of the amount', () => {
  const end = fc.bigInt({ min: 1n, max: 10n ** 7n })
  const text = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`

  test('add up to the amount; each slice is paid by its own, and the order in which they are listed changes nothing', () => {
    fc.assert(
      fc.property(end, end, fc.bigInt({ min: 0n, max: 10n ** 8n }), (first, second, amount) => {
        const answers = [
          ['city', 'district'],
          ['district', 'city'],
        ].map((names) => {
          const half = Object.fromEntries(names.map((name) => [name, '50%']))
          const slices = [
            { upTo: `${text(first)}元`, shares: { district: '100%' } },
            { upTo: `${text(first + second)}元`, shares: half },
            { shares: { city: '100%' } },
          ]
          const policy = policyOf({ shares: { pool: '100%' }, part: { payers: { place, value: { slices } } } })
          return Object.fromEntries(answerTo(policy, text(amount)).payers.map((payer) => [payer.party, fenIn(payer.amount)]))
        })
        expect(answers[1]).toEqual(answers[0])
        const { city = 0n, district = 0n } = answers[0] ?? {}
        const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
        const middle = least(second, amount - least(first, amount))
        expect(city + district).toBe(amount)
        expect(district).toBe(least(first, amount) + middle / 2n)
      }),
    )
  })

  test('the share of a payer is its exact part of the whole', () => {
    const slices = [{ upTo: '1元', shares: { district: '100%' } }, { shares: { city: '100%' } }]
    const policy = policyOf({ shares: { pool: '100%' }, part: { payers: { place, value: { slices } } } })
    expect(answerTo(policy, '3').payers).toEqual([
      { party: 'city', share: '2/3', amount: '2.00' },
      { party: 'district', share: '1/3', amount: '1.00' },
    ])
    expect(answerTo(policy, '0').payers.map(({ share }) => share)).toEqual(['0', '0'])
  })

  test('an end that depends on a fact is asked for', () => {
    const slices = [{ upTo: { fact: 'pool.deposit' }, shares: { district: '100%' } }, { shares: { city: '100%' } }]
    const policy = policyOf({ part: { payers: { place, value: { slices } } } })
    expect(answerTo(policy, '3').missing.map(({ path }) => path)).toEqual(['pool.deposit'])
    expect(answerTo(policy, '3', { pool: { deposit: '1' } }).payers.map(({ amount }) => amount)).toEqual(['0.50', '1.00'])
  })
})

describe('whom the compensation is paid through', () => {
  test('is who the formula names: a value that is only shown names nobody', () => {
    const shown = [{ place, value: { name: 'bankPart', label: '银行承担', borneBy: ['bank'] } }]
    const part = { limits: [{ id: 'cap', place, cap: '300元', per: 'loan' }] }
    const answer = answerTo(policyOf({ terms: { shown }, part }), '1000')
    expect(answer.items[0]?.worksheet['bankPart']?.value).toBe('500')
    expect(answer.shares?.map(({ party, amount, aboveLimits }) => [party, amount, aboveLimits ?? false])).toEqual([
      ['pool', '300.00', false],
      ['bank', '500.00', false],
      ['not-stated', '200.00', true],
    ])
    expect(sharesOf({ part }, '1000')).toEqual(
      answer.shares?.map(({ party, amount, aboveLimits }) => [party, amount, ...(aboveLimits === true ? ['above limits'] : [])]),
    )
  })

  test('limits may go by what the others bear, of a loan or of all', () => {
    const caps = [
      { id: 'loan', place, cap: { borneBy: ['bank'] }, per: 'loan' },
      { id: 'all', place, cap: { share: '50%', of: { total: { borneBy: ['bank'] } } }, per: 'applicant' },
    ]
    const answer = answerTo(policyOf({ shares: { pool: '80%', bank: '20%' }, part: { limits: caps } }), '1000')
    expect(answer.items[0]?.limits.map(({ limit, binding }) => [limit, binding])).toEqual([['200', true]])
    expect([answer.amount, answer.limits.map(({ limit }) => limit)]).toEqual(['100.00', ['100']])
  })
})

describe('what is said of a compensation', () => {
  const limits = [
    { id: 'least', place, minimum: '1元', per: 'loan' },
    { id: 'else', place, stacking: 'exclude', per: 'applicant' },
  ]
  const policy = policyOf({ part: { limits } })
  const textOf = (answer: whole.Assessment) => [explain(answer), whole.explain(answer)].map((lines) => toText(lines, { language: 'zh' }))

  test.each([
    [
      'granted',
      '1000',
      { otherSupport: [] },
      ['可予补偿：500.00元', '限额前补偿额', '限额后补偿额', '最低补偿额', '已享受其他支持的不再补偿'],
    ],
    ['too little', '1', { otherSupport: [] }, ['不予补偿', '低于最低补偿额，不予拨付']],
    ['excluded', '1000', { otherSupport: [{ amount: '1' }] }, ['不予补偿', '已享受其他支持，不再补偿']],
  ] as const)('is a compensation, not a subsidy, when %s', (_, loss, more, words) => {
    for (const text of textOf(answerTo(policy, loss, more))) {
      for (const word of words) expect(text).toContain(word)
      expect(text).not.toContain('补贴')
    }
  })

  test('words of the document stay as they are', () => {
    const labeled = policyOf({ part: { limits: [{ id: 'cap', label: '与贴息补贴合计', place, cap: '1元', per: 'loan' }] } })
    expect(toText(explain(answerTo(labeled, '1000')), { language: 'zh' })).toContain('与贴息补贴合计')
  })
})
