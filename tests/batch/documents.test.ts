import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tablesOf } from '../../src/assessment/compile.js'
import { factsOf as definitionsOf } from '../../src/assessment/scope.js'
import { addDays, addMonths } from '../../src/dates/calendar-date.js'
import { instrumentsOf } from '../../src/document/instruments.js'
import { withParameters } from '../../src/document/parameters.js'
import { parsePolicy } from '../../src/document/parse.js'
import { rulesOf } from '../../src/guidance-fund/asked.js'
import type { FundRule, Policy } from '../../src/policy/policy.js'
import { FACT_LISTS } from '../../src/policy/standard-facts.js'
import { type Random, randomFrom } from '../oracle/random-cases.js'
import { type Case, type Cases, factsOf, type RawFacts } from '../policies/cases.js'
import { BASES } from '../policies/json/bases.js'
import { beyondOf, bothWays, frozen, type Node } from './both-ways.js'

interface Document {
  readonly id: string
  readonly policy: Policy
  readonly table: Pick<Cases, 'base' | 'parameters'> & { readonly cases?: Cases['cases'] }
}

const POLICIES = new URL('../../src/policies/', import.meta.url)
const EXAMPLES = new URL('../policies/examples/', import.meta.url)
const JSON_FILES = new URL('../policies/json/', import.meta.url)

const namesIn = (folder: URL, end: string): string[] =>
  readdirSync(folder).flatMap((file) => (file.endsWith(end) ? [file.slice(0, -end.length)] : []))
const defaultOf = async <Value>(path: string): Promise<Value> => ((await import(path)) as { readonly default: Value }).default
const parsedFrom = (folder: URL, id: string): Policy => parsePolicy(readFileSync(new URL(`${id}.json`, folder), 'utf8'))

const builtIn: readonly Document[] = await Promise.all(
  namesIn(POLICIES, '.ts').map(async (id) => ({
    id,
    policy: await defaultOf<Policy>(`../../src/policies/${id}.ts`),
    table: await defaultOf<Cases>(`../policies/${id}.cases.ts`),
  })),
)
const examples: readonly Document[] = await Promise.all(
  namesIn(EXAMPLES, '.json').map(async (id) => ({
    id,
    policy: parsedFrom(EXAMPLES, id),
    table: await defaultOf<Cases>(`../policies/examples/${id}.cases.ts`),
  })),
)
const fromJson: readonly Document[] = Object.entries(BASES).map(([id, table]) => ({ id, policy: parsedFrom(JSON_FILES, id), table }))

/** The classes of every fact that has them. */
const classesOf = (policy: Policy): ReadonlyMap<string, readonly string[]> =>
  new Map([...definitionsOf(policy, tablesOf(instrumentsOf(policy)))].map(([name, { oneOf }]) => [name, Object.keys(oneOf ?? {})]))

const GROUPS: ReadonlyMap<string, string> = new Map(Object.entries(FACT_LISTS).map(([group, list]) => [list, group]))

interface Fact {
  readonly holder: Node
  readonly key: string
  readonly name: string
}

/** Every fact of an application with its name: `loans[0].bank` is `loan.bank`. */
function namedFacts(value: unknown, group = ''): Fact[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((entry) => namedFacts(entry, group))
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = group === '' ? key : `${group}.${key}`
    return typeof inner === 'object' && inner !== null
      ? [{ holder: value as Node, key, name: path }, ...namedFacts(inner, GROUPS.get(path) ?? key)]
      : [{ holder: value as Node, key, name: path }]
  })
}

const pick = <Value>(values: readonly Value[], random: Random): Value => values[Math.floor(random() * values.length)] as Value

/** Another value of a fact, as an applicant might state it. */
function otherValue(value: unknown, classes: readonly string[], random: Random): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return pick([0, 1, 2, 12, 36, 60, value + 1, Math.max(0, value - 1)], random)
  if (Array.isArray(value)) {
    const [first] = value as readonly unknown[]
    if (typeof first === 'string' || value.length === 0) return classes.filter(() => random() < 0.5)
    return random() < 0.3 ? value.slice(1) : [...value, { ...(first as object), ...(random() < 0.8 ? { id: `N${value.length}` } : {}) }]
  }
  if (typeof value !== 'string') return value
  if (classes.length > 0) return pick(classes, random)
  if (/^\d{4}-\d\d-\d\d$/.test(value))
    return random() < 0.5
      ? addDays(value, pick([-31, -1, 1, 28, 365], random))
      : addMonths(value, pick([-24, -12, -1, 1, 11, 12, 36], random))
  const [, whole = ''] = /^(\d+)(\.\d+)?$/.exec(value) ?? []
  if (whole === '') return value
  if (whole === '0' || whole === '1') return pick(['0', '0.0001', '0.0345', '0.05', '0.3333', '0.5', '1', '1/3'], random)
  const number = BigInt(whole)
  return pick([number / 2n, number * 2n, number * 10n, number / 3n, number + 1n, 0n], random) + pick(['', '', '.01', '.5'], random)
}

