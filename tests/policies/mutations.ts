import { readPrinted } from '../../src/money/printed.js'
import type { LoanTerms, Policy } from '../../src/policy/policy.js'

/** A document with one thing changed. Some case of its table must then answer differently, or the table does not show that thing. */
export interface Mutation {
  readonly name: string
  /** The changed document, in the order of preference: the first one that is a valid document is tried. */
  readonly variants: readonly Policy[]
}

type Step = string | number
type Path = readonly Step[]
type Node = Record<Step, unknown>

const FLIPPED: { readonly [bound: string]: string } = {
  atLeast: 'above',
  above: 'atLeast',
  atMost: 'below',
  below: 'atMost',
  from: 'after',
  after: 'from',
  through: 'until',
  until: 'through',
}
const BOUNDS = Object.keys(FLIPPED)
/** Bounds whose limit belongs to the upper side: the nearest other answer lies just below it. */
const BELOW: ReadonlySet<string> = new Set(['atLeast', 'below', 'from', 'until'])
const OF_DATES: ReadonlySet<string> = new Set(['from', 'after', 'through', 'until'])

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

function changed(policy: Policy, path: Path, change: (holder: Node, last: Step) => void): Policy {
  const copy = structuredClone(policy)
  const holder = path.slice(0, -1).reduce<unknown>((value, step) => (value as Node)[step], copy)
  change(holder as Node, path.at(-1) as Step)
  return copy
}

const without = (policy: Policy, path: Path): Policy =>
  changed(policy, path, (holder, last) => {
    if (Array.isArray(holder)) holder.splice(Number(last), 1)
    else delete holder[last]
  })

/** One bound of a clause or a bracket, and where it stands. */
interface Bound {
  readonly path: Path
  readonly key: string
  readonly limit: unknown
  /** Bounds of one table that meet at one limit move together. */
  readonly group: string
}

const boundsAt = (node: Node, path: Path, group: (key: string) => string): Bound[] =>
  BOUNDS.filter((key) => node[key] !== undefined).map((key) => ({ path, key, limit: node[key], group: group(key) }))

function boundsIn(value: unknown, path: Path, table: string | undefined): Bound[] {
  if (!isNode(value)) return []
  if (Array.isArray(value)) return value.flatMap((inner, index) => boundsIn(inner, [...path, index], table))
  const brackets = (value['brackets'] ?? []) as readonly Node[]
  const lines = brackets.flatMap((line, index) =>
    boundsAt(line, [...path, 'brackets', index], (key) => `${path.join('.')} at ${JSON.stringify(line[key])}`),
  )
  const inBracket = path.at(-2) === 'brackets'
  const level = value['effect'] ?? (isOfShare(path) ? path.at(-1) : undefined)
  const subject = inBracket ? undefined : (value['fact'] ?? value['date'] ?? value['value'] ?? level)
  const own =
    subject === undefined
      ? []
      : boundsAt(value, path, (key) =>
          table === undefined ? [...path, key].join('.') : `${table} ${JSON.stringify(subject)} at ${JSON.stringify(value[key])}`,
        )
  const inside = brackets.length > 0 || 'choose' in value ? path.join('.') : table
  return [...lines, ...own, ...Object.entries(value).flatMap(([key, inner]) => boundsIn(inner, [...path, key], inside))]
}

/** The smallest sensible step of a limit: a fen, a hundredth of a percent, a month, a day, one; each kind is tried where the kind is not printed. */
function stepsFor(bound: Bound): readonly string[] {
  if (OF_DATES.has(bound.key)) return ['1天']
  const kind = typeof bound.limit === 'string' ? readPrinted(bound.limit)?.kind : undefined
  const number = String(bound.limit).includes('.') ? '0.01' : '1'
  const all = { amount: '0.01元', rate: '0.01%', months: '1个月', days: '1天', number }
  return kind === undefined ? Object.values(all) : [all[kind]]
}

function moved({ key, limit }: Bound, step: string): unknown {
  if (OF_DATES.has(key)) return BELOW.has(key) ? { date: limit, minus: step } : { date: limit, plus: step }
  return BELOW.has(key) ? { excessOf: [limit, step] } : { sumOf: [limit, step] }
}

