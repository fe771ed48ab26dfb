import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Assessment, ShareAnswer } from '../../src/assessment/assessment.js'
import { PolicyError } from '../../src/assessment/errors.js'
import { withParameters } from '../../src/document/parameters.js'
import { parsePolicy } from '../../src/document/parse.js'
import { rulesOf } from '../../src/guidance-fund/asked.js'
import type { Policy } from '../../src/policy/policy.js'
import { FACT_LISTS } from '../../src/policy/standard-facts.js'
import { evaluateBecause } from '../oracle/exact.js'
import { answered } from './answered.js'
import { type Case, type Cases, factsOf, type RawFacts } from './cases.js'
import { mutationsOf } from './mutations.js'

const ROOT = new URL('../../src/policies/', import.meta.url)
const ids = readdirSync(ROOT)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

/** Whether a name is that of a clause; other names are reasons of another kind, such as `not-covered`. */
const isClause = (name: string, { clauses, items }: Assessment): boolean =>
  [...clauses, ...items.flatMap((item) => item.clauses)].some(({ id }) => id === name)

/** What must stay as it is: a change to it during an assessment throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

const parameterized = (policy: Policy, table: Cases, { parameters }: Case): Policy =>
  parameters === undefined && table.parameters === undefined ? policy : withParameters(policy, { ...table.parameters, ...parameters })

function assessed(policy: Policy, table: Cases, row: Case, raw: RawFacts): Assessment {
  const given = parameterized(policy, table, row)
  return answered(given, raw, row)
}

/** The clauses that are not met, of the applicant and of loans that are left out. */
const failedIn = ({ reasons, items }: Assessment): string[] =>
  [...new Set([...reasons, ...items.flatMap(({ leftOut }) => leftOut ?? [])].flatMap(({ clauses }) => clauses ?? []))].sort()

const reasonsIn = ({ reasons, items }: Assessment): string[] => [
  ...new Set([...reasons, ...items.flatMap(({ leftOut }) => leftOut ?? [])].map(({ code }) => code)),
]

const bindingIn = ({ limits, items }: Assessment): string[] =>
  [...limits, ...items.flatMap((item) => item.limits)].filter(({ binding }) => binding).map(({ id }) => id ?? 'a limit without id')

const named = (worksheet: Assessment['worksheet']): { [name: string]: string } =>
  Object.fromEntries(Object.entries(worksheet).map(([name, { value }]) => [name, value]))

const picked = (values: { readonly [name: string]: unknown }, names: object | undefined): { [name: string]: unknown } =>
  Object.fromEntries(Object.keys(names ?? {}).map((name) => [name, values[name]]))

/** What a mutation must change somewhere. */
const traceOf = (answer: Assessment): string => {
  const { outcome, amount, items, payers, flags, shares, returned, fuses, corrections } = answer
  return JSON.stringify([
    bindingIn(answer),
    outcome,
    amount,
    items.map((item) => [item.counted, item.amount]),
    payers.map((payer) => payer.amount),
    flags?.map((flag) => flag.result),
    [...(shares ?? []), ...(returned ?? [])].map((share) => [share.party, share.amount]),
    (fuses ?? []).map(({ state }) => state),
    corrections,
  ])
}

/** What each party bears or receives in all. */
function summed(shares: readonly ShareAnswer[]): { [party: string]: string } {
  const fen: { [party: string]: bigint } = {}
  for (const { party, amount } of shares) fen[party] = (fen[party] ?? 0n) + BigInt(amount.replace('.', ''))
  return Object.fromEntries(Object.entries(fen).map(([party, sum]) => [party, `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`]))
}

const checkFuses = ({ fuses }: Case, answer: Assessment): void => {
  if (fuses !== undefined) expect(Object.fromEntries((answer.fuses ?? []).map(({ id, state }) => [id, state]))).toEqual(fuses)
}

