import type { Language } from '../../assessment/render.js'
import { canonicalJson, record, sheetHtml, sheetMarkdown, type Verification, verify } from '../../record/index.js'
import { type CalculationOptions, calculationOf } from '../calculations.js'
import { UsageError } from '../failure.js'
import { textOf } from '../files.js'
import { both, issueText } from '../language.js'
import { recordIn } from '../records.js'

/** The record of one application, as canonical JSON. */
export async function recordCommand(document: string, facts: string | undefined, options: CalculationOptions): Promise<string> {
  return `${canonicalJson(record(await calculationOf(document, facts, options)))}\n`
}

export interface VerifyCommandOptions {
  readonly language: Language
  readonly format: 'text' | 'json'
  readonly hash?: string
}

/** Verifies a record. The exit code: 0 it is the same, 1 it is not, or not the one that a hash kept elsewhere is of. */
export async function verifyCommand(
  path: string,
  { language, format, hash }: VerifyCommandOptions,
): Promise<{ readonly text: string; readonly code: number }> {
  if (hash !== undefined && !/^sha256:[0-9a-f]{64}$/.test(hash))
    throw new UsageError(
      both(`--hash 应为“sha256:”加64位十六进制数字，收到 ${hash}`, `--hash: expected sha256: and 64 hexadecimal digits, received ${hash}`),
    )
  const verification = verify(await textOf(path))
  const other = hash !== undefined && verification.hash !== hash
  const text =
    format === 'json'
      ? `${JSON.stringify({ ...verification, ...(hash === undefined ? {} : { expected: hash }) }, null, 2)}\n`
      : verifiedText(verification, other, language)
  return { text, code: verification.outcome === 'same' && !other ? 0 : 1 }
}

const OUTCOMES = {
  same: both('相符：记录未被改动，本版程序测算结果相同', 'same: the record was not altered, and this version answers alike'),
  differs: both('不符', 'it differs'),
  malformed: both('不是测算记录', 'not a record'),
} as const

function verifiedText({ outcome, findings, hash }: Verification, other: boolean, language: Language): string {
  const elsewhere = both('与另行保存的校验值不是同一份记录', 'not the record that the hash kept elsewhere is of')
  const lines = [
    OUTCOMES[outcome][language],
    ...findings.map((finding) => `  ${issueText(finding, language)}`),
    ...(other ? [`  ${elsewhere[language]}`] : []),
    ...(hash === undefined ? [] : [`${both('记录校验值：', 'hash of the record: ')[language]}${hash}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** The calculation sheet of a record. */
export async function sheetCommand(
  path: string,
  { language, format }: { readonly language: Language; readonly format: 'md' | 'html' },
): Promise<string> {
  const made = await recordIn(path)
  return format === 'html' ? sheetHtml(made, { language }) : sheetMarkdown(made, { language })
}
