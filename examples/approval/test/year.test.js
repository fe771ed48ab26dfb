import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { audit } from '../audit.js'
import { openDatabase } from '../database.js'
import { addProgram } from '../programs.js'
import { newPlace } from './desk.js'

const { DATABASE_URL = '', ROWS = '5000', SHARDS = '20' } = process.env
const BUDGET = `${Number(ROWS) * 20_000}.50`
const POLICY = 'shandong-luke-loan-2023'

/** Applications that are always the same: granted, refused, incomplete and faulty ones. */
function sample(rows) {
  let state = 2026
  const draw = (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const two = (number) => String(number).padStart(2, '0')
  return Array.from({ length: rows }, (_, index) => {
    const borrower = draw(50) === 0 ? {} : { receivedBefore: draw(12) === 0 }
    const interestPaid = draw(1000) === 0 ? 1 : `${1000 + draw(300_000)}.${two(draw(100))}`
    const date = `2026-${two(1 + draw(12))}-${two(1 + draw(28))}`
    const loans = [{ id: '1', registered: draw(30) > 0, settled: draw(20) > 0, interestPaid }]
    return `${JSON.stringify({ id: `A${String(index).padStart(7, '0')}`, application: { date }, borrower, loans })}\n`
  }).join('')
}

test(`${ROWS} applications, two workers, one of them killed: the list and the totals of one process`, {
  skip: DATABASE_URL === '',
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'approval-year-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name) => join(folder, name)
  writeFileSync(path('year.ndjson'), sample(Number(ROWS)))

  const { url, env } = await newPlace()
  const database = await openDatabase({ url })
  t.after(() => database.close())
  const budgets = [{ year: 2026, amount: BUDGET, whenShort: 'part-paid' }]
  await database.transaction((query) => addProgram(query, { id: 'luke-loan', policy: POLICY, budgets }))

  const script = fileURLToPath(new URL('../year.js', import.meta.url))
  const settings = { env: { ...process.env, ...env, SHARD_SECONDS: '5' }, maxBuffer: 2 ** 30 }
  const year = (...args) => execFileSync(process.execPath, [script, ...args], { ...settings, encoding: 'utf8', stdio: 'pipe' })
  const timed = async (what, work) => {
    const start = performance.now()
    const answer = await work()
    t.diagnostic(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
    return answer
  }
  const worker = () => {
    const child = spawn(process.execPath, [script, 'work'], { ...settings, stdio: 'inherit' })
    return { child, ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code))) }
  }

  await timed('load', () => year('load', '2026', 'luke-loan', '2026', SHARDS, path('year.ndjson')))
  assert.throws(() => year('allocate', '2026'), /shards are not done/)
  await timed('two workers, one killed', async () => {
    const [killed, other] = [worker(), worker()]
    const done = async () => Number((await database.query('SELECT count(*) FROM run_shards'))[0].count)
    const active = async () =>
      Number((await database.query("SELECT count(*) FROM pgboss.job WHERE name = 'shards' AND state = 'active'"))[0].count)
    while ((await done()) < Number(SHARDS) / 4 || (await active()) < 2) {
      assert.ok((await done()) < Number(SHARDS), 'both workers were at work at the same time')
      await wait(5)
    }
    killed.child.kill('SIGKILL')
    assert.equal(await killed.ended, 'SIGKILL')
    t.diagnostic(`killed after ${await done()} of ${SHARDS} shards`)
    assert.equal(await other.ended, 0)
  })
  const summary = JSON.parse(await timed('allocate', () => year('allocate', '2026')))
  assert.throws(() => year('allocate', '2026'), /divided already/)
  const [{ retried }] = await database.query("SELECT sum(retry_count) AS retried FROM pgboss.job WHERE name = 'shards'")
  t.diagnostic(`shards taken again: ${retried}; ${JSON.stringify(summary)}`)

  const bin = join(createRequire(import.meta.url).resolve('subvention'), '../cli/index.js')
  await timed('one process', () => {
    const command = (...args) => execFileSync(process.execPath, [bin, ...args], { stdio: 'ignore' })
    const assessed = ['assess', POLICY, path('year.ndjson'), '--brief', '--keep', 'application.date']
    try {
      command(...assessed, '-o', path('answers.ndjson'), '--summary', path('summary.json'))
    } catch (error) {
      assert.equal(error.status, 1) // some applications are faulty
    }
    const rule = ['--budget', BUDGET, '--rule', 'first-come', '--order', 'application.date', '--last', 'part-paid']
    command('allocate', path('answers.ndjson'), ...rule, '--output', 'ndjson', '-o', path('list.ndjson'), '--summary', path('shares.json'))
  })
  assert.equal(year('list', '2026'), readFileSync(path('list.ndjson'), 'utf8'))
  const [{ totals }] = await database.query("SELECT totals::text AS totals FROM runs WHERE id = '2026'")
  assert.equal(totals, JSON.stringify(JSON.parse(readFileSync(path('summary.json'), 'utf8')).totals))
  assert.equal(summary.given, JSON.parse(readFileSync(path('shares.json'), 'utf8')).given)
  assert.equal(summary.given, BUDGET)
  assert.deepEqual((await database.transaction(audit)).findings, [])
})
