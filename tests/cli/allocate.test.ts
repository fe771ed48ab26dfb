import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rankOf } from '../../src/cli/ranks.js'
import { allocateBudget, type Budget, type Claim } from '../../src/portfolio/index.js'
import { type Command, commandHere, objectsIn, type Ran } from './command.js'
import { application, halfInterest } from './documents.js'

let here: Command
beforeAll(async () => {
  here = await commandHere()
})
afterAll(() => here.remove())

const file = (name: string, content: string | object): Promise<string> => here.file(name, content)
const text = (name: string): Promise<string> => readFile(join(here.folder, name), 'utf8')
const json = async (name: string): Promise<unknown> => JSON.parse(await text(name))
const command = (words: string): Promise<Ran> => here.run([...words.split(' '), '--lang', 'en'])
const lines = (claims: readonly object[]): string => claims.map((claim) => `${JSON.stringify(claim)}\n`).join('')
const fenIn = (amount: string): bigint => BigInt(amount.replace('.', ''))

const claims: readonly Claim[] = [
  { id: '丙', amount: '300.00', keys: { 'application.date': '2026-03-02', score: 70 } },
  { id: '甲', amount: '100.10', keys: { 'application.date': '2026-03-01', score: 90 } },
  { id: '乙', amount: '200.00', keys: { 'application.date': '2026-03-01', score: 80 } },
]

describe('a queue', () => {
  test.each([
    {
      order: 'application.date',
      last: 'part-paid',
      given: [
        ['乙', '200.00', ''],
        ['甲', '100.10', ''],
        ['丙', '99.90', 'part-paid'],
      ],
    },
    {
      order: 'application.date,score:highest',
      last: 'part-paid',
      given: [
        ['甲', '100.10', ''],
        ['乙', '200.00', ''],
        ['丙', '99.90', 'part-paid'],
      ],
    },
    {
      order: 'score:highest',
      last: 'not-paid',
      given: [
        ['甲', '100.10', ''],
        ['乙', '200.00', ''],
        ['丙', '0.00', 'does-not-fit'],
      ],
    },
    {
      order: 'score',
      last: 'skipped',
      given: [
        ['丙', '300.00', ''],
        ['乙', '0.00', 'does-not-fit'],
        ['甲', '0.00', 'does-not-fit'],
      ],
    },
    {
      order: 'as-listed',
      last: 'part-paid',
      given: [
        ['丙', '300.00', ''],
        ['甲', '100.00', 'part-paid'],
        ['乙', '0.00', 'budget-spent'],
      ],
    },
  ])('by $order, the last one $last', async ({ order, last, given }) => {
    await file('claims.ndjson', lines(claims))
    const budget = last === 'skipped' ? '300.09' : '400.00'
    const { code } = await command(
      `allocate claims.ndjson --budget ${budget} --rule first-come --order ${order} --last ${last} -o list.ndjson`,
    )
    const list = objectsIn(await text('list.ndjson'))
    expect([code, list.map(({ id, given: own, reason = '' }) => [id, own, reason])]).toEqual([0, given])
  })
})

test('the payable list as CSV adds up to the budget, with what is asked, given and why', async () => {
  await file('claims.ndjson', lines([...claims, { id: '=x', amount: '5.00', keys: { score: 1 } }]))
  const words =
    'allocate claims.ndjson --budget 500.00 --reserve 99.99 --rule first-come --order score:highest --last part-paid --summary list.json -o list.csv'
  const { code, stderr } = await command(words)
  expect([code, stderr]).toEqual([0, 'budget 500.00 yuan (reserve 99.99); 4 claims ask for 605.10, 3 are given 400.01, 0.00 unspent\n'])
  expect(await text('list.csv')).toBe(
    `\uFEFF${[
      'id,asked,given,reason,message',
      '甲,100.10,100.10,,',
      '乙,200.00,200.00,,',
      '丙,300.00,99.91,part-paid,less was left than it asks for: it is given what was left',
      "'=x,5.00,0.00,budget-spent,the budget was spent before its turn",
      '',
    ].join('\r\n')}`,
  )
  expect(await json('list.json')).toEqual({
    budget: '500.00',
    reserve: '99.99',
    asked: '605.10',
    given: '400.01',
    unspent: '0.00',
    dependsOnListing: false,
    claims: 4,
    paid: 3,
    cut: { 'budget-spent': 1, 'part-paid': 1 },
    notGranted: { bad: 0, incomplete: 0, refused: 0 },
  })
})

