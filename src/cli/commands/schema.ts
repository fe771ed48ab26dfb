import { policyOf } from '../documents.js'
import { instrumentOf } from '../instruments.js'

/** The JSON Schema of the facts a document asks for. */
export async function schemaCommand(document: string, instrument: string | undefined): Promise<string> {
  const policy = await policyOf(document)
  return `${JSON.stringify(instrumentOf(policy, instrument).factsSchema(policy), null, 2)}\n`
}
