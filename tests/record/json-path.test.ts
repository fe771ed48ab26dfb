import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differencesOf, pathText, replacedAt } from '../../src/record/json-path.js'

test.each([
  [{ a: 1 }, { a: 1 }, []],
  [{ a: 1 }, { a: 2 }, ['a: 1 → 2']],
  [{ a: 1, b: 2 }, { b: 2, c: 3 }, ['a: 1 → undefined', 'c: undefined → 3']],
  [{ a: { b: [{ c: '1' }] } }, { a: { b: [{ c: '2' }] } }, ['a.b[0].c: "1" → "2"']],
  [[{ a: 1 }], [{ a: 1 }, { a: 2 }, { a: 3 }], ['[1]: undefined → {"a":2}', '[2]: undefined → {"a":3}']],
  [[{ a: 1 }, { a: 2 }, { a: 3 }], [{ a: 1 }], ['[2]: {"a":3} → undefined', '[1]: {"a":2} → undefined']],
  [{ a: ['x', 'y'] }, { a: ['y'] }, ['a: ["x","y"] → ["y"]']],
  [{ a: null }, { a: {} }, ['a: null → {}']],
  [{}, { constructor: 1 }, ['constructor: undefined → 1']],
])('%j to %j', (before, after, expected) => {
  const found = differencesOf(before, after).map(
    (one) => `${pathText(one.path)}: ${JSON.stringify(one.before)} → ${JSON.stringify(one.after)}`,
  )
  expect(found).toEqual(expected)
})

test('law: applied in their order the differences make the one of the other, and nothing given is changed', () => {
  const json = fc.jsonValue({ stringUnit: 'binary-ascii' }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  fc.assert(
    fc.property(fc.record({ a: json, b: json }), fc.record({ a: json, c: json }), (before, after) => {
      const copy = structuredClone(before)
      const made = differencesOf(before, after).reduce<unknown>((value, one) => replacedAt(value, one.path, one.after), before)
      expect(made).toEqual(after)
      expect(before).toEqual(copy)
    }),
  )
})
