import { addDays, addMonths, earlier, isCalendarDate, later } from '../dates/calendar-date.js'
import type { DateExpression } from '../policy/quantity.js'
import type { Context } from './context.js'
import { readerOf, readNumber } from './reading.js'
import { factAt, fault, parameterAt, printedAt, type Scope, within } from './scope.js'

/** Works out a day; undefined when a fact it needs is unknown. */
export type EvaluateDate = (context: Context) => string | undefined

const unknown: EvaluateDate = () => undefined

/** A day of the document, ready to be worked out. */
export function compileDate(expression: DateExpression, scope: Scope): EvaluateDate {
  if (typeof expression === 'string') {
    if (isCalendarDate(expression)) return () => expression
    fault(scope, 'unreadable', expression, 'day')
    return unknown
  }
  if ('fact' in expression) {
    const definition = factAt(expression.fact, scope)
    if (definition === undefined) return unknown
    if (definition.kind !== 'date') {
      fault(scope, 'kind', expression.fact, 'date-fact')
      return unknown
    }
    return readerOf(definition, scope) as EvaluateDate
  }
  if ('parameter' in expression) {
    const value = parameterAt(expression.parameter, scope)?.value
    return typeof value === 'string' ? compileDate(value, scope) : unknown
  }
  if ('plus' in expression) return shifted(expression.date, expression.plus, 1, scope)
  if ('minus' in expression) return shifted(expression.date, expression.minus, -1, scope)
  if ('yearEndBefore' in expression) {
    const date = compileDate(expression.yearEndBefore, within(scope, 'yearEndBefore'))
    return (context) => mapped(date(context), (day) => `${Number(day.slice(0, 4)) - 1}-12-31`)
  }
  if ('month' in expression) {
    const date = compileDate(expression.of, within(scope, 'of'))
    const { month, years = 0 } = expression
    return (context) =>
      mapped(date(context), (day) => addDays(addMonths(`${Number(day.slice(0, 4)) + years}-${String(month).padStart(2, '0')}-01`, 1), -1))
  }
  if ('yearOf' in expression) {
    const definition = factAt(expression.yearOf, scope, 'yearOf')
    const { day, years = 0 } = expression
    if (!isCalendarDate(`2000-${day}`)) fault(scope, 'unreadable', day, 'day')
    if (definition === undefined) return unknown
    if (definition.kind !== 'count') {
      fault(scope, 'kind', expression.yearOf, 'year')
      return unknown
    }
    const year = readNumber(definition, scope)
    return (context) => {
      const value = year(context)
      if (value === undefined) return undefined
      const text = String(value.numerator.toNumber() + years)
      return addMonths(`${text}-01-${day.slice(3)}`, Number(day.slice(0, 2)) - 1)
    }
  }
  const [dates, pick] = 'earlierOf' in expression ? ([expression.earlierOf, earlier] as const) : ([expression.laterOf, later] as const)
  const compiled = dates.map((date, index) => compileDate(date, within(scope, index)))
  return (context) => {
    const days = compiled.map((date) => date(context))
    return days.reduce((a, b) => (a === undefined || b === undefined ? undefined : pick(a, b)))
  }
}

const mapped = (day: string | undefined, change: (day: string) => string): string | undefined =>
  day === undefined ? undefined : change(day)

function shifted(base: DateExpression, by: string | { readonly parameter: string }, sign: 1 | -1, scope: Scope): EvaluateDate {
  const date = compileDate(base, within(scope, 'date'))
  const text = typeof by === 'string' ? by : parameterAt(by.parameter, scope)?.value
  if (typeof text !== 'string') return unknown
  const tenor = printedAt(text, scope)
  if (tenor === undefined) return unknown
  // A parameter of months may be a plain number.
  const inMonths = tenor.kind === 'months' || (typeof by !== 'string' && tenor.kind === 'number')
  if (!inMonths && tenor.kind !== 'days') {
    fault(scope, 'kind', text, 'tenor')
    return unknown
  }
  const count = sign * tenor.value.numerator.toNumber()
  return (context) => mapped(date(context), (day) => (inMonths ? addMonths(day, count) : addDays(day, count)))
}
