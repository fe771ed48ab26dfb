// The whole suite on the embedded engine, then on a PostgreSQL server: that of DATABASE_URL, or one started for the run.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './postgres.js'

const all = fileURLToPath(new URL('all.js', import.meta.url))

const suite = (engine, env) =>
  new Promise((resolve) => {
    console.log(`on ${engine}`)
    spawn(process.execPath, ['--test-reporter=spec', all], { stdio: 'inherit', env: { ...process.env, DATABASE_URL: '', ...env } }).once(
      'close',
      resolve,
    )
  })

const embedded = await suite('the embedded engine', {})
const { DATABASE_URL } = process.env
const server = DATABASE_URL === undefined ? await startPostgres() : { url: DATABASE_URL, stop: () => {} }
const served = await suite('a PostgreSQL server', { DATABASE_URL: server.url }).finally(() => server.stop())
process.exitCode = embedded === 0 && served === 0 ? 0 : 1
