import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Policy } from '../../src/policy/policy.js'
import { STANDARD_CLASSES } from '../../src/policy/standard-facts.js'

const PAGE = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')
const rows = new Set(PAGE.split('\n').filter((line) => line.startsWith('|')))
const folder = new URL('../../src/policies/', import.meta.url)
const policies = await Promise.all(
  readdirSync(folder).map(async (file) => ((await import(new URL(file, folder).href)) as { readonly default: Policy }).default),
)

const rowOf = (fact: string, code: string, label: string | { readonly zh: string; readonly en: string }): string => {
  const { zh, en } = typeof label === 'string' ? { zh: label, en: label } : label
  return `| ${zh} | ${en} | \`${fact}\` | \`${code}\` |`
}

describe('docs/glossary.md fixes the names of classes', () => {
  const standard = Object.entries(STANDARD_CLASSES).filter(([fact]) => fact !== 'support.level')

  test.each(standard)('%s', (fact, classes) => {
    for (const [code, label] of Object.entries(classes)) expect(rows).toContain(rowOf(fact, code, label))
  })

  test('levels of other support', () => {
    for (const level of Object.keys(STANDARD_CLASSES['support.level'] ?? {})) {
      expect(PAGE.split('## 标准类别')[0]).toContain(`| \`${level}\` |\n`)
    }
  })

  test.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
    for (const [fact, { oneOf = {} }] of Object.entries(policy.facts ?? {})) {
      for (const [code, label] of Object.entries(oneOf)) expect(rows).toContain(rowOf(fact, code, label))
    }
  })

  test('every class it lists is declared somewhere', () => {
    const declared = policies.flatMap((policy) =>
      Object.entries(policy.facts ?? {}).flatMap(([fact, { oneOf = {} }]) =>
        Object.entries(oneOf).map(([code, label]) => rowOf(fact, code, label)),
      ),
    )
    const listed = (PAGE.split('## 文件声明的类别')[1] ?? '').split('\n').filter((line) => line.startsWith('| ') && line.includes('`'))
    expect(listed.length).toBeGreaterThan(0)
    expect(new Set(listed)).toEqual(new Set(declared))
  })
})
