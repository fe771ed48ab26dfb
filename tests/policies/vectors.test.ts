import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withParameters } from '../../src/document/parameters.js'
import { parsePolicy } from '../../src/document/parse.js'
import { rulesOf } from '../../src/guidance-fund/asked.js'
import type { InstrumentName, ParameterValue, Policy } from '../../src/policy/policy.js'
import { evaluateBecause } from '../oracle/exact.js'
import { answered } from './answered.js'
import type { Cases, RawFacts } from './cases.js'
import { EXPECTATIONS, inWordsOf, RULES } from './expectations.js'
import { BASES } from './json/bases.js'
import { EXAMPLES } from './json/examples.js'

interface Row {
  readonly id: string
  readonly policy: string
  readonly instrument: InstrumentName
  readonly facts: RawFacts & {
    readonly loans?: readonly RawFacts[]
    readonly parameters?: { readonly [name: string]: ParameterValue }
    readonly conventions?: { readonly proration?: string }
  }
  readonly expect: { readonly [key: string]: unknown }
}

const rows = JSON.parse(readFileSync(new URL('../data/vectors.json', import.meta.url), 'utf8')) as readonly Row[]
const isKept = (id: string): boolean =>
  [`../../src/policies/${id}.ts`, `./json/${id}.json`].some((file) => existsSync(new URL(file, import.meta.url)))
const run = rows.filter(({ instrument, policy }) => EXPECTATIONS[instrument] !== undefined && isKept(policy))

type Document = Pick<Cases, 'base' | 'parameters'> & { readonly policy: Policy }

/** A document that ships, with the base of its table of cases; or one that is kept here as JSON. */
async function documentOf(id: string): Promise<Document> {
  if (existsSync(new URL(`../../src/policies/${id}.ts`, import.meta.url))) {
    const { default: policy } = (await import(`../../src/policies/${id}.ts`)) as { default: Policy }
    const { default: table } = (await import(`./${id}.cases.ts`)) as { default: Cases }
    return { policy, base: table.base, ...(table.parameters === undefined ? {} : { parameters: table.parameters }) }
  }
  const base = BASES[id]
  if (base === undefined) throw new RangeError(`json/bases.ts has no base case for ${id}`)
  return { policy: parsePolicy(JSON.parse(readFileSync(new URL(`./json/${id}.json`, import.meta.url), 'utf8'))), ...base }
}

/** Facts of the base that say in another way what the row says. */
const SAME: { readonly [stated: string]: readonly string[] } = {
  termMonths: ['maturityDate'],
  maturityDate: ['termMonths'],
  interestPaid: ['slips'],
  slips: ['interestPaid'],
  gain: ['proceeds'],
  profitPool: ['proceeds'],
}

function laidOver(base: RawFacts, loan: RawFacts): RawFacts {
  const dropped = new Set(Object.keys(loan).flatMap((key) => SAME[key] ?? []))
  return { ...Object.fromEntries(Object.entries(base).filter(([key]) => !dropped.has(key))), ...loan }
}

/** Holders by name, as the rows state them, and what kind of holder each is. */
const KINDS_OF_HOLDERS: { readonly [name: string]: string } = { guidance: 'guidance', central: 'guidance', local: 'government' }

const holdersOf = (contributions: { readonly [name: string]: unknown }): RawFacts[] =>
  Object.entries(contributions).map(([id, contribution]) => ({ id, kind: KINDS_OF_HOLDERS[id] ?? 'private', contribution }))

/** A row that states a premium rate says what the premium is. */
const withPremium = (item: RawFacts): RawFacts =>
  item['premiumRate'] === undefined || item['premiumPaid'] !== undefined
    ? item
    : { ...item, premiumPaid: evaluateBecause(`${item['premiumRate'] as string} × ${item['insuredAmount'] as string}`) }

const firstOf = (list: unknown): RawFacts => (Array.isArray(list) ? (list[0] as RawFacts | undefined) : undefined) ?? {}

