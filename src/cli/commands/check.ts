import type { Language } from '../../assessment/render.js'
import { safeParsePolicy } from '../../index.js'
import { textOf } from '../files.js'
import { inLanguage, issueText } from '../language.js'

/** Every fault of a policy file with its path. The exit code: 0 without fault, 2 with any. */
export async function checkCommand(
  path: string,
  language: Language,
  format: 'text' | 'json',
): Promise<{ readonly text: string; readonly code: number }> {
  const result = safeParsePolicy(await textOf(path))
  const code = result.success ? 0 : 2
  if (format === 'json') {
    const answer = result.success ? { valid: true, id: result.policy.id, issues: [] } : { valid: false, issues: result.issues }
    return { text: `${JSON.stringify(answer, null, 2)}\n`, code }
  }
  if (result.success) {
    const { id, title } = result.policy
    return { text: `${language === 'zh' ? '无误' : 'no fault'}: ${id} ${inLanguage(title, language)}\n`, code }
  }
  const { issues } = result
  const head = language === 'zh' ? `${path} 有误，共${issues.length}处：` : `${path} is faulty, ${issues.length} in all:`
  return { text: `${[head, ...issues.map((issue) => `  ${issueText(issue, language)} (${issue.code})`)].join('\n')}\n`, code }
}
