// Many applications at once: a table from Excel through the command, one answer a line, and a summary.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const table = fileURLToPath(new URL('batch/applications.csv', import.meta.url))
const { stdout, stderr, status } = spawnSync('subvention', ['assess', 'shandong-luke-loan-2023', table, '--brief'], { encoding: 'utf8' })
console.log(stdout.replace('\uFEFF', '').replaceAll('\r\n', '\n').trimEnd())
console.log(stderr.trimEnd())
console.log(`exit code ${status}`)
