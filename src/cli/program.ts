import { Command, type Help, Option } from 'commander'
import type { Issue } from '../assessment/errors.js'
import type { Language } from '../assessment/render.js'
import { DAY_COUNTS } from '../dates/day-counts.js'
import { version } from '../index.js'
import { REPAYMENTS } from '../loan/index.js'
import type { CalculationOptions } from './calculations.js'
import { type AllocateCommandOptions, allocateCommand } from './commands/allocate.js'
import { type AssessCommandOptions, assessCommand } from './commands/assess.js'
import { checkCommand } from './commands/check.js'
import { type CompareCommandOptions, compareCommand } from './commands/compare.js'
import { diffCommand } from './commands/diff.js'
import { type LoanCommandOptions, loanCommand, SECTIONS } from './commands/loan.js'
import { policiesCommand } from './commands/policies.js'
import { type PoolCommandOptions, poolCommand } from './commands/pool.js'
import { recordCommand, sheetCommand, verifyCommand } from './commands/record.js'
import { schemaCommand } from './commands/schema.js'
import { totalsCommand } from './commands/totals.js'
import { type WhatIfCommandOptions, whatIfCommand } from './commands/what-if.js'
import { UsageError } from './failure.js'
import { factsFaultsText } from './faults.js'
import { both } from './language.js'
import { outputFor } from './output.js'

