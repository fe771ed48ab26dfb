import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, type Limit, type Printed, parseFacts, parsePolicy } from '../../src/index.js'
import { STANDARD_CLASSES } from '../../src/policy/standard-facts.js'
import {
  type OtherSupport,
  PortfolioError,
  STACKING_REASONS,
  type StackingDocument,
  type StackingTerms,
  SUPPORT_LEVELS,
  type SupportLevel,
  stack,
} from '../../src/portfolio/index.js'

const INTEREST = '100000.00'

/** A document that pays a share of the interest, with rules about other support. */
function documentOf(
  id: string,
  level: SupportLevel,
  share: string,
  rules: readonly Limit[] = [],
  facts: object = { loans: [{ id: 'A', interestPaid: INTEREST }] },
): StackingDocument {
  const policy = parsePolicy({
    id,
    title: id,
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'interest-subsidy',
        terms: { formula: { article: '一', value: { share, of: { fact: 'loan.interestPaid' } } } },
        limits: rules,
        rounding: { article: '二', value: { to: 'fen', mode: 'half-up' } },
      },
    ],
  })
  return { id, level, assess: (otherSupport) => assess(policy, parseFacts(policy, { ...facts, otherSupport })) }
}

const paid = { fact: 'loan.interestPaid' } as const
const exclude = (...levels: readonly string[]): Limit => ({
  id: 'exclude',
  article: '三',
  per: 'applicant',
  stacking: 'exclude',
  ...(levels.length > 0 && { levels }),
})
const netCost: Limit = { id: 'net-cost', article: '三', per: 'loan', stacking: 'net-cost', cost: paid }
const combined = (share: Printed): Limit => ({ id: 'combined', article: '三', per: 'loan', stacking: 'combined-share', share, of: paid })
const terms: StackingTerms = { cost: INTEREST }
const turned = <Entry>(list: readonly Entry[]): Entry[] => list.map((_, index) => list[list.length - 1 - index] as Entry)

test('the levels are those that documents know', () => {
  expect([...SUPPORT_LEVELS]).toEqual(Object.keys(STANDARD_CLASSES['support.level'] ?? {}))
})

