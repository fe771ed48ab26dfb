import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addToComparison,
  type ComparedClaim,
  type Comparison,
  changeOf,
  comparisonHtml,
  differenceOf,
  emptyComparison,
  mergeComparisons,
  PortfolioError,
  type Side,
} from '../../src/portfolio/index.js'

const granted = (amount: string): Side => ({ outcome: 'granted', amount })
const refused: Side = { outcome: 'refused', amount: '0.00' }
const incomplete: Side = { outcome: 'incomplete' }
const form = { edges: ['100', '1000'], best: 2 }
const compared = (claims: readonly ComparedClaim[]): Comparison => claims.reduce(addToComparison, emptyComparison(form))

const claims: readonly ComparedClaim[] = [
  { id: '甲', group: 'small', before: granted('500.00'), after: granted('450.05') },
  { id: '乙', group: 'small', before: refused, after: granted('1200.00') },
  { id: '丙', group: '<large>', before: granted('300.00'), after: granted('300.00') },
  { id: '丁', group: '<large>', before: granted('80.00'), after: incomplete },
  { id: '戊', group: '<large>', before: granted('2000.00'), after: refused },
  { id: '己', before: { outcome: 'bad' }, after: { outcome: 'bad' } },
]

describe('what changes for one application', () => {
  test.each([
    { before: granted('1.00'), after: granted('1.01'), expected: { change: 'gains', before: '1.00', after: '1.01', difference: '0.01' } },
    { before: granted('1.01'), after: granted('1.00'), expected: { change: 'loses', before: '1.01', after: '1.00', difference: '-0.01' } },
    { before: granted('1'), after: granted('1.00'), expected: { change: 'same', before: '1.00', after: '1.00', difference: '0.00' } },
    { before: refused, after: refused, expected: { change: 'same', before: '0.00', after: '0.00', difference: '0.00' } },
    { before: incomplete, after: granted('9.00'), expected: { change: 'undecided', after: '9.00' } },
    { before: granted('9.00'), after: { outcome: 'bad' } as const, expected: { change: 'undecided', before: '9.00' } },
  ])('$before.amount → $after.amount: $expected.change', ({ before, after, expected }) => {
    expect(changeOf({ id: 'a', before, after })).toEqual({ id: 'a', ...expected })
  })

  test('wrong input: every issue at once', () => {
    const wrong = { id: 'a', before: { outcome: 'paid', amount: '1.001' }, after: {} } as unknown as ComparedClaim
    expect(() => changeOf(wrong)).toThrow(PortfolioError)
    try {
      changeOf(wrong)
    } catch (error) {
      expect((error as PortfolioError).issues.map(({ path }) => path)).toEqual(['before.outcome', 'before.amount', 'after.outcome'])
    }
  })
})

test('who gains, who loses, the cost, the distribution, the groups', () => {
  const comparison = compared(claims)
  expect(comparison).toMatchObject({
    rows: 6,
    same: 1,
    undecided: 2,
    moves: { 'granted → incomplete': 1, 'granted → refused': 1, 'refused → granted': 1 },
    before: { rows: 6, fen: '288000', outcomes: { bad: 1, granted: 4, refused: 1 } },
    after: { rows: 6, fen: '195005', outcomes: { bad: 1, granted: 3, incomplete: 1, refused: 1 } },
    gains: { rows: 1, fen: '120000', bins: [0, 0, 1], best: [{ id: '乙', fen: '120000' }] },
    losses: {
      rows: 2,
      fen: '204995',
      bins: [1, 0, 1],
      best: [
        { id: '戊', fen: '200000' },
        { id: '甲', fen: '4995' },
      ],
    },
    groups: {
      '<large>': { rows: 3, gains: 0, loses: 1, undecided: 1, beforeFen: '230000', afterFen: '30000' },
      small: { rows: 2, gains: 1, loses: 1, undecided: 0, beforeFen: '50000', afterFen: '165005' },
    },
  })
  expect(differenceOf(comparison)).toBe('-849.95')
})

