import type { Issue } from '../assessment/errors.js'
import type { Language } from '../assessment/render.js'
import { issueText } from './language.js'

/** What is wrong with the facts of one application, every issue on a line. */
export function factsFaultsText(issues: readonly Issue[], language: Language): string {
  const head = language === 'zh' ? `事实有误，共${issues.length}处：` : `the facts are faulty, ${issues.length} in all:`
  return `${[head, ...issues.map((issue) => `  ${issueText(issue, language)}`)].join('\n')}\n`
}
