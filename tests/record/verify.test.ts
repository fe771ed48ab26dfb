import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalculationRecord, canonicalJson, record, verify } from '../../src/record/index.js'
import { sealed } from '../../src/record/record.js'
import { applications } from './applications.js'

const all = await applications()
const application = all.find(({ name }) => name.startsWith('cn-service-sector-2025')) as (typeof all)[number]
const made = record({ ...application, options: { knownOn: '2026-01-31' } })
const { hash, hashes, ...content } = made
const codesOf = (given: unknown): string[] => verify(given).findings.map(({ code, path }) => (path === '' ? code : `${code} ${path}`))

type Node = Record<string, unknown>
/** A copy with one value replaced. */
const altered = (path: string, value: unknown, of: CalculationRecord = made): CalculationRecord => {
  const copy = structuredClone(of) as unknown as Node
  const steps = path.split('.')
  const last = steps.pop() as string
  let holder = copy
  for (const step of steps) holder = holder[step] as Node
  holder[last] = value
  return copy as unknown as CalculationRecord
}
const resealed = ({ format, engine, policy, facts, options, result, lines }: CalculationRecord): CalculationRecord =>
  sealed({ format, engine, policy, facts, options, result, lines })

describe('what was altered is named', () => {
  test.each<[string, unknown, string[]]>([
    ['engine', '0.0.9', ['engine-altered engine']],
    ['policy.title', '另一文件', ['document-altered policy', 'explanation-does-not-follow lines']],
    ['policy.parts.0.terms.longest.value', '6个月', ['document-altered policy', 'amount-does-not-follow result']],
    ['facts.loans.0.principal', '123456', ['facts-altered facts', 'amount-does-not-follow result']],
    ['facts.loans.0.nonsense', '1', ['facts-altered facts', 'not-recomputed']],
    ['policy.parts', [], ['document-altered policy', 'not-recomputed']],
    ['options.knownOn', '2026-02-01', ['options-altered options']],
    ['result.amount', '9000.01', ['result-altered result', 'amount-does-not-follow result']],
    ['result.outcome', 7, ['result-altered result', 'amount-does-not-follow result']],
    ['result.notes', [], ['result-altered result', 'explanation-does-not-follow lines']],
    ['lines.0.label.zh', '不予补贴', ['lines-altered lines', 'explanation-does-not-follow lines']],
    ['hashes.facts', hash, ['hash-altered hashes']],
    ['hash', hashes.facts, ['hash-altered hash']],
  ])('%s', (path, value, codes) => {
    const answer = verify(altered(path, value))
    expect(answer.outcome).toBe('differs')
    expect(answer.findings.map(({ code, path: at }) => (at === '' ? code : `${code} ${at}`))).toEqual(codes)
    expect(answer.findings.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true)
  })

  test('both amounts are given', () => {
    expect(verify(altered('result.amount', '1.00')).findings.at(-1)).toMatchObject({
      recorded: 'granted 1.00',
      recomputed: `granted ${made.result.amount}`,
    })
  })

  test('why the facts cannot be read', () => {
    const [, finding] = verify(altered('facts.loans.0.nonsense', '1')).findings
    expect(finding?.issues?.map(({ code, path }) => `${code} ${path}`)).toEqual(['unknown-key loans[0].nonsense'])
  })
})

describe('new hashes over altered content', () => {
  test('an amount that does not follow is found', () => {
    expect(codesOf(resealed(altered('result.amount', '9000.01')))).toEqual(['amount-does-not-follow result'])
    expect(codesOf(resealed(altered('facts.loans.0.principal', '123456')))).toEqual(['amount-does-not-follow result'])
  })

  test('a whole new calculation is a record of its own: only its hash tells', () => {
    const facts = altered('facts.loans.0.principal', '123456').facts
    const other = record({ policy: made.policy, facts, options: made.options })
    expect(verify(other)).toMatchObject({ outcome: 'same', hash: other.hash })
    expect(other.hash).not.toBe(made.hash)
  })
})

describe('a record of another version', () => {
  test('the same answer is the same', () => expect(codesOf(resealed(altered('engine', '0.0.9')))).toEqual([]))
  test('another amount', () => {
    const answer = verify(resealed(altered('result.amount', '9000.01', altered('engine', '0.0.9'))))
    expect(answer.findings).toEqual([
      {
        code: 'engine-changed-amount',
        path: 'result',
        message: {
          zh: `0.1.0版测算为可予补贴${made.result.amount}元，记录所用的0.0.9版为可予补贴9000.01元`,
          en: `version 0.1.0 comes to granted ${made.result.amount} yuan, version 0.0.9 to granted 9000.01 yuan`,
        },
        recorded: 'granted 9000.01',
        recomputed: `granted ${made.result.amount}`,
      },
    ])
  })
  test('other words for the same amount', () =>
    expect(codesOf(resealed(altered('lines', [], altered('engine', '0.0.9'))))).toEqual(['engine-changed-explanation lines']))
})

describe('what is no record is malformed, never thrown', () => {
  const cycle: Node = {}
  cycle['self'] = cycle
  test.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['malformed']],
    ['null', null, ['malformed']],
    ['a list', [], ['malformed']],
    ['text that is not JSON', '{', ['malformed']],
    ['a circle', cycle, ['malformed']],
    ['a function', { ...made, facts: () => 1 }, ['malformed']],
    ['another format', altered('format', 'subvention-record/9'), ['malformed format']],
    ['an empty object', {}, ['malformed format']],
    [
      'a format alone',
      { format: 'subvention-record/1' },
      ['engine', 'policy', 'facts', 'options', 'result', 'lines', 'hashes', 'hash'].map((name) => `malformed ${name}`),
    ],
    ['a member too many', { ...made, note: '' }, ['malformed note']],
    ['hashes without one', altered('hashes', { ...hashes, facts: 1 }), ['malformed hashes.facts']],
    ['lines that are none', { ...made, lines: {} }, ['malformed lines']],
  ])('%s', (_, given, codes) => {
    expect(verify(given).outcome).toBe('malformed')
    expect(codesOf(given)).toEqual(codes)
  })

  test('law: whatever stands in its place', () => {
    const paths = [
      'policy',
      'policy.parts',
      'policy.parts.0',
      'policy.parts.0.terms',
      'facts.loans',
      'options.rates',
      'options.knownOn',
      'result',
      'result.amount',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        expect(['malformed', 'differs', 'same']).toContain(verify(altered(path, value)).outcome)
        expect(verify(resealed(altered(path, value))).findings.every(({ code }) => !code.endsWith('-altered'))).toBe(true)
      }),
    )
  })
})

test('law: any changed character is found', () => {
  const texts = all.filter((_, index) => index % 29 === 0).map((given) => canonicalJson(record(given)))
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
      (text, at, character) => {
        const place = at % text.length
        fc.pre(text[place] !== character)
        expect(verify(text.slice(0, place) + character + text.slice(place + 1)).outcome).not.toBe('same')
      },
    ),
    { numRuns: 400 },
  )
})

test('the content of a record is what its hash is of', () => {
  expect(sealed(content)).toEqual(made)
})
