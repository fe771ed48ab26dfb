import type { Cases } from './cases.js'

const policy = {
  id: 'A',
  line: 'product-liability',
  productListed: true,
  productListedDate: '2021-07-01',
  start: '2022-03-01',
  end: '2023-02-28',
  insuredAmount: '2000000',
  premiumPaid: '50000',
  premiumRefunded: '0',
  paidByEnterprise: true,
}

const quality = { ...policy, line: 'product-quality', salesAmount: '1500000' }

export default {
  base: { borrower: { techMicroFirm: true }, policies: [policy] },
  parameters: { subsidyRate: '60%' },
  cases: [
    {
      name: 'a share of the premium',
      expect: '30000.00',
      because: '5万 × 60%',
      worksheet: { countedPremium: '50000', countedInsuredAmount: '2000000', premiumCeiling: '60000' },
    },
    { name: 'the rate is the one given', parameters: { subsidyRate: '50%' }, expect: '25000.00', because: '5万 × 50%' },
    {
      name: 'a premium above 3% of the insured amount',
      with: { 'policies[0].premiumPaid': '80000' },
      expect: '36000.00',
      because: 'min(8万, 200万 × 3%) × 60%',
      worksheet: { countedPremium: '60000' },
    },
    {
      name: 'quality cover counts up to the sales amount',
      with: { 'policies[0]': quality },
      expect: '27000.00',
      because: 'min(5万, min(200万, 150万) × 3%) × 60%',
      worksheet: { countedInsuredAmount: '1500000', countedPremium: '45000' },
    },
    {
      name: 'quality cover below the sales amount',
      with: { 'policies[0]': { ...quality, insuredAmount: '1000000' } },
      expect: '18000.00',
      because: 'min(5万, min(100万, 150万) × 3%) × 60%',
    },
    {
      name: 'each line at 3% by itself',
      with: { 'policies[1]': { ...quality, id: 'B', premiumPaid: '60000' } },
      expect: '57000.00',
      because: '5万 × 60% + min(6万, 150万 × 3%) × 60%',
    },
    { name: 'a refund is taken off', with: { 'policies[0].premiumRefunded': '10000' }, expect: '24000.00', because: '(5万 - 1万) × 60%' },
    { name: 'not a tech micro-firm', with: { 'borrower.techMicroFirm': false }, refused: 'tech-micro-firm' },
    { name: 'another line', with: { 'policies[0].line': 'rd-liability' }, refused: 'line' },
    { name: 'a product that is not listed', with: { 'policies[0].productListed': false }, refused: 'listed' },
    { name: 'cover from the day of listing', with: { 'policies[0].productListedDate': '2022-03-01' }, expect: '30000.00', because: '5万 × 60%' },
    { name: 'cover from the day before the listing', with: { 'policies[0].productListedDate': '2022-03-02' }, refused: 'listing' },
    {
      name: 'cover from the last day of the two years',
      with: { 'policies[0].productListedDate': '2020-03-02' },
      expect: '30000.00',
      because: '5万 × 60%',
    },
    { name: 'cover from the day after the two years', with: { 'policies[0].productListedDate': '2020-03-01' }, refused: 'listing' },
    { name: 'cover of eleven months', with: { 'policies[0].end': '2023-01-31' }, refused: 'period' },
    { name: 'cover of thirteen months', with: { 'policies[0].end': '2023-03-31' }, refused: 'period' },
    {
      name: 'a year from 29 February through 28 February',
      with: { 'policies[0].productListedDate': '2023-07-01', 'policies[0].start': '2024-02-29', 'policies[0].end': '2025-02-28' },
      expect: '30000.00',
      because: '5万 × 60%',
    },
    {
      name: 'a year from 29 February through 27 February',
      with: { 'policies[0].productListedDate': '2023-07-01', 'policies[0].start': '2024-02-29', 'policies[0].end': '2025-02-27' },
      expect: '30000.00',
      because: '5万 × 60%',
    },
    {
      name: 'from 29 February a day more',
      with: { 'policies[0].productListedDate': '2023-07-01', 'policies[0].start': '2024-02-29', 'policies[0].end': '2025-03-01' },
      refused: 'period',
    },
    {
      name: 'from 29 February a day less',
      with: { 'policies[0].productListedDate': '2023-07-01', 'policies[0].start': '2024-02-29', 'policies[0].end': '2025-02-26' },
      refused: 'period',
    },
    {
      name: 'a year through 29 February',
      with: { 'policies[0].productListedDate': '2022-07-01', 'policies[0].start': '2023-03-01', 'policies[0].end': '2024-02-29' },
      expect: '30000.00',
      because: '5万 × 60%',
    },
    {
      name: 'a year through 28 February of a leap year',
      with: { 'policies[0].productListedDate': '2022-07-01', 'policies[0].start': '2023-03-01', 'policies[0].end': '2024-02-28' },
      expect: '30000.00',
      because: '5万 × 60%',
    },
    {
      name: 'a day more than a year',
      with: { 'policies[0].productListedDate': '2021-07-01', 'policies[0].start': '2022-03-01', 'policies[0].end': '2023-03-01' },
      refused: 'period',
    },
    {
      name: 'a day less than a year',
      with: { 'policies[0].productListedDate': '2021-07-01', 'policies[0].start': '2022-03-01', 'policies[0].end': '2023-02-27' },
      refused: 'period',
    },
    { name: 'another paid the premium', with: { 'policies[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    { name: 'firm not stated', without: ['borrower.techMicroFirm'], incomplete: ['borrower.techMicroFirm'] },
    { name: 'listing not stated', without: ['policies[0].productListed'], incomplete: ['policies[0].productListed'] },
    { name: 'day of listing not stated', without: ['policies[0].productListedDate'], incomplete: ['policies[0].productListedDate'] },
    { name: 'insured amount not stated', without: ['policies[0].insuredAmount'], incomplete: ['policies[0].insuredAmount'] },
    { name: 'sales amount not stated', with: { 'policies[0].line': 'product-quality' }, incomplete: ['policies[0].salesAmount'] },
    { name: 'end of cover not stated', without: ['policies[0].end'], incomplete: ['policies[0].end'] },
  ],
} satisfies Cases
