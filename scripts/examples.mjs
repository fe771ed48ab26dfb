// Runs every example against the built package and compares what it prints with the committed <name>.out.txt. --write updates them.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandFolder, difference, filesBelow, root, run, together } from './run.mjs'

const write = process.argv.includes('--write')
const env = { PATH: `${await commandFolder()}:${process.env.PATH}`, NO_COLOR: '1' }
const examples = (await filesBelow('examples', '.mjs')).filter((path) => !path.slice('examples/'.length).includes('/')) // a folder is data or a package

const faults = await together(
  examples.map((example) => async () => {
    const golden = example.replace(/\.mjs$/, '.out.txt')
    const { code, stdout, stderr } = await run(process.execPath, [example], { env })
    if (code !== 0) return `${example}: exit code ${code}\n${stderr}`
    if (write) await writeFile(join(root, golden), stdout)
    const expected = await readFile(join(root, golden), 'utf8').catch(() => undefined)
    if (expected === undefined) return `${example}: ${golden} is missing (npm run examples -- --write)`
    const differing = difference(expected, stdout)
    return differing && `${golden}: ${differing}`
  }),
)
const found = faults.filter(Boolean)
for (const fault of found) console.log(fault)
console.log(`${examples.length - found.length} of ${examples.length} examples print what they say`)
process.exitCode = found.length === 0 && examples.length > 0 ? 0 : 1
