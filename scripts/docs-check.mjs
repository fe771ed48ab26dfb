// Runs the code blocks of README*.md, CONTRIBUTING.md and docs/**/*.md against the built package. The fence's words decide:
//
//   ```js                     a program; it imports 'subvention/…' by name
//   ```js continued           goes on where the page's previous js block ended
//   ```sh                     commands of subvention are run; `npm run x` must exist; anything else is only read
//   ```json                   is JSON; with `policy` it goes through parsePolicy, with `schema` it is a JSON Schema
//   ```ts                     is type-checked against the built package; with file=src/… as if it stood there
//   … file=name               also (or, for csv and text, only) writes the block to that file of the page's folder
//   … output                  what the block before it prints
//   … invalid                 (json policy, ts) must be refused: a faulty document, a type error
//   … exit=1                  (sh) the exit code of the last command
//
// A page has a folder of its own, in which its blocks run and where examples/ is the repository's.
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commandFolder, difference, filesBelow, root, run, together } from './run.mjs'

const pages = [...(await filesBelow('docs', '.md')), ...['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md']].filter(
  (page) => !page.startsWith('docs/decisions/'),
)
const work = join(root, 'reports', 'docs')
const languages = new Set(['js', 'ts', 'json', 'sh', 'csv', 'text', 'markdown', 'html', 'ndjson'])
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

