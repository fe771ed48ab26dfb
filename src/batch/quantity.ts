import type { Quantity } from '../policy/quantity.js'
import { BOUNDS, boundsTest, compileClauses } from './clause.js'
import { compare, dividedBy, plus, safe, times, wholeQuotient } from './exact.js'
import { numberFact } from './fact.js'
import { compileForm, known, Outside, only, UNUSUAL } from './outside.js'
import { referenceRate } from './reference-rate.js'
import type { Loan, Row, Test, Work } from './row.js'
import { parameterOf, printedPair, type Scope } from './scope.js'
import { supportSum } from './support.js'

type Node = Exclude<Quantity, string>
type Written<Key extends string> = Extract<Node, { readonly [key in Key]: unknown }>

/** A quantity of the document, ready to be worked out; throws `Outside` for forms the fast path does not have. */
export function compileQuantity(quantity: Quantity, scope: Scope): Work {
  if (typeof quantity === 'string') return printed(quantity)
  return compileForm(quantity, FORMS, scope)
}

/** The forms, each told by its key, in the order in which the engine tells them. */
const FORMS = {
  fact: { also: [], compile: ({ fact }: Written<'fact'>, scope: Scope) => numberFact(fact, scope) },
  figure: { also: [], compile: ({ figure }: Written<'figure'>) => printed(figure) },
  parameter: { also: [], compile: ({ parameter }: Written<'parameter'>, scope: Scope) => printed(parameterOf(parameter, scope).value) },
  interestAt: { also: ['onFirst'], compile: interestAt },
  counted: { also: [], compile: countedOf },
  share: { also: ['of'], compile: ({ share, of }: Written<'share'>, scope: Scope) => combined([share, of], times, scope) },
  ratio: { also: [], compile: ({ ratio }: Written<'ratio'>, scope: Scope) => combined(ratio, dividedBy, scope) },
  divided: { also: ['by'], compile: ({ divided, by }: Written<'divided'>, scope: Scope) => combined([divided, by], dividedBy, scope) },
  sumOf: { also: [], compile: ({ sumOf }: Written<'sumOf'>, scope: Scope) => combined(sumOf, plus, scope) },
  lowerOf: { also: [], compile: ({ lowerOf }: Written<'lowerOf'>, scope: Scope) => combined(lowerOf, lower, scope) },
  higherOf: { also: [], compile: ({ higherOf }: Written<'higherOf'>, scope: Scope) => combined(higherOf, higher, scope) },
  excessOf: { also: [], compile: excessOf },
  total: { also: ['over', 'where'], compile: totalOf },
  count: { also: ['where'], compile: countOf },
  choose: { also: ['cases', 'atMost', 'otherwise'], compile: choice },
  brackets: { also: ['by', 'otherwise'], compile: brackets },
  slices: { also: ['of'], compile: slices },
  step: { also: ['by', 'beyond', 'value'], compile: steps },
  referenceRate: { also: ['on', 'sameDay'], compile: referenceRate },
  otherSupport: {
    also: ['levels', 'lines'],
    compile: (node: Written<'otherSupport'>, scope: Scope) => supportSum(node.otherSupport, node, scope),
  },
}

function countedOf({ counted }: Written<'counted'>, { terms }: Scope): Work {
  return counted === 'principal' ? terms.principal : terms.time(known(counted, ['years', 'months', 'days']))
}

function excessOf({ excessOf: quantities }: Written<'excessOf'>, scope: Scope): Work {
  const difference = combined(quantities, minus, scope)
  return (row) => Math.max(0, difference(row))
}

function printed(text: unknown): Work {
  if (text === undefined) return unknown
  const { over, under } = printedPair(text)
  return (row) => {
    row.under = under
    return over
  }
}

function interestAt({ interestAt: rate, onFirst }: Written<'interestAt'>, scope: Scope): Work {
  return scope.terms.interestAt(compileQuantity(rate, scope), onFirst === undefined ? undefined : compileQuantity(onFirst, scope))
}

type Combine = (row: Row, a: number, aUnder: number, b: number, bUnder: number) => number

/** Each value with the next, from the left. */
function combined(quantities: readonly Quantity[], combine: Combine, scope: Scope): Work {
  return quantities
    .map((quantity) => compileQuantity(quantity, scope))
    .reduce(
      (left, right): Work =>
        (row) => {
          const a = left(row)
          const aUnder = row.under
          const b = right(row)
          return combine(row, a, aUnder, b, row.under)
        },
    )
}

export function lower(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  const isFirst = compare(a, aUnder, b, bUnder) <= 0
  row.under = isFirst ? aUnder : bUnder
  return isFirst ? a : b
}

export function higher(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  const isFirst = compare(a, aUnder, b, bUnder) >= 0
  row.under = isFirst ? aUnder : bUnder
  return isFirst ? a : b
}

export function minus(row: Row, a: number, aUnder: number, b: number, bUnder: number): number {
  return plus(row, a, aUnder, -b, bUnder)
}

/** The sum over the loans that count. */
function totalOf({ total, over, where }: Written<'total'>, scope: Scope): Work {
  if (over !== undefined && over !== 'loans') throw new Outside(`a total over ${over}`)
  const value = compileQuantity(total, scope)
  const isMeant: Test = where === undefined ? () => true : compileClauses(where, scope)
  return (row) => {
    const before = row.loan
    let sum = 0
    let sumUnder = 1
    for (let index = row.first; index < row.end; index += 1) {
      const loan = row.loans[index] as Loan
      if (!loan.counts) continue
      row.loan = loan
      if (!isMeant(row)) continue
      const one = value(row)
      sum = plus(row, sum, sumUnder, one, row.under)
      sumUnder = row.under
    }
    row.loan = before
    row.under = sumUnder
    return sum
  }
}

