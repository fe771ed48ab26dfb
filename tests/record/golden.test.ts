import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { version, withParameters } from '../../src/index.js'
import type { FundRule, ParameterValue, Policy } from '../../src/policy/policy.js'
import { canonicalJson, record, verify } from '../../src/record/index.js'

interface Example {
  readonly policy: string
  readonly facts: unknown
  readonly rule?: FundRule
  readonly parameters?: { readonly [name: string]: ParameterValue }
}

const golden = new URL('golden/', import.meta.url)
const shipped = new URL('../../examples/applications/', import.meta.url)
const filesIn = (folder: URL): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
const textOf = (file: string, folder: URL): string => readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8')

/** What may have changed since a record was made without anyone's money being touched. */
const harmless = new Set(['engine-changed-explanation'])

describe('records of this version', () => {
  test.each(filesIn(shipped))('%s', async (file) => {
    const { policy: id, facts, parameters, rule } = JSON.parse(textOf(file, shipped)) as Example
    const { default: document } = (await import(`../../src/policies/${id}.ts`)) as { readonly default: Policy }
    const policy = parameters === undefined ? document : withParameters(document, parameters)
    const made = record({ policy, facts, ...(rule && { options: { rule } }) })
    await expect(canonicalJson(made)).toMatchFileSnapshot(`golden/${version}/${file}`)
  })
})

describe('records of every version stay readable, and their amounts stand', () => {
  test.each(filesIn(golden))('%s', (file) => {
    const text = textOf(file, golden)
    const answer = verify(text)
    expect(answer.findings.filter(({ code }) => !harmless.has(code))).toEqual([])
    expect(answer.hash).toBe((JSON.parse(text) as { readonly hash: string }).hash)
  })

  test('there is one of each outcome', () => {
    const outcomes = filesIn(golden).map((file) => (JSON.parse(textOf(file, golden)) as ReturnType<typeof record>).result.outcome)
    expect(new Set(outcomes)).toEqual(new Set(['granted', 'refused', 'incomplete']))
  })
})
