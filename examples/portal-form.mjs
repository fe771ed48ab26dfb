// A portal: the document draws the form, says while it is filled in what is wrong and what is missing, and answers when it is complete.
import { assess, explain, factsSchema, safeParseFacts, toHtml } from 'subvention/interest-subsidy'
import luke from 'subvention/policies/shandong-luke-loan-2023'

/** The fields of a form, from the JSON Schema of the facts the document asks for. */
function fieldsOf(schema, path = '') {
  if (schema.type === 'array' && schema.items.type === 'object') return fieldsOf(schema.items, `${path}[0]`)
  if (schema.type !== 'object') return [`${path} (${schema['x-kind']}) ${schema['x-titles'].zh} · ${schema['x-titles'].en}`]
  return Object.entries(schema.properties).flatMap(([key, inner]) => fieldsOf(inner, path === '' ? key : `${path}.${key}`))
}

console.log('表单 · the form')
for (const field of fieldsOf(factsSchema(luke))) console.log(`  ${field}`)

const steps = [
  { loans: [{ id: '2023-07', settled: 'yes', interestPaid: '30万' }] },
  { loans: [{ id: '2023-07', settled: true, interestPaid: '300000' }] },
  { borrower: { receivedBefore: false }, loans: [{ id: '2023-07', settled: true, interestPaid: '300000', registered: true }] },
]

for (const [index, form] of steps.entries()) {
  console.log(`\n第${index + 1}步 · step ${index + 1}`)
  const read = safeParseFacts(luke, form)
  if (!read.success) {
    for (const { path, message } of read.issues) console.log(`  ✗ ${path} ${message.zh}`)
    continue
  }
  const assessment = assess(luke, read.facts)
  console.log(`  ${assessment.outcome} ${assessment.amount ?? ''}`.trimEnd())
  for (const { path, label } of assessment.missing) console.log(`  ? ${path} ${label.zh} · ${label.en}`)
  if (assessment.outcome === 'granted') console.log(toHtml(explain(assessment), { language: 'zh' }))
}
