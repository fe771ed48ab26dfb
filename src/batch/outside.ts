/** Says that a document or an application is not for the fast path: the ordinary assessment answers. */
export class Outside extends Error {
  override readonly name = 'Outside'
}

/** Keys that say nothing about an amount: names, words and sources. */
const SILENT: ReadonlySet<string> = /* @__PURE__ */ new Set(['id', 'name', 'label', 'article', 'place', 'reading', 'evidence'])

/** Throws `Outside` where a form says more than is known here, so that what the engine learns later is never passed over. */
export function only(written: object, keys: readonly string[]): void {
  const other = Object.keys(written).find((key) => !keys.includes(key) && !SILENT.has(key))
  if (other !== undefined) throw new Outside(other)
}

/** The word, where it is known here; throws `Outside` for another. */
export function known<Word extends string>(word: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === word)
  if (found === undefined) throw new Outside(word)
  return found
}

/** How one form is compiled: what it may say beside its own key, and what becomes of it. */
export interface Form<Written, Scope, Result> {
  readonly also: readonly string[]
  readonly compile: (written: Written, scope: Scope) => Result
}

/** Compiles a form by the first of its keys that is known; throws `Outside` where none is, or where it says more. */
export function compileForm<Scope, Result>(
  written: object,
  forms: { readonly [key: string]: Form<never, Scope, Result> },
  scope: Scope,
): Result {
  for (const [key, { also, compile }] of Object.entries(forms)) {
    if (!(key in written)) continue
    only(written, [key, ...also])
    return compile(written as never, scope)
  }
  throw new Outside(Object.keys(written).join(', '))
}

/** One for every application, since a stack trace each time would cost more than an assessment. */
export const UNUSUAL: Outside = /* @__PURE__ */ new Outside('unusual facts, or numbers too large')
