import type { Language } from '../assessment/render.js'
import type { Text } from '../policy/source.js'
import { yuanOf } from './fen.js'
import type { Totals } from './totals.js'
import type { Comparison } from './what-if.js'

// A change of one is a change of both: the hash is what lets the style through where inline styles are not allowed.
const STYLE =
  'body{font-family:sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1f2328}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left}td.number{text-align:right}svg{max-width:100%;height:auto}'
const STYLE_HASH = 'sha256-qfuTaM+KIXOGpCEr2Cx/HteXdxZYRXlkUJaiLALbgUQ='

/** What a report of a comparison says beside its figures. */
export interface ReportTerms {
  readonly language: Language
  /** What is compared: the titles of the documents, or of one and its change. */
  readonly before: Text
  readonly after: Text
  /** What the groups are, where applications are grouped. */
  readonly groups?: Text
}

const WORDS = {
  title: { zh: '政策调整测算', en: 'What a change of policy does' },
  before: { zh: '调整前', en: 'before' },
  after: { zh: '调整后', en: 'after' },
  rows: { zh: '申请数', en: 'applications' },
  who: { zh: '谁增加、谁减少', en: 'Who gains, who loses' },
  gains: { zh: '增加', en: 'gain' },
  losses: { zh: '减少', en: 'lose' },
  same: { zh: '不变', en: 'the same' },
  undecided: { zh: '无法比较', en: 'undecided' },
  cost: { zh: '补贴总额（元）', en: 'Cost (yuan)' },
  difference: { zh: '差额', en: 'difference' },
  granted: { zh: '给予', en: 'granted' },
  distribution: { zh: '差额的分布（申请数）', en: 'How the differences are distributed (applications)' },
  moves: { zh: '结果的变化', en: 'Outcomes that change' },
  refused: { zh: '不予', en: 'refused' },
  incomplete: { zh: '材料不全', en: 'incomplete' },
  bad: { zh: '有误', en: 'bad' },
  groups: { zh: '分组', en: 'By group' },
  best: { zh: '变化最大的申请（元）', en: 'The largest changes (yuan)' },
  id: { zh: '编号', en: 'id' },
  number: { zh: '数量', en: 'number' },
  note: {
    zh: '“无法比较”指一方或双方没有金额：材料不全，或事实有误。补贴总额只含有金额的申请。',
    en: 'Undecided: one side or both have no amount, since facts are missing or faulty. The cost is that of the applications that have one.',
  },
} as const

type Word = keyof typeof WORDS

/**
 * A comparison as one HTML page: figures, tables and charts in SVG.
 *
 * It loads nothing, runs nothing and has its own content security policy; the charts need no style, so that a stricter policy leaves them whole.
 */
export function comparisonHtml(comparison: Comparison, terms: ReportTerms): string {
  const { language } = terms
  const say = (word: Word): string => escaped(WORDS[word][language])
  const colon = language === 'zh' ? '：' : ': '
  const titles = [terms.before, terms.after].map((text) => escaped(typeof text === 'string' ? text : text[language]))
  const { rows, same, undecided, gains, losses, before, after } = comparison
  const who = [
    { label: say('gains'), value: BigInt(gains.rows), color: GAIN },
    { label: say('losses'), value: BigInt(losses.rows), color: LOSS },
    { label: say('same'), value: BigInt(same), color: PLAIN },
    { label: say('undecided'), value: BigInt(undecided), color: PALE },
  ]
  const cost = [
    { label: say('before'), value: BigInt(before.fen), color: PLAIN },
    { label: say('after'), value: BigInt(after.fen), color: GAIN },
  ]
  const figures = [
    ['', say('before'), say('after'), say('difference')],
    [say('cost'), money(before.fen), money(after.fen), signed(BigInt(after.fen) - BigInt(before.fen))],
    [say('granted'), count(before.outcomes['granted'] ?? 0), count(after.outcomes['granted'] ?? 0), ''],
    [`${say('gains')} / ${say('losses')}`, '', '', `${signed(BigInt(gains.fen))} / ${signed(-BigInt(losses.fen))}`],
  ]
  const moves = Object.entries(comparison.moves).map(([move, number]) => [
    move
      .split(' → ')
      .map((outcome) => say(outcome as Word))
      .join(' → '),
    count(number),
  ])
  const sections = [
    `<h1>${say('title')}</h1>`,
    `<p>${say('before')}${colon}${titles[0]}<br>${say('after')}${colon}${titles[1]}<br>${say('rows')}${colon}${count(rows)}</p>`,
    tableOf(figures),
    `<p>${say('note')}</p>`,
    section(
      say('who'),
      bars(say('who'), who, (value) => grouped(String(value))),
    ),
    section(
      say('cost'),
      bars(say('cost'), cost, (value) => money(String(value))),
    ),
    section(say('distribution'), columns(say('distribution'), binsOf(comparison))),
    ...(moves.length === 0 ? [] : [section(say('moves'), tableOf([['', say('number')], ...moves]))]),
    ...groupSections(comparison, terms, say),
    ...(gains.best.length + losses.best.length === 0
      ? []
      : [section(say('best'), tableOf([[say('id'), say('difference')], ...largest(comparison)]))]),
  ]
  return page(WORDS.title[language], language, sections.join('\n'))
}

const GAIN = '#1a7f37'
const LOSS = '#b35900'
const PLAIN = '#57606a'
const PALE = '#afb8c1'
const WIDTH = 640n

