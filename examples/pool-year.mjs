// A year of a Wuhan-style pool: registrations, two defaults, a fuse warning, a recovery. The figures of the 2012 measures are not public: every figure
// here, and the rules of the pool, are the example's own.
import { readFile } from 'node:fs/promises'
import { withParameters } from 'subvention'
import template from 'subvention/policies/wuhan-credit-fund-compensation-2012'
import { ACCOUNTS, rebuild, statement } from 'subvention/risk-compensation'

const read = (name) => readFile(new URL(`pool-year/${name}`, import.meta.url), 'utf8')
const { parameters, pool: terms, fuses } = JSON.parse(await read('terms.json'))
const events = (await read('events.ndjson'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const [part] = template.parts
const policy = withParameters({ ...template, parts: [{ ...part, terms: { ...part.terms, pool: terms, fuses } }] }, parameters)
const { pool, postings, answers } = rebuild(policy, events)
const { balances, bearers, leverage } = statement(pool)

const table = (head, rows) =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
const parties = { city: '市财政 city', district: '区财政 district', lender: '贷款银行 lender' }

console.log('## 经过 · What happened\n')
for (const answer of answers) {
  const { date, kind } = answer
  if (kind === 'registration') console.log(`- ${date} 贷款${answer.loan}备案 · loan ${answer.loan} ${answer.outcome}`)
  if (kind === 'claim')
    console.log(
      `- ${date} 贷款${answer.loan}申请补偿，核定${answer.amount}元 · claim on loan ${answer.loan} ${answer.outcome}: ${answer.amount} yuan`,
    )
  if (kind === 'fuse')
    console.log(`- ${date} ${answer.lender} 熔断 fuse ${answer.fuse}: ${answer.before} → ${answer.state} (${answer.metric})`)
  if (kind === 'payment') console.log(`- ${date} 贷款${answer.loan}拨付${answer.paid}元 · paid`)
  if (kind === 'recovery') console.log(`- ${date} 贷款${answer.loan}追回净额${answer.net}元 · recovered net of costs`)
}

console.log('\n## 谁承担了多少（元） · Who bore what (yuan)\n')
const loans = Object.entries(pool.claims).flatMap(([loan, { funders, others, returned }]) =>
  [
    [funders, returned.funders],
    [others, returned.others],
  ].flatMap(([borne, back]) => Object.keys(borne).map((party) => [`${loan} · ${parties[party]}`, borne[party], back[party] ?? '0.00'])),
)
console.log(table(['贷款 loan · 承担方 party', '承担 borne', '收回 had back'], loans))
console.log()
console.log(
  table(
    ['合计 in all', '承担 borne', '收回 had back', '净承担 net'],
    bearers.map(({ party, borne, returned, net }) => [parties[party], borne, returned, net]),
  ),
)

console.log('\n## 年终余额（元） · Balances at the end of the year (yuan)\n')
const named = ([key, amount]) => {
  const [account, funder] = key.split(':')
  const { zh, en } = ACCOUNTS[account].label
  return [`${zh} ${en}${funder === undefined ? '' : ` · ${parties[funder]}`}`, amount]
}
console.log(
  table(
    ['科目 account', '余额 balance'],
    Object.entries(balances)
      .filter(([, amount]) => amount !== '0.00')
      .map(named),
  ),
)
console.log(`\n${postings.length}笔分录，借贷相等 · postings, all balanced`)
console.log(`贷款余额 loans ${leverage.loans}，上限 at most ${leverage.limit}：${leverage.met ? '符合 met' : '不符合 not met'}`)
