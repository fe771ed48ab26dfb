import { dayOf } from '../dates/calendar-date.js'
import { readPrinted } from '../money/printed.js'
import type { DateExpression } from '../policy/quantity.js'
import { addMonths, dayFrom, yearOf } from './day.js'
import { dayFact, numberFact } from './fact.js'
import { compileForm, Outside, UNUSUAL } from './outside.js'
import type { WorkDay } from './row.js'
import { parameterOf, type Scope } from './scope.js'

/** No document moves a day by more than this many months. */
const FARTHEST = 600

type Written<Key extends string> = Extract<Exclude<DateExpression, string>, { readonly [key in Key]: unknown }>

/** A day of the document, ready to be worked out. */
export function compileDate(expression: DateExpression, scope: Scope): WorkDay {
  if (typeof expression === 'string') {
    const day = dayFrom(expression)
    return () => day
  }
  return compileForm(expression, FORMS, scope)
}

const FORMS = {
  fact: { also: [], compile: ({ fact }: Written<'fact'>, scope: Scope) => dayFact(fact, scope) },
  parameter: {
    also: [],
    compile: ({ parameter }: Written<'parameter'>, scope: Scope) => compileDate(parameterOf(parameter, scope).value as string, scope),
  },
  plus: { also: ['date'], compile: ({ date, plus }: Written<'plus'>, scope: Scope) => shifted(date, plus, 1, scope) },
  minus: { also: ['date'], compile: ({ date, minus }: Written<'minus'>, scope: Scope) => shifted(date, minus, -1, scope) },
  yearEndBefore: { also: [], compile: yearEndBefore },
  month: { also: ['of', 'years'], compile: monthEnd },
  yearOf: { also: ['day', 'years'], compile: dayOfYear },
  earlierOf: { also: [], compile: ({ earlierOf }: Written<'earlierOf'>, scope: Scope) => picked(earlierOf, Math.min, scope) },
  laterOf: { also: [], compile: ({ laterOf }: Written<'laterOf'>, scope: Scope) => picked(laterOf, Math.max, scope) },
}

function yearEndBefore({ yearEndBefore: day }: Written<'yearEndBefore'>, scope: Scope): WorkDay {
  const date = compileDate(day, scope)
  return (row) => dayOf(yearOf(date(row)) - 1, 12, 31)
}

function monthEnd({ month, of, years = 0 }: Written<'month'>, scope: Scope): WorkDay {
  const date = compileDate(of, scope)
  return (row) => addMonths(dayOf(yearOf(date(row)) + years, month, 1), 1) - 1
}

function dayOfYear({ yearOf: name, day, years = 0 }: Written<'yearOf'>, scope: Scope): WorkDay {
  if (Math.abs(years) > FARTHEST / 12) throw new Outside('a day so many years away')
  scope.facts.asYear(name)
  const year = numberFact(name, scope)
  const months = Number(day.slice(0, 2)) - 1
  const ofMonth = Number(day.slice(3))
  return (row) => addMonths(dayOf(year(row) + years, 1, ofMonth), months)
}

function picked(dates: readonly DateExpression[], pick: (a: number, b: number) => number, scope: Scope): WorkDay {
  return dates
    .map((date) => compileDate(date, scope))
    .reduce(
      (a, b): WorkDay =>
        (row) =>
          pick(a(row), b(row)),
    )
}

function shifted(base: DateExpression, by: string | { readonly parameter: string }, sign: 1 | -1, scope: Scope): WorkDay {
  const date = compileDate(base, scope)
  const text = typeof by === 'string' ? by : parameterOf(by.parameter, scope).value
  const tenor = typeof text === 'string' ? readPrinted(text) : undefined
  if (tenor === undefined) throw new Outside('a tenor')
  const inMonths = tenor.kind === 'months' || tenor.kind === 'number'
  const count = sign * tenor.value.numerator.toNumber()
  if (Math.abs(count) > FARTHEST * (inMonths ? 1 : 30)) throw new Outside('a day so far away')
  return (row) => inCalendar(inMonths ? addMonths(date(row), count) : date(row) + count)
}

const FIRST = /* @__PURE__ */ dayOf(1900, 1, 1)
const LAST = /* @__PURE__ */ dayOf(2999, 12, 31)

/** A day the calendar still has; throws `UNUSUAL` for others. */
export function inCalendar(day: number): number {
  if (!(day >= FIRST && day <= LAST)) throw UNUSUAL
  return day
}