const isOfShare = (path: Path): boolean => path.includes('bounds') && path.at(-2) === 'shares'

/** The bound a step tighter. */
const drawnIn = ({ key, limit }: Bound, step: string): unknown => (BELOW.has(key) ? { sumOf: [limit, step] } : { excessOf: [limit, step] })

function boundMutations(policy: Policy, path: Path, root: unknown): Mutation[] {
  const groups = new Map<string, Bound[]>()
  for (const bound of boundsIn(root, path, undefined)) groups.set(bound.group, [...(groups.get(bound.group) ?? []), bound])
  return [...groups].flatMap(([group, bounds]) => {
    const first = bounds[0] as Bound
    const changedAll = (change: (node: Node, bound: Bound) => void): Policy =>
      bounds.reduce((copy, bound) => changed(copy, [...bound.path, bound.key], (node) => change(node, bound)), policy)
    // A bound of a share is always included: it is drawn in by a step instead.
    const flipped = isOfShare(first.path)
      ? stepsFor(first).map((step) =>
          changedAll((node, bound) => {
            node[bound.key] = drawnIn(bound, step)
          }),
        )
      : [
          changedAll((node, { key }) => {
            node[FLIPPED[key] as string] = node[key]
            delete node[key]
          }),
        ]
    const shifted = stepsFor(first).map((step) =>
      changedAll((node, bound) => {
        node[bound.key] = moved(bound, step)
      }),
    )
    return [
      { name: `${group}: a case exactly on the limit`, variants: flipped },
      { name: `${group}: a case one step ${BELOW.has(first.key) ? 'below' : 'above'} the limit`, variants: shifted },
    ]
  })
}

/** Members of `any` and `all`, each of which must matter. */
function memberMutations(policy: Policy, path: Path, value: unknown): Mutation[] {
  if (!isNode(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    const members =
      (key === 'any' || key === 'all') && Array.isArray(inner) && inner.length > 1
        ? inner.map((_, index) => ({ name: `${[...here, index].join('.')} matters`, variants: [without(policy, [...here, index])] }))
        : []
    return [...members, ...memberMutations(policy, here, inner)]
  })
}

const listed = (policy: Policy, path: Path, list: readonly unknown[] | undefined, what: string): Mutation[] =>
  (list ?? []).map((_, index) => ({ name: `${what} ${index + 1} bites`, variants: [without(policy, [...path, index])] }))

/** Every change to the parts that a table of cases must notice. */
export function mutationsOf(policy: Policy): Mutation[] {
  const parts = policy.parts.flatMap((part, index) => {
    const path = ['parts', index]
    const { eligibility, items, limits, payers, flags } = part
    const terms: LoanTerms = part.terms
    const tested: readonly (readonly [Path, unknown])[] = [
      [[...path, 'eligibility'], eligibility],
      [[...path, 'items'], items],
      [[...path, 'terms'], terms],
      [[...path, 'limits'], limits],
      [[...path, 'payers'], payers],
      [[...path, 'flags'], flags],
    ]
    return [
      ...tested.flatMap(([where, value]) => [...boundMutations(policy, where, value), ...memberMutations(policy, where, value)]),
      ...listed(policy, [...path, 'items', 'select'], items?.select, 'selection'),
      ...listed(policy, [...path, 'terms', 'principalLimits'], terms.principalLimits, 'limit of principal'),
      ...listed(policy, [...path, 'terms', 'windows'], terms.windows, 'window'),
      ...(terms.longest === undefined
        ? []
        : [{ name: 'the longest time bites', variants: [without(policy, [...path, 'terms', 'longest'])] }]),
      ...('premiumRateLimit' in part.terms
        ? [{ name: 'the limit of the premium rate bites', variants: [without(policy, [...path, 'terms', 'premiumRateLimit'])] }]
        : []),
      ...(limits ?? []).flatMap((limit, at) =>
        'stacking' in limit && limit.stacking === 'stack'
          ? []
          : [{ name: `limit ${limit.id ?? at + 1} bites`, variants: [without(policy, [...path, 'limits', at])] }],
      ),
    ]
  })
  return [...parts, ...listed(policy, ['limits'], policy.limits, 'joint limit')]
}
