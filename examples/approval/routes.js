import { z } from '@hono/zod-openapi'
import { sheetHtml } from 'subvention/record'
import { amend, approve, assess, close, correct, pay, review, submit, summary } from './applications.js'
import { audit, verifyRecord } from './audit.js'
import { addProgram, programOf, setBudget } from './programs.js'
import { refuse } from './refusal.js'

/** Text as a person writes it: no control characters, which a database would not take. */
const text = (most) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u)
const name = text(100).regex(/^\S(.*\S)?$/u)
const amount = z.string().regex(/^(0|[1-9]\d{0,12})\.\d{2}$/)
const facts = z.record(z.string(), z.unknown())
const version = z.int().min(1).max(2_000_000_000)
const firm = z.strictObject({ code: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/), name })
const budget = z.strictObject({ year: z.int().min(2000).max(2999), amount, whenShort: z.enum(['part-paid', 'not-paid']) })
const program = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/),
  policy: z.union([name, facts]),
  parameters: facts.optional(),
  budgets: z.array(budget).max(100),
})

/** Every route: who may call it, what it takes, what it does. Those with a body change something and are carried out once for an idempotency key. */
export const ROUTES = [
  ...[
    [submit, 'submit', 'A new application', '', { program: name, firm, facts }],
    [amend, 'submit', 'Facts stated anew before a decision', '/{id}/amend', { version, facts }],
    [assess, 'handle', 'Works it out and archives the record', '/{id}/assess', { version }],
    [review, 'review', 'Facts and answer looked at', '/{id}/review', { version, note: text(500).optional() }],
    [approve, 'approve', 'The decision by a second person, on the amount that person has seen', '/{id}/approve', { version, amount }],
    [pay, 'pay', 'Paid, or paid back', '/{id}/pay', { version, reference: name }],
    [correct, 'handle', 'Facts that turned out otherwise after payment', '/{id}/correct', { version, facts, reason: text(500) }],
    [close, 'handle', 'The end: paid, or not granted', '/{id}/close', { version, note: text(500).optional() }],
  ].map(([handle, role, does, path, body]) => ({
    method: 'post',
    path: `/applications${path}`,
    roles: [role],
    does,
    body: z.strictObject(body),
    handle,
  })),
  {
    method: 'post',
    path: '/programs',
    roles: ['administer'],
    does: 'A document and its budgets',
    body: program,
    handle: async (query, { body }) => ({ status: 201, answer: await addProgram(query, body) }),
  },
  {
    method: 'post',
    path: '/programs/{id}/budgets',
    roles: ['administer'],
    does: 'Sets or changes the budget of a year',
    body: budget,
    handle: async (query, { id, body }) => {
      await setBudget(query, id, body)
      return { status: 200, answer: await programOf(query, id) }
    },
  },
  {
    method: 'post',
    path: '/firms/{id}',
    roles: ['handle'],
    does: 'A firm and its group: firms with the same word are related, a word of its own says there are none',
    body: z.strictObject({ name, related: name }),
    handle: async (query, { id, body }) => {
      if (!firm.shape.code.safeParse(id).success)
        refuse(422, 'credit-code', '应为18位统一社会信用代码', 'expected a credit code of 18 characters')
      const values = [id, body.name, body.related]
      await query(
        `INSERT INTO firms (code, name, related) VALUES ($1, $2, $3)
         ON CONFLICT (code) DO UPDATE SET name = excluded.name, related = excluded.related`,
        values,
      )
      return { status: 200, answer: { code: id, ...body } }
    },
  },
  {
    method: 'get',
    path: '/programs/{id}',
    does: 'The document and the state of its budgets',
    handle: async (query, { id }) => ({ status: 200, answer: await programOf(query, id) }),
  },
  {
    method: 'get',
    path: '/applications/{id}',
    does: 'An application with its log',
    handle: async (query, { id, person }) => ({ status: 200, answer: await withLog(query, id, person) }),
  },
  ...[
    ['/records/{id}', 'A record as it was archived', async (query, { id }) => recordOf(query, id)],
    ['/records/{id}/verify', 'A record worked out again', async (query, { id }) => verifyRecord(query, id)],
    [
      '/records/{id}/sheet',
      'The calculation sheet, to print',
      async (query, { id }) => sheetHtml(await recordOf(query, id), { language: 'zh' }),
    ],
  ].map(([path, does, answer]) => ({
    method: 'get',
    path,
    roles: ['handle', 'review', 'approve', 'pay', 'audit'],
    does,
    handle: async (query, call) => ({ status: 200, answer: await answer(query, call) }),
  })),
  {
    method: 'get',
    path: '/audit',
    roles: ['audit'],
    does: 'Everything that must hold, checked',
    handle: async (query) => ({ status: 200, answer: await audit(query) }),
  },
]

async function withLog(query, id, person) {
  const application = await summary(query, id)
  if (person.roles.every((role) => role === 'submit') && application.submittedBy !== person.name)
    refuse(404, 'unknown-application', '没有这份申请', 'there is no such application')
  const events = await query(
    'SELECT version, action, actor, state, record, amount_fen, note, at FROM events WHERE application = $1 ORDER BY id',
    [id],
  )
  const log = events.map(({ amount_fen, record, ...event }) => ({
    ...event,
    record: record === null ? null : Number(record),
    fen: amount_fen === null ? null : String(amount_fen),
  }))
  return { ...application, log }
}

async function recordOf(query, id) {
  const [row] = await query('SELECT content FROM records WHERE id = $1', [id])
  if (row === undefined) refuse(404, 'unknown-record', '没有这份测算记录', 'there is no such record')
  return row.content
}
