import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../database.js'
import { ROLES } from '../people.js'
import { addProgram } from '../programs.js'
import { serviceOf } from '../service.js'
import { createDatabase } from './postgres.js'

const { DATABASE_URL = '' } = process.env
const folder = mkdtempSync(join(tmpdir(), 'approval-tests-'))
let made = 0

/** A new database: what `openDatabase` and the environment of a started service need for it. */
export async function newPlace() {
  made += 1
  if (DATABASE_URL !== '') {
    const url = await createDatabase(DATABASE_URL, `approval_${process.pid}_${made}`)
    return { url, env: { DATABASE_URL: url } }
  }
  const place = join(folder, `data-${made}`)
  cpSync(await template(), place, { recursive: true })
  return { folder: place, env: { FOLDER: place, DATABASE_URL: undefined } }
}

let prepared
/** An embedded database as it is at first, made once: making one takes seconds. */
async function template() {
  prepared ??= openDatabase({ folder: join(folder, 'template') }).then((database) => database.close())
  await prepared
  return join(folder, 'template')
}

/** One person for each role, and one who may do everything; the token is the name. */
const people = [...ROLES.map((role) => ({ name: role, roles: [role] })), { name: 'everyone', roles: ROLES }]
const file = join(folder, 'people.json')
writeFileSync(file, JSON.stringify(people.map((one) => ({ ...one, sha256: createHash('sha256').update(one.name).digest('hex') }))))
const none = join(folder, 'programs.json')
writeFileSync(none, '[]')

const place = await newPlace()
export const database = await openDatabase(place)
let day = '2026-11-27'
const app = serviceOf({ database, personOf: (token) => people.find(({ name }) => name === token), today: () => day })

/** What the service in this process is told of the day. */
export const setDay = (text) => {
  day = text
}

export async function closeDesk() {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

const headersOf = (person, key, more) => ({
  authorization: `Bearer ${person}`,
  'content-type': 'application/json',
  'idempotency-key': key,
  ...more,
})
const readAnswer = async (response) => {
  const json = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, body: await (json ? response.json() : response.text()) }
}

/** Asks the service in this process. */
export async function ask(person, method, path, body, { key = randomUUID(), headers, raw } = {}) {
  const request = { method, headers: headersOf(person, key, headers), ...(method === 'POST' && { body: raw ?? JSON.stringify(body) }) }
  return readAnswer(await app.request(path, request))
}

export const post = (person, path, body, options) => ask(person, 'POST', path, body, options)
export const get = (person, path) => ask(person, 'GET', path)

/** Asks a service over the network; undefined where it does not answer. */
export async function askAt(base, person, path, body, key = randomUUID()) {
  try {
    const request =
      body === undefined
        ? { headers: headersOf(person, key) }
        : { method: 'POST', headers: headersOf(person, key), body: JSON.stringify(body) }
    return await readAnswer(await fetch(base + path, request))
  } catch {
    return undefined
  }
}

/** The service as a process of its own, when it listens. */
export async function startService({ env }, more = {}, quiet = false) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../server.js', import.meta.url))], {
    env: { ...process.env, ...env, PEOPLE: file, PROGRAMS: none, PORT: '0', TODAY: day, ...more },
    stdio: ['ignore', 'pipe', quiet ? 'ignore' : 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const base = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      const [address] = /http:\S+\d/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)))
  })
  const stop = (signal) => {
    child.kill(signal)
    return ended
  }
  return { base, stop, kill: () => stop('SIGKILL') }
}

/** A document for tests: interest paid at a share, under the limits and clauses given. */
export const documentWith = ({ limits = [], eligibility = [], share = '100%' }) => ({
  id: 'example-approval',
  title: { zh: '示例：贴息', en: 'Example: interest subsidy' },
  evidence: 'official',
  effective: {},
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility,
      terms: { formula: { article: '第一条', value: { share, of: { fact: 'loan.interestPaid' } } } },
      limits: limits.map((limit, index) => ({ id: `limit-${index + 1}`, article: '第二条', ...limit })),
      rounding: { article: '第三条', value: { to: 'fen', mode: 'half-up' } },
    },
  ],
})

let programs = 0
/** A program of its own for a test. */
export async function newProgram(document, { amount = '10000000.00', whenShort = 'part-paid', years = [2026], at = database } = {}) {
  programs += 1
  const id = `program-${programs}`
  const budgets = years.map((year) => ({ year, amount, whenShort }))
  await at.transaction((query) => addProgram(query, { id, policy: document, budgets }))
  return id
}

/** Firms have codes without a check digit worked out: a wrong one is a warning only. */
export const firmOf = (number) => ({ code: `91420100${String(number).padStart(10, '0')}`, name: `企业${number}` })
export const interest = (...amounts) => ({ loans: amounts.map((interestPaid, index) => ({ id: `${index + 1}`, interestPaid })) })

/** Takes an application to a state, by the persons of the roles. */
export async function bring(state, { program, firm, facts }, asked = post) {
  let { body } = await asked('submit', '/applications', { program, firm, facts })
  const steps = [
    ['assessed', 'handle', 'assess', {}],
    ['reviewed', 'review', 'review', {}],
    ['approved', 'approve', 'approve', () => ({ amount: body.payable })],
    ['paid', 'pay', 'pay', { reference: 'P-1' }],
  ]
  for (const [after, person, action, more] of steps) {
    if (body.state === state) return body
    const { version, id } = body
    const answer = await asked(person, `/applications/${id}/${action}`, { version, ...(typeof more === 'function' ? more() : more) })
    if (answer?.body.state !== after) throw new Error(`${action}: ${JSON.stringify(answer)}`)
    body = answer.body
  }
  return body
}
