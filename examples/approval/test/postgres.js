import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const VERSIONS = '/usr/lib/postgresql'

/** Where Debian's PostgreSQL stands; installed where it is not there and this runs as root. */
function binaries() {
  const found = () =>
    (existsSync(VERSIONS) ? readdirSync(VERSIONS) : []).filter((version) => existsSync(join(VERSIONS, version, 'bin', 'initdb')))
  if (found().length === 0 && process.getuid() === 0) {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']])
      execFileSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const version = found()
    .sort((one, other) => Number(one) - Number(other))
    .at(-1)
  if (version === undefined)
    throw new Error('PostgreSQL is not installed: name a server in DATABASE_URL, or install the package postgresql')
  return join(VERSIONS, version, 'bin')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A server of its own in a folder of its own, on this machine only: its URL, and how to stop it. */
export async function startPostgres() {
  const bin = binaries()
  const folder = mkdtempSync(join(tmpdir(), 'approval-postgres-'))
  // PostgreSQL refuses to run as root.
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const as = process.getuid() === 0 ? { uid: id('-u'), gid: id('-g') } : {}
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const quiet = { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], quiet)
  const port = await freePort()
  // Only the service is killed by the tests, never this server: it need not wait for the disk.
  const settings = [
    'fsync=off',
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
    'log_min_messages=panic',
    'max_connections=60',
  ]
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), args, quiet)
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await answers(url)
  return {
    url,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url) {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (tries === 150) throw error
      await wait(200)
    }
  }
}

/** A new empty database of a server. */
export async function createDatabase(url, name) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}
