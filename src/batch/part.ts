import type { CompiledPart } from '../assessment/compile.js'
import type { Terms } from '../items/loan-formula.js'
import type { LoanTerms, Part, SharesRule } from '../policy/policy.js'
import { compileClauses } from './clause.js'
import { compare, plus } from './exact.js'
import { FOLLOWING } from './fact.js'
import { type ApplyLimit, add, begin, compileLimit } from './limits.js'
import { compileLoanTerms } from './loan.js'
import { Outside, only, UNUSUAL } from './outside.js'
import { compileQuantity } from './quantity.js'
import { notAbove, roundedFen } from './rounding.js'
import { forget, type Loan, type Row, type Test, type Work } from './row.js'
import type { Scope } from './scope.js'
import { compileSelection } from './selection.js'

/** What a part pays, in fen; `REFUSED` where it pays nothing because the document does not allow it. */
export type PartWork = (row: Row) => number
export const REFUSED = -1

const PART = [
  'instrument',
  'also',
  'eligibility',
  'items',
  'terms',
  'limits',
  'orderOfLimits',
  'meaning',
  'rounding',
  'payers',
  'payment',
  'recipient',
  'budget',
  'correction',
  'flags',
]

/** What the engine makes of a part. */
const COMPILED = ['part', 'kind', 'eligibility', 'where', 'select', 'terms', 'limits', 'rounding', 'paid', 'payers', 'flags', 'recipients']

/** What an instrument may make of terms here; what it adds to an explained answer is for the ordinary path, and what it checks of the document is done. */
const HOOKS = ['values', 'gross', 'perApplicant', 'show', 'prepare', 'grossBy', 'months', 'finish', 'complete']

/** What loans are to the engine. */
const LOANS = ['item', 'nodes', 'derived', 'derivedLists', 'terms', 'supportAmount', 'compileTerms']

/** A part about loans, ready for many applications; the order of its steps is that of every assessment. */
export function compilePart(compiled: CompiledPart, outer: Scope): PartWork {
  const { part, kind, rounding } = compiled
  if (kind.item !== 'loan' || part.instrument !== 'interest-subsidy') throw new Outside('a part that is not about loans')
  only(compiled, COMPILED)
  only(kind, LOANS)
  only(kind.derived, FOLLOWING)
  only(kind.derivedLists, ['loan.drawdowns'])
  const written = part.terms as LoanTerms
  const { formula } = written
  if (formula === undefined) throw new Outside('a part without a formula')
  only(part, PART)
  only(part.items ?? {}, ['of', 'where', 'select'])
  only(formula, ['value', 'per'])
  only(compiled.terms, HOOKS)
  only(part.rounding, ['value'])
  only(part.rounding.value, ['to', 'mode', 'each'])
  if (part.recipient !== undefined && typeof part.recipient.value !== 'string') throw new Outside('several recipients')
  const terms = compileLoanTerms(written, compiled.terms.values as Terms, outer)
  const scope: Scope = { ...outer, terms }
  const where = compileClauses(part.items?.where ?? [], scope)
  const eligibility = compileClauses(part.eligibility ?? [], scope)
  const gross = compileQuantity(formula.value, scope)
  const isForApplicant = formula.per === 'applicant'
  const limits = compiled.limits.map((limit) => {
    if (limit.by !== undefined) throw new Outside('a limit on the loans that have a fact in common')
    return { perItem: limit.perItem, apply: compileLimit(limit, scope) }
  })
  const ofLoan = limits.filter(({ perItem }) => perItem).map(({ apply }) => apply)
  const ofApplicant = limits.filter(({ perItem }) => !perItem).map(({ apply }) => apply)
  const alone = aloneWork(gross, terms.share, ofLoan)
  const select = (part.items?.select ?? []).map((selection, index) =>
    compileSelection(selection, compiled.select[index] as CompiledPart['select'][number], alone, scope),
  )
  const settled = settledTest(part, scope)

  return (row) => {
    decideLoans(row, where)
    if (!eligibility(row) || row.counting === 0) return REFUSED
    for (const choose of select) choose(row)
    if (row.counting === 0) throw UNUSUAL
    terms.share(row)
    const { whole } = row
    let isClosed = false
    if (isForApplicant) begin(whole, gross(row), row.under)
    else isClosed = addLoans(row, gross, ofLoan)
    const before = whole.over
    const beforeUnder = whole.under
    for (const apply of ofApplicant) if (apply(row, whole)) isClosed = true
    if (whole.over < 0) throw UNUSUAL
    if (isClosed && whole.over === 0) return REFUSED
    settled(row)
    const isByLoan = rounding.each === 'item' && !isForApplicant && row.counting > 1
    return isByLoan && compare(before, beforeUnder, whole.over, whole.under) === 0
      ? notAbove(row, roundedByLoan(row, rounding), whole, rounding)
      : roundedFen(row, whole, rounding)
  }
}

