import { expect, test } from 'vitest'
import { textOf } from './sources.js'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const manifest = JSON.parse(textOf('package.json')) as Manifest
const lockfile = textOf('package-lock.json')

test('the lockfile records no download addresses', () => {
  expect(lockfile.split('\n').filter((line) => line.includes('"resolved"'))).toEqual([])
})

test('the lockfile is of this package.json', () => {
  const locked = (JSON.parse(lockfile) as { packages: Readonly<Record<string, Partial<Manifest>>> }).packages['']
  expect(locked).toMatchObject({ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies })
})

test('five runtime dependencies and no other', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['@date-fns/utc', '@noble/hashes', 'date-fns', 'decimal.js', 'zod'])
})

test('development tools are pinned exactly', () => {
  const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
  expect(loose).toEqual([])
})
