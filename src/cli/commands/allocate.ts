import { closeSync, existsSync, realpathSync, writeSync } from 'node:fs'
import type { Message } from '../../assessment/errors.js'
import type { Language } from '../../assessment/render.js'
import { fenOf, yuanOf } from '../../portfolio/fen.js'
import {
  type Allocation,
  allocateBudget,
  allocateCandidates,
  type Budget,
  type CandidateBudget,
  type CandidateShare,
  type Candidates,
  type Claim,
  type ClaimShare,
  CUT_REASONS,
  type CutReasonCode,
  candidateShare,
  candidatesOf,
  mergeCandidates,
  type OrderKey,
  PortfolioError,
  type PurseAnswer,
} from '../../portfolio/index.js'
import { claimRows } from '../claims.js'
import { BYTE_ORDER_MARK, csvLine, textCell } from '../csv-text.js'
import { UsageError } from '../failure.js'
import { bytesOf, jsonOf, opened, unreadable } from '../files.js'
import { both } from '../language.js'
import { outputFor } from '../output.js'
import { rankOf } from '../ranks.js'
import { type Many, manyByName } from '../rows/pieces.js'

export interface AllocateCommandOptions {
  readonly language: Language
  /** An amount in yuan, or a JSON file. */
  readonly budget: string
  readonly rule?: string
  readonly order?: string
  readonly last?: string
  readonly unit?: string
  readonly remainder?: string
  readonly reserve?: string
  readonly input?: Many
  readonly output?: Many
  readonly summary?: string
  readonly out?: string
}

/** What came of a budget. The amounts are exact, in yuan with two places. */
interface AllocationSummary {
  readonly budget?: string
  readonly reserve: string
  readonly asked: string
  readonly given: string
  readonly unspent?: string
  readonly claims: number
  readonly paid: number
  readonly cut: { readonly [reason in CutReasonCode]?: number }
  /** Answers that claim nothing, by outcome. */
  readonly notGranted: { readonly [outcome in 'bad' | 'incomplete' | 'refused']: number }
  readonly dependsOnListing: boolean
  readonly purses?: readonly PurseAnswer[]
}

/** Divides a budget among the claims of all files and writes the payable list. The exit code is 0. */
export async function allocateCommand(paths: readonly string[], options: AllocateCommandOptions): Promise<number> {
  checkPaths(paths, options)
  const budget = await budgetOf(options)
  const reserve = reserveOf(budget)
  const queue = queueOf(budget)
  const summaryFile = options.summary === undefined ? undefined : opened(options.summary)
  const desk = queue === undefined ? claimsDesk(budget) : candidatesDesk(queue, budget, reserve)
  const notGranted = { bad: 0, incomplete: 0, refused: 0 }
  const faults: { path: string; message: Message }[] = []
  for (const path of paths) {
    const bytes = bytesOf(path)
    try {
      for await (const rows of claimRows(bytes, options.input ?? manyByName(path) ?? 'ndjson')) {
        for (const { line, claim, outcome, fault } of rows) {
          const found = claim === undefined ? fault : desk.add(claim, path, line)
          if (found !== undefined && faults.length < MOST_FAULTS) faults.push({ path: `${path}:${line}`, message: found })
          if (outcome !== undefined) notGranted[outcome] += 1
        }
      }
    } catch (error) {
      throw (error as NodeJS.ErrnoException).syscall === undefined ? error : unreadable(path, error)
    } finally {
      bytes.destroy()
    }
  }
  if (faults.length > 0) throw new UsageError(both('有的申请无法分配，未作分配', 'some claims cannot be allocated: nothing was'), faults)
  const { shares, purses, ...totals } = desk.divide()
  const output = outputFor(options.out)
  const form = options.output ?? (options.out === undefined ? undefined : manyByName(options.out)) ?? 'csv'
  const write = form === 'csv' ? csvShare(purses?.map(({ id }) => id) ?? [], options.language) : ndjsonShare
  let text = form === 'csv' ? csvHead(purses?.map(({ id }) => id) ?? []) : ''
  let claims = 0
  let paid = 0
  const cuts = new Map<CutReasonCode, number>()
  for (const share of shares) {
    claims += 1
    if (share.given !== '0.00') paid += 1
    if (share.reason !== undefined) cuts.set(share.reason.code, (cuts.get(share.reason.code) ?? 0) + 1)
    text += write(share)
    if (text.length < FLUSH) continue
    await output.write(text)
    text = ''
    if (output.closed) break
  }
  await output.write(text)
  await output.end()
  const codes = (Object.keys(CUT_REASONS) as CutReasonCode[]).filter((code) => cuts.has(code))
  const summary: AllocationSummary = {
    ...totals,
    claims,
    paid,
    cut: Object.fromEntries(codes.map((code) => [code, cuts.get(code)])),
    notGranted,
    ...(purses !== undefined && purses.length > 0 && { purses }),
  }
  process.stderr.write(allocationText(summary, options.language))
  if (summaryFile !== undefined) {
    writeSync(summaryFile, `${JSON.stringify(summary, null, 2)}\n`)
    closeSync(summaryFile)
  }
  return 0
}

