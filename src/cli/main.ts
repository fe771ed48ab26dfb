import { CommanderError } from 'commander'
import type { Issue, Message } from '../assessment/errors.js'
import type { Language } from '../assessment/render.js'
import { UsageError } from './failure.js'
import { issueText, languageOf } from './language.js'
import { toStandardOutput } from './output.js'
import { programIn } from './program.js'

/** Wrong usage, a faulty document, faulty terms. */
const WRONG = 2

/** Does what the words of a command line say and tells why where it cannot. The exit code: 0 answered, 1 some facts are bad, 2 wrong usage. */
export async function main(words: readonly string[]): Promise<number> {
  const language = languageOf(words)
  let code = 0
  let help = ''
  const program = programIn(language, (answered) => {
    code = answered
  })
  for (const each of [program, ...program.commands]) {
    each.configureOutput({
      writeOut: (text) => {
        help += text
      },
      writeErr: () => {},
    })
  }
  if (words.length === 0) {
    process.stderr.write(program.helpInformation())
    return WRONG
  }
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      const output = toStandardOutput()
      await output.write(help)
      await output.end()
      return 0
    }
    process.stderr.write(`${faultText(error, language)}\n`)
    return WRONG
  }
}

const LOAN: Message = { zh: '贷款条件有误：', en: 'the terms of the loan are faulty:' }
const HEADS: { readonly [code: string]: Message } = {
  'policy-invalid': { zh: '政策文件有误，或缺少参数（--with）：', en: 'the document is faulty, or a parameter is missing (--with):' },
  'portfolio-invalid': { zh: '预算或申请有误：', en: 'the budget or the claims are faulty:' },
}

/** Why the command could not do what it was told. */
function faultText(error: unknown, language: Language): string {
  if (error instanceof CommanderError) return usageText(error.message.replace(/^error: /, ''), language)
  if (error instanceof UsageError) return [error.text[language], ...listed(error.issues, language)].join('\n')
  const { code, issues, message } = error as { readonly code?: string; readonly issues?: readonly Issue[]; readonly message: string }
  if (issues !== undefined) {
    return [(HEADS[code ?? ''] ?? LOAN)[language], ...listed(issues, language)].join('\n')
  }
  return language === 'zh' ? `未能完成：${message}` : `not done: ${message}`
}

const listed = (issues: readonly Pick<Issue, 'path' | 'message'>[], language: Language): readonly string[] =>
  issues.map((issue) => `  ${issueText(issue, language)}`)

const CHINESE: readonly (readonly [pattern: RegExp, zh: string])[] = [
  [/^unknown option '(.+?)'/, '没有选项 $1'],
  [/^unknown command '(.+?)'/, '没有命令 $1'],
  [/^required option '(.+?)' not specified/, '缺少选项 $1'],
  [/^missing required argument '(.+?)'/, '缺少参数 $1'],
  [/^option '(.+?)' argument missing/, '选项 $1 缺少值'],
  [/^option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+)\.$/, '选项 $1 的值 $2 无效，可用：$3'],
  [/^too many arguments(?: for '(.+?)')?.*$/, '参数太多'],
  [/\n?\(Did you mean (.+)\?\)/, '（是否指 $1？）'],
]

/** What commander says of wrong usage, with the way to the help. */
function usageText(message: string, language: Language): string {
  const text = language === 'zh' ? CHINESE.reduce((said, [pattern, zh]) => said.replace(pattern, zh), message) : message
  return language === 'zh' ? `${text}\n用法见 subvention --help` : `${text}\nsee subvention --help --lang en`
}
