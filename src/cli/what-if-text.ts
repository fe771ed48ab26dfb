import type { Message } from '../assessment/errors.js'
import { outcomeText, valueText } from '../assessment/explain.js'
import { type Language, sourceText, toText } from '../assessment/render.js'
import type {
  CalculationRecord,
  Certainty,
  FactChange,
  FailingClause,
  Nearby,
  ReadingAlternative,
  ReadingSensitivity,
  Solution,
  Waiting,
  WhatWouldChange,
} from '../record/index.js'
import { both, inLanguage } from './language.js'

type Say = (zh: string, en: string) => string
const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    both(zh, en)[language]

const linesOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`

/** What would change an answer, a paragraph for each kind of answer. */
export function changeText(change: WhatWouldChange, language: Language): string {
  const { reasons, failing, turning, earliest, ask, caps, withoutCaps, amount } = change
  const say = sayIn(language)
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)]
  return linesOf([
    answerText(change, say, language),
    ...(reasons.length === 0 ? [] : [toText(reasons, { language })]),
    ...section(
      say('不满足的条件', 'conditions that are not met'),
      failing.flatMap((clause) => failingLines(clause, say, language)),
    ),
    ...(turning === undefined
      ? change.outcome === 'refused'
        ? [say('没有找到能改变结论的填报', 'no other facts were found that change the outcome')]
        : []
      : section(say('如改为', 'stated otherwise'), [
          ...turning.changes.map((one) => changedText(one, say, language)),
          `→ ${answerText(turning, say, language)}`,
        ])),
    ...(earliest === undefined ? [] : [say(`只等时间：${waitingText(earliest, say)}`, `time alone: ${waitingText(earliest, say)}`)]),
    ...section(
      say('接下来请补充（按此次序）', 'to be asked next, in this order'),
      ask.map(({ label, path, decides, reason }) => {
        const why = reason === undefined ? '' : say(`：${inLanguage(reason, language)}`, `: ${inLanguage(reason, language)}`)
        const settles = decides ? say('，可能直接决定结论', ', may settle it') : ''
        return say(`${inLanguage(label, language)}（${path}）${settles}${why}`, `${inLanguage(label, language)} (${path})${settles}${why}`)
      }),
    ),
    ...section(say('限额的影响', 'what limits take off'), [
      ...caps.map(({ label, source, without, cost }) => {
        const from = sourceText(source, language)
        return say(
          `${label.zh}：没有它为${without}元，少得${cost}元${from === '' ? '' : `（${from}）`}`,
          `${label.en}: ${without} yuan without it, ${cost} yuan less${from === '' ? '' : ` [${from}]`}`,
        )
      }),
      ...(withoutCaps === undefined || caps.length === 1
        ? []
        : [say(`全部没有时为${withoutCaps}元`, `without any of them: ${withoutCaps} yuan`)]),
    ]),
    ...(failing.length + ask.length + caps.length === 0 && withoutCaps === undefined && change.outcome === 'granted' && amount !== undefined
      ? [say('没有限额压低金额', 'no limit lowers the amount')]
      : []),
  ])
}

function answerText({ words, amount }: { readonly words: Message; readonly amount?: string }, say: Say, language: Language): string {
  const text = words[language]
  return amount === undefined ? text : say(`${text}：${amount}元`, `${text}: ${amount} yuan`)
}

function failingLines({ lines, tests, ways, earliest, item }: FailingClause, say: Say, language: Language): string[] {
  const where = item === undefined ? '' : `${item} `
  const distances = tests.flatMap(({ kind, bounds = [] }) =>
    bounds.flatMap(({ distance }) =>
      distance === undefined ? [] : [valueText(distance.replace(/^-/, ''), kind === 'date' ? 'days' : kind)[language]],
    ),
  )
  return [
    ...toText(lines, { language })
      .split('\n')
      .map((line, index) => (index === 0 ? where + line : line)),
    ...(distances.length === 0 ? [] : [say(`  距界限：${distances.join('、')}`, `  from the limit: ${distances.join(', ')}`)]),
    ...ways.map((way) => {
      const words = way.map((one) => changedText(one, say, language)).join(say('；', '; '))
      return say(`  可满足：${words}`, `  met by: ${words}`)
    }),
    ...(earliest === undefined ? [] : [say(`  只等时间：${waitingText(earliest, say)}`, `  time alone: ${waitingText(earliest, say)}`)]),
  ]
}

const waitingText = ({ days, date }: Waiting, say: Say): string =>
  date === undefined ? say(`${days}天后`, `in ${days} days`) : say(`${date}（${days}天后）`, `${date} (in ${days} days)`)

function changedText({ label, before, after }: FactChange, say: Say, language: Language): string {
  const shown = (value: unknown): string =>
    value === undefined ? say('不填', 'nothing') : typeof value === 'string' ? value : JSON.stringify(value)
  return say(`${label[language]}由${shown(before)}改为${shown(after)}`, `${label[language]} from ${shown(before)} to ${shown(after)}`)
}

const CERTAINTIES: { readonly [certainty in Certainty]: readonly [zh: string, en: string] } = {
  'every-value': ['逐个试算', 'every value was tried'],
  'linear-between-points': ['各段按直线核对', 'checked to be a line between the points found'],
  'monotone-between-points': ['转折过多：段内只假定单调', 'it turns too often: only taken to rise or fall between the points found'],
}

/** The values of a fact that give an amount, or the nearest that can be had. */
export function solutionText({ label, amount, ranges, below, above, step, certainty, missing }: Solution, language: Language): string {
  const say = sayIn(language)
  const nearby = (one: Nearby | undefined, zh: string, en: string): string[] =>
    one === undefined ? [] : [say(`  ${zh}：${one.amount}元（取${one.value}）`, `  ${en}: ${one.amount} yuan (at ${one.value})`)]
  return linesOf([
    say(`${label.zh}，使金额为${amount}元`, `${label.en} that gives ${amount} yuan`),
    ...ranges.map(({ from, through }) => (from === through ? `  ${from}` : say(`  ${from} 至 ${through}`, `  ${from} through ${through}`))),
    ...(ranges.length === 0 ? [say('  没有这样的值', '  there is none')] : []),
    ...nearby(below, '不足，最接近', 'less, the nearest'),
    ...nearby(above, '超过，最接近', 'more, the nearest'),
    ...missing.map(({ label: name, path }) =>
      say(`  先要补充：${inLanguage(name, language)}（${path}）`, `  to be known first: ${inLanguage(name, language)} (${path})`),
    ),
    say(`步长${step}；${CERTAINTIES[certainty][0]}`, `step ${step}; ${CERTAINTIES[certainty][1]}`),
  ])
}

/** The amount under every other reading. */
export function readingsText({ result, lines }: CalculationRecord, readings: readonly ReadingSensitivity[], language: Language): string {
  const say = sayIn(language)
  const words = lines[0]?.label ?? outcomeText(result)
  const answer = ({ outcome, amount }: ReadingAlternative): string =>
    answerText(
      { words: outcome === result.outcome ? words : outcomeText({ ...result, outcome }), ...(amount === undefined ? {} : { amount }) },
      say,
      language,
    )
  return linesOf([
    answerText({ words, ...(result.amount === undefined ? {} : { amount: result.amount }) }, say, language),
    ...readings.flatMap(({ reading, label, matters, alternatives }) => [
      `${matters ? '▼' : '·'} ${inLanguage(reading, language)}${say(`（${label.zh}）`, ` (${label.en})`)}`,
      ...alternatives.map((other) => `  ${other.label[language]}${say('：', ': ')}${answer(other)}`),
    ]),
    ...(readings.length === 0 ? [say('没有可以另作理解之处', 'nothing can be read otherwise')] : []),
  ])
}
