import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Command, commandHere, type Ran } from './command.js'
import { application, halfInterest, halfInterestTemplate } from './documents.js'

let command: Command

beforeAll(async () => {
  command = await commandHere()
  await command.file('policy.json', halfInterest)
  await command.file('template.json', halfInterestTemplate)
  await command.file('faulty.json', {
    ...halfInterest,
    parts: [{ ...halfInterest.parts[0], limits: [{ cap: '50万元', per: 'applicant' }] }],
  })
  await command.file('facts.json', application)
})
afterAll(() => command.remove())

const assess = (words: string, input?: string): Promise<Ran> => command.run(['assess', ...words.split(' ')], input)
const facts = (changes: object): string => JSON.stringify({ ...application, ...changes })

describe('one application', () => {
  test('is explained in Chinese unless another language is asked for', async () => {
    const { code, stdout, stderr } = await assess('policy.json facts.json')
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      '可予补贴：12,345.68元',
      '依据：利息减半 <试行> 试〔2026〕1号',
      '申请条件',
      '  ✓ 企业类型：科技企业，应为下列之一：科技企业（第三条）',
      '  ✓ 是否首贷户：是，应为是（第四条）',
    ])
    expect([code, stderr]).toEqual([0, ''])
  })

  test.each(['--lang en', '--lang=en'])('in English with %s', async (language) => {
    const { stdout } = await assess(`policy.json facts.json ${language}`)
    expect(stdout.split('\n').slice(0, 2)).toEqual(['granted: 12,345.68 yuan', 'document: Half the interest <trial> 试〔2026〕1号'])
  })

  test('under a document that ships, by its id', async () => {
    const input = { borrower: { receivedBefore: false }, loans: [{ registered: true, settled: true, interestPaid: '300000' }] }
    const { code, stdout } = await assess('shandong-luke-loan-2023 - --format json', JSON.stringify(input))
    expect([code, (JSON.parse(stdout) as { readonly amount: string }).amount]).toEqual([0, '120000.00'])
  })

  test('as JSON: the assessment and its lines', async () => {
    const { stdout } = await assess('policy.json facts.json --format json')
    const answer = JSON.parse(stdout) as { readonly [key: string]: unknown; readonly lines: readonly object[] }
    expect(answer).toMatchObject({
      outcome: 'granted',
      amount: '12345.68',
      meaning: 'exact',
      policy: { id: 'half-interest', evidence: 'official' },
    })
    expect(answer.lines[0]).toEqual({
      id: 'result',
      kind: 'result',
      level: 0,
      label: { zh: '可予补贴', en: 'granted' },
      value: { zh: '12,345.68元', en: '12,345.68 yuan' },
      raw: '12345.68',
    })
  })

  test('as Markdown and as a whole page of HTML, with what would be markup escaped', async () => {
    const markdown = await assess('policy.json facts.json --format md --lang en')
    expect(markdown.stdout).toContain('| document | Half the interest \\<trial\\> 试〔2026〕1号 |')
    const { stdout } = await assess('policy.json facts.json --format html')
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>利息减半 &lt;试行&gt;<\/title>/)
    expect(stdout).not.toContain('<试行>')
  })

  test('its own number is given back', async () => {
    const { stdout } = await assess('policy.json - --format json', facts({ id: '2026-001' }))
    expect(JSON.parse(stdout)).toMatchObject({ id: '2026-001', outcome: 'granted' })
  })

  test.each([
    { name: 'refused', changes: { borrower: { ...application.borrower, kind: 'other' } }, first: 'refused: 0.00 yuan' },
    { name: 'incomplete', changes: { borrower: {} }, first: 'incomplete: cannot be decided yet' },
  ])('$name is an answer: exit code 0', async ({ changes, first }) => {
    const { code, stdout } = await assess('policy.json --lang en', facts(changes))
    expect([code, stdout.split('\n')[0]]).toEqual([0, first])
  })

  test('--out writes to a file', async () => {
    const { code, stdout } = await assess('policy.json facts.json --format json --out answer.json')
    const written = JSON.parse(await readFile(join(command.folder, 'answer.json'), 'utf8')) as object
    expect([code, stdout]).toEqual([0, ''])
    expect(written).toMatchObject({ outcome: 'granted' })
  })
})

