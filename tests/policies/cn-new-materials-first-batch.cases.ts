import type { Cases } from './cases.js'

const insured = {
  id: 'A',
  listedMaterial: true,
  purchaseDate: '2022-04-01',
  firstPurchaseDate: '2022-03-01',
  relatedBuyerOrTrader: false,
  renewal: false,
  inSubsidizedFirstSet: false,
  start: '2022-05-01',
  end: '2023-04-30',
  contractAmount: '200000000',
  insuredAmount: '100000000',
  premiumPaid: '2000000',
  premiumRefunded: '0',
  paidByEnterprise: true,
}
const round = (name: string, start: string, more: object = {}) => ({
  parameters: { round: name, ...more },
  with: { 'policies[0].start': start, 'policies[0].end': '2024-12-31' },
})
const byContract = { sizeOf: 'contract', leastSize: '1000万元' }
const byInsured = { sizeOf: 'insured-amount', leastSize: '2000万元' }
const paid = { expect: '1600000.00', because: '80% × 200万' }

export default {
  base: { policies: [insured] },
  parameters: { subsidyRate: '80%', round: '2022' },
  cases: [
    { name: 'the whole premium', expect: '1600000.00', because: '80% × 200万', worksheet: { countedPremium: '2000000' } },
    {
      name: 'the contract limits the insured amount, and the premium in proportion',
      with: { 'policies[0].contractAmount': '10000000' },
      expect: '800000.00',
      because: '80% × 200万 × (5 × 1000万) / 1亿',
      worksheet: { countedInsuredAmount: '50000000' },
    },
    {
      name: 'at most 5亿',
      with: { 'policies[0].insuredAmount': '600000000', 'policies[0].premiumPaid': '12000000' },
      expect: '8000000.00',
      because: '80% × 1200万 × 5亿 / 6亿',
      worksheet: { countedInsuredAmount: '500000000' },
    },
    {
      name: 'a rate above 3% counts as 3%',
      with: { 'policies[0].premiumPaid': '3500000' },
      expect: '2400000.00',
      because: '80% × 3% × 1亿',
    },
    {
      name: 'what was refunded does not count',
      with: { 'policies[0].premiumRefunded': '500000' },
      expect: '1200000.00',
      because: '80% × (200万 - 50万)',
    },
    { name: 'another rate of subsidy', parameters: { subsidyRate: '50%' }, expect: '1000000.00', because: '50% × 200万' },
    { name: 'another paid the premium', with: { 'policies[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    { name: 'not a material of the list', with: { 'policies[0].listedMaterial': false }, refused: 'listed' },
    { name: 'list of 2017: the first day', ...round('list-2017', '2017-12-01', byContract), ...paid },
    { name: 'list of 2017: the day before', ...round('list-2017', '2017-11-30', byContract), refused: 'window' },
    { name: 'list of 2017: the last day', ...round('list-2017', '2018-12-25', byContract), ...paid },
    { name: 'list of 2017: a day late', ...round('list-2017', '2018-12-26', byContract), refused: 'window' },
    { name: 'list of 2018: the first day', ...round('list-2018', '2018-12-26', byInsured), ...paid },
    { name: 'list of 2018: the day before', ...round('list-2018', '2018-12-25', byInsured), refused: 'window' },
    { name: 'list of 2018: the last day', ...round('list-2018', '2019-01-25', byInsured), ...paid },
    { name: 'list of 2018: a day late', ...round('list-2018', '2019-01-26', byInsured), refused: 'window' },
    { name: '2019: the first day', ...round('2019', '2019-01-26'), ...paid },
    { name: '2019: the day before', ...round('2019', '2019-01-25'), refused: 'window' },
    { name: '2019: the last day', ...round('2019', '2019-12-31'), ...paid },
    { name: '2019: in 2020 there was no round', ...round('2019', '2020-01-01'), refused: 'window' },
    { name: '2021: the first day', ...round('2021', '2021-01-01'), ...paid },
    { name: '2021: the day before', ...round('2021', '2020-12-31'), refused: 'window' },
    { name: '2021: the last day', ...round('2021', '2021-12-31'), ...paid },
    { name: '2021: a day late', ...round('2021', '2022-01-01'), refused: 'window' },
    { name: '2022: the first day', ...round('2022', '2022-01-01'), ...paid },
    { name: '2022: the day before', ...round('2022', '2021-12-31'), refused: 'window' },
    { name: '2022: the last day', ...round('2022', '2022-12-31'), ...paid },
    { name: '2022: a day late', ...round('2022', '2023-01-01'), refused: 'window' },
    ...['list-2017', 'list-2018'].flatMap((name) =>
      [
        { said: 'a contract of exactly the least size', by: byContract, contract: '10000000', insuredAmount: '10000000', reached: true },
        { said: 'a contract a fen below', by: byContract, contract: '9999999.99', insuredAmount: '20000000', reached: false },
        { said: 'an insured amount of exactly the least size', by: byInsured, contract: '5000000', insuredAmount: '20000000', reached: true },
        { said: 'an insured amount a fen below', by: byInsured, contract: '20000000', insuredAmount: '19999999.99', reached: false },
      ].map(({ said, by, contract, insuredAmount, reached }) => {
        const { parameters, with: changes } = round(name, name === 'list-2017' ? '2018-06-01' : '2019-01-10', by)
        return {
          name: `${name}: ${said}`,
          parameters,
          with: {
            ...changes,
            'policies[0].contractAmount': contract,
            'policies[0].insuredAmount': insuredAmount,
            'policies[0].premiumPaid': '100000',
          },
          ...(reached ? { expect: '80000.00', because: '80% × 10万' } : { refused: 'size' }),
        }
      }),
    ),
    {
      name: '2019: a contract of exactly 5,000,000',
      parameters: { round: '2019' },
      with: { ...round('2019', '2019-06-01').with, 'policies[0].contractAmount': '5000000', 'policies[0].insuredAmount': '20000000' },
      expect: '480000.00',
      because: '80% × min(200万, 3% × 2000万)',
    },
    {
      name: '2019: a fen below, whatever the insured amount',
      parameters: { round: '2019' },
      with: { ...round('2019', '2019-06-01').with, 'policies[0].contractAmount': '4999999.99' },
      refused: 'size',
    },
    {
      name: '2021: an insured amount of exactly 50,000,000',
      parameters: { round: '2021' },
      with: { ...round('2021', '2021-06-01').with, 'policies[0].insuredAmount': '50000000', 'policies[0].contractAmount': '10000000' },
      expect: '1200000.00',
      because: '80% × min(200万, 3% × 5000万)',
    },
    {
      name: '2021: a fen below',
      parameters: { round: '2021' },
      with: { ...round('2021', '2021-06-01').with, 'policies[0].insuredAmount': '49999999.99' },
      refused: 'size',
    },
    {
      name: '2022: an insured amount of exactly 50,000,000, whatever the contract',
      with: { 'policies[0].insuredAmount': '50000000', 'policies[0].contractAmount': '4000000' },
      expect: '480000.00',
      because: '80% × min(200万 × (5 × 400万) / 5000万, 3% × 5 × 400万)',
    },
    { name: '2022: a fen below', with: { 'policies[0].insuredAmount': '49999999.99' }, refused: 'size' },
    {
      name: 'bought on the first day',
      with: { 'policies[0].purchaseDate': '2022-03-01' },
      ...paid,
    },
    { name: 'bought before it', with: { 'policies[0].purchaseDate': '2022-02-28' }, refused: 'first-year' },
    {
      name: 'bought on the last day of the first year',
      with: { 'policies[0].purchaseDate': '2023-02-28' },
      ...paid,
    },
    { name: 'bought a year after the first purchase', with: { 'policies[0].purchaseDate': '2023-03-01' }, refused: 'first-year' },
    { name: 'a related buyer', with: { 'policies[0].relatedBuyerOrTrader': true }, refused: 'buyer' },
    { name: 'a renewal', with: { 'policies[0].renewal': true }, refused: 'renewal' },
    { name: 'in a first set that was subsidized', with: { 'policies[0].inSubsidizedFirstSet': true }, refused: 'first-set' },
    { name: 'premium not stated', without: ['policies[0].premiumPaid'], incomplete: ['policies[0].premiumPaid'] },
    { name: 'who paid not stated', without: ['policies[0].paidByEnterprise'], incomplete: ['policies[0].paidByEnterprise'] },
    { name: 'contract amount not stated', without: ['policies[0].contractAmount'], incomplete: ['policies[0].contractAmount'] },
  ],
} satisfies Cases
