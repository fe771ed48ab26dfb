const DEEPEST = 100

/**
 * The canonical JSON of a value: one text for one value, whoever writes it.
 *
 * No space; the keys of an object in the order of their UTF-16 code units; numbers and texts as ECMAScript prints them. RangeError, with the path,
 * for what JSON cannot say: undefined, functions, NaN, infinities, big integers, objects that are not plain, half a surrogate pair, nesting above 100.
 *
 * Source: RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  return written(value, '', 0)
}

function written(value: unknown, path: string, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value, path)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value !== 'object' || !isPlain(value)) return refuse(path, nameOf(value))
  if (depth === DEEPEST) return refuse(path, `nesting deeper than ${DEEPEST}`)
  if (Array.isArray(value))
    return `[${Array.from(value, (entry: unknown, index) => written(entry, `${path}[${index}]`, depth + 1)).join(',')}]`
  const entries = Object.keys(value)
    .sort()
    .map((key) => {
      const at = path === '' ? key : `${path}.${key}`
      return `${quoted(key, at)}:${written((value as { readonly [key: string]: unknown })[key], at, depth + 1)}`
    })
  return `{${entries.join(',')}}`
}

function quoted(text: string, path: string): string {
  return /\p{Surrogate}/u.test(text) ? refuse(path, 'half a surrogate pair') : JSON.stringify(text)
}

/** Whether an object is a list or has no class, whichever realm it comes from. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null
}

function nameOf(value: unknown): string {
  if (typeof value === 'object') return 'an object of a class'
  return typeof value === 'number' ? String(value) : typeof value
}

function refuse(path: string, received: string): never {
  throw new RangeError(`${path === '' ? 'value' : path}: expected a JSON value, received ${received}`)
}
