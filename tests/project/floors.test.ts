import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, root, typeScriptFiles } from './sources.js'

/** The floors, from the ground up. A folder may import from the floors below its own. */
const floors: readonly (readonly string[])[] = [
  ['money', 'dates'],
  ['reference-rates', 'waterfall'],
  ['loan'],
  ['policy', 'assessment'],
  ['items'],
  ['interest-subsidy', 'risk-compensation', 'premium-subsidy', 'guidance-fund'],
  ['document', 'portfolio', 'record', 'batch'],
  ['cli'],
]

/** Who may import a neighbor on the same floor. */
const neighbors: Readonly<Record<string, readonly string[]>> = {
  dates: ['money'], // a year fraction is an exact quotient
  assessment: ['policy'],
  record: ['document'], // a document that comes back from an archive is read like any other
  batch: ['document'], // a document of any instrument is assessed in the ordinary way
}

/** What stands beside the floors and what it may import. */
const besides: Readonly<Record<string, readonly string[]>> = {
  policies: ['policy'],
  catalogue: ['policy'],
  index: floors.flat().filter((folder) => folder !== 'cli'),
}

const floorOf = (folder: string): number => floors.findIndex((floor) => floor.includes(folder))

function mayImport(folder: string, target: string): boolean {
  if (folder === target) return true
  const allowedBesides = besides[folder]
  if (allowedBesides !== undefined) return allowedBesides.includes(target)
  if (folder === 'cli') return true
  if (neighbors[folder]?.includes(target) === true) return true
  return floorOf(target) >= 0 && floorOf(target) < floorOf(folder)
}

/** Packages and the only files that may import them; a folder ends with a slash. */
const onlyImporters: readonly { readonly name: string; readonly matches: RegExp; readonly importers: readonly (string | RegExp)[] }[] = [
  { name: 'decimal.js', matches: /^decimal\.js/, importers: ['src/money/decimal.ts'] },
  { name: 'date-fns', matches: /^(date-fns|@date-fns\/)/, importers: ['src/dates/calendar-date.ts'] },
  { name: 'zod', matches: /^zod/, importers: [/^src\/document\//, /\/(facts|terms)\.ts$/, 'src/record/schema.ts'] },
  { name: '@noble/hashes', matches: /^@noble\/hashes/, importers: ['src/record/content-hash.ts'] },
  { name: 'commander', matches: /^commander/, importers: [/^src\/cli\//] },
  { name: 'csv-parse and csv-stringify', matches: /^csv-/, importers: [/^src\/cli\//] },
  { name: 'node:*', matches: /^node:/, importers: [/^src\/cli\//] },
]

const folderOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? ''
const files = typeScriptFiles('src')
const imports = files.flatMap((file) => importsOf(file).map((found) => ({ file, ...found })))

test('every folder of src has its floor', () => {
  const known = new Set([...floors.flat(), ...Object.keys(besides)])
  expect([...new Set(files.map(folderOf))].filter((folder) => !known.has(folder))).toEqual([])
})

test('imports point down', () => {
  const upward = imports
    .filter(({ from }) => from.startsWith('.'))
    .map(({ file, from }) => ({ file, target: normalize(join(dirname(file), from)).replaceAll('\\', '/') }))
    .filter(({ file, target }) => !target.startsWith('src/') || !mayImport(folderOf(file), folderOf(target.replace(/\.js$/, '.ts'))))
    .map(({ file, target }) => `${file} imports ${target}`)
  expect(upward).toEqual([])
})

test('a document imports one type and nothing else', () => {
  const others = imports
    .filter(({ file }) => file.startsWith('src/policies/'))
    .filter(({ from, statement }) => from !== '../policy/policy.js' || !statement.startsWith('import type '))
    .map(({ file, statement }) => `${file}: ${statement}`)
  expect(others).toEqual([])
})

test('relative imports name a file with .js', () => {
  const missing = imports
    .filter(({ from }) => from.startsWith('.'))
    .filter(({ file, from }) => !from.endsWith('.js') || !existsSync(join(root, dirname(file), from.replace(/\.js$/, '.ts'))))
    .map(({ file, from }) => `${file}: ${from}`)
  expect(missing).toEqual([])
})

describe('packages stay behind their one door', () => {
  test.each(onlyImporters)('$name', ({ matches, importers }) => {
    const strangers = imports
      .filter(({ from }) => matches.test(from))
      .filter(({ file }) => !importers.some((importer) => (typeof importer === 'string' ? importer === file : importer.test(file))))
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(strangers).toEqual([])
  })

  test('no package besides these', () => {
    const unknown = imports
      .filter(({ from }) => !from.startsWith('.') && !onlyImporters.some(({ matches }) => matches.test(from)))
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(unknown).toEqual([])
  })

  test('zod is zod/mini as a namespace, date-fns one function at a time', () => {
    const heavy = imports
      .filter(({ from }) => from.startsWith('zod') || from === 'date-fns')
      .filter(({ statement }) => !/^import (type )?\* as z from 'zod\/mini'$/.test(statement))
      .map(({ file, statement }) => `${file}: ${statement}`)
    expect(heavy).toEqual([])
  })

  test('only the command imports at run time', () => {
    const dynamic = imports
      .filter((found) => found.dynamic && !found.file.startsWith('src/cli/'))
      .map(({ file, statement }) => `${file}: ${statement}`)
    expect(dynamic).toEqual([])
  })
})
