import type { Language } from '../assessment/render.js'
import type { Policy } from '../policy/policy.js'
import { addToTotals, emptyTotals, type Totals } from '../portfolio/index.js'
import { type Answer, answerTo, type Desk } from './answers.js'
import { instrumentOf, ruleOf } from './instruments.js'
import { countedOf, csvResults, ndjsonResults, type ResultWriter } from './results.js'
import { type Many, type Piece, readerOf } from './rows/pieces.js'
import type { Row } from './rows/row.js'

/** What a run over many applications does with each of them: plain data, so that it can be sent to a worker. */
export interface Work {
  readonly policy: Policy
  readonly instrument: string | undefined
  /** Of a guidance fund. */
  readonly rule: string | undefined
  readonly options: Desk['options']
  readonly input: Many
  /** Of a CSV file. */
  readonly header: readonly string[]
  readonly ignored: readonly string[]
  readonly output: Many
  readonly brief: boolean
  /** Facts that the answers keep. */
  readonly kept: readonly string[]
  readonly language: Language
}

/** A piece of the input, of which the first rows are answered already. */
export interface Task {
  readonly piece: Piece
  readonly skip: number
}

/** The answers to a piece as they are written, and what they add up to. */
export interface Answered {
  readonly text: string
  readonly totals: Totals
}

/** Work made ready: documents compiled, columns found. */
export interface Bench {
  readonly writer: ResultWriter
  readonly rowsOf: (piece: Piece) => readonly Row[]
  readonly answer: (row: Row) => Answer
  readonly answered: (task: Task) => Answered
}

/** Makes work ready. Throws UsageError where the header names a column that is no fact. */
export function benchFor({ policy, instrument, rule, options, input, header, ignored, output, brief, kept, language }: Work): Bench {
  const desk: Desk = { policy, instrument: rule === undefined ? instrumentOf(policy, instrument) : ruleOf(policy, rule), options }
  const writer = output === 'csv' ? csvResults(language, kept) : ndjsonResults(brief, kept)
  const rowsOf = readerOf(input, header, [policy], ignored)
  const answer = (row: Row): Answer => answerTo(row, desk)
  return {
    writer,
    rowsOf,
    answer,
    answered({ piece, skip }) {
      let text = ''
      let totals = emptyTotals()
      for (const row of rowsOf(piece).slice(skip)) {
        const given = answer(row)
        totals = addToTotals(totals, countedOf(row, given))
        text += writer.line(row, given)
      }
      return { text, totals }
    },
  }
}
