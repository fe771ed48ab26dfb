import { textIn } from '../assessment/compile.js'
import type { ExplanationLine } from '../assessment/explain.js'
import { escapeHtml, escapeMarkdown, type Language, toHtml, toMarkdown } from '../assessment/render.js'
import { capitals } from '../money/capitals.js'
import { decimalOf } from '../money/decimal.js'
import { PARTIES } from '../policy/parties.js'
import { checkCreditCode } from './credit-code.js'
import type { CalculationRecord } from './record.js'
import { mustStand } from './verify.js'

/** How a sheet is written: each part as a block of text. */
interface Writer {
  readonly title: (text: string) => string
  readonly heading: (text: string) => string
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string
  readonly lines: (lines: readonly ExplanationLine[]) => string
  readonly list: (items: readonly string[]) => string
}

/**
 * The calculation sheet (审核测算表) of a record in Markdown: applicant, document, amount in figures, in 万元 and in Chinese capitals, payers, the
 * working with its articles, the readings it rests on, and the hash of the record.
 *
 * RangeError for a record that was altered: no sheet is printed of it. One that this version would answer otherwise says so on its sheet.
 */
export function sheetMarkdown(record: CalculationRecord, { language }: { readonly language: Language }): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  const blocks = blocksOf(record, language, {
    title: (text) => `# ${escapeMarkdown(text)}`,
    heading: (text) => `## ${escapeMarkdown(text)}`,
    table: (head, rows) => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n'),
    lines: (lines) => toMarkdown(lines, { language }),
    list: (items) => items.map((item) => `- ${escapeMarkdown(item)}`).join('\n'),
  })
  return `${blocks.join('\n\n')}\n`
}

/** The same as a whole HTML page, ready to print on A4, without script. */
export function sheetHtml(record: CalculationRecord, { language }: { readonly language: Language }): string {
  const cells = (tag: string, texts: readonly string[]): string => texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')
  const blocks = blocksOf(record, language, {
    title: (text) => `<h1>${escapeHtml(text)}</h1>`,
    heading: (text) => `<h2>${escapeHtml(text)}</h2>`,
    table: (head, rows) =>
      `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>\n${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}\n</tbody></table>`,
    lines: (lines) => toHtml(lines, { language }),
    list: (items) => `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`,
  })
  const head = `<meta charset="utf-8"><title>${WORDS[language].title}</title><style>${STYLE}</style>`
  return `<!doctype html>\n<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head>${head}</head><body>\n${blocks.join('\n')}\n</body></html>\n`
}

const STYLE = [
  '@page{size:A4;margin:12mm}',
  'body{font:9pt/1.35 serif;color:#000;background:#fff}',
  'h1{font-size:15pt;text-align:center;margin:0 0 4mm}h2{font-size:10pt;margin:3mm 0 1mm}',
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:.5mm 1.5mm;text-align:left;font-weight:normal;overflow-wrap:anywhere}',
  'thead th{font-weight:bold}tr{break-inside:avoid}ul{margin:0;padding-left:5mm}',
  '.level-1 th{padding-left:4mm}.level-2 th{padding-left:8mm}.kind-heading th,.kind-item th{font-weight:bold}',
].join('')

const WORDS = {
  zh: {
    title: '审核测算表',
    item: '事项',
    content: '内容',
    applicant: '申请单位',
    creditCode: '统一社会信用代码',
    document: '政策文件',
    outcome: '测算结论',
    figures: '金额（小写）',
    amount: '金额',
    wan: '金额（万元）',
    capitals: '金额（大写）',
    knownOn: '决定日',
    payers: '资金承担',
    payer: '承担方',
    share: '份额',
    working: '测算过程',
    readings: '文件未规定之处的理解',
    notes: '说明',
    warnings: '与本版程序测算不同',
    record: '测算记录',
    hash: '记录校验值',
    engine: '测算程序',
    signatures: ['经办人', '复核人', '审批人', '日期'],
    colon: '：',
  },
  en: {
    title: 'Calculation sheet',
    item: 'item',
    content: 'content',
    applicant: 'applicant',
    creditCode: 'unified social credit code',
    document: 'document',
    outcome: 'outcome',
    figures: 'amount in figures',
    amount: 'amount',
    wan: 'amount in 10,000 yuan',
    capitals: 'amount in capitals',
    knownOn: 'day of decision',
    payers: 'Who pays',
    payer: 'payer',
    share: 'share',
    working: 'Working',
    readings: 'Readings where the document is silent',
    notes: 'Notes',
    warnings: 'This version answers otherwise',
    record: 'Record',
    hash: 'hash of the record',
    engine: 'worked out by',
    signatures: ['prepared by', 'checked by', 'approved by', 'date'],
    colon: ': ',
  },
} as const

