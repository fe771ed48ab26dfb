import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuse, poolPolicy } from '../risk-compensation/pool-documents.js'
import { type Command, commandHere, type Ran } from './command.js'
import { halfInterest } from './documents.js'

let command: Command
const run = (words: string, input?: string): Promise<Ran> => command.run(words.split(' '), input)

const article = '第三条'
const leverage = { value: { atMost: '10倍', of: 'pool' }, article } as const
const events = [
  { id: '1', date: '2025-01-10', kind: 'contribution', funder: 'province', amount: '500000' },
  { id: 2, date: '2025-01-10', kind: 'contribution', funder: 'city', amount: '500000' },
  { id: '3', date: '2025-02-01', kind: 'registration', loan: '甲', lender: '银行一', borrower: '企业一', principal: '20000000' },
  { id: '4', date: '2025-08-01', kind: 'claim', loan: '甲', facts: { loans: [{ principalLoss: '1500000' }] } },
  { id: '5', date: '2025-08-15', kind: 'payment' },
  { id: '6', date: '2025-11-01', kind: 'recovery', loan: '甲', gross: '520000', cost: '20000' },
]
const lines = (list: readonly object[]): string => list.map((event) => JSON.stringify(event)).join('\n')

beforeAll(async () => {
  command = await commandHere()
  await command.file('pool.json', poolPolicy({ leverage }, { fuses: [fuse] }))
  await command.file('events.ndjson', lines(events))
  await command.file('half.json', halfInterest)
}, 60_000)
afterAll(() => command.remove())

