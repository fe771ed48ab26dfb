import type { Cases } from './cases.js'

export default {
  base: {
    portfolio: { zone: 'zhangjiang', firstLoanDate: '2011-03-01', lastLoanDate: '2012-11-30' },
    bank: { loanBalance: '1000000000', nplRate: '0.06', lossOnDisposalRate: '1', diligentRecovery: true },
  },
  cases: [
    {
      name: 'above the band: the full slice and no more',
      expect: '10000000.00',
      because: '10亿 × (5% - 3%) × 50%',
      worksheet: { bandRate: '0.02', nplInBand: '20000000', lossInBand: '20000000' },
    },
    { name: 'an NPL rate of exactly 3%', with: { 'bank.nplRate': '0.03' }, expect: '0.00', because: '10亿 × (3% - 3%) × 50%' },
    { name: 'just above 3%', with: { 'bank.nplRate': '0.0301' }, expect: '50000.00', because: '10亿 × 0.01% × 50%' },
    { name: 'an NPL rate of exactly 5%', with: { 'bank.nplRate': '0.05' }, expect: '10000000.00', because: '10亿 × 2% × 50%' },
    { name: 'just below 5%', with: { 'bank.nplRate': '0.0499' }, expect: '9950000.00', because: '10亿 × 1.99% × 50%' },
    { name: 'an NPL rate below the band', with: { 'bank.nplRate': '0.01' }, expect: '0.00', because: '0' },
    { name: 'part of it recovered on disposal', with: { 'bank.lossOnDisposalRate': '0.6' }, expect: '6000000.00', because: '10亿 × 2% × 60% × 50%' },
    { name: 'no balance', with: { 'bank.loanBalance': '0' }, expect: '0.00', because: '0' },
    { name: 'another zone', with: { 'portfolio.zone': 'other' }, refused: 'zone' },
    { name: 'a first loan on the first day', with: { 'portfolio.firstLoanDate': '2011-01-01' }, expect: '10000000.00', because: '10亿 × 2% × 50%' },
    { name: 'a first loan the day before', with: { 'portfolio.firstLoanDate': '2010-12-31' }, refused: 'first-loan' },
    { name: 'a last loan on the last day', with: { 'portfolio.lastLoanDate': '2013-12-31' }, expect: '10000000.00', because: '10亿 × 2% × 50%' },
    { name: 'a last loan the day after', with: { 'portfolio.lastLoanDate': '2014-01-01' }, refused: 'last-loan' },
    { name: 'no diligent recovery', with: { 'bank.diligentRecovery': false }, refused: 'diligent-recovery' },
    { name: 'NPL rate not stated', without: ['bank.nplRate'], incomplete: ['bank.nplRate'] },
    { name: 'zone not stated', without: ['portfolio.zone'], incomplete: ['portfolio.zone'] },
  ],
} satisfies Cases
