// A form from the JSON Schema of a document's facts: which fields there are, which are asked for now, what each is called.

export const isGroup = (field) => field.type === 'object' && field['x-kind'] === undefined
export const isList = (field) => field.items?.properties !== undefined

/** A text in the language of the page. */
export const textIn = (text, language) => (text === undefined ? '' : typeof text === 'string' ? text : text[language])

/** The fields of an object in their order. */
export const fieldsOf = (schema) =>
  Object.entries(schema.properties ?? {}).sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0))

export const joined = (path, key) => (path === '' ? key : `${path}.${key}`)

/** A name for the element of a field, from the path of its fact. */
export const idOf = (path) => `fact-${path.replaceAll(/[[\].]+/g, '-')}`

/** One form for several documents: the fields of each, those of the first in its order. */
export const merged = (first, ...more) => more.reduce(mergedWith, first)

function mergedWith(one, other) {
  const properties = { ...one.properties }
  for (const [key, field] of Object.entries(other.properties ?? {})) {
    const known = properties[key]
    if (known === undefined) properties[key] = { ...field, 'x-order': field['x-order'] + 1000 }
    else if (isGroup(known)) properties[key] = mergedWith(known, field)
    else if (isList(known)) properties[key] = { ...known, items: mergedWith(known.items, field.items) }
    // What either document asks for at all times is asked for at all times.
    else properties[key] = { ...known, 'x-asked-when': eitherOf(known['x-asked-when'], field['x-asked-when']) }
  }
  return { ...one, properties }
}

const eitherOf = (one, other) => (one === undefined || other === undefined ? undefined : { any: [one, other] })

/** Whether a condition holds for what is stated; undefined while a fact it needs is not stated. */
export function holds(condition, stated) {
  const members = condition.all ?? condition.any
  if (members !== undefined) {
    const decisive = condition.any !== undefined
    const results = members.map((member) => holds(member, stated))
    return results.includes(decisive) ? decisive : results.includes(undefined) ? undefined : !decisive
  }
  const value = stated(condition.fact)
  if (value === undefined || value === '') return undefined
  const values = Array.isArray(value) ? value : [value]
  return condition.oneOf === undefined
    ? !values.some((one) => condition.noneOf.includes(one))
    : values.some((one) => condition.oneOf.includes(one))
}

/** Reads the facts a condition names: those of the same entry, of a group, or by themselves. */
export const statedIn = (facts, entryName, entry) => (name) => {
  const [group, key] = name.split('.')
  if (key === undefined) return facts[group]
  return group === entryName ? entry?.[key] : facts[group]?.[key]
}

/** The fields of a form with the paths of their facts, in the order of the form; those of lists for each entry there is. */
export function pathsOf(schema, facts, path = '') {
  return fieldsOf(schema).flatMap(([key, field]) => {
    const at = joined(path, key)
    if (isGroup(field)) return pathsOf(field, facts?.[key], at)
    if (isList(field)) return [at, ...(facts?.[key] ?? []).flatMap((entry, index) => pathsOf(field.items, entry, `${at}[${index}]`))]
    return [at]
  })
}

/** What a path is called: 贷款1 › 实际发放本金. */
export function nameOf(schema, path, language) {
  const names = []
  let field = schema
  for (const [, key, index] of path.matchAll(/([^.[\]]+)(?:\[(\d+)\])?/g)) {
    const next = field?.properties?.[key]
    if (next === undefined) return undefined
    field = index === undefined ? next : next.items
    names.push(
      textIn(field['x-titles'], language) +
        (index === undefined ? '' : language === 'zh' ? `${Number(index) + 1}` : ` ${Number(index) + 1}`),
    )
  }
  return names.slice(names.length > 1 && !path.includes('[') ? 1 : 0).join(' › ')
}
