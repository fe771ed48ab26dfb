import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { version } from '../../src/index.js'
import { type BuiltCommand, builtCommand, type Ran } from './command.js'
import { application, halfInterest } from './documents.js'

const shipped = new URL('../../examples/applications/', import.meta.url)
const names = readdirSync(shipped)
const example = (name: string): string => fileURLToPath(new URL(name, shipped))
const golden = (name: string): string => readFileSync(new URL(`../record/golden/${name}`, import.meta.url), 'utf8')

let command: BuiltCommand
const run = (words: readonly string[], input?: string): Promise<Ran> => command.run(words, input)
const printed = async (words: readonly string[], input?: string): Promise<string> => {
  const { code, stdout, stderr } = await run(words, input)
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

beforeAll(async () => {
  command = await builtCommand()
  await command.file('half.json', halfInterest)
  await command.file('facts.json', application)
  await run(['record', 'half.json', 'facts.json', '-o', 'first.json'])
  await run(
    ['record', 'half.json', '-o', 'second.json'],
    JSON.stringify({ ...application, loans: [{ ...application.loans[0], interestPaid: '20000' }] }),
  )
}, 60_000)
afterAll(() => command.remove())

describe('the shipped examples', () => {
  test.each(names)('%s: its record, verified, its sheet, and what would change it', async (name) => {
    const made = await printed(['record', example(name)])
    expect(made).toBe(`${golden(`${version}/${name}`)}\n`)
    const [verified, sheet, change] = await Promise.all([
      printed(['verify'], made),
      printed(['sheet', '--lang', 'en'], made),
      printed(['what-if', example(name)]),
    ])
    expect(verified).toMatch(/^相符/)
    expect(sheet).toBe(golden(`sheets/${name.replace('.json', '.en.md')}`))
    await expect(change).toMatchFileSnapshot(`golden/what-if/${name.replace('.json', '.zh.txt')}`)
  })
})

describe('record and verify', () => {
  test('from a document and its facts, from files or standard input', async () => {
    const made = await printed(['record', 'half.json'], JSON.stringify(application))
    expect(made).toBe(readFileSync(`${command.folder}/first.json`, 'utf8'))
    expect(JSON.parse(made)).toMatchObject({ result: { amount: '12345.68' } })
  })

  test('an altered record, another record than that of a printed hash, no record: exit code 1', async () => {
    const made = readFileSync(`${command.folder}/first.json`, 'utf8')
    const altered = await run(['verify'], made.replace('"amount":"12345.68"', '"amount":"92345.68"'))
    expect([altered.code, altered.stdout]).toEqual([1, expect.stringContaining('result：测算结果已被改动')])
    const { hash } = JSON.parse(made) as { readonly hash: string }
    expect(await printed(['verify', 'first.json', '--hash', hash])).toContain(hash)
    const other = await run(['verify', 'second.json', '--hash', hash, '--lang', 'en'])
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('not the record that the hash kept elsewhere is of')])
    const none = await run(['verify', 'facts.json', '--format', 'json'])
    expect([none.code, JSON.parse(none.stdout)]).toEqual([1, expect.objectContaining({ outcome: 'malformed' })])
  })

  test('faulty facts: exit code 1, every issue on standard error', async () => {
    const { code, stdout, stderr } = await run(['record', 'half.json'], '{"borrower":{"kind":1}}')
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('事实有误，共1处：\n  borrower.kind')])
  })
})

describe('diff', () => {
  test('by its causes', async () => {
    expect(await printed(['diff', 'first.json', 'second.json'])).toBe(
      `之前：可予补贴12345.68元\n之后：可予补贴10000.00元\n相差：-2345.68元\n  实际支付利息（loans[0].interestPaid）由24691.36改为20000：金额减少2345.68元\n`,
    )
    expect(JSON.parse(await printed(['diff', 'second.json', 'first.json', '--format', 'json']))).toMatchObject({ difference: '2345.68' })
    expect(await printed(['diff', 'first.json', 'first.json', '--lang', 'en'])).toContain('both follow from the same')
  })
})

describe('what-if', () => {
  test('the values of a fact that give an amount', async () => {
    expect(await printed(['what-if', 'half.json', 'facts.json', '--find', 'loans[0].interestPaid', '--amount', '10000'])).toBe(
      '实际支付利息（loans[0].interestPaid），使金额为10000.00元\n  19999.99 至 20000.00\n步长0.01；各段按直线核对\n',
    )
    const most = await printed(['what-if', 'first.json', '--find', 'loans[0].interestPaid', '--amount', 'most', '--lang', 'en'])
    expect(most).toContain('that gives 500000.00 yuan\n  999999.99 through 100000000000.00')
    const none = await printed(['what-if', 'half.json', 'facts.json', '--find', 'loans[0].interestPaid', '--amount', '600000'])
    expect(none).toContain('没有这样的值\n  不足，最接近：500000.00元')
  })

  test('other readings', async () => {
    expect(await printed(['what-if', example('2-capped-by-contribution.json'), '--readings'])).toContain(
      '实际天数/360：可予补贴：120000.00元',
    )
    expect(await printed(['what-if', 'half.json', 'facts.json', '--readings', '--lang', 'en'])).toContain('nothing can be read otherwise')
  })

  test('as JSON', async () => {
    const refused = JSON.stringify({ ...application, borrower: { ...application.borrower, employees: 400 } })
    expect(JSON.parse(await printed(['what-if', 'half.json', '--format', 'json'], refused))).toMatchObject({
      outcome: 'refused',
      failing: [{ id: 'size', ways: [[{ path: 'borrower.employees', before: 400, after: 300 }]] }],
      turning: { outcome: 'granted', amount: '12345.68' },
    })
  })

  test('a refusal and what is to be asked, in words', async () => {
    const refused = JSON.stringify({ ...application, borrower: { ...application.borrower, kind: 'other', employees: 400 } })
    expect(await printed(['what-if', 'half.json', '--lang', 'en'], refused)).toBe(`refused: 0.00 yuan
✗ conditions are not met: kind of firm, employees [第三条]
conditions that are not met
  ✗ kind of firm: other, must be one of technology firm [第三条]
    met by: kind of firm (borrower.kind) from other to technology
  ✗ employees: 400, at most 300 [第五条]
    from the limit: 100
    met by: employees (borrower.employees) from 400 to 300
stated otherwise
  employees (borrower.employees) from 400 to 300
  kind of firm (borrower.kind) from other to technology
  → granted: 12345.68 yuan
`)
  })
})

describe('wrong usage: exit code 2', () => {
  test.each([
    [['record', '-'], '不能都从标准输入读取'],
    [['record', 'half.json', 'facts.json', '--known-on', 'today'], '--known-on 应为日期'],
    [['sheet', 'facts.json'], '不是完好的测算记录'],
    [['diff', 'first.json', 'facts.json'], '不是完好的测算记录'],
    [['verify', 'first.json', '--hash', 'abc'], '--hash 应为'],
    [['what-if', 'half.json', 'facts.json', '--find', 'loans[0].interestPaid'], '--find 与 --amount 要一起使用'],
    [['what-if', 'half.json', 'facts.json', '--find', 'borrower.kind', '--amount', '1'], '--find'],
    [['what-if', 'half.json', 'facts.json', '--moving', 'borrower.kind'], 'moving'],
  ])('%j', async (words, says) => {
    const { code, stdout, stderr } = await run(words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})
