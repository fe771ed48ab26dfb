import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { audit, verifyRecord } from '../audit.js'
import { bring, database, documentWith, firmOf, get, interest, newProgram, post } from './desk.js'

const luke = (interestPaid) => ({ loans: [{ id: '1', registered: true, settled: true, interestPaid }] })
const luKe = await newProgram('shandong-luke-loan-2023')
const act = (person, id, action, body) => post(person, `/applications/${id}/${action}`, body)

describe('the life of an application', () => {
  test('submitted, assessed, reviewed, approved, paid, corrected twice, closed', async () => {
    const { id } = await bring('paid', { program: luKe, firm: firmOf(1), facts: luke('286540.25') })
    await act('handle', id, 'correct', { version: 5, facts: luke('300000.00'), reason: '补交利息单' })
    const more = await act('approve', id, 'approve', { version: 6, amount: '120000.00' })
    assert.equal(more.body.correction.supplement, '5383.90')
    assert.deepEqual((await act('pay', id, 'pay', { version: 7, reference: 'P-2' })).body.amount, '5383.90')
    await act('handle', id, 'correct', { version: 8, facts: luke('200000.00'), reason: '利息单重复' })
    const less = await act('approve', id, 'approve', { version: 9, amount: '80000.00' })
    assert.equal(less.body.correction.clawBack, '40000.00')
    await act('pay', id, 'pay', { version: 10, reference: 'P-3' })
    const closed = await act('handle', id, 'close', { version: 11 })
    assert.equal(closed.body.state, 'closed')

    const { body } = await get('audit', `/applications/${id}`)
    const steps = ['submit', 'assess', 'review', 'approve', 'pay', 'correct', 'approve', 'pay', 'correct', 'approve', 'pay', 'close']
    assert.deepEqual(
      body.log.map(({ action }) => action),
      steps,
    )
    assert.deepEqual(
      body.log.filter(({ action }) => action === 'approve').map(({ fen }) => fen),
      ['11461610', '538390', '-4000000'],
    )
    for (const record of new Set(body.log.map((line) => line.record).filter(Boolean))) {
      const { body: verified } = await get('audit', `/records/${record}/verify`)
      assert.deepEqual([verified.outcome, verified.sameAsKept], ['same', true])
    }
  })

  test('missing facts are asked for, a refusal is closed', async () => {
    const { body } = await post('submit', '/applications', { program: luKe, firm: firmOf(2), facts: {} })
    const assessed = await act('handle', body.id, 'assess', { version: 1 })
    assert.equal(assessed.body.outcome, 'incomplete')
    assert.equal((await act('review', body.id, 'review', { version: 2 })).body.code, 'not-granted')
    const facts = { loans: [{ id: '1', registered: false, settled: true, interestPaid: '1.00' }] }
    await act('submit', body.id, 'amend', { version: 2, facts })
    assert.equal((await act('handle', body.id, 'assess', { version: 3 })).body.outcome, 'refused')
    assert.equal((await act('handle', body.id, 'close', { version: 4 })).body.state, 'closed')
  })

  test('the calculation sheet prints the record', async () => {
    const { record } = await bring('assessed', { program: luKe, firm: firmOf(3), facts: luke('286540.25') })
    const { body } = await get('handle', `/records/${record}/sheet`)
    assert.match(body, /^<!doctype html>.*114,616\.10/is)
  })
})

describe('a second person', () => {
  test('nobody reviews or approves what they submitted, or approves what they reviewed', async () => {
    const { body } = await post('everyone', '/applications', { program: luKe, firm: firmOf(4), facts: luke('100.00') })
    await act('handle', body.id, 'assess', { version: 1 })
    assert.equal((await act('everyone', body.id, 'review', { version: 2 })).body.code, 'own-application')
    await act('review', body.id, 'review', { version: 2 })
    assert.equal((await act('everyone', body.id, 'approve', { version: 3, amount: '40.00' })).body.code, 'second-person')

    const other = await bring('assessed', { program: luKe, firm: firmOf(5), facts: luke('100.00') })
    await act('everyone', other.id, 'review', { version: 2 })
    assert.equal((await act('everyone', other.id, 'approve', { version: 3, amount: '40.00' })).body.code, 'second-person')
  })

  test('the database refuses it as well', async () => {
    const { id } = await bring('reviewed', { program: luKe, firm: firmOf(6), facts: luke('100.00') })
    for (const person of ['submit', 'review'])
      await assert.rejects(database.query('UPDATE applications SET approved_by = $2 WHERE id = $1', [id, person]), /second_person/)
  })

  test('an approver sees the amount: another one is not approved', async () => {
    const { id } = await bring('reviewed', { program: luKe, firm: firmOf(7), facts: luke('100.00') })
    const { status, body } = await act('approve', id, 'approve', { version: 3, amount: '40.01' })
    assert.deepEqual([status, body.code, body.due, body.application.state], [409, 'amount-changed', '40.00', 'reviewed'])
    assert.equal((await act('approve', id, 'approve', { version: 4, amount: '40.00' })).body.state, 'approved')
  })
})

