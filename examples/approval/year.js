// A year's applications on pg-boss, in the database of DATABASE_URL: `load`, any number of `work`, then `allocate` and `list`; see the README.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import PgBoss from 'pg-boss'
import { assess, safeParseFacts } from 'subvention'
import {
  addToTotals,
  allocateCandidates,
  candidateShare,
  candidatesOf,
  emptyTotals,
  entryOf,
  mergeTotals,
  readTotals,
} from 'subvention/portfolio'
import { openDatabase } from './database.js'
import { fenOf, yuanOf } from './money.js'
import { lockedProgram, policyOf } from './programs.js'
import { Refusal, refuse } from './refusal.js'

const QUEUE = 'shards'
const BATCH = 5_000

/** The queue of shards. A worker that says nothing for this long has lost its shard to another. */
export async function openQueue(url, { expireInSeconds = 60 } = {}) {
  const boss = new PgBoss({ connectionString: url, maintenanceIntervalSeconds: 2, pollingIntervalSeconds: 1 })
  boss.on('error', (error) => console.error(`queue: ${error.message}`))
  await boss.start()
  await boss.createQueue(QUEUE, { name: QUEUE, expireInSeconds, retryLimit: 20 })
  return boss
}

const within = (query) => ({ db: { executeSql: async (text, values) => ({ rows: await query(text, values) }) } })

/** Applications, one JSON object a line with `id` and facts as the command reads them, and a job for each shard: all or nothing. */
export function load(database, boss, { run, program, year, shards }, file) {
  return database.transaction(async (query) => {
    await query('INSERT INTO runs (id, program, year, shards) VALUES ($1, $2, $3, $4)', [run, program, year, shards])
    let count = 0
    let batch = []
    const keep = async () => {
      const columns = [batch.map(({ shard }) => shard), batch.map(({ id }) => id), batch.map(({ facts }) => facts)]
      await query('INSERT INTO run_applications (run, shard, id, facts) SELECT $1, * FROM unnest($2::int[], $3::text[], $4::json[])', [
        run,
        ...columns,
      ])
      batch = []
    }
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) {
      const { id, ...facts } = JSON.parse(line)
      batch.push({ shard: count % shards, id, facts: JSON.stringify(facts) })
      count += 1
      if (batch.length === BATCH) await keep()
    }
    await keep()
    const jobs = Array.from({ length: shards }, (_, shard) => ({ name: QUEUE, data: { run, shard } }))
    await boss.insert(jobs, within(query))
    return count
  })
}

/** Takes shards until there are none left, not even with another worker. A shard's answers, its totals and its end are committed together. */
export async function work(database, boss) {
  for (;;) {
    const [job] = await boss.fetch(QUEUE)
    if (job === undefined) {
      if (await allDone(database)) return
      await wait(200)
      continue
    }
    try {
      await database.transaction(async (query) => {
        await assessShard(query, job.data)
        await boss.complete(QUEUE, job.id, null, within(query))
      })
    } catch (error) {
      if (error.code !== '23505') throw error // another worker had the shard as well and was first
    }
  }
}

async function allDone(database) {
  const [{ left }] = await database.query('SELECT (SELECT coalesce(sum(shards), 0) FROM runs) - (SELECT count(*) FROM run_shards) AS left')
  return Number(left) === 0
}

async function assessShard(query, { run, shard }) {
  const [done] = await query('SELECT 1 FROM run_shards WHERE run = $1 AND shard = $2', [run, shard])
  if (done !== undefined) return
  const [{ program }] = await query('SELECT program FROM runs WHERE id = $1', [run])
  const policy = await policyOf(query, program)
  const answers = (await query('SELECT id, facts FROM run_applications WHERE run = $1 AND shard = $2', [run, shard])).map((row) =>
    answerTo(policy, row),
  )
  const totals = answers.reduce((sum, { entry }) => addToTotals(sum, entry), emptyTotals())
  await query(
    `INSERT INTO run_answers (run, id, outcome, amount_fen, reasons)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::json[])`,
    [
      run,
      answers.map(({ entry }) => entry.id),
      answers.map(({ entry }) => entry.outcome),
      answers.map(({ entry }) => (entry.amount === undefined ? null : fenOf(entry.amount))),
      answers.map(({ reasons }) => JSON.stringify(reasons)),
    ],
  )
  await query('INSERT INTO run_shards (run, shard, totals) VALUES ($1, $2, $3)', [run, shard, JSON.stringify(totals)])
}

/** The answer to one application as totals count it, and why it is not granted. Faulty facts are an answer of their own. */
function answerTo(policy, { id, facts }) {
  const read = safeParseFacts(policy, facts)
  if (!read.success) return { entry: { id, outcome: 'bad' }, reasons: read.issues }
  const { outcome, amount, reasons, missing } = assess(policy, read.facts)
  return { entry: entryOf(id, { outcome, amount, reasons, limits: [], items: [] }), reasons: outcome === 'incomplete' ? missing : reasons }
}

