import type { Cases } from './cases.js'

const insured = {
  id: 'A',
  line: 'product-liability',
  listedLine: true,
  insurer: 'X',
  premiumRate: '0.02',
  premiumPaid: '100000',
  premiumRefunded: '0',
  insurerReceivedThisYear: '0',
}
const pledge = { ...insured, id: 'B', line: 'patent-pledge-loan-guarantee', listedLine: false, premiumRate: '0.05', premiumPaid: '600000' }

export default {
  base: { borrower: { highTechEnterprise: true }, policies: [insured] },
  cases: [
    { name: '30% to the enterprise', expect: '30000.00', because: '30% × 10万', recipients: { enterprise: '30000.00' } },
    {
      name: '50% to the insurer',
      with: { 'policies[0]': pledge },
      expect: '300000.00',
      because: '50% × 60万',
      recipients: { 'insurer X': '300000.00' },
    },
    {
      name: 'the insurer is named in another way and so is the line',
      with: { 'policies[0]': { ...pledge, line: '专利质押贷款保证保险', insurer: 'Y' } },
      expect: '300000.00',
      because: '50% × 60万',
      recipients: { 'insurer Y': '300000.00' },
    },
    {
      name: 'the cap of an insurer does not touch what it insures of other lines',
      with: { 'policies[0].premiumPaid': '2000000', 'policies[1]': { ...pledge, premiumPaid: '1200000' } },
      expect: '1100000.00',
      because: '30% × 200万 + min(50% × 120万, 50万)',
      capped: 'insurer',
      recipients: { enterprise: '600000.00', 'insurer X': '500000.00' },
      items: { A: { amount: '600000' }, B: { amount: '500000' } },
    },
    {
      name: 'two policies of one insurer share its cap in proportion',
      with: { 'policies[0]': { ...pledge, premiumPaid: '1000000' }, 'policies[1]': { ...pledge, id: 'C', premiumPaid: '500000' } },
      expect: '500000.00',
      because: 'min(50% × (100万 + 50万), 50万)',
      capped: 'insurer',
      items: { C: { amount: '500000/3' } },
    },
    {
      name: 'two insurers have a cap each',
      with: {
        'policies[0]': { ...pledge, premiumPaid: '1200000' },
        'policies[1]': { ...pledge, id: 'C', insurer: 'Y', premiumPaid: '1000000' },
      },
      expect: '1000000.00',
      because: 'min(50% × 120万, 50万) + min(50% × 100万, 50万)',
      capped: 'insurer',
      recipients: { 'insurer X': '500000.00', 'insurer Y': '500000.00' },
    },
    {
      name: 'what the insurer received this year',
      with: { 'policies[0]': { ...pledge, insurerReceivedThisYear: '450000' } },
      expect: '50000.00',
      because: 'min(50% × 60万, 50万 - 45万)',
      capped: 'insurer',
    },
    {
      name: 'a rate above 5% is not covered',
      with: { 'policies[0]': { ...pledge, premiumRate: '0.0501' } },
      refused: 'not-covered',
    },
    { name: 'the rate of another line does not matter', with: { 'policies[0].premiumRate': '0.09' }, expect: '30000.00', because: '30% × 10万' },
    {
      name: 'the rate follows from premium and insured amount',
      with: { 'policies[0]': { ...pledge, insuredAmount: '12000000' } },
      without: ['policies[0].premiumRate'],
      expect: '300000.00',
      because: '50% × 60万',
    },
    {
      name: 'two lines at different rates under one premium',
      with: { 'policies[0].lines': ['product-liability', 'patent-pledge-loan-guarantee'] },
      without: ['policies[0].line'],
      refused: 'lines-not-split',
    },
    {
      name: 'two lines at one rate under one premium',
      with: { 'policies[0].lines': ['product-liability', 'product-quality'] },
      without: ['policies[0].line'],
      incomplete: ['policies[0].line'],
    },
    { name: 'no high-tech enterprise', with: { 'borrower.highTechEnterprise': false }, refused: 'high-tech' },
    { name: 'another line', with: { 'policies[0].listedLine': false }, refused: 'line' },
    { name: 'insurer not stated', with: { 'policies[0]': pledge }, without: ['policies[0].insurer'], incomplete: ['policies[0].insurer'] },
    {
      name: 'what the insurer received not stated',
      with: { 'policies[0]': pledge },
      without: ['policies[0].insurerReceivedThisYear'],
      incomplete: ['policies[0].insurerReceivedThisYear'],
    },
  ],
} satisfies Cases
