import type { Cases } from './cases.js'

const loan = {
  id: 'A',
  underScheme: true,
  repaidOnTime: true,
  settledDate: '2022-05-31',
  furtherDrawdowns: false,
  applicationsBefore: 0,
  premiumPaid: '20000',
  guaranteeFeePaid: '0',
  paidByEnterprise: true,
}

const rolledOver = { ...loan, applicationsBefore: 1, rollOverSigned: '2022-05-31', settledDate: '2022-11-20' }

export default {
  base: { application: { date: '2022-11-30' }, loans: [loan] },
  cases: [
    { name: 'half the premium', expect: '10000.00', because: '20000 × 50%', worksheet: { premiumAndFee: '20000' } },
    {
      name: 'half the guarantee fee',
      with: { 'loans[0].premiumPaid': '0', 'loans[0].guaranteeFeePaid': '15000.01' },
      expect: '7500.01',
      because: '15000.01 × 50%',
    },
    {
      name: 'both a premium and a guarantee fee',
      with: { 'loans[0].guaranteeFeePaid': '15000' },
      expect: '17500.00',
      because: '(20000 + 15000) × 50%',
      worksheet: { premiumAndFee: '35000' },
    },
    { name: 'another paid', with: { 'loans[0].paidByEnterprise': false }, refused: 'paid-by-enterprise' },
    {
      name: 'two loans, no cap',
      with: { 'loans[1]': { ...loan, id: 'B', premiumPaid: '3000000' } },
      expect: '1510000.00',
      because: '20000 × 50% + 300万 × 50%',
    },
    { name: 'not a loan of the scheme', with: { 'loans[0].underScheme': false }, refused: 'scheme' },
    { name: 'not repaid on time', with: { 'loans[0].repaidOnTime': false }, refused: 'repaid' },
    {
      name: 'a day later than six months after settlement on the last of May',
      with: { 'application.date': '2022-12-01' },
      refused: 'six-months',
    },
    { name: 'on the day of settlement', with: { 'application.date': '2022-05-31' }, expect: '10000.00', because: '20000 × 50%' },
    { name: 'before settlement', with: { 'application.date': '2022-05-30' }, refused: 'six-months' },
    { name: 'drawdowns still to come', with: { 'loans[0].furtherDrawdowns': true }, refused: 'last-drawdown' },
    {
      name: 'a second application for an approval',
      with: { 'loans[0].applicationsBefore': 1, 'loans[0].rollOverSigned': '2021-12-01' },
      refused: 'once',
    },
    { name: 'the extended term of a roll-over', with: { 'loans[0]': rolledOver }, expect: '10000.00', because: '20000 × 50%' },
    { name: 'a third application', with: { 'loans[0]': { ...rolledOver, applicationsBefore: 2 } }, refused: 'once' },
    {
      name: 'a roll-over signed on the first day',
      with: { 'loans[0]': { ...rolledOver, rollOverSigned: '2022-03-01' } },
      expect: '10000.00',
      because: '20000 × 50%',
    },
    { name: 'a roll-over signed the day before', with: { 'loans[0]': { ...rolledOver, rollOverSigned: '2022-02-28' } }, refused: 'once' },
    {
      name: 'a roll-over signed on the last day',
      with: { 'loans[0]': { ...rolledOver, rollOverSigned: '2022-09-30' } },
      expect: '10000.00',
      because: '20000 × 50%',
    },
    { name: 'a roll-over signed the day after', with: { 'loans[0]': { ...rolledOver, rollOverSigned: '2022-10-01' } }, refused: 'once' },
    { name: 'scheme not stated', without: ['loans[0].underScheme'], incomplete: ['loans[0].underScheme'] },
    { name: 'repayment not stated', without: ['loans[0].repaidOnTime'], incomplete: ['loans[0].repaidOnTime'] },
    { name: 'day of settlement not stated', without: ['loans[0].settledDate'], incomplete: ['loans[0].settledDate'] },
    { name: 'day of application not stated', without: ['application.date'], incomplete: ['application.date'] },
    { name: 'drawdowns to come not stated', without: ['loans[0].furtherDrawdowns'], incomplete: ['loans[0].furtherDrawdowns'] },
    {
      name: 'day of the roll-over not stated',
      with: { 'loans[0].applicationsBefore': 1 },
      incomplete: ['loans[0].rollOverSigned'],
    },
    { name: 'guarantee fee not stated', without: ['loans[0].guaranteeFeePaid'], incomplete: ['loans[0].guaranteeFeePaid'] },
  ],
} satisfies Cases
