import type { Language } from '../assessment/render.js'
import { yuanOf } from '../portfolio/fen.js'
import type { Totals } from '../portfolio/index.js'

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
  /** The same and more, to be merged with those of other runs. */
  readonly totals: Totals
}

export function summaryOf(policy: string, totals: Totals, complete: boolean): Summary {
  const { granted = 0, refused = 0, incomplete = 0, bad = 0 } = totals.outcomes
  return { policy, rows: totals.rows, granted, refused, incomplete, bad, total: yuanOf(BigInt(totals.fen)), complete, totals }
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