function page(title: string, language: Language, body: string): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
}

const section = (title: string, body: string): string => `<h2>${title}</h2>\n${body}`

function tableOf(rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows
  const cells = (row: readonly string[]): string =>
    row.map((cell, index) => (index === 0 ? `<th>${cell}</th>` : `<td class="number">${cell}</td>`)).join('')
  return `<table>\n<thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>\n<tbody>\n${others.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</tbody>\n</table>`
}

interface Bar {
  readonly label: string
  readonly value: bigint
  readonly color: string
}

/** At least one, so that it can divide. */
function highestOf(all: readonly Bar[]): bigint {
  let highest = 1n
  for (const { value } of all) if (value > highest) highest = value
  return highest
}

/** Bars beside each other, each with its label and its figure. */
function bars(title: string, all: readonly Bar[], shown: (value: bigint) => string): string {
  const highest = highestOf(all)
  const lines = all.map(({ label, value, color }, index) => {
    const y = index * 28
    const width = (value * 340n) / highest
    return [
      `<text x="128" y="${y + 18}" text-anchor="end" font-size="13">${label}</text>`,
      `<rect x="136" y="${y + 4}" width="${width}" height="20" fill="${color}"/>`,
      `<text x="${142n + width}" y="${y + 18}" font-size="13">${shown(value)}</text>`,
    ].join('')
  })
  return picture(title, all.length * 28 + 4, lines)
}

/** Columns side by side, each with its label below and its figure above. */
function columns(title: string, all: readonly Bar[]): string {
  const highest = highestOf(all)
  const step = WIDTH / BigInt(all.length)
  const lines = all.map(({ label, value, color }, index) => {
    const x = BigInt(index) * step
    const height = (value * 150n) / highest
    const middle = x + step / 2n
    return [
      `<rect x="${x + 3n}" y="${170n - height}" width="${step - 6n}" height="${height}" fill="${color}"/>`,
      `<text x="${middle}" y="${164n - height}" text-anchor="middle" font-size="11">${grouped(String(value))}</text>`,
      `<text x="${middle}" y="186" text-anchor="middle" font-size="8">${label}</text>`,
    ].join('')
  })
  return picture(title, 194, lines)
}

const picture = (title: string, height: number, lines: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" fill="#1f2328">\n<title>${title}</title>\n${lines.join('\n')}\n</svg>`

/** From the largest loss to the largest gain, with those that stay the same between. */
function binsOf({ gains, losses, same }: Comparison): readonly Bar[] {
  const bins = ({ edges, bins: counts }: Totals, sign: string, color: string): Bar[] =>
    counts.map((number, index) => {
      const from = edges[index - 1]
      const until = edges[index]
      const range =
        from === undefined ? (until === undefined ? '' : `…${short(until)}`) : `${short(from)}${until === undefined ? '+' : '…'}`
      return { label: `${sign}${range}`, value: BigInt(number), color }
    })
  const lost = bins(losses, '-', LOSS)
  return [
    ...lost.map((_, index) => lost[lost.length - 1 - index] as Bar),
    { label: '0', value: BigInt(same), color: PLAIN },
    ...bins(gains, '+', GAIN),
  ]
}

/** Whole yuan of fen where there are no odd fen. */
const short = (fen: string): string => grouped(yuanOf(BigInt(fen)).replace(/\.00$/, ''))

/** Groups beyond these are left to the table. */
const MOST_GROUPS = 12

function groupSections({ groups }: Comparison, { groups: named, language }: ReportTerms, say: (word: Word) => string): readonly string[] {
  const all = Object.entries(groups)
  if (all.length === 0) return []
  const title = named === undefined ? say('groups') : escaped(typeof named === 'string' ? named : named[language])
  const pairs = all.slice(0, MOST_GROUPS).flatMap(([group, { beforeFen, afterFen }]): readonly Bar[] => [
    { label: escaped(group.length > 8 ? `${group.slice(0, 8)}…` : group), value: BigInt(beforeFen), color: PLAIN },
    { label: '', value: BigInt(afterFen), color: BigInt(afterFen) < BigInt(beforeFen) ? LOSS : GAIN },
  ])
  const rows = all.map(([group, { rows: number, gains, loses, undecided, beforeFen, afterFen }]) => [
    escaped(group),
    ...[number, gains, loses, undecided].map(count),
    money(beforeFen),
    money(afterFen),
    signed(BigInt(afterFen) - BigInt(beforeFen)),
  ])
  const head = [title, say('rows'), say('gains'), say('losses'), say('undecided'), say('before'), say('after'), say('difference')]
  return [section(title, `${bars(title, pairs, (value) => money(String(value)))}\n${tableOf([head, ...rows])}`)]
}

/** The largest gains, then the largest losses. */
const largest = ({ gains, losses }: Comparison): readonly (readonly string[])[] => [
  ...gains.best.map(({ id, fen }) => [escaped(id), `+${money(fen)}`]),
  ...losses.best.map(({ id, fen }) => [escaped(id), `-${money(fen)}`]),
]

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
const count = (number: number): string => grouped(String(number))
const money = (fen: string): string => grouped(yuanOf(BigInt(fen)))
const signed = (fen: bigint): string => `${fen > 0n ? '+' : ''}${grouped(yuanOf(fen))}`

const ESCAPES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string)
}
