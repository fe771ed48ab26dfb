// Assesses the applications of examples/applications under real documents and prints the explanations in Chinese and English.
import { readdir, readFile } from 'node:fs/promises'
import { assess, explain, parseFacts, toText, withParameters } from 'subvention'

const folder = new URL('applications/', import.meta.url)

for (const file of (await readdir(folder)).sort()) {
  const { name, policy: id, parameters, rule, facts: stated } = JSON.parse(await readFile(new URL(file, folder), 'utf8'))
  const { default: document } = await import(`subvention/policies/${id}`)
  const policy = parameters === undefined ? document : withParameters(document, parameters)
  const lines = explain(assess(policy, parseFacts(policy, stated), rule === undefined ? {} : { rule }))
  for (const language of ['zh', 'en']) console.log(`── ${name[language]} ──\n${toText(lines, { language })}\n`)
}
