import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Policy } from '../../src/policy/policy.js'
import { type BuiltCommand, builtCommand, objectsIn, type Ran } from './command.js'

const article = '第三条'
const rounding = { article, value: { to: 'fen', mode: 'half-up' } } as const
/** A document of three rules: a ratio, a reinvestment test without an amount, a price. */
const fund: Policy = {
  id: 'small-fund',
  title: { zh: '引导基金办法', en: 'Measures of a fund' },
  evidence: 'official',
  effective: {},
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      eligibility: [{ id: 'size', article, fact: 'fund.size', atLeast: '1亿元' }],
      terms: { formula: { article, value: { share: '25%', of: { fact: 'fund.size' } } } },
      rounding,
    },
    {
      instrument: 'guidance-fund',
      rule: 'reinvestment',
      eligibility: [
        {
          id: 'multiple',
          article,
          value: { name: 'countedReinvestment', total: { fact: 'deal.invested' } },
          atLeast: { name: 'requiredReinvestment', share: '2倍', of: { fact: 'fund.guidanceContribution' } },
        },
      ],
      terms: {},
      rounding,
    },
    {
      instrument: 'guidance-fund',
      rule: 'exit-price',
      terms: {
        formula: {
          article,
          value: {
            grown: { fact: 'instalment.originalInvestment' },
            at: { fact: 'exit.rateAtTransfer' },
            for: { fact: 'instalment.holdingYears' },
            interest: 'simple',
          },
        },
      },
      rounding,
    },
  ],
}

const exit = { originalInvestment: '10000000', holdingYears: '4', rateAtTransfer: '0.05' }

let command: BuiltCommand
beforeAll(async () => {
  command = await builtCommand()
  await command.file('fund.json', fund)
})
afterAll(() => command.remove())

const assess = (words: string, input?: object | string): Promise<Ran> =>
  command.run(['assess', 'fund.json', '-', ...words.split(' ').filter(Boolean)], typeof input === 'string' ? input : JSON.stringify(input))
const answersOf = ({ stdout }: Ran) =>
  JSON.parse(stdout) as {
    readonly [rule: string]: { readonly outcome: string; readonly amount?: string; readonly lines: readonly object[] }
  }

describe('every rule whose facts are given', () => {
  test('is answered, each under its name, in the order of the rules', async () => {
    const ran = await assess('--format json', { fund: { size: '200000000' }, exit, deals: [{ id: 'A', invested: '60000000' }] })
    const answers = answersOf(ran)
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(Object.entries(answers).map(([rule, { outcome, amount }]) => [rule, outcome, amount])).toEqual([
      ['contribution', 'granted', '50000000.00'],
      ['reinvestment', 'incomplete', undefined],
      ['exit-price', 'granted', '12000000.00'],
    ])
    for (const { lines } of Object.values(answers)) expect(lines.length).toBeGreaterThan(1)
  })

  test('alone where no fact of another is given', async () => {
    expect(Object.keys(answersOf(await assess('--format json', { exit })))).toEqual(['exit-price'])
    expect(Object.keys(answersOf(await assess('--format json', { fund: { size: '1' } })))).toEqual(['contribution'])
  })

  test('an empty list says that there is none: the test is failed, not left out', async () => {
    const { reinvestment } = answersOf(await assess('--format json', { fund: { guidanceContribution: '1' }, deals: [] }))
    expect([reinvestment?.outcome, reinvestment?.amount]).toEqual(['refused', undefined])
  })

  test('as text one explanation after the other, each with its own words', async () => {
    const facts = { fund: { size: '200000000', guidanceContribution: '30000000' }, deals: [{ id: 'A', invested: '60000000' }] }
    const { stdout } = await assess('--lang en', facts)
    expect(stdout.split('\n\n').map((text) => text.split('\n')[0])).toEqual([
      'contribution: may contribute: 50,000,000.00 yuan',
      'reinvestment: reached',
    ])
    const chinese = await assess('', facts)
    expect(chinese.stdout.split('\n\n').map((text) => text.split('\n')[0])).toEqual(['出资：可以出资：50,000,000.00元', '返投：达到要求'])
  })

  test('as one page of several tables', async () => {
    const { stdout } = await assess('--format html', { fund: { size: '200000000' }, exit })
    expect(stdout.match(/<table/g)).toHaveLength(2)
    expect(stdout.match(/<html/g)).toHaveLength(1)
  })

  test('no fact of any rule: exit code 1, and the rules are named', async () => {
    const { code, stdout, stderr } = await assess('--lang en', {})
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('no fact of any rule is given: contribution, reinvestment, exit-price')
    const { code: again, stdout: json } = await assess('--format json', {})
    expect([again, (JSON.parse(json) as { readonly error: { readonly code: string } }).error.code]).toEqual([1, 'facts-invalid'])
  })

  test('faulty facts are told once, not by every rule', async () => {
    const { code, stderr } = await assess('--lang en', { fund: { size: '1', guidanceContribution: '0' }, exit: { holdingYears: '-1' } })
    expect(code).toBe(1)
    expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toEqual([
      '  fund.guidanceContribution: expected more than zero; leave it out where nothing was put in, received "0"',
      '  exit.holdingYears: expected zero or more, received "-1"',
    ])
  })
})

