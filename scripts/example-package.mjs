// Installs an example that is a package of its own, and runs its tests: `node scripts/example-package.mjs portal`.
import { join } from 'node:path'
import { root, run } from './run.mjs'

const cwd = join(root, 'examples', process.argv[2] ?? '')
for (const args of [['install', '--no-audit', '--no-fund', '--prefer-offline'], ['test']]) {
  const { code } = await run('npm', args, { cwd, show: true })
  if (code !== 0) process.exit(code)
}