/** Faults that are listed before the rest is left out. */
const MOST_FAULTS = 20
/** Text gathered before it is written. */
const FLUSH = 64 * 1024
/** Claims that become columns together. */
const BATCH = 8_192

type Totals = Pick<AllocationSummary, 'budget' | 'reserve' | 'asked' | 'given' | 'unspent' | 'dependsOnListing' | 'purses'>
type Share = (CandidateShare | ClaimShare) & Pick<ClaimShare, 'purses'>

/** Takes claims one by one and divides the budget among them at the end. */
interface AllocationDesk {
  /** Why a claim cannot be taken. */
  readonly add: (claim: Claim, path: string, line: number) => Message | undefined
  readonly divide: () => Totals & { readonly shares: Iterable<Share> }
}

interface Place {
  readonly path: string
  readonly line: number
}

/** Any rule, with the claims in memory; the answers are by id. */
function claimsDesk(budget: Budget): AllocationDesk {
  const claims: Claim[] = []
  const places: Place[] = []
  return {
    add(claim, path, line) {
      claims.push(claim)
      places.push({ path, line })
      return undefined
    },
    divide() {
      const { claims: shares, ...totals } = dividedAt(places, () => allocateBudget(claims, budget))
      return { ...totals, shares }
    },
  }
}

/** Names faults of claims by the file and line they stand on. */
function dividedAt(places: readonly Place[], divide: () => Allocation): Allocation {
  try {
    return divide()
  } catch (error) {
    if (!(error instanceof PortfolioError)) throw error
    const issues = error.issues.map(({ path, message }) => {
      const [claim, index] = /^claims\[(\d+)\]/.exec(path) ?? []
      const named = claim === undefined ? undefined : places[Number(index)]
      return { path: named === undefined ? path : `${named.path}:${named.line}${path.slice((claim as string).length)}`, message }
    })
    throw new UsageError(both('有的申请无法分配，未作分配', 'some claims cannot be allocated: nothing was'), issues.slice(0, MOST_FAULTS))
  }
}

/** A queue or a cut in proportion, with the claims as columns; the answers are in the order of the queue. */
function candidatesDesk({ order, rule }: Queue, budget: Budget & { readonly rule?: unknown }, reserve: string): AllocationDesk {
  const shards: Candidates[] = []
  const kinds: (string | undefined)[] = []
  let batch: { id: string; amount: Claim['amount']; priority: number; time: number }[] = []
  let listed = 0
  const keep = (): void => {
    shards.push(candidatesOf(batch))
    batch = []
  }
  return {
    add({ id, amount, keys }) {
      const ranks = [0, 0]
      for (const [index, { key, first }] of order.entries()) {
        const value = keys?.[key]
        const found = value === undefined ? undefined : rankOf(value)
        kinds[index] ??= found?.kind
        if (found === undefined || found.kind !== kinds[index]) {
          return both(
            `“${id}”的 ${key} 应为数值或日期（如"2026-03-01"、"2026-03-01T09:30:00+08:00"），各笔一致`,
            `${key} of "${id}": expected a number, a day or an instant such as "2026-03-01T09:30:00+08:00", the same kind for all`,
          )
        }
        ranks[index] = first === 'lowest' ? found.rank : -found.rank
      }
      listed += 1
      const [priority = 0, time = 0] = order === AS_LISTED ? [0, listed] : ranks
      batch.push({ id, amount, priority, time })
      if (batch.length === BATCH) keep()
      return undefined
    },
    divide() {
      keep()
      const candidates = mergeCandidates(shards.splice(0))
      const money = yuanOf(fenOf((budget as { readonly amount: string }).amount) - fenOf(reserve))
      const grants = allocateCandidates(candidates, { amount: money, rule })
      const { asked, total, unspent } = grants
      return {
        budget: yuanOf(fenOf((budget as { readonly amount: string }).amount)),
        reserve,
        asked,
        given: total,
        unspent,
        dependsOnListing: order === AS_LISTED,
        shares: sharesOf(candidates, grants),
      }
    },
  }
}

function* sharesOf(candidates: Candidates, grants: ReturnType<typeof allocateCandidates>): Generator<CandidateShare> {
  for (let index = 0; index < candidates.count; index += 1) yield candidateShare(candidates, grants, index)
}

