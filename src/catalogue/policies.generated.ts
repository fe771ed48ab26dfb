// Generated from src/policies by `npm run generate`; do not edit.
import type { CatalogueEntry } from './catalogue-entry.js'

/** Every document that ships, in order of id, without its terms. */
export const policies: readonly CatalogueEntry[] = []
