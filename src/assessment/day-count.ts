import { DAY_COUNTS, type DayCountName } from '../dates/day-counts.js'
import { fault, parameterAt, type Scope } from './scope.js'

/** A day count of the document: by its name, or given as a parameter. */
export function dayCountAt(written: string | { readonly parameter: string }, scope: Scope): DayCountName | undefined {
  const name = typeof written === 'string' ? written : parameterAt(written.parameter, scope)?.value
  if (name === undefined) return undefined
  if (typeof name === 'string' && Object.hasOwn(DAY_COUNTS, name)) return name as DayCountName
  return fault(scope, 'unknown-day-count', name, Object.keys(DAY_COUNTS).join(', '))
}
