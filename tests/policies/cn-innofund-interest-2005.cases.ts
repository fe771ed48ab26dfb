import type { Cases } from './cases.js'

export default {
  base: {
    borrower: {
      technologySme: true,
      staff: 120,
      newInvestment: '20000000',
      projectMonths: 24,
      projectEndDate: '2006-03-31',
      projectClass: 'general',
    },
    loans: [{ id: 'A', interestPaid: '1000000' }],
    history: { receivedTotal: '0' },
  },
  parameters: { share: '50%' },
  cases: [
    { name: 'a share of the actual interest', expect: '500000.00', because: '1000000 × 50%', worksheet: { countedInterest: '1000000' } },
    {
      name: 'interest from April 2004 to the end of the project, without penalty interest',
      with: {
        'loans[0]': {
          id: 'A',
          slips: [
            { from: '2004-03-21', until: '2004-04-21', amount: '31000', kind: 'normal' },
            { from: '2004-04-21', until: '2006-03-21', amount: '700000', kind: 'normal' },
            { from: '2006-03-21', until: '2006-04-21', amount: '31000', kind: 'normal' },
            { from: '2006-03-21', until: '2006-03-31', amount: '8000', kind: 'compound' },
          ],
        },
      },
      expect: '365500.00',
      because: '(31000 × 20 / 31 + 700000 + 31000 × 11 / 31) × 50%',
    },
    {
      name: 'the cap of a general project',
      with: { 'loans[0].interestPaid': '5000000' },
      expect: '1000000.00',
      because: 'min(5000000 × 50%, 100万)',
      capped: 'lifetime',
    },
    {
      name: 'the cap of a major project',
      with: { 'borrower.projectClass': 'major', 'loans[0].interestPaid': '5000000' },
      expect: '2000000.00',
      because: 'min(5000000 × 50%, 200万)',
      capped: 'lifetime',
    },
    {
      name: 'support received before uses up the cap',
      with: { 'history.receivedTotal': '600000' },
      expect: '400000.00',
      because: 'min(1000000 × 50%, 100万 - 60万)',
      capped: 'lifetime',
    },
    { name: 'a staff of exactly 500', with: { 'borrower.staff': 500 }, expect: '500000.00', because: '1000000 × 50%' },
    { name: 'a staff of 501', with: { 'borrower.staff': 501 }, refused: 'staff' },
    {
      name: 'new investment one fen below 30 million',
      with: { 'borrower.newInvestment': '29999999.99' },
      expect: '500000.00',
      because: '1000000 × 50%',
    },
    { name: 'new investment of exactly 30 million', with: { 'borrower.newInvestment': '30000000' }, refused: 'investment' },
    { name: 'a project of one year', with: { 'borrower.projectMonths': 12 }, expect: '500000.00', because: '1000000 × 50%' },
    { name: 'a project of eleven months', with: { 'borrower.projectMonths': 11 }, refused: 'project-length' },
    { name: 'a project of three years', with: { 'borrower.projectMonths': 36 }, expect: '500000.00', because: '1000000 × 50%' },
    { name: 'a project of three years and a month', with: { 'borrower.projectMonths': 37 }, refused: 'project-length' },
    { name: 'not a technology SME', with: { 'borrower.technologySme': false }, refused: 'technology-sme' },
    { name: 'status not stated', without: ['borrower.technologySme'], incomplete: ['borrower.technologySme'] },
    { name: 'staff not stated', without: ['borrower.staff'], incomplete: ['borrower.staff'] },
    { name: 'investment not stated', without: ['borrower.newInvestment'], incomplete: ['borrower.newInvestment'] },
    { name: 'length of the project not stated', without: ['borrower.projectMonths'], incomplete: ['borrower.projectMonths'] },
    {
      name: 'end of the project not stated where slips are to be cut',
      with: { 'loans[0]': { id: 'A', slips: [{ from: '2004-04-21', until: '2006-03-21', amount: '700000', kind: 'normal' }] } },
      without: ['borrower.projectEndDate'],
      incomplete: ['borrower.projectEndDate'],
    },
    { name: 'class of the project not stated', without: ['borrower.projectClass'], incomplete: ['borrower.projectClass'] },
  ],
} satisfies Cases
