import type { Cases } from './cases.js'

const shares = { nationalFund: '0.4', others: '0.6' }

export default {
  base: {
    borrower: { outstandingGuaranteed: '15000000' },
    guarantor: { payoutRate: '0.01' },
    loans: [{ id: 'A', principal: '10000000', termMonths: 61, guaranteeFeeRate: '0.01' }],
  },
  parameters: { fundShareUpToFiveYears: '30%' },
  cases: [
    { name: 'more than five years: the Fund has up to 40%', expect: 'a check', worksheet: { nationalFundMaximum: '4000000', othersRemainder: '6000000' } },
    {
      name: 'five years: the share supplied',
      with: { 'loans[0].termMonths': 60 },
      expect: 'a check',
      worksheet: { nationalFundMaximum: '3000000', othersRemainder: '7000000' },
    },
    { name: 'shares at the bound', with: { shares }, expect: 'a check' },
    { name: 'the Fund above it', with: { shares: { nationalFund: '0.4001', others: '0.5999' } }, refused: 'shares-national-fund' },
    { name: 'the Fund above that of five years', with: { 'loans[0].termMonths': 60, shares }, refused: 'shares-national-fund' },
    { name: 'just above five years', with: { 'loans[0].termMonths': 61, shares }, expect: 'a check' },
    { name: 'shares above one', with: { shares: { nationalFund: '0.4', others: '0.6001' } }, refused: 'shares-sum' },
    { name: 'the others not stated', with: { shares: { nationalFund: '0.4' } }, incomplete: ['shares.others'] },
    { name: 'the Fund not stated', with: { shares: { others: '0.6' } }, incomplete: ['shares.nationalFund'] },
    { name: 'exactly 20 million guaranteed', with: { 'borrower.outstandingGuaranteed': '20000000' }, expect: 'a check' },
    { name: 'more than 20 million guaranteed', with: { 'borrower.outstandingGuaranteed': '20000000.01' }, refused: 'outstanding' },
    { name: 'a fee above 1%', with: { 'loans[0].guaranteeFeeRate': '0.0101' }, refused: 'fee' },
    { name: 'a payout rate of 5%', with: { 'guarantor.payoutRate': '0.05' }, expect: 'a check', fuses: { 'payout-rate': 'normal' } },
    { name: 'a payout rate above 5%', with: { 'guarantor.payoutRate': '0.0501' }, refused: 'fuse' },
    { name: 'fee not stated', without: ['loans[0].guaranteeFeeRate'], incomplete: ['loans[0].guaranteeFeeRate'] },
    { name: 'what is guaranteed not stated', without: ['borrower.outstandingGuaranteed'], incomplete: ['borrower.outstandingGuaranteed'] },
  ],
} satisfies Cases
