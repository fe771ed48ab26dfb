import { closeSync, openSync, readSync } from 'node:fs'
import { isAmount } from '../portfolio/fen.js'
import { type AssessedAmount, addToTotals, type Entry, emptyTotals, entryOf, type Totals } from '../portfolio/index.js'
import { textCell, textIn } from './csv-text.js'
import { UsageError } from './failure.js'
import { both } from './language.js'
import { csvReader } from './rows/csv-records.js'
import type { Many, Piece } from './rows/pieces.js'
import type { Row } from './rows/row.js'
import type { Bench, Task } from './work.js'

/** The answers a file holds already, and the rows that are still to be answered. */
export interface Resumed {
  /** Where the next answer is written; what stands behind is the beginning of one that was cut off. */
  readonly offset: number
  readonly totals: Totals
  readonly tasks: AsyncIterator<Task>
}

/** Every so many answers one is worked out again and must be the same to the byte; so are the first and the last. */
const CHECKED_AGAIN = 64

/**
 * Goes through the answers of a run that was cut short, side by side with the input.
 *
 * Every answer must be whole and belong to the row in its place, by line, number and document, and samples must be the same when worked out again.
 * UsageError where one is not: the file is of another run, and nothing of it is changed.
 */
export async function resumed(path: string, output: Many, policy: string, bench: Bench, pieces: AsyncIterator<Piece>): Promise<Resumed> {
  const { writer, rowsOf, answer } = bench
  const file = answersIn(path, output)
  try {
    let totals = emptyTotals()
    if (output === 'csv') {
      const head = file.next()
      if (head === undefined) return { offset: 0, totals, tasks: from(undefined, 0, pieces) }
      if (head !== writer.head) throw foreign(path, 1)
    }
    let text = file.next()
    for (let count = 0; text !== undefined; ) {
      const coming = await pieces.next()
      if (coming.done === true) throw foreign(path, count + 1)
      let used = 0
      for (const row of rowsOf(coming.value)) {
        if (text === undefined) break
        const entry = entryIn(text, row, output, policy)
        const following = file.next()
        const isSample = count % CHECKED_AGAIN === 0 || following === undefined
        if (entry === undefined || (isSample && writer.line(row, answer(row)) !== text)) throw foreign(path, count + 1)
        totals = addToTotals(totals, entry)
        text = following
        used += 1
        count += 1
      }
      if (text === undefined) return { offset: file.end, totals, tasks: from(coming.value, used, pieces) }
    }
    return { offset: file.end, totals, tasks: from(undefined, 0, pieces) }
  } finally {
    file.close()
  }
}

const foreign = (path: string, place: number): UsageError =>
  new UsageError(
    both(
      `${path} 的第${place}条结果不是这次计算的结果：文件、选项或申请不同。未作改动；请另写文件`,
      `result ${place} of ${path} is not one of this run: another document, other options or other applications. Nothing was changed; write to another file`,
    ),
  )

async function* from(piece: Piece | undefined, skip: number, pieces: AsyncIterator<Piece>): AsyncGenerator<Task> {
  if (piece !== undefined) yield { piece, skip }
  yield* tasksOf(pieces)
}

/** Pieces to be answered whole. */
export async function* tasksOf(pieces: AsyncIterator<Piece>): AsyncGenerator<Task> {
  for (let coming = await pieces.next(); coming.done !== true; coming = await pieces.next()) yield { piece: coming.value, skip: 0 }
}

interface AnswerFile {
  /** The next whole line with its end, or record of a CSV file. */
  readonly next: () => string | undefined
  readonly close: () => void
  /** Where the last one read ends. */
  readonly end: number
}

const CHUNK = 1024 * 1024
const NEWLINE = 10
const QUOTE = 34

function answersIn(path: string, output: Many): AnswerFile {
  const descriptor = openSync(path, 'r')
  const chunk = Buffer.alloc(CHUNK)
  let bytes = Buffer.alloc(0)
  let start = 0
  let looked = 0
  let quoted = false
  let end = 0
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return {
    next() {
      for (;;) {
        for (; looked < bytes.length; looked += 1) {
          const byte = bytes[looked]
          if (byte === QUOTE && output === 'csv') quoted = !quoted
          if (byte !== NEWLINE || quoted) continue
          looked += 1
          const text = decoder.decode(bytes.subarray(start, looked))
          end += looked - start
          start = looked
          return text
        }
        const read = readSync(descriptor, chunk)
        if (read === 0) return undefined
        bytes = Buffer.concat([bytes.subarray(start), chunk.subarray(0, read)])
        looked -= start
        start = 0
      }
    },
    close: () => closeSync(descriptor),
    get end() {
      return end
    },
  }
}

const OUTCOMES: ReadonlySet<unknown> = new Set(['granted', 'refused', 'incomplete'])

/** What a written answer counts as, where it is one to this row under this document. */
function entryIn(text: string, row: Row, output: Many, policy: string): Entry | undefined {
  const written = output === 'csv' ? inCsv(text) : inNdjson(text)
  const id = output === 'csv' ? textCell(row.id ?? '') : row.id
  if (written?.line !== row.line || written.id !== id) return undefined
  const { outcome, amount, reasons } = written
  if (outcome === 'bad') return { id: row.id ?? '', outcome }
  if (written.policy !== policy || row.error !== undefined || !OUTCOMES.has(outcome) || (amount !== undefined && !isAmount(amount)))
    return undefined
  return entryOf(row.id ?? '', {
    outcome: outcome as AssessedAmount['outcome'],
    ...(amount !== undefined && { amount }),
    reasons: reasons as AssessedAmount['reasons'],
    limits: [],
    items: [],
  })
}

interface Written {
  readonly line: unknown
  readonly id?: unknown
  readonly outcome: unknown
  readonly amount?: string
  readonly policy?: string
  readonly reasons: readonly { readonly code: string; readonly clauses?: readonly string[] }[]
}

type WrittenJson = Omit<Written, 'policy' | 'reasons'> &
  Partial<Pick<Written, 'reasons'>> & { readonly policy: { readonly id: string }; readonly error?: object }

function inNdjson(text: string): Written | undefined {
  try {
    const value = JSON.parse(text) as WrittenJson
    return value.error === undefined
      ? { ...value, policy: value.policy.id, reasons: value.reasons ?? [] }
      : { ...value, outcome: 'bad', reasons: [], policy: '' }
  } catch {
    return undefined
  }
}

function inCsv(text: string): Written {
  const [line, id, outcome, amount = '', , policy = '', why = ''] = csvReader()(text, true)[0]?.cells ?? []
  const reasons = textIn(why)
    .split('; ')
    .filter((reason) => reason !== '')
    .map((reason) => {
      const [code = '', clauses] = reason.split(': ')
      return { code, ...(clauses !== undefined && { clauses: clauses.split(', ') }) }
    })
  return { line: Number(line), id, outcome, ...(amount !== '' && { amount }), policy, reasons }
}
