import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { DAY_COUNTS } from '../../src/dates/day-counts.js'
import type { Policy } from '../../src/policy/policy.js'
import {
  APPLICANT_FACTS,
  DEFAULT_FACTS,
  FUND_FACTS,
  INSURANCE_FACTS,
  LOAN_FACTS,
  STANDARD_CLASSES,
} from '../../src/policy/standard-facts.js'
import { EVENT_FIELDS } from '../../src/risk-compensation/pool-events.js'
import { ACCOUNTS } from '../../src/risk-compensation/postings.js'
import { syntaxOf, textOf, typeScriptFiles } from './sources.js'

/** The rows of the tables of a page, or of one section of it, as cells. */
function rowsOf(page: string, heading?: string): readonly (readonly string[])[] {
  const text = textOf(page)
  const [, section = ''] = heading === undefined ? ['', text] : text.split(`\n## ${heading}`)
  return (heading === undefined ? text : (section.split('\n## ')[0] ?? ''))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.slice(2, -2).split(' | '))
}

/** The words in code quotes of the first cells. */
const codesIn = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.flatMap(([first = '']) => [...first.matchAll(/`([^`]+)`/g)].map(([, code]) => code as string))

const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort()

/** The texts a value may be: a literal, or either side of a condition. */
function textsOf(value: ts.Expression | undefined): readonly string[] {
  if (value === undefined) return []
  if (ts.isStringLiteral(value)) return [value.text]
  return ts.isConditionalExpression(value) ? [...textsOf(value.whenTrue), ...textsOf(value.whenFalse)] : []
}

/** The codes a file gives out: `code: '…'`, and the code handed to `issue`, `at`, `fault` and `refuse`. */
function codesOf(file: string): readonly string[] {
  const positions: Readonly<Record<string, number>> = { issue: 0, at: 0, fault: 1 }
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') found.push(...textsOf(node.initializer))
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const position = positions[node.expression.text]
      if (position !== undefined) found.push(...textsOf(node.arguments[position]))
    }
    ts.forEachChild(node, visit)
  }
  visit(syntaxOf(file))
  return found
}

/** The keys of an object that stands at the top of a file. */
function keysOf(file: string, name: string): readonly string[] {
  const statements = syntaxOf(file).statements.filter(ts.isVariableStatement)
  const declaration = statements
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((one) => one.name.getText() === name)
  const value = declaration?.initializer
  if (value === undefined || !ts.isObjectLiteralExpression(value)) throw new Error(`${file} has no object ${name}`)
  return value.properties.map((property) =>
    property.name && ts.isStringLiteral(property.name) ? property.name.text : (property.name?.getText() ?? ''),
  )
}

/** The words of a union type of a file. */
function unionOf(file: string, name: string): readonly string[] {
  const found: string[] = []
  const collect = (type: ts.Node): void => {
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) found.push(type.literal.text)
    ts.forEachChild(type, collect)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeAliasDeclaration(node) && node.name.text === name) collect(node.type)
    if (ts.isPropertySignature(node) && node.name.getText() === name && node.type !== undefined) collect(node.type)
    ts.forEachChild(node, visit)
  }
  visit(syntaxOf(file))
  if (found.length === 0) throw new Error(`${file} has no union ${name}`)
  return found
}

const instruments = ['interest-subsidy', 'risk-compensation', 'premium-subsidy', 'guidance-fund']
const engine = ['assessment', 'document', 'items', ...instruments].flatMap((folder) => typeScriptFiles(`src/${folder}`))
/** Where facts are read and checked against each other. */
const factFiles = engine.filter((file) => /(facts|-checks)\.ts$/.test(file))
const kinds = unionOf('src/policy/policy.ts', 'FactKind')
const reasons = unionOf('src/assessment/assessment.ts', 'ReasonCode')

describe('the reference says what the code knows', () => {
  test.each([
    ['申请人', APPLICANT_FACTS],
    ['贷款', LOAN_FACTS],
    ['违约贷款', DEFAULT_FACTS],
    ['保单', INSURANCE_FACTS],
    ['基金', FUND_FACTS],
  ] as const)('every standard fact of %s, with its kind and both names', (heading, table) => {
    const known = Object.entries(table).map(([name, [kind, zh, en]]) => [`\`${name}\``, kind, zh, en])
    expect(rowsOf('docs/reference/facts.md', `标准事实：${heading}`).slice(1)).toEqual(known)
  })

  test('every level of other support, with both names', () => {
    const known = Object.entries(STANDARD_CLASSES['support.level'] ?? {}).map(([level, { zh, en }]) => [`\`${level}\``, zh, en])
    expect(rowsOf('docs/reference/facts.md', '其他支持怎样填').slice(1)).toEqual(known)
  })

  test('every fault of a document, and none that is gone', () => {
    const messages = keysOf('src/document/messages.ts', 'MESSAGES').map((key) => key.split(':')[0] as string)
    const given = engine.filter((file) => !factFiles.includes(file)).flatMap(codesOf)
    const parameters = keysOf('src/document/parameters.ts', 'EXPECTED')
    const known = [...messages, ...given, ...parameters].filter((code) => !reasons.includes(code))
    expect(sorted(codesIn(rowsOf('docs/reference/errors.md', '文件的错误').slice(1)))).toEqual(sorted(known))
  })

  test('every fault of facts, and none that is gone', () => {
    const known = [...kinds, ...factFiles.flatMap(codesOf)]
    expect(sorted(codesIn(rowsOf('docs/reference/errors.md', '事实的错误').slice(1)))).toEqual(sorted(known))
  })

  test('every reason', () => {
    expect(sorted(codesIn(rowsOf('docs/reference/errors.md', '不予补贴的原因').slice(1)))).toEqual(sorted(reasons))
  })

  test('every day count', () => {
    expect(codesIn(rowsOf('docs/reference/day-counts.md').slice(1))).toEqual(Object.keys(DAY_COUNTS))
  })
})

