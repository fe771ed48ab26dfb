import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../database.js'
import { askAt, documentWith, firmOf, interest, newPlace, newProgram, startService } from './desk.js'

const KILLS = (process.env.DATABASE_URL ?? '') === '' ? 2 : 6 // the embedded engine takes seconds to start
const COUNT = 40

test(`the service killed ${KILLS} times in the middle of its work: every state verifies, nothing is lost or done twice`, async (t) => {
  const place = await newPlace()
  const database = await openDatabase(place)
  const program = await newProgram(documentWith({ limits: [{ cap: '10万元', per: 'applicant', period: 'year' }] }), {
    amount: '600000.00',
    at: database,
  })
  await database.close()
  let service = await startService(place)
  let up = Promise.resolve()
  t.after(() => service.stop('SIGTERM'))
  let dead = 0

  /** Asks until there is an answer, under one key, as a client does that does not know whether it was heard. */
  async function asked(person, path, body) {
    const key = createHash('sha256')
      .update(JSON.stringify([path, body ?? null]))
      .digest('hex')
    for (;;) {
      const answer = await askAt(service.base, person, path, body, key)
      if (answer !== undefined) return answer
      dead += 1
      await wait(20)
      await up
    }
  }

  async function wholeLife(index) {
    const submitted = { program, firm: firmOf(index % 13), facts: interest(`${40000 + index}.01`) }
    let { body } = await asked('submit', '/applications', submitted)
    const steps = [
      ['handle', 'assess', {}],
      ['review', 'review', {}],
      ['approve', 'approve', () => ({ amount: body.payable })],
      ['pay', 'pay', { reference: `P-${index}` }],
      ['handle', 'close', {}],
    ]
    for (const [person, action, more] of steps) {
      for (;;) {
        const { id, version } = body
        const answer = await asked(person, `/applications/${id}/${action}`, { version, ...(typeof more === 'function' ? more() : more) })
        if (answer.status === 200) {
          body = answer.body
          break
        }
        if (answer.body.outcome === 'refused' || answer.body.code === 'budget-exhausted') return body.id
        assert.equal(answer.body.code, 'amount-changed', `${action}: ${JSON.stringify(answer.body)}`)
        body = answer.body.application
        if (body.payable === '0.00') return body.id
      }
    }
    return body.id
  }

  let running = true
  const work = Promise.all(Array.from({ length: COUNT }, (_, index) => wholeLife(index))).finally(() => {
    running = false
  })
  let killed = 0
  for (; running && killed < KILLS; killed += 1) {
    await wait(50 + Math.random() * 600)
    if (!running) break
    up = service.kill().then(async () => {
      service = await startService(place)
    })
    await up
    const { body } = await askAt(service.base, 'audit', '/audit')
    assert.deepEqual(body?.findings, [], JSON.stringify(body))
  }
  const ids = await work
  const { body } = await asked('audit', '/audit')
  assert.deepEqual(body.findings, [])
  assert.equal(body.applications, COUNT)
  assert.equal(new Set(ids).size, COUNT)
  assert.ok(killed > 0)
  const { body: state } = await asked('audit', `/programs/${program}`)
  assert.equal(state.budgets[0].granted, '600000.00')
  t.diagnostic(`killed ${killed} times; ${dead} requests got no answer and were sent again`)
})
