/** Words in one language, or in both. A single string is shown in either language. */
export type Text = string | { readonly zh: string; readonly en: string }

/** How far a figure can be trusted: read in a copy of the official text, or in a page about it. */
export type Evidence = 'official' | 'secondary'

/**
 * Where a value comes from: exactly one of
 * `article` (as the source numbers it), `place` (where it stands when no article number is known) or
 * `reading` (the document is silent and this is how we read it).
 */
export type Source = (
  | { readonly article: Text; readonly place?: never; readonly reading?: never }
  | { readonly place: Text; readonly article?: never; readonly reading?: never }
  | { readonly reading: Text; readonly article?: never; readonly place?: never }
) & {
  /** Stands where it differs from the evidence of the document, and wins there. */
  readonly evidence?: Evidence
}

/** A source that may be absent: the value then has the source of what encloses it. */
export type MaybeSource =
  | Source
  | { readonly article?: never; readonly place?: never; readonly reading?: never; readonly evidence?: Evidence }

/** A value of a document with its source. */
export type Sourced<Value> = Source & { readonly value: Value }
