import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textCell, textIn } from '../../src/cli/csv-text.js'
import { progressText } from '../../src/cli/progress.js'
import { type BuiltCommand, builtCommand, ended, objectsIn, type Ran } from './command.js'
import { application, halfInterest } from './documents.js'

let command: BuiltCommand
const ROWS = 510
/** Long numbers, so that the rows come in several pieces. */
const LONG = 'x'.repeat(150)

/** Applications of every outcome, with lines that are blank, are no JSON, or hold facts that are faulty. */
const ndjson = Array.from({ length: ROWS }, (_, index) => {
  if (index % 97 === 13) return index % 2 === 0 ? '' : '{"id":'
  const loans = [
    { id: 'A', registered: true, interestPaid: index % 41 === 7 ? 'much' : `${index}.${String(index % 100).padStart(2, '0')}` },
  ]
  const borrower = { ...application.borrower, firstTimeBorrower: index % 5 !== 0, employees: index % 3 === 0 ? undefined : index % 400 }
  return JSON.stringify({ id: `编号-${index}-${LONG}`, borrower, loans })
}).join('\n')
const header = 'id,borrower.kind,borrower.firstTimeBorrower,borrower.employees,loans[0].registered,loans[0].interestPaid\n'
const csv =
  header +
  Array.from({ length: ROWS }, (_, index) => {
    const id = index % 50 === 3 ? `"=两行\n${index}"` : index % 50 === 4 ? `0${index}` : `行${index}-${LONG}`
    return `${id},technology,${index % 4 === 0 ? '否' : '是'},${index % 7 === 0 ? '' : 30},是,${index % 61 === 5 ? '"1,0"' : `${index}.5`}\n`
  }).join('')

beforeAll(async () => {
  command = await builtCommand()
  await command.file('policy.json', halfInterest)
  await command.file('rows.ndjson', ndjson)
  await command.file('rows.csv', csv)
})
afterAll(() => command.remove())

const assessHere = (words: string): Promise<Ran> => command.here(['assess', 'policy.json', ...words.split(' '), '--lang', 'en'])
const assess = (words: string): Promise<Ran> => command.run(['assess', 'policy.json', ...words.split(' ')])
const bytes = (name: string): Promise<Buffer> => readFile(join(command.folder, name))

const forms = [
  { name: 'NDJSON, explained', words: 'rows.ndjson' },
  { name: 'NDJSON, brief, with a fact kept', words: 'rows.ndjson --brief --keep borrower.kind' },
  { name: 'CSV', words: 'rows.csv' },
  { name: 'NDJSON to CSV, with facts kept', words: 'rows.ndjson --output csv --keep borrower.employees --keep loans[0].id' },
]

describe.each(forms)('$name', ({ words }) => {
  let whole: Buffer
  let summary: string
  let said: Ran
  beforeAll(async () => {
    said = await assess(`${words} --lang en -o whole --summary whole.json`)
    whole = await bytes('whole')
    summary = (await bytes('whole.json')).toString()
  })

  test('several workers write the same bytes, the same totals and the same closing line', async () => {
    const ran = await assess(`${words} --lang en --workers 3 -o shared --summary shared.json`)
    expect((await bytes('shared')).equals(whole)).toBe(true)
    expect((await bytes('shared.json')).toString()).toBe(summary)
    expect(ran).toEqual(said)
    expect((JSON.parse(summary) as { readonly rows: number }).rows).toBeGreaterThan(ROWS * 0.98)
  })

  test.each([
    { at: 'nothing', part: () => 0 },
    { at: 'its second byte', part: () => 2 },
    { at: 'the end of a row', part: (size: number) => whole.indexOf(10, Math.floor(size / 3)) + 1 },
    { at: 'all but its last byte', part: (size: number) => size - 1 },
    { at: 'its end', part: (size: number) => size },
    ...[0.05, 0.31, 0.77].map((share) => ({
      at: `byte ${share} of it`,
      part: (size: number) => Math.floor(size * share),
    })),
  ])('--resume goes on from $at to the same bytes and totals', async ({ part }) => {
    await writeFile(join(command.folder, 'cut'), whole.subarray(0, part(whole.length)))
    const ran = await assessHere(`${words} --resume -o cut --summary cut.json`)
    expect((await bytes('cut')).equals(whole)).toBe(true)
    expect((await bytes('cut.json')).toString()).toBe(summary)
    expect(ran).toEqual(said)
  })
})

