// Starts the service. DATABASE_URL: a PostgreSQL server; without it the embedded one, in FOLDER (data). PEOPLE: who may do what, needed on a server.
// PROGRAMS: programs to add where they are not there yet. PORT: 8080 unless given. TODAY: a day that does not pass, for tests.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { openDatabase } from './database.js'
import { readPeople } from './people.js'
import { addProgram } from './programs.js'
import { serviceOf } from './service.js'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const { DATABASE_URL: url, FOLDER: folder = here('data'), PEOPLE, PROGRAMS = here('programs.json'), PORT = '8080', TODAY } = process.env
if (url !== undefined && PEOPLE === undefined)
  throw new Error('PEOPLE: name the file of people; those of the demonstration are for the embedded database')

const personOf = await readPeople(PEOPLE ?? here('people.json'))
const database = await openDatabase(url === undefined ? { folder } : { url })
for (const program of JSON.parse(await readFile(PROGRAMS, 'utf8'))) {
  await database.transaction(async (query) => {
    const known = await query('SELECT 1 FROM programs WHERE id = $1', [program.id])
    if (known.length === 0) await addProgram(query, program)
  })
}
const server = serve(
  {
    fetch: serviceOf({ database, personOf, ...(TODAY !== undefined && { today: () => TODAY }) }).fetch,
    port: Number(PORT),
    hostname: '127.0.0.1',
  },
  ({ port }) => console.log(`listening on http://127.0.0.1:${port}, described in /openapi.json`),
)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close(() => database.close()))