/** The command with its verbs. `finish` takes the exit code; a fault is thrown. */
export function programIn(language: Language, finish: (code: number) => void): Command {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const program = new Command('subvention')
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ ...helpIn(say), showGlobalOptions: false })
    .helpOption('-h, --help', say('显示帮助', 'show help'))
    .helpCommand('help [command]', say('显示某个命令的帮助', 'show the help of a command'))
    .version(version, '-V, --version', say('显示版本', 'show the version'))
    .description(
      say(
        '按已公布的文件计算一份申请可得多少财政补贴，并逐项说明依据。',
        'How much public money an application gets under a published document, and why.',
      ),
    )
    .addOption(languageOption(say))
    .addHelpText(
      'after',
      `\n${say('退出码：0 已全部答复（不予补贴也是答复），1 有的申请有误，2 用法或文件有误。English: --lang en', 'Exit codes: 0 all answered (a refusal is an answer), 1 some applications are faulty, 2 wrong usage or a faulty document. 中文：--lang zh')}`,
    )
  // A command within a command does not take over what its parent has been told of help.
  const verb = (name: string, description: string): Command =>
    program.command(name).description(description).helpOption('-h, --help', say('显示帮助', 'show help')).addOption(languageOption(say))
  const outOption = new Option('-o, --out <file>', say('写入文件而不是标准输出', 'write to a file instead of standard output'))
  const print = async (text: string, out: string | undefined): Promise<void> => {
    const output = outputFor(out)
    await output.write(text)
    await output.end()
  }
  const instrumentOption = new Option(
    '--instrument <name>',
    say('文件有多个部分时，计算哪一种', 'which instrument, where a document has parts of several'),
  )

  const ruleOption = new Option(
    '--rule <name>',
    say('引导基金文件有多项规则时，只计算哪一项', 'which rule of a guidance fund, where a document states several'),
  )

  verb('policies', say('列出内置的文件', 'list the documents that ship'))
    .option('--json', say('JSON 数组', 'a JSON array'))
    .addOption(outOption)
    .action(async ({ json, out }: { json?: boolean; out?: string }) => {
      await print(policiesCommand(language, json === true), out)
      finish(0)
    })

  addLoan(verb('loan', say('贷款：还款计划、分期利息、年化成本', 'a loan: schedule, interest by period, annual cost')), say)
    .addOption(outOption)
    .action(async (file: string | undefined, options: LoanCommandOptions & { readonly out?: string }) => {
      await print(await loanCommand(file, { ...options, language }), options.out)
      finish(0)
    })

  verb('schema', say('一份文件所需事实的 JSON Schema', 'the JSON Schema of the facts a document asks for'))
    .argument('<policy>', policyText(say))
    .addOption(instrumentOption)
    .addOption(ruleOption)
    .addOption(outOption)
    .action(async (policy: string, { out, ...which }: { instrument?: string; rule?: string; out?: string }) => {
      await print(await schemaCommand(policy, which), out)
      finish(0)
    })

  verb('check', say('检查自己写的文件，列出全部错误', 'every fault of a document of your own'))
    .argument('<file>', say('JSON 文件，- 为标准输入', 'a JSON file, - for standard input'))
    .addOption(new Option('--format <format>', say('输出格式', 'how the answer is written')).choices(['text', 'json']).default('text'))
    .action(async (file: string, { format }: { format: 'text' | 'json' }) => {
      const { text, code } = await checkCommand(file, language, format)
      await print(text, undefined)
      finish(code)
    })

  verb('pool', say('由事件重建风险补偿资金池', 'replay a risk-compensation pool from its events'))
    .argument('<policy>', policyText(say))
    .argument('[events]', say('事件，每行一个 JSON；- 为标准输入', 'the events, one JSON a line; - for standard input'), '-')
    .option('--with <params.json>', say('模板的参数', 'the parameters of a template'))
    .addOption(new Option('--format <format>', say('输出格式', 'how the answer is written')).choices(['text', 'json']).default('text'))
    .addOption(outOption)
    .action(async (policy: string, events: string, options: Omit<PoolCommandOptions, 'language'> & { readonly out?: string }) => {
      const { text, faults, code } = await poolCommand(policy, events, { ...options, language })
      process.stderr.write(faults)
      await print(text, options.out)
      finish(code)
    })

  // Facts that cannot be read are told as `assess` tells them.
  const answered = async (text: () => Promise<string>, out: string | undefined): Promise<void> => {
    try {
      await print(await text(), out)
      finish(0)
    } catch (error) {
      const { code, issues } = error as { readonly code?: string; readonly issues?: readonly Issue[] }
      if (code !== 'facts-invalid' || issues === undefined) throw error
      process.stderr.write(factsFaultsText(issues, language))
      finish(1)
    }
  }
  addCalculation(verb('record', say('一份申请的测算记录，供存档', 'the record of an application, for the archive')), say)
    .addOption(ruleOption)
    .addOption(outOption)
    .action((policy: string, facts: string | undefined, { out, ...options }: CalculationOptions & Out) =>
      answered(() => recordCommand(policy, facts, options), out),
    )

  verb('verify', say('核对测算记录：是否被改动，本版测算是否相同', 'whether a record was altered, and whether this version answers alike'))
    .argument('[record]', recordText(say), '-')
    .option('--hash <hash>', say('另行保存的校验值，如打印在测算表上的', 'the hash kept elsewhere, such as on the printed sheet'))
    .addOption(formatOption(say, ['text', 'json']))
    .addOption(outOption)
    .action(async (path: string, { out, ...options }: { hash?: string; format: 'text' | 'json' } & Out) => {
      const { text, code } = await verifyCommand(path, { ...options, language })
      await print(text, out)
      finish(code)
    })

  verb('diff', say('两份测算记录的差额及其原因', 'the difference between two records by its causes'))
    .argument('<before>', recordText(say))
    .argument('<after>', recordText(say))
    .addOption(formatOption(say, ['text', 'json']))
    .addOption(outOption)
    .action((before: string, after: string, { out, format }: { format: 'text' | 'json' } & Out) =>
      answered(() => diffCommand(before, after, { language, format }), out),
    )

  verb('sheet', say('测算记录的审核测算表', 'the calculation sheet of a record'))
    .argument('[record]', recordText(say), '-')
    .addOption(formatOption(say, ['md', 'html']))
    .addOption(outOption)
    .action((path: string, { out, format }: { format: 'md' | 'html' } & Out) =>
      answered(() => sheetCommand(path, { language, format }), out),
    )

  addWhatIf(addCalculation(verb('what-if', say('怎样才会改变结论或金额', 'what would change the outcome or the amount')), say), say)
    .addOption(ruleOption)
    .addOption(outOption)
    .action((policy: string, facts: string | undefined, { out, ...options }: Omit<WhatIfCommandOptions, 'language'> & Out) =>
      answered(() => whatIfCommand(policy, facts, { ...options, language }), out),
    )

  addAssess(verb('assess', say('计算一份或许多份申请', 'assess one application or many')), say)
    .addOption(instrumentOption)
    .addOption(ruleOption)
    .addOption(outOption)
    .action(async (policy: string, facts: string, options: AssessCommandOptions) => {
      finish(await assessCommand(policy, facts, { ...options, language }))
    })

  addAllocate(verb('allocate', say('把一份预算分给许多申请', 'divide a budget among many claims')), say)
    .addOption(outOption)
    .action(async (files: readonly string[], options: AllocateCommandOptions) => {
      finish(await allocateCommand(files, { ...options, language }))
    })

  addCompare(verb('compare', say('同一批申请在两份文件下的差别', 'the same applications under two documents')), say)
    .addOption(outOption)
    .action(async (a: string, b: string, facts: readonly string[], options: CompareCommandOptions & { readonly out?: string }) => {
      const { text, code } = await compareCommand(a, b, facts, { ...options, language })
      await print(text, options.out)
      finish(code)
    })

  verb('totals', say('合并几次计算的汇总', 'the summaries of several runs as one'))
    .argument('<summaries...>', say('assess --summary 写的 JSON 文件', 'JSON files written by assess --summary'))
    .addOption(outOption)
    .action(async (files: readonly string[], { out }: { out?: string }) => {
      const { json, text } = await totalsCommand(files, language)
      await print(json, out)
      process.stderr.write(text)
      finish(0)
    })
  return program
}

