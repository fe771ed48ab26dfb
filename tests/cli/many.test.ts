import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltCommand, builtCommand, ended, gb18030, objectsIn, type Ran } from './command.js'
import { application, halfInterest } from './documents.js'

let command: BuiltCommand

beforeAll(async () => {
  command = await builtCommand()
  await command.file('policy.json', halfInterest)
})
afterAll(() => command.remove())

const assess = (words: string, input?: string | Uint8Array): Promise<Ran> =>
  command.here(['assess', 'policy.json', ...words.split(' ')], input)
const line = (changes: object = {}): string => `${JSON.stringify({ ...application, ...changes })}\n`
const refused = { borrower: { ...application.borrower, firstTimeBorrower: false } }

describe('NDJSON', () => {
  test('one result a line, in order, bad lines in their place; exit code 1', async () => {
    const input =
      line({ id: 'one' }) +
      line(refused) +
      '\n' +
      '{"loans":\n' +
      line({ id: 4, borrower: {} }) +
      line({ id: 'six', loans: [{ interestPaid: 1e5 }] }) +
      '"text"\n' +
      line().trimEnd()
    const { code, stdout, stderr } = await assess('- --input ndjson --summary summary.json --lang en', input)
    const results = objectsIn(stdout)
    expect(results.map(({ line: at, id, outcome, error }) => [at, id, outcome ?? (error as { readonly code: string }).code])).toEqual([
      [1, 'one', 'granted'],
      [2, undefined, 'refused'],
      [4, undefined, 'not-json'],
      [5, '4', 'incomplete'],
      [6, 'six', 'facts-invalid'],
      [7, undefined, 'facts-invalid'],
      [8, undefined, 'granted'],
    ])
    expect(results[4]).toEqual({
      line: 6,
      id: 'six',
      error: {
        code: 'facts-invalid',
        issues: [
          {
            code: 'amount',
            path: 'loans[0].interestPaid',
            given: '100000',
            message: { zh: expect.any(String) as string, en: expect.any(String) as string },
          },
        ],
      },
    })
    expect(results[0]).toMatchObject({ amount: '12345.68', meaning: 'exact', policy: { id: 'half-interest' } })
    expect(Object(results[0])).toHaveProperty('lines.0.raw', '12345.68')
    expect(code).toBe(1)
    expect(stderr).toBe('7 rows: 2 granted, 1 refused, 1 incomplete, 3 bad; total 24691.36 yuan\n')
    const summary: unknown = JSON.parse(await readFile(join(command.folder, 'summary.json'), 'utf8'))
    expect(summary).toEqual({
      policy: 'half-interest',
      rows: 7,
      granted: 2,
      refused: 1,
      incomplete: 1,
      bad: 3,
      total: '24691.36',
      complete: true,
      totals: expect.objectContaining({
        rows: 7,
        outcomes: { bad: 3, granted: 2, incomplete: 1, refused: 1 },
        fen: '2469136',
        reasons: { 'clause-not-met:first-time': 1 },
      }) as object,
    })
  })

  test('a refusal is an answer: exit code 0', async () => {
    const { code, stderr } = await assess('- --input ndjson', line() + line(refused))
    expect([code, stderr]).toEqual([0, '共2行：给予1，不予1，材料不全0，有误0；合计12345.68元\n'])
  })

  test('no rows at all is an answer', async () => {
    expect(await assess('- --input ndjson --lang en')).toEqual({
      code: 0,
      stdout: '',
      stderr: '0 rows: 0 granted, 0 refused, 0 incomplete, 0 bad; total 0.00 yuan\n',
    })
  })

  test('--brief leaves the explanation out', async () => {
    const { stdout } = await assess('- --input ndjson --brief', line({ id: 'a' }) + line(refused) + line({ loans: undefined }))
    expect(objectsIn(stdout)).toEqual([
      { line: 1, id: 'a', outcome: 'granted', amount: '12345.68', meaning: 'exact', policy: { id: 'half-interest' } },
      {
        line: 2,
        outcome: 'refused',
        amount: '0.00',
        meaning: 'exact',
        policy: { id: 'half-interest' },
        reasons: [{ code: 'clause-not-met', clauses: ['first-time'] }],
      },
      { line: 3, outcome: 'incomplete', meaning: 'exact', policy: { id: 'half-interest' }, missing: ['loans'] },
    ])
  })

  test('prototype keys, wrong bytes and an overlong line are bad rows and no more', async () => {
    const input = Buffer.concat([
      Buffer.from('{"__proto__":{"loans":[]}}\n{"id":"p","loans":[{"__proto__":{"registered":true}}]}\n'),
      Buffer.from([0x7b, 0xff, 0x0a]),
      Buffer.from(`{"id":"${'x'.repeat(17 * 1024 * 1024)}"}\n`),
      Buffer.from(line()),
    ])
    const { code, stdout } = await assess('- --input ndjson --brief', input)
    expect(code).toBe(1)
    expect(objectsIn(stdout).map(({ error, outcome }) => outcome ?? (error as { readonly code: string }).code)).toEqual([
      'facts-invalid',
      'facts-invalid',
      'encoding',
      'too-large',
      'granted',
    ])
  })

  test('what has come is answered before more comes', async () => {
    const child = command.start(['assess', 'policy.json', '-', '--input', 'ndjson', '--brief'])
    const ran = ended(child)
    child.stdin.write(line({ id: 'first' }))
    const first = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve))
    expect(first.toString()).toContain('"id":"first"')
    child.stdin.end(line({ id: 'second' }))
    expect(objectsIn((await ran).stdout)).toHaveLength(2)
  })
})

