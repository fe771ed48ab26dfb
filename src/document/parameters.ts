import { absentParameters, textIn } from '../assessment/compile.js'
import { type Issue, PolicyError, shown } from '../assessment/errors.js'
import { isCalendarDate } from '../dates/calendar-date.js'
import { DAY_COUNTS } from '../dates/day-counts.js'
import { compare, isNegative, one, plus, zero } from '../money/fraction.js'
import { readPrinted } from '../money/printed.js'
import type { Parameter, ParameterValue, Policy } from '../policy/policy.js'

/**
 * A policy with its parameters supplied: what a template needs, or another reading where the document leaves one open.
 *
 * Figures are printed (`'30万元'`, `'50%'`, `'2年'`) or plain decimals in yuan, fractions and months. The policy given is not changed. Throws
 * PolicyError naming every unknown parameter, every value of the wrong kind and every required parameter that is still absent.
 */
export function withParameters(policy: Policy, values: { readonly [name: string]: ParameterValue }): Policy {
  const declared = policy.parameters ?? {}
  const issues: Issue[] = Object.entries(values).flatMap(([name, value]) => {
    const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (parameter !== undefined) return parameterIssue(name, parameter, value) ?? []
    const known = Object.keys(declared).join(', ') || 'none'
    return [
      {
        code: 'unknown-parameter',
        path: `parameters.${name}`,
        given: shown(value),
        message: { zh: `该文件没有参数“${name}”，已有：${known}`, en: `the document has no parameter "${name}"; it has: ${known}` },
      },
    ]
  })
  const parameters = Object.fromEntries(
    Object.entries(declared).map(([name, parameter]) => {
      const value = Object.hasOwn(values, name) ? values[name] : parameter.value
      return [name, value === undefined ? parameter : { ...parameter, value }]
    }),
  )
  const supplied = { ...policy, parameters }
  issues.push(...absentParameters(supplied))
  if (issues.length > 0) throw new PolicyError(issues)
  return supplied
}

/** What is wrong with a parameter's value; undefined when nothing is. */
export function parameterIssue(name: string, parameter: Parameter, value: ParameterValue): Issue[] | undefined {
  if (holds(parameter, value)) return undefined
  const { zh, en } = EXPECTED[parameter.kind]
  const of = parameter.oneOf === undefined ? '' : `: ${parameter.oneOf.join(', ')}`
  return [
    {
      code: parameter.kind,
      path: `parameters.${name}`,
      given: shown(value),
      message: {
        zh: `“${textIn(parameter.label, 'zh')}”应为${zh}${of}，收到${shown(value)}`,
        en: `expected ${en}${of} for "${textIn(parameter.label, 'en')}", received ${shown(value)}`,
      },
    },
  ]
}

const EXPECTED: { readonly [kind in Parameter['kind']]: { readonly zh: string; readonly en: string } } = {
  amount: { zh: '金额，如“30万元”或以元为单位的"300000"', en: 'an amount such as "30万元", or "300000" in yuan' },
  rate: { zh: '比率，如“50%”或"0.5"（大于-1，不超过1）', en: 'a rate such as "50%" or "0.5" (above -1, at most 1)' },
  number: { zh: '数，如"2"', en: 'a number such as "2"' },
  months: { zh: '期限，如“2年”“24个月”或"24"', en: 'a tenor such as "2年", "24个月" or "24"' },
  date: { zh: '日期，如"2025-03-16"', en: 'a day such as "2025-03-16"' },
  class: { zh: '下列之一', en: 'one of' },
  classes: { zh: '由下列各项组成的列表', en: 'a list of' },
  proration: { zh: '计息办法', en: 'a day count' },
  shares: {
    zh: '各方份额，其和为1，如 {"city": "50%", "district": "50%"}',
    en: 'shares that sum to 1, such as {"city": "50%", "district": "50%"}',
  },
}

function holds({ kind, oneOf }: Parameter, value: ParameterValue): boolean {
  if (kind === 'classes')
    return Array.isArray(value) && value.length > 0 && value.every((entry: string) => oneOf === undefined || oneOf.includes(entry))
  if (kind === 'shares') return isRecord(value) && sharesSum(value)
  if (typeof value !== 'string' || (oneOf !== undefined && !oneOf.includes(value))) return false
  if (kind === 'class') return value.length > 0
  if (kind === 'date') return isCalendarDate(value)
  if (kind === 'proration') return Object.hasOwn(DAY_COUNTS, value)
  const printed = readPrinted(value)
  if (printed === undefined || (printed.kind !== kind && printed.kind !== 'number' && !(kind === 'number' && printed.kind === 'rate')))
    return false
  if (kind === 'amount') return !isNegative(printed.value)
  return kind !== 'rate' || (compare(printed.value, one) <= 0 && !isNegative(plus(printed.value, one)))
}

const isRecord = (value: unknown): value is { readonly [party: string]: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function sharesSum(shares: { readonly [party: string]: string }): boolean {
  const read = Object.values(shares).map((text) => readPrinted(text))
  if (read.length === 0 || read.some((share) => share === undefined || (share.kind !== 'rate' && share.kind !== 'number'))) return false
  return (
    compare(
      read.reduce((sum, share) => plus(sum, share?.value ?? zero), zero),
      one,
    ) === 0
  )
}