describe('facts that are faulty: exit code 1, every fault at once', () => {
  const faulty = facts({ loans: [{ registered: '是', interestPaid: 24691.36 }], extra: 1 })

  test('on standard error, in the language asked for', async () => {
    const { code, stdout, stderr } = await assess('policy.json - --lang en', faulty)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^the facts are faulty, 3 in all:\n/)
    for (const path of ['loans[0].registered', 'loans[0].interestPaid', 'extra']) expect(stderr).toContain(`  ${path}: `)
    expect((await assess('policy.json -', faulty)).stderr).toMatch(/^事实有误，共3处：\n/)
  })

  test('as JSON on standard output', async () => {
    const { code, stdout } = await assess('policy.json - --format json', faulty)
    const { error } = JSON.parse(stdout) as {
      readonly error: { readonly code: string; readonly issues: readonly { readonly path: string }[] }
    }
    expect([code, error.code]).toEqual([1, 'facts-invalid'])
    expect(error.issues.map(({ path }) => path).sort()).toEqual(['extra', 'loans[0].interestPaid', 'loans[0].registered'])
  })

  test.each([
    { name: 'no JSON', input: '{', code: 'not-json' },
    { name: 'nothing', input: '', code: 'not-json' },
    { name: 'no object', input: '[]', code: 'facts-invalid' },
    { name: 'null', input: 'null', code: 'facts-invalid' },
    { name: 'a prototype key', input: '{"__proto__":{"loans":[]}}', code: 'facts-invalid' },
    { name: 'a prototype key beside a number', input: '{"id":"1","__proto__":{"loans":[]}}', code: 'facts-invalid' },
    { name: 'a constructor', input: '{"constructor":{"prototype":{"x":1}}}', code: 'facts-invalid' },
    { name: 'a number that is no number of an application', input: '{"id":{"a":1}}', code: 'facts-invalid' },
    { name: 'a hundred thousand brackets', input: '['.repeat(100_000) + ']'.repeat(100_000), code: 'facts-invalid' },
  ])('$name', async ({ input, code }) => {
    const answer = await assess('policy.json - --format json', input)
    expect(answer.stderr).toBe('')
    expect([answer.code, (JSON.parse(answer.stdout) as { readonly error: { readonly code: string } }).error.code]).toEqual([1, code])
  })
})

