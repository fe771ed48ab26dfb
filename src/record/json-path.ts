import { canonicalJson } from './canonical-json.js'

/** Keys and indexes that lead to a value within a JSON value. */
export type JsonPath = readonly (string | number)[]

/** One place where two JSON values differ; a side without the place has no value there. */
export interface JsonDifference {
  readonly path: JsonPath
  readonly before?: unknown
  readonly after?: unknown
}

/** A path in words: `loans[0].principal`. */
export const pathText = (path: JsonPath): string =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '')

/** A path in words, as steps: `loans[0].principal` is loans, 0, principal. */
export const pathOf = (text: string): JsonPath =>
  Array.from(text.matchAll(/\[(\d+)\]|[^.[\]]+/g), ([step, index]) => (index === undefined ? step : Number(index)))

/** The value at a path; undefined where there is none. */
export const valueAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? ownValue(at as { [key: string]: unknown }, String(step)) : undefined),
    value,
  )

/** Every place of a JSON value that holds no object and no list of objects: a text, a number, a yes or no, a list of texts. */
export function leavesOf(value: unknown, path: JsonPath = []): readonly JsonPath[] {
  if (isObject(value)) return Object.keys(value).flatMap((key) => leavesOf(value[key], [...path, key]))
  return isList(value) && value.length > 0 ? value.flatMap((entry, index) => leavesOf(entry, [...path, index])) : [path]
}

/**
 * Where two JSON values differ, by the smallest places. Lists of objects are compared entry by entry; other lists are one value.
 *
 * Applied by `replacedAt` in their order they make the one of the other: what is left over of a list is taken off from its end.
 */
export function differencesOf(before: unknown, after: unknown, path: JsonPath = []): readonly JsonDifference[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.flatMap((key) => differencesOf(ownValue(before, key), ownValue(after, key), [...path, key]))
  }
  if (isList(before) && isList(after)) {
    const common = Math.min(before.length, after.length)
    const added = after.slice(common).map((entry, index) => ({ path: [...path, common + index], after: entry }))
    const removed = before.slice(common).map((_, index) => ({ path: [...path, before.length - 1 - index], before: before.at(-1 - index) }))
    return [
      ...before.slice(0, common).flatMap((entry, index) => differencesOf(entry, after[index], [...path, index])),
      ...added,
      ...removed,
    ]
  }
  if (before === undefined) return after === undefined ? [] : [{ path, after }]
  if (after === undefined) return [{ path, before }]
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, before, after }]
}

/** A JSON value with another value at a path, or without it where none is given. The value given is not changed. */
export function replacedAt(value: unknown, [step, ...rest]: JsonPath, replacement: unknown): unknown {
  if (step === undefined) return replacement
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as { [step: string | number]: unknown }
  if (rest.length > 0 || replacement !== undefined) copy[step] = replacedAt(copy[step], rest, replacement)
  else if (Array.isArray(copy)) copy.splice(step as number, 1)
  else delete copy[step]
  return copy
}

export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const ownValue = (value: { readonly [key: string]: unknown }, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined)

const isList = (value: unknown): value is readonly object[] => Array.isArray(value) && value.every(isObject)
