import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'
import { vi } from 'vitest'
import type { Issue } from '../../src/assessment/errors.js'
import { issueText } from '../../src/cli/language.js'
import { programIn } from '../../src/cli/program.js'
import { root } from '../project/sources.js'

/** What a run of the command left: its exit code and what it printed. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The command built from its source, with a folder to work in. */
export interface BuiltCommand {
  readonly folder: string
  /** The file that Node runs. */
  readonly entry: string
  /** Writes a file into the folder. */
  readonly file: (name: string, content: string | Uint8Array | object) => Promise<string>
  readonly start: (
    args: readonly string[],
    nodeOptions?: readonly string[],
    environment?: NodeJS.ProcessEnv,
  ) => ChildProcessWithoutNullStreams
  readonly run: (args: readonly string[], input?: string | Uint8Array, environment?: NodeJS.ProcessEnv) => Promise<Ran>
  readonly remove: () => Promise<void>
}

/** Builds the command and nothing else, so that its tests need no build of the package. */
export async function builtCommand(): Promise<BuiltCommand> {
  const folder = await mkdtemp(join(tmpdir(), 'subvention-command-'))
  await build({
    config: false,
    entry: { index: join(root, 'src/cli/index.ts'), worker: join(root, 'src/cli/worker.ts') },
    outDir: join(folder, 'command'),
    format: ['esm'],
    outExtension: () => ({ js: '.js' }),
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    noExternal: [/./],
    splitting: true,
    platform: 'node',
    target: 'node20',
    silent: true,
  })
  await writeFile(join(folder, 'command', 'package.json'), '{ "type": "module" }')
  const entry = join(folder, 'command', 'index.js')
  const start: BuiltCommand['start'] = (args, nodeOptions = [], environment = {}) =>
    spawn(process.execPath, [...nodeOptions, entry, ...args], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', ...environment } })
  return {
    folder,
    entry,
    start,
    async file(name, content) {
      const isPlain = typeof content === 'string' || content instanceof Uint8Array
      await writeFile(join(folder, name), isPlain ? content : JSON.stringify(content))
      return name
    },
    run(args, input = '', environment = {}) {
      const child = start(args, [], environment)
      child.stdin.on('error', () => {}) // a command that reads no input may end before it is written
      child.stdin.end(input)
      return ended(child)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Runs the command in this process and a folder, which is quicker than a process of its own: its exit code and what it says, in English. */
export async function ranHere(folder: string, args: readonly string[]): Promise<Pick<Ran, 'code' | 'stderr'>> {
  let stderr = ''
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text)
    return true
  })
  const before = process.cwd()
  process.chdir(folder)
  try {
    let code = 0
    const program = programIn('en', (answered) => {
      code = answered
    })
    await program.parseAsync([...args], { from: 'user' })
    return { code, stderr }
  } catch (error) {
    const { message, issues = [] } = error as Error & { readonly issues?: readonly Pick<Issue, 'path' | 'message'>[] }
    return { code: 2, stderr: [message, ...issues.map((issue) => issueText(issue, 'en'))].join('\n') }
  } finally {
    process.chdir(before)
    write.mockRestore()
  }
}

/** Gathers what a started command prints until it ends. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const chunks: { readonly stdout: Buffer[]; readonly stderr: Buffer[] } = { stdout: [], stderr: [] }
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(chunks.stdout).toString(), stderr: Buffer.concat(chunks.stderr).toString() })
    })
  })
}

/** The JSON objects of NDJSON text. */
export const objectsIn = (text: string): readonly { readonly [key: string]: unknown }[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly [key: string]: unknown })

/** Text in GB18030, by the inverse of what TextDecoder reads; two-byte characters only. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (pairs().get(character) as number[]))),
  )
}

let known: Map<string, number[]> | undefined

function pairs(): Map<string, number[]> {
  if (known !== undefined) return known
  known = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !known.has(character)) known.set(character, [lead, trail])
    }
  }
  return known
}