/** What is held back; a budget that is faulty is known before any claim is read. */
function reserveOf(budget: Budget): string {
  try {
    return allocateBudget([], budget).reserve
  } catch (error) {
    // The claim that bears the remainder is not there yet.
    if (error instanceof PortfolioError && error.issues.every(({ code }) => code === 'unknown-claim')) return '0.00'
    throw error
  }
}

/** A budget whose claims need no more than two ranks, an amount and an id. */
interface Queue {
  readonly order: readonly OrderKey[]
  readonly rule: CandidateBudget['rule']
}

const AS_LISTED: readonly OrderKey[] = []

function queueOf(budget: Budget): Queue | undefined {
  if (budget.rule === 'unlimited' || budget.rule === undefined) return undefined
  const { rule } = budget
  if (rule.rule === 'first-come') {
    const order = rule.order === 'as-listed' ? AS_LISTED : rule.order
    return order.length > 2 ? undefined : { order, rule: { rule: 'first-come', last: rule.last } }
  }
  if (rule.rule !== 'pro-rata' || typeof rule.remainder === 'object') return undefined
  return { order: [], rule: { ...rule, remainder: rule.remainder } }
}

/** The budget of a JSON file, or of an amount and options. */
async function budgetOf({ budget, rule, order, last, unit, remainder, reserve }: AllocateCommandOptions): Promise<Budget> {
  const given = { rule, order, last, unit, remainder, reserve }
  if (!/^\d+(\.\d{1,2})?$/.test(budget)) {
    if (Object.values(given).some((value) => value !== undefined)) {
      throw new UsageError(
        both(
          '预算写在JSON文件里时，规则也写在其中：不再用 --rule 等选项',
          'a budget in a JSON file states its rule itself: leave --rule and the like out',
        ),
      )
    }
    return (await jsonOf(budget)) as Budget
  }
  const ranks =
    order === 'as-listed'
      ? order
      : order?.split(',').map((each) => {
          const [key = '', first = 'lowest'] = each.split(':')
          return { key, first }
        })
  const stated = { rule, order: ranks, last, unit, remainder }
  return {
    amount: budget,
    ...(reserve !== undefined && { reserve }),
    rule: Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
  } as unknown as Budget
}

function checkPaths(paths: readonly string[], { out, summary, budget }: AllocateCommandOptions): void {
  const real = (path: string): string => (existsSync(path) ? realpathSync(path) : path)
  const read = [...paths, budget].filter((path) => path !== '-').map(real)
  for (const written of [out, summary]) {
    if (written === undefined || !read.includes(real(written))) continue
    throw new UsageError(both(`${written} 既要读取又要写入`, `${written} would be written over`))
  }
  const twice = paths.find((path, index) => paths.findIndex((other) => real(other) === real(path)) < index)
  if (twice !== undefined) throw new UsageError(both(`${twice} 写了两次`, `${twice} is named twice`))
}

const ndjsonShare = ({ id, asked, given, reason, purses }: Share): string =>
  `${JSON.stringify({ id, asked, given, ...(reason !== undefined && { reason: reason.code }), ...(purses !== undefined && { purses }) })}\n`

const csvHead = (purses: readonly string[]): string =>
  BYTE_ORDER_MARK + csvLine(['id', 'asked', 'given', 'reason', 'message', ...purses.map((id) => textCell(`purse ${id}`))])

const csvShare =
  (names: readonly string[], language: Language) =>
  ({ id, asked, given, reason, purses }: Share): string =>
    csvLine([
      textCell(id),
      asked,
      given,
      reason?.code ?? '',
      reason?.label[language] ?? '',
      ...names.map((name) => purses?.[name] ?? '0.00'),
    ])

/** The closing line of an allocation. */
function allocationText(
  { budget, reserve, asked, given, unspent, claims, paid, notGranted }: AllocationSummary,
  language: Language,
): string {
  const others = Object.values(notGranted).reduce((sum, number) => sum + number, 0)
  if (language === 'zh') {
    const money = budget === undefined ? '' : `预算${budget}元${reserve === '0.00' ? '' : `（预留${reserve}元）`}，`
    const left = unspent === undefined ? '' : `，结余${unspent}元`
    const more = others === 0 ? '' : `；另有${others}份未予补贴或有误，不参与分配`
    return `${money}${claims}笔申请共${asked}元，给予${paid}笔共${given}元${left}${more}\n`
  }
  const money = budget === undefined ? '' : `budget ${budget} yuan${reserve === '0.00' ? '' : ` (reserve ${reserve})`}; `
  const left = unspent === undefined ? '' : `, ${unspent} unspent`
  const more = others === 0 ? '' : `; ${others} more were not granted and take no part`
  return `${money}${claims} claims ask for ${asked}, ${paid} are given ${given}${left}${more}\n`
}
