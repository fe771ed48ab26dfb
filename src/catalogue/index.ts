/** The documents that ship with the library, without their terms: `subvention/policies`. A document itself is `subvention/policies/<id>`. */
export type { CatalogueEntry } from './catalogue-entry.js'
export { policies } from './policies.generated.js'