describe('--resume', () => {
  test('begins anew where there is no file yet', async () => {
    const { code } = await assessHere('rows.csv --resume -o new.csv')
    await assessHere('rows.csv -o fresh.csv')
    expect([code, (await bytes('new.csv')).equals(await bytes('fresh.csv'))]).toEqual([1, true])
  })

  test.each([
    { name: 'of another document', from: 'rows.ndjson --brief', change: (text: string) => text.replaceAll('half-interest', 'another') },
    { name: 'with a row left out', from: 'rows.ndjson --brief', change: (text: string) => text.replace(/\n.*\n/, '\n') },
    { name: 'with a row twice', from: 'rows.ndjson --brief', change: (text: string) => text.replace(/\n(.*\n)/, '\n$1$1') },
    {
      name: 'with another amount in its last row',
      from: 'rows.ndjson --brief',
      change: (text: string) => text.replace(/"amount":"254.55"/, '"amount":"254.56"'),
    },
    {
      name: 'with more rows than there are applications',
      from: 'rows.ndjson --brief',
      change: (text: string) => `${text}${text.split('\n')[0]}\n`,
    },
    { name: 'with another head', from: 'rows.csv', change: (text: string) => text.replace('line,id', 'line,number') },
    { name: 'with the text of a row broken', from: 'rows.csv', change: (text: string) => text.replace('行7-', '行8-') },
  ])('leaves a file $name as it is: exit code 2', async ({ from, change }) => {
    await assessHere(`${from} -o foreign`)
    const before = change((await bytes('foreign')).toString())
    expect(before).not.toBe((await bytes('foreign')).toString())
    await command.file('foreign', before)
    const { code, stderr } = await assessHere(`${from} --resume -o foreign`)
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^result \d+ of foreign is not one of this run/)])
    expect((await bytes('foreign')).toString()).toBe(before)
  })

  test('needs a file to go on with', async () => {
    const { code, stderr } = await assessHere('rows.csv --resume')
    expect([code, stderr]).toEqual([2, '--resume needs --out: the file to go on with\n'])
  })

  test('after kill -9 again and again no row is lost or doubled', async () => {
    await command.file('many.ndjson', `${ndjson}\n`.repeat(8))
    await assess('many.ndjson --brief -o once.ndjson --summary once.json')
    const size = (await stat(join(command.folder, 'once.ndjson'))).size
    const out = join(command.folder, 'killed.ndjson')
    await writeFile(out, '')
    let kills = 0
    // Killed where a part of the file is written, further on each time; a part of the rows is written anew when it was not whole.
    const parts = Array.from({ length: 4 }, () => Math.random() * 0.9).sort((a, b) => a - b)
    for (const [index, part] of parts.entries()) {
      const words = 'assess policy.json many.ndjson --brief --resume -o killed.ndjson --workers'.split(' ')
      const child = command.start([...words, index % 2 === 0 ? '1' : '2'])
      const closed = ended(child)
      while (child.exitCode === null && (await stat(out)).size < size * part) await new Promise((resolve) => setTimeout(resolve, 1))
      if (child.kill('SIGKILL')) kills += 1
      await closed
      // What a system that went down leaves: a file that ends within a row.
      await truncate(out, Math.max(0, (await stat(out)).size - Math.floor(Math.random() * 300)))
    }
    const killed = `killed at ${parts.join(', ')} of the file`
    expect(kills, killed).toBeGreaterThan(0)
    const { code } = await assess('many.ndjson --brief --resume -o killed.ndjson --summary killed.json')
    expect(code).toBe(1)
    expect((await bytes('killed.ndjson')).equals(await bytes('once.ndjson')), killed).toBe(true)
    expect((await bytes('killed.json')).equals(await bytes('once.json')), killed).toBe(true)
  })
})