describe('the best admissible combination', () => {
  test.each([
    {
      name: 'documents that say nothing stack',
      documents: [documentOf('city', 'city', '30%'), documentOf('nation', 'central', '50%')],
      total: '80000.00',
      chosen: ['nation 50000.00', 'city 30000.00'],
      leftOut: [],
    },
    {
      name: 'the real cost cuts the last one',
      documents: [documentOf('nation', 'central', '50%'), documentOf('city', 'city', '40%'), documentOf('zone', 'zone', '30%')],
      total: '100000.00',
      chosen: ['nation 50000.00', 'city 40000.00', 'zone 10000.00'],
      leftOut: [],
    },
    {
      name: 'one that excludes others gives way to two that come to more',
      documents: [
        documentOf('nation', 'central', '60%', [exclude()]),
        documentOf('city', 'city', '40%'),
        documentOf('zone', 'zone', '30%'),
      ],
      total: '70000.00',
      chosen: ['city 40000.00', 'zone 30000.00'],
      leftOut: ['nation excluded-by-others city,zone 60000.00 60000.00'],
    },
    {
      name: 'and is taken alone where they come to less',
      documents: [
        documentOf('nation', 'central', '80%', [exclude()]),
        documentOf('city', 'city', '40%'),
        documentOf('zone', 'zone', '30%'),
      ],
      total: '80000.00',
      chosen: ['nation 80000.00'],
      leftOut: ['city excludes-others nation 40000.00 70000.00', 'zone excludes-others nation 30000.00 70000.00'],
    },
    {
      name: 'one that excludes its own level only',
      documents: [
        documentOf('a', 'city', '30%', [exclude('city')]),
        documentOf('b', 'city', '20%'),
        documentOf('nation', 'central', '20%'),
      ],
      total: '50000.00',
      chosen: ['nation 20000.00', 'a 30000.00'],
      leftOut: ['b excludes-others a 20000.00 40000.00'],
    },
    {
      name: 'one that reduces to the net cost leaves the rest to another',
      documents: [documentOf('nation', 'central', '70%', [netCost]), documentOf('city', 'city', '60%')],
      total: '100000.00',
      chosen: ['nation 70000.00', 'city 30000.00'],
      leftOut: [],
    },
    {
      name: 'a combined share holds whichever comes first',
      documents: [documentOf('nation', 'central', '50%', [combined('60%')]), documentOf('city', 'city', '40%')],
      total: '60000.00',
      chosen: ['city 40000.00', 'nation 20000.00 combined'],
      leftOut: [],
    },
    {
      name: 'a share used up by what is received already',
      documents: [documentOf('nation', 'central', '50%', [combined('60%')])],
      received: [{ level: 'city', amount: '60000.00' }] as const,
      total: '60000.00',
      chosen: [],
      leftOut: ['nation nothing-left  0.00 '],
    },
    {
      name: 'what is received already has reached the cost',
      documents: [documentOf('nation', 'central', '50%')],
      received: [{ level: 'city', amount: '100000.00' }] as const,
      total: '100000.00',
      chosen: [],
      leftOut: ['nation cost-reached  50000.00 '],
    },
    {
      name: 'of equal totals the fewest documents, then the higher level',
      documents: [
        documentOf('zone', 'zone', '60%', [exclude()]),
        documentOf('city', 'city', '60%', [exclude()]),
        documentOf('x', 'central', '20%'),
        documentOf('y', 'central', '40%'),
      ],
      total: '60000.00',
      chosen: ['city 60000.00'],
      leftOut: [
        'x excludes-others city 20000.00 60000.00',
        'y excludes-others city 40000.00 60000.00',
        'zone excluded-by-others city 60000.00 60000.00',
      ],
    },
  ])('$name', ({ documents, received = [], total, chosen, leftOut }) => {
    for (const order of [documents, turned(documents)]) {
      const answer = stack(order, { ...terms, received })
      expect({
        total: answer.total,
        chosen: answer.chosen.map(({ id, given, reducedBy }) => [id, given, ...reducedBy].join(' ')),
        leftOut: answer.leftOut.map(
          ({ id, reason, besides = [], alone, highestWith = '' }) => `${id} ${reason.code} ${besides.join()} ${alone} ${highestWith}`,
        ),
        undecided: answer.undecided,
      }).toEqual({ total, chosen, leftOut, undecided: false })
    }
  })

  test('a document that grants nothing alone says why', () => {
    const none = documentOf('none', 'city', '30%', [{ article: '三', per: 'applicant', minimum: '5万元' }])
    expect(stack([none], terms)).toEqual({
      cost: '100000.00',
      received: '0.00',
      total: '0.00',
      chosen: [],
      leftOut: [
        {
          id: 'none',
          level: 'city',
          reason: { code: 'refused-alone', label: STACKING_REASONS['refused-alone'] },
          reasons: [expect.objectContaining({ code: 'below-minimum' }) as object],
          alone: '0.00',
        },
      ],
      undecided: false,
      tried: 0,
    })
  })

  test('what is unknown is left out, is not zero, and is said', () => {
    const unknown = documentOf('unknown', 'central', '90%', [], { loans: [{ id: 'A' }] })
    const { total, leftOut, undecided } = stack([unknown, documentOf('city', 'city', '30%')], terms)
    expect({ total, leftOut, undecided }).toEqual({
      total: '30000.00',
      leftOut: [{ id: 'unknown', level: 'central', reason: { code: 'incomplete', label: STACKING_REASONS.incomplete } }],
      undecided: true,
    })
  })

  test('each document is told of the others with their level, amount and item', () => {
    const seen: (readonly OtherSupport[])[] = []
    const watching: StackingDocument = {
      ...documentOf('nation', 'central', '10%'),
      assess: (support) => {
        seen.push(support)
        return documentOf('nation', 'central', '10%').assess(support)
      },
    }
    stack([watching, { ...documentOf('city', 'city', '30%'), for: { loan: 'A' } }], {
      cost: INTEREST,
      received: [{ level: 'zone', amount: '5.00' }],
    })
    expect(seen).toContainEqual([
      { level: 'zone', amount: '5.00' },
      { level: 'city', amount: '30000.00', loan: 'A' },
    ])
  })
})

