import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './sources.js'

const notOurs = new Set(['node_modules', '.git', 'dist', 'coverage', 'reports', 'package-lock.json'])

/** Every text file of the repository, from the root. */
function textFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name) && !entry.name.endsWith('.tgz') && !entry.name.endsWith('.log'))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return textFiles(path)
      return entry.isFile() ? [path] : []
    })
}

/** This file spells the patterns apart so that it does not find itself. */
const forbidden: readonly { readonly name: string; readonly pattern: RegExp; readonly within: RegExp }[] = [
  { name: 'paths of one machine', pattern: /(^|[^A-Za-z0-9_.])\/(?:work|farm|home|root|Users)\/[a-z]/m, within: /./ },
  { name: 'the folder beside the repository', pattern: new RegExp(['\\.\\./', 'shared/'].join('')), within: /./ },
  {
    name: 'focused, skipped or unwritten tests',
    pattern: new RegExp(['\\b(describe|it|test|bench)\\.', '(only|skip|todo)\\b'].join('')),
    within: /^tests\//,
  },
]

describe('the repository holds no', () => {
  const texts = textFiles('').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  test.each(forbidden)('$name', ({ pattern, within }) => {
    const found = texts.filter(({ path, text }) => within.test(path) && pattern.test(text)).map(({ path }) => path)
    expect(found).toEqual([])
  })
})

test('what ships as JSON is there', () => {
  for (const file of ['schema/policy.json', 'schema/record.json']) expect(existsSync(join(root, file))).toBe(true)
})
