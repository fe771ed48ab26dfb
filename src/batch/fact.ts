import { addMonths, monthsBetween, monthsIn, oddDaysIn } from './day.js'
import { plus } from './exact.js'
import type { Place } from './facts.js'
import { UNUSUAL } from './outside.js'
import type { Loan, Row, Stated, Work, WorkDay } from './row.js'
import type { Scope } from './scope.js'

/** Whose facts a name speaks of: of the loan at hand, or of the applicant. */
export const holderOf = ({ group }: Place): ((row: Row) => Stated) =>
  group === 'loan' ? (row) => (row.loan as Loan).stated : (row) => row.applicant

/** A number that is stated or follows from what is. */
export function numberFact(name: string, scope: Scope): Work {
  const place = scope.facts.at(name)
  return DERIVED[name]?.(scope, place) ?? stated(place)
}

function stated(at: Place): Work {
  const { place } = at
  if (at.group === 'applicant')
    return (row) => {
      const { over, under } = row.applicant
      return found(row, over[place] as number, under[place] as number)
    }
  return (row) => {
    const { over, under } = (row.loan as Loan).stated
    return found(row, over[place] as number, under[place] as number)
  }
}

function found(row: Row, over: number, under: number): number {
  if (under === 0) throw UNUSUAL
  row.under = under
  return over
}

/** A day that is stated or follows from what is. */
export function dayFact(name: string, scope: Scope): WorkDay {
  return name === 'loan.maturityDate' ? maturity(scope) : stated(scope.facts.at(name))
}

/** Maturity: as stated, else the day of drawdown and the term. */
function maturity(scope: Scope): WorkDay {
  const { place } = scope.facts.at('loan.maturityDate')
  const drawn = stated(scope.facts.at('loan.drawdownDate'))
  const term = stated(scope.facts.at('loan.termMonths'))
  return (row) => {
    const { over, under } = (row.loan as Loan).stated
    return under[place] === 0 ? addMonths(drawn(row), term(row)) : (over[place] as number)
  }
}

/** What of a loan follows from its other facts. */
export const FOLLOWING: readonly string[] = [
  'loan.principal',
  'loan.drawdownDate',
  'loan.maturityDate',
  'loan.termMonths',
  'loan.interestPaid',
  'loan.interestAndPremiumPaid',
  'loan.annualRate',
]

type Derive = (scope: Scope, place: Place) => Work

const DERIVED: { readonly [name: string]: Derive } = {
  // Odd days count as their part of a month of 31 days.
  'loan.termMonths': (scope, { place }) => {
    const drawn = stated(scope.facts.at('loan.drawdownDate'))
    const matures = stated(scope.facts.at('loan.maturityDate'))
    return (row) => {
      const { over, under } = (row.loan as Loan).stated
      if (under[place] !== 0) return found(row, over[place] as number, under[place] as number)
      const between = monthsBetween(drawn(row), matures(row))
      row.under = 31
      return monthsIn(between) * 31 + oddDaysIn(between)
    }
  },
  'loan.interestPaid': (scope, { place }) => {
    const { slips } = scope.terms
    return (row) => {
      const { over, under } = (row.loan as Loan).stated
      return under[place] === 0 ? slips(row) : found(row, over[place] as number, under[place] as number)
    }
  },
  'loan.interestAndPremiumPaid': (scope, { place }) => {
    const interest = numberFact('loan.interestPaid', scope)
    const premium = stated(scope.facts.at('loan.premiumPaid'))
    return (row) => {
      const { over, under } = (row.loan as Loan).stated
      if (under[place] !== 0) return found(row, over[place] as number, under[place] as number)
      const paid = interest(row)
      const paidUnder = row.under
      const insured = premium(row)
      return plus(row, paid, paidUnder, insured, row.under)
    }
  },
}
