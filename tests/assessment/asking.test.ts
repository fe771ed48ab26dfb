import { expect, test } from 'vitest'
import { parsePolicy } from '../../src/index.js'
import { assess, parseFacts } from '../../src/interest-subsidy/index.js'

const place = '示例通知'
const policy = parsePolicy({
  id: 'example',
  title: '示例',
  evidence: 'official',
  effective: {},
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { place, fact: 'borrower.revenueGrowth', atLeast: '10%' },
        {
          place,
          any: [
            { fact: 'borrower.firstTimeBorrower', is: true },
            { fact: 'borrower.revenue', atMost: '1亿元' },
          ],
        },
      ],
      items: { where: [{ place, fact: 'loan.settled', is: true }] },
      terms: {
        formula: { value: { share: '50%', of: { interestAt: { fact: 'loan.annualRate' } } }, place },
        proration: { value: 'actual/365', place },
      },
      limits: [{ cap: '20万元', per: 'applicant', period: 'year', place }],
      rounding: { value: { to: 'fen', mode: 'half-up' }, place },
    },
  ],
})
const asked = (facts: object): string[] => assess(policy, parseFacts(policy, facts)).missing.map(({ path }) => path)

test('nothing stated: everything that is needed is named at once', () => {
  expect(asked({}).sort()).toEqual([
    'borrower.firstTimeBorrower',
    'borrower.revenue',
    'borrower.revenueGrowth',
    'history.receivedThisYear',
    'loans',
  ])
})

test('a loan without particulars: what the amount will need of it is named with what decides it', () => {
  const of = ['annualRate', 'drawdownDate', 'maturityDate', 'principal', 'settled'].map((key) => `loans[0].${key}`)
  expect(
    asked({ loans: [{ id: 'A' }], borrower: { revenueGrowth: '0.1', firstTimeBorrower: true }, history: { receivedThisYear: '0' } }).sort(),
  ).toEqual(of)
})

test('what one member of a condition decides, the other is not asked for', () => {
  expect(asked({ borrower: { firstTimeBorrower: true } })).not.toContain('borrower.revenue')
})

test('a loan that is out is not asked about, and a refusal asks for nothing', () => {
  const facts = { loans: [{ id: 'A', settled: false }, { id: 'B' }], borrower: { revenueGrowth: '0.1', firstTimeBorrower: true } }
  expect(asked(facts).filter((path) => path.startsWith('loans[0]'))).toEqual([])
  expect(asked({ borrower: { revenueGrowth: '0.0999' } })).toEqual([])
})
