// A document of your own as JSON: read with every fault at once, then used like one that ships.
import { readFile } from 'node:fs/promises'
import { parsePolicy, safeParsePolicy } from 'subvention'
import { assess, explain, parseFacts, toMarkdown } from 'subvention/interest-subsidy'

const text = await readFile(new URL('own-document.json', import.meta.url), 'utf8')

const draft = text
  .replace('"cap": "10万元"', '"cap": "10万"')
  .replace('"above": "5000万元"', '"atLeast": "5000万元"')
  .replace('"article": "第四条", ', '')
const read = safeParsePolicy(draft)
if (!read.success) for (const { code, path, message } of read.issues) console.log(`${code} ${path}\n  ${message.zh}\n  ${message.en}`)

const policy = parsePolicy(text)
const facts = parseFacts(policy, {
  borrower: { registeredInDistrict: true, revenue: '48000000' },
  loans: [
    { id: 'A', settled: true, interestPaid: '123456.78' },
    { id: 'B', settled: false, interestPaid: '50000' },
  ],
  otherSupport: [{ level: 'city', amount: '70000' }],
  history: { receivedThisYear: '20000' },
})
console.log(`\n${toMarkdown(explain(assess(policy, facts)), { language: 'zh' })}`)