describe('the glossary has every word', () => {
  const columns = (heading: string): readonly string[] =>
    rowsOf('docs/glossary.md', heading).flatMap((cells) => codesIn(cells.slice(2).map((cell) => [cell])))

  test('class values, parties and values of parameters of the built-in documents', async () => {
    const policies = await Promise.all(
      typeScriptFiles('src/policies').map(
        async (file): Promise<Policy> =>
          ((await import(`../../src/policies/${file.slice('src/policies/'.length, -'.ts'.length)}.ts`)) as { default: Policy }).default,
      ),
    )
    const classes = policies.flatMap(({ facts = {} }) => Object.values(facts).flatMap(({ oneOf = {} }) => Object.keys(oneOf)))
    const parties = policies.flatMap(({ parts }) =>
      parts.flatMap(({ payers, terms }) => {
        const losses = 'losses' in terms ? (terms.losses ?? []) : []
        const borne = losses.flatMap(({ layers }) => layers.flatMap(({ shares }) => Object.keys(shares)))
        const bounded = 'bounds' in terms ? Object.keys(terms.bounds?.value.shares ?? {}) : []
        return [...Object.keys(payers?.value ?? {}), ...borne, ...bounded].filter((key) => key !== 'parameter')
      }),
    )
    const values = policies.flatMap(({ parameters = {} }) =>
      Object.values(parameters).flatMap(({ kind, oneOf = [] }) => (kind === 'class' ? oneOf : [])),
    )
    expect(classes.length).toBeGreaterThan(20)
    expect(columns('类别')).toEqual(expect.arrayContaining(sorted(classes)))
    expect(columns('各方')).toEqual(expect.arrayContaining(sorted(parties)))
    expect([...columns('参数的取值'), ...columns('参考利率')]).toEqual(expect.arrayContaining(sorted(values)))
  })

  test('accounts, events and words of a pool', () => {
    const terms = ['shortfall', 'interest', 'balance', 'queue'].flatMap((term) => unionOf('src/policy/pool.ts', term))
    expect(columns('资金池')).toEqual(expect.arrayContaining(sorted([...Object.keys(ACCOUNTS), ...Object.keys(EVENT_FIELDS), ...terms])))
  })

  test('standard classes, day counts, tests, outcomes, reasons and marks', () => {
    const standard = Object.values(STANDARD_CLASSES).flatMap((classes) => Object.keys(classes))
    expect([...columns('支持级别'), ...columns('贷款'), ...columns('基金'), ...columns('险种')]).toEqual(
      expect.arrayContaining(sorted(standard)),
    )
    expect(columns('计息天数')).toEqual(Object.keys(DAY_COUNTS))
    expect(columns('检验用语')).toEqual(expect.arrayContaining(sorted(unionOf('src/assessment/clause.ts', 'test'))))
    expect(columns('答复')).toEqual(expect.arrayContaining(sorted(unionOf('src/assessment/assessment.ts', 'outcome'))))
    expect(sorted(columns('原因'))).toEqual(sorted(reasons))
    const marks = [...unionOf('src/policy/policy.ts', 'Meaning'), ...unionOf('src/policy/source.ts', 'Evidence')]
    expect(columns('含义与依据')).toEqual(expect.arrayContaining(sorted(marks)))
  })
})
