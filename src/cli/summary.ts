import type { Language } from '../assessment/render.js'
import type { Answer } from './answers.js'

/** What a run over many applications came to. The total is exact, in yuan with two places. */
export interface Summary {
  readonly policy: string
  readonly rows: number
  readonly granted: number
  readonly refused: number
  readonly incomplete: number
  readonly bad: number
  readonly total: string
  /** `false` where the reader of the results went away before the end. */
  readonly complete: boolean
}

/** Counts answers as they come. */
export interface Tally {
  readonly add: (answer: Answer) => void
  readonly summary: (complete: boolean) => Summary
}

export function tallyOf(policy: string): Tally {
  const counts = { granted: 0, refused: 0, incomplete: 0, bad: 0 }
  let fen = 0n
  return {
    add({ assessment }) {
      counts[assessment?.outcome ?? 'bad'] += 1
      if (assessment?.outcome === 'granted') fen += BigInt((assessment.amount ?? '0.00').replace('.', ''))
    },
    summary(complete) {
      const { granted, refused, incomplete, bad } = counts
      const digits = fen.toString().padStart(3, '0')
      const total = `${digits.slice(0, -2)}.${digits.slice(-2)}`
      return { policy, rows: granted + refused + incomplete + bad, granted, refused, incomplete, bad, total, complete }
    },
  }
}

/** The closing line of a run. */
export function summaryText({ rows, granted, refused, incomplete, bad, total, complete }: Summary, language: Language): string {
  if (language === 'zh') {
    const end = complete ? '' : '（读取方已关闭，未全部处理）'
    return `共${rows}行：给予${granted}，不予${refused}，材料不全${incomplete}，有误${bad}；合计${total}元${end}\n`
  }
  const end = complete ? '' : ' (the reader went away before the end)'
  return `${rows} rows: ${granted} granted, ${refused} refused, ${incomplete} incomplete, ${bad} bad; total ${total} yuan${end}\n`
}
