import type { Cases } from './cases.js'

const insured = { id: 'A', line: 'rd-liability', premiumPaid: '100000', premiumRefunded: '0' }
const lines = ['rd-liability', 'key-rd-equipment', 'business-interruption', 'export-credit', 'staff-health', 'staff-accident']

export default {
  base: { policies: [insured], history: { receivedThisYear: '0', receivedTotal: '0' } },
  parameters: {
    lines,
    rdLiabilityRate: '50%',
    keyRdEquipmentRate: '45%',
    businessInterruptionRate: '40%',
    exportCreditRate: '35%',
    staffHealthRate: '30%',
    staffAccidentRate: '25%',
    lineCap: '20万元',
    cap: '30万元',
    capPeriod: 'year',
  },
  cases: [
    {
      name: 'product R&D liability',
      with: { 'policies[0].line': 'rd-liability' },
      expect: '50000.00',
      because: '50% × 10万',
      worksheet: { appliedRate: '0.5' },
    },
    {
      name: 'key R&D equipment',
      with: { 'policies[0].line': 'key-rd-equipment' },
      expect: '45000.00',
      because: '45% × 10万',
      worksheet: { appliedRate: '0.45' },
    },
    {
      name: 'business interruption',
      with: { 'policies[0].line': 'business-interruption' },
      expect: '40000.00',
      because: '40% × 10万',
      worksheet: { appliedRate: '0.4' },
    },
    { name: 'export credit', with: { 'policies[0].line': 'export-credit' }, expect: '35000.00', because: '35% × 10万', worksheet: { appliedRate: '0.35' } },
    {
      name: 'group health of executives and key R&D staff',
      with: { 'policies[0].line': 'staff-health' },
      expect: '30000.00',
      because: '30% × 10万',
      worksheet: { appliedRate: '0.3' },
    },
    {
      name: 'group accident of executives and key R&D staff',
      with: { 'policies[0].line': 'staff-accident' },
      expect: '25000.00',
      because: '25% × 10万',
      worksheet: { appliedRate: '0.25' },
    },
    {
      name: 'two policies of one line share its cap',
      with: { 'policies[0].premiumPaid': '300000', 'policies[1]': { ...insured, id: 'B', premiumPaid: '200000' } },
      expect: '200000.00',
      because: 'min(50% × (30万 + 20万), 20万)',
      capped: 'per-line',
      items: { A: { amount: '120000' }, B: { amount: '80000' } },
    },
    {
      name: 'lines are capped before the enterprise',
      with: {
        'policies[0].premiumPaid': '500000',
        'policies[1]': { ...insured, id: 'B', line: 'staff-accident', premiumPaid: '600000' },
      },
      expect: '300000.00',
      because: 'min(min(50% × 50万, 20万) + 25% × 60万, 30万)',
      capped: ['per-line', 'annual'],
    },
    {
      name: 'a year: what was received counts',
      with: { 'history.receivedThisYear': '280000' },
      expect: '20000.00',
      because: 'min(50% × 10万, 30万 - 28万)',
      capped: 'annual',
    },
    {
      name: 'ever: what was received counts',
      parameters: { capPeriod: 'lifetime' },
      with: { 'history.receivedTotal': '290000' },
      expect: '10000.00',
      because: 'min(50% × 10万, 30万 - 29万)',
      capped: 'lifetime',
    },
    {
      name: 'this application: nothing that was received counts',
      parameters: { capPeriod: 'application', cap: '4万元' },
      with: { 'history.receivedThisYear': '40000' },
      expect: '40000.00',
      because: 'min(50% × 10万, 4万)',
      capped: 'cap',
    },
    {
      name: 'fewer lines need fewer rates',
      parameters: { lines: ['rd-liability'] },
      expect: '50000.00',
      because: '50% × 10万',
    },
    { name: 'a line that is not eligible', parameters: { lines: ['key-rd-equipment'] }, refused: 'line' },
    {
      name: 'two lines at different rates under one premium',
      with: { 'policies[0].lines': ['rd-liability', 'export-credit'] },
      without: ['policies[0].line'],
      refused: 'lines-not-split',
    },
    { name: 'line not stated', without: ['policies[0].line'], incomplete: ['policies[0].line'] },
  ],
} satisfies Cases