function checkGranted(row: Case, answer: Assessment): void {
  const { worksheet, items, payers, payment } = row
  const found = {
    outcome: answer.outcome,
    amount: answer.amount ?? 'a check',
    because: row.expect === 'a check' ? 'a check' : row.because === undefined ? 'nothing' : evaluateBecause(row.because),
    capped: [...new Set(bindingIn(answer))].sort(),
    missing: answer.missing.map(({ path }) => path),
    leftOut: row.leftOut !== undefined && !isClause(row.leftOut, answer) ? reasonsIn(answer) : failedIn(answer),
  }
  const capped = row.capped === undefined ? [] : [row.capped].flat().sort()
  expect(found).toEqual({
    outcome: 'granted',
    amount: row.expect,
    because: row.expect,
    capped,
    missing: [],
    leftOut: row.leftOut === undefined ? [] : [row.leftOut],
  })
  const first = answer.items.find(({ counted }) => counted)
  expect(picked({ ...named(first?.worksheet ?? {}), ...named(answer.worksheet) }, worksheet)).toEqual(worksheet ?? {})
  for (const [id, values] of Object.entries(items ?? {})) {
    const item = answer.items.find((one) => one.id === id)
    expect({ id, ...picked({ ...named(item?.worksheet ?? {}), amount: item?.amount }, values) }).toEqual({ id, ...values })
  }
  if (payers !== undefined) expect(Object.fromEntries(answer.payers.map(({ party, amount }) => [party, amount]))).toEqual(payers)
  if (row.recipients !== undefined)
    expect(
      Object.fromEntries((answer.recipients ?? []).map(({ recipient, name, amount }) => [[recipient, name].join(' ').trim(), amount])),
    ).toEqual(row.recipients)
  for (const name of ['shares', 'returned'] as const) if (row[name] !== undefined) expect(summed(answer[name] ?? [])).toEqual(row[name])
  checkFuses(row, answer)
  const correction = picked({ ...answer.corrections?.[0] }, { supplement: 0, clawBack: 0 })
  for (const name of ['supplement', 'clawBack'] as const) if (row[name] !== undefined) expect(correction[name]).toBe(row[name])
  if (row.flags !== undefined)
    expect(answer.flags?.flatMap(({ id: flag, result }) => (result === 'raised' ? [flag] : [])) ?? []).toEqual(row.flags)
  if (payment !== undefined) expect(picked({ ...answer.payments[0] }, payment)).toEqual(payment)
  if (row.meaning !== undefined) expect(answer.meaning).toBe(row.meaning)
}

function checkRefused(row: Case, answer: Assessment): void {
  const refused = row.refused as string
  expect({ outcome: answer.outcome, amount: answer.amount ?? 'a check' }).toEqual({
    outcome: 'refused',
    amount: row.expect ?? (answer.amount === undefined ? 'a check' : '0.00'),
  })
  checkFuses(row, answer)
  if (isClause(refused, answer)) expect(failedIn(answer)).toEqual([refused])
  else {
    expect(failedIn(answer)).toEqual([])
    expect(reasonsIn(answer)).toContain(refused)
  }
}

function checkIncomplete(row: Case, answer: Assessment): void {
  expect({ outcome: answer.outcome, amount: answer.amount, missing: answer.missing.map(({ path }) => path).sort() }).toEqual({
    outcome: 'incomplete',
    amount: undefined,
    missing: [...(row.incomplete ?? [])].sort(),
  })
}

const kindOf = (row: Case): 'granted' | 'refused' | 'incomplete' =>
  row.incomplete !== undefined ? 'incomplete' : row.refused !== undefined ? 'refused' : 'granted'

/** The paths of a fact in an application: `loan.settled` stands in every loan. */
function pathsOf(raw: RawFacts, name: string): string[] {
  const [group = '', key = ''] = name.split('.')
  const list = (FACT_LISTS as { readonly [group: string]: string | undefined })[group]
  const paths = list === undefined ? [name] : ((raw[list] ?? []) as readonly unknown[]).map((_, index) => `${list}[${index}].${key}`)
  return paths.filter((path) => {
    const [holder = '', at] = path.split(/\.(?=[^.]*$)/)
    const entry = holder.endsWith(']') ? (raw[list ?? ''] as readonly RawFacts[])[Number(/\d+/.exec(holder)?.[0])] : raw[holder]
    return at !== undefined && (entry as RawFacts | undefined)?.[at] !== undefined
  })
}

/** Documents that show what can be said and do not ship: JSON with a table beside it. */
const EXAMPLES = new URL('./examples/', import.meta.url)
const examples = await Promise.all(
  readdirSync(EXAMPLES)
    .flatMap((file) => /^(.*)\.json$/.exec(file)?.[1] ?? [])
    .map(async (id) => {
      const policy = parsePolicy(readFileSync(new URL(`${id}.json`, EXAMPLES), 'utf8'))
      const { default: table } = (await import(`./examples/${id}.cases.ts`)) as { default: Cases }
      return { id, policy: frozen(policy), table: frozen(table), ships: false }
    }),
)

const tables = await Promise.all(
  ids.map(async (id) => {
    const { default: policy } = (await import(`../../src/policies/${id}.ts`)) as { default: Policy }
    const hasCases = existsSync(new URL(`./${id}.cases.ts`, import.meta.url))
    const table = hasCases ? ((await import(`./${id}.cases.ts`)) as { default: Cases }).default : undefined
    return { id, policy: frozen(policy), table: table === undefined ? undefined : frozen(table) }
  }),
)

