import * as z from 'zod/mini'
import { compilePolicy, faultsWithin, idOf } from '../assessment/compile.js'
import { type Issue, type Message, PolicyError, shown } from '../assessment/errors.js'
import type { Policy } from '../policy/policy.js'
import { FACT_LISTS } from '../policy/standard-facts.js'
import { NAME_PATTERN } from './forms.js'
import { instrumentsOf } from './instruments.js'
import { issueOf } from './messages.js'
import { parameterIssue } from './parameters.js'
import { POLICY_SCHEMA } from './schema.js'

/** The result of reading a policy without throwing: the policy, or every issue. */
export type ParsedPolicy =
  | { readonly success: true; readonly policy: Policy }
  | { readonly success: false; readonly issues: readonly Issue[] }

/**
 * A policy from JSON: a parsed value or JSON text.
 *
 * Throws PolicyError with every fault and its path. A template is read without its parameters; `assess` asks for them.
 */
export function parsePolicy(json: unknown): Policy {
  const result = safeParsePolicy(json)
  if (!result.success) throw new PolicyError(result.issues)
  return result.policy
}

/** The same without throwing. */
export function safeParsePolicy(json: unknown): ParsedPolicy {
  const value = typeof json === 'string' ? read(json) : json
  if (value instanceof SyntaxError) {
    const { message } = value
    return {
      success: false,
      issues: [
        { code: 'not-json', path: '', given: shown(json), message: { zh: `不是合法的JSON：${message}`, en: `not JSON: ${message}` } },
      ],
    }
  }
  const fault = sizeFault(value)
  if (fault !== undefined) return { success: false, issues: [fault] }
  const result = z.safeParse(POLICY_SCHEMA, value)
  if (!result.success) {
    const issues = result.error.issues.flatMap((issue) => issuesOf(issue, [], value))
    return { success: false, issues: [...issues, ...faultsBeside(value, issues)] }
  }
  const policy = result.data as unknown as Policy
  const issues = faultsOf(policy)
  return issues.length === 0 ? { success: true, policy } : { success: false, issues }
}

/** Faults of meaning in what has the right form, so that they are seen together with those of form. */
function faultsBeside(value: unknown, issues: readonly Issue[]): Issue[] {
  const policy = value as Policy
  const parts: unknown = typeof value === 'object' && value !== null ? policy.parts : undefined
  if (!Array.isArray(parts)) return []
  const beside = ({ path }: Issue): boolean => !issues.some((issue) => path.startsWith(issue.path) || issue.path.startsWith(path))
  return faultsWithin(policy, instrumentsOf(policy)).map(issueOf).filter(beside)
}