type Say = (zh: string, en: string) => string

interface Out {
  readonly out?: string
}

const recordText = (say: Say): string => say('测算记录；- 为标准输入', 'a record; - for standard input')

const formatOption = (say: Say, formats: readonly string[]): Option =>
  new Option('--format <format>', say('输出格式', 'how the answer is written')).choices(formats).default(formats[0])

function addCalculation(command: Command, say: Say): Command {
  return command
    .argument(
      '<policy>',
      say(
        '内置文件的编号，自己的 .json 文件，或含文件与事实的一份申请、测算记录',
        'a document that ships, a .json file of your own, or an application or record that holds document and facts',
      ),
    )
    .argument('[facts]', say('事实的 JSON 文件；不写则读标准输入', 'the facts as a JSON file; standard input unless given'))
    .option('--with <params.json>', say('模板的参数', 'the parameters of a template'))
    .option('--known-on <date>', say('决定日：此后公布的利率视为未知', 'the day of decision: rates published later are unknown'))
    .option('--rates <rows.json>', say('补充以后公布的利率', 'reference rates published since'))
}

function addWhatIf(command: Command, say: Say): Command {
  return command
    .option('--find <fact>', say('求某项事实的值，如 loans[0].principal', 'the values of a fact, such as loans[0].principal'))
    .option('--amount <yuan>', say('想得到的金额（元），most 为最多', 'the amount wanted in yuan, or most'))
    .option('--from <value>', say('从这个值试起', 'the first value to try'))
    .option('--through <value>', say('试到这个值（含）', 'the last value to try, included'))
    .option('--step <size>', say('比率的步长，默认一个基点', 'the step of a rate: a basis point unless given'))
    .addOption(
      new Option('--moving <fact>', say('随时间推移的事实，可多次', 'a fact that moves with time; may be repeated'))
        .argParser(gather)
        .default([], 'application.date, loans[].daysOverdue'),
    )
    .option('--readings', say('文件未规定之处换一种理解会怎样', 'the amount where the document is read otherwise'))
    .addOption(formatOption(say, ['text', 'json']))
}

const policyText = (say: Say): string =>
  say('内置文件的编号，或自己的 .json 文件', 'the id of a document that ships, or a .json file of your own')

