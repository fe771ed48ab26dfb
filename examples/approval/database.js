import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/** bigint columns become BigInt, days stay text: on both engines alike. */
const PARSERS = { 20: BigInt, 1082: (text) => text }

/**
 * A PostgreSQL server at a URL, or the embedded one in a folder (in memory without one).
 *
 * `query(text, values)` gives rows; `transaction(work)` runs work with a query of its own and undoes everything when it throws.
 */
export async function openDatabase({ url, folder } = {}) {
  const database = url === undefined ? await embedded(folder) : server(url)
  const schema = await readFile(new URL('schema.sql', import.meta.url), 'utf8')
  await database.transaction(async (query, script) => {
    await query('SELECT pg_advisory_xact_lock(1)') // two servers may start at once
    const [{ found }] = await query("SELECT to_regclass('events') IS NOT NULL AS found")
    if (!found) await script(schema)
  })
  return database
}

async function embedded(folder) {
  const engine = await PGlite.create(folder, { parsers: PARSERS })
  const queryOf = (place) => async (text, values) => (await place.query(text, values)).rows
  return {
    query: queryOf(engine),
    transaction: (work) => engine.transaction((place) => work(queryOf(place), (text) => place.exec(text))),
    close: () => engine.close(),
  }
}

function server(url) {
  const types = { getTypeParser: (id, format) => PARSERS[id] ?? pg.types.getTypeParser(id, format) }
  const pool = new pg.Pool({ connectionString: url, types })
  pool.on('error', (error) => console.error(`a waiting connection was lost: ${error.message}`))
  const queryOf = (place) => async (text, values) => (await place.query(text, values)).rows
  return {
    query: queryOf(pool),
    async transaction(work) {
      const client = await pool.connect()
      let lost
      try {
        await client.query('BEGIN')
        const answer = await work(queryOf(client), (text) => client.query(text))
        await client.query('COMMIT')
        return answer
      } catch (error) {
        await client.query('ROLLBACK').catch((broken) => {
          lost = broken
        })
        throw error
      } finally {
        client.release(lost)
      }
    },
    close: () => pool.end(),
  }
}
