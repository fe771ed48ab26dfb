// The whole suite on the embedded engine and on a PostgreSQL server: that of DATABASE_URL, or one started for the run. Both at once, shown one by one.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './postgres.js'

const all = fileURLToPath(new URL('all.js', import.meta.url))

/** Runs the suite with a database: its exit code and what it printed. */
function suite(url) {
  const child = spawn(process.execPath, ['--test-reporter=spec', all], { env: { ...process.env, DATABASE_URL: url } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      printed += text
    })
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed })))
}

const { DATABASE_URL } = process.env
const server = DATABASE_URL === undefined ? await startPostgres() : { url: DATABASE_URL, stop: () => {} }
const runs = [
  ['the embedded engine', suite('')],
  ['a PostgreSQL server', suite(server.url).finally(() => server.stop())],
]
for (const [engine, run] of runs) {
  const { code, printed } = await run
  console.log(`on ${engine}:\n${printed}`)
  if (code !== 0) process.exitCode = 1
}
