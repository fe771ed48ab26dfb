import { badRow, LONGEST_LINE, type Row, rowOf } from './row.js'

const decoder = new TextDecoder('utf-8', { fatal: true })
const NEWLINE = 10

/** The applications of an NDJSON stream, as many at a time as arrive together; a line that cannot be read is a bad row and no more. Blank lines do not count as rows. */
export async function* ndjsonRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Row[]> {
  let begun: Uint8Array[] = []
  let length = 0
  let line = 0
  const ended = (): Row | undefined => {
    line += 1
    const bytes = begun.length === 1 ? (begun[0] as Uint8Array) : Buffer.concat(begun)
    const tooLong = length > LONGEST_LINE
    begun = []
    length = 0
    if (tooLong) return badRow(line, 'too-large', `一行超过${LONGEST_LINE}字节`, `a line of more than ${LONGEST_LINE} bytes`)
    return readLine(line, bytes)
  }
  const add = (bytes: Uint8Array): void => {
    length += bytes.length
    if (length > LONGEST_LINE) begun = []
    else begun.push(bytes)
  }
  for await (const chunk of chunks) {
    const rows: Row[] = []
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at))
      const row = ended()
      if (row !== undefined) rows.push(row)
      from = at + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
    if (rows.length > 0) yield rows
  }
  if (length > 0) {
    const row = ended()
    if (row !== undefined) yield [row]
  }
}

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