describe('rates and the day of decision', () => {
  const loan = {
    id: 'A',
    registered: true,
    termMonths: 12,
    principal: '1000000',
    annualRate: '0.035',
    drawdownDate: '2026-11-02',
    interestPaid: '35000',
  }
  const rates = [{ from: '2026-10-20', rates: { 'lpr-1y': '0.03', 'lpr-5y-plus': '0.035' }, source: '2026-10-20 公布' }]
  const outcome = async (words: string): Promise<unknown> => {
    const { stdout, stderr } = await assess(`hefei-zhengxin-loan-2024 loan.json --format json ${words}`.trim())
    return stderr === '' ? (JSON.parse(stdout) as { readonly outcome: string }).outcome : stderr
  }

  test('a rate published later than the library knows is unknown, until it is given', async () => {
    await command.file('loan.json', { loans: [loan] })
    await command.file('rates.json', rates)
    expect(await outcome('')).toBe('incomplete')
    expect(await outcome('--rates rates.json')).toBe('granted')
    expect(await outcome('--rates rates.json --known-on 2026-10-19')).toBe('incomplete')
    expect(await outcome('--rates rates.json --known-on 2026-10-20')).toBe('granted')
  })

  test('faulty rates are wrong usage, every fault with its path', async () => {
    await command.file('bad-rates.json', [{ from: '2026-10-32', rates: { 'lpr-1y': 0.03, lpr: '0.03' } }, 5])
    const { code, stderr } = await assess('hefei-zhengxin-loan-2024 loan.json --rates bad-rates.json --lang en')
    expect(code).toBe(2)
    expect(stderr.match(/^ {2}\[[^:]+/gm)).toEqual(['  [0].from', '  [0].source', '  [0].rates.lpr-1y', '  [0].rates.lpr', '  [1]'])
  })
})

describe('parameters of a template', () => {
  test('are given by --with', async () => {
    await command.file('params.json', { cap: '1万元' })
    const { code, stdout } = await assess('template.json facts.json --format json --with params.json')
    expect([code, (JSON.parse(stdout) as { readonly amount: string }).amount]).toEqual([0, '10000.00'])
  })

  test.each([
    { name: 'absent', words: '', says: '  parameters.cap: the required parameter "cap" is missing' },
    { name: 'of the wrong kind', params: { cap: '30%' }, says: '  parameters.cap: expected an amount' },
    { name: 'unknown', params: { cap: '1万元', cup: '1' }, says: '  parameters.cup: the document has no parameter "cup"' },
    { name: 'null', params: { cap: null }, says: 'expected an object of parameters' },
    { name: 'a list', params: [], says: 'expected an object of parameters' },
  ])('$name: exit code 2', async ({ params, says }) => {
    if (params !== undefined) await command.file('other-params.json', params)
    const { code, stderr } = await assess(`template.json facts.json --lang en${params === undefined ? '' : ' --with other-params.json'}`)
    expect(code).toBe(2)
    expect(stderr).toContain(says)
  })
})

describe('wrong usage and faulty documents: exit code 2, nothing on standard output', () => {
  test.each([
    { name: 'no document of this id', words: 'shandong-luke facts.json', says: 'close to it: shandong-luke-loan-2023' },
    { name: 'a name every object has', words: 'constructor facts.json', says: 'no document has the id constructor' },
    { name: 'a faulty document', words: 'faulty.json facts.json', says: 'parts[0].limits[0]' },
    { name: 'a document that is not JSON', words: 'policy.txt.json facts.json', says: 'there is no such file' },
    { name: 'no such facts', words: 'policy.json nowhere.json', says: 'cannot read nowhere.json: there is no such file' },
    { name: 'facts that are a folder', words: 'policy.json .', says: 'it is a folder' },
    { name: 'no such rows', words: 'policy.json nowhere.csv', says: 'cannot read nowhere.csv' },
    { name: 'no document', words: '--lang en', says: "missing required argument 'policy'" },
    { name: 'an unknown option', words: 'policy.json facts.json --fromat json', says: "unknown option '--fromat'" },
    { name: 'an unknown format', words: 'policy.json facts.json --format xml', says: 'Allowed choices are text, md, html, json' },
    { name: 'a day that does not exist', words: 'policy.json facts.json --known-on 2026-02-30', says: '--known-on: expected a day' },
    {
      name: 'an instrument the document does not have',
      words: 'policy.json facts.json --instrument guidance-fund',
      says: 'guidance-fund is none of them',
    },
    { name: '--summary with one application', words: 'policy.json facts.json --summary s.json', says: 'add --input' },
    { name: '--format over many', words: 'policy.json - --input ndjson --format json', says: 'over many use --output' },
    { name: 'both from standard input', words: '- -', says: 'cannot both come from standard input' },
    { name: 'the output over the input', words: 'policy.json facts.json --out ./facts.json', says: 'would be written over' },
    { name: 'the summary over the document', words: 'policy.json - --input ndjson --summary policy.json', says: 'would be written over' },
    { name: 'an output that cannot be written', words: 'policy.json facts.json --out nowhere/answer.json', says: 'cannot write' },
    {
      name: 'a summary that cannot be written',
      words: 'policy.json - --input ndjson --summary nowhere/s.json',
      says: 'cannot write nowhere/s.json',
    },
  ])('$name', async ({ words, says }) => {
    const { code, stdout, stderr } = await assess(`${words} --lang en`)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