describe('CSV', () => {
  const header = 'id,borrower.kind,borrower.firstTimeBorrower,borrower.employees,loans[0].id,loans[0].registered,loans[0].interestPaid\r\n'

  test('is read by fact paths and written for a spreadsheet', async () => {
    const rows = [
      '甲,technology,是,30,A,true,24691.36',
      '乙,technology,否,30,A,TRUE,24691.36',
      '丙,technology,,30,A,是,24691.36',
      '丁,technology,是,三十,A,是,"24,691.36"',
      '=cmd(),technology,是,30,A,是,2.00',
      ',,,,,,',
      '123456789012345678,technology,是,30,A,是,2.00',
    ]
    const { code, stdout } = await assess('- --input csv --lang en', header + rows.join('\r\n'))
    expect(code).toBe(1)
    expect(stdout.startsWith('\uFEFFline,id,outcome,amount,meaning,policy,reasons,missing,error,message\r\n')).toBe(true)
    const lines = stdout.split('\r\n').slice(1, -1)
    expect(lines.map((text) => text.split(',').slice(0, 9).join('|'))).toEqual([
      '2|甲|granted|12345.68|exact|half-interest|||',
      '3|乙|refused|0.00|exact|half-interest|clause-not-met: first-time||',
      '4|丙|incomplete||exact|half-interest||borrower.firstTimeBorrower|',
      '5|丁|bad||||||facts-invalid: count borrower.employees; amount loans[0].interestPaid',
      "6|'=cmd()|granted|1.00|exact|half-interest|||",
      '8|"\t123456789012345678"|granted|1.00|exact|half-interest|||',
    ])
    expect(lines[1]).toMatch(/,"?refused: 0.00 yuan; /)
  })

  test('labels, units, days as a spreadsheet writes them, classes by their names', async () => {
    const input =
      '编号,企业类型,是否首贷户,职工人数,贷款是否已备案,实际支付利息（万元）,放款日期\n甲,科技企业,是,30,是,2.469136,2025/3/6\n乙,科技企业,是,30,是,2.4691367,2025/3/6\n丙,科技企业,是,30,是,2.46万,2025-3-6\n'
    const { stdout } = await assess('- --input csv --output ndjson', input)
    const [first, second, third] = objectsIn(stdout)
    expect(first).toMatchObject({ line: 2, id: '甲', outcome: 'granted', amount: '12345.68' })
    expect(second).toMatchObject({ error: { issues: [{ path: 'loans[0].interestPaid', given: '"2.4691367万元"' }] } })
    expect(
      (third as { readonly error: { readonly issues: readonly { readonly given: string }[] } }).error.issues
        .map(({ given }) => given)
        .sort(),
    ).toEqual(['"2.46万万元"', '"2025-3-6"'])
  })

  test('several loans; one with no cell filled is not there', async () => {
    const input =
      'borrower.kind,borrower.firstTimeBorrower,borrower.employees,loans[0].registered,loans[0].interestPaid,loans[1].registered,loans[1].interestPaid\ntechnology,true,1,true,10,true,20\ntechnology,true,1,true,10,,\n'
    const { stdout } = await assess('- --input csv --output ndjson --brief', input)
    expect(objectsIn(stdout).map(({ amount }) => amount)).toEqual(['15.00', '5.00'])
  })

  test('an empty cell is not known; that there is none is said by 无 or none', async () => {
    const input =
      'borrower.inListedServiceSector,loan.principal,loan.contractDate,loan.drawdownDate,loan.termMonths,otherSupport,history.principalSupported\n'
    const rows = ['无', 'none', '', '有'].map((cell) => `是,900000,2025-09-28,2025-10-01,12,${cell},0\n`).join('')
    const { stdout } = await command.here(
      ['assess', 'cn-service-sector-2025', '-', '--input', 'csv', '--output', 'ndjson', '--brief'],
      input + rows,
    )
    expect(objectsIn(stdout).map(({ amount, missing, error }) => amount ?? missing ?? (error as object))).toMatchObject([
      '9000.00',
      '9000.00',
      ['otherSupport'],
      { code: 'facts-invalid', issues: [{ path: 'otherSupport' }] },
    ])
  })

  test('a list said to be empty beside an entry of it is a fault', async () => {
    const input = '其他支持,otherSupport[0].amount,loan.interestPaid\n无,5.00,1\n有,5.00,1\n无,,1\n'
    const { stdout } = await assess('- --input csv --output ndjson --brief', input)
    expect(objectsIn(stdout).map(({ outcome, error }) => outcome ?? (error as object))).toMatchObject([
      { issues: [{ path: 'otherSupport' }] },
      { issues: [{ path: 'otherSupport' }] },
      'incomplete',
    ])
  })

  const names = '企业,企业类型,是否首贷户,职工人数,贷款是否已备案,实际支付利息\n'
  const row = '北京中关村,科技企业,是,30,是,24691.36\n'
  test.each([
    { name: 'UTF-8', bytes: Buffer.from(names + row) },
    { name: 'UTF-8 with a byte order mark', bytes: Buffer.from(`\uFEFF${names}${row}`) },
    { name: 'GB18030', bytes: gb18030(names + row) },
    { name: 'GB18030 with a byte order mark', bytes: Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), gb18030(names + row)]) },
    {
      name: 'GB18030 after much ASCII',
      bytes: Buffer.concat([
        Buffer.from(
          'id,borrower.kind,borrower.firstTimeBorrower,borrower.employees,loans[0].registered,loans[0].interestPaid\n' +
            'x,technology,true,30,true,24691.36\n'.repeat(4_000),
        ),
        gb18030('北京中关村,科技企业,是,30,是,24691.36\n'),
      ]),
    },
  ])('in $name', async ({ name, bytes }) => {
    const { code, stdout } = await assess('- --input csv --output ndjson --brief --ignore 企业', bytes)
    expect([code, objectsIn(stdout).at(-1)?.['amount']]).toEqual([0, '12345.68'])
    expect(objectsIn(stdout).at(-1)?.['id']).toBe(name.endsWith('ASCII') ? '北京中关村' : undefined)
  })

  test('wrong bytes in one row are its own fault', async () => {
    const bytes = Buffer.concat([
      Buffer.from(header),
      Buffer.from(`${'甲'.repeat(60)},technology,是,30,A,是,2.00\n`.repeat(6_000)),
      Buffer.from([0xff, 0x41]),
      Buffer.from(',technology,是,30,A,是,2.00\n乙,technology,是,30,A,是,2.00\n'),
    ])
    const { code, stdout } = await assess('- --input csv --output ndjson --brief', bytes)
    const last = objectsIn(stdout).slice(-2)
    expect(code).toBe(1)
    expect(last[0]).toMatchObject({ line: 6_002, error: { code: 'encoding' } })
    expect(last[1]).toMatchObject({ line: 6_003, id: '乙', amount: '1.00' })
  })

  test('a stray quote, too few and too many cells are bad rows; the rows around them are answered', async () => {
    const good = 'technology,是,30,A,是,2.00\n'
    const input = `${header}1,${good}2,"tech"nology,是,30,A,是,2.00\n3,${good}4,technology,是\n5,technology,是,30,A,是,2,000.00\n"6,${good}7,${good}`
    const { code, stdout } = await assess('- --input csv --output ndjson --brief', input)
    expect(code).toBe(1)
    expect(
      objectsIn(stdout).map(({ line: at, id, amount, error }) => [at, id, amount ?? (error as { readonly code: string }).code]),
    ).toEqual([
      [2, '1', '1.00'],
      [3, undefined, 'csv'],
      [4, '3', '1.00'],
      [5, '4', 'columns'],
      [6, '5', 'columns'],
      [7, undefined, 'csv'],
      [8, '7', '1.00'],
    ])
  })

  test.each([
    { name: 'an unknown column', input: 'loans[0].principle\n1\n', says: 'column 1 "loans[0].principle": not a fact of this document' },
    {
      name: 'a prototype key',
      input: '__proto__,loans[0].constructor,borrower.kind\n1,2,3\n',
      says: 'column 2 "loans[0].constructor": not a fact',
    },
    { name: 'a column twice', input: 'borrower.kind,企业类型\na,b\n', says: 'column 2 "企业类型": the same as column "borrower.kind"' },
    { name: 'a gap between loans', input: 'loans[0].principal,loans[2].principal\n1,2\n', says: 'the columns of loans[1] are missing' },
    { name: 'a unit the fact does not have', input: '职工人数（万元）\n1\n', says: 'this fact is not measured in 万元' },
    { name: 'nothing', input: '', says: 'the CSV file is empty' },
    { name: 'a workbook', input: 'PK\u0003\u0004', says: 'this is an Excel workbook' },
    { name: 'a header with a faulty quote', input: '"a\n1\n', says: 'the first line of the CSV file has a faulty quote' },
  ])('$name in the header is wrong usage: exit code 2', async ({ input, says }) => {
    const { code, stdout, stderr } = await assess('- --input csv --lang en', input)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })

  test('.csv and .ndjson files are recognized', async () => {
    await command.file('rows.csv', `${header}甲,technology,是,30,A,是,2.00\n`)
    await command.file('rows.ndjson', line())
    expect((await assess('rows.csv')).stdout).toContain('2,甲,granted,1.00')
    expect(objectsIn((await assess('rows.ndjson')).stdout)).toHaveLength(1)
  })
})

