import fc from 'fast-check'

/** Any value a program may hand over by mistake. */
export const strange: fc.Arbitrary<unknown> = fc.anything({
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'loans', 'parts', 'id', 'value', 'fact', 'length')),
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withTypedArray: true,
  withSparseArray: false,
})

const LEAVES = [
  '',
  '-1',
  '0',
  '1e5',
  '50%',
  '-50%',
  '1000万元',
  '2年',
  '3天',
  '2025-02-30',
  '2025-03-16',
  '1/3',
  '1/0',
  '__proto__',
  'loan.principal',
  'loan.id',
  'application.date',
  'loans',
  null,
  true,
  -1,
  0,
  1e21,
  Number.NaN,
  [],
  {},
] as const

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [
    ...(path.length === 0 ? [] : [path]),
    ...inside.flatMap((key) => pathsIn((value as Record<string, unknown>)[key], [...path, key])),
  ]
}

type Node = Record<string | number, unknown>

const at = (root: unknown, path: Path): unknown => path.reduce<unknown>((value, key) => (value as Node | undefined)?.[key], root)

function change(root: object, path: Path, how: string, value: unknown, other: Path): void {
  const holder = at(root, path.slice(0, -1))
  const key = path.at(-1)
  if (typeof holder !== 'object' || holder === null || key === undefined) return
  const node = holder as Node
  if (how === 'take out') {
    if (Array.isArray(node)) node.splice(Number(key), 1)
    else delete node[key]
  } else if (how === 'add') node[Array.isArray(node) ? node.length : 'extra'] = value
  else if (how === 'rename') {
    if (Array.isArray(node)) return
    node[`${key}x`] = node[key]
    delete node[key]
  } else if (how === 'repeat') {
    if (Array.isArray(node)) node.push(structuredClone(node[Number(key)]))
  } else if (how === 'swap') node[key] = structuredClone(at(root, other))
  else node[key] = value
}

/** A good document or application with one to three things replaced, taken out, added, renamed, repeated, or put in the wrong place. */
export function mutated(good: object): fc.Arbitrary<unknown> {
  const path = fc.constantFrom(...pathsIn(good))
  const how = fc.constantFrom('replace', 'take out', 'add', 'rename', 'repeat', 'swap')
  const value = fc.oneof(fc.constantFrom<unknown>(...LEAVES), fc.jsonValue({ maxDepth: 2 }))
  return fc.array(fc.tuple(path, how, value, path), { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(good)
    for (const [where, deed, given, other] of changes) change(copy, where, deed, structuredClone(given), other)
    return copy
  })
}
