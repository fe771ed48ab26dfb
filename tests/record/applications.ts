import { readdirSync } from 'node:fs'
import { withParameters } from '../../src/document/parameters.js'
import type { Policy } from '../../src/policy/policy.js'
import type { CalculationInput } from '../../src/record/index.js'
import { type Cases, factsOf } from '../policies/cases.js'

export interface Application extends CalculationInput {
  readonly name: string
}

/** Every case of the documents of the table of policies, as what a record is made from. */
export async function applications(): Promise<readonly Application[]> {
  const ids = readdirSync(new URL('../../src/policies/', import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort()
  const found = await Promise.all(
    ids.map(async (id) => {
      const { default: policy } = (await import(`../../src/policies/${id}.ts`)) as { readonly default: Policy }
      const { default: table } = (await import(`../policies/${id}.cases.ts`)) as { readonly default: Cases }
      return table.cases.map((row) => {
        const parameters = { ...table.parameters, ...row.parameters }
        return {
          name: `${id}: ${row.name}`,
          policy: Object.keys(parameters).length === 0 ? policy : withParameters(policy, parameters),
          facts: factsOf(table.base, row),
          options: {
            ...(row.knownOn === undefined ? {} : { knownOn: row.knownOn }),
            ...(row.rule === undefined ? {} : { rule: row.rule }),
          },
        }
      })
    }),
  )
  return found.flat()
}
