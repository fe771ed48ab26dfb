import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { build } from 'tsup'
import { vi } from 'vitest'
import { main } from '../../src/cli/main.js'
import { root } from '../project/sources.js'

/** What a run of the command left: its exit code and what it printed. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The command with a folder to work in. */
export interface Command {
  readonly folder: string
  /** Writes a file into the folder. */
  readonly file: (name: string, content: string | Uint8Array | object) => Promise<string>
  readonly run: (args: readonly string[], input?: string | Uint8Array) => Promise<Ran>
  readonly remove: () => Promise<void>
}

/** The command built from its source, run in a process of its own. */
export interface BuiltCommand extends Command {
  /** Runs it in this process and the same folder instead. */
  readonly here: Command['run']
  /** The file that Node runs. */
  readonly entry: string
  readonly start: (
    args: readonly string[],
    nodeOptions?: readonly string[],
    environment?: NodeJS.ProcessEnv,
  ) => ChildProcessWithoutNullStreams
}

/** The command run in this process, which is quicker than a process of its own. */
export async function commandHere(): Promise<Command> {
  const folder = await mkdtemp(join(tmpdir(), 'subvention-command-'))
  return {
    folder,
    async file(name, content) {
      const isPlain = typeof content === 'string' || content instanceof Uint8Array
      await writeFile(join(folder, name), isPlain ? content : JSON.stringify(content))
      return name
    },
    run: (args, input = '') => ranHere(folder, args, input),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function ranHere(folder: string, args: readonly string[], input: string | Uint8Array): Promise<Ran> {
  const stdout = gathering()
  const stderr = gathering()
  const streams = { stdin: Readable.from(chunksOf(Buffer.from(input))), stdout: stdout.stream, stderr: stderr.stream }
  const spies = [
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(streams.stdin as typeof process.stdin),
    vi.spyOn(process, 'stdout', 'get').mockReturnValue(streams.stdout as typeof process.stdout),
    vi.spyOn(process, 'stderr', 'get').mockReturnValue(streams.stderr as typeof process.stderr),
  ]
  const before = process.cwd()
  process.chdir(folder)
  try {
    const code = await main(args)
    return { code, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    process.chdir(before)
    for (const spy of spies) spy.mockRestore()
  }
}

function gathering(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString() }
}

/** As much as a pipe gives at a time. */
const CHUNK = 64 * 1024

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}

/** Builds the command and nothing else, so that its tests need no build of the package. */
export async function builtCommand(): Promise<BuiltCommand> {
  const here = await commandHere()
  const { folder } = here
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
    ...here,
    here: here.run,
    entry,
    start,
    run(args, input = '') {
      const child = start(args)
      child.stdin.on('error', () => {}) // a command that reads no input may end before it is written
      child.stdin.end(input)
      return ended(child)
    },
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
