import type { Language } from '../assessment/render.js'
import { type Entry, entryOf } from '../portfolio/index.js'
import type { Answer } from './answers.js'
import { BYTE_ORDER_MARK, csvLine, textCell } from './csv-text.js'
import { issueText } from './language.js'
import type { Row } from './rows/row.js'

/** How the answers of a run are written, one line each. */
export interface ResultWriter {
  readonly head: string
  readonly line: (row: Row, answer: Answer) => string
}

/** What the totals of a run count of an answer. */
export function countedOf({ id = '' }: Row, { assessment }: Answer): Entry {
  if (assessment === undefined) return { id, outcome: 'bad' }
  const { outcome, amount, reasons } = assessment
  return entryOf(id, { outcome, ...(amount !== undefined && { amount }), reasons, limits: [], items: [] })
}

/** What an application states at a path, where that is one value; yes and no as text. */
export function statedAt({ input }: Row, path: string): string | number | undefined {
  const value = path.split(/[.[\]]+/).reduce<unknown>((inside, step) => valueAt(inside, step), input)
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

const valueAt = (holder: unknown, step: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step)
    ? (holder as { readonly [step: string]: unknown })[step]
    : undefined

/** The facts of an application that its answer keeps. */
function keysOf(row: Row, kept: readonly string[]): { readonly [path: string]: string | number } {
  return Object.fromEntries(
    kept.flatMap((path) => {
      const value = statedAt(row, path)
      return value === undefined ? [] : [[path, value]]
    }),
  )
}

const idOf = ({ id }: Row): { readonly id?: string } => (id === undefined ? {} : { id })

/** What `--brief` keeps of an assessment. */
function brief({ assessment }: Answer & { readonly error?: never }): object {
  const { outcome, amount, meaning, policy, reasons, missing } = assessment
  return {
    outcome,
    ...(amount === undefined ? {} : { amount }),
    meaning,
    policy: { id: policy.id },
    ...(reasons.length === 0
      ? {}
      : { reasons: reasons.map(({ code, clauses }) => ({ code, ...(clauses === undefined ? {} : { clauses }) })) }),
    ...(missing.length === 0 ? {} : { missing: missing.map(({ path }) => path) }),
  }
}

/** One JSON object a line: the line read, the application's number, the facts kept, and the assessment with its explanation, or the error. */
export function ndjsonResults(isBrief: boolean, kept: readonly string[]): ResultWriter {
  return {
    head: '',
    line: (row, answer) => {
      const stated = { line: row.line, ...idOf(row), ...(kept.length > 0 && { keys: keysOf(row, kept) }) }
      if (answer.error !== undefined) return `${JSON.stringify({ ...stated, error: answer.error })}\n`
      const result = isBrief ? brief(answer) : { ...answer.assessment, lines: answer.lines() }
      return `${JSON.stringify({ ...stated, ...result })}\n`
    },
  }
}

const COLUMNS = ['line', 'id', 'outcome', 'amount', 'meaning', 'policy', 'reasons', 'missing', 'error', 'message']

/** A CSV file for a spreadsheet: UTF-8 with a byte order mark, CRLF, texts made safe, amounts plain. */
export function csvResults(language: Language, kept: readonly string[]): ResultWriter {
  const semicolon = language === 'zh' ? '；' : '; '
  return {
    head: BYTE_ORDER_MARK + csvLine([...COLUMNS, ...kept]),
    line: (row, answer) => {
      const { line, id = '' } = row
      const number = textCell(id)
      const keys = keysOf(row, kept)
      const stated = kept.map((path) => (typeof keys[path] === 'string' ? textCell(keys[path]) : String(keys[path] ?? '')))
      if (answer.error !== undefined) {
        const { code, issues } = answer.error
        const faults = issues.map((issue) => (issue.path === '' ? issue.code : `${issue.code} ${issue.path}`)).join('; ')
        const message = issues.map((issue) => issueText(issue, language)).join(semicolon)
        return csvLine([
          String(line),
          number,
          'bad',
          '',
          '',
          '',
          '',
          '',
          textCell(code === faults ? code : `${code}: ${faults}`),
          textCell(message),
          ...stated,
        ])
      }
      const { outcome, amount = '', meaning, policy, reasons, missing } = answer.assessment
      const why = reasons.map(({ code, clauses }) => (clauses === undefined ? code : `${code}: ${clauses.join(', ')}`)).join('; ')
      const message = answer
        .lines()
        .filter(({ kind }) => kind === 'result' || kind === 'reason' || kind === 'missing')
        .map(({ label, value }) => label[language] + (value === undefined ? '' : `${language === 'zh' ? '：' : ': '}${value[language]}`))
        .join(semicolon)
      const paths = missing.map(({ path }) => path).join('; ')
      const cells = [String(line), number, outcome, amount, meaning, policy.id, textCell(why), textCell(paths), '', textCell(message)]
      return csvLine([...cells, ...stated])
    },
  }
}
