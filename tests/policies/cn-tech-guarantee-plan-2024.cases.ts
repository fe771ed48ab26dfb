import type { Cases } from './cases.js'

const shares = { bank: '0.2', nationalFund: '0.4', provincial: '0.2', localGuarantor: '0.2' }

export default {
  base: {
    borrower: { class: 'little-giant', outstandingGuaranteed: '20000000' },
    guarantor: { payoutRate: '0.02' },
    loans: [{ id: 'A', principal: '20000000', reGuaranteeFeeRate: '0.003' }],
  },
  cases: [
    {
      name: 'a little giant: every bound binding',
      expect: 'a check',
      worksheet: { bankMinimum: '4000000', nationalFundMaximum: '8000000', provincialMinimum: '4000000', localGuarantorRemainder: '4000000' },
    },
    {
      name: 'an SME of the innovation-points scheme',
      with: { 'borrower.class': 'innovation-points-sme' },
      expect: 'a check',
      worksheet: { nationalFundMaximum: '7000000', localGuarantorRemainder: '5000000' },
    },
    {
      name: 'an innovative SME',
      with: { 'borrower.class': 'innovative-sme' },
      expect: 'a check',
      worksheet: { nationalFundMaximum: '6000000', localGuarantorRemainder: '6000000' },
    },
    { name: 'shares exactly at every bound', with: { shares }, expect: 'a check' },
    { name: 'shares well within', with: { shares: { bank: '0.3', nationalFund: '0.2', provincial: '0.3', localGuarantor: '0.2' } }, expect: 'a check' },
    { name: 'the bank below 20%', with: { shares: { ...shares, bank: '0.1999', localGuarantor: '0.2001' } }, refused: 'shares-bank' },
    { name: 'the Fund above 40%', with: { shares: { ...shares, nationalFund: '0.4001', localGuarantor: '0.1999' } }, refused: 'shares-national-fund' },
    { name: 'the Fund above 35% for a high-tech enterprise', with: { 'borrower.class': 'high-tech', shares }, refused: 'shares-national-fund' },
    { name: 'the province below 20%', with: { shares: { ...shares, provincial: '0.1999', localGuarantor: '0.2001' } }, refused: 'shares-provincial' },
    { name: 'shares that do not sum to one', with: { shares: { ...shares, localGuarantor: '0.1' } }, refused: 'shares-sum' },
    { name: 'shares that sum to more than one', with: { shares: { ...shares, localGuarantor: '0.2001' } }, refused: 'shares-sum' },
    { name: 'one of the shares not stated', with: { shares: { bank: '0.2', nationalFund: '0.4', provincial: '0.2' } }, incomplete: ['shares.localGuarantor'] },
    { name: 'the bank not stated', with: { shares: { nationalFund: '0.4', provincial: '0.2', localGuarantor: '0.2' } }, incomplete: ['shares.bank'] },
    { name: 'the Fund not stated', with: { shares: { bank: '0.2', provincial: '0.2', localGuarantor: '0.2' } }, incomplete: ['shares.nationalFund'] },
    { name: 'the province not stated', with: { shares: { bank: '0.2', nationalFund: '0.4', localGuarantor: '0.2' } }, incomplete: ['shares.provincial'] },
    { name: 'another enterprise', with: { 'borrower.class': 'other' }, refused: 'class' },
    { name: 'exactly 30 million guaranteed', with: { 'borrower.outstandingGuaranteed': '30000000' }, expect: 'a check' },
    { name: 'more than 30 million guaranteed', with: { 'borrower.outstandingGuaranteed': '30000000.01' }, refused: 'outstanding' },
    { name: 'a fee of 0.5% above 5 million', with: { 'loans[0].reGuaranteeFeeRate': '0.005' }, expect: 'a check' },
    { name: 'a fee above 0.5%', with: { 'loans[0].reGuaranteeFeeRate': '0.0051' }, refused: 'fee' },
    { name: 'a fee of 0.5% just above 5 million', with: { 'loans[0].principal': '5000000.01', 'loans[0].reGuaranteeFeeRate': '0.005' }, expect: 'a check' },
    { name: 'a fee of 0.5% at 5 million', with: { 'loans[0].principal': '5000000', 'loans[0].reGuaranteeFeeRate': '0.005' }, refused: 'fee' },
    { name: 'a fee of 0.3% at 5 million', with: { 'loans[0].principal': '5000000' }, expect: 'a check' },
    { name: 'a payout rate of exactly 5%', with: { 'guarantor.payoutRate': '0.05' }, expect: 'a check', fuses: { 'payout-rate': 'normal' } },
    { name: 'a payout rate above 5%', with: { 'guarantor.payoutRate': '0.0501' }, refused: 'fuse', fuses: { 'payout-rate': 'compensation-suspended' } },
    { name: 'class not stated', without: ['borrower.class'], incomplete: ['borrower.class'] },
    { name: 'fee not stated', without: ['loans[0].reGuaranteeFeeRate'], incomplete: ['loans[0].reGuaranteeFeeRate'] },
    { name: 'principal not stated', without: ['loans[0].principal'], incomplete: ['loans[0].principal'] },
    { name: 'what is guaranteed not stated', without: ['borrower.outstandingGuaranteed'], incomplete: ['borrower.outstandingGuaranteed'] },
  ],
} satisfies Cases
