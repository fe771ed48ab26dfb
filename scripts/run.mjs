import { spawn } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command to its end: exit code, what it printed on each stream and on both, as text. */
export function run(command, args, { cwd = root, env = {}, input = '', show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } })
    const answer = { code: 1, stdout: '', stderr: '', printed: '' }
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8')
      child[stream].on('data', (text) => {
        answer[stream] += text
        answer.printed += text
        if (show) process[stream].write(text)
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...answer, code: code ?? 1 }))
    child.stdin.on('error', () => {}) // a command that reads no input may end before it is written
    child.stdin.end(input)
  })
}

/** All jobs, at most `width` at a time; answers in the order of the jobs. */
export async function together(jobs, width = 2) {
  const answers = []
  let next = 0
  const worker = async () => {
    while (next < jobs.length) {
      const index = next++
      answers[index] = await jobs[index]()
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return answers
}

/** The files below a folder of the repository, as paths from the root, in order of name. */
export async function filesBelow(folder, ending) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** A folder in which `subvention` and `npx subvention` are the command just built, to stand first in PATH. */
export async function commandFolder() {
  const folder = join(root, 'reports', 'command')
  await mkdir(folder, { recursive: true })
  const bin = join(root, 'dist', 'cli', 'index.js')
  await writeFile(join(folder, 'subvention'), `#!/bin/sh\nexec node '${bin}' "$@"\n`, { mode: 0o755 })
  await writeFile(
    join(folder, 'npx'),
    `#!/bin/sh\n[ "$1" = subvention ] || { echo "only npx subvention is run here, not npx $1" >&2; exit 127; }\nshift\nexec node '${bin}' "$@"\n`,
    { mode: 0o755 },
  )
  return folder
}

/** The first line in which two texts differ, as a message; undefined when they are the same but for spaces at line ends. */
export function difference(expected, given) {
  const [want, got] = [expected, given].map((text) =>
    text
      .replaceAll('\r\n', '\n')
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd()),
  )
  const line = Array.from({ length: Math.max(want.length, got.length) }).findIndex((_, index) => want[index] !== got[index])
  if (line < 0) return undefined
  return `line ${line + 1} of the output\n    expected: ${want[line] ?? '(no such line)'}\n    printed:  ${got[line] ?? '(no such line)'}`
}
