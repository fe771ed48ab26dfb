// Packs the library and installs the tarball into the example whose folder this runs in; builds first where dist is missing or older than src.
// --javascript-only is handed on to the build.
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesBelow, root, run } from './run.mjs'

const options = process.argv.slice(2)
const built = join(root, 'dist', options.includes('--javascript-only') ? 'index.js' : 'index.d.ts')
const quietly = ['--no-audit', '--no-fund', '--ignore-scripts']

async function must(command, args, cwd = root) {
  const { code, stdout, printed } = await run(command, args, { cwd })
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${code}\n${printed}`)
  return stdout
}

async function isFresh() {
  if (!existsSync(built)) return false
  const changed = await Promise.all((await filesBelow('src', '.ts')).map(async (file) => (await stat(join(root, file))).mtimeMs))
  return Math.max(...changed) < (await stat(built)).mtimeMs
}

const folder = await mkdtemp(join(tmpdir(), 'subvention-packed-'))
try {
  if (!existsSync(join(root, 'node_modules'))) await must('npm', ['install', ...quietly])
  if (!(await isFresh())) await must(process.execPath, ['scripts/build.mjs', ...options])
  const [{ filename }] = JSON.parse(await must('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]))
  await must('npm', ['install', ...quietly, '--no-save', '--prefer-offline', join(folder, filename)], process.cwd())
} finally {
  await rm(folder, { recursive: true, force: true })
}
