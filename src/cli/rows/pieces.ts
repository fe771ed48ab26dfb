import type { Policy } from '../../policy/policy.js'
import { csvInput, type Records, rowsInRecords } from './csv.js'
import { columnsOf } from './csv-columns.js'
import type { Encoding } from './encoding.js'
import { type Lines, linesOf, rowsInLines } from './ndjson.js'
import type { Row } from './row.js'

/** How many applications, or many answers, are written. */
export type Many = 'ndjson' | 'csv'

/** Whole lines or records of a stream, as many as arrive together: what one worker reads at a time. */
export type Piece = Lines | Records

/** A stream cut into pieces; a CSV file has a header as well. */
export interface Input {
  readonly header: readonly string[]
  readonly pieces: AsyncGenerator<Piece>
}

/** Cuts a stream into pieces. Throws UsageError for a CSV file without a header. */
export async function inputOf(chunks: AsyncIterable<Uint8Array>, many: Many, encoding: Encoding): Promise<Input> {
  return many === 'csv' ? csvInput(chunks, encoding) : { header: [], pieces: linesOf(chunks) }
}

/** How the applications of a piece are read. Throws UsageError where the header names a column that is no fact. */
export function readerOf(
  many: Many,
  header: readonly string[],
  policies: readonly Policy[],
  ignored: readonly string[],
): (piece: Piece) => readonly Row[] {
  if (many === 'ndjson') return (piece) => rowsInLines(piece as Lines)
  const columns = columnsOf(header, policies, ignored)
  return (piece) => rowsInRecords(piece as Records, columns)
}

/** The form that the name of a file says it has. */
export const manyByName = (path: string): Many | undefined =>
  /\.csv$/i.test(path) ? 'csv' : /\.(ndjson|jsonl)$/i.test(path) ? 'ndjson' : undefined
