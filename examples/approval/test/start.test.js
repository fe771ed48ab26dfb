import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAt, newPlace, startService } from './desk.js'

const embedded = (process.env.DATABASE_URL ?? '') === ''

test('started as the README says, with the people and the program of the demonstration', { skip: !embedded }, async (t) => {
  const { base, stop } = await startService(await newPlace(), { PEOPLE: undefined, PROGRAMS: undefined })
  t.after(() => stop('SIGTERM'))
  const firm = { code: '91370000MA3C000009', name: '示例企业' }
  const facts = { loans: [{ id: '1', registered: true, settled: true, interestPaid: '286540.25' }] }
  const { body } = await askAt(base, 'demo-applicant', '/applications', { program: 'luke-loan', firm, facts })
  const assessed = await askAt(base, 'demo-handler', `/applications/${body.id}/assess`, { version: 1 })
  assert.deepEqual([assessed.body.payable, body.warnings], ['114616.10', undefined])
})

test('a server is not started with the people of the demonstration', { skip: embedded }, async () => {
  await assert.rejects(startService(await newPlace(), { PEOPLE: undefined }, true), /ended with 1/)
})
