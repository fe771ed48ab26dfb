import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../project/sources.js'
import { builtCommand, ended } from './command.js'

test('a year of applications comes to the same bytes whole and in shards', async () => {
  const command = await builtCommand()
  try {
    const words = ['--rows', '600', '--shards', '2', '--workers', '1', '--out', join(command.folder, 'year'), '--command', command.entry]
    const { code, stdout, stderr } = await ended(spawn(process.execPath, [join(root, 'scripts/year.mjs'), ...words]))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/\nwhole and 2 shards are equal to the byte: 7 files in /)
    // The year is worth its name only where there is something of everything.
    for (const kind of ['granted', 'refused']) expect(stdout).not.toMatch(new RegExp(`[ ,]0 ${kind}`))
    expect(stdout).toMatch(/budget 7200000\.00 yuan \(reserve 360000\.00\)/)
  } finally {
    await command.remove()
  }
})
