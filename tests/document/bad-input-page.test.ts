import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Issue, safeParsePolicy } from '../../src/index.js'
import { safeParseFacts } from '../../src/interest-subsidy/index.js'
import serviceSector from '../../src/policies/cn-service-sector-2025.js'

const PAGE = readFileSync(new URL('../../docs/bad-input.md', import.meta.url), 'utf8')

/** One row of the page: what is laid over the base, and the one fault that must come of it. */
interface Row {
  readonly name: string
  readonly path: string
  readonly value: unknown
  readonly code: string
  readonly at: string
  readonly zh: string
  readonly en: string
}

/** Values that JSON cannot say. */
const WORDS: { readonly [word: string]: unknown } = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY }

/** A chapter of the page: the base in its first JSON block, and its rows. */
function chapter(heading: string): { readonly base: unknown; readonly rows: readonly Row[] } {
  const text = PAGE.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
  const block = /^```json[^\n]*\n([\s\S]*?)^```/m.exec(text)?.[1] ?? 'null'
  const rows = text.split('\n').flatMap((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'))
    const [name = '', input = '', code = '', at = '', zh = '', en = ''] = cells
    const [, path = '', value = ''] = /^(\S*) ?= (.*)$/.exec(input) ?? []
    if (cells.length !== 6 || value === '') return []
    return [{ name, path, value: Object.hasOwn(WORDS, value) ? WORDS[value] : JSON.parse(value), code, at: at === '—' ? '' : at, zh, en }]
  })
  return { base: JSON.parse(block), rows }
}

type Node = Record<string | number, unknown>

/** The base with one value laid over it; `''` is the whole. */
function laidOver(base: unknown, path: string, value: unknown): unknown {
  if (path === '') return value
  const changed = structuredClone(base)
  const steps = path.split(/[.[]/).map((step) => (step.endsWith(']') ? Number(step.slice(0, -1)) : step))
  const last = steps.pop() as string | number
  const holder = steps.reduce<Node>((node, step) => node[step] as Node, changed as Node)
  holder[last] = value
  return changed
}

type Result = { readonly success: true } | { readonly success: false; readonly issues: readonly Issue[] }

describe.each([
  ['事实', 45, (input: unknown): Result => safeParseFacts(serviceSector, input)],
  ['文件', 30, safeParsePolicy],
] as const)('docs/bad-input.md, %s', (heading, least, read) => {
  const { base, rows } = chapter(heading)
  const issuesOf = (input: unknown): readonly Issue[] => {
    const result: Result = read(input)
    return result.success ? [] : result.issues
  }

  test('the chapter has its rows, and what they are laid over is right', () => {
    expect(rows.length).toBeGreaterThanOrEqual(least)
    expect(issuesOf(base)).toEqual([])
  })

  test.each(rows)('$name: $path', ({ path, value, code, at, zh, en }) => {
    const [issue, ...others] = issuesOf(laidOver(base, path, value))
    expect(issue).toMatchObject({ code, path: at, message: { zh, en } })
    expect(others).toEqual([])
  })
})
