import { verify } from 'subvention/record'
import { factsWith, historyOf, support } from './answers.js'
import { fenOf, yuanOf } from './money.js'
import { policyOf } from './programs.js'
import { refuse } from './refusal.js'

/** A record worked out again from its own facts, document and options, and its hash compared with the one kept beside it. */
export async function verifyRecord(query, id) {
  const [row] = await query('SELECT hash, content FROM records WHERE id = $1', [id])
  if (row === undefined) refuse(404, 'unknown-record', '没有这份测算记录', 'there is no such record')
  const { outcome, findings, hash } = verify(row.content)
  return { outcome, findings, hash, sameAsKept: hash === row.hash }
}

/** Everything that must hold, whatever happened: what does not, as texts. It sees one moment and holds nobody up. */
export async function audit(query) {
  await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
  const findings = []
  const must = (holds, text) => holds || findings.push(text)
  const applications = await query('SELECT * FROM applications ORDER BY id')
  const records = await query('SELECT id, application, hash, content FROM records ORDER BY id')
  const grants = await query('SELECT * FROM grants ORDER BY id')
  const paid = new Set((await query('SELECT grant_id FROM payments')).map(({ grant_id }) => grant_id))
  const recordOf = new Map(records.map((one) => [one.id, one]))

  for (const { id, hash, content } of records) {
    const { outcome, hash: now } = verify(content)
    must(outcome === 'same' && now === hash, `record ${id}: ${outcome}`)
  }
  const lines = new Map(applications.map(({ id }) => [id, []]))
  for (const line of await query('SELECT * FROM events ORDER BY application, version')) lines.get(line.application).push(line)
  for (const { id, state, version } of applications) {
    const own = lines.get(id)
    must(own.length === version && own.every((line, index) => line.version === index + 1), `application ${id}: the log has gaps`)
    must(own.at(-1)?.state === state, `application ${id}: ${state}, in the log ${own.at(-1)?.state}`)
    const mine = grants.filter(({ application }) => application === id)
    const logged = own.filter(({ action }) => action === 'approve').reduce((sum, { amount_fen }) => sum + amount_fen, 0n)
    must(signed(mine) === logged, `application ${id}: granted ${signed(mine)} fen, in the log ${logged}`)
    const unpaid = mine.filter((grant) => !paid.has(grant.id)).length
    must(unpaid === (state === 'approved' ? 1 : 0), `application ${id}: ${state} with ${unpaid} unpaid grants`)
  }
  const budgets = await query(
    `SELECT *, coalesce((SELECT sum(given_fen) FROM runs WHERE (runs.program, runs.year) = (budgets.program, budgets.year)), 0)::bigint AS run_fen
     FROM budgets`,
  )
  for (const { program, year, amount_fen, granted_fen, run_fen } of budgets) {
    const sum = run_fen + signed(grants.filter((grant) => grant.program === program && grant.year === year))
    must(sum === granted_fen && sum <= amount_fen, `budget of ${program} for ${year}: ${granted_fen} of ${amount_fen}, granted ${sum} fen`)
  }
  const runs = await query(
    'SELECT id, given_fen, (SELECT coalesce(sum(given_fen), 0)::bigint FROM run_shares WHERE run = runs.id) AS sum FROM runs',
  )
  for (const { id, given_fen, sum } of runs) must(given_fen === sum, `run ${id}: given ${given_fen} fen, in the list ${sum}`)
  for (const grant of grants) await grantFollows(query, grant, grants, recordOf.get(grant.record), must)
  return { holds: findings.length === 0, findings, applications: applications.length, records: records.length, grants: grants.length }
}

const signed = (grants) => grants.reduce((sum, { kind, amount_fen }) => sum + (kind === 'claw-back' ? -amount_fen : amount_fen), 0n)

/** A grant is within what its record says, and the record was made knowing every grant before it. */
async function grantFollows(query, { id, application, program, firm, day, related }, grants, { content }, must) {
  const soFar = signed(grants.filter((other) => other.application === application && other.id <= id))
  must(soFar <= fenOf(content.result.amount), `grant ${id}: ${yuanOf(soFar)} is above the ${content.result.amount} of its record`)
  const relatedFirms = related ?? undefined
  const history = await historyOf(query, program, [firm, ...(related ?? [])], id)
  const known = support(await policyOf(query, program), history, { program, firm, application, day, relatedFirms })
  const { history: recorded, borrower } = factsWith(content.facts, known)
  must(
    JSON.stringify(sorted(recorded)) === JSON.stringify(sorted(content.facts.history)) &&
      borrower.receivedBefore === content.facts.borrower.receivedBefore,
    `grant ${id}: made without knowing every grant before it`,
  )
}

const sorted = (facts) => Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1))
