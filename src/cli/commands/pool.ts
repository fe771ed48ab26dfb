import type { Issue } from '../../assessment/errors.js'
import type { Language } from '../../assessment/render.js'
import { statement } from '../../risk-compensation/index.js'
import { replay } from '../../risk-compensation/pool.js'
import { policyOf, policyWith } from '../documents.js'
import { UsageError } from '../failure.js'
import { bytesOf, unreadable } from '../files.js'
import { both, issueText } from '../language.js'
import { poolText } from '../pool-text.js'
import { linesOf, rowsInLines } from '../rows/ndjson.js'
import type { Row } from '../rows/row.js'

export interface PoolCommandOptions {
  readonly language: Language
  readonly format: 'text' | 'json'
  readonly with?: string
}

/** An event that was not booked: its line, and why. */
interface LineFault {
  readonly line: number
  readonly id?: string
  readonly issues: readonly Issue[]
}

/** Replays a pool from its events. The exit code: 0 all booked, 1 some events are faulty: those are left out and listed. */
export async function poolCommand(
  document: string,
  events: string,
  { language, format, ...options }: PoolCommandOptions,
): Promise<{ readonly text: string; readonly faults: string; readonly code: number }> {
  if (document === '-' && events === '-')
    throw new UsageError(both('文件和事件不能都从标准输入读取', 'the document and the events cannot both come from standard input'))
  const policy = await policyWith(await policyOf(document), options.with)
  const rows = await rowsIn(events)
  const read = rows.filter((row) => row.error === undefined)
  const {
    pool,
    postings,
    answers,
    faults: refused,
  } = replay(
    policy,
    read.map(({ id, input }) => (id === undefined ? input : { ...(input as object), id })),
  )
  const faults = [
    ...rows.flatMap(({ line, error }): LineFault[] => (error === undefined ? [] : [{ line, issues: error.issues }])),
    ...refused.map(({ index, issues }): LineFault => {
      const { line, id } = read[index] as Row
      return { line, ...(id === undefined ? {} : { id }), issues }
    }),
  ].sort((a, b) => a.line - b.line)
  const stands = statement(pool)
  const text =
    format === 'json'
      ? `${JSON.stringify({ policy: policy.id, statement: stands, postings, answers, faults }, null, 2)}\n`
      : poolText(policy, { statement: stands, postings, answers }, language)
  return { text, faults: format === 'json' ? '' : faultsText(faults, language), code: faults.length === 0 ? 0 : 1 }
}

async function rowsIn(path: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  try {
    for await (const lines of linesOf(bytesOf(path))) rows.push(...rowsInLines(lines))
  } catch (error) {
    throw unreadable(path, error)
  }
  return rows
}

function faultsText(faults: readonly LineFault[], language: Language): string {
  if (faults.length === 0) return ''
  const zh = language === 'zh'
  const head = zh ? `事件有误，未入账，共${faults.length}行：` : `events that are faulty and were not booked, ${faults.length} in all:`
  const lines = faults.flatMap(({ line, id, issues }) => {
    const name = id === undefined ? '' : zh ? `（${id}）` : ` (${id})`
    return [zh ? `  第${line}行${name}` : `  line ${line}${name}`, ...issues.map((issue) => `    ${issueText(issue, language)}`)]
  })
  return `${[head, ...lines].join('\n')}\n`
}
