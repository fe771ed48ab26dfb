// Writes the generated files, then dist. --javascript-only leaves the type declarations out (quick start).
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'tsup'
import { generate } from './generate.mjs'
import { root } from './run.mjs'

const javascriptOnly = process.argv.includes('--javascript-only')

await generate()
await rm(join(root, 'dist'), { recursive: true, force: true })
await build({ silent: true, ...(javascriptOnly ? { dts: false, sourcemap: false } : {}) })
