import { compileAs } from '../assessment/bounds.js'
import { type CompiledTerms, type ItemKind, mustHaveSource } from '../assessment/compile.js'
import { forgetMissing } from '../assessment/reading.js'
import type { Scope, Vocabulary } from '../assessment/scope.js'
import { within } from '../assessment/scope.js'
import type { PlainTerms } from '../policy/policy.js'

/** Terms about items that carry nothing but facts: a formula and the values shown beside it. */
export function compilePlainTerms({ formula, shown = [] }: PlainTerms, scope: Scope): CompiledTerms {
  const { item } = scope.vocabulary
  const perApplicant = formula?.per === 'applicant' || item === 'none'
  const inItem = perApplicant ? scope : { ...scope, entry: item }
  if (formula !== undefined) mustHaveSource(formula, within(scope, 'formula'))
  const compiled = formula && compileAs(formula.value, 'amount', within(within(inItem, 'formula', formula), 'value'))
  const beside = shown.map((value, index) => {
    const place = within(within(inItem, 'shown'), index, value)
    mustHaveSource(value, place)
    return scope.compileQuantity(value.value, within(place, 'value'))
  })
  return {
    values: undefined,
    gross: compiled?.evaluate,
    perApplicant,
    prepare: () => {},
    show: (context) => {
      const before = context.missing.size
      for (const { evaluate } of beside) evaluate(context)
      // What is only shown is not asked for.
      forgetMissing(context, before)
    },
  }
}

const plain: Omit<Vocabulary, 'item'> = { nodes: {}, derived: {}, derivedLists: {}, supportAmount: () => undefined }

/** A part without items: a portfolio, a pool, a fund as a whole. */
export const NO_ITEMS: ItemKind = { ...plain, item: 'none', terms: {}, compileTerms: compilePlainTerms }

/** Investments of a fund. */
export const DEALS: ItemKind = { ...plain, item: 'deal', terms: {}, compileTerms: compilePlainTerms }

/** Instalments in which a contribution was paid in, each held from its own day; the only one may be stated in `exit` itself. */
export const INSTALMENTS: ItemKind = { ...plain, item: 'instalment', alone: 'exit', terms: {}, compileTerms: compilePlainTerms }
