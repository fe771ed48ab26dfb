import { STATED_RATES } from '../assessment/quantity.js'
import { dateOf } from '../dates/calendar-date.js'
import type { Quantity, ReferenceRateName } from '../policy/quantity.js'
import { benchmarkFor, type ReferenceRate, rateOn } from '../reference-rates/index.js'
import { compileDate } from './date.js'
import { compare, type Pair, pairOf, wholeQuotient } from './exact.js'
import { numberFact } from './fact.js'
import { UNUSUAL } from './outside.js'
import type { Loan, Row, Work } from './row.js'
import type { Scope } from './scope.js'

type Form = Extract<Exclude<Quantity, string>, { readonly referenceRate: unknown }>

/** A published rate on a day, or as the applicant states it. */
export function referenceRate({ referenceRate: name, on, sameDay = true }: Form, scope: Scope): Work {
  const day = compileDate(on, scope)
  const which = rateNameOf(name, scope)
  const placeOf = (fact: string): number => scope.facts.at(fact).place
  const place = placeOf(STATED_RATES[name] ?? 'rates.lpr1y')
  const placeOfLong = placeOf('rates.lpr5yPlus')
  const published = new Map<ReferenceRate, Work>()
  return (row) => {
    const rate = which(row)
    const { over, under } = row.applicant
    const at = rate === 'lpr-5y-plus' ? placeOfLong : place
    if (under[at] !== 0) {
      row.under = under[at] as number
      return over[at] as number
    }
    const known = published.get(rate) ?? publishedRate(rate, day, sameDay, scope)
    published.set(rate, known)
    return known(row)
  }
}

/** Looks up each day once. */
function publishedRate(name: ReferenceRate, day: (row: Row) => number, sameDay: boolean, { options }: Scope): Work {
  const known = new Map<number, Pair | 'unknown'>()
  const { knownOn, rates } = options
  const lookUp = (on: number): Pair | 'unknown' => {
    const given = { ...(knownOn === undefined ? {} : { knownOn }), ...(rates === undefined ? {} : { more: rates }) }
    const answer = rateOn(name, dateOf(on), { sameDay, ...given })
    return answer.found ? pairOf(answer.rate) : 'unknown'
  }
  return (row) => {
    const on = day(row)
    const found = known.get(on) ?? lookUp(on)
    known.set(on, found)
    if (found === 'unknown') throw UNUSUAL
    row.under = found.under
    return found.over
  }
}

/** Which published rate a name means for the loan at hand. */
function rateNameOf(name: ReferenceRateName, scope: Scope): (row: Row) => ReferenceRate {
  if (name === 'lpr') return lprOf(scope)
  if (name !== 'benchmark') return () => name
  const term = numberFact('loan.termMonths', scope)
  return (row) => {
    const over = term(row)
    if (over <= 0) throw UNUSUAL
    return benchmarkFor({ months: wholeQuotient(over, row.under), days: over % row.under > 0 ? 1 : 0 })
  }
}

/** One year up to a year, five years and above beyond five; in between the bank chooses. */
function lprOf(scope: Scope): (row: Row) => ReferenceRate {
  const { place } = scope.facts.at('loan.lprTenor')
  const term = numberFact('loan.termMonths', scope)
  return (row) => {
    const { under, words } = (row.loan as Loan).stated
    if (under[place] !== 0) return words[place] === '1y' ? 'lpr-1y' : 'lpr-5y-plus'
    const months = term(row)
    if (compare(months, row.under, 12, 1) <= 0) return 'lpr-1y'
    if (compare(months, row.under, 60, 1) > 0) return 'lpr-5y-plus'
    throw UNUSUAL
  }
}
