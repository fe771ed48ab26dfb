import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policies } from '../../src/catalogue/index.js'
import { version } from '../../src/index.js'
import { type Command, commandHere, type Ran } from './command.js'
import { halfInterest } from './documents.js'

let command: Command

beforeAll(async () => {
  command = await commandHere()
  await command.file('policy.json', halfInterest)
})
afterAll(() => command.remove())

/** Cells on a terminal: two for Chinese. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g) ?? []).length

const run = (words: string, input?: string): Promise<Ran> => command.run(words.split(' '), input)

describe('help and version', () => {
  test('help is printed in the language asked for', async () => {
    const chinese = await run('--help')
    expect([chinese.code, chinese.stdout.split('\n')[0]]).toEqual([0, '用法： subvention [options] [command]'])
    const english = await run('assess --help --lang en')
    expect(english.stdout).toMatch(/^Usage: subvention assess \[options\] <policy> \[facts\]\n/)
    expect([english.code, english.stderr]).toEqual([0, ''])
    expect((await run('help loan')).stdout).toMatch(/还款计划/)
  })

  test('every verb and option is told in Chinese', async () => {
    for (const verb of ['policies', 'loan', 'schema', 'check', 'assess']) {
      const { stdout } = await run(`${verb} --help`)
      const untold = stdout.split('\n').filter((line) => /^ {2}\S/.test(line) && !/[\u4E00-\u9FFF]/.test(line))
      // A description that does not fit goes on in the lines below.
      expect(untold.filter((line) => !/^ {2}-/.test(line))).toEqual([])
    }
  })

  test('the version is that of the package', async () => {
    expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test.each([
    { words: '', says: '用法：' },
    { words: 'asess', says: '没有命令 asess（是否指 assess？）' },
    { words: 'check', says: '缺少参数 file' },
    { words: 'schema a b', says: '参数太多' },
    { words: 'policies --lang fr', says: '可用：zh, en' },
  ])('wrong usage of "$words" is told in Chinese: exit code 2', async ({ words, says }) => {
    const { code, stdout, stderr } = await command.run(words === '' ? [] : words.split(' '))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})

describe('policies', () => {
  test('as JSON: what the catalogue says of each, and no more', async () => {
    const { code, stdout } = await run('policies --json')
    const entries = JSON.parse(stdout) as readonly { readonly [key: string]: unknown }[]
    expect(code).toBe(0)
    expect(entries.map(({ id }) => id)).toEqual(policies.map(({ id }) => id))
    expect(new Set(entries.map((entry) => Object.keys(entry).join(' ')))).toEqual(
      new Set(['id instruments title number effective evidence status']),
    )
  })

  test('as a table, one line each, columns side by side', async () => {
    const { stdout } = await run('policies')
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(policies.length + 1)
    const [head = ''] = lines
    const starts = widthOf(head.slice(0, head.indexOf('依据')))
    for (const [index, { evidence }] of policies.entries()) {
      const line = lines[index + 1] as string
      expect(widthOf(line.slice(0, line.lastIndexOf(evidence === 'official' ? '官方文本' : '非官方转述')))).toBe(starts)
    }
  })

  test('every document listed can be loaded and asks for something', async () => {
    const { id } = policies[0] as { readonly id: string }
    const { code, stdout } = await run(`schema ${id}`)
    expect([code, (JSON.parse(stdout) as { readonly 'x-policy': string })['x-policy']]).toEqual([0, id])
  })
})

describe('schema', () => {
  test('of exactly the facts the document asks for, with titles in both languages', async () => {
    const { code, stdout } = await run('schema policy.json')
    const schema = JSON.parse(stdout) as { readonly properties: { readonly [group: string]: { readonly properties: object } } }
    expect(code).toBe(0)
    expect(Object.keys(schema.properties)).toEqual(['borrower', 'loans'])
    expect(Object.keys(schema.properties['borrower']?.properties ?? {}).sort()).toEqual(['employees', 'firstTimeBorrower', 'kind'])
    expect(schema).toMatchObject({ title: '利息减半 <试行>', 'x-titles': { en: 'Half the interest <trial>' } })
  })
})

describe('check', () => {
  test('a document without fault: exit code 0', async () => {
    expect(await run('check policy.json --lang en')).toEqual({
      code: 0,
      stdout: 'no fault: half-interest Half the interest <trial>\n',
      stderr: '',
    })
  })

  test('every fault with its path: exit code 2', async () => {
    const [part] = halfInterest.parts
    const faulty = {
      ...halfInterest,
      evidence: 'hearsay',
      parts: [{ ...part, limits: [{ cap: '50万', per: 'applicant', article: '八', place: '九' }] }],
    }
    await command.file('faulty.json', faulty)
    const text = await run('check faulty.json --lang en')
    expect(text.code).toBe(2)
    expect(text.stdout).toContain('  evidence: ')
    expect(text.stdout).toContain('  parts[0].limits[0]')
    const { stdout } = await run('check faulty.json --format json')
    const answer = JSON.parse(stdout) as {
      readonly valid: boolean
      readonly issues: readonly { readonly path: string; readonly message: object }[]
    }
    expect(answer.valid).toBe(false)
    expect(answer.issues.length).toBeGreaterThan(1)
    for (const { message } of answer.issues) expect(Object.keys(message)).toEqual(['zh', 'en'])
  })

  test.each([
    { name: 'no JSON', input: '{', says: '不是合法的JSON' },
    { name: 'a byte order mark before', input: `\uFEFF${JSON.stringify(halfInterest)}`, says: '无误' },
    { name: 'not UTF-8', input: Uint8Array.of(0x7b, 0xff), says: '不是UTF-8编码' },
  ])('$name, from standard input', async ({ input, says }) => {
    const { stdout, stderr } = await command.run(['check', '-'], input)
    expect(stdout + stderr).toContain(says)
  })
})

describe('loan', () => {
  const terms = '--principal 300万元 --rate 3.45% --drawdown 2025-01-15 --months 3'

  test('its schedule, its interest by year and its annual cost as text', async () => {
    expect((await run(`loan ${terms} --repayment 等额本息 --lang en`)).stdout).toBe(
      [
        'Repayment schedule (yuan)',
        'date        kind           payment   principal  interest     balance',
        '2025-02-15  instalment  1005755.50   997130.50   8625.00  2002869.50',
        '2025-03-15  instalment  1005755.50   999997.25   5758.25  1002872.25',
        '2025-04-15  instalment  1005755.51  1002872.25   2883.26        0.00',
        'total: paid 3017266.51, principal 3000000.00, interest 17266.51',
        '',
        'By year of payment (yuan)',
        'year     payment   principal  interest',
        '2025  3017266.51  3000000.00  17266.51',
        '',
        'Annual cost (actual/365)',
        '        effective  nominal',
        'before    3.5546%  3.4979%',
        '',
      ].join('\n'),
    )
  })

  test('as CSV that a spreadsheet in China opens', async () => {
    const { stdout } = await run(`loan ${terms} --repayment level-payment --format csv`)
    expect(stdout.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF日期,种类,还款额,本金,利息,余额',
      '2025-02-15,分期,1005755.50,997130.50,8625.00,2002869.50',
    ])
  })

  test('interest by settlement period, and exact within a period', async () => {
    const settled = await run(
      `loan ${terms} --repayment interest-only --day-count actual/360 --settlement month --show interest --format json`,
    )
    expect(JSON.parse(settled.stdout)).toEqual({
      interest: {
        dayCount: 'actual/360',
        periods: [
          { from: '2025-01-15', until: '2025-01-21', days: 6, interest: '1725.00' },
          { from: '2025-01-21', until: '2025-02-21', days: 31, interest: '8912.50' },
          { from: '2025-02-21', until: '2025-03-21', days: 28, interest: '8050.00' },
          { from: '2025-03-21', until: '2025-04-15', days: 25, interest: '7187.50' },
        ],
        total: '25875.00',
      },
    })
    const within = await run(
      `loan ${terms} --repayment interest-only --day-count actual/365 --from 2025-02-01 --until 2025-02-08 --show interest --format json`,
    )
    expect(JSON.parse(within.stdout)).toMatchObject({ interest: { total: '1984.93', exact: '144900/73' } })
  })

  test('terms from a file, options before them; a subsidy lowers the cost', async () => {
    await command.file('terms.json', {
      principal: '1000000',
      drawdownDate: '2025-01-15',
      months: 12,
      repayment: 'bullet',
      annualRate: '0.04',
      dayCount: 'actual/365',
      subsidies: [{ date: '2026-01-15', amount: '10000' }],
    })
    const { stdout } = await run('loan terms.json --rate 0.05 --show cost --format json')
    expect(JSON.parse(stdout)).toEqual({
      cost: {
        dayCount: 'actual/365',
        before: { solution: 'one', effective: '0.05', nominal: expect.stringMatching(/^0\.048889485403/) as string },
        after: { solution: 'one', effective: '0.04', nominal: expect.stringMatching(/^0\.039284877386/) as string },
      },
    })
  })

  test('a rate that is not known is an answer that says so', async () => {
    const { code, stdout } = await run(
      'loan --principal 100 --lpr 1y --repricing anniversary --drawdown 2025-09-19 --months 36 --every 12 --repayment interest-only --day-count actual/360 --lang en',
    )
    expect(code).toBe(0)
    expect(stdout).toContain('add the rates published since')
    expect(stdout).not.toContain('Annual cost')
  })

  test.each([
    { words: '', says: 'principal: expected' },
    { words: `${terms} --repayment weekly`, says: 'repayment: expected one of' },
    { words: `${terms} --repayment level-payment --rate 48`, says: 'annualRate: expected a yearly rate' },
    { words: `${terms} --repayment level-payment --fee 100`, says: '--fee: expected day:amount' },
    { words: `${terms} --repayment level-payment --from 2025-02-01`, says: '--from and --until go together' },
    { words: `${terms} --repayment level-payment --settlement month`, says: 'needs --day-count' },
    { words: `${terms} --repayment level-payment --spread 0.01`, says: 'go with --lpr' },
    { words: `${terms} --repayment level-payment --show interest --format csv`, says: 'interest by period needs' },
  ])('wrong terms "$words": exit code 2', async ({ words, says }) => {
    const { code, stdout, stderr } = await command.run(['loan', ...words.split(' ').filter((word) => word !== ''), '--lang', 'en'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})