describe('what is written stays', () => {
  test('records, grants, payments and the log are not changed or removed', async () => {
    await bring('paid', { program: luKe, firm: firmOf(8), facts: luke('100.00') })
    for (const table of ['records', 'grants', 'payments', 'events']) {
      const column = table === 'payments' ? 'reference' : table === 'records' ? 'hash' : table === 'events' ? 'actor' : 'kind'
      for (const text of [`UPDATE ${table} SET ${column} = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
        await assert.rejects(database.query(text), /is changed or removed/, text)
    }
  })

  test('an application does not change without a line in the log', async () => {
    const { id } = await bring('assessed', { program: luKe, firm: firmOf(9), facts: luke('100.00') })
    const quietly = database.query("UPDATE applications SET state = 'paid', version = version + 1 WHERE id = $1", [id])
    await assert.rejects(quietly, /logged/)
  })

  test('a record that was altered behind the service is found', async () => {
    const { record } = await bring('assessed', { program: luKe, firm: firmOf(10), facts: luke('100.00') })
    const undone = new Error('undone')
    const altered = database.transaction(async (query) => {
      await query('ALTER TABLE records DISABLE TRIGGER append_only')
      await query(`UPDATE records SET content = replace(content::text, '"100.00"', '"900.00"')::json WHERE id = $1`, [record])
      const { outcome, findings, sameAsKept } = await verifyRecord(query, record)
      assert.deepEqual([outcome, sameAsKept], ['differs', false])
      assert.ok(findings.some(({ code }) => code === 'facts-altered'))
      throw undone
    })
    await assert.rejects(altered, undone)
    assert.equal((await database.transaction((query) => verifyRecord(query, record))).outcome, 'same')
  })
})

describe('a request repeated', () => {
  test('under its key changes nothing and gets the same answer, also at the same time', async () => {
    const { id } = await bring('reviewed', { program: luKe, firm: firmOf(11), facts: luke('100.00') })
    const key = 'the-same-key-1'
    const again = () => post('approve', `/applications/${id}/approve`, { version: 3, amount: '40.00' }, { key })
    const answers = await Promise.all(Array.from({ length: 10 }, again))
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    assert.equal(answers[0].status, 200)
    const [{ count }] = await database.query('SELECT count(*) FROM grants WHERE application = $1', [id])
    assert.equal(count, 1n)
    const other = await post('approve', `/applications/${id}/approve`, { version: 3, amount: '41.00' }, { key })
    assert.deepEqual([other.status, other.body.code], [422, 'key-reused'])
    assert.equal((await post('pay', `/applications/${id}/pay`, { version: 4, reference: 'P-1' }, { key })).status, 200)
  })

  test('that was refused may succeed later', async () => {
    const { id } = await bring('reviewed', { program: luKe, firm: firmOf(12), facts: luke('100.00') })
    const key = 'the-same-key-2'
    const body = { version: 3, amount: '40.00' }
    assert.equal((await post('everyone', '/applications/0/approve', body, { key })).status, 400)
    assert.equal((await post('everyone', `/applications/${id}/approve`, { ...body, version: 9 }, { key })).body.code, 'stale-version')
    assert.equal((await post('everyone', `/applications/${id}/approve`, body, { key })).status, 200)
  })
})

test('a document of one’s own, and interest on several loans', async () => {
  const program = await newProgram(documentWith({ share: '50%', limits: [{ cap: '10万元', per: 'applicant' }] }))
  const { payable } = await bring('assessed', { program, firm: firmOf(13), facts: interest('1000.01', '2000.00') })
  assert.equal(payable, '1500.01')
})

test('everything holds', async () => {
  const { holds, findings, grants } = await database.transaction(audit)
  assert.deepEqual(findings, [])
  assert.ok(holds && grants > 5)
})
