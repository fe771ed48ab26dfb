import type { Assessment } from '../assessment/assessment.js'
import { type Issue, type Message, shown } from '../assessment/errors.js'
import { outcomeText } from '../assessment/explain.js'
import { canonicalJson } from './canonical-json.js'
import { ENGINE } from './engine.js'
import { isObject } from './json-path.js'
import {
  type Calculation,
  type CalculationRecord,
  calculate,
  RECORD_FORMAT,
  RECORD_PARTS,
  type RecordContent,
  type RecordPart,
  sealed,
} from './record.js'

export type FindingCode =
  /** Not a record of a format that is known: nothing more can be said. */
  | 'malformed'
  /** A part of the record is not what its hash says. */
  | 'engine-altered'
  | 'document-altered'
  | 'facts-altered'
  | 'options-altered'
  | 'result-altered'
  | 'lines-altered'
  /** The hashes themselves are not those of the record. */
  | 'hash-altered'
  /** Another version of the package comes to another amount, or explains the same amount in other words. */
  | 'engine-changed-amount'
  | 'engine-changed-explanation'
  /** What the record says does not come of its own facts, document and options. */
  | 'amount-does-not-follow'
  | 'explanation-does-not-follow'
  /** The document or the facts cannot be read today. */
  | 'not-recomputed'

/** One thing that is not as it was recorded, or that cannot be told. */
export interface Finding {
  readonly code: FindingCode
  /** Where in the record; empty for the whole. */
  readonly path: string
  readonly message: Message
  readonly recorded?: string
  readonly recomputed?: string
  /** Why the document or the facts cannot be read. */
  readonly issues?: readonly Issue[]
}

/**
 * What verifying a record comes to.
 *
 * Whoever alters a record can write new hashes: only a hash kept elsewhere, such as on the printed sheet, shows that. It is to be compared with `hash`.
 */
export interface Verification {
  readonly outcome: 'same' | 'differs' | 'malformed'
  readonly findings: readonly Finding[]
  /** The hash of what the record holds; absent where it is malformed. */
  readonly hash?: string
}

/**
 * Verifies a record offline: its hashes, and its answer worked out again from its facts, document and options by this version of the package.
 *
 * Takes a record or its JSON text. Never throws: what is no record is `malformed`, with every reason.
 */
export function verify(given: unknown): Verification {
  const read = readRecord(given)
  if (Array.isArray(read)) return { outcome: 'malformed', findings: read }
  const today = sealed(contentOf(read))
  const altered = alterations(read, today)
  const findings = [...altered, ...recomputed(read, altered.length > 0)]
  return { outcome: findings.length === 0 ? 'same' : 'differs', findings, hash: today.hash }
}

/** What leaves a record as it was made. */
const STANDS: ReadonlySet<FindingCode> = /* @__PURE__ */ new Set([
  'engine-changed-amount',
  'engine-changed-explanation',
  'not-recomputed',
] as const)

/** What this version would answer otherwise than a record says. RangeError for a record that was altered. */
export function mustStand(record: CalculationRecord): readonly Finding[] {
  const { findings } = verify(record)
  const refused = findings.filter(({ code }) => !STANDS.has(code))
  if (refused.length > 0) throw new RangeError(refused.map(({ path, message }) => `${path}: ${message.en}`).join('\n'))
  return findings
}

/** A record that has the form of one, or why it has not. */
function readRecord(given: unknown): CalculationRecord | Finding[] {
  let value = given
  try {
    if (typeof given === 'string') value = JSON.parse(given)
    canonicalJson(value)
  } catch (error) {
    const { message } = error as Error
    return [malformed('', { zh: `不是合法的JSON：${message}`, en: `not JSON: ${message}` })]
  }
  if (!isObject(value))
    return [malformed('', { zh: `应为测算记录，收到${shown(value)}`, en: `expected a record, received ${shown(value)}` })]
  if (value['format'] !== RECORD_FORMAT) {
    const received = shown(value['format'])
    return [malformed('format', { zh: `应为${RECORD_FORMAT}，收到${received}`, en: `expected ${RECORD_FORMAT}, received ${received}` })]
  }
  const findings = [...faultsIn(value, MEMBERS, ''), ...(isObject(value['hashes']) ? faultsIn(value['hashes'], HASHES, 'hashes.') : [])]
  return findings.length === 0 ? (value as unknown as CalculationRecord) : findings
}

type Kind = 'text' | 'object' | 'list'

const MEMBERS: { readonly [Member in keyof CalculationRecord]: Kind } = {
  format: 'text',
  engine: 'text',
  policy: 'object',
  facts: 'object',
  options: 'object',
  result: 'object',
  lines: 'list',
  hashes: 'object',
  hash: 'text',
}
const HASHES = Object.fromEntries(RECORD_PARTS.map((part) => [part, 'text'] as const))

const KINDS: { readonly [kind in Kind]: Message & { readonly holds: (value: unknown) => boolean } } = {
  text: { zh: '文本', en: 'text', holds: (value) => typeof value === 'string' },
  object: { zh: '对象', en: 'an object', holds: isObject },
  list: { zh: '列表', en: 'a list', holds: Array.isArray },
}

