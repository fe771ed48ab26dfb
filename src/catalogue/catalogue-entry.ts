import type { InstrumentName, Policy } from '../policy/policy.js'

/** What the catalogue says of a document: what it is, when it is in force, what it can assess. No terms. */
export interface CatalogueEntry extends Pick<Policy, 'id' | 'title' | 'number' | 'issued' | 'replaces' | 'effective' | 'evidence'> {
  readonly status: 'built-in' | 'template'
  readonly instruments: readonly InstrumentName[]
  /** What a template must be given before it can assess anything. */
  readonly parameters: readonly string[]
}