/** Divides what is left of the budget, by day of application, then by id: once, in one transaction, when every shard is done. */
export function allocate(database, run) {
  return database.transaction(async (query) => {
    const [known] = await query('SELECT program, year, shards, totals FROM runs WHERE id = $1 FOR UPDATE', [run])
    if (known === undefined) refuse(404, 'unknown-run', '没有这次计算', 'there is no such run')
    if (known.totals !== null) refuse(409, 'allocated', '预算已分配', 'the budget is divided already')
    const shards = await query('SELECT totals FROM run_shards WHERE run = $1', [run])
    if (shards.length < known.shards) refuse(409, 'not-assessed', '还有分片没有算完', `${known.shards - shards.length} shards are not done`)
    const totals = shards.map((shard) => readTotals(shard.totals)).reduce(mergeTotals)

    await lockedProgram(query, known.program)
    const [budget] = await query('SELECT amount_fen, granted_fen, when_short FROM budgets WHERE program = $1 AND year = $2', [
      known.program,
      known.year,
    ])
    const claims = await query(
      `SELECT id, amount_fen, facts -> 'application' ->> 'date' AS filed FROM run_answers JOIN run_applications USING (run, id)
       WHERE run = $1 AND outcome = 'granted'`,
      [run],
    )
    const candidates = candidatesOf(
      claims.map(({ id, amount_fen, filed }) => ({ id, amount: yuanOf(amount_fen), priority: Date.parse(filed), time: 0 })),
    )
    const grants = allocateCandidates(candidates, {
      amount: yuanOf(budget.amount_fen - budget.granted_fen),
      rule: { rule: 'first-come', last: budget.when_short },
    })
    const shares = Array.from({ length: candidates.count }, (_, place) => candidateShare(candidates, grants, place))
    for (let from = 0; from < shares.length; from += BATCH) await keepShares(query, run, from, shares.slice(from, from + BATCH))
    await query('UPDATE budgets SET granted_fen = granted_fen + $3 WHERE program = $1 AND year = $2', [
      known.program,
      known.year,
      fenOf(grants.total),
    ])
    await query('UPDATE runs SET totals = $2, given_fen = $3 WHERE id = $1', [run, JSON.stringify(totals), fenOf(grants.total)])
    return { asked: grants.asked, given: grants.total, unspent: grants.unspent, claims: candidates.count }
  })
}

const keepShares = (query, run, from, shares) =>
  query(
    `INSERT INTO run_shares (run, place, id, asked_fen, given_fen, reason)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::text[])`,
    [
      run,
      shares.map((_, index) => from + index),
      shares.map(({ id }) => id),
      shares.map(({ asked }) => fenOf(asked)),
      shares.map(({ given }) => fenOf(given)),
      shares.map(({ reason }) => reason?.code ?? null),
    ],
  )

/** The payable list as `subvention allocate --output ndjson` writes it. */
export async function list(database, run) {
  const shares = await database.query('SELECT id, asked_fen, given_fen, reason FROM run_shares WHERE run = $1 ORDER BY place', [run])
  return shares.map(lineOf).join('')
}

const lineOf = ({ id, asked_fen, given_fen, reason }) =>
  `${JSON.stringify({ id, asked: yuanOf(asked_fen), given: yuanOf(given_fen), ...(reason !== null && { reason }) })}\n`

async function command([verb, run, ...more]) {
  const { DATABASE_URL: url, SHARD_SECONDS = '60' } = process.env
  if (url === undefined) throw new Error('DATABASE_URL: name a PostgreSQL server')
  const database = await openDatabase({ url })
  const withQueue = async (use) => {
    const boss = await openQueue(url, { expireInSeconds: Number(SHARD_SECONDS) })
    const answer = await use(boss)
    await boss.stop({ graceful: false, close: true })
    return answer
  }
  const verbs = {
    load: async ([program, year, shards, file]) => {
      const named = { run, program, year: Number(year), shards: Number(shards) }
      console.log(`${await withQueue((boss) => load(database, boss, named, file))} applications in ${shards} shards`)
    },
    work: () => withQueue((boss) => work(database, boss)),
    allocate: async () => console.log(JSON.stringify(await allocate(database, run))),
    list: async () => process.stdout.write(await list(database, run)),
  }
  if (verbs[verb] === undefined) throw new Error('load <run> <program> <year> <shards> <file> | work | allocate <run> | list <run>')
  await verbs[verb](more)
  await database.close()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof Refusal ? error.message : error)
    process.exit(1)
  })
}