/** What is wrong with a policy that has the right form: names, kinds, sources, shares, brackets. */
export function faultsOf(policy: Policy): readonly Issue[] {
  const compiled = compilePolicy(policy, instrumentsOf(policy)).faults.map(issueOf)
  const parameters = Object.entries(policy.parameters ?? {}).flatMap(([name, parameter]) =>
    parameter.value === undefined ? [] : (parameterIssue(name, parameter, parameter.value) ?? []),
  )
  const declared = Object.entries(policy.facts ?? {}).flatMap(([name, { kind, oneOf }]) =>
    oneOf !== undefined && kind !== 'class' && kind !== 'classes'
      ? [
          {
            code: 'kind',
            path: `facts.${name}.oneOf`,
            message: { zh: '只有类别事实才列出 oneOf', en: 'only a class or classes fact lists oneOf' },
          },
        ]
      : [],
  )
  const lists: readonly string[] = Object.values(FACT_LISTS).filter((list) => !list.includes('.'))
  const misplaced = Object.keys(policy.facts ?? {}).flatMap((name) =>
    lists.includes(name.split('.')[0] as string)
      ? [
          {
            code: 'key',
            path: `facts.${name}`,
            given: name,
            message: {
              zh: '列表中每一项的事实用单数命名，如 loan.product',
              en: 'facts of the entries of a list are named in the singular, such as loan.product',
            },
          },
        ]
      : [],
  )
  const ids = policy.parts.flatMap((part) => idOf(part) ?? [])
  const parts =
    policy.parts.length > 1 && new Set(ids).size < policy.parts.length
      ? [
          {
            code: 'part-id',
            path: 'parts',
            message: { zh: '有多个部分时，每个部分应有各不相同的 id', en: 'where there are several parts each needs an id of its own' },
          },
        ]
      : []
  // The same place may be looked at for several instruments.
  const seen = new Set<string>()
  return [...compiled, ...parameters, ...declared, ...misplaced, ...parts].filter(({ code, path }) => {
    const key = `${code} ${path}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function read(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch (error) {
    return error
  }
}

function sizeFault(value: unknown): Issue | undefined {
  let count = 0
  const walk = (inner: unknown, depth: number, path: string): Issue | undefined => {
    if (typeof inner !== 'object' || inner === null) return undefined
    if (depth > 64) return { code: 'too-large', path, message: { zh: '嵌套超过64层', en: 'nested more than 64 deep' } }
    for (const [key, child] of Object.entries(inner)) {
      count += 1
      if (count > 100_000) return { code: 'too-large', path, message: { zh: '超过100000个键', en: 'more than 100,000 keys' } }
      const at = Array.isArray(inner) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
      if (key === '__proto__') return { code: 'unknown-key', path: at, message: { zh: '未知的键', en: 'unknown key' } }
      const fault = walk(child, depth + 1, at)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  return walk(value, 1, '')
}

type Path = readonly PropertyKey[]

const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`),
    '',
  )

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as { [key: PropertyKey]: unknown } | undefined)?.[step], value)

/** What a party or a parameter may be called. */
const NAME: Message = {
  zh: '以小写字母开头，只含字母和数字',
  en: 'it starts with a small letter and has letters and digits only',
}

/** zod's issue in our words. Of the forms a value may have, the one it comes closest to is reported. */
function issuesOf(issue: z.core.$ZodIssue, outer: Path, root: unknown): Issue[] {
  const path = [...outer, ...issue.path]
  const given = valueAt(root, path)
  const at = (code: string, message: Message, where: Path = path, value: unknown = given): Issue => ({
    code,
    path: pathText(where),
    ...(value === undefined ? {} : { given: shown(value) }),
    message,
  })
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      at('unknown-key', { zh: `未知的键“${key}”：请检查拼写`, en: `unknown key "${key}": check its spelling` }, [...path, key], key),
    )
  }
  const options = issue.code === 'invalid_union' && 'options' in issue ? (issue.options as readonly unknown[]) : undefined
  if (options !== undefined && given !== undefined) return [at('choice', oneOf(options.map(String), given))]
  if (issue.code === 'invalid_union') return unionIssues(issue, path, root)
  if (issue.code === 'invalid_key')
    return [
      at(
        'key',
        {
          zh: `键名不合规定：${NAME.zh}（事实名称可含一个点）`,
          en: `this key is not allowed here: ${NAME.en} (one dot in the name of a fact)`,
        },
        path,
        path.at(-1),
      ),
    ]
  if (issue.code === 'invalid_value') return [at('choice', oneOf(issue.values.map(String), given))]
  if (given === undefined) return [at('absent', { zh: '缺少这个键', en: 'this key is missing' })]
  if (issue.code === 'invalid_type')
    return [
      at('type', { zh: `类型应为${issue.expected}，收到${shown(given)}`, en: `expected ${issue.expected}, received ${shown(given)}` }),
    ]
  if (issue.code === 'too_small') return [at('empty', { zh: '不能为空', en: 'must not be empty' })]
  if ('pattern' in issue && issue.pattern === String(NAME_PATTERN))
    return [at('unreadable', { zh: `名称${shown(given)}不合规定：${NAME.zh}`, en: `${shown(given)} is not a name: ${NAME.en}` })]
  return [at('unreadable', expectedText(path, given))]
}

