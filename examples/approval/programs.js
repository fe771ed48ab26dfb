import { parsePolicy, withParameters } from 'subvention'
import { policies } from 'subvention/policies'
import { fenOf, yuanOf } from './money.js'
import { refuse } from './refusal.js'

/** A document by the id of one that ships, or as JSON of one's own; with the parameters its template asks for. */
async function documentOf(given, parameters) {
  if (typeof given !== 'string') return withParameters(parsePolicy(given), parameters)
  if (!policies.some(({ id }) => id === given))
    refuse(422, 'unknown-document', '没有这份文件', 'there is no such document among those that ship')
  const { default: policy } = await import(`subvention/policies/${given}`)
  return withParameters(policy, parameters)
}

/** A program is what grants count against: one document, a budget for each year. */
export async function addProgram(query, { id, policy, parameters = {}, budgets }) {
  const document = await documentOf(policy, parameters)
  const added = await query('INSERT INTO programs (id, policy) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id', [
    id,
    JSON.stringify(document),
  ])
  if (added.length === 0) refuse(409, 'program-exists', '项目编号已被使用', 'a program of this id is there already')
  for (const budget of budgets) await setBudget(query, id, budget)
  return programOf(query, id)
}

/** Sets or changes the budget of a year; never below what is granted from it. */
export async function setBudget(query, program, { year, amount, whenShort }) {
  const locked = await lockedProgram(query, program)
  if (locked.length === 0) refuse(404, 'unknown-program', '没有这个项目', 'there is no such program')
  const [{ short }] = await query(
    'SELECT coalesce((SELECT granted_fen FROM budgets WHERE program = $1 AND year = $2), 0) > $3::bigint AS short',
    [program, year, fenOf(amount)],
  )
  if (short) refuse(409, 'below-granted', '预算低于已核定的金额', 'the budget would be below what is granted from it')
  await query(
    `INSERT INTO budgets (program, year, amount_fen, when_short) VALUES ($1, $2, $3, $4)
     ON CONFLICT (program, year) DO UPDATE SET amount_fen = excluded.amount_fen, when_short = excluded.when_short`,
    [program, year, fenOf(amount), whenShort],
  )
}

export async function programOf(query, id) {
  const [program] = await query('SELECT id, policy FROM programs WHERE id = $1', [id])
  if (program === undefined) refuse(404, 'unknown-program', '没有这个项目', 'there is no such program')
  const budgets = await query('SELECT year, amount_fen, granted_fen, when_short FROM budgets WHERE program = $1 ORDER BY year', [id])
  return {
    ...program,
    budgets: budgets.map((one) => ({
      year: one.year,
      amount: yuanOf(one.amount_fen),
      granted: yuanOf(one.granted_fen),
      whenShort: one.when_short,
    })),
  }
}

/** Whoever holds this lock is alone with the program's grants and budgets. It does not hold up new applications. */
export const lockedProgram = (query, id) => query('SELECT id FROM programs WHERE id = $1 FOR NO KEY UPDATE', [id])

/** The document of a program, read once: its text never changes. */
export async function policyOf(query, id) {
  const [program] = await query('SELECT policy::text AS text FROM programs WHERE id = $1', [id])
  if (program === undefined) refuse(404, 'unknown-program', '没有这个项目', 'there is no such program')
  if (!READ.has(program.text)) READ.set(program.text, parsePolicy(JSON.parse(program.text)))
  return READ.get(program.text)
}

const READ = new Map()
