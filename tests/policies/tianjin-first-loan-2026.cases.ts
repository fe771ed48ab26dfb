import type { Cases } from './cases.js'

export default {
  base: { borrower: { micro: true, earlierBankLoan: false }, loans: [{ id: 'A', unsecured: true, drawdownDate: '2026-01-01', nplPrincipal: '1000000' }] },
  parameters: { share: '50%' },
  cases: [
    { name: 'a share of the principal', expect: '500000.00', because: '1000000 × 50%', shares: { pool: '500000.00', bank: '500000.00' } },
    { name: 'an earlier loan of any bank', with: { 'borrower.earlierBankLoan': true }, refused: 'first-loan' },
    { name: 'not a micro or small enterprise', with: { 'borrower.micro': false }, refused: 'micro' },
    { name: 'a secured loan', with: { 'loans[0].unsecured': false }, refused: 'unsecured' },
    { name: 'drawn the day before', with: { 'loans[0].drawdownDate': '2025-12-31' }, refused: 'from' },
    { name: 'size not stated', without: ['borrower.micro'], incomplete: ['borrower.micro'] },
    { name: 'earlier loans not stated', without: ['borrower.earlierBankLoan'], incomplete: ['borrower.earlierBankLoan'] },
    { name: 'security not stated', without: ['loans[0].unsecured'], incomplete: ['loans[0].unsecured'] },
  ],
} satisfies Cases
