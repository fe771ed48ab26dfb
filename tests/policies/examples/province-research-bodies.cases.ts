import type { Cases } from '../cases.js'

const insured = { id: 'A', line: 'rd-liability', premiumPaid: '200000', premiumRefunded: '0' }

export default {
  base: { borrower: { kind: 'high-tech' }, policies: [insured], history: { receivedThisYear: '0' } },
  parameters: { favoredLines: ['rd-liability'], favoredRate: '50%', otherRate: '40%' },
  cases: [
    { name: 'a rate within the range', expect: '100000.00', because: '50% × 20万' },
    { name: 'never below 30%', parameters: { favoredRate: '10%' }, expect: '60000.00', because: '30% × 20万' },
    { name: 'never above 70%', parameters: { favoredRate: '90%' }, expect: '140000.00', because: '70% × 20万' },
    { name: 'another line', with: { 'policies[0].line': 'export-credit' }, expect: '80000.00', because: '40% × 20万' },
    {
      name: 'another line, never below 30%',
      parameters: { otherRate: '0%' },
      with: { 'policies[0].line': 'export-credit' },
      expect: '60000.00',
      because: '30% × 20万',
    },
    {
      name: 'another line, never above 70%',
      parameters: { otherRate: '71%' },
      with: { 'policies[0].line': 'export-credit' },
      expect: '140000.00',
      because: '70% × 20万',
    },
    { name: 'another cap', parameters: { cap: '6万元' }, expect: '60000.00', because: 'min(50% × 20万, 6万)', capped: 'annual' },
    {
      name: 'above the cap',
      with: { 'policies[0].premiumPaid': '300001' },
      expect: '150000.00',
      because: 'min(50% × 300001, 15万)',
      capped: 'annual',
    },
    {
      name: 'received this year',
      with: { 'history.receivedThisYear': '100000' },
      expect: '50000.00',
      because: 'min(50% × 20万, 15万 - 10万)',
      capped: 'annual',
    },
    { name: 'a technology SME', with: { 'borrower.kind': 'tech-sme' }, expect: '100000.00', because: '50% × 20万' },
    { name: 'a research institute', with: { 'borrower.kind': 'research-institute' }, expect: '100000.00', because: '50% × 20万' },
    { name: 'a university', with: { 'borrower.kind': 'university' }, expect: '100000.00', because: '50% × 20万' },
    { name: 'another body', with: { 'borrower.kind': 'other' }, refused: 'body' },
    { name: 'line not stated', without: ['policies[0].line'], incomplete: ['policies[0].line'] },
    { name: 'kind of body not stated', without: ['borrower.kind'], incomplete: ['borrower.kind'] },
  ],
} satisfies Cases