test.each([
  { name: 'an answer', input: line(), code: 0, said: '共1行：给予1' },
  { name: 'a bad row', input: '{\n', code: 1, said: '共1行：给予0' },
  { name: 'wrong usage', input: 'wrong', code: 2, said: '没有选项 --wrong' },
])('a process of its own ends with exit code $code after $name', async ({ input, code, said }) => {
  const words = ['assess', 'policy.json', '-', '--input', 'ndjson', '--brief']
  const ran = await command.run(input === 'wrong' ? [...words, '--wrong'] : words, input)
  expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)])
  expect(ran.stdout === '').toBe(code === 2)
})

test('days are days of the calendar wherever the machine stands', async () => {
  const terms = { termMonths: 12, principal: '1000000', annualRate: '0.035', drawdownDate: '2025-11-02', interestPaid: '35000' }
  await command.file('loan.json', { loans: [{ id: 'A', registered: true, ...terms }] })
  const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia']
  const printed = await Promise.all(
    zones.map((TZ) => ended(command.start(['assess', 'hefei-zhengxin-loan-2024', 'loan.json'], [], { TZ }))),
  )
  expect(new Set(printed.map(({ code, stdout }) => `${code} ${stdout}`)).size).toBe(1)
  expect(printed[0]?.stdout).toContain('可予补贴')
})

