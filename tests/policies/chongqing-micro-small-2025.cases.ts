import type { Cases } from './cases.js'

const loan = { id: 'A', principal: '4000000', rateMarkUp: '0.3', guaranteeFeeRate: '0.02', daysOverdue: 180, principalLoss: '1000000' }

export default {
  base: { borrower: { class: 'small' }, history: { receivedTotal: '0' }, loans: [loan] },
  parameters: { figures: 'confirmed' },
  cases: [
    {
      name: 'fifteen, fifteen, twenty, fifty',
      expect: '300000.00',
      because: '1000000 × 30%',
      shares: { city: '150000.00', district: '150000.00', bank: '200000.00', guarantor: '500000.00' },
    },
    {
      name: 'odd fen: those of the public go to the larger part cut off, the rest to the guarantor',
      with: { 'loans[0].principalLoss': '100.03' },
      expect: '30.01',
      because: '100.03 × 30%',
      shares: { city: '15.01', district: '15.00', bank: '20.01', guarantor: '50.01' },
    },
    {
      name: 'the cap of a small enterprise: who bears what is above it is not stated',
      with: { 'loans[0].principalLoss': '4000000', 'history.receivedTotal': '2500000' },
      expect: '500000.00',
      because: 'min(4000000 × 30%, 300万 - 250万)',
      capped: 'lifetime',
      shares: { city: '250000.00', district: '250000.00', bank: '800000.00', guarantor: '2000000.00', 'not-stated': '700000.00' },
    },
    {
      name: 'a micro enterprise',
      with: { 'borrower.class': 'micro', 'loans[0].principal': '500000', 'loans[0].principalLoss': '500000', 'history.receivedTotal': '50000' },
      expect: '100000.00',
      because: 'min(500000 × 30%, 15万 - 5万)',
      capped: 'lifetime',
    },
    {
      name: 'more than 500,000 for a micro enterprise',
      with: { 'borrower.class': 'micro', 'loans[0].principal': '500000.01', 'loans[0].principalLoss': '1' },
      refused: 'principal',
    },
    { name: 'exactly 10 million', with: { 'loans[0].principal': '10000000' }, expect: '300000.00', because: '1000000 × 30%' },
    { name: 'more than 10 million', with: { 'loans[0].principal': '10000000.01' }, refused: 'principal' },
    { name: 'a mark-up above 30%', with: { 'loans[0].rateMarkUp': '0.3001' }, refused: 'mark-up' },
    { name: 'a fee above 2%', with: { 'loans[0].guaranteeFeeRate': '0.0201' }, refused: 'fee' },
    { name: 'a day short of 180', with: { 'loans[0].daysOverdue': 179 }, refused: 'recovery-period' },
    { name: 'another enterprise', with: { 'borrower.class': 'other' }, refused: 'class' },
    { name: 'figures not confirmed', parameters: { figures: 'not-confirmed' }, refused: 'figures-confirmed' },
    { name: 'class not stated', without: ['borrower.class'], incomplete: ['borrower.class'] },
    { name: 'mark-up not stated', without: ['loans[0].rateMarkUp'], incomplete: ['loans[0].rateMarkUp'] },
    { name: 'fee not stated', without: ['loans[0].guaranteeFeeRate'], incomplete: ['loans[0].guaranteeFeeRate'] },
  ],
} satisfies Cases