describe('laws', () => {
  const anyRule = fc.oneof(
    fc.constant([]),
    fc.constantFrom([exclude()], [exclude('city')], [exclude('central', 'zone')]),
    fc.constant([netCost]),
    fc.constantFrom('30%' as const, '60%' as const, '90%' as const).map((share) => [combined(share)]),
    fc.constantFrom('1万元', '4万元').map((minimum) => [netCost, { article: '四', per: 'applicant', minimum } as const]),
  )
  const anyDocuments = fc
    .array(
      fc.record({
        level: fc.constantFrom('central' as const, 'city' as const, 'zone' as const),
        share: fc.constantFrom('10%', '35%', '60%', '100%'),
        rules: anyRule,
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((list) => list.map(({ level, share, rules }, index) => documentOf(`document-${index}`, level, share, rules)))
  const anyTerms = fc.record({
    cost: fc.constantFrom('100000.00', '70000.01', '0.01', '0.00'),
    received: fc.constantFrom<readonly OtherSupport[]>(
      [],
      [{ level: 'provincial', amount: '20000.00' }],
      [{ level: 'city', amount: '0.01' }],
    ),
  })
  const fen = (amount: string): bigint => BigInt(amount.replace('.', ''))

  test('the total is never above the real cost, nor lower than the best single document; no order of the list matters', () => {
    fc.assert(
      fc.property(anyDocuments, anyTerms, (documents, given) => {
        const answer = stack(documents, given)
        const received = given.received.reduce((sum, { amount }) => sum + fen(amount), 0n)
        const sum = answer.chosen.reduce((total, share) => total + fen(share.given), received)
        expect(fen(answer.total)).toBe(sum)
        if (answer.chosen.length > 0) expect(sum).toBeLessThanOrEqual(fen(given.cost))
        for (const single of documents) expect(fen(stack([single], given).total)).toBeLessThanOrEqual(sum)
        expect(stack(turned(documents), given)).toEqual(answer)
        expect([...answer.chosen, ...answer.leftOut].map(({ id }) => id).sort()).toEqual(documents.map(({ id }) => id).sort())
      }),
      { numRuns: 60 },
    )
  })

  test('each chosen document, told of all the others, still grants what it gives', () => {
    fc.assert(
      fc.property(anyDocuments, anyTerms, (documents, given) => {
        const { chosen } = stack(documents, given)
        for (const { id, given: own } of chosen) {
          const document = documents.find((one) => one.id === id) as StackingDocument
          const others = chosen.filter((share) => share.id !== id).map((share) => ({ level: share.level, amount: share.given }))
          const answer = document.assess([...given.received, ...others])
          expect(answer.outcome).toBe('granted')
          expect(fen(answer.amount ?? '0.00')).toBeGreaterThanOrEqual(fen(own))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('one more document never lowers the total', () => {
    fc.assert(
      fc.property(anyDocuments, anyTerms, (documents, given) => {
        expect(fen(stack(documents.slice(1), given).total)).toBeLessThanOrEqual(fen(stack(documents, given).total))
      }),
      { numRuns: 40 },
    )
  })
})

describe('bad input', () => {
  const one = documentOf('a', 'city', '10%')
  test.each([
    { name: 'a level that is none', documents: [{ ...one, level: 'town' }], code: 'choice', path: 'documents[0].level' },
    { name: 'no function', documents: [{ id: 'a', level: 'city' }], code: 'missing', path: 'documents[0].assess' },
    { name: 'two of one id', documents: [one, one], code: 'duplicate', path: 'documents[1].id' },
    {
      name: 'too many',
      documents: Array.from({ length: 7 }, (_, index) => ({ ...one, id: String(index) })),
      code: 'too-many',
      path: 'documents',
    },
    { name: 'a cost that is no amount', documents: [one], terms: { cost: '-1' }, code: 'amount', path: 'cost' },
    {
      name: 'support without a level',
      documents: [one],
      terms: { cost: '1', received: [{ amount: '1' }] },
      code: 'missing',
      path: 'received[0].level',
    },
  ])('$name', ({ documents, terms: given = terms, code, path }) => {
    const error = (() => {
      try {
        return stack(documents as readonly StackingDocument[], given as StackingTerms)
      } catch (caught) {
        return caught
      }
    })()
    expect(error).toBeInstanceOf(PortfolioError)
    expect((error as PortfolioError).issues).toContainEqual(expect.objectContaining({ code, path }))
  })
})