const oneOf = (values: readonly string[], given: unknown): Message => ({
  zh: `应为下列之一：${values.join('、')}，收到${shown(given)}`,
  en: `expected one of ${values.join(', ')}, received ${shown(given)}`,
})

function expectedText(path: Path, given: unknown): Message {
  const key = String(path.at(-1))
  if (/^(issued|from|until|through|after)$/.test(key))
    return { zh: `应为日期，如“2025-03-16”，收到${shown(given)}`, en: `expected a day such as "2025-03-16", received ${shown(given)}` }
  if (key === 'id' || key === 'name' || key === 'fact')
    return { zh: `名称不合规定，收到${shown(given)}`, en: `not a valid name, received ${shown(given)}` }
  return {
    zh: `应为文件中的数值，如“1000万元”“50%”“1.5个百分点”“2年”（金额必须带单位），收到${shown(given)}`,
    en: `expected a printed figure such as "1000万元", "50%", "1.5个百分点" or "2年" (an amount needs its unit), received ${shown(given)}`,
  }
}

type Branch = readonly z.core.$ZodIssue[]

function unionIssues(issue: z.core.$ZodIssueInvalidUnion, path: Path, root: unknown): Issue[] {
  const given = valueAt(root, path)
  const branches = (issue.errors as readonly Branch[]).filter((branch) => branch.length > 0)
  const best = branches.map((branch) => ({ branch, score: scoreOf(branch, given) })).sort((a, b) => a.score - b.score)[0]
  if (given === undefined) return [{ code: 'absent', path: pathText(path), message: { zh: '缺少这个键', en: 'this key is missing' } }]
  if (best === undefined || best.score >= WRONG_FORM) {
    const isText = typeof given === 'string'
    return [
      {
        code: isText ? 'unreadable' : 'form',
        path: pathText(path),
        given: shown(given),
        message: isText
          ? expectedText(path, given)
          : {
              zh: `没有与${shown(given)}相符的写法，可用的有：${formsOf(branches, given)}`,
              en: `no form fits ${shown(given)}; the forms are ${formsOf(branches, given)}`,
            },
      },
    ]
  }
  return best.branch.flatMap((inner) => issuesOf(inner, path, root))
}

/** The keys each form needs, in words: `{fact}, {date, plus}`. */
function formsOf(branches: readonly Branch[], given: unknown): string {
  const isObject = typeof given === 'object' && given !== null
  const forms = branches.flatMap((branch) => {
    const needed = branch.flatMap(({ path }) => (path.length === 1 ? [String(path[0])] : []))
    return needed.length === 0 ? [] : [`{${[...new Set(needed)].join(', ')}}`]
  })
  return isObject && forms.length > 0 ? [...new Set(forms)].join(', ') : 'docs/reference'
}

const WRONG_FORM = 1000

/** How far a value is from a form: keys it lacks weigh most, then keys it should not have, then faults deeper down. */
function scoreOf(branch: Branch, given: unknown): number {
  let score = 0
  for (const issue of branch) {
    if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') {
      // A text that only fails its own check is the right form of the wrong content.
      score += issue.code === 'invalid_type' || typeof given !== 'string' ? WRONG_FORM : 10
    } else if (issue.path.length === 0 && issue.code === 'unrecognized_keys') score += 10 * issue.keys.length
    else if (issue.path.length === 1 && typeof given === 'object' && given !== null && !Object.hasOwn(given, issue.path[0] as PropertyKey))
      score += 100
    else score += 1
  }
  const keysGiven = typeof given === 'object' && given !== null ? Object.keys(given).length : 0
  const strange = branch.reduce(
    (count, issue) => (issue.path.length === 0 && issue.code === 'unrecognized_keys' ? count + issue.keys.length : count),
    0,
  )
  return keysGiven > 0 && strange === keysGiven ? score + WRONG_FORM : score
}
