import { type Lists, listsOf } from './lists.js'

/**
 * The application at hand: facts, and what is worked out of them. One row serves all applications, so that none is made per application.
 *
 * A quantity is a quotient of two whole numbers that a double holds exactly. It is absent where its denominator is zero.
 */

/** Facts of the applicant, of a loan or of support from elsewhere, each in the place the compiled document gave it. */
export interface Stated {
  /** Numerators; for days their number since 1970-01-01, for answers one or zero. */
  readonly over: Float64Array
  /** Denominators; one for days, answers and words, zero where nothing is stated. */
  readonly under: Float64Array
  readonly words: (string | readonly string[])[]
}

/** An amount on its way through the limits, and the lowest cap it has passed. */
export interface Entry {
  over: number
  under: number
  ceilingOver: number
  ceilingUnder: number
}

export interface Loan extends Entry {
  readonly stated: Stated
  readonly lists: Lists
  readonly index: number
  id: string
  counts: boolean
  /** What other loans left of a shared limit on principal. */
  sharedOver: number
  sharedUnder: number
  principalOver: number
  principalUnder: number
  /** The counted time: days of the calendar, or months or days without a calendar. */
  time: 'unknown' | 'period' | 'months' | 'days'
  from: number
  until: number
  timeOver: number
  timeUnder: number
  /** By what the document orders loans. */
  rankOver: number
  rankUnder: number
}

export interface Row {
  /** The denominator of the quantity worked out last, whose numerator was returned. */
  under: number
  readonly applicant: Stated
  /** As many as the application with the most loans so far had. */
  readonly loans: Loan[]
  /** The loans of the application, or the one that is tried by itself: from the first until the end. */
  first: number
  end: number
  readonly supports: Stated[]
  supportCount: number
  supportIsStated: boolean
  /** The loan at hand. */
  loan: Loan | undefined
  /** How many loans count; zero while that is being decided. */
  counting: number
  /** The loans that count, in the order of a rule. */
  readonly order: Loan[]
  /** The amount of all loans together. */
  readonly whole: Entry
}

/** Works out a quantity: returns the numerator and leaves the denominator in `row.under`. Throws `UNUSUAL` where a fact is missing. */
export type Work = (row: Row) => number

/** Works out a day, as days since 1970-01-01. */
export type WorkDay = (row: Row) => number

export type Test = (row: Row) => boolean

/** How many facts of each group the document looks at. */
export interface Places {
  applicant: number
  loan: number
  support: number
}

export function rowOf(places: Places): Row {
  return {
    under: 1,
    applicant: statedOf(places.applicant),
    loans: [],
    first: 0,
    end: 0,
    supports: [],
    supportCount: 0,
    supportIsStated: false,
    loan: undefined,
    counting: 0,
    order: [],
    whole: { over: 0, under: 1, ceilingOver: 0, ceilingUnder: 0 },
  }
}

export const statedOf = (places: number): Stated => ({
  over: new Float64Array(places),
  under: new Float64Array(places),
  words: Array.from({ length: places }, () => ''),
})

export const loanOf = (places: number, index: number): Loan => ({
  stated: statedOf(places),
  lists: listsOf(),
  index,
  id: '',
  counts: false,
  sharedOver: 0,
  sharedUnder: 0,
  principalOver: 0,
  principalUnder: 0,
  time: 'unknown',
  from: 0,
  until: 0,
  timeOver: 0,
  timeUnder: 1,
  over: 0,
  under: 1,
  ceilingOver: 0,
  ceilingUnder: 0,
  rankOver: 0,
  rankUnder: 1,
})

/** Forgets what was worked out for a loan. */
export function forget(loan: Loan): void {
  loan.sharedUnder = 0
  loan.principalUnder = 0
  loan.time = 'unknown'
}
