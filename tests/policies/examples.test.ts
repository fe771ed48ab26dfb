import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withParameters } from '../../src/document/parameters.js'
import { parsePolicy } from '../../src/document/parse.js'
import { evaluateBecause } from '../oracle/exact.js'
import { answered } from './answered.js'
import { type Case, factsOf } from './cases.js'
import { EXAMPLES } from './json/examples.js'

describe.each(Object.entries(EXAMPLES))('%s', (id, { base, cases, parameters = {} }) => {
  const policy = parsePolicy(readFileSync(new URL(`./json/${id}.json`, import.meta.url), 'utf8'))

  test.each<Case>(cases)('$name', (row) => {
    const answer = answered(withParameters(policy, { ...parameters, ...row.parameters }), factsOf(base, row), row)
    if (row.refused !== undefined) {
      const { outcome, reasons, items } = answer
      const found = [...reasons, ...items.flatMap(({ leftOut }) => leftOut ?? [])].flatMap(({ code, clauses = [] }) => [code, ...clauses])
      expect({ outcome, missing: answer.missing }).toEqual({ outcome: 'refused', missing: [] })
      expect(found).toContain(row.refused)
      return
    }
    const because = evaluateBecause(row.because ?? '')
    expect({ outcome: answer.outcome, amount: answer.amount, because }).toEqual({
      outcome: 'granted',
      amount: row.expect,
      because: row.expect,
    })
    const worksheet = { ...answer.items[0]?.worksheet, ...answer.worksheet }
    for (const [name, value] of Object.entries(row.worksheet ?? {})) expect(worksheet[name]?.value).toBe(value)
    for (const name of ['shares', 'returned'] as const) {
      const found = Object.fromEntries((answer[name] ?? []).map(({ party, amount }) => [party, amount]))
      if (row[name] !== undefined) expect(found).toEqual(row[name])
    }
  })
})