/** Decides which loans count. */
function decideLoans(row: Row, where: Test): void {
  let counting = 0
  row.counting = 0
  for (let index = row.first; index < row.end; index += 1) {
    const loan = row.loans[index] as Loan
    forget(loan)
    row.loan = loan
    loan.counts = where(row)
    if (loan.counts) counting += 1
  }
  row.loan = undefined
  row.counting = counting
}

/** The amounts of the loans after their own limits, each and all together; whether one of these closed a loan. */
function addLoans(row: Row, gross: Work, ofLoan: readonly ApplyLimit[]): boolean {
  const { whole } = row
  let isFirst = true
  let isClosed = false
  for (let index = row.first; index < row.end; index += 1) {
    const loan = row.loans[index] as Loan
    if (!loan.counts) continue
    row.loan = loan
    begin(loan, gross(row), row.under)
    for (const apply of ofLoan) if (apply(row, loan)) isClosed = true
    if (loan.over < 0) throw UNUSUAL
    if (isFirst) copy(loan, whole)
    else add(row, whole, loan)
    isFirst = false
  }
  row.loan = undefined
  return isClosed
}

function copy({ over, under, ceilingOver, ceilingUnder }: Loan, to: Row['whole']): void {
  to.over = over
  to.under = under
  to.ceilingOver = ceilingOver
  to.ceilingUnder = ceilingUnder
}

function roundedByLoan(row: Row, rounding: CompiledPart['rounding']): number {
  let fen = 0
  for (let index = row.first; index < row.end; index += 1) {
    const loan = row.loans[index] as Loan
    if (loan.counts) fen = plus(row, fen, 1, roundedFen(row, loan, rounding), 1)
  }
  return fen
}

/** What a loan brings after its own limits, without what it would share with others. */
function aloneWork(gross: Work, share: (row: Row) => void, ofLoan: readonly ApplyLimit[]): Work {
  return (row) => {
    const loan = row.loan as Loan
    const { first, end, counting } = row
    row.first = loan.index
    row.end = loan.index + 1
    row.counting = 1
    forget(loan)
    share(row)
    row.loan = loan
    loan.over = gross(row)
    loan.under = row.under
    loan.ceilingUnder = 0
    for (const apply of ofLoan) apply(row, loan)
    forget(loan)
    row.first = first
    row.end = end
    row.counting = counting
    row.under = loan.under
    return loan.over
  }
}

/** Looks at what else must be known before an amount is granted: who pays, and what has been paid before. */
function settledTest({ payers, correction }: Part, scope: Scope): (row: Row) => void {
  if (correction !== undefined) only(correction, ['value'])
  const paid = correction === undefined ? undefined : compileQuantity(correction.value.paid, scope)
  const tiers = payers === undefined ? [] : tiersOf(payers, scope)
  return (row) => {
    paid?.(row)
    for (const applies of tiers) if (applies(row)) return
  }
}

/** When each tier of payers applies; shares that are printed or given depend on nothing. */
function tiersOf(payers: NonNullable<Part['payers']>, scope: Scope): readonly Test[] {
  only(payers, ['value', 'remainderTo'])
  const { value } = payers
  if (Object.values(value).every((share) => typeof share === 'string')) return []
  only(value, ['cases'])
  return (value as Extract<SharesRule, { readonly cases: unknown }>).cases.map((tier) => {
    only(tier, ['when', 'shares'])
    return tier.when === undefined ? () => true : compileClauses(tier.when, scope)
  })
}
