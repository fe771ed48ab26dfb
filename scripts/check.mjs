// Everything that must hold before a change lands, in order, with timings. --after-tests leaves out what `npm test` has just run.
import { run } from './run.mjs'

const afterTests = process.argv.includes('--after-tests')
const node = process.execPath
const bin = (name) => ['npx', ['--no-install', name]]
const tsc = 'node_modules/typescript/bin/tsc'

const steps = [
  ['format and lint', ...bin('biome'), 'ci', '--colors=off', '.'],
  ['type-aware lint', ...bin('oxlint'), '--type-aware', 'src', 'tests'],
  ['types of the library', node, [tsc, '-p', 'tsconfig.json']],
  ['types of the command and the tests', node, [tsc, '-p', 'tsconfig.test.json']],
  ['generated files are fresh', node, ['scripts/generate.mjs', '--check']],
  ['tests in four time zones, floors, exported names', ...bin('vitest'), 'run'],
  ['build', node, ['scripts/build.mjs']],
  ['API reports', node, ['scripts/api.mjs']],
  ['dead code', ...bin('knip')],
  ['dead code in production', ...bin('knip'), '--production'],
  ['package: publint', ...bin('publint'), '--strict'],
  [
    'package: types in every resolution',
    ...bin('attw'),
    '--pack',
    '.',
    '--profile',
    'node16',
    '--include-entrypoints',
    'policies/cn-service-sector-2025',
  ],
  ['size', ...bin('size-limit')],
  ['code blocks of the docs', node, ['scripts/docs-check.mjs']],
  ['examples', node, ['scripts/examples.mjs']],
  ['packed tarball in three consumers', node, ['scripts/consumers.mjs']],
].map(([name, command, first, ...rest]) => ({ name, command, args: [...first, ...rest] }))

const failed = []
const began = performance.now()
for (const { name, command, args } of steps) {
  if (afterTests && name.startsWith('tests')) continue
  const start = performance.now()
  const { code, printed } = await run(command, args, { env: { NO_COLOR: '1', FORCE_COLOR: undefined } })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds.padStart(6)} s  ${name}`)
  if (code !== 0) {
    failed.push(name)
    console.log(printed.trimEnd().replaceAll(/^/gm, '    | '))
  }
}
console.log(
  `check: ${failed.length === 0 ? 'all steps hold' : `failed: ${failed.join('; ')}`} (${((performance.now() - began) / 1000).toFixed(0)} s)`,
)
process.exitCode = failed.length === 0 ? 0 : 1
