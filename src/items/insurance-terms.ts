import type { ItemKind } from '../assessment/compile.js'
import { compilePlainTerms } from './plain-terms.js'

/** Insurance policies. */
export const POLICIES: ItemKind = {
  item: 'policy',
  nodes: {},
  derived: {},
  derivedLists: {},
  supportAmount: () => undefined,
  supportedBy: 'line',
  compileTerms: compilePlainTerms,
}
