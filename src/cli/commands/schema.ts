import { policyOf } from '../documents.js'
import { instrumentOf, ruleOf } from '../instruments.js'

/** The JSON Schema of the facts a document asks for. */
export async function schemaCommand(
  document: string,
  { instrument, rule }: { readonly instrument?: string; readonly rule?: string },
): Promise<string> {
  const policy = await policyOf(document)
  return `${JSON.stringify((rule === undefined ? instrumentOf(policy, instrument) : ruleOf(policy, rule)).factsSchema(policy), null, 2)}\n`
}
