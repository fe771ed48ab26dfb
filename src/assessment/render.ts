import type { MaybeSource, Text } from '../policy/source.js'
import type { ExplanationLine } from './explain.js'

export type Language = 'zh' | 'en'

const MARKS: { readonly [status in NonNullable<ExplanationLine['status']>]: string } = {
  met: '✓',
  'not-met': '✗',
  unknown: '?',
  binding: '▼',
  'not-binding': '·',
  raised: '!',
  'not-raised': '·',
}

const inLanguage = (text: Text, language: Language): string => (typeof text === 'string' ? text : text[language])

/** Where a line comes from, in words: the article, the place in the source, or our reading. */
export function sourceText({ article, place, reading, evidence }: MaybeSource, language: Language): string {
  const secondary = evidence === 'secondary' ? (language === 'zh' ? '，非官方文本转述' : ', from a secondary source') : ''
  if (article !== undefined) return inLanguage(article, language) + secondary
  if (place !== undefined) return inLanguage(place, language) + secondary
  if (reading === undefined) return ''
  return (language === 'zh' ? '本库理解：' : 'our reading: ') + inLanguage(reading, language) + secondary
}

interface Shown {
  readonly mark: string
  readonly label: string
  readonly value: string
  readonly source: string
}

function shown(line: ExplanationLine, language: Language): Shown {
  return {
    mark: line.status === undefined ? '' : MARKS[line.status],
    label: line.label[language],
    value: line.value?.[language] ?? '',
    source: line.source === undefined ? '' : sourceText(line.source, language),
  }
}

/** The language asked for; RangeError where it is none. */
function languageOf({ language }: { readonly language: Language }): Language {
  if (language === 'zh' || language === 'en') return language
  throw new RangeError(`language: expected "zh" or "en", received ${JSON.stringify(language)}`)
}

/** Plain text, one line each, indented by level; RangeError for another language. */
export function toText(lines: readonly ExplanationLine[], options: { readonly language: Language }): string {
  const language = languageOf(options)
  const colon = language === 'zh' ? '：' : ': '
  return lines
    .map((line) => {
      const { mark, label, value, source } = shown(line, language)
      const about = label === '' ? value : value === '' ? label : `${label}${colon}${value}`
      const from = source === '' ? '' : language === 'zh' ? `（${source}）` : ` [${source}]`
      return `${'  '.repeat(line.level)}${mark === '' ? '' : `${mark} `}${about}${from}`
    })
    .join('\n')
}

/** A text in Markdown on one line, with nothing in it read as markup. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ')

/** A Markdown table; what would be markup is escaped. RangeError for another language. */
export function toMarkdown(lines: readonly ExplanationLine[], options: { readonly language: Language }): string {
  const language = languageOf(options)
  const head = language === 'zh' ? ['', '事项', '数值', '依据'] : ['', 'item', 'value', 'source']
  const rows = lines.map((line) => {
    const { mark, label, value, source } = shown(line, language)
    const indent = '&emsp;'.repeat(line.level)
    return `| ${mark} | ${indent}${escapeMarkdown(label)} | ${escapeMarkdown(value)} | ${escapeMarkdown(source)} |`
  })
  return [`| ${head.join(' | ')} |`, '|---|---|---|---|', ...rows].join('\n')
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** A text in HTML, in an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)

/** An HTML table without style or script: every text is escaped, classes name kind and status. RangeError for another language. */
export function toHtml(lines: readonly ExplanationLine[], options: { readonly language: Language }): string {
  const language = languageOf(options)
  const head = language === 'zh' ? ['事项', '数值', '依据'] : ['item', 'value', 'source']
  const rows = lines.map((line) => {
    const { mark, label, value, source } = shown(line, language)
    const classes = [
      'subvention',
      `kind-${line.kind}`,
      `level-${line.level}`,
      ...(line.status === undefined ? [] : [`status-${line.status}`]),
    ]
    const cell = `${mark === '' ? '' : `<span aria-hidden="true">${mark}</span> `}${escapeHtml(label)}`
    return `<tr class="${classes.join(' ')}"><th scope="row">${cell}</th><td>${escapeHtml(value)}</td><td>${escapeHtml(source)}</td></tr>`
  })
  const lang = language === 'zh' ? 'zh-CN' : 'en'
  return `<table lang="${lang}"><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
}