/** Shown in help and checked; its value was read before, since help needs it. */
const languageOption = (say: Say): Option => new Option('--lang <language>', say('语言', 'language')).choices(['zh', 'en']).default('zh')

const gather = (value: string, list: readonly string[]): readonly string[] => [...list, value]

/** Reads an option that is a whole number from a least to a most. */
const wholeNumber =
  (name: string, least: number, most: number) =>
  (value: string): number => {
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= least && number <= most) return number
    throw new UsageError(
      both(
        `${name} 应为${least}至${most}的整数，收到 ${value}`,
        `${name}: expected a whole number from ${least} to ${most}, received ${value}`,
      ),
    )
  }

function addAssess(command: Command, say: Say): Command {
  return command
    .argument('<policy>', policyText(say))
    .argument('[facts]', say('事实的 JSON 文件；- 为标准输入', 'the facts as a JSON file; - for standard input'), '-')
    .addOption(
      new Option('--format <format>', say('单个申请的输出格式（默认 text）', 'how one answer is written (default: text)')).choices([
        'text',
        'md',
        'html',
        'json',
      ]),
    )
    .option('--with <params.json>', say('模板的参数', 'the parameters of a template'))
    .option('--known-on <date>', say('决定日：此后公布的利率视为未知', 'the day of decision: rates published later are unknown'))
    .option('--rates <rows.json>', say('补充以后公布的利率', 'reference rates published since'))
    .addOption(
      new Option(
        '--input <format>',
        say('成批申请，每行一份（.ndjson、.jsonl、.csv 自动识别）', 'many applications, one a line (.ndjson, .jsonl, .csv are recognized)'),
      ).choices(['ndjson', 'csv']),
    )
    .addOption(
      new Option('--output <format>', say('成批结果的格式（默认同输入）', 'how many answers are written (default: as the input)')).choices([
        'ndjson',
        'csv',
      ]),
    )
    .addOption(
      new Option('--encoding <encoding>', say('CSV 的编码', 'the encoding of the CSV'))
        .choices(['auto', 'utf-8', 'gb18030'])
        .default('auto'),
    )
    .addOption(
      new Option('--ignore <column>', say('CSV 中不读的列，可多次', 'a column of the CSV to leave out; may be repeated'))
        .argParser(gather)
        .default([], 'none'),
    )
    .option('--brief', say('NDJSON 结果不带说明', 'NDJSON answers without their explanation'))
    .addOption(
      new Option('--keep <fact>', say('结果中保留的事实（路径），可多次', 'a fact, by its path, that the answers keep; may be repeated'))
        .argParser(gather)
        .default([], 'none'),
    )
    .option('--summary <file>', say('汇总写入 JSON 文件', 'write the closing summary as JSON'))
    .addOption(
      new Option('--workers <number>', say('用几个线程计算，结果不变', 'how many threads work; the answers are the same'))
        .argParser(wholeNumber('--workers', 1, 64))
        .default(1, '1'),
    )
    .option('--resume', say('接着写中断的 --out 文件', 'go on with an --out file that was cut short'))
}