const BESIDE_THE_WORKING: ReadonlySet<ExplanationLine['kind']> = /* @__PURE__ */ new Set([
  'result',
  'document',
  'payer',
  'reading',
  'note',
] as const)

function blocksOf(record: CalculationRecord, language: Language, write: Writer): string[] {
  const warnings = mustStand(record).map(({ message }) => message[language])
  const words = WORDS[language]
  const { lines, result, engine, hash } = record
  const readings = lines.flatMap(({ kind, label, value }) =>
    kind === 'reading' ? [`${label[language]}${words.colon}${value?.[language] ?? ''}`] : [],
  )
  const notes = result.notes.map((note) => textIn(note, language))
  const section = (heading: string, rows: readonly unknown[], block: () => string): string[] =>
    rows.length === 0 ? [] : [write.heading(heading), block()]
  const payers = payerRows(record, language)
  return [
    write.title(words.title),
    ...section(words.warnings, warnings, () => write.list(warnings)),
    write.table([words.item, words.content], headRows(record, language)),
    ...section(words.payers, payers, () => write.table([words.payer, words.share, words.amount], payers)),
    write.heading(words.working),
    write.lines(lines.filter(({ id, kind }) => !BESIDE_THE_WORKING.has(kind) && !id.startsWith('note:'))),
    ...section(words.readings, readings, () => write.list(readings)),
    ...section(words.notes, notes, () => write.list(notes)),
    write.heading(words.record),
    write.list([`${words.hash}${words.colon}${hash}`, `${words.engine}${words.colon}subvention ${engine}`]),
    write.table(words.signatures, [words.signatures.map(() => '')]),
  ]
}

/** Who applies, under what, and what it comes to. */
function headRows({ facts, options, result, lines }: CalculationRecord, language: Language): (readonly [string, string])[] {
  const words = WORDS[language]
  const applicant = (facts['applicant'] ?? {}) as { readonly name?: string; readonly creditCode?: string }
  const shown = (kind: ExplanationLine['kind']): string => lines.find((line) => line.kind === kind)?.value?.[language] ?? ''
  const shownLabel = (kind: ExplanationLine['kind']): string => lines.find((line) => line.kind === kind)?.label[language] ?? ''
  const row = (label: string, text: string | undefined): (readonly [string, string])[] => (text === undefined ? [] : [[label, text]])
  const { amount } = result
  return [
    ...row(words.applicant, applicant.name ?? ''),
    ...row(words.creditCode, applicant.creditCode === undefined ? undefined : creditCodeText(applicant.creditCode, language)),
    ...row(words.document, shown('document')),
    ...row(words.outcome, shownLabel('result')),
    ...(amount === undefined
      ? []
      : [
          ...row(words.figures, shown('result')),
          ...row(words.wan, decimalOf(amount).times('0.0001').toFixed()),
          ...row(words.capitals, capitals(amount)),
        ]),
    ...row(words.knownOn, options.knownOn),
  ]
}

/** The code, with what is wrong with it: a warning, since real codes may fail the check. */
function creditCodeText(code: string, language: Language): string {
  const { result, message } = checkCreditCode(code)
  if (result === 'valid') return code
  return language === 'zh' ? `${code}（${message.zh}）` : `${code} (${message.en})`
}

function payerRows({ result, lines }: CalculationRecord, language: Language): string[][] {
  const amounts = lines.filter(({ kind }) => kind === 'payer')
  return result.payers.map(({ party, share, part }, index) => [
    `${PARTIES[party]?.[language] ?? party}${part === undefined ? '' : ` (${part})`}`,
    share,
    amounts[index]?.value?.[language] ?? '',
  ])
}