function countOf({ count, where }: Written<'count'>, scope: Scope): Work {
  if (count !== 'loan.drawdowns' || where !== undefined)
    return totalOf({ total: '1', over: count, ...(where === undefined ? {} : { where }) }, scope)
  // A loan that lists no drawdowns was drawn once; it says when, and how much.
  const drawn = [numberFact('loan.principal', scope), numberFact('loan.drawdownDate', scope)]
  return (row) => {
    for (const fact of drawn) fact(row)
    row.under = 1
    return Math.max(1, (row.loan as Loan).lists.drawdowns.count)
  }
}

interface Line {
  readonly applies: Test
  readonly value: Work
}

const linesOf = (cases: Written<'choose'>['cases'], scope: Scope): readonly Line[] => cases.map((line) => lineOf(line, [], scope))

function lineOf(line: Written<'choose'>['cases'][number], also: readonly string[], scope: Scope): Line {
  only(line, ['when', 'value', ...also])
  const applies = line.when === undefined ? () => true : compileClauses(line.when, scope)
  return { applies, value: compileQuantity(line.value, scope) }
}

/** A parameter that is not supplied, or a case that no line of a table covers: the ordinary path says what follows. */
const unknown: Work = () => {
  throw UNUSUAL
}

function otherwiseOf(otherwise: Quantity | undefined, scope: Scope): Work {
  if (otherwise !== undefined) return compileQuantity(otherwise, scope)
  scope.gaps.count += 1
  return unknown
}

const PICKS = { first: undefined, highest: higher, lowest: lower, sum: plus } as const

function choice({ choose, cases, atMost, otherwise }: Written<'choose'>, scope: Scope): Work {
  const lines = linesOf(cases, scope)
  const none = otherwiseOf(otherwise, scope)
  const pick = PICKS[known(choose, ['first', 'highest', 'lowest', 'sum'])]
  if (pick === undefined)
    return (row) => {
      for (const line of lines) if (line.applies(row)) return line.value(row)
      return none(row)
    }
  const ceiling = atMost === undefined ? undefined : compileQuantity(atMost, scope)
  return (row) => {
    let result = 0
    let under = 0
    for (const line of lines) {
      if (!line.applies(row)) continue
      const value = line.value(row)
      if (under !== 0) result = pick(row, result, under, value, row.under)
      else result = value
      under = row.under
    }
    if (under === 0) return none(row)
    if (ceiling === undefined) {
      row.under = under
      return result
    }
    const most = ceiling(row)
    return lower(row, result, under, most, row.under)
  }
}

function brackets({ by, brackets: written, otherwise }: Written<'brackets'>, scope: Scope): Work {
  const measure = compileQuantity(by, scope)
  const lines = written.map((line) => ({ ...lineOf(line, BOUNDS, scope), holds: boundsTest(line, scope) }))
  const none = otherwiseOf(otherwise, scope)
  return (row) => {
    const over = measure(row)
    const under = row.under
    for (const line of lines) if (line.holds(row, over, under) && line.applies(row)) return line.value(row)
    return none(row)
  }
}

function slices({ of, slices: written }: Written<'slices'>, scope: Scope): Work {
  const whole = compileQuantity(of, scope)
  const parts = written.map(({ upTo, rate }) => ({
    end: upTo === undefined ? undefined : compileQuantity(upTo, scope),
    rate: compileQuantity(rate, scope),
  }))
  return (row) => {
    const over = whole(row)
    const under = row.under
    let [result, resultUnder, reached, reachedUnder] = [0, 1, 0, 1]
    for (const { end, rate } of parts) {
      const limit = end === undefined ? over : end(row)
      const until = end === undefined ? over : lower(row, over, under, limit, row.under)
      const untilUnder = end === undefined ? under : row.under
      const share = rate(row)
      const shareUnder = row.under
      const part = minus(row, until, untilUnder, reached, reachedUnder)
      if (part <= 0) break
      const added = times(row, part, row.under, share, shareUnder)
      result = plus(row, result, resultUnder, added, row.under)
      resultUnder = row.under
      ;[reached, reachedUnder] = [until, untilUnder]
    }
    row.under = resultUnder
    return result
  }
}

/** `value` for each full step beyond a start. */
function steps({ by, step, beyond, value }: Written<'step'>, scope: Scope): Work {
  const measure = compileQuantity(by, scope)
  const size = compileQuantity(step, scope)
  const start = compileQuantity(beyond ?? '0', scope)
  const each = compileQuantity(value, scope)
  return (row) => {
    const over = measure(row)
    const under = row.under
    const unit = size(row)
    const unitUnder = row.under
    const from = start(row)
    const rest = minus(row, over, under, from, row.under)
    const restUnder = row.under
    const one = each(row)
    const oneUnder = row.under
    if (rest < 0 || unit === 0) {
      row.under = 1
      return 0
    }
    const count = dividedBy(row, rest, restUnder, unit, unitUnder)
    const full = wholeQuotient(count, row.under)
    row.under = oneUnder
    return safe(full * one)
  }
}