function addCompare(command: Command, say: Say): Command {
  return command
    .argument('<before>', policyText(say))
    .argument(
      '<after>',
      say(
        '另一份文件；与前者相同时用 --changes 或 --with-b 改动',
        'the other document; changed with --changes or --with-b where it is the same',
      ),
    )
    .argument(
      '<facts...>',
      say('成批申请的 NDJSON 或 CSV 文件；- 为标准输入', 'files of many applications, NDJSON or CSV; - for standard input'),
    )
    .option('--with-a <params.json>', say('前一份文件的参数', 'the parameters of the first document'))
    .option('--with-b <params.json>', say('后一份文件的参数', 'the parameters of the second document'))
    .option('--changes <changes.json>', say('后一份文件的改动：{ 路径: 值 }', 'changes of the second document: { path: value }'))
    .option('--known-on <date>', say('决定日：此后公布的利率视为未知', 'the day of decision: rates published later are unknown'))
    .option('--rates <rows.json>', say('补充以后公布的利率', 'reference rates published since'))
    .addOption(
      new Option('--input <format>', say('输入格式（默认按文件名）', 'how they are written (default: by the name)')).choices([
        'ndjson',
        'csv',
      ]),
    )
    .addOption(
      new Option('--encoding <encoding>', say('CSV 的编码', 'the encoding of the CSV'))
        .choices(['auto', 'utf-8', 'gb18030'])
        .default('auto'),
    )
    .addOption(
      new Option('--ignore <column>', say('CSV 中不读的列，可多次', 'a column of the CSV to leave out; may be repeated'))
        .argParser(gather)
        .default([], 'none'),
    )
    .option('--by <fact>', say('按这个事实（路径）分组', 'group by a fact, by its path'))
    .option('--rows <file>', say('每份申请的差别写入 CSV 文件', 'write what changes for each application as CSV'))
    .option('--report <file>', say('报告写入 HTML 文件', 'write the report as HTML'))
    .option('--summary <file>', say('汇总写入 JSON 文件', 'write the figures as JSON'))
}

function addAllocate(command: Command, say: Say): Command {
  return command
    .argument(
      '<files...>',
      say(
        'assess 的结果，或 { id, amount, base?, keys? } 的 NDJSON、CSV 文件；- 为标准输入',
        'answers of assess, or NDJSON or CSV files of { id, amount, base?, keys? }; - for standard input',
      ),
    )
    .requiredOption('--budget <amount>', say('预算额（元），或预算的 JSON 文件', 'the budget in yuan, or as a JSON file'))
    .addOption(new Option('--rule <rule>', say('预算不够时的规则', 'the rule where it is not enough')).choices(['first-come', 'pro-rata']))
    .option(
      '--order <keys>',
      say(
        'first-come 的次序：keys 的名称，逗号分隔，:highest 为由高到低；同序按编号；as-listed 为所列次序',
        'the order of first-come: names of keys apart by commas, :highest for the highest first; ties go by id; as-listed for that of the files',
      ),
    )
    .addOption(
      new Option('--last <way>', say('余额不足的那一笔', 'the claim that asks for more than is left')).choices([
        'part-paid',
        'not-paid',
        'skipped',
      ]),
    )
    .option('--unit <unit>', say('pro-rata 舍到的单位，如 fen、yuan', 'the unit of pro-rata, such as fen or yuan'))
    .addOption(
      new Option('--remainder <way>', say('pro-rata 余下的单位', 'the units that pro-rata leaves')).choices([
        'largest-remainder',
        'unspent',
      ]),
    )
    .option('--reserve <amount>', say('预留额（元）', 'an amount held back, in yuan'))
    .addOption(
      new Option('--input <format>', say('输入格式（默认按文件名）', 'how the claims are written (default: by the name)')).choices([
        'ndjson',
        'csv',
      ]),
    )
    .addOption(
      new Option('--output <format>', say('名单的格式（默认 csv）', 'how the list is written (default: csv)')).choices(['ndjson', 'csv']),
    )
    .option('--summary <file>', say('汇总写入 JSON 文件', 'write the closing summary as JSON'))
}

