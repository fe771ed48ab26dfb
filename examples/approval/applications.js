import { safeParseFacts } from 'subvention'
import { correct as correction } from 'subvention/portfolio'
import { checkCreditCode } from 'subvention/record'
import { archive, grantedTo, workOut } from './answers.js'
import { yuanOf } from './money.js'
import { lockedProgram, policyOf } from './programs.js'
import { refuse } from './refusal.js'

/** Facts that can be read under the program's document, or every fault of them. */
async function checkFacts(query, program, facts) {
  const { issues } = safeParseFacts(await policyOf(query, program), facts)
  if (issues !== undefined)
    refuse(422, 'facts-invalid', `申报材料有${issues.length}处错误`, `${issues.length} faults in the facts`, { issues })
}

/** A new application. The firm is registered when it is new; its name is not changed by an application. */
export async function submit(query, { person, body: { program, firm, facts } }) {
  const code = checkCreditCode(firm.code)
  if (code.result === 'malformed') refuse(422, 'credit-code', code.message.zh, code.message.en)
  await checkFacts(query, program, facts)
  await query('INSERT INTO firms (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [firm.code, firm.name])
  const [{ id }] = await query(
    "INSERT INTO applications (program, firm, facts, state, submitted_by) VALUES ($1, $2, $3, 'submitted', $4) RETURNING id",
    [program, firm.code, JSON.stringify(facts), person.name],
  )
  await log(query, { application: id, version: 1, action: 'submit', actor: person.name, state: 'submitted' })
  return { status: 201, answer: { ...(await summary(query, id)), ...(code.result !== 'valid' && { warnings: [code.message] }) } }
}

/** Facts stated anew before a decision. */
export async function amend(query, { person, id, body: { version, facts } }) {
  const application = await locked(query, id, version, ['submitted', 'assessed', 'reviewed'])
  if (application.submitted_by !== person.name) refuse(403, 'not-yours', '只有申报人可以修改申报材料', 'only who submitted it may amend it')
  await checkFacts(query, application.program, facts)
  await refuseGranted(query, id)
  return step(query, application, { action: 'amend', person, state: 'submitted', facts, record: null, payableFen: null })
}

async function refuseGranted(query, id) {
  if ((await grantedTo(query, id)).first !== undefined)
    refuse(409, 'granted', '已核定的申请只能更正', 'an application that was granted something can only be corrected')
}

export async function assess(query, { person, id, day, body: { version } }) {
  const application = await locked(query, id, version, ['submitted', 'assessed', 'reviewed'])
  await refuseGranted(query, id)
  return step(query, application, { action: 'assess', person, state: 'assessed', ...(await assessed(query, application, day)) })
}

export async function review(query, { person, id, body: { version, note } }) {
  const application = await locked(query, id, version, ['assessed'])
  if (application.submitted_by === person.name)
    refuse(403, 'own-application', '不得审核本人提交的申请', 'nobody reviews what they submitted')
  const outcome = await outcomeOf(query, application)
  if (outcome !== 'granted')
    refuse(409, 'not-granted', '测算结果不是准予，不能送审批', 'the answer is not granted: amend the facts or close', { outcome })
  return step(query, application, { action: 'review', person, state: 'reviewed', reviewer: person.name, note })
}

/**
 * The decision, by a person who neither submitted nor reviewed, on an amount that person has seen.
 *
 * Alone with the program, the application is worked out again: with what was granted since, on the day of decision, within the budget. Comes out
 * another amount, it is archived and told, and nothing is granted.
 */
export async function approve(query, { person, id, day, body: { version, amount } }) {
  const [{ program } = {}] = await query('SELECT program FROM applications WHERE id = $1', [id])
  if (program !== undefined) await lockedProgram(query, program)
  const application = await locked(query, id, version, ['reviewed'])
  if ([application.submitted_by, application.reviewed_by].includes(person.name))
    refuse(403, 'second-person', '提交、审核和审批不得为同一人', 'who submitted or reviewed an application does not approve it')
  const worked = await workOut(query, application, day)
  const { outcome, dueFen, payableFen, granted, relatedFirms, year } = worked
  const first = granted.first === undefined
  if (outcome === 'incomplete' && !first) refuse(409, 'incomplete', '更正后的材料不全', 'the corrected facts do not suffice for an answer')
  if (yuanOf(payableFen) !== amount || (first && outcome !== 'granted')) return changed(query, application, worked, { person, amount })
  if (payableFen === 0n && first) {
    if (dueFen === 0n) refuse(409, 'nothing-due', '没有可补贴的金额，请办结', 'nothing is due: close it')
    refuse(409, 'budget-exhausted', '预算余额不足', 'the budget does not suffice', { due: yuanOf(dueFen) })
  }
  const record = await archive(query, id, worked.record)
  const fen = payableFen - granted.fen
  const kind = first ? 'grant' : fen > 0n ? 'supplement' : 'claw-back'
  if (fen !== 0n) {
    await query('UPDATE budgets SET granted_fen = granted_fen + $3 WHERE program = $1 AND year = $2', [application.program, year, fen])
    await query(
      `INSERT INTO grants (application, program, year, firm, day, kind, corrects, amount_fen, record, related)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, application.program, year, application.firm, day, kind, granted.first, fen < 0n ? -fen : fen, record, relatedFirms].map(orNull),
    )
  }
  return step(query, application, {
    action: 'approve',
    person,
    state: fen === 0n ? 'paid' : 'approved',
    approver: person.name,
    record,
    payableFen,
    amountFen: fen,
    answer: first ? {} : { correction: correctionOf(id, granted.fen, amount) },
  })
}

/** What is paid again or taken back; between decisions all that was granted is paid. */
const correctionOf = (id, grantedFen, amount) =>
  correction({ claim: String(id), before: { amount: yuanOf(grantedFen) }, after: { amount }, paid: yuanOf(grantedFen) })

const orNull = (value) => value ?? null

/** The amount is no longer the one that was seen. */
async function changed(query, application, worked, { person, amount }) {
  const { outcome, dueFen, payableFen, granted, cut } = worked
  const state = outcome === 'granted' || granted.first !== undefined ? 'reviewed' : 'assessed'
  const record = await archive(query, application.id, worked.record)
  const { answer } = await step(query, application, { action: 'reassess', person, state, record, payableFen, amountFen: payableFen })
  const message = {
    zh: `金额已不是${amount}元，现为${yuanOf(payableFen)}元，请核对后再批`,
    en: `the amount is no longer ${amount} but ${yuanOf(payableFen)}: look at it again before approving`,
  }
  return {
    status: 409,
    answer: { code: 'amount-changed', message, outcome, due: yuanOf(dueFen), ...(cut && { cut }), application: answer },
  }
}

/** Pays a grant or supplement, or books what was paid back. */
export async function pay(query, { person, id, body: { version, reference } }) {
  const application = await locked(query, id, version, ['approved'])
  const [grant] = await query('SELECT id, kind, amount_fen FROM grants WHERE application = $1 ORDER BY id DESC LIMIT 1', [id])
  await query('INSERT INTO payments (grant_id, reference, paid_by) VALUES ($1, $2, $3)', [grant.id, reference, person.name])
  return step(query, application, {
    action: 'pay',
    person,
    state: 'paid',
    note: reference,
    amountFen: grant.kind === 'claw-back' ? -grant.amount_fen : grant.amount_fen,
    answer: { kind: grant.kind, amount: yuanOf(grant.amount_fen) },
  })
}

/** Facts that turned out otherwise after payment: worked out again, for a second person to approve a supplement or claw-back. */
export async function correct(query, { person, id, day, body: { version, facts, reason } }) {
  const application = await locked(query, id, version, ['paid'])
  if (application.submitted_by === person.name)
    refuse(403, 'own-application', '不得更正本人提交的申请', 'nobody corrects what they submitted')
  await checkFacts(query, application.program, facts)
  const worked = await assessed(query, { ...application, facts }, day)
  if (worked.outcome === 'incomplete') refuse(409, 'incomplete', '更正后的材料不全', 'the corrected facts do not suffice for an answer')
  return step(query, application, { action: 'correct', person, state: 'reviewed', reviewer: person.name, facts, note: reason, ...worked })
}

/** The end: paid, or with nothing to be paid. */
export async function close(query, { person, id, body: { version, note } }) {
  const application = await locked(query, id, version, ['assessed', 'reviewed', 'paid'])
  if (application.state !== 'paid') {
    await refuseGranted(query, id)
    if (application.payable_fen > 0n) refuse(409, 'payable', '尚有可补贴的金额', 'there is something to be paid')
  }
  return step(query, application, { action: 'close', person, state: 'closed', note })
}

async function assessed(query, application, day) {
  const { record, outcome, payableFen } = await workOut(query, application, day)
  return { record: await archive(query, application.id, record), payableFen, amountFen: payableFen, outcome }
}

async function outcomeOf(query, { record }) {
  const [{ outcome }] = await query("SELECT content -> 'result' ->> 'outcome' AS outcome FROM records WHERE id = $1", [record])
  return outcome
}

/** The application, held until the transaction ends: in one of these states, and as the caller has seen it. */
async function locked(query, id, version, states) {
  const [application] = await query('SELECT * FROM applications WHERE id = $1 FOR UPDATE', [id])
  if (application === undefined) refuse(404, 'unknown-application', '没有这份申请', 'there is no such application')
  const { state, version: current } = application
  if (current !== version)
    refuse(409, 'stale-version', `申请已有改动，现为第${current}版`, `the application has changed: it is at version ${current}`, {
      state,
      current,
    })
  if (!states.includes(state))
    refuse(409, 'wrong-state', `申请现处于${state}，不能进行此步`, `not possible for an application that is ${state}`, { state })
  return application
}

const REVIEWED = ['reviewed', 'approved', 'paid', 'closed']
const APPROVED = ['approved', 'paid', 'closed']

/** One step of an application's life, and its line in the log. What is not given stays. */
async function step(query, application, { action, person, state, amountFen, note, answer, ...changes }) {
  const { id, version, ...before } = application
  const { record = before.record, payableFen = before.payable_fen, facts = before.facts } = changes
  const { reviewer = before.reviewed_by, approver = before.approved_by } = changes
  await query(
    `UPDATE applications SET version = $2, state = $3, record = $4, payable_fen = $5, facts = $6, reviewed_by = $7, approved_by = $8
     WHERE id = $1`,
    [
      id,
      version + 1,
      state,
      record,
      payableFen,
      JSON.stringify(facts),
      REVIEWED.includes(state) ? reviewer : null,
      APPROVED.includes(state) ? approver : null,
    ],
  )
  await log(query, { application: id, version: version + 1, action, actor: person.name, state, record, amountFen, note })
  return { status: 200, answer: { ...(await summary(query, id)), ...answer } }
}

const log = (query, { application, version, action, actor, state, record = null, amountFen = null, note = null }) =>
  query(
    'INSERT INTO events (application, version, action, actor, state, record, amount_fen, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [application, version, action, actor, state, record, amountFen, note],
  )

/** What a caller sees of an application. */
export async function summary(query, id) {
  const [row] = await query('SELECT * FROM applications WHERE id = $1', [id])
  if (row === undefined) refuse(404, 'unknown-application', '没有这份申请', 'there is no such application')
  const { program, firm, state, version, record, payable_fen, submitted_by, reviewed_by, approved_by } = row
  const outcome = record === null ? null : await outcomeOf(query, row)
  return {
    id: Number(id),
    program,
    firm,
    state,
    version,
    outcome,
    payable: yuanOf(payable_fen),
    record: record === null ? null : Number(record),
    submittedBy: submitted_by,
    reviewedBy: reviewed_by,
    approvedBy: approved_by,
  }
}