const LEVELS = ['central', 'province', 'city', 'district', 'local', 'fiscal', 'other']

/** An application with some facts changed, left out or added. */
function varied(facts: RawFacts, classes: ReadonlyMap<string, readonly string[]>, random: Random): object {
  const copy = structuredClone<Node>(facts)
  for (let count = Math.floor(random() * 3) + 1; count > 0; count -= 1) {
    const all = namedFacts(copy)
    if (all.length === 0) break
    const { holder, key, name } = pick(all, random)
    if (random() < 0.08) delete holder[key]
    else holder[key] = otherValue(holder[key], classes.get(name) ?? [], random)
  }
  if (random() < 0.1) {
    const loan = random() < 0.3 ? { loan: 'A' } : {}
    copy['otherSupport'] = [{ level: pick(LEVELS, random), amount: pick(['0', '5000', '1000000.01'], random), ...loan }]
  }
  return copy
}

/** Every assessment a document allows: of its rules one by one, or of all of it. */
const rulesIn = (policy: Policy): readonly (FundRule | undefined)[] => {
  const rules = rulesOf(policy)
  return rules.length < 2 ? [undefined] : rules
}

/** The applications of a document, as its table states them and changed, that are answered in two ways. */
function compared({ policy, table }: Document, variations: number) {
  const classes = classesOf(policy)
  const others: string[] = []
  let [answered, fast] = [0, 0]
  const base: Case = { name: 'the base' }
  const answers = new Map<string, ReturnType<typeof bothWays>>()
  for (const rule of rulesIn(policy))
    for (const [index, row] of [base, ...(table.cases ?? [])].entries()) {
      const parameters = { ...table.parameters, ...row.parameters }
      const options = { ...(rule && { rule }), ...(row.knownOn === undefined ? {} : { knownOn: row.knownOn }) }
      const key = JSON.stringify([parameters, options])
      const answer = answers.get(key) ?? bothWays(frozen(withParameters(policy, parameters)), options)
      answers.set(key, answer)
      const facts = factsOf(table.base, row)
      for (let variation = 0; variation <= variations; variation += 1) {
        const stated = frozen(variation === 0 ? facts : varied(facts, classes, randomFrom(index * 1009 + variation)))
        const { batched, ordinary, isFast } = answer(stated)
        if (batched !== ordinary) others.push(`${row.name}, ${variation}: ${JSON.stringify([batched, ordinary, stated])}`)
        answered += 1
        if (isFast) fast += 1
      }
    }
  return { others, fast, answered }
}

const isSubsidy = ({ policy }: Document): boolean => policy.parts.every(({ instrument }) => instrument === 'interest-subsidy')
const given = ({ policy, table }: Document): Policy => withParameters(policy, table.parameters ?? {})

describe('an evaluation is an assessment, for the applications of its table and others near them', () => {
  test.each(builtIn.filter(isSubsidy))('$id, on the fast path', (document) => {
    const { others, fast, answered } = compared(document, 8)
    expect(others).toEqual([])
    expect(fast / answered).toBeGreaterThan(0.5)
  })

  test.each(builtIn.filter((document) => !isSubsidy(document)))('$id', (document) => {
    expect(compared(document, 1).others).toEqual([])
  })

  test.each([...examples, ...fromJson])('the example $id', (document) => {
    expect(compared(document, document.table.cases === undefined ? 40 : 3).others).toEqual([])
  })
})

test('every interest subsidy of the library is on the fast path, and documents of other instruments are not', () => {
  const beyond = builtIn.filter((document) =>
    rulesIn(document.policy).every((rule) => beyondOf(given(document), rule && { rule }) !== undefined),
  )
  expect(beyond.map(({ id }) => id)).toEqual(builtIn.filter((document) => !isSubsidy(document)).map(({ id }) => id))
})

describe('complete applications of the tables are answered fast', () => {
  test.each(builtIn.filter(isSubsidy))('$id', ({ policy, table }) => {
    const beside = (table.cases ?? [])
      .filter(({ incomplete }) => incomplete === undefined)
      .filter((row) => {
        const options = row.knownOn === undefined ? {} : { knownOn: row.knownOn }
        const answer = bothWays(withParameters(policy, { ...table.parameters, ...row.parameters }), options)
        return !answer(factsOf(table.base, row)).isFast
      })
    // Left to the ordinary path: what no line of a table covers, and what is not stated because it does not matter.
    expect(beside.length).toBeLessThan(3)
  })
})
