import { isCalendarDate } from '../dates/calendar-date.js'
import { type ParameterValue, type Policy, parsePolicy, withParameters } from '../index.js'
import type { CalculationInput, RecordOptions } from '../record/index.js'
import { policyOf, policyWith } from './documents.js'
import { UsageError } from './failure.js'
import { jsonOf } from './files.js'
import { both } from './language.js'
import { ratesOf } from './rates.js'

/** What may be said of a calculation on the command line. */
export interface CalculationOptions {
  readonly with?: string
  readonly knownOn?: string
  readonly rates?: string
  readonly rule?: string
}

/** An application in one file: `{ policy, facts, parameters?, rule? }`, or a record, whose document stands in it whole. */
interface Application {
  readonly policy: string | object
  readonly facts: unknown
  readonly parameters?: { readonly [name: string]: ParameterValue }
  readonly rule?: string
  readonly options?: RecordOptions
}

/** What is calculated: a document and the facts, or a file that holds both. */
export async function calculationOf(name: string, facts: string | undefined, options: CalculationOptions): Promise<CalculationInput> {
  const { knownOn } = options
  if (knownOn !== undefined && !isCalendarDate(knownOn)) {
    const given = String(knownOn)
    throw new UsageError(
      both(`--known-on 应为日期，如 2026-03-31，收到 ${given}`, `--known-on: expected a day such as 2026-03-31, received ${given}`),
    )
  }
  if (name === '-' && facts === undefined)
    throw new UsageError(both('文件和事实不能都从标准输入读取', 'the document and the facts cannot both come from standard input'))
  const whole = facts === undefined && /\.json$/i.test(name) ? await jsonOf(name) : undefined
  const application = isApplication(whole) ? whole : { policy: name, facts: await jsonOf(facts ?? '-') }
  const rates = await ratesOf(options.rates)
  const rule = options.rule ?? application.rule
  return {
    policy: await policyWith(await documentIn(application), options.with),
    facts: application.facts,
    options: {
      ...application.options,
      ...(knownOn === undefined ? {} : { knownOn }),
      ...(rates === undefined ? {} : { rates }),
      ...(rule === undefined ? {} : { rule: rule as NonNullable<RecordOptions['rule']> }),
    },
  }
}

async function documentIn({ policy, parameters }: Application): Promise<Policy> {
  const document = typeof policy === 'string' ? await policyOf(policy) : parsePolicy(policy)
  return parameters === undefined ? document : withParameters(document, parameters)
}

const isApplication = (value: unknown): value is Application =>
  typeof value === 'object' && value !== null && 'policy' in value && 'facts' in value