describe('--workers', () => {
  test('answer what has come before more comes', async () => {
    const child = command.start(['assess', 'policy.json', '-', '--input', 'ndjson', '--brief', '--workers', '2'])
    const ran = ended(child)
    child.stdin.write(`${JSON.stringify({ ...application, id: 'first' })}\n`)
    const first = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve))
    expect(first.toString()).toContain('"id":"first"')
    child.stdin.end(JSON.stringify({ ...application, id: 'second' }))
    expect(objectsIn((await ran).stdout).map(({ id }) => id)).toEqual(['first', 'second'])
  })

  test('end quietly when the reader goes away', async () => {
    const child = command.start(['assess', 'policy.json', 'rows.ndjson', '--workers', '2'])
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await new Promise((resolve) => child.on('close', resolve))).toBeLessThan(2)
  })

  test.each([
    { words: 'rows.ndjson --workers 0', says: '--workers: expected a whole number from 1 to 64, received 0' },
    { words: 'rows.ndjson --workers two', says: '--workers: expected a whole number from 1 to 64, received two' },
    { words: 'rows.ndjson --keep borrower.size', says: '--keep: not a fact of this document: borrower.size' },
  ])('$words is wrong usage', async ({ words, says }) => {
    expect(await assessHere(words)).toEqual({ code: 2, stdout: '', stderr: `${says}\n` })
  })
})

test('facts that are kept stand in the answer as they were stated', async () => {
  const input = `${JSON.stringify({ ...application, id: 'a' })}\n{"id":"b"}\n{"id":"c","borrower":{"employees":30,"unknown":1}}\nnot JSON\n`
  const keep = ['borrower.employees', 'borrower.firstTimeBorrower', 'loans[0].id'].flatMap((fact) => ['--keep', fact])
  const { stdout } = await command.run(['assess', 'policy.json', '-', '--input', 'ndjson', '--brief', ...keep], input)
  const table = await command.run(['assess', 'policy.json', '-', '--input', 'ndjson', '--output', 'csv', ...keep], input)
  const cells = table.stdout.trim().split('\r\n').slice(1)
  expect(cells.map((line) => line.split(',').slice(-3))).toEqual([
    ['30', 'true', 'A'],
    ['', '', ''],
    ['30', '', ''],
    ['', '', ''],
  ])
  expect(objectsIn(stdout).map(({ keys }) => keys)).toEqual([
    { 'borrower.employees': 30, 'borrower.firstTimeBorrower': 'true', 'loans[0].id': 'A' },
    {},
    { 'borrower.employees': 30 },
    {},
  ])
})

describe('progress', () => {
  test.each([
    {
      reached: { rows: 1_234_567, seconds: 12, share: undefined },
      zh: '已处理 1,234,567 行，每秒 102,881 行',
      en: '1,234,567 rows, 102,881 a second',
    },
    {
      reached: { rows: 500, seconds: 10, share: 0.25 },
      zh: '已处理 500 行，每秒 50 行，25%，还需 0:30',
      en: '500 rows, 50 a second, 25%, 0:30 left',
    },
    {
      reached: { rows: 500, seconds: 3_600, share: 0.3333 },
      zh: '已处理 500 行，每秒 0 行，33%，还需 2:00:02',
      en: '500 rows, 0 a second, 33%, 2:00:02 left',
    },
    { reached: { rows: 0, seconds: 0, share: 0 }, zh: '已处理 0 行，每秒 0 行', en: '0 rows, 0 a second' },
  ])('$en', ({ reached, zh, en }) => {
    expect([progressText(reached, 'zh'), progressText(reached, 'en')]).toEqual([zh, en])
  })
})

test.each(['=1+1', "'=1", "''=x", '\tx', "'\tx", '00123', '3-4', '甲', "'plain", '123456789012345678', ' =x', ''])(
  'a cell is read back as the text %j',
  (text) => {
    expect(textIn(textCell(text))).toBe(text)
  },
)
