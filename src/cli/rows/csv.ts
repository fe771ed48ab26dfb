import { UsageError } from '../failure.js'
import { both } from '../language.js'
import { type Column, factsIn } from './csv-columns.js'
import { type CsvRecord, csvReader } from './csv-records.js'
import { decoded, type Encoding } from './encoding.js'
import { badRow, type Row } from './row.js'

/** Records of a CSV stream, as many as arrive together. */
export interface Records {
  readonly records: readonly CsvRecord[]
}

/** The header of a CSV stream and the records after it. UsageError where there is no header. */
export async function csvInput(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): Promise<{ readonly header: readonly string[]; readonly pieces: AsyncGenerator<Records> }> {
  const pieces = recordsOf(chunks, encoding)
  const first = await pieces.next()
  if (first.done === true)
    throw new UsageError(both('CSV文件是空的：第一行应为列名', 'the CSV file is empty: its first line names the columns'))
  const [head, ...records] = first.value.records
  if (head?.cells === undefined) throw new UsageError(both('CSV的第一行引号有误', 'the first line of the CSV file has a faulty quote'))
  return { header: head.cells, pieces: after({ records }, pieces) }
}

async function* after(first: Records, rest: AsyncGenerator<Records>): AsyncGenerator<Records> {
  yield first
  yield* rest
}

async function* recordsOf(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Records> {
  const read = csvReader()
  let isFirst = true
  for await (const text of decoded(chunks, encoding)) {
    const records = read(isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text, false)
    if (text !== '') isFirst = false
    if (records.length > 0) yield { records }
  }
  const records = read('', true)
  if (records.length > 0) yield { records }
}

/** The applications of records. Rows without any cell filled do not count. */
export function rowsInRecords({ records }: Records, columns: readonly Column[]): readonly Row[] {
  return records
    .filter((record) => record.fault !== undefined || record.cells.some((cell) => cell !== ''))
    .map((record) => rowOf(record, columns))
}

const FAULTS = {
  quote: ['引号有误：含引号的单元格应整体加引号，其中的引号写两个', 'a faulty quote: quote the whole cell and double the quotes in it'],
  'open-quote': ['引号没有结束', 'a quote is never closed'],
  'too-large': ['一行过长', 'the line is too long'],
} as const

function rowOf({ line, cells, fault }: CsvRecord, columns: readonly Column[]): Row {
  if (cells === undefined) return badRow(line, 'csv', FAULTS[fault][0], FAULTS[fault][1])
  const { id, facts } = factsIn(cells, columns)
  const named = id === undefined ? {} : { id }
  const expected = columns.length
  if (cells.length < expected || cells.some((cell, index) => cell !== '' && (columns[index]?.header ?? '') === '')) {
    return {
      ...badRow(
        line,
        'columns',
        `应有${expected}个单元格，收到${cells.length}个：金额不写千分位逗号，空单元格也要有逗号`,
        `expected ${expected} cells, received ${cells.length}: no thousands separators in amounts, a comma for empty cells too`,
      ),
      ...named,
    }
  }
  if (cells.some((cell) => cell.includes('\uFFFD'))) {
    const text = cells.find((cell) => cell.includes('\uFFFD')) as string
    return {
      ...badRow(
        line,
        'encoding',
        '有无法识别的字符：请检查编码',
        'it has characters that cannot be read: check the encoding',
        text.slice(0, 60),
      ),
      ...named,
    }
  }
  return { line, ...named, input: facts }
}
