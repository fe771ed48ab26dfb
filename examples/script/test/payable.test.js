import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const cwd = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'payable-'))
after(() => rmSync(folder, { recursive: true }))
const env = { ...process.env, PATH: [join(cwd, 'node_modules', '.bin'), process.env.PATH].join(delimiter) }
const run = (command, ...args) => promisify(execFile)(command, args, { cwd, env })

const files = ['payable.csv', 'total.txt', 'send-back.csv']
const gb18030 = readFileSync(join(cwd, 'applications.csv'))
const tables = [
  { name: 'GB18030', bytes: gb18030 },
  { name: 'GB18030 with a byte order mark', bytes: Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), gb18030]) },
  { name: 'UTF-8 with a byte order mark', bytes: readFileSync(join(cwd, 'applications.utf-8.csv')) },
]

describe('script and pipeline write the same bytes', { concurrency: 2 }, () => {
  for (const [index, { name, bytes }] of tables.entries()) {
    test(name, async () => {
      const place = join(folder, String(index))
      const table = `${place}.csv`
      writeFileSync(table, bytes)
      await run(process.execPath, 'payable.js', table, 'budget.json', join(place, 'script'))
      await run('bash', 'payable.sh', table, 'budget.json', join(place, 'pipeline'))
      for (const file of files) {
        await run('cmp', join(place, 'script', file), join(place, 'pipeline', file))
        await run('cmp', join(place, 'script', file), join('expected', file))
      }
    })
  }
})

describe('a budget that is faulty ends with its reason', { concurrency: 2 }, () => {
  const budget = join(folder, 'faulty.json')
  writeFileSync(budget, '{ "amount": "80万", "rule": { "rule": "pro-rata", "unit": "fen", "remainder": "unspent" } }')
  const programs = [
    [process.execPath, 'payable.js'],
    ['bash', 'payable.sh'],
  ]
  for (const [command, program] of programs) {
    test(program, () => assert.rejects(run(command, program, 'applications.csv', budget, join(folder, program)), { stderr: /80万/ }))
  }
})

test('what is expected is what whole fen give: 40% of the interest, at most 500,000 yuan, then in proportion to 800,000', () => {
  const interest = { 'LK-001': 30000000n, 'LK-002': 142857143n, 'LK-006': 28654025n, 'LK-008': 333333n, 'LK-010': 65500000n }
  const most = 50000000n
  const claims = Object.entries(interest)
    .map(([id, fen]) => ({ id, asked: (fen * 40n + 50n) / 100n }))
    .map((claim) => (claim.asked > most ? { ...claim, asked: most } : claim))
  const whole = claims.reduce((sum, { asked }) => sum + asked, 0n)
  const shares = claims.map(({ id, asked }) => ({ id, asked, given: (80000000n * asked) / whole, left: (80000000n * asked) % whole }))
  const short = 80000000n - shares.reduce((sum, { given }) => sum + given, 0n)
  const first = [...shares].sort((a, b) => (a.left < b.left ? 1 : -1)).slice(0, Number(short))
  const rows = shares.map((share) => [share.id, yuan(share.asked), yuan(share.given + (first.includes(share) ? 1n : 0n))])
  const written = readFileSync(join(cwd, 'expected', 'payable.csv'), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
  assert.deepEqual(
    written.map((line) => line.split(',').slice(0, 3)),
    rows,
  )
})

const yuan = (fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