function addLoan(command: Command, say: Say): Command {
  const repayments = Object.entries(REPAYMENTS)
    .map(([name, texts]) => say(`${name} ${texts.zh}`, name))
    .join(say('、', ', '))
  return command
    .argument(
      '[terms]',
      say('贷款条件的 JSON 文件；- 为标准输入。选项优先', 'the terms as a JSON file; - for standard input. Options go before it'),
    )
    .option('--principal <amount>', say('本金，如 3000000 或 300万元', 'principal, such as 3000000 or 300万元'))
    .option('--rate <rate>', say('年利率，如 0.0345 或 3.45%', 'yearly rate, such as 0.0345 or 3.45%'))
    .addOption(
      new Option('--lpr <tenor>', say('以LPR定价，代替 --rate', 'priced on the LPR, instead of --rate')).choices(['1y', '5y-plus']),
    )
    .option('--spread <points>', say('LPR加点，如 0.005 或 50BP', 'spread over the LPR, such as 0.005 or 50BP'))
    .option(
      '--repricing <day>',
      say(
        '重定价日：never、1-january、anniversary、first-of-month、first-of-quarter',
        'never, 1-january, anniversary, first-of-month, first-of-quarter',
      ),
    )
    .option('--rates <rows.json>', say('补充以后公布的LPR', 'LPRs published since'))
    .option('--known-on <date>', say('此后公布的LPR视为未知', 'LPRs published later are unknown'))
    .option('--drawdown <date>', say('放款日', 'day of drawdown'))
    .option('--months <number>', say('期限（月）', 'term in months'))
    .option('--repayment <way>', repayments)
    .option('--every <months>', say('每几个月还一次：1、3、6、12', 'months between payments: 1, 3, 6, 12'))
    .option('--first-due <date>', say('首次还款日', 'first day of payment'))
    .option('--day-count <name>', say(`计息天数规则：${Object.keys(DAY_COUNTS).join('、')}`, Object.keys(DAY_COUNTS).join(', ')))
    .option('--odd-day-count <name>', say('不足整期部分的天数规则', 'day count of what is not whole periods'))
    .addOption(
      new Option(
        '--prepay <day:amount[:keep]>',
        say('提前还本，保留 term（期限）或 payment（月供），可多次', 'a prepayment that keeps the term or the payment; may be repeated'),
      )
        .argParser(gather)
        .default([], 'none'),
    )
    .addOption(
      new Option('--fee <day:amount>', say('为贷款支付的费用，可多次', 'a fee paid for the loan; may be repeated'))
        .argParser(gather)
        .default([], 'none'),
    )
    .addOption(
      new Option('--subsidy <day:amount>', say('收到的补贴，可多次', 'a subsidy received; may be repeated'))
        .argParser(gather)
        .default([], 'none'),
    )
    .addOption(
      new Option('--settlement <period>', say('按结息期列利息', 'interest by settlement period')).choices([
        'month',
        'quarter',
        'half-year',
        'year',
      ]),
    )
    .addOption(new Option('--settlement-day <day>', say('结息日', 'day of settlement')).default('20'))
    .option('--from <date>', say('只算这一天起（含）', 'interest from this day on, included'))
    .option('--until <date>', say('到这一天止（不含）的利息', 'interest until this day, excluded'))
    .addOption(
      new Option('--cost-day-count <name>', say('年化成本的天数规则', 'day count of the annual cost'))
        .choices(['actual/365', 'actual/360', '30e/360'])
        .default('actual/365'),
    )
    .addOption(
      new Option('--format <format>', say('输出格式', 'how the answer is written')).choices(['text', 'csv', 'json']).default('text'),
    )
    .addOption(new Option('--show <part>', say('只要其中一部分', 'one part only')).choices(SECTIONS))
}

/** Help in the language asked for. */
function helpIn(say: Say): Partial<Help> {
  const titles: { readonly [title: string]: string } = {
    'Usage:': say('用法：', 'Usage:'),
    'Options:': say('选项：', 'Options:'),
    'Commands:': say('命令：', 'Commands:'),
    'Arguments:': say('参数：', 'Arguments:'),
  }
  const withDetails = (description: string, choices: readonly string[] | undefined, value: unknown): string => {
    const details = [
      ...(choices === undefined ? [] : [choices.join(say('、', ', '))]),
      ...(typeof value === 'string' ? [say(`默认 ${value}`, `default: ${value}`)] : []),
    ]
    return details.length === 0 ? description : `${description}${say('（', ' (')}${details.join(say('；', '; '))}${say('）', ')')}`
  }
  return {
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, argChoices, defaultValue }) => withDetails(description, argChoices, defaultValue),
    argumentDescription: ({ description, argChoices, defaultValue }) => withDetails(description, argChoices, defaultValue),
  }
}
