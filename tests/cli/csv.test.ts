import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, textCell } from '../../src/cli/csv-text.js'
import { type CsvRecord, csvReader } from '../../src/cli/rows/csv-records.js'

/** All records of a text that comes in pieces. */
function read(text: string, cuts: readonly number[] = []): readonly CsvRecord[] {
  const reader = csvReader()
  const places = [0, ...[...cuts].map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  const records = places.slice(1).flatMap((until, index) => reader(text.slice(places[index], until), false))
  return [...records, ...reader('', true)]
}

describe('reading', () => {
  test.each<{ name: string; text: string; records: readonly (readonly string[] | string)[] }>([
    {
      name: 'plain',
      text: 'a,b\nc,d\n',
      records: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    {
      name: 'no line end at the end',
      text: 'a,b\r\nc,d',
      records: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    {
      name: 'empty cells',
      text: ',\n"",\n',
      records: [
        ['', ''],
        ['', ''],
      ],
    },
    { name: 'blank lines', text: '\na,b\r\n\r\n', records: [['a', 'b']] },
    {
      name: 'a quoted comma, quote and line end',
      text: '"a,b","c""d","e\r\nf"\nx,y,z',
      records: [
        ['a,b', 'c"d', 'e\r\nf'],
        ['x', 'y', 'z'],
      ],
    },
    { name: 'a quote inside a plain cell', text: 'a"b,c\nd,e\n', records: ['quote', ['d', 'e']] },
    { name: 'text after a closing quote', text: '"a"b,c\nd,e\n', records: ['quote', ['d', 'e']] },
    { name: 'a quote that is never closed', text: '"a,b\nc,d\n', records: ['open-quote', ['c', 'd']] },
    { name: 'an open quote closed by another row', text: '"a,b\nc,"d"\ne,f\n', records: ['quote', ['c', 'd'], ['e', 'f']] },
  ])('$name', ({ text, records }) => {
    for (const cuts of [[], Array.from(text, (_, index) => index)]) {
      expect(read(text, cuts).map(({ cells, fault }) => cells ?? fault)).toEqual(records)
    }
  })

  test('a stray or open quote costs its own row only', () => {
    const stray = read('1,a\n2,"x"y,b\n3,c\n4,"d"\n5,e\n')
    expect(stray.map(({ cells, fault }) => cells?.[0] ?? fault)).toEqual(['1', 'quote', '3', '4', '5'])
    const open = read(`1,a\n2,"x\n${'3,b\n'.repeat(1000)}`)
    expect([open.length, open.filter(({ fault }) => fault !== undefined)]).toEqual([1002, [{ line: 2, fault: 'open-quote' }]])
  })

  test('each record says the line it begins on', () => {
    expect(read('a\n\n"b\nc",d\ne"\nf\n').map(({ line }) => line)).toEqual([1, 3, 5, 6])
  })

  test('an overlong line or quote is one bad record', () => {
    const long = 'x'.repeat(1024 * 1024 + 1)
    const cuts = Array.from({ length: 30 }, (_, index) => index * 50_000)
    for (const pieces of [[], cuts]) {
      expect(read(`${long}\na,b\n`, pieces).map(({ line, fault }) => [line, fault])).toEqual([
        [1, 'too-large'],
        [2, undefined],
      ])
    }
    expect(
      read(`"a\n${'x,y\n'.repeat(300_000)}`, cuts)
        .slice(0, 2)
        .map(({ line, fault }) => [line, fault]),
    ).toEqual([
      [1, 'open-quote'],
      [2, undefined],
    ])
  })

  test('law: the same as csv-parse, however the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', ',', '"', '\n', '\r\n', ' ', '='), maxLength: 6 })
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }))
    fc.assert(
      fc.property(table, fc.boolean(), fc.array(fc.nat(), { maxLength: 5 }), (rows, quoted, cuts) => {
        const text = stringify(rows, { quoted, quoted_match: /[\r\n]/, record_delimiter: '\r\n' })
        const expected = parse(text, { record_delimiter: ['\r\n', '\n'] }) as readonly string[][]
        expect(read(text, cuts).map(({ cells }) => cells)).toEqual(expected)
      }),
    )
  })
})

describe('writing', () => {
  test('law: csv-parse reads back what is written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', ',', '"', '\n', '\r', ' ', '\t'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        expect(parse(csvLine(cells), { record_delimiter: ['\r\n'] })).toEqual([cells])
      }),
    )
  })

  test.each([
    ['plain', '甲公司', '甲公司'],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula after a space', ' =1+1', "' =1+1"],
    ['a sign', '-1', "'-1"],
    ['an address', '@x', "'@x"],
    ['a full-width formula', '＝1', "'＝1"],
    ['a tab before', '\t=1', "'\t=1"],
    ['a number', '20260001', '20260001'],
    ['a long number', '123456789012', '\t123456789012'],
    ['leading zeros', '007', '\t007'],
    ['what reads as a day', '3-4', '\t3-4'],
    ['what reads as an exponent', '1E5', '\t1E5'],
    ['a credit code', '91110108MA01ABCD2X', '91110108MA01ABCD2X'],
    ['nothing', '', ''],
  ])('a text cell: %s', (_, text, cell) => {
    expect(textCell(text)).toBe(cell)
  })
})
