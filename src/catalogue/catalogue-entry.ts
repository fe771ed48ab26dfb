/**
 * What the catalogue says of a document: what it is, when it is in force, what it can assess. No terms.
 *
 * `effective` includes `from`, not `until`. A template names in `parameters` what has to be supplied before it can assess anything.
 */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  readonly number?: string
  readonly issued?: string
  readonly replaces?: string
  readonly effective: { readonly from: string; readonly until?: string }
  readonly evidence: string
  readonly status: 'built-in' | 'template'
  readonly instruments: readonly string[]
  readonly parameters: readonly string[]
}
