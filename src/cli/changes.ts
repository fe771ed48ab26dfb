import { type Policy, parsePolicy } from '../index.js'
import { UsageError } from './failure.js'
import { jsonOf } from './files.js'
import { both } from './language.js'

type Holder = { [key: string]: unknown }

/**
 * The document with values of a JSON file in place of its own: `{ "parts[0].limits[0].cap": "80万元" }`, named by the paths that faults are told by.
 *
 * A key may be added, and `null` takes one away; a list keeps its length. Throws UsageError for a path that leads nowhere, PolicyError where the document
 * is faulty afterwards.
 */
export async function policyChanged(policy: Policy, path: string | undefined): Promise<Policy> {
  if (path === undefined) return policy
  const changes = await jsonOf(path)
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes))
    throw new UsageError(
      both(
        `${path} 应为对象，如 {"parts[0].limits[0].cap": "80万元"}`,
        `${path}: expected an object such as {"parts[0].limits[0].cap": "80万元"}`,
      ),
    )
  const changed = JSON.parse(JSON.stringify(policy)) as Holder
  for (const [place, value] of Object.entries(changes)) {
    if (!put(changed, place, value)) throw new UsageError(both(`${path}：文件中没有 ${place}`, `${path}: the document has no ${place}`))
  }
  return parsePolicy(changed)
}

function put(document: Holder, place: string, value: unknown): boolean {
  const steps = place.split(/[.[\]]+/).filter((step) => step !== '')
  const last = steps.pop()
  const holder = steps.reduce<unknown>(
    (inside, step) => (isHolder(inside) && Object.hasOwn(inside, step) ? inside[step] : undefined),
    document,
  )
  if (last === undefined || !isHolder(holder) || (Array.isArray(holder) && !Object.hasOwn(holder, last))) return false
  if (value !== null) holder[last] = value
  else if (Array.isArray(holder)) return false
  else delete holder[last]
  return true
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null
