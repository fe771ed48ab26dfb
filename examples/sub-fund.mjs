// One sub-fund from first close to liquidation under one document: every step with its value and its article.
import { readFile } from 'node:fs/promises'
import { parsePolicy } from 'subvention'
import { assessRule, explain, parseFacts, toText } from 'subvention/guidance-fund'

const policy = parsePolicy(await readFile(new URL('sub-fund.json', import.meta.url), 'utf8'))

function step(zh, en, rule, stated, languages = ['zh']) {
  const lines = explain(assessRule(policy, rule, parseFacts(policy, stated)))
  console.log(`── ${zh} · ${en} ──`)
  for (const language of languages) console.log(`${toText(lines, { language })}\n`)
}

// 3亿元: the guidance fund 28%, two private holders, the manager 2%; called in two instalments.
const holders = [
  { id: 'guidance', kind: 'guidance', contribution: '84000000' },
  { id: 'insurer', kind: 'private', contribution: '120000000' },
  { id: 'group', kind: 'private', contribution: '90000000' },
  { id: 'manager', kind: 'manager', contribution: '6000000' },
]
const due = { first: ['50400000', '72000000', '54000000', '3600000'], second: ['33600000', '48000000', '36000000', '2400000'] }
const fund = { size: '300000000', requestedContribution: '84000000', guidanceContribution: '84000000' }
const instalment = (which, late) =>
  holders.map((holder, index) => ({
    ...holder,
    instalmentDue: due[which][index],
    instalmentPaid: holder.kind === 'guidance' || holder.id === late ? '0' : due[which][index],
  }))

step('首次关闭与第一期出资', 'first close and first drawdown', 'contribution', { fund, holders: instalment('first') })
step('第二期出资：一名出资人未缴', 'second drawdown: one holder has not paid', 'contribution', {
  fund,
  holders: instalment('second', 'group'),
})
step('第二期出资', 'second drawdown', 'contribution', { fund, holders: instalment('second') })

step('返投检查', 'reinvestment test', 'reinvestment', {
  fund,
  deals: [
    { id: 'A', invested: '60000000', local: true, moved: false },
    { id: 'B', invested: '40000000', local: true, moved: true },
    { id: 'C', invested: '90000000', local: false, moved: false },
  ],
})

step('引导基金部分退出', 'the guidance fund sells part of its holding', 'exit-price', {
  exit: { transferDate: '2024-03-01' },
  instalments: [
    { id: '1', paidInDate: '2020-06-30', costOfPartSold: '14400000' },
    { id: '2', paidInDate: '2021-06-30', costOfPartSold: '9600000' },
  ],
})

// The insurer bought 2,400万 of the guidance fund's money, with its place in the fund.
const afterSale = [{ ...holders[0], contribution: '60000000' }, { ...holders[1], contribution: '144000000' }, ...holders.slice(2)]
step(
  '清算分配与让利',
  'final distribution and concession',
  'distribution',
  {
    holders: afterSale,
    flows: {
      drawdowns: [
        { date: '2020-06-30', amount: '180000000' },
        { date: '2021-06-30', amount: '120000000' },
      ],
      distributions: [
        { date: '2023-12-31', amount: '210000000' },
        { date: '2026-06-30', amount: '310000000' },
      ],
    },
  },
  ['zh', 'en'],
)
