import type { AssessOptions } from '../assessment/assess.js'
import type { Instruments } from '../assessment/compile.js'
import { readPrinted } from '../money/printed.js'
import type { Parameter, Policy } from '../policy/policy.js'
import type { Quantity } from '../policy/quantity.js'
import { type Pair, pairOf } from './exact.js'
import { type FactPlaces, factPlaces } from './facts.js'
import { Outside, only, UNUSUAL } from './outside.js'
import type { Work } from './row.js'

/** What the closures of a document are made with. The document is known to be without a fault. */
export interface Scope {
  readonly policy: Policy
  readonly facts: FactPlaces
  readonly options: AssessOptions
  /** The terms of the part's loans. */
  readonly terms: LoanWork
  /** Tables compiled so far that need not cover every application. */
  readonly gaps: { count: number }
  /** How a quantity is compiled: quantities hold clauses, and clauses quantities. */
  readonly compileQuantity: (quantity: Quantity, scope: Scope) => Work
}

/** What the terms of a part make of the loan at hand. */
export interface LoanWork {
  /** Its principal that counts. */
  readonly principal: Work
  /** Interest on that principal, or on its first part, over the time that counts. */
  readonly interestAt: (rate: Work, first: Work | undefined) => Work
  readonly time: (unit: 'years' | 'months' | 'days') => Work
  /** Interest on its bank slips. */
  readonly slips: Work
  /** Whether a table of these terms need not cover every loan. */
  readonly hasGap: boolean
}

const NO_TERMS: LoanWork = {
  principal: () => outsideTerms(),
  interestAt: () => outsideTerms(),
  time: () => outsideTerms(),
  slips: () => {
    throw UNUSUAL
  },
  hasGap: false,
}

function outsideTerms(): never {
  throw new Outside('a loan outside its terms')
}

export const scopeOf = (
  policy: Policy,
  instruments: Instruments,
  options: AssessOptions,
  compileQuantity: Scope['compileQuantity'],
): Scope => ({
  policy,
  facts: factPlaces(policy, instruments),
  options,
  terms: NO_TERMS,
  gaps: { count: 0 },
  compileQuantity,
})

export function parameterOf(name: string, { policy }: Scope): Parameter {
  const parameter = policy.parameters?.[name]
  if (parameter === undefined) throw new Outside(`the parameter ${name}`)
  only(parameter, ['kind', 'oneOf', 'value', 'neededWhen'])
  return parameter
}

/** A printed figure as whole numbers. */
export function printedPair(text: unknown): Pair {
  const printed = typeof text === 'string' ? readPrinted(text) : undefined
  if (printed === undefined) throw new Outside(`the figure ${String(text)}`)
  return pairOf(printed.value)
}
