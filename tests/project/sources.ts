import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Paths of the TypeScript files below a folder of the repository, from the root, with forward slashes. */
export function typeScriptFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

export const syntaxOf = (path: string): ts.SourceFile => ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2022, true)

/** One import or re-export: what it names and where it stands. `dynamic` is `import('…')`. */
export interface Import {
  readonly from: string
  readonly statement: string
  readonly dynamic: boolean
}

/** Every import of a file: static, re-exported, dynamic, and in types. */
export function importsOf(path: string): readonly Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      if (ts.isStringLiteral(node.moduleSpecifier))
        found.push({ from: node.moduleSpecifier.text, statement: node.getText(), dynamic: false })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      const from = argument !== undefined && ts.isStringLiteral(argument) ? argument.text : '(computed)'
      found.push({ from, statement: node.getText(), dynamic: true })
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ from: node.argument.literal.text, statement: node.getText(), dynamic: false })
    }
    ts.forEachChild(node, visit)
  }
  visit(syntaxOf(path))
  return found
}