test('every document has a table of cases, and every table a document', () => {
  expect(tables.filter(({ table }) => table === undefined).map(({ id }) => id)).toEqual([])
  const withTable = readdirSync(new URL('.', import.meta.url)).flatMap((file) => /^(.*)\.cases\.ts$/.exec(file)?.[1] ?? [])
  expect(withTable.filter((id) => !ids.includes(id))).toEqual([])
})

describe.each([
  ...tables.flatMap(({ id, policy, table }) => (table === undefined ? [] : [{ id, policy, table, ships: true }])),
  ...examples,
])('$id', ({ id, policy, table, ships }) => {
  const rows = table.cases.map((row) => ({ row, raw: frozen(factsOf(table.base, row)) }))
  const rules = rulesOf(policy)
  const bases: readonly Case[] = rules.length < 2 ? [{ name: 'the base' }] : rules.map((rule) => ({ name: `the base under ${rule}`, rule }))
  const atBase = (): readonly Assessment[] => bases.map((row) => assessed(policy, table, row, table.base))

  test('is named as its file and says what it is', () => {
    expect(policy.id).toBe(id)
    if (!ships) return
    expect(['built-in', 'template']).toContain(policy.status)
    const open = Object.values(policy.parameters ?? {}).filter(({ value }) => value === undefined)
    expect(open.length > 0).toBe(policy.status === 'template')
  })

  test('the base satisfies every clause', () => {
    for (const answer of atBase()) {
      expect({ outcome: answer.outcome, failed: failedIn(answer), missing: answer.missing }).toEqual({
        outcome: 'granted',
        failed: [],
        missing: [],
      })
    }
  })

  test.each(rows)('$row.name', ({ row, raw }) => {
    const answer = assessed(policy, table, row, raw)
    const check = { granted: checkGranted, refused: checkRefused, incomplete: checkIncomplete }[kindOf(row)]
    check(row, answer)
  })

  test('some case is granted, some incomplete, and some refused where the document has a condition', () => {
    const conditional = policy.parts.some(
      ({ eligibility, items, terms }) => (eligibility ?? items?.where) !== undefined || 'fuses' in terms,
    )
    const expected = conditional ? ['granted', 'incomplete', 'refused'] : ['granted', 'incomplete']
    expect([...new Set(table.cases.map(kindOf))].sort()).toEqual(expected)
  })

  test('every clause and every limit has its own id, and every clause refuses alone', () => {
    const clauses = atBase().flatMap((answer) => [...answer.clauses, ...(answer.items[0]?.clauses ?? [])].map((clause) => clause.id))
    const limits = [...policy.parts.flatMap((part) => part.limits ?? []), ...(policy.limits ?? [])].map((limit) => limit.id)
    expect([...clauses, ...limits].filter((one) => one === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(one))).toEqual([])
    expect([clauses, limits].map((names) => names.length - new Set(names).size)).toEqual([0, 0])
    const shown = new Set(table.cases.flatMap(({ refused, leftOut }) => [refused, leftOut]))
    expect(clauses.filter((clause) => !shown.has(clause))).toEqual([])
  })

  // Thousands of changed documents, whose answers are the same in every zone: once, in UTC.
  test.runIf(process.env['TZ'] === 'UTC')(
    'both sides of every boundary, every limit, every member of a condition is shown by some case',
    () => {
      const before = rows.map(({ row, raw }) => traceOf(assessed(policy, table, row, raw)))
      const unseen = mutationsOf(policy).filter(({ name, variants }) => {
        for (const variant of variants) {
          try {
            return rows.every(({ row, raw }, index) => traceOf(assessed(variant, table, row, raw)) === before[index])
          } catch (error) {
            if (!(error instanceof PolicyError)) throw error
          }
        }
        throw new RangeError(`no variant of "${name}" is a valid document`)
      })
      expect(unseen.map(({ name }) => name)).toEqual([])
    },
  )

  test('every declared fact and parameter is used, and a fact left out is asked for', () => {
    const text = JSON.stringify([policy.parts, policy.limits ?? []])
    const declared = [...Object.keys(policy.facts ?? {}), ...Object.keys(policy.parameters ?? {})]
    expect(declared.filter((name) => !text.includes(`"${name}"`))).toEqual([])
    const unasked = Object.keys(policy.facts ?? {}).filter((name) => {
      return !rows.some(({ row, raw }) => {
        const paths = pathsOf(raw, name)
        if (paths.length === 0) return row.incomplete?.some((path) => path.endsWith(name.slice(name.indexOf('.')))) ?? false
        return assessed(policy, table, row, factsOf(raw, { without: paths })).outcome === 'incomplete'
      })
    })
    expect(unasked).toEqual([])
  })
})
