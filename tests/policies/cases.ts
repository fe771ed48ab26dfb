import type { FundRule, InstrumentName, Meaning, ParameterValue } from '../../src/policy/policy.js'

/** Facts as an applicant sends them. */
export interface RawFacts {
  readonly [key: string]: unknown
}

/** What a case changes in the base application, and what must come of it: an amount, a refusal, or what is missing. */
export interface Case {
  readonly name: string
  /** Facts laid over the base, by path: `loans[0].principal`, or a whole entry `loans[1]`. */
  readonly with?: { readonly [path: string]: unknown }
  /** Paths taken out of the base. */
  readonly without?: readonly string[]
  readonly parameters?: { readonly [name: string]: ParameterValue }
  /** The day of decision: a rate published later is unknown. */
  readonly knownOn?: string
  /** The instrument assessed, for a document of several; all its parts together unless stated. */
  readonly instrument?: InstrumentName
  /** The rule assessed, of a guidance fund with several. */
  readonly rule?: FundRule
  /** The amount granted, with two places. */
  readonly expect?: string
  /** The arithmetic behind `expect`, in exact fractions. */
  readonly because?: string
  readonly meaning?: Meaning
  /** The limits that bind, by id; none when absent. */
  readonly capped?: string | readonly string[]
  /** Worksheet entries of the applicant, or of the first loan that counts. */
  readonly worksheet?: { readonly [name: string]: string }
  /** Amount and worksheet entries of single loans, policies or deals, by number. */
  readonly items?: { readonly [id: string]: { readonly [name: string]: string } }
  readonly payers?: { readonly [party: string]: string }
  /** What each recipient gets: `enterprise`, or with its name `insurer X`. */
  readonly recipients?: { readonly [recipient: string]: string }
  /** What each party bears or receives, summed over layers and items. */
  readonly shares?: { readonly [party: string]: string }
  readonly returned?: { readonly [party: string]: string }
  /** Where each fuse stands, by id. */
  readonly fuses?: { readonly [id: string]: string }
  readonly supplement?: string
  readonly clawBack?: string
  /** Every flag that is raised, by id; not looked at when absent. */
  readonly flags?: readonly string[]
  /** Part of the first payment. */
  readonly payment?: { readonly [name: string]: unknown }
  /** The one clause that some loans fail while others count, or the reason why they are left out. */
  readonly leftOut?: string
  /** The one clause that is not met, or the reason of another kind. */
  readonly refused?: string
  /** Paths of the facts to ask for. */
  readonly incomplete?: readonly string[]
}

/** A document's table: an application that satisfies every clause, and its variations. */
export interface Cases {
  readonly base: RawFacts
  /** What a template needs. */
  readonly parameters?: { readonly [name: string]: ParameterValue }
  readonly cases: readonly Case[]
}

type Node = Record<string | number, unknown>

/** Steps of a path: `loans[0].principal` is loans, 0, principal. */
const stepsOf = (path: string): (string | number)[] =>
  path.split(/[.[]/).map((step) => (step.endsWith(']') ? Number(step.slice(0, -1)) : step))

function holderAt(facts: Node, path: string): { readonly holder: Node; readonly last: string | number } {
  const steps = stepsOf(path)
  const last = steps.pop() as string | number
  let holder = facts
  steps.forEach((step, index) => {
    const next = steps[index + 1] ?? last
    if (holder[step] === undefined) holder[step] = typeof next === 'number' ? [] : {}
    holder = holder[step] as Node
  })
  return { holder, last }
}

/** The facts of a case: the base with the case laid over it. RangeError for a path taken out that is not there. */
export function factsOf(base: RawFacts, { with: changes = {}, without = [] }: Pick<Case, 'with' | 'without'>): RawFacts {
  const facts = structuredClone<Node>(base)
  for (const [path, value] of Object.entries(changes)) {
    const { holder, last } = holderAt(facts, path)
    holder[last] = structuredClone(value)
  }
  for (const path of without) {
    const { holder, last } = holderAt(facts, path)
    if (!(last in holder)) throw new RangeError(`the base case has no ${path} to take out`)
    delete holder[last]
  }
  return facts
}
