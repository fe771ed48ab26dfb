import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/record/canonical-json.js'
import { contentHash } from '../../src/record/content-hash.js'

describe('RFC 8785', () => {
  test('the example of section 3.2.2: numbers, texts, keys', () => {
    const given = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as unknown
    expect(canonicalJson(given)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('keys go by UTF-16 code units, as in section 3.2.3', () => {
    const given = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect([...canonicalJson(given).matchAll(/\d(?=[,}])/g)].map(String)).toEqual(['2', '4', '6', '7', '1', '5', '3'])
  })

  test.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-1.7976931348623157e308, '-1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [0.000001, '0.000001'],
    [1e-7, '1e-7'],
  ])('number %d is %s, as in appendix B', (value, text) => expect(canonicalJson(value)).toBe(text))
})

describe('what is not JSON is refused with its path', () => {
  class Money {
    readonly amount = '1'
  }
  const circle: { self?: unknown } = {}
  circle.self = circle
  test.each([
    ['undefined', { a: [{ b: undefined }] }, 'a[0].b: expected a JSON value, received undefined'],
    ['a hole in a list', { a: Array<number>(1) }, 'a[0]: expected a JSON value, received undefined'],
    ['a function', { a: () => 1 }, 'a: expected a JSON value, received function'],
    ['not a number', { a: Number.NaN }, 'a: expected a JSON value, received NaN'],
    ['infinity', [Number.POSITIVE_INFINITY], '[0]: expected a JSON value, received Infinity'],
    ['a big integer', 1n, 'value: expected a JSON value, received bigint'],
    ['a symbol', Symbol('a'), 'value: expected a JSON value, received symbol'],
    ['a class', { a: new Money() }, 'a: expected a JSON value, received an object of a class'],
    ['a map', new Map(), 'value: expected a JSON value, received an object of a class'],
    ['half a surrogate pair', { a: '\ud83d' }, 'a: expected a JSON value, received half a surrogate pair'],
    ['half a surrogate pair in a key', { '\ude00': 1 }, '\ude00: expected a JSON value, received half a surrogate pair'],
    ['a circle', circle, `${'self.'.repeat(99)}self: expected a JSON value, received nesting deeper than 100`],
  ])('%s', (_, value, message) => expect(() => canonicalJson(value)).toThrow(new RangeError(message)))

  test('plain objects of another realm and without a prototype are JSON', () => {
    expect(canonicalJson(runInNewContext('({ b: [1], a: { c: null } })'))).toBe('{"a":{"c":null},"b":[1]}')
    expect(canonicalJson(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}')
  })
})

const json = fc.jsonValue().filter((value) => !/\\ud[89a-f]/i.test(JSON.stringify(value)))

describe('laws', () => {
  test('the text says the value, and saying it again gives the same text', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  test('the order of keys is nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? 1 : -1))))).toBe(canonicalJson(value))
      }),
    )
  })

  test('the hash is the SHA-256 Node works out of the UTF-8', () => {
    expect(contentHash({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    fc.assert(
      fc.property(json, (value) => {
        expect(contentHash(value)).toBe(`sha256:${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`)
      }),
    )
  })
})
