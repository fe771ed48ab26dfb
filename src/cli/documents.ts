import { existsSync } from 'node:fs'
import { policies } from '../catalogue/index.js'
import { type ParameterValue, type Policy, parsePolicy, withParameters } from '../index.js'
import { UsageError } from './failure.js'
import { jsonOf, textOf } from './files.js'
import { both } from './language.js'
import { builtInPolicies } from './policies.generated.js'

/** The document named on the command line: the id of one that ships, or a JSON file (`-` for standard input). */
export async function policyOf(name: string): Promise<Policy> {
  const load = Object.hasOwn(builtInPolicies, name) ? builtInPolicies[name] : undefined
  if (load !== undefined) return (await load()).default
  if (name === '-' || /\.json$|[/\\]/i.test(name) || existsSync(name)) return parsePolicy(await textOf(name))
  const close = policies
    .map(({ id }) => id)
    .filter((id) => id.includes(name) || name.includes(id) || id.split('-')[0] === name.split('-')[0])
  const [zh, en] = close.length === 0 ? ['', ''] : [`；相近的有 ${close.join('、')}`, `; close to it: ${close.join(', ')}`]
  throw new UsageError(
    both(
      `没有编号为 ${name} 的文件${zh}（全部文件：subvention policies；自己的文件请写 .json 路径）`,
      `no document has the id ${name}${en} (all of them: subvention policies; a document of your own is a path ending in .json)`,
    ),
  )
}

/** The document with the parameters of a JSON file. */
export async function policyWith(policy: Policy, path: string | undefined): Promise<Policy> {
  if (path === undefined) return policy
  const values = await jsonOf(path)
  if (typeof values !== 'object' || values === null || Array.isArray(values) || Object.values(values).includes(null)) {
    throw new UsageError(
      both(
        `${path} 应为参数对象，如 {"cap": "30万元"}，且不含 null`,
        `${path}: expected an object of parameters such as {"cap": "30万元"}, without null`,
      ),
    )
  }
  return withParameters(policy, values as { readonly [name: string]: ParameterValue })
}