describe('answers of assess', () => {
  const applications = Array.from({ length: 12 }, (_, index) => ({
    ...application,
    id: `=${index}`,
    application: { date: `2026-03-${String(20 - index).padStart(2, '0')}` },
    borrower: { ...application.borrower, firstTimeBorrower: index % 4 !== 1, employees: index === 6 ? undefined : 30 },
    loans: [{ id: 'A', registered: true, interestPaid: index === 9 ? '1e5' : `${(index + 1) * 100}.01` }],
  }))
  const allocate = 'allocate --rule first-come --order application.date --last part-paid --budget 1000.00'

  test('are claims, in either form and from any number of files; what is not granted claims nothing', async () => {
    await file('policy.json', halfInterest)
    await file('all.ndjson', lines(applications))
    await command('assess policy.json all.ndjson --brief --keep application.date -o all.out.ndjson')
    await command('assess policy.json all.ndjson --output csv --keep application.date -o all.out.csv')
    const { stderr } = await command(`${allocate} all.out.ndjson --summary whole.json -o whole.csv`)
    expect(stderr).toBe(
      'budget 1000.00 yuan; 8 claims ask for 2650.08, 2 are given 1000.00, 0.00 unspent; 4 more were not granted and take no part\n',
    )
    await command(`${allocate} all.out.csv -o again.csv`)
    expect(await text('again.csv')).toBe(await text('whole.csv'))
    expect(await json('whole.json')).toMatchObject({ notGranted: { bad: 1, incomplete: 1, refused: 2 } })
    const shards = await Promise.all(
      [0, 1, 2].map(async (shard) => {
        await file(`${shard}.ndjson`, lines(applications.filter((_, index) => index % 3 === shard)))
        return `${shard}.out.ndjson`
      }),
    )
    for (const shard of [0, 1, 2])
      await command(`assess policy.json ${shard}.ndjson --brief --keep application.date -o ${shard}.out.ndjson --summary ${shard}.json`)
    await command(`${allocate} ${[2, 1, 0].map((shard) => shards[shard]).join(' ')} --summary merged.json -o merged.csv`)
    expect(await text('merged.csv')).toBe(await text('whole.csv'))
    expect(await text('merged.json')).toBe(await text('whole.json'))
  })

  test('summaries of shards merge to that of the whole, to the byte, in any order', async () => {
    await command('assess policy.json all.ndjson --brief -o all.out.ndjson --summary all.json')
    const { code, stderr } = await command('totals 2.json 0.json 1.json -o totals.json')
    expect([code, await text('totals.json')]).toEqual([0, await text('all.json')])
    expect(stderr).toBe('12 rows: 8 granted, 2 refused, 1 incomplete, 1 bad; total 2650.08 yuan\n')
  })

  test('with a budget in a file: purses by a key of the claims, here the document', async () => {
    await file('budget.json', {
      amount: '1500.00',
      purses: [
        {
          id: 'own',
          share: '2/3',
          for: { key: 'policy', in: ['half-interest'] },
          unused: 'stays',
          rule: { rule: 'pro-rata', unit: 'fen', remainder: 'largest-remainder' },
        },
        {
          id: 'others',
          share: '1/3',
          for: { key: 'policy', in: ['other'] },
          unused: 'stays',
          rule: { rule: 'pro-rata', unit: 'fen', remainder: 'unspent' },
        },
      ],
    })
    const { stderr } = await command('allocate all.out.ndjson --budget budget.json -o purses.csv --summary purses.json')
    expect(stderr).toMatch(/^budget 1500\.00 yuan; 8 claims ask for 2650\.08, 8 are given 1000\.00, 500\.00 unspent/)
    const rows = (await text('purses.csv'))
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','))
    expect(rows.reduce((sum, row) => sum + fenIn(row[2] as string), 0n)).toBe(100_000n)
    expect(rows.map((row) => [row[3], row.at(-2), row.at(-1)])).toEqual(rows.map((row) => ['pro-rata', row[2], '0.00']))
    expect(await json('purses.json')).toMatchObject({
      purses: [
        { id: 'own', given: '1000.00' },
        { id: 'others', unspent: '500.00' },
      ],
    })
  })
})

