import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ask, bring, database, firmOf, get, newProgram, post } from './desk.js'

const program = await newProgram('shandong-luke-loan-2023')
const firm = firmOf(500)
const facts = { loans: [{ id: '1', registered: true, settled: true, interestPaid: '100.00' }] }
const reviewed = await bring('reviewed', { program, firm, facts })
const good = { program, firm, facts }
const deep = (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

const TABLES = ['programs', 'budgets', 'firms', 'applications', 'records', 'grants', 'payments', 'events', 'requests']
const rows = async () => {
  const counts = []
  for (const table of TABLES) counts.push((await database.query(`SELECT count(*) FROM ${table}`))[0].count)
  return counts
}

const refused = [
  ['no token', () => ask('', 'POST', '/applications', good), 401, 'unknown-token'],
  ['an unknown token', () => ask('nobody', 'POST', '/applications', good), 401, 'unknown-token'],
  ['a wrong role, even with a bad body', () => post('pay', '/applications', {}), 403, 'wrong-role'],
  ['no idempotency key', () => post('submit', '/applications', good, { headers: { 'idempotency-key': '' } }), 400, 'bad-request'],
  ['no JSON', () => post('submit', '/applications', good, { raw: '{"program":' }), 400, 'bad-request'],
  ['another media type', () => post('submit', '/applications', good, { headers: { 'content-type': 'text/plain' } }), 415, 'bad-request'],
  ['an unknown key', () => post('submit', '/applications', { ...good, amount: '1.00' }), 400, 'bad-request'],
  ['a missing key', () => post('submit', '/applications', { program, firm }), 400, 'bad-request'],
  ['a number for an amount', () => post('approve', `/applications/${reviewed.id}/approve`, { version: 3, amount: 40 }), 400, 'bad-request'],
  [
    'an amount of three places',
    () => post('approve', `/applications/${reviewed.id}/approve`, { version: 3, amount: '40.001' }),
    400,
    'bad-request',
  ],
  [
    'a body above 256 KiB',
    () => post('submit', '/applications', good, { raw: JSON.stringify({ ...good, more: 'x'.repeat(262_144) }) }),
    413,
    'too-large',
  ],
  [
    'facts 20,000 levels deep',
    () => post('submit', '/applications', good, { raw: `{"program":"${program}","firm":${JSON.stringify(firm)},"facts":${deep(20_000)}}` }),
    400,
    'bad-request',
  ],
  [
    'facts that cannot be read, all at once',
    () => post('submit', '/applications', { ...good, facts: { loans: [{ interestPaid: 1, x: 1 }], y: 1 } }),
    422,
    'facts-invalid',
  ],
  ['an unknown program', () => post('submit', '/applications', { ...good, program: 'nowhere' }), 404, 'unknown-program'],
  [
    'an unknown document',
    () => post('administer', '/programs', { id: 'new', policy: 'no-such-document', budgets: [] }),
    422,
    'unknown-document',
  ],
  [
    'a path for a document',
    () => post('administer', '/programs', { id: 'new', policy: '../../package.json', budgets: [] }),
    422,
    'unknown-document',
  ],
  ['a faulty document', () => post('administer', '/programs', { id: 'new', policy: { id: 'x' }, budgets: [] }), 422, 'policy-invalid'],
  [
    'a template without its parameters',
    () => post('administer', '/programs', { id: 'new', policy: 'wuhan-eastlake-tech-sme-loans-2023', budgets: [] }),
    422,
    'policy-invalid',
  ],
  [
    'a program that is there',
    () => post('administer', '/programs', { id: program, policy: 'shandong-luke-loan-2023', budgets: [] }),
    409,
    'program-exists',
  ],
  [
    'a budget of an unknown program',
    () => post('administer', '/programs/nowhere/budgets', { year: 2026, amount: '1.00', whenShort: 'not-paid' }),
    404,
    'unknown-program',
  ],
  ['a stale version', () => post('approve', `/applications/${reviewed.id}/approve`, { version: 2, amount: '40.00' }), 409, 'stale-version'],
  ['a step out of turn', () => post('pay', `/applications/${reviewed.id}/pay`, { version: 3, reference: 'P-1' }), 409, 'wrong-state'],
  [
    'an unknown application',
    () => post('approve', '/applications/999999/approve', { version: 1, amount: '1.00' }),
    404,
    'unknown-application',
  ],
  ['an id that is none', () => get('audit', '/applications/1;DROP TABLE events'), 400, 'bad-request'],
  ['SQL for an id', () => get('audit', `/applications/${encodeURIComponent('1 OR 1=1')}`), 400, 'bad-request'],
  ['an unknown record', () => get('audit', '/records/999999/verify'), 404, 'unknown-record'],
  ['an unknown path', () => get('audit', '/nowhere'), 404, 'unknown-path'],
  [
    'a control character in a name',
    () => post('submit', '/applications', { ...good, firm: { ...firm, name: 'a\u0000b' } }),
    400,
    'bad-request',
  ],
  ['a credit code that is none', () => post('submit', '/applications', { ...good, firm: { ...firm, code: '1234' } }), 400, 'bad-request'],
]

describe('refused with a code and a message in both languages, leaving no trace', () => {
  for (const [name, request, status, code] of refused) {
    test(name, async () => {
      const before = await rows()
      const answer = await request()
      assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body))
      assert.ok(answer.body.message.zh.length > 0 && answer.body.message.en.length > 0)
      assert.deepEqual(await rows(), before)
    })
  }

  test('every fault of the facts is named', async () => {
    const { body } = await post('submit', '/applications', { ...good, facts: { loans: [{ interestPaid: 1, x: 1 }], y: 1 } })
    assert.deepEqual(body.issues.map(({ path }) => path).sort(), ['loans[0].interestPaid', 'loans[0].x', 'y'])
  })

  test('an applicant does not see the applications of others', async () => {
    const { body } = await post('everyone', '/applications', { ...good, firm: firmOf(501) })
    assert.equal((await get('submit', `/applications/${body.id}`)).status, 404)
  })
})

describe('texts are texts', () => {
  for (const [index, name] of [
    "'; DROP TABLE events; --",
    "Robert') RETURNING *; --",
    "$1 %s \\ ''",
    '“企业”<script>alert(1)</script>',
  ].entries()) {
    test(name, async () => {
      const own = { code: firmOf(600 + index).code, name }
      const { status } = await post('submit', '/applications', { ...good, firm: own })
      assert.equal(status, 201)
      assert.deepEqual(await database.query('SELECT name FROM firms WHERE code = $1', [own.code]), [{ name }])
    })
  }

  test('also in facts, notes and references', async () => {
    const sql = "x'); DELETE FROM payments; --"
    const own = { program, firm: firmOf(700), facts: { loans: [{ ...facts.loans[0], id: sql }] } }
    const { id } = await bring('reviewed', own)
    await post('approve', `/applications/${id}/approve`, { version: 3, amount: '40.00' })
    await post('pay', `/applications/${id}/pay`, { version: 4, reference: sql })
    const { body } = await get('audit', `/applications/${id}`)
    assert.equal(body.log.at(-1).note, sql)
  })
})

test('every route is described', async () => {
  const { body } = await get('audit', '/openapi.json')
  assert.equal(body.openapi, '3.1.0')
  assert.ok(Object.keys(body.paths).length >= 15)
  assert.deepEqual(Object.keys(body.paths['/applications/{id}/approve'].post.requestBody.content['application/json'].schema.properties), [
    'version',
    'amount',
  ])
})
