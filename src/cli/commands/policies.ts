import type { Language } from '../../assessment/render.js'
import { policies } from '../../catalogue/index.js'
import { inLanguage } from '../language.js'
import { tableText } from '../table.js'

/** The documents that ship: a table, or a JSON array. */
export function policiesCommand(language: Language, json: boolean): string {
  if (json) {
    const entries = policies.map(({ id, instruments, title, number = null, effective, evidence, status }) => ({
      id,
      instruments,
      title,
      number,
      effective,
      evidence,
      status,
    }))
    return `${JSON.stringify(entries, null, 2)}\n`
  }
  const zh = language === 'zh'
  const head = zh
    ? ['编号', '名称', '文号', '适用期间', '依据', '状态', '须给参数']
    : ['id', 'title', 'number', 'in force', 'evidence', 'status', 'parameters needed']
  const evidences = { official: zh ? '官方文本' : 'official', secondary: zh ? '非官方转述' : 'secondary' }
  const statuses = { 'built-in': zh ? '内置' : 'built-in', template: zh ? '模板' : 'template' }
  const rows = policies.map(({ id, title, number = '', effective, evidence, status, parameters }) => {
    const { from = '', until = '' } = effective
    const force = from === '' && until === '' ? '' : `${from}…${until}`
    return [id, inLanguage(title, language), number, force, evidences[evidence], statuses[status], parameters.join(', ')]
  })
  return tableText([head, ...rows])
}
