// A firm with five insurance policies, one of them cancelled, under a built-in document and one of its own: both answers line by line.
import { readFile } from 'node:fs/promises'
import { parsePolicy } from 'subvention'
import maanshan from 'subvention/policies/maanshan-tech-insurance-2018'
import { assess, explain, parseFacts, toText } from 'subvention/premium-subsidy'

const district = parsePolicy(await readFile(new URL('insurance-policies.json', import.meta.url), 'utf8'))

const year = { start: '2025-03-01', end: '2026-02-28', listedLine: true, paidByEnterprise: true, premiumRefunded: '0' }
const facts = parseFacts([maanshan, district], {
  borrower: { highTechEnterprise: true },
  policies: [
    { ...year, id: 'P-1', line: '产品责任险', insurer: '甲保险公司', premiumPaid: '100000', insuredAmount: '5000000' },
    { ...year, id: 'P-2', line: 'key-rd-equipment', insurer: '甲保险公司', premiumPaid: '400000', insuredAmount: '10000000' },
    // Cancelled after a quarter of its year.
    {
      ...year,
      id: 'P-3',
      line: 'rd-liability',
      insurer: '乙保险公司',
      premiumPaid: '240000',
      premiumRefunded: '180000',
      insuredAmount: '9000000',
    },
    // Paid in dollars: each payment at the rate of its day.
    {
      ...year,
      id: 'P-4',
      line: 'export-credit',
      insurer: '丙保险公司',
      insuredAmount: '8000000',
      payments: [
        { date: '2025-03-01', currency: 'USD', currencyAmount: '10000', exchangeRate: '7.2' },
        { date: '2025-09-01', currency: 'USD', currencyAmount: '10000', exchangeRate: '7.1' },
      ],
    },
    {
      ...year,
      id: 'P-5',
      line: 'patent-pledge-loan-guarantee',
      insurer: '甲保险公司',
      premiumPaid: '1200000',
      insuredAmount: '24000000',
      insurerReceivedThisYear: '0',
    },
  ],
  covers: [{ line: 'key-rd-equipment', start: '2024-03-01', end: '2025-02-28' }],
  otherSupport: [{ level: 'provincial', line: 'key-rd-equipment', amount: '60000' }],
  // Paid by the district before P-3 was cancelled.
  history: { receivedThisYear: '300000' },
})

for (const policy of [maanshan, district]) {
  const assessment = assess(policy, facts)
  for (const language of ['zh', 'en']) console.log(`── ${policy.title[language]} ──\n${toText(explain(assessment), { language })}\n`)
  const { outcome, amount, recipients = [], corrections = [] } = assessment
  const money = [
    ...recipients.map(({ recipient, name = '', amount: paid }) => `${recipient} ${name} ${paid}`.replace('  ', ' ')),
    ...corrections.map(({ clawBack }) => `claw-back ${clawBack}`),
  ]
  console.log(`${outcome} ${amount}: ${money.join(', ')}\n`)
}