/** The fenced blocks of a page, each with its line, language, words, options and text. */
function blocksOf(text) {
  const blocks = []
  let open
  text.split('\n').forEach((line, index) => {
    const fence = /^(\s*)(`{3,}|~{3,})\s*(.*)$/.exec(line)
    if (open === undefined && fence) {
      const [language = '', ...rest] = fence[3].trim().split(/\s+/)
      const options = Object.fromEntries(rest.filter((word) => word.includes('=')).map((word) => word.split('=')))
      open = { indent: fence[1].length, fence: fence[2], line: index + 1, language, words: new Set(rest), options, lines: [] }
    } else if (open !== undefined && fence?.[3] === '' && fence[2].startsWith(open.fence)) {
      blocks.push({ ...open, text: `${open.lines.join('\n')}\n` })
      open = undefined
    } else if (open !== undefined) open.lines.push(line.slice(Math.min(open.indent, line.length - line.trimStart().length)))
  })
  return blocks
}

/** The commands of a sh block; a line that ends in a backslash goes on. */
const commandsOf = (text) =>
  text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/^\$ /, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

const runsSubvention = (command) => /(^|[|;&]\s*)(npx )?subvention(\s|$)/.test(command)

async function checkPage(page, { parsePolicy, path }) {
  const folder = join(work, page.replace(/\.md$/, ''))
  await mkdir(folder, { recursive: true })
  await symlink(join(root, 'examples'), join(folder, 'examples'))
  const faults = []
  const typed = []
  let ran = 0
  let printed
  let program = ''
  let programPrinted = ''
  for (const block of blocksOf(await readFile(join(root, page), 'utf8'))) {
    const at = `${page}:${block.line}`
    const { language, words, options, text } = block
    const fault = (message) => faults.push(`${at}: ${message}`)
    if (words.has('output')) {
      if (printed === undefined) fault('no block before it printed anything')
      const differing = printed !== undefined && difference(text, printed)
      if (differing) fault(differing)
      printed = undefined
      continue
    }
    printed = undefined
    if (!languages.has(language)) {
      fault(`a block needs one of the languages ${[...languages].join(', ')}, found "${language}"`)
      continue
    }
    if (options.file !== undefined && language !== 'ts') {
      await mkdir(dirname(join(folder, options.file)), { recursive: true })
      await writeFile(join(folder, options.file), text)
    }
    if (language === 'js') {
      const continued = words.has('continued')
      program = continued ? program + text : text
      const file = join(folder, `line-${block.line}.mjs`)
      await writeFile(file, program)
      const { code, stdout, stderr } = await run(process.execPath, [file], { cwd: folder })
      if (code !== 0) fault(`exit code ${code}\n${stderr}`)
      printed = continued && stdout.startsWith(programPrinted) ? stdout.slice(programPrinted.length) : stdout
      programPrinted = stdout
      ran++
    }
    if (language === 'ts') {
      const file = join(folder, options.file ?? `line-${block.line}.ts`)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, /^(import|export)\b/m.test(text) ? text : `${text}export {}\n`)
      typed.push({ at, file, invalid: words.has('invalid') })
      ran++
    }
    if (language === 'json') {
      try {
        const value = JSON.parse(text)
        if (words.has('policy')) parsePolicy(value)
        if (words.has('invalid')) fault('was accepted, but is marked invalid')
        if (words.has('schema') && typeof value.$schema !== 'string') fault('a JSON Schema names its $schema')
      } catch (error) {
        if (!words.has('invalid')) fault(error.issues === undefined ? error.message : JSON.stringify(error.issues, null, 1))
        else printed = (error.issues ?? []).map(({ code, path: where }) => `${code} ${where}`).join('\n')
      }
      ran++
    }
    if (language === 'sh') {
      let output = ''
      let code = 0
      const commands = commandsOf(text)
      for (const command of commands) {
        for (const [, script] of command.matchAll(/\bnpm run ([a-z:-]+)/g)) {
          if (scripts[script] === undefined) fault(`there is no npm script ${script}`)
        }
        if (!runsSubvention(command) && !words.has('run')) continue
        const answer = await run('bash', ['-o', 'pipefail', '-c', command], { cwd: folder, env: { PATH: path, NO_COLOR: '1' } })
        output += answer.stdout
        code = answer.code
        const expected = command === commands.at(-1) ? Number(options.exit ?? 0) : 0
        if (code !== expected) fault(`${command}\n    exit code ${code}, expected ${expected}\n${answer.stderr}`)
        if (words.has('stderr')) output += answer.stderr
        ran++
      }
      printed = output
    }
  }
  return { page, faults, ran, typed }
}

/** Type-checks the ts blocks of all pages in one program; relative imports of a file=src/… block resolve as from there. */
async function typeFaults(typed) {
  if (typed.length === 0) return []
  const folders = [...new Set(typed.map(({ file }) => /^(.*)\/src\//.exec(relative(work, file))?.[1]).filter(Boolean))]
  const base = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8')).compilerOptions
  const compilerOptions = {
    ...base,
    noUnusedLocals: false,
    noUnusedParameters: false,
    rootDirs: ['../../src', ...folders.map((folder) => `./${folder}/src`)],
  }
  const project = join(work, 'tsconfig.json')
  await writeFile(project, JSON.stringify({ compilerOptions, files: typed.map(({ file }) => relative(work, file)) }))
  const { stdout, code } = await run(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', project, '--pretty', 'false'],
    { cwd: work },
  )
  const lines = stdout.split('\n')
  const faults = typed.flatMap(({ at, file, invalid }) => {
    const own = lines.filter((line) => line.startsWith(`${relative(work, file)}(`))
    if (invalid) return own.length === 0 ? [`${at}: compiles, but is marked invalid`] : []
    return own.map((line) => `${at}: ${line}`)
  })
  const known = lines.some((line) => typed.some(({ file }) => line.startsWith(`${relative(work, file)}(`)))
  return code !== 0 && !known ? [...faults, stdout] : faults
}

await rm(work, { recursive: true, force: true })
const { parsePolicy } = await import(pathToFileURL(join(root, 'dist/index.js')).href)
const path = `${await commandFolder()}:${process.env.PATH}`
const answers = await together(pages.map((page) => () => checkPage(page, { parsePolicy, path })))
const faults = [...answers.flatMap((answer) => answer.faults), ...(await typeFaults(answers.flatMap((answer) => answer.typed)))]
for (const fault of faults) console.log(fault)
const ran = answers.reduce((sum, answer) => sum + answer.ran, 0)
console.log(`${ran} code blocks and commands in ${pages.length} pages: ${faults.length === 0 ? 'all hold' : `${faults.length} faults`}`)
process.exitCode = faults.length === 0 && ran > 0 ? 0 : 1