/** The facts of a row over the base case: loans, policies and deals over the first of the base, groups key by key, other lists as the row has them. */
function factsOf({ facts }: Row, base: RawFacts): RawFacts {
  const { parameters: _parameters, conventions: _conventions, ...stated } = facts
  const laid = Object.entries(stated).map(([key, value]) => {
    if (key === 'loans' || key === 'policies' || key === 'deals')
      return [key, (value as readonly RawFacts[]).map((item) => laidOver(firstOf(base[key]), withPremium(item)))]
    if (typeof value !== 'object') return [key, value]
    return [key, Array.isArray(value) ? value : laidOver((base[key] ?? {}) as RawFacts, value as RawFacts)]
  })
  const whole: RawFacts = { ...base, ...Object.fromEntries(laid) }
  const { contributions, ...fund } = (whole['fund'] ?? {}) as RawFacts & { readonly contributions?: RawFacts }
  return contributions === undefined ? whole : { ...whole, fund, holders: holdersOf(contributions) }
}

/** The day counts the document itself fixes, in the parts of one instrument. */
const fixedProrations = ({ parts }: Policy, instrument: InstrumentName): unknown[] =>
  parts.flatMap((part) => (part.instrument === instrument && 'proration' in part.terms ? [part.terms.proration?.value] : []))

/** The policy with the row's parameters. A convention fills the document's own choice of a day count, agrees with the one it fixes, or has no bearing. */
function policyOf({ facts, instrument }: Row, { policy, parameters }: Document): Policy {
  const proration = facts.conventions?.proration
  const chosen = proration !== undefined && policy.parameters?.['proration'] !== undefined
  if (proration !== undefined && !chosen) for (const fixed of fixedProrations(policy, instrument)) expect(fixed).toBe(proration)
  return withParameters(policy, { ...parameters, ...facts.parameters, ...(chosen ? { proration } : {}) })
}

test('the rows of every instrument that exists are run', () => {
  expect(run.filter(({ instrument }) => instrument === 'interest-subsidy')).toHaveLength(74)
  expect(run.filter(({ instrument }) => instrument === 'guidance-fund')).toHaveLength(47)
  expect(run.filter(({ instrument }) => instrument === 'premium-subsidy')).toHaveLength(26)
  expect(run.filter(({ instrument }) => instrument === 'risk-compensation')).toHaveLength(43)
  expect(run.filter(({ instrument }) => instrument === 'premium-subsidy')).toHaveLength(26)
  expect(new Set(run.map(({ id }) => id)).size).toBe(run.length)
})

test('every policy kept as JSON has a base case that is granted, and a row or a table that needs it', async () => {
  const ids = readdirSync(new URL('json/', import.meta.url)).flatMap((file) => /^(.*)\.json$/.exec(file)?.[1] ?? [])
  expect(ids.sort()).toEqual(Object.keys(BASES).sort())
  const unused = ids.filter((id) => EXAMPLES[id] === undefined && !rows.some(({ policy }) => policy === id))
  const outcomes = await Promise.all(
    ids.map(async (id) => {
      const { policy, base, parameters } = await documentOf(id)
      const rules = rulesOf(policy)
      const cases = rules.length === 0 ? [{}] : rules.map((rule) => ({ rule }))
      const found = cases.map((one) => answered(withParameters(policy, parameters ?? {}), base, one).outcome)
      return `${id}: ${[...new Set(found)].join(', ')}`
    }),
  )
  expect({ unused, outcomes }).toEqual({ unused: [], outcomes: ids.map((id) => `${id}: granted`) })
})

describe.each([...new Set(run.map(({ policy }) => policy))])('%s', (id) => {
  test.each(run.filter(({ policy }) => policy === id))('$id', async (row) => {
    const document = await documentOf(id)
    const policy = policyOf(row, document)
    const facts = factsOf(row, document.base)
    const isFund = row.instrument === 'guidance-fund'
    const answerFor = (key: string) =>
      answered(policy, facts, { instrument: row.instrument, ...(isFund && RULES[key] !== undefined ? { rule: RULES[key] } : {}) })
    const known = EXPECTATIONS[row.instrument] ?? {}
    const found = Object.entries(row.expect).map(([key, expected]) => {
      const expectation = known[key]
      if (expectation === undefined) throw new RangeError(`expectations.ts has no row for "${key}" of ${row.instrument}`)
      return [key, inWordsOf(expected, expectation(answerFor(key), expected))]
    })
    const missing = Object.keys(row.expect).flatMap((key) => answerFor(key).missing.map(({ path }) => path))
    expect({ missing, ...Object.fromEntries(found) }).toEqual({ missing: [], ...row.expect })
  })
})
