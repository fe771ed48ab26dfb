import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const digestOf = (token) => createHash('sha256').update(token).digest('hex')

export const ROLES = ['submit', 'handle', 'review', 'approve', 'pay', 'audit', 'administer']

/** Who may do what, by token. The file holds digests of tokens, never tokens: `{ "name", "roles", "sha256" }`. */
export async function readPeople(file) {
  const people = JSON.parse(await readFile(file, 'utf8'))
  for (const { name, roles } of people) {
    const unknown = roles.filter((role) => !ROLES.includes(role))
    if (unknown.length > 0) throw new Error(`${name}: unknown roles ${unknown.join(', ')}; there are ${ROLES.join(', ')}`)
  }
  const byDigest = new Map(people.map(({ name, roles, sha256 }) => [sha256, { name, roles }]))
  return (token) => byDigest.get(digestOf(token))
}
