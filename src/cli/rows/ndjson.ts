import { badRow, LONGEST_LINE, type Row, rowOf } from './row.js'

/** Whole lines of an NDJSON stream, as many as arrive together. */
export interface Lines {
  /** The number of the first. */
  readonly line: number
  readonly bytes: Uint8Array
  /** One line of which only this is known. */
  readonly tooLong?: true
}

const decoder = new TextDecoder('utf-8', { fatal: true })
const NEWLINE = 10

/** Cuts a stream between lines; the bytes of each piece are its own. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Lines> {
  let begun: Uint8Array[] = []
  let length = 0
  let line = 1
  const pieceOf = (end: Uint8Array, lines: number): Lines => {
    const piece: Lines =
      length > LONGEST_LINE
        ? { line, bytes: new Uint8Array(), tooLong: true }
        : { line, bytes: joined([...begun, end], length + end.length) }
    begun = []
    length = 0
    line += lines
    return piece
  }
  for await (const chunk of chunks) {
    let rest = chunk
    const first = chunk.indexOf(NEWLINE)
    if (first >= 0 && length + first > LONGEST_LINE) {
      length += first
      yield pieceOf(new Uint8Array(), 1)
      rest = chunk.subarray(first + 1)
    }
    const last = rest.lastIndexOf(NEWLINE)
    if (last >= 0) yield pieceOf(rest.subarray(0, last + 1), linesIn(rest))
    const open = rest.subarray(last + 1)
    length += open.length
    if (length > LONGEST_LINE) begun = []
    else if (open.length > 0) begun.push(open)
  }
  if (length > 0) yield pieceOf(new Uint8Array(), 1)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1
  return lines
}

/** The applications of lines; one that cannot be read is a bad row and no more. Blank lines do not count as rows. */
export function rowsInLines({ line: first, bytes, tooLong }: Lines): readonly Row[] {
  if (tooLong === true) return [overlong(first)]
  const rows: Row[] = []
  let line = first
  for (let from = 0; from < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, from)
    const end = newline < 0 ? bytes.length : newline
    const row = end - from > LONGEST_LINE ? overlong(line) : readLine(line, bytes.subarray(from, end))
    if (row !== undefined) rows.push(row)
    from = end + 1
  }
  return rows
}

const overlong = (line: number): Row =>
  badRow(line, 'too-large', `一行超过${LONGEST_LINE}字节`, `a line of more than ${LONGEST_LINE} bytes`)

function readLine(line: number, bytes: Uint8Array): Row | undefined {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return badRow(line, 'encoding', '不是UTF-8文本', 'not UTF-8 text')
  }
  if (text.trim() === '') return undefined
  try {
    return rowOf(line, JSON.parse(text) as unknown)
  } catch (error) {
    const { message } = error as Error
    return badRow(line, 'not-json', `不是合法的JSON：${message}`, `not JSON: ${message}`, text.length > 60 ? `${text.slice(0, 57)}…` : text)
  }
}
