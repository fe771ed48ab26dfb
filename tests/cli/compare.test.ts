import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Command, commandHere, type Ran } from './command.js'
import { application, halfInterest, halfInterestTemplate } from './documents.js'

let here: Command
const text = (name: string): Promise<string> => readFile(join(here.folder, name), 'utf8')
const command = (words: string): Promise<Ran> => here.run([...words.split(' '), '--lang', 'en'])

const applications = [
  { ...application, id: '甲', loans: [{ ...application.loans[0], interestPaid: '800000' }] },
  { ...application, id: '=乙', borrower: { ...application.borrower, employees: 400 } },
  { ...application, id: '丙', borrower: { ...application.borrower, kind: 'other' } },
  { ...application, id: '丁', borrower: { kind: 'technology' } },
  { ...application, loans: [{ interestPaid: 1 }] },
]
const lines = (list: readonly object[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join('')

beforeAll(async () => {
  here = await commandHere()
  await here.file('policy.json', halfInterest)
  await here.file('template.json', halfInterestTemplate)
  await here.file('all.ndjson', lines(applications))
  await here.file('changes.json', { 'parts[0].limits[0].cap': '30万元', 'parts[0].eligibility[2].atMost': '500' })
})
afterAll(() => here.remove())

const changed = 'compare policy.json policy.json all.ndjson --changes changes.json'

describe('the same applications under a document and its change', () => {
  test('in a few lines', async () => {
    expect(await command(`${changed} -o said.txt`)).toEqual({ code: 1, stdout: '', stderr: '' })
    // 甲: min(40万, 50万) becomes 30万; 乙 with 400 employees comes in with 12345.68; 丙 stays refused; 丁 and the faulty one are undecided.
    expect(await text('said.txt')).toBe(
      [
        '5 applications: 1 gain, 1 lose, 1 stay the same, 2 undecided',
        'cost: 400000.00 yuan → 312345.68 yuan; gains 12345.68, losses 100000.00, difference -87654.32',
        '',
      ].join('\n'),
    )
  })

  test('row by row for a spreadsheet', async () => {
    await command(`${changed} --rows rows.csv --by borrower.kind -o said.txt`)
    expect((await text('rows.csv')).split('\r\n')).toEqual([
      '\uFEFFline,id,group,outcomeBefore,outcomeAfter,before,after,difference,change',
      '1,甲,technology,granted,granted,400000.00,300000.00,-100000.00,loses',
      "2,'=乙,technology,refused,granted,0.00,12345.68,12345.68,gains",
      '3,丙,other,refused,refused,0.00,0.00,0.00,same',
      '4,丁,technology,incomplete,incomplete,,,,undecided',
      '5,,technology,bad,bad,,,,undecided',
      '',
    ])
  })

  test('as data and as a report; any way to cut the file comes to the same bytes', async () => {
    await command(`${changed} --by borrower.kind --summary whole.json --report whole.html -o said.txt`)
    await here.file('1.ndjson', lines(applications.slice(0, 2)))
    await here.file('2.ndjson', lines(applications.slice(2)))
    await command(
      'compare policy.json policy.json 2.ndjson 1.ndjson --changes changes.json --by borrower.kind --summary cut.json --report cut.html -o said.txt',
    )
    expect([await text('cut.json'), await text('cut.html')]).toEqual([await text('whole.json'), await text('whole.html')])
    expect(JSON.parse(await text('whole.json'))).toMatchObject({
      before: 'half-interest',
      after: 'half-interest',
      changed: true,
      difference: '-87654.32',
      comparison: { groups: { other: { rows: 1 }, technology: { rows: 4, gains: 1, loses: 1, undecided: 2 } } },
    })
    const page = await text('whole.html')
    for (const shown of ['Half the interest &lt;trial&gt; (changed)', '<h2>kind of firm</h2>']) expect(page).toContain(shown)
  })
})

test('under two documents, with the parameters of each', async () => {
  await here.file('low.json', { cap: '1万元' })
  await here.file('high.json', { cap: '20万元' })
  await command('compare template.json template.json all.ndjson --with-a low.json --with-b high.json --summary sides.json -o said.txt')
  expect(JSON.parse(await text('sides.json'))).toMatchObject({
    changed: false,
    difference: '190000.00',
    comparison: { before: { fen: '1000000' }, after: { fen: '20000000' } },
  })
})

test('facts of either document are known, also as columns of a table', async () => {
  const other = {
    ...halfInterest,
    id: 'other',
    facts: { 'borrower.listed': { kind: 'yes-no', label: '是否上市' } },
    parts: [{ ...halfInterest.parts[0], eligibility: [{ article: '一', fact: 'borrower.listed', is: true }], items: {} }],
  }
  await here.file('other.json', other)
  await here.file(
    'both.csv',
    'id,企业类型,borrower.firstTimeBorrower,borrower.employees,loan.registered,loan.interestPaid,是否上市\na,technology,是,30,是,2000,否\n',
  )
  expect(await command('compare policy.json other.json both.csv --rows both.out.csv -o said.txt')).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  })
  expect((await text('both.out.csv')).split('\r\n')[1]).toBe('2,a,,granted,refused,1000.00,0.00,-1000.00,loses')
})

describe('wrong usage', () => {
  test.each([
    {
      name: 'a path that leads nowhere',
      changes: { 'parts[0].limits[3].cap': '1万元' },
      says: 'changes: the document has no parts[0].limits[3].cap',
    },
    { name: 'a prototype key', changes: { '__proto__.x': 1 }, says: 'the document has no __proto__.x' },
    { name: 'an entry taken out of a list', changes: { 'parts[0].limits[0]': null }, says: 'the document has no parts[0].limits[0]' },
    {
      name: 'a value the document cannot have',
      changes: { 'parts[0].limits[0].cap': '30万' },
      says: 'parts[0].limits[0].cap: expected a printed figure',
    },
    { name: 'changes that are a list', changes: [], says: 'changes: expected an object such as' },
    { name: 'a group that is no fact', words: '--by borrower.size', says: '--by: not a fact of these documents: borrower.size' },
    { name: 'a day that is none', words: '--known-on 2026-02-30', says: '--known-on: expected a day, received 2026-02-30' },
  ])('$name: exit code 2', async ({ changes = {}, words, says }) => {
    await here.file('changes', changes)
    const { code, stderr } = await command(`compare policy.json policy.json all.ndjson --changes changes ${words ?? '--encoding auto'}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)])
  })

  test('a key may be taken away, and one added', async () => {
    await here.file('changes', { 'parts[0].items': null, 'parts[0].limits[0].label': '最高限额' })
    const free = { ...application, loans: [{ ...application.loans[0], registered: false }] }
    await here.file('free.ndjson', lines([free]))
    await command('compare policy.json policy.json free.ndjson --changes changes --summary free.json -o said.txt')
    expect(JSON.parse(await text('free.json'))).toMatchObject({ comparison: { moves: { 'refused → granted': 1 } } })
  })
})
