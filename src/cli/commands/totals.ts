import type { Language } from '../../assessment/render.js'
import { mergeTotals, PortfolioError, readTotals, type Totals } from '../../portfolio/index.js'
import { UsageError } from '../failure.js'
import { jsonOf } from '../files.js'
import { both } from '../language.js'
import { type Summary, summaryOf, summaryText } from '../summary.js'

/** The summaries of several runs under one document as one, to the byte that of a single run over all rows. */
export async function totalsCommand(
  paths: readonly string[],
  language: Language,
): Promise<{ readonly json: string; readonly text: string }> {
  const summaries = await Promise.all(paths.map(summaryIn))
  const [first, ...more] = summaries as [Summary, ...Summary[]]
  const other = more.find(({ policy }) => policy !== first.policy)
  if (other !== undefined) {
    const named = `${first.policy}, ${other.policy}`
    throw new UsageError(both(`各汇总的文件不同：${named}`, `the summaries are of different documents: ${named}`))
  }
  const totals = more.reduce((sum, summary) => mergeTotals(sum, summary.totals), first.totals)
  const summary = summaryOf(
    first.policy,
    totals,
    summaries.every(({ complete }) => complete),
  )
  return { json: `${JSON.stringify(summary, null, 2)}\n`, text: summaryText(summary, language) }
}

async function summaryIn(path: string): Promise<{ readonly policy: string; readonly complete: boolean; readonly totals: Totals }> {
  const given = (await jsonOf(path)) as Partial<Summary> | null
  if (typeof given?.policy !== 'string' || typeof given.complete !== 'boolean')
    throw new UsageError(
      both(`${path} 不是 subvention assess --summary 写的汇总`, `${path} is not a summary of subvention assess --summary`),
    )
  try {
    return { policy: given.policy, complete: given.complete, totals: readTotals(given.totals) }
  } catch (error) {
    if (!(error instanceof PortfolioError)) throw error
    throw new UsageError(both(`${path} 的合计有误`, `the totals of ${path} are faulty`), error.issues)
  }
}