function faultsIn(value: { readonly [key: string]: unknown }, members: { readonly [key: string]: Kind }, at: string): Finding[] {
  const faults = Object.entries(members).flatMap(([name, kind]) => {
    const { zh, en, holds } = KINDS[kind]
    if (holds(value[name])) return []
    const received = shown(value[name])
    return [malformed(`${at}${name}`, { zh: `应为${zh}，收到${received}`, en: `expected ${en}, received ${received}` })]
  })
  const strangers = Object.keys(value).filter((key) => !Object.hasOwn(members, key))
  return [...faults, ...strangers.map((key) => malformed(`${at}${key}`, { zh: '记录中没有此项', en: 'a record has no such member' }))]
}

const malformed = (path: string, message: Message): Finding => ({ code: 'malformed', path, message })

const contentOf = ({ format, engine, policy, facts, options, result, lines }: CalculationRecord): RecordContent => ({
  format,
  engine,
  policy,
  facts,
  options,
  result,
  lines,
})

const ALTERED: { readonly [Part in RecordPart]: Message & { readonly code: FindingCode } } = {
  engine: { code: 'engine-altered', zh: '计算程序版本号已被改动', en: 'the version of the package was altered' },
  policy: { code: 'document-altered', zh: '文件内容已被改动', en: 'the document was altered' },
  facts: { code: 'facts-altered', zh: '申报材料已被改动', en: 'the facts were altered' },
  options: { code: 'options-altered', zh: '决定日或补充利率已被改动', en: 'the day of decision or the rates given were altered' },
  result: { code: 'result-altered', zh: '测算结果已被改动', en: 'the result was altered' },
  lines: { code: 'lines-altered', zh: '测算说明已被改动', en: 'the explanation was altered' },
}

/** What is not as its hash says. Where the content has its hash, only the hashes of the parts can have been altered. */
function alterations(given: CalculationRecord, today: CalculationRecord): Finding[] {
  const parts = given.hash === today.hash ? [] : RECORD_PARTS.filter((part) => given.hashes[part] !== today.hashes[part])
  const findings = parts.map((part): Finding => {
    const { code, zh, en } = ALTERED[part]
    return { code, path: part, message: { zh, en }, recorded: given.hashes[part], recomputed: today.hashes[part] }
  })
  if (findings.length > 0 || canonicalJson([given.hashes, given.hash]) === canonicalJson([today.hashes, today.hash])) return findings
  return [
    {
      code: 'hash-altered',
      path: given.hash === today.hash ? 'hashes' : 'hash',
      message: { zh: '记录的校验值已被改动', en: 'the hashes of the record were altered' },
      recorded: given.hash,
      recomputed: today.hash,
    },
  ]
}

function recomputed(given: CalculationRecord, altered: boolean): Finding[] {
  let today: Calculation
  try {
    today = calculate(given)
  } catch (error) {
    return [notRecomputed(error)]
  }
  const changed = !altered && given.engine !== ENGINE.version
  const [recorded, now] = [amountOf(given.result), amountOf(today.result)]
  if (recorded !== now) {
    const [before, after] = [wordsOf(given.result), wordsOf(today.result)]
    const en = changed
      ? `version ${ENGINE.version} comes to ${after.en}, version ${given.engine} to ${before.en}`
      : `the facts, document and options of the record come to ${after.en}, the record says ${before.en}`
    const zh = changed
      ? `${ENGINE.version}版测算为${after.zh}，记录所用的${given.engine}版为${before.zh}`
      : `按记录中的申报材料、文件和选项测算为${after.zh}，记录为${before.zh}`
    const code = changed ? 'engine-changed-amount' : 'amount-does-not-follow'
    return [{ code, path: 'result', message: { zh, en }, recorded, recomputed: now }]
  }
  if (canonicalJson([given.result, given.lines]) === canonicalJson([today.result, today.lines])) return []
  return [
    changed
      ? {
          code: 'engine-changed-explanation',
          path: 'lines',
          message: {
            zh: `金额不变，${ENGINE.version}版的说明与${given.engine}版不同`,
            en: `the amount stands; version ${ENGINE.version} explains it otherwise than ${given.engine}`,
          },
        }
      : {
          code: 'explanation-does-not-follow',
          path: 'lines',
          message: {
            zh: '金额相符，但测算过程或说明与记录中的申报材料、文件和选项不符',
            en: 'the amount stands, but the working is not that of the facts, document and options of the record',
          },
        },
  ]
}

/** Outcome and amount in one text: `granted 9000.00`. A result that was altered may be anything. */
function amountOf(result: unknown): string {
  const { outcome, amount } = result as { readonly outcome?: unknown; readonly amount?: unknown }
  return amount === undefined ? plain(outcome) : `${plain(outcome)} ${plain(amount)}`
}

function wordsOf(result: Assessment): Message {
  const { outcome, amount } = result
  const { zh, en } = ['granted', 'refused', 'incomplete'].includes(outcome)
    ? outcomeText(result)
    : { zh: plain(outcome), en: plain(outcome) }
  return amount === undefined ? { zh, en } : { zh: `${zh}${plain(amount)}元`, en: `${en} ${plain(amount)} yuan` }
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : shown(value))

function notRecomputed(error: unknown): Finding {
  const { message, issues } = error as Error & { readonly issues?: readonly Issue[] }
  return {
    code: 'not-recomputed',
    path: '',
    message: {
      zh: `本版程序（${ENGINE.version}）无法按此记录重新测算`,
      en: `this version (${ENGINE.version}) cannot work the record out again: ${message}`,
    },
    ...(issues === undefined ? {} : { issues }),
  }
}
