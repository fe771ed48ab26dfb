import { allocateBudget, appendGrants, lookBack } from 'subvention/portfolio'
import { record } from 'subvention/record'
import { fenOf, yuanOf } from './money.js'
import { policyOf } from './programs.js'
import { refuse } from './refusal.js'

/** Grants of a firm and those related to it under a program, as the library reads them, in the order they were made. */
export async function historyOf(query, program, firms, before = null) {
  const rows = await query(
    `SELECT id, application, firm, day, kind, corrects, amount_fen FROM grants
     WHERE program = $1 AND firm = ANY ($2) AND ($3::bigint IS NULL OR id < $3) ORDER BY id`,
    [program, firms, before],
  )
  const grants = rows.map(({ id, application, firm, day, kind, corrects, amount_fen }) => ({
    id: String(id),
    applicant: firm,
    program,
    date: day,
    amount: yuanOf(amount_fen),
    claim: String(application),
    ...(kind !== 'grant' && { correction: { kind, of: String(corrects) } }),
  }))
  return appendGrants([], grants)
}

/** The other firms of a firm's group; undefined where nobody has said whether there are any. */
export async function relatedTo(query, firm) {
  const rows = await query(
    'SELECT other.code FROM firms one JOIN firms other ON other.related = one.related WHERE one.code = $1 AND other.code <> $1 ORDER BY other.code',
    [firm],
  )
  const [{ related }] = await query('SELECT related FROM firms WHERE code = $1', [firm])
  return related === null ? undefined : rows.map(({ code }) => code)
}

/** What the register says of earlier support. A year is the calendar's; a window is the time the document is in force. */
export function support(policy, history, { program, firm, application, day, relatedFirms }) {
  const year = Number(day.slice(0, 4))
  const { from, until } = policy.effective
  return lookBack(history, {
    applicant: firm,
    program,
    on: day,
    claim: String(application),
    year: { from: `${year}-01-01`, until: `${year + 1}-01-01` },
    ...(from !== undefined && until !== undefined && { window: { from, until } }),
    ...(relatedFirms !== undefined && { relatedFirms }),
  }).facts
}

/** Facts as submitted; what the register knows of earlier support stands in their place. */
export const factsWith = (facts, known) => ({
  ...facts,
  history: { ...facts.history, ...known.history },
  borrower: { ...facts.borrower, ...known.borrower },
})

/**
 * What an application comes to on a day: its record, and what the budget leaves of it.
 *
 * `dueFen` is what the record says, `payableFen` what the budget allows; an application that was granted something before keeps that in its own budget.
 */
export async function workOut(query, { id, program, firm, facts }, day) {
  const policy = await policyOf(query, program)
  const relatedFirms = await relatedTo(query, firm)
  const history = await historyOf(query, program, [firm, ...(relatedFirms ?? [])])
  const known = support(policy, history, { program, firm, application: id, day, relatedFirms })
  const made = record({ policy, facts: factsWith(facts, known), options: { knownOn: day } })
  const granted = await grantedTo(query, id)
  const { outcome, amount = '0.00' } = made.result
  const dueFen = fenOf(amount)
  const budget = await budgetOf(query, program, granted.year ?? Number(day.slice(0, 4)))
  const [share] = allocateBudget([{ id: String(id), amount }], {
    amount: yuanOf(budget.amount_fen - budget.granted_fen + granted.fen),
    rule: { rule: 'first-come', order: 'as-listed', last: budget.when_short },
  }).claims
  const nothing = share.given === '0.00' && dueFen > 0n
  const payableFen = nothing ? granted.fen : fenOf(share.given) // a short budget takes nothing back
  return { record: made, outcome, dueFen, payableFen, granted, relatedFirms, year: budget.year, cut: share.reason?.label }
}

async function budgetOf(query, program, year) {
  const [budget] = await query('SELECT year, amount_fen, granted_fen, when_short FROM budgets WHERE program = $1 AND year = $2', [
    program,
    year,
  ])
  if (budget === undefined) refuse(409, 'no-budget', `${year}年没有预算`, `there is no budget for ${year}`)
  return budget
}

/** What an application was granted so far, with its corrections. */
export async function grantedTo(query, application) {
  const rows = await query('SELECT id, kind, year, amount_fen FROM grants WHERE application = $1 ORDER BY id', [application])
  const fen = rows.reduce((sum, { kind, amount_fen }) => sum + (kind === 'claw-back' ? -amount_fen : amount_fen), 0n)
  return { fen, first: rows[0]?.id, year: rows[0]?.year }
}

/** Archives a record, once for the same content. */
export async function archive(query, application, made) {
  const [known] = await query('SELECT id FROM records WHERE application = $1 AND hash = $2', [application, made.hash])
  if (known !== undefined) return known.id
  const [{ id }] = await query('INSERT INTO records (application, hash, content) VALUES ($1, $2, $3) RETURNING id', [
    application,
    made.hash,
    JSON.stringify(made),
  ])
  return id
}