describe('--rule', () => {
  test('answers that rule alone, asked for or not', async () => {
    const given = JSON.parse((await assess('--format json --rule exit-price', { exit, fund: { size: '1' } })).stdout) as object
    expect(given).toMatchObject({ outcome: 'granted', amount: '12000000.00' })
    const { code, stdout } = await assess('--format json --rule exit-price', {})
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ outcome: 'incomplete' })])
  })

  test.each([
    {
      name: 'a rule the document does not state',
      words: '--rule fee',
      says: 'small-fund states the rules: contribution, reinvestment, exit-price; fee is none of them',
    },
    { name: 'no rule at all', words: '--rule dividends', says: 'dividends is none of them' },
  ])('$name: exit code 2', async ({ words, says }) => {
    const { code, stdout, stderr } = await assess(`${words} --lang en`, { exit })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})

describe('many applications', () => {
  const rows = [
    { id: '1', exit },
    { id: '2', exit: { ...exit, holdingYears: '0' } },
    { id: '3', exit: { ...exit, originalInvestment: '0' } },
    { id: '4', fund: { size: '1' } },
  ]
  const ndjson = rows.map((row) => `${JSON.stringify(row)}\n`).join('')

  test('under one rule, a result a line', async () => {
    const { code, stdout, stderr } = await assess('--input ndjson --brief --rule exit-price --lang en', ndjson)
    expect(
      objectsIn(stdout).map(({ id, outcome, amount, error }) => [id, outcome ?? (error as { readonly code: string }).code, amount]),
    ).toEqual([
      ['1', 'granted', '12000000.00'],
      ['2', 'granted', '10000000.00'],
      ['3', 'facts-invalid', undefined],
      ['4', 'incomplete', undefined],
    ])
    expect([code, stderr]).toEqual([1, '4 rows: 2 granted, 0 refused, 1 incomplete, 1 bad; total 22000000.00 yuan\n'])
  })

  test('from a table by the names of the facts, with units', async () => {
    await command.file('exits.csv', '编号,exit.originalInvestment(万元),exit.holdingYears,转让时的参考利率(%)\nA,1000,4,5\nB,200,1,3.5\n')
    const { code, stdout, stderr } = await command.run([
      'assess',
      'fund.json',
      'exits.csv',
      '--rule',
      'exit-price',
      '--output',
      'csv',
      '--lang',
      'en',
    ])
    expect([code, stderr]).toEqual([0, '2 rows: 2 granted, 0 refused, 0 incomplete, 0 bad; total 14070000.00 yuan\n'])
    expect(
      stdout
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.split(',').slice(1, 4)),
    ).toEqual([
      ['A', 'granted', '12000000.00'],
      ['B', 'granted', '2070000.00'],
    ])
  })

  test('a check has no amount, and its rows none in the total', async () => {
    const line = (invested: string): string =>
      `${JSON.stringify({ fund: { guidanceContribution: '10' }, deals: [{ id: 'A', invested }] })}\n`
    const { code, stdout, stderr } = await assess('--input ndjson --brief --rule reinvestment --lang en', line('20') + line('19.99'))
    expect(objectsIn(stdout).map(({ outcome, amount }) => [outcome, amount])).toEqual([
      ['granted', undefined],
      ['refused', undefined],
    ])
    expect([code, stderr]).toEqual([0, '2 rows: 1 granted, 1 refused, 0 incomplete, 0 bad; total 0.00 yuan\n'])
  })

  test('under several rules one has to be named: exit code 2', async () => {
    const { code, stdout, stderr } = await assess('--input ndjson --lang en', ndjson)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('name one with --rule: contribution, reinvestment, exit-price')
  })

  test('under a document of one rule it need not be named', async () => {
    await command.file('one.json', { ...fund, parts: [fund.parts[2]] })
    const { code, stdout } = await command.run(['assess', 'one.json', '-', '--input', 'ndjson', '--brief'], ndjson.split('\n', 1)[0])
    expect([code, objectsIn(stdout)[0]?.['amount']]).toEqual([0, '12000000.00'])
  })
})

describe('schema', () => {
  const asked = async (...words: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await command.run(['schema', 'fund.json', ...words])
    return Object.keys((JSON.parse(stdout) as { readonly properties: object }).properties).sort()
  }

  test('of the document asks for what all its rules need, of one rule for its own', async () => {
    expect(await asked()).toEqual(['deals', 'exit', 'fund', 'instalments'])
    expect(await asked('--rule', 'contribution')).toEqual(['fund'])
    expect(await asked('--rule', 'reinvestment')).toEqual(['deals', 'fund'])
    expect(await asked('--rule', 'exit-price')).toEqual(['exit', 'instalments'])
  })

  test('of a rule the document does not state: exit code 2', async () => {
    const { code, stderr } = await command.run(['schema', 'fund.json', '--rule', 'fee', '--lang', 'en'])
    expect(code).toBe(2)
    expect(stderr).toContain('fee is none of them')
  })
})

test('a built-in document by its id', async () => {
  await command.file('exit.json', { exit: { ...exit, paidInDate: '2007-08-01', transferDate: '2011-08-01', rateAtTransfer: '0.0656' } })
  const { code, stdout } = await command.run(['assess', 'cn-tech-sme-vc-fund-2007', 'exit.json', '--format', 'json'])
  expect([code, Object.keys(JSON.parse(stdout) as object)]).toEqual([0, ['exit-price']])
})