describe('as a stream', () => {
  const rows = 8_000
  const heapMegabytes = 32

  test(`${rows} explained rows pass through a heap that cannot hold them`, async () => {
    const heap = [`--max-old-space-size=${heapMegabytes}`]
    const child = command.start(['assess', 'policy.json', '-', '--input', 'ndjson', '--summary', 'long.json'], heap)
    let lines = 0
    let written = 0
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk.length
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
    })
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
    const text = line().repeat(1000)
    for (let sent = 0; sent < rows; sent += 1000) {
      if (!child.stdin.write(text)) await new Promise((resolve) => child.stdin.once('drain', resolve))
    }
    child.stdin.end()
    expect([await closed, lines]).toEqual([0, rows])
    expect(written).toBeGreaterThan(heapMegabytes * 1024 * 1024)
    const { total, granted } = JSON.parse(await readFile(join(command.folder, 'long.json'), 'utf8')) as {
      readonly total: string
      readonly granted: number
    }
    expect([granted, total]).toEqual([rows, `${(1234568n * BigInt(rows)).toString().slice(0, -2)}.00`])
  })

  test('a reader that waits makes the command wait', async () => {
    const child = command.start(['assess', 'policy.json', '-', '--input', 'ndjson'])
    // Long lines, so that much is read for little work.
    const text = `${line().trimEnd()}${' '.repeat(800)}\n`.repeat(25)
    let taken = 0
    for (let sent = 0; sent < 40; sent += 1)
      child.stdin.write(text, () => {
        taken += 1
      })
    child.stdin.end()
    await new Promise((resolve) => child.stdout.once('readable', resolve))
    let before = -1
    while (before < taken) {
      before = taken
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    expect(taken).toBeLessThan(40)
    const { code, stdout } = await ended(child)
    expect([code, objectsIn(stdout).length]).toEqual([0, 1000])
  })

  test('a reader that goes away ends the run, quietly and at once', async () => {
    const child = command.start(['assess', 'policy.json', '-', '--input', 'ndjson', '--summary', 'cut.json'])
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.stdin.on('error', () => {})
    child.stdin.write(line().repeat(100))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.stdout.destroy()
    // Standard input stays open: the command must not wait for its end.
    const feed = setInterval(() => child.stdin.write(line().repeat(100)), 5)
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    clearInterval(feed)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^共\d+行：.*（读取方已关闭，未全部处理）\n$/)
    expect(JSON.parse(await readFile(join(command.folder, 'cut.json'), 'utf8'))).toMatchObject({ complete: false })
  })

  test('every verb bears a reader that goes away', async () => {
    const child = command.start(['policies', '--json'])
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    expect([await new Promise((resolve) => child.on('close', resolve)), stderr]).toEqual([0, ''])
  })
})
