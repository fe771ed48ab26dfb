import { outcomeText } from '../../assessment/explain.js'
import type { Language } from '../../assessment/render.js'
import { type CalculationRecord, explainDifference } from '../../record/index.js'
import { both } from '../language.js'
import { recordIn } from '../records.js'

/** The difference between two records by its causes. */
export async function diffCommand(
  before: string,
  after: string,
  { language, format }: { readonly language: Language; readonly format: 'text' | 'json' },
): Promise<string> {
  const [a, b] = [await recordIn(before), await recordIn(after)]
  const difference = explainDifference(a, b)
  if (format === 'json') return `${JSON.stringify(difference, null, 2)}\n`
  const say = (zh: string, en: string): string => both(zh, en)[language]
  const answer = ({ result, lines: explained }: CalculationRecord): string => {
    const outcome = (explained[0]?.label ?? outcomeText(result))[language]
    return result.amount === undefined ? outcome : say(`${outcome}${result.amount}元`, `${outcome} ${result.amount} yuan`)
  }
  const { causes, changes, difference: amount } = difference
  const lines = [
    `${say('之前：', 'before: ')}${answer(a)}`,
    `${say('之后：', 'after: ')}${answer(b)}`,
    ...(amount === undefined ? [] : [say(`相差：${amount}元`, `difference: ${amount} yuan`)]),
    ...(causes.length > 0
      ? causes.map(({ message }) => `  ${message[language]}`)
      : changes.map(({ label, path }) => `  ${label[language]}${label[language].includes(path) ? '' : ` (${path})`}`)),
    ...(changes.length === 0 ? [say('两份记录的依据完全相同', 'both follow from the same')] : []),
  ]
  return `${lines.join('\n')}\n`
}
