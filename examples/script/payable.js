// usage: node payable.js <applications.csv> <budget.json> <folder>
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { assess, explain, safeParseFacts } from 'subvention'
import policy from 'subvention/policies/shandong-luke-loan-2023'
import { allocateBudget } from 'subvention/portfolio'

const [table, budgetFile, folder] = process.argv.slice(2)
const rule = JSON.parse(await readFile(budgetFile, 'utf8'))

/** UTF-8 where the bytes are that, GB18030 otherwise. */
function textIn(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** What is filled in; nothing where no cell is. */
function filled(facts) {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

/** 是, 否, or nothing; any other word stays, for the library to refuse. */
const yesNo = (cell) => ({ 是: true, 否: false })[cell] ?? cell

/** Yuan of a figure in 万元, exactly: its sixth place is the fen. A cell that is no figure stays, for the library to refuse. */
function yuanOf(cell) {
  if (cell === '') return undefined
  const [figure, whole, places = ''] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(cell) ?? []
  if (figure === undefined) return `${cell}万元`
  const fen = BigInt(whole + places.padEnd(6, '0'))
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
}

function factsOf(row) {
  const loan = filled({
    registered: yesNo(row.贷款是否已备案),
    settled: yesNo(row.是否已还清本息),
    interestPaid: yuanOf(row['实际支付利息（万元）']),
  })
  return filled({
    applicant: filled({ name: row.申请单位 }),
    borrower: filled({ receivedBefore: yesNo(row.以前是否享受过本项补贴) }),
    loans: loan && [loan],
  })
}

/** The amount of an application, or why it goes back. */
function answerTo(row) {
  const parsed = safeParseFacts(policy, factsOf(row) ?? {})
  if (!parsed.success) return { result: '有误', reason: parsed.issues.map(({ path, message }) => `${path}：${message.zh}`).join('；') }
  const assessment = assess(policy, parsed.facts)
  if (assessment.outcome === 'granted') return { amount: assessment.amount }
  const reason = explain(assessment)
    .filter(({ kind }) => kind === 'result' || kind === 'reason' || kind === 'missing')
    .map(({ label, value }) => label.zh + (value === undefined ? '' : `：${value.zh}`))
    .join('；')
  return { result: assessment.outcome === 'refused' ? '不予' : '材料不全', reason }
}

const LIKE_A_NUMBER = /^(0\d|\d{12}|\d+[-/:.eE])[\d\s.,:/%+-]*(e\+?\d+)?$/i
/** An application's number that a spreadsheet would change, such as 2023-01, gets a tab before it, which is not seen. */
const numberText = (id) => (LIKE_A_NUMBER.test(id) ? `\t${id}` : id)
const csv = (columns, rows) => stringify([columns, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })

/** The line on which a record begins; cells may hold several lines. */
const lineOf = ({ raw, info }) => info.lines - raw.trim().split('\n').length + 1

const reading = { bom: true, columns: true, info: true, raw: true, skip_records_with_empty_values: true }
const applications = parse(textIn(await readFile(table)), reading).map(({ record, ...place }) => ({ line: lineOf(place), record }))
const answers = applications.map(({ line, record }) => ({
  line,
  id: record.编号.trim(),
  name: record.申请单位,
  ...answerTo(record),
}))
const claims = answers.filter(({ amount }) => amount !== undefined).map(({ id, amount }) => ({ id, amount }))
const sentBack = answers.filter(({ amount }) => amount === undefined)
const { budget, asked, given, unspent, claims: shares } = allocateBudget(claims, rule)
const paid = shares.filter((share) => share.given !== '0.00').length
const others = sentBack.length === 0 ? '' : `；另有${sentBack.length}份未予补贴或有误，不参与分配`

await mkdir(folder, { recursive: true })
await writeFile(
  join(folder, 'payable.csv'),
  csv(
    ['编号', '申请额', '核定额', '说明'],
    shares.map((share) => [numberText(share.id), share.asked, share.given, share.reason?.label.zh]),
  ),
)
await writeFile(
  join(folder, 'total.txt'),
  `预算${budget}元，${claims.length}笔申请共${asked}元，给予${paid}笔共${given}元，结余${unspent}元${others}\n`,
)
await writeFile(
  join(folder, 'send-back.csv'),
  csv(
    ['行号', '编号', '结果', '原因', '申请单位'],
    sentBack.map(({ line, id, result, reason, name }) => [line, numberText(id), result, reason, name]),
  ),
)