describe('laws', () => {
  const anySide = fc.oneof(
    fc.nat({ max: 200_000 }).map((fen) => granted(`${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)),
    fc.constantFrom<Side>(refused, incomplete, { outcome: 'bad' }),
  )
  const anyClaims = fc.array(
    fc.record(
      {
        id: fc.constantFrom('a', 'b', '甲', ''),
        group: fc.constantFrom('x', 'y', '__proto__', '10', '9'),
        before: anySide,
        after: anySide,
      },
      { requiredKeys: ['id', 'before', 'after'] },
    ),
    { maxLength: 12 },
  )
  const text = (comparison: Comparison): string => JSON.stringify(comparison)

  test('any shards in any order make the whole, to the byte; nothing is the identity', () => {
    fc.assert(
      fc.property(anyClaims, fc.integer({ min: 1, max: 4 }), (list, count) => {
        const whole = compared(list)
        const shards = Array.from({ length: count }, (_, shard) => compared(list.filter((_one, index) => index % count === shard)))
        expect(text(shards.reduce(mergeComparisons))).toBe(text(whole))
        expect(text(shards.reduceRight((sum, shard) => mergeComparisons(sum, shard)))).toBe(text(whole))
        expect(text(mergeComparisons(emptyComparison(form), whole))).toBe(text(whole))
      }),
    )
  })

  test('everyone gains, loses, stays or is undecided; the difference is that of the costs where all are decided; to go back is to exchange gains and losses', () => {
    fc.assert(
      fc.property(anyClaims, (list) => {
        const comparison = compared(list)
        const { rows, same, undecided, gains, losses } = comparison
        expect(gains.rows + losses.rows + same + undecided).toBe(rows)
        const back = compared(list.map(({ before, after, ...claim }) => ({ ...claim, before: after, after: before })))
        expect([back.gains, back.losses, back.same]).toEqual([losses, gains, same])
        const fenIn = (side: 'before' | 'after'): bigint =>
          list
            .filter(({ before, after }) => before.amount !== undefined && after.amount !== undefined)
            .reduce((sum, claim) => sum + BigInt(String(claim[side].amount).replace('.', '')), 0n)
        expect(BigInt(differenceOf(comparison).replace('.', ''))).toBe(fenIn('after') - fenIn('before'))
      }),
    )
  })

  test('the input stays as it was', () => {
    const before = compared(claims.slice(0, 3))
    const copy = text(before)
    addToComparison(before, claims[4] as ComparedClaim)
    expect(text(before)).toBe(copy)
  })
})

describe('the report', () => {
  const terms = { before: { zh: '现行办法', en: 'as it stands' }, after: { zh: '修订稿 <script>', en: 'the draft <script>' } }

  test.each(['zh', 'en'] as const)('in %s: one page that loads nothing, runs nothing and keeps to its own policy', (language) => {
    const page = comparisonHtml(compared(claims), { ...terms, language })
    expect(page).toMatch(language === 'zh' ? /^<!doctype html>\n<html lang="zh-CN">/ : /^<!doctype html>\n<html lang="en">/)
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`)
    expect(page).not.toMatch(/<(script|link|img|iframe|object|base|form|a)\b/i)
    expect(page).not.toMatch(/\s(style|on\w+|href|src)=/i)
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|url\(/i)
    expect(page.match(/<svg /g)).toHaveLength(4)
    expect(page).toContain(language === 'zh' ? '调整前：现行办法<br>' : 'before: as it stands<br>')
    for (const tag of ['svg', 'table', 'h2', 'tr', 'text', 'p']) {
      expect([tag, page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length]).toEqual([tag, page.match(new RegExp(`</${tag}>`, 'g'))?.length])
    }
  })

  test('its figures are those of the comparison, and text from outside is no markup', () => {
    const page = comparisonHtml(compared(claims), { ...terms, language: 'en', groups: 'size' })
    for (const shown of [
      '2,880.00',
      '1,950.05',
      '-929.95',
      '+1,200.00 / -2,049.95',
      '&lt;large&gt;',
      'the draft &lt;script&gt;',
      'refused → granted',
      '<h2>size</h2>',
    ])
      expect(page).toContain(shown)
  })

  test('of nothing is a page too', () => {
    const page = comparisonHtml(emptyComparison(), { ...terms, language: 'zh' })
    expect(page.match(/<svg /g)).toHaveLength(3)
    expect(page).not.toContain('NaN')
  })
})