describe('pool', () => {
  test('replays a pool: balances, what happened, postings, fuses, who has borne what', async () => {
    const { code, stdout, stderr } = await run('pool pool.json events.ndjson --lang en')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`资金池, as of 2025-11-01

Balances (yuan)
cash of the pool             200000.00
funders' capital (province)  500000.00
funders' capital (city)      500000.00
compensation (province)      500000.00
compensation (city)          500000.00
claims payable                    0.00
claims queued                     0.00
recoveries (province)        100000.00
recoveries (city)            100000.00

What happened
2025-01-10  1  behind their parts: city 500000.00 yuan [第一条]
2025-01-10  2  the funders have kept to their parts [第一条]
2025-02-01  3  loan 甲 registered
2025-02-01  3  loans of 20000000.00 yuan beside a balance of the pool of 1000000.00, at most 10000000.00 yuan: not met [第三条]
2025-08-01  4  银行一, fuse npl: normal → warning (7.5000%)
2025-08-01  4  claim on loan 甲: 1200000.00 yuan approved
2025-08-15  5  loan 甲: 1000000.00 yuan paid, 200000.00 in the queue
2025-11-01  6  loan 甲: 500000.00 yuan recovered net, returned to province 200000.00 yuan, city 200000.00 yuan, bank 100000.00 yuan

Postings (yuan)
date        event  loan  account                           debit      credit
2025-01-10  1            cash of the pool              500000.00
2025-01-10  1            funders' capital (province)               500000.00
2025-01-10  2            cash of the pool              500000.00
2025-01-10  2            funders' capital (city)                   500000.00
2025-08-01  4      甲    compensation (province)       600000.00
2025-08-01  4      甲    compensation (city)           600000.00
2025-08-01  4      甲    claims payable                           1200000.00
2025-08-15  5      甲    claims payable               1000000.00
2025-08-15  5      甲    cash of the pool                         1000000.00
2025-08-15  5      甲    claims payable                200000.00
2025-08-15  5      甲    claims queued                             200000.00
2025-11-01  6      甲    claims queued                 200000.00
2025-11-01  6      甲    compensation (province)                   100000.00
2025-11-01  6      甲    compensation (city)                       100000.00
2025-11-01  6      甲    cash of the pool              200000.00
2025-11-01  6      甲    recoveries (province)                     100000.00
2025-11-01  6      甲    recoveries (city)                         100000.00

Fuses
银行一  npl  warning  7.5000%  since 2025-08-01

Who has borne what (yuan)
party                            borne   had back        net
province (through the pool)  600000.00  200000.00  400000.00
city (through the pool)      600000.00  200000.00  400000.00
bank                         300000.00  100000.00  200000.00

the funders have kept to their parts [第一条]
loans of 20000000.00 yuan beside a balance of the pool of 200000.00, at most 2000000.00 yuan: not met [第三条]
`)
  })

  test('in Chinese unless asked otherwise, from standard input, into a file', async () => {
    const { code, stdout } = await run('pool pool.json --out answer.txt', lines(events))
    expect([code, stdout]).toEqual([0, ''])
    const { stdout: text } = await run('pool pool.json', lines(events))
    expect(text).toContain('余额（元）\n资金池存款')
    expect(text).toContain('2025-08-01  4  银行一熔断npl：正常 → 预警（7.5000%）')
    expect(text).toContain('省级财政（经资金池）')
  })

  test('as JSON: the statement, postings and answers with their assessments', async () => {
    const { code, stdout } = await run('pool pool.json events.ndjson --format json')
    const answer = JSON.parse(stdout) as {
      readonly statement: object
      readonly postings: readonly object[]
      readonly answers: readonly object[]
    }
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      policy: 'pool-of-two',
      statement: { on: '2025-11-01', leverage: { met: false }, fuses: [{ lender: '银行一', fuse: 'npl', state: 'warning' }] },
      faults: [],
    })
    expect(answer.answers).toContainEqual(
      expect.objectContaining({ kind: 'claim', amount: '1200000.00', assessment: expect.objectContaining({ outcome: 'granted' }) }),
    )
  })

  test('what cannot be booked is listed by its line and left out: exit code 1', async () => {
    const faulty = [
      lines(events.slice(0, 3)),
      '{"id":"4","date":"2025-08-01"',
      '{"id":"5","date":"2025-08-01","kind":"claim","loan":"乙"}',
      '{"id":"6","date":"2025-07-01","kind":"recovery","loan":"甲","gross":"-1","cost":"0"}',
      lines(events.slice(5)),
    ].join('\n')
    await command.file('faulty.ndjson', faulty)
    const { code, stdout, stderr } = await run('pool pool.json faulty.ndjson --lang en')
    expect(code).toBe(1)
    expect(stderr).toContain('events that are faulty and were not booked, 3 in all:\n  line 4\n    not JSON')
    expect(stderr).toContain('  line 5 (5)\n    loan: this loan is not registered\n  line 6 (6)\n    gross: expected an amount')
    expect(stdout).toContain('as of 2025-11-01')
    const { stdout: json, stderr: quiet } = await run('pool pool.json faulty.ndjson --format json')
    const { faults } = JSON.parse(json) as {
      readonly faults: readonly { readonly line: number; readonly issues: readonly { readonly code: string }[] }[]
    }
    expect([quiet, faults.map(({ line, issues }) => [line, issues.map(({ code: fault }) => fault)])]).toEqual([
      '',
      [
        [4, ['not-json']],
        [5, ['unknown-loan']],
        [6, ['amount']],
      ],
    ])
  })

  test('a template takes its parameters', async () => {
    const template = {
      ...poolPolicy({ funding: { value: { parameter: 'funding' }, article } }),
      parameters: { funding: { kind: 'shares', label: '出资比例' } },
    }
    await command.file('template.json', template)
    await command.file('with.json', { funding: { province: '30%', city: '70%' } })
    const missing = await run('pool template.json events.ndjson --lang en')
    expect([missing.code, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toContain('parameters.funding')
    const { code, stdout } = await run('pool template.json events.ndjson --with with.json --lang en')
    expect(code).toBe(0)
    expect(stdout).toContain('behind their parts: city')
  })

  test.each([
    { words: 'pool half.json events.ndjson', says: '该文件没有“risk-compensation”部分' },
    { words: 'pool hubei-knowledge-value-2025 events.ndjson', says: '应恰有一个部分规定资金池（terms.pool），此处有0个' },
    { words: 'pool pool.json nowhere.ndjson', says: '无法读取 nowhere.ndjson：没有这个文件' },
    { words: 'pool - -', says: '文件和事件不能都从标准输入读取' },
    { words: 'pool pool.json events.ndjson --format csv', says: '可用：text, json' },
  ])('$words: exit code 2', async ({ words, says }) => {
    const { code, stdout, stderr } = await run(words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})
