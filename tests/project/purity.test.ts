import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { syntaxOf, typeScriptFiles } from './sources.js'

const files = typeScriptFiles('src').filter((file) => !file.startsWith('src/cli/'))

/** Names that reach the host: its clock, zone, language, code loader, network or global state. */
const hostNames = new Set(
  'eval Function globalThis process require console fetch setTimeout setInterval queueMicrotask performance crypto Intl Temporal localStorage'.split(
    ' ',
  ),
)
const hostProperties = new Set(
  'localeCompare toLocaleString toLocaleDateString toLocaleTimeString toLocaleUpperCase toLocaleLowerCase random getTimezoneOffset'.split(
    ' ',
  ),
)
/** Settings that would change the host's results. */
const settings = new Set(['Decimal.set', 'Decimal.config', 'z.config'])

interface Use {
  readonly file: string
  readonly text: string
}

function usesIn(file: string): readonly Use[] {
  const found: Use[] = []
  const report = (node: ts.Node): void => {
    found.push({ file, text: node.parent.getText().split('\n')[0] ?? '' })
  }
  const isValue = (node: ts.Identifier): boolean => {
    const { parent } = node
    if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
    if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) return parent.name !== node
    return !ts.isTypeReferenceNode(parent) && !ts.isQualifiedName(parent) && !ts.isImportSpecifier(parent)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isValue(node)) {
      if (hostNames.has(node.text)) report(node)
      const isUtc = ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'UTC'
      if (node.text === 'Date' && !(isUtc && file === 'src/dates/calendar-date.ts')) report(node)
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (hostProperties.has(node.name.text)) report(node)
      if (settings.has(node.getText())) report(node)
    }
    ts.forEachChild(node, visit)
  }
  visit(syntaxOf(file))
  return found
}

describe('library code is pure', () => {
  test('no clock, no host zone, no language, no global state, no code from text', () => {
    expect(files.flatMap(usesIn)).toEqual([])
  })

  test('nothing at module level can be changed later', () => {
    const changeable = files.flatMap((file) =>
      syntaxOf(file)
        .statements.filter((statement) => ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) === 0)
        .map((statement) => `${file}: ${statement.getText().split('\n')[0]}`),
    )
    expect(changeable).toEqual([])
  })

  test('no classes but errors', () => {
    const classes = files.flatMap((file) =>
      syntaxOf(file)
        .statements.filter(ts.isClassDeclaration)
        .filter((declaration) => !(declaration.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '').endsWith('Error'))
        .map((declaration) => `${file}: ${declaration.name?.text}`),
    )
    expect(classes).toEqual([])
  })
})