describe('laws', () => {
  const anyClaims = fc.uniqueArray(
    fc.record({
      id: fc.string({ unit: fc.constantFrom('a', '0', '甲', '=', "'"), minLength: 1, maxLength: 3 }),
      amount: fc.nat({ max: 500 }).map((fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`),
      keys: fc.record({ score: fc.integer({ min: -2, max: 2 }), day: fc.constantFrom('2026-03-01', '2026-03-02') }),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  const anyBudget = fc.record({
    amount: fc.nat({ max: 3000 }).map((fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`),
    reserve: fc.constantFrom('0.00', { share: '1/3' }),
    rule: fc.oneof(
      fc.record({
        rule: fc.constant('first-come' as const),
        order: fc.constantFrom(
          [{ key: 'day', first: 'highest' as const }],
          [
            { key: 'day', first: 'lowest' as const },
            { key: 'score', first: 'highest' as const },
          ],
        ),
        last: fc.constantFrom('part-paid' as const, 'not-paid' as const, 'skipped' as const),
      }),
      fc.record({
        rule: fc.constant('pro-rata' as const),
        unit: fc.constantFrom('fen' as const, 'yuan' as const),
        remainder: fc.constantFrom('largest-remainder' as const, 'unspent' as const),
      }),
    ),
  })

  test('the columns of a queue give the same fen for the same reason as claims in memory, in either form, however they are cut into files', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaims, anyBudget, async (list, budget: Budget) => {
        const expected = allocateBudget(list, budget)
        const shown = expected.claims.map(({ id, asked, given, reason }) => [id, asked, given, reason?.code])
        await file('budget.json', budget)
        await file('one.ndjson', lines(list))
        await file(
          'a.csv',
          `id,amount,day,score\n${list
            .filter((_, index) => index % 2 === 0)
            .map(({ id, amount, keys }) => `${/^'*=/.test(id) ? `'${id}` : id},${amount},${keys.day},${keys.score}\n`)
            .join('')}`,
        )
        await file('b.ndjson', lines(list.filter((_, index) => index % 2 === 1)))
        for (const words of ['one.ndjson', 'b.ndjson a.csv']) {
          await command(`allocate ${words} --budget budget.json --output ndjson -o list --summary sum.json`)
          const found = objectsIn(await text('list')).map(({ id, asked, given, reason }) => [id, asked, given, reason])
          expect(found.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual(shown)
          expect(await json('sum.json')).toMatchObject({
            asked: expected.asked,
            given: expected.given,
            reserve: expected.reserve,
            unspent: expected.unspent,
          })
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('nothing is allocated', () => {
  const queue = '--budget 10.00 --rule first-come --order score --last part-paid'
  const one = '{"id":"a","amount":"1.00","keys":{"score":1}}\n'
  test.each([
    { name: 'a claim without id', input: `${one}{"amount":"1.00","keys":{"score":1}}\n`, says: 'input:2: it has no id' },
    { name: 'a claim without amount', input: '{"id":"a","keys":{"score":1}}\n', says: 'input:1: "a" has no amount' },
    { name: 'an amount of three places', input: '{"id":"a","amount":"1.001"}\n', says: 'input:1: "a" has no amount' },
    { name: 'a line that is no JSON', input: `${one}\n{"id"\n`, says: 'input:3: not JSON' },
    { name: 'a claim without the key', input: '{"id":"a","amount":"1.00"}\n', says: 'input:1: score of "a": expected a number' },
    {
      name: 'a key that is a word',
      input: '{"id":"a","amount":"1.00","keys":{"score":"high"}}\n',
      says: 'score of "a": expected a number',
    },
    { name: 'keys of two kinds', input: `${one}{"id":"b","amount":"1.00","keys":{"score":"2026-03-01"}}\n`, says: 'input:2: score of "b"' },
    {
      name: 'a key that is a list',
      input: '{"id":"a","amount":"1.00","keys":{"score":[]}}\n',
      says: 'score of "a" is neither a text nor a number',
    },
    { name: 'an id that stands twice', input: one + one, says: 'expected an id that stands once, received "a"' },
    { name: 'a table without amounts', input: 'id,sum\na,1\n', words: `${queue} --input csv`, says: 'lacks the columns amount' },
    {
      name: 'a row with a cell too many',
      input: 'id,amount,score\na,1,000.00,1\n',
      words: `${queue} --input csv`,
      says: 'input:2: not as many cells as columns',
    },
    { name: 'no rule', input: one, words: '--budget 10.00', says: 'budget.rule' },
    {
      name: 'a queue that does not say what becomes of its last claim',
      input: one,
      words: '--budget 10.00 --rule first-come --order score',
      says: 'budget.rule.last',
    },
    { name: 'a budget file beside options', input: one, words: '--budget budget.json --rule pro-rata', says: 'states its rule itself' },
    { name: 'a file named twice', input: one, words: `input ${queue}`, says: 'input is named twice' },
    { name: 'a tier that is not listed', input: one, words: '--budget tiers.json', says: 'input:1.keys.score: expected one of 2, 3' },
  ])('for $name: exit code 2, no list', async ({ input, words = queue, says }) => {
    await file('input', input)
    await file('tiers.json', {
      amount: '1.00',
      rule: { rule: 'tiers', key: 'score', tiers: [2, 3], within: { rule: 'pro-rata', unit: 'fen', remainder: 'unspent' } },
    })
    const { code, stderr } = await command(`allocate input ${words} -o never.csv`)
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)])
    expect(existsSync(join(here.folder, 'never.csv'))).toBe(false)
  })
})

describe('totals', () => {
  test.each([
    { name: 'of two documents', files: { a: { policy: 'a' }, b: { policy: 'b' } }, says: 'different documents: a, b' },
    { name: 'that are no summaries', files: { a: [] }, says: 'a is not a summary' },
    { name: 'whose counts do not add up', files: { a: { totals: { rows: 3 } } }, says: 'the totals of a are faulty' },
  ])('$name do not merge', async ({ files, says }) => {
    const { totals } = (await json('all.json')) as { readonly totals: object }
    for (const [name, changes] of Object.entries(files as { readonly [name: string]: { readonly totals?: object } }))
      await file(
        name,
        Array.isArray(changes) ? changes : { policy: 'x', complete: true, ...changes, totals: { ...totals, ...changes.totals } },
      )
    expect(await command(`totals ${Object.keys(files).join(' ')} -o never.json`)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(says) as string,
    })
  })
})

describe('ranks', () => {
  test.each([
    { value: 3, expected: { kind: 'number', rank: 3 } },
    { value: '1970-01-02', expected: { kind: 'time', rank: 86_400 } },
    { value: '1970-01-02T00:00:01Z', expected: { kind: 'time', rank: 86_401 } },
    { value: '1970-01-02T08:00:01+08:00', expected: { kind: 'time', rank: 86_401 } },
    { value: '1970-01-01T19:00:01.5-05:00', expected: { kind: 'time', rank: 86_401.5 } },
    { value: '1970-01-02 09:30', expected: { kind: 'time', rank: 120_600 } },
    { value: '2026-02-30', expected: undefined },
    { value: '2026-02-30T09:30', expected: undefined },
    { value: '2026-03-01T24:00', expected: undefined },
    { value: '一等', expected: undefined },
    { value: '12', expected: undefined },
  ])('$value', ({ value, expected }) => {
    expect(rankOf(value)).toEqual(expected)
  })
})
